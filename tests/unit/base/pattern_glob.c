/*
 * pattern_glob.c - tests of globs, against a definition by recursion.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <string.h>

#include "engine/base/pattern.h"

static void known_ones(void **state)
{
    (void)state;
    assert_true(glob_match("Tổng cộng*", "Tổng cộng toàn tỉnh"));
    assert_true(glob_match("*HỘI VIÊN*", "BIỂU HỘI VIÊN 2023"));
    assert_true(glob_match("H?i", "Hội")); /* one character, three bytes */
    assert_false(glob_match("H?i", "Hi"));
    assert_true(glob_match("*.csv|*.txt", "a.txt"));
    assert_true(glob_match("a|", ""));
    assert_false(glob_match("a|b", "a|b"));
    assert_false(glob_match("a", "ab"));
    assert_false(glob_match("ab", "a"));
    assert_true(glob_match("", ""));
    assert_false(glob_match("", "x"));
    assert_true(glob_match("**a**", "ba"));
    assert_true(glob_match("*", ""));
    assert_false(glob_match("?", ""));
    assert_true(glob_match("*a*b?c", "xxaxbxbyc"));
    assert_true(glob_match("[x]", "[x]")); /* no classes */
}

/* A run of stars must not take exponential time. */
static void stars_stay_cheap(void **state)
{
    (void)state;
    char subject[20001];
    memset(subject, 'a', 20000);
    subject[20000] = '\0';
    assert_false(glob_match("*a*a*a*a*a*a*a*a*a*a*a*a*b", subject));
}

static bool defined(const char *glob, const char *subject)
{
    if (*glob == '\0')
        return *subject == '\0';
    if (*glob == '*')
        return defined(glob + 1, subject) ||
               (*subject != '\0' && defined(glob, subject + 1));
    return *subject != '\0' && (*glob == '?' || *glob == *subject) &&
           defined(glob + 1, subject + 1);
}

static void agrees_with_the_definition(void **state)
{
    (void)state;
    uint32_t seed = 34, matched = 0;
    for (int turn = 0; turn < 50000; turn++) {
        char words[2][8] = { "", "" };
        for (size_t w = 0; w < 2; w++) {
            size_t length = (seed >> 16) % 7;
            for (size_t i = 0; i < length; i++) {
                seed = seed * 1664525u + 1013904223u;
                words[w][i] = "abab*?"[(seed >> 16) % (w == 0 ? 6 : 2)];
            }
            seed = seed * 1664525u + 1013904223u;
        }
        bool wanted = defined(words[0], words[1]);
        assert_int_equal(glob_match(words[0], words[1]), wanted);
        matched += wanted;
    }
    assert_in_range(matched, 2000, 48000); /* both answers occur */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_ones),
        cmocka_unit_test(stars_stay_cheap),
        cmocka_unit_test(agrees_with_the_definition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
