/*
 * command_line.c - streams, exit codes and sentences, as a user meets them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/house.h"
#include "tests/program.h"

#define SAMPLE "data/sample/thai-binh"

/* What must stand in the streams; NULL = nothing is asked. */
#define COMMUNES SAMPLE "/exports/xa-phuong-2025.csv"

static const struct line {
    const char *words;
    int status;
    const char *out, *err;
} lines[] = {
    { "--version", 0, "hoctap ", NULL },
    { "--help", 0, "hoctap run", NULL },
    { "", 2, "hoctap run", NULL },
    { "rnu", 2, NULL, "run" },
    { "run --fromat csv", 2, NULL, "--fromat" },
    { "compute --fromat csv", 2, NULL, "--format" },
    { "compute " SAMPLE " -i member_rat", 2, NULL, "member_rate" },
    { "compute " SAMPLE " -p 20x3", 2, NULL, "20x3" },
    { "compute " SAMPLE " -a Tiền\\ Hãi", 2, NULL, "Tiền Hải" },
    { "compute " SAMPLE " --format xml", 2, NULL, "xml" },
    { "compute " SAMPLE " --lang fr", 2, NULL, "fr" },
    { "compute " SAMPLE " --tier distric", 2, NULL, "district" },
    { "compute " SAMPLE " --confidence 95", 2, NULL, "95" },
    { "compute no-such-folder", 3, NULL, "no-such-folder" },
    { "compute --table no-such-file.csv", 3, NULL, "no-such-file.csv" },
    { "import no-such-file.csv", 3, NULL, "no-such-file.csv" },
    { "trend --table tests/golden/table-trend.csv --seed 7 --draws 9", 0,
      "series,from,to", NULL },
    { "trend --table tests/golden/table-trend.csv --draws 1e", 2, NULL, "1e" },
    { "compare " SAMPLE " -i member_rate -p 2023 --tier district --root 34 "
      "--boundaries 2025-06-30",
      1, "member_rate,342,", NULL },
    { "trend " SAMPLE " -i member_rate -a 342 --audience public", 1,
      "member_rate,342,", NULL },
    { "check " SAMPLE " --threads two", 2, NULL, "two" },
    { "list measures --threads 2", 0, "theil", NULL },
    { "import " COMMUNES " --project " SAMPLE " --cutoff 2025-12-31", 0,
      "12586,2025,members,", NULL },
    { "import " COMMUNES " --project " SAMPLE " --cutoff May", 2, NULL, "May" },
    { "import " COMMUNES " --cutoff 2025-12-31", 2, NULL, "--project" },
    { "import " SAMPLE " --cutoff 2025-12-31", 2, NULL, "project.yaml" },
    { "import --draft-layout " SAMPLE, 2, NULL, "--draft-layout" },
    { "import --draft-layout", 2, NULL, "--draft-layout" },
    { "import --draft-layout tests/golden/table-counts.csv --lang vi", 0,
      "quantity: TODO", NULL },
    { "list indicaters", 2, NULL, "indicators" },
    { "list measures", 0, "theil", NULL },
    { "list charts", 0, "tartan", NULL },
    { "list writers", 0, "html", NULL },
    { "list writers", 0, "datapackage", NULL },
    { "list layouts", 0, "tidy", NULL },
    { "list codes", 0, "lower_secondary", NULL },
    { "list quantities", 0, "members", NULL },
    { "list areas " SAMPLE, 0, "12586", NULL },
    { "chart " SAMPLE " -k leage -i member_rate", 2, NULL, "league" },
    { "chart " SAMPLE " -k league", 2, NULL, "--indicator" },
    { "chart " SAMPLE " -k league -i member_rate -o x.jpg", 2, NULL, "x.jpg" },
    { "chart " SAMPLE " -k league -i member_rate", 0, "<svg", NULL },
    { "report " SAMPLE " -f docxx", 2, NULL, "docxx" },
    { "equity --table tests/golden/table-counts.csv --measure theill", 2, NULL,
      "theil" },
    { "compute --table tests/golden/table-counts.csv --method byar", 2, NULL,
      "byar" },
    { "compute --table tests/golden/table-counts.csv foo", 2, NULL, "foo" },
    { "equity --table tests/golden/table-counts.csv -p 2023", 2, NULL,
      "--period" },
    { "explain " SAMPLE " 34 member_rate 1990", 2, NULL, "1990" },
    { "compute " SAMPLE " --scale 5", 2, NULL, "--scale" },
    { "compute " SAMPLE " --confidence 0.9,0.95", 2, NULL, "mức tin cậy" },
    { "equity " SAMPLE " --seed x", 2, NULL, "--seed" },
    { "chart " SAMPLE " -k league -i member_rate,girls_share_general", 2, NULL,
      "league" },
    { "run " SAMPLE " -p 2021,2022", 2, NULL, "một kỳ" },
    { "explain " SAMPLE " 34 member_rate", 2, NULL, "wants more arguments" },
    { "explain " SAMPLE " 34 member_rate 2031", 2, NULL, "2031-12-31" },
    { "-C /no-such-folder check", 3, NULL, "No such file" },
    { "-C", 2, NULL, "-C" },
    { "init \"\"", 2, NULL, "empty" },
    { "run " SAMPLE " -o \"\"", 2, NULL, "--out" },
    { "init", 2, NULL, "init" },
    { "init " SAMPLE, 2, NULL, SAMPLE },
};

static void command_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const struct line *line = &lines[i];
        struct program_run run = program_run(line->words);
        bool good = run.status == line->status &&
                    (line->out == NULL || strstr(run.out, line->out)) &&
                    (line->err == NULL || strstr(run.err, line->err));
        if (!good)
            print_error("hoctap %s: status %d, wanted %d\nout: %.300s\n"
                        "err: %.300s\n",
                        line->words, run.status, line->status, run.out,
                        run.err);
        assert_true(good);
        program_free(&run);
    }
}

/* A fault is one sentence on stderr, and stdout stays empty. */
static void faults_are_one_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        if (lines[i].err == NULL)
            continue;
        struct program_run run = program_run(lines[i].words);
        const char *end = strchr(run.err, '\n');
        assert_non_null(end);
        assert_string_equal(end, "\n");
        assert_int_equal(run.out_length, 0);
        program_free(&run);
    }
}

static void every_command_has_help(void **state)
{
    static const char *const commands[] = { "run",     "check",   "import",
                                            "compute", "compare", "equity",
                                            "trend",   "chart",   "report",
                                            "explain", "list",    "init" };
    (void)state;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        char words[64];
        snprintf(words, sizeof words, "%s --help --lang vi", commands[i]);
        struct program_run run = program_run(words);
        assert_int_equal(run.status, 0);
        /* No message id may show through. */
        assert_null(strstr(run.out, "command."));
        assert_null(strstr(run.out, "option."));
        assert_non_null(strstr(run.out, commands[i]));
        program_free(&run);
    }
}

static void a_full_disk_is_said(void **state)
{
    (void)state;
    struct program_run run =
        program_run("compute " SAMPLE " -i member_rate -o /dev/full");
    assert_int_equal(run.status, 3);
    assert_non_null(strstr(run.err, "/dev/full"));
    program_free(&run);
}

/* A run that fails leaves what was there, and nothing beside it. */
static void without_gnuplot_nothing_changes(void **state)
{
    char words[1200];
    (void)state;
    snprintf(words, sizeof words, "run " SAMPLE " -o %s", test_path("bare"));
    struct program_run run = program_run_with("PATH=/nowhere", words);
    assert_int_equal(run.status, 4);
    assert_non_null(strstr(run.err, "gnuplot-nox"));
    snprintf(words, sizeof words, "test ! -e %s", test_path("bare"));
    assert_int_equal(system(words), 0);
    program_free(&run);
    snprintf(words, sizeof words,
             "mkdir -p %s/indicators.csv && echo old >%s/report.html",
             test_path("bare"), test_path("bare"));
    assert_int_equal(system(words), 0);
    snprintf(words, sizeof words, "run " SAMPLE " -o %s", test_path("bare"));
    run = program_run(words);
    assert_int_equal(run.status, 3);
    assert_non_null(strstr(run.err, "indicators.csv"));
    snprintf(words, sizeof words,
             "test \"$(ls -A %s | tr '\\n' ' ')\" = "
             "'indicators.csv report.html ' -a \"$(cat %s/report.html)\" = old",
             test_path("bare"), test_path("bare"));
    assert_int_equal(system(words), 0);
    program_free(&run);
}

static void init_runs_clean(void **state)
{
    char words[1200];
    (void)state;
    snprintf(words, sizeof words, "init %s", test_path("new"));
    struct program_run init = program_run(words);
    assert_int_equal(init.status, 0);
    snprintf(words, sizeof words, "run %s --strict", test_path("new"));
    struct program_run run = program_run(words);
    if (run.status != 0)
        print_error("%s", run.err);
    assert_int_equal(run.status, 0);
    program_free(&init);
    program_free(&run);
}

static struct program_run run_in(const char *folder, const char *form)
{
    char words[2400], first[2400];
    const char *rest = strstr(form, "@");
    size_t length = 0;
    for (; rest != NULL; form = rest + 1, rest = strstr(form, "@"))
        length += (size_t)snprintf(first + length, sizeof first - length,
                                   "%.*s%s", (int)(rest - form), form, folder);
    snprintf(words, sizeof words, "%s%s", length > 0 ? first : "", form);
    return program_run(words);
}

/* A draft goes into a project's new folder; the project is read but for what is
 * TODO; and the draft is not written over. */
static void a_draft_is_finished_by_hand(void **state)
{
    static const char draft[] = "import --draft-layout @/thu-2023.csv "
                                "--project @ -o @/layouts/thu.yaml --lang en";
    char folder[600], words[1300];
    (void)state;
    snprintf(folder, sizeof folder, "%s", test_path("drafts"));
    struct program_run run = run_in(folder, "init @");
    program_free(&run);
    test_write("drafts/thu-2023.csv",
               "Huyện;Thu (triệu đồng)\nĐông Hưng;1,5\n");
    run = run_in(folder, draft);
    assert_int_equal(run.status, 0);
    assert_int_equal(run.out_length, 0);
    assert_non_null(strstr(run.err, "TODO (1 in all)"));
    program_free(&run);
    run = run_in(folder, draft);
    assert_int_equal(run.status, 3);
    assert_non_null(strstr(run.err, "thu.yaml"));
    program_free(&run);
    run = run_in(folder, "import @ --lang en");
    assert_int_equal(run.status, 1);
    assert_non_null(strstr(run.out, ",members,"));
    assert_non_null(strstr(run.err, "layouts/thu.yaml:"));
    program_free(&run);
    snprintf(words, sizeof words, "sed -i s/TODO/fund_raised/ %s",
             test_path("drafts/layouts/thu.yaml"));
    assert_int_equal(system(words), 0);
    run = run_in(folder, "import @/thu-2023.csv --project @ --explain");
    assert_non_null(strstr(run.out, "fund_raised, × 1000000"));
    assert_null(strstr(run.err, "unfinished_layout"));
    program_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(command_lines),
        cmocka_unit_test(faults_are_one_line),
        cmocka_unit_test(every_command_has_help),
        cmocka_unit_test(a_full_disk_is_said),
        cmocka_unit_test(without_gnuplot_nothing_changes),
        cmocka_unit_test(init_runs_clean),
        cmocka_unit_test(a_draft_is_finished_by_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
