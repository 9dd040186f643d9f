/*
 * figure_trend.c - an indicator over the years, with the way to its target.
 *
 *  (1) The line is cut where a break lies; the mark says of what kind.
 *  (2) The way to the target runs from the last value over the target years.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_kinds.h"
#include "engine/report/views.h"

enum { SERIES_MOST = 3 };

static bool is_broken(const struct report_input *input,
                      const struct result *before, const struct result *now)
{
    return breaks_between(&input->study->breaks, now->indicator, now->area,
                          before->period, now->period);
}

static void add_series(struct chart_spec *spec,
                       const struct report_input *input,
                       struct result_list list, enum series_role role)
{
    struct chart_series *series = &spec->series[spec->series_count++];
    const struct result *last = NULL;
    series->role = role;
    series->points = arena_array(input->arena, list.count, struct chart_point);
    for (size_t i = 0; i < list.count; i++) {
        const struct result *r = list.items[i];
        struct chart_point *point = &series->points[series->count++];
        *point = (struct chart_point){
            .x = period_year(r->period),
            .y = status_hides(r->status) ? NO_VALUE : r->value,
            .lower = r->lower,
            .upper = r->upper,
            .status = r->status,
            .cut_before = i > 0 && is_broken(input, list.items[i - 1], r),
        };
        if (has_value(point->y))
            last = r;
    }
    if (last == NULL)
        return;
    series->label = arena_format(input->arena, "%s %s",
                                 say_area(input, last->area),
                                 say_result(input, last));
}

/* Does this approved target speak of the area that is drawn? */
static bool speaks_of(const struct report_input *input,
                      const struct target *target, uint16_t indicator,
                      uint32_t area)
{
    bool root = area == input->study->project.root;
    if (target->indicator != indicator || target->draft ||
        target->attribute != NULL || *target->unit_counted != '\0')
        return false;
    if (target->area != NO_AREA)
        return target->area == area;
    return root ? target->applies == APPLIES_ROOT
                : target->applies == APPLIES_EACH;
}

static void add_path(struct chart_spec *spec, const struct report_input *input,
                     struct result_list list, uint16_t index)
{
    const struct targets *targets = &input->study->targets;
    const struct indicator *indicator = &input->study->catalogue.items[index];
    struct chart_series *path = &spec->series[spec->series_count];
    const struct result *last = list.items[list.count - 1];
    uint32_t area = last->area;
    path->role = SERIES_TARGET;
    path->points =
        arena_array(input->arena, targets->count + 1, struct chart_point);
    if (has_value(last->value))
        path->points[path->count++] = (struct chart_point){
            period_year(last->period), last->value, NO_VALUE, NO_VALUE,
            STATUS_OK, false
        };
    size_t start = path->count;
    const struct target *end = NULL;
    for (size_t i = 0; i < targets->count; i++) {
        const struct target *t = &targets->items[i];
        double year = period_year(t->period);
        if (!speaks_of(input, t, index, area) ||
            t->period <= last->period ||
            (path->count > start && path->points[path->count - 1].x >= year))
            continue;
        path->points[path->count++] = (struct chart_point){
            year, t->value, NO_VALUE, NO_VALUE, STATUS_FORECAST, false
        };
        end = t;
    }
    if (end == NULL)
        return;
    path->label = say(input, "figure.path", "value",
                      say_value(input, indicator, end->value), "period",
                      say_period(input, end->period), NULL);
    spec->series_count++;
}

static void add_marks(struct chart_spec *spec, const struct report_input *input,
                      struct result_list list)
{
    static const char *const words[] = { "break.definition", "break.boundary",
                                         "break.source", "break.frame" };
    const struct breaks *breaks = &input->study->breaks;
    spec->marks = arena_array(input->arena, breaks->count, struct chart_mark);
    for (size_t i = 0; i < breaks->count; i++) {
        const struct series_break *b = &breaks->items[i];
        const struct result *first = list.items[0];
        const struct result *last = list.items[list.count - 1];
        bool ours = (b->indicator == NO_INDEX ||
                     b->indicator == first->indicator) &&
                    (b->area == NO_AREA || b->area == first->area);
        if (!ours || b->period <= first->period || b->period > last->period)
            continue;
        spec->marks[spec->mark_count++] = (struct chart_mark){
            period_year(b->period) - 0.5,
            message_text(&input->study->messages, words[b->kind])
        };
    }
}

bool figure_trend(struct chart_spec *spec, const struct figure_request *request,
                  const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    uint32_t root = input->study->project.root;
    uint32_t area = request->area == NO_AREA ? root : request->area;
    const struct indicator *indicator = &input->study->catalogue.items[index];
    struct result_list list = view_series(input, index, area);
    if (view_filled(list) < 2)
        return false;
    spec->series = arena_array(input->arena, SERIES_MOST, struct chart_series);
    add_series(spec, input, list, SERIES_MAIN);
    if (area != root && indicator->kind != KIND_COUNT) {
        struct result_list whole = view_series(input, index, root);
        if (view_filled(whole) > 1)
            add_series(spec, input, whole, SERIES_WHOLE);
    }
    add_path(spec, input, list, index);
    add_marks(spec, input, list);
    const struct result *first = NULL, *last = NULL;
    for (size_t i = 0; i < list.count; i++) {
        if (!has_value(list.items[i]->value))
            continue;
        first = first ? first : list.items[i];
        last = list.items[i];
    }
    if (spec->title == NULL)
        spec->title = say(input, "figure.trend.title", "name",
                          say_indicator(input, index), "area",
                          say_area(input, area), NULL);
    spec->description =
        say(input, "figure.trend.description", "name",
            say_indicator(input, index), "area", say_area(input, area), "first",
            say_period(input, first->period), "first_value",
            say_with_unit(input, indicator, first->value), "last",
            say_period(input, last->period), "last_value",
            say_with_unit(input, indicator, last->value), NULL);
    return true;
}
