/*
 * equity_draws.c - equity: the options of the draws, levels of confidence, and
 * what --by sets side by side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "tests/house.h"
#include "tests/program.h"

static const char areas[] = "subgroup,numerator,denominator\n"
                            "A,45,60\nB,30,61\nC,52,63\nD,40,58\nE,48,66\n";

static struct program_run table_run(const char *options)
{
    char words[1024];
    snprintf(words, sizeof words,
             "equity --table %s --lang en --measure theil,difference %s",
             test_write("areas.csv", areas), options);
    return program_run(words);
}

static void check_same(const char *left, const char *right, bool same)
{
    struct program_run a = table_run(left), b = table_run(right);

    assert_int_equal(a.status, 0);
    assert_int_equal(b.status, 0);
    assert_int_equal(strcmp(a.out, b.out) == 0, same);
    program_free(&a);
    program_free(&b);
}

static void draws(void **state)
{
    (void)state;
    check_same("", "--draws 10000 --seed 1", true);
    check_same("--draws 500 --threads 1", "--draws 500 --threads 2", true);
    check_same("--draws 500 --threads 1", "--draws 500 --threads 7", true);
    check_same("--draws 500", "--draws 500 --seed 2", false);
    check_same("--draws 500", "--draws 600", false);
}

static void no_draws(void **state)
{
    struct program_run run = table_run("--draws 0");

    (void)state;
    assert_int_equal(run.status, 0);
    assert_non_null(strstr(run.out, ",,,,,,,5,"));
    program_free(&run);
}

/* Wider with more confidence, and the same estimate. */
static void levels(void **state)
{
    struct program_run run = table_run("--confidence 0.8,0.99 --draws 2000");
    double estimate, l80, u80, l99, u99;

    (void)state;
    assert_int_equal(run.status, 0);
    assert_non_null(strstr(run.out, "measure,estimate,se,lower_80,upper_80,"
                                    "lower_99,upper_99,expected_if_equal,"
                                    "p_value,corrected,n,note\n"));
    const char *row = strstr(run.out, "\ndifference,");
    assert_non_null(row);
    assert_int_equal(sscanf(row, "\ndifference,%lf,,%lf,%lf,%lf,%lf", &estimate,
                            &l80, &u80, &l99, &u99),
                     5);
    assert_near(estimate, 52 / 63.0 - 30 / 61.0, 1e-11);
    assert_true(l99 < l80 && l80 < u80 && u80 < u99);
    program_free(&run);
}

/* Facts have neither limits nor p. */
static void facts(void **state)
{
    struct program_run run = table_run("--noise none");

    (void)state;
    assert_non_null(strstr(run.out, ",,,,,,,5,a whole count"));
    program_free(&run);
}

static void by(void **state)
{
    struct program_run sex =
        program_run("equity data/sample/thai-binh -i ner_primary -p 2023 "
                    "--by sex --measure difference --lang en -f csv");
    struct program_run order =
        program_run("equity data/sample/thai-binh -i ner_primary -p 2023 "
                    "--by=-poverty_rate --lang en -f csv");
    struct program_run wrong =
        program_run("equity data/sample/thai-binh --by poverty_rat --lang en");

    (void)state;
    assert_non_null(
        strstr(sex.out, "\nner_primary,2023,province,sex,difference,"));
    assert_non_null(strstr(
        order.out, "\nner_primary,2023,district,-poverty_rate,slope_index,"));
    assert_null(strstr(order.out, ",theil,"));
    assert_int_equal(wrong.status, 2);
    program_free(&sex);
    program_free(&order);
    program_free(&wrong);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws),  cmocka_unit_test(no_draws),
        cmocka_unit_test(levels), cmocka_unit_test(facts),
        cmocka_unit_test(by),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
