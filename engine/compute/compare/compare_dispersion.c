/*
 * compare_dispersion.c - how far areas lie apart beyond chance.
 *
 *  (1) Areas have true values of variance tau^2 around a mean, and errors s_j
 *      of their own: w_j = 1/(s_j^2 + tau^2), m = sum w y / sum w,
 *
 *          Q(tau^2) = sum w_j (y_j - m)^2,
 *
 *      which falls as tau^2 grows.
 *  (2) tau^2 is where Q = J - 1, its mean; 0 where Q never gets that high
 *      (Paule and Mandel, J Res Nat Bur Stand 87 (1982) 377).
 *  (3) Its limits are where Q is the upper and the lower point of chi-square
 *      with J - 1 degrees (Q-profile: Viechtbauer, Stat Med 26 (2007) 37). The
 *      estimate always lies between them.
 *  (4) phi = mean of (y_j - whole)^2 / s_j^2; 1 where there is only chance.
 *  (5) Newton's step on 1/Q, nearly a line: the root is met in one step when
 *      all s_j are alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/compare/compare_parts.h"

enum { STEPS = 200 };
static const double CLOSE = 1e-9; /* Newton squares what is left */

struct compare_sums compare_sums_at(const struct compare_sample *s, double tau2)
{
    struct compare_sums sums = { .tau2 = tau2 };

    for (size_t i = 0; i < s->count; i++) {
        double w = 1 / (s->variance[i] + tau2);
        sums.w += w;
        sums.wy += w * s->apart[i];
        sums.wyy += w * s->apart[i] * s->apart[i];
    }
    return sums;
}

static struct compare_sums sums_without(const struct compare_sums *all,
                                        const struct compare_sample *s,
                                        size_t without)
{
    struct compare_sums sums = *all;

    if (without != NOBODY) {
        double w = 1 / (s->variance[without] + all->tau2);
        sums.w -= w;
        sums.wy -= w * s->apart[without];
        sums.wyy -= w * s->apart[without] * s->apart[without];
    }
    return sums;
}

double compare_spread_without(const struct compare_sums *all,
                              const struct compare_sample *s, size_t without)
{
    struct compare_sums sums = sums_without(all, s, without);

    return sums.wyy - sums.wy * sums.wy / sums.w;
}

/* How fast Q falls: sum w^2 (y - m)^2. */
static double fall_at(const struct compare_sums *all,
                      const struct compare_sample *s, size_t without)
{
    struct compare_sums sums = sums_without(all, s, without);
    double mean = sums.wy / sums.w, fall = 0;

    for (size_t i = 0; i < s->count; i++) {
        double part = (s->apart[i] - mean) / (s->variance[i] + all->tau2);
        if (i != without)
            fall += part * part;
    }
    return fall;
}

/* (5) */
double compare_tau2(const struct compare_sample *s, double wanted,
                    size_t without)
{
    double tau2 = 0, step;

    for (int k = 0; k < STEPS; k++) {
        struct compare_sums sums = compare_sums_at(s, tau2);
        double q = compare_spread_without(&sums, s, without);
        if (k == 0 && !(q > wanted))
            return 0; /* (2) */
        step = (q - wanted) * q / (wanted * fall_at(&sums, s, without));
        tau2 = fmax(tau2 + step, tau2 / 2);
        if (!(fabs(step) > CLOSE * tau2))
            break;
    }
    return tau2;
}

struct dispersion compare_dispersion(const struct compare_sample *s,
                                     double confidence)
{
    struct dispersion d = { NO_VALUE, NO_VALUE, NO_VALUE, NO_VALUE };
    double freedom = (double)s->count - 1, tail = (1 - confidence) / 2, sum = 0;

    if (s->count < 2)
        return d;
    for (size_t i = 0; i < s->count; i++)
        sum += s->apart[i] * s->apart[i] / s->variance[i];
    d.phi = sum / (double)s->count; /* (4) */
    d.tau2 = compare_tau2(s, freedom, NOBODY);
    d.lower = compare_tau2(s, gsl_cdf_chisq_Qinv(tail, freedom), NOBODY);
    d.upper = compare_tau2(s, gsl_cdf_chisq_Pinv(tail, freedom), NOBODY);
    return d;
}
