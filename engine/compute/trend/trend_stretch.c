/*
 * trend_stretch.c - the latest years of a series that can be compared.
 *
 *  (1) Walked back from the last usable figure, a stretch ends where something
 *      parts it from the figure before: a break of the indicator's series, of
 *      its area or of an area above; a change of the area's territory; a figure
 *      that was itself marked as the first of a new series.
 *  (2) A change of territory is a row of the crosswalk that leads over the
 *      area's border. For what begins anew when the map changes ([restarting])
 *      one inside it counts as well.
 *  (3) Left out, as gaps: what is missing, suppressed, unreliable or invalid,
 *      and what is no figure of the whole area yet: incomplete, or forecast.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/trend/trend_parts.h"

struct reform {
    date day;
    bool border; /* or only inside */
};

/* Of area a the reforms from first[a] to before first[a + 1], by day. */
struct stretch_map {
    const struct study *study;
    size_t *first;
    struct reform *reforms;
};

/* Counts, or [fill]s in, the row for an area and all above it. */
static void add_reforms(struct stretch_map *map, uint32_t area, uint32_t other,
                        const struct crossing *c, bool fill)
{
    const struct areas *areas = &map->study->areas;

    for (; area != NO_AREA; area = areas->items[area].parent) {
        struct reform reform = { c->day, !area_is_in(areas, other, area) };
        if (fill)
            map->reforms[map->first[area]] = reform;
        map->first[area]++;
    }
}

static void walk_crosswalk(struct stretch_map *map, bool fill)
{
    const struct crosswalk *crosswalk = &map->study->crosswalk;

    for (size_t i = 0; i < crosswalk->count; i++) {
        const struct crossing *c = &crosswalk->items[i];
        add_reforms(map, c->from, c->to, c, fill);
        add_reforms(map, c->to, c->from, c, fill);
    }
}

struct stretch_map *stretch_map_of(const struct study *study,
                                   struct arena *arena)
{
    struct stretch_map *map = arena_new_of(arena, struct stretch_map);
    size_t count = study->areas.count, total = 0;

    map->study = study;
    map->first = arena_array(arena, count + 1, size_t);
    walk_crosswalk(map, false);
    for (size_t a = 0; a <= count; a++) { /* counts into beginnings */
        size_t own = map->first[a];
        map->first[a] = total;
        total += own;
    }
    map->reforms = arena_array(arena, total + 1, struct reform);
    walk_crosswalk(map, true);
    for (size_t a = count; a > 0; a--) /* filling moved them to their ends */
        map->first[a] = map->first[a - 1];
    map->first[0] = 0;
    return map;
}

/* (2) */
bool stretch_map_changed(const struct stretch_map *map, uint32_t area,
                         date from, date to, bool restarting)
{
    for (size_t i = map->first[area]; i < map->first[area + 1]; i++) {
        const struct reform *reform = &map->reforms[i];
        if ((reform->border || restarting) && reform->day > from &&
            reform->day <= to)
            return true;
    }
    return false;
}

/* (1) */
static bool parted(const struct result *before, const struct result *now,
                   bool restarting, const struct stretch_map *map)
{
    const struct study *study = map->study;

    if (now->status == STATUS_BREAK ||
        stretch_map_changed(map, now->area, period_end(before->period),
                            period_end(now->period), restarting))
        return true;
    for (uint32_t a = now->area; a != NO_AREA; a = study->areas.items[a].parent)
        if (breaks_between(&study->breaks, now->indicator, a, before->period,
                           now->period))
            return true;
    return false;
}

/* (3) */
static bool usable(const struct result *r)
{
    return result_is_whole(r) && r->status != STATUS_FORECAST;
}

static struct trend_point point_of(const struct result *r)
{
    return (struct trend_point){ r->period, r->value, r->numerator,
                                 r->denominator, NO_VALUE };
}

static void turn_round(struct trend_point points[], size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        struct trend_point kept = points[i];
        points[i] = points[count - 1 - i];
        points[count - 1 - i] = kept;
    }
}

struct stretch stretch_of(const struct result *const results[], size_t count,
                          struct trend_point points[], bool restarting,
                          const struct stretch_map *map)
{
    struct stretch out = { points, 0, false, NULL };
    const struct result *after = NULL;

    for (size_t i = count; i-- > 0 && !out.cut;) {
        const struct result *r = results[i];
        if (!usable(r))
            continue;
        out.cut = after && parted(r, after, restarting, map);
        if (!out.cut)
            points[out.count++] = point_of(r);
        if (!after)
            out.last = r;
        after = r;
    }
    turn_round(points, out.count);
    return out;
}
