/*
 * trend.h - which way a series goes, how fast, and where it may go next.
 *
 * A series is one figure a year, in the indicator's unit, with the counts
 * behind it where they are known. Years are those of the calendar: a gap is a
 * longer step, not a missing one.
 *
 *  (1) The test follows the noise of the indicator:
 *      none, process            Mann-Kendall, exact: trend_kendall.c
 *      binomial, clustered      Cochran-Armitage, poisson: the log-linear score
 *                               test, a standard error each: weighted linear;
 *                               all three against the scatter about the line,
 *                               never against chance alone: trend_weighted.c
 *      a stock without noise    its yearly changes: trend_walk.c
 *      A stock (members, titles held) keeps what it had: a walk without any
 *      drift looks like a trend to every test of levels.
 *  (2) The slope is that of Theil and Sen with Sen's limits (trend_slope.c);
 *      that of a stock is its mean yearly change.
 *  (3) rising or falling: p < .05, the slope goes the same way, and the change
 *      over the stretch (slope x years) reaches the material difference.
 *      steady: both limits of the slope, over the stretch, stay inside it.
 *      Else unclear; below four years too_short.
 *  (4) The forecast is a random walk with drift: trend_walk.c. A straight
 *      line's limits promise too much. Below four years there is none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_TREND_H
#define HOCTAP_COMPUTE_TREND_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/compute/indicator/formulas.h"
#include "engine/model/study.h"
#include "engine/model/trend_results.h"

struct arena;

enum { TREND_LEAST = 4 }; /* years */

struct trend_point {
    period period; /* a year or a school year */
    double value;
    double numerator, denominator; /* NO_VALUE where not known */
    double se;                     /* of the value; NO_VALUE without */
};

/* What is taken of the indicator, and how the series is to be read. */
struct trend_rule {
    const struct indicator
        *indicator; /* kind, scale, noise, material, bounds */
    bool stock;
};

/* What all series of a run share: the levels of confidence turned into
 * quantiles, and the exact distributions, each worked out once. */
struct trend_tables;
struct trend_tables *trend_tables_new(double confidence, struct arena *arena);

/* Fills the line's stretch and all that follows of it. The points are sorted
 * by year, one a year, each with a value. [ahead] is the period to forecast,
 * NO_PERIOD = the next year. */
void trend_judge(struct trend *line, const struct trend_point points[],
                 size_t count, const struct trend_rule *rule, period ahead,
                 struct trend_tables *tables);

/* --- the trends of a run ---------------------------------------------------
 */

struct trend_request {
    period from, to; /* years outside are left out; NO_PERIOD = open */
    period ahead;    /* to forecast; NO_PERIOD = a target's year, or the next */
    double confidence;
    size_t threads; /* 0 = as many as there are processors */
};

/* Adds a line for every indicator, area and breakdown of the results, in their
 * order. The results are sorted and judged against their targets. */
void trend_results(struct trends *into, const struct results *results,
                   const struct trend_request *request,
                   const struct formulas *formulas, const struct study *study,
                   struct arena *scratch);

#endif
