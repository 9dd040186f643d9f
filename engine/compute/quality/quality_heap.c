/*
 * quality_heap.c - figures that gather where counted ones do not.
 *
 *  (1) round_values: of the counts of one file, quantity and period that are
 *      100 or more in the file's own unit, at least 20, more end in 0 or 5 than
 *      the fifth that chance gives, and at least half of them do. The last
 *      digit is that of the last place that any of them fills: a file in
 *      thousands is not rounded. Money is: sums are agreed on, not counted.
 *  (2) bunched: of the values of an indicator in points of a hundred, over all
 *      areas of the lowest tier that has any and all years, more lie in the
 *      half point from a target up than in the half point below it. At least 20
 *      areas have values; each of the two sides is as likely by chance. Only
 *      values over 200 or more count: of fewer, half a point is no step.
 *  (3) The chances are exact binomial ones of as many or more, adjusted over
 *      all tests of the run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/decide.h"
#include "engine/compute/indicator/naming.h"
#include "engine/compute/quality/quality_rules.h"

static const double LARGE = 100, BY_CHANCE = 0.2, HALF = 0.5, LEVEL = 0.05,
                    BASE_LEAST = 200;
enum { VALUES = 20, AREAS = 20, DIGITS = 10, FIVE = 5 };

/* --- (1) --------------------------------------------------------------------
 */

struct heap {
    const struct fact *first;
    size_t round, count;
    double p;
};

static int by_source(const void *left, const void *right)
{
    const struct fact *l = *(const struct fact *const *)left;
    const struct fact *r = *(const struct fact *const *)right;

    if (l->quantity != r->quantity)
        return l->quantity < r->quantity ? -1 : 1;
    if (l->period != r->period)
        return l->period < r->period ? -1 : 1;
    return (l->row > r->row) - (l->row < r->row);
}

static bool is_counted(const struct quality *q, const struct fact *fact)
{
    const struct quantity *quantity =
        &q->study->codebook.quantities[fact->quantity];
    bool money = quantity->unit && strcmp(quantity->unit, "đồng") == 0;

    return quality_sound(fact) && fact->value >= LARGE && !money &&
           quantity->over_areas == OVER_AREAS_SUM;
}

/* Facts of one table have neighbouring rows: files are read one by one. */
static const struct fact **gather(const struct quality *q, size_t *count)
{
    const struct fact **facts =
        arena_array(q->scratch, q->cube->count + 1, const struct fact *);
    size_t n = 0;

    for (size_t i = 0; i < q->cube->count; i++)
        if (is_counted(q, &q->cube->facts[i]))
            facts[n++] = &q->cube->facts[i];
    if (n > 1)
        qsort(facts, n, sizeof *facts, by_source);
    *count = n;
    return facts;
}

static bool same_table(const struct quality *q, const struct fact *a,
                       const struct fact *b)
{
    return a->quantity == b->quantity && a->period == b->period &&
           q->cube->table->source[a->row] == q->cube->table->source[b->row];
}

static struct heap heap_of(const struct fact *const facts[], size_t count)
{
    struct heap heap = { .first = facts[0], .p = NO_VALUE };
    double place = (double)INFINITY;

    for (size_t i = 0; i < count; i++)
        place =
            fmin(place, quality_last_place(facts[i]->value, facts[i]->value));
    for (size_t i = 0; i < count; i++) {
        double units = round(facts[i]->value / place);
        if (units < LARGE)
            continue;
        heap.count++;
        heap.round += fmod(units, FIVE) == 0;
    }
    if (heap.count >= VALUES)
        heap.p = quality_binomial(heap.round, heap.count, BY_CHANCE);
    return heap;
}

static void tell_round(const struct quality *q, const struct heap *heap)
{
    const struct fact *first = heap->first;

    finding_add(q->findings, FINDING_round_values, quality_place(q, first),
                "quantity",
                naming_quantity(q->study, &q->cube->table->bands,
                                first->quantity, 0, q->scratch),
                "period", naming_period(first->period, q->scratch), "round",
                arena_format(q->scratch, "%zu", heap->round), "values",
                arena_format(q->scratch, "%zu", heap->count), NULL)
        ->count = (unsigned)heap->round;
}

void quality_round(const struct quality *q)
{
    size_t count, n = 0;
    const struct fact **facts = gather(q, &count);
    struct heap *heaps = arena_array(q->scratch, count + 1, struct heap);
    double *p = arena_array(q->scratch, count + 1, double);

    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (!same_table(q, facts[first], facts[end]))
                break;
        heaps[n] = heap_of(facts + first, end - first);
        p[n] = heaps[n].p;
        n++;
    }
    decide_adjust(p, n, q->scratch);
    for (size_t i = 0; i < n; i++)
        if (p[i] < LEVEL && 2 * heaps[i].round >= heaps[i].count)
            tell_round(q, &heaps[i]);
}

/* --- (2) --------------------------------------------------------------------
 */

struct bunch {
    const struct target *target;
    size_t above, below, areas;
    double p;
};

static bool in_points(const struct study *study, uint16_t indicator)
{
    const struct indicator *in = &study->catalogue.items[indicator];

    return in->kind == KIND_PROPORTION && in->scale == 100;
}

/* The lowest tier of which the indicator has values. */
static enum tier lowest_tier(const struct results *results,
                             const struct study *study, uint16_t indicator)
{
    enum tier lowest = TIER_NONE;
    struct results_span span = results_of(results, indicator);

    for (size_t i = span.first; i < span.end; i++) {
        const struct result *r = &results->items[i];
        enum tier tier = study->areas.items[r->area].tier;
        if (r->indicator == indicator && has_value(r->value) && tier > lowest)
            lowest = tier;
    }
    return lowest;
}

/* Estimates of the parts of one area are alike. */
static bool is_counted_result(const struct result *r)
{
    return r->status == STATUS_OK || r->status == STATUS_PROVISIONAL;
}

static struct bunch bunch_of(const struct results *results,
                             const struct study *study,
                             const struct target *target, struct arena *scratch)
{
    struct bunch bunch = { .target = target, .p = NO_VALUE };
    enum tier tier = lowest_tier(results, study, target->indicator);
    bool *seen = arena_array(scratch, study->areas.count, bool);
    struct results_span span = results_of(results, target->indicator);

    for (size_t i = span.first; i < span.end; i++) {
        const struct result *r = &results->items[i];
        double over = r->value - target->value;
        if (r->indicator != target->indicator || !has_value(r->value) ||
            r->breakdown.dimension != NO_INDEX ||
            !(r->denominator >= BASE_LEAST) || !is_counted_result(r) ||
            study->areas.items[r->area].tier != tier)
            continue;
        bunch.areas += !seen[r->area];
        seen[r->area] = true;
        bunch.above += over >= 0 && over < HALF;
        bunch.below += over < 0 && over >= -HALF;
    }
    if (bunch.areas >= AREAS && bunch.above > bunch.below)
        bunch.p = quality_binomial(bunch.above, bunch.above + bunch.below, 0.5);
    return bunch;
}

/* At 0 and 100 there is nothing on the other side, and a draft binds nobody.
 * The first of several targets of one value stands for them. */
static bool is_tested(const struct targets *targets, const struct study *study,
                      size_t at)
{
    const struct target *t = &targets->items[at];

    if (t->draft || !in_points(study, t->indicator) ||
        t->unit_counted[0] != '\0' || !(t->value > 0) || !(t->value < 100))
        return false;
    for (size_t i = 0; i < at; i++)
        if (!targets->items[i].draft &&
            targets->items[i].indicator == t->indicator &&
            targets->items[i].value == t->value)
            return false;
    return true;
}

static void tell_bunched(const struct bunch *bunch, const struct study *study,
                         struct arena *scratch, struct findings *findings)
{
    const struct target *t = bunch->target;
    struct finding_place place = { .file = t->file, .line = t->line };

    finding_add(findings, FINDING_bunched, place, "indicator",
                naming_indicator(study, t->indicator), "target",
                naming_number(study, t->value, scratch), "above",
                arena_format(scratch, "%zu", bunch->above), "below",
                arena_format(scratch, "%zu", bunch->below), NULL)
        ->count = (unsigned)bunch->above;
}

void quality_bunches(const struct results *results, const struct study *study,
                     struct arena *scratch, struct findings *findings)
{
    const struct targets *targets = &study->targets;
    struct bunch *bunches =
        arena_array(scratch, targets->count + 1, struct bunch);
    double *p = arena_array(scratch, targets->count + 1, double);
    size_t n = 0;

    for (size_t i = 0; i < targets->count; i++)
        if (is_tested(targets, study, i))
            bunches[n++] =
                bunch_of(results, study, &targets->items[i], scratch);
    for (size_t i = 0; i < n; i++)
        p[i] = bunches[i].p;
    decide_adjust(p, n, scratch);
    for (size_t i = 0; i < n; i++)
        if (p[i] < LEVEL)
            tell_bunched(&bunches[i], study, scratch, findings);
}
