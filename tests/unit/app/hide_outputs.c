/*
 * hide_outputs.c - no file that a public run leaves behind says what is hidden.
 *
 *  (1) Four districts over three years with a target of 60 %. In 2020 the first
 *      has 3 members, and beside it Tiền Hải's 41777 of 90001 people, 46.418 %,
 *      are withheld. Nor is said what follows from these: that it lacks
 *      13.58 points, or 54001 - 41777 = 12224 members.
 *  (2) This holds for every file of a run, the workbook and the document
 *      unzipped, for every export, plan and picture, and after an internal
 *      edition was published, whose figures are in the project.
 *  (3) The same words are found in the internal edition: the test can see.
 *  (4) Coloured pictures name the areas for the public, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"
#include "tests/program.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "tests/unzipped.h"

static const char *const secrets[] = {
    "41777", "41.777", "41,777", "46.41", "46,41", "46,4%",  "46,4 %", "46.4%",
    "12224", "12.224", "12,224", "13.58", "13,58", "13,6 đ", "13.6 p",
};

static void write_exports(void)
{
    static const char *const years[] = { "2018", "2019", "2020" };
    static const int members[][4] = { { 40011, 40022, 60033, 70044 },
                                      { 40511, 40822, 61033, 71044 },
                                      { 3, 41777, 61888, 71999 } };
    static const char *const names[] = { "Thái Thụy", "Tiền Hải", "Kiến Xương",
                                         "Vũ Thư" };
    for (int y = 0; y < 3; y++) {
        char name[40], text[600] = "Huyện,Hội viên,Dân số\n";
        for (int d = 0; d < 4; d++) {
            char line[80];
            snprintf(line, sizeof line, "%s,%d,%d\n", names[d], members[y][d],
                     90000 + d);
            strcat(text, line);
        }
        snprintf(name, sizeof name, "p/exports/%s.csv", years[y]);
        test_write(name, text);
    }
}

static void write_project(void)
{
    struct fault fault;
    assert_true(folder_make(test_path("p/exports"), &fault));
    assert_true(folder_make(test_path("p/layouts"), &fault));
    test_write("p/project.yaml",
               "title: Thử\nroot: 34\ntier: district\nperiod: 2020\n"
               "sources:\n  - {name: a, files: \"exports/*.csv\"}\n");
    test_write("p/areas.csv", "code,tier,parent,name\n34,province,,Thái Bình\n"
                              "341,district,34,Thái Thụy\n"
                              "342,district,34,Tiền Hải\n"
                              "343,district,34,Kiến Xương\n"
                              "344,district,34,Vũ Thư\n");
    test_write("p/targets.csv",
               "indicator,applies,area,where,period,operator,value,unit,kind,"
               "unit_counted,status,source\n"
               "member_rate,each,,,2020,≥,60,percent,provincial,,approved,A\n"
               "member_rate,each,,,2022,≥,60,percent,provincial,,approved,A\n");
    test_write("p/layouts/l.yaml",
               "l:\n  needs: [Huyện, Hội viên, Dân số]\n"
               "  period: {file: '(\\d{4})'}\n"
               "  columns:\n"
               "    - {head: Huyện, field: area, tier: district}\n"
               "    - {head: Hội viên, quantity: members}\n"
               "    - {head: Dân số, quantity: population}\n");
    test_write("p/tiles.csv", "code,column,row\n341,1,1\n342,2,1\n343,1,2\n"
                              "344,2,2\n");
    write_exports();
}

static const char *secret_in(const char *bytes, size_t length)
{
    for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++)
        if (memmem(bytes, length, secrets[i], strlen(secrets[i])) != NULL)
            return secrets[i];
    return NULL;
}

static bool is_zip(const char *name)
{
    return strstr(name, ".xlsx") != NULL || strstr(name, ".docx") != NULL;
}

/* What the file says of it, or NULL. */
static const char *secret_of_file(const char *path, struct arena *arena)
{
    struct fault fault;
    char *bytes;
    size_t length;
    if (is_zip(path)) {
        const char *parts = unzipped_all(path, arena);
        return secret_in(parts, strlen(parts));
    }
    assert_true(file_read(&bytes, &length, path, 0, arena, &fault));
    return secret_in(bytes, length);
}

/* How many files of the folder say it; in [silent] none may. */
static size_t count_telling(const char *folder, bool silent)
{
    struct arena *arena = arena_new();
    DIR *dir = opendir(folder);
    size_t telling = 0;
    assert_non_null(dir);
    for (struct dirent *at; (at = readdir(dir)) != NULL;) {
        const char *path = path_join(arena, folder, at->d_name);
        if (at->d_name[0] == '.')
            continue;
        if (at->d_type == DT_DIR) {
            telling += count_telling(path, silent);
            continue;
        }
        const char *secret = secret_of_file(path, arena);
        if (secret != NULL && silent)
            fail_msg("%s says %s", path, secret);
        telling += secret != NULL;
    }
    closedir(dir);
    arena_free(arena);
    return telling;
}

/* Runs "command project words"; the project stands for %. */
static void run_silent(const char *command, const char *words)
{
    char line[600];
    snprintf(line, sizeof line, "%s %s %s", command, test_path("p"), words);
    struct program_run run = program_run(line);
    if (run.status > 1)
        fail_msg("%s: %s", line, run.err);
    const char *secret = secret_in(run.out, run.out_length);
    if (secret == NULL)
        secret = secret_in(run.err, strlen(run.err));
    if (secret != NULL)
        fail_msg("%s says %s", line, secret);
    program_free(&run);
}

static void run_plainly(const char *words)
{
    struct program_run run = program_run(words);
    if (run.status > 1)
        fail_msg("%s: %s", words, run.err);
    program_free(&run);
}

/* (1) (2) */
static void no_file(void **state)
{
    char line[600];
    (void)state;
    write_project();
    snprintf(line, sizeof line, "publish %s", test_path("p"));
    run_plainly(line);
    snprintf(line, sizeof line, "--audience public -o %s", test_path("public"));
    run_silent("run", line);
    assert_int_equal(count_telling(test_path("public"), true), 0);
}

/* (2) */
static void no_command(void **state)
{
    static const char *const lines[][2] = {
        { "export", "--audience public -f tidy" },
        { "export", "--audience public -f sdmx-csv" },
        { "export", "--audience public -f dhis2" },
        { "export", "--audience public -f heat" },
        { "plan", "--audience public --to 2022" },
        { "plan", "--audience public --to 2022 -f table" },
        { "trend", "--audience public" },
        { "equity", "--audience public -f table" },
        { "compare", "--audience public -f table" },
        { "check", "--audience public" },
        { "explain", "342 member_rate 2020 --audience public" },
        { "chart", "--audience public -k league -i member_rate" },
        { "chart", "--audience public -k heat -i member_rate" },
        { "chart", "--audience public -k slope -i member_rate" },
        { "chart", "--audience public -k tiles -i member_rate" },
        { "chart", "--audience public -k multiples -i member_rate" },
    };
    (void)state;
    write_project();
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        run_silent(lines[i][0], lines[i][1]);
}

/* (3) */
static void seen_inside(void **state)
{
    char line[600];
    (void)state;
    write_project();
    snprintf(line, sizeof line, "run %s -o %s", test_path("p"),
             test_path("internal"));
    run_plainly(line);
    assert_true(count_telling(test_path("internal"), false) >= 8);
}

/* (4) */
static void named_in_pictures(void **state)
{
    char line[600];
    (void)state;
    write_project();
    snprintf(line, sizeof line,
             "chart %s -k league -i member_rate --audience public",
             test_path("p"));
    struct program_run picture = program_run(line);
    assert_int_equal(picture.status, 0);
    assert_non_null(strstr(picture.out, "Vũ Thư"));
    program_free(&picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_file),
        cmocka_unit_test(no_command),
        cmocka_unit_test(seen_inside),
        cmocka_unit_test(named_in_pictures),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
