/*
 * shapes.c - an area's polygons and its tile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/shapes.h"

#include "engine/base/text.h"

const struct shape *shape_find(const struct shapes *shapes,
                               const struct area *area)
{
    for (size_t i = 0; i < shapes->count; i++)
        if (shapes->items[i].tier == area->tier &&
            text_same(shapes->items[i].code, area->code))
            return &shapes->items[i];
    return NULL;
}

const struct tile *tile_find(const struct tiles *tiles, const struct area *area)
{
    for (size_t i = 0; i < tiles->count; i++)
        if (tiles->items[i].tier == area->tier &&
            text_same(tiles->items[i].code, area->code))
            return &tiles->items[i];
    return NULL;
}
