/*
 * trace.h - a value walked back to the lines it came from.
 *
 * For one indicator, area and period: every term of its formula with the value
 * it took, and the observations behind it: the area's own, or those of the
 * areas below that were added up. On another map than that of the files these
 * are the areas that reported, with the share that came from each,
 * all shares of an observation together.
 * A survival has its rates from grade to grade, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_TRACE_H
#define HOCTAP_COMPUTE_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/compute/indicator/formulas.h"
#include "engine/model/cube.h"
#include "engine/model/results.h"
#include "engine/model/study.h"

struct trace_line {
    uint32_t row;  /* of the cube's table: file and line stand there */
    uint32_t area; /* that reported it, on its own map */
    double share;  /* 1 unless only a part of it went in */
    double value;  /* what it brought: the observation, or a share of it */
};

struct trace_term {
    const char *text; /* as the catalogue writes it */
    uint16_t quantity;
    period period; /* with the lag */
    bool in_numerator, in_denominator;
    double value; /* as used in the formula */
    enum status status;
    struct trace_line *lines;
    size_t count;
    size_t room;
};

struct trace {
    struct result result; /* as indicator_compute gives it */
    struct trace_term *terms;
    size_t count;
    const struct survival *survival;   /* NULL for any other formula */
    const struct survival_rate *rates; /* one for each of its grades */
    uint32_t *missing; /* areas that were to be added up and brought nothing */
    size_t missing_count;
};

/* NULL when the indicator gives this area no row in this period. */
struct trace *trace_build(uint16_t indicator, uint32_t area, period p,
                          double confidence, const struct formulas *formulas,
                          const struct cube *cube, const struct study *study,
                          struct arena *arena);

#endif
