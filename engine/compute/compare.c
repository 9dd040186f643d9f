/*
 * compare.c - one family, and the families of a run.
 *
 *  (1) Left out of a family: a figure that is missing, incomplete, suppressed,
 *      unreliable or impossible, and the whole itself.
 *  (2) The whole is the same indicator, period and breakdown of the root.
 *  (3) Families are taken by indicator, period, breakdown and tier, and their
 *      lines put back into the order of the results.
 *  (4) With neither a whole nor a better way there is nothing to compare by: no
 *      lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/compare.h"

#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/compare_parts.h"

void compare_add_up(struct compare_family *f)
{
    double x = 0, n = 0;

    for (size_t i = 0; i < f->count; i++)
        if (f->rows[i].usable) {
            x += f->rows[i].numerator;
            n += f->rows[i].denominator;
        }
    f->numerator = n > 0 ? x : NO_VALUE;
    f->denominator = n > 0 ? n : NO_VALUE;
    f->whole = n > 0 ? f->indicator->scale * x / n : NO_VALUE;
}

/* Empty unless the family has noise and a whole. */
static struct compare_sample sample_of(const struct compare_family *f,
                                       struct arena *scratch)
{
    struct compare_sample s = { .apart = arena_array(scratch, f->count, double),
                                .variance =
                                    arena_array(scratch, f->count, double),
                                .row =
                                    arena_array(scratch, f->count, uint32_t) };
    double variance = compare_unit_variance(f);

    if (!has_value(variance))
        return s;
    for (size_t i = 0; i < f->count; i++)
        if (f->rows[i].usable && has_value(f->rows[i].difference) &&
            f->rows[i].denominator > 0) {
            s.apart[s.count] = f->rows[i].difference;
            s.variance[s.count] = variance / f->rows[i].denominator;
            s.row[s.count++] = (uint32_t)i;
        }
    return s;
}

struct dispersion compare_family(struct compare_family *f,
                                 struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    struct compare_sample s;
    struct dispersion d;

    compare_judge(f, scratch);
    s = sample_of(f, scratch);
    d = compare_dispersion(&s, f->confidence);
    if (has_value(d.tau2)) {
        compare_funnel(f, &s, d.tau2);
        compare_shrink(f, &s, d.tau2);
        compare_rank(f, &s, d.tau2, scratch);
    } else {
        compare_rank_facts(f, scratch);
    }
    arena_rewind(scratch, mark);
    return d;
}

/* --- the families of a run ------------------------------------------------ */

struct entry {
    const struct result *result;
    enum tier tier;
};

static int order_numbers(uint32_t left, uint32_t right)
{
    return (left > right) - (left < right);
}

static int by_family(const void *left, const void *right)
{
    const struct entry *l = left, *r = right;
    int order = order_numbers(l->result->indicator, r->result->indicator);

    if (order == 0)
        order = order_numbers(l->result->period, r->result->period);
    if (order == 0)
        order = order_numbers(l->result->breakdown.dimension,
                              r->result->breakdown.dimension);
    if (order == 0)
        order =
            order_numbers(l->result->breakdown.code, r->result->breakdown.code);
    return order != 0 ? order : order_numbers(l->tier, r->tier);
}

/* A family's entries come in the order of the results. */
static int by_family_and_row(const void *left, const void *right)
{
    const struct entry *l = left, *r = right;
    int order = by_family(left, right);

    return order != 0 ? order
                      : (l->result > r->result) - (l->result < r->result);
}

/* (2) Without its rows. */
static struct compare_family family_of(const struct entry *first,
                                       const struct results *results,
                                       uint32_t root, const struct study *study)
{
    const struct result *r = first->result, *whole;
    struct compare_family f = { .numerator = NO_VALUE,
                                .denominator = NO_VALUE,
                                .whole = NO_VALUE };

    f.indicator = &study->catalogue.items[r->indicator];
    whole = results_find(results, r->indicator, root, r->period, r->breakdown);
    if (whole && result_is_sound(whole) && f.indicator->kind != KIND_COUNT) {
        f.numerator = whole->numerator;
        f.denominator = whole->denominator;
        f.whole = whole->value;
    }
    return f;
}

static void add_line(struct comparisons *into, const struct results *results,
                     const struct result *r)
{
    struct comparison *line = comparisons_add(into);

    line->indicator = r->indicator;
    line->area = r->area;
    line->period = r->period;
    line->breakdown = r->breakdown;
    line->row = (size_t)(r - results->items);
    line->usable = result_is_whole(r); /* (1) */
    line->numerator = r->numerator;
    line->denominator = r->denominator;
    line->value = r->value;
    line->lower = r->lower;
    line->upper = r->upper;
}

/* Everything wanted but the root, by family. */
static size_t entries_of(struct entry entries[], const struct results *results,
                         const struct compare_request *request,
                         const struct study *study)
{
    size_t count = 0;

    for (size_t i = 0; i < results->count; i++) {
        const struct result *r = &results->items[i];
        bool wanted =
            request->period == NO_PERIOD || request->period == r->period;
        if (wanted && r->area != request->root)
            entries[count++] =
                (struct entry){ r, study->areas.items[r->area].tier };
    }
    if (count > 1)
        qsort(entries, count, sizeof *entries, by_family_and_row);
    return count;
}

/* Adds the lines of all families: judged alone, or with all that can be said.
 */
static void compare_all(struct comparisons *into, const struct results *results,
                        const struct compare_request *request,
                        const struct study *study, bool only_judged,
                        struct arena *scratch)
{
    struct entry *entries = arena_array(scratch, results->count, struct entry);
    size_t count = entries_of(entries, results, request, study);

    for (size_t first = 0, end; first < count; first = end) {
        struct compare_family f =
            family_of(&entries[first], results, request->root, study);
        bool says = has_value(f.whole) || f.indicator->better != BETTER_NONE;
        size_t start = into->count;
        for (end = first; end < count; end++) {
            if (by_family(&entries[first], &entries[end]) != 0)
                break;
            if (says) /* (4) */
                add_line(into, results, entries[end].result);
        }
        f.confidence = request->confidence;
        f.rows = into->items + start;
        f.count = into->count - start;
        if (only_judged)
            compare_judge(&f, scratch);
        else
            compare_family(&f, scratch);
    }
}

void compare_results(struct comparisons *into, const struct results *results,
                     const struct compare_request *request,
                     const struct study *study, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);

    compare_all(into, results, request, study, false, scratch);
    comparisons_sort(into);
    arena_rewind(scratch, mark);
}

void compare_standings(struct results *results, uint32_t root,
                       const struct study *study, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    struct comparisons *lines = comparisons_new(scratch);
    struct compare_request request = { .root = root, .confidence = 0.95 };

    for (size_t i = 0; i < results->count; i++)
        results->items[i].standing = STANDING_NONE;
    compare_all(lines, results, &request, study, true, scratch);
    for (size_t i = 0; i < lines->count; i++)
        results->items[lines->items[i].row].standing = lines->items[i].verdict;
    arena_rewind(scratch, mark);
}
