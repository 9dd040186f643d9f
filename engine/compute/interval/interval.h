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
 * For one count or share over another (a parity):
 *
 *  (7) of counts        x girls to y boys are one binomial of x + y: (1) for
 *                       the share of girls, turned into odds
 *  (8) of shares        the logarithm with the delta method: variance
 *                       1/x - 1/n of each; none where one of them is 0
 *  (9) adjusted         a parity above 1 is 2 - 1/parity: as far from 1 as its
 *                       inverse, and never above 2 (SDG 4.5.1); it rises with
 *                       the parity, so its limits are those of (7), (8)
 * adjusted
 *
 * And for a rate as it would be in a standard population of weights w:
 *
 *  (10) standardised    value sum w x/n / sum w; the limits of all events X
 *                       together, scaled: value + sqrt(v/X)(limit - X) with
 *                       v = sum w^2 x/n^2 / (sum w)^2 (Dobson 1991)
 *
 * For a mean whose data carry their standard deviation s, in the mean's unit:
 *
 *  (11) of a mean       value -+ t s/sqrt(n), t the quantile of Student's
 *                       distribution with n - 1 degrees of freedom
 *
 * And for one proportion p less another q, between -1 and 1:
 *
 *  (12) of a difference the hybrid score limits, Newcombe's method 10: with
 *                       the limits (1) of both,
 *                       lower = p - q - sqrt((p - lower_p)^2 + (upper_q - q)^2)
 *                       upper = p - q + sqrt((upper_p - p)^2 + (q - lower_q)^2)
 *
 * (1) to (4) are for proportions, (5) and (6) for rates. x may be a weighted
 * count: nothing asks that it be whole. The limits of (2) to (5) are right to
 * nine digits for n up to 10^12. The value always lies between its limits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_INTERVAL_H
#define HOCTAP_COMPUTE_INTERVAL_H

#include <stdbool.h>
#include <stddef.h>

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
 * Fills [out] and says whether there are limits. There are none only where
 * counts make no sense: n = 0 or less or missing, x below 0 or missing (then
 * there is no value either), and x above n for a proportion (the value stands
 * alone). [confidence] must lie between 0 and 1; else there are none as well.
 */
bool interval_of(struct interval *out, enum interval_method method, double x,
                 double n, double confidence);

/* (7) The same for x / y. */
bool interval_of_counts(struct interval *out, double x, double y,
                        double confidence);

struct interval_share {
    double x, n;
};
/* (8) The same for one share over the other; a value and no limits where one is
 * above 1 or the upper is 0. */
bool interval_of_shares(struct interval *out,
                        const struct interval_share *above,
                        const struct interval_share *below, double confidence);

struct interval_stratum {
    double x, n;     /* events and base of the stratum */
    double standard; /* of the standard population; any unit */
};
/* (10) [method] is (5) or (6), for all events together. No value where a
 * stratum has none; no limits without an event. */
bool interval_of_strata(struct interval *out,
                        const struct interval_stratum strata[], size_t count,
                        enum interval_method method, double confidence);

/* (11) No value where the mean is missing or n is 0 or less; no limits unless n
 * is known and above 1 and s is 0 or more. */
bool interval_of_mean(struct interval *out, double mean, double s, double n,
                      double confidence);

/* (12) No value where one of the two has none; a value and no limits where one
 * is above 1. */
bool interval_of_difference(struct interval *out,
                            const struct interval_share *first,
                            const struct interval_share *second,
                            double confidence);

/* (9) */
double interval_adjusted(double parity);

/* The customary method of a rate: exact below ten events, else Byar. */
enum interval_method interval_for_rate(double x);

/* The normal quantile z with P(|Z| <= z) = confidence. */
double interval_z(double confidence);

#endif
