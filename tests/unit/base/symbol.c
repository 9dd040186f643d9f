/*
 * symbol.c - tests of interning.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/symbol.h"

static void numbers_follow_first_sight(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct symbols *symbols = symbols_new(arena);
    char buffer[] = "Vũ Thư";
    assert_int_equal(symbol_intern(symbols, buffer, 8), 0);
    memset(buffer, 'x', 8); /* the table has its own copy */
    assert_int_equal(symbol_intern(symbols, "", 0), 1);
    assert_int_equal(symbol_intern(symbols, "Vũ Thư", 8), 0);
    assert_int_equal(symbol_intern(symbols, "Vũ Th", 6), 2);
    assert_string_equal(symbol_text(symbols, 0), "Vũ Thư");
    assert_string_equal(symbol_text(symbols, 1), "");
    assert_string_equal(symbol_text(symbols, 2), "Vũ Th");
    assert_int_equal(symbols_count(symbols), 3);
    assert_int_equal(symbol_find(symbols, "Vũ", 3), NO_SYMBOL);
    assert_int_equal(symbol_find(symbols, "", 0), 1);
    assert_int_equal(symbols_count(symbols), 3);
    arena_free(arena);
}

static void bytes_count_not_strings(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct symbols *symbols = symbols_new(arena);
    uint32_t one = symbol_intern(symbols, "a\0b", 3);
    uint32_t two = symbol_intern(symbols, "a\0c", 3);
    uint32_t three = symbol_intern(symbols, "a", 1);
    uint32_t four = symbol_intern(symbols, "a\0", 2);
    assert_true(one != two && two != three && three != four && one != four);
    assert_memory_equal(symbol_text(symbols, two), "a\0c", 4);
    /* Eight bytes and their zero-filled neighbours must not meet. */
    uint32_t eight = symbol_intern(symbols, "12345678", 8);
    uint32_t nine = symbol_intern(symbols, "12345678\0", 9);
    assert_int_not_equal(eight, nine);
    arena_free(arena);
}

static void two_hundred_thousand(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct symbols *symbols = symbols_new(arena);
    char name[64];
    for (uint32_t i = 0; i < 200000; i++) {
        int length =
            snprintf(name, sizeof name, "%05u/xã %u", i, i * 2654435761u);
        assert_int_equal(symbol_intern(symbols, name, (size_t)length), i);
    }
    for (uint32_t i = 0; i < 200000; i += 7) {
        int length =
            snprintf(name, sizeof name, "%05u/xã %u", i, i * 2654435761u);
        assert_int_equal(symbol_find(symbols, name, (size_t)length), i);
        assert_string_equal(symbol_text(symbols, i), name);
    }
    assert_int_equal(symbol_find(symbols, "none", 4), NO_SYMBOL);
    assert_int_equal(symbols_count(symbols), 200000);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_follow_first_sight),
        cmocka_unit_test(bytes_count_not_strings),
        cmocka_unit_test(two_hundred_thousand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
