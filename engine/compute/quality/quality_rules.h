/*
 * quality_rules.h - private to quality*.c: what the rules share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_QUALITY_RULES_H
#define HOCTAP_COMPUTE_QUALITY_RULES_H

#include <stdbool.h>

#include "engine/compute/cube/cube_unit_map.h"
#include "engine/compute/quality/quality.h"
#include "engine/model/study.h"

struct quality {
    const struct cube *cube;
    const struct study *study;
    const struct formulas *formulas;
    struct unit_map map;
    struct arena *scratch;
    struct findings *findings;
};

/* Two figures of one series that follow one another and may be compared. */
struct quality_step {
    const struct fact *before, *after;
    int years;
    double change; /* log(after / before) */
    bool told;
};

/* In the order of quantity, part of the year, cell, tier, area, period; a
 * figure that a decision accepted is passed over. */
struct quality_step *quality_steps(const struct quality *q, size_t *count);
/* Whole figures, counted or preliminary; not printed totals. */
bool quality_sound(const struct fact *fact);
/* Is the quantity a term of the indicator's numerator (of its denominator)? */
bool quality_uses(const struct formula *formula, bool denominator,
                  uint16_t quantity);
/* The value of the last place that a printed figure fills: 10^4 of 1,150,000,
 * 0.01 of 24.17; never more than [most]. */
double quality_last_place(double value, double most);
/* The chance of [hits] or more of [count], each with the chance [p]. */
double quality_binomial(size_t hits, size_t count, double p);

const char *quality_area(const struct quality *q, const struct fact *fact);
const char *quality_quantity(const struct quality *q, const struct fact *fact);
struct finding_place quality_place(const struct quality *q,
                                   const struct fact *fact);

void quality_jumps(const struct quality *q);
void quality_rates(const struct quality *q);
void quality_parts(const struct quality *q);
void quality_flows(const struct quality *q);
void quality_copies(const struct quality *q);
void quality_round(const struct quality *q);
/* The scratch is not rewound. */
void quality_bunches(const struct results *results, const struct study *study,
                     struct arena *scratch, struct findings *findings);

#endif
