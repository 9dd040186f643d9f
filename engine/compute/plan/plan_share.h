/*
 * plan_share.h - a whole number shared out among areas in whole numbers.
 *
 * Each area claims a straight line: start + slope x, held between low and high.
 * One x holds for all of them; as it rises, claims pass one whole number after
 * another, and the units are given in the order in which they are passed until
 * the total is given. So the shares add up exactly, equal claims get shares at
 * most one apart, and nobody's share falls when the total rises.
 *
 * A unit is passed at its signpost, a part of the way to it: at one half this
 * is Webster's divisor method (with start 0 and slope = weight), at 0 Adams',
 * where whoever has the least for its slope comes first, so that the smallest
 * share per slope is as large as it can be. The method of largest remainders is
 * not used: weights 6, 6, 2 give 4, 4, 2 of ten but 5, 5, 1 of eleven.
 *
 * Source: Balinski and Young, Fair Representation, 2nd ed. 2001.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_PLAN_SHARE_H
#define HOCTAP_COMPUTE_PLAN_SHARE_H

#include <stddef.h>

struct arena;

struct share_claim {
    double start, slope; /* slope 0: stays at low */
    double low, high;    /* whole numbers, low <= high; high may be infinite */
};

/*
 * Fills share[], whole numbers whose sum is [total], or the sum of all lows or
 * highs where that is as near as one can get; returns the sum. Ties go to the
 * smaller slope, then to the earlier claim. O(n log n).
 */
double plan_share(double share[], const struct share_claim claims[],
                  size_t count, double total, double signpost,
                  struct arena *scratch);

#endif
