/*
 * shortfall.c - who is below a minimum standard, and by how much.
 *
 *  (1) headcount = share of the population in areas that miss the target.
 *  (2) gap = sum of p x what is missing, over the target.
 *  (3) When lower is better an area misses by lying above.
 *
 * After Foster, Greer and Thorbecke (1984), with areas in place of persons.
 *
 *  (4) Limits of the headcount: an area surely misses, or surely meets, where
 *      its own test against the target says so after Holm's adjustment (Scand J
 *      Stat 6 (1979) 65) at half of what the confidence leaves. The lower limit
 *      counts those that surely miss, the upper all but those that surely meet:
 *      neither side is wrong more often, however the areas lie. Tests of counts
 *      are exact, the others normal.
 *  (5) Limits of the gap. What an area misses moves by no more than its figure
 *      does, so that the variance is at most sum of (p s)^2; and as the kink
 *      makes what is missing look larger, never smaller, gap + z se is an upper
 *      limit. The lower also gives away what the kink may have added, for an
 *      area at distance d errors from the target s (phi(d) - d Phi(-d)), with d
 *      two errors nearer than seen. Areas that lie more than two errors on the
 *      safe side count for less in the variance: Phi(2 + d), d < 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/compute/equity/measure.h"
#include "engine/compute/equity/redraw.h"
#include "engine/compute/interval/interval.h"

static double missing(const struct sample *s, size_t i)
{
    double below = s->target - s->value[i];

    return fmax(s->better == BETTER_LOWER ? -below : below, 0);
}

static double headcount(const struct sample *s, double parameter,
                        struct arena *scratch)
{
    double sum = 0;

    (void)parameter, (void)scratch;
    for (size_t i = 0; i < s->count; i++)
        if (missing(s, i) > 0)
            sum += s->share[i];
    return sum;
}

static double gap(const struct sample *s, double parameter,
                  struct arena *scratch)
{
    double sum = 0;

    (void)parameter, (void)scratch;
    if (!(s->target > 0))
        return NO_VALUE;
    for (size_t i = 0; i < s->count; i++)
        sum += s->share[i] * missing(s, i);
    return sum / s->target;
}

/* The chance of a figure as low, and of one as high, in an area that is just at
 * the target. */
struct tails {
    double low, high;
};

/* (4) Persons in clusters count for as many as they are worth. */
static struct tails tails_of_count(double x, double n, double q, bool poisson)
{
    struct tails t = { 1, 1 };

    if (poisson) {
        t.low = gsl_cdf_gamma_Q(n * q, x + 1, 1);
        t.high = x > 0 ? gsl_cdf_gamma_P(n * q, x, 1) : 1;
        return t;
    }
    q = fmin(fmax(q, 0), 1);
    if (x < n)
        t.low = gsl_cdf_beta_Q(q, x + 1, n - x);
    if (x > 0)
        t.high = gsl_cdf_beta_P(q, x, n - x + 1);
    return t;
}

static struct tails tails_at(const struct sample *s, const struct chance *c,
                             size_t i)
{
    bool poisson = c->noise == NOISE_POISSON;
    double effect = c->noise == NOISE_CLUSTERED ? c->design_effect : 1;
    double apart = (s->value[i] - s->target) / s->sigma[i];

    if (c->base && (poisson || c->noise == NOISE_BINOMIAL ||
                    c->noise == NOISE_CLUSTERED)) {
        double n = c->base[i] / effect;
        return tails_of_count(s->value[i] / c->scale * n, n,
                              s->target / c->scale, poisson);
    }
    return (struct tails){ gsl_cdf_ugaussian_P(apart),
                           gsl_cdf_ugaussian_Q(apart) };
}

struct test {
    double p, share;
};

static int by_p(const void *left, const void *right)
{
    double l = ((const struct test *)left)->p;
    double r = ((const struct test *)right)->p;

    return (l > r) - (l < r);
}

/* (4) The share of the population in areas whose test is sure. */
static double sure_share(struct test tests[], size_t count, double level)
{
    double sum = 0;

    qsort(tests, count, sizeof *tests, by_p);
    for (size_t k = 0; k < count; k++) {
        if (tests[k].p > level / (double)(count - k))
            break;
        sum += tests[k].share;
    }
    return sum;
}

static struct measure_bounds headcount_limits(const struct sample *s,
                                              const struct chance *chance,
                                              double confidence,
                                              struct arena *scratch)
{
    struct test *miss = arena_array(scratch, s->count, struct test);
    struct test *meet = arena_array(scratch, s->count, struct test);
    double level = (1 - confidence) / 2;

    for (size_t i = 0; i < s->count; i++) {
        struct tails t = tails_at(s, chance, i);
        bool lower = s->better == BETTER_LOWER;
        miss[i] = (struct test){ lower ? t.high : t.low, s->share[i] };
        meet[i] = (struct test){ lower ? t.low : t.high, s->share[i] };
    }
    return (struct measure_bounds){ sure_share(miss, s->count, level),
                                    1 - sure_share(meet, s->count, level) };
}

/* (5) */
static struct measure_bounds gap_limits(const struct sample *s,
                                        const struct chance *chance,
                                        double confidence,
                                        struct arena *scratch)
{
    double found = gap(s, 0, scratch), variance = 0, kink = 0, se;

    (void)chance;
    for (size_t i = 0; i < s->count; i++) {
        double error = s->share[i] * s->sigma[i];
        double d = (s->target - s->value[i]) / s->sigma[i];
        double near = fmax(fabs(d) - 2, 0);
        if (!(error > 0))
            continue;
        d = s->better == BETTER_LOWER ? -d : d;
        variance += error * error * gsl_cdf_ugaussian_P(fmin(d, 0) + 2);
        kink += error * (gsl_ran_ugaussian_pdf(near) -
                         near * gsl_cdf_ugaussian_Q(near));
    }
    se = interval_z(confidence) * sqrt(variance);
    return (struct measure_bounds){ fmax(found - (kink + se) / s->target, 0),
                                    found + se / s->target };
}

#define SHORT_NEEDS (MEASURE_NEEDS_TARGET | MEASURE_NEEDS_BETTER)

static const struct measure measures[] = {
    { .id = "shortfall_headcount",
      .place = 360,
      .low = 0,
      .high = 1,
      .needs = SHORT_NEEDS,
      .laws = MEASURE_SCALE_FREE | MEASURE_REPLICATION,
      .compute = headcount,
      .limits = headcount_limits },
    { .id = "shortfall_gap",
      .place = 370,
      .low = 0,
      .high = HUGE_VAL,
      .needs = SHORT_NEEDS,
      .laws = MEASURE_SCALE_FREE | MEASURE_REPLICATION | MEASURE_TRANSFER,
      .compute = gap,
      .limits = gap_limits },
};
const struct measure_family measures_shortfall = MEASURE_FAMILY(measures);
