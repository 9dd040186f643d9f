/*
 * trend_slope.c - how fast a series moves: the median of the slopes of all
 * pairs of years.
 *
 *  (1) Its limits are those slopes at which the order of what is left over
 *      would just not be called a trend: with k the smallest S that has
 *      P(S >= k) <= (1 - confidence)/2, the (pairs - k)/2 + 1 th slope from
 *      either end. Sources: Theil, Proc Kon Ned Akad v Wetensch 53 (1950) 386;
 *      Sen, J Am Stat Assoc 63 (1968) 1379; Hollander and Wolfe, Nonparametric
 *      Statistical Methods, 9.3.
 *  (2) Where no S is that rare there are no limits: with four years none at
 *      95 %. Where all figures are alike the slope is 0 and so are its limits.
 *  (3) Beyond KENDALL_MOST years k is that of the bell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/trend/trend_parts.h"

/* (1) How many slopes lie outside at either end; false when there are no
 * limits. */
static bool left_outside(size_t *outside, size_t count,
                         struct trend_tables *tables)
{
    double half = (1 - tables_confidence(tables)) / 2, n = (double)count;
    double pairs = n * (n - 1) / 2, k;
    const struct kendall *known;

    if (count > KENDALL_MOST) { /* (3) */
        k = tables_normal(tables) * sqrt(n * (n - 1) * (2 * n + 5) / 18);
        *outside = (size_t)fmax(0, floor((pairs - k) / 2) - 1);
        return true;
    }
    known = tables_kendall(tables, count);
    if (known->at_most[0] > half)
        return false;
    for (*outside = 0; known->at_most[*outside + 1] <= half;)
        ++*outside;
    return true;
}

static double nth(double slopes[], size_t count, size_t n)
{
    return gsl_stats_select(slopes, 1, count, n);
}

/* The median, then the limits: each in the half that it is in already. */
static void pick(struct trend_slope *out, double slopes[], size_t pairs,
                 const size_t *outside)
{
    size_t half = pairs / 2;

    out->slope = nth(slopes, pairs, half);
    if (pairs % 2 == 0)
        out->slope = (nth(slopes, half, half - 1) + out->slope) / 2;
    if (!outside)
        return;
    out->lower = nth(slopes, half, *outside);
    out->upper = nth(slopes + half, pairs - half, pairs - 1 - *outside - half);
}

static void all_slopes(double slopes[], double years[],
                       const struct trend_point points[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        years[i] = trend_time(&points[i]);
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            double from = points[i].value, to = points[j].value;
            *slopes++ = trend_order(from, to) == 0
                            ? 0
                            : (to - from) / (years[j] - years[i]);
        }
}

struct trend_slope trend_sen(const struct trend_point points[], size_t count,
                             struct trend_tables *tables)
{
    size_t pairs = count * (count - 1) / 2, outside;
    double *slopes = tables_room(tables, pairs + count);
    struct trend_slope out = { NO_VALUE, NO_VALUE, NO_VALUE };

    if (count < 2)
        return out;
    if (trend_is_flat(points, count)) /* (2) */
        return (struct trend_slope){ 0, 0, 0 };
    all_slopes(slopes, slopes + pairs, points, count);
    pick(&out, slopes, pairs,
         left_outside(&outside, count, tables) ? &outside : NULL);
    return out;
}
