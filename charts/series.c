/*
 * series.c - ranges and runs of a series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/look.h"
#include "charts/series.h"
#include "engine/base/number.h"

/* Years this much further apart than the usual step have a gap between. */
#define GAP 1.5

void series_widen(struct series_range *range, double value)
{
    if (!has_value(value))
        return;
    range->least = fmin(range->least, value);
    range->most = fmax(range->most, value);
}

bool series_shown(const struct chart_point *point)
{
    return has_value(point->x) && look_shown(point->status, point->y);
}

bool series_limited(const struct chart_point *point)
{
    return has_value(point->lower) && has_value(point->upper);
}

void series_ranges(const struct chart_spec *spec, struct series_range *years,
                   struct series_range *values)
{
    *years = *values = (struct series_range){ HUGE_VAL, -HUGE_VAL };
    for (size_t s = 0; s < spec->series_count; s++)
        for (size_t i = 0; i < spec->series[s].count; i++) {
            const struct chart_point *point = &spec->series[s].points[i];
            series_widen(years, point->x);
            if (!series_shown(point))
                continue;
            series_widen(values, point->y);
            series_widen(values, point->lower);
            series_widen(values, point->upper);
        }
    for (size_t i = 0; i < spec->mark_count; i++)
        series_widen(years, spec->marks[i].x);
    if (!(years->most > years->least)) {
        years->least -= .5;
        years->most += .5;
    }
}

const struct chart_point *series_end(const struct chart_series *series)
{
    const struct chart_point *end = NULL;
    for (size_t i = 0; i < series->count; i++)
        if (series_shown(&series->points[i]) &&
            (end == NULL || series->points[i].x >= end->x))
            end = &series->points[i];
    return end;
}

double series_step(const struct chart_series *series)
{
    double step = HUGE_VAL;
    for (size_t i = 1; i < series->count; i++) {
        double way = series->points[i].x - series->points[i - 1].x;
        if (way > 0)
            step = fmin(step, way);
    }
    return step;
}

bool series_next(const struct chart_series *series, double step,
                 struct series_run *run)
{
    size_t i = run->end;
    while (i < series->count && !series_shown(&series->points[i]))
        i++;
    if (i == series->count)
        return false;
    run->first = i++;
    for (; i < series->count; i++) {
        const struct chart_point *point = &series->points[i];
        if (!series_shown(point) || point->cut_before ||
            point->x - series->points[i - 1].x > step * GAP)
            break;
    }
    run->end = i;
    return true;
}
