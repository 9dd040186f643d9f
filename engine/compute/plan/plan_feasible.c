/*
 * plan_feasible.c - a step against the past of whoever has to take it.
 *
 *  (1) usual: no more than the median yearly gain, or than the forecast; so is
 *      a year without any gain to make.
 *  (2) without precedent: more than the best year, and, where there is a
 *      forecast, than its upper limit.
 *  (3) The probability is that of standing at the planned value by the end of
 *      the year if things go on as they did: from four comparable years on,
 *      and only where the years differ at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/plan/plan_parts.h"

static double chance(const struct plan_work *work, const struct plan_area *area,
                     int year)
{
    double base = work->counted ? NO_VALUE : area->base[year];
    struct trend_point goal = { period_of_year(work->start + year),
                                plan_value(work, area, year), area->level[year],
                                base, NO_VALUE };

    return trend_walk_chance(&area->past.walk, &goal,
                             work->way < 0 ? TARGET_AT_MOST : TARGET_AT_LEAST);
}

enum plan_feasibility plan_feasible(const struct plan_work *work,
                                    const struct plan_area *area, int year,
                                    double *probability)
{
    const struct plan_past *past = &area->past;
    double gain = work->way * (area->level[year] - area->level[year - 1]);
    double value = work->way * plan_value(work, area, year);
    struct trend_reach reach = { NO_VALUE, NO_VALUE, NO_VALUE };

    *probability = past->walks ? chance(work, area, year) : NO_VALUE;
    if (gain <= 0)
        return FEASIBLE_USUAL;
    if (!past->known)
        return FEASIBLE_NO_PAST;
    if (gain <= past->median)
        return FEASIBLE_USUAL;
    if (past->walks)
        reach = trend_walk_at(&past->walk, work->start + year, work->tables);
    if (value <= work->way * reach.value) /* (1); false without a forecast */
        return FEASIBLE_USUAL;
    if (gain <= past->best)
        return FEASIBLE_AMBITIOUS;
    double limit = work->way > 0 ? reach.upper : reach.lower;
    return has_value(limit) && value <= work->way * limit
               ? FEASIBLE_AMBITIOUS
               : FEASIBLE_UNPRECEDENTED; /* (2) */
}
