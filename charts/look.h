/*
 * look.h - how a number's status shows in a picture, in every kind alike.
 *
 *   estimated, imputed, forecast, provisional   pale with an edge (hollow)
 *   unreliable, invalid                         faded
 *   missing, not applicable, suppressed         no shape, grey words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_LOOK_H
#define HOCTAP_CHARTS_LOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "charts/canvas.h"
#include "engine/model/chart_spec.h"

/* Is there a number to draw? */
bool look_shown(enum status status, double value);

/* The fault of a picture in which there is none. Returns false. */
bool look_nothing(const struct chart_spec *spec, struct fault *fault);

/* How a shape of [colour] is filled and edged for that status. */
struct look_paint {
    uint32_t fill, edge;
    bool edged;
};
struct look_paint look_paint(const struct chart_style *style, uint32_t colour,
                             enum status status);

/* A rectangle in that paint, its edge [edge] px inside it; 0 = none. */
void look_field(struct canvas *canvas, struct canvas_point one,
                struct canvas_point other, struct look_paint paint,
                double edge);

/* Is it drawn hollow? */
bool look_hollow(enum status status);

#endif
