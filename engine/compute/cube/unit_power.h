/*
 * unit_power.h - private to the room: powers of ten between two figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_UNIT_POWER_H
#define HOCTAP_COMPUTE_UNIT_POWER_H

#include <stdbool.h>

#include "engine/model/study.h"

struct arena;

/* The power nearest to a log10, of those that units differ by: 0, 1, 2, 3, 6
 * and their opposites. */
int unit_power(double log10);

/*
 * Is a power between two figures worth a word? Of a count the larger must be
 * 300 for one power, 1000 for two, 2000 for more: 1 chapter may become 10, and
 * 3 persons trained 300. A rate (over_areas none) may be given as a share, so
 * two powers and more count from 10 on.
 */
bool unit_large_enough(const struct quantity *quantity, double one,
                       double other, int power);

/* "10", "1/1.000" */
const char *unit_factor(const struct study *study, int power,
                        struct arena *arena);

#endif
