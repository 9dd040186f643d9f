/*
 * interval_parity.c - limits of one share or rate over another; the numbers
 * are those of the header.
 *
 * Sources: Wilson 1927 for (7), given the sum of the two counts; Katz,
 * Baptista, Azen and Pike, Biometrics 34 (1978) 469, for (8).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/interval/interval.h"

static double odds(double share)
{
    double odds = share / (1 - share);

    return has_value(odds) ? odds : NO_VALUE;
}

bool interval_of_counts(struct interval *out, double x, double y,
                        double confidence)
{
    struct interval share;

    *out = (struct interval){ NO_VALUE, NO_VALUE, NO_VALUE };
    if (!(y > 0) || !interval_of(&share, INTERVAL_WILSON, x, x + y, confidence))
        return false;
    *out = (struct interval){ x / y, odds(share.lower), odds(share.upper) };
    return true;
}

/* The variance of the logarithm of a share. */
static double log_variance(double x, double n)
{
    return 1 / x - 1 / n;
}

bool interval_of_shares(struct interval *out,
                        const struct interval_share *above,
                        const struct interval_share *below, double confidence)
{
    double reach;

    *out = (struct interval){ NO_VALUE, NO_VALUE, NO_VALUE };
    if (!(above->n > 0) || !(below->n > 0) || !(below->x > 0) ||
        !(above->x >= 0))
        return false;
    out->value = (above->x / above->n) / (below->x / below->n);
    if (!(above->x > 0) || above->x > above->n || below->x > below->n ||
        !(confidence > 0 && confidence < 1))
        return false;
    reach = interval_z(confidence) * sqrt(log_variance(above->x, above->n) +
                                          log_variance(below->x, below->n));
    out->lower = out->value * exp(-reach);
    out->upper = out->value * exp(reach);
    return true;
}

double interval_adjusted(double parity)
{
    return parity > 1 ? 2 - 1 / parity : parity;
}
