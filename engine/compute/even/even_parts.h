/*
 * even_parts.h - private to even_*.c: one indicator's figures, and what each
 * file adds to the rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_EVEN_PARTS_H
#define HOCTAP_COMPUTE_EVEN_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/compute/even/even.h"
#include "engine/compute/trend/trend_parts.h"

/* One indicator at a time. */
struct even_job {
    struct evenness *into;
    const struct even_request *request;
    const struct formulas *formulas;
    const struct study *study;
    const struct stretch_map *map;
    struct arena *scratch;
    uint16_t indicator;
    const struct indicator *in;
    /* Figures of years: of the root and of the areas of the tier inside it, the
     * whole and its breakdowns, by area, breakdown and period. */
    const struct result *const *rows;
    size_t count;
};

/* What is known of the chance in the figures. */
enum even_noise {
    EVEN_FACT,
    EVEN_KNOWN,  /* each has a sampling error */
    EVEN_UNKNOWN /* there is noise, and no model of it */
};

/* The usable areas of one year, in the register's order; parallel arrays. */
struct even_areas {
    size_t count, left_out;
    const struct result **row;
    double *value, *weight, *sigma, *share;
    double mean;     /* weighted */
    bool unweighted; /* no denominators: each counts the same */
    enum even_noise noise;
};
struct even_areas even_areas_of(const struct even_job *job, period p);
/* A note that holds for all rows about such areas, or NULL: one area, none,
 * some left out, unweighted. */
const char *even_note(const struct even_areas *areas);

enum even_noise even_noise_of(const struct indicator *in);
/* Of x out of n: sqrt(q (1 - q) / n) at q = (x + 1)/(n + 2), of a rate
 * sqrt(x + 1)/n, times the design effect's root and the scale; as the measures
 * have it. NO_VALUE unless the noise is known. */
double even_sigma(const struct indicator *in, double x, double n);

/* Is it sound, complete and no forecast? */
bool even_usable(const struct result *result);
/* The row of an area in the year asked for, or NULL; and that if it is
 * usable. */
const struct result *even_row(const struct even_job *job, uint32_t area,
                              struct breakdown breakdown);
const struct result *even_figure(const struct even_job *job, uint32_t area,
                                 struct breakdown breakdown);

void even_changes(const struct even_job *job);
void even_shares(const struct even_job *job);
void even_groups(const struct even_job *job);
void even_parities(const struct even_job *job);
void even_levels(const struct even_job *job);

/* The goal that holds for an area: its own target, else the root's, as it was
 * set: no point between two targets. */
struct even_goal {
    double value;  /* NO_VALUE = none */
    period period; /* by which it is due */
    enum target_operator comparison;
};
struct even_goal even_target_of(const struct even_job *job,
                                const struct result *result);

#endif
