/*
 * sorting.c - tests of sorting rows by numbers. The expected orders are those
 * of the C library's sort, with the row as the last word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/sorting.h"

enum { ROWS = 5000 };

struct line {
    uint32_t major, minor, row;
};

static int by_line(const void *left, const void *right)
{
    const struct line *a = left, *b = right;
    if (a->major != b->major)
        return a->major < b->major ? -1 : 1;
    if (a->minor != b->minor)
        return a->minor < b->minor ? -1 : 1;
    return a->row < b->row ? -1 : 1;
}

static uint32_t drawn(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void agrees_with_the_library(void **state)
{
    (void)state;
    static struct line lines[ROWS];
    struct arena *arena = arena_new();
    struct sorting s = sorting_new(ROWS, arena);
    uint32_t seed = 5;
    for (uint32_t i = 0; i < ROWS; i++)
        lines[i] = (struct line){ drawn(&seed) % 37,
                                  UINT32_MAX - drawn(&seed) % 400 * 70001, i };
    for (uint32_t i = 0; i < ROWS; i++)
        s.keys[i] = lines[i].minor;
    sorting_by_few(&s, NULL, NULL);
    for (uint32_t i = 0; i < ROWS; i++)
        s.keys[i] = lines[i].major;
    sorting_by(&s, 37);
    qsort(lines, ROWS, sizeof *lines, by_line);
    for (uint32_t i = 0; i < ROWS; i++)
        assert_int_equal(s.order[i], lines[i].row);
    arena_free(arena);
}

static int by_last_digit(const void *left, const void *right, void *knows)
{
    uint32_t a = *(const uint32_t *)left % 10,
             b = *(const uint32_t *)right % 10;
    (*(unsigned *)knows)++;
    return (a > b) - (a < b);
}

static void numbers_alike_keep_their_order(void **state)
{
    (void)state;
    static const uint32_t keys[] = { 12, 31, 2, 41, 12, 1 };
    static const uint32_t order[] = { 1, 3, 5, 0, 2, 4 };
    struct arena *arena = arena_new();
    struct sorting s = sorting_new(6, arena);
    unsigned asked = 0;
    for (size_t i = 0; i < 6; i++)
        s.keys[i] = keys[i];
    sorting_by_few(&s, by_last_digit, &asked);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(s.order[i], order[i]);
    assert_true(asked > 0);
    arena_free(arena);
}

static void nothing_and_one_thing(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct sorting none = sorting_new(0, arena), same = sorting_new(3, arena);
    sorting_by_few(&none, NULL, NULL);
    sorting_by(&none, 4);
    for (size_t i = 0; i < 3; i++)
        same.keys[i] = 7;
    sorting_by_few(&same, NULL, NULL);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(same.order[i], i);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_library),
        cmocka_unit_test(numbers_alike_keep_their_order),
        cmocka_unit_test(nothing_and_one_thing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
