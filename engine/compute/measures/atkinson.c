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

#include "engine/compute/measure.h"

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
        for (size_t i = 0; i < s->count; i++)
            sum += s->share[i] * s->log_ratio[i];
        return -expm1(sum);
    }
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
