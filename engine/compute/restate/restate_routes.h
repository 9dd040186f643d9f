/*
 * restate_routes.h - private to restate*.c: which numbers go where, from the
 * map of one day to another map.
 *
 * A route leads from an area to an area of the map, with a share. Three kinds,
 * in the order in which a number is believed:
 *
 *  ROUTE_MOVE  an area above the units that went whole into one of its tier
 *  ROUTE_SUM   a unit into an area above, in which every divided unit that
 *              touches it lies whole
 *  ROUTE_UNIT  a unit into the units of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_RESTATE_ROUTES_H
#define HOCTAP_COMPUTE_RESTATE_ROUTES_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/model/area.h"
#include "engine/model/crosswalk.h"

struct arena;

/* A map: which areas are on it and how they lie in one another. */
struct map {
    const struct areas *areas;
    const bool *on;
    const uint32_t *piece; /* by area: the area of the map that it lies in; NULL
                              for the map of [day] */
    date day;
};

enum route_kind { ROUTE_MOVE, ROUTE_SUM, ROUTE_UNIT, ROUTE_KINDS };

struct route {
    uint32_t to;
    double share;
    bool guessed; /* a part of what was divided, or along an inferred row */
};

struct routes {
    struct route *items; /* from area a: [first[a], first[a + 1]) */
    size_t *first;
    uint32_t *need; /* by area of the map: how many must come */
};

/* The units of the register as reported, and the rows between them. */
struct ground {
    const struct areas *areas;
    const bool *units;
    const struct passages *passages;
};

void routes_build(struct routes out[ROUTE_KINDS], const struct ground *ground,
                  const struct map *map, date from, struct arena *arena);

#endif
