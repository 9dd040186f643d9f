/*
 * restate_sizes.h - private to restate*.c: how large the parts of a divided
 * unit are, where the crosswalk does not say.
 *
 *  (1) By the quantity `population`: of units that were merged, as they last
 *      reported it before the day, all in the same period; of the parts of a
 *      division, as they first reported it on or after the day, else last
 *      before.
 *  (2) Else by an attribute `population` of areas.csv.
 *  (3) Else alike. A population that is not above 0 is none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_RESTATE_SIZES_H
#define HOCTAP_COMPUTE_RESTATE_SIZES_H

#include "engine/model/crosswalk.h"
#include "engine/model/cube.h"
#include "engine/model/finding.h"
#include "engine/model/study.h"

struct arena;
struct sizes;

struct sizes *sizes_new(const struct study *study, const struct cube *cube,
                        struct arena *arena);
struct size_source sizes_source(struct sizes *sizes);
/* A finding, once, for every division that a walk from day to day rests on. */
void sizes_tell(struct sizes *sizes, date from, date to,
                struct findings *findings);

#endif
