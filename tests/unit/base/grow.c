/*
 * grow.c - tests of growing arrays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"

struct numbers {
    int *items;
    size_t count, room;
};

static void items_survive_growth(void **state)
{
    (void)state;
    struct numbers numbers = { NULL, 0, 0 };
    unsigned moves = 0;
    for (int i = 0; i < 100000; i++) {
        size_t before = numbers.room;
        grow(numbers.items, numbers.count, numbers.room);
        numbers.items[numbers.count++] = i * 3 - 7;
        moves += numbers.room != before;
    }
    for (int i = 0; i < 100000; i++)
        assert_int_equal(numbers.items[i], i * 3 - 7);
    assert_in_range(moves, 1, 20); /* doubling: log2(100000 / 16) + 1 */
    free(numbers.items);
}

static void a_leap_is_taken_at_once(void **state)
{
    (void)state;
    size_t room = 0;
    double *items = grow_to(NULL, &room, 777, sizeof *items);
    assert_in_range(room, 777, 777);
    items[776] = 1.5;
    assert_ptr_equal(grow_to(items, &room, 700, sizeof *items), items);
    items = grow_to(items, &room, 778, sizeof *items);
    assert_int_equal(room, 1554);
    assert_near(items[776], 1.5, 0);
    free(items);
}

static void an_arena_frees_what_moved(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct arena_mark mark = arena_mark(arena);
    struct numbers *numbers = arena_new_of(arena, struct numbers);
    arena_defer(arena, grow_release, &numbers->items);
    for (int i = 0; i < 1000; i++) {
        grow(numbers->items, numbers->count, numbers->room);
        numbers->items[numbers->count++] = i;
    }
    arena_rewind(arena, mark); /* a leak would be seen by the sanitizer */
    arena_free(arena);

    int *loose = malloc(sizeof *loose);
    grow_release(&loose);
    assert_null(loose);
    grow_release(&loose);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_survive_growth),
        cmocka_unit_test(a_leap_is_taken_at_once),
        cmocka_unit_test(an_arena_frees_what_moved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
