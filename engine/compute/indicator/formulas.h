/*
 * formulas.h - every indicator of the catalogue, ready to compute.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_FORMULAS_H
#define HOCTAP_COMPUTE_FORMULAS_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/fault.h"
#include "engine/compute/expr/expr.h"
#include "engine/compute/indicator/derived.h"
#include "engine/compute/indicator/survival.h"

struct arena;
struct study;

struct formula {
    struct terms terms;
    struct expr numerator;
    struct expr denominator;  /* no steps = none */
    struct survival survival; /* with grades: in place of the two above */
    struct derived derived;   /* of that kind: no terms, in place of all */
    bool addable;             /* every quantity in it adds up over areas */
};

struct formulas {
    struct formula *items; /* one for each indicator of the catalogue */
    size_t count;
};

/* The parts of the value, given one value for each term; the denominator is
 * NO_VALUE where the formula has none. */
void formula_parts(double *numerator, double *denominator,
                   const struct formula *formula, const double terms[]);

struct codebook;
/* Does anything in it begin anew when the map changes? */
bool formula_restarts(const struct formula *formula,
                      const struct codebook *book);

/* Faults point into the indicator's file. Lives in the arena. */
bool formulas_compile(struct formulas **out, const struct study *study,
                      struct arena *arena, struct fault *fault);

#endif
