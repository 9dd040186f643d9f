/*
 * hatch.h - slanting lines inside an area: there is no figure.
 *
 * A pale grey alone is too near to the palest class, and on a copy the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_HATCH_H
#define HOCTAP_CHARTS_HATCH_H

#include "charts/outline.h"

struct arena;

void hatch_outline(struct canvas *canvas, const struct outline *outline,
                   uint32_t colour, struct arena *scratch);
void hatch_field(struct canvas *canvas, struct canvas_point one,
                 struct canvas_point other, uint32_t colour,
                 struct arena *scratch);

#endif
