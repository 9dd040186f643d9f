/*
 * cube_unit_past.h - private to cube_unit*.c: figures against their own past.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_CUBE_UNIT_PAST_H
#define HOCTAP_COMPUTE_CUBE_UNIT_PAST_H

#include <stdbool.h>

#include "engine/model/codebook.h"
#include "engine/model/cube.h"

struct arena;
struct study;

/* What is said of a fact. */
struct unit_doubt {
    bool tested;  /* there was something to set it against */
    int power;    /* about 10^power of [other]; 0 = nothing is wrong */
    double other; /* the figure of the period [against] */
    period against;
};

/* (1) to (5) of cube_unit.h: one for each fact of the cube. */
struct unit_doubt *unit_doubts_of(const struct cube *cube,
                                  const struct study *study,
                                  struct arena *arena);

/* Would the corrected figure be more than the same area has of all codes
 * together? Of these, too, the corrected ones count; [doubts] may be NULL. */
bool cube_unit_above_whole(const struct fact *fact, double corrected,
                           const struct cube *cube,
                           const struct unit_doubt doubts[],
                           const struct quantity *q);

#endif
