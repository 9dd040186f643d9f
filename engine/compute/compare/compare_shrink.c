/*
 * compare_shrink.c - figures drawn towards the whole: empirical Bayes.
 *
 *  (1) The true values lie around the whole with variance tau^2, which is never
 *      below 0 (Paule-Mandel), a figure around its true value with variance
 *      s^2, taken at the whole's value so that an area at 0 or 100 % is not
 *      certain:
 *
 *          B = tau^2 / (tau^2 + s^2),   shrunk = whole + B (value - whole).
 *
 *  (2) Its error has three parts: B s^2; what the family leaves unsure about
 *      tau^2, 2/(J-3) (1-B)^2 (value - whole)^2 (Morris, J Am Stat Assoc 78
 *      (1983) 47, for areas of one size; the two together at most s^2); and the
 *      error of the whole, (1-B)^2 sum n^2 (s^2 + tau^2) / (sum n)^2.
 *  (3) Limits stay within what is possible: not below 0, a proportion not above
 *      its unit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/compare/compare_parts.h"
#include "engine/compute/interval/interval.h"

static double square(double value)
{
    return value * value;
}

static double whole_variance(const struct compare_family *f,
                             const struct compare_sample *s, double tau2)
{
    double sum = 0, total = 0;

    for (size_t i = 0; i < s->count; i++) {
        double n = f->rows[s->row[i]].denominator;
        sum += n * n * (s->variance[i] + tau2);
        total += n;
    }
    return sum / (total * total);
}

/* (2) without the error of the whole. */
static double own_variance(const struct compare_sample *s, size_t i,
                           double weight)
{
    double unsure = s->count > 3 ? 2 / (double)(s->count - 3) *
                                       square((1 - weight) * s->apart[i])
                                 : 0;

    return fmin(weight * s->variance[i] + unsure, s->variance[i]);
}

void compare_shrink(struct compare_family *f, const struct compare_sample *s,
                    double tau2)
{
    double common = whole_variance(f, s, tau2), z = interval_z(f->confidence);
    bool share = f->indicator->kind == KIND_PROPORTION;
    double most = share ? f->indicator->scale : HUGE_VAL;

    for (size_t i = 0; i < s->count; i++) {
        struct comparison *row = &f->rows[s->row[i]];
        double weight = tau2 / (tau2 + s->variance[i]);
        double own = own_variance(s, i, weight);
        double reach = z * sqrt(own + square(1 - weight) * common);
        row->weight = weight;
        row->shrunk = f->whole + weight * s->apart[i];
        row->shrunk_lower = fmax(row->shrunk - reach, 0); /* (3) */
        row->shrunk_upper = fmin(row->shrunk + reach, most);
    }
}
