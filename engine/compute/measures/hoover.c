/*
 * hoover.c - the share of the total that would have to move for all to be
 * even (Hoover 1936): half the sum of p |r - 1|.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/equity/measure.h"

static double hoover(const struct sample *s, double parameter,
                     struct arena *scratch)
{
    double sum = 0;

    (void)parameter, (void)scratch;
#pragma omp simd reduction(+ : sum)
    for (size_t i = 0; i < s->count; i++)
        sum += s->share[i] * fabs(s->ratio[i] - 1);
    return sum / 2;
}

static const struct measure measures[] = { {
    .id = "hoover",
    .place = 250,
    .low = 0,
    .high = 1,
    .equal = 0,
    .needs = MEASURE_NEEDS_MEAN,
    .laws = MEASURE_EQUAL | MEASURE_SCALE_FREE | MEASURE_REPLICATION |
            MEASURE_TRANSFER,
    .compute = hoover,
} };
const struct measure_family measures_hoover = MEASURE_FAMILY(measures);
