/*
 * decide.h - better, similar or worse: the one decision of every table, chart
 * and sentence.
 *
 * A difference is worth a word when it reaches the indicator's material
 * difference and, where the figure carries noise, its adjusted p-value is
 * below .05 (compare.h says how that is found).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_DECIDE_H
#define HOCTAP_COMPUTE_DECIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/catalogue.h"
#include "engine/model/results.h"

struct arena;

/* A difference that reaches the material one but for rounding reaches it; none
 * at all never does. */
bool decide_is_material(double difference, double material);

/* [adjusted_p] is NO_VALUE for a figure without noise. */
enum standing decide(double difference, double adjusted_p,
                     const struct indicator *indicator);

/* Benjamini-Hochberg over the areas of one family: p becomes adjusted p. Absent
 * ones stay absent. */
void decide_adjust(double p[], size_t count, struct arena *scratch);

#endif
