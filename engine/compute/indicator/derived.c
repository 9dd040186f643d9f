/*
 * derived.c - indicators counted from the results of the others; the numbers
 * are those of the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/indicator/derived.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/compute/indicator/formulas.h"
#include "engine/compute/indicator/indicator_value.h"
#include "engine/compute/progress/progress.h"
#include "engine/model/results.h"
#include "engine/model/study.h"

/* --- which tallies -------------------------------------------------------- */

static const char *const tally_names[TALLY_COUNT] = {
    [TALLY_TARGETS_MET] = "targets_met",
    [TALLY_TARGETS_SET] = "targets_set",
    [TALLY_CELLS_PRESENT] = "cells_present",
    [TALLY_CELLS_REQUIRED] = "cells_required",
    [TALLY_AREAS_AT_TARGET] = "areas_at_target",
    [TALLY_AREAS_COMPARED] = "areas_compared",
    [TALLY_BASE_AT_TARGET] = "base_at_target",
    [TALLY_BASE_COMPARED] = "base_compared",
};

static bool read_tally(enum tally *out, const struct indicator *in,
                       const char *word, struct place place,
                       struct fault *fault)
{
    const char *near;

    for (int t = 0; t < TALLY_COUNT; t++)
        if (strcmp(tally_names[t], word) == 0) {
            *out = (enum tally)t;
            return true;
        }
    near = text_nearest(word, tally_names, TALLY_COUNT);
    return fault_set(
        fault, FAULT_USAGE, place,
        near ? "formula.unknown_tally_near" : "formula.unknown_tally",
        "indicator", in->id, "value", word, "near", near ? near : "", NULL);
}

static bool spreads(enum tally tally)
{
    return tally >= TALLY_AREAS_AT_TARGET;
}

static bool read_of(struct derived *out, const struct indicator *in,
                    const struct study *study, struct fault *fault)
{
    bool needed = spreads(out->numerator) || spreads(out->denominator);

    out->of =
        in->of ? indicator_find(&study->catalogue, in->of) : (uint16_t)NO_INDEX;
    if (out->of != NO_INDEX &&
        study->catalogue.items[out->of].kind == KIND_DERIVED)
        out->of = NO_INDEX;
    if (needed == (in->of != NULL) && needed == (out->of != NO_INDEX))
        return true;
    return fault_set(fault, FAULT_USAGE, in->place, "formula.derived_of",
                     "indicator", in->id, "of", in->of ? in->of : "", NULL);
}

bool derived_compile(struct derived *out, const struct indicator *in,
                     const struct study *study, struct fault *fault)
{
    return read_tally(&out->numerator, in, in->numerator, in->numerator_place,
                      fault) &&
           read_tally(&out->denominator, in, in->denominator,
                      in->denominator_place, fault) &&
           read_of(out, in, study, fault);
}

/* --- counting ------------------------------------------------------------- */

struct tallies {
    double count[TALLY_COUNT];
};

/* (1) */
static void count_target(struct tallies *t, const struct result *r)
{
    t->count[TALLY_TARGETS_MET] += r->verdict == VERDICT_MET;
    t->count[TALLY_TARGETS_SET] +=
        r->verdict == VERDICT_MET || r->verdict == VERDICT_NOT_MET;
}

/* (2) */
static void count_cells(struct tallies *t, const struct result *r)
{
    bool sum = r->expected > 0;
    bool withheld =
        r->status == STATUS_SUPPRESSED || r->status == STATUS_SUPPRESSED2;
    bool sound =
        withheld || (has_value(r->value) && r->status != STATUS_INVALID &&
                     r->status != STATUS_UNRELIABLE);

    if (!has_value(r->value) &&
        (r->status == STATUS_NA || r->status == STATUS_BREAK))
        return;
    t->count[TALLY_CELLS_REQUIRED] += sum ? r->expected : 1;
    if (sound)
        t->count[TALLY_CELLS_PRESENT] += sum ? r->reported : 1;
}

static bool counts(const struct result *r, const struct study *study)
{
    return r->breakdown.dimension == NO_INDEX &&
           study->catalogue.items[r->indicator].kind != KIND_DERIVED;
}

/* (3) (4) One area below against the goal of the one above. */
static void count_spread(struct tallies *t, const struct result *below,
                         const struct result *above, const struct study *study)
{
    const struct target *target = &study->targets.items[above->target_index];
    double base = has_value(below->denominator) ? below->denominator : 0;
    bool there =
        progress_meets(below->value, above->target, target->comparison);

    t->count[TALLY_AREAS_COMPARED]++;
    t->count[TALLY_BASE_COMPARED] += base;
    t->count[TALLY_AREAS_AT_TARGET] += there;
    t->count[TALLY_BASE_AT_TARGET] += there ? base : 0;
}

/* (3) The row of an area below that is compared; NULL when it has none. */
static const struct result *compared_in(uint32_t area,
                                        const struct result *above,
                                        const struct results *results)
{
    const struct result *below = results_find(results, above->indicator, area,
                                              above->period, above->breakdown);

    return below && has_value(below->value) && has_value(above->target) &&
                   below->status != STATUS_INVALID
               ? below
               : NULL;
}

static struct tallies spread_below(const struct result *above,
                                   const struct results *results,
                                   const struct study *study)
{
    const struct areas *areas = &study->areas;
    struct tallies t = { { 0 } };

    for (uint32_t a = areas->items[above->area].first_child; a != NO_AREA;
         a = areas->items[a].next_sibling) {
        const struct result *below = compared_in(a, above, results);
        if (below)
            count_spread(&t, below, above, study);
    }
    return t;
}

/* --- rows ----------------------------------------------------------------- */

struct job {
    const struct results *results;
    const struct study *study;
    struct results *fresh;
    period *periods;
    size_t period_count;
    struct tallies *all; /* by period and area */
};

/* (5) */
static void add_row(const struct job *job, uint16_t indicator,
                    const struct derived *d, const struct tallies *t,
                    uint32_t area, period p)
{
    const struct indicator *in = &job->study->catalogue.items[indicator];
    struct result *r;

    if (!(t->count[d->denominator] > 0))
        return;
    r = results_add(job->fresh);
    r->indicator = indicator;
    r->area = area;
    r->period = p;
    r->numerator = t->count[d->numerator];
    r->denominator = t->count[d->denominator];
    r->completeness = 1;
    r->value = indicator_value(in, r->numerator, r->denominator);
    r->status = r->numerator > 0 ? STATUS_OK : STATUS_ZERO;
}

static size_t period_index(const struct job *job, period p)
{
    size_t i = 0;

    while (i < job->period_count && job->periods[i] != p)
        i++;
    return i;
}

static void count_all(struct job *job, struct arena *scratch)
{
    size_t areas = job->study->areas.count;

    job->all = arena_array(scratch, job->period_count * areas, struct tallies);
    for (size_t i = 0; i < job->results->count; i++) {
        const struct result *r = &job->results->items[i];
        if (!counts(r, job->study))
            continue;
        struct tallies *t =
            &job->all[period_index(job, r->period) * areas + r->area];
        count_target(t, r);
        count_cells(t, r);
    }
}

static void derive_each(const struct job *job, uint16_t indicator,
                        const struct derived *d)
{
    size_t areas = job->study->areas.count;

    for (size_t p = 0; p < job->period_count; p++)
        for (uint32_t a = 0; a < areas; a++)
            add_row(job, indicator, d, &job->all[p * areas + a], a,
                    job->periods[p]);
}

static void derive_spread(const struct job *job, uint16_t indicator,
                          const struct derived *d)
{
    struct results_span span = results_of(job->results, d->of);

    for (size_t i = span.first; i < span.end; i++) {
        const struct result *r = &job->results->items[i];
        struct tallies t;
        if (r->indicator != d->of || r->breakdown.dimension != NO_INDEX)
            continue;
        t = spread_below(r, job->results, job->study);
        add_row(job, indicator, d, &t, r->area, r->period);
    }
}

static bool same_goal(const struct result *one, const struct result *other,
                      const struct study *study)
{
    const struct target *targets = study->targets.items;

    return one->target == other->target &&
           targets[one->target_index].comparison ==
               targets[other->target_index].comparison;
}

/* (6) */
static bool is_parted(const struct result *r, const struct derived *d,
                      const struct results *results, const struct study *study)
{
    const struct result *source, *before;

    if (d->of == NO_INDEX)
        return false;
    source = results_find(results, d->of, r->area, r->period, WHOLE);
    before = results_find(results, d->of, r->area, period_shift(r->period, -1),
                          WHOLE);
    return !source || !before || !has_value(source->previous) ||
           !same_goal(source, before, study);
}

static void set_change(struct result *r, const struct results *results,
                       const struct formulas *formulas,
                       const struct study *study)
{
    const struct result *before = results_find(
        results, r->indicator, r->area, period_shift(r->period, -1), WHOLE);

    if (before &&
        !is_parted(r, &formulas->items[r->indicator].derived, results, study)) {
        r->previous = before->value;
        r->change = r->value - before->value;
    }
}

static void set_changes(struct results *results,
                        const struct formulas *formulas,
                        const struct study *study)
{
    for (uint16_t i = 0; i < study->catalogue.count; i++) {
        struct results_span span = results_of(results, i);
        if (study->catalogue.items[i].kind != KIND_DERIVED)
            continue;
        for (size_t k = span.first; k < span.end; k++)
            set_change(&results->items[k], results, formulas, study);
    }
}

void derived_compute(struct results *results, const struct formulas *formulas,
                     const struct study *study, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    struct job job = { .results = results,
                       .study = study,
                       .fresh = results_new(scratch) };

    job.periods = results_periods(results, &job.period_count, scratch);
    count_all(&job, scratch);
    for (uint16_t i = 0; i < study->catalogue.count; i++) {
        const struct derived *d = &formulas->items[i].derived;
        if (study->catalogue.items[i].kind != KIND_DERIVED)
            continue;
        if (d->of == NO_INDEX)
            derive_each(&job, i, d);
        else
            derive_spread(&job, i, d);
    }
    results_join(results, job.fresh);
    results_sort(results, study);
    set_changes(results, formulas, study);
    arena_rewind(scratch, mark);
}

/* --- walked back ---------------------------------------------------------- */

struct parting {
    struct derived_part *parts;
    size_t count;
    const struct derived *derived;
};

static void add_part(struct parting *p, const struct result *from,
                     const struct tallies *t)
{
    double numerator = t->count[p->derived->numerator];
    double denominator = t->count[p->derived->denominator];

    if (numerator > 0 || denominator > 0)
        p->parts[p->count++] =
            (struct derived_part){ from, numerator, denominator };
}

static void part_spread(struct parting *p, const struct result *row,
                        const struct results *results,
                        const struct study *study)
{
    const struct areas *areas = &study->areas;
    const struct result *above =
        results_find(results, p->derived->of, row->area, row->period, WHOLE);

    for (uint32_t a = areas->items[row->area].first_child;
         above && a != NO_AREA; a = areas->items[a].next_sibling) {
        const struct result *below = compared_in(a, above, results);
        struct tallies t = { { 0 } };
        if (!below)
            continue;
        count_spread(&t, below, above, study);
        add_part(p, below, &t);
    }
}

static void part_each(struct parting *p, const struct result *row,
                      const struct results *results, const struct study *study)
{
    for (size_t i = 0; i < results->count; i++) {
        const struct result *r = &results->items[i];
        struct tallies t = { { 0 } };
        if (r->area != row->area || r->period != row->period ||
            !counts(r, study))
            continue;
        count_target(&t, r);
        count_cells(&t, r);
        add_part(p, r, &t);
    }
}

size_t derived_parts(struct derived_part **out, const struct result *row,
                     const struct derived *derived,
                     const struct results *results, const struct study *study,
                     struct arena *arena)
{
    size_t most =
        derived->of == NO_INDEX ? study->catalogue.count : study->areas.count;
    struct parting p = { arena_array(arena, most, struct derived_part), 0,
                         derived };

    if (derived->of == NO_INDEX)
        part_each(&p, row, results, study);
    else
        part_spread(&p, row, results, study);
    *out = p.parts;
    return p.count;
}
