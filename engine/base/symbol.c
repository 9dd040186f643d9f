/*
 * symbol.c - strings become numbers once.
 *
 *  (1) Open addressing with linear steps; the table is at most half full, so
 *      that a search for what is not there soon meets an empty slot.
 *  (2) A slot keeps half of the hash, so that strings are compared only when
 *      they are almost surely equal, and growing needs no string.
 *  (3) The hash multiplies eight bytes at a time and folds the high half in.
 *      It is the same in every run: the order of symbols never depends on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/symbol.h"

struct slot {
    uint32_t hash;
    uint32_t symbol; /* NO_SYMBOL: empty */
};

struct entry {
    const char *text;
    size_t length;
};

struct symbols {
    struct arena *arena;
    struct slot *slots;
    size_t slot_room; /* a power of two */
    struct entry *entries;
    size_t count, room;
};

enum { FIRST_SLOTS = 64 };

static uint64_t mix(uint64_t hash, uint64_t chunk)
{
    hash = (hash ^ chunk) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

static uint32_t hash_of(const char *bytes, size_t length)
{
    uint64_t hash = length, chunk;
    for (; length >= sizeof chunk; bytes += sizeof chunk) {
        memcpy(&chunk, bytes, sizeof chunk);
        hash = mix(hash, chunk);
        length -= sizeof chunk;
    }
    chunk = 0;
    if (length > 0)
        memcpy(&chunk, bytes, length);
    hash = mix(mix(hash, chunk), 0);
    return (uint32_t)(hash >> 32);
}

/* A fresh table of empty slots. */
static struct slot *slots_new(size_t room)
{
    struct slot *slots = malloc(room * sizeof *slots);
    if (slots == NULL)
        out_of_memory(room * sizeof *slots);
    for (size_t i = 0; i < room; i++)
        slots[i] = (struct slot){ 0, NO_SYMBOL };
    return slots;
}

static void symbols_release(void *thing)
{
    struct symbols *symbols = thing;
    free(symbols->slots);
    free(symbols->entries);
}

struct symbols *symbols_new(struct arena *arena)
{
    struct symbols *symbols = arena_new_of(arena, struct symbols);
    symbols->arena = arena;
    symbols->slot_room = FIRST_SLOTS;
    symbols->slots = slots_new(FIRST_SLOTS);
    arena_defer(arena, symbols_release, symbols);
    return symbols;
}

/* The slot that holds the string, or the empty one where it belongs. */
static struct slot *slot_for(const struct symbols *symbols, uint32_t hash,
                             const char *bytes, size_t length)
{
    size_t mask = symbols->slot_room - 1;
    for (size_t at = hash & mask;; at = (at + 1) & mask) {
        struct slot *slot = &symbols->slots[at];
        if (slot->symbol == NO_SYMBOL)
            return slot;
        const struct entry *entry = &symbols->entries[slot->symbol];
        if (slot->hash == hash && entry->length == length &&
            (length == 0 || memcmp(entry->text, bytes, length) == 0))
            return slot;
    }
}

static void slots_double(struct symbols *symbols)
{
    size_t room = symbols->slot_room * 2, mask = room - 1;
    struct slot *slots = slots_new(room);
    for (size_t i = 0; i < symbols->slot_room; i++) {
        struct slot old = symbols->slots[i];
        if (old.symbol == NO_SYMBOL)
            continue;
        size_t at = old.hash & mask;
        while (slots[at].symbol != NO_SYMBOL)
            at = (at + 1) & mask;
        slots[at] = old;
    }
    free(symbols->slots);
    symbols->slots = slots;
    symbols->slot_room = room;
}

uint32_t symbol_intern(struct symbols *symbols, const char *bytes,
                       size_t length)
{
    uint32_t hash = hash_of(bytes, length);
    struct slot *slot = slot_for(symbols, hash, bytes, length);
    if (slot->symbol != NO_SYMBOL)
        return slot->symbol;
    assert(symbols->count < NO_SYMBOL);
    uint32_t symbol = (uint32_t)symbols->count;
    grow(symbols->entries, symbols->count, symbols->room);
    symbols->entries[symbols->count++] =
        (struct entry){ arena_copy(symbols->arena, bytes, length), length };
    *slot = (struct slot){ hash, symbol };
    if (symbols->count * 2 > symbols->slot_room)
        slots_double(symbols);
    return symbol;
}

uint32_t symbol_find(const struct symbols *symbols, const char *bytes,
                     size_t length)
{
    return slot_for(symbols, hash_of(bytes, length), bytes, length)->symbol;
}

const char *symbol_text(const struct symbols *symbols, uint32_t symbol)
{
    assert(symbol < symbols->count);
    return symbols->entries[symbol].text;
}

uint32_t symbols_count(const struct symbols *symbols)
{
    return (uint32_t)symbols->count;
}
