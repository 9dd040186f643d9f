/*
 * survival.h - survival to a grade, by the reconstructed cohort.
 *
 * Of the pupils who begin the first grade, how many would reach the last one if
 * every year were like this one? Two school years in a row are enough: nobody
 * is followed. With E(g, t) pupils of grade g in year t, R(g, t) of them
 * repeating it, and N = E - R who are new in it:
 *
 *  (1) promotion p(g) = N(g+1, t) / E(g, t-1), repetition r(g) = R(g, t) /
 *      E(g, t-1), dropout 1 - p(g) - r(g).
 *  (2) x(g, k) of the cohort are in grade g after k repeated years; one begins:
 *      x(first, 0) = 1. Then x(g+1, k) += p(g) x(g, k) and x(g, k+1) +=
 *      r(g) x(g, k), up to two repeated years.
 *  (3) What reaches a grade is what enters it from the one below, over all k.
 *  (4) Where a grade had no pupils, or more repeaters than pupils, there is no
 *      rate, and no survival to the grades above.
 *
 * An indicator of the kind writes the pupils as its numerator and the repeaters
 * as its denominator, each with the grades from first to last:
 * enrolled[grade=1..5] and repeaters[grade=1..5]. The value belongs to year t.
 * Moves between areas count as dropout and promotion, so it may pass 100.
 *
 * Source: UNESCO Institute for Statistics, survival rate by grade.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_SURVIVAL_H
#define HOCTAP_COMPUTE_SURVIVAL_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/fault.h"
#include "engine/compute/expr/expr.h"

struct arena;
struct indicator;

/* Indexes into the terms of the formula. */
struct survival_grade {
    const char *id;
    size_t before; /* pupils the year before; not of the last grade */
    size_t pupils; /* this year; not of the first grade */
    size_t repeaters;
};

struct survival {
    const struct survival_grade *grades; /* from first to last */
    size_t count;                        /* 0: the formula is no survival */
};

struct survival_rate {
    double promotion, repetition; /* NO_VALUE of the last grade */
    double reached;               /* of one who began */
};

/*
 * Adds the terms of all grades to [terms]. Faults: formula.survival_part (not
 * one quantity with its grades), formula.survival_grades (not the same
 * grades), formula.survival_noise (no interval is known).
 */
bool survival_compile(struct survival *out, struct terms *terms,
                      const struct indicator *in, const struct codebook *book,
                      struct arena *arena, struct fault *fault);

/* One rate for each grade, given one value for each term. */
void survival_rates(struct survival_rate out[], const struct survival *survival,
                    const double terms[]);

/* The pupils of the first grade the year before, and how many of them would
 * reach the last; NO_VALUE where that is not known. */
void survival_parts(double *reaching, double *beginning,
                    const struct survival *survival, const double terms[]);

#endif
