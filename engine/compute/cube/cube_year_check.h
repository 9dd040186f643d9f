/*
 * cube_year_check.h - private to cube_year*.c: do the figures within a year
 * agree? (6) of cube_year.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_CUBE_YEAR_CHECK_H
#define HOCTAP_COMPUTE_CUBE_YEAR_CHECK_H

#include "engine/compute/cube/year_way.h"
#include "engine/model/finding.h"

struct arena;
struct study;

/* The parts of one quantity, year, cell and area; [reported] is its year, or
 * NULL. */
void cube_year_check(struct fact *reported, const struct year_part parts[],
                     size_t count, const struct cube *cube,
                     const struct study *study, struct findings *findings);

#endif
