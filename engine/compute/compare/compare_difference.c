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
 *  (2) That curve is wrong where the area or the rest may expect fewer than FEW
 *      events, or FEW without one. With g the skewness of the area's count, its
 *      tail beyond z is wrong by about exp(g z^3/6), Edgeworth's first term;
 *      among J areas the adjustment decides by the z that leaves .05/J beyond
 *      it, and where g z^3/6 passes OFF there, the curve is wrong, too.
 *
 *      Then, given all X events of the rarer kind, those of the area are
 *      binomial (X, n/N) for a rate and hypergeometric (n of N, X) for a
 *      proportion. p is twice the smaller tail, to which the area's own count
 *      gives half of its chance (mid-p: Lancaster, J Am Stat Assoc 56 (1961)
 *      223), so that it agrees with the limits of (1). With OFF up to 104 equal
 *      areas have at most 6 % of false words: tests/bench/README.md.
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
#include "engine/compute/compare/compare_parts.h"
#include "engine/compute/decide.h"
#include "engine/compute/interval/interval.h"

static const double FEW = 5, OFF = 1, LEVEL = 0.05, ROUNDING = 1e-12;

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

/* How many of the events fall to the area; a base that may have any number of
 * them is refilled, as for a rate. */
struct urn {
    double area, rest, events;
    bool refilled;
};

static double urn_least(const struct urn *urn)
{
    return urn->refilled ? 0 : fmax(0, urn->events - urn->rest);
}

static double urn_most(const struct urn *urn)
{
    return urn->refilled ? urn->events : fmin(urn->events, urn->area);
}

/* How much likelier k + 1 is than k. */
static double urn_ratio(const struct urn *urn, double k)
{
    double left = urn->events - k;
    double odds = urn->refilled ? urn->area / urn->rest
                                : (urn->area - k) / (urn->rest - left + 1);

    return left / (k + 1) * odds;
}

/* The chances of fewer, or more, than x as multiples of that of x. Counts that
 * a design effect divided are not whole: the step past an end fades to nothing.
 */
static double urn_fewer(const struct urn *urn, double x)
{
    double least = urn_least(urn), sum = 0, chance = 1, before = -1;

    for (; x > least && sum > before && isfinite(sum); x--) {
        before = sum;
        sum += chance /= urn_ratio(urn, x - 1);
    }
    return sum;
}

static double urn_more(const struct urn *urn, double x)
{
    double most = urn_most(urn), sum = 0, chance = 1, before = -1;

    for (; x < most && sum > before && isfinite(sum); x++) {
        before = sum;
        sum += chance *= urn_ratio(urn, x);
    }
    return sum;
}

/* (2) Where one side is more than a double holds, x is as good as impossible.
 */
static double exact_p(const struct urn *urn, double x)
{
    double fewer, more;

    if (x > urn->events)
        return NO_VALUE; /* more than the whole has */
    x = fmin(fmax(x, urn_least(urn)), urn_most(urn));
    fewer = urn_fewer(urn, x);
    more = urn_more(urn, x);
    return fmin(1, (2 * fmin(fewer, more) + 1) / (fewer + 1 + more));
}

/* (2) The skewness of its count. */
static double urn_skewness(const struct urn *urn)
{
    double whole = urn->area + urn->rest, share = urn->area / whole;
    double p = urn->refilled ? 0 : urn->events / whole;

    return (1 - 2 * p) * (1 - 2 * share) /
           sqrt(urn->events * share * (1 - share) * (1 - p));
}

/* (2) z^3/6 of the z by which one of so many areas is called different. */
static double tail_reach(const struct compare_family *f)
{
    size_t usable = 0;
    double z;

    for (size_t i = 0; i < f->count; i++)
        usable += f->rows[i].usable;
    z = usable > 0 ? gsl_cdf_ugaussian_Qinv(LEVEL / 2 / (double)usable) : 0;
    return z * z * z / 6;
}

static double p_of(const struct compare_family *f, const struct comparison *row,
                   double se, double reach)
{
    double effect = compare_design_effect(f);
    bool common = !is_rate(f) && compare_chance(f) > 0.5;
    double n = row->denominator / effect, whole = f->denominator / effect;
    double x = row->numerator / effect, all = f->numerator / effect;
    struct urn urn = { n, whole - n, common ? whole - all : all, is_rate(f) };

    if (fmin(urn.area, urn.rest) / whole * urn.events < FEW ||
        fabs(urn_skewness(&urn)) * reach > OFF)
        return exact_p(&urn, common ? n - x : x);
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
    double z = interval_z(f->confidence), reach = tail_reach(f);

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
        row->p_value = p_of(f, row, se, reach);
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
