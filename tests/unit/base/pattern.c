/*
 * pattern.c - tests of patterns and of their limits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/pattern.h"

static struct pattern *compiled(const char *source, struct arena *arena)
{
    struct pattern *pattern = NULL;
    struct fault fault;
    assert_true(pattern_compile(&pattern, source, NO_PLACE, arena, &fault));
    return pattern;
}

static void named_groups_in_the_order_written(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    /* Sorted by name they would stand the other way round. */
    struct pattern *pattern = compiled(
        "(?<year>\\d{4}) (x)?(?<level>[\\w ]+?)( (?<kind>cũ))?$", arena);
    assert_int_equal(pattern_group_count(pattern), 3);
    assert_string_equal(pattern_group_name(pattern, 0), "year");
    assert_string_equal(pattern_group_name(pattern, 1), "level");
    assert_string_equal(pattern_group_name(pattern, 2), "kind");
    const char *groups[5] = { "?", "?", "?", "?", "?" };
    assert_true(
        pattern_match(pattern, "Năm 2016 Tiểu học", false, groups, 5, arena));
    assert_string_equal(groups[0], "2016");
    assert_string_equal(groups[1], "Tiểu học");
    assert_null(groups[2]);
    assert_null(groups[3]);
    assert_null(groups[4]);
    assert_true(
        pattern_match(pattern, "2016 Trung học cũ", false, groups, 3, arena));
    assert_string_equal(groups[1], "Trung học");
    assert_string_equal(groups[2], "cũ");
    assert_false(pattern_match(pattern, "Trung học", false, groups, 3, arena));
    assert_null(groups[0]);
    arena_free(arena);
}

static void without_names(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const char *group = NULL;
    struct pattern *one = compiled("n(\\d{4})-(\\d)", arena);
    assert_int_equal(pattern_group_count(one), 0);
    assert_true(pattern_match(one, "hoi-n2023-7.csv", false, &group, 1, arena));
    assert_string_equal(group, "2023");
    struct pattern *none = compiled("\\d{4}", arena);
    assert_true(pattern_match(none, "hoi-2019.csv", false, &group, 1, arena));
    assert_string_equal(group, "2019");
    assert_true(pattern_match(none, "hoi-2019.csv", false, NULL, 0, arena));
    struct pattern *empty = compiled("a(x?)b", arena);
    assert_true(pattern_match(empty, "ab", false, &group, 1, arena));
    assert_string_equal(group, "");
    arena_free(arena);
}

static void whole_means_all_of_it(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct pattern *pattern = compiled("a|ab", arena);
    assert_true(pattern_match(pattern, "xab", false, NULL, 0, arena));
    assert_true(pattern_match(pattern, "ab", true, NULL, 0, arena));
    assert_false(pattern_match(pattern, "xab", true, NULL, 0, arena));
    assert_false(pattern_match(pattern, "abx", true, NULL, 0, arena));
    assert_false(pattern_match(pattern, "ab\n", true, NULL, 0, arena));
    arena_free(arena);
}

static void letters_are_unicode(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_true(pattern_match(compiled("^\\w{4}$", arena), "Đông", true, NULL,
                              0, arena));
    assert_true(pattern_match(compiled("(?i)ĐÔNG", arena), "đông", true, NULL,
                              0, arena));
    assert_true(
        pattern_match(compiled("^.$", arena), "ế", true, NULL, 0, arena));
    assert_true(pattern_match(compiled("a\\sb", arena), "a\u00A0b", true, NULL,
                              0, arena));
    arena_free(arena);
}

static void broken_ones_are_faults_with_their_place(void **state)
{
    (void)state;
    static const char *const sources[] = {
        "(", "[a", "(?<year>x)(?<year>y)", "a\\Cb", "*", "\xFF", "(?<1>x)"
    };
    struct arena *arena = arena_new();
    struct place place = { "layouts/x.yaml", 12, 9 };
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
        struct pattern *pattern = NULL;
        struct fault fault;
        assert_false(
            pattern_compile(&pattern, sources[i], place, arena, &fault));
        assert_fault(&fault, "pattern.bad");
        assert_int_equal(fault.code, FAULT_USAGE);
        assert_string_equal(fault.where, "layouts/x.yaml");
        assert_int_equal(fault.line, 12);
        assert_true(strlen(fault_argument(&fault, "problem")) > 5);
        assert_null(pattern);
    }
    arena_free(arena);
}

/* Without a limit this takes 2 to the 40th steps. */
static void a_bad_pattern_cannot_hang(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const char *group = "?";
    struct pattern *pattern = compiled("^(([a-z])+.)+[A-Z]([a-z])+$", arena);
    assert_false(pattern_match(pattern,
                               "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                               "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                               false, &group, 1, arena));
    assert_null(group);
    assert_false(pattern_match(pattern, "\xC3(", false, NULL, 0, arena));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(named_groups_in_the_order_written),
        cmocka_unit_test(without_names),
        cmocka_unit_test(whole_means_all_of_it),
        cmocka_unit_test(letters_are_unicode),
        cmocka_unit_test(broken_ones_are_faults_with_their_place),
        cmocka_unit_test(a_bad_pattern_cannot_hang),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
