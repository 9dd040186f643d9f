/*
 * dot_field.c - axes, dots and names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/colour.h"
#include "charts/dot_field.h"
#include "charts/look.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"

#define FIELD_HEIGHT 380.0
#define TICK_ROOM 24.0
#define TICK_WIDTH 74.0
#define PADDING 14.0 /* that dots keep from the edges */
#define LABEL_SHARE .3

enum { MANY_DOTS = 150, WORD_LINES = 2 };

bool dot_field_shown(const struct dot_field *f, const struct chart_dot *dot)
{
    return look_shown(dot->status, dot->y) && has_value(dot->x) &&
           (!f->by_size || dot->x > 0);
}

bool dot_field_accept(const struct chart_spec *spec, bool by_size,
                      struct fault *fault)
{
    const struct dot_field field = { .by_size = by_size };
    for (size_t i = 0; i < spec->dot_count; i++)
        if (dot_field_shown(&field, &spec->dots[i]))
            return true;
    return look_nothing(spec, fault);
}

/* --- the plan ---------------------------------------------------------------
 */

static unsigned standings(const struct chart_spec *spec)
{
    unsigned bits = 0;
    for (size_t i = 0; i < spec->dot_count; i++)
        if (look_shown(spec->dots[i].status, spec->dots[i].y))
            bits |= 1u << spec->dots[i].standing;
    return bits & ~(1u << STANDING_NONE);
}

void dot_field_ranges(const struct dot_field *f, struct series_range *x,
                      struct series_range *y)
{
    *x = *y = (struct series_range){ HUGE_VAL, -HUGE_VAL };
    for (size_t i = 0; i < f->spec->dot_count; i++)
        if (dot_field_shown(f, &f->spec->dots[i])) {
            series_widen(x, f->spec->dots[i].x);
            series_widen(y, f->spec->dots[i].y);
        }
}

void dot_field_plan(struct dot_field *f, const struct chart_spec *spec,
                    unsigned width, struct arena *arena)
{
    f->spec = spec;
    page_plan(&f->page, spec, width, standings(spec), arena);
    f->left = f->page.left;
    f->right = f->page.right;
}

/* The scale of a logarithm: where its ends lie. */
static struct axis size_axis(struct series_range x)
{
    double low = log10(fmin(fmax(x.least, 1e-12), 1e15));
    double high = log10(fmin(fmax(x.most, 1e-12), 1e15));
    double room = fmax((high - low) * .03, .02);
    if (!(high >= low))
        low = high = 0;
    return (struct axis){ .low = low - room, .high = high + room };
}

/* Tick [index] of a logarithm: 1, 2 and 5 of every power of ten. */
static double size_tick(const struct axis *axis, size_t index)
{
    static const double steps[] = { 1, 2, 5 };
    return floor(axis->low) + (double)(index / 3) + log10(steps[index % 3]);
}

static const char *number_text(const struct dot_field *f, double value,
                               unsigned decimals)
{
    struct text text = text_new();
    number_add_local(&text, value, decimals, f->spec->language);
    const char *copy = arena_copy(f->page.arena, text.bytes, text.length);
    text_free(&text);
    return copy;
}

static double widest_tick(const struct dot_field *f)
{
    double widest = 0;
    for (size_t i = 0; i < f->y.ticks; i++)
        widest = fmax(widest, text_width(axis_text(f->page.arena, &f->y, i,
                                                   f->spec->language),
                                         f->page.small));
    return fmin(widest, f->page.width * .2);
}

void dot_field_axes(struct dot_field *f, struct series_range x,
                    struct series_range y)
{
    struct arena *arena = f->page.arena;
    struct text_face face = f->page.label;
    f->y = axis_values(
        (struct axis_wish){ y.least, y.most, NO_VALUE, NO_VALUE, false, 6 });
    f->y_words = text_width_wrap(arena, f->spec->axis_y, face,
                                 FIELD_HEIGHT * .8, WORD_LINES);
    f->left += (double)f->y_words.count * page_line(face) + 14 + widest_tick(f);
    f->right = fmax(f->right, f->left + 40);
    size_t ticks = (size_t)fmax(2, (f->right - f->left) / TICK_WIDTH);
    f->x = f->by_size
               ? size_axis(x)
               : axis_values((struct axis_wish){ x.least, x.most, NO_VALUE,
                                                 NO_VALUE, false, ticks });
    f->x_words = text_width_wrap(arena, f->spec->axis_x, face,
                                 f->right - f->left, WORD_LINES);
}

static double foot(const struct dot_field *f)
{
    return TICK_ROOM + (double)f->x_words.count * page_line(f->page.label);
}

unsigned dot_field_height(const struct dot_field *f, double above)
{
    return page_height(&f->page, above + FIELD_HEIGHT + foot(f));
}

void dot_field_place(struct dot_field *f, unsigned height, double above)
{
    f->top = f->page.top + above;
    f->bottom = fmax(height - f->page.foot - foot(f), f->top + 10);
}

double dot_field_x(const struct dot_field *f, double value)
{
    double at = f->by_size ? log10(fmin(fmax(value, 1e-12), 1e15)) : value;
    return axis_place(&f->x, at, f->left + PADDING, f->right - PADDING);
}

double dot_field_y(const struct dot_field *f, double value)
{
    return axis_place(&f->y, value, f->bottom - PADDING, f->top + PADDING);
}

/* --- drawing ----------------------------------------------------------------
 */

static void draw_across(const struct dot_field *f, struct canvas *canvas,
                        double x, const char *words)
{
    const struct chart_style *style = f->page.style;
    canvas_line(canvas, (struct canvas_point){ x, f->top },
                (struct canvas_point){ x, f->bottom },
                (struct canvas_stroke){ 1, style->grid, CANVAS_SOLID });
    canvas_words(canvas, (struct canvas_point){ x, f->bottom + 12 }, words,
                 page_letters(f->page.small, style->muted, CANVAS_CENTRE));
}

/* (3) A tick that would touch the one before it is left out. */
static void draw_sizes(const struct dot_field *f, struct canvas *canvas)
{
    double end = -HUGE_VAL;
    for (size_t i = 0; size_tick(&f->x, i) <= f->x.high; i++) {
        double at = size_tick(&f->x, i);
        if (at < f->x.low)
            continue;
        double value = pow(10, at);
        const char *words =
            number_text(f, value, value < 1 ? (unsigned)ceil(-at) : 0);
        double x = axis_place(&f->x, at, f->left + PADDING, f->right - PADDING);
        double half = text_width(words, f->page.small) / 2;
        if (x - half < end + 10 || x + half > f->page.width)
            continue;
        end = x + half;
        draw_across(f, canvas, x, words);
    }
}

void dot_field_draw_scale(const struct dot_field *f, struct canvas *canvas)
{
    const struct chart_style *style = f->page.style;
    if (f->by_size)
        draw_sizes(f, canvas);
    for (size_t i = 0; !f->by_size && i < f->x.ticks; i++)
        draw_across(f, canvas, dot_field_x(f, axis_tick(&f->x, i)),
                    axis_text(f->page.arena, &f->x, i, f->spec->language));
    for (size_t i = 0; i < f->y.ticks; i++) {
        double y = dot_field_y(f, axis_tick(&f->y, i));
        struct text_lines words = text_width_wrap(
            f->page.arena,
            axis_text(f->page.arena, &f->y, i, f->spec->language),
            f->page.small, f->page.width * .2, 1);
        canvas_line(canvas, (struct canvas_point){ f->left, y },
                    (struct canvas_point){ f->right, y },
                    (struct canvas_stroke){ 1, style->grid, CANVAS_SOLID });
        canvas_lines(canvas, (struct canvas_point){ f->left - 6, y }, 0, &words,
                     page_letters(f->page.small, style->muted, CANVAS_RIGHT));
    }
    double line = page_line(f->page.label);
    struct canvas_letters letters =
        page_letters(f->page.label, style->muted, CANVAS_CENTRE);
    canvas_lines(canvas,
                 (struct canvas_point){ (f->left + f->right) / 2,
                                        f->bottom + TICK_ROOM + line / 2 },
                 line, &f->x_words, letters);
    letters.turn = 90;
    canvas_lines(canvas,
                 (struct canvas_point){ f->page.left + line / 2,
                                        (f->top + f->bottom) / 2 },
                 line, &f->y_words, letters);
    canvas_level(canvas);
}

/* (1) */
static void draw_dot(const struct dot_field *f, struct canvas *canvas,
                     const struct chart_dot *dot)
{
    static const enum canvas_shape shapes[STANDING_COUNT] = {
        CANVAS_DISC, CANVAS_TRIANGLE, CANVAS_DISC, CANVAS_UPSIDE_DOWN
    };
    const struct chart_style *style = f->page.style;
    double radius = f->spec->dot_count > MANY_DOTS ? 3 : 4.5;
    uint32_t colour = dot->standing == STANDING_NONE
                          ? style->main_series
                          : page_fill(style, dot->standing);
    struct look_paint paint = look_paint(style, colour, dot->status);
    struct canvas_point at = { dot_field_x(f, dot->x), dot_field_y(f, dot->y) };
    enum canvas_shape shape = shapes[dot->standing];
    canvas_mark(canvas, at, shape, radius + 1.8, COLOUR_WHITE);
    canvas_mark(canvas, at, shape, radius + .8,
                colour_mix(paint.edge, style->text, .3));
    canvas_mark(canvas, at, shape, radius - .2,
                look_hollow(dot->status) ? COLOUR_WHITE : paint.fill);
}

/* (2) */
static void draw_names(const struct dot_field *f, struct canvas *canvas)
{
    struct arena *arena = f->page.arena;
    size_t count = 0, dots = f->spec->dot_count;
    struct text_lines *names = arena_array(arena, dots, struct text_lines);
    struct dot_labels labels = {
        .items = arena_array(arena, dots, struct dot_label),
        .boxes = arena_array(arena, dots + f->taken_count, struct dot_box),
        .frame = { f->left + 2, f->top + 1, f->page.right, f->bottom - 1 },
        .height = page_line(f->page.small),
        .gap = 8,
    };
    for (size_t i = 0; i < f->taken_count; i++)
        labels.boxes[labels.box_count++] = f->taken[i];
    for (size_t i = 0; i < dots; i++) {
        const struct chart_dot *dot = &f->spec->dots[i];
        if (!dot_field_shown(f, dot))
            continue;
        names[count] = text_width_wrap(arena, dot->label, f->page.small,
                                       f->page.width * LABEL_SHARE, 1);
        labels.items[count] = (struct dot_label){
            .x = dot_field_x(f, dot->x),
            .y = dot_field_y(f, dot->y),
            .width = names[count].widest,
            .wanted = dot->named && names[count].count > 0,
        };
        count++;
    }
    labels.count = count;
    dot_labels_place(&labels);
    for (size_t i = 0; i < count; i++)
        if (labels.items[i].placed)
            canvas_lines(
                canvas,
                (struct canvas_point){
                    labels.items[i].box.left,
                    (labels.items[i].box.top + labels.items[i].box.bottom) /
                        2 },
                0, &names[i],
                page_letters(f->page.small, f->page.style->text, CANVAS_LEFT));
}

void dot_field_draw_dots(const struct dot_field *f, struct canvas *canvas)
{
    for (int told = 0; told < 2; told++) {
        for (size_t i = 0; i < f->spec->dot_count; i++) {
            const struct chart_dot *dot = &f->spec->dots[i];
            bool tells = dot->standing == STANDING_BETTER ||
                         dot->standing == STANDING_WORSE;
            if (dot_field_shown(f, dot) && tells == (told == 1))
                draw_dot(f, canvas, dot);
        }
        canvas_level(canvas);
    }
    draw_names(f, canvas);
}
