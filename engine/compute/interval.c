/*
 * interval.c - limits of proportions and rates; the numbers (1) to (6) are
 * those of the header.
 *
 * Sources: Wilson, J Am Stat Assoc 22 (1927) 209; Clopper and Pearson,
 * Biometrika 26 (1934) 404; Brown, Cai and DasGupta, Stat Sci 16 (2001) 101;
 * Berry and Armitage, The Statistician 44 (1995) 417 for mid-p; Breslow and
 * Day, Statistical Methods in Cancer Research II (1987), section 2.3, for
 * Byar's approximation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

#include "engine/base/number.h"

enum { EXACT_BELOW = 10, HALVINGS = 200 };

const char *const interval_method_names[INTERVAL_METHOD_COUNT] = {
    [INTERVAL_WILSON] = "wilson",
    [INTERVAL_CLOPPER_PEARSON] = "clopper_pearson",
    [INTERVAL_JEFFREYS] = "jeffreys",
    [INTERVAL_MID_P] = "mid_p",
    [INTERVAL_EXACT] = "exact",
    [INTERVAL_BYAR] = "byar",
};

enum interval_method interval_method_find(const char *name)
{
    for (int m = 0; m < INTERVAL_METHOD_COUNT; m++)
        if (strcmp(interval_method_names[m], name) == 0)
            return (enum interval_method)m;
    return INTERVAL_METHOD_COUNT;
}

bool interval_is_for_rates(enum interval_method method)
{
    return method == INTERVAL_EXACT || method == INTERVAL_BYAR;
}

enum interval_method interval_for_rate(double x)
{
    return x < EXACT_BELOW ? INTERVAL_EXACT : INTERVAL_BYAR;
}

double interval_z(double confidence)
{
    return gsl_cdf_ugaussian_Pinv(0.5 + confidence / 2);
}

/* (1) The lower limit at a count of 0 is 0, which rounding may miss. */
static void wilson(struct interval *out, double x, double n, double confidence)
{
    double z = interval_z(confidence);
    double centre = 2 * x + z * z;
    double reach = z * sqrt(z * z + 4 * x * (1 - x / n));
    double base = 2 * (n + z * z);

    out->lower = x > 0 ? (centre - reach) / base : 0;
    out->upper = x < n ? (centre + reach) / base : 1;
}

/* Tails of the binomial; all of them increase with p. */
static double tail_above(double p, double x, double n)
{
    return x <= 0 ? 1 : gsl_cdf_beta_P(p, x, n - x + 1);
}

static double tail_mid(double p, double x, double n)
{
    double beyond = x >= n ? 0 : gsl_cdf_beta_P(p, x + 1, n - x);

    return (tail_above(p, x, n) + beyond) / 2;
}

static double tail_jeffreys(double p, double x, double n)
{
    return gsl_cdf_beta_P(p, x + 0.5, n - x + 0.5);
}

/*
 * The p at which the tail reaches [wanted]. Halving needs no derivative and,
 * unlike the library's inverse, cannot fail to converge.
 */
static double solve(double (*f)(double, double, double), double wanted,
                    double x, double n)
{
    double low = 0, high = 1;

    for (int i = 0; i < HALVINGS && low < high; i++) {
        double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        if (f(middle, x, n) < wanted)
            low = middle;
        else
            high = middle;
    }
    return high;
}

/* (2) The upper limit for x is where more than x becomes likely enough. */
static void clopper_pearson(struct interval *out, double x, double n,
                            double confidence)
{
    double alpha = 1 - confidence;

    out->lower = x > 0 ? solve(tail_above, alpha / 2, x, n) : 0;
    out->upper = x < n ? solve(tail_above, 1 - alpha / 2, x + 1, n) : 1;
}

static void jeffreys(struct interval *out, double x, double n,
                     double confidence)
{
    double alpha = 1 - confidence;

    out->lower = x > 0 ? solve(tail_jeffreys, alpha / 2, x, n) : 0;
    out->upper = x < n ? solve(tail_jeffreys, 1 - alpha / 2, x, n) : 1;
}

static void mid_p(struct interval *out, double x, double n, double confidence)
{
    double alpha = 1 - confidence;

    out->lower = x > 0 ? solve(tail_mid, alpha / 2, x, n) : 0;
    out->upper = x < n ? solve(tail_mid, 1 - alpha / 2, x, n) : 1;
}

/* (5) The chi-square form of statistics is the gamma of half its freedom. */
static void exact(struct interval *out, double x, double n, double confidence)
{
    double alpha = 1 - confidence;

    out->lower = x > 0 ? gsl_cdf_gamma_Pinv(alpha / 2, x, 1) / n : 0;
    out->upper = gsl_cdf_gamma_Qinv(alpha / 2, x + 1, 1) / n;
}

static double cube_of(double value)
{
    return value * value * value;
}

/* (6) */
static void byar(struct interval *out, double x, double n, double confidence)
{
    double z = interval_z(confidence), y = x + 1;
    double below = x > 0 ? 1 - 1 / (9 * x) - z / (3 * sqrt(x)) : 0;

    out->lower = below > 0 ? x * cube_of(below) / n : 0;
    out->upper = y * cube_of(1 - 1 / (9 * y) + z / (3 * sqrt(y))) / n;
}

bool interval_of(struct interval *out, enum interval_method method, double x,
                 double n, double confidence)
{
    static void (*const limits[INTERVAL_METHOD_COUNT])(
        struct interval *, double, double, double) = {
        [INTERVAL_WILSON] = wilson,
        [INTERVAL_CLOPPER_PEARSON] = clopper_pearson,
        [INTERVAL_JEFFREYS] = jeffreys,
        [INTERVAL_MID_P] = mid_p,
        [INTERVAL_EXACT] = exact,
        [INTERVAL_BYAR] = byar,
    };

    *out = (struct interval){ NO_VALUE, NO_VALUE, NO_VALUE };
    if (!has_value(x) || !has_value(n) || !(n > 0) || x < 0)
        return false;
    out->value = x / n;
    if (!interval_is_for_rates(method) && x > n)
        return false;
    if (!(confidence > 0 && confidence < 1))
        return false;
    limits[method](out, x, n, confidence);
    if (has_value(out->lower) && has_value(out->upper))
        return true;
    out->lower = out->upper = NO_VALUE;
    return false;
}
