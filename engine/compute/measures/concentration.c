/*
 * concentration.c - do those who stand higher in an order have more?
 *
 *  (1) absolute = sum of p (2X - 1) y, X the mid-rank from the most to the
 *      least disadvantaged: above 0 when the better placed have more.
 *  (2) relative = absolute / mean.
 *  (3) Variances take the mid-ranks as known and the sampling error of each
 *      area: sum p^2 s^2 (2X - 1)^2, and sum p^2 s^2 (2X - 1 - relative)^2
 *      over mean^2. The scatter about a regression line is not that error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/equity/measure.h"

static double absolute(const struct sample *s, double parameter,
                       struct arena *scratch)
{
    double sum = 0;

    (void)parameter, (void)scratch;
    for (size_t i = 0; i < s->count; i++)
        sum += s->share[i] * (2 * s->rank[i] - 1) * (s->value[i] - s->mean);
    return sum;
}

static double relative(const struct sample *s, double parameter,
                       struct arena *scratch)
{
    return absolute(s, parameter, scratch) / s->mean;
}

/* sum of p^2 sigma^2 (2X - 1 - about)^2 */
static double spread(const struct sample *s, double about)
{
    double sum = 0;

    if (!s->sigma)
        return NO_VALUE;
    for (size_t i = 0; i < s->count; i++) {
        double part = s->share[i] * s->sigma[i] * (2 * s->rank[i] - 1 - about);
        sum += part * part;
    }
    return sum;
}

static double absolute_variance(const struct sample *s, double parameter)
{
    (void)parameter;
    return spread(s, 0);
}

static double relative_variance(const struct sample *s, double parameter)
{
    return spread(s, relative(s, parameter, NULL)) / (s->mean * s->mean);
}

static const struct measure measures[] = {
    {
        .id = "absolute_concentration",
        .place = 30,
        .low = -HUGE_VAL,
        .high = HUGE_VAL,
        .reach = 0.25, /* the upper half at the whole, the lower at 0 */
        .equal = 0,
        .needs = MEASURE_NEEDS_ORDER,
        .laws = MEASURE_EQUAL | MEASURE_SCALES | MEASURE_REPLICATION |
                MEASURE_SHIFT_FREE,
        .compute = absolute,
        .variance = absolute_variance,
    },
    {
        .id = "relative_concentration",
        .place = 40,
        .low = -1,
        .high = 1,
        .equal = 0,
        .needs = MEASURE_NEEDS_ORDER | MEASURE_NEEDS_MEAN,
        .laws = MEASURE_EQUAL | MEASURE_SCALE_FREE | MEASURE_REPLICATION,
        .compute = relative,
        .variance = relative_variance,
    },
};
const struct measure_family measures_concentration = MEASURE_FAMILY(measures);
