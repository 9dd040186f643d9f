/*
 * plan_results.c - the lists of a plan and the names in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/plan_results.h"

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/model/area.h"
#include "engine/model/table.h"

const char *const plan_path_names[PATH_COUNT] = {
    [PATH_LINEAR] = "linear",
    [PATH_LOGIT] = "logit",
    [PATH_GAP_HALVING] = "gap_halving",
};

const char *const plan_rule_names[RULE_COUNT] = {
    [RULE_PROPORTIONAL] = "proportional",
    [RULE_EQUAL_GAIN] = "equal_gain",
    [RULE_CLOSE_GAP] = "close_gap",
    [RULE_FIXED] = "fixed",
};

const char *const plan_feasibility_names[FEASIBLE_COUNT] = {
    [FEASIBLE_UNSAID] = "",
    [FEASIBLE_USUAL] = "usual",
    [FEASIBLE_AMBITIOUS] = "ambitious",
    [FEASIBLE_UNPRECEDENTED] = "unprecedented",
    [FEASIBLE_NO_PAST] = "no_past",
};

const char *const plan_note_names[PLAN_NOTE_COUNT] = {
#define PLAN_NOTE_NAME(name) [PLAN_NOTE_##name] = #name,
    PLAN_NOTES(PLAN_NOTE_NAME)
#undef PLAN_NOTE_NAME
};

const char *const given_names[GIVEN_COUNT] = {
    [GIVEN_BASE] = "base", [GIVEN_LEVEL] = "level",   [GIVEN_LOSSES] = "losses",
    [GIVEN_MOST] = "most", [GIVEN_BUDGET] = "budget", [GIVEN_COST] = "cost",
};

const char *const review_names[REVIEW_COUNT] = {
    [REVIEW_UNKNOWN] = "",
    [REVIEW_AHEAD] = "ahead",
    [REVIEW_AS_PLANNED] = "as_planned",
    [REVIEW_BEHIND] = "behind",
};

struct plans *plans_new(struct arena *arena)
{
    struct plans *plans = arena_new_of(arena, struct plans);
    arena_defer(arena, grow_release, &plans->courses);
    arena_defer(arena, grow_release, &plans->lines);
    arena_defer(arena, grow_release, &plans->steps);
    arena_defer(arena, grow_release, &plans->outcomes);
    return plans;
}

struct plan_course *plans_add_course(struct plans *plans)
{
    grow(plans->courses, plans->course_count, plans->course_room);
    struct plan_course *course = &plans->courses[plans->course_count++];
    *course = (struct plan_course){
        .indicator = NO_INDEX,
        .target = NO_AREA,
        .goal = NO_VALUE,
        .pace_wanted = NO_VALUE,
        .feasible = NO_VALUE,
        .first = plans->step_count,
    };
    return course;
}

struct plan_line *plans_add_line(struct plans *plans)
{
    grow(plans->lines, plans->line_count, plans->line_room);
    struct plan_line *line = &plans->lines[plans->line_count++];
    *line = (struct plan_line){
        .indicator = NO_INDEX,
        .area = NO_AREA,
        .level = NO_VALUE,
        .base = NO_VALUE,
        .value = NO_VALUE,
        .best = NO_VALUE,
        .median = NO_VALUE,
        .pace = NO_VALUE,
        .floor = NO_VALUE,
    };
    for (int rule = 0; rule < RULE_COUNT; rule++)
        line->left[rule] = line->won[rule] = NO_VALUE;
    return line;
}

struct plan_step *plans_add_step(struct plans *plans)
{
    grow(plans->steps, plans->step_count, plans->step_room);
    struct plan_step *step = &plans->steps[plans->step_count++];
    *step = (struct plan_step){
        .period = NO_PERIOD,
        .base = NO_VALUE,
        .value = NO_VALUE,
        .level = NO_VALUE,
        .fresh = NO_VALUE,
        .probability = NO_VALUE,
    };
    return step;
}

struct plan_outcome *plans_add_outcome(struct plans *plans)
{
    grow(plans->outcomes, plans->outcome_count, plans->outcome_room);
    struct plan_outcome *outcome = &plans->outcomes[plans->outcome_count++];
    *outcome = (struct plan_outcome){
        .indicator = NO_INDEX,
        .people = NO_VALUE,
        .difference = NO_VALUE,
        .variation = NO_VALUE,
        .gini = NO_VALUE,
        .lowest = NO_VALUE,
        .most_area = NO_AREA,
        .most = NO_VALUE,
    };
    return outcome;
}

const struct plan_course *plans_course(const struct plans *plans,
                                       uint16_t indicator)
{
    for (size_t i = 0; i < plans->course_count; i++)
        if (plans->courses[i].indicator == indicator)
            return &plans->courses[i];
    return NULL;
}

static int order_of(uint32_t left, uint32_t right)
{
    return (left > right) - (left < right);
}

int given_order(const void *left, const void *right)
{
    const struct plan_given *l = left, *r = right;
    int order = order_of(l->sort, r->sort);
    if (order == 0)
        order = order_of(l->area, r->area);
    if (order == 0)
        order = order_of(l->indicator, r->indicator);
    return order != 0 ? order : order_of((uint32_t)l->year, (uint32_t)r->year);
}

int planned_order(const void *left, const void *right)
{
    const struct planned *l = left, *r = right;
    int order = order_of(l->indicator, r->indicator);
    if (order == 0)
        order = order_of(l->area, r->area);
    return order != 0 ? order : order_of(l->period, r->period);
}

struct reviews *reviews_new(struct arena *arena)
{
    struct reviews *reviews = arena_new_of(arena, struct reviews);
    arena_defer(arena, grow_release, &reviews->items);
    return reviews;
}

struct review *reviews_add(struct reviews *reviews)
{
    grow(reviews->items, reviews->count, reviews->room);
    struct review *review = &reviews->items[reviews->count++];
    *review = (struct review){
        .indicator = NO_INDEX,
        .area = NO_AREA,
        .planned = NO_VALUE,
        .achieved = NO_VALUE,
        .difference = NO_VALUE,
        .planned_level = NO_VALUE,
        .counted = NO_VALUE,
        .next_planned = NO_VALUE,
        .next_revised = NO_VALUE,
        .next_fresh = NO_VALUE,
    };
    return review;
}
