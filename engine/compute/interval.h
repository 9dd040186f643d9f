/*
 * interval.h - how far a proportion or a rate may lie from what was counted.
 *
 * For x out of n persons (a proportion) or x events over a base of n (a rate)
 * an interval gives the value x/n and the limits between which the underlying
 * value lies with the asked confidence. All three are plain (per one): the
 * caller multiplies by the indicator's scale.
 *
 *  (1) wilson           score limits (Wilson 1927)
 *  (2) clopper_pearson  exact tails of the binomial, by the beta distribution
 *  (3) jeffreys         beta(x+1/2, n-x+1/2); 0 at x = 0 and 1 at x = n
 *  (4) mid_p            as (2), half the probability of x itself
 *  (5) exact            exact tails of the Poisson, by the gamma distribution
 *  (6) byar             Byar's approximation to (5), good from ten events on
 *
 * (1) to (4) are for proportions, (5) and (6) for rates. x may be a weighted
 * count: nothing asks that it be whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_INTERVAL_H
#define HOCTAP_COMPUTE_INTERVAL_H

#include <stdbool.h>

enum interval_method {
    INTERVAL_WILSON,
    INTERVAL_CLOPPER_PEARSON,
    INTERVAL_JEFFREYS,
    INTERVAL_MID_P,
    INTERVAL_EXACT,
    INTERVAL_BYAR,
    INTERVAL_METHOD_COUNT
};
extern const char *const interval_method_names[INTERVAL_METHOD_COUNT];

/* INTERVAL_METHOD_COUNT when unknown. */
enum interval_method interval_method_find(const char *name);
bool interval_is_for_rates(enum interval_method method);

struct interval {
    double value, lower, upper; /* NO_VALUE where there is none */
};

/*
 * Fills [out] and says whether there are limits. n = 0 (or less, or x below 0):
 * nothing at all; a proportion with x above n: the value without limits.
 * [confidence] lies between 0 and 1.
 */
bool interval_of(struct interval *out, enum interval_method method, double x,
                 double n, double confidence);

/* The customary method of a rate: exact below ten events, else Byar. */
enum interval_method interval_for_rate(double x);

/* The normal quantile z with P(|Z| <= z) = confidence. */
double interval_z(double confidence);

#endif
