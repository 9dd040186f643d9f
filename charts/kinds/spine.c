/*
 * spine.c - where one area stands on many indicators: among the others, and
 * against the whole.
 *
 *  (1) The whole stands in the middle of every row, better is to the right;
 *      each row has its own scale, so that the further end of its areas touches
 *      the edge.
 *  (2) The light bar runs from the worst area to the best, the darker one over
 *      the middle half of them.
 *  (3) The mark's shape and colour say better, similar or worse.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/colour.h"
#include "charts/look.h"
#include "charts/row_frame.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"

#define HEAD_LEAD 6.0

struct spine {
    struct row_frame frame;
    const struct chart_spec *spec;
    struct text_lines whole;
};

static bool span_drawn(const struct chart_span *span)
{
    return look_shown(span->status, span->value) && has_value(span->whole);
}

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    for (size_t i = 0; i < spec->span_count; i++)
        if (span_drawn(&spec->spans[i]))
            return true;
    return look_nothing(spec, fault);
}

static unsigned standings(const struct chart_spec *spec)
{
    unsigned bits = 0;
    for (size_t i = 0; i < spec->span_count; i++)
        if (span_drawn(&spec->spans[i]))
            bits |= 1u << spec->spans[i].standing;
    return bits & ~(1u << STANDING_NONE);
}

static const char **column_texts(const struct chart_spec *spec, size_t column,
                                 struct arena *arena)
{
    const char **texts = arena_array(arena, spec->span_count, const char *);
    for (size_t i = 0; i < spec->span_count; i++)
        texts[i] = spec->spans[i].texts[column];
    return texts;
}

static void plan(struct spine *s, const struct chart_spec *spec, unsigned width,
                 struct arena *arena)
{
    *s = (struct spine){ .spec = spec };
    struct row_frame *frame = &s->frame;
    const char **labels = arena_array(arena, spec->span_count, const char *);
    bool *faint = arena_array(arena, spec->span_count, bool);
    for (size_t i = 0; i < spec->span_count; i++) {
        labels[i] = spec->spans[i].label;
        faint[i] = !span_drawn(&spec->spans[i]);
    }
    frame->count = spec->span_count;
    frame->labels = labels;
    frame->faint = faint;
    frame->standings = standings(spec);
    frame->column_count = SPAN_TEXTS;
    for (size_t c = 0; c < SPAN_TEXTS; c++)
        frame->columns[c] =
            (struct row_column){ .head = spec->heads[c],
                                 .texts = column_texts(spec, c, arena),
                                 .before = c + 1 < SPAN_TEXTS };
    row_frame_plan(frame, spec, width, arena);
    s->whole = text_width_wrap(arena, spec->whole.label, frame->page.label,
                               frame->right - frame->left, 1);
    frame->heads_height =
        fmax(frame->heads_height, page_line(frame->page.label) + HEAD_LEAD);
}

static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct spine s;
    *width = spec->width > 0 ? spec->width : spec->style->width;
    plan(&s, spec, *width, arena);
    *height = row_frame_height(&s.frame);
    arena_free(arena);
}

/* --- drawing ----------------------------------------------------------------
 */

/* (1) What lies between the middle and the edge, in the row's unit. */
static double half_range(const struct chart_span *span)
{
    double half =
        fmax(fabs(span->best - span->whole), fabs(span->worst - span->whole));
    half = has_value(half) ? half : 0;
    if (look_shown(span->status, span->value))
        half = fmax(half, fabs(span->value - span->whole));
    return half > 0 ? half : 1;
}

static double place(const struct spine *s, const struct chart_span *span,
                    double value)
{
    const struct row_frame *f = &s->frame;
    double away = (value - span->whole) / half_range(span);
    if (span->worst > span->best)
        away = -away;
    double room = (f->right - f->left) / 2 - 6;
    return (f->left + f->right) / 2 + fmin(fmax(away, -1), 1) * room;
}

/* (2) */
static void draw_bar(const struct spine *s, struct canvas *canvas, size_t row,
                     double from, double to, uint32_t colour)
{
    const struct chart_span *span = &s->spec->spans[row];
    double y = row_frame_middle(&s->frame, row);
    double half = round(s->frame.row_height * .3);
    if (has_value(from) && has_value(to) && has_value(span->whole))
        canvas_rectangle(
            canvas, (struct canvas_point){ place(s, span, from), y - half },
            (struct canvas_point){ place(s, span, to), y + half }, colour);
}

/* (3) */
static void draw_mark(const struct spine *s, struct canvas *canvas, size_t row)
{
    static const enum canvas_shape shapes[STANDING_COUNT] = {
        CANVAS_DIAMOND, CANVAS_TRIANGLE, CANVAS_DISC, CANVAS_UPSIDE_DOWN
    };
    const struct chart_span *span = &s->spec->spans[row];
    const struct chart_style *style = s->frame.page.style;
    if (!span_drawn(span))
        return;
    struct canvas_point at = { place(s, span, span->value),
                               row_frame_middle(&s->frame, row) };
    double radius = fmin(7, s->frame.row_height * .3);
    enum canvas_shape shape = shapes[span->standing];
    uint32_t colour = page_fill(style, span->standing);
    struct look_paint paint = look_paint(style, colour, span->status);
    canvas_mark(canvas, at, shape, radius + 3, COLOUR_WHITE);
    canvas_mark(canvas, at, shape, radius + 1.4,
                colour_mix(paint.edge, style->text, .35));
    canvas_mark(canvas, at, shape, radius, paint.fill);
}

static void draw_whole(const struct spine *s, struct canvas *canvas)
{
    const struct row_frame *f = &s->frame;
    const struct chart_style *style = f->page.style;
    double x = (f->left + f->right) / 2, line = page_line(f->page.label);
    canvas_line(canvas, (struct canvas_point){ x, f->top - HEAD_LEAD },
                (struct canvas_point){ x, f->bottom },
                (struct canvas_stroke){ 1.4, style->text, CANVAS_SOLID });
    canvas_lines(
        canvas, (struct canvas_point){ x, f->top - HEAD_LEAD - line / 2 }, line,
        &s->whole, page_letters(f->page.label, style->text, CANVAS_CENTRE));
    canvas_level(canvas);
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct spine s;
    plan(&s, spec, spec->width, scratch);
    row_frame_place(&s.frame, spec->height);
    const struct chart_style *style = spec->style;
    struct canvas *canvas = page_canvas(&s.frame.page, spec->height);
    for (size_t i = 0; i < spec->span_count; i++)
        draw_bar(&s, canvas, i, spec->spans[i].worst, spec->spans[i].best,
                 style->none);
    canvas_level(canvas);
    for (size_t i = 0; i < spec->span_count; i++)
        draw_bar(&s, canvas, i, spec->spans[i].worse_quarter,
                 spec->spans[i].better_quarter,
                 colour_mix(style->none, style->axis, .75));
    canvas_level(canvas);
    draw_whole(&s, canvas);
    for (size_t i = 0; i < spec->span_count; i++) {
        draw_mark(&s, canvas, i);
        canvas_level(canvas);
    }
    row_frame_draw_words(&s.frame, canvas);
    canvas_write(canvas, script);
}

const struct chart_kind chart_spine = {
    .id = "spine",
    .accept = accept,
    .write = draw,
    .size = size,
};
