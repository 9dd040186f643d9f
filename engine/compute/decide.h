/*
 * decide.h - better, similar or worse: the one decision of every table, chart
 * and sentence.
 *
 * A difference is worth a word when it reaches the indicator's material
 * difference and, where the figure carries noise, its adjusted p-value is
 * below .05. The p-value is that of an area against a whole it is part of:
 * SE^2 = v (1/n_area - 1/n_whole), v = p(1-p) of the whole (a rate: p), times
 * the design effect; adjusted over the areas of one indicator, period, tier
 * and breakdown after Benjamini and Hochberg (1995).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_DECIDE_H
#define HOCTAP_COMPUTE_DECIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/model/results.h"
#include "engine/model/study.h"

struct arena;

/* [adjusted_p] is NO_VALUE for a figure without noise. */
enum standing decide(double difference, double adjusted_p,
                     const struct indicator *indicator);

/* The two-sided p of an area against the whole; NO_VALUE without noise. */
double decide_p(const struct result *area, const struct result *whole,
                const struct indicator *indicator);

/* Benjamini-Hochberg: p becomes adjusted p. Absent ones stay absent. */
void decide_adjust(double p[], size_t count, struct arena *scratch);

/* Fills `standing` of every result against the same result of [root]. */
void decide_results(struct results *results, uint32_t root,
                    const struct study *study, struct arena *scratch);

#endif
