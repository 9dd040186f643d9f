/*
 * arena.c - memory with a lifetime.
 *
 *  (1) Blocks are chained, the newest first; a request that does not fit opens
 *      a block at least as large as itself.
 *  (2) Memory is cleared when it is handed out, because a rewound block is
 *      handed out again.
 *  (3) Rewinding first calls what was deferred after the mark, last first, and
 *      only then gives memory back: a release may still read its own thing.
 *  (4) One block is kept in reserve, so that a loop of mark and rewind around
 *      a block's edge does not go to the heap in every turn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"

/* A sanitizer sees more when every item has a block of its own: 0. */
#ifndef ARENA_BLOCK_ROOM
#define ARENA_BLOCK_ROOM (64 * 1024)
#endif

enum { BLOCK_ROOM = ARENA_BLOCK_ROOM, EXIT_NO_MEMORY = 70 };

struct block {
    struct block *before;
    size_t used, room;
    max_align_t bytes[]; /* aligned for any type */
};

struct deferred {
    struct deferred *before;
    void (*release)(void *);
    void *thing;
};

struct arena {
    struct block *newest, *spare;
    struct deferred *deferred;
};

void out_of_memory(size_t wanted)
{
    fprintf(stderr, "hoctap: hết bộ nhớ / out of memory (%zu bytes)\n", wanted);
    exit(EXIT_NO_MEMORY);
}

struct arena *arena_new(void)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (arena == NULL)
        out_of_memory(sizeof *arena);
    return arena;
}

void arena_free(struct arena *arena)
{
    if (arena == NULL)
        return;
    arena_rewind(arena, (struct arena_mark){ NULL, 0, NULL });
    free(arena->spare);
    free(arena);
}

static struct block *block_open(struct arena *arena, size_t bytes)
{
    struct block *block = arena->spare;
    if (block != NULL && block->room >= bytes) {
        arena->spare = NULL;
    } else {
        size_t room = bytes > BLOCK_ROOM ? bytes : BLOCK_ROOM;
        if (room > SIZE_MAX / 2)
            out_of_memory(bytes);
        block = malloc(sizeof *block + room);
        if (block == NULL)
            out_of_memory(bytes);
        block->room = room;
    }
    block->used = 0;
    block->before = arena->newest;
    arena->newest = block;
    return block;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    const size_t step = sizeof(max_align_t);
    if (size != 0 && count > (SIZE_MAX / 2 - step) / size)
        out_of_memory(SIZE_MAX);
    size_t bytes = (count * size + step - 1) / step * step;
    struct block *block = arena->newest;
    if (block == NULL || block->room - block->used < bytes)
        block = block_open(arena, bytes);
    void *memory = (char *)block->bytes + block->used;
    block->used += bytes;
    return memset(memory, 0, bytes);
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_alloc(arena, length + 1, 1);
    if (length > 0)
        memcpy(copy, bytes, length);
    return copy;
}

char *arena_string(struct arena *arena, const char *text)
{
    return arena_copy(arena, text, strlen(text));
}

char *arena_vformat(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    assert(length >= 0);
    char *string = arena_alloc(arena, (size_t)length + 1, 1);
    vsnprintf(string, (size_t)length + 1, format, arguments);
    return string;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *string = arena_vformat(arena, format, arguments);
    va_end(arguments);
    return string;
}

void arena_defer(struct arena *arena, void (*release)(void *), void *thing)
{
    struct deferred *entry = arena_new_of(arena, struct deferred);
    *entry = (struct deferred){ arena->deferred, release, thing };
    arena->deferred = entry;
}

struct arena_mark arena_mark(struct arena *arena)
{
    struct block *newest = arena->newest;
    return (struct arena_mark){ newest, newest == NULL ? 0 : newest->used,
                                arena->deferred };
}

/* Keeps the larger of two blocks for the next need, frees the other. */
static void block_close(struct arena *arena, struct block *block)
{
    struct block *spare = arena->spare;
    if (spare != NULL && spare->room >= block->room) {
        free(block);
        return;
    }
    free(spare);
    arena->spare = block;
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    while (arena->deferred != mark.deferred) {
        struct deferred *entry = arena->deferred;
        assert(entry != NULL); /* a mark of another arena, or an outlived one */
        arena->deferred = entry->before;
        entry->release(entry->thing);
    }
    while (arena->newest != mark.block) {
        struct block *block = arena->newest;
        assert(block != NULL);
        arena->newest = block->before;
        block_close(arena, block);
    }
    if (arena->newest != NULL)
        arena->newest->used = mark.used;
}

void arena_give_back(struct arena *arena)
{
    free(arena->spare);
    arena->spare = NULL;
}

void memory_give_back(void)
{
    malloc_trim(0);
}

size_t arena_used(const struct arena *arena)
{
    size_t used = 0;
    for (const struct block *b = arena->newest; b != NULL; b = b->before)
        used += b->used;
    return used;
}
