/*
 * year_map.h - private to cube_year*.c: the parts of a year on one map.
 *
 * What flowed in an earlier part of a year was counted on the map of that
 * part's last day; the year belongs to the map of its own last day. When a
 * reform lies between the two, the part is carried there first (restate.h).
 * Stocks and running totals need no carrying: their year is the last part.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_YEAR_MAP_H
#define HOCTAP_COMPUTE_YEAR_MAP_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/cube.h"
#include "engine/model/finding.h"
#include "engine/model/study.h"

struct arena;

/* Is the fact a flow of a part of a year before a reform of that year? */
bool year_map_moves(const struct fact *fact, const struct study *study);

/* All facts of the cube that move, on the map of their year's last day; they
 * live in the arena. Returns how many. */
size_t year_map_carry(struct fact **out, const struct cube *cube,
                      const struct study *study, struct arena *arena,
                      struct findings *findings);

#endif
