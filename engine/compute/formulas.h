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
#include "engine/compute/expr.h"

struct arena;
struct study;

struct formula {
    struct terms terms;
    struct expr numerator;
    struct expr denominator; /* no steps = none */
    bool addable;            /* every quantity in it adds up over areas */
};

struct formulas {
    struct formula *items; /* one for each indicator of the catalogue */
    size_t count;
};

/* Faults point into the indicator's file. Lives in the arena. */
bool formulas_compile(struct formulas **out, const struct study *study,
                      struct arena *arena, struct fault *fault);

#endif
