/*
 * text_nearest.c - tests of edit distance and of suggestions.
 *
 * The banded distance is checked against the plain table, filled whole, over
 * many words from a small alphabet, where swaps and repeats are common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <string.h>

#include "engine/base/text.h"

static void known_distances(void **state)
{
    (void)state;
    static const struct {
        const char *left, *right;
        unsigned distance;
    } pairs[] = {
        { "", "", 0 },
        { "", "abc", 3 },
        { "kitten", "sitting", 3 },
        { "saturday", "sunday", 3 },
        { "ca", "abc", 3 }, /* the restricted form; the full one says 2 */
        { "numerater", "numerator", 1 },
        { "nmae", "name", 1 },
        { "abcd", "badc", 2 },
        { "Kiến Xương", "Kiến Xơng", 1 }, /* one letter of two bytes */
        { "hoà", "hòa", 2 },
        { "đ", "d", 1 },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        unsigned d = pairs[i].distance;
        assert_int_equal(text_distance(pairs[i].left, pairs[i].right, 20), d);
        assert_int_equal(text_distance(pairs[i].right, pairs[i].left, d), d);
        if (d > 0)
            assert_int_equal(
                text_distance(pairs[i].left, pairs[i].right, d - 1), d);
    }
    assert_int_equal(text_distance("abc", "xyz", UINT32_MAX), 3);
    assert_int_equal(text_distance("", "", UINT32_MAX), 0);
}

/* The definition, cell by cell, on bytes. */
static unsigned whole_table(const char *a, const char *b)
{
    unsigned d[10][10];
    size_t n = strlen(a), m = strlen(b);
    for (size_t i = 0; i <= n; i++) {
        for (size_t j = 0; j <= m; j++) {
            if (i == 0 || j == 0) {
                d[i][j] = (unsigned)(i + j);
                continue;
            }
            unsigned best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (d[i - 1][j] + 1 < best)
                best = d[i - 1][j] + 1;
            if (d[i][j - 1] + 1 < best)
                best = d[i][j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
                a[i - 2] == b[j - 1] && d[i - 2][j - 2] + 1 < best)
                best = d[i - 2][j - 2] + 1;
            d[i][j] = best;
        }
    }
    return d[n][m];
}

static uint32_t drawn(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void the_band_agrees_with_the_whole_table(void **state)
{
    (void)state;
    uint32_t seed = 20240115;
    for (int turn = 0; turn < 20000; turn++) {
        char words[2][10] = { "", "" };
        for (int w = 0; w < 2; w++) {
            size_t length = drawn(&seed) % 9;
            for (size_t i = 0; i < length; i++)
                words[w][i] = (char)('a' + drawn(&seed) % 3);
        }
        unsigned limit = drawn(&seed) % 7;
        unsigned wanted = whole_table(words[0], words[1]);
        if (wanted > limit)
            wanted = limit + 1;
        assert_int_equal(text_distance(words[0], words[1], limit), wanted);
    }
}

static void suggestions(void **state)
{
    (void)state;
    static const char *const words[] = { "numerator", "denominator", "name",
                                         "name_en",   "Hưng Hà",     "by" };
    const size_t count = sizeof words / sizeof words[0];
    assert_string_equal(text_nearest("nmae", words, count), "name");
    assert_string_equal(text_nearest("Denominater", words, count),
                        "denominator");
    assert_string_equal(text_nearest("HƯNG  HÁ", words, count), "Hưng Hà");
    assert_string_equal(text_nearest("bu", words, count), "by");
    assert_string_equal(text_nearest("NAME", words, count), "name");
    assert_null(text_nearest("completely else", words, count));
    assert_null(text_nearest("xxxx", words, count));
    assert_null(text_nearest("name", words, 0));
    /* Bytes that are no UTF-8 come from a command line and are no crash. */
    assert_string_equal(text_nearest("nam\xFF", words, count), "name");
    static const char *const twins[] = { "cat", "bat" };
    assert_string_equal(text_nearest("rat", twins, 2), "cat");
    assert_string_equal(text_nearest("", twins, 1) == NULL ? "none" : "some",
                        "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_distances),
        cmocka_unit_test(the_band_agrees_with_the_whole_table),
        cmocka_unit_test(suggestions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
