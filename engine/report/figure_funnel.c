/*
 * figure_funnel.c - areas by size, between limits.
 *
 *  (1) A funnel shows the areas of one family: what compare.c left out of it is
 *      counted in the note.
 *  (2) Named are areas outside the limits, the furthest first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

enum { FEWEST_AREAS = 12 };

/* Which side of the limits is the better one. */
static enum standing outside(const struct indicator *indicator, bool above)
{
    if (indicator->better == BETTER_NONE)
        return STANDING_NONE;
    return above == (indicator->better == BETTER_HIGHER) ? STANDING_BETTER
                                                         : STANDING_WORSE;
}

static bool is_above(enum funnel place)
{
    return place == FUNNEL_ABOVE_95 || place == FUNNEL_ABOVE_998;
}

/* The dots of a family; returns how many, [left_out] those without a place. */
static size_t funnel_dots(struct figure_dot **out, size_t *left_out,
                          const struct report_input *input, uint16_t index)
{
    const struct comparisons *all = input->comparisons;
    const struct project *project = &input->study->project;
    const struct indicator *indicator = input_indicator(input, index);
    size_t count = 0;
    *out = arena_array(input->arena, all->count + 1, struct figure_dot);
    *left_out = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct comparison *c = &all->items[i];
        if (c->indicator != index || c->breakdown.dimension != NO_INDEX ||
            c->period != project->period ||
            input->study->areas.items[c->area].tier != project->tier)
            continue;
        const struct result *r = &input->results->items[c->row];
        if (c->funnel == FUNNEL_NONE || !result_shown(r)) { /* (1) */
            (*left_out)++;
            continue;
        }
        bool within = c->funnel == FUNNEL_WITHIN;
        (*out)[count++] = (struct figure_dot){
            .dot = { .label = say_area(input, c->area),
                     .x = c->denominator,
                     .y = c->value,
                     .status = r->status,
                     .standing = within
                                     ? STANDING_SIMILAR
                                     : outside(indicator, is_above(c->funnel)),
                     .named = !within },
            .area = c->area,
            .away = fabs(c->difference) * sqrt(c->denominator),
        };
    }
    return count;
}

static void funnel_limits(struct chart_spec *spec,
                          const struct report_input *input,
                          const struct funnel_limits *limits)
{
    spec->series = arena_array(input->arena, LIMIT_COUNT, struct chart_series);
    spec->series_count = LIMIT_COUNT;
    for (int k = 0; k < LIMIT_COUNT; k++) {
        bool outer = k == LIMIT_BELOW_998 || k == LIMIT_ABOVE_998;
        struct chart_series *series = &spec->series[k];
        series->role = outer ? SERIES_WHOLE : SERIES_OTHER;
        series->label =
            say(input, "figure.limit", "level",
                say_number(input, outer ? 99.8 : 95, outer ? 1 : 0), NULL);
        series->points =
            arena_array(input->arena, LIMIT_SIZES, struct chart_point);
        series->count = LIMIT_SIZES;
        for (size_t i = 0; i < LIMIT_SIZES; i++)
            series->points[i] =
                (struct chart_point){ limits->base[i], limits->values[k][i],
                                      NO_VALUE,        NO_VALUE,
                                      STATUS_OK,       false };
    }
}

/* How many stand outside on the side of [standing], and who they are. */
static char *funnel_side(const struct report_input *input,
                         const struct figure_dot dots[], size_t count,
                         enum standing standing)
{
    uint32_t *areas = arena_array(input->arena, count + 1, uint32_t);
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        if (dots[i].dot.named && dots[i].dot.standing == standing)
            areas[found++] = dots[i].area;
    if (found == 0)
        return NULL;
    static const char *const ids[] = { "figure.funnel.out",
                                       "figure.funnel.better", "",
                                       "figure.funnel.worse" };
    return say(input, ids[standing], "count", say_whole(input, found), "names",
               figure_names(input, areas, found), NULL);
}

static void funnel_words(struct chart_spec *spec,
                         const struct figure_request *request,
                         const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    const struct result *root = view_root(input, index);
    const struct indicator *indicator = input_indicator(input, index);
    const char *when = say_when(input, input->study->project.period);
    if (root != NULL && result_shown(root)) {
        spec->whole.value = root->value;
        spec->whole.label =
            say(input, "figure.whole", "area", say_side(input, root->area),
                "value", say_value(input, indicator, root->value), NULL);
    }
    spec->axis_x = say(input, "figure.funnel.x", NULL);
    spec->axis_y = say_head(input, index);
    spec->legend[0] = say(input, "legend.outside_better", NULL);
    spec->legend[1] = say(input, "legend.within", NULL);
    spec->legend[2] = say(input, "legend.outside_worse", NULL);
    if (spec->title == NULL)
        spec->title = say(input, "figure.funnel.title", "name",
                          say_indicator(input, index), "tier",
                          say_tier(input, input->study->project.tier, false),
                          "period", when, NULL);
}

/* Why there are no limits. */
static const char *funnel_lacks(const struct report_input *input,
                                uint16_t index)
{
    if (indicator_chance(input_indicator(input, index)) == NOISE_NONE)
        return "figure.funnel_fact";
    return view_filled(view_areas(input, index)) < FEWEST_AREAS
               ? "figure.funnel_few"
               : NULL;
}

bool figure_funnel(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    const struct project *project = &input->study->project;
    const struct funnel_limits *limits = comparisons_limits(
        input->comparisons, index, project->period, (int)project->tier);
    struct figure_dot *dots;
    size_t left_out, count;
    if (limits == NULL) {
        spec->note = funnel_lacks(input, index);
        return false;
    }
    count = funnel_dots(&dots, &left_out, input, index);
    if (count == 0)
        return false;
    figure_sort_dots(dots, count); /* (2) */
    spec->dots = arena_array(input->arena, count, struct chart_dot);
    spec->dot_count = count;
    unsigned statuses = 0;
    for (size_t i = 0; i < count; i++) {
        spec->dots[i] = dots[i].dot;
        statuses |= 1u << dots[i].dot.status;
    }
    funnel_limits(spec, input, limits);
    funnel_words(spec, request, input);
    char *sides[] = {
        say(input, "figure.funnel.description", "name",
            say_indicator(input, index), "period",
            say_when(input, project->period), "count", say_whole(input, count),
            "tier", say_tier(input, project->tier, true), NULL),
        funnel_side(input, dots, count, STANDING_WORSE),
        funnel_side(input, dots, count, STANDING_BETTER),
        funnel_side(input, dots, count, STANDING_NONE),
    };
    spec->description = say_joined(input, sides, 4, " ");
    char *pieces[] = {
        say(input, "figure.funnel.note", NULL),
        figure_not_compared(input, left_out),
    };
    spec->note = figure_note(input, pieces, 2, statuses);
    return true;
}
