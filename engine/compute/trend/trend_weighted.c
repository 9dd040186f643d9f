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
 *      Clustered noise multiplies the sampling variance by its design effect.
 *  (2) Years differ by more than sampling: along is divided by the dispersion,
 *      max(1, about/(count - 2)), and compared with F(1, count - 2), which is
 *      t squared. Source: McCullagh and Nelder, Generalized Linear Models,
 *      4.5.
 *  (3) That takes what sets the years apart as larger in small years. Where the
 *      weights differ by more than UNEVEN it would let one large year speak for
 *      all, and call flat series moving. There the years share a variance of
 *      their own, w = 1/(v + tau^2), tau^2 such that about = count - 2 (Paule
 *      and Mandel, J Res Nat Bur Stand 87 (1982) 377). With even weights both
 *      are the same.
 *
 *      tau^2 is known less well than from count - 2 equal years. Satterthwaite,
 *      Biometrics 2 (1946) 110: degrees of freedom 2 V^2/var(V), V the slope's
 *      variance, by what V and about change with tau^2. From so few years that
 *      estimate is itself too low; halfway to count - 2 leaves flat series with
 *      6 % of false trends: tests/bench/README.md.
 *  (4) Where nobody or everybody has it, nothing moves: p = 1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/trend/trend_parts.h"

static const double UNEVEN = 2;
enum { HALVINGS = 60 };

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

struct weighing {
    struct trend_weighed *items;
    size_t count;
    double between; /* tau^2 */
};

/* The variance of a figure on a base of one; 0: nothing can vary. */
static double unit_variance(const struct trend_point points[], size_t count,
                            enum trend_test test,
                            const struct indicator *indicator)
{
    double x = 0, n = 0, effect = 1;

    if (test == TREND_WEIGHTED_LINEAR)
        return 1;
    for (size_t i = 0; i < count; i++) {
        x += points[i].numerator;
        n += points[i].denominator;
    }
    if (indicator->noise == NOISE_CLUSTERED && indicator->design_effect > 1)
        effect = indicator->design_effect;
    return effect * x / n * (test == TREND_LOG_LINEAR ? 1 : 1 - x / n);
}

static struct trend_weighed weigh(const struct trend_point *point,
                                  enum trend_test test, double variance)
{
    if (test == TREND_WEIGHTED_LINEAR)
        return (struct trend_weighed){ trend_time(point), point->value,
                                       point->se * point->se };
    return (struct trend_weighed){ trend_time(point),
                                   point->numerator / point->denominator,
                                   variance / point->denominator };
}

/* The line through the years. */
struct line {
    double time, figure; /* tbar, ybar */
    double across;       /* sum w (t - tbar) y */
    double years;        /* sum w (t - tbar)^2 */
    double along, about;
};

static double weight_of(const struct weighing *w, size_t i)
{
    return 1 / (w->items[i].variance + w->between);
}

/* (1) */
static struct line line_through(const struct weighing *w)
{
    struct line l = { 0 };
    double sum = 0, all = 0;

    for (size_t i = 0; i < w->count; i++) {
        double weight = weight_of(w, i);
        sum += weight;
        l.time += weight * w->items[i].time;
        l.figure += weight * w->items[i].figure;
    }
    l.time /= sum;
    l.figure /= sum;
    for (size_t i = 0; i < w->count; i++) {
        double weight = weight_of(w, i);
        double t = w->items[i].time - l.time;
        double y = w->items[i].figure - l.figure;
        l.across += weight * t * y;
        l.years += weight * t * t;
        all += weight * y * y;
    }
    l.along = l.across * l.across / l.years;
    l.about = fmax(0, all - l.along);
    return l;
}

static bool is_uneven(const struct weighing *w)
{
    double least = w->items[0].variance, most = least;

    for (size_t i = 1; i < w->count; i++) {
        least = fmin(least, w->items[i].variance);
        most = fmax(most, w->items[i].variance);
    }
    return most > UNEVEN * least;
}

/* (3) about falls as tau^2 grows: by halving, from what is surely too much. */
static double share_variance(struct weighing *w, double degrees)
{
    double least = w->items[0].figure, most = least, low = 0, high;

    for (size_t i = 1; i < w->count; i++) {
        least = fmin(least, w->items[i].figure);
        most = fmax(most, w->items[i].figure);
    }
    high = (most - least) * (most - least) * (double)w->count;
    for (int i = 0; i < HALVINGS; i++) {
        w->between = (low + high) / 2;
        *(line_through(w).about > degrees ? &low : &high) = w->between;
    }
    return high;
}

/* (3) The slope's variance is 1/years: it grows by grown/years^2 with tau^2,
 * while about falls by fallen. */
static double shared_degrees(const struct weighing *w, const struct line *l,
                             double degrees)
{
    double grown = 0, fallen = 0, own;

    for (size_t i = 0; i < w->count; i++) {
        double weight = weight_of(w, i), t = w->items[i].time - l->time;
        double off = w->items[i].figure - l->figure - l->across / l->years * t;
        grown += weight * weight * t * t;
        fallen += weight * weight * off * off;
    }
    own = l->years / grown * fallen;
    return (degrees + fmin(degrees, fmax(1, own * own / degrees))) / 2;
}

struct trend_verdict trend_weighted(struct trend_scatter *scatter,
                                    const struct trend_point points[],
                                    size_t count, enum trend_test test,
                                    const struct indicator *indicator,
                                    struct trend_tables *tables)
{
    double degrees = (double)count - 2, f;
    double variance = unit_variance(points, count, test, indicator);
    struct weighing w = { tables_weighed(tables, count), count, 0 };
    struct line line;

    *scatter = (struct trend_scatter){ 0, 0, 1 };
    if (!(variance > 0) || trend_is_flat(points, count)) /* (4) */
        return (struct trend_verdict){ 1, 0 };
    for (size_t i = 0; i < count; i++)
        w.items[i] = weigh(&points[i], test, variance);
    line = line_through(&w);
    scatter->along = line.along;
    scatter->about = line.about;
    scatter->dispersion = fmax(1, line.about / degrees); /* (2) */
    f = line.along / scatter->dispersion;
    if (line.about > degrees && is_uneven(&w)) { /* (3) */
        w.between = share_variance(&w, degrees);
        line = line_through(&w);
        f = line.along;
        degrees = shared_degrees(&w, &line, degrees);
    }
    return (struct trend_verdict){ 2 * gsl_cdf_tdist_Q(sqrt(f), degrees),
                                   line.across > 0 ? 1 : -1 };
}
