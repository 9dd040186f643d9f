/*
 * attributable.c - what the mean would gain if all stood where the best does.
 *
 *  (1) risk = best - mean; the best is the least disadvantaged area when there
 *      is an order. 0 when that one is worse than the mean. Below 0 when lower
 *      is better.
 *  (2) fraction = 100 x risk / mean.
 *  (3) Against the least disadvantaged the closed form is that of the
 *      difference before it is cut at 0: sum of s^2 (1[least] - p)^2, and for
 *      the fraction sum of s^2 (1[least] - p least / mean)^2 over mean^2.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/equity/measure.h"

static double uncut_risk(const struct sample *s, double parameter)
{
    (void)parameter;
    return (s->order ? s->least : s->best) - s->mean;
}

static double uncut_fraction(const struct sample *s, double parameter)
{
    return 100 * uncut_risk(s, parameter) / s->mean;
}

static double risk(const struct sample *s, double parameter,
                   struct arena *scratch)
{
    double gain = uncut_risk(s, parameter);

    (void)scratch;
    return s->better == BETTER_LOWER ? fmin(gain, 0) : fmax(gain, 0);
}

static double fraction(const struct sample *s, double parameter,
                       struct arena *scratch)
{
    return 100 * risk(s, parameter, scratch) / s->mean;
}

/* The areas whose mean is the best: the least disadvantaged, or those that
 * turned out so. */
static double best_part(const struct sample *s, size_t i)
{
    if (s->order)
        return s->least_part[i];
    return s->better == BETTER_LOWER ? i == s->ascending[0]
                                     : i == s->ascending[s->count - 1];
}

/* (3) Of the best minus [times] the mean, as if the best had been named. */
static double variance(const struct sample *s, double times)
{
    double sum = 0;

    if (!s->sigma)
        return NO_VALUE;
    for (size_t i = 0; i < s->count; i++) {
        double part = s->sigma[i] * (best_part(s, i) - times * s->share[i]);
        sum += part * part;
    }
    return sum;
}

static double risk_picked(const struct sample *s, double parameter)
{
    (void)parameter;
    return variance(s, 1);
}

static double fraction_picked(const struct sample *s, double parameter)
{
    double best = s->order ? s->least : s->best;

    (void)parameter;
    return 10000 * variance(s, best / s->mean) / (s->mean * s->mean);
}

static double risk_variance(const struct sample *s, double parameter)
{
    return s->order ? risk_picked(s, parameter) : NO_VALUE;
}

static double fraction_variance(const struct sample *s, double parameter)
{
    return s->order ? fraction_picked(s, parameter) : NO_VALUE;
}

static const struct measure measures[] = {
    { .id = "population_attributable_risk",
      .place = 300,
      .low = -HUGE_VAL,
      .high = HUGE_VAL,
      .reach = 1,
      .equal = 0,
      .needs = MEASURE_NEEDS_BETTER,
      .laws = MEASURE_EQUAL | MEASURE_SCALES | MEASURE_REPLICATION |
              MEASURE_SHIFT_FREE | MEASURE_TRANSFER,
      .compute = risk,
      .variance = risk_variance,
      .picked = risk_picked,
      .uncut = uncut_risk },
    { .id = "population_attributable_fraction",
      .place = 310,
      .low = -100,
      .high = HUGE_VAL,
      .equal = 0,
      .needs = MEASURE_NEEDS_BETTER | MEASURE_NEEDS_MEAN,
      .laws = MEASURE_EQUAL | MEASURE_SCALE_FREE | MEASURE_REPLICATION |
              MEASURE_TRANSFER,
      .percent = true,
      .compute = fraction,
      .variance = fraction_variance,
      .picked = fraction_picked,
      .uncut = uncut_fraction },
};
const struct measure_family measures_attributable = MEASURE_FAMILY(measures);
