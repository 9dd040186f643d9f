/*
 * even_spread.c - the spread between areas beyond chance; the formulas are
 * those of the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/even/even_spread.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

#include "engine/compute/equity/weighted.h"
#include "engine/compute/interval/interval.h"

/* A gamma so long is a normal distribution. */
static const double SHAPE_MOST = 1e8;
enum { HALVINGS = 60 };

/* Q and its cumulants: those of chance alone, and what V adds to them. */
struct form {
    double observed;
    double mean, variance, third;
    double more_variance, more_third; /* A and B, of V = Q */
};

static struct form form_of(const double value[], const double weight[],
                           const double sigma[], size_t count)
{
    double total = weighted_sum(weight, count);
    double m = weighted_mean(value, weight, count);
    double d2 = 0, d3 = 0, pd = 0, pd2 = 0, pd3 = 0, vu = 0, pvu = 0;
    struct form f = { 0 };

    for (size_t i = 0; i < count; i++) {
        double p = weight[i] / total, v = sigma[i] * sigma[i];
        double d = p * v, u = p * (value[i] - m);
        f.observed += u * (value[i] - m);
        f.mean += (1 - p) * d;
        d2 += d * d;
        d3 += d * d * d;
        pd += p * d;
        pd2 += p * d * d;
        pd3 += p * d * d * d;
        f.more_variance += v * u * u;
        vu += p * v * u;
        pvu += p * v * u * v * u;
    }
    f.variance = 2 * (d2 - 2 * pd2 + pd * pd);
    f.third = 8 * (d3 - 3 * pd3 + 3 * pd2 * pd - pd * pd * pd);
    f.more_variance *= 4;
    f.more_third = 24 * (pvu - vu * vu);
    return f;
}

/* The chance of a Q of [reached] or more, of V = c2 times the observed one. */
static double tail_of(const struct form *f, double reached, double c2)
{
    double variance = f->variance + c2 * f->more_variance;
    double third = f->third + c2 * f->more_third;
    double z = (reached - c2 * f->observed - f->mean) / sqrt(variance);
    double skewness = third / (variance * sqrt(variance));
    double shape = 4 / (skewness * skewness);

    if (!(skewness > 0) || shape > SHAPE_MOST)
        return gsl_cdf_ugaussian_Q(z);
    return gsl_cdf_gamma_Q(fmax(shape + z * sqrt(shape), 0), shape, 1);
}

/* The standard deviation of which a Q of [reached] is that tail; 0 when equal
 * areas have a larger one already. */
static double spread_at(const struct form *f, double reached, double tail)
{
    double low = 0, high = 1;

    if (tail_of(f, reached, 0) >= tail)
        return 0;
    while (tail_of(f, reached, high) < tail && high < HUGE_VAL)
        high *= 2;
    for (int i = 0; i < HALVINGS; i++) {
        double middle = (low + high) / 2;
        if (tail_of(f, reached, middle) < tail)
            low = middle;
        else
            high = middle;
    }
    return sqrt(f->observed * high);
}

struct even_spread even_spread_of(const double value[], const double weight[],
                                  const double sigma[], size_t count,
                                  double confidence)
{
    struct form f = form_of(value, weight, sigma, count);
    double tail = (1 - confidence) / 2;

    if (!(f.observed > 0)) /* no path leads away from equality */
        return (struct even_spread){ 0, 0,
                                     interval_z(confidence) * sqrt(f.mean) };
    return (struct even_spread){
        .value = spread_at(&f, f.observed, 0.5),
        .lower = spread_at(&f, f.observed, tail),
        .upper = spread_at(&f, fmax(f.observed, f.mean), 1 - tail),
    };
}

struct even_spread even_spread_change(const struct even_spread *before,
                                      const struct even_spread *after)
{
    double change = after->value - before->value;
    double down =
        hypot(after->value - after->lower, before->upper - before->value);
    double up =
        hypot(after->upper - after->value, before->value - before->lower);

    return (struct even_spread){
        .value = change,
        .lower = after->lower > 0 ? change - down : -before->upper,
        .upper = before->lower > 0 ? change + up : after->upper,
    };
}
