/*
 * plan.c - the plans of all indicators; the numbers are those of the header.
 *
 *  (1) One indicator after the other, in the order of their ids; what is needed
 *      for one only is given back before the next.
 *  (2) Rules that are compared are tried first, the rule asked for last, so
 *      that its levels are the ones written down.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/plan/plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/plan/plan_parts.h"
#include "engine/compute/plan/plan_whole.h"

/* What all indicators share. */
struct plan_job {
    struct plans *into;
    struct plan_work start; /* what every plan begins as */
    struct plan_rows *rows; /* of each indicator */
    struct plan_series *series;
};

/* Where each indicator's results are; returns the most that one area has. */
static size_t find_rows(struct plan_job *job)
{
    const struct results *results = job->start.ground->results;
    size_t longest = 0, run = 0;

    for (size_t i = 0; i < results->count; i++) {
        const struct result *r = &results->items[i];
        struct plan_rows *rows = &job->rows[r->indicator];
        if (rows->count++ == 0)
            rows->items = r;
        run = i > 0 && r[-1].area == r->area ? run + 1 : 1;
        longest = run > longest ? run : longest;
    }
    return longest;
}

/* Can its level be shared among areas? Of a ratio only where more is to be
 * won: money per head, not pupils per teacher. */
static bool is_shared(const struct plan_work *work)
{
    enum indicator_kind kind = work->indicator->kind;
    bool won = kind == KIND_RATIO && work->indicator->better == BETTER_HIGHER;

    return work->formula->addable && work->formula->numerator.count > 0 &&
           (kind == KIND_PROPORTION || kind == KIND_RATE ||
            kind == KIND_COUNT || won);
}

static struct plan_work work_of(const struct plan_job *job, uint16_t index)
{
    struct plan_work work = job->start;

    work.index = index;
    work.indicator = &work.ground->study->catalogue.items[index];
    work.formula = &work.ground->formulas->items[index];
    work.counted = work.formula->denominator.count == 0;
    work.bounded = work.indicator->kind == KIND_PROPORTION;
    work.life = plan_life(work.formula, &work.granted);
    work.flow = work.life == 0 &&
                !trend_is_stock(work.formula, &work.ground->study->codebook);
    return work;
}

static void make_room(struct plan_area *area, const struct plan_work *work,
                      size_t years)
{
    area->base = arena_array(work->scratch, years, double);
    area->level = arena_array(work->scratch, years, double);
    area->step_notes = arena_array(work->scratch, years, uint32_t);
    area->wish = NO_VALUE;
}

static double wish_of(const struct plan_request *request, uint32_t area)
{
    for (size_t i = request->wish_count; i-- > 0;)
        if (request->wishes[i].area == area)
            return request->wishes[i].value;
    return NO_VALUE;
}

/* An area that lives at the start, on the tier that is compared. */
static bool takes_part(const struct plan_work *work, uint32_t area)
{
    const struct study *study = work->ground->study;
    const struct project *project = &study->project;

    return study->areas.items[area].tier == project->tier &&
           area != project->root &&
           area_is_in(&study->areas, area, project->root) &&
           area_lives(&study->areas, area,
                      period_end(period_of_year(work->start)));
}

static void add_area(struct plan_work *work, struct plans *into, uint32_t a,
                     const struct plan_series *series)
{
    const struct study *study = work->ground->study;
    struct plan_area *area = &work->areas[work->count];
    struct plan_line *line = plans_add_line(into);
    period due = period_of_year(work->start + work->printed);

    *area = (struct plan_area){ .area = a,
                                .line = (uint32_t)(into->line_count - 1) };
    make_room(area, work, (size_t)work->years + 1);
    area->wish = wish_of(work->request, a);
    line->indicator = work->index;
    line->area = a;
    work->count++;
    if (!plan_start(area, line, series, work))
        return;
    if (!work->counted)
        plan_base(area, line, series, work);
    if (work->has_floors)
        plan_floors(area, line, work);
    plan_past(&area->past, series, work);
    if (work->life > 0)
        plan_grants(area, work);
    if (!area->past.known)
        area->notes |= 1u << PLAN_NOTE_no_past;
    if (!area_lives(&study->areas, a, period_end(due)))
        area->notes |= 1u << PLAN_NOTE_ends;
    line->best = area->past.best;
    line->median = area->past.median;
    line->pace = area->past.pace;
}

/* Areas with a figure come first and are counted by the work, those without
 * stand behind them; returns how many there are in all. */
static size_t add_areas(struct plan_work *work, struct plans *into,
                        const struct plan_series series[])
{
    const struct areas *areas = &work->ground->study->areas;
    struct plan_area *absent;
    size_t all, absent_count = 0;

    work->areas = arena_array(work->scratch, areas->count, struct plan_area);
    for (uint32_t a = 0; a < areas->count; a++)
        if (takes_part(work, a))
            add_area(work, into, a, &series[a]);
    all = work->count;
    absent = arena_array(work->scratch, all + 1, struct plan_area);
    work->count = 0;
    for (size_t i = 0; i < all; i++)
        if (work->areas[i].from != 0)
            work->areas[work->count++] = work->areas[i];
        else
            absent[absent_count++] = work->areas[i];
    for (size_t i = 0; i < absent_count; i++)
        work->areas[work->count + i] = absent[i];
    return all;
}

/* --- writing it down ----------------------------------------------------- */

static void write_step(struct plans *into, const struct plan_work *work,
                       const struct plan_area *area, int year)
{
    struct plan_step *step = plans_add_step(into);

    step->line = area->line;
    step->period = period_of_year(work->start + year);
    step->base = work->counted ? NO_VALUE : area->base[year];
    step->level = area->level[year];
    step->value = plan_value(work, area, year);
    step->fresh = plan_fresh(work, area, year);
    step->expiring = plan_expiring(work, area, year);
    step->losses = plan_losses(area, year);
    step->feasibility = plan_feasible(work, area, year, &step->probability);
    step->notes = area->notes | area->step_notes[year];
    if (step->expiring > 0)
        step->notes |= 1u << PLAN_NOTE_expiring;
    if (step->losses > 0)
        step->notes |= 1u << PLAN_NOTE_losses;
}

static void write_area(struct plans *into, const struct plan_work *work,
                       const struct plan_area *area)
{
    for (int year = 1; year <= work->printed; year++)
        write_step(into, work, area, year);
}

static void write_absent(struct plans *into, const struct plan_work *work,
                         const struct plan_area *area)
{
    struct plan_step *step = plans_add_step(into);

    step->line = area->line;
    step->period = period_of_year(work->start + work->printed);
    step->notes = area->notes;
}

struct in_order {
    const struct plan_area *area;
    const char *code;
};

static int by_code(const void *left, const void *right)
{
    const struct in_order *l = left, *r = right;

    return strcmp(l->code, r->code);
}

/* By area code, as in all files: the whole stands among its areas. */
static void write_all(struct plans *into, const struct plan_work *work,
                      size_t all)
{
    const struct area *areas = work->ground->study->areas.items;
    struct in_order *order =
        arena_array(work->scratch, all + 1, struct in_order);

    for (size_t i = 0; i < all; i++)
        order[i] = (struct in_order){ &work->areas[i],
                                      areas[work->areas[i].area].code };
    order[all] =
        (struct in_order){ &work->whole, areas[work->whole.area].code };
    qsort(order, all + 1, sizeof *order, by_code);
    for (size_t i = 0; i <= all; i++)
        if (order[i].area->from != 0)
            write_area(into, work, order[i].area);
        else
            write_absent(into, work, order[i].area);
}

/* (2) */
static void try_rules(struct plans *into, struct plan_work *work)
{
    const struct plan_request *request = work->request;

    if (request->every_rule)
        plan_outcome_today(into, work);
    for (int rule = 0; rule < RULE_COUNT && request->every_rule; rule++) {
        if (rule == RULE_FIXED && request->rule != RULE_FIXED)
            continue;
        plan_levels(work, (enum plan_rule)rule);
        plan_outcome_add(into, work, (enum plan_rule)rule);
    }
    plan_levels(work, request->rule);
}

static void plan_one(struct plan_job *job, uint16_t index, bool by_name)
{
    struct plan_work work = work_of(job, index);
    struct plans *into = job->into;
    size_t areas = work.ground->study->areas.count, all = 0;

    plan_series_all(job->series, areas, job->rows[index], work.start,
                    work.scratch);
    make_room(&work.whole, &work, PLAN_MOST_YEARS + 1);
    if (!plan_whole_start(&work, into, job->series, by_name))
        return;
    bool shared = is_shared(&work);
    work.has_floors = shared && plan_has_floors(&work);
    if (shared)
        all = add_areas(&work, into, job->series);
    if (work.count == 0) {
        plan_whole_alone(&work, into,
                         shared ? PLAN_NOTE_no_areas : PLAN_NOTE_whole_only);
        return;
    }
    plan_whole_sum(&work, into);
    plan_lost(&work);
    try_rules(into, &work);
    plan_whole_judge(&work, into);
    write_all(into, &work, all);
    plan_whole_close(into);
}

static int by_id(const void *left, const void *right, void *context)
{
    const struct catalogue *catalogue = context;

    return strcmp(catalogue->items[*(const uint16_t *)left].id,
                  catalogue->items[*(const uint16_t *)right].id);
}

void plan_results(struct plans *into, const struct plan_ground *ground,
                  const struct plan_request *request, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    const struct study *study = ground->study;
    struct catalogue catalogue = study->catalogue;
    bool by_name = request->indicators != NULL;
    size_t count = by_name ? request->indicator_count : catalogue.count;
    uint16_t *order = arena_array(scratch, count + 1, uint16_t);
    struct plan_job job = {
        .into = into,
        .rows = arena_array(scratch, catalogue.count + 1, struct plan_rows),
        .series =
            arena_array(scratch, study->areas.count + 1, struct plan_series),
        .start = { .ground = ground,
                   .request = request,
                   .start = period_year(study->project.period),
                   .map = stretch_map_of(study, scratch),
                   .tables = trend_tables_new(request->confidence, scratch),
                   .goals = goals_new(study, study->project.root, scratch),
                   .scratch = scratch },
    };

    size_t longest = find_rows(&job);
    job.start.points = arena_array(scratch, longest + 1, struct trend_point);
    tables_room(job.start.tables, longest + 1); /* not of what is given back */
    for (size_t i = 0; i < count; i++)
        order[i] = by_name ? request->indicators[i] : (uint16_t)i;
    qsort_r(order, count, sizeof *order, by_id, &catalogue);
    for (size_t i = 0; i < count; i++) { /* (1) */
        struct arena_mark inner = arena_mark(scratch);
        plan_one(&job, order[i], by_name);
        arena_rewind(scratch, inner);
    }
    arena_rewind(scratch, mark);
}
