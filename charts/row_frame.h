/*
 * row_frame.h - rows of areas or indicators: a label, a field, columns of
 * numbers.
 *
 *      head   head                         head
 *      label  12,3  |  the kind's own     |  4,5
 *      label   9,8  |  field              |  4,1
 *                   0        50       100
 *
 * Kinds that set something beside every name (dumbbells, bars, spans) differ in
 * what they put into the field; all else of the picture is planned and drawn
 * here. A row grows with its label, up to three lines. Words that find no room
 * are cut, visibly; none leaves its column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_ROW_FRAME_H
#define HOCTAP_CHARTS_ROW_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "charts/axis.h"
#include "charts/page.h"

enum { ROW_FRAME_COLUMNS = 4 };

struct row_column {
    /* Given: */
    const char *head;   /* may be NULL */
    const char **texts; /* one for each row */
    bool before;        /* between label and field, else behind it */
    /* Planned: */
    struct text_lines head_lines;
    const char **fitted;
    double width, right; /* numbers end at right */
};

struct row_frame {
    /* Given: */
    size_t count;
    const char **labels;
    const bool *faint; /* rows without a number; may be NULL */
    struct row_column columns[ROW_FRAME_COLUMNS];
    size_t column_count;
    double head_room;   /* px over the rows that the kind wants, at least */
    bool scaled;        /* there are ticks below the field */
    unsigned standings; /* of the legend: see page.h */
    /* Planned: */
    struct page page;
    struct text_face face; /* of labels and numbers */
    struct text_lines *label_lines, axis_words;
    double row_height; /* of a row with one line of label */
    double *edges;     /* of rows, from the first one's top; one more */
    double label_right;
    double left, right; /* of the field */
    double heads_height, foot_room;
    double top, bottom; /* of the rows, once placed */
};

void row_frame_plan(struct row_frame *frame, const struct chart_spec *spec,
                    unsigned width, struct arena *arena);
/* The picture's height. */
unsigned row_frame_height(const struct row_frame *frame);
/* Settles the rows in a picture of that height. */
void row_frame_place(struct row_frame *frame, unsigned height);
/* The middle of a row. */
double row_frame_middle(const struct row_frame *frame, size_t row);

/* How many ticks the field has room for. */
size_t row_frame_ticks(const struct row_frame *frame);
/* Hair lines through the rows, numbers and the axis' words below. */
void row_frame_draw_scale(const struct row_frame *frame, struct canvas *canvas,
                          const struct axis *axis);
/* Labels, numbers and heads. */
void row_frame_draw_words(const struct row_frame *frame, struct canvas *canvas);

#endif
