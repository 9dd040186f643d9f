/*
 * asked.c - what is computed when only some of it is asked for, and by how many
 * threads.
 *
 *  (1) -i and -p bring the very rows that the whole has of them, also across
 *      the edge of what was asked for: a change from the year before stays.
 *  (2) A list of periods in any order, or with one twice, is the same list.
 *  (3) Nothing depends on the number of threads: rows, findings, status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"
#include "tests/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/text.h"

static struct program_run run(const char *words)
{
    char line[512];
    snprintf(line, sizeof line, "%s data/sample/thai-binh --lang en", words);
    return program_run(line);
}

/* Does the line begin so, and its fifth cell, the period, too? */
static bool is_of(const char *line, const char *indicator, const char *period)
{
    size_t length = strlen(indicator);
    if (strncmp(line, indicator, length) != 0)
        return false;
    for (int i = 0; i < 4; i++)
        line = strchr(line, ',') + 1;
    return strncmp(line, period, strlen(period)) == 0;
}

static struct text lines_of(const char *all, const char *indicator,
                            const char *period)
{
    struct text kept = text_new();
    for (const char *line = all, *end; *line != '\0'; line = end) {
        end = strchr(line, '\n') + 1;
        if (line == all || is_of(line, indicator, period))
            text_add_bytes(&kept, line, (size_t)(end - line));
    }
    return kept;
}

static void assert_picked(const char *command, const char *all,
                          const char *indicator, const char *period)
{
    struct program_run some = run(command);
    struct text expected = lines_of(all, indicator, period);
    assert_true(strchr(expected.bytes, '\n')[1] != '\0'); /* not heads alone */
    assert_string_equal(some.out, expected.bytes);
    text_free(&expected);
    program_free(&some);
}

static void the_rows_of_the_whole(void **state)
{
    (void)state;
    struct program_run all = run("compute");
    assert_picked("compute -p 2022", all.out, "", "2022,");
    assert_picked("compute -i member_rate", all.out, "member_rate,", "");
    assert_picked("compute -p 2022 -i member_growth", all.out, "member_growth,",
                  "2022,");
    program_free(&all);
    all = run("compare -p 2022");
    assert_picked("compare -p 2022 -i member_rate", all.out, "member_rate,",
                  "");
    program_free(&all);
}

static void periods_are_a_set(void **state)
{
    (void)state;
    struct program_run once = run("compute -i member_rate -p 2021,2022");
    struct program_run twice = run("compute -i member_rate -p 2022,2021,2022");
    assert_string_equal(once.out, twice.out);
    program_free(&once);
    program_free(&twice);
}

static void threads_change_nothing(void **state)
{
    (void)state;
    struct program_run one = run("compute --threads 1");
    static const char *const others[] = { "compute --threads 2",
                                          "compute --threads 7", "compute" };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        struct program_run other = run(others[i]);
        assert_int_equal(other.status, one.status);
        assert_string_equal(other.out, one.out);
        assert_string_equal(other.err, one.err);
        program_free(&other);
    }
    program_free(&one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rows_of_the_whole),
        cmocka_unit_test(periods_are_a_set),
        cmocka_unit_test(threads_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
