/*
 * restate.h - all years on one map.
 *
 * The facts of a period are counted on the map of its last day. To set years
 * beside one another across reforms, they are carried along the crosswalk onto
 * one map: that of a day, or the finest areas that all the days have in common.
 *
 *  (1) Counts are carried, numerators and denominators each by itself; values
 *      are made afterwards. What does not add up over areas (a rate) goes only
 *      where the same territory has another name.
 *  (2) A unit that goes whole takes its number along as it is. Several that
 *      make up one are added; when one of them did not report while others
 *      did, the sum is missing.
 *  (3) A unit that was divided is shared out: whole numbers by the largest
 *      remainder (ties: the lower code), so that the parts are the number
 *      again. The parts are estimates. So is what came along an inferred row.
 *  (4) An area of a higher tier in which every divided unit lies whole gets
 *      the sum of the units themselves, which is exact.
 *  (5) An area of a higher tier that reported for itself takes its number along
 *      when it went whole; it is never divided.
 *  (6) What begins anew when the map changes (over_map restart) is never
 *      divided either.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_RESTATE_H
#define HOCTAP_COMPUTE_RESTATE_H

#include <stddef.h>

#include "engine/model/cube.h"
#include "engine/model/finding.h"
#include "engine/model/study.h"

struct arena;

/*
 * A study and a cube in which only the areas of the map live, and always do:
 * what the project's `boundaries` ask for. The crosswalk of the new study names
 * the areas that a reform touched; nobody's territory changes in it. Both live
 * in the arena and keep the old ones, which do not change.
 */
void restate(struct study **study_out, struct cube **cube_out,
             const struct study *study, const struct cube *cube,
             struct arena *arena, struct findings *findings);

/* A crosswalk with its weights, ready to carry facts. */
struct restating;
struct restating *restating_new(const struct study *study,
                                const struct cube *cube, struct arena *arena,
                                struct findings *findings);

/*
 * Facts counted on the map of [from], on that of [to]; both sorted as in a
 * cube. Returns how many; they live in the arena of [restating].
 */
size_t restate_facts(struct fact **out, struct restating *restating,
                     const struct fact facts[], size_t count, date from,
                     date to);

#endif
