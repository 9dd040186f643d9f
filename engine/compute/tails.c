/*
 * tails.c - tails of the beta and the gamma distribution; the numbers are those
 * of the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/tails.h"

#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_log.h>
#include <math.h>
#include <stddef.h>

enum { FRACTION_STEPS = 100000, PANELS = 60, POINTS = 5 };

/* From here on the curve is smooth over one standard deviation. */
static const double BELL_FROM = 100;
/* Above this a fraction that starts from the larger shape loses its digits. */
static const double LONG_SHAPE = 1000;
static const double ENOUGH = 1e-15;

static bool is_gamma(struct curve c)
{
    return isinf(c.shape_b);
}

/* a ln(a/m) + m - a, which is 0 at m = a. */
static double deviance(double a, double m)
{
    double u = (m - a) / a;

    return fabs(u) < 0.5 ? -a * gsl_sf_log_1plusx_mx(u)
                         : a * log(a / m) + m - a;
}

/* What Stirling's formula leaves of ln Gamma. */
static double stirling(double a)
{
    return log(gsl_sf_gammastar(a));
}

/* (1) x^a (1-x)^b / B(a, b), or x^a e^-x / Gamma(a). */
static double kernel(struct curve c, double x)
{
    double a = c.shape_a, b = c.shape_b, n = a + b;

    if (is_gamma(c))
        return exp(-stirling(a) - deviance(a, x)) * sqrt(a / (2 * M_PI));
    return exp(stirling(n) - stirling(a) - stirling(b) - deviance(a, n * x) -
               deviance(b, n * (1 - x))) *
           sqrt(a / n * b / (2 * M_PI));
}

/* A shape of 0 puts everything on its end: a at 0, b at 1. */
static bool is_point(struct curve c)
{
    return !(c.shape_a > 0) || !(c.shape_b > 0);
}

double density_of(struct curve c, double x)
{
    if (!(x > 0) || (!is_gamma(c) && !(x < 1)) || is_point(c))
        return 0;
    return kernel(c, x) / (is_gamma(c) ? x : x * (1 - x));
}

static double mean_of(struct curve c)
{
    return is_gamma(c) ? c.shape_a : c.shape_a / (c.shape_a + c.shape_b);
}

static double deviation_of(struct curve c)
{
    double m = mean_of(c);

    return is_gamma(c) ? sqrt(m)
                       : sqrt(m * (1 - m) / (c.shape_a + c.shape_b + 1));
}

/* Gauss's rule over one panel. */
static double panel(struct curve c, double from, double to)
{
    static const double points[POINTS] = {
        0.14887433898163121, 0.43339539412924719, 0.67940956829902441,
        0.86506336668898451, 0.97390652851717172,
    };
    static const double weights[POINTS] = {
        0.29552422471475287, 0.26926671930999635, 0.21908636251598204,
        0.14945134915058059, 0.06667134430868814,
    };
    double middle = (from + to) / 2, half = (to - from) / 2, sum = 0;

    for (size_t i = 0; i < POINTS; i++)
        sum += weights[i] * (density_of(c, middle - half * points[i]) +
                             density_of(c, middle + half * points[i]));
    return sum * half;
}

/* (2) Outwards from [x], away from the mean. No panel is wider than its
 * distance from 0, where a small shape bends the density. */
static double bell_tail(struct curve c, double x, enum side side)
{
    double step = deviation_of(c), end = is_gamma(c) ? HUGE_VAL : 1, sum = 0;

    for (int i = 0; i < PANELS; i++) {
        double next = side == SIDE_ABOVE ? fmin(x + fmin(step, x), end)
                                         : fmax(x - step, 0);
        double more = panel(c, fmin(x, next), fmax(x, next));
        sum += more;
        if (more <= ENOUGH / 100 * sum)
            break;
        x = next;
    }
    return sum;
}

static double away_from_zero(double value)
{
    return fabs(value) < 1e-300 ? 1e-300 : value;
}

/* (3) The tail below, by Lentz's way of going through a continued fraction. */
static double fraction_tail(struct curve curve, double x)
{
    double a = curve.shape_a, b = curve.shape_b;
    double c = 1, d = 1 / away_from_zero(1 - (a + b) * x / (a + 1)), h = d;

    for (int m = 1; m < FRACTION_STEPS; m++) {
        double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        double odd =
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away_from_zero(1 + even * d);
        c = away_from_zero(1 + even / c);
        h *= d * c;
        d = 1 / away_from_zero(1 + odd * d);
        c = away_from_zero(1 + odd / c);
        h *= d * c;
        if (fabs(d * c - 1) < ENOUGH)
            break;
    }
    return kernel(curve, x) / a * h;
}

/* Of the two fractions the one that converges fast. */
static double beta_tail(struct curve c, double x, enum side side)
{
    bool below = x < (c.shape_a + 1) / (c.shape_a + c.shape_b + 2);
    double tail =
        below ? fraction_tail(c, x)
              : fraction_tail((struct curve){ c.shape_b, c.shape_a }, 1 - x);

    return below == (side == SIDE_BELOW) ? tail : 1 - tail;
}

/*
 * A small shape beside a very large one. Towards the large one the fraction
 * would lose its digits, but there the density is smooth.
 */
static double skew_tail(struct curve c, double x, enum side side)
{
    double tail;

    if (c.shape_a > c.shape_b) {
        c = (struct curve){ c.shape_b, c.shape_a };
        x = 1 - x;
        side = side == SIDE_ABOVE ? SIDE_BELOW : SIDE_ABOVE;
    }
    if (x < mean_of(c)) {
        tail = fraction_tail(c, x);
        return side == SIDE_BELOW ? tail : 1 - tail;
    }
    tail = bell_tail(c, x, SIDE_ABOVE);
    return side == SIDE_ABOVE ? tail : 1 - tail;
}

static double clamped(double share)
{
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

double tail_of(struct curve c, double x, enum side side)
{
    enum side outer = x < mean_of(c) ? SIDE_BELOW : SIDE_ABOVE;
    double tail;

    if (!(x > 0))
        return side == SIDE_ABOVE ? 1 : 0;
    if (!is_gamma(c) && x >= 1)
        return side == SIDE_ABOVE ? 0 : 1;
    if (is_point(c))
        return (c.shape_a > 0) == (side == SIDE_ABOVE) ? 1 : 0;
    if (fmin(c.shape_a, c.shape_b) >= BELL_FROM) {
        tail = bell_tail(c, x, outer);
        return clamped(side == outer ? tail : 1 - tail);
    }
    if (!is_gamma(c))
        return clamped(fmax(c.shape_a, c.shape_b) > LONG_SHAPE
                           ? skew_tail(c, x, side)
                           : beta_tail(c, x, side));
    return side == SIDE_ABOVE ? gsl_sf_gamma_inc_Q(c.shape_a, x)
                              : gsl_sf_gamma_inc_P(c.shape_a, x);
}
