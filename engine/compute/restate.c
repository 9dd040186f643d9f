/*
 * restate.c - all years on one map; the numbers are those of the header.
 *
 * The register is kept in its order, so that an area has the same number
 * everywhere: areas that are not on the map never live, a piece of several
 * stands in the place of its first member.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/restate.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/compute/naming.h"
#include "engine/compute/restate_facts.h"
#include "engine/compute/restate_routes.h"
#include "engine/compute/restate_sizes.h"

enum { NEVER = 1 }; /* a life that begins and ends on the same day is empty */

struct restating {
    const struct study *study;
    const struct cube *cube;
    struct arena *arena;
    struct findings *findings;
    struct sizes *sizes;
    struct passages passages;
    bool *units;
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
    r->units = crosswalk_units(&study->areas, &study->crosswalk, arena);
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
        if (!r->units[a] || seen[a] || map->piece != NULL ||
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

/* Is the fact of an area above units that goes nowhere? */
static bool stays_behind(const struct restating *r, const struct fact *fact,
                         const struct routes routes[])
{
    const struct areas *areas = &r->study->areas;
    uint32_t a = fact->area;
    return has_value(fact->value) && !r->units[a] &&
           areas->items[a].first_child != NO_AREA &&
           routes[ROUTE_MOVE].first[a] == routes[ROUTE_MOVE].first[a + 1];
}

/* Figures of areas above the units that are not on the map, where no unit has
 * given any of the same cell. */
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
            below += r->units[facts[end].area] && has_value(facts[end].value);
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
    struct ground ground = { &r->study->areas, r->units, &r->passages };
    routes_build(routes, &ground, map, from, r->arena);
    if (map->piece == NULL)
        sizes_tell(r->sizes, from, map->day, r->findings);
    tell_lost(r, map, facts, count, &routes[ROUTE_UNIT]);
    tell_left(r, facts, count, routes);
    return facts_carry(out, facts, count, routes, &r->study->codebook, map,
                       r->arena);
}

static bool *living_on(const struct areas *areas, date day, struct arena *arena)
{
    bool *on = arena_array(arena, areas->count, bool);
    for (uint32_t a = 0; a < areas->count; a++)
        on[a] = area_lives(areas, a, day);
    return on;
}

size_t restate_facts(struct fact **out, struct restating *restating,
                     const struct fact facts[], size_t count, date from,
                     date to)
{
    const struct areas *areas = &restating->study->areas;
    struct map map = { .areas = areas,
                       .on = living_on(areas, to, restating->arena),
                       .day = to };
    return carry(out, restating, &map, facts, count, from);
}

/* --- the register ----------------------------------------------------------
 */

static void live_as_mapped(struct areas *areas, const bool on[])
{
    for (uint32_t a = 0; a < areas->count; a++) {
        areas->items[a].from = on[a] ? DATE_OPEN : NEVER;
        areas->items[a].to = on[a] ? DATE_OPEN : NEVER;
    }
}

/* Does the piece have a unit under the root? */
static bool *pieces_under(const struct areas *areas, const uint32_t piece[],
                          uint32_t root, struct arena *arena)
{
    bool *under = arena_array(arena, areas->count, bool);
    for (uint32_t a = 0; a < areas->count; a++)
        if (piece[a] != NO_AREA &&
            (root == NO_AREA || area_is_in(areas, a, root)))
            under[piece[a]] = true;
    return under;
}

/* The pieces under the root, the root, and what lies above it. */
static bool *put_pieces(struct study *study, const struct areas *before,
                        uint32_t piece[], struct arena *arena)
{
    uint32_t root = study->project.root;
    bool *on = pieces_under(before, piece, root, arena);
    for (uint32_t a = 0; a < before->count; a++) {
        if (piece[a] != NO_AREA && !on[piece[a]])
            piece[a] = NO_AREA;
        if (on[a]) {
            crosswalk_piece_area(&study->areas.items[a], before, piece, a,
                                 arena);
            if (a != root)
                study->areas.items[a].parent = root;
        }
    }
    for (uint32_t a = root; a != NO_AREA; a = before->items[a].parent)
        on[a] = true;
    return on;
}

/* --- the study -------------------------------------------------------------
 */

/* What was said of a member holds for its piece: a break does, a target that
 * was set for one of several does not. */
static void move_notes(struct study *study, const struct areas *before,
                       const uint32_t piece[], struct arena *arena)
{
    struct targets *targets = &study->targets;
    struct breaks *breaks = &study->breaks;
    struct target *kept = arena_array(arena, targets->count, struct target);
    struct series_break *moved =
        arena_array(arena, breaks->count, struct series_break);
    size_t count = 0;
    for (size_t i = 0; i < breaks->count; i++) {
        moved[i] = breaks->items[i];
        if (moved[i].area != NO_AREA && piece[moved[i].area] != NO_AREA)
            moved[i].area = piece[moved[i].area];
    }
    for (size_t i = 0; i < targets->count; i++) {
        uint32_t a = targets->items[i].area;
        if (a == NO_AREA || piece[a] == NO_AREA ||
            text_same(before->items[a].code, study->areas.items[piece[a]].code))
            kept[count++] = targets->items[i];
    }
    targets->count = count;
    targets->items = kept;
    breaks->items = moved;
}

static int by_day_from(const void *left, const void *right)
{
    const struct crossing *a = left, *b = right;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    return (a->from > b->from) - (a->from < b->from);
}

/* One row for a reform and an area of the map that it touched. */
static void touch_map(struct study *study, const struct restating *r,
                      const struct map *map)
{
    const struct crosswalk *rows = &r->study->crosswalk;
    struct shares *walked = NULL;
    struct crosswalk new = { 0 };
    size_t room = 0;
    date walked_from = DATE_OPEN;
    for (size_t i = 0; i < rows->count; i++) {
        struct crossing row = rows->items[i];
        struct share one = { map->piece ? map->piece[row.to] : NO_AREA, 1 };
        struct shares reached = { &one, map->piece && one.area != NO_AREA,
                                  false, NO_AREA };
        if (map->piece == NULL && row.day != walked_from) {
            walked = crosswalk_walk(&r->study->areas, r->units, &r->passages,
                                    row.day, map->day, r->arena);
            walked_from = row.day;
        }
        if (map->piece == NULL)
            reached = walked[row.to];
        for (size_t k = 0; k < reached.count; k++) {
            new.items =
                grow_to(new.items, &room, new.count + 1, sizeof *new.items);
            row.from = row.to = reached.items[k].area;
            new.items[new.count++] = row;
        }
    }
    study->crosswalk.items = arena_array(r->arena, new.count, struct crossing);
    study->crosswalk.count = 0;
    if (new.count > 1)
        qsort(new.items, new.count, sizeof *new.items, by_day_from);
    for (size_t i = 0; i < new.count; i++)
        if (i == 0 || by_day_from(&new.items[i - 1], &new.items[i]) != 0)
            study->crosswalk.items[study->crosswalk.count++] = new.items[i];
    free(new.items);
}

static void days_of(const struct cube *cube, date *first, date *last)
{
    *first = *last = DATE_OPEN;
    for (size_t i = 0; i < cube->period_count; i++) {
        date day = period_end(cube->periods[i]);
        *first = *first == DATE_OPEN || day < *first ? day : *first;
        *last = day > *last ? day : *last;
    }
}

static struct map make_map(struct study *new, struct restating *r)
{
    const struct areas *before = &r->study->areas;
    struct map map = { .areas = &new->areas };
    date first, last;
    new->areas.items = arena_array(r->arena, before->count, struct area);
    memcpy(new->areas.items, before->items,
           before->count * sizeof *before->items);
    if (new->project.boundaries == BOUNDARIES_DAY) {
        map.day = new->project.map_day;
        map.on = living_on(before, map.day, r->arena);
    } else {
        days_of(r->cube, &first, &last);
        uint32_t *piece = crosswalk_pieces(before, &r->study->crosswalk, first,
                                           last, new->project.tier, r->arena);
        map.on = put_pieces(new, before, piece, r->arena);
        map.piece = piece;
        move_notes(new, before, piece, r->arena);
    }
    live_as_mapped(&new->areas, map.on);
    areas_index_again(&new->areas, r->arena);
    return map;
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
    struct map map = make_map(new_study, r);
    carry_all(new_cube, r, &map);
    touch_map(new_study, r, &map);
    *study_out = new_study;
    *cube_out = new_cube;
}
