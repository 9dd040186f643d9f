/*
 * table_difference.c - compute --table --kind difference: the first proportion
 * of a row less the second, from the columns numerator, denominator,
 * numerator_2, denominator_2.
 *
 *  (1) One of them has nothing to divide by: empty cells and a sentence.
 *  (2) One of them is above one: the value, no limits, and exit status 1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/app/table_mode.h"
#include "engine/base/number.h"

static bool find_columns(struct session *session, const struct sheet *sheet,
                         struct table_columns *first,
                         struct table_columns *second)
{
    struct fault *fault = &session->fault;
    if (!table_columns_find(session, sheet, first))
        return false;
    second->subgroup = first->subgroup;
    return sheet_needs(sheet, "numerator_2", &second->numerator, fault) &&
           sheet_needs(sheet, "denominator_2", &second->denominator, fault);
}

/* (1) The base that decides whether there is a value: the one that is missing,
 * else the smaller. */
static double weaker_base(double n, double m)
{
    return has_value(n) && has_value(m) ? fmin(n, m) : NO_VALUE;
}

/* Returns whether the row is sound (2). */
static bool write_pair(struct rows *rows, const struct table_request *request,
                       const char *subgroup, const struct interval_share *first,
                       const struct interval_share *second)
{
    struct interval interval = { NO_VALUE, NO_VALUE, NO_VALUE };
    bool limits = false;
    rows_text(rows, subgroup);
    for (size_t i = 0; i < request->confidence_count; i++) {
        limits = interval_of_difference(&interval, first, second,
                                        request->confidence[i]);
        table_limits_write(rows, request, i, &interval);
    }
    table_method_write(rows, request, limits,
                       table_kind_methods[TABLE_DIFFERENCE]);
    return limits || !has_value(interval.value);
}

bool table_difference(struct session *session, struct rows *rows,
                      const struct table_request *request, bool *sound)
{
    const struct sheet *sheet = &request->sheet;
    struct table_columns columns, second;
    if (!find_columns(session, sheet, &columns, &second))
        return false;
    for (size_t row = 0; row < sheet->row_count; row++) {
        struct interval_share p, q;
        if (!table_counts_take(session, sheet, row, &columns, &p.x, &p.n) ||
            !table_counts_take(session, sheet, row, &second, &q.x, &q.n))
            return false;
        table_say_base(session, sheet, row, &columns, weaker_base(p.n, q.n));
        if (write_pair(rows, request, sheet_cell(sheet, row, columns.subgroup),
                       &p, &q))
            continue;
        table_say_row(session, "table.above_base", sheet, row, &columns);
        *sound = false;
    }
    return true;
}
