/*
 * resolve_nest.c - codes that lie in codes of another dimension: the grades of
 * a level.
 *
 * Offices print grade 1 under the primary level, formulas ask for grade 1.
 * Grades 1 and 2 lie in "primary" here, grade 3 in "lower"; "upper" has none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/compute/lab.h"

static struct lab *lab;
static struct code_attribute in_primary = { "level", "primary" };
static struct code_attribute in_lower = { "level", "lower" };

static int open_lab(void **state)
{
    (void)state;
    lab = lab_open();
    for (size_t i = 0; i < 3; i++) {
        lab_grades[i].attributes = i < 2 ? &in_primary : &in_lower;
        lab_grades[i].attribute_count = 1;
    }
    return 0;
}

static int close_lab(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

static void say_grades(const char *area, double first, double second,
                       double third)
{
    lab_say(lab, area, "2023", "enrolled", "level=primary,grade=1", first);
    lab_say(lab, area, "2023", "enrolled", "level=primary,grade=2", second);
    lab_say(lab, area, "2023", "enrolled", "level=lower,grade=3", third);
}

/* The figure for grade 1 of the primary level is the figure for grade 1. */
static void grade_is_of_its_level(void **state)
{
    (void)state;
    lab_indicator(lab, "first", KIND_COUNT, "enrolled[grade=1]", NULL);
    lab_indicator(lab, "upward", KIND_COUNT, "enrolled[grade=1..3]", NULL);
    lab_indicator(lab, "boys", KIND_COUNT, "enrolled[grade=1, sex=M]", NULL);
    say_grades("338", 311, 287, 265);
    say_grades("339", 173, 0, 151);
    lab_say(lab, "339", "2023", "enrolled", "level=primary,grade=1,sex=M", 89);
    lab_run(lab);
    assert_near(lab_value(lab, "first", "338", "2023"), 311, 0);
    assert_near(lab_value(lab, "upward", "338", "2023"), 863, 0);
    assert_near(lab_value(lab, "upward", "339", "2023"), 324, 0);
    assert_near(lab_value(lab, "boys", "339", "2023"), 89, 0);
    assert_false(has_value(lab_value(lab, "boys", "338", "2023")));
}

/* The grades of a level are the level, when they are all there. */
static void grades_make_the_level(void **state)
{
    (void)state;
    lab_indicator(lab, "primary", KIND_COUNT, "enrolled[level=primary]", NULL);
    lab_indicator(lab, "lower", KIND_COUNT, "enrolled[level=lower]", NULL);
    say_grades("338", 311, 287, 265);
    lab_say(lab, "339", "2023", "enrolled", "level=primary,grade=1", 173);
    lab_run(lab);
    assert_near(lab_value(lab, "primary", "338", "2023"), 598, 0);
    assert_near(lab_value(lab, "lower", "338", "2023"), 265, 0);
    assert_false(has_value(lab_value(lab, "primary", "339", "2023")));
}

/* A figure printed without the level serves as before, and what a formula
 * picks on both sides is taken at its word. */
static void only_where_nothing_is_said(void **state)
{
    (void)state;
    lab_indicator(lab, "first", KIND_COUNT, "enrolled[grade=1]", NULL);
    lab_indicator(lab, "odd", KIND_COUNT, "enrolled[level=upper, grade=3]",
                  NULL);
    lab_say(lab, "338", "2023", "enrolled", "grade=1", 311);
    lab_say(lab, "338", "2023", "enrolled", "level=upper,grade=3", 41);
    lab_say(lab, "338", "2023", "enrolled", "level=upper,grade=1", 7);
    lab_say(lab, "339", "2023", "enrolled", "level=upper,grade=1", 13);
    lab_run(lab);
    assert_near(lab_value(lab, "first", "338", "2023"), 311, 0);
    assert_near(lab_value(lab, "odd", "338", "2023"), 41, 0);
    assert_false(has_value(lab_value(lab, "first", "339", "2023")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(grade_is_of_its_level, open_lab,
                                        close_lab),
        cmocka_unit_test_setup_teardown(grades_make_the_level, open_lab,
                                        close_lab),
        cmocka_unit_test_setup_teardown(only_where_nothing_is_said, open_lab,
                                        close_lab),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
