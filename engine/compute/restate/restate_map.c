/*
 * restate_map.c - a study on another map than the one reported on.
 *
 * The register is kept in its order, so that an area has the same number
 * everywhere: areas that are not on the map never live, a piece of several
 * stands in the place of its first member.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/restate/restate_map.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/text.h"

enum { NEVER = 1 }; /* a life that begins and ends on the same day is empty */

static bool *living_on(const struct areas *areas, date day, struct arena *arena)
{
    bool *on = arena_array(arena, areas->count, bool);
    for (uint32_t a = 0; a < areas->count; a++)
        on[a] = area_lives(areas, a, day);
    return on;
}

struct map map_of_day(const struct areas *areas, date day, struct arena *arena)
{
    return (struct map){ .areas = areas,
                         .on = living_on(areas, day, arena),
                         .day = day };
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
void map_touch(struct study *study, const struct ground *ground,
               const struct study *reported, const struct map *map,
               struct arena *arena)
{
    const struct crosswalk *rows = &reported->crosswalk;
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
            walked = crosswalk_walk(ground->areas, ground->units,
                                    ground->passages, row.day, map->day, arena);
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
    study->crosswalk.items = arena_array(arena, new.count, struct crossing);
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

struct map map_make(struct study *new, const struct study *reported,
                    const struct cube *cube, struct arena *arena)
{
    const struct areas *before = &reported->areas;
    struct map map = { .areas = &new->areas };
    date first, last;
    new->areas.items = arena_array(arena, before->count, struct area);
    memcpy(new->areas.items, before->items,
           before->count * sizeof *before->items);
    if (new->project.boundaries == BOUNDARIES_DAY) {
        map.day = new->project.map_day;
        map.on = living_on(before, map.day, arena);
    } else {
        days_of(cube, &first, &last);
        uint32_t *piece = crosswalk_pieces(before, &reported->crosswalk, first,
                                           last, new->project.tier, arena);
        map.on = put_pieces(new, before, piece, arena);
        map.piece = piece;
        move_notes(new, before, piece, arena);
    }
    live_as_mapped(&new->areas, map.on);
    areas_index_again(&new->areas, arena);
    return map;
}
