/*
 * listing_results.c - results as rows, written by several threads.
 *
 *  (1) In CSV a row is the same bytes whatever stands above it. So threads
 *      write parts of the list, and the parts are put together in their order;
 *      only some parts at a time, so that little is held twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/listing.h"

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/base/together.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

enum { ROWS_OF_A_PART = 4096, PARTS_AT_A_TIME = 32 };

const char *const result_columns[RESULT_COLUMNS] = {
    "indicator", "area",         "area_name",   "tier",     "period",
    "breakdown", "numerator",    "denominator", "value",    "lower",
    "upper",     "unit",         "status",      "previous", "change",
    "plan",      "plan_rate",    "target",      "gap",      "probability",
    "verdict",   "completeness", "note",
};

void list_result_cells(struct rows *rows, const struct result *r,
                       const struct study *study, struct text *cell)
{
    const struct indicator *indicator = &study->catalogue.items[r->indicator];
    const struct area *area = &study->areas.items[r->area];
    rows_text(rows, indicator->id);
    rows_text(rows, area->code);
    rows_text(rows, area_name(&study->areas, r->area, study_language(study)));
    rows_text(rows, tier_names[area->tier]);
    text_clear(cell);
    period_add(cell, r->period);
    rows_text(rows, cell->bytes);
    text_clear(cell);
    add_breakdown(cell, study, r->breakdown);
    rows_text(rows, cell->bytes);
    const double numbers[] = { r->numerator, r->denominator, r->value, r->lower,
                               r->upper };
    for (size_t i = 0; i < COUNT_OF(numbers); i++)
        rows_number(rows, numbers[i]);
    rows_text(rows, indicator_unit(indicator, study_language(study)));
    rows_text(rows, status_names[r->status]);
    const double more[] = { r->previous, r->change, r->plan,       r->plan_rate,
                            r->target,   r->gap,    r->probability };
    for (size_t i = 0; i < COUNT_OF(more); i++)
        rows_number(rows, more[i]);
    rows_text(rows, verdict_names[r->verdict]);
    rows_number(rows, r->completeness);
    text_clear(cell);
    if (r->note != NULL)
        message_add(cell, &study->messages, r->note, NULL);
    rows_text(rows, cell->bytes);
}

/* Rows [first, end) of the results, all of them or a part. */
static void add_rows(struct rows *rows, const struct results *results,
                     size_t first, size_t end, const struct study *study)
{
    struct text cell = text_new();
    for (size_t i = first; i < end; i++)
        list_result_cells(rows, &results->items[i], study, &cell);
    text_free(&cell);
}

/* --- (1) --------------------------------------------------------------------
 */

struct parts {
    const struct results_list *list;
    size_t first; /* row of the first part */
    struct text texts[PARTS_AT_A_TIME];
};

static void write_part(void *job, size_t at, struct arena *scratch)
{
    struct parts *parts = job;
    const struct results_list *list = parts->list;
    struct text *out = &parts->texts[at];
    size_t count = list->results->count;
    size_t first = parts->first + at * ROWS_OF_A_PART;
    size_t end =
        first + ROWS_OF_A_PART < count ? first + ROWS_OF_A_PART : count;
    struct rows *rows =
        rows_continue(list->format, result_columns, RESULT_COLUMNS, out);
    (void)scratch;
    if (first < end)
        add_rows(rows, list->results, first, end, list->study);
    rows_finish(rows);
}

static bool put(FILE *file, struct text *text)
{
    size_t written = fwrite(text->bytes, 1, text->length, file);
    bool good = written == text->length;
    text_clear(text);
    return good;
}

static bool put_parts(FILE *file, const struct results_list *list)
{
    struct parts parts = { .list = list };
    bool good = true;
    for (size_t i = 0; i < PARTS_AT_A_TIME; i++)
        parts.texts[i] = text_new();
    while (good && parts.first < list->results->count) {
        together_do(PARTS_AT_A_TIME, list->threads, write_part, &parts);
        for (size_t i = 0; i < PARTS_AT_A_TIME; i++)
            good = good && put(file, &parts.texts[i]);
        parts.first += PARTS_AT_A_TIME * (size_t)ROWS_OF_A_PART;
    }
    for (size_t i = 0; i < PARTS_AT_A_TIME; i++)
        text_free(&parts.texts[i]);
    return good;
}

bool list_results_into(FILE *file, void *of)
{
    const struct results_list *list = of;
    const struct results none = { .items = NULL };
    bool apart = list->format == ROWS_CSV || list->format == ROWS_CSV_EXCEL;
    struct text out = text_new();
    list_results(&out, list->format, apart ? &none : list->results,
                 list->study);
    bool good = put(file, &out) && (!apart || put_parts(file, list));
    text_free(&out);
    return good;
}

void list_results(struct text *out, enum rows_format format,
                  const struct results *results, const struct study *study)
{
    struct rows *rows = rows_new(format, result_columns, RESULT_COLUMNS, out);
    add_rows(rows, results, 0, results->count, study);
    rows_finish(rows);
}
