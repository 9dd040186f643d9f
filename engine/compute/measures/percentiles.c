/*
 * percentiles.c - the gap and the ratio of the 90th and 10th percentile.
 *
 * A percentile is the smallest value whose cumulative share of the population
 * reaches it. The ratio has no value when the lower one is 0. Which area that
 * is jumps from draw to draw where there are few: with 8 areas of unequal size
 * limits held in .88 of trials, and fewer than 20 get none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/equity/measure.h"

static double percentile_gap(const struct sample *s, double parameter,
                             struct arena *scratch)
{
    (void)parameter, (void)scratch;
    return sample_quantile(s, 0.9) - sample_quantile(s, 0.1);
}

static double percentile_ratio(const struct sample *s, double parameter,
                               struct arena *scratch)
{
    double low = sample_quantile(s, 0.1);

    (void)parameter, (void)scratch;
    return low > 0 ? sample_quantile(s, 0.9) / low : NO_VALUE;
}

static const struct measure measures[] = {
    { .id = "percentile_gap",
      .place = 280,
      .low = 0,
      .high = HUGE_VAL,
      .reach = 1,
      .equal = 0,
      .laws = MEASURE_EQUAL | MEASURE_SCALES | MEASURE_REPLICATION |
              MEASURE_SHIFT_FREE,
      .least_areas = 20,
      .compute = percentile_gap },
    { .id = "percentile_ratio",
      .place = 290,
      .low = 1,
      .high = HUGE_VAL,
      .equal = 1,
      .needs = MEASURE_NEEDS_MEAN,
      .laws = MEASURE_EQUAL | MEASURE_SCALE_FREE | MEASURE_REPLICATION,
      .least_areas = 20,
      .compute = percentile_ratio },
};
const struct measure_family measures_percentiles = MEASURE_FAMILY(measures);
