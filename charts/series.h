/*
 * series.h - a series of years, and where its line is cut.
 *
 * A line joins neighbouring points. It is cut before a point that says so (a
 * break), at a point without a value, and where years are missing: further
 * apart than half again the series' shortest step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_SERIES_H
#define HOCTAP_CHARTS_SERIES_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/chart_spec.h"

struct series_range {
    double least, most; /* least > most: nothing yet */
};

/* Takes [value] in, if it is one. */
void series_widen(struct series_range *range, double value);

/* Over all series and marks: years, and values with their limits. A single
 * year gets half a year at both sides. */
void series_ranges(const struct chart_spec *spec, struct series_range *years,
                   struct series_range *values);

/* Is there a point to draw? */
bool series_shown(const struct chart_point *point);

/* Does it have both limits? */
bool series_limited(const struct chart_point *point);

/* The latest point that is shown, or NULL. */
const struct chart_point *series_end(const struct chart_series *series);

/* Points [first, end) that one line joins. */
struct series_run {
    size_t first, end;
};

/* The shortest way between two years. */
double series_step(const struct chart_series *series);

/*
 * The next run from run->end on (begin with { 0, 0 }); false at the end.
 * [step] is the series' own, or HUGE_VAL to run over gaps.
 */
bool series_next(const struct chart_series *series, double step,
                 struct series_run *run);

#endif
