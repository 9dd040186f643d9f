/*
 * equity_curve.h - the curves behind the Gini and the concentration index.
 *
 * A curve is drawn from the areas that its index is computed from: those with a
 * possible figure and a base (equity.h). Shares are weighted by the
 * base, as in every measure (weighted.h). The index is one less twice the
 * surface under the curve; areas with equal values of the attribute are passed
 * at once, along a straight line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_EQUITY_CURVE_H
#define HOCTAP_COMPUTE_EQUITY_CURVE_H

#include <stdbool.h>

#include "engine/model/results.h"
#include "engine/model/study.h"

struct arena;

struct equity_curve_request {
    uint16_t indicator;
    period period;
    enum tier tier;
    const char *attribute; /* numbers; NULL = by value */
};

/* Adds the curve, its points in [keep]. False, and none is added, with fewer
 * than two areas or nothing to share. */
bool equity_curve(struct equity_curves *into, const struct results *results,
                  const struct equity_curve_request *request,
                  const struct study *study, struct arena *keep);

/* The first attribute that is a number for every area of the tier that has
 * one, and not the same for all; NULL when there is none. */
const char *equity_curve_attribute(const struct study *study, enum tier tier);

/* Can the attribute order the areas of the tier so? */
bool equity_curve_orders(const struct study *study, enum tier tier,
                         const char *attribute);

#endif
