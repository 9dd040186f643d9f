/*
 * export.c - the export command on the sample, and the package of a run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/digest.h"
#include "engine/base/files.h"
#include "tests/house.h"
#include "tests/program.h"

#define SAMPLE "data/sample/thai-binh"

static struct program_run export_run(const char *options)
{
    char words[2048];
    snprintf(words, sizeof words, "export " SAMPLE " --lang en %s", options);
    return program_run(words);
}

static size_t count_lines(const char *text)
{
    size_t lines = 0;
    for (; *text != '\0'; text++)
        lines += *text == '\n';
    return lines;
}

/* An export tells what indicators.csv tells: a line a result, no more. */
static void as_many_lines_as_results(void **state)
{
    struct program_run results =
        program_run("compute " SAMPLE " -p 2023 --format csv");
    struct program_run tidy = export_run("-p 2023");
    struct program_run sdmx = export_run("-f sdmx-csv -p 2023");
    struct program_run district =
        export_run("-f tidy -p 2023 -i member_rate --tier district");
    (void)state;
    assert_int_equal(tidy.status, 1); /* the sample has a rejected row */
    assert_int_equal(count_lines(tidy.out), count_lines(results.out));
    assert_int_equal(count_lines(sdmx.out), count_lines(results.out));
    assert_int_equal(count_lines(district.out),
                     1 + 8 * 2); /* each as a whole, and its women */
    program_free(&results);
    program_free(&tidy);
    program_free(&sdmx);
    program_free(&district);
}

static void an_unknown_form_names_the_nearest(void **state)
{
    struct program_run run = export_run("-f sdmx");
    struct program_run near = export_run("-f dhis");
    (void)state;
    assert_int_equal(run.status, 2);
    assert_int_equal(near.status, 2);
    assert_non_null(strstr(near.err, "did you mean “dhis2”?"));
    assert_string_equal(near.out, "");
    program_free(&run);
    program_free(&near);
}

/* Every file that the package names is there with the sum it gives. */
static void the_sums_are_those_of_the_files(void **state)
{
    char words[1024];
    char *bytes;
    size_t length, i;
    json_t *resource;
    struct fault fault = { 0 };
    struct arena *arena = arena_new();
    (void)state;
    snprintf(words, sizeof words, "-f datapackage -o %s", test_path("package"));
    struct program_run run = export_run(words);
    assert_int_equal(run.status, 1);
    assert_true(file_read(&bytes, &length,
                          test_path("package/datapackage.json"), 0, arena,
                          &fault));
    json_t *package = json_loads(bytes, 0, NULL);
    json_t *resources = json_object_get(package, "resources");
    assert_true(json_array_size(resources) >= 7);
    json_array_foreach(resources, i, resource)
    {
        char digits[DIGEST_LENGTH + 1];
        const char *path = json_string_value(json_object_get(resource, "path"));
        const char *hash = json_string_value(json_object_get(resource, "hash"));
        snprintf(words, sizeof words, "package/%s", path);
        assert_true(
            file_read(&bytes, &length, test_path(words), 0, arena, &fault));
        digest_of(digits, bytes, length);
        assert_string_equal(hash + strlen("sha256:"), digits);
        assert_int_equal(json_integer_value(json_object_get(resource, "bytes")),
                         length);
    }
    struct program_run again = export_run("-f datapackage");
    assert_true(file_read(&bytes, &length,
                          test_path("package/datapackage.json"), 0, arena,
                          &fault));
    assert_string_equal(again.out, bytes); /* same input, same bytes */
    json_decref(package);
    program_free(&run);
    program_free(&again);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_many_lines_as_results),
        cmocka_unit_test(an_unknown_form_names_the_nearest),
        cmocka_unit_test(the_sums_are_those_of_the_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
