/*
 * canvas.c - gathers shapes into layers and writes them as one plot command.
 *
 *  (1) Coordinates are gnuplot's own: ranges are the pixels, margins are none.
 *  (2) A layer is one data block: a shape a row, or rows up to a blank line.
 *  (3) Colours stand in the data, so shapes that differ in colour alone share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "charts/canvas.h"
#include "charts/colour.h"
#include "charts/script.h"
#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/text.h"

enum layer_make { RECTANGLES, PATHS, POLYGONS, MARKS, WORDS };

/* What shapes must have in common to share a layer. */
struct layer_style {
    enum layer_make make;
    double size; /* line width, radius or letter size */
    bool bold;
    int variant; /* dash, shape or alignment */
    int turn;
};

struct layer {
    struct layer_style style;
    struct text rows;
};

struct canvas {
    struct arena *arena;
    unsigned width, height;
    const char *font;
    struct layer *layers;
    size_t count, room;
    size_t level; /* layers before this one are closed */
};

static void release(void *thing)
{
    struct canvas *canvas = thing;
    for (size_t i = 0; i < canvas->count; i++)
        text_free(&canvas->layers[i].rows);
    grow_release(&canvas->layers);
}

struct canvas *canvas_new(struct arena *arena, unsigned width, unsigned height,
                          const char *font)
{
    struct canvas *canvas = arena_new_of(arena, struct canvas);
    canvas->arena = arena;
    canvas->width = width;
    canvas->height = height;
    canvas->font = font;
    arena_defer(arena, release, canvas);
    return canvas;
}

void canvas_level(struct canvas *canvas)
{
    canvas->level = canvas->count;
}

static bool same_style(struct layer_style a, struct layer_style b)
{
    return a.make == b.make && fabs(a.size - b.size) < .005 &&
           a.bold == b.bold && a.variant == b.variant && a.turn == b.turn;
}

static struct text *layer_rows(struct canvas *canvas, struct layer_style style)
{
    for (size_t i = canvas->level; i < canvas->count; i++)
        if (same_style(canvas->layers[i].style, style))
            return &canvas->layers[i].rows;
    grow(canvas->layers, canvas->count, canvas->room);
    struct layer *layer = &canvas->layers[canvas->count++];
    *layer = (struct layer){ style, text_new() };
    return &layer->rows;
}

/* Hundredths of a pixel, without "-0" and without a useless fraction. */
static void add_number(struct text *rows, double value)
{
    double cents = rint(value * 100);
    if (fabs(cents) >= 1e9) /* far outside; gnuplot's integers end there */
        cents = cents < 0 ? -1e9 : 1e9;
    long whole = (long)fabs(cents);
    if (cents < 0)
        text_add_char(rows, '-');
    text_addf(rows, "%ld", whole / 100);
    if (whole % 100 != 0)
        text_addf(rows, whole % 10 == 0 ? ".%ld" : ".%02ld",
                  whole % 10 == 0 ? whole % 100 / 10 : whole % 100);
}

static void add_pair(struct text *rows, double x, double y)
{
    add_number(rows, x);
    text_add_char(rows, '\t');
    add_number(rows, y);
}

static void add_colour(struct text *rows, uint32_t colour)
{
    text_addf(rows, "\t0x%06X\n", (unsigned)(colour & 0xFFFFFF));
}

void canvas_rectangle(struct canvas *canvas, struct canvas_point one,
                      struct canvas_point other, uint32_t colour)
{
    struct text *rows =
        layer_rows(canvas, (struct layer_style){ .make = RECTANGLES });
    add_pair(rows, (one.x + other.x) / 2, (one.y + other.y) / 2);
    text_add_char(rows, '\t');
    add_pair(rows, fabs(one.x - other.x) / 2, fabs(one.y - other.y) / 2);
    add_colour(rows, colour);
}

/* (2) Rows of one run of points, closed by a blank line. */
static void add_run(struct text *rows, const struct canvas_point points[],
                    size_t count, uint32_t colour)
{
    if (rows->length > 0)
        text_add_char(rows, '\n');
    for (size_t i = 0; i < count; i++) {
        add_pair(rows, points[i].x, points[i].y);
        add_colour(rows, colour);
    }
}

void canvas_path(struct canvas *canvas, const struct canvas_point points[],
                 size_t count, struct canvas_stroke stroke)
{
    struct text *rows =
        layer_rows(canvas, (struct layer_style){ .make = PATHS,
                                                 .size = stroke.width,
                                                 .variant = (int)stroke.dash });
    add_run(rows, points, count, stroke.colour);
}

void canvas_line(struct canvas *canvas, struct canvas_point from,
                 struct canvas_point to, struct canvas_stroke stroke)
{
    struct canvas_point ends[] = { from, to };
    canvas_path(canvas, ends, 2, stroke);
}

void canvas_cased(struct canvas *canvas, struct canvas_point from,
                  struct canvas_point to, struct canvas_stroke stroke)
{
    canvas_line(canvas, from, to,
                (struct canvas_stroke){ stroke.width + 2.4, COLOUR_WHITE,
                                        CANVAS_SOLID });
    canvas_line(canvas, from, to, stroke);
}

void canvas_polygon(struct canvas *canvas, const struct canvas_point points[],
                    size_t count, uint32_t colour)
{
    struct text *rows =
        layer_rows(canvas, (struct layer_style){ .make = POLYGONS });
    add_run(rows, points, count, colour);
}

void canvas_mark(struct canvas *canvas, struct canvas_point centre,
                 enum canvas_shape shape, double radius, uint32_t colour)
{
    struct text *rows = layer_rows(
        canvas, (struct layer_style){
                    .make = MARKS, .size = radius, .variant = (int)shape });
    add_pair(rows, centre.x, centre.y);
    add_colour(rows, colour);
}

/* Words that begin outside the ranges would vanish without a word. */
static double inside(double value, unsigned most)
{
    return fmin(fmax(value, 0), most);
}

void canvas_words(struct canvas *canvas, struct canvas_point at,
                  const char *words, struct canvas_letters letters)
{
    const char *clean = text_width_printable(canvas->arena, words);
    if (*clean == '\0')
        return;
    struct layer_style style = { .make = WORDS,
                                 .size = letters.face.size,
                                 .bold = letters.face.bold,
                                 .variant = (int)letters.align,
                                 .turn = letters.turn };
    struct text *rows = layer_rows(canvas, style);
    add_pair(rows, inside(at.x, canvas->width), inside(at.y, canvas->height));
    text_add_char(rows, '\t');
    script_add_label(rows, clean);
    add_colour(rows, letters.colour);
}

void canvas_lines(struct canvas *canvas, struct canvas_point first,
                  double line_height, const struct text_lines *lines,
                  struct canvas_letters letters)
{
    double angle = letters.turn * acos(-1) / 180;
    for (size_t i = 0; i < lines->count; i++) {
        double down = (double)i * line_height;
        struct canvas_point at = { first.x + sin(angle) * down,
                                   first.y + cos(angle) * down };
        canvas_words(canvas, at, lines->lines[i], letters);
    }
}

static void add_path_style(struct text *out, const struct layer_style *style)
{
    static const char *const dashes[] = { "", " dt (12,8)", " dt (3,6)" };
    text_addf(out, "using 1:2:3 with lines lw %.2f%s lc rgb variable",
              style->size, dashes[style->variant]);
}

/* Sizes by which the shapes look alike, by enum canvas_shape. */
static void add_mark_style(struct text *out, const struct layer_style *style)
{
    static const struct {
        int type;
        double scale;
    } marks[] = { { 7, 1 },    { 5, .9 },    { 9, 1.05 },
                  { 13, 1.1 }, { 11, 1.05 }, { 15, 1.1 } };
    text_addf(out, "using 1:2:3 with points pt %d ps %.3f*px lc rgb variable",
              marks[style->variant].type,
              style->size * marks[style->variant].scale);
}

static void add_word_style(struct text *out, const struct layer_style *style,
                           const char *font)
{
    static const char *const aligns[] = { "left", "center", "right" };
    text_addf(out, "using 1:2:3:4 with labels %s noenhanced",
              aligns[style->variant]);
    if (style->turn != 0)
        text_addf(out, " rotate by %d", style->turn);
    text_add(out, " font ");
    script_add_font(out, font, style->size, style->bold);
    text_add(out, " tc rgb variable");
}

static void add_layer_style(struct text *out, const struct layer_style *style,
                            const char *font)
{
    switch (style->make) {
    case RECTANGLES:
        text_add(out, "using 1:2:3:4:5 with boxxyerror fs solid noborder "
                      "lc rgb variable");
        break;
    case PATHS:
        add_path_style(out, style);
        break;
    case POLYGONS:
        text_add(out, "using 1:2:3 with filledcurves closed fs solid noborder "
                      "fc rgb variable");
        break;
    case MARKS:
        add_mark_style(out, style);
        break;
    case WORDS:
        add_word_style(out, style, font);
        break;
    }
}

void canvas_write(const struct canvas *canvas, struct text *script)
{
    text_addf(script,
              "set margins 0,0,0,0\nunset border\nunset tics\nunset key\n"
              "set xrange [0:%u]\nset yrange [%u:0]\n",
              canvas->width, canvas->height);
    for (size_t i = 0; i < canvas->count; i++)
        script_add_block(script, i, &canvas->layers[i].rows);
    for (size_t i = 0; i < canvas->count; i++) {
        text_add(script, i == 0 ? "plot " : ", \\\n  ");
        script_add_block_name(script, i);
        text_add_char(script, ' ');
        add_layer_style(script, &canvas->layers[i].style, canvas->font);
    }
    text_add(script, "\n");
}
