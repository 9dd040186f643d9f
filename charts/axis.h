/*
 * axis.h - a scale of numbers with ticks at round values.
 *
 * Steps are 1, 2, 2.5 or 5 times a power of ten (whole ones only for years).
 * Tick k stands at low + k * step; its text is made in the chart's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_AXIS_H
#define HOCTAP_CHARTS_AXIS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct axis {
    double low, high; /* of the scale */
    double first;     /* value of tick 0, >= low */
    double step;
    size_t ticks;      /* at least one */
    unsigned decimals; /* that the ticks need */
};

/* What a scale must show. */
struct axis_wish {
    double least, most;           /* of the data */
    double low_bound, high_bound; /* NO_VALUE = none: the axis stops there
                                     unless the data go beyond */
    bool from_zero;
    size_t ticks; /* about so many steps */
};

/* Low and high are ticks, or bounds. Values all equal get room around them. */
struct axis axis_values(struct axis_wish wish);

/* Years: the scale is [least, most] itself, ticks at whole years, at most
 * [ticks] of them. */
struct axis axis_years(double least, double most, size_t ticks);

double axis_tick(const struct axis *axis, size_t index);
const char *axis_text(struct arena *arena, const struct axis *axis,
                      size_t index, const char *language);

/* Of a year: without marks of thousands. */
const char *axis_year_text(struct arena *arena, const struct axis *axis,
                           size_t index);

/* Where [value] lies between the pixels [from] (low) and [to] (high). */
double axis_place(const struct axis *axis, double value, double from,
                  double to);

#endif
