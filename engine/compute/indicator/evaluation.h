/*
 * evaluation.h - private to the room: a formula's terms for all areas in one
 * period, looked up once and kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_EVALUATION_H
#define HOCTAP_COMPUTE_EVALUATION_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/period.h"
#include "engine/compute/cube/rollup.h"
#include "engine/compute/indicator/formulas.h"
#include "engine/model/cube.h"
#include "engine/model/results.h"
#include "engine/model/study.h"

struct arena;
struct kept_column;

/* A formula, or one breakdown of it, with the columns seen so far. */
struct evaluation {
    const struct formula *formula;
    struct term *terms; /* the formula's, with the breakdown's pick */
    const struct cube *cube;
    const struct study *study;
    struct arena *arena;
    struct breakdown breakdown;
    struct kept_column *kept;
};

/*
 * False when the breakdown cannot be made: a quantity of the formula may not
 * carry that dimension, or the formula has picked its codes itself.
 */
bool evaluation_start(struct evaluation *out, const struct formula *formula,
                      struct breakdown breakdown, const struct cube *cube,
                      const struct study *study, struct arena *arena);

/* The period of a term when the formula is computed for [p]. */
period evaluation_period(const struct evaluation *e, size_t term, period p);

/* Is there anything at all for every term? If not, no area can have a value. */
bool evaluation_possible(const struct evaluation *e, period p);

/* Fills one column for each term. */
void evaluation_columns(struct evaluation *e, const struct column *columns[],
                        period p);

#endif
