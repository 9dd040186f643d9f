/*
 * pair.c - difference and ratio: the gap between two areas.
 *
 *  (1) Ordered: the least minus (over) the most disadvantaged when higher is
 *      better, the other way round when lower is.
 *  (2) With a reference and no order: the reference minus (over) the worst of
 *      the rest, the other way round when lower is better.
 *  (3) Else the largest minus (over) the smallest.
 *  (4) The closed forms need a pair that was named before the figures were
 *      seen: the ends of an order, or a reference and the only other area. The
 *      largest and the smallest are picked by the figures: no form holds.
 *      var(a - b) = var(a) + var(b); of ln(a/b): var(a)/a^2 + var(b)/b^2, where
 *      an end that several areas share is their weighted mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/measure.h"

struct pair {
    double first, second; /* first minus second, first over second */
};

static struct pair turned(struct pair pair, const struct sample *s)
{
    return s->better == BETTER_LOWER ? (struct pair){ pair.second, pair.first }
                                     : pair;
}

static double worst_of_the_rest(const struct sample *s)
{
    double worst = s->value[s->reference];
    bool found = false;

    for (uint32_t i = 0; i < s->count; i++)
        if (i != s->reference &&
            (!found || (s->better == BETTER_LOWER ? s->value[i] > worst
                                                  : s->value[i] < worst))) {
            worst = s->value[i];
            found = true;
        }
    return worst;
}

static struct pair pair_of(const struct sample *s)
{
    if (s->order)
        return turned((struct pair){ s->least, s->most }, s);
    if (s->reference == SAMPLE_NONE)
        return (struct pair){ s->high, s->low };
    return turned((struct pair){ s->value[s->reference], worst_of_the_rest(s) },
                  s);
}

static double difference(const struct sample *s, double parameter,
                         struct arena *scratch)
{
    struct pair pair = pair_of(s);

    (void)parameter, (void)scratch;
    return pair.first - pair.second;
}

static double ratio(const struct sample *s, double parameter,
                    struct arena *scratch)
{
    struct pair pair = pair_of(s);

    (void)parameter, (void)scratch;
    return pair.second > 0 && pair.first >= 0 ? pair.first / pair.second
                                              : NO_VALUE;
}

/* (4) The variance of the one end over [a] minus the other over [b]. */
static double named_variance(const struct sample *s, double a, double b)
{
    double sum = 0;

    if (!s->sigma)
        return NO_VALUE;
    for (size_t i = 0; i < s->count; i++) {
        double part = s->order ? s->least_part[i] / a - s->most_part[i] / b
                               : 1 / (i == s->reference ? a : b);
        sum += part * part * s->sigma[i] * s->sigma[i];
    }
    return sum > 0 ? sum : NO_VALUE; /* 0: both ends are the same areas */
}

static bool is_named(const struct sample *s)
{
    return s->order || (s->reference != SAMPLE_NONE && s->count == 2);
}

static double difference_variance(const struct sample *s, double parameter)
{
    (void)parameter;
    return is_named(s) ? named_variance(s, 1, 1) : NO_VALUE;
}

static double ratio_variance(const struct sample *s, double parameter)
{
    double a = s->order ? s->least : NO_VALUE;
    double b = s->order ? s->most : NO_VALUE;

    (void)parameter;
    if (!is_named(s))
        return NO_VALUE;
    if (!s->order) {
        a = s->value[s->reference];
        b = s->value[1 - s->reference];
    }
    return a > 0 && b > 0 ? named_variance(s, a, b) : NO_VALUE;
}

static const struct measure measures[] = {
    {
        .id = "difference",
        .place = 10,
        .low = -HUGE_VAL,
        .high = HUGE_VAL,
        .equal = 0,
        .pair = true,
        .laws = MEASURE_EQUAL | MEASURE_SCALES | MEASURE_REPLICATION |
                MEASURE_TRANSFER | MEASURE_SHIFT_FREE,
        .compute = difference,
        .variance = difference_variance,
    },
    {
        .id = "ratio",
        .place = 20,
        .low = 0,
        .high = HUGE_VAL,
        .equal = 1,
        .pair = true,
        .laws = MEASURE_EQUAL | MEASURE_SCALE_FREE | MEASURE_REPLICATION |
                MEASURE_TRANSFER,
        .compute = ratio,
        .variance = ratio_variance,
        .log_scale = true,
    },
};
const struct measure_family measures_pair = MEASURE_FAMILY(measures);
