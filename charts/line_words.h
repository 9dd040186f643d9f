/*
 * line_words.h - words above upright reference lines, kept apart.
 *
 * Each stands centred over its line; where two would touch they stand back to
 * back, and where there is no room for that, one above the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_LINE_WORDS_H
#define HOCTAP_CHARTS_LINE_WORDS_H

#include "charts/text_width.h"

struct line_words {
    struct text_lines text;
    double left;  /* where they begin */
    unsigned row; /* 0 above 1 */
};

/* [x] are the lines' places; all between 0 and [width]. A pair without text
 * asks for nothing. */
void line_words_part(struct line_words words[2], const double x[2],
                     double width);

#endif
