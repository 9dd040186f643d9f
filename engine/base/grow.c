/*
 * grow.c - growing arrays.
 *
 *  (1) Room at least doubles, so that n additions cost O(n).
 *  (2) A size that cannot be counted ends the program as lack of memory does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"

enum { FIRST_ROOM = 16 };

void *grow_to(void *items, size_t *room, size_t wanted, size_t size)
{
    if (wanted <= *room)
        return items;
    size_t next = *room < FIRST_ROOM / 2 ? FIRST_ROOM : *room;
    if (next == *room && next <= SIZE_MAX / 2)
        next *= 2;
    if (next < wanted)
        next = wanted;
    if (next > SIZE_MAX / 2 / size)
        out_of_memory(SIZE_MAX);
    void *moved = realloc(items, next * size);
    if (moved == NULL)
        out_of_memory(next * size);
    *room = next;
    return moved;
}

void grow_release(void *pointer)
{
    /* Through bytes: the pointer may be of any type. */
    void *items;
    memcpy(&items, pointer, sizeof items);
    free(items);
    items = NULL;
    memcpy(pointer, &items, sizeof items);
}
