/*
 * change.h - who rose and who fell: two years of every area, judged by the one
 * decision of the program (decide.h).
 *
 * Which years can be compared is the trends' business: their stretches say from
 * when on nothing parts a series. Noise of a share or a rate is tested by two
 * pooled samples, z = (q - p) / sqrt(v (1/n + 1/m)), v = r(1 - r) at the
 * pooled share r (r itself for a rate), n and m divided by the design effect;
 * p-values are adjusted within the areas of the indicator. An indicator with
 * noise of another kind has no test, and so no judgement.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_CHANGE_H
#define HOCTAP_COMPUTE_CHANGE_H

#include "engine/model/change.h"
#include "engine/model/study.h"
#include "engine/model/trend_results.h"

/* Adds a line for the root and every area of the tier that was compared, of
 * every indicator, up to the year of [to]. */
void changes_compute(struct changes *into, const struct results *results,
                     const struct trends *trends, period to,
                     const struct study *study, struct arena *scratch);

#endif
