/*
 * share_square.c - shares against shares.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/colour.h"
#include "charts/look.h"
#include "charts/page.h"
#include "charts/share_square.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"

#define TICK_WIDTH 42.0
#define TICK_HEIGHT 20.0
#define WORDS_GAP 4.0

enum { WIDTH = 560, TICKS = 6, MOST_DOTS = 40 };

struct share_square {
    struct page page;
    struct text_lines x_words, y_words, index;
    double y_room, x_room; /* for words and ticks beside the field */
    double left, top, side;
};

bool share_square_accept(const struct chart_spec *spec, struct fault *fault)
{
    size_t shown = 0;
    for (size_t i = 0; i < spec->curve_count; i++)
        shown += has_value(spec->curve[i].x) && has_value(spec->curve[i].y);
    return shown >= 2 || look_nothing(spec, fault);
}

static void plan(struct share_square *l, const struct chart_spec *spec,
                 unsigned width, struct arena *arena)
{
    *l = (struct share_square){ 0 };
    page_plan(&l->page, spec, width, 0, arena);
    struct text_face face = l->page.label;
    double line = page_line(face);
    /* The side depends on the lines of the words beside it, hardly the other
     * way round: a first guess decides how they wrap. */
    double guess = width - 2 * l->page.left - TICK_WIDTH - 2 * line;
    l->y_words = text_width_wrap(arena, spec->axis_y, face, guess, 3);
    l->y_room = (double)l->y_words.count * line + WORDS_GAP + TICK_WIDTH;
    l->left = l->page.left + l->y_room;
    l->side = l->page.right - l->left - 8;
    l->x_words = text_width_wrap(arena, spec->axis_x, face, l->side, 3);
    l->x_room = TICK_HEIGHT + WORDS_GAP + (double)l->x_words.count * line;
    l->top = l->page.top + 4;
    struct text_face large = { face.size + 3, true };
    l->index =
        text_width_wrap(arena, spec->curve_words, large, l->side * .46, 3);
}

static unsigned wish_width(const struct chart_spec *spec)
{
    if (spec->width > 0)
        return spec->width;
    return spec->style->width < WIDTH ? spec->style->width : WIDTH;
}

void share_square_size(const struct chart_spec *spec, unsigned *width,
                       unsigned *height)
{
    struct arena *arena = arena_new();
    struct share_square l;
    *width = wish_width(spec);
    plan(&l, spec, *width, arena);
    *height = page_height(&l.page, 4 + l.side + l.x_room);
    arena_free(arena);
}

static struct canvas_point place(const struct share_square *l, double x,
                                 double y)
{
    return (struct canvas_point){ l->left + x * l->side,
                                  l->top + (1 - y) * l->side };
}

/* (1) */
static void draw_scale(const struct share_square *l, struct canvas *canvas)
{
    const struct chart_style *style = l->page.style;
    struct canvas_stroke grid = { 1, style->grid, CANVAS_SOLID };
    for (int i = 0; i < TICKS; i++) {
        double share = (double)i / (TICKS - 1);
        struct canvas_point bottom = place(l, share, 0),
                            left = place(l, 0, share);
        canvas_line(canvas, bottom, place(l, share, 1), grid);
        canvas_line(canvas, left, place(l, 1, share), grid);
        const char *text = arena_format(l->page.arena, "%d%%", i * 20);
        canvas_words(canvas, (struct canvas_point){ bottom.x, bottom.y + 12 },
                     text,
                     page_letters(l->page.small, style->muted, CANVAS_CENTRE));
        canvas_words(canvas, (struct canvas_point){ left.x - 7, left.y }, text,
                     page_letters(l->page.small, style->muted, CANVAS_RIGHT));
    }
    double line = page_line(l->page.label);
    struct canvas_letters letters =
        page_letters(l->page.label, style->text, CANVAS_CENTRE);
    struct canvas_point x = place(l, .5, 0);
    x.y += TICK_HEIGHT + WORDS_GAP + line / 2;
    canvas_lines(canvas, x, line, &l->x_words, letters);
    letters.turn = 90;
    struct canvas_point y = { l->page.left + line / 2, place(l, 0, .5).y };
    canvas_lines(canvas, y, line, &l->y_words, letters);
}

/* The curve, closed by the diagonal back to its beginning. */
static struct canvas_point *curve_points(const struct share_square *l,
                                         size_t *count)
{
    const struct chart_spec *spec = l->page.spec;
    struct canvas_point *points =
        arena_array(l->page.arena, spec->curve_count, struct canvas_point);
    *count = 0;
    for (size_t i = 0; i < spec->curve_count; i++) {
        const struct chart_point *point = &spec->curve[i];
        if (has_value(point->x) && has_value(point->y))
            points[(*count)++] = place(l, fmin(fmax(point->x, 0), 1),
                                       fmin(fmax(point->y, 0), 1));
    }
    return points;
}

/* (3) Twice the surface between curve and diagonal; negative above it. */
static bool runs_above(const struct chart_spec *spec)
{
    double sum = 0;
    for (size_t i = 1; i < spec->curve_count; i++) {
        const struct chart_point *a = &spec->curve[i - 1], *b = &spec->curve[i];
        double part = (b->x - a->x) * (a->y + b->y - a->x - b->x);
        if (has_value(part))
            sum += part;
    }
    return sum > 0;
}

/* (2) */
static void draw_index(const struct share_square *l, struct canvas *canvas)
{
    struct text_face face = { l->page.label.size + 3, true };
    double line = page_line(face);
    bool above = runs_above(l->page.spec);
    struct canvas_point at = above ? place(l, .96, .04) : place(l, .04, .96);
    at.y += above ? -(double)l->index.count * line + line / 2 : line / 2;
    double left = above ? at.x - l->index.widest : at.x;
    canvas_rectangle(canvas,
                     (struct canvas_point){ left - 4, at.y - line / 2 - 2 },
                     (struct canvas_point){
                         left + l->index.widest + 4,
                         at.y + ((double)l->index.count - .5) * line + 2 },
                     COLOUR_WHITE);
    canvas_level(canvas);
    canvas_lines(canvas, at, line, &l->index,
                 page_letters(face, l->page.style->main_series,
                              above ? CANVAS_RIGHT : CANVAS_LEFT));
}

void share_square_write(const struct chart_spec *spec, struct text *script,
                        struct arena *scratch)
{
    struct share_square l;
    plan(&l, spec, spec->width, scratch);
    /* A height that was asked for makes the square smaller. */
    double room = spec->height - l.page.foot - l.x_room - l.top;
    l.side = fmax(fmin(l.side, room), 40);
    const struct chart_style *style = l.page.style;
    struct canvas *canvas = page_canvas(&l.page, spec->height);
    size_t count;
    struct canvas_point *points = curve_points(&l, &count);
    canvas_polygon(canvas, points, count, style->band);
    canvas_level(canvas);
    draw_scale(&l, canvas);
    canvas_line(canvas, place(&l, 0, 0), place(&l, 1, 1),
                (struct canvas_stroke){ 1.4, style->whole, CANVAS_DASHED });
    canvas_path(
        canvas, points, count,
        (struct canvas_stroke){ 2.4, style->main_series, CANVAS_SOLID });
    for (size_t i = 0; i < count && count <= MOST_DOTS; i++)
        canvas_mark(canvas, points[i], CANVAS_DISC, 3, style->main_series);
    if (l.index.count > 0)
        draw_index(&l, canvas);
    canvas_write(canvas, script);
}
