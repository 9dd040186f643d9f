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
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/compute/trend_parts.h"

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
                        const struct trend_request *request,
                        const struct areas *areas)
{
    size_t count = 0;
    uint32_t series = 0;

    for (size_t i = 0; i < results->count; i++) {
        const struct result *r = &results->items[i];
        const struct result *head = &results->items[series];
        if (r->indicator != head->indicator || r->area != head->area)
            series = (uint32_t)i;
        if (wanted(r, request, areas))
            places[count++] = (struct place_in){ r, series };
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

void trend_results(struct trends *into, const struct results *results,
                   const struct trend_request *request,
                   const struct formulas *formulas, const struct study *study,
                   struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    size_t room = results->count + 1, count;
    struct place_in *places = arena_array(scratch, room, struct place_in);
    const struct result **run =
        arena_array(scratch, room, const struct result *);
    struct job job = { .into = into,
                       .request = request,
                       .formulas = formulas,
                       .study = study,
                       .map = stretch_map_of(study, scratch),
                       .tables = trend_tables_new(request->confidence, scratch),
                       .points =
                           arena_array(scratch, room, struct trend_point) };

    count = places_of(places, results, request, &study->areas);
    for (size_t i = 0; i < count; i++)
        run[i] = places[i].result;
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (by_series(&places[first], &places[end]) != 0)
                break;
        add_line(&job, run + first, end - first);
    }
    arena_rewind(scratch, mark);
}
