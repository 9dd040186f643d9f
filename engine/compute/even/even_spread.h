/*
 * even_spread.h - how far areas lie apart beyond chance, and whether they drew
 * together.
 *
 * The observed variance between areas, Q = sum p (y - m)^2, is larger than the
 * true one, V, by the noise. If y_j has mean Y_j and variance v_j, Q is a
 * quadratic form of normal variables, with the cumulants
 *
 *     k1 = V + sum p (1 - p) v
 *     k2 = 2 (sum d^2 - 2 sum p d^2 + (sum p d)^2) + 4 A
 *     k3 = 8 (sum d^3 - 3 sum p d^3 + 3 sum p d^2 sum p d - (sum p d)^3) + 24 B
 *
 * d = p v, u = p (Y - M), A = sum v u^2, B = sum p (v u)^2 - (sum p v u)^2
 * (Mathai and Provost 1992, 3.2; k2 is the variance of statistics.md 6). Its
 * distribution is taken as the shifted gamma of these three (Pearson's III).
 *
 * The limits are those V, along Y = m + c (y - m) for c from 0, of which the
 * observed Q is the upper and the lower tail; the value is the one of which it
 * is the median. Both square roots: standard deviations, in the unit. Areas
 * that look more alike than chance should let them are not taken for more alike
 * than equal ones: the upper limit is that of a Q of at least sum p (1 - p) v.
 *
 * The change of two years, with independent noise, has the limits of Zou and
 * Donner (Stat Med 27 (2008) 1693), which Newcombe's are a case of:
 *
 *     lower = b - a - sqrt((b - l_b)^2 + (u_a - a)^2)
 *     upper = b - a + sqrt((u_b - b)^2 + (a - l_a)^2)
 *
 * but l_b - u_a where l_b is 0, and u_b - l_a where l_a is 0: areas that cannot
 * be told apart cannot be said to have drawn together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_EVEN_SPREAD_H
#define HOCTAP_COMPUTE_EVEN_SPREAD_H

#include <stddef.h>

struct even_spread {
    double value, lower, upper; /* a standard deviation, 0 or more */
};

/* Arrays are parallel, weights and errors positive, at least two areas. */
struct even_spread even_spread_of(const double value[], const double weight[],
                                  const double sigma[], size_t count,
                                  double confidence);
/* [after] less [before]. */
struct even_spread even_spread_change(const struct even_spread *before,
                                      const struct even_spread *after);

/* Whether areas that began low gained more; see even_converge.c. */
struct even_convergence {
    double value, lower, upper; /* NO_VALUE where it cannot be told */
};
struct even_years {
    const double *before, *after, *weight;
    const double *before_sigma, *after_sigma;
    size_t count;
};
struct even_convergence even_converge(const struct even_years *years,
                                      double confidence);

#endif
