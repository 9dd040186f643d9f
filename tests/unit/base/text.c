/*
 * text.c - tests of the growing string and of comparing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <string.h>

#include "engine/base/text.h"

static void pieces_join(void **state)
{
    (void)state;
    struct text text = text_new();
    assert_string_equal(text.bytes, "");
    text_add(&text, "Thái ");
    text_add_bytes(&text, "Thụy\0!", 8);
    assert_int_equal(text.length, 6 + 8);
    assert_memory_equal(text.bytes, "Thái Thụy\0!", 14);
    text_clear(&text);
    assert_string_equal(text.bytes, "");
    text_addf(&text, "%s=%d;", "members", 624219);
    text_add_char(&text, '\n');
    text_add_bytes(&text, NULL, 0);
    assert_string_equal(text.bytes, "members=624219;\n");
    text_free(&text);
    assert_null(text.bytes);
}

static void a_zeroed_struct_is_an_empty_text(void **state)
{
    (void)state;
    struct text text = { NULL, 0, 0 };
    text_clear(&text);
    text_addf(&text, "%s", "");
    assert_non_null(text.bytes);
    assert_string_equal(text.bytes, "");
    text_free(&text);
    text_free(&text);
}

static void it_grows_at_every_length(void **state)
{
    (void)state;
    struct text text = { NULL, 0, 0 };
    for (int i = 0; i < 10000; i++) {
        text_addf(&text, "%c", 'a' + i % 26);
        assert_int_equal(text.length, i + 1);
        assert_int_equal(text.bytes[i + 1], '\0');
    }
    for (int i = 0; i < 10000; i++)
        assert_int_equal(text.bytes[i], 'a' + i % 26);
    text_free(&text);
}

static void comparing(void **state)
{
    (void)state;
    assert_true(text_same("", ""));
    assert_false(text_same("Hưng Hà", "Hưng hà"));
    assert_true(text_starts("Huyện Đông Hưng", "Huyện "));
    assert_true(text_starts("x", ""));
    assert_false(text_starts("Huy", "Huyện"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_join),
        cmocka_unit_test(a_zeroed_struct_is_an_empty_text),
        cmocka_unit_test(it_grows_at_every_length),
        cmocka_unit_test(comparing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
