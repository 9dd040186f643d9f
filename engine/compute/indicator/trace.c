/*
 * trace.c - a value walked back to the lines it came from.
 *
 * The walk follows the way the value was made: down from an area only where it
 * took the sum of the areas below, and where the formula was added up like for
 * like, only into those that had every part.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/indicator/trace.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/indicator/evaluation.h"
#include "engine/compute/indicator/indicator.h"
#include "engine/compute/indicator/naming.h"

struct walk {
    struct trace *trace;
    struct evaluation evaluation;
    const struct column **columns;
    struct joint joint;
    date day;
    struct arena *arena;
};

/* An observation that was cut up and whose pieces went in is one line. */
static bool join_line(struct trace_term *term, const struct trace_line *line)
{
    for (size_t i = 0; i < term->count; i++)
        if (term->lines[i].row == line->row &&
            term->lines[i].area == line->area) {
            term->lines[i].share += line->share;
            term->lines[i].value += line->value;
            return true;
        }
    return false;
}

static void add_line(struct walk *w, struct trace_term *term,
                     struct trace_line line)
{
    if (line.share < 1 && join_line(term, &line))
        return;
    if (term->count == term->room) {
        size_t room = term->room ? 2 * term->room : 8;
        struct trace_line *lines =
            arena_array(w->arena, room, struct trace_line);
        if (term->count > 0)
            memcpy(lines, term->lines, term->count * sizeof *lines);
        term->lines = lines;
        term->room = room;
    }
    term->lines[term->count++] = line;
}

/* A fact is an observation, or was put together from several. */
static void add_fact(struct walk *w, struct trace_term *term,
                     const struct fact *fact)
{
    if (fact->part_count == 0)
        add_line(w, term,
                 (struct trace_line){ fact->row, fact->area, 1, fact->value });
    for (uint32_t i = 0; i < fact->part_count; i++) {
        const struct fact_part *part = &fact->parts[i];
        add_line(w, term,
                 (struct trace_line){ part->row, part->area, part->share,
                                      part->value });
    }
}

static void walk_own(struct walk *w, size_t k, uint32_t area)
{
    struct evaluation *e = &w->evaluation;
    struct recorder recorder = { .arena = w->arena };

    resolve_record(&recorder, area, &e->terms[k], w->trace->terms[k].period,
                   e->cube, e->study, w->arena);
    for (size_t i = 0; i < recorder.count; i++)
        add_fact(w, &w->trace->terms[k], recorder.facts[i]);
}

/* One term, where each term could be had by itself. */
static void walk_term(struct walk *w, size_t k, uint32_t area)
{
    const struct areas *areas = &w->evaluation.study->areas;
    const struct column *c = w->columns[k];
    date day = period_end(w->trace->terms[k].period);

    if (c->own[area]) {
        walk_own(w, k, area);
        return;
    }
    for (uint32_t a = areas->items[area].first_child; a != NO_AREA;
         a = areas->items[a].next_sibling)
        if (area_lives(areas, a, day) && c->complete[a] > 0)
            walk_term(w, k, a);
}

/* An area that is expected to report and brought nothing. Where none of the
 * areas below did, it stands for them. */
static void add_missing(struct walk *w, uint32_t area)
{
    struct trace *t = w->trace;

    if (w->joint.expected[area] > 0)
        t->missing[t->missing_count++] = area;
}

/* All terms, over the same areas. */
static void walk_all(struct walk *w, uint32_t area)
{
    const struct areas *areas = &w->evaluation.study->areas;

    if (w->joint.direct[area]) {
        for (size_t k = 0; k < w->trace->count; k++)
            walk_term(w, k, area);
        return;
    }
    for (uint32_t a = areas->items[area].first_child; a != NO_AREA;
         a = areas->items[a].next_sibling)
        if (area_lives(areas, a, w->day)) {
            if (w->joint.complete[a] > 0)
                walk_all(w, a);
            else
                add_missing(w, a);
        }
}

static bool uses(const struct expr *expr, size_t term)
{
    for (size_t i = 0; i < expr->count; i++)
        if (expr->steps[i].op == EXPR_TERM && expr->steps[i].term == term)
            return true;
    return false;
}

/* Of a survival this year's figures are set against those of the year before.
 */
static bool in_numerator(const struct formula *f, size_t term)
{
    return f->survival.count > 0 ? f->terms.items[term].lag == 0
                                 : uses(&f->numerator, term);
}

static bool in_denominator(const struct formula *f, size_t term)
{
    return f->survival.count > 0 ? f->terms.items[term].lag != 0
                                 : uses(&f->denominator, term);
}

static void set_rates(struct walk *w, uint32_t area)
{
    const struct survival *survival = &w->evaluation.formula->survival;
    struct survival_rate *rates =
        arena_array(w->arena, survival->count, struct survival_rate);

    survival_rates(rates, survival, w->joint.values + area * w->trace->count);
    w->trace->survival = survival;
    w->trace->rates = rates;
}

static void set_terms(struct walk *w, uint32_t area, period p)
{
    const struct evaluation *e = &w->evaluation;
    struct trace *t = w->trace;

    t->count = e->formula->terms.count;
    t->terms = arena_array(w->arena, t->count, struct trace_term);
    for (size_t k = 0; k < t->count; k++)
        t->terms[k] = (struct trace_term){
            .text = e->terms[k].text,
            .quantity = e->terms[k].quantity,
            .period = evaluation_period(e, k, p),
            .in_numerator = in_numerator(e->formula, k),
            .in_denominator = in_denominator(e->formula, k),
            .value = w->joint.values[area * t->count + k],
            .status = (enum status)w->columns[k]->status[area],
        };
}

static bool find_result(struct trace *t, uint16_t indicator, uint32_t area,
                        period p, double confidence,
                        const struct formulas *formulas,
                        const struct cube *cube, const struct study *study,
                        struct arena *arena)
{
    struct results *results = results_new(arena);
    struct compute_request request = { .periods = &p,
                                       .period_count = 1,
                                       .root = NO_AREA,
                                       .tiers =
                                           1u << study->areas.items[area].tier,
                                       .confidence = confidence };

    indicator_compute(results, indicator, formulas, cube, study, &request,
                      arena, NULL);
    for (size_t i = 0; i < results->count; i++)
        if (results->items[i].area == area) {
            t->result = results->items[i];
            return true;
        }
    return false;
}

struct trace *trace_build(uint16_t indicator, uint32_t area, period p,
                          double confidence, const struct formulas *formulas,
                          const struct cube *cube, const struct study *study,
                          struct arena *arena)
{
    const struct formula *formula = &formulas->items[indicator];
    struct walk w = { .trace = arena_new_of(arena, struct trace),
                      .day = period_end(p),
                      .arena = arena };

    if (!find_result(w.trace, indicator, area, p, confidence, formulas, cube,
                     study, arena))
        return NULL;
    evaluation_start(&w.evaluation, formula, WHOLE, cube, study, arena);
    w.columns = arena_array(arena, formula->terms.count, const struct column *);
    evaluation_columns(&w.evaluation, w.columns, p);
    rollup_joint(&w.joint, w.columns, formula->terms.count, formula->addable,
                 w.day, &study->areas, arena);
    set_terms(&w, area, p);
    if (formula->survival.count > 0)
        set_rates(&w, area);
    w.trace->missing = arena_array(arena, study->areas.count, uint32_t);
    if (w.joint.complete[area] > 0)
        walk_all(&w, area);
    return w.trace;
}
