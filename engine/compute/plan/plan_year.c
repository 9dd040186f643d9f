/*
 * plan_year.c - the levels of one year after the other.
 *
 *  (1) The whole's level is the least whole number that reaches the milestone
 *      (with fewer is better, the largest that does not pass it), and never
 *      gives up what is reached. What a limit left undone in one year is made
 *      good in the next, as far as its limit allows.
 *  (2) The whole's limit is a row of the file for the root.
 *  (3) The note that a limit holds an area down stays only where it does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/plan/plan_parts.h"

double plan_value(const struct plan_work *work, const struct plan_area *area,
                  int year)
{
    double share = work->counted ? area->level[year]
                                 : area->level[year] / area->base[year];

    return work->indicator->scale * share;
}

/* (1) */
static double whole_level(const struct plan_work *work,
                          const struct plan_leg *leg, int year)
{
    const struct plan_area *whole = &work->whole;
    double base = work->counted ? 1 : whole->base[year];
    double from = plan_value(work, whole, leg->first);
    double now = whole->level[year - 1], level, slack;

    level =
        plan_milestone(work->request->path, from, leg->goal, year - leg->first,
                       leg->last - leg->first, work, base);
    if (work->way * (level - leg->goal) > 0) /* reached: it is kept */
        level = leg->goal;
    level *= base / work->indicator->scale;
    slack = 1e-9 * fmax(1, fabs(level));
    return work->way > 0 ? fmax(now, ceil(level - slack))
                         : fmin(now, floor(level + slack));
}

/* (2) */
static double whole_limit(const struct plan_work *work, int year)
{
    const struct plan_area *whole = &work->whole;
    double limit = plan_limit(work, work->ground->study->project.root, year);

    if (work->flow && work->way > 0)
        return limit - whole->level[year - 1];
    return limit - plan_expiring(work, whole, year) - plan_losses(whole, year);
}

/* Without anything given no step has a note of its own. */
static bool has_given(const struct plan_work *work)
{
    return work->request->inputs != NULL || work->request->wish_count > 0 ||
           work->has_floors;
}

/* (3) */
static void keep_binding(struct plan_work *work,
                         const struct share_claim claims[], int year)
{
    for (size_t i = 0; i < work->count; i++) {
        struct plan_area *area = &work->areas[i];
        bool binds = work->way * area->level[year] >= claims[i].high;
        if (!binds)
            area->step_notes[year] &= ~(1u << PLAN_NOTE_limited);
        else if (area->step_notes[year] & 1u << PLAN_NOTE_limited)
            work->limited = true;
    }
}

static void share_year(struct plan_work *work, enum plan_rule rule,
                       const struct plan_leg *leg, int year)
{
    struct share_claim *claims = work->claims;
    double *share = work->share;
    double now = work->way * work->whole.level[year - 1];
    double wanted = work->way * whole_level(work, leg, year);
    double limit = now + fmax(0, whole_limit(work, year));
    double signpost = plan_claims(claims, work, rule, leg, year);

    if (work->has_floors)
        plan_floors_yield(claims, work, limit, year);
    double sum = plan_share(share, claims, work->count, fmin(wanted, limit),
                            signpost, work->scratch);

    for (size_t i = 0; i < work->count; i++)
        work->areas[i].level[year] = work->way * share[i];
    work->whole.level[year] = work->way * sum;
    work->is_short = sum < wanted - 0.5;
    work->limited = limit < wanted;
    if (has_given(work))
        keep_binding(work, claims, year);
    if (work->has_floors)
        plan_floors_note(work, wanted, year);
}

void plan_levels(struct plan_work *work, enum plan_rule rule)
{
    if (!work->claims)
        work->claims =
            arena_array(work->scratch, work->count, struct share_claim);
    if (!work->share)
        work->share = arena_array(work->scratch, work->count, double);
    for (int year = 0; year <= work->years; year++)
        work->whole.step_notes[year] = 0;
    for (size_t i = 0; i < work->count && has_given(work); i++)
        for (int year = 0; year <= work->years; year++)
            work->areas[i].step_notes[year] = 0;
    for (size_t l = 0; l < work->leg_count; l++)
        for (int year = work->legs[l].first + 1;
             year <= work->legs[l].last && year <= work->printed; year++)
            share_year(work, rule, &work->legs[l], year);
}
