/*
 * progress_returns.c - what the missing returns may still bring.
 *
 *  (1) The share c of the areas has reported the value v. So that the whole
 *      reaches the goal g, the rest must come to (g - c v)/(1 - c), taking
 *      their base to be as large as their number.
 *  (2) When even the worst rest that the indicator's bounds allow reaches it
 *      the chance is 1; when not even the best does, 0.
 *  (3) Else the m missing areas are taken to be drawn like the k that reported:
 *      their mean lies about that of the k with t of k - 1 degrees and the
 *      standard error s sqrt(1/m + 1/k), s the spread of the k. This is the
 *      prediction interval of a mean; with k < 2 or s = 0 nothing can be said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/progress/progress_returns.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "engine/base/number.h"

/* The areas right below, as far as they have reported. */
struct below {
    unsigned reported, missing;
    double mean, squares; /* sum of squares about the mean */
};

static bool is_whole(const struct result *r)
{
    return r && has_value(r->value) && r->completeness >= 1 &&
           r->status != STATUS_INVALID;
}

/* Mean and squares grow with each area (Welford 1962). */
static void add_area(struct below *below, double value)
{
    double step = value - below->mean;

    below->reported++;
    below->mean += step / below->reported;
    below->squares += step * (value - below->mean);
}

static struct below look_below(const struct result *whole,
                               const struct results *results,
                               const struct study *study)
{
    const struct areas *areas = &study->areas;
    struct below below = { 0 };

    for (uint32_t a = areas->items[whole->area].first_child; a != NO_AREA;
         a = areas->items[a].next_sibling) {
        const struct result *r;
        if (!area_lives(areas, a, period_end(whole->period)))
            continue;
        r = results_find(results, whole->indicator, a, whole->period,
                         whole->breakdown);
        if (is_whole(r))
            add_area(&below, r->value);
        else
            below.missing++;
    }
    return below;
}

/* (3) The chance that the rest lies above [needed]. */
static double chance_above(const struct below *below, double needed)
{
    double k = below->reported, m = below->missing, error;

    if (below->reported < 2 || below->missing == 0 || !(below->squares > 0))
        return NO_VALUE;
    error = sqrt(below->squares / (k - 1) * (1 / m + 1 / k));
    return gsl_cdf_tdist_Q((needed - below->mean) / error, k - 1);
}

double returns_chance(const struct result *r, const struct goal *goal,
                      const struct results *results, const struct study *study)
{
    const struct indicator *in = &study->catalogue.items[r->indicator];
    double c = r->completeness, needed, above;
    struct below below;

    if (goal->comparison == TARGET_EQUAL || !(c > 0) || !in->denominator)
        return NO_VALUE;
    needed = (goal->value - c * r->value) / (1 - c); /* (1) */
    if (needed <= in->bound_low)                     /* (2) */
        above = 1;
    else if (needed > in->bound_high)
        above = 0;
    else {
        below = look_below(r, results, study);
        above = chance_above(&below, needed);
    }
    return goal->comparison == TARGET_AT_MOST && has_value(above) ? 1 - above
                                                                  : above;
}
