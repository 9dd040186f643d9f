/*
 * indicator_value.h - private to the room: numerator and denominator into a
 * value with limits, and what is wrong with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_INDICATOR_VALUE_H
#define HOCTAP_COMPUTE_INDICATOR_VALUE_H

#include <stdbool.h>

#include "engine/model/finding.h"
#include "engine/model/results.h"
#include "engine/model/study.h"

struct arena;
struct formula;

/* scale x numerator / denominator; NO_VALUE when that makes no sense. */
double indicator_value(const struct indicator *in, double numerator,
                       double denominator);

/* Fills value, limits and status from the numerator and denominator; [terms]
 * are those of the formula that they come from. */
void indicator_set_value(struct result *r, const struct indicator *in,
                         const struct formula *formula, const double terms[],
                         double confidence);

/* Zero denominators, values out of bounds, incomplete returns. [row] is an
 * observation behind the value, or NO_ROW. */
void indicator_tell(const struct result *r, const struct study *study,
                    const struct table *table, uint32_t row,
                    struct findings *findings, struct arena *scratch);

#endif
