/*
 * area_index.c - hash tables over the codes and names of areas.
 *
 *  (1) A chain is filled from the last area to the first, so that it is walked
 *      in the register's order and a look-up gives the same order every time.
 *  (2) A name that two columns of one area share (name and alias) is one entry.
 *      The area in hand is at the front of a chain, so that no more is walked
 *      to know it: ten thousand areas may have one name.
 *  (3) Old fonts lose the letter ư, because its code is the invisible soft
 *      hyphen elsewhere. The second table therefore hashes a key without it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/area_index.h"

static const char lost_letter[] = "ư"; /* two bytes */
enum { LOST_LENGTH = sizeof lost_letter - 1 };

static const char *skip_lost(const char *text)
{
    while (strncmp(text, lost_letter, LOST_LENGTH) == 0)
        text += LOST_LENGTH;
    return text;
}

/* FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
size_t area_hash(const char *text, bool skip)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (;; text++) {
        if (skip)
            text = skip_lost(text);
        if (*text == '\0')
            break;
        hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    }
    return (size_t)(hash ^ (hash >> 32));
}

bool area_same_repaired(const char *left, const char *right)
{
    for (;; left++, right++) {
        left = skip_lost(left);
        right = skip_lost(right);
        if (*left != *right)
            return false;
        if (*left == '\0')
            return true;
    }
}

uint32_t area_letters(const char *bare)
{
    uint32_t letters = 0;
    for (; *bare != '\0'; bare++) {
        if (*bare >= 'a' && *bare <= 'z')
            letters |= UINT32_C(1) << (*bare - 'a');
        else if (*bare >= '0' && *bare <= '9')
            letters |= UINT32_C(1) << 26;
    }
    return letters;
}

/* (2) */
static bool entry_known(const struct area_index *index, int32_t first,
                        uint32_t area, const char *key)
{
    for (int32_t i = first; i != NO_ENTRY; i = index->entries[i].next) {
        const struct area_entry *entry = &index->entries[i];
        if (entry->area != area)
            return false;
        if (strcmp(entry->key, key) == 0)
            return true;
    }
    return false;
}

/* [types]: of the area, for a name that does not say its own. */
static void entry_add(struct area_index *index, uint32_t area, const char *name,
                      unsigned types, struct arena *arena,
                      struct arena *scratch)
{
    if (name == NULL || name[0] == '\0')
        return;
    struct arena_mark mark = arena_mark(scratch);
    struct area_reading reading = area_read_name(scratch, name);
    const char *key = reading.key;
    int32_t *chain = &index->by_key[area_hash(key, false) & index->mask];
    if (key[0] == '\0' || entry_known(index, *chain, area, key)) {
        arena_rewind(scratch, mark);
        return;
    }
    int32_t *repaired = &index->repaired[area_hash(key, true) & index->mask];
    struct area_entry *entry = &index->entries[index->count];
    entry->key = arena_string(arena, key);
    entry->bare = arena_string(arena, area_bare_key(scratch, key));
    entry->area = area;
    entry->types = reading.types != 0 ? reading.types : types;
    entry->length = (uint32_t)text_length(entry->bare);
    entry->letters = area_letters(entry->bare);
    entry->next = *chain;
    entry->next_repaired = *repaired;
    *chain = *repaired = (int32_t)index->count++;
    arena_rewind(scratch, mark);
}

static int32_t *chains_new(struct arena *arena, size_t count)
{
    int32_t *chains = arena_array(arena, count, int32_t);
    for (size_t i = 0; i < count; i++)
        chains[i] = NO_ENTRY;
    return chains;
}

static size_t name_count(const struct areas *areas)
{
    size_t count = 0;
    for (uint32_t i = 0; i < areas->count; i++)
        count += 2 + areas->items[i].alias_count;
    return count;
}

static void codes_add(struct area_index *index, const struct areas *areas)
{
    for (uint32_t i = areas->count; i-- > 0;) {
        size_t slot = area_hash(areas->items[i].code, false) & index->mask;
        index->next_code[i] = index->by_code[slot];
        index->by_code[slot] = (int32_t)i;
    }
}

static void names_add(struct area_index *index, const struct areas *areas,
                      struct arena *arena)
{
    struct arena *scratch = arena_new();
    for (uint32_t i = areas->count; i-- > 0;) {
        const struct area *area = &areas->items[i];
        unsigned types = 0;
        if (area->type != NULL)
            types = area_read_type(scratch, area->type);
        entry_add(index, i, area->name, types, arena, scratch);
        entry_add(index, i, area->name_en, types, arena, scratch);
        for (size_t k = 0; k < area->alias_count; k++)
            entry_add(index, i, area->aliases[k], types, arena, scratch);
    }
    arena_free(scratch);
}

const struct area_index *area_index_build(const struct areas *areas,
                                          struct arena *arena)
{
    struct area_index *index = arena_new_of(arena, struct area_index);
    size_t names = name_count(areas), size = 16;
    while (size < 2 * names)
        size *= 2;
    index->mask = size - 1;
    index->entries = arena_array(arena, names, struct area_entry);
    index->by_key = chains_new(arena, size);
    index->repaired = chains_new(arena, size);
    index->by_code = chains_new(arena, size);
    index->next_code = chains_new(arena, areas->count);
    codes_add(index, areas);
    names_add(index, areas, arena);
    return index;
}
