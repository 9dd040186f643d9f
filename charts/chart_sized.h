/*
 * chart_sized.h - a spec whose open sizes are decided: between chart.c, which
 * draws by it, and picture.c, which says it in the SVG.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_CHART_SIZED_H
#define HOCTAP_CHARTS_CHART_SIZED_H

#include "engine/model/chart_spec.h"

/* The spec must be accepted. */
struct chart_spec chart_sized(const struct chart_spec *spec);

#endif
