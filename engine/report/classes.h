/*
 * classes.h - values into a few classes, for maps.
 *
 * Values are sorted by what is printed of them, so that no two areas that show
 * the same number get two colours and the ranges of the legend leave no doubt.
 *
 *  (1) Round bounds (1, 2, 2.5 or 5 times a power of ten apart) are taken where
 *      they tell the areas apart: no class is empty and none holds more than
 *      half of them. Of those that do, the ones closest to the values win: the
 *      largest goodness of variance fit, the share of the variance that lies
 *      between classes (Jenks and Caspall, Annals of the AAG 61, 1971).
 *  (2) Otherwise the bounds are quantiles: about as many areas in each class.
 *      Equal values stay together.
 *  (3) Four or five classes; quantiles make five from 20 areas on. Fewer when
 *      there are fewer different values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_CLASSES_H
#define HOCTAP_REPORT_CLASSES_H

#include <stddef.h>

#include "engine/model/chart_spec.h"

struct arena;

struct classes {
    size_t count; /* 0 without values */
    /* Of class i: the lowest and the highest number that fall into it, with so
     * many decimals as are printed. */
    double low[CHART_CLASSES], high[CHART_CLASSES];
    size_t held[CHART_CLASSES]; /* values */
};

struct classes classes_make(const double values[], size_t count,
                            unsigned decimals, struct arena *scratch);

/* The class of a value that was among those. */
size_t classes_find(const struct classes *classes, double value,
                    unsigned decimals);

#endif
