/*
 * trend_results.c - the lines of a list of trends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/trend_results.h"

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/model/area.h"

const char *const trend_test_names[TREND_TEST_COUNT] = {
    [TREND_TEST_NONE] = "",
    [TREND_MANN_KENDALL] = "mann_kendall",
    [TREND_COCHRAN_ARMITAGE] = "cochran_armitage",
    [TREND_LOG_LINEAR] = "log_linear",
    [TREND_WEIGHTED_LINEAR] = "weighted_linear",
    [TREND_YEARLY_CHANGES] = "yearly_changes",
};

const char *const direction_names[DIRECTION_COUNT] = {
    [DIRECTION_TOO_SHORT] = "too_short", [DIRECTION_UNCLEAR] = "unclear",
    [DIRECTION_STEADY] = "steady",       [DIRECTION_RISING] = "rising",
    [DIRECTION_FALLING] = "falling",
};

struct trends *trends_new(struct arena *arena)
{
    struct trends *list = arena_new_of(arena, struct trends);
    arena_defer(arena, grow_release, &list->items);
    return list;
}

struct trend *trends_add(struct trends *list)
{
    grow(list->items, list->count, list->room);
    struct trend *line = &list->items[list->count++];
    *line = (struct trend){
        .indicator = NO_INDEX,
        .area = NO_AREA,
        .breakdown = WHOLE,
        .slope = NO_VALUE,
        .slope_lower = NO_VALUE,
        .slope_upper = NO_VALUE,
        .p_value = NO_VALUE,
        .forecast = NO_VALUE,
        .forecast_lower = NO_VALUE,
        .forecast_upper = NO_VALUE,
    };
    return line;
}
