/*
 * registers.c - the statistics office's register exports, taken as areas.csv
 * as they are.
 *
 * The counts were taken from the files with a few lines of Python, not from
 * this program. The files are not in the repository; without them the tests are
 * skipped.
 *
 *  (1) gso-ward-2025-07-18: 10,035 communes in 691 districts and 63 provinces;
 *      five island districts have no commune and so no row.
 *  (2) gso-district-2025-07-18: 696 districts, those five among them, and 63
 *      provinces.
 *  (3) gso-ward-2024 is a list of names without codes: no register.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/house.h"
#include "tests/program.h"

static void need(const char *name)
{
    if (real_data(name) != NULL)
        return;
    printf("skipped: %s is not here\n", name);
    skip();
}

/* A project whose areas.csv is that file. */
static void make_project(const char *name)
{
    char words[1024];
    snprintf(words, sizeof words, "mkdir -p '%s/p' && cp '%s' '%s/p/areas.csv'",
             test_folder(), real_data(name), test_folder());
    assert_int_equal(system(words), 0);
    test_write("p/project.yaml",
               "title: Danh mục\nlanguage: vi\nroot: 34\ntier: district\n"
               "period: 2024\nsources: []\n");
}

static struct program_run list_areas(void)
{
    char words[512];
    snprintf(words, sizeof words, "list areas %s --format csv", test_path("p"));
    return program_run(words);
}

static size_t count_lines(const char *text, const char *with)
{
    size_t count = 0;
    for (; (text = strstr(text, with)) != NULL; text++)
        count++;
    return count;
}

static void communes(void **state) /* (1) */
{
    (void)state;
    need("vn-register/gso-ward-2025-07-18.csv");
    make_project("vn-register/gso-ward-2025-07-18.csv");
    struct program_run run = list_areas();
    assert_int_equal(run.status, 0);
    assert_int_equal(count_lines(run.out, ",commune,"), 10035);
    assert_int_equal(count_lines(run.out, ",district,"), 691);
    assert_int_equal(count_lines(run.out, ",province,"), 63);
    assert_int_equal(count_lines(run.out, ",commune,339,"), 33);
    assert_non_null(strstr(run.out, "\n00001,commune,001,Phường Phúc Xá,"));
    assert_non_null(strstr(run.out, "\n12586,commune,339,Thị trấn Hưng Hà,"));
    assert_non_null(strstr(run.out, "\n339,district,34,Huyện Hưng Hà,"));
    program_free(&run);
}

static void districts(void **state) /* (2) */
{
    (void)state;
    need("vn-register/gso-district-2025-07-18.csv");
    make_project("vn-register/gso-district-2025-07-18.csv");
    struct program_run run = list_areas();
    assert_int_equal(run.status, 0);
    assert_int_equal(count_lines(run.out, ",district,"), 696);
    assert_int_equal(count_lines(run.out, ",province,"), 63);
    assert_int_equal(count_lines(run.out, ",district,34,"), 8);
    assert_non_null(strstr(run.out, "\n318,district,31,"));
    program_free(&run);
}

static void names_alone(void **state) /* (3) */
{
    (void)state;
    need("vn-register/gso-ward-2024.csv");
    make_project("vn-register/gso-ward-2024.csv");
    struct program_run run = list_areas();
    assert_int_equal(run.status, 2);
    assert_non_null(strstr(run.err, "areas.csv:1: "));
    program_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(communes),
        cmocka_unit_test(districts),
        cmocka_unit_test(names_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
