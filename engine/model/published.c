/*
 * published.c - figures that were signed and handed out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/published.h"

#include "engine/base/arena.h"
#include "engine/base/grow.h"

const char *const revision_cause_names[REVISED_COUNT] = {
    [REVISED_INPUT] = "input",
    [REVISED_DEFINITION] = "definition",
    [REVISED_ARRIVED] = "arrived",
    [REVISED_WITHDRAWN] = "withdrawn",
};

struct revisions *revisions_new(struct arena *arena)
{
    struct revisions *list = arena_new_of(arena, struct revisions);
    arena_defer(arena, grow_release, &list->items);
    return list;
}

struct revision *revisions_add(struct revisions *list)
{
    grow(list->items, list->count, list->room);
    list->items[list->count] = (struct revision){ 0 };
    return &list->items[list->count++];
}
