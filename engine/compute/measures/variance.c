/*
 * variance.c - spread about the mean, squares weighted by population.
 *
 *  (1) between_group_variance = sum of p (y - mean)^2, in the unit's square.
 *  (2) between_group_sd is its root, in the unit.
 *  (3) coefficient_of_variation = 100 x the root over the mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/equity/measure.h"

static double between_group_variance(const struct sample *s, double parameter,
                                     struct arena *scratch)
{
    double sum = 0;

    (void)parameter, (void)scratch;
#pragma omp simd reduction(+ : sum)
    for (size_t i = 0; i < s->count; i++) {
        double apart = s->value[i] - s->mean;
        sum += s->share[i] * apart * apart;
    }
    return sum;
}

static double between_group_sd(const struct sample *s, double parameter,
                               struct arena *scratch)
{
    return sqrt(between_group_variance(s, parameter, scratch));
}

static double coefficient_of_variation(const struct sample *s, double parameter,
                                       struct arena *scratch)
{
    return 100 * between_group_sd(s, parameter, scratch) / s->mean;
}

#define SPREAD_LAWS (MEASURE_EQUAL | MEASURE_REPLICATION | MEASURE_TRANSFER)

static const struct measure measures[] = {
    {
        .id = "between_group_variance",
        .place = 90,
        .high = HUGE_VAL,
        .reach = 0.25, /* q(1 - q) */
        .laws = SPREAD_LAWS | MEASURE_SCALES_SQUARE | MEASURE_SHIFT_FREE,
        .compute = between_group_variance,
    },
    {
        .id = "between_group_sd",
        .place = 100,
        .high = HUGE_VAL,
        .reach = 0.5,
        .laws = SPREAD_LAWS | MEASURE_SCALES | MEASURE_SHIFT_FREE,
        .compute = between_group_sd,
    },
    {
        .id = "coefficient_of_variation",
        .place = 110,
        .high = HUGE_VAL,
        .needs = MEASURE_NEEDS_MEAN,
        .laws = SPREAD_LAWS | MEASURE_SCALE_FREE,
        .percent = true,
        .compute = coefficient_of_variation,
    },
};
const struct measure_family measures_variance = MEASURE_FAMILY(measures);
