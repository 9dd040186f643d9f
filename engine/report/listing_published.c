/*
 * listing_published.c - signed figures as rows, and what became of them.
 *
 *  (1) A published file holds the calendar year's or part year's figures of all
 *      areas, with those that were missing or hidden, so that a later run can
 *      tell what arrived.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/report/listing.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static void figure_row(struct rows *rows, const struct result *r,
                       const struct study *study, struct text *cell)
{
    const struct indicator *indicator = &study->catalogue.items[r->indicator];
    const char *language = study_language(study);
    rows_text(rows, indicator->id);
    rows_text(rows, study->areas.items[r->area].code);
    rows_text(rows, area_name(&study->areas, r->area, language));
    text_clear(cell);
    period_add(cell, r->period);
    rows_text(rows, cell->bytes);
    text_clear(cell);
    add_breakdown(cell, study, r->breakdown);
    rows_text(rows, cell->bytes);
    rows_number(rows, r->numerator);
    rows_number(rows, r->denominator);
    rows_number(rows, r->value);
    rows_text(rows, indicator_unit(indicator, language));
    rows_text(rows, status_names[r->status]);
    text_clear(cell);
    date_add(cell, study->project.report_date);
    rows_text(rows, cell->bytes);
}

size_t list_published(struct text *out, const struct results *results,
                      const struct study *study, period p)
{
    static const char *const columns[] = {
        "indicator",   "area",  "area_name", "period", "breakdown", "numerator",
        "denominator", "value", "unit",      "status", "published",
    };
    struct rows *rows = rows_new(ROWS_CSV, columns, COUNT_OF(columns), out);
    struct text cell = text_new();
    size_t count = 0;
    for (size_t i = 0; i < results->count; i++)
        if (period_calendar(results->items[i].period) == p) { /* (1) */
            figure_row(rows, &results->items[i], study, &cell);
            count++;
        }
    text_free(&cell);
    rows_finish(rows);
    return count;
}

static void revision_row(struct rows *rows, const struct revision *revision,
                         const struct study *study, struct text *cell)
{
    const struct published_figure *was = revision->was;
    double now = revision->now == NULL ? NO_VALUE : revision->now->value;
    rows_text(rows, study->catalogue.items[was->indicator].id);
    rows_text(rows, study->areas.items[was->area].code);
    rows_text(rows, area_name(&study->areas, was->area, study_language(study)));
    text_clear(cell);
    period_add(cell, was->period);
    rows_text(rows, cell->bytes);
    text_clear(cell);
    add_breakdown(cell, study, was->breakdown);
    rows_text(rows, cell->bytes);
    rows_number(rows, was->value);
    text_clear(cell);
    date_add(cell, was->day);
    rows_text(rows, cell->bytes);
    rows_number(rows, now);
    rows_number(rows, now - was->value);
    rows_text(rows, revision_cause_names[revision->cause]);
    rows_text(rows, revision->reason);
    rows_text(rows, revision->who);
    rows_text(rows, was->file);
    rows_whole(rows, (long)was->line);
}

void list_revisions(struct text *out, enum rows_format format,
                    const struct revisions *list, const struct study *study)
{
    static const char *const columns[] = {
        "indicator", "area",         "area_name", "period",     "breakdown",
        "published", "published_on", "revised",   "difference", "cause",
        "reason",    "who",          "file",      "line",
    };
    struct rows *rows = rows_new(format, columns, COUNT_OF(columns), out);
    struct text cell = text_new();
    for (size_t i = 0; i < list->count; i++)
        revision_row(rows, &list->items[i], study, &cell);
    text_free(&cell);
    rows_finish(rows);
}
