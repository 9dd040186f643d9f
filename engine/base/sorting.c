/*
 * sorting.c - the order of very many rows, by numbers of theirs.
 *
 *  (1) A pass is stable: rows of one key stay in their order.
 *  (2) Few keys: the different ones are sorted by comparing, and a row's key
 *      becomes the rank of its number; numbers that compare alike share one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/sorting.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"

struct sorting sorting_new(size_t count, struct arena *arena)
{
    struct sorting s = { count, arena_array(arena, count, uint32_t),
                         arena_array(arena, count, uint32_t),
                         arena_array(arena, count, uint32_t), arena };

    assert(count < UINT32_MAX);
    for (size_t i = 0; i < count; i++)
        s.order[i] = (uint32_t)i;
    return s;
}

/* (1) */
void sorting_by(struct sorting *s, uint32_t bound)
{
    struct arena_mark mark = arena_mark(s->arena);
    uint32_t *at = arena_array(s->arena, (size_t)bound + 1, uint32_t);

    for (size_t i = 0; i < s->count; i++)
        at[s->keys[i] + 1]++;
    for (size_t k = 0; k < bound; k++)
        at[k + 1] += at[k];
    for (size_t i = 0; i < s->count; i++) {
        uint32_t row = s->order[i];
        s->spare[at[s->keys[row]]++] = row;
    }
    uint32_t *sorted = s->spare;
    s->spare = s->order;
    s->order = sorted;
    arena_rewind(s->arena, mark);
}

/* --- few keys ------------------------------------------------------------ */

enum { FIRST_SLOTS = 64, EMPTY = -1 };

/* Different numbers, in the order they are met. */
struct few {
    uint32_t *numbers;
    size_t count, room;
    int32_t *slots;
    size_t slot_count; /* a power of two */
};

static int32_t *slot_of(const struct few *few, uint32_t number)
{
    size_t slot = (size_t)number * UINT32_C(0x9E3779B9) >> 7;

    for (;; slot++) {
        int32_t *held = &few->slots[slot & (few->slot_count - 1)];
        if (*held == EMPTY || few->numbers[*held] == number)
            return held;
    }
}

static void widen(struct few *few)
{
    size_t wanted = few->slot_count == 0 ? FIRST_SLOTS : 2 * few->slot_count;

    few->slots =
        grow_to(few->slots, &few->slot_count, wanted, sizeof *few->slots);
    for (size_t i = 0; i < few->slot_count; i++)
        few->slots[i] = EMPTY;
    for (size_t i = 0; i < few->count; i++)
        *slot_of(few, few->numbers[i]) = (int32_t)i;
}

static uint32_t number_met(struct few *few, uint32_t number)
{
    if (2 * few->count >= few->slot_count)
        widen(few);
    int32_t *held = slot_of(few, number);
    if (*held == EMPTY) {
        grow(few->numbers, few->count, few->room);
        few->numbers[few->count] = number;
        *held = (int32_t)few->count++;
    }
    return (uint32_t)*held;
}

static int by_number(const void *left, const void *right, void *knows)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

    (void)knows;
    return (a > b) - (a < b);
}

/* (2) The rank of each number met. */
static uint32_t *ranks_of(struct few *few, sorting_compare *compare,
                          void *knows, struct arena *arena)
{
    uint32_t *rank = arena_array(arena, few->count, uint32_t);
    uint32_t *sorted = arena_array(arena, few->count, uint32_t);
    uint32_t last = 0;

    memcpy(sorted, few->numbers, few->count * sizeof *sorted);
    qsort_r(sorted, few->count, sizeof *sorted, compare, knows);
    for (size_t i = 0; i < few->count; i++) {
        if (i > 0 && compare(&sorted[i - 1], &sorted[i], knows) != 0)
            last++;
        rank[number_met(few, sorted[i])] = last;
    }
    return rank;
}

void sorting_by_few(struct sorting *s, sorting_compare *compare, void *knows)
{
    struct arena_mark mark = arena_mark(s->arena);
    struct few few = { .numbers = NULL };

    for (size_t i = 0; i < s->count; i++)
        s->keys[i] = number_met(&few, s->keys[i]);
    if (few.count > 1) {
        uint32_t *rank =
            ranks_of(&few, compare ? compare : by_number, knows, s->arena);
        for (size_t i = 0; i < s->count; i++)
            s->keys[i] = rank[s->keys[i]];
        sorting_by(s, (uint32_t)few.count);
    }
    free(few.numbers);
    free(few.slots);
    arena_rewind(s->arena, mark);
}
