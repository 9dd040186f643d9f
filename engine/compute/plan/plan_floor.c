/*
 * plan_floor.c - targets that areas have of their own: for each, for a class,
 * for one by name.
 *
 *  (1) The target that an area's result of a year would be held against is the
 *      area's floor from that year on, until the next one. It is approached
 *      along the path of the plan, so that its last year is no jump. What is
 * due after the plan's last year is no floor of it. (2) A floor is a whole
 * number: the least that reaches the target at the year's base; with fewer is
 * better the most that is within it. (3) Floors hold under every rule and
 * before any other claim. Together they may ask for more than the milestone of
 * the whole: then the whole, which is their sum, gets more, and says so. (4) A
 * limit is stronger: what an area or the whole cannot win is not planned, and
 * the area's note says that its own target is missed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/plan/plan_parts.h"

bool plan_has_floors(const struct plan_work *work)
{
    const struct targets *targets = &work->ground->study->targets;
    uint32_t root = work->ground->study->project.root;

    for (size_t i = 0; i < targets->count; i++) {
        const struct target *t = &targets->items[i];
        int year = period_year(t->period);
        bool own =
            t->area != NO_AREA ? t->area != root : t->applies == APPLIES_EACH;
        if (t->indicator == work->index && !t->draft && own &&
            year > work->start && year <= work->start + work->years)
            return true;
    }
    return false;
}

/* (1) NO_VALUE when none falls due in that year, or in the other direction. */
static struct goal goal_in(const struct plan_work *work,
                           const struct plan_area *area, int year)
{
    struct result r = { .indicator = work->index,
                        .area = area->area,
                        .period = period_of_year(work->start + year),
                        .breakdown = WHOLE,
                        .denominator =
                            work->counted ? NO_VALUE : area->base[year] };
    struct goal goal = goal_of(&r, work->goals);
    bool falls = goal.comparison == TARGET_AT_MOST;

    if (goal.sort != GOAL_DUE || falls != (work->way < 0))
        goal.value = NO_VALUE;
    return goal;
}

/* (2) */
static double level_of(const struct plan_work *work,
                       const struct plan_area *area, double value, int year)
{
    double base = work->counted ? 1 : area->base[year];
    double level = value / work->indicator->scale * base;
    double slack = 1e-9 * fmax(1, fabs(level));

    return work->way > 0 ? ceil(level - slack) : floor(level + slack);
}

/* The years (first, last] that lead to a target. */
static void approach(struct plan_area *area, const struct plan_work *work,
                     struct plan_leg leg, double from)
{
    for (int year = leg.first + 1; year <= leg.last; year++) {
        double value = plan_milestone(
            work->request->path, from, leg.goal, year - leg.first,
            leg.last - leg.first, work, work->counted ? 0 : area->base[year]);
        area->floor[year] = level_of(work, area, value, year);
    }
}

void plan_floors(struct plan_area *area, struct plan_line *line,
                 const struct plan_work *work)
{
    double from = plan_value(work, area, 0), kept = NO_VALUE;
    int last = 0;

    area->floor = arena_array(work->scratch, (size_t)work->years + 1, double);
    for (int year = 0; year <= work->years; year++)
        area->floor[year] = NO_VALUE;
    for (int year = 1; year <= work->years; year++) {
        struct goal goal = goal_in(work, area, year);
        if (has_value(goal.value)) {
            approach(area, work,
                     (struct plan_leg){
                         .first = last, .last = year, .goal = goal.value },
                     from);
            line->floor = from = kept = goal.value;
            line->floor_year = work->start + year;
            last = year;
        }
    }
    for (int year = last + 1; year <= work->years && has_value(kept); year++)
        area->floor[year] = level_of(work, area, kept, year);
}

double plan_floor(const struct plan_work *work, const struct plan_area *area,
                  int year)
{
    return area->floor && has_value(area->floor[year])
               ? work->way * area->floor[year]
               : -(double)INFINITY;
}

/* (4) */
void plan_floors_yield(struct share_claim claims[],
                       const struct plan_work *work, double limit, int year)
{
    double lows = 0;

    for (size_t i = 0; i < work->count; i++)
        lows += claims[i].low;
    for (size_t i = 0; i < work->count && lows > limit; i++) {
        const struct plan_area *area = &work->areas[i];
        double reached = work->way * area->level[year - 1];
        bool set = area->step_notes[year] &
                   (1u << PLAN_NOTE_given | 1u << PLAN_NOTE_given_broken);
        claims[i].high = claims[i].low;
        if (!set)
            claims[i].low = fmin(claims[i].low, reached);
    }
}

/* (3), (4) */
void plan_floors_note(struct plan_work *work, double wanted, int year)
{
    double sum = work->way * work->whole.level[year];
    bool stands = false;

    for (size_t i = 0; i < work->count; i++) {
        struct plan_area *area = &work->areas[i];
        double level = work->way * area->level[year];
        double least = plan_floor(work, area, year);
        if (level < least) {
            area->step_notes[year] |= 1u << PLAN_NOTE_floor_missed;
        } else if (level <= least &&
                   level > work->way * area->level[year - 1]) {
            area->step_notes[year] |= 1u << PLAN_NOTE_floor;
            stands = true;
        }
    }
    if (stands && sum > wanted + 0.5)
        work->whole.step_notes[year] |= 1u << PLAN_NOTE_floors;
}
