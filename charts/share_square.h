/*
 * share_square.h - how unequal: a share of what is counted over the share of
 * the population that it falls to.
 *
 *  (1) The field is square, both axes run from 0 to 100 %.
 *  (2) The surface between curve and diagonal is the inequality; its index in
 *      words stands in the corner that the curve leaves empty.
 *  (3) A concentration curve may run above the diagonal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_SHARE_SQUARE_H
#define HOCTAP_CHARTS_SHARE_SQUARE_H

#include <stdbool.h>

#include "engine/model/chart_spec.h"

bool share_square_accept(const struct chart_spec *spec, struct fault *fault);
void share_square_size(const struct chart_spec *spec, unsigned *width,
                       unsigned *height);
void share_square_write(const struct chart_spec *spec, struct text *script,
                        struct arena *scratch);

#endif
