/*
 * table_equity.c - equity --table: measures of inequality over any table.
 *
 *  (1) A row that cannot be used is left out and named; a proportion above one
 *      is so with exit status 1.
 *  (2) Several levels of confidence give columns named after them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/app/table_mode.h"
#include "engine/base/number.h"
#include "engine/compute/equity/equity.h"

struct columns {
    size_t subgroup, numerator, denominator, estimate, population, se;
    size_t order, group, reference;
};

static bool find_columns(struct session *session, const struct sheet *sheet,
                         struct columns *out)
{
    out->numerator = sheet_column(sheet, "numerator");
    out->denominator = sheet_column(sheet, "denominator");
    out->estimate = sheet_column(sheet, "estimate");
    out->population = sheet_column(sheet, "population");
    out->se = sheet_column(sheet, "se");
    out->order = sheet_column(sheet, "order");
    out->group = sheet_column(sheet, "group");
    out->reference = sheet_column(sheet, "reference");
    if (!sheet_needs(sheet, "subgroup", &out->subgroup, &session->fault))
        return false;
    bool counts = out->numerator != NO_COLUMN && out->denominator != NO_COLUMN;
    bool figures = out->estimate != NO_COLUMN && out->population != NO_COLUMN;
    if (counts || figures)
        return true;
    return fault_set(&session->fault, FAULT_USAGE, PLACE_FILE(sheet->path),
                     "table.needs_figures", NULL);
}

static bool read_row(struct session *session, const struct sheet *sheet,
                     size_t row, const struct columns *columns,
                     struct equity_row *out)
{
    struct fault *fault = &session->fault;
    double reference = 0;
    *out = (struct equity_row){ NO_VALUE, NO_VALUE, NO_VALUE, NO_VALUE,
                                NO_VALUE, NO_VALUE, NULL,     false };
    if (!sheet_number(sheet, row, columns->numerator, &out->numerator, fault) ||
        !sheet_number(sheet, row, columns->denominator, &out->denominator,
                      fault) ||
        !sheet_number(sheet, row, columns->estimate, &out->estimate, fault) ||
        !sheet_number(sheet, row, columns->population, &out->population,
                      fault) ||
        !sheet_number(sheet, row, columns->se, &out->se, fault) ||
        !sheet_number(sheet, row, columns->order, &out->order, fault) ||
        !sheet_number(sheet, row, columns->reference, &reference, fault))
        return false;
    if (out->se < 0)
        return fault_set(fault, FAULT_USAGE,
                         sheet_place(sheet, row, columns->se), "table.negative",
                         "word", sheet_cell(sheet, row, columns->se), NULL);
    const char *group = sheet_cell(sheet, row, columns->group);
    out->group = *group != '\0' ? group : NULL;
    out->reference = reference == 1;
    return true;
}

/* (1) Returns whether the row is sound. */
static bool say_odd_row(const struct session *session,
                        const struct table_request *table, size_t row,
                        const struct columns *columns,
                        const struct equity_row *read)
{
    const struct table_columns place = { .subgroup = columns->subgroup };
    double x = read->numerator, n = read->denominator;
    bool above = table->kind == KIND_PROPORTION && n > 0 && x > n;
    const char *message = above             ? "table.row_above_base"
                          : n == 0          ? "table.zero_base"
                          : x >= 0 && n > 0 ? NULL
                                            : "table.no_figures";
    if (message != NULL)
        table_say_row(session, message, &table->sheet, row, &place);
    return !above;
}

static bool say_odd_rows(const struct session *session,
                         const struct table_request *table,
                         const struct columns *columns,
                         const struct equity_row rows[])
{
    bool sound = true;
    if (columns->numerator == NO_COLUMN || columns->denominator == NO_COLUMN)
        return true;
    for (size_t i = 0; i < table->sheet.row_count; i++)
        sound = say_odd_row(session, table, i, columns, &rows[i]) && sound;
    return sound;
}

static bool one_reference(struct session *session, const struct sheet *sheet,
                          const struct equity_row rows[], size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += rows[i].reference;
    return found <= 1 ||
           fault_set(&session->fault, FAULT_USAGE, PLACE_FILE(sheet->path),
                     "table.one_reference", NULL);
}

static bool choose_measures(struct session *session,
                            struct equity_request *request)
{
    char **words;
    size_t count =
        option_list(&session->options, OPTION_MEASURE, session->arena, &words);
    if (count == 0)
        return true;
    struct measure_choice *choices =
        arena_array(session->arena, count, struct measure_choice);
    for (size_t i = 0; i < count; i++)
        if (!measure_find(words[i], &choices[i]))
            return fault_unknown(&session->fault, "usage.measure", words[i],
                                 measure_nearest(words[i]));
    request->measures = choices;
    request->measure_count = count;
    return true;
}

static bool read_request(struct session *session,
                         const struct table_request *table,
                         struct equity_request *out)
{
    *out = equity_request_plain();
    out->kind = table->kind;
    out->scale = table->scale;
    out->noise = table->noise;
    out->confidence = table->confidence;
    out->levels = table->confidence_count;
    if (!table_better_read(session, &out->better) ||
        !option_number(&session->options, OPTION_TARGET, &out->target,
                       &session->fault) ||
        !session_draws(session, out))
        return false;
    return choose_measures(session, out);
}

/* (2) */
static struct rows *open_rows(const struct session *session,
                              const struct table_request *table,
                              enum rows_format format, struct text *out)
{
    static const char *const before[] = { "measure", "estimate", "se" };
    static const char *const after[] = { "expected_if_equal", "p_value",
                                         "corrected", "n", "note" };
    size_t levels = table->confidence_count, n = 0;
    const char **names =
        arena_array(session->arena, 8 + 2 * levels, const char *);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        names[n++] = before[i];
    n += table_limits_name(session, table, names + n);
    for (size_t i = 0; i < sizeof after / sizeof *after; i++)
        names[n++] = after[i];
    return rows_new(format, names, n, out);
}

static void print_row(const struct session *session, struct rows *rows,
                      const struct equity_result *r, size_t levels)
{
    rows_text(rows, r->measure);
    rows_number(rows, r->estimate);
    rows_number(rows, r->se);
    rows_number(rows, r->lower);
    rows_number(rows, r->upper);
    for (size_t i = 0; i + 1 < levels; i++) {
        rows_number(rows, r->more[i].lower);
        rows_number(rows, r->more[i].upper);
    }
    rows_number(rows, r->expected_if_equal);
    rows_number(rows, r->p_value);
    rows_number(rows, r->corrected);
    rows_whole(rows, (long)r->count);
    rows_text(rows, r->note ? message_text(&session->messages, r->note) : "");
}

static void print_rows(const struct session *session,
                       const struct equity_results *results,
                       const struct table_request *table,
                       enum rows_format format, struct text *out)
{
    struct rows *rows = open_rows(session, table, format, out);
    for (size_t i = 0; i < results->count; i++)
        print_row(session, rows, &results->items[i], table->confidence_count);
    rows_finish(rows);
}

int table_equity(struct session *session)
{
    struct table_request table;
    struct equity_request request;
    struct columns columns;
    enum rows_format format;
    struct text out = text_new();
    bool sound = true;
    bool done = table_request_read(session, TABLE_KINDS_OF_COUNTS, &table) &&
                read_request(session, &table, &request) &&
                session_format(session, &format) &&
                find_columns(session, &table.sheet, &columns);
    size_t count = done ? table.sheet.row_count : 0;
    struct equity_row *rows =
        arena_array(session->batch, count + 1, struct equity_row);
    for (size_t i = 0; i < count && done; i++)
        done = read_row(session, &table.sheet, i, &columns, &rows[i]);
    done = done && one_reference(session, &table.sheet, rows, count);
    if (done) {
        sound = say_odd_rows(session, &table, &columns, rows);
        struct equity_results *results = equity_results_new(session->batch);
        equity_table(results, rows, count, &request, session->scratch);
        print_rows(session, results, &table, format, &out);
        done = session_print(session, &out);
    }
    text_free(&out);
    if (!done)
        return session_failed(session);
    return sound ? EXIT_DONE : EXIT_FINDINGS;
}
