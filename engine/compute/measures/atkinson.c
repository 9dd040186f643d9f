/*
 * atkinson.c - the share of the mean that evenness would be worth (Atkinson
 * 1970).
 *
 *  (1) 1 - (sum of p r^(1-e))^(1/(1-e)); e = 1: 1 - exp(sum of p ln r).
 *  (2) With e of 1 or more an area at 0 makes it 1.
 *  (3) The aversion e is not below 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/equity/measure.h"

/* The powers of the usual parameters, without pow. */
static double sum_of_roots(const struct sample *s)
{
    double sum = 0;

#pragma omp simd reduction(+ : sum)
    for (size_t i = 0; i < s->count; i++)
        sum += s->share[i] * sqrt(s->ratio[i]);
    return sum;
}

static double sum_of_inverses(const struct sample *s)
{
    double sum = 0;

#pragma omp simd reduction(+ : sum)
    for (size_t i = 0; i < s->count; i++)
        sum += s->share[i] / s->ratio[i];
    return sum;
}

static double atkinson(const struct sample *s, double e, struct arena *scratch)
{
    double sum = 0;

    (void)scratch;
    if (e < 0)
        return NO_VALUE;
    if (e <= 0) /* without aversion no unevenness costs anything */
        return 0;
    if (e >= 1 && !(s->low > 0))
        return 1;
    if (fabs(e - 1) < 1e-9) {
#pragma omp simd reduction(+ : sum)
        for (size_t i = 0; i < s->count; i++)
            sum += s->share[i] * (s->ratio[i] - 1 - s->log_ratio[i]);
        return -expm1(-sum);
    }
    if (fabs(e - 0.5) < 1e-9)
        sum = sum_of_roots(s);
    else if (fabs(e - 2) < 1e-9)
        sum = sum_of_inverses(s);
    else
        for (size_t i = 0; i < s->count; i++)
            sum += s->share[i] * pow(s->ratio[i], 1 - e);
    return 1 - pow(sum, 1 / (1 - e));
}

static const struct measure_usual usual[] = {
    { 0.5, "atkinson:0.5" },
    { 1, "atkinson:1" },
    { 2, "atkinson:2" },
};

static const struct measure measures[] = { {
    .id = "atkinson",
    .place = 230,
    .low = 0,
    .high = 1,
    .equal = 0,
    .needs = MEASURE_NEEDS_MEAN,
    .laws = MEASURE_EQUAL | MEASURE_SCALE_FREE | MEASURE_REPLICATION |
            MEASURE_TRANSFER,
    .usual = usual,
    .usual_count = 3,
    .compute = atkinson,
} };
const struct measure_family measures_atkinson = MEASURE_FAMILY(measures);
