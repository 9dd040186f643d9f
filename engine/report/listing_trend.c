/*
 * listing_trend.c - trends as rows.
 *
 *  (1) In a project the line begins with indicator, area and breakdown; the
 *      rest is the same for any table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/text.h"
#include "engine/report/listing.h"

enum { OWN_COLUMNS = 3 };

const char *const trend_columns[TREND_COLUMNS] = {
    "from",
    "to",
    "n",
    "slope",
    "slope_lower",
    "slope_upper",
    "test",
    "p_value",
    "direction",
    "forecast_period",
    "forecast",
    "forecast_lower",
    "forecast_upper",
    "note",
};

static void add_period(struct rows *rows, period p)
{
    struct text when = text_new();
    if (p != NO_PERIOD)
        period_add(&when, p);
    rows_text(rows, when.bytes);
    text_free(&when);
}

void list_trend_cells(struct rows *rows, const struct trend *line,
                      const struct messages *messages)
{
    add_period(rows, line->from);
    add_period(rows, line->to);
    rows_whole(rows, (long)line->count);
    rows_number(rows, line->slope);
    rows_number(rows, line->slope_lower);
    rows_number(rows, line->slope_upper);
    rows_text(rows, trend_test_names[line->test]);
    rows_number(rows, line->p_value);
    rows_text(rows, direction_names[line->direction]);
    add_period(rows, line->forecast_period);
    rows_number(rows, line->forecast);
    rows_number(rows, line->forecast_lower);
    rows_number(rows, line->forecast_upper);
    rows_text(rows, line->note ? message_text(messages, line->note) : "");
}

static void trend_row(struct rows *rows, const struct trend *line,
                      const struct study *study)
{
    struct text breakdown = text_new();
    add_breakdown(&breakdown, study, line->breakdown);
    rows_text(rows, study->catalogue.items[line->indicator].id);
    rows_text(rows, study->areas.items[line->area].code);
    rows_text(rows, breakdown.bytes);
    list_trend_cells(rows, line, &study->messages);
    text_free(&breakdown);
}

void list_trends(struct text *out, enum rows_format format,
                 const struct trends *list, const struct study *study)
{
    const char *columns[OWN_COLUMNS + TREND_COLUMNS] = { "indicator", "area",
                                                         "breakdown" };
    memcpy(columns + OWN_COLUMNS, trend_columns, sizeof trend_columns);
    struct rows *rows =
        rows_new(format, columns, OWN_COLUMNS + TREND_COLUMNS, out);
    for (size_t i = 0; i < list->count; i++)
        trend_row(rows, &list->items[i], study);
    rows_finish(rows);
}
