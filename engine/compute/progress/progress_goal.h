/*
 * progress_goal.h - private to progress*.c: which target a result is held
 * against, and when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_PROGRESS_GOAL_H
#define HOCTAP_COMPUTE_PROGRESS_GOAL_H

#include "engine/model/results.h"
#include "engine/model/study.h"

struct arena;

enum goal_sort {
    GOAL_NONE,
    GOAL_DUE,           /* the target's own year */
    GOAL_MILESTONE,     /* between two target years */
    GOAL_FUTURE,        /* before the first */
    GOAL_NEW_FRAME,     /* between two years of different definitions */
    GOAL_OTHER_UNIT,    /* it counts something else */
    GOAL_CLASS_UNKNOWN, /* it depends on the area's class */
};

struct goal {
    enum goal_sort sort;
    const struct target *target; /* the one due, or the next */
    double value;                /* in the indicator's unit */
    enum target_operator comparison;
};

/* The targets made ready for many results: those of an indicator together, and
 * what they ask of areas looked up once. */
struct goals;
struct goals *goals_new(const struct study *study, uint32_t root,
                        struct arena *arena);

struct goal goal_of(const struct result *result, const struct goals *goals);

/* What the year's own plan asks for, in the indicator's unit; or NO_VALUE. */
double goal_plan(const struct result *result, const struct goals *goals);

#endif
