/*
 * trend_results.c - the trends of all series of a run.
 *
 *  (1) Parts of a year are left out: a quarter beside a year is no trend. So
 *      are areas that have ended when the years asked for end.
 *  (2) What a forecast is wanted for: the period asked for, else the year of
 *      the target that the last figure is held against, if it lies ahead, else
 *      the next year.
 *  (3) A stock: every quantity of the numerator is one (over_time: last).
 *  (4) A stretch that a break made too short says so.
 *  (5) No series has rows of two indicators: of sorted results each indicator
 *      is one thing to do, which any thread may.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/together.h"
#include "engine/compute/trend/trend_parts.h"

struct job {
    struct trends *into;
    const struct trend_request *request;
    const struct formulas *formulas;
    const struct study *study;
    const struct stretch_map *map;
    struct trend_tables *tables;
    struct trend_point *points;
};

static int order_numbers(uint32_t left, uint32_t right)
{
    return (left > right) - (left < right);
}

/* One series, in the order of the results: by indicator, area, breakdown. */
struct place_in {
    const struct result *result;
    uint32_t series; /* the first row of the results with that area */
};

static int by_series(const void *left, const void *right)
{
    const struct place_in *l = left, *r = right;
    const struct breakdown *a = &l->result->breakdown;
    const struct breakdown *b = &r->result->breakdown;
    int order = order_numbers(l->series, r->series);

    if (order == 0) /* the whole, NO_INDEX, comes first */
        order = order_numbers((uint16_t)(a->dimension + 1),
                              (uint16_t)(b->dimension + 1));
    return order != 0 ? order : order_numbers(a->code, b->code);
}

static int by_series_and_year(const void *left, const void *right)
{
    const struct place_in *l = left, *r = right;
    int order = by_series(left, right);

    return order != 0 ? order
                      : order_numbers(l->result->period, r->result->period);
}

/* (1) */
static bool wanted(const struct result *r, const struct trend_request *request,
                   const struct areas *areas)
{
    int year = period_year(r->period);
    enum period_kind kind = period_kind(r->period);

    return (kind == PERIOD_YEAR || kind == PERIOD_SCHOOL_START ||
            kind == PERIOD_SCHOOL_END) &&
           (request->from == NO_PERIOD || year >= period_year(request->from)) &&
           (request->to == NO_PERIOD || year <= period_year(request->to)) &&
           (request->to == NO_PERIOD ||
            area_lives(areas, r->area, period_end(request->to)));
}

static size_t places_of(struct place_in places[], const struct results *results,
                        struct results_span span,
                        const struct trend_request *request,
                        const struct areas *areas)
{
    size_t count = 0, series = span.first;

    for (size_t i = span.first; i < span.end; i++) {
        const struct result *r = &results->items[i];
        const struct result *head = &results->items[series];
        if (r->indicator != head->indicator || r->area != head->area)
            series = i;
        if (wanted(r, request, areas))
            places[count++] = (struct place_in){ r, (uint32_t)series };
    }
    if (count > 1)
        qsort(places, count, sizeof *places, by_series_and_year);
    return count;
}

/* (3) */
bool trend_is_stock(const struct formula *formula, const struct codebook *book)
{
    const struct quantity *quantities = book->quantities;

    for (size_t i = 0; i < formula->numerator.count; i++) {
        const struct expr_step *step = &formula->numerator.steps[i];
        if (step->op == EXPR_TERM &&
            quantities[formula->terms.items[step->term].quantity].over_time !=
                OVER_TIME_LAST)
            return false;
    }
    return true;
}

/* (2) */
static period ahead_of(const struct job *job, const struct result *last)
{
    const struct targets *targets = &job->study->targets;

    if (job->request->ahead != NO_PERIOD)
        return job->request->ahead;
    if (last && last->target_index < targets->count &&
        period_year(targets->items[last->target_index].period) >
            period_year(last->period))
        return period_of_year(
            period_year(targets->items[last->target_index].period));
    return NO_PERIOD;
}

static void add_line(struct job *job, const struct result *const run[],
                     size_t count)
{
    const struct result *first = run[0];
    const struct formula *formula = &job->formulas->items[first->indicator];
    const struct codebook *book = &job->study->codebook;
    struct trend_rule rule = { &job->study->catalogue.items[first->indicator],
                               trend_is_stock(formula, book) };
    struct trend *line = trends_add(job->into);
    struct stretch stretch = stretch_of(
        run, count, job->points, formula_restarts(formula, book), job->map);

    line->indicator = first->indicator;
    line->area = first->area;
    line->breakdown = first->breakdown;
    trend_judge(line, stretch.points, stretch.count, &rule,
                ahead_of(job, stretch.last), job->tables);
    if (stretch.cut && line->direction == DIRECTION_TOO_SHORT) /* (4) */
        line->note = "trend.after_break";
}

/* (5) */
struct work {
    const struct results *results;
    const struct trend_request *request;
    const struct formulas *formulas;
    const struct study *study;
    const struct stretch_map *map;
    struct part {
        struct results_span span;
        struct arena *arena; /* keeps the lines */
        struct trends *lines;
    } * parts;
    size_t count;
};

static void list_parts(struct work *work, struct arena *arena)
{
    const struct results *results = work->results;

    work->parts =
        arena_array(arena, work->study->catalogue.count + 1, struct part);
    for (size_t at = 0; at < results->count;
         at = work->parts[work->count++].span.end)
        work->parts[work->count].span =
            results_of(results, results->items[at].indicator);
}

static void add_lines(void *to, size_t at, struct arena *scratch)
{
    const struct work *work = to;
    struct part *part = &work->parts[at];
    size_t room = part->span.end - part->span.first, count;
    struct place_in *places = arena_array(scratch, room, struct place_in);
    const struct result **run =
        arena_array(scratch, room, const struct result *);
    struct job job = {
        .request = work->request,
        .formulas = work->formulas,
        .study = work->study,
        .map = work->map,
        .tables = trend_tables_new(work->request->confidence, scratch),
        .points = arena_array(scratch, room, struct trend_point),
    };

    part->arena = arena_new();
    job.into = part->lines = trends_new(part->arena);
    count = places_of(places, work->results, part->span, work->request,
                      &work->study->areas);
    for (size_t i = 0; i < count; i++)
        run[i] = places[i].result;
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (by_series(&places[first], &places[end]) != 0)
                break;
        add_line(&job, run + first, end - first);
    }
}

void trend_results(struct trends *into, const struct results *results,
                   const struct trend_request *request,
                   const struct formulas *formulas, const struct study *study,
                   struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    struct work work = { .results = results,
                         .request = request,
                         .formulas = formulas,
                         .study = study,
                         .map = stretch_map_of(study, scratch) };

    list_parts(&work, scratch);
    together_do(work.count, request->threads, add_lines, &work);
    for (size_t i = 0; i < work.count; i++) {
        const struct trends *lines = work.parts[i].lines;
        for (size_t k = 0; k < lines->count; k++)
            *trends_add(into) = lines->items[k];
        arena_free(work.parts[i].arena);
    }
    arena_rewind(scratch, mark);
}
