/*
 * dot_field.h - a field of two measures with a dot for every area.
 *
 *  (1) A dot's shape and colour say better or worse; the others are discs.
 *  (2) Names stand beside dots where there is room (dot_labels.h); dots of
 *      worse and better areas lie above the others.
 *  (3) The upright axis may be in steps of multiplying: areas of two hundred
 *      and of twenty thousand people have room beside each other.
 *
 * The plan is made in two steps: dot_field_plan, then the kind settles the
 * field's right edge and the axes, then dot_field_place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_DOT_FIELD_H
#define HOCTAP_CHARTS_DOT_FIELD_H

#include <stdbool.h>

#include "charts/axis.h"
#include "charts/dot_labels.h"
#include "charts/page.h"
#include "charts/series.h"

enum { DOT_FIELD_BOXES = 8 };

struct dot_field {
    const struct chart_spec *spec;
    struct page page;
    bool by_size;     /* (3) x is a logarithm */
    struct axis x, y; /* x of decimal logarithms when by_size */
    struct text_lines x_words, y_words;
    double left, right, top, bottom;
    struct dot_box taken[DOT_FIELD_BOXES]; /* where no name may stand */
    size_t taken_count;
};

/* Is there a dot to draw? */
bool dot_field_accept(const struct chart_spec *spec, bool by_size,
                      struct fault *fault);
bool dot_field_shown(const struct dot_field *field,
                     const struct chart_dot *dot);

/* Page, words, axes over all dots and [values] more; left and right. */
void dot_field_plan(struct dot_field *field, const struct chart_spec *spec,
                    unsigned width, struct arena *arena);
void dot_field_axes(struct dot_field *field, struct series_range x,
                    struct series_range y);
/* Of the dots. */
void dot_field_ranges(const struct dot_field *field, struct series_range *x,
                      struct series_range *y);
/* The picture's height; the words of the lines take [above]. */
unsigned dot_field_height(const struct dot_field *field, double above);
void dot_field_place(struct dot_field *field, unsigned height, double above);

double dot_field_x(const struct dot_field *field, double value);
double dot_field_y(const struct dot_field *field, double value);

void dot_field_draw_scale(const struct dot_field *field, struct canvas *canvas);
void dot_field_draw_dots(const struct dot_field *field, struct canvas *canvas);

#endif
