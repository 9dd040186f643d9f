/*
 * text_unicode.c - tests of UTF-8, normal form, folding and white space.
 *
 * Expected forms were worked out from the Unicode tables with another program
 * (unicodedata of Python).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <string.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"

/* Bytes that are no UTF-8, and the offset of the first bad one. */
static const struct {
    const char *bytes;
    size_t length, bad;
} broken[] = {
    { "\x80", 1, 0 },             /* a tail without a head */
    { "abc\xFF", 4, 3 },          /* never a byte of UTF-8 */
    { "\xC0\x80", 2, 0 },         /* overlong zero */
    { "\xC1\xBF", 2, 0 },         /* overlong */
    { "\xE0\x9F\xBF", 3, 0 },     /* overlong */
    { "\xF0\x8F\xBF\xBF", 4, 0 }, /* overlong */
    { "\xED\xA0\x80", 3, 0 },     /* surrogate */
    { "x\xED\xBF\xBF", 4, 1 },    /* surrogate */
    { "\xF4\x90\x80\x80", 4, 0 }, /* above U+10FFFF */
    { "\xF5\x80\x80\x80", 4, 0 }, /* above */
    { "Th\xC3", 3, 2 },           /* cut in the middle */
    { "\xE1\xBA", 2, 0 },         /* cut */
    { "\xF0\x9F\x98", 3, 0 },     /* cut */
    { "\xC3\xA1\xE1\xBA"
      "a",
      5, 2 }, /* ASCII instead of a tail */
    { "12345678 12345678\xFE", 18, 17 },
};

static const struct {
    const char *bytes;
    unsigned code_point;
    size_t length;
} good[] = {
    { "A", 'A', 1 },
    { "\x7F", 0x7F, 1 },
    { "\xC2\x80", 0x80, 2 },
    { "\xC4\x91", 0x111, 2 }, /* đ */
    { "\xDF\xBF", 0x7FF, 2 },
    { "\xE0\xA0\x80", 0x800, 3 },
    { "\xE1\xBB\xB3", 0x1EF3, 3 }, /* ỳ */
    { "\xED\x9F\xBF", 0xD7FF, 3 },
    { "\xEE\x80\x80", 0xE000, 3 },
    { "\xEF\xBF\xBD", 0xFFFD, 3 },
    { "\xF0\x90\x80\x80", 0x10000, 4 },
    { "\xF4\x8F\xBF\xBF", 0x10FFFF, 4 },
};

static void broken_utf8_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        size_t bad = 777;
        assert_false(text_is_utf8(broken[i].bytes, broken[i].length, &bad));
        assert_int_equal(bad, broken[i].bad);
        assert_false(text_is_utf8(broken[i].bytes, broken[i].length, NULL));
    }
    assert_true(text_is_utf8("", 0, NULL));
    assert_true(text_is_utf8("a\0b", 3, NULL));
    assert_true(text_is_utf8("Quỳnh Phụ", strlen("Quỳnh Phụ"), NULL));
}

static void code_points_go_out_and_in(void **state)
{
    (void)state;
    struct text text = text_new();
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        unsigned code_point = 0;
        size_t length = strlen(good[i].bytes);
        assert_true(text_is_utf8(good[i].bytes, length, NULL));
        assert_int_equal(text_decode(good[i].bytes, length, &code_point),
                         good[i].length);
        assert_int_equal(code_point, good[i].code_point);
        text_clear(&text);
        text_encode(&text, code_point);
        assert_string_equal(text.bytes, good[i].bytes);
    }
    unsigned code_point = 5;
    assert_int_equal(text_decode("x", 0, &code_point), 0);
    assert_int_equal(text_decode("\xE1\xBA\xBF", 2, &code_point), 1);
    assert_int_equal(code_point, 0xFFFD);
    text_clear(&text);
    text_encode(&text, 0xD800);
    text_encode(&text, 0x110000);
    assert_string_equal(text.bytes, "\xEF\xBF\xBD\xEF\xBF\xBD");
    text_free(&text);
}

static void lengths_and_columns(void **state)
{
    (void)state;
    assert_int_equal(text_length(""), 0);
    assert_int_equal(text_length("Quỳnh Phụ"), 9);
    assert_int_equal(text_length("e\u0302\u0301"), 3);
    assert_int_equal(text_length("a\xFFz"), 3);
    assert_int_equal(text_columns("Quỳnh Phụ"), 9);
    assert_int_equal(text_columns("e\u0302\u0301"), 1);
    assert_int_equal(text_columns("\u4E2D\u6587"), 4); /* wide */
    assert_int_equal(text_columns("a\tb\n"), 2);       /* controls take none */
}

static void normal_form_c(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    /* ế as e, circumflex, acute; ự as u, horn, dot below and as u, dot, horn */
    assert_string_equal(text_nfc(arena, "Tie\u0302\u0301n"), "Ti\u1EBFn");
    assert_string_equal(text_nfc(arena, "u\u031B\u0323"), "\u1EF1");
    assert_string_equal(text_nfc(arena, "u\u0323\u031B"), "\u1EF1");
    assert_string_equal(text_nfc(arena, "\u1EB9\u0302"), "\u1EC7");
    assert_string_equal(text_nfc(arena, "\u212B"), "\u00C5"); /* Angstrom */
    assert_string_equal(text_nfc(arena, "plain"), "plain");
    assert_string_equal(text_nfc(arena, ""), "");
    /* Compatibility letters stay: form C is not form KC. */
    assert_string_equal(text_nfc(arena, "\uFB01\u00B2"), "\uFB01\u00B2");
    assert_string_equal(text_nfc(arena, "o\xFFn"), "o\uFFFDn");
    assert_string_equal(text_repair(arena, "\xC3\xA1\xC3"), "á\uFFFD");
    arena_free(arena);
}

/* A letter keeps thirty marks: sorting a million of them would take hours. */
static void marks_without_end(void **state)
{
    (void)state;
    enum { PAIRS = 500000 };
    struct arena *arena = arena_new();
    struct text text = text_new();
    text_add(&text, "a");
    for (int i = 0; i < PAIRS; i++)
        text_add(&text, "\u0301\u0323"); /* above, below: to be swapped */
    text_add(&text, "z\u0301");
    alarm(30);
    const char *normal = text_nfc(arena, text.bytes);
    /* 15 of each: one below joins the a, the acutes stay behind the others. */
    assert_int_equal(text_length(normal), 1 + 14 + 15 + 1);
    assert_true(text_starts(normal, "\u1EA1\u0323"));
    assert_string_equal(normal + strlen(normal) - 2, "\u017A");
    /* Invisible characters between them vanish in folding, and part nothing. */
    text_clear(&text);
    for (int i = 0; i < PAIRS; i++)
        text_add(&text, "\u0301\u200B\u0323");
    assert_int_equal(text_length(text_fold(arena, text.bytes)), 30);
    alarm(0);
    text_free(&text);
    arena_free(arena);
}

static void folding(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(text_fold(arena, "  Hội viên\n/ TỔNG  SỐ\t"),
                        "hội viên / tổng số");
    assert_string_equal(text_fold(arena, "A\u00A0\u202F\u3000B\u2003C"),
                        "a b c");
    assert_string_equal(text_fold(arena, "\u00A0\u2028\xC2\x85 "), "");
    assert_string_equal(text_fold(arena, "\uFEFFMã\u200B số\u00AD"), "mã số");
    assert_string_equal(text_fold(arena, "ĐÔNG HU\u031BNG"), "đông hưng");
    assert_string_equal(text_fold(arena, "Stra\u00DFe"), "strasse");
    assert_string_equal(text_fold(arena, "Year\r\n2022"), "year 2022");
    assert_string_equal(text_fold(arena, "Z[`{A@"), "z[`{a@");
    assert_string_equal(text_fold(arena, ""), "");
    arena_free(arena);
}

static void plain_letters(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(text_plain(arena, "Thái Thụy"), "thai thuy");
    assert_string_equal(text_plain(arena, "ĐƯỜNG Đặng Đình"),
                        "duong dang dinh");
    assert_string_equal(
        text_plain(arena, "\u00D0a\u0323i \u0189o\u0300 \u00F0"), "dai do d");
    assert_string_equal(
        text_plain(arena, "ẮẰẲẴẶ ẤẦẨẪẬ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ ÝỲỶỸỴ ÍÌỈĨỊ"),
        "aaaaa aaaaa eeeee ooooo ooooo uuuuu yyyyy iiiii");
    assert_string_equal(text_plain(arena, " Plain  ASCII "), "plain ascii");
    assert_string_equal(text_plain(arena, "\u4E2D"), "\u4E2D");
    arena_free(arena);
}

static void trimming(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(text_trim(arena, "\u3000\t Kiến  Xương\u202F\r\n"),
                        "Kiến  Xương");
    assert_string_equal(text_trim(arena, " \u00A0"), "");
    assert_string_equal(text_trim(arena, ""), "");
    assert_string_equal(text_trim(arena, "x"), "x");
    arena_free(arena);
}

static void capitals(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(text_capital(arena, "đánh giá"), "Đánh giá");
    assert_string_equal(text_capital(arena, "ứng"), "Ứng");
    assert_string_equal(text_capital(arena, "2023"), "2023");
    assert_string_equal(text_capital(arena, ""), "");
    arena_free(arena);
}

/* U+FFFE and U+FFFF are no characters: no file of XML may hold them. */
static void no_characters(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(
        text_shown(arena, "a\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD", 0),
        "a  \xEF\xBF\xBD");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(capitals),
        cmocka_unit_test(no_characters),
        cmocka_unit_test(broken_utf8_is_found),
        cmocka_unit_test(code_points_go_out_and_in),
        cmocka_unit_test(lengths_and_columns),
        cmocka_unit_test(normal_form_c),
        cmocka_unit_test(marks_without_end),
        cmocka_unit_test(folding),
        cmocka_unit_test(plain_letters),
        cmocka_unit_test(trimming),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
