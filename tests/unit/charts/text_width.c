/*
 * text_width.c - widths against Adobe's metrics of Helvetica, which Arial and
 * Arimo share for these letters; wrapping and cleaning by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "tests/house.h"

#include "charts/text_width.h"
#include "engine/base/arena.h"

static struct arena *arena;
static const struct text_face face = { 10, false }, bold = { 10, true };

static void widths_are_the_metrics(void **state)
{
    (void)state;
    /* H 722 a 556 n 556 o 556 i 222 space 278: Helvetica's AFM. */
    assert_near(text_width("Ha Noi", face), 30.56, 1e-9);
    /* Digits 556, comma 278; bold digits 556, comma 278. */
    assert_near(text_width("62,6", face), 19.46, 1e-9);
    assert_near(text_width("62,6", bold), 19.46, 1e-9);
    /* Helvetica-Bold: H 722 a 556 n 611 o 611 i 278. */
    assert_near(text_width("Ha Noi", bold),
                7.22 + 5.56 + 2.78 + 7.22 + 6.11 + 2.78, 1e-9);
    /* A letter with marks is as wide as without; combining marks take none. */
    assert_near(text_width("ế", face), text_width("e", face), 1e-9);
    assert_near(text_width("e\xCC\x82\xCC\x81", face), text_width("e", face),
                1e-9);
    assert_near(text_width("", face), 0, 0);
    assert_near(text_width("ab", (struct text_face){ 20, false }),
                2 * text_width("ab", face), 1e-9);
    assert_true(text_width("😀", face) > 10);
    assert_true(text_width("中", face) >= 10);
}

static void only_what_prints_is_left(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        { "Thái  Thụy", "Thái Thụy" },
        { "\n a\tb\r\n", "a b" },
        { "a\xC2\xA0\xE2\x80\xA8"
          "b",
          "a b" },
        { "\xE2\x80\xAE"
          "abc\xE2\x80\xAC",
          "abc" },
        { "a\xEF\xBB\xBF\xC2\xAD"
          "b",
          "ab" },
        { "a\x01\x1B[1mb\x7F", "a [1mb" },
        { "\xFFx", "\xEF\xBF\xBDx" },
        { "\xEF\xBF\xBE", "" },
        { " \n ", "" },
        { "\"`$\\", "\"`$\\" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *clean = text_width_printable(arena, cases[i][0]);
        assert_string_equal(clean, cases[i][1]);
        assert_string_equal(text_width_printable(arena, clean), cases[i][1]);
    }
    assert_string_equal(text_width_printable(arena, NULL), "");
}

static void lines_break_between_words(void **state)
{
    (void)state;
    struct text_lines lines =
        text_width_wrap(arena, "Quỳnh Phụ và Thái Thụy", face, 1000, 3);
    assert_int_equal(lines.count, 1);
    assert_string_equal(lines.lines[0], "Quỳnh Phụ và Thái Thụy");
    assert_near(lines.widest, text_width(lines.lines[0], face), 1e-9);
    /* Balanced: the second line is not left with one word. */
    lines = text_width_wrap(arena, "aaaa aaaa aaaa aaaa", face, 90, 3);
    assert_int_equal(lines.count, 2);
    assert_string_equal(lines.lines[0], "aaaa aaaa");
    assert_string_equal(lines.lines[1], "aaaa aaaa");
    assert_false(lines.cut);
    /* Two lines either way, but no word is broken for the balance. */
    lines = text_width_wrap(arena, "Quỳnh Phụ", face, 32, 3);
    assert_int_equal(lines.count, 2);
    assert_string_equal(lines.lines[0], "Quỳnh");
    /* Nor where it fills the line to the last bit. */
    struct text_face other = face;
    for (double size = 7; size < 14; size += .5) {
        other.size = size;
        lines = text_width_wrap(arena, "Quảng Ninh", other,
                                text_width("Quảng", other), 3);
        assert_string_equal(lines.lines[0], "Quảng");
    }
    lines = text_width_wrap(arena, "Phan-Rang Tháp/Chàm", face, 40, 9);
    assert_int_equal(lines.count, 4);
    assert_string_equal(lines.lines[0], "Phan-");
    assert_string_equal(lines.lines[2], "Tháp/");
    lines = text_width_wrap(arena, "  ", face, 50, 3);
    assert_int_equal(lines.count, 0);
}

static void no_line_is_too_wide(void **state)
{
    (void)state;
    static const char *const text =
        "Trungtâmhọctậpcộngđồngxã An Ninh, huyện Quỳnh Phụ – tỉnh Thái Bình";
    for (double width = 9; width < 400; width += 7)
        for (size_t most = 1; most < 40; most += 6) {
            struct text_lines lines =
                text_width_wrap(arena, text, face, width, most);
            struct text_lines whole =
                text_width_wrap(arena, text, face, width, 1000);
            assert_true(lines.count >= 1 && lines.count <= most);
            assert_false(whole.cut);
            assert_int_equal(lines.cut, whole.count > most);
            for (size_t i = 0; i < lines.count; i++)
                assert_true(text_width(lines.lines[i], face) <=
                            (width > 10 ? width + 1e-9 : 11));
            const char *last = lines.lines[lines.count - 1];
            assert_int_equal(lines.cut, strstr(last, "…") != NULL);
        }
}

/* No room for a letter: one a line all the same, and an end. */
static void narrow_lines_end(void **state)
{
    (void)state;
    struct text_lines lines = text_width_wrap(arena, "abc", face, 0, 5);
    assert_int_equal(lines.count, 3);
    assert_string_equal(lines.lines[2], "c");
    lines = text_width_wrap(arena, "abc", face, -5, 2);
    assert_int_equal(lines.count, 2);
    assert_true(lines.cut);
}

static int begin(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_are_the_metrics),
        cmocka_unit_test(only_what_prints_is_left),
        cmocka_unit_test(lines_break_between_words),
        cmocka_unit_test(no_line_is_too_wide),
        cmocka_unit_test(narrow_lines_end),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
