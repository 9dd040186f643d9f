/*
 * cube_build.h - observations become facts.
 *
 * School years go to their calendar period. For every quantity, period, cell
 * and area there is one fact: the row the area reported for itself, else the
 * total printed for it. When both are there and differ, the reported row stays
 * and the difference is a finding. Then the checks of cube_check.h are made,
 * and years are made of their parts (cube_year.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_CUBE_BUILD_H
#define HOCTAP_COMPUTE_CUBE_BUILD_H

#include <stdbool.h>

#include "engine/base/fault.h"
#include "engine/model/cube.h"
#include "engine/model/finding.h"

struct arena;
struct study;

/* The cube lives in the arena and keeps [table]. */
bool cube_build(struct cube **out, const struct table *table,
                const struct study *study, struct arena *arena,
                struct findings *findings, struct fault *fault);

#endif
