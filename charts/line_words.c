/*
 * line_words.c - two labels on one row, if at all possible.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdbool.h>

#include "charts/line_words.h"

#define APART 10.0 /* between words on one row */
#define OVERHANG 4.0

static bool touch(const struct line_words *one, const struct line_words *other)
{
    return one->text.count > 0 && other->text.count > 0 &&
           one->left < other->left + other->text.widest + APART &&
           other->left < one->left + one->text.widest + APART;
}

void line_words_part(struct line_words words[2], const double x[2],
                     double width)
{
    for (size_t i = 0; i < 2; i++) {
        double wide = words[i].text.widest;
        words[i].row = 0;
        words[i].left = fmax(fmin(x[i] - wide / 2, width - wide), 0);
    }
    if (!touch(&words[0], &words[1]))
        return;
    unsigned first = x[0] <= x[1] ? 0 : 1, last = 1 - first;
    double right = x[last] - OVERHANG;
    double left =
        fmin(x[first] + OVERHANG, right - APART) - words[first].text.widest;
    if (left >= 0 && right + words[last].text.widest <= width) {
        words[first].left = left;
        words[last].left = right;
    } else {
        words[1].row = 1;
    }
}
