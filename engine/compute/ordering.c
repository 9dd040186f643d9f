/*
 * ordering.c - values in ascending order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/ordering.h"

#include <string.h>

#include "engine/base/arena.h"

enum { FEW = 96, DIGIT = 11, DIGITS = 1 << DIGIT, PASSES = 3 };
enum { KEY_BITS = DIGIT * PASSES, INDEX_BITS = 64 - KEY_BITS };

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
                      double high, uint32_t seen[PASSES][DIGITS])
{
    double scale = ((double)((uint64_t)1 << KEY_BITS) - 1) / (high - low);

    for (size_t i = 0; i < o->count; i++) {
        uint64_t key = (uint64_t)((value[i] - low) * scale);
        o->keys[i] = key << INDEX_BITS | i;
        for (int pass = 0; pass < PASSES; pass++)
            seen[pass][key >> (pass * DIGIT) & (DIGITS - 1)]++;
    }
}

static void count_into_place(struct ordering *o, int pass,
                             uint32_t seen[DIGITS])
{
    int shift = INDEX_BITS + pass * DIGIT;
    uint32_t before = 0;
    uint64_t *kept = o->keys;

    for (int d = 0; d < DIGITS; d++) {
        uint32_t own = seen[d];
        seen[d] = before;
        before += own;
    }
    for (size_t i = 0; i < o->count; i++)
        o->spare[seen[o->keys[i] >> shift & (DIGITS - 1)]++] = o->keys[i];
    o->keys = o->spare;
    o->spare = kept;
}

void ordering_sort(struct ordering *o, const double value[], double low,
                   double high)
{
    if (o->count > FEW && high - low > 0) {
        uint32_t seen[PASSES][DIGITS];
        memset(seen, 0, sizeof seen);
        make_keys(o, value, low, high, seen);
        for (int pass = 0; pass < PASSES; pass++)
            count_into_place(o, pass, seen[pass]);
        for (size_t k = 0; k < o->count; k++)
            o->order[k] =
                (uint32_t)(o->keys[k] & (((uint64_t)1 << INDEX_BITS) - 1));
    }
    settle(o->order, value, o->count);
}
