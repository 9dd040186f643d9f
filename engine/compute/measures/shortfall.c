/*
 * shortfall.c - who is below a minimum standard, and by how much.
 *
 *  (1) headcount = share of the population in areas that miss the target.
 *  (2) gap = sum of p x what is missing, over the target.
 *  (3) When lower is better an area misses by lying above.
 *
 * After Foster, Greer and Thorbecke (1984), with areas in place of persons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/measure.h"

static double missing(const struct sample *s, size_t i)
{
    double below = s->target - s->value[i];

    return fmax(s->better == BETTER_LOWER ? -below : below, 0);
}

static double headcount(const struct sample *s, double parameter,
                        struct arena *scratch)
{
    double sum = 0;

    (void)parameter, (void)scratch;
    for (size_t i = 0; i < s->count; i++)
        if (missing(s, i) > 0)
            sum += s->share[i];
    return sum;
}

static double gap(const struct sample *s, double parameter,
                  struct arena *scratch)
{
    double sum = 0;

    (void)parameter, (void)scratch;
    if (!(s->target > 0))
        return NO_VALUE;
    for (size_t i = 0; i < s->count; i++)
        sum += s->share[i] * missing(s, i);
    return sum / s->target;
}

#define SHORT_NEEDS (MEASURE_NEEDS_TARGET | MEASURE_NEEDS_BETTER)

static const struct measure measures[] = {
    { .id = "shortfall_headcount",
      .place = 360,
      .low = 0,
      .high = 1,
      .needs = SHORT_NEEDS,
      .laws = MEASURE_SCALE_FREE | MEASURE_REPLICATION,
      .compute = headcount },
    { .id = "shortfall_gap",
      .place = 370,
      .low = 0,
      .high = HUGE_VAL,
      .needs = SHORT_NEEDS,
      .laws = MEASURE_SCALE_FREE | MEASURE_REPLICATION | MEASURE_TRANSFER,
      .compute = gap },
};
const struct measure_family measures_shortfall = MEASURE_FAMILY(measures);
