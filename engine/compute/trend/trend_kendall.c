/*
 * trend_kendall.c - does a series move? By its order alone (Mann-Kendall).
 *
 *  (1) S = rises - falls over all pairs of years. Its distribution when the
 *      years are in no order is exact up to KENDALL_MOST years, with ties too:
 *      S = pairs - 2 I, where I counts the inversions of a random order. A
 *      group of u alike among N others adds those between them, which are
 *      distributed as Mann and Whitney's U; all chances are sums of positive
 *      terms, so no digits are lost.
 *  (2) Beyond, the bell with the variance of ties and a correction of one for
 *      steps of two. Sources: Kendall, Rank Correlation Methods (1948), ch. 5;
 *      Mann, Econometrica 13 (1945) 245.
 *  (3) p is two-sided: twice the tail from |S| on, 1 at most. Of four years it
 *      is 1/12 at the least; below .05 it can be from five years on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/compute/trend/trend_parts.h"

void kendall_spread(double chance[], size_t length, size_t k)
{
    for (size_t i = length; i-- > 0;) {
        double sum = 0;
        for (size_t j = 0; j < k && j <= i; j++)
            sum += chance[i - j];
        chance[i] = sum / (double)k;
    }
}

/* Of the group of ties that begins with point [i]; 0 when it began before. */
static size_t ties_from(const struct trend_point points[], size_t count,
                        size_t i)
{
    size_t alike = 1;

    for (size_t j = 0; j < i; j++)
        if (trend_order(points[j].value, points[i].value) == 0)
            return 0;
    for (size_t j = i + 1; j < count; j++)
        alike += trend_order(points[i].value, points[j].value) == 0;
    return alike;
}

/*
 * (1) U of [u] among [n]: the last of all is one of the u with the chance
 * u/(n + u), and has then all n before it. U_ab in row b of [rows], n u + 1
 * wide, for a up to n; the last row is the answer.
 */
static double *mann_whitney(double rows[], size_t n, size_t u)
{
    size_t width = n * u + 1;

    memset(rows, 0, (u + 1) * width * sizeof *rows);
    for (size_t b = 0; b <= u; b++)
        rows[b * width] = 1;
    for (size_t a = 1; a <= n; a++)
        for (size_t b = 1; b <= u; b++) {
            double *row = rows + b * width, *less = row - width;
            double share = (double)a / (double)(a + b);
            for (size_t k = a * b + 1; k-- > 0;)
                row[k] =
                    (k >= b ? share * row[k - b] : 0) + (1 - share) * less[k];
        }
    return rows + u * width;
}

/* chance[0..length] with that of an independent sum of up to [more]. */
static void convolve(double chance[], size_t length, const double other[],
                     size_t more)
{
    for (size_t k = length + more + 1; k-- > 0;) {
        double sum = 0;
        for (size_t i = k > length ? k - length : 0; i <= more && i <= k; i++)
            sum += other[i] * chance[k - i];
        chance[k] = sum;
    }
}

/* (1) P(S >= s), s > 0. */
static double tail_with_ties(const struct trend_point points[], size_t count,
                             size_t s, struct trend_tables *tables)
{
    size_t all = count * (count - 1) / 2, most = all / 2 + count + 2;
    double *chance = tables_room(tables, all + 1 + (count + 1) * most), sum = 0;
    size_t pairs = 0, placed = 0;

    for (size_t i = 0; i < count; i++)
        placed += ties_from(points, count, i) == 1;
    chance[0] = 1;
    if (placed > 1) { /* those without ties at once */
        const struct kendall *k = tables_kendall(tables, placed);
        pairs = k->pairs;
        memcpy(chance, k->chance, (pairs + 1) * sizeof *chance);
    }
    for (size_t i = 0; i < count; i++) {
        size_t u = ties_from(points, count, i);
        if (u < 2)
            continue;
        convolve(chance, pairs, mann_whitney(chance + all + 1, placed, u),
                 placed * u);
        pairs += placed * u;
        placed += u;
    }
    for (size_t i = 0; 2 * i + s <= pairs; i++)
        sum += chance[i];
    return sum;
}

/* (2) */
static double normal_p(const struct trend_point points[], size_t count,
                       double s)
{
    double n = (double)count, sum = n * (n - 1) * (2 * n + 5);

    for (size_t i = 0; i < count; i++) {
        double u = (double)ties_from(points, count, i);
        sum -= u * (u - 1) * (2 * u + 5);
    }
    return 2 * gsl_cdf_ugaussian_Q((s - 1) / sqrt(sum / 18));
}

struct trend_verdict trend_kendall(const struct trend_point points[],
                                   size_t count, struct trend_tables *tables)
{
    long s = 0;
    size_t ties = 0, size;
    double p;

    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            int order = trend_order(points[j].value, points[i].value);
            s += order;
            ties += order == 0;
        }
    if (s == 0)
        return (struct trend_verdict){ 1, 0 };
    size = (size_t)labs(s);
    if (count > KENDALL_MOST)
        p = normal_p(points, count, (double)size);
    else if (ties > 0)
        p = 2 * tail_with_ties(points, count, size, tables);
    else {
        const struct kendall *k = tables_kendall(tables, count);
        p = 2 * k->at_most[(k->pairs - size) / 2];
    }
    return (struct trend_verdict){ fmin(1, p), s > 0 ? 1 : -1 };
}
