/*
 * date.c - tests of calendar days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include "engine/base/date.h"
#include "engine/base/text.h"

static void days_that_are(void **state)
{
    (void)state;
    date day = 0;
    assert_true(date_parse("2024-11-01", &day));
    assert_int_equal(day, 20241101);
    assert_true(date_parse("2024-02-29", &day));
    assert_true(date_parse("2000-02-29", &day));
    assert_true(date_parse("0001-01-01", &day));
    assert_int_equal(day, 10101);
    assert_true(date_parse("9999-12-31", &day));
}

static void days_that_are_not(void **state)
{
    (void)state;
    static const char *const strings[] = { "",
                                           "2024-02-30",
                                           "2023-02-29",
                                           "1900-02-29",
                                           "2024-04-31",
                                           "2024-13-01",
                                           "2024-00-10",
                                           "2024-01-00",
                                           "0000-01-01",
                                           "2024-1-1",
                                           "2024/01/01",
                                           "01-01-2024",
                                           "2024-01-011",
                                           "2024-01-0",
                                           "2024-01-1x",
                                           " 2024-01-01",
                                           "2024-01-01 ",
                                           "20240101" };
    date day = 42;
    for (size_t i = 0; i < sizeof strings / sizeof strings[0]; i++)
        assert_false(date_parse(strings[i], &day));
    assert_int_equal(day, 42);
}

static void written(void **state)
{
    (void)state;
    struct text text = text_new();
    date_add(&text, 20240115);
    text_add_char(&text, ' ');
    date_add(&text, 5030207);
    text_add_char(&text, ' ');
    date_add_local(&text, 20240105, "vi");
    text_add_char(&text, ' ');
    date_add_local(&text, 20240105, "en");
    text_add_char(&text, ' ');
    date_add_local(&text, 20231231, "en");
    date_add(&text, DATE_OPEN);
    date_add_local(&text, DATE_OPEN, "vi");
    assert_string_equal(text.bytes, "2024-01-15 0503-02-07 05/01/2024 "
                                    "5 January 2024 31 December 2023");
    text_free(&text);
}

static void lives_are_half_open(void **state)
{
    (void)state;
    assert_true(date_within(20241101, 20241101, 20250701));
    assert_true(date_within(20250630, 20241101, 20250701));
    assert_false(date_within(20250701, 20241101, 20250701));
    assert_false(date_within(20241031, 20241101, 20250701));
    assert_true(date_within(19000101, DATE_OPEN, 20250701));
    assert_false(date_within(20250701, DATE_OPEN, 20250701));
    assert_true(date_within(99991231, 20241101, DATE_OPEN));
    assert_true(date_within(DATE_OPEN, 20241101, 20250701));
    assert_int_equal(date_last_of(2024, 2), 20240229);
    assert_int_equal(date_last_of(2023, 2), 20230228);
    assert_int_equal(date_last_of(2023, 9), 20230930);
}

static void days_before(void **state)
{
    (void)state;
    assert_int_equal(date_before(20250702), 20250701);
    assert_int_equal(date_before(20250701), 20250630);
    assert_int_equal(date_before(20240301), 20240229);
    assert_int_equal(date_before(20230301), 20230228);
    assert_int_equal(date_before(20250101), 20241231);
    assert_int_equal(date_before(DATE_OPEN), DATE_OPEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_that_are), cmocka_unit_test(days_that_are_not),
        cmocka_unit_test(written),       cmocka_unit_test(lives_are_half_open),
        cmocka_unit_test(days_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
