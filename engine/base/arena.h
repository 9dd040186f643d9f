/*
 * arena.h - memory with a lifetime.
 *
 * An arena hands out zeroed memory that is freed all at once. Three of them
 * live in the program: the study's (load to end), a batch's (one run) and a
 * scratch (rewound after every indicator, measure or chart). What is kept is
 * kept in the arena that a function is given; nothing is freed singly.
 *
 * A resource that is not arena memory (a library object, a growing column, a
 * file) is tied to an arena with arena_defer and dies with it, last first.
 *
 * Running out of memory writes one line on stderr and exits with status 70:
 * there is nothing sensible to do after it. Sizes that come from a file must be
 * checked by the caller before they are asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_ARENA_H
#define HOCTAP_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* [count] zeroed items of [size] bytes, aligned for any type. Never NULL. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* A copy of [length] bytes with a terminating zero. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);
char *arena_string(struct arena *arena, const char *text);
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vformat(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* [release] is called with [thing] when the arena is freed or rewound. */
void arena_defer(struct arena *arena, void (*release)(void *), void *thing);

/*
 * A mark remembers how far the arena has been used; rewinding to it gives back
 * all that came later. Marks nest.
 */
struct arena_mark {
    void *block;
    size_t used;
    void *deferred;
};
struct arena_mark arena_mark(struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);

/* Frees what a rewound arena keeps for its next need. */
void arena_give_back(struct arena *arena);
/* Gives back to the system what was freed and is kept for later: worth it
 * after something large. */
void memory_give_back(void);

/* Bytes handed out, for the benchmarks. */
size_t arena_used(const struct arena *arena);

#define arena_new_of(arena, type)                                              \
    ((type *)arena_alloc((arena), 1, sizeof(type)))
#define arena_array(arena, count, type)                                        \
    ((type *)arena_alloc((arena), (count), sizeof(type)))

/* The one way to die of memory: a line on stderr, exit 70. */
_Noreturn void out_of_memory(size_t wanted);

#endif
