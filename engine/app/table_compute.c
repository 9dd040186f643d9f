/*
 * table_compute.c - compute --table: a value with its limits for each row.
 *
 *  (1) Nothing to divide by: empty cells and a sentence; the table goes on.
 *  (2) A proportion above one: the value, no limits, and exit status 1.
 *  (3) With --standard a row for each subgroup (table_standard.c).
 *  (4) With --kind mean and --kind difference the columns are others
 *      (table_mean.c, table_difference.c).
 *  (5) Several levels of confidence give columns named after them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/table_mode.h"
#include "engine/base/number.h"
#include "engine/compute/interval/interval.h"

static struct rows *open_rows(struct session *session,
                              const struct table_request *request,
                              enum rows_format format, struct text *out)
{
    size_t levels = request->confidence_count, n = 0;
    const char **names =
        arena_array(session->arena, 3 + 2 * levels, const char *);
    names[n++] = "subgroup";
    names[n++] = "value";
    n += table_limits_name(session, request, names + n);
    names[n++] = "method";
    return rows_new(format, names, n, out);
}

/* Returns whether the row is sound. */
static bool compute_row(struct rows *rows, const struct table_request *request,
                        int asked, const char *subgroup, double x, double n)
{
    enum interval_method method = table_method_of(asked, request->kind, x);
    struct interval interval = { NO_VALUE, NO_VALUE, NO_VALUE };
    bool limits = false;
    rows_text(rows, subgroup);
    for (size_t i = 0; i < request->confidence_count; i++) {
        limits = interval_of(&interval, method, x, n, request->confidence[i]);
        table_limits_write(rows, request, i, &interval);
    }
    table_method_write(rows, request, limits, interval_method_names[method]);
    return limits || !has_value(interval.value);
}

static bool compute_rows(struct session *session, struct rows *rows,
                         const struct table_request *request, int asked,
                         bool *sound)
{
    const struct sheet *sheet = &request->sheet;
    struct table_columns columns;
    if (!table_columns_find(session, sheet, &columns))
        return false;
    for (size_t row = 0; row < sheet->row_count; row++) {
        double x = NO_VALUE, n = NO_VALUE;
        const char *subgroup = sheet_cell(sheet, row, columns.subgroup);
        if (!table_counts_read(session, sheet, row, &columns, &x, &n))
            return false;
        if (compute_row(rows, request, asked, subgroup, x, n))
            continue;
        table_say_row(session, "table.above_base", sheet, row, &columns);
        *sound = false;
    }
    return true;
}

static bool write_rows(struct session *session, struct rows *rows,
                       const struct table_request *request, int asked,
                       bool *sound)
{
    if (option_given(&session->options, OPTION_STANDARD))
        return table_standard(session, rows, request, asked); /* (3) */
    if (request->rows == TABLE_MEAN)
        return table_mean(session, rows, request); /* (4) */
    if (request->rows == TABLE_DIFFERENCE)
        return table_difference(session, rows, request, sound);
    return compute_rows(session, rows, request, asked, sound);
}

int table_compute(struct session *session)
{
    struct table_request request;
    enum rows_format format;
    struct text out = text_new();
    int asked = 0;
    bool sound = true;
    bool done = table_request_read(session, TABLE_KINDS, &request) &&
                table_method_read(session, &request, &asked) &&
                session_format(session, &format);
    if (done) {
        struct rows *rows = open_rows(session, &request, format, &out);
        done = write_rows(session, rows, &request, asked, &sound);
        rows_finish(rows);
    }
    done = done && session_print(session, &out);
    text_free(&out);
    if (!done)
        return session_failed(session);
    return sound ? EXIT_DONE : EXIT_FINDINGS;
}
