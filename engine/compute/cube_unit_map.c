/*
 * cube_unit_map.c - where the map cuts a series: (4) of cube_unit.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube_unit_map.h"

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/model/study.h"

/* Old areas are not always counted in their last year. */
enum { YEARS_BACK = 3 };

/* The area and all above it; the first time only counted. */
static void enter(struct unit_map *map, uint32_t area, date day, bool fill)
{
    bool own = true;

    for (; area != NO_AREA; area = map->study->areas.items[area].parent) {
        if (fill)
            map->items[map->first[area + 1]] = (struct unit_reform){ day, own };
        map->first[area + (fill ? 1 : 2)]++;
        own = false;
    }
}

static void enter_all(struct unit_map *map, bool fill)
{
    for (size_t i = 0; i < map->study->crosswalk.count; i++) {
        const struct crossing *c = &map->study->crosswalk.items[i];
        enter(map, c->from, c->day, fill);
        enter(map, c->to, c->day, fill);
    }
}

struct unit_map unit_map_of(const struct study *study, struct arena *arena)
{
    size_t areas = study->areas.count;
    struct unit_map map = { study, arena_array(arena, areas + 2, size_t),
                            NULL };

    enter_all(&map, false);
    for (size_t a = 0; a < areas; a++)
        map.first[a + 2] += map.first[a + 1];
    map.items = arena_array(arena, map.first[areas + 1], struct unit_reform);
    enter_all(&map, true);
    return map;
}

static bool reformed(const struct unit_map *map, uint32_t area, bool own,
                     date after, date until)
{
    for (size_t i = map->first[area]; i < map->first[area + 1]; i++)
        if (map->items[i].day > after && map->items[i].day <= until &&
            (!own || map->items[i].own))
            return true;
    return false;
}

static const struct quantity *quantity_of(const struct unit_map *map,
                                          const struct fact *fact)
{
    return &map->study->codebook.quantities[fact->quantity];
}

bool unit_map_cuts(const struct unit_map *map, const struct fact *before,
                   const struct fact *after)
{
    bool restarts = quantity_of(map, after)->over_map == OVER_MAP_RESTART;

    return reformed(map, after->area, !restarts, period_end(before->period),
                    period_end(after->period));
}

/* The share of a crossing: all of it when it is the giver's only one. */
static double share_of(const struct crosswalk *walk, const struct crossing *c)
{
    if (has_value(c->weight))
        return c->weight;
    for (size_t i = 0; i < walk->count; i++)
        if (&walk->items[i] != c && walk->items[i].day == c->day &&
            walk->items[i].from == c->from)
            return NO_VALUE;
    return 1;
}

static double value_of(const struct cube *cube, const struct fact *like,
                       uint32_t area, period p)
{
    const struct fact *fact =
        cube_find(cube, like->quantity, p, area, like->cell);

    return fact && fact->status != STATUS_UNRELIABLE ? fact->value : NO_VALUE;
}

/* What the territory had in an earlier period. */
static double heritage(const struct unit_map *map, const struct cube *cube,
                       const struct fact *fact, period before)
{
    const struct crosswalk *walk = &map->study->crosswalk;
    bool gave = false;
    double sum = 0;

    for (size_t i = 0; i < walk->count; i++) {
        const struct crossing *c = &walk->items[i];
        if (c->day <= period_end(before) || c->day > period_end(fact->period))
            continue;
        gave = gave || c->from == fact->area;
        if (c->to == fact->area)
            sum += share_of(walk, c) * value_of(cube, fact, c->from, before);
    }
    /* It lived on and only took: what it had is not in the crosswalk. */
    if (!gave && area_lives(&map->study->areas, fact->area, period_end(before)))
        sum += value_of(cube, fact, fact->area, before);
    return sum;
}

double unit_map_heritage(const struct unit_map *map, const struct cube *cube,
                         const struct fact *fact, period *before)
{
    const struct quantity *q = quantity_of(map, fact);

    if (q->over_map == OVER_MAP_RESTART || q->over_areas == OVER_AREAS_NONE)
        return NO_VALUE;
    for (int years = 1; years <= YEARS_BACK; years++) {
        double sum;
        *before = period_shift(fact->period, -years);
        if (*before == NO_PERIOD ||
            !reformed(map, fact->area, true, period_end(*before),
                      period_end(fact->period)))
            continue;
        sum = heritage(map, cube, fact, *before);
        if (has_value(sum))
            return sum;
    }
    return NO_VALUE;
}
