/*
 * number.c - tests of reading and writing numbers.
 *
 * Written forms were checked against the shortest form of another language
 * (repr in Python) and its decimal module.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <float.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/number.h"
#include "engine/base/text.h"

static void what_is_a_number(void **state)
{
    (void)state;
    static const struct {
        const char *string;
        double value;
    } numbers[] = {
        { "0", 0 },
        { "-0", 0 },
        { "034", 34 },
        { "+7", 7 },
        { ".5", .5 },
        { "5.", 5 },
        { "-12.75", -12.75 },
        { "1234567.891", 1234567.891 },
        { "1e3", 1000 },
        { "2.5E-7", 2.5e-7 },
        { "0.1", 0.1 },
        { "123456789012345678901234567890", 1.2345678901234568e29 },
        { "0.30000000000000004", 0.30000000000000004 },
        { "9007199254740993", 9007199254740992.0 }, /* a tie, to even */
        { "4.9406564584124654e-324", 4.9406564584124654e-324 },
        { "1.7976931348623157e308", DBL_MAX },
        { "1e-400", 0 },
        { "0e999999999", 0 },
        { "0.0000000000000000000000000001", 1e-28 },
        { "999999999999999e22", 999999999999999e22 },
    };
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        double value = -1;
        assert_true(number_parse(numbers[i].string, &value));
        assert_true(value == numbers[i].value);
    }
}

static void what_is_none(void **state)
{
    (void)state;
    static const char *const strings[] = {
        "",      " ",      "-",   ".",     "-.",   "e5",  "1e",    "1e+",
        "1 ",    " 1",     "1,5", "1.2.3", "0x10", "nan", "inf",   "-inf",
        "1e999", "-1e999", "1_0", "١",     "--1",  "1-",  "1e5.5", "1\n"
    };
    for (size_t i = 0; i < sizeof strings / sizeof strings[0]; i++) {
        double value = 77;
        assert_false(number_parse(strings[i], &value));
        assert_true(value == 77);
    }
}

static void whole_numbers(void **state)
{
    (void)state;
    long value = 5;
    assert_true(number_parse_whole("-2023", &value));
    assert_int_equal(value, -2023);
    assert_true(number_parse_whole("+007", &value));
    assert_int_equal(value, 7);
    assert_true(number_parse_whole("9223372036854775807", &value));
    assert_true(value == LONG_MAX);
    static const char *const strings[] = {
        "", "-", "1.0", "1e3", " 1", "1 ", "0x1", "+-1", "9223372036854775808"
    };
    for (size_t i = 0; i < sizeof strings / sizeof strings[0]; i++)
        assert_false(number_parse_whole(strings[i], &value));
    assert_true(value == LONG_MAX);
}

/* What number_add and number_add_exact make of a value. */
static void assert_written(double value, const char *twelve, const char *exact)
{
    struct text text = text_new();
    number_add(&text, value);
    assert_string_equal(text.bytes, twelve);
    text_clear(&text);
    number_add_exact(&text, value);
    assert_string_equal(text.bytes, exact);
    text_free(&text);
}

static void written_for_files(void **state)
{
    (void)state;
    assert_written(0, "0", "0");
    assert_written(-0.0, "0", "0");
    assert_written(1, "1", "1");
    assert_written(1000000, "1000000", "1000000");
    assert_written(624219, "624219", "624219");
    assert_written(1e15, "1000000000000000", "1000000000000000");
    assert_written(1e16, "1e16", "1e16");
    assert_written(-1e21, "-1e21", "-1e21");
    assert_written(1.5e300, "1.5e300", "1.5e300");
    assert_written(0.1, "0.1", "0.1");
    assert_written(0.000001, "0.000001", "0.000001");
    assert_written(0.0000025, "0.0000025", "0.0000025");
    assert_written(2.5e-7, "2.5e-7", "2.5e-7");
    assert_written(1.0 / 3, "0.333333333333", "0.3333333333333333");
    assert_written(-2.0 / 3, "-0.666666666667", "-0.6666666666666666");
    assert_written(0.1 + 0.2, "0.3", "0.30000000000000004");
    assert_written(100 * 0.285, "28.5", "28.499999999999996");
    assert_written(599 / 7.0, "85.5714285714", "85.57142857142857");
    assert_written(999999999999.5, "1000000000000", "999999999999.5");
    assert_written(999999.9999999, "1000000", "999999.9999999");
    assert_written(123456789012345.0, "123456789012000", "123456789012345");
    assert_written(5e-324, "4.94065645841e-324", "4.94065645841247e-324");
    assert_written(DBL_MAX, "1.79769313486e308", "1.7976931348623157e308");
    assert_written(NO_VALUE, "", "");
    assert_written((double)INFINITY, "", "");
}

/* Halves and their neighbours in the twelfth digit, by Python's decimal:
 * Decimal(x) is the double itself, quantized with ROUND_HALF_EVEN. */
static void written_next_to_halves(void **state)
{
    (void)state;
    assert_written(100000000000.5, "100000000000", "100000000000.5");
    assert_written(100000000001.5, "100000000002", "100000000001.5");
    assert_written(2.000000000005, "2.00000000001", "2.000000000005");
    assert_written(1234.567890125, "1234.56789013", "1234.567890125");
    assert_written(1234.5678901249998, "1234.56789012", "1234.5678901249998");
    assert_written(99999999999.95, "99999999999.9", "99999999999.95");
    assert_written(1.2345678901249999e-05, "0.0000123456789012",
                   "0.000012345678901249999");
    assert_written(1.234567890125e-05, "0.0000123456789013",
                   "0.00001234567890125");
}

static uint64_t drawn(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    return *seed ^= *seed << 17;
}

/* Any bits: what is written exactly reads back as the same bits. */
/* Numbers of all sizes, and whole ones: the library rounds to the same. */
static void twelve_digits_agree_with_the_library(void **state)
{
    (void)state;
    uint64_t seed = 20261128;
    struct text text = text_new();
    for (int i = 0; i < 400000; i++) {
        char printed[40];
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
        double unit = (double)(seed >> 11) / 9007199254740992.0;
        double value = (unit - 0.5) * pow(10, (int)(seed % 31) - 10);
        if (i % 3 == 0)
            value = round(value);
        snprintf(printed, sizeof printed, "%.11e", value);
        text_clear(&text);
        number_add(&text, value);
        assert_true(strtod(text.bytes, NULL) == strtod(printed, NULL));
        assert_false(strcmp(text.bytes, "-0") == 0);
    }
    text_free(&text);
}

static void exact_means_exact(void **state)
{
    (void)state;
    uint64_t seed = 0x9E3779B97F4A7C15;
    struct text text = text_new();
    for (int turn = 0; turn < 100000; turn++) {
        uint64_t bits = drawn(&seed);
        double value, read = 0;
        memcpy(&value, &bits, sizeof value);
        if (turn % 2 == 0) /* half of them like our data */
            value = (double)(bits >> 30) / 1000;
        if (!has_value(value))
            continue;
        text_clear(&text);
        number_add_exact(&text, value);
        assert_true(number_parse(text.bytes, &read));
        assert_true(read == value);
        assert_true(strtod(text.bytes, NULL) == value);
    }
    text_free(&text);
}

/* The quick way of reading gives what the C library gives. */
static void reading_agrees_with_the_library(void **state)
{
    (void)state;
    uint64_t seed = 88172645463325252;
    for (int turn = 0; turn < 100000; turn++) {
        struct text text = text_new();
        uint64_t mantissa = drawn(&seed) >> (drawn(&seed) % 60);
        text_addf(&text, "%llu.%llue%d", (unsigned long long)mantissa,
                  (unsigned long long)(drawn(&seed) >> (drawn(&seed) % 64)),
                  (int)(drawn(&seed) % 60) - 30);
        double value = 0;
        assert_true(number_parse(text.bytes, &value));
        assert_true(value == strtod(text.bytes, NULL));
        text_free(&text);
    }
}

static void assert_local(double value, unsigned decimals, const char *vi,
                         const char *en)
{
    struct text text = text_new();
    number_add_local(&text, value, decimals, "vi");
    assert_string_equal(text.bytes, vi);
    text_clear(&text);
    number_add_local(&text, value, decimals, "en");
    assert_string_equal(text.bytes, en);
    text_free(&text);
}

static void written_for_people(void **state)
{
    (void)state;
    assert_local(3.25, 1, "3,3", "3.3");
    assert_local(-3.25, 1, "\u22123,3", "\u22123.3");
    assert_local(1234567.891, 1, "1.234.567,9", "1,234,567.9");
    assert_local(1234567, 0, "1.234.567", "1,234,567");
    assert_local(123, 0, "123", "123");
    assert_local(1000, 0, "1.000", "1,000");
    assert_local(999.95, 1, "1.000,0", "1,000.0");
    assert_local(999.94, 1, "999,9", "999.9");
    assert_local(0, 2, "0,00", "0.00");
    assert_local(-0.04, 1, "0,0", "0.0"); /* no minus before nothing */
    assert_local(0.05, 1, "0,1", "0.1");
    assert_local(0.04999, 1, "0,0", "0.0");
    assert_local(0.5, 0, "1", "1");
    assert_local(0.49, 0, "0", "0");
    assert_local(9.5, 0, "10", "10");
    assert_local(0.004, 1, "0,0", "0.0");
    assert_local(0.0096, 2, "0,01", "0.01");
    assert_local(2.675, 2, "2,68", "2.68"); /* its decimal text ends in 5 */
    assert_local(1.005, 2, "1,01", "1.01");
    assert_local(33.7, 3, "33,700", "33.700");
    /* As in the file: 28.499999999999996 is written 28.5 there. */
    assert_local(100 * 0.285, 0, "29", "29");
    assert_local(1e-9, 3, "0,000", "0.000");
    assert_local(1e-12, 12, "0,000000000001", "0.000000000001");
    assert_local(123456789012345.5, 1, "123.456.789.012.345,5",
                 "123,456,789,012,345.5");
    assert_local(9999999999999.96, 1, "10.000.000.000.000,0",
                 "10,000,000,000,000.0");
    assert_local(1e20, 0, "100.000.000.000.000.000.000",
                 "100,000,000,000,000,000,000");
    assert_local(NO_VALUE, 2, "", "");
    assert_local(-(double)INFINITY, 2, "", "");
    struct text text = text_new();
    number_add_local(&text, 1, 100000, "vi"); /* a bound, not a megabyte */
    assert_in_range(text.length, 60, 64);
    text_free(&text);
}

static void rounded_as_written(void **state)
{
    (void)state;
    assert_true(number_rounded(40.123456789012345) == 40.123456789);
    assert_true(number_rounded(-1.0 / 3) == -0.333333333333);
    assert_true(number_rounded(1e-9) == 1e-9);
    assert_false(has_value(number_rounded(NO_VALUE)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rounded_as_written),
        cmocka_unit_test(what_is_a_number),
        cmocka_unit_test(what_is_none),
        cmocka_unit_test(whole_numbers),
        cmocka_unit_test(written_for_files),
        cmocka_unit_test(written_next_to_halves),
        cmocka_unit_test(twelve_digits_agree_with_the_library),
        cmocka_unit_test(exact_means_exact),
        cmocka_unit_test(reading_agrees_with_the_library),
        cmocka_unit_test(written_for_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
