/*
 * quadrant.c - who is low and does not improve: level by change.
 *
 *  (1) Lines of the whole part the field in four; the quarter of the low that
 *      fall behind is shaded and says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/colour.h"
#include "charts/dot_field.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"

struct quadrant {
    struct dot_field field;
    struct text_lines whole, whole_y, corner;
    double above;
};

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    return dot_field_accept(spec, false, fault);
}

static void plan(struct quadrant *q, const struct chart_spec *spec,
                 unsigned width, struct arena *arena)
{
    *q = (struct quadrant){ 0 };
    struct dot_field *f = &q->field;
    struct series_range x, y;
    dot_field_plan(f, spec, width, arena);
    dot_field_ranges(f, &x, &y);
    series_widen(&x, spec->whole.value);
    series_widen(&y, spec->whole_y.value);
    dot_field_axes(f, x, y);
    struct text_face small = f->page.small;
    q->whole = text_width_wrap(arena, spec->whole.label, small,
                               (f->right - f->left) * .6, 1);
    q->whole_y = text_width_wrap(arena, spec->whole_y.label, small,
                                 (f->right - f->left) * .4, 1);
    q->corner = text_width_wrap(arena, spec->curve_words, f->page.label,
                                (f->right - f->left) * .4, 2);
    q->above = page_line(small) + 4;
}

static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct quadrant q;
    *width = spec->width > 0 ? spec->width : spec->style->width;
    plan(&q, spec, *width, arena);
    *height = dot_field_height(&q.field, q.above);
    arena_free(arena);
}

/* Draws lines of words and keeps names away from them. */
static void draw_words(struct dot_field *f, struct canvas *canvas,
                       const struct text_lines *words, struct canvas_point left,
                       struct text_face face, uint32_t colour)
{
    double line = page_line(face);
    if (words->count == 0)
        return;
    canvas_lines(canvas, left, line, words,
                 page_letters(face, colour, CANVAS_LEFT));
    f->taken[f->taken_count++] = (struct dot_box){
        left.x - 2, left.y - line / 2, left.x + words->widest + 2,
        left.y + ((double)words->count - .5) * line
    };
}

/* (1) */
static void draw_corner(struct quadrant *q, struct canvas *canvas)
{
    struct dot_field *f = &q->field;
    const struct chart_spec *spec = f->spec;
    const struct chart_style *style = f->page.style;
    if (!has_value(spec->whole.value) || !has_value(spec->whole_y.value))
        return;
    bool high = spec->better_low;
    double x = dot_field_x(f, spec->whole.value);
    double y = dot_field_y(f, spec->whole_y.value);
    struct canvas_point corner = { high ? f->right : f->left,
                                   high ? f->top : f->bottom };
    canvas_rectangle(canvas, (struct canvas_point){ x, y }, corner,
                     colour_mix(COLOUR_WHITE, style->worse, .18));
    canvas_level(canvas);
    double line = page_line(f->page.label);
    double down = (double)q->corner.count * line;
    struct canvas_point at = {
        high ? f->right - q->corner.widest - 6 : f->left + 6,
        high ? f->top + line / 2 + 4 : f->bottom - down + line / 2 - 4
    };
    draw_words(f, canvas, &q->corner, at, f->page.label,
               colour_readable(style->worse, style->text));
}

static void draw_lines(struct quadrant *q, struct canvas *canvas)
{
    struct dot_field *f = &q->field;
    const struct chart_spec *spec = f->spec;
    const struct chart_style *style = f->page.style;
    struct canvas_stroke stroke = { 1.2, style->whole, CANVAS_DASHED };
    double line = page_line(f->page.small);
    if (has_value(spec->whole.value)) {
        double x = dot_field_x(f, spec->whole.value);
        canvas_line(canvas, (struct canvas_point){ x, f->top },
                    (struct canvas_point){ x, f->bottom }, stroke);
        double left = fmin(fmax(x - q->whole.widest / 2, f->page.left),
                           f->page.right - q->whole.widest);
        draw_words(f, canvas, &q->whole,
                   (struct canvas_point){ left, f->top - line / 2 - 2 },
                   f->page.small, style->text);
    }
    if (has_value(spec->whole_y.value)) {
        double y = dot_field_y(f, spec->whole_y.value);
        canvas_line(canvas, (struct canvas_point){ f->left, y },
                    (struct canvas_point){ f->right, y }, stroke);
        draw_words(f, canvas, &q->whole_y,
                   (struct canvas_point){ f->right - q->whole_y.widest - 4,
                                          y - line / 2 - 1 },
                   f->page.small, style->text);
    }
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct quadrant q;
    plan(&q, spec, spec->width, scratch);
    dot_field_place(&q.field, spec->height, q.above);
    struct canvas *canvas = page_canvas(&q.field.page, spec->height);
    draw_corner(&q, canvas);
    dot_field_draw_scale(&q.field, canvas);
    draw_lines(&q, canvas);
    canvas_level(canvas);
    dot_field_draw_dots(&q.field, canvas);
    canvas_write(canvas, script);
}

const struct chart_kind chart_quadrant = {
    .id = "quadrant",
    .accept = accept,
    .write = draw,
    .size = size,
};
