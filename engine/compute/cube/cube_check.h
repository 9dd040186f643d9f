/*
 * cube_check.h - do the facts agree with one another?
 *
 *  (1) total_mismatch: a figure of an area that has areas below it is set
 *      against their sum: the areas of the nearest tier below that has any
 *      figure for the same quantity, period and cell, when all of that tier
 *      that lived on the period's last day have one, or when those that have
 *      one exceed it already. What rounding of the printed figures explains is
 *      no finding. One finding for one total.
 *  (2) part_exceeds_whole: a count of a part (girls) is greater than the count
 *      it is part of (pupils) in the same area, or that of some ages greater
 *      than that of a band they lie in. The part is marked invalid, unless the
 *      whole is known to be in a wrong unit.
 *  (3) total_mismatch again, inside an area: all codes of a closed dimension
 *      are there and do not add up to the whole, or ages that make up a band
 *      without gap or overlap do not add up to it. Where a part exceeds the
 *      whole that is said already, and one total has one finding.
 *  (4) part_unreported: the total of (1) is more than those of its areas that
 *      have a figure, most of them, and of an area there is no row at all: it
 *      may have been lost. An area that says it has no figure is no surprise.
 *      One finding counts the totals of an area and period that lack the same.
 *
 * Where a wrong unit explains the difference it is told as that (cube_unit.h)
 * and not as total_mismatch.
 *
 * Quantities that do not add up over areas (rates) are not checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_CUBE_CHECK_H
#define HOCTAP_COMPUTE_CUBE_CHECK_H

#include "engine/model/cube.h"
#include "engine/model/finding.h"

struct arena;
struct study;

/* Facts of which [skip] is not 0 already have their finding; may be NULL. */
void cube_check(struct cube *cube, const struct study *study,
                const unsigned char skip[], struct arena *scratch,
                struct findings *findings);

#endif
