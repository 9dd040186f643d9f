/*
 * cube_inside.h - private to cube_*.c: the checks (2) and (3) of cube_check.h,
 * between the figures of one area.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_CUBE_INSIDE_H
#define HOCTAP_COMPUTE_CUBE_INSIDE_H

#include "engine/model/cube.h"
#include "engine/model/finding.h"

struct arena;
struct study;

/* A fact whose total has its finding already is told; more are marked. */
void cube_inside(struct cube *cube, const struct study *study,
                 unsigned char told[], struct arena *scratch,
                 struct findings *findings);

#endif
