/*
 * interval_difference.c - limits of one proportion less another; the numbers
 * are those of the header.
 *
 * Source: Newcombe, Stat Med 17 (1998) 873, method 10.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/interval/interval.h"

bool interval_of_difference(struct interval *out,
                            const struct interval_share *first,
                            const struct interval_share *second,
                            double confidence)
{
    struct interval p, q;
    bool both =
        interval_of(&p, INTERVAL_WILSON, first->x, first->n, confidence);

    both &= interval_of(&q, INTERVAL_WILSON, second->x, second->n, confidence);
    *out = (struct interval){ NO_VALUE, NO_VALUE, NO_VALUE };
    if (!has_value(p.value) || !has_value(q.value))
        return false;
    out->value = p.value - q.value;
    if (!both)
        return false;
    /* Rounding could lead beyond 1, the formula cannot. */
    out->lower =
        fmax(out->value - hypot(p.value - p.lower, q.upper - q.value), -1);
    out->upper =
        fmin(out->value + hypot(p.upper - p.value, q.value - q.lower), 1);
    return true;
}
