/*
 * attributable.c - what the mean would gain if all stood where the best does.
 *
 *  (1) risk = best - mean; the best is the least disadvantaged area when there
 *      is an order. 0 when that one is worse than the mean. Below 0 when lower
 *      is better.
 *  (2) fraction = 100 x risk / mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/measure.h"

static double risk(const struct sample *s, double parameter,
                   struct arena *scratch)
{
    double gain = (s->order ? s->least : s->best) - s->mean;

    (void)parameter, (void)scratch;
    return s->better == BETTER_LOWER ? fmin(gain, 0) : fmax(gain, 0);
}

static double fraction(const struct sample *s, double parameter,
                       struct arena *scratch)
{
    return 100 * risk(s, parameter, scratch) / s->mean;
}

static const struct measure measures[] = {
    { .id = "population_attributable_risk",
      .place = 300,
      .low = -HUGE_VAL,
      .high = HUGE_VAL,
      .equal = 0,
      .needs = MEASURE_NEEDS_BETTER,
      .laws = MEASURE_EQUAL | MEASURE_SCALES | MEASURE_REPLICATION |
              MEASURE_SHIFT_FREE | MEASURE_TRANSFER,
      .compute = risk },
    { .id = "population_attributable_fraction",
      .place = 310,
      .low = -100,
      .high = HUGE_VAL,
      .equal = 0,
      .needs = MEASURE_NEEDS_BETTER | MEASURE_NEEDS_MEAN,
      .laws = MEASURE_EQUAL | MEASURE_SCALE_FREE | MEASURE_REPLICATION |
              MEASURE_TRANSFER,
      .percent = true,
      .compute = fraction },
};
const struct measure_family measures_attributable = MEASURE_FAMILY(measures);
