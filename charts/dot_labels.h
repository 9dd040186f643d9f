/*
 * dot_labels.h - names beside dots in a field, where there is room for them.
 *
 * A name may stand at eight places around its dot. It takes the one that covers
 * the fewest dots, and none where it would leave the frame or touch a name or a
 * box that stands already; then it is left out. Names are placed in their
 * order, so the weightiest come first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_DOT_LABELS_H
#define HOCTAP_CHARTS_DOT_LABELS_H

#include <stdbool.h>
#include <stddef.h>

struct dot_box {
    double left, top, right, bottom;
};

struct dot_label {
    double x, y; /* of the dot */
    double width;
    bool wanted;
    /* Afterwards: */
    bool placed;
    struct dot_box box;
};

struct dot_labels {
    struct dot_label *items;
    size_t count;
    struct dot_box frame;  /* that no name leaves */
    struct dot_box *boxes; /* taken; room for count more */
    size_t box_count;
    double height, gap; /* of a name; between dot and name */
};

void dot_labels_place(struct dot_labels *labels);

#endif
