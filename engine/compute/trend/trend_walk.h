/*
 * trend_walk.h - a random walk with drift: where a series may go, and when it
 * may reach a target.
 *
 * Each year adds the drift and a random step to what was there. With changes
 * d_i over steps of g_i years, T years in all and m changes,
 *
 *     drift = sum d_i / T       s^2 = sum (d_i - drift g_i)^2 / g_i / (m - 1)
 *     in h years: last + h drift +- t_{m-1} s sqrt(h + h^2/T)
 *
 * h s^2 is what the steps to come add, h^2 s^2/T the error of the drift itself
 * (var(drift) = s^2/T). Without gaps T = m = n - 1. Source: Hyndman and
 * Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 5.2 and 5.5;
 * Lee and Carter, J Am Stat Assoc 87 (1992) 659.
 *
 * The walk goes on a scale on which its limits stay possible, and is taken back
 * from there:
 *   proportions with counts  ln((x + 1/2)/(n - x + 1/2))
 *   rates with counts        ln((x + 1/2)/n), with noise poisson
 *   counts above 0           ln x
 *   anything else            as it is, cut at the indicator's bounds
 *
 * Sampling noise in the figures makes the changes larger than the steps, so the
 * limits are then wider than they need be. But few changes may be alike by
 * luck: where the noise is known, with variances v of the last figure and u of
 * the first on the walk's scale, the limits are never nearer than z sqrt(v (1 +
 * h/T)^2 + u (h/T)^2), what it makes of last + h drift when nothing steps at
 * all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_TREND_WALK_H
#define HOCTAP_COMPUTE_TREND_WALK_H

#include "engine/compute/trend/trend_parts.h"
#include "engine/model/target.h"

enum walk_scale { WALK_PLAIN, WALK_LOG, WALK_LOGIT };

struct trend_walk {
    enum walk_scale scale;
    double unit;      /* of a proportion or rate: the indicator's scale */
    double low, high; /* what the unit allows */
    double time, last, drift;
    double step;                    /* s, per root of a year; 0 = no scatter */
    double first_noise, last_noise; /* u and v; 0 = a fact */
    double span;                    /* T, years */
    size_t degrees;                 /* m - 1 */
};

/* At least three points. */
struct trend_walk trend_walk_of(const struct trend_point points[], size_t count,
                                const struct trend_rule *rule);
/* The same in the unit itself, for the drift. */
struct trend_walk trend_walk_plain(const struct trend_point points[],
                                   size_t count,
                                   const struct indicator *indicator);

struct trend_reach {
    double value, lower, upper; /* no limits without any scatter or noise */
};
struct trend_reach trend_walk_at(const struct trend_walk *walk, int year,
                                 struct trend_tables *tables);

/* Is the drift more than chance? The walk must be plain. And the drift with
 * its limits. */
struct trend_verdict trend_walk_test(const struct trend_walk *walk);
struct trend_slope trend_walk_slope(const struct trend_walk *walk,
                                    struct trend_tables *tables);

/*
 * The years in which a goal is reached: by the forecast, by its better limit,
 * by its worse one. 0 = not within [most] years after the last figure, which is
 * to be printed as not determined. A goal reached already has the last year.
 */
struct trend_attainment {
    int year, earliest, latest;
};
struct trend_attainment trend_walk_reaches(const struct trend_walk *walk,
                                           double goal,
                                           enum target_operator comparison,
                                           int most,
                                           struct trend_tables *tables);

/*
 * The probability that the walk stands at the goal or beyond it in the goal's
 * year, from the wider of the two spreads; NO_VALUE without any. The goal is a
 * point like those of the walk, with counts where they have them.
 */
double trend_walk_chance(const struct trend_walk *walk,
                         const struct trend_point *goal,
                         enum target_operator comparison);

#endif
