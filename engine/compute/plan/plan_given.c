/*
 * plan_given.c - what a file says about the years to come.
 *
 *  (1) The most special row holds: one for the area before one for all, then
 *      one for the indicator, then one for the year.
 *  (2) A row for all areas is not one for the whole, and a row for the root is
 *      for the whole alone.
 *  (3) The limit of a year is the smaller of what can be won and of what the
 *      budget pays for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>

#include "engine/base/number.h"
#include "engine/compute/plan/plan_parts.h"

static double look(const struct plan_inputs *inputs, struct plan_given key)
{
    const struct plan_given *found =
        bsearch(&key, inputs->items, inputs->count, sizeof key, given_order);

    return found ? found->value : NO_VALUE;
}

double plan_given(const struct plan_work *work, enum given_sort sort,
                  uint32_t area, int year)
{
    const struct plan_inputs *inputs = work->request->inputs;
    const uint32_t root = work->ground->study->project.root;
    double value = NO_VALUE;

    if (!inputs || inputs->count == 0)
        return NO_VALUE;
    for (unsigned special = 0; special < 8 && !has_value(value); special++) {
        struct plan_given key = {
            .sort = sort,
            .area = special & 4 ? NO_AREA : area,
            .indicator = special & 2 ? NO_INDEX : work->index,
            .year = special & 1 ? 0 : work->start + year,
        };
        if (key.area == NO_AREA && area == root) /* (2) */
            break;
        value = look(inputs, key);
    }
    return value;
}

double plan_limit(const struct plan_work *work, uint32_t area, int year)
{
    double most, budget, cost, limit;

    if (!work->request->inputs)
        return (double)INFINITY;
    most = plan_given(work, GIVEN_MOST, area, year);
    budget = plan_given(work, GIVEN_BUDGET, area, year);
    cost = plan_given(work, GIVEN_COST, area, year);
    limit = has_value(most) ? floor(most) : (double)INFINITY;
    if (!has_value(cost)) /* the cost of one is the same everywhere */
        cost = plan_given(work, GIVEN_COST, NO_AREA, year);
    if (has_value(budget) && cost > 0)
        limit = fmin(limit, floor(budget / cost)); /* (3) */
    return limit;
}
