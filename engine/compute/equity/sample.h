/*
 * sample.h - the areas whose unevenness is measured, prepared once.
 *
 * Thirty measures look at the same figures from thirty sides. What they share
 * is worked out once: the shares of the population, the mean, ratios to the
 * mean and their logarithms, the ascending order and the Lorenz curve along it,
 * the mid-ranks and the two ends of an order that was named.
 *
 *  (1) Given: no missing value, every weight above 0, at least one area.
 *  (2) Areas that share one order share one mid-rank; several at one end count
 *      as one, their weighted mean.
 *  (3) A twin has the same areas and room for other values: a draw is put into
 *      it and what depends on the values is worked out again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_SAMPLE_H
#define HOCTAP_COMPUTE_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/number.h"
#include "engine/compute/equity/ordering.h"
#include "engine/model/catalogue.h"

struct arena;

#define SAMPLE_NONE UINT32_MAX

struct sample {
    size_t count;
    const double *value;   /* y */
    const double *weight;  /* population, all positive */
    const double *sigma;   /* sampling error of each y; NULL without noise */
    const double *order;   /* 1 = most disadvantaged; NULL = unordered */
    const uint32_t *group; /* 0 to group_count - 1; NULL without groups */
    size_t group_count;
    uint32_t reference; /* an index, or SAMPLE_NONE */
    enum better better;
    double target; /* in the unit; NO_VALUE without */
    double unit;   /* of proportions: 100 = per cent; NO_VALUE for others */

    /* prepared: of the areas */
    double total;
    const double *share; /* p = weight / total */
    const double *rank;  /* mid-ranks by order; NULL when unordered */
    /* each area's part in the mean at either end of the order */
    const double *least_part, *most_part;

    /* prepared: of the values */
    double mean, low, high;
    bool alike;                /* all values are the same but for rounding */
    double best;               /* the best value, by [better] */
    double least, most;        /* of the least and the most disadvantaged */
    const double *ratio;       /* r = y / mean; NULL when the mean is not > 0 */
    const double *log_ratio;   /* ln r, of 0 minus infinity; NULL as above */
    const uint32_t *ascending; /* indexes by value */
    const double *reached;     /* sum of p up to here, ascending; ends in 1 */
    const double *held;        /* sum of p y up to here, ascending */

    struct sample_room *room; /* private */
};

/* Fills the prepared part from the given part. Lives in the arena. */
void sample_prepare(struct sample *sample, struct arena *arena);

/* (3) Of a prepared sample; *values is where the other values go, and
 * sample_refresh prepares what depends on them. */
void sample_twin(struct sample *twin, const struct sample *of, double **values,
                 struct arena *arena);
void sample_refresh(struct sample *twin);

/*
 * The smallest value whose cumulative share of the population reaches [q] (0
 * to 1). A share that misses q by rounding alone counts as reaching it.
 */
double sample_quantile(const struct sample *sample, double q);

/* Sum of p y over the lowest part [q] of the population, the area on the
 * border split. */
double sample_held(const struct sample *sample, double q);

#endif
