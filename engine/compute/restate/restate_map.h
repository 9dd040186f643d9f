/*
 * restate_map.h - private to restate*.c: a study on another map than the one
 * reported on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_RESTATE_MAP_H
#define HOCTAP_COMPUTE_RESTATE_MAP_H

#include "engine/compute/restate/restate_routes.h"
#include "engine/model/cube.h"
#include "engine/model/study.h"

struct arena;

/* The map of a day of the register as it is. */
struct map map_of_day(const struct areas *areas, date day, struct arena *arena);

/*
 * The map that the project's boundaries ask for. [new], at first a copy of the
 * study as reported, gets its register, and the breaks and targets that hold on
 * it.
 */
struct map map_make(struct study *new, const struct study *reported,
                    const struct cube *cube, struct arena *arena);

/* Gives the study a crosswalk of one row for each reform and each area of the
 * map that it touched. */
void map_touch(struct study *study, const struct ground *ground,
               const struct study *reported, const struct map *map,
               struct arena *arena);

#endif
