/*
 * funnel.c - is a small area really low, or is that what chance does to small
 * numbers: values over the size of their base, between limits.
 *
 *  (1) Limits are lines over the sizes; those named have their words at the
 *      right edge, as has the whole.
 *  (2) Only areas outside the limits are named.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/colour.h"
#include "charts/dot_field.h"
#include "charts/label_spread.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"

#define LABEL_GAP 8.0
#define LABEL_SHARE .2

struct funnel {
    struct dot_field field;
    struct text_lines *names; /* of the series, then of the whole */
};

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    return dot_field_accept(spec, true, fault);
}

static void plan(struct funnel *u, const struct chart_spec *spec,
                 unsigned width, struct arena *arena)
{
    *u = (struct funnel){ .field.by_size = true };
    struct dot_field *f = &u->field;
    struct series_range x, y;
    double widest = 0;
    dot_field_plan(f, spec, width, arena);
    dot_field_ranges(f, &x, &y);
    u->names = arena_array(arena, spec->series_count + 1, struct text_lines);
    for (size_t s = 0; s <= spec->series_count; s++) {
        const char *words =
            s < spec->series_count ? spec->series[s].label : spec->whole.label;
        u->names[s] = text_width_wrap(arena, words, f->page.small,
                                      width * LABEL_SHARE, 2);
        widest = fmax(widest, u->names[s].widest);
        for (size_t i = 0; s < spec->series_count && i < spec->series[s].count;
             i++)
            series_widen(&y, spec->series[s].points[i].y);
    }
    series_widen(&y, spec->whole.value);
    f->right -= widest + LABEL_GAP;
    dot_field_axes(f, x, y);
}

static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct funnel u;
    *width = spec->width > 0 ? spec->width : spec->style->width;
    plan(&u, spec, *width, arena);
    *height = dot_field_height(&u.field, 4);
    arena_free(arena);
}

/* (1) The part of a limit that lies in the field. */
static void draw_limit(const struct funnel *u, struct canvas *canvas,
                       const struct chart_series *series)
{
    const struct dot_field *f = &u->field;
    struct canvas_point *line =
        arena_array(f->page.arena, series->count, struct canvas_point);
    size_t count = 0;
    for (size_t i = 0; i < series->count; i++) {
        const struct chart_point *point = &series->points[i];
        if (series_shown(point) && point->x > 0)
            line[count++] = (struct canvas_point){
                fmin(fmax(dot_field_x(f, point->x), f->left), f->right),
                dot_field_y(f, point->y)
            };
    }
    bool outer = series->role == SERIES_WHOLE;
    canvas_path(canvas, line, count,
                (struct canvas_stroke){ outer ? 1.5 : 1.2, f->page.style->whole,
                                        outer ? CANVAS_SOLID : CANVAS_DASHED });
}

static void draw_names(const struct funnel *u, struct canvas *canvas)
{
    const struct dot_field *f = &u->field;
    const struct chart_spec *spec = f->spec;
    double line = ceil(f->page.small.size * 1.2);
    size_t count = 0, most = spec->series_count + 1;
    struct label_place *places =
        arena_array(f->page.arena, most, struct label_place);
    size_t *named = arena_array(f->page.arena, most, size_t);
    for (size_t s = 0; s < most; s++) {
        const struct chart_point *end =
            s < spec->series_count ? series_end(&spec->series[s]) : NULL;
        double value = s == spec->series_count ? spec->whole.value
                       : end != NULL           ? end->y
                                               : NO_VALUE;
        if (!has_value(value) || u->names[s].count == 0)
            continue;
        places[count] =
            (struct label_place){ dot_field_y(f, value),
                                  (double)u->names[s].count * line + 3 };
        named[count++] = s;
    }
    label_spread(places, count, f->top, f->bottom, f->page.arena);
    for (size_t i = 0; i < count; i++) {
        const struct text_lines *lines = &u->names[named[i]];
        double up = (double)(lines->count - 1) * line / 2;
        bool whole = named[i] == spec->series_count;
        canvas_lines(
            canvas,
            (struct canvas_point){ f->right + LABEL_GAP,
                                   places[i].centre - up },
            line, lines,
            page_letters(f->page.small,
                         whole ? f->page.style->text : f->page.style->muted,
                         CANVAS_LEFT));
    }
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct funnel u;
    plan(&u, spec, spec->width, scratch);
    struct dot_field *f = &u.field;
    dot_field_place(f, spec->height, 4);
    struct canvas *canvas = page_canvas(&f->page, spec->height);
    dot_field_draw_scale(f, canvas);
    for (size_t s = 0; s < spec->series_count; s++)
        draw_limit(&u, canvas, &spec->series[s]);
    if (has_value(spec->whole.value)) {
        double y = dot_field_y(f, spec->whole.value);
        canvas_line(
            canvas, (struct canvas_point){ f->left, y },
            (struct canvas_point){ f->right, y },
            (struct canvas_stroke){ 1.6, spec->style->text, CANVAS_SOLID });
    }
    canvas_level(canvas);
    draw_names(&u, canvas);
    f->taken[f->taken_count++] =
        (struct dot_box){ f->right + 2, f->top - 10, f->page.width, f->bottom };
    dot_field_draw_dots(f, canvas);
    canvas_write(canvas, script);
}

const struct chart_kind chart_funnel = {
    .id = "funnel",
    .accept = accept,
    .write = draw,
    .size = size,
};
