/*
 * league_plan.h - where everything in a league of areas stands.
 *
 * A league is one to three columns of rows on one scale. A row is a label, a
 * bar or a dot with its interval, and a number beyond both. Planned are the
 * columns, the room for labels, the scale, and the words over the lines of the
 * whole and the target; what is left is to draw it.
 *
 * Places are pixels from a column's left edge. All of it lives in the arena
 * that is given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_LEAGUE_PLAN_H
#define HOCTAP_CHARTS_LEAGUE_PLAN_H

#include "charts/axis.h"
#include "charts/line_words.h"
#include "charts/page.h"

#define LEAGUE_PLAN_COLUMN_GAP 28.0
#define LEAGUE_PLAN_TICK_ROOM 22.0 /* for the scale's numbers */

struct league_plan {
    struct page page;
    const struct chart_spec *spec;
    size_t columns, rows; /* rows of the longest column */
    double row_height, column_width, label_width;
    double words_room, axis_room; /* above and below the rows */
    double value_gap;             /* between a row's end and its number */
    struct text_face face;        /* of labels and numbers */
    struct axis axis;
    double from, to;            /* the scale's ends */
    bool bars, coloured;        /* bars, or dots; by standing, or all alike */
    struct text_lines *labels;  /* of the spec's rows */
    const char **texts;         /* numbers with their signs */
    double *widths;             /* and how wide they are */
    struct line_words words[2]; /* of the whole and the target */
};

void league_plan(struct league_plan *plan, const struct chart_spec *spec,
                 struct arena *arena);

/* The size of the picture. */
unsigned league_plan_width(const struct league_plan *plan);
unsigned league_plan_height(const struct league_plan *plan);

/* A dot's, in rows of that height. */
double league_plan_radius(double row_height);

/* Where a row's number begins, ends and is held, in a column at [left]. */
struct league_number {
    double x, start, end;
    bool before; /* it ends at x: the row's bar goes to the left */
};
struct league_number league_plan_number(const struct league_plan *plan,
                                        size_t row, double left);

#endif
