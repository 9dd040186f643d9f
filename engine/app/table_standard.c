/*
 * table_standard.c - compute --table --standard: directly standardised rates.
 *
 *  (1) Rows of one subgroup are its strata, wherever they stand; the subgroups
 *      keep the order in which they come first.
 *  (2) A stratum without figures leaves its subgroup without a value: nothing
 *      is known of that part of the standard population. The table goes on.
 *  (3) The method is that of the limits of all events together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/app/table_mode.h"
#include "engine/base/number.h"
#include "engine/compute/interval/interval.h"

/* The strata of one subgroup, in the order of the rows. */
struct group {
    const char *subgroup;
    struct interval_stratum *strata;
    size_t count;
    double events;
};

struct groups {
    struct group *items;
    size_t count;
};

static struct group *group_of(struct groups *groups, const char *subgroup,
                              size_t room, struct arena *arena)
{
    struct group *group;
    for (size_t i = 0; i < groups->count; i++)
        if (strcmp(groups->items[i].subgroup, subgroup) == 0)
            return &groups->items[i];
    group = &groups->items[groups->count++];
    group->subgroup = subgroup;
    group->strata = arena_array(arena, room, struct interval_stratum);
    return group;
}

static size_t rows_alike(const struct sheet *sheet, size_t column,
                         const char *word)
{
    size_t count = 0;
    for (size_t row = 0; row < sheet->row_count; row++)
        count += strcmp(sheet_cell(sheet, row, column), word) == 0;
    return count;
}

static bool read_groups(struct session *session,
                        const struct table_request *request,
                        const struct table_columns *columns, size_t standard,
                        struct groups *out)
{
    const struct sheet *sheet = &request->sheet;
    out->items =
        arena_array(session->arena, sheet->row_count + 1, struct group);
    for (size_t row = 0; row < sheet->row_count; row++) {
        struct interval_stratum stratum = { NO_VALUE, NO_VALUE, NO_VALUE };
        const char *subgroup = sheet_cell(sheet, row, columns->subgroup);
        size_t room = rows_alike(sheet, columns->subgroup, subgroup);
        struct group *group = group_of(out, subgroup, room, session->arena);
        if (!table_counts_read(session, sheet, row, columns, &stratum.x,
                               &stratum.n) ||
            !sheet_number(sheet, row, standard, &stratum.standard,
                          &session->fault))
            return false;
        group->strata[group->count++] = stratum;
        group->events += stratum.x;
    }
    return true;
}

static void write_group(struct rows *rows, const struct table_request *request,
                        int asked, const struct group *group)
{
    enum interval_method method =
        table_method_of(asked, KIND_RATE, group->events);
    bool limits = false;
    struct interval interval;
    rows_text(rows, group->subgroup);
    for (size_t i = 0; i < request->confidence_count; i++) {
        limits = interval_of_strata(&interval, group->strata, group->count,
                                    method, request->confidence[i]);
        table_limits_write(rows, request, i, &interval);
    }
    table_method_write(rows, request, limits, interval_method_names[method]);
}

bool table_standard(struct session *session, struct rows *rows,
                    const struct table_request *request, int asked)
{
    struct groups groups = { NULL, 0 };
    struct table_columns columns;
    size_t standard;
    if (request->rows != TABLE_RATE)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "usage.standard_rate", NULL);
    if (!table_columns_find(session, &request->sheet, &columns) ||
        !sheet_needs(&request->sheet,
                     option_text(&session->options, OPTION_STANDARD, ""),
                     &standard, &session->fault) ||
        !read_groups(session, request, &columns, standard, &groups))
        return false;
    for (size_t i = 0; i < groups.count; i++)
        write_group(rows, request, asked, &groups.items[i]);
    return true;
}
