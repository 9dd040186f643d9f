/*
 * ordering.c - values in ascending order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/equity/ordering.h"

#include <string.h>

#include "engine/base/arena.h"

enum { FEW = 16, PASSES = 2, INDEX_BITS = 32 };
enum { MOST_BITS = 11, DIGITS = 1 << MOST_BITS };

struct ordering ordering_new(size_t count, struct arena *arena)
{
    struct ordering o = { .count = count,
                          .order = arena_array(arena, count, uint32_t) };

    if (count > FEW) {
        o.keys = arena_array(arena, count, uint64_t);
        o.spare = arena_array(arena, count, uint64_t);
    }
    for (size_t i = 0; i < count; i++)
        o.order[i] = (uint32_t)i;
    return o;
}

static void settle(uint32_t order[], const double value[], size_t count)
{
    for (size_t k = 1; k < count; k++) {
        uint32_t i = order[k];
        double own = value[i];
        size_t at = k;
        while (at > 0 && (value[order[at - 1]] > own ||
                          (value[order[at - 1]] >= own && order[at - 1] > i))) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = i;
    }
}

/* The top bits are the key, the low ones the index it belongs to. */
static void make_keys(struct ordering *o, const double value[], double low,
                      double high, unsigned bits)
{
    double scale = (double)((1u << PASSES * bits) - 1) / (high - low);

    for (size_t i = 0; i < o->count; i++) {
        uint64_t key = (uint32_t)(int32_t)((value[i] - low) * scale);
        o->keys[i] = key << INDEX_BITS | i;
    }
}

static void count_into_place(struct ordering *o, unsigned bits, unsigned shift)
{
    uint32_t seen[DIGITS], before = 0;
    uint64_t mask = (1u << bits) - 1, *kept = o->keys;

    memset(seen, 0, (mask + 1) * sizeof *seen);
    for (size_t i = 0; i < o->count; i++)
        seen[o->keys[i] >> shift & mask]++;
    for (size_t d = 0; d <= mask; d++) {
        uint32_t own = seen[d];
        seen[d] = before;
        before += own;
    }
    for (size_t i = 0; i < o->count; i++)
        o->spare[seen[o->keys[i] >> shift & mask]++] = o->keys[i];
    o->keys = o->spare;
    o->spare = kept;
}

/* Of a pass: more pay only with more values. */
static unsigned bits_for(size_t count)
{
    return count <= 256 ? 6 : count <= 3000 ? 8 : MOST_BITS;
}

void ordering_sort(struct ordering *o, const double value[], double low,
                   double high)
{
    if (o->count > FEW && high - low > 0) {
        unsigned bits = bits_for(o->count);
        make_keys(o, value, low, high, bits);
        for (unsigned pass = 0; pass < PASSES; pass++)
            count_into_place(o, bits, INDEX_BITS + pass * bits);
        for (size_t k = 0; k < o->count; k++)
            o->order[k] = (uint32_t)o->keys[k];
    }
    settle(o->order, value, o->count);
}
