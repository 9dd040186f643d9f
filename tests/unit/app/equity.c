/*
 * equity.c - equity --table on rows that cannot be used, and equity --show.
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

static struct program_run show_run(const char *words)
{
    char command[512];
    snprintf(command, sizeof command,
             "equity data/sample/thai-binh --lang en -f csv %s", words);
    return program_run(command);
}

static void assert_has(const struct program_run *run, const char *text)
{
    if (strstr(run->out, text) == NULL)
        fail_msg("no %s in\n%s", text, run->out);
}

/* Members and people of the eight districts in 2018 and 2023, weighted by
 * people; worked out by python3 from what `compute` prints. */
static void show_change(void **state)
{
    struct program_run run =
        show_run("--show change -i member_rate -p 2018,2023");

    (void)state;
    assert_has(&run, "\nmember_rate,district,2018,2023,between_group_sd,"
                     "6.22834756258,4.93980997632,-1.28853758626,,,"
                     "-1.30545850012,0.01692091386");
    assert_has(&run, ",closer,8,0,");
    assert_has(&run, "From 2018 to 2023 the districts drew together");
    assert_has(&run, "no error of the first year is declared");
    program_free(&run);
}

/* The row of the whole is the sum of the districts'. */
static void show_levelling(void **state)
{
    struct program_run run =
        show_run("--show levelling -i learning_family_rate");

    (void)state;
    assert_has(&run, "\nlearning_family_rate,34,Thai Binh,district,2023,target,"
                     "2025,70,");
    /* Hưng Hà: .7 x 81,079 = 56,755.3, less 48,592 */
    assert_has(&run, ",48592,81079,8164,");
    assert_has(&run, "For all districts to reach the 2025 target (70.0%), "
                     "25,911 more households are needed in 7 of 8 districts");
    program_free(&run);
}

static void show_narrows(void **state)
{
    struct program_run one =
        show_run("--show shares -i learning_family_rate --measure shortfall");
    struct program_run wrong = show_run("--measure shortfall");
    struct program_run table = program_run(
        "equity --table tests/golden/table-counts.csv --show parity");

    (void)state;
    assert_has(&one, ",shortfall,");
    assert_null(strstr(one.out, ",theil,"));
    assert_int_equal(wrong.status, 2); /* no measure of equity.csv */
    assert_int_equal(table.status, 2);
    program_free(&one);
    program_free(&wrong);
    program_free(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(odd_rows),
        cmocka_unit_test(show_change),
        cmocka_unit_test(show_levelling),
        cmocka_unit_test(show_narrows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
