/*
 * period.c - tests of periods: read, written, ordered, listed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include "engine/base/period.h"
#include "engine/base/text.h"

static void forms_are_read_and_written(void **state)
{
    (void)state;
    static const struct {
        const char *string, *file, *people;
        int year;
        enum period_kind kind;
        int part;
        date end;
    } forms[] = {
        { "2023", "2023", "2023", 2023, PERIOD_YEAR, 0, 20231231 },
        { "2023-H1", "2023-H1", "2023-H1", 2023, PERIOD_HALF, 1, 20230630 },
        { "2023-H2", "2023-H2", "2023-H2", 2023, PERIOD_HALF, 2, 20231231 },
        { "2023-Q2", "2023-Q2", "2023-Q2", 2023, PERIOD_QUARTER, 2, 20230630 },
        { "2023-Q3", "2023-Q3", "2023-Q3", 2023, PERIOD_QUARTER, 3, 20230930 },
        { "2023-M09", "2023-M09", "2023-M09", 2023, PERIOD_MONTHS, 9,
          20230930 },
        { "2024-02", "2024-02", "2024-02", 2024, PERIOD_MONTH, 2, 20240229 },
        { "2011-12", "2011-12", "2011-12", 2011, PERIOD_MONTH, 12, 20111231 },
        { "2023-2024", "2023-2024", "2023–2024", 2023, PERIOD_SCHOOL_START, 0,
          20231231 },
        { "2023 - 2024", "2023-2024", "2023–2024", 2023, PERIOD_SCHOOL_START, 0,
          20231231 },
        { "2023–2024", "2023-2024", "2023–2024", 2023, PERIOD_SCHOOL_START, 0,
          20231231 },
        { "2023 – 24", "2023-2024", "2023–2024", 2023, PERIOD_SCHOOL_START, 0,
          20231231 },
        { "2023-24", "2023-2024", "2023–2024", 2023, PERIOD_SCHOOL_START, 0,
          20231231 },
        { "2011–12", "2011-2012", "2011–2012", 2011, PERIOD_SCHOOL_START, 0,
          20111231 },
        { "2011 - 12", "2011-2012", "2011–2012", 2011, PERIOD_SCHOOL_START, 0,
          20111231 },
        { "1999-00", "1999-2000", "1999–2000", 1999, PERIOD_SCHOOL_START, 0,
          19991231 },
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        period p = NO_PERIOD, again = NO_PERIOD;
        struct text text = text_new();
        assert_true(period_parse(forms[i].string, PERIOD_SCHOOL_START, &p));
        assert_int_equal(period_year(p), forms[i].year);
        assert_int_equal(period_kind(p), forms[i].kind);
        assert_int_equal(period_part(p), forms[i].part);
        assert_int_equal(period_end(p), forms[i].end);
        period_add(&text, p);
        assert_string_equal(text.bytes, forms[i].file);
        assert_true(period_parse(text.bytes, PERIOD_SCHOOL_START, &again));
        assert_int_equal(again, p);
        text_clear(&text);
        period_add_local(&text, p);
        assert_string_equal(text.bytes, forms[i].people);
        text_free(&text);
    }
}

static void a_school_year_may_belong_to_its_end(void **state)
{
    (void)state;
    period p = NO_PERIOD;
    struct text text = text_new();
    assert_true(period_parse("2023–24", PERIOD_SCHOOL_END, &p));
    assert_int_equal(period_year(p), 2024);
    assert_int_equal(period_end(p), 20240531);
    assert_int_equal(period_calendar(p), period_of_year(2024));
    period_add_local(&text, p);
    assert_string_equal(text.bytes, "2023–2024");
    text_clear(&text);
    period_add(&text, period_shift(p, -4));
    assert_string_equal(text.bytes, "2019-2020");
    text_clear(&text);
    period_add(&text, NO_PERIOD);
    assert_string_equal(text.bytes, "");
    text_free(&text);
}

static void first_days(void **state)
{
    (void)state;
    static const struct {
        const char *string;
        enum period_kind school;
        date start;
    } forms[] = {
        { "2025", PERIOD_SCHOOL_START, 20250101 },
        { "2025-H1", PERIOD_SCHOOL_START, 20250101 },
        { "2025-H2", PERIOD_SCHOOL_START, 20250701 },
        { "2025-Q3", PERIOD_SCHOOL_START, 20250701 },
        { "2025-Q4", PERIOD_SCHOOL_START, 20251001 },
        { "2025-M09", PERIOD_SCHOOL_START, 20250101 },
        { "2025-06", PERIOD_SCHOOL_START, 20250601 },
        { "2024-2025", PERIOD_SCHOOL_START, 20240901 },
        { "2024-2025", PERIOD_SCHOOL_END, 20240901 },
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        period p = NO_PERIOD;
        assert_true(period_parse(forms[i].string, forms[i].school, &p));
        assert_int_equal(period_start(p), forms[i].start);
    }
    assert_int_equal(period_start(NO_PERIOD), DATE_OPEN);
}

static void what_is_no_period(void **state)
{
    (void)state;
    static const char *const strings[] = {
        "",          "23",         "202",          "20233",
        "2023-13",   "2023-00",    "2023-Q0",      "2023-Q5",
        "2023-H3",   "2023-M13",   "2023-M00",     "2023-M9",
        "2023-9",    "2023-2025",  "2023-2022",    "2023-2023",
        "2023-25",   "2023-",      "2023 -",       "2023/2024",
        "2023–06",   "2023 - Q2",  "2023-Q2x",     "2023-q2",
        "0999",      "2023-20245", " 2023",        "2023 ",
        "2023–",     "2023-W1",    "2023\xE2\x80", "abcd",
        "2023--2024"
    };
    period p = 99;
    for (size_t i = 0; i < sizeof strings / sizeof strings[0]; i++)
        assert_false(period_parse(strings[i], PERIOD_SCHOOL_START, &p));
    assert_int_equal(p, 99);
}

static void they_sort_by_year_kind_part(void **state)
{
    (void)state;
    period sorted[] = {
        NO_PERIOD,
        period_of_year(2022),
        period_make(2022, PERIOD_MONTH, 12),
        period_of_year(2023),
        period_make(2023, PERIOD_SCHOOL_START, 0),
        period_make(2023, PERIOD_HALF, 1),
        period_make(2023, PERIOD_HALF, 2),
        period_make(2023, PERIOD_QUARTER, 1),
        period_make(2024, PERIOD_SCHOOL_END, 0),
    };
    for (size_t i = 1; i < sizeof sorted / sizeof sorted[0]; i++)
        assert_true(sorted[i - 1] < sorted[i]);
}

static void shifting(void **state)
{
    (void)state;
    period quarter = period_make(2023, PERIOD_QUARTER, 2);
    assert_int_equal(period_shift(quarter, -3),
                     period_make(2020, PERIOD_QUARTER, 2));
    assert_int_equal(period_shift(quarter, -2023), NO_PERIOD);
    assert_int_equal(period_shift(quarter, INT32_MAX), NO_PERIOD);
    assert_int_equal(period_shift(NO_PERIOD, 5), NO_PERIOD);
    assert_int_equal(period_calendar(quarter), quarter);
    assert_int_equal(period_calendar(period_make(2023, PERIOD_SCHOOL_START, 0)),
                     period_of_year(2023));
    assert_int_equal(period_end(NO_PERIOD), DATE_OPEN);
    assert_int_equal(period_make(2023, PERIOD_NONE, 0), NO_PERIOD);
}

/* The list a string gives, written back with spaces between. */
static void assert_list(const char *string, const char *wanted)
{
    struct period_list list;
    struct text text = text_new();
    assert_true(period_list_parse(string, &list));
    for (size_t i = 0; i < list.count; i++) {
        if (i > 0)
            text_add_char(&text, ' ');
        period_add(&text, list.items[i]);
    }
    assert_string_equal(text.bytes, wanted);
    period_list_free(&list);
    text_free(&text);
}

static void lists(void **state)
{
    (void)state;
    assert_list("2023", "2023");
    assert_list("2021,2023", "2021 2023");
    assert_list("2018..2023", "2018 2019 2020 2021 2022 2023");
    assert_list(" 2018 .. 2019 , 2023-Q1 ", "2018 2019 2023-Q1");
    assert_list("2022-Q3..2023-Q2", "2022-Q3 2022-Q4 2023-Q1 2023-Q2");
    assert_list("2022-11..2023-01", "2022-11 2022-12 2023-01");
    assert_list("2022-H2..2023-H1", "2022-H2 2023-H1");
    assert_list("2021-2022..2023-2024", "2021-2022 2022-2023 2023-2024");
    assert_list("2023,2022..2024,2023", "2023 2022 2024");
    assert_list("2023..2023", "2023");
    assert_list("9998..9999", "9998 9999");
}

static void lists_that_are_none(void **state)
{
    (void)state;
    static const char *const strings[] = { "",
                                           ",",
                                           "2023,",
                                           "..2023",
                                           "2018..",
                                           "2023..2018",
                                           "2018..2019..2020",
                                           "2018..2023-Q1",
                                           "x",
                                           "2018,,2019",
                                           "1000-01..9999-12" };
    for (size_t i = 0; i < sizeof strings / sizeof strings[0]; i++) {
        struct period_list list;
        assert_false(period_list_parse(strings[i], &list));
        assert_null(list.items);
        assert_int_equal(list.count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_are_read_and_written),
        cmocka_unit_test(a_school_year_may_belong_to_its_end),
        cmocka_unit_test(first_days),
        cmocka_unit_test(what_is_no_period),
        cmocka_unit_test(they_sort_by_year_kind_part),
        cmocka_unit_test(shifting),
        cmocka_unit_test(lists),
        cmocka_unit_test(lists_that_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
