/*
 * weighted.c - weighted values.
 *
 * The library's weighted mean skips weights that are not positive without a
 * word, and it has no weighted quantile: hence our own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/equity/weighted.h"

#include <math.h>
#include <stdlib.h>

#include "engine/base/number.h"

/* Shares that miss a border by this much missed it by rounding. */
static const double TOUCH = 1e-12;

/* Neumaier's compensated sum. */
struct adding {
    double sum, lost;
};

static void add(struct adding *a, double value)
{
    double sum = a->sum + value;

    if (fabs(a->sum) >= fabs(value))
        a->lost += (a->sum - sum) + value;
    else
        a->lost += (value - sum) + a->sum;
    a->sum = sum;
}

double weighted_sum(const double value[], size_t count)
{
    struct adding a = { 0, 0 };

    for (size_t i = 0; i < count; i++)
        add(&a, value[i]);
    return a.sum + a.lost;
}

static double sum_of_products(const double value[], const double weight[],
                              size_t count)
{
    struct adding a = { 0, 0 };

    for (size_t i = 0; i < count; i++)
        add(&a, value[i] * weight[i]);
    return a.sum + a.lost;
}

double weighted_mean(const double value[], const double weight[], size_t count)
{
    double total = weighted_sum(weight, count);

    if (!(total > 0))
        return NO_VALUE;
    return sum_of_products(value, weight, count) / total;
}

struct keys {
    const double *value;
};

static int by_value(const void *left, const void *right, void *keys)
{
    const double *value = ((const struct keys *)keys)->value;
    uint32_t l = *(const uint32_t *)left, r = *(const uint32_t *)right;

    if (value[l] < value[r])
        return -1;
    if (value[l] > value[r])
        return 1;
    return (l > r) - (l < r);
}

void weighted_order(uint32_t order[], const double value[], size_t count)
{
    struct keys keys = { value };

    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    if (count > 1)
        qsort_r(order, count, sizeof *order, by_value, &keys);
}

double weighted_quantile(const double value[], const double weight[],
                         const uint32_t order[], size_t count, double q)
{
    double total = weighted_sum(weight, count);
    struct adding reached = { 0, 0 };

    if (count == 0 || !(total > 0))
        return NO_VALUE;
    for (size_t k = 0; k + 1 < count; k++) {
        add(&reached, weight[order[k]]);
        if (reached.sum + reached.lost >= (q - TOUCH) * total)
            return value[order[k]];
    }
    return value[order[count - 1]];
}

void weighted_midranks(double rank[], const double key[], const double weight[],
                       const uint32_t order[], size_t count)
{
    double total = weighted_sum(weight, count);
    struct adding before = { 0, 0 };

    for (size_t first = 0, end; first < count; first = end) {
        struct adding tied = { 0, 0 };
        for (end = first; end < count; end++) {
            if (key[order[end]] > key[order[first]])
                break;
            add(&tied, weight[order[end]]);
        }
        double own = tied.sum + tied.lost;
        for (size_t k = first; k < end; k++)
            rank[order[k]] = (before.sum + before.lost + own / 2) / total;
        add(&before, own);
    }
}

size_t weighted_lorenz(double share_of_weight[], double share_of_total[],
                       const double value[], const double weight[],
                       const uint32_t order[], size_t count)
{
    double people = weighted_sum(weight, count);
    double total = sum_of_products(value, weight, count);
    struct adding w = { 0, 0 }, t = { 0, 0 };

    if (count == 0 || !(people > 0) || !(total > 0))
        return 0;
    share_of_weight[0] = share_of_total[0] = 0;
    for (size_t k = 0; k < count; k++) {
        uint32_t i = order[k];
        add(&w, weight[i]);
        add(&t, value[i] * weight[i]);
        share_of_weight[k + 1] = (w.sum + w.lost) / people;
        share_of_total[k + 1] = (t.sum + t.lost) / total;
    }
    share_of_weight[count] = share_of_total[count] = 1;
    return count + 1;
}

double weighted_mean_between(const double value[], const double weight[],
                             const uint32_t order[], size_t count, double from,
                             double to)
{
    double total = weighted_sum(weight, count), low = 0;
    struct adding sum = { 0, 0 }, taken = { 0, 0 };

    if (count == 0 || !(total > 0))
        return NO_VALUE;
    for (size_t k = 0; k < count; k++) {
        double own = weight[order[k]] / total;
        double high = k + 1 < count ? low + own : 1;
        double part = fmin(high, to) - fmax(low, from);
        if (part > 0) {
            add(&sum, part * value[order[k]]);
            add(&taken, part);
        }
        low = high;
    }
    double width = taken.sum + taken.lost;
    return width > 0 ? (sum.sum + sum.lost) / width : NO_VALUE;
}
