/*
 * listing_compare.c - comparisons as rows.
 *
 *  (1) In a project the line begins with indicator, area, period and breakdown;
 *      the rest is the same for any table.
 *  (2) A line that is left out of its family has its value and empty cells; why
 *      is said by its status in indicators.csv.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/report/listing.h"

enum { OWN_COLUMNS = 5 };

const char *const comparison_columns[COMPARISON_COLUMNS] = {
    "value",
    "lower",
    "upper",
    "whole",
    "difference",
    "difference_lower",
    "difference_upper",
    "p_value",
    "adjusted_p",
    "funnel",
    "shrunk",
    "shrunk_lower",
    "shrunk_upper",
    "weight",
    "rank",
    "rank_lower",
    "rank_upper",
    "verdict",
};

static void add_rank(struct rows *rows, unsigned rank)
{
    rows_number(rows, rank > 0 ? (double)rank : NO_VALUE);
}

void list_comparison_cells(struct rows *rows, const struct comparison *line)
{
    const double before[] = { line->value,
                              line->lower,
                              line->upper,
                              line->whole,
                              line->difference,
                              line->difference_lower,
                              line->difference_upper,
                              line->p_value,
                              line->adjusted_p };
    const double after[] = { line->shrunk, line->shrunk_lower,
                             line->shrunk_upper, line->weight };
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        rows_number(rows, before[i]);
    rows_text(rows, funnel_names[line->funnel]);
    for (size_t i = 0; i < sizeof after / sizeof *after; i++)
        rows_number(rows, after[i]);
    add_rank(rows, line->rank);
    add_rank(rows, line->rank_lower);
    add_rank(rows, line->rank_upper);
    rows_text(rows, standing_names[line->verdict]);
}

static void comparison_row(struct rows *rows, const struct comparison *line,
                           const struct study *study)
{
    struct text when = text_new(), breakdown = text_new();
    period_add(&when, line->period);
    add_breakdown(&breakdown, study, line->breakdown);
    rows_text(rows, study->catalogue.items[line->indicator].id);
    rows_text(rows, study->areas.items[line->area].code);
    rows_text(rows,
              area_name(&study->areas, line->area, study_language(study)));
    rows_text(rows, when.bytes);
    rows_text(rows, breakdown.bytes);
    list_comparison_cells(rows, line);
    text_free(&when);
    text_free(&breakdown);
}

void list_comparisons(struct text *out, enum rows_format format,
                      const struct comparisons *list, const struct study *study)
{
    const char *columns[OWN_COLUMNS + COMPARISON_COLUMNS] = {
        "indicator", "area", "area_name", "period", "breakdown"
    };
    memcpy(columns + OWN_COLUMNS, comparison_columns,
           sizeof comparison_columns);
    struct rows *rows =
        rows_new(format, columns, OWN_COLUMNS + COMPARISON_COLUMNS, out);
    for (size_t i = 0; i < list->count; i++)
        comparison_row(rows, &list->items[i], study);
    rows_finish(rows);
}
