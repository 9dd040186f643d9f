/*
 * comparison.c - the lines of a comparison.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/comparison.h"

#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/model/area.h"

const char *const funnel_names[FUNNEL_COUNT] = {
    [FUNNEL_NONE] = "",
    [FUNNEL_WITHIN] = "within",
    [FUNNEL_ABOVE_95] = "above_95",
    [FUNNEL_ABOVE_998] = "above_99.8",
    [FUNNEL_BELOW_95] = "below_95",
    [FUNNEL_BELOW_998] = "below_99.8",
};

struct comparisons *comparisons_new(struct arena *arena)
{
    struct comparisons *list = arena_new_of(arena, struct comparisons);
    arena_defer(arena, grow_release, &list->items);
    arena_defer(arena, grow_release, &list->limits);
    return list;
}

struct comparison *comparisons_add(struct comparisons *list)
{
    grow(list->items, list->count, list->room);
    struct comparison *row = &list->items[list->count++];
    *row = (struct comparison){
        .indicator = NO_INDEX,
        .area = NO_AREA,
        .breakdown = WHOLE,
        .numerator = NO_VALUE,
        .denominator = NO_VALUE,
        .value = NO_VALUE,
        .lower = NO_VALUE,
        .upper = NO_VALUE,
        .whole = NO_VALUE,
        .difference = NO_VALUE,
        .difference_lower = NO_VALUE,
        .difference_upper = NO_VALUE,
        .p_value = NO_VALUE,
        .adjusted_p = NO_VALUE,
        .shrunk = NO_VALUE,
        .shrunk_lower = NO_VALUE,
        .shrunk_upper = NO_VALUE,
        .weight = NO_VALUE,
    };
    return row;
}

struct funnel_limits *comparisons_add_limits(struct comparisons *list)
{
    grow(list->limits, list->limit_count, list->limit_room);
    return &list->limits[list->limit_count++];
}

void comparisons_join(struct comparisons *list, const struct comparisons *more)
{
    list->items = grow_to(list->items, &list->room, list->count + more->count,
                          sizeof *list->items);
    list->limits =
        grow_to(list->limits, &list->limit_room,
                list->limit_count + more->limit_count, sizeof *list->limits);
    for (size_t i = 0; i < more->count; i++)
        list->items[list->count++] = more->items[i];
    for (size_t i = 0; i < more->limit_count; i++)
        list->limits[list->limit_count++] = more->limits[i];
}

const struct funnel_limits *comparisons_limits(const struct comparisons *list,
                                               uint16_t indicator, period p,
                                               int tier)
{
    for (size_t i = 0; list != NULL && i < list->limit_count; i++) {
        const struct funnel_limits *limits = &list->limits[i];
        if (limits->indicator == indicator && limits->period == p &&
            limits->tier == tier)
            return limits;
    }
    return NULL;
}

static int by_row(const void *left, const void *right)
{
    const struct comparison *a = left, *b = right;
    return (a->row > b->row) - (a->row < b->row);
}

void comparisons_sort(struct comparisons *list)
{
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, by_row);
}
