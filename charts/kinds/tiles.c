/*
 * tiles.c - where, with one equal square for every area.
 *
 *  (1) Squares are as large as the picture allows, up to a size that is read
 *      well; the arrangement stands in the middle.
 *  (2) A name takes the lines and the letters that its square has room for; the
 *      value stands below it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/area_fill.h"
#include "charts/colour.h"
#include "charts/hatch.h"
#include "charts/page.h"
#include "engine/base/arena.h"

#define LARGEST 118.0
#define SMALLEST 34.0
#define GAP 3.0     /* between squares */
#define PADDING 5.0 /* inside them */
#define HATCHED 8.0 /* breadth of a hatched edge */
#define LEAST_LETTERS 7.0

enum { NAME_LINES = 3 };

struct tiles_plan {
    struct page page;
    const struct chart_spec *spec;
    unsigned first_column, first_row, columns, rows;
    double side; /* of a square with its gap */
    bool breaks; /* are broken lines drawn? */
};

static bool lies(const struct chart_place *place)
{
    return place->column > 0 && place->row > 0;
}

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    return area_fill_accept(spec, lies, fault);
}

/* The rectangle of squares that are in use. */
static void plan_grid(struct tiles_plan *t)
{
    unsigned right = 0, bottom = 0;
    for (size_t i = 0; i < t->spec->row_count; i++) {
        const struct chart_place *place = &t->spec->places[i];
        if (!lies(place))
            continue;
        bool first = right == 0;
        if (first || place->column < t->first_column)
            t->first_column = place->column;
        if (first || place->row < t->first_row)
            t->first_row = place->row;
        right = place->column > right ? place->column : right;
        bottom = place->row > bottom ? place->row : bottom;
    }
    t->columns = right - t->first_column + 1;
    t->rows = bottom - t->first_row + 1;
}

static void plan(struct tiles_plan *t, const struct chart_spec *spec,
                 unsigned width, struct arena *arena)
{
    *t = (struct tiles_plan){ .spec = spec };
    page_plan(&t->page, spec, width, area_fill_standings(spec, lies), arena);
    plan_grid(t);
    t->breaks = area_fill_breaks(spec, lies);
    t->side = fmin((t->page.right - t->page.left) / t->columns, LARGEST);
    if (spec->width == 0)
        t->side = fmax(t->side, SMALLEST);
}

/* So many columns that squares would be too small make a wider picture. */
static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct tiles_plan t;
    *width = spec->width > 0 ? spec->width : spec->style->width;
    plan(&t, spec, *width, arena);
    double needed =
        t.side * t.columns + t.page.width - t.page.right + t.page.left;
    if (needed > *width + .5) {
        *width = (unsigned)ceil(needed);
        plan(&t, spec, *width, arena);
    }
    *height = page_height(&t.page, t.side * t.rows);
    arena_free(arena);
}

struct square {
    struct canvas_point one, other;
};

static struct square square_of(const struct tiles_plan *t, size_t row)
{
    const struct chart_place *place = &t->spec->places[row];
    double room = t->spec->height - t->page.top - t->page.foot;
    double left = (t->page.left + t->page.right - t->side * t->columns) / 2;
    double top = t->page.top + fmax(room - t->side * t->rows, 0) / 2;
    double x = left + t->side * (place->column - t->first_column);
    double y = top + t->side * (place->row - t->first_row);
    return (struct square){ { round(x), round(y) },
                            { round(x + t->side - GAP),
                              round(y + t->side - GAP) } };
}

static void draw_square(const struct tiles_plan *t, struct canvas *canvas,
                        struct square s, struct area_fill fill)
{
    const struct chart_style *style = t->page.style;
    canvas_rectangle(canvas, s.one, s.other, fill.colour);
    if (fill.hatched)
        hatch_field(canvas, s.one, s.other, style->axis, t->page.arena);
    if (!t->breaks || !fill.broken)
        return;
    struct canvas_stroke stroke = { 1, colour_on(fill.colour, style->text),
                                    CANVAS_DASHED };
    double in = 2.5;
    struct canvas_point path[] = {
        { s.one.x + in, s.one.y + in },     { s.other.x - in, s.one.y + in },
        { s.other.x - in, s.other.y - in }, { s.one.x + in, s.other.y - in },
        { s.one.x + in, s.one.y + in },
    };
    canvas_path(canvas, path, 5, stroke);
}

/* Hatching gives way to words. */
static void clear_middle(struct canvas *canvas, struct square s,
                         uint32_t colour)
{
    canvas_rectangle(
        canvas, (struct canvas_point){ s.one.x + HATCHED, s.one.y + HATCHED },
        (struct canvas_point){ s.other.x - HATCHED, s.other.y - HATCHED },
        colour);
}

/* (2) The largest letters in which the words have room. */
static struct text_lines fit_name(const struct tiles_plan *t, const char *name,
                                  double room, struct text_face *face)
{
    struct text_lines lines = { 0 };
    size_t most = NAME_LINES;
    for (; face->size >= LEAST_LETTERS; face->size -= .5) {
        double height = room - 1.3 * face->size;
        most = (size_t)fmax(
            fmin(floor(height / (1.15 * face->size)), NAME_LINES), 1);
        lines = text_width_wrap(t->page.arena, name, *face, room, most);
        if (!lines.cut &&
            text_width_widest_word(t->page.arena, name, *face) <= room)
            return lines;
    }
    face->size = LEAST_LETTERS;
    return lines;
}

static void draw_words(const struct tiles_plan *t, struct canvas *canvas,
                       size_t row, struct square s, uint32_t fill)
{
    double room = s.other.x - s.one.x - 2 * PADDING;
    struct text_face face = t->page.label, bold;
    uint32_t colour = colour_on(fill, t->page.style->text);
    struct text_lines name = fit_name(t, t->spec->rows[row].label, room, &face);
    const char *value = area_fill_words(t->page.arena, t->spec, row);
    bold = (struct text_face){ face.size, true };
    double width = text_width(value, bold);
    if (width > room)
        bold.size = fmax(bold.size * room / width, 5);
    double line = 1.15 * face.size;
    double high = line * (double)name.count + 1.3 * bold.size;
    struct canvas_point at = { (s.one.x + s.other.x) / 2,
                               (s.one.y + s.other.y) / 2 };
    double top = at.y - high / 2;
    canvas_lines(canvas, (struct canvas_point){ at.x, top + line / 2 }, line,
                 &name, page_letters(face, colour, CANVAS_CENTRE));
    at.y = top + high - .65 * bold.size;
    canvas_words(canvas, at, value, page_letters(bold, colour, CANVAS_CENTRE));
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct tiles_plan t;
    plan(&t, spec, spec->width, scratch);
    double room = spec->height - t.page.top - t.page.foot;
    t.side = fmax(fmin(t.side, room / t.rows), 2 * PADDING + GAP);
    struct canvas *canvas = page_canvas(&t.page, spec->height);
    for (size_t i = 0; i < spec->row_count; i++)
        if (lies(&spec->places[i]))
            draw_square(&t, canvas, square_of(&t, i), area_fill(spec, i));
    canvas_level(canvas);
    for (size_t i = 0; i < spec->row_count; i++)
        if (lies(&spec->places[i]) && area_fill(spec, i).hatched)
            clear_middle(canvas, square_of(&t, i), area_fill(spec, i).colour);
    for (size_t i = 0; i < spec->row_count; i++)
        if (lies(&spec->places[i]))
            draw_words(&t, canvas, i, square_of(&t, i),
                       area_fill(spec, i).colour);
    canvas_write(canvas, script);
}

const struct chart_kind chart_tiles = {
    .id = "tiles",
    .accept = accept,
    .write = draw,
    .size = size,
};
