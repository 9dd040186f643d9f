/*
 * series_field.c - bands, lines and points of series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/colour.h"
#include "charts/look.h"
#include "charts/series_field.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"

enum { MANY_POINTS = 20, GROUPS = 6 };

double series_field_x(const struct series_field *field, double year)
{
    return axis_place(&field->years, year, field->left + SERIES_FIELD_PADDING,
                      field->right - SERIES_FIELD_PADDING);
}

double series_field_y(const struct series_field *field, double value)
{
    return axis_place(&field->values, value, field->bottom, field->top);
}

uint32_t series_field_colour(const struct series_field *field,
                             const struct chart_series *series)
{
    const struct chart_style *style = field->spec->style;
    switch (series->role) {
    case SERIES_MAIN:
        return style->main_series;
    case SERIES_WHOLE:
        return style->whole;
    case SERIES_TARGET:
        return style->target;
    case SERIES_FORECAST:
        return style->groups[2];
    case SERIES_PLAN:
        return style->groups[3];
    case SERIES_OTHER:
        break;
    }
    return style->groups[(size_t)(series - field->spec->series) % GROUPS];
}

static struct canvas_point point_place(const struct series_field *field,
                                       const struct chart_point *point)
{
    return (struct canvas_point){ series_field_x(field, point->x),
                                  series_field_y(field, point->y) };
}

static void draw_whisker(const struct series_field *field,
                         struct canvas *canvas, const struct chart_point *point)
{
    double x = series_field_x(field, point->x);
    double low = series_field_y(field, point->lower);
    double high = series_field_y(field, point->upper);
    struct canvas_stroke stroke = {
        1.3, colour_mix(COLOUR_WHITE, field->spec->style->main_series, .6),
        CANVAS_SOLID
    };
    canvas_line(canvas, (struct canvas_point){ x, low },
                (struct canvas_point){ x, high }, stroke);
    canvas_line(canvas, (struct canvas_point){ x - 4, low },
                (struct canvas_point){ x + 4, low }, stroke);
    canvas_line(canvas, (struct canvas_point){ x - 4, high },
                (struct canvas_point){ x + 4, high }, stroke);
}

/* (1) Limits [first, end) of a run, there and back. */
static void draw_band(const struct series_field *field, struct canvas *canvas,
                      const struct chart_point points[], struct series_run run)
{
    size_t count = run.end - run.first;
    if (count == 1) {
        draw_whisker(field, canvas, &points[run.first]);
        return;
    }
    struct canvas_point *edge =
        arena_array(field->arena, 2 * count, struct canvas_point);
    for (size_t i = 0; i < count; i++) {
        const struct chart_point *point = &points[run.first + i];
        double x = series_field_x(field, point->x);
        edge[i] =
            (struct canvas_point){ x, series_field_y(field, point->upper) };
        edge[2 * count - 1 - i] =
            (struct canvas_point){ x, series_field_y(field, point->lower) };
    }
    canvas_polygon(canvas, edge, 2 * count, field->spec->style->band);
}

void series_field_bands(const struct series_field *field, struct canvas *canvas,
                        const struct chart_series *series)
{
    struct series_run run = { 0, 0 };
    double step = series_step(series);
    while (series_next(series, step, &run)) {
        size_t first = run.first;
        for (size_t i = run.first; i <= run.end; i++)
            if (i == run.end || !series_limited(&series->points[i])) {
                if (i > first)
                    draw_band(field, canvas, series->points,
                              (struct series_run){ first, i });
                first = i + 1;
            }
    }
}

/* (3) */
static bool is_uncertain_way(const struct chart_point *point)
{
    return point->status == STATUS_PROVISIONAL ||
           point->status == STATUS_FORECAST;
}

/* The line of a run: pieces that are all solid or all dashed. */
static void draw_run(const struct series_field *field, struct canvas *canvas,
                     const struct chart_series *series, struct series_run run,
                     struct canvas_stroke stroke)
{
    struct canvas_point *line =
        arena_array(field->arena, run.end - run.first, struct canvas_point);
    bool target = series->role == SERIES_TARGET;
    for (size_t i = run.first; i + 1 < run.end;) {
        bool dashed = is_uncertain_way(&series->points[i + 1]);
        size_t count = 0;
        line[count++] = point_place(field, &series->points[i]);
        while (i + 1 < run.end &&
               (target || is_uncertain_way(&series->points[i + 1]) == dashed))
            line[count++] = point_place(field, &series->points[++i]);
        stroke.dash = target || dashed ? CANVAS_DASHED : CANVAS_SOLID;
        canvas_path(canvas, line, count, stroke);
    }
}

void series_field_lines(const struct series_field *field, struct canvas *canvas,
                        const struct chart_series *series)
{
    bool target = series->role == SERIES_TARGET;
    double step = target ? HUGE_VAL : series_step(series);
    struct canvas_stroke stroke = { series->role == SERIES_MAIN ? 2.4 : 1.7,
                                    series_field_colour(field, series),
                                    CANVAS_SOLID };
    struct series_run run = { 0, 0 };
    while (series_next(series, step, &run)) {
        draw_run(field, canvas, series, run, stroke);
        /* A lone value of a series without marks would not be seen. */
        if (run.end - run.first == 1 && series->role == SERIES_WHOLE)
            canvas_mark(canvas, point_place(field, &series->points[run.first]),
                        CANVAS_DISC, 3, stroke.colour);
    }
}

void series_field_points(const struct series_field *field,
                         struct canvas *canvas,
                         const struct chart_series *series)
{
    uint32_t colour = series_field_colour(field, series);
    double radius = series->count > MANY_POINTS ? 2.6 : 3.8;
    bool target = series->role == SERIES_TARGET;
    enum canvas_shape shape = CANVAS_DISC;
    if (series->role == SERIES_OTHER)
        shape = (enum canvas_shape)((size_t)(series - field->spec->series) %
                                    GROUPS);
    if (series->role == SERIES_PLAN)
        shape = CANVAS_SQUARE;
    for (size_t i = 0; i < series->count; i++) {
        const struct chart_point *point = &series->points[i];
        if (!series_shown(point) ||
            (target && point->status == STATUS_ESTIMATED)) /* (2) */
            continue;
        struct canvas_point at = point_place(field, point);
        struct look_paint paint =
            look_paint(field->spec->style, colour, point->status);
        bool open = target || look_hollow(point->status);
        canvas_mark(canvas, at, shape, radius + 1.6, COLOUR_WHITE);
        canvas_mark(canvas, at, shape, radius + .4, open ? colour : paint.fill);
        if (open)
            canvas_mark(canvas, at, shape, radius - 1.2, COLOUR_WHITE);
    }
}

/* (4) */
void series_field_absent(const struct series_field *field,
                         struct canvas *canvas,
                         const struct chart_series *series)
{
    const struct canvas_letters letters = {
        .face = field->face,
        .colour = field->spec->style->muted,
        .align = CANVAS_CENTRE,
    };
    for (size_t i = 0; i < series->count; i++) {
        const struct chart_point *point = &series->points[i];
        if (series_shown(point) || !has_value(point->x))
            continue;
        bool hidden = point->status == STATUS_SUPPRESSED ||
                      point->status == STATUS_SUPPRESSED2;
        if (hidden || point->status == STATUS_MISSING)
            canvas_words(canvas,
                         (struct canvas_point){ series_field_x(field, point->x),
                                                field->bottom - 9 },
                         hidden ? "*" : "…", letters);
    }
}
