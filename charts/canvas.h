/*
 * canvas.h - shapes at computed places, to be painted by gnuplot.
 *
 * A canvas is measured in pixels of the picture, y downwards from its top left
 * corner. Shapes are gathered into layers: those of one make (rectangles, lines
 * of one width, words of one size …) become one element of gnuplot's plot
 * command. Layers are painted in the order in which their first shape came;
 * canvas_level begins anew, so that all that follows lies above.
 *
 * Words go through the quoting of script.c and nowhere else.
 *
 * The canvas lives in the arena it was made in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_CANVAS_H
#define HOCTAP_CHARTS_CANVAS_H

#include <stddef.h>
#include <stdint.h>

#include "charts/text_width.h"

struct arena;
struct canvas;
struct text;

enum canvas_align { CANVAS_LEFT, CANVAS_CENTRE, CANVAS_RIGHT };

/* How words are set. They are centred on y. */
struct canvas_letters {
    struct text_face face;
    uint32_t colour;
    enum canvas_align align;
    int turn; /* degrees, against the clock */
};

enum canvas_dash { CANVAS_SOLID, CANVAS_DASHED, CANVAS_DOTTED };

struct canvas_stroke {
    double width;
    uint32_t colour;
    enum canvas_dash dash;
};

enum canvas_shape {
    CANVAS_DISC,
    CANVAS_SQUARE,
    CANVAS_TRIANGLE,
    CANVAS_DIAMOND,
    CANVAS_UPSIDE_DOWN,
    CANVAS_PENTAGON
};

struct canvas_point {
    double x, y;
};

/* [font] is the family's name. */
struct canvas *canvas_new(struct arena *arena, unsigned width, unsigned height,
                          const char *font);
void canvas_level(struct canvas *canvas);

/* Any two opposite corners. */
void canvas_rectangle(struct canvas *canvas, struct canvas_point one,
                      struct canvas_point other, uint32_t colour);
void canvas_line(struct canvas *canvas, struct canvas_point from,
                 struct canvas_point to, struct canvas_stroke stroke);
/* On white casing, which keeps it apart from what it crosses. */
void canvas_cased(struct canvas *canvas, struct canvas_point from,
                  struct canvas_point to, struct canvas_stroke stroke);
void canvas_path(struct canvas *canvas, const struct canvas_point points[],
                 size_t count, struct canvas_stroke stroke);
void canvas_polygon(struct canvas *canvas, const struct canvas_point points[],
                    size_t count, uint32_t colour);
/* [radius] of the disc; other shapes look as large as it. */
void canvas_mark(struct canvas *canvas, struct canvas_point centre,
                 enum canvas_shape shape, double radius, uint32_t colour);
void canvas_words(struct canvas *canvas, struct canvas_point at,
                  const char *words, struct canvas_letters letters);
/* Lines of text below one another; [first] is the middle of the first. */
void canvas_lines(struct canvas *canvas, struct canvas_point first,
                  double line_height, const struct text_lines *lines,
                  struct canvas_letters letters);

/* The settings, data blocks and plot command that paint it. */
void canvas_write(const struct canvas *canvas, struct text *script);

#endif
