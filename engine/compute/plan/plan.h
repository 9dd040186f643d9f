/*
 * plan.h - a target into milestones of the whole and quotas of its areas.
 *
 *  (1) It starts from the last comparable value of each area at the end of the
 *      project's period: this year's, an estimate of this year when that is
 *      what there is, else an earlier year's. An area without any is left out
 *      and says so.
 *  (2) The whole is the sum of the areas that start. Its milestones lie on the
 *      path between today's value and the target, and where several targets lie
 *      ahead, from one to the next; the level of a year is the least whole
 *      number that reaches its milestone at that year's base.
 *  (3) The base of a year is given, or goes on by the median yearly change of
 *      at most five comparable years on one map, or, with fewer than two such
 *      changes, is held. It is a whole number and never below what is reached.
 *  (4) Levels are shared by the rule (plan_rule.c) with plan_share: exact in
 *      total, never below what is reached nor beyond the base. Between the
 *      targets of one path they follow the base of the target's year, so that
 *      the shares of the years are nested and a higher target lowers nobody's.
 *  (5) The quota of a year is the net gain, plus the expected losses that are
 *      given, plus the titles that expire: of a numerator that adds up the
 *      grants of several years, those of the year that falls out. What is
 *      counted anew every year (a flow) is to be won whole each year.
 *  (6) With fewer is better the same holds the other way round: levels fall,
 *      never below 0, and a quota says how many fewer.
 *  (7) A step is usual when it asks for no more than the median yearly gain of
 *      the area's own past or its forecast; without precedent when it asks for
 *      more than the best year and than the forecast's upper limit; else
 *      ambitious. Fewer than two comparable changes are no past.
 *  (8) Where limits or bases do not allow a target, the plan goes as far as it
 *      can, and says what stands in the way and how far that is.
 *  (9) Targets of the areas' own (for each, for a class, for one of them) are
 *      floors: they hold under every rule, and raise the whole where together
 *      they ask for more than its milestone. Limits are stronger; who misses
 * its own target by them says so. (10) What is no count of something to be won
 * (means, indexes, derived values, published rates, pupils per teacher) has
 * milestones of the whole and no quotas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_PLAN_H
#define HOCTAP_COMPUTE_PLAN_H

#include "engine/compute/indicator/formulas.h"
#include "engine/model/cube.h"
#include "engine/model/plan_results.h"
#include "engine/model/results.h"
#include "engine/model/study.h"

struct arena;

/* --what-if: the value an area is to have in the target's year. */
struct plan_wish {
    uint32_t area;
    double value; /* in the unit */
};

enum { PLAN_MOST_YEARS = 20 };

struct plan_request {
    const uint16_t *indicators; /* NULL = all that have a target ahead */
    size_t indicator_count;
    int to; /* the last year; 0 = that of the next target */
    enum plan_rule rule;
    enum plan_path path;
    double confidence;
    const struct plan_inputs *inputs; /* or NULL */
    const struct plan_wish *wishes;
    size_t wish_count;
    bool every_rule; /* outcomes of all rules, not of the one alone */
};

/* What the plans are made from. */
struct plan_ground {
    const struct results *results; /* sorted */
    const struct formulas *formulas;
    const struct cube *cube; /* for what was granted when; or NULL */
    const struct study *study;
};

/* Adds a course for each indicator. Those asked for by name have one even when
 * there is nothing to plan: its one step says why. */
void plan_results(struct plans *into, const struct plan_ground *ground,
                  const struct plan_request *request, struct arena *scratch);

/*
 * What was planned for the project's period against what came, and the plan
 * made anew beside the one made before. The difference is worth a word when it
 * reaches the material one and, where the figure carries noise, the planned
 * value lies outside its interval. The last plan is sorted by planned_order.
 */
void plan_review(struct reviews *into, const struct planned_list *last,
                 const struct plans *now, const struct plan_ground *ground,
                 struct arena *scratch);

#endif
