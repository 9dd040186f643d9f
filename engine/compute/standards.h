/*
 * standards.h - which areas hold which standard: pass, fail, or not
 * assessable, with the reason.
 *
 *  (1) Three answers, not two. A level fails when one condition fails or one
 *      required level does, whatever else is not known; it passes when all
 * hold; else it is not assessable. No figure is no failure, and neither is an
 *      area whose class is not known.
 *  (2) A condition is a fact about a closed, whole count on its unrounded
 * value, as with targets. A figure that is an estimate, a forecast or a part of
 *      the returns cannot meet it, and neither can one that is invalid.
 *  (3) Of the units below, those not assessable may hold it or not: the share
 *      passes when those that surely hold it suffice, fails when all the others
 *      together could not make it suffice. Where the share of the lowest units
 *      that hold the level was published, that figure goes before our own
 * count. (4) A tier whose units below no longer live has no rule that we have
 * seen. (5) Nothing is said of an area and a period for which no figure of the
 * level is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_STANDARDS_H
#define HOCTAP_COMPUTE_STANDARDS_H

#include "engine/model/results.h"
#include "engine/model/standard.h"
#include "engine/model/study.h"

/* [results] are sorted. Only areas that lie in [root]; NO_AREA = all. */
void standards_judge(struct standard_outcomes *into,
                     const struct results *results, const struct study *study,
                     uint32_t root, struct arena *scratch);

#endif
