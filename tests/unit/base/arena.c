/*
 * arena.c - tests of arenas: cleared, aligned, rewound, released in order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"

static void memory_is_cleared_and_aligned(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (int round = 0; round < 3; round++) {
        struct arena_mark mark = arena_mark(arena);
        for (size_t size = 0; size < 3000; size += 37) {
            unsigned char *bytes = arena_alloc(arena, 3, size);
            assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
            for (size_t i = 0; i < 3 * size; i++)
                assert_int_equal(bytes[i], 0);
            memset(bytes, 0xA7, 3 * size);
        }
        arena_rewind(arena, mark);
    }
    arena_free(arena);
    arena_free(NULL);
}

static void neighbours_do_not_touch(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *strings[5000];
    for (int i = 0; i < 5000; i++)
        strings[i] = arena_format(arena, "%d:%0*d", i, i % 91, i * 7);
    for (int i = 0; i < 5000; i++) {
        char wanted[128];
        snprintf(wanted, sizeof wanted, "%d:%0*d", i, i % 91, i * 7);
        assert_string_equal(strings[i], wanted);
    }
    arena_free(arena);
}

static void large_requests_have_a_block_of_their_own(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    double *large = arena_array(arena, 300000, double);
    assert_near(large[299999], 0, 0);
    large[299999] = 41.75;
    double *next = arena_array(arena, 2, double);
    next[0] = 3.5;
    assert_near(large[299999], 41.75, 0);
    arena_free(arena);
}

static void rewinding_gives_back(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct arena_mark empty = arena_mark(arena);
    assert_int_equal(arena_used(arena), 0);
    char *kept = arena_string(arena, "Vũ Thư");
    size_t used = arena_used(arena);
    assert_in_range(used, 9, 64);
    struct arena_mark outer = arena_mark(arena);
    arena_alloc(arena, 70000, 3);
    struct arena_mark inner = arena_mark(arena);
    arena_alloc(arena, 1, 100000);
    arena_alloc(arena, 1, 100);
    arena_rewind(arena, inner);
    arena_rewind(arena, outer);
    assert_int_equal(arena_used(arena), used);
    assert_string_equal(kept, "Vũ Thư");
    /* The same place again: the memory really came back. */
    char *first = arena_alloc(arena, 10, 1);
    arena_rewind(arena, outer);
    assert_ptr_equal(arena_alloc(arena, 10, 1), first);
    arena_rewind(arena, empty);
    assert_int_equal(arena_used(arena), 0);
    arena_free(arena);
}

static char order[32];

static void note(void *thing)
{
    strcat(order, thing);
}

static void the_last_deferred_goes_first(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    order[0] = '\0';
    arena_defer(arena, note, arena_string(arena, "a"));
    struct arena_mark mark = arena_mark(arena);
    arena_defer(arena, note, arena_string(arena, "b"));
    /* The thing stands in a block that goes with the rewind. */
    arena_alloc(arena, 1, 200000);
    arena_defer(arena, note, arena_string(arena, "c"));
    arena_rewind(arena, mark);
    assert_string_equal(order, "cb");
    arena_defer(arena, note, arena_string(arena, "d"));
    arena_free(arena);
    assert_string_equal(order, "cbda");
}

static void copies_end_with_a_zero(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *copy = arena_copy(arena, "a\0b", 3);
    assert_memory_equal(copy, "a\0b", 4);
    assert_string_equal(arena_copy(arena, NULL, 0), "");
    assert_string_equal(arena_format(arena, "%s-%05.2f", "x", 3.14159),
                        "x-03.14");
    arena_free(arena);
}

/* What a child that asks for too much leaves: its line and its status. */
static int status_of(void (*work)(void), char *line, size_t room)
{
    int ends[2], status = 0;
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        work();
        exit(0);
    }
    close(ends[1]);
    ssize_t length = read(ends[0], line, room - 1);
    line[length > 0 ? length : 0] = '\0';
    close(ends[0]);
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void ask_too_many(void)
{
    arena_alloc(arena_new(), SIZE_MAX / 8, 16);
}

static void ask_too_large(void)
{
    arena_alloc(arena_new(), 1, SIZE_MAX / 2 + 100);
}

static void grow_too_far(void)
{
    size_t room = 0;
    grow_to(NULL, &room, SIZE_MAX / 4, 8);
}

static void no_memory_is_one_line_and_seventy(void **state)
{
    (void)state;
    void (*const works[])(void) = { ask_too_many, ask_too_large, grow_too_far };
    for (size_t i = 0; i < 3; i++) {
        char line[256];
        assert_int_equal(status_of(works[i], line, sizeof line), 70);
        assert_non_null(strstr(line, "out of memory"));
        assert_ptr_equal(strchr(line, '\n'), line + strlen(line) - 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_cleared_and_aligned),
        cmocka_unit_test(neighbours_do_not_touch),
        cmocka_unit_test(large_requests_have_a_block_of_their_own),
        cmocka_unit_test(rewinding_gives_back),
        cmocka_unit_test(the_last_deferred_goes_first),
        cmocka_unit_test(copies_end_with_a_zero),
        cmocka_unit_test(no_memory_is_one_line_and_seventy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
