/*
 * resolve_nest.h - private to resolve*.c: codes that lie in codes of another
 * dimension.
 *
 * Grade 1 lies in the primary level: its attribute `school_level` says so. Then
 * a figure for grade 1 of the primary level is the figure for grade 1, and the
 * grades of a level make up the level.
 *
 *  (1) A code fits one of another dimension unless an attribute of either,
 *      named like the other's dimension, says otherwise.
 *  (2) Of a dimension that is not picked only those codes are asked for that
 *      fit what is picked or settled in the other slots; all of these, and one
 *      is enough. Where none fits there is no nesting.
 *  (3) Of one that is picked the codes are left out that do not fit a slot
 *      settled without being picked: grades 1 to 9 are grades 1 to 5 in the
 *      primary level. What the formula picks on both sides stands as it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_RESOLVE_NEST_H
#define HOCTAP_COMPUTE_RESOLVE_NEST_H

#include "engine/compute/cube/resolve_parts.h"

/* May the code of that slot go with the rest of the term? */
bool resolve_nest_fits(const struct resolver *r, size_t slot, uint16_t code);
/* Do the other slots say which codes of this one make up the whole? */
bool resolve_nest_binds(const struct resolver *r, size_t slot);

#endif
