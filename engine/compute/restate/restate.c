/*
 * restate.c - all years on one map: period by period along the routes, and what
 * has to be said of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/restate/restate.h"

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/indicator/naming.h"
#include "engine/compute/restate/restate_facts.h"
#include "engine/compute/restate/restate_map.h"
#include "engine/compute/restate/restate_routes.h"
#include "engine/compute/restate/restate_sizes.h"

struct restating {
    const struct study *study;
    const struct cube *cube;
    struct arena *arena;
    struct findings *findings;
    struct sizes *sizes;
    struct passages passages;
    struct ground ground;
};

struct restating *restating_new(const struct study *study,
                                const struct cube *cube, struct arena *arena,
                                struct findings *findings)
{
    struct restating *r = arena_new_of(arena, struct restating);
    *r = (struct restating){ .study = study,
                             .cube = cube,
                             .arena = arena,
                             .findings = findings,
                             .sizes = sizes_new(study, cube, arena) };
    r->ground = (struct ground){
        &study->areas, crosswalk_units(&study->areas, &study->crosswalk, arena),
        &r->passages
    };
    passages_build(&r->passages, &study->areas, &study->crosswalk,
                   sizes_source(r->sizes), arena);
    return r;
}

/* --- the facts -------------------------------------------------------------
 */

/* Units with a number that the crosswalk leads nowhere. */
static void tell_lost(const struct restating *r, const struct map *map,
                      const struct fact facts[], size_t count,
                      const struct routes *routes)
{
    const struct areas *areas = &r->study->areas;
    bool *seen = arena_array(r->arena, areas->count, bool);
    struct finding_place place = { .file = "crosswalk.csv" };
    uint32_t first = NO_AREA;
    unsigned lost = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t a = facts[i].area;
        if (!r->ground.units[a] || seen[a] || map->piece != NULL ||
            routes->first[a] < routes->first[a + 1])
            continue;
        seen[a] = true;
        lost++;
        first = first == NO_AREA || a < first ? a : first;
    }
    if (lost == 0 || r->findings == NULL)
        return;
    finding_add(r->findings, FINDING_crosswalk_gap, place, "area",
                naming_area(r->study, first), "code", areas->items[first].code,
                "period", naming_period(facts[0].period, r->arena), NULL)
        ->count = lost;
}

/* Is it the fact of an area above or below the units that goes nowhere? */
static bool stays_behind(const struct restating *r, const struct fact *fact,
                         const struct routes routes[])
{
    uint32_t a = fact->area;
    bool goes = false;
    for (int kind = 0; kind < ROUTE_KINDS; kind++)
        goes = goes || routes[kind].first[a] < routes[kind].first[a + 1];
    return has_value(fact->value) && !r->ground.units[a] && !goes;
}

/* Figures that stay behind, where no unit has given any of the same cell. */
static void tell_left(const struct restating *r, const struct fact facts[],
                      size_t count, const struct routes routes[])
{
    const struct fact *first = NULL;
    unsigned left = 0;
    for (size_t at = 0, end; at < count; at = end) {
        unsigned behind = 0, below = 0;
        const struct fact *one = NULL;
        for (end = at; end < count && facts_same_slice(&facts[at], &facts[end]);
             end++) {
            below +=
                r->ground.units[facts[end].area] && has_value(facts[end].value);
            if (!stays_behind(r, &facts[end], routes))
                continue;
            one = one == NULL ? &facts[end] : one;
            behind++;
        }
        left += below == 0 ? behind : 0;
        first = first == NULL && below == 0 ? one : first;
    }
    if (left == 0 || r->findings == NULL)
        return;
    finding_add(r->findings, FINDING_not_carried,
                table_place(r->cube->table, first->row), "area",
                naming_area(r->study, first->area), "code",
                r->study->areas.items[first->area].code, "quantity",
                naming_quantity(r->study, &r->cube->table->bands,
                                first->quantity, first->cell, r->arena),
                "period", naming_period(first->period, r->arena), NULL)
        ->count = left;
}

static size_t carry(struct fact **out, struct restating *r,
                    const struct map *map, const struct fact facts[],
                    size_t count, date from)
{
    struct routes routes[ROUTE_KINDS];
    routes_build(routes, &r->ground, map, from, r->arena);
    if (map->piece == NULL)
        sizes_tell(r->sizes, from, map->day, r->findings);
    tell_lost(r, map, facts, count, &routes[ROUTE_UNIT]);
    tell_left(r, facts, count, routes);
    return facts_carry(out, facts, count, routes, &r->study->codebook, map,
                       r->arena);
}

size_t restate_facts(struct fact **out, struct restating *restating,
                     const struct fact facts[], size_t count, date from,
                     date to)
{
    struct map map = map_of_day(&restating->study->areas, to, restating->arena);
    return carry(out, restating, &map, facts, count, from);
}

/* The facts are gathered period by period and put back into their order. */
static void carry_all(struct cube *new, struct restating *r,
                      const struct map *map)
{
    const struct cube *old = r->cube;
    struct fact **carried =
        arena_array(r->arena, old->period_count, struct fact *);
    size_t *counts = arena_array(r->arena, old->period_count, size_t);
    size_t *at = arena_array(r->arena, old->period_count, size_t), all = 0;
    struct fact *one = arena_array(r->arena, old->count, struct fact);
    for (size_t p = 0; p < old->period_count; p++) {
        size_t count = 0;
        for (size_t i = 0; i < old->count; i++)
            if (old->facts[i].period == old->periods[p])
                one[count++] = old->facts[i];
        counts[p] =
            carry(&carried[p], r, map, one, count, period_end(old->periods[p]));
        all += counts[p];
    }
    new->facts = arena_array(r->arena, all, struct fact);
    for (size_t q = 0; q < r->study->codebook.quantity_count; q++)
        for (size_t p = 0; p < old->period_count; p++)
            while (at[p] < counts[p] && carried[p][at[p]].quantity == q)
                new->facts[new->count++] = carried[p][at[p]++];
}

void restate(struct study **study_out, struct cube **cube_out,
             const struct study *study, const struct cube *cube,
             struct arena *arena, struct findings *findings)
{
    struct restating *r = restating_new(study, cube, arena, findings);
    struct study *new_study = arena_new_of(arena, struct study);
    struct cube *new_cube = arena_new_of(arena, struct cube);
    *new_study = *study;
    *new_cube = *cube;
    new_cube->count = 0;
    struct map map = map_make(new_study, study, cube, arena);
    carry_all(new_cube, r, &map);
    map_touch(new_study, &r->ground, study, &map, arena);
    *study_out = new_study;
    *cube_out = new_cube;
}
