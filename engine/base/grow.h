/*
 * grow.h - growing arrays, in one line.
 *
 * An array is three things of its owner: a pointer, a count and a room. Making
 * room doubles it, so that adding n items costs O(n). The memory comes from the
 * heap and is freed with free, or with an arena when the pointer's owner lives
 * there: arena_defer(arena, grow_release, &owner->items).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_GROW_H
#define HOCTAP_BASE_GROW_H

#include <stddef.h>

/* Room for at least [wanted] items of [size] bytes; returns the new pointer. */
void *grow_to(void *items, size_t *room, size_t wanted, size_t size);

/* Makes sure that items[count] may be written. */
#define grow(items, count, room)                                               \
    ((items) = grow_to((items), &(room), (count) + 1, sizeof *(items)))

/*
 * Frees the array whose pointer stands at [pointer] and sets that to NULL: the
 * pointer itself moves as the array grows, its place does not.
 */
void grow_release(void *pointer);

#endif
