/*
 * cube.h - facts: one number for a quantity, a period, an area and a cell.
 *
 * A fact is what an area reported for itself or what was printed as its total;
 * never the sum of the two. What an area did not report is added up from the
 * areas below it when it is asked for, with a count of how many reported.
 * A fact made of several observations (a year of its quarters) lists them as
 * its origins.
 *
 * Facts are sorted by quantity, period, cell, area, so that one slice (one
 * quantity, one period, one cell, all areas) is a run of neighbours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_CUBE_H
#define HOCTAP_MODEL_CUBE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/period.h"
#include "engine/model/codebook.h"
#include "engine/model/table.h"

/* An observation that went into a fact with others, and how much of it. */
struct fact_part {
    uint32_t row, area; /* the area that reported it */
    double share;
    double value; /* what came of it */
};

/* In this order it takes 48 bytes: there may be ten millions. */
struct fact {
    uint16_t quantity;
    bool published;
    enum status status : 8;
    period period; /* the calendar period: school years are put to theirs */
    uint32_t area;
    uint32_t row; /* of the observation it came from, the first of several */
    uint64_t cell;
    double value;                  /* NO_VALUE when missing */
    const struct fact_part *parts; /* NULL when it is the observation itself */
    uint32_t part_count;
    bool accepted; /* a decision lets it stand against a doubt of its unit */
};

struct cube {
    struct fact *facts;
    size_t count;
    const struct table
        *table;      /* the observations, for their sources and bands */
    period *periods; /* all that occur, sorted */
    size_t period_count;
};

/* The facts of one quantity and period: a run of [count] from the pointer. */
const struct fact *cube_run(const struct cube *cube, uint16_t quantity,
                            period p, size_t *count);
const struct fact *cube_find(const struct cube *cube, uint16_t quantity,
                             period p, uint32_t area, uint64_t cell);
/* How many observations are behind a fact that has a number. */
uint32_t fact_part_count(const struct fact *fact);
/* They, of a fact of which only [share] went on and brought [value]. */
void fact_part_put(struct fact_part out[], const struct fact *fact,
                   double share, double value);
/* Is there any fact of that quantity? */
bool cube_has(const struct cube *cube, uint16_t quantity);

#endif
