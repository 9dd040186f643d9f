/*
 * trend_parts.h - private to the room: the steps of a trend.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_TREND_PARTS_H
#define HOCTAP_COMPUTE_TREND_PARTS_H

#include <math.h>

#include "engine/compute/trend/trend.h"

/* What a test says. [sign] is that of the movement: -1, 0, 1. */
struct trend_verdict {
    double p_value;
    int sign;
};

/* A slope per year and its limits; NO_VALUE where there are none. */
struct trend_slope {
    double slope, lower, upper;
};

/* The calendar year of a point, as a number. */
double trend_time(const struct trend_point *point);
/* -1, 0 or 1: values that only rounding sets apart are equal. */
static inline int trend_order(double left, double right)
{
    double apart = left - right, one = fabs(left), other = fabs(right);
    double slack = 1e-12 * (one > other ? one : other);

    return (apart > slack) - (-apart > slack);
}
/* Do all points have the same value? */
bool trend_is_flat(const struct trend_point points[], size_t count);

/* --- trend_tables.c --------------------------------------------------------
 */

enum { KENDALL_MOST = 40 }; /* years up to which it is exact */

/*
 * The null distribution of Kendall's S over [pairs] comparable pairs:
 * chance[i] is that of S = pairs - 2i, at_most[i] the sum of chance[0..i],
 * which is P(S >= pairs - 2i).
 */
struct kendall {
    size_t pairs;
    double *chance, *at_most; /* pairs + 1 each */
};

double tables_confidence(const struct trend_tables *tables);
/* Without ties, [count] from 2 to KENDALL_MOST. */
const struct kendall *tables_kendall(struct trend_tables *tables, size_t count);
/* Student's t that leaves (1 - confidence)/2 above it. */
double tables_student(struct trend_tables *tables, size_t degrees);
double tables_normal(const struct trend_tables *tables); /* the same of z */
/* Room for [count] numbers, or points to be weighed, good until the next call.
 */
struct trend_weighed {
    double time, figure, variance; /* of sampling */
};
double *tables_room(struct trend_tables *tables, size_t count);
struct trend_weighed *tables_weighed(struct trend_tables *tables, size_t count);

/* --- trend_kendall.c, trend_slope.c, trend_weighted.c ----------------------
 */

/* chance[] after one more thing has found its place among k - 1. */
void kendall_spread(double chance[], size_t length, size_t k);

struct trend_verdict trend_kendall(const struct trend_point points[],
                                   size_t count, struct trend_tables *tables);

struct trend_slope trend_sen(const struct trend_point points[], size_t count,
                             struct trend_tables *tables);

/* What the weighted test is made of, against sampling alone. */
struct trend_scatter {
    double along;      /* chi-square of the line, one degree of freedom */
    double about;      /* chi-square about it, count - 2 */
    double dispersion; /* max(1, about / (count - 2)) */
};
/* The test that the points' counts and the noise allow; TREND_MANN_KENDALL
 * when they allow none of the weighted ones. */
enum trend_test trend_weighted_test(const struct trend_point points[],
                                    size_t count,
                                    const struct indicator *indicator);
struct trend_verdict trend_weighted(struct trend_scatter *scatter,
                                    const struct trend_point points[],
                                    size_t count, enum trend_test test,
                                    const struct indicator *indicator,
                                    struct trend_tables *tables);

/* --- trend_stretch.c -------------------------------------------------------
 */

/* When the map of each area changed, and whether reforms inside it count. */
struct stretch_map;
struct stretch_map *stretch_map_of(const struct study *study,
                                   struct arena *arena);

/* Did its territory change within (from, to]? With [restarting] also when only
 * a border inside it did. */
bool stretch_map_changed(const struct stretch_map *map, uint32_t area,
                         date from, date to, bool restarting);

struct stretch {
    struct trend_point *points;
    size_t count;
    bool cut; /* they begin at a break, not at the first figure */
    const struct result *last; /* NULL when none is usable */
};

/* The latest comparable points among [count] results of one indicator, area
 * and breakdown, sorted by period; [points] has room for as many. */
struct stretch stretch_of(const struct result *const results[], size_t count,
                          struct trend_point points[], bool restarting,
                          const struct stretch_map *map);

/* --- trend_results.c -------------------------------------------------------
 */

/* Is every quantity of the numerator a stock (over_time: last)? */
bool trend_is_stock(const struct formula *formula, const struct codebook *book);

#endif
