/*
 * series_field.h - a field of years by values, and series drawn into it.
 *
 *  (1) The interval is a band; a lone year has a whisker.
 *  (2) Open circles on a target path are targets; its points with the status
 *      estimated are steps between them and carry none.
 *  (3) Estimates are hollow; the way to a provisional or forecast value is
 *      dashed; a target path is always dashed and runs over gaps.
 *  (4) A year without a value says at the bottom that it is missing or hidden.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_SERIES_FIELD_H
#define HOCTAP_CHARTS_SERIES_FIELD_H

#include "charts/axis.h"
#include "charts/canvas.h"
#include "charts/series.h"

struct series_field {
    const struct chart_spec *spec; /* whose series are drawn */
    struct arena *arena;
    struct text_face face; /* of words in it */
    struct axis years, values;
    double left, right, top, bottom; /* px; years keep clear of the sides */
};

/* Px that the outermost years keep from left and right. */
#define SERIES_FIELD_PADDING 12.0

double series_field_x(const struct series_field *field, double year);
double series_field_y(const struct series_field *field, double value);

/* By role; others by their place among the spec's series. */
uint32_t series_field_colour(const struct series_field *field,
                             const struct chart_series *series);

/* In the order in which they are to be painted. */
void series_field_bands(const struct series_field *field, struct canvas *canvas,
                        const struct chart_series *series);
void series_field_lines(const struct series_field *field, struct canvas *canvas,
                        const struct chart_series *series);
void series_field_points(const struct series_field *field,
                         struct canvas *canvas,
                         const struct chart_series *series);
void series_field_absent(const struct series_field *field,
                         struct canvas *canvas,
                         const struct chart_series *series);

#endif
