/*
 * mean_difference.c - how far areas lie from a value on average.
 *
 *  (1) From the mean, the best area or the reference area: sum of |y - it|
 *      over the number of areas; _weighted: weighted by population. The mean
 *      itself is the weighted one in both.
 *  (2) index_of_disparity = 100 x the mean difference from the mean over the
 *      mean, and the same weighted.
 *  (3) From the best area all signs are one: the mean difference is the best
 *      minus the (plain or weighted) mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/equity/measure.h"

static double plain(const struct sample *s, double from)
{
    double sum = 0;

#pragma omp simd reduction(+ : sum)
    for (size_t i = 0; i < s->count; i++)
        sum += fabs(s->value[i] - from);
    return sum / (double)s->count;
}

static double weighted(const struct sample *s, double from)
{
    double sum = 0;

#pragma omp simd reduction(+ : sum)
    for (size_t i = 0; i < s->count; i++)
        sum += s->share[i] * fabs(s->value[i] - from);
    return sum;
}

#define MEASURE_OF(name, expression)                                           \
    static double name(const struct sample *s, double parameter,               \
                       struct arena *scratch)                                  \
    {                                                                          \
        (void)parameter, (void)scratch;                                        \
        return expression;                                                     \
    }

MEASURE_OF(from_mean, plain(s, s->mean))
MEASURE_OF(from_mean_weighted, weighted(s, s->mean))
MEASURE_OF(from_best, plain(s, s->best))
MEASURE_OF(from_best_weighted, weighted(s, s->best))
MEASURE_OF(from_reference, plain(s, s->value[s->reference]))
MEASURE_OF(from_reference_weighted, weighted(s, s->value[s->reference]))
MEASURE_OF(disparity, 100 * plain(s, s->mean) / s->mean)
MEASURE_OF(disparity_weighted, 100 * weighted(s, s->mean) / s->mean)

/* (3) sum of s^2 (1[best] - weight)^2 */
static double picked(const struct sample *s, bool shares)
{
    uint32_t best = s->better == BETTER_LOWER ? s->ascending[0]
                                              : s->ascending[s->count - 1];
    double sum = 0;

    if (!s->sigma)
        return NO_VALUE;
    for (size_t i = 0; i < s->count; i++) {
        double weight = shares ? s->share[i] : 1 / (double)s->count;
        double part = s->sigma[i] * ((i == best) - weight);
        sum += part * part;
    }
    return sum;
}

static double best_picked(const struct sample *s, double parameter)
{
    (void)parameter;
    return picked(s, false);
}

static double best_weighted_picked(const struct sample *s, double parameter)
{
    (void)parameter;
    return picked(s, true);
}

#define DISTANCE_LAWS                                                          \
    (MEASURE_EQUAL | MEASURE_SCALES | MEASURE_REPLICATION | MEASURE_SHIFT_FREE)

static const struct measure measures[] = {
    { .id = "mean_difference_mean",
      .place = 120,
      .high = HUGE_VAL,
      .reach = 1,
      .laws = DISTANCE_LAWS,
      .compute = from_mean },
    { .id = "mean_difference_mean_weighted",
      .place = 130,
      .high = HUGE_VAL,
      .reach = 0.5, /* 2 q(1 - q) */
      .laws = DISTANCE_LAWS | MEASURE_TRANSFER,
      .compute = from_mean_weighted },
    { .id = "mean_difference_best",
      .place = 140,
      .high = HUGE_VAL,
      .reach = 1,
      .needs = MEASURE_NEEDS_BETTER,
      .laws = DISTANCE_LAWS,
      .compute = from_best,
      .picked = best_picked },
    { .id = "mean_difference_best_weighted",
      .place = 150,
      .high = HUGE_VAL,
      .reach = 1,
      .needs = MEASURE_NEEDS_BETTER,
      .laws = DISTANCE_LAWS | MEASURE_TRANSFER,
      .compute = from_best_weighted,
      .picked = best_weighted_picked },
    { .id = "mean_difference_reference",
      .place = 160,
      .high = HUGE_VAL,
      .reach = 1,
      .needs = MEASURE_NEEDS_REFERENCE,
      .laws = DISTANCE_LAWS,
      .compute = from_reference },
    { .id = "mean_difference_reference_weighted",
      .place = 170,
      .high = HUGE_VAL,
      .reach = 1,
      .needs = MEASURE_NEEDS_REFERENCE,
      .laws = DISTANCE_LAWS,
      .compute = from_reference_weighted },
    { .id = "index_of_disparity",
      .place = 180,
      .high = HUGE_VAL,
      .needs = MEASURE_NEEDS_MEAN,
      .laws = MEASURE_EQUAL | MEASURE_SCALE_FREE | MEASURE_REPLICATION,
      .percent = true,
      .compute = disparity },
    { .id = "index_of_disparity_weighted",
      .place = 190,
      .high = 200,
      .needs = MEASURE_NEEDS_MEAN,
      .laws = MEASURE_EQUAL | MEASURE_SCALE_FREE | MEASURE_REPLICATION |
              MEASURE_TRANSFER,
      .percent = true,
      .compute = disparity_weighted },
};
const struct measure_family measures_mean_difference = MEASURE_FAMILY(measures);
