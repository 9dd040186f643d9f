/*
 * figure_trend.c - an indicator over the years, with the way to its target;
 * and the same as a plan, with milestones, the pace needed and the forecast.
 *
 *  (1) The line is cut where values are not comparable; a mark says why.
 *  (2) The way to the target runs from the last value over the years of the
 *      target it is held against.
 *  (3) A count of the whole has no place beside those of its parts.
 *  (4) Milestones are the years of the plan, where there is one; else the
 * points between targets that the years are judged by. They are nobody's
 * target, and the note says so. (5) The forecast is the trend's own: it carries
 * on from the last value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

enum { SERIES_MOST = 5 };

/* The first and the last that may be drawn; NULL when none may. */
static const struct result *first_shown(struct result_list list)
{
    for (size_t i = 0; i < list.count; i++)
        if (result_shown(list.items[i]))
            return list.items[i];
    return NULL;
}

static const struct result *last_shown(struct result_list list)
{
    for (size_t i = list.count; i-- > 0;)
        if (result_shown(list.items[i]))
            return list.items[i];
    return NULL;
}

/* --- the way to the target (2) ---------------------------------------------
 */

/* Is it one of the targets that the held one is part of? */
static bool same_track(const struct target *target, const struct target *held)
{
    bool class =
        target->attribute == NULL || held->attribute == NULL
            ? target->attribute == held->attribute
            : strcmp(target->attribute, held->attribute) == 0 &&
                  strcmp(target->attribute_value, held->attribute_value) == 0;
    return class && !target->draft && target->indicator == held->indicator &&
           target->kind == held->kind && target->applies == held->applies &&
           target->area == held->area &&
           strcmp(target->unit, held->unit) == 0 &&
           strcmp(target->unit_counted, held->unit_counted) == 0;
}

/* In persons: its value as a share is known for the last year's base only. */
static bool is_counted(const struct target *target)
{
    return strcmp(target->unit, "persons") == 0 ||
           strcmp(target->unit, "count") == 0;
}

static int by_year(const void *left, const void *right)
{
    const struct chart_point *a = left, *b = right;
    return (a->x > b->x) - (a->x < b->x);
}

static void add_point(struct chart_series *path, double year, double value,
                      enum status status)
{
    path->points[path->count++] =
        (struct chart_point){ year, value, NO_VALUE, NO_VALUE, status, false };
}

/* A target of this very year stands beside the value; to one that lies ahead
 * leads a line. Steps of the way that are no targets are estimates. */
static void add_path(struct chart_spec *spec, const struct report_input *input,
                     const struct result *last)
{
    const struct targets *targets = &input->study->targets;
    const struct target *held = view_target(input, last);
    struct chart_series *path = &spec->series[spec->series_count];
    int now = period_year(last->period);
    if (held == NULL || !has_value(view_assigned(input, last)))
        return;
    path->role = SERIES_TARGET;
    path->points =
        arena_array(input->arena, targets->count + 1, struct chart_point);
    if (period_year(held->period) > now)
        add_point(path, now, last->value, STATUS_ESTIMATED);
    for (size_t i = 0; i < targets->count; i++) {
        const struct target *t = &targets->items[i];
        int year = period_year(t->period);
        if (t == held)
            add_point(path, year, view_assigned(input, last), STATUS_OK);
        else if (same_track(t, held) && year > now && !is_counted(t))
            add_point(path, year, t->value, STATUS_OK);
    }
    qsort(path->points, path->count, sizeof *path->points, by_year);
    const struct chart_point *end = &path->points[path->count - 1];
    path->label = say(input, "figure.path", "period",
                      say_period(input, period_of_year((int)end->x)), NULL);
    spec->series_count++;
}

/* --- breaks (1) -------------------------------------------------------------
 */

static void add_marks(struct chart_spec *spec, const struct report_input *input,
                      struct result_list list)
{
    static const char *const words[] = { "break.definition", "break.boundary",
                                         "break.source", "break.frame" };
    const struct result *before = NULL;
    spec->marks = arena_array(input->arena, list.count, struct chart_mark);
    for (size_t i = 0; i < list.count; i++) {
        const struct result *r = list.items[i];
        enum break_kind kind;
        if (!result_shown(r))
            continue;
        if (before != NULL && view_parted(input, before, r, &kind))
            spec->marks[spec->mark_count++] = (struct chart_mark){
                (period_year(before->period) + period_year(r->period)) / 2.0,
                message_text(&input->study->messages, words[kind])
            };
        before = r;
    }
}

/* --- the picture ------------------------------------------------------------
 */

static char *described(const struct report_input *input,
                       const struct result *first, const struct result *last)
{
    const struct indicator *indicator =
        input_indicator(input, first->indicator);
    return say(input, "figure.trend.description", "name",
               say_indicator(input, first->indicator), "area",
               say_area(input, first->area), "first",
               say_when(input, first->period), "first_value",
               say_with_unit(input, indicator, first->value), "last",
               say_when(input, last->period), "last_value",
               say_with_unit(input, indicator, last->value), NULL);
}

bool figure_trend(struct chart_spec *spec, const struct figure_request *request,
                  const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    uint32_t root = input->study->project.root;
    uint32_t area = request->area == NO_AREA ? root : request->area;
    struct result_list list = view_series(input, index, area);
    const struct result *first = first_shown(list), *last = last_shown(list);
    if (first == NULL || last == NULL || first == last)
        return false;
    spec->series = arena_array(input->arena, SERIES_MOST, struct chart_series);
    figure_add_series(spec, input, list, SERIES_MAIN);
    if (area != root &&
        input_indicator(input, index)->kind != KIND_COUNT) { /* (3) */
        struct result_list whole = view_series(input, index, root);
        if (view_filled(whole) > 1)
            figure_add_series(spec, input, whole, SERIES_WHOLE);
    }
    add_path(spec, input, last);
    add_marks(spec, input, list);
    if (spec->title == NULL)
        spec->title = say(input, "figure.trend.title", "name",
                          say_indicator(input, index), "area",
                          say_area(input, area), NULL);
    spec->description = described(input, first, last);
    return true;
}

/* --- the plan ---------------------------------------------------------------
 */

/* (4) */
static bool add_milestones(struct chart_spec *spec,
                           const struct report_input *input,
                           struct result_list list)
{
    struct chart_series *steps = &spec->series[spec->series_count];
    size_t between = 0;
    steps->role = SERIES_WHOLE; /* what the values are held against */
    steps->points = arena_array(input->arena, list.count, struct chart_point);
    for (size_t i = 0; i < list.count; i++) {
        const struct result *r = list.items[i];
        if (!has_value(r->target))
            continue;
        between += r->note != NULL && strcmp(r->note, "target.milestone") == 0;
        add_point(steps, period_year(r->period), r->target, STATUS_OK);
    }
    if (between == 0) {
        *steps = (struct chart_series){ 0 }; /* the next one's place */
        return false;
    }
    steps->label = say(input, "figure.milestones", NULL);
    spec->series_count++;
    return true;
}

/* (4) From the figure the plan starts with; its path is named. */
static char *add_plan(struct chart_spec *spec, const struct report_input *input,
                      struct figure_steps steps)
{
    const struct plan_line *line = steps.line;
    const struct plan_course *course =
        plans_course(input->plans, line->indicator);
    struct chart_series *plan = &spec->series[spec->series_count++];
    char path[48];
    plan->role = SERIES_PLAN;
    plan->points =
        arena_array(input->arena, steps.count + 1, struct chart_point);
    if (has_value(line->value))
        add_point(plan, line->from, line->value, STATUS_OK);
    for (size_t i = 0; i < steps.count; i++)
        add_point(plan, period_year(steps.items[i].period),
                  steps.items[i].value, STATUS_OK);
    plan->label = say(input, "figure.plan", NULL);
    snprintf(path, sizeof path, "plan.path.%s", plan_path_names[course->path]);
    return say(input, "figure.plan_note", "path", say(input, path, NULL), NULL);
}

static const struct trend *trend_of(const struct report_input *input,
                                    const struct result *last)
{
    size_t count = input->trends == NULL ? 0 : input->trends->count;
    for (size_t i = 0; i < count; i++) {
        const struct trend *t = &input->trends->items[i];
        if (t->indicator == last->indicator && t->area == last->area &&
            t->breakdown.dimension == NO_INDEX && t->to == last->period)
            return t;
    }
    return NULL;
}

/* (5) */
static bool add_forecast(struct chart_spec *spec,
                         const struct report_input *input,
                         const struct result *last)
{
    const struct trend *trend = trend_of(input, last);
    if (trend == NULL || !has_value(trend->forecast))
        return false;
    struct chart_series *series = &spec->series[spec->series_count++];
    series->role = SERIES_FORECAST;
    series->points = arena_array(input->arena, 2, struct chart_point);
    series->count = 2;
    series->points[0] = (struct chart_point){ period_year(last->period),
                                              last->value,
                                              last->value,
                                              last->value,
                                              STATUS_OK,
                                              false };
    series->points[1] =
        (struct chart_point){ period_year(trend->forecast_period),
                              trend->forecast,
                              trend->forecast_lower,
                              trend->forecast_upper,
                              STATUS_FORECAST,
                              false };
    series->label = say(input, "figure.forecast", "period",
                        say_period(input, trend->forecast_period), NULL);
    return true;
}

/* By how much a year from the last value to the end of its path; NULL when
 * there is none ahead. */
static char *pace(const struct report_input *input,
                  const struct chart_spec *spec, const struct result *last)
{
    for (size_t s = 0; s < spec->series_count; s++) {
        const struct chart_series *path = &spec->series[s];
        const struct chart_point *end = &path->points[path->count - 1];
        double years = end->x - period_year(last->period);
        if (path->role != SERIES_TARGET || !(years > 0))
            continue;
        const struct indicator *indicator =
            input_indicator(input, last->indicator);
        return say(input, "figure.pace", "step",
                   say_signed(input, indicator, (end->y - last->value) / years),
                   "unit", figure_step_unit(input, indicator), "value",
                   say_with_unit(input, indicator, end->y), "period",
                   say_when(input, period_of_year((int)end->x)), NULL);
    }
    return NULL;
}

bool figure_path(struct chart_spec *spec, const struct figure_request *request,
                 const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    uint32_t root = input->study->project.root;
    uint32_t area = request->area == NO_AREA ? root : request->area;
    struct result_list list = view_series(input, index, area);
    const struct result *first = first_shown(list), *last = last_shown(list);
    if (first == NULL)
        return false;
    spec->series = arena_array(input->arena, SERIES_MOST, struct chart_series);
    figure_add_series(spec, input, list, SERIES_MAIN);
    struct figure_steps steps = figure_plan_steps(input, index, area);
    char *milestones = steps.count > 0 ? add_plan(spec, input, steps)
                       : add_milestones(spec, input, list)
                           ? say(input, "figure.milestones_note", NULL)
                           : NULL;
    add_path(spec, input, last);
    bool ahead = add_forecast(spec, input, last);
    if (spec->series_count == 1) {
        spec->note = "figure.path_nothing";
        return false;
    }
    add_marks(spec, input, list);
    if (spec->title == NULL)
        spec->title =
            say(input, "figure.path.title", "name", say_indicator(input, index),
                "area", say_area(input, area), NULL);
    char *needed = pace(input, spec, last);
    char *pieces[] = {
        needed,
        milestones,
        ahead ? say(input, "figure.forecast_note", NULL) : NULL,
    };
    spec->note = figure_note(input, pieces, 3, 0);
    char *said[] = { described(input, first, last),
                     needed == NULL
                         ? NULL
                         : arena_format(input->arena, "%s.", needed) };
    spec->description = say_joined(input, said, 2, " ");
    return true;
}
