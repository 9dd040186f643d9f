/*
 * target.c - what is missing to a target; which periods a break parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include "engine/base/number.h"
#include "engine/model/area.h"
#include "engine/model/codebook.h"
#include "engine/model/target.h"

static period read(const char *text)
{
    period p;
    assert_true(period_parse(text, PERIOD_SCHOOL_START, &p));
    return p;
}

static bool parts(const char *at, const char *from, const char *to)
{
    struct series_break item = {
        NO_INDEX, NO_AREA, read(at), BREAK_FRAME, "", 2
    };
    struct breaks breaks = { &item, 1 };
    return breaks_between(&breaks, 3, 8, read(from), read(to));
}

static void a_break_parts_before_from_after(void **state)
{
    (void)state;
    assert_true(parts("2022", "2021", "2022"));
    assert_true(parts("2022", "2015", "2023"));
    assert_false(parts("2022", "2022", "2023"));
    assert_false(parts("2022", "2020", "2021"));
    assert_false(parts("2022", "2022", "2022"));
    assert_true(parts("2022", "2022", "2021")); /* either way round */
}

static void parts_of_a_year_count_by_their_days(void **state)
{
    (void)state;
    assert_true(parts("2023", "2022", "2023-H1"));
    assert_true(parts("2023-06", "2022", "2023"));
    assert_false(parts("2023-06", "2023", "2024"));
    assert_true(parts("2023-Q3", "2023-H1", "2023-H2"));
    assert_true(parts("2023-H2", "2023-Q2", "2023-Q3"));
    assert_false(parts("2023-H2", "2023-Q3", "2023-Q4"));
    assert_false(parts("2023-07", "2023-05", "2023-06"));
    assert_true(parts("2023-07", "2023-06", "2023-07"));
}

static void school_years_stand_for_their_calendar_year(void **state)
{
    (void)state;
    assert_true(parts("2022", "2021-2022", "2022-2023"));
    assert_false(parts("2022", "2022-2023", "2023-2024"));
    assert_true(parts("2022-2023", "2021", "2022"));
}

static void a_break_may_be_of_one_indicator_or_area(void **state)
{
    (void)state;
    struct series_break items[] = {
        { 5, NO_AREA, read("2022"), BREAK_DEFINITION, "", 2 },
        { NO_INDEX, 8, read("2018"), BREAK_BOUNDARY, "", 3 },
        { 6, 9, read("2010"), BREAK_SOURCE, "", 4 },
    };
    struct breaks breaks = { items, 3 };
    period y2009 = read("2009"), y2017 = read("2017"), y2019 = read("2019");
    period y2021 = read("2021"), y2022 = read("2022");
    assert_true(breaks_between(&breaks, 5, 1, y2021, y2022));
    assert_false(breaks_between(&breaks, 4, 1, y2021, y2022));
    assert_true(breaks_between(&breaks, 4, 8, y2017, y2019));
    assert_false(breaks_between(&breaks, 4, 9, y2017, y2019));
    assert_true(breaks_between(&breaks, 6, 9, y2009, y2017));
    assert_false(breaks_between(&breaks, 6, 7, y2009, y2017));
    assert_false(breaks_between(&breaks, 5, 9, y2009, y2017));
    struct breaks none = { NULL, 0 };
    assert_false(breaks_between(&none, 5, 8, y2009, y2022));
}

/* 95 % of 60 are 57; 2.5 per thousand of 5000 are 12, since 12.5 is no child.
 */
static void what_is_missing_is_whole(void **state)
{
    struct target t = { .comparison = TARGET_AT_LEAST };
    (void)state;
    assert_near(target_count_gap(&t, 0.95, 54, 60), 3, 0);
    assert_near(target_count_gap(&t, 0.95, 57, 60), 0, 0);
    assert_near(target_count_gap(&t, 0.95, 59, 60), 0, 0);
    assert_near(target_count_gap(&t, 0.70, 6999, 10001), 2, 0);
    assert_near(target_count_gap(&t, 0.07, 7, 100), 0, 0);
    assert_false(has_value(target_count_gap(&t, 0.95, 54, NO_VALUE)));
    assert_false(has_value(target_count_gap(&t, NO_VALUE, 54, 60)));
    t.comparison = TARGET_AT_MOST;
    assert_near(target_count_gap(&t, 0.0025, 15, 5000), 3, 0);
    t.comparison = TARGET_EQUAL;
    assert_near(target_count_gap(&t, 0.5, 40, 100), 10, 0);
    assert_near(target_count_gap(&t, 0.5, 60, 100), 10, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_break_parts_before_from_after),
        cmocka_unit_test(parts_of_a_year_count_by_their_days),
        cmocka_unit_test(school_years_stand_for_their_calendar_year),
        cmocka_unit_test(what_is_missing_is_whole),
        cmocka_unit_test(a_break_may_be_of_one_indicator_or_area),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
