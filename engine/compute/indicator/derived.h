/*
 * derived.h - indicators counted from the results of the others.
 *
 * How many targets were met, how complete the figures are, how far a target has
 * spread over the areas: nobody reports that, the results say it. An indicator
 * of the kind `derived` divides one tally by another. For one area and period:
 *
 *  (1) targets_met, targets_set: verdicts met, and met or not_met. Targets
 *      without usable figures and those not due are no part of either.
 *  (2) cells_present, cells_required: a cell is one indicator in one area. An
 *      area's own figure is one cell, a sum as many as areas were expected.
 *      Present are the areas behind a value that is neither invalid nor
 *      unreliable; a withheld one was reported. What makes no sense (na) or is
 *      parted by a break is not required.
 *  (3) areas_at_target, areas_compared: the areas right below that have a value
 *      of the indicator `of`, and those of them that reach the area's own goal
 *      of that year.
 *  (4) base_at_target, base_compared: the same in what the indicator divides
 *      by: families live in households, learning citizens are adults assessed.
 *  (5) Nothing to divide by: no row. There is no derivation from derived ones,
 *      and no target for them.
 *  (6) The change is against the year before; of (3) and (4) only where the
 *      indicator `of` has one, so that it crosses no break, and where both
 *      years are held against one goal, so that a new goal is no fall.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_DERIVED_H
#define HOCTAP_COMPUTE_DERIVED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/fault.h"

struct arena;
struct formulas;
struct indicator;
struct result;
struct results;
struct study;

enum tally {
    TALLY_TARGETS_MET,
    TALLY_TARGETS_SET,
    TALLY_CELLS_PRESENT,
    TALLY_CELLS_REQUIRED,
    TALLY_AREAS_AT_TARGET,
    TALLY_AREAS_COMPARED,
    TALLY_BASE_AT_TARGET,
    TALLY_BASE_COMPARED,
    TALLY_COUNT
};

struct derived {
    enum tally numerator, denominator;
    uint16_t of; /* of (3) and (4); else NO_INDEX */
};

/* Faults: formula.unknown_tally (names the nearest), formula.derived_of (the
 * tally needs the indicator, or the indicator is not there or derived). */
bool derived_compile(struct derived *out, const struct indicator *in,
                     const struct study *study, struct fault *fault);

/* Adds the rows of the derived indicators to [results], which are sorted and
 * judged; sorts them again. */
void derived_compute(struct results *results, const struct formulas *formulas,
                     const struct study *study, struct arena *scratch);

/* What a row of another indicator brought to the two tallies of [row]. */
struct derived_part {
    const struct result *from;
    double numerator, denominator;
};

/* All that brought anything, in the order of the results; in [arena]. */
size_t derived_parts(struct derived_part **out, const struct result *row,
                     const struct derived *derived,
                     const struct results *results, const struct study *study,
                     struct arena *arena);

#endif
