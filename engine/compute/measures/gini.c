/*
 * gini.c - the Gini coefficient of a weighted sample.
 *
 *  (1) G = sum over all pairs of p_i p_j |y_i - y_j| over twice the mean. With
 *      the values sorted that is the sum of p r (2F - p - 1), F the cumulative
 *      share with the area itself: one pass.
 *  (2) Between 0 and 1, and not above 1 - the smallest share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/equity/measure.h"

static double gini(const struct sample *s, double parameter,
                   struct arena *scratch)
{
    double sum = 0;

    (void)parameter, (void)scratch;
    for (size_t k = 0; k < s->count; k++) {
        uint32_t i = s->ascending[k];
        /* r - 1 in place of r: the weights of it add up to 0. */
        sum += s->share[i] * (s->ratio[i] - 1) *
               (2 * s->reached[k] - s->share[i] - 1);
    }
    return sum;
}

static const struct measure measures[] = { {
    .id = "gini",
    .place = 240,
    .low = 0,
    .high = 1,
    .equal = 0,
    .needs = MEASURE_NEEDS_MEAN,
    .laws = MEASURE_EQUAL | MEASURE_SCALE_FREE | MEASURE_REPLICATION |
            MEASURE_TRANSFER,
    .compute = gini,
} };
const struct measure_family measures_gini = MEASURE_FAMILY(measures);
