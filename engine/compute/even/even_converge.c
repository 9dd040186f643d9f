/*
 * even_converge.c - did areas that began low gain more than others?
 *
 *  (1) Plain regression of the gain on the start finds that they did where
 *      nothing moved: the error of the start stands on both sides. So its part
 *      is taken off. With Y and X what would be without error, the slope of
 *      Y - X on X is g - 1,
 *          g = sum p y x / (sum p x^2 - sum p (1 - p) v_x),
 *      x and y about their means, and the errors of the two years independent
 *      (Fuller, Measurement Error Models, 1987, 1.2).
 *  (2) Limits by Fieller's way: all g with T(g)^2 <= z^2 var T(g),
 *          T(g) = sum p y x - g (sum p x^2 - sum p (1 - p) v_x),
 *          var T(g) = sum p^2 (v_x (y - 2 g x)^2 + v_y x^2
 *                              + v_x v_y + 2 g^2 v_x^2),
 *      the observed x and y in it, which makes it too large rather than too
 *      small. No value where that set has no end: then the starts can hardly be
 *      told apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/equity/weighted.h"
#include "engine/compute/even/even_spread.h"
#include "engine/compute/interval/interval.h"

/* The sums of (1), and var T(g) = v0 - 2 v1 g + v2 g^2. */
struct sums {
    double cross, start;
    double v0, v1, v2;
};

static struct sums sums_of(const struct even_years *e)
{
    double total = weighted_sum(e->weight, e->count);
    double mean_x = weighted_mean(e->before, e->weight, e->count);
    double mean_y = weighted_mean(e->after, e->weight, e->count);
    struct sums s = { 0 };

    for (size_t i = 0; i < e->count; i++) {
        double p = e->weight[i] / total;
        double x = e->before[i] - mean_x, y = e->after[i] - mean_y;
        double vx = e->before_sigma[i] * e->before_sigma[i];
        double vy = e->after_sigma[i] * e->after_sigma[i];
        s.cross += p * x * y;
        s.start += p * (x * x - (1 - p) * vx);
        s.v0 += p * p * (vx * y * y + vy * x * x + vx * vy);
        s.v1 += p * p * 2 * vx * x * y;
        s.v2 += p * p * (4 * vx * x * x + 2 * vx * vx);
    }
    return s;
}

struct even_convergence even_converge(const struct even_years *years,
                                      double confidence)
{
    struct sums s = sums_of(years);
    double z = interval_z(confidence);
    double a = s.start * s.start - z * z * s.v2;
    double b = s.start * s.cross - z * z * s.v1;
    double c = s.cross * s.cross - z * z * s.v0;
    double root = sqrt(fmax(b * b - a * c, 0));

    if (!(s.start > 0) || !(a > 0))
        return (struct even_convergence){ NO_VALUE, NO_VALUE, NO_VALUE };
    return (struct even_convergence){ s.cross / s.start - 1, (b - root) / a - 1,
                                      (b + root) / a - 1 };
}
