/*
 * ledger.c - what a run says about rows, findings and decisions.
 *
 *  (1) Few files are accounted for one by one, of many those with rejected
 *      rows; then all together.
 *  (2) Findings are counted by rule in full, however few are shown.
 *  (3) A decision that fits no finding is noted with the nearest; one that fits
 *      is in the report with who took it and why.
 *  (4) A period asked for of which there is nothing makes no report; it is said
 *      what periods there are. For the project's own it is only said.
 *  (5) Sentences group the thousands and name the files of a source.
 *  (6) A file read beside its project is called as the project calls it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"
#include "tests/program.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"

static void write_project(size_t files)
{
    char name[32], text[96];
    struct fault fault;
    assert_true(folder_make(test_path("p/exports"), &fault));
    assert_true(folder_make(test_path("p/layouts"), &fault));
    test_write("p/project.yaml",
               "title: Thử\nroot: 34\ntier: district\nperiod: 2020\n"
               "report_date: 2021-01-15\n"
               "sources:\n  - {name: a, files: \"exports/*.csv\"}\n");
    test_write("p/areas.csv", "code,tier,parent,name\n34,province,,Thái Bình\n"
                              "341,district,34,Thái Thụy\n");
    test_write("p/layouts/l.yaml",
               "l:\n  needs: [Huyện, Hội viên]\n  period: {file: '(\\d{4})'}\n"
               "  skip_rows: [\"Nguồn*\"]\n"
               "  columns:\n"
               "    - {head: Huyện, field: area, tier: district}\n"
               "    - {head: Hội viên, quantity: members}\n");
    for (size_t i = 0; i < 7; i++) {
        snprintf(name, sizeof name, "p/exports/%zu.csv", 2014 + i);
        snprintf(text, sizeof text, "Huyện;Hội viên\nThái Thụy;%zu\n%sNguồn;\n",
                 100 + i, i == 1 ? "Qqq;1\n" : "");
        if (i < files)
            test_write(name, text);
        else
            unlink(test_path(name));
    }
    unlink(test_path("p/decisions.csv"));
}

static struct program_run run(const char *words)
{
    char line[1024];
    snprintf(line, sizeof line, "%.500s %s --lang en", words, test_path("p"));
    return program_run(line);
}

static void assert_says(const char *text, const char *words)
{
    if (strstr(text, words) == NULL)
        fail_msg("“%s” is not in:\n%s", words, text);
}

static void few_files_one_by_one(void **state)
{
    (void)state;
    static const char *const commands[] = { "import", "check", "run" };
    write_project(2);
    for (size_t i = 0; i < 3; i++) {
        struct program_run one = run(commands[i]);
        assert_says(one.err, "  exports/2014.csv: 2 read = 1 used + 1 ignored "
                             "+ 0 rejected\n"
                             "  exports/2015.csv: 3 read = 1 used + 1 ignored "
                             "+ 1 rejected\n"
                             "Rows: 5 read = 2 used + 2 ignored + 1 rejected.");
        program_free(&one);
    }
}

static void a_file_has_one_name(void **state)
{
    (void)state;
    char line[1024];
    write_project(2);
    snprintf(line, sizeof line, "import --project %s/exports/.. %s",
             test_path("p"), test_path("p/exports/2015.csv"));
    struct program_run one = program_run(line);
    assert_says(one.out, "341,2015,members,101,ok,0,exports/2015.csv,2\n");
    assert_says(one.err, "\n  exports/2015.csv:3:1: reject");
    program_free(&one);
}

static void of_many_those_with_rejects(void **state)
{
    (void)state;
    write_project(7);
    struct program_run one = run("import");
    assert_null(strstr(one.err, "2014.csv"));
    assert_says(one.err, "  exports/2015.csv: 3 read = 1 used + 1 ignored + 1 "
                         "rejected\n"
                         "Rows: 15 read = 7 used + 7 ignored + 1 rejected.");
    program_free(&one);
}

static void groups_show_their_totals(void **state)
{
    (void)state;
    write_project(1);
    test_write("p/exports/2014.csv", "Huyện;Hội viên\nA1;1\nA2;1\nA3;1\nA4;1\n"
                                     "A5;1\nA6;1\nA7;1\n");
    struct program_run one = run("import");
    assert_says(one.err, "unknown_area (reject): 7\n");
    assert_says(one.err, "A5");
    assert_null(strstr(one.err, "A6"));
    assert_says(one.err, "… and 2 more");
    program_free(&one);
}

static void bytes_nobody_reads(void **state)
{
    (void)state;
    write_project(1);
    test_write("p/exports/2014.csv", "Huyện;Hội viên\n\nTh\xE1;1\n");
    struct program_run one = run("import");
    assert_says(one.err, "Rows: 2 read = 0 used + 0 ignored + 2 rejected.");
    program_free(&one);
}

static void decisions(void **state)
{
    (void)state;
    write_project(2);
    test_write("p/exports/2014.csv", "Huyện;Hội viên\n\n\nQqq;1\n");
    test_write("p/decisions.csv",
               "rule,file,line,decision,who,date,reason\n"
               "unknown_area,exports/2014.csv,,accepted,Lan,,\n"
               "unknown_area,exports/2015.csv,3,accepted,Lan,2021-01-02,Nhầm\n"
               "unknown_area,exports/2015.csv,4,accepted,Lan,,\n"
               "ticks,exports/2015.csv,3,accepted,Lan,,\n"
               "ticks,,,accepted,Lan,,\n");
    struct program_run one = run("check -f csv");
    assert_int_equal(one.status, 0);
    assert_says(one.out, "decision_unused,note,decisions.csv,4,,,unknown_area,"
                         "The decision on unknown_area (exports/2015.csv) fits "
                         "no finding of this run.,"
                         "unknown_area exports/2015.csv:3,1\n");
    assert_says(one.out, "decision_unused,note,decisions.csv,5,,,ticks,");
    assert_says(one.out, "decision_unused,note,decisions.csv,6,,,ticks,The "
                         "decision on ticks (-) fits no finding of this run.,"
                         ",1\n");
    program_free(&one);
    one = run("report -f html");
    assert_says(one.out, "Unknown area");
    assert_says(one.out, "<td>Lan</td><td>2 January 2021</td><td>Nhầm</td>");
    program_free(&one);
}

/* (5) */
static void as_people_write(void **state)
{
    (void)state;
    write_project(2);
    test_write("p/exports/2014.csv", "Huyện;Hội viên\nThái Thụy;51820\n"
                                     "Thái Thụy;1250\n");
    test_write("p/submissions.csv", "source,area,period,due,received,version\n"
                                    "a,341,2014,2015-01-05,2015-01-06,1\n"
                                    "a,34,2019,2020-01-05,,1\n");
    struct program_run one = run("check -f csv");
    unlink(test_path("p/submissions.csv"));
    assert_says(one.out, ",1250,\"Association members of Thái Thụy for 2014 is "
                         "1,250 here but 51,820 at exports/2014.csv:2, ");
    assert_says(one.out,
                "Thái Thụy sent its exports/*.csv report for 2014 on ");
    assert_says(one.out, "Reports exports/*.csv for 2019: 0 of 1 areas ");
    program_free(&one);
}

/* (4) */
static void empty_period(void **state)
{
    char words[2][256];
    (void)state;
    write_project(3);
    snprintf(words[0], sizeof words[0], "run -p 2023-H1 -o %s",
             test_path("none"));
    snprintf(words[1], sizeof words[1], "report -p 2023-H1 -f html");
    for (size_t i = 0; i < 2; i++) {
        struct program_run one = run(words[i]);
        assert_int_equal(one.status, 2);
        assert_int_equal(one.out_length, 0);
        assert_says(one.err, "no figure is of 2023-H1; there are figures of "
                             "2014, 2015, 2016, ");
        assert_says(one.err, "exports/2015.csv:3"); /* the findings, too */
        program_free(&one);
    }
    assert_false(folder_exists(test_path("none")));
    struct program_run own = run("run"); /* the project's 2020 */
    assert_says(own.err, "no figure is of 2020; there are figures of 2014, ");
    assert_true(folder_exists(test_path("p/out")));
    program_free(&own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_files_one_by_one),
        cmocka_unit_test(a_file_has_one_name),
        cmocka_unit_test(of_many_those_with_rejects),
        cmocka_unit_test(groups_show_their_totals),
        cmocka_unit_test(bytes_nobody_reads),
        cmocka_unit_test(decisions),
        cmocka_unit_test(empty_period),
        cmocka_unit_test(as_people_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
