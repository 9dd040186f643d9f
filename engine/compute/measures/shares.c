/*
 * shares.c - what the top of the population holds over what the bottom holds.
 *
 *  (1) palma: the total of the top tenth over that of the bottom two fifths;
 *      1/4 when all are alike.
 *  (2) s80_s20: the top fifth over the bottom fifth; 1 when all are alike.
 *  (3) An area on the border counts in proportion; no value when the bottom
 *      holds nothing.
 *  (4) With 8 and 13 areas a tenth or a fifth is one or two areas that the
 *      figures picked: limits held in .87 to .90 of trials, and fewer than 20
 *      get none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/equity/measure.h"

/* Below this part of the mean a total is 0 and what rounding left. */
static const double ROUNDING = 1e-12;

static double top_over_bottom(const struct sample *s, double top, double bottom)
{
    double low = sample_held(s, bottom);

    return low > ROUNDING * s->mean ? (s->mean - sample_held(s, 1 - top)) / low
                                    : NO_VALUE;
}

static double palma(const struct sample *s, double parameter,
                    struct arena *scratch)
{
    (void)parameter, (void)scratch;
    return top_over_bottom(s, 0.1, 0.4);
}

static double s80_s20(const struct sample *s, double parameter,
                      struct arena *scratch)
{
    (void)parameter, (void)scratch;
    return top_over_bottom(s, 0.2, 0.2);
}

#define SHARE_LAWS                                                             \
    (MEASURE_EQUAL | MEASURE_SCALE_FREE | MEASURE_REPLICATION |                \
     MEASURE_TRANSFER)

static const struct measure measures[] = {
    { .id = "palma",
      .place = 260,
      .low = 0.25,
      .high = HUGE_VAL,
      .equal = 0.25,
      .needs = MEASURE_NEEDS_MEAN,
      .laws = SHARE_LAWS,
      .least_areas = 20,
      .compute = palma },
    { .id = "s80_s20",
      .place = 270,
      .low = 1,
      .high = HUGE_VAL,
      .equal = 1,
      .needs = MEASURE_NEEDS_MEAN,
      .laws = SHARE_LAWS,
      .least_areas = 20,
      .compute = s80_s20 },
};
const struct measure_family measures_shares = MEASURE_FAMILY(measures);
