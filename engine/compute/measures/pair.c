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

#include "engine/compute/equity/measure.h"

struct pair {
    double first, second; /* first minus second, first over second */
};

static struct pair turned(struct pair pair, const struct sample *s)
{
    return s->better == BETTER_LOWER ? (struct pair){ pair.second, pair.first }
                                     : pair;
}

/* The reference itself when there is no other. */
static uint32_t worst_of_the_rest(const struct sample *s)
{
    uint32_t worst = s->reference;

    for (uint32_t i = 0; i < s->count; i++)
        if (i != s->reference &&
            (worst == s->reference ||
             (s->better == BETTER_LOWER ? s->value[i] > s->value[worst]
                                        : s->value[i] < s->value[worst])))
            worst = i;
    return worst;
}

static struct pair pair_of(const struct sample *s)
{
    if (s->order)
        return turned((struct pair){ s->least, s->most }, s);
    if (s->reference == SAMPLE_NONE)
        return (struct pair){ s->high, s->low };
    return turned(
        (struct pair){ s->value[s->reference], s->value[worst_of_the_rest(s)] },
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

/* (4) The variance of one area over [a] minus another over [b]. */
static double two_areas(const struct sample *s, uint32_t first, uint32_t second,
                        double a, double b)
{
    double one = s->sigma[first] / a, other = s->sigma[second] / b;

    return first != second ? one * one + other * other : NO_VALUE;
}

/* The same of the ends of the order; none where both are the same areas. */
static double two_ends(const struct sample *s, double a, double b)
{
    double sum = 0;

    for (size_t i = 0; i < s->count; i++) {
        double part = s->least_part[i] / a - s->most_part[i] / b;
        sum += part * part * s->sigma[i] * s->sigma[i];
    }
    return sum > 0 ? sum : NO_VALUE;
}

/* (2), (3) The areas that are set against each other. */
static void picked_areas(const struct sample *s, uint32_t *first,
                         uint32_t *second)
{
    bool against = s->reference != SAMPLE_NONE;

    *first = against ? s->reference : s->ascending[s->count - 1];
    *second = against ? worst_of_the_rest(s) : s->ascending[0];
}

static double difference_picked(const struct sample *s, double parameter)
{
    uint32_t first, second;

    (void)parameter;
    if (!s->sigma)
        return NO_VALUE;
    if (s->order)
        return two_ends(s, 1, 1);
    picked_areas(s, &first, &second);
    return two_areas(s, first, second, 1, 1);
}

static double ratio_picked(const struct sample *s, double parameter)
{
    uint32_t first, second;

    (void)parameter;
    if (!s->sigma)
        return NO_VALUE;
    if (s->order)
        return s->least > 0 && s->most > 0 ? two_ends(s, s->least, s->most)
                                           : NO_VALUE;
    picked_areas(s, &first, &second);
    return s->value[first] > 0 && s->value[second] > 0
               ? two_areas(s, first, second, s->value[first], s->value[second])
               : NO_VALUE;
}

static bool is_named(const struct sample *s)
{
    return s->order || (s->reference != SAMPLE_NONE && s->count == 2);
}

static double difference_variance(const struct sample *s, double parameter)
{
    return is_named(s) ? difference_picked(s, parameter) : NO_VALUE;
}

static double ratio_variance(const struct sample *s, double parameter)
{
    return is_named(s) ? ratio_picked(s, parameter) : NO_VALUE;
}

static const struct measure measures[] = {
    {
        .id = "difference",
        .place = 10,
        .low = -HUGE_VAL,
        .high = HUGE_VAL,
        .reach = 1,
        .equal = 0,
        .pair = true,
        .laws = MEASURE_EQUAL | MEASURE_SCALES | MEASURE_REPLICATION |
                MEASURE_TRANSFER | MEASURE_SHIFT_FREE,
        .compute = difference,
        .variance = difference_variance,
        .picked = difference_picked,
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
        .picked = ratio_picked,
        .log_scale = true,
    },
};
const struct measure_family measures_pair = MEASURE_FAMILY(measures);
