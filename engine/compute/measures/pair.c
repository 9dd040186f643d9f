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
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/measure.h"

struct pair {
    double first, second; /* first minus second, first over second */
    uint32_t first_at, second_at;
    bool named;
};

static struct pair turned(struct pair pair)
{
    return (struct pair){ pair.second, pair.first, pair.second_at,
                          pair.first_at, pair.named };
}

static uint32_t worst_of_the_rest(const struct sample *s)
{
    uint32_t worst = SAMPLE_NONE;

    for (uint32_t i = 0; i < s->count; i++) {
        if (i == s->reference)
            continue;
        if (worst == SAMPLE_NONE ||
            (s->better == BETTER_LOWER ? s->value[i] > s->value[worst]
                                       : s->value[i] < s->value[worst]))
            worst = i;
    }
    return worst == SAMPLE_NONE ? s->reference : worst;
}

static struct pair pair_of(const struct sample *s)
{
    struct pair pair;

    if (s->order) {
        pair =
            (struct pair){ s->least, s->most, s->least_at, s->most_at, true };
    } else if (s->reference != SAMPLE_NONE) {
        uint32_t worst = worst_of_the_rest(s);
        pair = (struct pair){ s->value[s->reference], s->value[worst],
                              s->reference, worst, s->count == 2 };
    } else {
        return (struct pair){ s->high, s->low, SAMPLE_NONE, SAMPLE_NONE,
                              false };
    }
    return s->better == BETTER_LOWER ? turned(pair) : pair;
}

static bool has_form(const struct sample *s, struct pair pair)
{
    return s->sigma && pair.named && pair.first_at != SAMPLE_NONE &&
           pair.second_at != SAMPLE_NONE && pair.first_at != pair.second_at;
}

static double difference(const struct sample *s, double parameter,
                         struct arena *scratch)
{
    struct pair pair = pair_of(s);

    (void)parameter, (void)scratch;
    return pair.first - pair.second;
}

static double difference_variance(const struct sample *s, double parameter)
{
    struct pair pair = pair_of(s);
    double a, b;

    (void)parameter;
    if (!has_form(s, pair))
        return NO_VALUE;
    a = s->sigma[pair.first_at], b = s->sigma[pair.second_at];
    return a * a + b * b;
}

static double ratio(const struct sample *s, double parameter,
                    struct arena *scratch)
{
    struct pair pair = pair_of(s);

    (void)parameter, (void)scratch;
    return pair.second > 0 && pair.first >= 0 ? pair.first / pair.second
                                              : NO_VALUE;
}

static double ratio_variance(const struct sample *s, double parameter)
{
    struct pair pair = pair_of(s);
    double a, b;

    (void)parameter;
    if (!has_form(s, pair) || !(pair.first > 0 && pair.second > 0))
        return NO_VALUE;
    a = s->sigma[pair.first_at] / pair.first;
    b = s->sigma[pair.second_at] / pair.second;
    return a * a + b * b;
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
