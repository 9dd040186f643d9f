/*
 * table_compute.c - compute --table: a value with its limits for each row.
 *
 *  (1) Nothing to divide by: empty cells and a sentence; the table goes on.
 *  (2) A proportion above one: the value, no limits, and exit status 1.
 *  (3) Several levels of confidence give columns named after them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/table_mode.h"
#include "engine/base/number.h"
#include "engine/compute/interval.h"

struct columns {
    size_t subgroup, numerator, denominator;
};

static bool pick_method(struct session *session,
                        const struct table_request *request, int *method)
{
    *method = INTERVAL_METHOD_COUNT;
    if (!option_choice(&session->options, OPTION_METHOD, interval_method_names,
                       INTERVAL_METHOD_COUNT, method, &session->fault))
        return false;
    bool rates = request->kind == KIND_RATE;
    if (*method != INTERVAL_METHOD_COUNT &&
        interval_is_for_rates((enum interval_method) * method) != rates)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "usage.method_kind", "method",
                         interval_method_names[*method], "kind",
                         rates ? "rate" : "proportion", NULL);
    return true;
}

static enum interval_method method_of_row(int asked, enum indicator_kind kind,
                                          double x)
{
    if (asked != INTERVAL_METHOD_COUNT)
        return (enum interval_method)asked;
    return kind == KIND_RATE ? interval_for_rate(x) : INTERVAL_WILSON;
}

static struct rows *open_rows(struct session *session,
                              const struct table_request *request,
                              enum rows_format format, struct text *out)
{
    size_t levels = request->confidence_count, n = 0;
    const char **names =
        arena_array(session->arena, 3 + 2 * levels, const char *);
    names[n++] = "subgroup";
    names[n++] = "value";
    for (size_t i = 0; i < levels; i++) {
        struct text level = text_new();
        number_add(&level, request->confidence[i] * 100);
        const char *tail = levels > 1 ? level.bytes : "";
        const char *bar = levels > 1 ? "_" : "";
        names[n++] = arena_format(session->arena, "lower%s%s", bar, tail);
        names[n++] = arena_format(session->arena, "upper%s%s", bar, tail);
        text_free(&level);
    }
    names[n++] = "method";
    return rows_new(format, names, n, out);
}

static void say_row(const struct session *session, const char *message,
                    const char *subgroup, const struct sheet *sheet, size_t row)
{
    char *line = arena_format(session->scratch, "%u", sheet->lines[row]);
    session_say(session, message, "subgroup", subgroup, "line", line, NULL);
}

/* Returns whether the row is sound. */
static bool compute_row(struct rows *rows, const struct table_request *request,
                        int asked, const char *subgroup, double x, double n)
{
    enum interval_method method = method_of_row(asked, request->kind, x);
    struct interval interval = { NO_VALUE, NO_VALUE, NO_VALUE };
    bool facts = request->noise == NOISE_NONE, limits = false;
    rows_text(rows, subgroup);
    for (size_t i = 0; i < request->confidence_count; i++) {
        limits = interval_of(&interval, method, x, n, request->confidence[i]);
        if (i == 0)
            rows_number(rows, interval.value * request->scale);
        rows_number(rows, facts ? NO_VALUE : interval.lower * request->scale);
        rows_number(rows, facts ? NO_VALUE : interval.upper * request->scale);
    }
    bool shown = limits && !facts;
    rows_text(rows, shown ? interval_method_names[method] : "");
    return limits || !has_value(interval.value);
}

static bool compute_rows(struct session *session, struct rows *rows,
                         const struct table_request *request,
                         const struct columns *columns, int asked, bool *sound)
{
    const struct sheet *sheet = &request->sheet;
    for (size_t row = 0; row < sheet->row_count; row++) {
        double x = NO_VALUE, n = NO_VALUE;
        const char *subgroup = sheet_cell(sheet, row, columns->subgroup);
        if (!sheet_number(sheet, row, columns->numerator, &x,
                          &session->fault) ||
            !sheet_number(sheet, row, columns->denominator, &n,
                          &session->fault))
            return false;
        if (!has_value(x) || !has_value(n) || x < 0 || n < 0)
            x = n = NO_VALUE;
        if (!has_value(n))
            say_row(session, "table.no_figures", subgroup, sheet, row);
        else if (n == 0)
            say_row(session, "table.zero_base", subgroup, sheet, row);
        if (compute_row(rows, request, asked, subgroup, x, n))
            continue;
        say_row(session, "table.above_base", subgroup, sheet, row);
        *sound = false;
    }
    return true;
}

int table_compute(struct session *session)
{
    struct table_request request;
    struct columns columns;
    enum rows_format format;
    struct text out = text_new();
    int asked = 0;
    bool sound = true;
    bool done = table_request_read(session, &request) &&
                pick_method(session, &request, &asked) &&
                session_format(session, &format) &&
                sheet_needs(&request.sheet, "subgroup", &columns.subgroup,
                            &session->fault) &&
                sheet_needs(&request.sheet, "numerator", &columns.numerator,
                            &session->fault) &&
                sheet_needs(&request.sheet, "denominator", &columns.denominator,
                            &session->fault);
    if (done) {
        struct rows *rows = open_rows(session, &request, format, &out);
        done = compute_rows(session, rows, &request, &columns, asked, &sound);
        rows_finish(rows);
    }
    done = done && session_print(session, &out);
    text_free(&out);
    if (!done)
        return session_failed(session);
    return sound ? EXIT_DONE : EXIT_FINDINGS;
}
