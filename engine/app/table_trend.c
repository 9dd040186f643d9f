/*
 * table_trend.c - trend --table: many series in one table.
 *
 *  (1) Columns: series, period, and numerator,denominator or value and, if
 *      known, se. With both forms the counts win. Series come out in the order
 *      in which they first appear; their rows may stand in any order.
 *  (2) A period is a year or a school year: parts of a year have seasons, which
 *      these tests do not know. A series has one row a year.
 *  (3) A year without a usable figure is a gap. A base of 0 is said; so is a
 *      proportion above one, with exit status 1.
 *  (4) The material difference is 0 unless --material says otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/app/table_mode.h"
#include "engine/base/number.h"
#include "engine/base/symbol.h"
#include "engine/compute/trend/trend.h"
#include "engine/report/listing.h"

struct columns {
    struct table_columns counts; /* its subgroup is the series */
    size_t period, value, se;
    bool counted;
};

struct entry {
    uint32_t series;
    size_t row;
    struct trend_point point;
};

static bool find_columns(struct session *session, const struct sheet *sheet,
                         struct columns *out)
{
    out->counts.numerator = sheet_column(sheet, "numerator");
    out->counts.denominator = sheet_column(sheet, "denominator");
    out->value = sheet_column(sheet, "value");
    out->se = sheet_column(sheet, "se");
    out->counted = out->counts.numerator != NO_COLUMN &&
                   out->counts.denominator != NO_COLUMN;
    if (!sheet_needs(sheet, "series", &out->counts.subgroup, &session->fault) ||
        !sheet_needs(sheet, "period", &out->period, &session->fault))
        return false;
    return out->counted || out->value != NO_COLUMN ||
           fault_set(&session->fault, FAULT_USAGE, PLACE_FILE(sheet->path),
                     "table.needs_series", NULL);
}

/* (2) */
static bool read_period(struct session *session, const struct sheet *sheet,
                        size_t row, size_t column, period *out)
{
    const char *word = sheet_cell(sheet, row, column);
    if (period_parse(word, PERIOD_SCHOOL_START, out) &&
        (period_kind(*out) == PERIOD_YEAR ||
         period_kind(*out) == PERIOD_SCHOOL_START))
        return true;
    return fault_set(&session->fault, FAULT_USAGE,
                     sheet_place(sheet, row, column), "table.not_year", "word",
                     word, NULL);
}

/* (3) */
static bool read_counts(struct session *session,
                        const struct table_request *table, size_t row,
                        const struct columns *columns, struct trend_point *out,
                        bool *sound)
{
    const struct sheet *sheet = &table->sheet;
    double x, n;
    if (!table_counts_read(session, sheet, row, &columns->counts, &x, &n))
        return false;
    if (table->kind == KIND_PROPORTION && x > n && n > 0) {
        table_say_row(session, "table.year_above_base", sheet, row,
                      &columns->counts);
        *sound = false;
    } else if (n > 0) {
        out->numerator = x;
        out->denominator = n;
        out->value = table->scale * x / n;
    }
    return true;
}

static bool read_value(struct session *session, const struct sheet *sheet,
                       size_t row, const struct columns *columns,
                       struct trend_point *out)
{
    if (!sheet_number(sheet, row, columns->value, &out->value,
                      &session->fault) ||
        !sheet_number(sheet, row, columns->se, &out->se, &session->fault))
        return false;
    return !(out->se < 0) ||
           fault_set(&session->fault, FAULT_USAGE,
                     sheet_place(sheet, row, columns->se), "table.negative",
                     "word", sheet_cell(sheet, row, columns->se), NULL);
}

static bool read_rows(struct session *session,
                      const struct table_request *table,
                      const struct columns *columns, struct symbols *names,
                      struct entry entries[], bool *sound)
{
    const struct sheet *sheet = &table->sheet;
    for (size_t row = 0; row < sheet->row_count; row++) {
        struct entry *entry = &entries[row];
        const char *name = sheet_cell(sheet, row, columns->counts.subgroup);
        entry->series = symbol_intern(names, name, strlen(name));
        entry->row = row;
        entry->point = (struct trend_point){ NO_PERIOD, NO_VALUE, NO_VALUE,
                                             NO_VALUE, NO_VALUE };
        if (!read_period(session, sheet, row, columns->period,
                         &entry->point.period) ||
            !(columns->counted
                  ? read_counts(session, table, row, columns, &entry->point,
                                sound)
                  : read_value(session, sheet, row, columns, &entry->point)))
            return false;
    }
    return true;
}

static int by_series(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int one = period_year(a->point.period),
        other = period_year(b->point.period);
    if (a->series != b->series)
        return a->series < b->series ? -1 : 1;
    if (one != other)
        return one < other ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

/* (2) The entries are sorted. */
static bool one_a_year(struct session *session, const struct sheet *sheet,
                       const struct entry entries[], const struct columns *c)
{
    for (size_t i = 1; i < sheet->row_count; i++) {
        const struct entry *a = &entries[i - 1], *b = &entries[i];
        if (a->series == b->series &&
            period_year(a->point.period) == period_year(b->point.period))
            return fault_set(
                &session->fault, FAULT_USAGE,
                sheet_place(sheet, b->row, c->period), "table.year_twice",
                "series", sheet_cell(sheet, b->row, c->counts.subgroup),
                "period", sheet_cell(sheet, b->row, c->period), NULL);
    }
    return true;
}

struct reading {
    const struct symbols *names; /* of the series */
    struct trend_rule rule;
    period ahead;
    struct trend_tables *tables;
};

static void print_series(struct text *out, enum rows_format format,
                         const struct session *session,
                         const struct entry entries[], size_t count,
                         const struct reading *reading)
{
    const char *columns[1 + TREND_COLUMNS] = { "series" };
    struct trend_point *points =
        arena_array(session->scratch, count + 1, struct trend_point);
    struct trends *list = trends_new(session->batch);
    memcpy(columns + 1, trend_columns, sizeof trend_columns);
    struct rows *rows = rows_new(format, columns, 1 + TREND_COLUMNS, out);
    for (size_t first = 0, end; first < count; first = end) {
        size_t found = 0;
        for (end = first;
             end < count && entries[end].series == entries[first].series; end++)
            if (has_value(entries[end].point.value))
                points[found++] = entries[end].point;
        struct trend *line = trends_add(list);
        trend_judge(line, points, found, &reading->rule, reading->ahead,
                    reading->tables);
        rows_text(rows, symbol_text(reading->names, entries[first].series));
        list_trend_cells(rows, line, &session->messages);
    }
    rows_finish(rows);
}

static bool read_request(struct session *session, struct table_request *table,
                         struct indicator *indicator, period *ahead)
{
    *indicator = (struct indicator){ .design_effect = 1,
                                     .bound_low = -HUGE_VAL,
                                     .bound_high = HUGE_VAL };
    if (!table_request_read(session, TABLE_KINDS_OF_COUNTS, table) ||
        !table_confidence_one(session, table) ||
        !table_better_read(session, &indicator->better) ||
        !table_material_read(session, &indicator->material) ||
        !option_period(&session->options, OPTION_TO, ahead, &session->fault))
        return false;
    indicator->kind = table->kind;
    indicator->scale = table->scale;
    indicator->noise = table->noise;
    return true;
}

int table_trend(struct session *session)
{
    struct table_request table;
    struct indicator indicator;
    struct columns columns;
    enum rows_format format;
    struct symbols *names = symbols_new(session->batch);
    struct reading reading = { .names = names, .rule = { &indicator, false } };
    bool sound = true;
    struct text out = text_new();
    bool done = read_request(session, &table, &indicator, &reading.ahead) &&
                session_format(session, &format) &&
                find_columns(session, &table.sheet, &columns);
    size_t count = done ? table.sheet.row_count : 0;
    struct entry *entries =
        arena_array(session->batch, count + 1, struct entry);
    done = done && read_rows(session, &table, &columns, names, entries, &sound);
    if (done) {
        qsort(entries, count, sizeof *entries, by_series);
        done = one_a_year(session, &table.sheet, entries, &columns);
    }
    if (done) {
        reading.tables = trend_tables_new(table.confidence[0], session->batch);
        print_series(&out, format, session, entries, count, &reading);
        done = session_print(session, &out);
    }
    text_free(&out);
    if (!done)
        return session_failed(session);
    return sound ? EXIT_DONE : EXIT_FINDINGS;
}
