/*
 * comparison.h - areas set against the whole they are part of.
 *
 * Areas of one indicator, period, tier and breakdown are compared together:
 * they are a family. A comparison is one area's line in it. All numbers are in
 * the indicator's unit; what there is no basis for is NO_VALUE, or a rank of 0.
 *
 * An area whose figure is missing, incomplete, suppressed or impossible keeps
 * its line and its value, but is left out of the family: nothing is said of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_COMPARISON_H
#define HOCTAP_MODEL_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/results.h"

/* Where a figure stands in the funnel around the whole. */
enum funnel {
    FUNNEL_NONE, /* no noise, no whole, or too few areas */
    FUNNEL_WITHIN,
    FUNNEL_ABOVE_95,
    FUNNEL_ABOVE_998,
    FUNNEL_BELOW_95,
    FUNNEL_BELOW_998,
    FUNNEL_COUNT
};
extern const char *const funnel_names[FUNNEL_COUNT];

struct comparison {
    uint16_t indicator;
    uint32_t area;
    period period;
    struct breakdown breakdown;
    size_t row; /* of the results or of the table it comes from */
    bool usable;
    double numerator, denominator;
    double value, lower, upper;
    double whole, difference, difference_lower, difference_upper;
    double p_value, adjusted_p;
    enum funnel funnel;
    double shrunk, shrunk_lower, shrunk_upper;
    double weight; /* of the area's own figure in [shrunk], 0 to 1 */
    unsigned rank, rank_lower, rank_upper; /* 1 = best */
    enum standing verdict;
};

/*
 * Where the limits of a funnel run: values at sizes of the base, from the
 * smallest area to the largest. A limit that no value can reach is NO_VALUE.
 */
enum funnel_limit {
    LIMIT_BELOW_998,
    LIMIT_BELOW_95,
    LIMIT_ABOVE_95,
    LIMIT_ABOVE_998,
    LIMIT_COUNT
};
enum { LIMIT_SIZES = 32 };
struct funnel_limits {
    uint16_t indicator;
    period period;
    int tier; /* enum tier; of the areas compared */
    double base[LIMIT_SIZES], values[LIMIT_COUNT][LIMIT_SIZES];
};

struct comparisons {
    struct comparison *items;
    size_t count, room;
    struct funnel_limits *limits; /* of the families they were asked for */
    size_t limit_count, limit_room;
};
/* Freed with the arena. */
struct comparisons *comparisons_new(struct arena *arena);
struct comparison *comparisons_add(struct comparisons *list); /* all absent */
struct funnel_limits *comparisons_add_limits(struct comparisons *list);
/* The lines and limits of [more] behind those of [list]. */
void comparisons_join(struct comparisons *list, const struct comparisons *more);
/* NULL when there are none, or no list. */
const struct funnel_limits *comparisons_limits(const struct comparisons *list,
                                               uint16_t indicator, period p,
                                               int tier);
/* Back into the order of [row]. */
void comparisons_sort(struct comparisons *list);

/* How far the areas of a family lie apart beyond chance. */
struct dispersion {
    double phi;                /* mean square of the distances in errors */
    double tau2, lower, upper; /* variance between areas, unit squared */
};

#endif
