/*
 * compare_difference.c - an area against the whole it is part of.
 *
 *  (1) The area's n persons are among the N of the whole, so
 *
 *          SE^2 = v (1/n - 1/N),   v = p(1-p) of the whole for a proportion.
 *
 *      A rate has v = p: with x and X counted after Poisson,
 *      var(x/n - X/N) = p/n + p/N - 2 p n/(nN) = p (1/n - 1/N).
 *      Clustered noise divides n and N by the design effect. The limits are
 *      difference +- z SE; p is that of the normal curve, two-sided.
 *  (2) Where the area or the rest may expect fewer than five events, or five
 *      without one, that curve is wrong. Then, given all X events of the rarer
 *      kind, those of the area are binomial (X, n/N): exactly so for a rate,
 *      and a little wide for a proportion. p is twice the smaller tail.
 *  (3) A whole without any event, or of nothing else, is no certainty: its
 *      chance is taken half an event away from that end.
 *  (4) An area that is the whole has nothing to stand against: no limits, no p.
 *  (5) What only rounding sets apart is no difference.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/compare_parts.h"
#include "engine/compute/decide.h"
#include "engine/compute/interval.h"
#include "engine/compute/tails.h"

static const double FEW = 5, ROUNDING = 1e-12;

double compare_design_effect(const struct compare_family *f)
{
    bool given = indicator_chance(f->indicator) == NOISE_CLUSTERED &&
                 f->indicator->design_effect > 1;

    return given ? f->indicator->design_effect : 1;
}

static bool is_rate(const struct compare_family *f)
{
    return indicator_chance(f->indicator) == NOISE_POISSON;
}

/* (3) */
double compare_chance(const struct compare_family *f)
{
    double x = f->numerator, n = f->denominator;
    bool counted = has_value(x) && n > 0 && x >= 0;

    switch (indicator_chance(f->indicator)) {
    case NOISE_POISSON:
        return counted ? (x > 0 ? x : 0.5) / n : NO_VALUE;
    case NOISE_BINOMIAL:
    case NOISE_CLUSTERED:
        if (!counted || x > n)
            return NO_VALUE;
        return x > 0 && x < n ? x / n : (x + 0.5) / (n + 1);
    case NOISE_NONE:
    case NOISE_PROCESS:
    case NOISE_COUNT:
        break;
    }
    return NO_VALUE;
}

double compare_unit_variance(const struct compare_family *f)
{
    double p = compare_chance(f), scale = f->indicator->scale;
    double v = is_rate(f) ? p : p * (1 - p);

    return scale * scale * v * compare_design_effect(f);
}

/* (2) */
static double exact_p(double x, double all, double share)
{
    double or_more, or_less;

    if (x > all)
        return NO_VALUE; /* more than the whole has */
    or_more = tail_of((struct curve){ x, all - x + 1 }, share, SIDE_BELOW);
    or_less = tail_of((struct curve){ x + 1, all - x }, share, SIDE_ABOVE);
    return fmin(1, 2 * fmin(or_more, or_less));
}

static double p_of(const struct compare_family *f, const struct comparison *row,
                   double se)
{
    double p = compare_chance(f), effect = compare_design_effect(f);
    double n = row->denominator, whole = f->denominator;
    bool common = !is_rate(f) && p > 0.5;
    double x = common ? n - row->numerator : row->numerator;
    double all = common ? whole - f->numerator : f->numerator;

    if (fmin(n, whole - n) / effect * (common ? 1 - p : p) < FEW)
        return exact_p(fmax(x, 0) / effect, all / effect, n / whole);
    return 2 * gsl_cdf_ugaussian_Q(fabs(row->difference) / se);
}

static double difference_of(double value, double whole)
{
    double apart = value - whole;

    return fabs(apart) <= ROUNDING * fmax(fabs(value), fabs(whole)) ? 0 : apart;
}

void compare_differences(struct compare_family *f)
{
    double variance = compare_unit_variance(f);
    double z = interval_z(f->confidence);

    for (size_t i = 0; i < f->count; i++) {
        struct comparison *row = &f->rows[i];
        double se;
        if (!row->usable || !has_value(f->whole))
            continue;
        row->whole = f->whole;
        row->difference = difference_of(row->value, f->whole);
        if (!has_value(variance) || !(row->denominator < f->denominator))
            continue; /* (4) */
        se = sqrt(variance * (1 / row->denominator - 1 / f->denominator));
        row->difference_lower = row->difference - z * se;
        row->difference_upper = row->difference + z * se;
        row->p_value = p_of(f, row, se);
    }
}

void compare_judge(struct compare_family *f, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    double *p = arena_array(scratch, f->count, double);

    compare_differences(f);
    for (size_t i = 0; i < f->count; i++)
        p[i] = f->rows[i].p_value;
    decide_adjust(p, f->count, scratch);
    for (size_t i = 0; i < f->count; i++) {
        f->rows[i].adjusted_p = p[i];
        f->rows[i].verdict = decide(f->rows[i].difference, p[i], f->indicator);
    }
    arena_rewind(scratch, mark);
}
