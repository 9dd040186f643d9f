/*
 * picture.h - is the drawn file whole, and into its place with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_PICTURE_H
#define HOCTAP_CHARTS_PICTURE_H

#include <stdbool.h>

#include "charts/chart.h"

struct arena;
struct fault;

/*
 * [drawn] is what gnuplot wrote; it is checked to its last bytes, finished
 * (SVG) and put at [path] whole. [drawn] is gone afterwards, in any case.
 * Faults: chart.incomplete, and those of files.h.
 */
bool picture_place(const struct chart_spec *spec, enum chart_format format,
                   const char *drawn, const char *path, struct arena *scratch,
                   struct fault *fault);

#endif
