/*
 * tails.h - private to the room: tails of the beta and the gamma distribution.
 *
 * The share of a distribution above or below a point. The beta stands for a
 * proportion (its tails are sums of binomial chances), the gamma for a rate
 * (sums of Poisson chances). They hold for counts from a fraction of one up to
 * 10^12: the library's own functions lose a limit of iterations or their digits
 * there.
 *
 *  (1) The density after Loader (2000), "Fast and accurate computation of
 *      binomial probabilities": deviances in place of differences of large
 *      logarithms.
 *  (2) Where the distribution is close to the bell (both shapes from 100 on)
 *      the tail is the density added up by Gauss's rule of ten points, one
 *      standard deviation after another.
 *  (3) Else the continued fraction of the beta, DLMF 8.17.22, or the library's
 *      incomplete gamma.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_TAILS_H
#define HOCTAP_COMPUTE_TAILS_H

#include <stdbool.h>

/* With shape_b = HUGE_VAL it is the gamma of shape_a and scale 1. A shape of 0
 * (one of the two at most) puts all of a beta on its end: a at 0, b at 1. */
struct curve {
    double shape_a, shape_b;
};

enum side { SIDE_BELOW, SIDE_ABOVE };

/* The share of the curve on that side of [x]. */
double tail_of(struct curve curve, double x, enum side side);
double density_of(struct curve curve, double x);

#endif
