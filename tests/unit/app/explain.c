/*
 * explain.c - what an explanation shows of the lines behind a number.
 *
 *  (1) Equal zeros of one line of a file are one line.
 *  (2) For the public: the numerator of a row that shows is shown as its term;
 *      the observations are not.
 *  (3) An indicator that is counted from others is walked back to their rows.
 *  (4) The name that the help calls an area by is nobody else's in the sample.
 *  (4) Beta has 60 of 100 families and lacks 20 of the 80 of the target. From
 *      180 of 300 to 240 in two years: 30 more in each, 210 and 70 % in 2024.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"
#include "tests/program.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/files.h"

static void write_project(const char *rows, const char *targets)
{
    struct fault fault;
    char tidy[1024];
    assert_true(folder_make(test_path("p/exports"), &fault));
    test_write("p/project.yaml",
               "title: T\nroot: 34\ntier: district\nperiod: 2023\n"
               "sources:\n  - {name: a, files: \"exports/*.csv\"}\n");
    test_write("p/areas.csv", "code,tier,parent,name\n34,province,,Alpha\n"
                              "341,district,34,Beta\n342,district,34,Gamma\n"
                              "343,district,34,Delta\n");
    snprintf(tidy, sizeof tidy, "area,period,quantity,value\n%s", rows);
    test_write("p/exports/a.csv", tidy);
    test_write("p/targets.csv", targets);
}

#define TARGETS                                                                \
    "indicator,applies,area,where,period,operator,value,unit,kind,"            \
    "unit_counted,status,source\n"

static struct program_run explain(const char *words)
{
    char line[512];
    snprintf(line, sizeof line, "explain %s %s --lang en", test_path("p"),
             words);
    return program_run(line);
}

static void says(const struct program_run *run, const char *words)
{
    if (strstr(run->out, words) == NULL)
        fail_msg("“%s” is not in:\n%s%s", words, run->out, run->err);
}

static void says_not(const struct program_run *run, const char *words)
{
    if (strstr(run->out, words) != NULL)
        fail_msg("“%s” is in:\n%s", words, run->out);
}

/* (1) */
static void zeros_of_one_line(void **state)
{
    struct program_run run;
    (void)state;
    write_project("", TARGETS);
    test_write("p/exports/a.csv", "Mã,Hội viên nam,Hội viên nữ\n341,0,0\n"
                                  "342,5,0\n343,4,4\n");
    assert_true(folder_make(test_path("p/layouts"), &(struct fault){ 0 }));
    test_write("p/layouts/l.yaml",
               "l:\n  needs: [Mã]\n  period: {fixed: 2023}\n  columns:\n"
               "    - {head: Mã, field: area}\n"
               "    - {head: Hội viên nam, quantity: members, set: {sex: M}}\n"
               "    - {head: Hội viên nữ, quantity: members, set: {sex: F}}\n");
    run = explain("34 members_count 2023");
    says(&run, "0 × 2   exports/a.csv:2\n");
    says(&run, "   0   exports/a.csv:3\n");
    says(&run, "   4   exports/a.csv:4\n"); /* and once more: no zeros */
    assert_non_null(strstr(strstr(run.out, "4   exports/a.csv:4\n") + 1,
                           "4   exports/a.csv:4\n"));
    program_free(&run);
}

/* (2) 3 of Beta is hidden, and 41777 of Gamma beside it; Delta shows. */
static void terms_of_the_public(void **state)
{
    struct program_run run;
    (void)state;
    unlink(test_path("p/layouts/l.yaml"));
    write_project("341,2023,members,3\n342,2023,members,41777\n"
                  "343,2023,members,61888\n341,2023,population,90000\n"
                  "342,2023,population,90001\n343,2023,population,90002\n",
                  TARGETS);
    run = explain("343 member_rate 2023 --audience public");
    says(&run, "members, 2023 = 61888\n");
    says(&run, "Delta                        …   exports/a.csv:4\n");
    program_free(&run);
    run = explain("342 member_rate 2023 --audience public");
    says(&run, "members, 2023 = …");
    says_not(&run, "41777");
    program_free(&run);
}

/* (3) 30 and 50 of 100 reach the 25 % of the province, 20 does not. */
static void counted_from_others(void **state)
{
    struct program_run run;
    (void)state;
    write_project("341,2023,households,100\n342,2023,households,100\n"
                  "343,2023,households,100\n341,2023,learning_families,30\n"
                  "342,2023,learning_families,20\n"
                  "343,2023,learning_families,50\n",
                  TARGETS "learning_family_rate,root,,,2023,>=,25,percent,"
                          "provincial,,approved,Plan 1\n");
    run = explain("34 breadth_unit_share_learning_family_rate 2023");
    says(&run, " = 2 / 3\n");
    says(&run, "      1 / 1   Beta: 30.0%; Target: 25.0%\n");
    says(&run, "      0 / 1   Gamma: 20.0%; Target: 25.0%\n");
    says(&run, "      1 / 1   Delta: 50.0%; Target: 25.0%\n");
    program_free(&run);
    run = explain("34 target_attainment_rate 2023");
    says(&run, " = 1 / 1\n");
    says(&run, "1 / 1   Learning families (learning_family_rate): 33.3%; "
               "Target: 25.0%\n");
    program_free(&run);
    run = explain("34 breadth_unit_share_learning_family_rate 2023 -f csv");
    says(&run, "indicator,area,period,value,from,from_area,from_value,"
               "from_goal,numerator,denominator\n");
    says(&run, ",learning_family_rate,342,20,25,0,1\n");
    program_free(&run);
    run = explain("34 breadth_unit_share_learning_family_rate 2019");
    assert_int_equal(run.status, 2);
    program_free(&run);
}

static void as_the_help_says(void **state)
{
    (void)state;
    char name[64], line[256];
    struct program_run help = program_run("explain --help --lang en");
    const char *quoted = strchr(help.out, '"');
    assert_non_null(quoted);
    snprintf(name, sizeof name, "%.*s", (int)strcspn(quoted + 1, "\""),
             quoted + 1);
    program_free(&help);
    snprintf(line, sizeof line,
             "explain data/sample/thai-binh \"%s\" learning_family_rate 2022",
             name);
    struct program_run run = program_run(line);
    says(&run, name);
    assert_int_equal(run.status, 0);
    program_free(&run);
}

/* (4) */
static void what_is_to_come(void **state)
{
    struct program_run run;
    (void)state;
    write_project("341,2023,households,100\n342,2023,households,100\n"
                  "343,2023,households,100\n341,2023,learning_families,60\n"
                  "342,2023,learning_families,50\n"
                  "343,2023,learning_families,70\n",
                  TARGETS "learning_family_rate,root,,,2025,>=,80,percent,"
                          "provincial,,approved,Plan 1\n");
    run = explain("341 learning_family_rate 2023");
    says(&run, "Levelling up: Beta: ");
    says(&run, "(80.0%), 20 more households are needed.");
    says_not(&run, "Plan: ");
    program_free(&run);
    run = explain("34 learning_family_rate 2024");
    says(&run, "Learning families (learning_family_rate)\nAlpha, 2024\n"
               "Plan: 2024: 30 more, 210 at the end of the year, "
               "which is 70.0%\n");
    program_free(&run);
    run = explain("34 learning_family_rate 2031");
    assert_int_equal(run.status, 2);
    program_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zeros_of_one_line),
        cmocka_unit_test(terms_of_the_public),
        cmocka_unit_test(counted_from_others),
        cmocka_unit_test(as_the_help_says),
        cmocka_unit_test(what_is_to_come),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
