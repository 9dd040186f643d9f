/*
 * label_place.h - where inside an area its words may stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_LABEL_PLACE_H
#define HOCTAP_CHARTS_LABEL_PLACE_H

#include <stdbool.h>

#include "charts/outline.h"

/* What stands inside: left, top, right, bottom. */
struct label_box {
    struct canvas_point one, other;
};

/*
 * The middle of a box of that size that no border comes near to, as near to the
 * middle of the area's largest part as can be. The air around it is at least
 * two pixels, and more where there is room. False: there is not.
 */
bool label_place_inside(const struct outline *outline, double width,
                        double height, struct canvas_point *middle);

/* A point of the area, for a line to point to. */
struct canvas_point label_place_anchor(const struct outline *outline);

#endif
