/*
 * area_fill.h - how an area of a map is filled, in polygons and tiles alike.
 *
 * By the class of its value, or by its standing when the spec has no classes.
 * What has no figure is hatched; what is estimated, provisional or forecast has
 * a broken line at its border, for a paler colour would be another class. Where
 * all figures are of that sort the line would tell nothing and is not drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_AREA_FILL_H
#define HOCTAP_CHARTS_AREA_FILL_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/model/chart_spec.h"

struct arena;

struct area_fill {
    uint32_t colour;
    bool hatched, broken;
};

struct area_fill area_fill(const struct chart_spec *spec, size_t row);

/* Are broken lines drawn? */
bool area_fill_breaks(const struct chart_spec *spec,
                      bool (*lies)(const struct chart_place *));

/* Its value as printed, after its sign: "▲ 62,6", "C 62,6". */
const char *area_fill_words(struct arena *arena, const struct chart_spec *spec,
                            size_t row);

/* The sign alone; "" when it has none. */
const char *area_fill_sign(const struct chart_spec *spec, size_t row);

/* What page_plan is to explain of the rows that [lies] has a place for. */
unsigned area_fill_standings(const struct chart_spec *spec,
                             bool (*lies)(const struct chart_place *));

/* Is there a place with a value? Says so when not. */
bool area_fill_accept(const struct chart_spec *spec,
                      bool (*lies)(const struct chart_place *),
                      struct fault *fault);

#endif
