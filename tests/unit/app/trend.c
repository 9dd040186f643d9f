/*
 * trend.c - trend as a user meets it: many series in a table, a project up to
 * a year, the same file from `run`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/house.h"
#include "tests/program.h"

#define SAMPLE "data/sample/thai-binh"
#define COLUMNS                                                                \
    "from,to,n,slope,slope_lower,slope_upper,test,p_value,direction,"          \
    "forecast_period,forecast,forecast_lower,forecast_upper,note\n"

static struct program_run table_run(const char *rows, const char *options)
{
    char words[1024];
    snprintf(words, sizeof words, "trend --table %s --lang en %s",
             test_write("table.csv", rows), options);
    return program_run(words);
}

static void said(const char *all, const char *part)
{
    if (strstr(all, part) == NULL) {
        print_error("“%s” is missing in:\n%s\n", part, all);
        fail();
    }
}

/* Series as they first appear, their rows in any order; school years as they
 * are written. */
static void series_in_their_order(void **state)
{
    struct program_run run = table_run(
        "series;period;value\n"
        "b;2014-2015;4,5\nb;2011-2012;1\nb;2012-2013;2\nb;2013-2014;4\n"
        "a;2015;1\nb;2015-2016;9\na;2012;\n",
        "");
    (void)state;
    assert_int_equal(run.status, 0);
    assert_int_equal(
        strncmp(run.out, "series," COLUMNS, strlen("series," COLUMNS)), 0);
    said(run.out, "\nb,2011-2012,2015-2016,5,");
    said(run.out, ",mann_kendall,0.0166666666667,rising,2016-2017,11,");
    said(run.out, "\na,2015,2015,1,,,,,,too_short,,,,,\"fewer than four");
    program_free(&run);
}

/* With both forms the counts win; a figure that cannot be is left out. */
static void odd_rows(void **state)
{
    struct program_run run =
        table_run("series,period,numerator,denominator,value\n"
                  "a,2011,30,20,7\na,2012,10,20,7\na,2013,0,0,7\n"
                  "a,2014,12,20,7\na,2015,13,20,7\na,2016,15,20,7\n",
                  "--scale 100");
    (void)state;
    assert_int_equal(run.status, 1);
    said(run.out, "\na,2012,2016,4,5.625,"); /* of 5 5 5 6.25 7.5 10 */
    said(run.out, ",cochran_armitage,");
    said(run.err,
         "line 2, “a”: the numerator is above the denominator; the year");
    said(run.err, "line 4, “a”: the denominator is 0");
    program_free(&run);
}

static void errors_weigh(void **state)
{
    static const char rows[] = "series,period,value,se\n"
                               "a,2011,1,1\na,2012,2,1\na,2013,3,1\n"
                               "a,2014,5,1\na,2015,5,1\n";
    struct program_run run = table_run(rows, "--to 2020");
    struct program_run fact = table_run(rows, "--to 2020 --noise none");
    (void)state;
    said(run.out, ",weighted_linear,");
    said(run.out, ",2020,10,");
    said(fact.out, ",mann_kendall,");
    program_free(&run);
    program_free(&fact);
}

static void wrong_tables(void **state)
{
    static const struct {
        const char *rows, *options, *said;
    } cases[] = {
        { "series,period,value\na,2011-Q2,1\n", "", ":2:2: " },
        { "series,period,value\na,2011-Q2,1\n", "", "parts of a year" },
        { "series,period,value\na,2011,1\nb,2011,1\na,2011,3\n", "",
          "the series “a” has 2011 twice" },
        { "series,period,count\na,2011,1\n", "", "or the column value" },
        { "serie,period,value\na,2011,1\n", "", "series" },
        { "series,period,value,se\na,2011,1,-1\n", "", "below 0" },
        { "series,period,value\na,2011,1\n", "--material -1", "-1" },
        { "series,period,value\na,2011,1\n", "--to soon", "soon" },
        { "series,period,value\na,2011,1\n", "-i member_rate", "--table" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct program_run run = table_run(cases[i].rows, cases[i].options);
        assert_int_equal(run.status, 2);
        assert_int_equal(run.out_length, 0);
        said(run.err, cases[i].said);
        program_free(&run);
    }
}

static void projects(void **state)
{
    struct program_run run = program_run(
        "trend " SAMPLE " -i member_rate -a 34 -p 2018..2022 --to 2030");
    struct program_run women =
        program_run("trend " SAMPLE " -i member_rate -a 34 --by sex");
    (void)state;
    assert_int_equal(strncmp(run.out, "indicator,area,breakdown," COLUMNS,
                             strlen("indicator,area,breakdown," COLUMNS)),
                     0);
    said(run.out, "\nmember_rate,34,,2018,2022,5,");
    said(run.out, ",2030,");
    said(women.out, "\nmember_rate,34,sex=F,2018,2023,6,");
    assert_null(strstr(women.out, "\nmember_rate,34,,"));
    program_free(&run);
    program_free(&women);
}

/* trend.csv is what the command prints without any word. */
static void the_same_from_run(void **state)
{
    char words[512];
    (void)state;
    snprintf(words, sizeof words, "run " SAMPLE " -o %s", test_path("out"));
    struct program_run run = program_run(words);
    snprintf(words, sizeof words, "trend " SAMPLE " -o %s",
             test_path("trend.csv"));
    struct program_run alone = program_run(words);
    snprintf(words, sizeof words, "cmp %s %s/trend.csv", test_path("trend.csv"),
             test_path("out"));
    assert_int_equal(system(words), 0);
    program_free(&run);
    program_free(&alone);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(series_in_their_order),
        cmocka_unit_test(odd_rows),
        cmocka_unit_test(errors_weigh),
        cmocka_unit_test(wrong_tables),
        cmocka_unit_test(projects),
        cmocka_unit_test(the_same_from_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
