/*
 * series_picture.h - one area over the years: beside the whole, on the way to
 * its target, and where it may go by itself.
 *
 *  (1) Each series is named at its end, at the right edge, in its own colour;
 *      names that would touch are moved apart and led to by a thin line.
 *  (2) A line is cut at a break and at a gap (series.h); only the target path
 *      runs over gaps.
 *  (3) A break is a hair line with its words above the field.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_SERIES_PICTURE_H
#define HOCTAP_CHARTS_SERIES_PICTURE_H

#include <stdbool.h>

#include "engine/model/chart_spec.h"

bool series_picture_accept(const struct chart_spec *spec, struct fault *fault);
void series_picture_size(const struct chart_spec *spec, unsigned *width,
                         unsigned *height);
void series_picture_write(const struct chart_spec *spec, struct text *script,
                          struct arena *scratch);

#endif
