/*
 * progress_returns.h - private to progress*.c: the chance that an area meets
 * its goal once the returns that are missing have come in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_PROGRESS_RETURNS_H
#define HOCTAP_COMPUTE_PROGRESS_RETURNS_H

#include "engine/compute/progress/progress_goal.h"

/* Of a result that is not complete; NO_VALUE when nothing can be said. */
double returns_chance(const struct result *result, const struct goal *goal,
                      const struct results *results, const struct study *study);

#endif
