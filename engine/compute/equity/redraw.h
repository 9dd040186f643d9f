/*
 * redraw.h - figures as they might have come out: fresh samples from given true
 * values, with the areas' own bases.
 *
 *  (1) binomial: round(n) persons each, at the true value; poisson: events over
 *      the base n; clustered: n over the design effect persons, their distance
 *      from the true value stretched to the variance q(1 - q)/n x effect where
 *      that is no whole number.
 *  (2) Where a table gives sampling errors in place of counts: normal, with
 *      those errors whatever the true value.
 *  (3) Nothing is drawn outside [low] to [high].
 *  (4) A figure rises with its random number, so that the same numbers give
 *      figures that move together as the true values move.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_REDRAW_H
#define HOCTAP_COMPUTE_REDRAW_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/catalogue.h"

struct arena;

/* How the figures of a sample came to vary. */
struct chance {
    enum noise noise;     /* of counts; any other: normal */
    const double *base;   /* n of each area; NULL: normal */
    const double *sigma;  /* the errors of (2), in the unit */
    double scale;         /* unit of a value of 1 */
    double design_effect; /* clustered */
    double low, high;     /* in the unit; may be infinite */
};

/* A plan for one set of true values. It lies in the arena. */
struct redraw;
struct redraw *redraw_plan(const struct chance *chance, const double truth[],
                           size_t count, struct arena *arena);

/*
 * A piece of draws at once: [even] holds numbers between 0 and 1, the draws of
 * an area side by side, [normal] the normal quantiles of the same; [values] the
 * areas of a draw side by side.
 */
enum { REDRAW_PIECE = 16 };
void redraw_values(const struct redraw *plan, const double even[],
                   const double normal[], double values[]);

#endif
