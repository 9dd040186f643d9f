/*
 * chart_spec.h - what a chart shows, with every text ready to print.
 *
 * A spec is numbers and words, no drawing: the charts room turns it into a
 * gnuplot script by its kind. Titles, labels and number texts come in the
 * chart's language; the kind computes places and widths only.
 *
 * Each kind reads the part of the spec it needs:
 *   league         rows (label, value, limits, standing), whole, target
 *   shortfall      rows (label, value = how many are lacking), grid of one
 *                  column: the cumulative share
 *   tartan         grid (rows = indicators, columns = areas)
 *   heat           grid with values (rows = areas, columns = periods)
 *   gap, equiplot  grid with values (rows = areas, columns = groups); rows:
 *                  value and text are the gap
 *   rules          the same (columns = today and the rules of a plan)
 *   pyramid        grid with values (rows = ages, columns = for each of two
 *                  sexes the population, and those reached)
 *   spine          spans (rows = indicators), heads
 *   trend, path    series (points over years; role main, whole, target, …)
 *   multiples      series: one whole, and a main one for each area
 *   slope          series of two points with a standing; those to be named
 *                  have a label
 *   funnel         dots (x = base, y = value), whole, series: the limits
 *   quadrant       dots (x = level, y = change), whole, whole_y, better_low
 *   lorenz, concentration  points from (0,0) to (1,1), the index in words
 *   map, tiles    rows, their places, classes (none: coloured by standing)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_CHART_SPEC_H
#define HOCTAP_MODEL_CHART_SPEC_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/chart_style.h"
#include "engine/model/results.h"
#include "engine/model/shapes.h"
#include "engine/model/table.h"

struct chart_row {
    const char *label;
    double value, lower, upper; /* limits NO_VALUE without an interval */
    enum status status;
    enum standing standing;
    const char *text; /* the value as printed, with its sign of status */
};

struct chart_cell {
    enum status status;
    enum standing standing;
    const char *text; /* "62,6", "…", "*" */
    double value;     /* where the kind asks for it */
};

struct chart_grid {
    const char **row_labels, **column_labels;
    size_t rows, columns;
    struct chart_cell *cells; /* row after row */
};

struct chart_point {
    double x, y, lower, upper;
    enum status status;
    bool cut_before; /* a break: no line from the point before */
};

enum series_role {
    SERIES_MAIN,
    SERIES_WHOLE,
    SERIES_TARGET, /* the way to what was set: dashed */
    SERIES_OTHER,
    SERIES_PLAN,    /* what is planned for each year */
    SERIES_FORECAST /* where it may go by itself: dashed, in its band */
};

struct chart_series {
    const char *label; /* printed at its end, with the last value */
    enum series_role role;
    struct chart_point *points;
    size_t count;
    enum standing standing; /* slope */
    const char *texts[2];   /* slope: first and last value as printed */
};

/* One area in a field of two measures. */
struct chart_dot {
    const char *label;
    double x, y;
    enum status status;
    enum standing standing;
    bool named; /* its label is printed where there is room */
};

enum { SPAN_TEXTS = 4 };
/* Where a value stands between the worst and the best. */
struct chart_span {
    const char *label;
    double value, whole;
    double worst, best; /* worst > best when less is better */
    double worse_quarter, better_quarter;
    enum status status;
    enum standing standing;
    const char *texts[SPAN_TEXTS]; /* value, whole, worst, best; as printed */
};

enum { CHART_CLASSES = 5 };
/* Where a row's area lies, and in which class its value falls. */
struct chart_place {
    const struct shape *shape; /* map; NULL = it has no polygon */
    unsigned column, row;      /* tiles; 0 = it has no square */
    size_t class;              /* index into classes, of a value that shows */
};

/* A horizontal or vertical line with its words. */
struct chart_line {
    double value; /* NO_VALUE = none */
    const char *label;
};

struct chart_mark {
    double x;          /* a vertical hair line: a break in the series */
    const char *label; /* short; may be "" */
};

struct chart_spec {
    const char *kind;
    const char *name; /* our own ASCII slug: the file's name without suffix */
    const char *title, *subtitle, *note; /* note below; may be NULL */
    const char *axis;                    /* the value axis' words: "%" */
    const char *description;             /* alt text */
    const char *language;                /* "vi" or "en": marks of numbers */
    const char *legend[4]; /* words for better, similar, worse, no data */
    unsigned decimals;     /* on the axis */
    double low, high;      /* bounds of the indicator; NO_VALUE = none */
    bool proportion;       /* the value axis starts at 0 */

    struct chart_row *rows;
    size_t row_count;
    struct chart_line whole, target;
    struct chart_grid grid;
    struct chart_series *series;
    size_t series_count;
    struct chart_mark *marks;
    size_t mark_count;
    struct chart_point *curve; /* lorenz, concentration */
    size_t curve_count;
    const char *curve_words; /* in a free corner: "Gini 0,12" */
    struct chart_dot *dots;
    size_t dot_count;
    struct chart_line whole_y; /* across a field of dots */
    bool better_low;           /* less is better */
    struct chart_span *spans;
    size_t span_count;
    const char *heads[SPAN_TEXTS]; /* of number columns */
    const char *axis_x, *axis_y;
    struct chart_place *places;         /* of rows; NULL = the kind has none */
    const char *classes[CHART_CLASSES]; /* words of the legend, lowest first */
    size_t class_count;

    const struct chart_style *style;
    unsigned width, height; /* px; 0 = the kind decides */
};

/* What a file of charts/kinds ends in. */
struct text;
struct arena;
struct fault;
struct chart_kind {
    const char *id;
    /* Is there anything to draw? Says why not. */
    bool (*accept)(const struct chart_spec *spec, struct fault *fault);
    /* Adds the plot commands and sets the picture's size. */
    void (*write)(const struct chart_spec *spec, struct text *script,
                  struct arena *scratch);
    /* The size it wants, when the spec leaves it open. */
    void (*size)(const struct chart_spec *spec, unsigned *width,
                 unsigned *height);
};

#endif
