/*
 * indicator_value.c - numerator and denominator into a value with limits.
 *
 *  (1) The value is scale x numerator / denominator, multiplied first: 57 of
 *      60 is 95 and not 94.99999999999999.
 *  (2) A proportion outside 0 to its whole is kept and marked invalid.
 *  (3) Limits by noise. A clustered figure counts as many persons as its
 *      design effect leaves: x and n are divided by it.
 *  (4) A parity of counts is one binomial; where both sides are themselves
 *      divided (a rate of girls over a rate of boys) it is one of shares. An
 *      adjusted one adjusts value and limits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/indicator/indicator_value.h"

#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/indicator/formulas.h"
#include "engine/compute/indicator/naming.h"
#include "engine/compute/interval/interval.h"

static const double SLACK = 1e-9;

double indicator_value(const struct indicator *in, double numerator,
                       double denominator)
{
    double value;

    if (!has_value(numerator))
        return NO_VALUE;
    if (!in->denominator)
        return in->scale * numerator;
    if (!has_value(denominator) || fabs(denominator) <= 0)
        return NO_VALUE;
    value = in->scale * numerator / denominator;
    if (in->adjusted) /* (4) */
        value = interval_adjusted(value);
    return has_value(value) ? value : NO_VALUE;
}

static bool breaks_its_whole(const struct result *r, const struct indicator *in)
{
    return in->kind == KIND_PROPORTION &&
           (r->numerator > r->denominator * (1 + SLACK) ||
            r->numerator < -SLACK);
}

/* (4) */
static void set_parity_limits(struct result *r, const struct indicator *in,
                              const struct formula *formula,
                              const double terms[], double confidence)
{
    double effect = in->design_effect > 0 ? in->design_effect : 1;
    struct interval_share above, below;
    struct interval limits;

    if (in->noise == NOISE_NONE || in->noise == NOISE_PROCESS)
        return;
    if (expr_quotient(&above.x, &above.n, &formula->numerator, terms) &&
        expr_quotient(&below.x, &below.n, &formula->denominator, terms)) {
        above = (struct interval_share){ above.x / effect, above.n / effect };
        below = (struct interval_share){ below.x / effect, below.n / effect };
        interval_of_shares(&limits, &above, &below, confidence);
    } else {
        interval_of_counts(&limits, r->numerator / effect,
                           r->denominator / effect, confidence);
    }
    if (has_value(limits.lower) && has_value(limits.upper)) {
        r->lower = in->scale * limits.lower;
        r->upper = in->scale * limits.upper;
        if (in->adjusted) {
            r->lower = interval_adjusted(r->lower);
            r->upper = interval_adjusted(r->upper);
        }
    }
}

/* (3) */
static void set_limits(struct result *r, const struct indicator *in,
                       double confidence)
{
    struct interval limits = { NO_VALUE, NO_VALUE, NO_VALUE };
    double x = r->numerator, n = r->denominator;
    double effect = in->design_effect > 0 ? in->design_effect : 1;

    if (!in->denominator)
        return;
    switch (in->noise) {
    case NOISE_BINOMIAL:
        interval_of(&limits, INTERVAL_WILSON, x, n, confidence);
        break;
    case NOISE_CLUSTERED:
        interval_of(&limits, INTERVAL_WILSON, x / effect, n / effect,
                    confidence);
        break;
    case NOISE_POISSON:
        interval_of(&limits, interval_for_rate(x), x, n, confidence);
        break;
    case NOISE_NONE:
    case NOISE_PROCESS:
    case NOISE_COUNT:
        return;
    }
    if (has_value(limits.lower)) {
        r->lower = in->scale * limits.lower;
        r->upper = in->scale * limits.upper;
    }
}

void indicator_set_value(struct result *r, const struct indicator *in,
                         const struct formula *formula, const double terms[],
                         double confidence)
{
    r->value = indicator_value(in, r->numerator, r->denominator);
    if (!has_value(r->value)) {
        r->status = STATUS_NA;
        return;
    }
    if (r->status == STATUS_ZERO && fabs(r->value) > 0)
        r->status = STATUS_OK;
    if (breaks_its_whole(r, in))
        r->status = STATUS_INVALID;
    else if (in->kind == KIND_PARITY)
        set_parity_limits(r, in, formula, terms, confidence);
    else
        set_limits(r, in, confidence);
}

static const char *bound(const struct study *study, double value,
                         struct arena *arena)
{
    if (has_value(value))
        return naming_number(study, value, arena);
    return value < 0 ? "\u2212\u221e" : "\u221e";
}

/* What the indicator declares; a proportion has those of its whole anyhow. */
struct bounds {
    double low, high;
};

static struct bounds bounds_of(const struct indicator *in)
{
    struct bounds b = { in->bound_low, in->bound_high };

    if (in->kind == KIND_PROPORTION && in->denominator) {
        b.low = fmax(b.low, 0);
        b.high = fmin(b.high, in->scale);
    }
    return b;
}

static bool out_of_bounds(const struct result *r, const struct indicator *in)
{
    struct bounds b = bounds_of(in);
    double slack = SLACK * fmax(1, fabs(r->value));

    return has_value(r->value) &&
           (r->value < b.low - slack || r->value > b.high + slack);
}

static void tell_bounds(const struct result *r, const struct study *study,
                        struct finding_place place, struct findings *findings,
                        struct arena *arena)
{
    const struct indicator *in = &study->catalogue.items[r->indicator];
    struct bounds b = bounds_of(in);

    place.value = naming_exact(r->value, arena);
    finding_add(
        findings, FINDING_out_of_bounds, place, "indicator",
        naming_indicator(study, r->indicator), "area",
        naming_area(study, r->area), "period", naming_period(r->period, arena),
        "value", naming_number(study, r->value, arena), "low",
        bound(study, b.low, arena), "high", bound(study, b.high, arena), NULL);
}

static bool divides_by_none(const struct result *r, const struct indicator *in)
{
    return in->denominator && has_value(r->denominator) &&
           fabs(r->denominator) <= 0;
}

/* Of millions of values few have something to tell; only they are looked up. */
void indicator_tell(const struct result *r, const struct study *study,
                    const struct table *table, uint32_t row,
                    struct findings *findings, struct arena *scratch)
{
    const struct indicator *in = &study->catalogue.items[r->indicator];
    bool incomplete = has_value(r->value) && r->completeness < 1;
    struct finding_place place;
    struct arena_mark mark;

    if (!divides_by_none(r, in) && !out_of_bounds(r, in) && !incomplete)
        return;
    place = table_place(table, row);
    mark = arena_mark(scratch);
    if (divides_by_none(r, in))
        finding_add(findings, FINDING_zero_denominator, place, "indicator",
                    naming_indicator(study, r->indicator), "area",
                    naming_area(study, r->area), "period",
                    naming_period(r->period, scratch), NULL);
    if (out_of_bounds(r, in))
        tell_bounds(r, study, place, findings, scratch);
    if (incomplete)
        finding_add(findings, FINDING_incomplete, place, "indicator",
                    naming_indicator(study, r->indicator), "area",
                    naming_area(study, r->area), "period",
                    naming_period(r->period, scratch), "reported",
                    arena_format(scratch, "%u", r->reported), "expected",
                    arena_format(scratch, "%u", r->expected), "share",
                    naming_number(study, round(100 * r->completeness), scratch),
                    NULL);
    arena_rewind(scratch, mark);
}
