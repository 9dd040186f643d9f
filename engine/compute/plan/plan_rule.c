/*
 * plan_rule.c - what each area claims of the whole's level.
 *
 *  (1) proportional: every area wins the same part of what remains of its base;
 *      with fewer is better, loses the same part of what there is.
 *  (2) equal_gain: every area wins the same points.
 *  (3) close_gap: whoever is lowest comes first, person by person (signpost 0),
 *      until all stand on a common floor; so the largest remaining gap is as
 *      small as it can be.
 *  (4) fixed: levels that a file gives; the others share as in (1). A value
 *      wished for one area holds under every rule, and is approached along the
 *      path of the whole.
 *  (5) Nobody claims less than what is reached, nor more than its base or than
 *      its limit of the year allows. What is needed only to make good losses
 *      and expired titles goes off the limit first; where it is more than the
 *      limit, the level is kept all the same.
 *  (6) A count has no base: proportional to what there is, and equal numbers.
 *  (7) An area's own target is the least it claims (plan_floor.c); its limit is
 *      stronger.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/plan/plan_parts.h"

static const double WEBSTER = 0.5, ADAMS = 0;

static void claim_rest(struct share_claim *claim, const struct plan_work *work,
                       const struct plan_area *area, const struct plan_leg *leg)
{
    double start = area->level[leg->first], base = area->base[leg->last];

    claim->start = work->way * start;
    if (work->way < 0)
        claim->slope = start;
    else if (work->counted)
        claim->slope = fmax(start, 1); /* (6) */
    else
        claim->slope = work->bounded ? fmax(0, base - start) : base;
}

static void claim_points(struct share_claim *claim,
                         const struct plan_work *work,
                         const struct plan_area *area,
                         const struct plan_leg *leg)
{
    double start = area->level[leg->first], first = area->base[leg->first];
    double base = area->base[leg->last];
    bool grows = !work->counted && fabs(base - first) > 0;

    claim->slope = work->counted ? 1 : base;
    claim->start = work->way * (grows ? start / first * base : start);
}

static void claim_floor(struct share_claim *claim, const struct plan_work *work,
                        const struct plan_area *area,
                        const struct plan_leg *leg)
{
    claim->start = 0;
    claim->slope = work->counted ? 1 : area->base[leg->last];
}

/* (4) A level the area is to have at the end of the year; or NO_VALUE. */
static double wanted(const struct plan_work *work, enum plan_rule rule,
                     const struct plan_area *area, int year)
{
    double scale = work->indicator->scale, value;
    double given = rule == RULE_FIXED
                       ? plan_given(work, GIVEN_LEVEL, area->area, year)
                       : NO_VALUE;

    if (!has_value(area->wish))
        return round(given);
    value =
        plan_milestone(work->request->path, plan_value(work, area, 0),
                       area->wish, year, work->years, work, area->base[year]);
    return round(work->counted ? value / scale
                               : value / scale * area->base[year]);
}

/* (5) */
static void bound(struct share_claim *claim, const struct plan_work *work,
                  enum plan_rule rule, struct plan_area *area, int year)
{
    double now = area->level[year - 1], level, limit, free;
    uint32_t *notes = &area->step_notes[year];

    claim->low = work->way * now;
    claim->high = work->way < 0 ? 0 : (double)INFINITY;
    if (work->way > 0 && work->bounded)
        claim->high = fmax(now, area->base[year]);
    claim->low = fmin(fmax(claim->low, plan_floor(work, area, year)),
                      claim->high); /* (7) */
    level = work->way * wanted(work, rule, area, year);
    if (has_value(level)) {
        free = fmin(fmax(level, claim->low), claim->high);
        *notes |= fabs(free - level) > 0 ? 1u << PLAN_NOTE_given_broken
                                         : 1u << PLAN_NOTE_given;
        claim->low = claim->high = free;
        return;
    }
    limit = plan_limit(work, area->area, year);
    if (!isfinite(limit))
        return;
    free =
        work->flow && work->way > 0
            ? limit - now
            : limit - plan_expiring(work, area, year) - plan_losses(area, year);
    claim->high = fmin(claim->high, work->way * now + fmax(0, free));
    claim->low = fmin(claim->low, claim->high);
    *notes |= 1u << PLAN_NOTE_limited; /* taken back where it does not bind */
}

double plan_claims(struct share_claim claims[], const struct plan_work *work,
                   enum plan_rule rule, const struct plan_leg *leg, int year)
{
    for (size_t i = 0; i < work->count; i++) {
        struct plan_area *area = &work->areas[i];
        if (rule == RULE_EQUAL_GAIN)
            claim_points(&claims[i], work, area, leg);
        else if (rule == RULE_CLOSE_GAP)
            claim_floor(&claims[i], work, area, leg);
        else
            claim_rest(&claims[i], work, area, leg);
        bound(&claims[i], work, rule, area, year);
    }
    return rule == RULE_CLOSE_GAP ? ADAMS : WEBSTER;
}
