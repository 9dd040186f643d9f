/*
 * slope.c - the slope and the relative index of inequality.
 *
 *  (1) A line is fitted to the values over the mid-ranks X, each area weighted
 *      by its share of the population, once. The slope index is the fitted
 *      value at the top of the order minus that at the bottom, the relative
 *      index the one over the other.
 *  (2) `:logit` fits a logistic curve in place of the line, for proportions.
 *  (3) The ends of the line are sums of w y: the closed forms follow from the
 *      sampling errors, sum of s^2 w^2. Those of the relative index are of its
 *      logarithm, sum of s^2 (w_top / top - w_bottom / bottom)^2.
 *  (4) The curve solves sum of p (y - fit)(1, x) = 0. An error e of one area
 *      moves its two numbers by H^-1 p e (1, x), H the sum of p fit (1 - fit)
 *      (1, x)(1, x)': again a sum over areas. The scatter about the curve is
 *      no error and does not enter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/equity/measure.h"

/* Below this the mid-ranks do not vary (all areas share one order), and a
 * part of the mean is 0. */
static const double FLAT = 1e-12;
/* Near the end a step changes the misfit by less than it can be computed to. */
static const double ROUNDING = 1e-14;

struct fit {
    double bottom, top; /* at X = 0 and X = 1; NO_VALUE without a fit */
};

static double rank_variance(const struct sample *s)
{
    double sum = 0;

    for (size_t i = 0; i < s->count; i++)
        sum += s->share[i] * (s->rank[i] - 0.5) * (s->rank[i] - 0.5);
    return sum;
}

static struct fit line(const struct sample *s)
{
    double spread = rank_variance(s), sum = 0, slope;

    if (spread < FLAT)
        return (struct fit){ NO_VALUE, NO_VALUE };
    for (size_t i = 0; i < s->count; i++)
        sum += s->share[i] * (s->rank[i] - 0.5) * (s->value[i] - s->mean);
    slope = sum / spread;
    return (struct fit){ s->mean - slope / 2, s->mean + slope / 2 };
}

static double logistic(double x)
{
    return 1 / (1 + exp(-x));
}

/* Minus the log-likelihood, for the damping of Newton's steps. */
static double misfit(const struct sample *s, double a, double b)
{
    double sum = 0;

    for (size_t i = 0; i < s->count; i++) {
        double eta = a + b * (s->rank[i] - 0.5);
        double log_one_plus =
            eta > 0 ? eta + log1p(exp(-eta)) : log1p(exp(eta));
        sum += s->share[i] * (log_one_plus - eta * s->value[i] / s->unit);
    }
    return sum;
}

struct newton {
    double a, b;   /* where we are */
    double da, db; /* the step */
};

static bool newton_step(const struct sample *s, struct newton *n)
{
    double g0 = 0, g1 = 0, h00 = 0, h01 = 0, h11 = 0, determinant;

    for (size_t i = 0; i < s->count; i++) {
        double x = s->rank[i] - 0.5, p = logistic(n->a + n->b * x);
        double error = s->share[i] * (s->value[i] / s->unit - p);
        double weight = s->share[i] * p * (1 - p);
        g0 += error;
        g1 += error * x;
        h00 += weight;
        h01 += weight * x;
        h11 += weight * x * x;
    }
    determinant = h00 * h11 - h01 * h01;
    if (!(determinant > FLAT * FLAT))
        return false;
    n->da = (h11 * g0 - h01 * g1) / determinant;
    n->db = (h00 * g1 - h01 * g0) / determinant;
    return true;
}

/* Newton's method with halved steps; no fit when the areas are 0 and 1 only. */
static struct fit curve(const struct sample *s)
{
    enum { STEPS = 100, HALVINGS = 40 };
    double p = s->mean / s->unit;
    struct newton n = { log(p / (1 - p)), 0, 0, 0 };
    const struct fit none = { NO_VALUE, NO_VALUE };

    if (!(p > 0 && p < 1) || s->low < 0 || s->high > s->unit ||
        rank_variance(s) < FLAT)
        return none;
    for (int step = 0; step < STEPS; step++) {
        double before = misfit(s, n.a, n.b), size = 1;
        if (!newton_step(s, &n))
            return none;
        for (int k = 0; k < HALVINGS; k++, size /= 2)
            if (misfit(s, n.a + size * n.da, n.b + size * n.db) <=
                before + ROUNDING)
                break;
        n.a += size * n.da;
        n.b += size * n.db;
        if (fabs(n.da) + fabs(n.db) < 1e-12 * (1 + fabs(n.a) + fabs(n.b)))
            return (struct fit){ s->unit * logistic(n.a - n.b / 2),
                                 s->unit * logistic(n.a + n.b / 2) };
    }
    return none;
}

static double gap(struct fit fit)
{
    return fit.top - fit.bottom;
}

static double quotient(struct fit fit)
{
    return fit.bottom > 0 && fit.top >= 0 ? fit.top / fit.bottom : NO_VALUE;
}

/* What rounding left of an end of the line that lies at 0. */
static struct fit cleaned(struct fit fit, double mean)
{
    if (fabs(fit.bottom) <= FLAT * mean)
        fit.bottom = 0;
    if (fabs(fit.top) <= FLAT * mean)
        fit.top = 0;
    return fit;
}

static double slope_index(const struct sample *s, double parameter,
                          struct arena *scratch)
{
    (void)parameter, (void)scratch;
    return gap(line(s));
}

static double relative_index(const struct sample *s, double parameter,
                             struct arena *scratch)
{
    (void)parameter, (void)scratch;
    return quotient(cleaned(line(s), s->mean));
}

static double slope_index_logit(const struct sample *s, double parameter,
                                struct arena *scratch)
{
    (void)parameter, (void)scratch;
    return gap(curve(s));
}

static double relative_index_logit(const struct sample *s, double parameter,
                                   struct arena *scratch)
{
    (void)parameter, (void)scratch;
    return quotient(curve(s));
}

/* What one unit of error in an area adds to both ends of the fit. */
struct pull {
    double bottom, top;
};

/* (3) */
static struct pull pull_on_line(const struct sample *s, size_t i, double spread)
{
    double turn = (s->rank[i] - 0.5) / spread / 2;

    return (struct pull){ s->share[i] * (1 - turn), s->share[i] * (1 + turn) };
}

/* The variance of top / [a] minus bottom / [b]. */
static double line_variance(const struct sample *s, double a, double b)
{
    double spread = rank_variance(s), sum = 0;

    if (!s->sigma || spread < FLAT)
        return NO_VALUE;
    for (size_t i = 0; i < s->count; i++) {
        struct pull pull = pull_on_line(s, i, spread);
        double part = s->sigma[i] * (pull.top / a - pull.bottom / b);
        sum += part * part;
    }
    return sum;
}

static double slope_variance(const struct sample *s, double parameter)
{
    (void)parameter;
    return line_variance(s, 1, 1);
}

static double relative_variance(const struct sample *s, double parameter)
{
    struct fit fit = cleaned(line(s), s->mean);

    (void)parameter;
    return fit.bottom > 0 && fit.top > 0 ? line_variance(s, fit.top, fit.bottom)
                                         : NO_VALUE;
}

/* (4) [a], [b] as above; the ends move by fit (1 - fit) times their move on
 * the logit scale. */
static double curve_variance(const struct sample *s, struct fit fit, double a,
                             double b)
{
    double top = fit.top / s->unit, bottom = fit.bottom / s->unit;
    double slope = log(top / (1 - top)) - log(bottom / (1 - bottom));
    double middle = (log(top / (1 - top)) + log(bottom / (1 - bottom))) / 2;
    double h00 = 0, h01 = 0, h11 = 0, sum = 0, determinant;

    for (size_t i = 0; i < s->count; i++) {
        double x = s->rank[i] - 0.5, p = logistic(middle + slope * x);
        double weight = s->share[i] * p * (1 - p);
        h00 += weight, h01 += weight * x, h11 += weight * x * x;
    }
    determinant = h00 * h11 - h01 * h01;
    for (size_t i = 0; i < s->count; i++) {
        double x = s->rank[i] - 0.5;
        double at_middle = s->share[i] * (h11 - h01 * x) / determinant;
        double per_rank = s->share[i] * (h00 * x - h01) / determinant;
        double part = top * (1 - top) * (at_middle + per_rank / 2) / a -
                      bottom * (1 - bottom) * (at_middle - per_rank / 2) / b;
        sum += part * part * s->sigma[i] * s->sigma[i];
    }
    return sum;
}

static double slope_logit_variance(const struct sample *s, double parameter)
{
    struct fit fit = curve(s);

    (void)parameter;
    return s->sigma && has_value(fit.top) ? curve_variance(s, fit, 1, 1)
                                          : NO_VALUE;
}

static double relative_logit_variance(const struct sample *s, double parameter)
{
    struct fit fit = curve(s);

    (void)parameter;
    return s->sigma && has_value(fit.top) && fit.bottom > 0 && fit.top > 0
               ? curve_variance(s, fit, fit.top, fit.bottom)
               : NO_VALUE;
}

#define LINE_LAWS (MEASURE_EQUAL | MEASURE_REPLICATION)

static const struct measure measures[] = {
    { .id = "slope_index",
      .place = 50,
      .low = -HUGE_VAL,
      .high = HUGE_VAL,
      .equal = 0,
      .needs = MEASURE_NEEDS_ORDER,
      .laws = LINE_LAWS | MEASURE_SCALES | MEASURE_SHIFT_FREE,
      .compute = slope_index,
      .variance = slope_variance },
    { .id = "relative_index",
      .place = 60,
      .low = 0,
      .high = HUGE_VAL,
      .equal = 1,
      .needs = MEASURE_NEEDS_ORDER | MEASURE_NEEDS_MEAN,
      .laws = LINE_LAWS | MEASURE_SCALE_FREE,
      .compute = relative_index,
      .variance = relative_variance,
      .log_scale = true },
    { .id = "slope_index:logit",
      .place = 70,
      .low = -HUGE_VAL,
      .high = HUGE_VAL,
      .reach = 1,
      .equal = 0,
      .needs = MEASURE_NEEDS_ORDER | MEASURE_NEEDS_SHARES,
      .laws = LINE_LAWS | MEASURE_SCALES,
      .compute = slope_index_logit,
      .variance = slope_logit_variance },
    { .id = "relative_index:logit",
      .place = 80,
      .low = 0,
      .high = HUGE_VAL,
      .equal = 1,
      .needs = MEASURE_NEEDS_ORDER | MEASURE_NEEDS_SHARES,
      .laws = LINE_LAWS | MEASURE_SCALE_FREE,
      .compute = relative_index_logit,
      .variance = relative_logit_variance,
      .log_scale = true },
};
const struct measure_family measures_slope = MEASURE_FAMILY(measures);
