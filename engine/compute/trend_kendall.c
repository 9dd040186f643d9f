/*
 * trend_kendall.c - does a series move? By its order alone (Mann-Kendall).
 *
 *  (1) S = rises - falls over all pairs of years. Its distribution when the
 *      years are in no order is exact up to KENDALL_MOST years, with ties too:
 *      S = pairs - 2 I, where I counts the inversions of a random order, and
 *      those of n things of which u_1, u_2, ... are alike have the generating
 *      function [n]!/([u_1]! [u_2]! ...), [k]! = (1)(1 + q)...(1 + ... +
 *      q^(k-1)): the one without ties, divided by that of each group of ties.
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

#include "engine/compute/trend_parts.h"

void kendall_spread(double chance[], size_t length, size_t k)
{
    for (size_t i = length; i-- > 0;) {
        double sum = 0;
        for (size_t j = 0; j < k && j <= i; j++)
            sum += chance[i - j];
        chance[i] = sum / (double)k;
    }
}

void kendall_gather(double chance[], size_t length, size_t k)
{
    for (size_t i = 0; i < length; i++) {
        double sum = chance[i] * (double)k;
        for (size_t j = 1; j < k && j <= i; j++)
            sum -= chance[i - j];
        chance[i] = fmax(sum, 0);
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

/* (1) P(S >= s), s > 0 and of the same parity as the pairs. */
static double tail_with_ties(const struct trend_point points[], size_t count,
                             size_t s, struct trend_tables *tables)
{
    const struct kendall *k = tables_kendall(tables, count);
    double *chance = tables_room(tables, k->pairs + 1), sum = 0;
    size_t pairs = k->pairs;

    memcpy(chance, k->chance, (k->pairs + 1) * sizeof *chance);
    for (size_t i = 0; i < count; i++) {
        size_t alike = ties_from(points, count, i);
        for (size_t u = 2; u <= alike; u++) {
            kendall_gather(chance, k->pairs + 1, u);
            pairs -= u - 1;
        }
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
