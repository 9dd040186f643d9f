/*
 * hide.c - a withheld figure stands nowhere: not in a table, a picture, a page,
 * a finding or an explanation.
 *
 *  (1) Four districts with 3, 41777, 61888 and 71999 members. Under a threshold
 *      of 5 the 3 is withheld, and beside it 41777, the smallest that is
 *      enough. Neither the count nor its share of 90,001 people, 46.418 %, is
 *      in any output, in any way of writing it. 61888 is.
 *  (2) --audience internal and no threshold: all is printed, and so it is
 *      without either word.
 *  (3) A word that is no audience is a usage fault.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"
#include "tests/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "tests/unzipped.h"

static void write_project(const char *words)
{
    struct fault fault;
    char project[512];
    assert_true(folder_make(test_path("p/exports"), &fault));
    assert_true(folder_make(test_path("p/layouts"), &fault));
    snprintf(project, sizeof project,
             "title: Thử\nroot: 34\ntier: district\nperiod: 2020\n%s"
             "sources:\n  - {name: a, files: \"exports/*.csv\"}\n",
             words);
    test_write("p/project.yaml", project);
    test_write("p/areas.csv", "code,tier,parent,name\n34,province,,Thái Bình\n"
                              "341,district,34,Thái Thụy\n"
                              "342,district,34,Tiền Hải\n"
                              "343,district,34,Kiến Xương\n"
                              "344,district,34,Vũ Thư\n");
    test_write("p/layouts/l.yaml",
               "l:\n  needs: [Huyện, Hội viên, Dân số]\n"
               "  period: {fixed: 2020}\n"
               "  columns:\n"
               "    - {head: Huyện, field: area, tier: district}\n"
               "    - {head: Hội viên, quantity: members}\n"
               "    - {head: Dân số, quantity: population}\n");
    test_write("p/exports/a.csv", "Huyện,Hội viên,Dân số\nThái Thụy,3,90000\n"
                                  "Tiền Hải,41777,90001\n"
                                  "Kiến Xương,61888,90002\n"
                                  "Vũ Thư,71999,90003\n");
    /* Twice the same: a finding that quotes it. */
    test_write("p/exports/b.csv", "Huyện,Hội viên,Dân số\n"
                                  "Tiền Hải,41777,90001\n");
}

static bool holds(const char *text, size_t length, const char *word)
{
    return memmem(text, length, word, strlen(word)) != NULL;
}

static void assert_silent(const char *text, size_t length, const char *where)
{
    static const char *const words[] = { "41777", "41.777", "41,777", "46.41",
                                         "46,41", "46,4%",  "46.4%" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (holds(text, length, words[i]))
            fail_msg("%s says %s", where, words[i]);
}

static void run_silent(const char *words)
{
    struct program_run run = program_run(words);
    if (run.status > 1)
        fail_msg("%s: %s", words, run.err);
    assert_silent(run.out, run.out_length, words);
    assert_silent(run.err, strlen(run.err), words);
    program_free(&run);
}

/* (1) */
static void nowhere(void **state)
{
    static const char *const lines[] = {
        "import %",
        "import % -f json",
        "check %",
        "compute %",
        "compute % -f json",
        "compute % -f table --lang vi",
        "compare %",
        "equity %",
        "report % --lang vi",
        "report % --lang en",
        "explain % 342 member_rate 2020",
        "explain % 342 member_rate 2020 -f csv",
        "explain % 34 member_rate 2020",
        "explain % 34 member_rate 2020 -f json",
        "chart % -k league -i member_rate --lang en",
        "run %",
    };
    (void)state;
    write_project("hide_below: 5\n");
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char *words;
        const char *at = strstr(lines[i], "%");
        assert_true(asprintf(&words, "%.*s%s%s", (int)(at - lines[i]), lines[i],
                             test_path("p"), at + 1) > 0);
        run_silent(words);
        free(words);
    }
}

static void assert_file_silent(const char *name)
{
    struct arena *arena = arena_new();
    struct fault fault;
    char *bytes;
    size_t length;
    assert_true(file_read(&bytes, &length, test_path(name), 0, arena, &fault));
    assert_silent(bytes, length, name);
    arena_free(arena);
}

static void assert_package_silent(const char *name)
{
    struct arena *arena = arena_new();
    const char *parts = unzipped_all(test_path(name), arena);
    assert_silent(parts, strlen(parts), name);
    assert_true(holds(parts, strlen(parts), "Vũ Thư"));
    arena_free(arena);
}

/* (1) The files of a run; what is shown and why the rest is not. */
static void in_no_file(void **state)
{
    (void)state;
    write_project("audience: public\n");
    struct program_run page;
    char words[512];
    snprintf(words, sizeof words, "run %s", test_path("p"));
    run_silent(words);
    assert_file_silent("p/out/indicators.csv");
    assert_file_silent("p/out/observations.csv");
    assert_file_silent("p/out/comparison.csv");
    assert_file_silent("p/out/equity.csv");
    assert_file_silent("p/out/findings.csv");
    assert_file_silent("p/out/report.html");
    assert_package_silent("p/out/report.xlsx");
    assert_package_silent("p/out/report.docx");
    snprintf(words, sizeof words, "compute %s --lang en -i members_count",
             test_path("p"));
    page = program_run(words);
    assert_true(holds(page.out, page.out_length, "61888"));
    assert_true(holds(page.out, page.out_length, ",suppressed,"));
    assert_true(holds(page.out, page.out_length, ",suppressed2,"));
    program_free(&page);
}

/* (2) */
static void all_inside(void **state)
{
    static const char *const words[] = { "", "audience: public\n" };
    static const char *const options[] = { "", "--audience internal" };
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        char line[512];
        write_project(words[i]);
        snprintf(line, sizeof line, "compute %s %s", test_path("p"),
                 options[i]);
        struct program_run run = program_run(line);
        assert_true(holds(run.out, run.out_length, "41777"));
        assert_false(holds(run.out, run.out_length, "suppressed"));
        program_free(&run);
    }
}

/* (3) */
static void no_such_audience(void **state)
{
    char line[512];
    (void)state;
    write_project("");
    snprintf(line, sizeof line, "compute %s --audience publik", test_path("p"));
    struct program_run run = program_run(line);
    assert_int_equal(run.status, 2);
    assert_true(strstr(run.err, "public") != NULL);
    program_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nowhere),
        cmocka_unit_test(in_no_file),
        cmocka_unit_test(all_inside),
        cmocka_unit_test(no_such_audience),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
