/*
 * area_named.c - areas by name: exact, repaired, and near.
 *
 *  (1) A name decides only when its key is the same, marks and all. The one
 *      repair is the lost ư, and only when a single area fits.
 *  (2) A type word may tell two areas of one name apart (Huyện Kỳ Anh, Thị xã
 *      Kỳ Anh). Those whose own type agrees go first; only when there are none
 *      does a name with another type fit, for types change with the years.
 *  (3) Near names are for suggestions. A name further away in length, or in
 *      the letters it is made of, than the limit allows is passed over without
 *      counting its changes: each change brings or takes one letter at most.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/area_index.h"

static bool in_scope(const struct areas *areas, uint32_t area,
                     const struct area_scope *scope)
{
    enum tier tier = areas->items[area].tier;
    if (scope->tier != TIER_NONE && tier != scope->tier)
        return false;
    if (!area_lives(areas, area, scope->day))
        return false;
    return scope->within == NO_AREA || area_is_in(areas, area, scope->within);
}

/* --- exact and repaired -------------------------------------------------- */

struct finds {
    uint32_t *items;
    size_t count, room;
};

/* What is looked for; [types]: those an entry must be of, 0 = any. */
struct wanted {
    const struct areas *areas;
    const char *key;
    unsigned tiers, types;
    struct area_scope scope;
};

static bool fits(const struct wanted *wanted, const struct area_entry *entry)
{
    enum tier tier = wanted->areas->items[entry->area].tier;
    if (wanted->tiers != 0 && (wanted->tiers & (1u << tier)) == 0)
        return false;
    if (wanted->types != 0 && (wanted->types & entry->types) == 0)
        return false;
    return in_scope(wanted->areas, entry->area, &wanted->scope);
}

static void find_put(struct finds *finds, uint32_t area)
{
    if (finds->count < finds->room)
        finds->items[finds->count] = area;
    finds->count++;
}

static void find_exact(const struct wanted *wanted, struct finds *finds)
{
    const struct area_index *index = wanted->areas->index;
    size_t slot = area_hash(wanted->key, false) & index->mask;
    for (int32_t i = index->by_key[slot]; i != NO_ENTRY;
         i = index->entries[i].next) {
        const struct area_entry *entry = &index->entries[i];
        if (strcmp(entry->key, wanted->key) == 0 && fits(wanted, entry))
            find_put(finds, entry->area);
    }
}

/* The only area that fits without ư. */
static void find_repaired(const struct wanted *wanted, struct finds *finds)
{
    const struct area_index *index = wanted->areas->index;
    uint32_t found = NO_AREA;
    size_t slot = area_hash(wanted->key, true) & index->mask;
    for (int32_t i = index->repaired[slot]; i != NO_ENTRY;
         i = index->entries[i].next_repaired) {
        const struct area_entry *entry = &index->entries[i];
        if (!area_same_repaired(entry->key, wanted->key) ||
            !fits(wanted, entry))
            continue;
        if (found != NO_AREA && found != entry->area)
            return;
        found = entry->area;
    }
    if (found != NO_AREA)
        find_put(finds, found);
}

typedef void find_function(const struct wanted *, struct finds *);

/* Rule (2): first by type, then without. */
static void find_by_type(find_function *find, struct wanted wanted,
                         struct finds *finds)
{
    find(&wanted, finds);
    if (finds->count == 0 && wanted.types != 0) {
        wanted.types = 0;
        find(&wanted, finds);
    }
}

size_t areas_named(const struct areas *areas, const char *written,
                   struct area_scope scope, uint32_t found[], size_t room,
                   bool *repaired)
{
    struct arena *scratch = arena_new();
    struct area_reading reading = area_read_name(scratch, written);
    struct wanted wanted = { areas, reading.key, area_tiers_of(reading.types),
                             reading.types, scope };
    struct finds finds = { found, 0, room };
    bool repair = false;
    if (reading.key[0] != '\0') {
        find_by_type(find_exact, wanted, &finds);
        if (finds.count == 0) {
            find_by_type(find_repaired, wanted, &finds);
            repair = finds.count > 0;
        }
    }
    if (repaired != NULL)
        *repaired = repair;
    arena_free(scratch);
    return finds.count;
}

/* --- near ---------------------------------------------------------------- */

struct near {
    uint32_t area;
    unsigned bare, marked; /* changes without and with marks */
};

struct near_list {
    struct near *items;
    size_t count, room;
};

static bool nearer(const struct areas *areas, const struct near *a,
                   const struct near *b)
{
    if (a->bare != b->bare)
        return a->bare < b->bare;
    if (a->marked != b->marked)
        return a->marked < b->marked;
    int order = strcmp(areas->items[a->area].code, areas->items[b->area].code);
    return order != 0 ? order < 0 : a->area < b->area;
}

/* Keeps the list sorted, each area once, the nearest [room] of them. */
static void near_put(const struct areas *areas, struct near_list *list,
                     struct near near)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].area != near.area)
            continue;
        if (!nearer(areas, &near, &list->items[i]))
            return;
        list->count--;
        memmove(&list->items[i], &list->items[i + 1],
                (list->count - i) * sizeof near);
        break;
    }
    size_t at = list->count;
    while (at > 0 && nearer(areas, &near, &list->items[at - 1]))
        at--;
    if (at >= list->room)
        return;
    if (list->count < list->room)
        list->count++;
    memmove(&list->items[at + 1], &list->items[at],
            (list->count - 1 - at) * sizeof near);
    list->items[at] = near;
}

/* Rule (3): may the entry be within [limit] changes? */
static bool may_be_near(const struct area_entry *entry, size_t length,
                        uint32_t letters, unsigned limit)
{
    size_t longer = entry->length > length ? entry->length : length;
    size_t shorter = entry->length > length ? length : entry->length;
    if (longer - shorter > limit)
        return false;
    unsigned brought = (unsigned)__builtin_popcount(entry->letters & ~letters);
    unsigned taken = (unsigned)__builtin_popcount(letters & ~entry->letters);
    return brought <= limit && taken <= limit;
}

static void near_search(const struct areas *areas, const char *key,
                        const char *bare, const struct area_scope *scope,
                        struct near_list *list)
{
    const struct area_index *index = areas->index;
    size_t length = text_length(bare);
    uint32_t letters = area_letters(bare);
    unsigned limit = (unsigned)(length / 3);
    if (limit == 0)
        limit = 1;
    for (size_t i = 0; i < index->count; i++) {
        const struct area_entry *entry = &index->entries[i];
        if (list->count == list->room &&
            list->items[list->room - 1].bare < limit)
            limit = list->items[list->room - 1].bare;
        if (!may_be_near(entry, length, letters, limit) ||
            !in_scope(areas, entry->area, scope))
            continue;
        struct near near = { entry->area, 0, 0 };
        near.bare = text_distance(bare, entry->bare, limit);
        if (near.bare > limit)
            continue;
        /* Marks add at most one change a letter. */
        near.marked =
            text_distance(key, entry->key, near.bare + (unsigned)length);
        near_put(areas, list, near);
    }
}

size_t areas_near(const struct areas *areas, const char *written,
                  struct area_scope scope, uint32_t found[], size_t room)
{
    if (room == 0)
        return 0;
    struct arena *scratch = arena_new();
    const char *key = area_read_name(scratch, written).key;
    const char *bare = area_bare_key(scratch, key);
    struct near_list list = { arena_array(scratch, room, struct near), 0,
                              room };
    if (bare[0] != '\0')
        near_search(areas, key, bare, &scope, &list);
    for (size_t i = 0; i < list.count; i++)
        found[i] = list.items[i].area;
    arena_free(scratch);
    return list.count;
}
