/*
 * cube_unit_map.h - private to cube_unit*.c: where the map cuts a series, and
 * what the areas of a new map had before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_CUBE_UNIT_MAP_H
#define HOCTAP_COMPUTE_CUBE_UNIT_MAP_H

#include <stdbool.h>

#include "engine/model/cube.h"

struct arena;
struct study;

struct unit_reform {
    const struct crossing *crossing;
    bool own; /* the area itself gave or took, not one below it */
};

/* What changed the map of an area: of area a the run from first[a] to before
 * first[a + 1]. */
struct unit_map {
    const struct study *study;
    size_t *first;
    struct unit_reform *items;
};

struct unit_map unit_map_of(const struct study *study, struct arena *arena);

/* Did a reform come between two figures of one area? What happens below an
 * area matters only to what begins anew when the map changes. */
bool unit_map_cuts(const struct unit_map *map, const struct fact *before,
                   const struct fact *after);

/* What the area's territory had in one of the three years before its figure, by
 * the shares of the crosswalk, through several reforms if need be, and in which
 * year. NO_VALUE when there was no reform, or not all of it is known. */
double unit_map_heritage(const struct unit_map *map, const struct cube *cube,
                         const struct fact *fact, period *before);

#endif
