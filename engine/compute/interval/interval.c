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
#include "engine/compute/interval/interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

#include "engine/base/number.h"
#include "engine/compute/tails.h"

enum { EXACT_BELOW = 10, STEPS = 200 };

/* Newton has arrived: the step is this small, relative to the value. */
static const double CLOSE = 1e-12;

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

/*
 * A tail as a function of the underlying value: the share of [first] on one
 * side of it, or the mean of that and of [second] (half of what is equal).
 */
struct chance {
    struct curve first, second;
    bool halved;
    enum side side;
};

static double chance_at(const struct chance *c, double at)
{
    double share = tail_of(c->first, at, c->side);

    return c->halved ? (share + tail_of(c->second, at, c->side)) / 2 : share;
}

static double slope_at(const struct chance *c, double at)
{
    double slope = density_of(c->first, at);

    if (c->halved)
        slope = (slope + density_of(c->second, at)) / 2;
    return c->side == SIDE_ABOVE ? -slope : slope;
}

/*
 * The value at which the chance is [wanted], between [low] and [high]. Newton's
 * step on the logarithm, which is nearly a parabola; halving where that would
 * leave the bracket, so it cannot fail to converge.
 */
static double solve(const struct chance *c, double wanted, double low,
                    double high, double at)
{
    for (int i = 0; i < STEPS; i++) {
        double chance, last;
        if (!(at > low && at < high))
            at = low + (high - low) / 2;
        if (!(at > low && at < high))
            break;
        chance = chance_at(c, at);
        if ((chance < wanted) == (c->side == SIDE_BELOW))
            low = at;
        else
            high = at;
        last = at;
        at -= log(chance / wanted) * chance / slope_at(c, at);
        if (fabs(at - last) <= CLOSE * last)
            return at;
    }
    return high;
}

/* Both limits of a proportion; the score limits are the first guess. */
static void solve_proportion(struct interval *out, const struct chance *below,
                             const struct chance *above, double x, double n,
                             double confidence)
{
    double tail = (1 - confidence) / 2;
    struct interval guess;

    wilson(&guess, x, n, confidence);
    out->lower = x > 0 ? solve(below, tail, 0, 1, guess.lower) : 0;
    out->upper = x < n ? solve(above, tail, 0, 1, guess.upper) : 1;
}

/* (2) The lower limit makes x or more just likely enough, the upper x or
 * less. */
static void clopper_pearson(struct interval *out, double x, double n,
                            double confidence)
{
    struct chance below = { .first = { x, n - x + 1 }, .side = SIDE_BELOW };
    struct chance above = { .first = { x + 1, n - x }, .side = SIDE_ABOVE };

    solve_proportion(out, &below, &above, x, n, confidence);
}

static void jeffreys(struct interval *out, double x, double n,
                     double confidence)
{
    struct curve curve = { x + 0.5, n - x + 0.5 };
    struct chance below = { .first = curve, .side = SIDE_BELOW };
    struct chance above = { .first = curve, .side = SIDE_ABOVE };

    solve_proportion(out, &below, &above, x, n, confidence);
}

static void mid_p(struct interval *out, double x, double n, double confidence)
{
    struct curve from = { x, n - x + 1 }, beyond = { x + 1, n - x };
    struct chance below = { from, beyond, true, SIDE_BELOW };
    struct chance above = { from, beyond, true, SIDE_ABOVE };

    solve_proportion(out, &below, &above, x, n, confidence);
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

/* (5) The chi-square form of statistics is the gamma of half its freedom. */
static void exact(struct interval *out, double x, double n, double confidence)
{
    struct chance below = { .first = { x, HUGE_VAL }, .side = SIDE_BELOW };
    struct chance above = { .first = { x + 1, HUGE_VAL }, .side = SIDE_ABOVE };
    double tail = (1 - confidence) / 2, high = x + 1;
    struct interval guess;

    byar(&guess, x, 1, confidence);
    while (chance_at(&above, high) > tail)
        high *= 2;
    out->lower = x > 0 ? solve(&below, tail, 0, high, guess.lower) / n : 0;
    out->upper = solve(&above, tail, 0, high, guess.upper) / n;
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
    out->lower = fmin(out->lower, out->value);
    out->upper = fmax(out->upper, out->value);
    return true;
}
