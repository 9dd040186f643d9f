/*
 * pyramid.c - who is reached, by age and sex: the population in light bars, and
 * over them those who are reached.
 *
 *  (1) The first sex goes to the left, the second to the right, on one scale.
 *  (2) Each of the four sorts of bars is named above its side.
 *  (3) The number beside a row is that of its dark bar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/colour.h"
#include "charts/look.h"
#include "charts/row_frame.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"

#define KEY 12.0
#define KEY_GAP 6.0
#define HEAD_LEAD 8.0

enum { BARS = 4, KEY_LINES = 2 };

struct pyramid {
    struct row_frame frame;
    const struct chart_spec *spec;
    struct axis axis; /* of one side */
    struct text_lines keys[BARS];
    double key_lines;
};

/* NULL where there is nothing to draw. */
static const struct chart_cell *bar_of(const struct chart_spec *spec,
                                       size_t row, size_t bar)
{
    const struct chart_grid *grid = &spec->grid;
    if (bar >= grid->columns)
        return NULL;
    const struct chart_cell *cell = &grid->cells[row * grid->columns + bar];
    return look_shown(cell->status, cell->value) ? cell : NULL;
}

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    for (size_t row = 0; row < spec->grid.rows; row++)
        for (size_t bar = 0; bar < BARS; bar++)
            if (bar_of(spec, row, bar) != NULL)
                return true;
    return look_nothing(spec, fault);
}

/* (3) */
static const char **side_texts(const struct chart_spec *spec, size_t bar,
                               struct arena *arena)
{
    const struct chart_grid *grid = &spec->grid;
    const char **texts = arena_array(arena, grid->rows, const char *);
    for (size_t row = 0; row < grid->rows; row++)
        texts[row] = bar < grid->columns
                         ? grid->cells[row * grid->columns + bar].text
                         : "";
    return texts;
}

static void plan(struct pyramid *p, const struct chart_spec *spec,
                 unsigned width, struct arena *arena)
{
    *p = (struct pyramid){ .spec = spec };
    struct row_frame *frame = &p->frame;
    frame->count = spec->grid.rows;
    frame->labels = spec->grid.row_labels;
    frame->scaled = true;
    frame->column_count = 2;
    frame->columns[0] =
        (struct row_column){ .head = spec->heads[0],
                             .texts = side_texts(spec, 1, arena),
                             .before = true };
    frame->columns[1] =
        (struct row_column){ .head = spec->heads[1],
                             .texts = side_texts(spec, 3, arena) };
    row_frame_plan(frame, spec, width, arena);
    double room = (frame->right - frame->left) / BARS - KEY - 2 * KEY_GAP - 6;
    for (size_t bar = 0; bar < BARS && bar < spec->grid.columns; bar++) {
        p->keys[bar] = text_width_wrap(arena, spec->grid.column_labels[bar],
                                       frame->page.label, room, KEY_LINES);
        p->key_lines = fmax(p->key_lines, (double)p->keys[bar].count);
    }
    frame->heads_height =
        fmax(frame->heads_height,
             p->key_lines * page_line(frame->page.label) + HEAD_LEAD);
    double most = 0;
    for (size_t row = 0; row < spec->grid.rows; row++)
        for (size_t bar = 0; bar < BARS; bar++) {
            const struct chart_cell *cell = bar_of(spec, row, bar);
            most = fmax(most, cell == NULL ? 0 : cell->value);
        }
    size_t ticks = (size_t)fmax(1, (double)row_frame_ticks(frame) / 2);
    p->axis = axis_values(
        (struct axis_wish){ 0, most, NO_VALUE, NO_VALUE, true, ticks });
}

static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct pyramid p;
    *width = spec->width > 0 ? spec->width : spec->style->width;
    plan(&p, spec, *width, arena);
    *height = row_frame_height(&p.frame);
    arena_free(arena);
}

/* --- drawing ----------------------------------------------------------------
 */

/* (1) Where [value] ends on the side of that bar. */
static double place(const struct pyramid *p, size_t bar, double value)
{
    const struct row_frame *f = &p->frame;
    double middle = (f->left + f->right) / 2;
    return axis_place(&p->axis, fmax(value, 0), middle,
                      bar < BARS / 2 ? f->left + 4 : f->right - 4);
}

static uint32_t bar_colour(const struct pyramid *p, size_t bar)
{
    uint32_t colour = p->frame.page.style->groups[bar / 2];
    return bar % 2 == 0 ? colour_mix(COLOUR_WHITE, colour, .34) : colour;
}

static void draw_scale(const struct pyramid *p, struct canvas *canvas)
{
    const struct row_frame *f = &p->frame;
    const struct chart_style *style = f->page.style;
    for (size_t bar = 0; bar < BARS; bar += 2)
        for (size_t i = bar == 0 ? 0 : 1; i < p->axis.ticks; i++) {
            double value = axis_tick(&p->axis, i);
            double x = place(p, bar, value);
            canvas_line(canvas, (struct canvas_point){ x, f->top },
                        (struct canvas_point){ x, f->bottom },
                        (struct canvas_stroke){ 1, style->grid, CANVAS_SOLID });
            canvas_words(
                canvas, (struct canvas_point){ x, f->bottom + 11 },
                axis_text(f->page.arena, &p->axis, i, p->spec->language),
                page_letters(f->page.small, style->muted, CANVAS_CENTRE));
        }
    double line = page_line(f->page.label);
    canvas_lines(canvas,
                 (struct canvas_point){ (f->left + f->right) / 2,
                                        f->bottom + 22 + line / 2 },
                 line, &f->axis_words,
                 page_letters(f->page.label, style->muted, CANVAS_CENTRE));
    canvas_level(canvas);
}

static void draw_bar(const struct pyramid *p, struct canvas *canvas, size_t row,
                     size_t bar)
{
    const struct chart_cell *cell = bar_of(p->spec, row, bar);
    const struct row_frame *f = &p->frame;
    if (cell == NULL)
        return;
    /* The dark bar is slimmer: one that is longer than the light one, over
     * 100 %, does not hide it. */
    double half = f->row_height * (bar % 2 == 0 ? .42 : .3);
    double y = row_frame_middle(f, row);
    struct look_paint paint =
        look_paint(f->page.style, bar_colour(p, bar), cell->status);
    look_field(canvas, (struct canvas_point){ place(p, bar, 0), y - half },
               (struct canvas_point){ place(p, bar, cell->value), y + half },
               paint, look_hollow(cell->status) ? 1.2 : 0);
}

/* (2) */
static void draw_keys(const struct pyramid *p, struct canvas *canvas)
{
    const struct row_frame *f = &p->frame;
    double line = page_line(f->page.label);
    double quarter = (f->right - f->left) / BARS;
    for (size_t bar = 0; bar < BARS; bar++) {
        double x = f->left + quarter * (double)bar + KEY_GAP;
        double y = f->top - HEAD_LEAD - line * (p->key_lines - .5);
        if (p->keys[bar].count == 0)
            continue;
        canvas_rectangle(canvas, (struct canvas_point){ x, y - KEY / 2 },
                         (struct canvas_point){ x + KEY, y + KEY / 2 },
                         bar_colour(p, bar));
        canvas_lines(
            canvas, (struct canvas_point){ x + KEY + KEY_GAP, y }, line,
            &p->keys[bar],
            page_letters(f->page.label, f->page.style->text, CANVAS_LEFT));
    }
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct pyramid p;
    plan(&p, spec, spec->width, scratch);
    row_frame_place(&p.frame, spec->height);
    struct canvas *canvas = page_canvas(&p.frame.page, spec->height);
    draw_scale(&p, canvas);
    for (size_t dark = 0; dark < 2; dark++) {
        for (size_t row = 0; row < spec->grid.rows; row++)
            for (size_t bar = dark; bar < BARS; bar += 2)
                draw_bar(&p, canvas, row, bar);
        canvas_level(canvas);
    }
    double middle = (p.frame.left + p.frame.right) / 2;
    canvas_line(canvas, (struct canvas_point){ middle, p.frame.top },
                (struct canvas_point){ middle, p.frame.bottom },
                (struct canvas_stroke){ 1.4, spec->style->text, CANVAS_SOLID });
    draw_keys(&p, canvas);
    row_frame_draw_words(&p.frame, canvas);
    canvas_write(canvas, script);
}

const struct chart_kind chart_pyramid = {
    .id = "pyramid",
    .accept = accept,
    .write = draw,
    .size = size,
};
