/*
 * evenness.h - what is found about evenness beside the measures: how it
 * changed, who makes it what it is, whose rates stand apart, and how many
 * people it would take to level up.
 *
 * Five lists, each a file of `run` and a view of `equity --show`:
 *
 *   changes   a measure in two years over the areas that have both
 *   shares    an area's part in a measure, or in what is missing to a target
 *   groups    a group's part: unevenness inside it, and between the groups
 *   parities  one part of the people against another: girls against boys
 *   levels    how many more must be counted in an area to reach a goal
 *
 * Numbers are in the indicator's unit unless said otherwise; shares are
 * fractions. What there is no basis for is NO_VALUE, and the note, a message
 * id, says why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_EVENNESS_H
#define HOCTAP_MODEL_EVENNESS_H

#include <stddef.h>
#include <stdint.h>

#include "engine/model/results.h"

/* Which way the areas went. */
enum drift {
    DRIFT_NONE,    /* it is not said of this measure, or cannot be */
    DRIFT_CLOSER,  /* drawn together */
    DRIFT_APART,   /* drifted apart */
    DRIFT_STEADY,  /* no change worth a word */
    DRIFT_UNCLEAR, /* chance alone could explain it */
    DRIFT_COUNT
};
extern const char *const drift_names[DRIFT_COUNT];

struct evenness_change {
    uint16_t indicator;
    int tier;
    period from, to;
    const char *measure; /* of equity.csv; spread_beyond_chance, convergence */
    double before, after, change, lower, upper;
    double by_values, by_weights; /* add up to the change */
    enum drift drift;
    unsigned count, left_out; /* areas paired; areas that were not */
    const char *note;
};

/* The row of all areas together has the root as its area. */
struct evenness_share {
    uint16_t indicator;
    uint32_t area;
    int tier; /* of the areas shared among */
    period period;
    const char *measure; /* of equity.csv; shortfall */
    double weight;       /* share of the population */
    double value;
    double amount; /* its part; the parts add up to the whole */
    double share;  /* of the whole amount; none when that is 0 */
    unsigned count;
    const char *note;
};

/* The row of all groups together has no group. */
struct evenness_group {
    uint16_t indicator;
    int tier;
    period period;
    const char *by, *group; /* the attribute, or the tier above; its value */
    const char *measure;
    unsigned count; /* areas */
    double weight, mean;
    double inside;          /* the measure inside the group alone */
    double within, between; /* its parts of the whole's measure */
    double share;           /* of both, in the whole's measure */
    const char *note;
};

struct evenness_parity {
    uint16_t indicator;
    uint32_t area;
    period period;
    uint16_t dimension, code, other; /* girls against boys: F, M */
    double value, other_value;
    struct evenness_limits {
        double value, lower, upper;
    } index, adjusted, gap; /* value / other_value; value - other_value */
    enum drift drift; /* APART; STEADY: alike; UNCLEAR: chance may be it */
    const char *note;
};

enum level_goal {
    LEVEL_TARGET, /* the area's target, else the root's */
    LEVEL_TOP,    /* the mean of the best fifth of the people */
    LEVEL_WHOLE,  /* the root's own value */
    LEVEL_GOAL_COUNT
};
extern const char *const level_goal_names[LEVEL_GOAL_COUNT];

/* The row of all areas together has the root as its area. */
struct evenness_level {
    uint16_t indicator;
    uint32_t area;
    int tier;
    period period;
    enum level_goal goal;
    period goal_period; /* of a target; NO_PERIOD without, or with several */
    double goal_value, value, numerator, denominator;
    double needed;  /* whole; more of them, or fewer when lower is better */
    double share;   /* of all that is needed */
    double reached; /* the value when the goal is reached by all */
    double chance_goal, chance_needed; /* the same had all areas one value */
    uint16_t quantity;        /* what is counted; NO_INDEX when it is no one */
    unsigned count, short_of; /* areas; those that need some */
    const char *note;
};

struct evenness {
    struct evenness_changes {
        struct evenness_change *items;
        size_t count, room;
    } changes;
    struct evenness_shares {
        struct evenness_share *items;
        size_t count, room;
    } shares;
    struct evenness_groups {
        struct evenness_group *items;
        size_t count, room;
    } groups;
    struct evenness_parities {
        struct evenness_parity *items;
        size_t count, room;
    } parities;
    struct evenness_levels {
        struct evenness_level *items;
        size_t count, room;
    } levels;
};

struct arena;

/* Freed with the arena. Rows are added with everything absent. */
struct evenness *evenness_new(struct arena *arena);
struct evenness_change *evenness_change_add(struct evenness *into);
struct evenness_share *evenness_share_add(struct evenness *into);
struct evenness_group *evenness_group_add(struct evenness *into);
struct evenness_parity *evenness_parity_add(struct evenness *into);
struct evenness_level *evenness_level_add(struct evenness *into);

#endif
