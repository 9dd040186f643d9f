/*
 * group_rows.h - how far groups lie apart, area by area: the dumbbells of gap
 * and the rows of dots of equiplot.
 *
 *  (1) Each group has its colour and its shape, and is named once, above the
 *      rows; names that would touch are moved apart and led down by a line.
 *  (2) A thick grey line links the lowest and the highest group of a row.
 *  (3) The gap stands as a number at the end of the row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_GROUP_ROWS_H
#define HOCTAP_CHARTS_GROUP_ROWS_H

#include <stdbool.h>

#include "engine/model/chart_spec.h"

bool group_rows_accept(const struct chart_spec *spec, struct fault *fault);
void group_rows_size(const struct chart_spec *spec, unsigned *width,
                     unsigned *height);
void group_rows_write(const struct chart_spec *spec, struct text *script,
                      struct arena *scratch);

#endif
