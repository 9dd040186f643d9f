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

#define LABEL_SHARE .13 /* of the width, for words at the right */
#define LABEL_GAP 8.0

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
    struct text_face small = f->page.small;
    q->whole_y = text_width_wrap(arena, spec->whole_y.label, small,
                                 width * LABEL_SHARE, 3);
    if (q->whole_y.count > 0)
        f->right -= q->whole_y.widest + LABEL_GAP;
    dot_field_axes(f, x, y);
    q->whole = text_width_wrap(arena, spec->whole.label, small,
                               (f->right - f->left) * .6, 1);
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

static struct dot_box words_box(const struct text_lines *words,
                                struct canvas_point left, double line)
{
    return (struct dot_box){ left.x - 3, left.y - line / 2,
                             left.x + words->widest + 3,
                             left.y + ((double)words->count - .5) * line };
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
    f->taken[f->taken_count++] = words_box(words, left, line);
}

static bool has_corner(const struct chart_spec *spec)
{
    return has_value(spec->whole.value) && has_value(spec->whole_y.value);
}

static uint32_t corner_colour(const struct chart_style *style)
{
    return colour_mix(COLOUR_WHITE, style->worse, .18);
}

/* (1) */
static void draw_corner(const struct quadrant *q, struct canvas *canvas)
{
    const struct dot_field *f = &q->field;
    const struct chart_spec *spec = f->spec;
    bool high = spec->better_low;
    struct canvas_point middle = { dot_field_x(f, spec->whole.value),
                                   dot_field_y(f, spec->whole_y.value) };
    struct canvas_point corner = { high ? f->right : f->left,
                                   high ? f->top : f->bottom };
    canvas_rectangle(canvas, middle, corner, corner_colour(f->page.style));
    canvas_level(canvas);
}

static size_t dots_in(const struct dot_field *f, struct dot_box box)
{
    size_t count = 0;
    for (size_t i = 0; i < f->spec->dot_count; i++) {
        const struct chart_dot *dot = &f->spec->dots[i];
        if (!dot_field_shown(f, dot))
            continue;
        double x = dot_field_x(f, dot->x), y = dot_field_y(f, dot->y);
        count += x > box.left - 8 && x < box.right + 8 && y > box.top - 8 &&
                 y < box.bottom + 8;
    }
    return count;
}

/* Where the corner's words cover the fewest dots: the outermost place first,
 * then the others within the shade. */
static struct canvas_point corner_place(const struct quadrant *q, double line)
{
    const struct dot_field *f = &q->field;
    bool high = f->spec->better_low;
    double x = dot_field_x(f, f->spec->whole.value);
    double y = dot_field_y(f, f->spec->whole_y.value);
    double wide = q->corner.widest, down = (double)q->corner.count * line;
    double across[] = { high ? f->right - wide - 6 : f->left + 6,
                        high ? x + 6 : x - wide - 6 };
    double heights[] = { high ? f->top + 4 : f->bottom - down - 4,
                         high ? y - down - 4 : y + 4 };
    struct canvas_point best = { across[0], heights[0] + line / 2 };
    size_t least = dots_in(f, words_box(&q->corner, best, line));
    for (int i = 1; i < 4; i++) {
        struct canvas_point at = { across[i / 2], heights[i % 2] + line / 2 };
        struct dot_box box = words_box(&q->corner, at, line);
        bool inside = high ? box.left > x && box.bottom < y
                           : box.right < x && box.top > y;
        size_t count = dots_in(f, box);
        if (!inside || box.left < f->left || count >= least)
            continue;
        least = count;
        best = at;
    }
    return best;
}

/* (1) On the corner's ground, so that no hair line runs through them. */
static void draw_corner_words(struct quadrant *q, struct canvas *canvas)
{
    struct dot_field *f = &q->field;
    const struct chart_style *style = f->page.style;
    double line = page_line(f->page.label);
    struct canvas_point at = corner_place(q, line);
    struct dot_box box = words_box(&q->corner, at, line);
    canvas_rectangle(canvas, (struct canvas_point){ box.left, box.top },
                     (struct canvas_point){ box.right, box.bottom },
                     corner_colour(style));
    canvas_level(canvas);
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
        f->taken[f->taken_count++] =
            (struct dot_box){ x - 1, f->top, x + 1, f->bottom };
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
        f->taken[f->taken_count++] =
            (struct dot_box){ f->left, y - 1, f->right, y + 1 };
        double up = (double)q->whole_y.count * line / 2;
        double top = fmin(fmax(y - up, f->top), f->bottom - 2 * up);
        draw_words(
            f, canvas, &q->whole_y,
            (struct canvas_point){ f->right + LABEL_GAP, top + line / 2 },
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
    if (has_corner(spec))
        draw_corner(&q, canvas);
    dot_field_draw_scale(&q.field, canvas);
    if (has_corner(spec) && q.corner.count > 0)
        draw_corner_words(&q, canvas);
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
