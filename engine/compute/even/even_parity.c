/*
 * even_parity.c - one part of the people against another: even.h (6).
 *
 *  (1) Limits of the index: interval_of_shares for persons, the same with base
 *      so large that it adds nothing for events. A clustered figure counts as
 *      many persons as its design effect leaves.
 *  (2) Limits of the gap: with those of each rate, (12) of interval.h; they are
 *      in the results.
 *  (3) Where offices count one of two codes that are the whole together (women,
 *      and all), the other is what is left.
 *  (4) Apart: the gap is material and, with noise, its interval has no 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/decide.h"
#include "engine/compute/even/even_parts.h"
#include "engine/compute/interval/interval.h"

/* Events over a base are as good as persons of a base without end. */
static const double ENDLESS = 1e12;

static struct interval_share share_of(const struct result *r,
                                      const struct indicator *in)
{
    double effect = in->noise == NOISE_CLUSTERED && in->design_effect > 0
                        ? in->design_effect
                        : 1;

    return (struct interval_share){ r->numerator / effect,
                                    r->denominator / effect };
}

/* (1) */
static void set_index(struct evenness_parity *row, const struct result *one,
                      const struct result *other, const struct indicator *in,
                      double confidence)
{
    struct interval_share above = share_of(one, in),
                          below = share_of(other, in);
    struct interval limits = { NO_VALUE, NO_VALUE, NO_VALUE };
    double scale = 1;

    if (!(other->value > 0))
        return;
    row->index.value = one->value / other->value;
    if (even_noise_of(in) == EVEN_KNOWN) {
        if (in->noise == NOISE_POISSON) {
            scale = below.n / above.n;
            above.n = below.n = ENDLESS;
        }
        interval_of_shares(&limits, &above, &below, confidence);
        row->index.lower = scale * limits.lower;
        row->index.upper = scale * limits.upper;
    }
    if (row->index.value < 0)
        return;
    row->adjusted.value = interval_adjusted(row->index.value);
    row->adjusted.lower = interval_adjusted(row->index.lower);
    row->adjusted.upper = interval_adjusted(row->index.upper);
}

/* (2) */
static void set_gap(struct evenness_parity *row, const struct result *one,
                    const struct result *other)
{
    row->gap.value = one->value - other->value;
    row->gap.lower = row->gap.value - hypot(one->value - one->lower,
                                            other->upper - other->value);
    row->gap.upper = row->gap.value + hypot(one->upper - one->value,
                                            other->value - other->lower);
}

/* (4) */
static enum drift decided(const struct evenness_parity *row,
                          const struct indicator *in)
{
    bool noisy = even_noise_of(in) != EVEN_FACT;

    if (noisy && !has_value(row->gap.lower))
        return DRIFT_NONE;
    if (noisy && row->gap.lower <= 0 && row->gap.upper >= 0)
        return DRIFT_UNCLEAR;
    return decide_is_material(row->gap.value, in->material) ? DRIFT_APART
                                                            : DRIFT_STEADY;
}

static void set_limits(struct result *r, const struct indicator *in,
                       double confidence)
{
    struct interval_share share = share_of(r, in);
    struct interval limits;

    if (even_noise_of(in) != EVEN_KNOWN)
        return;
    interval_of(&limits,
                in->noise == NOISE_POISSON ? interval_for_rate(share.x)
                                           : INTERVAL_WILSON,
                share.x, share.n, confidence);
    r->lower = in->scale * limits.lower;
    r->upper = in->scale * limits.upper;
}

/* (3) False where it cannot be told. */
static bool rest_of(struct result *out, const struct even_job *job,
                    const struct result *one)
{
    const struct dimension *d =
        &job->study->codebook.dimensions[one->breakdown.dimension];
    const struct result *whole = even_figure(job, one->area, WHOLE);
    const struct indicator *in = job->in;

    if (!d->closed || d->count != 2 || !whole ||
        (in->kind != KIND_PROPORTION && in->kind != KIND_RATE))
        return false;
    *out =
        (struct result){ .numerator = whole->numerator - one->numerator,
                         .denominator = whole->denominator - one->denominator,
                         .lower = NO_VALUE,
                         .upper = NO_VALUE };
    if (!(out->numerator >= 0) || !(out->denominator > 0) ||
        (in->kind == KIND_PROPORTION && out->numerator > out->denominator))
        return false;
    out->value = in->scale * out->numerator / out->denominator;
    set_limits(out, in, job->request->confidence);
    return true;
}

static void add_pair(const struct even_job *job, const struct result *one,
                     uint16_t other_code)
{
    struct breakdown breakdown = { one->breakdown.dimension, other_code };
    const struct result *other = even_row(job, one->area, breakdown);
    struct evenness_parity *row;
    struct result rest;

    if (other ? !even_usable(other) : !rest_of(&rest, job, one))
        return;
    if (!other)
        other = &rest;
    row = evenness_parity_add(job->into);
    row->indicator = job->indicator;
    row->area = one->area;
    row->period = one->period;
    row->dimension = one->breakdown.dimension;
    row->code = one->breakdown.code;
    row->other = other_code;
    row->value = one->value;
    row->other_value = other->value;
    set_index(row, one, other, job->in, job->request->confidence);
    set_gap(row, one, other);
    row->drift = decided(row, job->in);
    if (other == &rest)
        row->note = "evenness.rest";
    else if (!has_value(row->index.value))
        row->note = "evenness.no_index";
    else if (even_noise_of(job->in) == EVEN_FACT)
        row->note = "equity.fact";
    else if (!has_value(row->index.lower))
        row->note = "equity.interval_withheld";
}

void even_parities(const struct even_job *job)
{
    const struct dimension *dimensions = job->study->codebook.dimensions;

    for (size_t i = 0; i < job->count; i++) {
        const struct result *r = job->rows[i];
        if (r->breakdown.dimension == NO_INDEX || !even_usable(r))
            continue;
        const struct dimension *d = &dimensions[r->breakdown.dimension];
        const char *other =
            code_attribute_find(&d->codes[r->breakdown.code], "parity_to");
        uint16_t code = other ? code_find(d, other) : NO_INDEX;
        if (code != NO_INDEX)
            add_pair(job, r, code);
    }
}
