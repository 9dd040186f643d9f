/*
 * hide.c - rows emptied, and what else quotes a hidden figure; the numbers are
 * those of the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/hide/hide.h"

#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/compute/hide/hide_facts.h"

/* Completeness is a share and may miss 1 by rounding. */
static const double WHOLLY = 1 - 1e-9;

struct hiding {
    struct results *results;
    const struct formulas *formulas;
    struct hide_forms forms;
    struct hide_facts facts;
    const struct study *study;
    struct hidden *out;
};

static const struct indicator *indicator_of(const struct hiding *h,
                                            const struct result *r)
{
    return &h->study->catalogue.items[r->indicator];
}

static bool is_of(const struct hide_use *use, struct breakdown b)
{
    return use->breakdown.dimension == b.dimension &&
           use->breakdown.code == b.code;
}

/* Is it persons, added up? Not a share, nothing weighted, and no change over
 * the years: nobody is one of a net growth of 3. */
static bool counts_persons(const struct hiding *h, const struct expr *expr,
                           const struct terms *terms)
{
    for (size_t i = 0; i < expr->count; i++) {
        const struct expr_step *step = &expr->steps[i];
        const struct term *term = &terms->items[step->term];
        if (step->op == EXPR_TERM) {
            if (!(h->forms.quantities[term->quantity].below > 0) ||
                term->lag != terms->items[expr->steps[0].term].lag)
                return false;
        } else if (step->op != EXPR_ADD && step->op != EXPR_SUBTRACT) {
            return false;
        }
    }
    return expr->count > 0;
}

/* (2) Of a row, whatever its formula is made of. */
static bool is_sensitive(const struct hiding *h, const struct result *r)
{
    const struct indicator *in = indicator_of(h, r);
    const struct formula *f = &h->formulas->items[r->indicator];
    double below = study_hide_below(h->study, in);
    double rest = r->denominator - r->numerator;
    bool part = counts_persons(h, &f->numerator, &f->terms);
    bool base = counts_persons(h, &f->denominator, &f->terms);

    return (part && r->numerator > 0 && r->numerator < below) ||
           (base && r->denominator > 0 && r->denominator < below) ||
           (part && base && in->kind == KIND_PROPORTION && rest > 0 &&
            rest < below);
}

/* A formula of several terms, or of some areas only, may be small where none of
 * its forms is. */
static void mark_rows(const struct hiding *h, struct hide_marks *marks)
{
    for (size_t i = 0; i < h->results->count; i++) {
        const struct result *r = &h->results->items[i];
        const struct formula *f = &h->formulas->items[r->indicator];
        const struct hide_uses *uses = &h->forms.uses[r->indicator];
        bool plain = f->numerator.count <= 1 && f->denominator.count <= 1 &&
                     !(r->completeness < WHOLLY);
        if (plain || !is_sensitive(h, r))
            continue;
        for (size_t k = 0; k < uses->count; k++) {
            const struct hide_use *use = &uses->items[k];
            if (!is_of(use, r->breakdown))
                continue;
            grow(marks->items, marks->count, marks->room);
            marks->items[marks->count++] =
                (struct hide_mark){ use->quantity,
                                    period_shift(r->period, use->lag),
                                    use->form, r->area };
        }
    }
}

/* Is any figure of the row's formula in the period so? */
static bool any_use(const struct hiding *h, const struct result *r, period p,
                    bool (*is_so)(const struct hide_facts *,
                                  const struct hide_use *, period, uint32_t))
{
    const struct hide_uses *uses = &h->forms.uses[r->indicator];

    for (size_t k = 0; k < uses->count; k++)
        if (is_of(&uses->items[k], r->breakdown) &&
            is_so(&h->facts, &uses->items[k], p, r->area))
            return true;
    return false;
}

static void empty_change(struct result *r)
{
    r->previous = r->change = NO_VALUE;
}

static void empty_row(struct hiding *h, struct result *r)
{
    bool primary =
        is_sensitive(h, r) || any_use(h, r, r->period, hide_fact_grew);

    r->numerator = r->denominator = NO_VALUE;
    r->value = r->lower = r->upper = NO_VALUE;
    r->plan_rate = r->gap = r->probability = NO_VALUE;
    empty_change(r);
    r->status = primary ? STATUS_SUPPRESSED : STATUS_SUPPRESSED2;
    r->note = primary ? "value.hidden" : "value.hidden_beside";
    if (primary)
        h->out->primary++;
    else
        h->out->secondary++;
}

/* (6) One term alone is the sum of the areas that have it, and nothing else. */
static bool leaves_out(const struct hiding *h, const struct result *r)
{
    return r->completeness < WHOLLY &&
           h->formulas->items[r->indicator].terms.count > 1;
}

/* (3), (6) */
static void hide_row(struct hiding *h, struct result *r)
{
    period before = period_shift(r->period, -1);
    bool partly = r->note && strcmp(r->note, "change.like_for_like") == 0;

    if (!has_value(r->numerator) && !has_value(r->denominator))
        return;
    if (any_use(h, r, r->period, hide_fact_hidden) ||
        (leaves_out(h, r) && any_use(h, r, r->period, hide_fact_below))) {
        empty_row(h, r);
        return;
    }
    if (has_value(r->previous) &&
        (any_use(h, r, before, hide_fact_hidden) ||
         (partly && (any_use(h, r, r->period, hide_fact_below) ||
                     any_use(h, r, before, hide_fact_below))))) {
        empty_change(r);
        r->note = "change.hidden";
        h->out->changes++;
    }
}

/* Does a cell of the files themselves hold few persons? */
static bool *small_in_files(const struct hide_forms *forms,
                            const struct cube *cube, const struct study *study,
                            struct arena *arena)
{
    bool *small = arena_array(arena, study->codebook.quantity_count, bool);
    const struct table *table = cube->table;

    for (size_t i = 0; i < table->count; i++)
        if (table->value[i] > 0 &&
            table->value[i] < forms->quantities[table->quantity[i]].below)
            small[table->quantity[i]] = true;
    for (size_t i = 0; i < cube->count; i++) {
        const struct fact *part = &cube->facts[i], *all;
        double below = forms->quantities[part->quantity].below;
        if (!(below > 0) || part->cell == 0 || !has_value(part->value))
            continue;
        all = cube_find(cube, part->quantity, part->period, part->area, 0);
        if (all && all->value > part->value && all->value < part->value + below)
            small[part->quantity] = true;
    }
    return small;
}

void hide_results(struct hidden *out, struct results *results,
                  const struct formulas *formulas, const struct cube *cube,
                  const struct study *study, struct arena *arena)
{
    struct hiding h = {
        .results = results, .formulas = formulas, .study = study, .out = out
    };
    struct hide_marks marks = { 0 };
    size_t quantities = study->codebook.quantity_count;

    *out = (struct hidden){ 0 };
    h.forms = hide_forms_of(formulas, cube, study, arena);
    mark_rows(&h, &marks);
    h.facts = hide_facts_of(&h.forms, &marks, cube, study, arena);
    grow_release(&marks.items);
    for (size_t i = 0; i < results->count; i++)
        hide_row(&h, &results->items[i]);
    out->withheld = small_in_files(&h.forms, cube, study, arena);
    for (uint16_t q = 0; q < quantities; q++)
        out->withheld[q] = out->withheld[q] || hide_fact_any(&h.facts, q);
}

/* (7) What a finding of names or forms quotes is no figure. */
static bool quotes_figures(const struct finding *finding)
{
    static const enum finding_rule names[] = {
        FINDING_empty_file,        FINDING_undecodable,
        FINDING_no_layout,         FINDING_ambiguous_layout,
        FINDING_unfinished_layout, FINDING_no_files,
        FINDING_unmatched_columns, FINDING_missing_columns,
        FINDING_no_period,         FINDING_unknown_area,
        FINDING_ambiguous_area,    FINDING_area_not_living,
        FINDING_tier_abolished,    FINDING_area_elsewhere,
        FINDING_parent_carried,    FINDING_area_repaired,
        FINDING_unknown_code,      FINDING_unknown_part,
        FINDING_unknown_period,    FINDING_unknown_quantity,
        FINDING_late_report,       FINDING_not_reported,
        FINDING_target_unit,       FINDING_decision_unused
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (finding->rule == names[i])
            return false;
    return true;
}

/* Of the files that were read it does not matter which: a row that was there
 * twice is known from one of them only. Without a file it may be about any. */
static bool is_withheld(const struct finding *finding,
                        const struct table *table)
{
    if (!quotes_figures(finding))
        return false;
    if (finding->file == NULL)
        return true;
    for (size_t i = 0; i < table->source_count; i++)
        if (strcmp(finding->file, table->sources[i].name) == 0)
            return true;
    return false;
}

void hide_observations(struct table *table, struct findings *findings,
                       const struct hidden *hidden)
{
    bool any = false;

    for (size_t i = 0; i < table->count; i++) {
        if (!hidden->withheld[table->quantity[i]])
            continue;
        any = true;
        if (!has_value(table->value[i]))
            continue;
        table->value[i] = NO_VALUE;
        table->state[i] = STATUS_SUPPRESSED2;
    }
    for (size_t i = 0; any && i < findings->count; i++)
        if (is_withheld(&findings->items[i], table)) {
            findings->items[i].withheld = 1;
            findings->items[i].value = findings->items[i].suggestion = NULL;
            findings->items[i].arguments = NULL;
        }
}

/* Is it all of the numerator, or of the denominator? Then it stands in the row.
 */
static bool stands_in_row(const struct trace *trace, size_t term)
{
    bool above = trace->terms[term].in_numerator;
    bool below = trace->terms[term].in_denominator;

    for (size_t k = 0; k < trace->count; k++) {
        above = above && (k == term || !trace->terms[k].in_numerator);
        below = below && (k == term || !trace->terms[k].in_denominator);
    }
    return above || below;
}

void hide_trace(struct trace *trace, const struct results *results,
                const struct hidden *hidden)
{
    const struct result *r = &trace->result;
    const struct result *printed =
        results_find(results, r->indicator, r->area, r->period, WHOLE);

    if (printed)
        trace->result = *printed;
    for (size_t k = 0; k < trace->count; k++) {
        struct trace_term *term = &trace->terms[k];
        if (!hidden->withheld[term->quantity])
            continue;
        if (!has_value(trace->result.value) || !stands_in_row(trace, k)) {
            term->value = NO_VALUE;
            term->status = STATUS_SUPPRESSED2;
        }
        for (size_t i = 0; i < term->count; i++)
            term->lines[i].value = NO_VALUE;
    }
}
