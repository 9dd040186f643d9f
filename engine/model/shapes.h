/*
 * shapes.h - where areas lie: their polygons, and their squares on a tile map.
 *
 * Polygons come from the user's shapes.geojson, squares from tiles.csv. Both
 * hang on the code and the tier of an area, not on its place in the register:
 * a map on which all years were put has other codes where its areas are other
 * territory, and must not get their old outlines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_SHAPES_H
#define HOCTAP_MODEL_SHAPES_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/area.h"

/* Degrees of longitude and latitude, WGS84. */
struct shape_point {
    double east, north;
};

/* Closed: after the last point comes the first. Three points at least. */
struct shape_ring {
    struct shape_point *points;
    size_t count;
    bool hole; /* of the ring before it that is none */
};

/* All polygons of one area. */
struct shape {
    const char *code;
    enum tier tier;
    struct shape_ring *rings;
    size_t count;
};

struct shapes {
    struct shape *items; /* by code and tier */
    size_t count;
};

/* A square, from the top left corner of the tile map, counted from 1. */
struct tile {
    const char *code;
    enum tier tier;
    unsigned column, row;
};

struct tiles {
    struct tile *items;
    size_t count;
};

/* NULL when there is none. */
const struct shape *shape_find(const struct shapes *shapes,
                               const struct area *area);
const struct tile *tile_find(const struct tiles *tiles,
                             const struct area *area);

#endif
