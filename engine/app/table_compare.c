/*
 * table_compare.c - compare --table: each row against all rows together.
 *
 *  (1) Nothing to divide by: empty cells and a sentence; the table goes on.
 *  (2) A proportion above one: the value alone, and exit status 1. It is left
 *      out of the family, but counts in the whole, as in a project.
 *  (3) The material difference is 0 unless --material says otherwise.
 *  (4) How far the rows lie apart beyond chance goes to standard error, in one
 *      line for programs; what there is not is left empty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/app/table_mode.h"
#include "engine/base/number.h"
#include "engine/compute/compare/compare.h"
#include "engine/report/listing.h"

static bool read_request(struct session *session, struct table_request *table,
                         struct indicator *out, int *method)
{
    *out = (struct indicator){ .design_effect = 1 };
    if (!table_request_read(session, TABLE_KINDS_OF_COUNTS, table) ||
        !table_confidence_one(session, table) ||
        !table_method_read(session, table, method) ||
        !table_better_read(session, &out->better) ||
        !table_material_read(session, &out->material))
        return false;
    out->kind = table->kind;
    out->scale = table->scale;
    out->noise = table->noise;
    return true;
}

/* The row's value and limits; false when it is above its base (2). */
static bool take_row(struct comparison *line, const struct table_request *table,
                     int method, double x, double n)
{
    struct interval interval;
    double scale = table->scale;
    bool limits =
        interval_of(&interval, table_method_of(method, table->kind, x), x, n,
                    table->confidence[0]);
    line->numerator = x;
    line->denominator = n;
    line->value = interval.value * scale;
    line->usable = limits;
    if (limits && table->noise != NOISE_NONE) {
        line->lower = interval.lower * scale;
        line->upper = interval.upper * scale;
    }
    return limits || !has_value(line->value);
}

static bool read_rows(struct session *session,
                      const struct table_request *table,
                      const struct table_columns *columns, int method,
                      struct comparisons *into, bool *sound)
{
    const struct sheet *sheet = &table->sheet;
    for (size_t row = 0; row < sheet->row_count; row++) {
        double x, n;
        if (!table_counts_read(session, sheet, row, columns, &x, &n))
            return false;
        if (take_row(comparisons_add(into), table, method, x, n))
            continue;
        table_say_row(session, "table.above_base", sheet, row, columns);
        *sound = false;
    }
    return true;
}

static void print_rows(struct text *out, enum rows_format format,
                       const struct sheet *sheet, size_t subgroup,
                       const struct comparisons *list)
{
    const char *columns[1 + COMPARISON_COLUMNS] = { "subgroup" };
    memcpy(columns + 1, comparison_columns, sizeof comparison_columns);
    struct rows *rows = rows_new(format, columns, 1 + COMPARISON_COLUMNS, out);
    for (size_t i = 0; i < list->count; i++) {
        rows_text(rows, sheet_cell(sheet, i, subgroup));
        list_comparison_cells(rows, &list->items[i]);
    }
    rows_finish(rows);
}

/* (4) */
static void say_dispersion(const struct session *session,
                           const struct dispersion *d,
                           const struct comparisons *list)
{
    static const char *const names[] = { "phi", "tau2", "tau2_lower",
                                         "tau2_upper" };
    const double numbers[] = { d->phi, d->tau2, d->lower, d->upper };
    struct text line = text_new();
    size_t usable = 0;
    for (size_t i = 0; i < list->count; i++)
        usable += list->items[i].usable;
    if (usable < 2)
        session_say(session, "compare.alone", NULL);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        text_addf(&line, "%s%s=", i > 0 ? " " : "", names[i]);
        if (has_value(numbers[i]))
            number_add(&line, numbers[i]);
    }
    fprintf(stderr, "%s\n", line.bytes);
    text_free(&line);
}

int table_compare(struct session *session)
{
    struct table_request table;
    struct indicator indicator;
    struct table_columns columns;
    struct comparisons *list = comparisons_new(session->batch);
    enum rows_format format;
    int method = 0;
    bool sound = true;
    struct text out = text_new();
    bool done = read_request(session, &table, &indicator, &method) &&
                session_format(session, &format) &&
                table_columns_find(session, &table.sheet, &columns) &&
                read_rows(session, &table, &columns, method, list, &sound);
    if (done) {
        struct compare_family family = { .indicator = &indicator,
                                         .confidence = table.confidence[0],
                                         .rows = list->items,
                                         .count = list->count };
        compare_add_up(&family);
        struct dispersion d = compare_family(&family, session->scratch);
        print_rows(&out, format, &table.sheet, columns.subgroup, list);
        done = session_print(session, &out);
        if (done)
            say_dispersion(session, &d, list);
    }
    text_free(&out);
    if (!done)
        return session_failed(session);
    return sound ? EXIT_DONE : EXIT_FINDINGS;
}
