/*
 * bulk_index.c - from a hash to the number of an item.
 *
 *  (1) Open addressing with linear steps; at most three quarters full.
 *  (2) The first slot is given by the upper bits of the hash, which the slot
 *      keeps: growing needs nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "importers/bulk_index.h"

enum { FIRST_BITS = 6, HASH_BITS = 32 };

static struct bulk_index index_of(unsigned bits)
{
    size_t room = (size_t)1 << bits;
    struct bulk_index index = { .slots = calloc(room, sizeof *index.slots),
                                .mask = room - 1,
                                .shift = HASH_BITS - bits };
    if (index.slots == NULL)
        out_of_memory(room * sizeof *index.slots);
    return index;
}

struct bulk_index bulk_index_new(void)
{
    return index_of(FIRST_BITS);
}

void bulk_index_free(struct bulk_index *index)
{
    free(index->slots);
    index->slots = NULL;
}

static void put(struct bulk_index *index, uint64_t slot)
{
    size_t at = (size_t)(slot >> HASH_BITS) >> index->shift; /* (2) */
    while (index->slots[at & index->mask] != 0)
        at++;
    index->slots[at & index->mask] = slot;
    index->count++;
}

void bulk_index_add(struct bulk_index *index, uint32_t hash, uint32_t number)
{
    if (index->count >= index->mask / 4 * 3) { /* (1) */
        if (index->shift == 0)
            out_of_memory(SIZE_MAX); /* four thousand million items */
        struct bulk_index larger = index_of(HASH_BITS - index->shift + 1);
        for (size_t i = 0; i <= index->mask; i++)
            if (index->slots[i] != 0)
                put(&larger, index->slots[i]);
        bulk_index_free(index);
        *index = larger;
    }
    put(index, (uint64_t)hash << HASH_BITS | (number + 1));
}
