/*
 * compare_funnel.c - is an area further from the whole than its size explains?
 *
 *  (1) The limits at an area's n are those beyond which a count, were the
 *      area like the whole, falls with chance 2.5 % (95 %) or 0.1 % (99.8 %) on
 *      each side: tails of the binomial, or of the Poisson for a rate.
 *  (2) Counts are whole and limits are not: the tail is continued between
 *      whole counts by the incomplete beta (gamma) function, which gives the
 *      exact chances at all of them (Spiegelhalter, Stat Med 24 (2005) 1185,
 *      draws a straight line between them). Both sides are alike: an area is
 *      outside when the chance of a count as far or further is below the limit,
 *      whether one counts those who have or those who have not.
 *  (3) Over-dispersion is additive (the same, section 4): areas differ by
 *      tau^2 beyond their errors s, so distances grow by the root of
 *      1 + tau^2/s^2, at large n to +- z sqrt(s^2 + tau^2).
 *  (4) tau^2 is that of the other areas, or an area that stands apart would
 *      widen its own limits.
 *  (5) From twelve areas on: of J areas none is further than (J-1)/sqrt(J)
 *      deviations away, so that few areas have no outside.
 *
 *  (6) A limit drawn at a size is the value at which the tail of (1) is just
 *      that of the limit, taken apart again by (3). It is that of all areas'
 *      tau^2, so that an area near a limit may be judged by one of its own (4).
 *
 * Most areas are decided by a bracket around the tau^2 of all areas; only for
 * those near a limit the equation is solved without them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/compare/compare_parts.h"
#include "engine/compute/tails.h"

enum { FEWEST_AREAS = 12 };
static const double TAIL_95 = 0.025, TAIL_998 = 0.001, REACH = 0.1;

/* The chance of [x] or less, or of [x] or more, of [n] (2). */
static double tail_at(const struct compare_family *f, double x, double n,
                      bool above)
{
    double p = compare_chance(f);
    bool rate = indicator_chance(f->indicator) == NOISE_POISSON;
    struct curve curve = { above ? x : x + 1,
                           rate ? HUGE_VAL : n - x + (above ? 1 : 0) };

    return tail_of(curve, rate ? p * n : p, above ? SIDE_BELOW : SIDE_ABOVE);
}

/* (1), (3) */
static enum funnel place_at(const struct compare_family *f,
                            const struct compare_sample *s, size_t i,
                            double tau2)
{
    const struct comparison *row = &f->rows[s->row[i]];
    double effect = compare_design_effect(f), n = row->denominator / effect;
    double centre = compare_chance(f) * n, x = row->numerator / effect;
    double nearer = centre + (x - centre) / sqrt(1 + tau2 / s->variance[i]);
    double most =
        indicator_chance(f->indicator) == NOISE_POISSON ? HUGE_VAL : n;
    bool above = s->apart[i] > 0;
    double tail;

    if (fabs(s->apart[i]) < sqrt(s->variance[i] + tau2))
        return FUNNEL_WITHIN; /* no tail from there on is so small */
    tail = tail_at(f, fmin(fmax(nearer, 0), most), n, above);
    if (tail < TAIL_998)
        return above ? FUNNEL_ABOVE_998 : FUNNEL_BELOW_998;
    if (tail < TAIL_95)
        return above ? FUNNEL_ABOVE_95 : FUNNEL_BELOW_95;
    return FUNNEL_WITHIN;
}

/* (4) [low] and [high] enclose the tau2 of all areas. */
static enum funnel place_of(const struct compare_family *f,
                            const struct compare_sample *s, size_t i,
                            const struct compare_sums *low,
                            const struct compare_sums *high)
{
    double freedom = (double)s->count - 2;
    bool above_low =
        !(low->tau2 > 0) || compare_spread_without(low, s, i) >= freedom;
    bool below_high = compare_spread_without(high, s, i) <= freedom;
    enum funnel place = place_at(f, s, i, low->tau2);

    if (above_low && place == FUNNEL_WITHIN) /* a larger tau2 is wider still */
        return place;
    if (above_low && below_high && place == place_at(f, s, i, high->tau2))
        return place;
    return place_at(f, s, i, compare_tau2(s, freedom, i));
}

void compare_funnel(struct compare_family *f, const struct compare_sample *s,
                    double tau2)
{
    struct compare_sums low = compare_sums_at(s, (1 - REACH) * tau2);
    struct compare_sums high = compare_sums_at(s, (1 + REACH) * tau2);

    if (s->count < FEWEST_AREAS)
        return;
    for (size_t i = 0; i < s->count; i++)
        f->rows[s->row[i]].funnel = place_of(f, s, i, &low, &high);
}

/* --- the limits as lines (6) -----------------------------------------------
 */

/* The count at which the tail beyond it is [tail]: it falls away from the
 * centre. */
static double count_at_tail(const struct compare_family *f, double n,
                            double tail, bool above)
{
    double centre = compare_chance(f) * n;
    bool rate = indicator_chance(f->indicator) == NOISE_POISSON;
    double near = centre, far = above ? n : 0;

    if (above && rate) /* no end: far enough for any tail */
        far = centre + 12 * sqrt(centre) + 40;
    for (int step = 0; step < 60; step++) {
        double middle = (near + far) / 2;
        if (tail_at(f, middle, n, above) > tail)
            near = middle;
        else
            far = middle;
    }
    return far;
}

static double limit_at(const struct compare_family *f, double base, double tau2,
                       double tail, bool above)
{
    double n = base / compare_design_effect(f);
    double centre = compare_chance(f) * n;
    double wider = sqrt(1 + tau2 * base / compare_unit_variance(f));
    double x = centre + (count_at_tail(f, n, tail, above) - centre) * wider;
    bool rate = indicator_chance(f->indicator) == NOISE_POISSON;

    if (!(x > 0) || (!rate && x >= n))
        return NO_VALUE; /* no count lies beyond it */
    return f->indicator->scale * x / n;
}

bool compare_funnel_limits(struct funnel_limits *out,
                           const struct compare_family *f, double tau2)
{
    const double tails[LIMIT_COUNT] = { TAIL_998, TAIL_95, TAIL_95, TAIL_998 };
    double least = HUGE_VAL, most = 0;
    bool any = false;

    for (size_t i = 0; i < f->count; i++) {
        any = any || f->rows[i].funnel != FUNNEL_NONE;
        if (!f->rows[i].usable || !(f->rows[i].denominator > 0))
            continue;
        least = fmin(least, f->rows[i].denominator);
        most = fmax(most, f->rows[i].denominator);
    }
    if (!any)
        return false;
    for (size_t k = 0; k < LIMIT_SIZES; k++) {
        double share = (double)k / (LIMIT_SIZES - 1);
        double base = least * pow(most / least, share);
        out->base[k] = base;
        for (int limit = 0; limit < LIMIT_COUNT; limit++)
            out->values[limit][k] =
                limit_at(f, base, tau2, tails[limit], limit >= LIMIT_ABOVE_95);
    }
    return true;
}
