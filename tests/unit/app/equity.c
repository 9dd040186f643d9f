/*
 * equity.c - equity --table on rows that cannot be used.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "tests/house.h"
#include "tests/program.h"

static struct program_run table_run(const char *rows, const char *options)
{
    char words[1024];
    snprintf(words, sizeof words,
             "equity --table %s --lang en --measure gini %s",
             test_write("table.csv", rows), options);
    return program_run(words);
}

/* A and B hold 100 people each, with .3 and .5: the mean is .4 and Gini's
 * coefficient 2 x (1/4 x .2) / (2 x .4) = .125, whatever else stands there. */
static void odd_rows(void **state)
{
    static const char odd[] = "subgroup,numerator,denominator\n"
                              "A,30,100\nNone,0,0\nB,50,100\nEmpty,,30\n";
    static const char above[] = "subgroup,numerator,denominator\n"
                                "A,30,100\nB,50,100\nAbove,30,20\n";
    struct program_run two = table_run(odd, "");
    struct program_run three = table_run(above, "");
    struct program_run rate = table_run(above, "--kind rate");

    (void)state;
    assert_int_equal(two.status, 0);
    assert_non_null(strstr(two.out, "\ngini,0.125,"));
    assert_non_null(strstr(two.err, "line 3, “None”: the denominator is 0"));
    assert_non_null(strstr(two.err, "line 5, “Empty”"));
    assert_int_equal(three.status, 1);
    assert_non_null(strstr(three.out, "\ngini,0.125,"));
    assert_non_null(strstr(three.err, "line 4, “Above”"));
    assert_int_equal(rate.status, 0);
    assert_string_equal(rate.err, "");
    program_free(&two);
    program_free(&three);
    program_free(&rate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(odd_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
