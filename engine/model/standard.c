/*
 * standard.c - looking up levels and outcomes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/standard.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"

const char *const outcome_names[OUTCOME_COUNT] = { "pass", "fail",
                                                   "not_assessable" };

size_t standard_level_find(const struct standards *standards, const char *id)
{
    size_t i = 0;
    while (i < standards->count && strcmp(standards->items[i].id, id) != 0)
        i++;
    return i;
}

struct standard_outcomes *standard_outcomes_new(struct arena *arena)
{
    struct standard_outcomes *outcomes =
        arena_new_of(arena, struct standard_outcomes);
    arena_defer(arena, grow_release, &outcomes->items);
    return outcomes;
}

struct standard_outcome *
standard_outcomes_add(struct standard_outcomes *outcomes)
{
    grow(outcomes->items, outcomes->count, outcomes->room);
    return &outcomes->items[outcomes->count++];
}

const struct standard_outcome *
standard_outcome_find(const struct standard_outcomes *outcomes, size_t level,
                      uint32_t area, period p)
{
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct standard_outcome *o = &outcomes->items[i];
        if (o->level == level && o->area == area && o->period == p)
            return o;
    }
    return NULL;
}
