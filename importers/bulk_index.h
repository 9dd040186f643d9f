/*
 * bulk_index.h - from a hash to the number of an item, for the bulk job.
 *
 * The items lie elsewhere, in the order in which they were first seen; this is
 * only the table that finds them. A slot keeps 32 bits of the hash beside the
 * number, so that an item is looked at only when it is almost surely the right
 * one, and growing needs no item. A search begins with a slot that may be
 * fetched long before it is needed: when hundreds of searches are on the way at
 * once their misses of the cache overlap.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_BULK_INDEX_H
#define HOCTAP_IMPORTERS_BULK_INDEX_H

#include <stddef.h>
#include <stdint.h>

#define BULK_NONE UINT32_MAX

struct bulk_index {
    uint64_t *slots; /* hash above, number + 1 below; 0 = empty */
    size_t mask;     /* slots - 1; a power of two - 1 */
    unsigned shift;  /* from a hash to its first slot */
    size_t count;
};

struct bulk_index bulk_index_new(void);
void bulk_index_free(struct bulk_index *index);

/* The hash of two words: the upper half of a product hangs on all bits. */
static inline uint32_t bulk_hash(uint64_t first, uint64_t second)
{
    uint64_t mixed =
        (first ^ (second << 23 | second >> 41)) * UINT64_C(0x9E3779B97F4A7C15);
    return (uint32_t)(mixed >> 32);
}

static inline void bulk_index_fetch(const struct bulk_index *index,
                                    uint32_t hash)
{
    __builtin_prefetch(&index->slots[hash >> index->shift]);
}

/*
 * The next item with this hash, BULK_NONE at the end. [at] starts as
 * bulk_index_start and is left at the slot after the one found.
 */
static inline size_t bulk_index_start(const struct bulk_index *index,
                                      uint32_t hash)
{
    return hash >> index->shift;
}

static inline uint32_t bulk_index_next(const struct bulk_index *index,
                                       uint32_t hash, size_t *at)
{
    for (;;) {
        uint64_t slot = index->slots[*at & index->mask];
        if (slot == 0)
            return BULK_NONE;
        (*at)++;
        if ((uint32_t)(slot >> 32) == hash)
            return (uint32_t)slot - 1;
    }
}

/* Adds an item that is not there. */
void bulk_index_add(struct bulk_index *index, uint32_t hash, uint32_t number);

#endif
