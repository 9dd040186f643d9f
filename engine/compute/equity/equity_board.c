/*
 * equity_board.c - a table of areas made into a sample.
 *
 *  (1) Sampling variance of a proportion: q(1 - q)/n at q = (x+1)/(n+2), so
 *      that an area at 0 or 100 % is not taken as certain; of a rate:
 *      (x+1)/n^2. Both times the scale's square. Persons that came in clusters
 *      are as good as n over the design effect of them.
 *  (2) Figures of which none lies below 0 are not drawn below 0 either, and
 *      proportions not above their whole.
 *  (3) Errors that are all 0 are no noise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/equity/equity_board.h"

#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/symbol.h"

static double effect_of(const struct equity_request *r)
{
    return has_value(r->design_effect) && r->design_effect > 0
               ? r->design_effect
               : 1;
}

/* (1) NO_VALUE when the noise is of no such kind. */
static double sigma_of(double x, double n, const struct equity_request *r)
{
    double effect = r->noise == NOISE_CLUSTERED ? effect_of(r) : 1;
    double q = (x / effect + 1) / (n / effect + 2);

    switch (r->noise) {
    case NOISE_BINOMIAL:
    case NOISE_CLUSTERED:
        return r->scale * sqrt(q * (1 - q) / n * effect);
    case NOISE_POISSON:
        return r->scale * sqrt(x + 1) / n;
    case NOISE_NONE:
    case NOISE_PROCESS:
    case NOISE_COUNT:
        break;
    }
    return NO_VALUE;
}

/* One row into the columns at [at]; false when it cannot be used. */
static bool take_row(struct equity_board *b, size_t at,
                     const struct equity_row *row,
                     const struct equity_request *r)
{
    double x = row->numerator, n = row->denominator;

    if (b->ordered && !has_value(row->order))
        return false;
    if (b->counted) {
        if (!has_value(x) || !(n > 0) ||
            (r->kind == KIND_PROPORTION && (x > n || x < 0)))
            return false;
        b->value[at] = r->scale * x / n;
        b->weight[at] = b->base[at] = n;
        b->sigma[at] = x < 0 ? NO_VALUE : sigma_of(x, n, r);
    } else {
        if (!has_value(row->estimate) || !has_value(row->population) ||
            !(row->population > 0))
            return false;
        b->value[at] = row->estimate;
        b->weight[at] = row->population;
        b->sigma[at] = r->noise == NOISE_NONE ? NO_VALUE : row->se;
    }
    return has_value(b->value[at]);
}

/* Counts and an order, once given, are those of the whole table: a row without
 * them is not usable. */
static void look_over(struct equity_board *b, const struct equity_row rows[],
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        b->counted = b->counted || has_value(rows[i].numerator) ||
                     has_value(rows[i].denominator);
        b->ordered = b->ordered || has_value(rows[i].order);
    }
}

static void take_rows(struct equity_board *b, const struct equity_row rows[],
                      size_t count, const struct equity_request *r,
                      struct symbols *groups)
{
    size_t at = 0;

    b->sample.reference = SAMPLE_NONE;
    b->errors = b->grouped = true;
    for (size_t i = 0; i < count; i++) {
        if (!take_row(b, at, &rows[i], r)) {
            b->left_out = true;
            b->reference_empty = b->reference_empty || rows[i].reference;
            continue;
        }
        b->order[at] = rows[i].order;
        b->errors = b->errors && has_value(b->sigma[at]);
        b->some_errors = b->some_errors || has_value(b->sigma[at]);
        if (rows[i].group && rows[i].group[0])
            b->group[at] =
                symbol_intern(groups, rows[i].group, strlen(rows[i].group));
        else
            b->grouped = false;
        if (rows[i].reference && b->sample.reference == SAMPLE_NONE)
            b->sample.reference = (uint32_t)at;
        at++;
    }
    b->sample.count = at;
    if (b->sample.reference != SAMPLE_NONE)
        b->reference_empty = false;
}

static bool is_noisy(const struct equity_board *b)
{
    bool noisy = false;

    for (size_t i = 0; i < b->sample.count; i++)
        noisy = noisy || b->sigma[i] > 0;
    return b->errors && noisy;
}

/* (2) */
static struct chance chance_of(const struct equity_board *b,
                               const struct equity_request *r)
{
    const struct sample *s = &b->sample;

    return (struct chance){
        .noise = r->noise,
        .base = b->counted ? b->base : NULL,
        .sigma = b->sigma,
        .scale = r->scale,
        .design_effect = effect_of(r),
        .low = s->low >= 0 ? 0 : -HUGE_VAL,
        .high = has_value(s->unit) && s->high <= s->unit ? s->unit : HUGE_VAL,
    };
}

void equity_board_build(struct equity_board *b, const struct equity_row rows[],
                        size_t count, const struct equity_request *r,
                        struct arena *scratch)
{
    struct symbols *groups = symbols_new(scratch);
    struct sample *s = &b->sample;

    *b =
        (struct equity_board){ .value = arena_array(scratch, count, double),
                               .weight = arena_array(scratch, count, double),
                               .sigma = arena_array(scratch, count, double),
                               .order = arena_array(scratch, count, double),
                               .base = arena_array(scratch, count, double),
                               .group = arena_array(scratch, count, uint32_t) };
    look_over(b, rows, count);
    take_rows(b, rows, count, r, groups);
    s->value = b->value;
    s->weight = b->weight;
    s->sigma = is_noisy(b) ? b->sigma : NULL;
    s->order = b->ordered ? b->order : NULL;
    s->group = b->grouped ? b->group : NULL;
    s->group_count = b->grouped ? symbols_count(groups) : 0;
    s->better = r->better;
    s->target = r->target;
    s->unit = r->kind == KIND_PROPORTION ? r->scale : NO_VALUE;
    if (s->count > 0)
        sample_prepare(s, scratch);
    if (s->sigma)
        b->chance = chance_of(b, r);
}
