/*
 * trend_weighted.c - does a series with sampling noise move? Against its own
 * scatter.
 *
 *  (1) With weights w and years t, tbar and ybar their weighted means,
 *
 *          along = (sum w (t - tbar) y)^2 / sum w (t - tbar)^2
 *          about = sum w (y - ybar)^2 - along,  count - 2 degrees of freedom.
 *
 *      With y = x/n, p = sum x/sum n and w = n/(p(1 - p)), along is the
 *      chi-square of Cochran, Biometrics 10 (1954) 417, and Armitage,
 *      Biometrics 11 (1955) 375. With w = n/p it is the score test of a
 *      log-linear Poisson trend with the base n. With w = 1/se^2 it is the
 *      linear trend of given errors.
 *  (2) Years differ by more than sampling: along is divided by the dispersion,
 *      max(1, about/(count - 2)), and compared with F(1, count - 2), which is
 *      t squared. Source: McCullagh and Nelder, Generalized Linear Models,
 *      4.5. Clustered noise has its design effect in place of the 1.
 *  (3) Where nobody or everybody has it, nothing moves: p = 1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/trend_parts.h"

static bool all_counted(const struct trend_point points[], size_t count,
                        bool parts)
{
    for (size_t i = 0; i < count; i++) {
        double x = points[i].numerator, n = points[i].denominator;
        if (!has_value(x) || !(n > 0) || x < 0 || (parts && x > n))
            return false;
    }
    return true;
}

static bool all_have_errors(const struct trend_point points[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!(points[i].se > 0))
            return false;
    return true;
}

enum trend_test trend_weighted_test(const struct trend_point points[],
                                    size_t count,
                                    const struct indicator *indicator)
{
    switch (indicator->noise) {
    case NOISE_BINOMIAL:
    case NOISE_CLUSTERED:
        if (all_counted(points, count, true))
            return TREND_COCHRAN_ARMITAGE;
        break;
    case NOISE_POISSON:
        if (all_counted(points, count, false))
            return TREND_LOG_LINEAR;
        break;
    case NOISE_NONE:
    case NOISE_PROCESS:
    case NOISE_COUNT:
        return TREND_MANN_KENDALL;
    }
    return all_have_errors(points, count) ? TREND_WEIGHTED_LINEAR
                                          : TREND_MANN_KENDALL;
}

/* The variance of a figure on a base of one; 0 where nothing can vary. */
static double unit_variance(const struct trend_point points[], size_t count,
                            enum trend_test test)
{
    double x = 0, n = 0;

    if (test == TREND_WEIGHTED_LINEAR)
        return 1;
    for (size_t i = 0; i < count; i++) {
        x += points[i].numerator;
        n += points[i].denominator;
    }
    return test == TREND_LOG_LINEAR ? x / n : x / n * (1 - x / n);
}

struct weighed {
    double weight, time, figure;
};

static struct weighed weigh(const struct trend_point *point,
                            enum trend_test test, double variance)
{
    if (test == TREND_WEIGHTED_LINEAR)
        return (struct weighed){ 1 / (point->se * point->se),
                                 trend_time(point), point->value };
    return (struct weighed){ point->denominator / variance, trend_time(point),
                             point->numerator / point->denominator };
}

/* (1) Returns sum w (t - tbar) y. */
static double chi_squares(struct trend_scatter *out,
                          const struct trend_point points[], size_t count,
                          enum trend_test test, double variance)
{
    double w = 0, time = 0, figure = 0, across = 0, years = 0, all = 0;

    for (size_t i = 0; i < count; i++) {
        struct weighed one = weigh(&points[i], test, variance);
        w += one.weight;
        time += one.weight * one.time;
        figure += one.weight * one.figure;
    }
    for (size_t i = 0; i < count; i++) {
        struct weighed one = weigh(&points[i], test, variance);
        double t = one.time - time / w, y = one.figure - figure / w;
        across += one.weight * t * y;
        years += one.weight * t * t;
        all += one.weight * y * y;
    }
    out->along = across * across / years;
    out->about = fmax(0, all - out->along);
    return across;
}

struct trend_verdict trend_weighted(struct trend_scatter *scatter,
                                    const struct trend_point points[],
                                    size_t count, enum trend_test test,
                                    const struct indicator *indicator)
{
    double degrees = (double)count - 2, across, least = 1;
    double variance = unit_variance(points, count, test);

    *scatter = (struct trend_scatter){ 0, 0, 1 };
    if (!(variance > 0) || trend_is_flat(points, count)) /* (3) */
        return (struct trend_verdict){ 1, 0 };
    if (indicator->noise == NOISE_CLUSTERED && indicator->design_effect > 1)
        least = indicator->design_effect;
    across = chi_squares(scatter, points, count, test, variance);
    scatter->dispersion = fmax(least, scatter->about / degrees);
    return (struct trend_verdict){
        2 * gsl_cdf_tdist_Q(sqrt(scatter->along / scatter->dispersion),
                            degrees),
        across > 0 ? 1 : -1
    };
}
