/*
 * interval_standard.c - directly standardised rates; the number is that of the
 * header.
 *
 * Source: Dobson, Kuulasmaa, Eberle and Scherer, Stat Med 10 (1991) 457.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/interval/interval.h"

/* What the strata add up to. */
struct sums {
    double events, weight, rate, variance;
};

static bool add(struct sums *s, const struct interval_stratum *stratum)
{
    double share = stratum->standard / stratum->n;

    if (!(stratum->x >= 0) || !(stratum->n > 0) || !(stratum->standard >= 0))
        return false;
    s->events += stratum->x;
    s->weight += stratum->standard;
    s->rate += share * stratum->x;
    s->variance += share * share * stratum->x;
    return true;
}

bool interval_of_strata(struct interval *out,
                        const struct interval_stratum strata[], size_t count,
                        enum interval_method method, double confidence)
{
    struct sums s = { 0, 0, 0, 0 };
    struct interval total;
    double width;

    *out = (struct interval){ NO_VALUE, NO_VALUE, NO_VALUE };
    for (size_t i = 0; i < count; i++)
        if (!add(&s, &strata[i]))
            return false;
    if (!(s.weight > 0))
        return false;
    out->value = s.rate / s.weight;
    if (!(s.events > 0) ||
        !interval_of(&total, method, s.events, 1, confidence))
        return false;
    width = sqrt(s.variance / s.events) / s.weight;
    out->lower = out->value + width * (total.lower - s.events);
    out->upper = out->value + width * (total.upper - s.events);
    return true;
}
