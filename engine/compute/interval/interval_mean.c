/*
 * interval_mean.c - limits of a mean; the number (11) is that of the header.
 *
 * Source: Student, Biometrika 6 (1908) 1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/interval/interval.h"

bool interval_of_mean(struct interval *out, double mean, double s, double n,
                      double confidence)
{
    double reach;

    *out = (struct interval){ NO_VALUE, NO_VALUE, NO_VALUE };
    if (!has_value(mean) || n <= 0)
        return false;
    out->value = mean;
    if (!(n > 1) || !(s >= 0) || !(confidence > 0 && confidence < 1))
        return false;
    reach = gsl_cdf_tdist_Qinv((1 - confidence) / 2, n - 1) * s / sqrt(n);
    out->lower = mean - reach;
    out->upper = mean + reach;
    return true;
}
