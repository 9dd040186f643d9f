/*
 * compare_rank.c - the place of each area, 1 being the best.
 *
 *  (1) Facts are ranked by value, figures with noise by their shrunk value, or
 *      the smallest areas would hold the first and the last places by chance.
 *      Where tau^2 is 0 all shrunk values are one; the order is that which they
 *      have as tau^2 falls to 0, by (value - whole) / (s^2 + tau^2).
 *  (2) Equal areas share the better place: 1, 2, 2, 4. Equal is what only
 *      rounding sets apart.
 *  (3) Without a better way there is no rank.
 *  (4) The limits come from the true values as compare_shrink.c has them, given
 *      tau^2: normal around the shrunk value with variance B s^2. As tau^2
 *      falls to 0 these errors fall more slowly than the shrunk values come
 *      together, so that any area may be anywhere; at 0 that limit is taken.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/compare/compare_parts.h"
#include "engine/compute/equity/weighted.h"

static const double ROUNDING = 1e-12, LEAST_WEIGHT = 1e-9;

static bool alike(double a, double b)
{
    return fabs(a - b) <= ROUNDING * fmax(fabs(a), fabs(b));
}

/* Ranks by [key], the highest first (2). */
static void rank_by(struct compare_family *f, const uint32_t row[],
                    const double key[], size_t count, struct arena *scratch)
{
    uint32_t *order = arena_array(scratch, count, uint32_t);
    unsigned rank = 0;

    weighted_order(order, key, count);
    for (size_t k = 0; k < count; k++) {
        size_t at = count - 1 - k;
        if (k == 0 || !alike(key[order[at]], key[order[at + 1]]))
            rank = (unsigned)k + 1;
        f->rows[row[order[at]]].rank = rank;
    }
}

static double sign_of(const struct compare_family *f)
{
    return f->indicator->better == BETTER_LOWER ? -1 : 1;
}

void compare_rank_facts(struct compare_family *f, struct arena *scratch)
{
    uint32_t *row = arena_array(scratch, f->count, uint32_t);
    double *key = arena_array(scratch, f->count, double);
    size_t count = 0;

    if (f->indicator->better == BETTER_NONE) /* (3) */
        return;
    for (size_t i = 0; i < f->count; i++)
        if (f->rows[i].usable) {
            row[count] = (uint32_t)i;
            key[count++] = sign_of(f) * f->rows[i].value;
        }
    rank_by(f, row, key, count, scratch);
}

/* (4) */
static double error_of(double variance, double tau2)
{
    double weight = tau2 / (tau2 + variance);

    return sqrt(fmax(weight, LEAST_WEIGHT) * variance);
}

void compare_rank(struct compare_family *f, const struct compare_sample *s,
                  double tau2, struct arena *scratch)
{
    double *key = arena_array(scratch, s->count, double);
    double *mean = arena_array(scratch, s->count, double);
    double *error = arena_array(scratch, s->count, double);
    unsigned *lower = arena_array(scratch, s->count, unsigned);
    unsigned *upper = arena_array(scratch, s->count, unsigned);

    if (f->indicator->better == BETTER_NONE)
        return;
    for (size_t i = 0; i < s->count; i++) {
        key[i] = sign_of(f) * s->apart[i] / (s->variance[i] + tau2);
        mean[i] = tau2 * key[i];
        error[i] = error_of(s->variance[i], tau2);
    }
    rank_by(f, s->row, key, s->count, scratch);
    compare_rank_limits(lower, upper, mean, error, s->count, f->confidence,
                        scratch);
    for (size_t i = 0; i < s->count; i++) {
        struct comparison *row = &f->rows[s->row[i]];
        row->rank_lower = lower[i] < row->rank ? lower[i] : row->rank;
        row->rank_upper = upper[i] > row->rank ? upper[i] : row->rank;
    }
}
