/*
 * compare.h - areas against the whole: difference, funnel, shrinkage, ranks.
 *
 * A family is all areas of one indicator, period, tier and breakdown, with the
 * whole they are part of: the figure of the area above from its own numerator
 * and denominator, not the mean of the parts. Tests are adjusted within the
 * family alone, so that a verdict does not change when an indicator is added.
 *
 *  - difference, its limits, p and adjusted p: compare_difference.c; the word
 *    better, similar or worse: decide.h, for this and every other view.
 *  - funnel: exact limits at the area's size, widened by what the other areas
 *    differ beyond chance; from twelve areas on: compare_funnel.c and
 *    compare_dispersion.c.
 *  - shrunk, weight: the figure drawn towards the whole as far as its size asks
 *    for it. Beside the raw figure, for ranks and small areas; never for a
 *    verdict: compare_shrink.c.
 *  - rank and its limits: compare_rank.c.
 *
 * Without noise a figure is a fact: it has a difference and a rank, and the
 * material difference alone decides. A count has no whole to stand against: it
 * grows with the area.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_COMPARE_H
#define HOCTAP_COMPUTE_COMPARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/model/comparison.h"
#include "engine/model/study.h"

struct arena;

struct compare_family {
    const struct indicator *indicator;    /* scale, better, noise, material */
    double numerator, denominator, whole; /* of the whole; NO_VALUE without */
    double confidence;                    /* of every pair of limits */
    struct comparison *rows; /* usable, numerator, denominator, value given */
    size_t count;
};

/* For a table that has no area above: the rows with a value added up, also one
 * above its base, which is not usable. */
void compare_add_up(struct compare_family *family);

/* Fills everything of the rows but their limits. What cannot be said of the
 * spread is NO_VALUE. */
struct dispersion compare_family(struct compare_family *family,
                                 struct arena *scratch);

/* Fills the standing of every result against the same result of [root]. */
void compare_standings(struct results *results, uint32_t root,
                       const struct study *study, struct arena *scratch);

/* Which families are wanted; the whole of each is computed all the same. */
struct compare_request {
    uint32_t root;
    period period; /* NO_PERIOD = every one */
    double confidence;
    bool limits;    /* those of the funnels too, of whole areas */
    size_t threads; /* 0 = as many as there are processors */
};

/* The standings of some rows, all of their indicators, in the period wanted:
 * others may be at work on those of other indicators. */
void compare_standings_rows(struct results *results, struct results_span span,
                            const struct compare_request *request,
                            const struct study *study, struct arena *scratch);

/* Adds a row for every result below the root, in the order of the results. */
void compare_results(struct comparisons *into, const struct results *results,
                     const struct compare_request *request,
                     const struct study *study, struct arena *scratch);

#endif
