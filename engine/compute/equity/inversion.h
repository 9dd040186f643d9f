/*
 * inversion.h - intervals of measures that have no closed form.
 *
 * A measure of unevenness is never below that of equal areas, and chance alone
 * lifts it: 13 equal districts are never seen equal. Its error is not around
 * its estimate, so limits come from asking which true values the figures agree
 * with, by the inversion of a test.
 *
 *  (1) The path. The figures y pulled to their mean m, or pushed from it:
 *      t(c) = m + c (y - m), c >= 0, kept within what is possible. c = 0 is
 *      the case of equal areas.
 *  (2) At each c fresh samples are drawn (redraw.h). Where the observed measure
 *      is the upper (1 - confidence)/2 point of what is drawn lies the lower
 *      limit: the measure of t(c). Where it is the lower point lies the upper
 *      limit. Between values of c the normal quantile of the share is
 *      interpolated. A draw like the observed counts against us in both.
 *  (3) `corrected` is the measure of t(c) where the observed is the median.
 *  (4) At c = 0: `expected`, the mean of the drawn measures, and `p_value`, the
 *      share of them that reach the observed, (1 + k)/(1 + draws).
 *  (5) Figures closer to one another than chance would let equal areas come:
 *      the path says nothing of how far apart they might be. The upper limit is
 *      then what chance alone reaches. Where it reaches nothing (all at 0 or
 *      100 per cent) there are no limits.
 *  (6) Each draw has a random stream of its own (stream.h), the same for every
 *      c: what is drawn moves smoothly along the path, and neither the number
 * of threads nor their order changes a bit. (7) A drawn measure without value
 * (an area at 0 in a ratio) counts as larger than any. Where what is possible
 * ends before the lower point is met, the upper limit is as far as the path
 * goes. (8) Measures that may be above or below their value for equal areas (a
 * pair against a reference) have a two-sided p and no corrected value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_INVERSION_H
#define HOCTAP_COMPUTE_INVERSION_H

#include "engine/compute/equity/measure.h"
#include "engine/compute/equity/redraw.h"

struct inversion_request {
    const struct sample *sample; /* prepared, with sigma */
    const struct chance *chance;
    const struct measure_choice *choices; /* each defined for the sample */
    size_t count;
    const double *confidence;
    size_t levels;
    uint64_t seed;
    size_t draws, threads; /* threads 0 = as many as there are processors */
};

struct inversion_limits {
    double lower, upper;
};

struct inversion_outcome {
    double expected, p_value, corrected;
    struct inversion_limits *limits; /* one for each level; in the arena */
};

/* Fills an outcome for each choice. */
void inversion_run(struct inversion_outcome outcomes[],
                   const struct inversion_request *request,
                   struct arena *arena);

#endif
