/*
 * decide.c - better, similar or worse.
 *
 * Source of the adjustment: Benjamini and Hochberg, J R Stat Soc B 57 (1995)
 * 289. The family is fixed by the indicator, so that a verdict does not change
 * when another indicator is added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/decide.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/weighted.h"

static const double LEVEL = 0.05, SLACK = 1e-9;

static bool is_noisy(const struct indicator *in)
{
    return in->noise != NOISE_NONE;
}

enum standing decide(double difference, double adjusted_p,
                     const struct indicator *in)
{
    double slack = SLACK * fmax(1, fabs(in->material));
    bool higher = difference > 0;

    if (!has_value(difference) || in->better == BETTER_NONE)
        return STANDING_NONE;
    if (fabs(difference) < in->material - slack || fabs(difference) <= SLACK)
        return STANDING_SIMILAR;
    if (is_noisy(in) && !has_value(adjusted_p))
        return STANDING_NONE;
    if (is_noisy(in) && adjusted_p >= LEVEL)
        return STANDING_SIMILAR;
    return higher == (in->better == BETTER_HIGHER) ? STANDING_BETTER
                                                   : STANDING_WORSE;
}

/* What one person adds to the variance, at the value of the whole. */
static double unit_variance(const struct result *whole,
                            const struct indicator *in)
{
    double p = whole->numerator / whole->denominator;
    double effect = in->design_effect > 0 ? in->design_effect : 1;

    switch (in->noise) {
    case NOISE_BINOMIAL:
        return p * (1 - p);
    case NOISE_CLUSTERED:
        return effect * p * (1 - p);
    case NOISE_POISSON:
        return p;
    case NOISE_NONE:
    case NOISE_PROCESS:
    case NOISE_COUNT:
        break;
    }
    return NO_VALUE;
}

double decide_p(const struct result *area, const struct result *whole,
                const struct indicator *in)
{
    double variance = unit_variance(whole, in);
    double n = area->denominator, total = whole->denominator, apart;

    if (!has_value(variance) || !(variance > 0) || !(n > 0) || !(total > n))
        return NO_VALUE;
    apart = area->numerator / n - whole->numerator / total;
    return 2 * gsl_cdf_ugaussian_Q(fabs(apart) /
                                   sqrt(variance * (1 / n - 1 / total)));
}

void decide_adjust(double p[], size_t count, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    double *known = arena_array(scratch, count, double), least = 1;
    uint32_t *at = arena_array(scratch, count, uint32_t);
    uint32_t *order = arena_array(scratch, count, uint32_t);
    size_t tests = 0;

    for (size_t i = 0; i < count; i++)
        if (has_value(p[i])) {
            known[tests] = p[i];
            at[tests++] = (uint32_t)i;
        }
    weighted_order(order, known, tests);
    for (size_t k = tests; k-- > 0;) {
        double adjusted = known[order[k]] * (double)tests / (double)(k + 1);
        least = fmin(least, adjusted);
        p[at[order[k]]] = least;
    }
    arena_rewind(scratch, mark);
}

/* Results of one indicator, period and breakdown stand together, by tier. */
struct entry {
    struct result *result;
    enum tier tier;
};

static int compare_numbers(uint32_t left, uint32_t right)
{
    return (left > right) - (left < right);
}

static int same_family(const struct entry *l, const struct entry *r)
{
    int order = compare_numbers(l->result->indicator, r->result->indicator);

    if (order == 0)
        order = compare_numbers(l->result->period, r->result->period);
    if (order == 0)
        order = compare_numbers(l->result->breakdown.dimension,
                                r->result->breakdown.dimension);
    if (order == 0)
        order = compare_numbers(l->result->breakdown.code,
                                r->result->breakdown.code);
    return order;
}

static int by_family(const void *left, const void *right)
{
    const struct entry *l = left, *r = right;
    int order = same_family(l, r);

    if (order == 0)
        order = compare_numbers(l->tier, r->tier);
    if (order == 0)
        order = compare_numbers(l->result->area, r->result->area);
    return order;
}

static bool usable(const struct result *r)
{
    return has_value(r->value) && r->status != STATUS_INVALID;
}

static void decide_tier(const struct entry entries[], size_t count,
                        const struct result *whole, const struct indicator *in,
                        struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    double *p = arena_array(scratch, count, double);

    for (size_t i = 0; i < count; i++)
        p[i] = usable(entries[i].result) && entries[i].result != whole
                   ? decide_p(entries[i].result, whole, in)
                   : NO_VALUE;
    decide_adjust(p, count, scratch);
    for (size_t i = 0; i < count; i++)
        if (usable(entries[i].result) && entries[i].result != whole)
            entries[i].result->standing =
                decide(entries[i].result->value - whole->value, p[i], in);
    arena_rewind(scratch, mark);
}

static void decide_family(const struct entry entries[], size_t count,
                          uint32_t root, const struct study *study,
                          struct arena *scratch)
{
    const struct indicator *in =
        &study->catalogue.items[entries[0].result->indicator];
    const struct result *whole = NULL;

    for (size_t i = 0; i < count; i++)
        if (entries[i].result->area == root)
            whole = entries[i].result;
    if (!whole || !usable(whole))
        return;
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (entries[end].tier != entries[first].tier)
                break;
        decide_tier(entries + first, end - first, whole, in, scratch);
    }
}

void decide_results(struct results *results, uint32_t root,
                    const struct study *study, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    size_t count = results->count;
    struct entry *entries = arena_array(scratch, count, struct entry);

    for (size_t i = 0; i < count; i++) {
        struct result *r = &results->items[i];
        r->standing = STANDING_NONE;
        entries[i] = (struct entry){ r, study->areas.items[r->area].tier };
    }
    if (count > 1)
        qsort(entries, count, sizeof *entries, by_family);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (same_family(&entries[first], &entries[end]) != 0)
                break;
        decide_family(entries + first, end - first, root, study, scratch);
    }
    arena_rewind(scratch, mark);
}
