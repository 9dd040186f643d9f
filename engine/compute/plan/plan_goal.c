/*
 * plan_goal.c - which targets lie ahead of the whole, and when.
 *
 *  (1) Every target that binds the root in a year after the start ends a leg of
 *      the path: the one that progress_goal.c would hold that year's result
 *      against. Targets in persons are brought into the unit by today's base.
 *  (2) Without --to the plan goes to the next target, else to the last one
 *      needed to reach that year.
 *  (3) Levels fall where the target is an upper limit; a target that asks for
 *      exactly so much is approached from below, if today's value is below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/number.h"
#include "engine/compute/plan/plan_parts.h"

/* What a result of the root in that year would be held against. */
static struct goal goal_in(const struct plan_work *work, int year)
{
    struct result r = { .indicator = work->index,
                        .area = work->ground->study->project.root,
                        .period = period_of_year(work->start + year),
                        .breakdown = WHOLE,
                        .denominator = work->whole.base[0] };

    return goal_of(&r, work->goals);
}

bool plan_legs(struct plan_work *work, uint32_t *notes)
{
    const struct targets *targets = &work->ground->study->targets;
    int to = work->request->to - work->start, from = 0;

    *notes |= 1u << PLAN_NOTE_no_target;
    for (int year = 1; year <= PLAN_MOST_YEARS; year++) {
        struct goal goal = goal_in(work, year);
        if (goal.sort == GOAL_OTHER_UNIT)
            *notes |= 1u << PLAN_NOTE_other_unit;
        if (goal.sort != GOAL_DUE || !has_value(goal.value))
            continue;
        work->legs[work->leg_count++] =
            (struct plan_leg){ from, year, goal.value,
                               (uint32_t)(goal.target - targets->items),
                               goal.comparison };
        work->years = from = year;
        if (year >= to) /* (2) */
            break;
    }
    if (work->leg_count == 0)
        return false;
    work->printed = to > 0 && to < work->years ? to : work->years;
    work->way = work->legs[0].comparison == TARGET_AT_MOST ? -1 : 1; /* (3) */
    *notes = 0;
    return true;
}
