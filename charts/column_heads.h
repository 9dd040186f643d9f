/*
 * column_heads.h - the words over the columns of a table.
 *
 * They are level when they fit, on up to three lines, no word broken and none
 * cut. Else all of them lean by 45 degrees, and the columns give way until the
 * last one's head ends inside the picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_COLUMN_HEADS_H
#define HOCTAP_CHARTS_COLUMN_HEADS_H

#include <stdint.h>

#include "charts/canvas.h"

struct arena;

struct column_heads {
    /* Given: */
    const char *const *words; /* one for each column */
    size_t count;
    struct text_face face;
    double left;  /* px, where the first column begins */
    double right; /* that no head may pass */
    /* Given as wished, planned as it must be: */
    double width; /* of a column */
    /* Planned: */
    double height;
    struct text_lines *lines;
    bool leaning;
};

void column_heads_plan(struct column_heads *heads, struct arena *arena);

/* Draws them so that they stand on [bottom]. */
void column_heads_draw(const struct column_heads *heads, struct canvas *canvas,
                       double bottom, uint32_t colour);

#endif
