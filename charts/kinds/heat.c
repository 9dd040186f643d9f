/*
 * heat.c - areas by periods: how high, and when did reporting stop.
 *
 *  (1) Values fall into up to five classes of about as many cells each, from
 *      light to dark; equal values are in one class. The classes are told below
 *      the table by their lowest and highest value.
 *  (2) A cell without a number is grey and says why.
 *  (3) Numbers are printed where all of them fit their cells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>

#include "charts/colour.h"
#include "charts/column_heads.h"
#include "charts/look.h"
#include "charts/page.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"

#define LABEL_SHARE .34
#define LABEL_GAP 10.0
#define WIDEST_CELL 96.0
#define KEY_WIDTH 24.0
#define KEY_HEIGHT 15.0
#define KEYS_ROOM 34.0
#define KEY_GAP 7.0
#define KEYS_GAP 20.0

enum { CLASSES = 5, LABEL_LINES = 2 };

struct heat_class {
    double low, high; /* of the values in it */
};

struct heat {
    struct page page;
    const struct chart_grid *grid;
    struct heat_class classes[CLASSES];
    size_t class_count;
    struct text_face face;
    struct text_lines *labels;
    struct column_heads heads;
    double label_width;
    double *edges; /* of rows, from the first one's top; one more than rows */
    bool printed;  /* (3) */
};

static bool cell_drawn(const struct chart_cell *cell)
{
    return look_shown(cell->status, cell->value);
}

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    const struct chart_grid *grid = &spec->grid;
    for (size_t i = 0; i < grid->rows * grid->columns; i++)
        if (cell_drawn(&grid->cells[i]))
            return true;
    return look_nothing(spec, fault);
}

/* --- the plan ---------------------------------------------------------------
 */

static int by_value(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* (1) */
static void plan_classes(struct heat *h)
{
    const struct chart_grid *grid = h->grid;
    size_t cells = grid->rows * grid->columns, count = 0, distinct = 0;
    double *values = arena_array(h->page.arena, cells, double);
    for (size_t i = 0; i < cells; i++)
        if (cell_drawn(&grid->cells[i]))
            values[count++] = grid->cells[i].value;
    qsort(values, count, sizeof *values, by_value);
    for (size_t i = 0; i < count; i++)
        distinct += i == 0 || values[i] > values[i - 1];
    for (size_t i = 0; i < count; i++) {
        struct heat_class *last =
            h->class_count > 0 ? &h->classes[h->class_count - 1] : NULL;
        bool fresh = i == 0 || values[i] > values[i - 1];
        bool due = distinct <= CLASSES || i * CLASSES >= h->class_count * count;
        if (last == NULL || (fresh && due && h->class_count < CLASSES))
            h->classes[h->class_count++] =
                (struct heat_class){ values[i], values[i] };
        else
            last->high = values[i];
    }
}

static size_t class_of(const struct heat *h, double value)
{
    size_t k = 0;
    while (k + 1 < h->class_count && value > h->classes[k].high)
        k++;
    return k;
}

/* Fewer classes spread over the whole way from light to dark. */
static uint32_t class_colour(const struct heat *h, size_t k)
{
    size_t at = h->class_count > 1 ? k * (CLASSES - 1) / (h->class_count - 1)
                                   : CLASSES / 2;
    return h->page.style->sequential[at];
}

static double row_height(size_t rows)
{
    if (rows <= 14)
        return 28;
    if (rows <= 24)
        return 23;
    return rows <= 40 ? 19 : 16;
}

static double label_line(const struct heat *h)
{
    return ceil(h->face.size * 1.12);
}

/* A row grows with its label. */
static void plan_labels(struct heat *h)
{
    double height = row_height(h->grid->rows);
    h->face =
        (struct text_face){ fmin(h->page.label.size, height * .7), false };
    h->edges = arena_array(h->page.arena, h->grid->rows + 1, double);
    h->labels = arena_array(h->page.arena, h->grid->rows, struct text_lines);
    for (size_t r = 0; r < h->grid->rows; r++) {
        h->labels[r] =
            text_width_wrap(h->page.arena, h->grid->row_labels[r], h->face,
                            h->page.width * LABEL_SHARE, LABEL_LINES);
        double needed = (double)h->labels[r].count * label_line(h) + 4;
        h->edges[r + 1] = h->edges[r] + fmax(height, needed);
        h->label_width = fmax(h->label_width, h->labels[r].widest);
    }
}

/* A cell without a number explains itself in the legend as "no data". */
static unsigned standings(const struct chart_grid *grid)
{
    for (size_t i = 0; i < grid->rows * grid->columns; i++)
        if (!cell_drawn(&grid->cells[i]))
            return 1u << STANDING_NONE;
    return 0;
}

static void plan(struct heat *h, const struct chart_spec *spec, unsigned width,
                 struct arena *arena)
{
    *h = (struct heat){ .grid = &spec->grid };
    page_plan(&h->page, spec, width, standings(h->grid), arena);
    plan_labels(h);
    plan_classes(h);
    double left = h->page.left + h->label_width + LABEL_GAP;
    double room = (h->page.right - left) / (double)h->grid->columns;
    h->heads = (struct column_heads){
        .words = h->grid->column_labels,
        .count = h->grid->columns,
        .face = h->page.small,
        .left = left,
        .right = h->page.right,
        .width = fmin(room, WIDEST_CELL),
    };
    column_heads_plan(&h->heads, arena);
    double widest = 0;
    for (size_t i = 0; i < h->grid->rows * h->grid->columns; i++)
        widest =
            fmax(widest,
                 text_width(text_width_printable(arena, h->grid->cells[i].text),
                            h->face));
    h->printed = widest + 6 <= h->heads.width;
}

static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct heat h;
    *width = spec->width > 0 ? spec->width : spec->style->width;
    plan(&h, spec, *width, arena);
    *height = page_height(&h.page,
                          h.heads.height + h.edges[h.grid->rows] + KEYS_ROOM);
    arena_free(arena);
}

/* --- drawing ----------------------------------------------------------------
 */

static void draw_cell(const struct heat *h, struct canvas *canvas, size_t row,
                      size_t column)
{
    const struct chart_style *style = h->page.style;
    const struct chart_cell *cell =
        &h->grid->cells[row * h->grid->columns + column];
    bool drawn = cell_drawn(cell);
    double left = h->heads.left + (double)column * h->heads.width;
    struct canvas_point one = { round(left) + .5, round(h->edges[row]) + .5 };
    struct canvas_point other = { round(left + h->heads.width) - .5,
                                  round(h->edges[row + 1]) - .5 };
    uint32_t colour =
        drawn ? class_colour(h, class_of(h, cell->value)) : style->none;
    struct look_paint paint = look_paint(style, colour, cell->status);
    look_field(canvas, one, other, paint,
               drawn && look_hollow(cell->status) ? 2 : 0);
    if (!h->printed && drawn)
        return;
    struct text_lines words = text_width_wrap(h->page.arena, cell->text,
                                              h->face, h->heads.width - 2, 1);
    canvas_lines(
        canvas,
        (struct canvas_point){ (one.x + other.x) / 2, (one.y + other.y) / 2 },
        0, &words,
        page_letters(h->face,
                     drawn ? colour_on(paint.fill, style->text) : style->muted,
                     CANVAS_CENTRE));
}

static void draw_labels(const struct heat *h, struct canvas *canvas)
{
    double line = label_line(h);
    for (size_t r = 0; r < h->grid->rows; r++) {
        double up = h->labels[r].count > 1 ? line / 2 : 0;
        canvas_lines(
            canvas,
            (struct canvas_point){ h->page.left + h->label_width,
                                   (h->edges[r] + h->edges[r + 1]) / 2 - up },
            line, &h->labels[r],
            page_letters(h->face, h->page.style->text, CANVAS_RIGHT));
    }
}

static const char *class_words(const struct heat *h, size_t k)
{
    const struct chart_spec *spec = h->page.spec;
    struct text text = text_new();
    number_add_local(&text, h->classes[k].low, spec->decimals, spec->language);
    if (h->classes[k].high > h->classes[k].low) {
        text_add(&text, "–");
        number_add_local(&text, h->classes[k].high, spec->decimals,
                         spec->language);
    }
    if (spec->axis != NULL && k + 1 == h->class_count)
        text_addf(&text, " %s", spec->axis);
    const char *copy = arena_copy(h->page.arena, text.bytes, text.length);
    text_free(&text);
    return copy;
}

/* The words of all keys, and how wide these are side by side. */
static double plan_keys(const struct heat *h, struct text_lines words[],
                        double most)
{
    double wide = -KEYS_GAP;
    for (size_t k = 0; k < h->class_count; k++) {
        words[k] = text_width_wrap(h->page.arena, class_words(h, k),
                                   h->page.label, most, 1);
        wide += KEY_WIDTH + KEY_GAP + words[k].widest + KEYS_GAP;
    }
    return wide;
}

/* (1) Each with the room it needs, or, where there is too little, all with the
 * same. The unit stands with the last class. */
static void draw_keys(const struct heat *h, struct canvas *canvas, double top)
{
    struct text_lines words[CLASSES];
    double x = h->page.left, room = h->page.right - h->page.left;
    double step = room / (double)h->class_count;
    bool even = plan_keys(h, words, room) > room;
    if (even)
        plan_keys(h, words, step - KEY_WIDTH - 2 * KEY_GAP);
    for (size_t k = 0; k < h->class_count; k++) {
        double left = x + KEY_WIDTH + KEY_GAP;
        canvas_rectangle(
            canvas, (struct canvas_point){ x, top },
            (struct canvas_point){ x + KEY_WIDTH, top + KEY_HEIGHT },
            class_colour(h, k));
        canvas_lines(
            canvas, (struct canvas_point){ left, top + KEY_HEIGHT / 2 }, 0,
            &words[k],
            page_letters(h->page.label, h->page.style->text, CANVAS_LEFT));
        x = even ? x + step : left + words[k].widest + KEYS_GAP;
    }
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct heat h;
    plan(&h, spec, spec->width, scratch);
    struct canvas *canvas = page_canvas(&h.page, spec->height);
    double top = h.page.top + h.heads.height;
    double bottom = fmax(spec->height - h.page.foot - KEYS_ROOM, top + 1);
    double scale = (bottom - top) / h.edges[h.grid->rows];
    for (size_t r = 0; r <= h.grid->rows; r++)
        h.edges[r] = top + h.edges[r] * scale;
    for (size_t r = 0; r < h.grid->rows; r++)
        for (size_t c = 0; c < h.grid->columns; c++)
            draw_cell(&h, canvas, r, c);
    canvas_level(canvas);
    draw_labels(&h, canvas);
    column_heads_draw(&h.heads, canvas, top, spec->style->text);
    draw_keys(&h, canvas, bottom + 12);
    canvas_write(canvas, script);
}

const struct chart_kind chart_heat = {
    .id = "heat",
    .accept = accept,
    .write = draw,
    .size = size,
};
