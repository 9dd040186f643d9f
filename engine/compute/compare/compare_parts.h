/*
 * compare_parts.h - private to the room: the steps of a comparison.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_COMPARE_PARTS_H
#define HOCTAP_COMPUTE_COMPARE_PARTS_H

#include <stdbool.h>

#include "engine/compute/compare/compare.h"

/* The chance of an event at the whole, per one; NO_VALUE without noise. */
double compare_chance(const struct compare_family *family);
/* The variance of a figure on a base of one, in the unit squared. */
double compare_unit_variance(const struct compare_family *family);
/* How many counted persons say as much as one of their own; at least 1. */
double compare_design_effect(const struct compare_family *family);

/* difference, its limits, p, adjusted p and verdict. */
void compare_differences(struct compare_family *family);
void compare_judge(struct compare_family *family, struct arena *scratch);

/* The usable rows of a family with noise, in parallel arrays. */
struct compare_sample {
    size_t count;
    double *apart;    /* value - whole */
    double *variance; /* sampling variance at the whole's value */
    uint32_t *row;    /* of the family */
};

#define NOBODY SIZE_MAX

/* The variance between areas at which the spread Q is [wanted]; one area may
 * be left out. */
double compare_tau2(const struct compare_sample *sample, double wanted,
                    size_t without);
struct dispersion compare_dispersion(const struct compare_sample *sample,
                                     double confidence);

/* Sums at one value of tau2 from which Q without any one area is had at once.
 */
struct compare_sums {
    double tau2, w, wy, wyy;
};
struct compare_sums compare_sums_at(const struct compare_sample *sample,
                                    double tau2);
double compare_spread_without(const struct compare_sums *sums,
                              const struct compare_sample *sample,
                              size_t without);

void compare_funnel(struct compare_family *family,
                    const struct compare_sample *sample, double tau2);
/* Where its limits run, from the smallest base of the sample to the largest;
 * false where there is no funnel. */
bool compare_funnel_limits(struct funnel_limits *out,
                           const struct compare_family *family, double tau2);
void compare_shrink(struct compare_family *family,
                    const struct compare_sample *sample, double tau2);

/* By value. */
void compare_rank_facts(struct compare_family *family, struct arena *scratch);
/* By shrunk value, with limits. */
void compare_rank(struct compare_family *family,
                  const struct compare_sample *sample, double tau2,
                  struct arena *scratch);
/* The limits alone, by [mean] (the higher the better) and [error]. */
void compare_rank_limits(unsigned lower[], unsigned upper[],
                         const double mean[], const double error[],
                         size_t count, double confidence,
                         struct arena *scratch);

#endif
