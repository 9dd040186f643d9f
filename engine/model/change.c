/*
 * change.c - the lines of changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/change.h"

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/model/area.h"

struct changes *changes_new(struct arena *arena)
{
    struct changes *list = arena_new_of(arena, struct changes);
    arena_defer(arena, grow_release, &list->items);
    return list;
}

struct change *changes_add(struct changes *list)
{
    grow(list->items, list->count, list->room);
    struct change *line = &list->items[list->count++];
    *line = (struct change){
        .indicator = NO_INDEX,
        .area = NO_AREA,
        .before = NO_VALUE,
        .after = NO_VALUE,
        .p_value = NO_VALUE,
        .adjusted_p = NO_VALUE,
    };
    return line;
}

const struct change *changes_find(const struct changes *list,
                                  uint16_t indicator, uint32_t area)
{
    for (size_t i = 0; list != NULL && i < list->count; i++)
        if (list->items[i].indicator == indicator &&
            list->items[i].area == area)
            return &list->items[i];
    return NULL;
}
