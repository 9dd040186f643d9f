/*
 * publish.c - figures are frozen; what becomes of them is told, with the reason
 * that was decided.
 *
 * The project of `init` is the ground: its figures are small and invented.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "tests/house.h"
#include "tests/program.h"

static struct arena *arena;
static const char *project;
static unsigned projects;

static int run(const char *words)
{
    struct program_run run =
        program_run(arena_format(arena, "%s --lang en", words));
    int status = run.status;
    program_free(&run);
    return status;
}

static int run_project(const char *command)
{
    return run(arena_format(arena, "%s %s", command, project));
}

/* Of a file of the project. */
static char *read_text(const char *name)
{
    char *bytes;
    size_t length;
    struct fault fault = { 0 };
    assert_true(file_read(&bytes, &length, path_join(arena, project, name), 0,
                          arena, &fault));
    return bytes;
}

static void write_text(const char *name, const char *text)
{
    struct fault fault = { 0 };
    assert_true(file_write(path_join(arena, project, name), text, strlen(text),
                           &fault));
}

/* The one place where [from] stands becomes [to]. */
static void edit(const char *name, const char *from, const char *to)
{
    char *text = read_text(name), *at = strstr(text, from);
    assert_non_null(at);
    *at = '\0';
    write_text(name,
               arena_format(arena, "%s%s%s", text, to, at + strlen(from)));
}

/* A project made anew for each test. */
static int start(void **state)
{
    (void)state;
    arena = arena_new();
    project = test_path(arena_format(arena, "p%u", ++projects));
    project = arena_string(arena, project);
    return run(arena_format(arena, "init %s", project));
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* Frozen once; the same figures change nothing, a second time neither. */
static void frozen_figures_stay(void **state)
{
    (void)state;
    assert_int_equal(run_project("publish"), 0);
    char *frozen = read_text("published/2023.csv");
    assert_non_null(strstr(frozen, "\nmember_rate,005,"));
    assert_null(strstr(frozen, ",2022,")); /* one year alone */
    assert_int_equal(run_project("publish"), 0);
    assert_string_equal(read_text("published/2023.csv"), frozen);
    assert_int_equal(run_project("run"), 0);
    const char *revisions = read_text("out/revisions.csv");
    assert_string_equal(strchr(revisions, '\n'), "\n"); /* its head alone */
}

/* 23,936 members of 98,528 people and of 98,628, in per cent. */
#define MEMBERS_THEN "24.2936018188"
#define MEMBERS_NOW "24.2689702721"

static void other_figures_are_told_with_the_reason(void **state)
{
    (void)state;
    assert_int_equal(run_project("publish"), 0);
    char *frozen = read_text("published/2023.csv");
    edit("exports/dan-so.csv", "98528", "98628");
    edit("exports/dan-so.csv", "1014002", "1014102");
    assert_int_equal(run_project("run"), 0);
    const char *line =
        strstr(read_text("out/revisions.csv"), "\nmember_rate,005,");
    assert_non_null(line);
    line = arena_copy(arena, line + 1, strcspn(line + 1, "\n"));
    assert_non_null(strstr(line, MEMBERS_THEN ",2024-01-15," MEMBERS_NOW ","));
    assert_non_null(strstr(line, ",input,,,published/2023.csv,"));

    const char *number = strrchr(line, ',') + 1;
    write_text("decisions.csv",
               arena_format(arena,
                            "rule,file,line,decision,who,date,reason\n"
                            "revised,published/2023.csv,%s,accept,Văn phòng,"
                            "2024-02-01,Điều tra lại dân số\n",
                            number));
    assert_int_equal(run_project("run"), 0);
    assert_non_null(strstr(read_text("out/revisions.csv"),
                           ",input,Điều tra lại dân số,Văn phòng,"));
    assert_non_null(
        strstr(read_text("out/report.html"), "Điều tra lại dân số"));

    /* Not replaced unasked; then kept. */
    assert_int_equal(run_project("publish"), 2);
    assert_string_equal(read_text("published/2023.csv"), frozen);
    assert_int_equal(run_project("publish --revise"), 0);
    assert_string_equal(read_text("published/earlier/2023.1.csv"), frozen);
    assert_non_null(strstr(read_text("published/2023.csv"), "," MEMBERS_NOW));
}

/* The catalogue has moved on: a row of what there is no more is a note. */
static void an_old_indicator_stops_nothing(void **state)
{
    (void)state;
    assert_int_equal(run_project("publish"), 0);
    edit("published/2023.csv", "\nmember_rate,005,", "\nold_rate,005,");
    assert_int_equal(run_project("run"), 0);
    assert_non_null(strstr(read_text("out/findings.csv"),
                           "published_unknown,note,published/2023.csv,"));
    assert_null(strstr(read_text("out/revisions.csv"), "old_rate"));
}

/* A damaged file is a fault with its place. */
static void a_damaged_file_is_told(void **state)
{
    (void)state;
    assert_int_equal(run_project("publish"), 0);
    edit("published/2023.csv", ",2024-01-15\n", ",15/1/24\n");
    assert_int_equal(run_project("check"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(frozen_figures_stay, start, end),
        cmocka_unit_test_setup_teardown(other_figures_are_told_with_the_reason,
                                        start, end),
        cmocka_unit_test_setup_teardown(an_old_indicator_stops_nothing, start,
                                        end),
        cmocka_unit_test_setup_teardown(a_damaged_file_is_told, start, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
