/*
 * quality.h - is a figure believable? The checks of cube_check.h ask whether
 * figures agree with one another; these ask whether they look as figures do
 * that somebody counted.
 *
 * Every rule is a finding that says in one sentence what is odd and against
 * what. None changes a figure. They look at the facts as they were reported,
 * on their own map.
 *
 *  (1) jump: a count changed from one year to the next as such counts do not
 *      (quality_jump.c).
 *  (2) base_moved: what shares are taken of (households, villages, clans) grew
 *      or shrank by more than a base does without a reform (quality_jump.c).
 *  (3) base_mismatch: a rate that is printed beside its count implies another
 *      base than the one in use (quality_rate.c).
 *      rate_of_part: that of a part which the whole contradicts
 *      (quality_part.c).
 *  (4) stock_and_flow: a stock is not what it was plus what came in minus what
 *      went out (quality_flow.c).
 *  (5) copied_year, copied_area, no_variation: figures that repeat others
 *      (quality_copy.c).
 *  (6) round_values, bunched: too many figures end in 0 or 5, or lie just
 *      above a target (quality_heap.c).
 *  (7) on_target, all_complete: values that are a target to the last digit, or
 *      100 % everywhere and always (quality_values.c).
 *
 * Rules that test (1, 6) hold the rate of false discoveries at 5 % after
 * Benjamini and Hochberg: (1) over each table (one file, quantity and period),
 * (6) over all its tests, for one table or indicator has but one.
 *
 * Nothing is compared across a reform of the map, a break of breaks.csv of an
 * indicator that counts the quantity, or a figure in a wrong unit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_QUALITY_H
#define HOCTAP_COMPUTE_QUALITY_H

#include "engine/compute/indicator/formulas.h"
#include "engine/model/cube.h"
#include "engine/model/finding.h"
#include "engine/model/results.h"

struct arena;
struct study;

/* (1) to (5) and round_values. The scratch is rewound. */
void quality_check(const struct cube *cube, const struct study *study,
                   const struct formulas *formulas, struct arena *scratch,
                   struct findings *findings);

/* (7) and bunched. The results are those of all areas and periods, sorted and
 * held against their targets. */
void quality_results(const struct results *results, const struct study *study,
                     struct arena *scratch, struct findings *findings);

#endif
