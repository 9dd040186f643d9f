/*
 * restate_routes.c - which numbers go where.
 *
 *  (1) The hull of a unit is the lowest area of the map that holds all its
 *      parts; after an inferred row also whatever it may have gone to instead.
 *  (2) A border of the map that runs inside a hull cuts it: the areas on the
 *      way from a part up to its hull know their number only by an estimate.
 *  (3) An area with a unit that came from nowhere is not whole either.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/restate/restate_routes.h"

#include <string.h>

#include "engine/base/arena.h"

/* What an area became is not known yet, or not one. */
#define UNSEEN (NO_AREA - 1)
#define SCATTERED NO_AREA

struct survey {
    const struct ground *ground;
    const struct map *map;
    date from;
    struct shares *shares; /* of the units of the day */
    uint32_t *hull;        /* by unit; NO_AREA = no area holds it */
    bool *cut;             /* by area of the map: (2), (3) */
    uint32_t *home;        /* by area above units: the one of its tier it is */
    struct arena *arena;
};

/* The lowest area of the map that is it or holds it. */
static uint32_t on_map(const struct map *map, uint32_t a)
{
    while (a != NO_AREA && !map->on[a])
        a = map->areas->items[a].parent;
    return a;
}

static uint32_t above(const struct map *map, uint32_t a)
{
    return on_map(map, map->areas->items[a].parent);
}

static uint32_t hold_both(const struct map *map, uint32_t a, uint32_t b)
{
    return on_map(map, area_common(map->areas, a, b));
}

static struct shares *find_shares(const struct survey *s)
{
    const struct ground *g = s->ground;
    struct shares *all;
    if (s->map->piece == NULL)
        return crosswalk_walk(g->areas, g->units, g->passages, s->from,
                              s->map->day, s->arena);
    all = arena_array(s->arena, g->areas->count, struct shares);
    for (uint32_t a = 0; a < g->areas->count; a++) {
        if (!g->units[a] || s->map->piece[a] == NO_AREA ||
            !area_lives(g->areas, a, s->from))
            continue;
        all[a].items = arena_array(s->arena, 1, struct share);
        all[a].items[all[a].count++] = (struct share){ s->map->piece[a], 1 };
    }
    return all;
}

static uint32_t hull_of_parts(const struct survey *s, uint32_t unit)
{
    const struct shares *parts = &s->shares[unit];
    uint32_t hull = parts->items[0].area;
    for (size_t i = 1; i < parts->count && hull != NO_AREA; i++)
        hull = hold_both(s->map, hull, parts->items[i].area);
    return hull;
}

/* Of all units that lay in [within] on the day. */
static uint32_t hull_of_all(const struct survey *s, uint32_t within)
{
    uint32_t hull = UNSEEN;
    if (s->map->on[within])
        return within;
    for (uint32_t a = 0; a < s->ground->areas->count && hull != NO_AREA; a++) {
        if (s->shares[a].count == 0 || !area_is_in(s->ground->areas, a, within))
            continue;
        uint32_t one = hull_of_parts(s, a);
        hull = hull == UNSEEN || one == NO_AREA ? one
                                                : hold_both(s->map, hull, one);
    }
    return hull == UNSEEN ? NO_AREA : hull;
}

/* (1) */
static void find_hulls(struct survey *s)
{
    for (uint32_t a = 0; a < s->ground->areas->count; a++) {
        const struct shares *parts = &s->shares[a];
        s->hull[a] = NO_AREA;
        if (parts->count == 0 || (parts->inferred && parts->within == NO_AREA))
            continue;
        s->hull[a] = hull_of_parts(s, a);
        if (parts->inferred && s->hull[a] != NO_AREA) {
            uint32_t wide = hull_of_all(s, parts->within);
            s->hull[a] =
                wide == NO_AREA ? NO_AREA : hold_both(s->map, wide, s->hull[a]);
        }
    }
}

/* (2), (3) */
static void find_cuts(struct survey *s)
{
    const struct map *map = s->map;
    bool *reached = arena_array(s->arena, map->areas->count, bool);
    for (uint32_t a = 0; a < map->areas->count; a++)
        for (size_t i = 0; i < s->shares[a].count; i++) {
            uint32_t t = s->shares[a].items[i].area;
            reached[t] = true;
            for (; t != NO_AREA && t != s->hull[a]; t = above(map, t))
                s->cut[t] = true;
        }
    for (uint32_t a = 0; a < map->areas->count && map->piece == NULL; a++)
        if (s->ground->units[a] && map->on[a] && !reached[a])
            for (uint32_t t = a; t != NO_AREA; t = above(map, t))
                s->cut[t] = true;
}

/* The area of the map of that tier that is it or holds it. */
static uint32_t map_at_tier(const struct map *map, uint32_t a, enum tier tier)
{
    if (a == NO_AREA)
        return NO_AREA;
    a = area_at_tier(map->areas, a, tier);
    return a != NO_AREA && map->on[a] ? a : NO_AREA;
}

static void find_homes(struct survey *s)
{
    const struct areas *areas = s->ground->areas;
    for (uint32_t a = 0; a < areas->count; a++)
        s->home[a] = UNSEEN;
    for (uint32_t a = 0; a < areas->count; a++) {
        if (!s->ground->units[a] || !area_lives(areas, a, s->from))
            continue;
        for (uint32_t u = areas->items[a].parent; u != NO_AREA;
             u = areas->items[u].parent) {
            uint32_t home =
                s->shares[a].count == 0
                    ? SCATTERED
                    : map_at_tier(s->map, s->hull[a], areas->items[u].tier);
            if (s->home[u] == UNSEEN)
                s->home[u] = home;
            else if (s->home[u] != home)
                s->home[u] = SCATTERED;
        }
    }
}

/* Did all that lies in an area of the map come in areas of its tier? */
static void spoil_homes(const struct survey *s, bool spoiled[])
{
    const struct areas *areas = s->ground->areas;
    for (uint32_t a = 0; a < areas->count; a++)
        for (size_t i = 0; i < s->shares[a].count; i++)
            for (uint32_t v = s->shares[a].items[i].area; v != NO_AREA;
                 v = above(s->map, v)) {
                uint32_t u =
                    area_at_tier(areas, a, s->map->areas->items[v].tier);
                if (u == NO_AREA || s->ground->units[u] || s->home[u] != v ||
                    !area_lives(areas, u, s->from))
                    spoiled[v] = true;
            }
}

/* --- the three kinds ------------------------------------------------------ */

static void routes_open(struct routes *r, size_t areas, size_t room,
                        struct arena *arena)
{
    r->items = arena_array(arena, room, struct route);
    r->first = arena_array(arena, areas + 1, size_t);
    r->need = arena_array(arena, areas, uint32_t);
}

/* Areas are gone through in their order, so routes stand in it. */
static void add_route(struct routes *r, uint32_t from, struct route route)
{
    r->items[r->first[from + 1]++] = route;
    r->need[route.to]++;
}

static void begin_area(struct routes *r, uint32_t from)
{
    r->first[from + 1] = r->first[from];
}

static void add_moves(struct routes *r, const struct survey *s)
{
    size_t count = s->ground->areas->count;
    bool *spoiled = arena_array(s->arena, count, bool);
    spoil_homes(s, spoiled);
    routes_open(r, count, count, s->arena);
    for (uint32_t u = 0; u < count; u++) {
        uint32_t home = s->home[u];
        begin_area(r, u);
        if (home != UNSEEN && home != SCATTERED && !s->cut[home] &&
            !spoiled[home] && area_lives(s->ground->areas, u, s->from))
            add_route(r, u, (struct route){ home, 1, false });
    }
}

/* Areas of the map that have a divided or guessed unit whole in them. */
static bool *find_sums(const struct survey *s)
{
    bool *wanted = arena_array(s->arena, s->map->areas->count, bool);
    for (uint32_t a = 0; a < s->ground->areas->count; a++)
        if (s->shares[a].count > 1 || s->shares[a].inferred)
            for (uint32_t t = s->hull[a]; t != NO_AREA; t = above(s->map, t))
                wanted[t] = !s->cut[t];
    return wanted;
}

static void add_sums(struct routes *r, const struct survey *s, size_t parts)
{
    size_t count = s->ground->areas->count;
    const bool *wanted = find_sums(s);
    uint32_t *seen = arena_array(s->arena, count, uint32_t);
    routes_open(r, count, parts * TIER_COUNT, s->arena);
    for (uint32_t a = 0; a < count; a++) {
        begin_area(r, a);
        for (size_t i = 0; i < s->shares[a].count; i++)
            for (uint32_t t = s->shares[a].items[i].area; t != NO_AREA;
                 t = above(s->map, t)) {
                if (!wanted[t] || seen[t] == a + 1)
                    continue;
                seen[t] = a + 1;
                add_route(r, a, (struct route){ t, 1, false });
            }
    }
}

/* An area below a unit that was left as it was stays itself. */
static bool stays_below(const struct survey *s, uint32_t a,
                        const uint32_t sources[])
{
    const struct areas *areas = s->ground->areas;
    uint32_t unit = areas->items[a].parent;
    if (s->map->piece != NULL || !s->map->on[a] ||
        !area_lives(areas, a, s->from))
        return false;
    while (unit != NO_AREA && !s->ground->units[unit])
        unit = areas->items[unit].parent;
    return unit != NO_AREA && s->shares[unit].count == 1 &&
           s->shares[unit].items[0].area == unit && sources[unit] == 1 &&
           !s->shares[unit].inferred;
}

static void add_units(struct routes *r, const struct survey *s, size_t parts)
{
    size_t count = s->ground->areas->count;
    uint32_t *sources = arena_array(s->arena, count, uint32_t);
    for (uint32_t a = 0; a < count; a++)
        for (size_t i = 0; i < s->shares[a].count; i++)
            sources[s->shares[a].items[i].area]++;
    routes_open(r, count, parts + count, s->arena);
    for (uint32_t a = 0; a < count; a++) {
        const struct shares *own = &s->shares[a];
        begin_area(r, a);
        for (size_t i = 0; i < own->count; i++)
            add_route(r, a,
                      (struct route){ own->items[i].area, own->items[i].part,
                                      own->count > 1 || own->inferred });
        if (!s->ground->units[a] && stays_below(s, a, sources))
            add_route(r, a, (struct route){ a, 1, false });
    }
}

void routes_build(struct routes out[ROUTE_KINDS], const struct ground *ground,
                  const struct map *map, date from, struct arena *arena)
{
    size_t count = ground->areas->count, parts = 0;
    struct survey s = { .ground = ground,
                        .map = map,
                        .from = from,
                        .hull = arena_array(arena, count, uint32_t),
                        .cut = arena_array(arena, count, bool),
                        .home = arena_array(arena, count, uint32_t),
                        .arena = arena };
    s.shares = find_shares(&s);
    for (size_t a = 0; a < count; a++)
        parts += s.shares[a].count;
    find_hulls(&s);
    find_cuts(&s);
    find_homes(&s);
    add_moves(&out[ROUTE_MOVE], &s);
    add_sums(&out[ROUTE_SUM], &s, parts);
    add_units(&out[ROUTE_UNIT], &s, parts);
}
