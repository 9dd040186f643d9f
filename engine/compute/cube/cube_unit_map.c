/*
 * cube_unit_map.c - where the map cuts a series: (4) of cube_unit.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/cube_unit_map.h"

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/model/study.h"

/* Old areas are not always counted in their last year. */
enum { YEARS_BACK = 3 };

/* The area and all above it; the first time only counted. */
static void enter(struct unit_map *map, uint32_t area,
                  const struct crossing *crossing, bool fill)
{
    bool own = true;

    for (; area != NO_AREA; area = map->study->areas.items[area].parent) {
        if (fill)
            map->items[map->first[area + 1]] =
                (struct unit_reform){ crossing, own };
        map->first[area + (fill ? 1 : 2)]++;
        own = false;
    }
}

static void enter_all(struct unit_map *map, bool fill)
{
    for (size_t i = 0; i < map->study->crosswalk.count; i++) {
        const struct crossing *c = &map->study->crosswalk.items[i];
        enter(map, c->from, c, fill);
        if (c->to != c->from)
            enter(map, c->to, c, fill);
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
        if (map->items[i].crossing->day > after &&
            map->items[i].crossing->day <= until && (!own || map->items[i].own))
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
static double share_of(const struct unit_map *map, const struct crossing *c)
{
    if (has_value(c->weight))
        return c->weight;
    for (size_t i = map->first[c->from]; i < map->first[c->from + 1]; i++) {
        const struct crossing *other = map->items[i].crossing;
        if (other != c && other->day == c->day && other->from == c->from)
            return NO_VALUE;
    }
    return 1;
}

/* What the area's territory on the day [until] had in an earlier period. */
static double territory(const struct unit_map *map, const struct cube *cube,
                        const struct fact *like, uint32_t area, period before,
                        date until)
{
    bool lived = area_lives(&map->study->areas, area, period_end(before));
    bool gave = false, kept = false, took = false;
    const struct fact *own;
    double sum = 0;

    for (size_t i = map->first[area]; i < map->first[area + 1]; i++) {
        const struct crossing *c = map->items[i].crossing;
        if (!map->items[i].own || c->day <= period_end(before) ||
            c->day > until)
            continue;
        gave = gave || c->from == area;
        kept = kept || (c->from == area && c->to == area);
        if (c->to != area)
            continue;
        took = true;
        /* The day before, as a number that is less than the day. */
        sum += share_of(map, c) *
               territory(map, cube, like, c->from, before, c->day - 1);
    }
    if (kept || (took && !lived))
        return sum;
    if (gave || !lived) /* what it kept is not said, or nothing is known */
        return NO_VALUE;
    own = cube_find(cube, like->quantity, before, area, like->cell);
    return own && own->status != STATUS_UNRELIABLE ? sum + own->value
                                                   : NO_VALUE;
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
        sum = territory(map, cube, fact, fact->area, *before,
                        period_end(fact->period));
        if (has_value(sum))
            return sum;
    }
    return NO_VALUE;
}
