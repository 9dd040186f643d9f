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
#include "engine/compute/compare/compare.h"

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/sorting.h"
#include "engine/base/together.h"
#include "engine/compute/compare/compare_parts.h"

void compare_add_up(struct compare_family *f)
{
    double x = 0, n = 0;

    for (size_t i = 0; i < f->count; i++)
        if (has_value(f->rows[i].value)) {
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

static bool one_family(const struct result *l, const struct result *r,
                       const struct areas *areas)
{
    return l->indicator == r->indicator && l->period == r->period &&
           l->breakdown.dimension == r->breakdown.dimension &&
           l->breakdown.code == r->breakdown.code &&
           areas->items[l->area].tier == areas->items[r->area].tier;
}

/* (2) Without its rows. */
static struct compare_family family_of(const struct result *r,
                                       const struct results *results,
                                       uint32_t root, const struct study *study)
{
    const struct result *whole;
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

static struct results_span all_rows(const struct results *results)
{
    return (struct results_span){ 0, results->count };
}

/* The rows of everything wanted but the root. */
static uint32_t *rows_of(const struct results *results,
                         struct results_span span, size_t *count,
                         const struct compare_request *request,
                         struct arena *scratch)
{
    uint32_t *rows = arena_array(scratch, span.end - span.first, uint32_t);

    *count = 0;
    for (size_t i = span.first; i < span.end; i++) {
        const struct result *r = &results->items[i];
        bool wanted =
            request->period == NO_PERIOD || request->period == r->period;
        if (wanted && r->area != request->root)
            rows[(*count)++] = (uint32_t)i;
    }
    return rows;
}

/* (3) A family's rows stay in the order of the results. */
static void sort_by_family(uint32_t rows[], size_t count,
                           const struct results *results,
                           const struct areas *areas, struct arena *scratch)
{
    struct sorting s = sorting_new(count, scratch);
    uint32_t *unsorted = arena_array(scratch, count, uint32_t);
    const struct result *items = results->items;

    for (size_t i = 0; i < count; i++)
        s.keys[i] = areas->items[items[rows[i]].area].tier;
    sorting_by(&s, TIER_COUNT);
    for (size_t i = 0; i < count; i++)
        s.keys[i] = (uint32_t)items[rows[i]].breakdown.dimension << 16 |
                    items[rows[i]].breakdown.code;
    sorting_by_few(&s, NULL, NULL);
    for (size_t i = 0; i < count; i++)
        s.keys[i] = items[rows[i]].period;
    sorting_by_few(&s, NULL, NULL);
    for (size_t i = 0; i < count; i++)
        s.keys[i] = items[rows[i]].indicator;
    sorting_by_few(&s, NULL, NULL);
    for (size_t i = 0; i < count; i++)
        unsorted[i] = rows[i];
    for (size_t i = 0; i < count; i++)
        rows[i] = unsorted[s.order[i]];
}

/* The families, one after the other. */
struct families {
    const struct results *results;
    const struct study *study;
    const struct compare_request *request;
    uint32_t *rows;
    size_t count, next;
};

static struct families families_of(const struct results *results,
                                   struct results_span span,
                                   const struct compare_request *request,
                                   const struct study *study,
                                   struct arena *scratch)
{
    struct families all = { .results = results,
                            .study = study,
                            .request = request };

    all.rows = rows_of(results, span, &all.count, request, scratch);
    sort_by_family(all.rows, all.count, results, &study->areas, scratch);
    return all;
}

/* Adds the lines of the next family to [into]. False: there is none. */
static bool families_next(struct families *all, struct compare_family *f,
                          struct comparisons *into)
{
    const struct result *items = all->results->items, *first;
    size_t start = into->count;

    if (all->next == all->count)
        return false;
    first = &items[all->rows[all->next]];
    *f = family_of(first, all->results, all->request->root, all->study);
    bool says = has_value(f->whole) || f->indicator->better != BETTER_NONE;
    for (; all->next < all->count; all->next++) {
        const struct result *r = &items[all->rows[all->next]];
        if (!one_family(first, r, &all->study->areas))
            break;
        if (says) /* (4) */
            add_line(into, all->results, r);
    }
    f->confidence = all->request->confidence;
    f->rows = into->items + start;
    f->count = into->count - start;
    return true;
}

/* A breakdown is not drawn. */
static void add_limits(struct comparisons *into, const struct compare_family *f,
                       double tau2, const struct study *study)
{
    const struct comparison *first = &f->rows[0];
    struct funnel_limits limits = {
        .indicator = first->indicator,
        .period = first->period,
        .tier = (int)study->areas.items[first->area].tier,
    };

    if (first->breakdown.dimension == NO_INDEX && has_value(tau2) &&
        compare_funnel_limits(&limits, f, tau2))
        *comparisons_add_limits(into) = limits;
}

/* Indicators have no family in common: each is one thing to do. */
struct comparing {
    const struct results *results;
    const struct compare_request *request;
    const struct study *study;
    struct compared {
        struct results_span span;
        struct arena *arena; /* keeps the lines */
        struct comparisons *lines;
    } * each;
    size_t count;
};

static void compare_span(void *job, size_t at, struct arena *scratch)
{
    const struct comparing *work = job;
    struct compared *own = &work->each[at];
    struct families all = families_of(work->results, own->span, work->request,
                                      work->study, scratch);
    struct compare_family f;

    own->arena = arena_new();
    own->lines = comparisons_new(own->arena);
    while (families_next(&all, &f, own->lines)) {
        struct dispersion d = compare_family(&f, scratch);
        if (work->request->limits && f.count > 0)
            add_limits(own->lines, &f, d.tau2, work->study);
    }
}

/* (3) By indicator; rows that are not sorted are all in one. */
static void list_spans(struct comparing *work, struct arena *arena)
{
    size_t known = work->study->catalogue.count;
    bool sorted = work->results->indicator_count > 0;

    work->each = arena_array(arena, known + 1, struct compared);
    for (size_t i = 0; i < (sorted ? known : 1); i++) {
        struct results_span span = results_of(work->results, (uint16_t)i);
        if (span.end > span.first)
            work->each[work->count++].span = span;
    }
}

void compare_results(struct comparisons *into, const struct results *results,
                     const struct compare_request *request,
                     const struct study *study, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    struct comparing work = { results, request, study, NULL, 0 };

    list_spans(&work, scratch);
    together_do(work.count, request->threads, compare_span, &work);
    for (size_t i = 0; i < work.count; i++) {
        comparisons_join(into, work.each[i].lines);
        arena_free(work.each[i].arena);
    }
    comparisons_sort(into);
    arena_rewind(scratch, mark);
}

/* The lines of one family at a time are all that is held. */
void compare_standings_rows(struct results *results, struct results_span span,
                            const struct compare_request *request,
                            const struct study *study, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    struct comparisons *lines = comparisons_new(scratch);
    struct families all = families_of(results, span, request, study, scratch);
    struct compare_family f;

    for (size_t i = span.first; i < span.end; i++)
        results->items[i].standing = STANDING_NONE;
    while (families_next(&all, &f, lines)) {
        compare_judge(&f, scratch);
        for (size_t i = 0; i < lines->count; i++)
            results->items[lines->items[i].row].standing =
                lines->items[i].verdict;
        lines->count = 0;
    }
    arena_rewind(scratch, mark);
}

void compare_standings(struct results *results, uint32_t root,
                       const struct study *study, struct arena *scratch)
{
    struct compare_request request = { .root = root, .confidence = 0.95 };

    compare_standings_rows(results, all_rows(results), &request, study,
                           scratch);
}
