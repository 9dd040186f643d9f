/*
 * weighted.h - weighted values: mean, quantile, ranks, the Lorenz curve.
 *
 * Arrays are parallel; weights are positive (population counts, not shares).
 * An [order] is an array of indexes that puts the values in ascending order;
 * weighted_order makes one, equal values in their order of appearance.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_WEIGHTED_H
#define HOCTAP_COMPUTE_WEIGHTED_H

#include <stddef.h>
#include <stdint.h>

/* Added up with compensation, so that the order of the areas does not show. */
double weighted_sum(const double value[], size_t count);
/* NO_VALUE without items or weight. */
double weighted_mean(const double value[], const double weight[], size_t count);

void weighted_order(uint32_t order[], const double value[], size_t count);

/*
 * The smallest value whose cumulative share of the weight reaches [q] (0 to
 * 1). A share that misses q by rounding alone counts as reaching it.
 */
double weighted_quantile(const double value[], const double weight[],
                         const uint32_t order[], size_t count, double q);

/*
 * The mid-rank of each item: the share of the weight before it plus half its
 * own. Equal values of [key] share one mid-rank, that of them all together.
 * [order] sorts [key].
 */
void weighted_midranks(double rank[], const double key[], const double weight[],
                       const uint32_t order[], size_t count);

/*
 * The Lorenz curve: share of the weight against share of the total of
 * value x weight, lowest values first. Fills count + 1 points from (0,0) to
 * (1,1). Returns how many: 0 when the total is not positive.
 */
size_t weighted_lorenz(double share_of_weight[], double share_of_total[],
                       const double value[], const double weight[],
                       const uint32_t order[], size_t count);

/*
 * The mean of the part of the weight between the shares [from] and [to] of the
 * population, lowest values first, an item on the border split.
 */
double weighted_mean_between(const double value[], const double weight[],
                             const uint32_t order[], size_t count, double from,
                             double to);

#endif
