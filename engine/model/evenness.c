/*
 * evenness.c - the rows about evenness.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/evenness.h"

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/model/area.h"

const char *const drift_names[DRIFT_COUNT] = {
    [DRIFT_NONE] = "",           [DRIFT_CLOSER] = "closer",
    [DRIFT_APART] = "apart",     [DRIFT_STEADY] = "steady",
    [DRIFT_UNCLEAR] = "unclear",
};

const char *const level_goal_names[LEVEL_GOAL_COUNT] = {
    [LEVEL_TARGET] = "target",
    [LEVEL_TOP] = "top",
    [LEVEL_WHOLE] = "whole",
};

struct evenness *evenness_new(struct arena *arena)
{
    struct evenness *new = arena_new_of(arena, struct evenness);

    arena_defer(arena, grow_release, &new->changes.items);
    arena_defer(arena, grow_release, &new->shares.items);
    arena_defer(arena, grow_release, &new->groups.items);
    arena_defer(arena, grow_release, &new->parities.items);
    arena_defer(arena, grow_release, &new->levels.items);
    return new;
}

struct evenness_change *evenness_change_add(struct evenness *into)
{
    struct evenness_changes *list = &into->changes;

    grow(list->items, list->count, list->room);
    list->items[list->count] = (struct evenness_change){
        .indicator = NO_INDEX,
        .before = NO_VALUE,
        .after = NO_VALUE,
        .change = NO_VALUE,
        .lower = NO_VALUE,
        .upper = NO_VALUE,
        .by_values = NO_VALUE,
        .by_weights = NO_VALUE,
    };
    return &list->items[list->count++];
}

struct evenness_share *evenness_share_add(struct evenness *into)
{
    struct evenness_shares *list = &into->shares;

    grow(list->items, list->count, list->room);
    list->items[list->count] = (struct evenness_share){
        .indicator = NO_INDEX,
        .area = NO_AREA,
        .weight = NO_VALUE,
        .value = NO_VALUE,
        .amount = NO_VALUE,
        .share = NO_VALUE,
    };
    return &list->items[list->count++];
}

struct evenness_group *evenness_group_add(struct evenness *into)
{
    struct evenness_groups *list = &into->groups;

    grow(list->items, list->count, list->room);
    list->items[list->count] = (struct evenness_group){
        .indicator = NO_INDEX,
        .weight = NO_VALUE,
        .mean = NO_VALUE,
        .inside = NO_VALUE,
        .within = NO_VALUE,
        .between = NO_VALUE,
        .share = NO_VALUE,
    };
    return &list->items[list->count++];
}

static const struct evenness_limits NO_LIMITS = { NO_VALUE, NO_VALUE,
                                                  NO_VALUE };

struct evenness_parity *evenness_parity_add(struct evenness *into)
{
    struct evenness_parities *list = &into->parities;

    grow(list->items, list->count, list->room);
    list->items[list->count] = (struct evenness_parity){
        .indicator = NO_INDEX,
        .area = NO_AREA,
        .dimension = NO_INDEX,
        .value = NO_VALUE,
        .other_value = NO_VALUE,
        .index = NO_LIMITS,
        .adjusted = NO_LIMITS,
        .gap = NO_LIMITS,
    };
    return &list->items[list->count++];
}

struct evenness_level *evenness_level_add(struct evenness *into)
{
    struct evenness_levels *list = &into->levels;

    grow(list->items, list->count, list->room);
    list->items[list->count] = (struct evenness_level){
        .indicator = NO_INDEX,
        .area = NO_AREA,
        .goal_value = NO_VALUE,
        .value = NO_VALUE,
        .numerator = NO_VALUE,
        .denominator = NO_VALUE,
        .needed = NO_VALUE,
        .share = NO_VALUE,
        .reached = NO_VALUE,
        .chance_goal = NO_VALUE,
        .chance_needed = NO_VALUE,
        .quantity = NO_INDEX,
    };
    return &list->items[list->count++];
}
