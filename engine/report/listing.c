/*
 * listing.c - results as rows.
 *
 *  (1) Observations are printed shortest round-trip, results with 12 digits.
 *  (2) A missing number is an empty cell; its status says why.
 *  (3) Columns of dimensions appear only when they occur, in alphabetical
 *      order.
 *  (4) Rows are sorted: the caller sorts results and findings, the rest is
 *      sorted here.
 *  (5) A school year that belongs to its second year needs a word, or it would
 *      be read back as one that belongs to its first; so there is one more
 *      column when such a year occurs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/listing.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "engine/model/order.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* --- observations --------------------------------------------------------- */

static const char *area_code_of(const struct table *table,
                                const struct study *study, uint32_t area)
{
    if (table->written != NULL)
        return symbol_text(table->written, area);
    return study->areas.items[area].code;
}

/* (5) start or end of a school year; "" of any other. */
static const char *school_year_of(period p)
{
    if (period_kind(p) == PERIOD_SCHOOL_END)
        return "end";
    return period_kind(p) == PERIOD_SCHOOL_START ? "start" : "";
}

static bool needs_school_year(const struct table *table)
{
    for (size_t i = 0; i < table->count; i++)
        if (period_kind(table->period[i]) == PERIOD_SCHOOL_END)
            return true;
    return false;
}

/* Marks the dimensions of which a row has a code. */
static void mark_occurring(bool occurs[], const struct table *table,
                           const struct codebook *book)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct quantity *q = &book->quantities[table->quantity[i]];
        for (size_t slot = 0; table->cell[i] != 0 && slot < q->dimension_count;
             slot++)
            if (cell_get(table->cell[i], slot) != 0)
                occurs[q->dimensions[slot]] = true;
    }
}

/* The dimensions that occur, alphabetical by id (3). */
static size_t occurring_dimensions(const struct table *table,
                                   const struct codebook *book,
                                   uint16_t found[], struct arena *scratch)
{
    bool *occurs = arena_array(scratch, book->dimension_count, bool);
    size_t count = 0;
    mark_occurring(occurs, table, book);
    for (uint16_t d = 0; d < book->dimension_count; d++)
        if (occurs[d])
            found[count++] = d;
    for (size_t i = 1; i < count; i++)
        for (size_t k = i; k > 0; k--) {
            uint16_t a = found[k - 1], b = found[k];
            if (strcmp(book->dimensions[a].id, book->dimensions[b].id) <= 0)
                break;
            found[k - 1] = b;
            found[k] = a;
        }
    return count;
}

static void observation_row(struct rows *rows, const struct table *table,
                            uint32_t row, const struct study *study,
                            const uint16_t dimensions[], size_t count,
                            bool school_year)
{
    const struct codebook *book = &study->codebook;
    const struct quantity *quantity = &book->quantities[table->quantity[row]];
    struct text when = text_new();
    period_add(&when, table->period[row]);
    rows_text(rows, area_code_of(table, study, table->area[row]));
    rows_text(rows, when.bytes);
    rows_text(rows, quantity->id);
    rows_exact(rows, table->value[row]);
    for (size_t i = 0; i < count; i++) {
        char room[16];
        uint16_t slot = quantity_slot(quantity, dimensions[i]);
        rows_text(rows, slot == NO_INDEX
                            ? ""
                            : cell_code(book, quantity, &table->bands,
                                        table->cell[row], slot, room));
    }
    rows_text(rows, status_names[table->state[row]]);
    rows_whole(rows, table->published[row]);
    rows_text(rows, table->sources[table->source[row]].name);
    rows_whole(rows, (long)table->line[row]);
    if (school_year)
        rows_text(rows, school_year_of(table->period[row]));
    text_free(&when);
}

void list_observations(struct text *out, enum rows_format format,
                       const struct table *table, const struct study *study,
                       struct arena *scratch)
{
    const struct codebook *book = &study->codebook;
    size_t known = book->dimension_count;
    uint16_t *dimensions = arena_array(scratch, known + 1, uint16_t);
    const char **columns = arena_array(scratch, known + 9, const char *);
    size_t count = occurring_dimensions(table, book, dimensions, scratch),
           n = 0;
    const uint32_t *order = table_order(table, &study->areas, book, scratch);
    columns[n++] = "area";
    columns[n++] = "period";
    columns[n++] = "quantity";
    columns[n++] = "value";
    for (size_t i = 0; i < count; i++)
        columns[n++] = book->dimensions[dimensions[i]].id;
    columns[n++] = "status";
    columns[n++] = "published";
    columns[n++] = "file";
    columns[n++] = "line";
    bool school_year = needs_school_year(table);
    if (school_year)
        columns[n++] = "school_year";
    struct rows *rows = rows_new(format, columns, n, out);
    for (size_t i = 0; i < table->count; i++)
        observation_row(rows, table, order[i], study, dimensions, count,
                        school_year);
    rows_finish(rows);
}

/* --- breakdowns and measures ----------------------------------------------
 */

void add_breakdown(struct text *out, const struct study *study,
                   struct breakdown breakdown)
{
    if (breakdown.dimension == NO_INDEX)
        return;
    const struct dimension *dimension =
        &study->codebook.dimensions[breakdown.dimension];
    assert(breakdown.code < dimension->count); /* results have no age bands */
    text_addf(out, "%s=%s", dimension->id, dimension->codes[breakdown.code].id);
}

/* By indicator and period as text; measures stay in the order they came in. */
static int by_indicator(const void *left, const void *right, void *knowledge)
{
    const struct equity_result *a = *(const struct equity_result *const *)left;
    const struct equity_result *b = *(const struct equity_result *const *)right;
    const struct study *study = knowledge;
    int order = strcmp(study->catalogue.items[a->indicator].id,
                       study->catalogue.items[b->indicator].id);
    if (order == 0)
        order = order_periods(a->period, b->period);
    return order != 0 ? order : (a > b) - (a < b);
}

static void equity_row(struct rows *rows, const struct equity_result *r,
                       const struct study *study)
{
    struct text when = text_new(), note = text_new();
    const double numbers[] = {
        r->estimate,          r->se,      r->lower,    r->upper,
        r->expected_if_equal, r->p_value, r->corrected
    };
    period_add(&when, r->period);
    if (r->note != NULL)
        message_add(&note, &study->messages, r->note, NULL);
    rows_text(rows, study->catalogue.items[r->indicator].id);
    rows_text(rows, when.bytes);
    rows_text(rows, tier_names[r->tier]);
    rows_text(rows, r->dimension != NO_INDEX
                        ? study->codebook.dimensions[r->dimension].id
                    : r->ordered_by != NULL ? r->ordered_by
                                            : "");
    rows_text(rows, r->measure);
    for (size_t k = 0; k < COUNT_OF(numbers); k++)
        rows_number(rows, numbers[k]);
    rows_whole(rows, (long)r->count);
    rows_text(rows, note.bytes);
    text_free(&when);
    text_free(&note);
}

void list_equity(struct text *out, enum rows_format format,
                 const struct equity_results *results,
                 const struct study *study)
{
    static const char *const columns[] = {
        "indicator", "period",    "tier",  "dimension", "measure",
        "estimate",  "se",        "lower", "upper",     "expected_if_equal",
        "p_value",   "corrected", "n",     "note",
    };
    struct arena *arena = arena_new();
    const struct equity_result **order =
        arena_array(arena, results->count + 1, const struct equity_result *);
    for (size_t i = 0; i < results->count; i++)
        order[i] = &results->items[i];
    qsort_r(order, results->count, sizeof *order, by_indicator,
            (void *)(uintptr_t)study);
    struct rows *rows = rows_new(format, columns, COUNT_OF(columns), out);
    for (size_t i = 0; i < results->count; i++)
        equity_row(rows, order[i], study);
    rows_finish(rows);
    arena_free(arena);
}

/* --- findings ------------------------------------------------------------- */

const char *const finding_columns[FINDING_COLUMNS] = {
    "rule",   "weight", "file",    "line",       "column",
    "header", "value",  "message", "suggestion", "count",
};

void list_finding_cells(struct rows *rows, const struct finding *f,
                        const struct messages *messages)
{
    struct text sentence = text_new();
    message_add_finding(&sentence, messages, f);
    rows_text(rows, finding_rule_name(f->rule));
    rows_text(rows, weight_names[finding_weight(f->rule)]);
    rows_text(rows, f->file);
    rows_number(rows, f->line ? (double)f->line : NO_VALUE);
    rows_number(rows, f->column ? (double)f->column : NO_VALUE);
    rows_text(rows, f->header);
    rows_text(rows, f->value);
    rows_text(rows, sentence.bytes);
    rows_text(rows, f->suggestion);
    rows_whole(rows, (long)f->count);
    text_free(&sentence);
}

void list_findings(struct text *out, enum rows_format format,
                   const struct findings *findings,
                   const struct messages *messages)
{
    struct rows *rows = rows_new(format, finding_columns, FINDING_COLUMNS, out);
    for (size_t i = 0; i < findings->count; i++)
        list_finding_cells(rows, &findings->items[i], messages);
    rows_finish(rows);
}
