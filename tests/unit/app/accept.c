/*
 * accept.c - suggestions into aliases.csv, as a user asks for them.
 *
 *  (1) Without the option nothing is written, and a line says what could be.
 *  (2) What is in the file stays: mark, delimiter, order of heads, line ends.
 *  (3) Every name is said, written or not; the next run reads what was written
 *      and writes nothing twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"
#include "tests/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"

static void write_project(const char *export)
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
                              "344,district,34,Vũ Thư\n"
                              "345,district,34,Vũ Thu\n");
    test_write("p/layouts/l.yaml",
               "l:\n  needs: [Huyện, Hội viên]\n  period: {fixed: 2020}\n"
               "  columns:\n"
               "    - {head: Huyện, field: area, tier: district}\n"
               "    - {head: Hội viên, quantity: members}\n");
    test_write("p/exports/a.csv", export);
}

static char *content(const char *name)
{
    struct arena *arena = arena_new();
    struct fault fault;
    char *bytes, *copy = NULL;
    size_t length;
    if (file_exists(test_path(name)) &&
        file_read(&bytes, &length, test_path(name), 0, arena, &fault))
        copy = strndup(bytes, length);
    arena_free(arena);
    return copy;
}

static struct program_run run(const char *words)
{
    char line[512];
    snprintf(line, sizeof line, "%s %s --lang en", words, test_path("p"));
    return program_run(line);
}

static void assert_says(const char *text, const char *words)
{
    if (strstr(text, words) == NULL)
        fail_msg("“%s” is not in:\n%s", words, text);
}

static const char export[] = "Huyện,Hội viên\nTiền Hả,1\nThái Thùy (*),2\n"
                             "2. Kiến Xương,3\nVũ Thứ,4\nXyz,5\n"
                             "Kiến Trương,6\n";

static void nothing_unasked(void **state)
{
    (void)state;
    write_project(export);
    struct program_run first = run("import");
    assert_int_equal(first.status, 1);
    assert_says(first.err, "3 of 6 unknown names have one clear suggestion: "
                           "with --accept-suggestions");
    program_free(&first);
    assert_null(content("p/aliases.csv"));
}

static void a_new_file(void **state)
{
    (void)state;
    write_project(export);
    struct program_run first = run("import --accept-suggestions");
    assert_int_equal(first.status, 1);
    assert_says(first.err, "“Tiền Hả” is Tiền Hải (342, district), source a [");
    assert_says(first.err, "exports/a.csv:2]\n");
    assert_says(first.err, "not written: “Vũ Thứ” [");
    assert_says(first.err, "several areas are as near");
    assert_says(first.err, "not written: “Xyz” [");
    assert_says(first.err, "not written: “Kiến Trương” [");
    assert_says(first.err, "3 of 6 names were written");
    program_free(&first);
    char *bytes = content("p/aliases.csv");
    assert_string_equal(bytes, "written,code,tier,source\n"
                               "Tiền Hả,342,district,a\n"
                               "Thái Thùy (*),341,district,a\n"
                               "2. Kiến Xương,343,district,a\n");
    struct program_run second = run("import --accept-suggestions");
    assert_says(second.out, "342,2020,members,1,");
    assert_says(second.out, "341,2020,members,2,");
    assert_says(second.out, "343,2020,members,3,");
    assert_says(second.err, "No name was written to aliases.csv (3 unknown).");
    program_free(&second);
    char *again = content("p/aliases.csv");
    assert_string_equal(again, bytes);
    free(again);
    free(bytes);
    unlink(test_path("p/aliases.csv"));
}

static void the_users_file_stays(void **state)
{
    (void)state;
    static const char old[] = "\xEF\xBB\xBFsource;code;tier;written\r\n"
                              "a;341;;\"Thụy; Anh\"";
    write_project("Huyện,Hội viên\n\"Tiền; Hải\",1\nTiền Hả,2\n");
    test_write("p/aliases.csv", old);
    struct program_run first = run("check --accept-suggestions");
    program_free(&first);
    char *bytes = content("p/aliases.csv");
    assert_memory_equal(bytes, old, sizeof old - 1);
    assert_string_equal(bytes + sizeof old - 1,
                        "\r\na;342;district;\"Tiền; Hải\"\r\n"
                        "a;342;district;Tiền Hả\r\n");
    free(bytes);
    unlink(test_path("p/aliases.csv"));
}

static void a_name_of_two_areas(void **state)
{
    (void)state;
    write_project("Huyện,Hội viên\nTiền Hả,2\nTiền Hả,2\n");
    test_write("p/aliases.csv", "written,code,tier,source\nTiền Hả,34,,\n");
    struct program_run first = run("import --accept-suggestions");
    program_free(&first);
    char *bytes = content("p/aliases.csv");
    assert_string_equal(bytes, "written,code,tier,source\nTiền Hả,34,,\n");
    free(bytes);
    unlink(test_path("p/aliases.csv"));
}

static void files_need_a_project(void **state)
{
    (void)state;
    char line[512];
    write_project(export);
    snprintf(line, sizeof line, "import --accept-suggestions %s --lang en",
             test_path("p/exports/a.csv"));
    struct program_run first = program_run(line);
    assert_int_equal(first.status, 2);
    assert_says(first.err, "--accept-suggestions needs a project");
    program_free(&first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_unasked),
        cmocka_unit_test(a_new_file),
        cmocka_unit_test(the_users_file_stays),
        cmocka_unit_test(a_name_of_two_areas),
        cmocka_unit_test(files_need_a_project),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
