/*
 * figure_spine.c - one area on all indicators, among the others.
 *
 *  (1) An indicator needs a whole, a better way and three areas with figures;
 *      counts grow with the area and stay out.
 *  (2) Quartiles are those of the areas, each counted once, between two of them
 *      on a straight line. They are the same in the spine of every area: who
 *      draws many gives them with the request.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

enum { FEWEST_AREAS = 3, MOST_ROWS = 60 };

static int by_size(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* (2) Of sorted values. */
static double quantile(const double values[], size_t count, double share)
{
    double at = share * (double)(count - 1);
    size_t below = (size_t)at;
    if (below + 1 >= count)
        return values[count - 1];
    return values[below] +
           (at - (double)below) * (values[below + 1] - values[below]);
}

/* The areas' figures in order; how many. */
static size_t values_of(double **out, const struct report_input *input,
                        uint16_t index)
{
    struct result_list list = view_areas(input, index);
    view_keep_sound(&list);
    *out = arena_array(input->arena, list.count, double);
    for (size_t i = 0; i < list.count; i++)
        (*out)[i] = list.items[i]->value;
    qsort(*out, list.count, sizeof **out, by_size);
    return list.count;
}

/* (1, 2) */
struct figure_range figure_range(const struct report_input *input,
                                 uint16_t index)
{
    struct figure_range range = { .shown = false };
    const struct indicator *indicator = input_indicator(input, index);
    const struct result *whole = view_root(input, index);
    double *values;
    if (indicator->better == BETTER_NONE || indicator->kind == KIND_COUNT ||
        !result_shown(whole))
        return range;
    size_t count = values_of(&values, input, index);
    if (count < FEWEST_AREAS)
        return range;
    bool low = indicator->better == BETTER_LOWER;
    return (struct figure_range){
        .shown = true,
        .whole = whole->value,
        .worst = values[low ? count - 1 : 0],
        .best = values[low ? 0 : count - 1],
        .worse_quarter = quantile(values, count, low ? .75 : .25),
        .better_quarter = quantile(values, count, low ? .25 : .75),
    };
}

static bool fill_span(struct chart_span *span, const struct report_input *input,
                      uint16_t index, uint32_t area,
                      const struct figure_range *range)
{
    const struct indicator *indicator = input_indicator(input, index);
    const struct result *own = results_find(
        input->results, index, area, input->study->project.period, WHOLE);
    if (!range->shown || own == NULL)
        return false;
    bool shown = result_shown(own);
    *span = (struct chart_span){
        .label = say_head(input, index),
        .value = shown ? own->value : NO_VALUE,
        .whole = range->whole,
        .worst = range->worst,
        .best = range->best,
        .worse_quarter = range->worse_quarter,
        .better_quarter = range->better_quarter,
        .status = result_status(own),
        .standing = shown ? own->standing : STANDING_NONE,
    };
    span->texts[0] = say_result(input, own);
    span->texts[1] = say_value(input, indicator, span->whole);
    span->texts[2] = say_value(input, indicator, span->worst);
    span->texts[3] = say_value(input, indicator, span->best);
    return true;
}

static void spine_words(struct chart_spec *spec,
                        const struct report_input *input, uint32_t area)
{
    uint32_t root = input->study->project.root;
    const char *when = say_when(input, input->study->project.period);
    size_t better = 0, worse = 0;
    for (size_t i = 0; i < spec->span_count; i++) {
        better += spec->spans[i].standing == STANDING_BETTER;
        worse += spec->spans[i].standing == STANDING_WORSE;
    }
    spec->whole.label = say_side(input, root);
    spec->heads[0] = say_area(input, area);
    spec->heads[1] = say_side(input, root);
    spec->heads[2] = say(input, "figure.spine.worst", NULL);
    spec->heads[3] = say(input, "figure.spine.best", NULL);
    if (spec->title == NULL)
        spec->title =
            say(input, "figure.spine.title", "area", say_area(input, area),
                "whole", say_area(input, root), "period", when, NULL);
    spec->description = say(
        input, "figure.spine.description", "area", say_area(input, area),
        "period", when, "count", say_whole(input, spec->span_count), "better",
        say_whole(input, better), "worse", say_whole(input, worse), NULL);
}

bool figure_spine(struct chart_spec *spec, const struct figure_request *request,
                  const struct report_input *input)
{
    uint32_t area = request->area;
    if (area == NO_AREA || area == input->study->project.root) {
        spec->note = "figure.spine_area";
        return false;
    }
    spec->spans =
        arena_array(input->arena, request->indicator_count, struct chart_span);
    unsigned statuses = 0;
    size_t left_out = 0;
    for (size_t i = 0; i < request->indicator_count; i++) {
        struct chart_span span;
        uint16_t index = request->indicators[i];
        struct figure_range made;
        const struct figure_range *range = &made;
        if (request->ranges != NULL)
            range = &request->ranges[i];
        else
            made = figure_range(input, index);
        if (!fill_span(&span, input, index, area, range))
            continue;
        if (spec->span_count == MOST_ROWS) {
            left_out++;
            continue;
        }
        statuses |= 1u << span.status;
        spec->spans[spec->span_count++] = span;
    }
    if (spec->span_count == 0)
        return false;
    spine_words(spec, input, area);
    char *pieces[] = {
        say(input, "figure.spine.note", "tier",
            say_tier(input, input->study->project.tier, true), NULL),
        left_out == 0 ? NULL
                      : say(input, "figure.spine.left_out", "count",
                            say_whole(input, left_out), NULL),
    };
    spec->note = figure_note(input, pieces, 2, statuses);
    return true;
}
