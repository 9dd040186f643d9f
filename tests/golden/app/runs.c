/*
 * runs.c - whole runs, byte for byte.
 *
 * Each case is a command line whose stdout and status must be those kept in
 * tests/golden/expected. `make bless` rewrites them and shows what changed; a
 * blessed change has to be understood before it is committed. What the figures
 * should be was worked out apart from the program: see tests/README.md.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/house.h"
#include "tests/program.h"

#define SAMPLE "data/sample/thai-binh"

static const struct golden {
    const char *name, *words;
    int status;
} cases[] = {
    { "sample-findings.csv", "check " SAMPLE " --format csv", 1 },
    { "sample-province.csv", "compute " SAMPLE " --tier province", 1 },
    { "sample-districts.csv", "compute " SAMPLE " --tier district -p 2023", 1 },
    { "sample-compare.csv",
      "compare " SAMPLE " -p 2023 --tier district"
      " -i learning_family_rate,kg5_rate,ner_lower_secondary",
      1 },
    { "sample-equity.csv",
      "equity " SAMPLE " -p 2021..2023"
      " -i member_rate,learning_family_rate,learning_citizen_rate",
      1 },
    { "sample-explain.txt", "explain " SAMPLE " 34 member_rate 2021", 0 },
    /* An area did not report; a target and its row. */
    { "sample-explain-incomplete.txt",
      "explain " SAMPLE " 34 library_lll_rate_commune 2023 --lang en", 0 },
    /* A finding on the cell and the decision about it. */
    { "sample-explain-decided.txt",
      "explain " SAMPLE " 34 chapters_count 2019 --lang en", 0 },
    /* Nothing to show, for two rows contradict one another. */
    { "sample-explain-missing.txt",
      "explain " SAMPLE " 338 media_items_per_10k 2020 --lang en", 0 },
    { "sample-explain-vi.txt",
      "explain " SAMPLE " Vũ\\ Thư learning_family_rate 2023 --lang vi"
      " --tier district",
      0 },
    { "table-standard.csv",
      "compute --table tests/golden/table-strata.csv --kind rate --scale "
      "100000 --standard standard",
      0 },
    { "table-wilson.csv", "compute --table tests/golden/table-counts.csv", 0 },
    { "table-rate.csv",
      "compute --table tests/golden/table-counts.csv --kind rate"
      " --scale 1000 --confidence 0.95,0.998",
      0 },
    { "table-compare.csv", "compare --table tests/golden/table-compare.csv",
      0 },
    { "table-compare-rate.csv",
      "compare --table tests/golden/table-compare.csv --kind rate --scale 1000"
      " --better lower",
      0 },
    { "table-equity.csv", "equity --table tests/golden/table-counts.csv", 0 },
    { "table-equity.json",
      "equity --table tests/golden/table-counts.csv --noise none --format json"
      " --measure difference,ratio,theil,gini",
      0 },
    { "sample-trend.csv",
      "trend " SAMPLE " -i member_rate,fund_raised_per_capita,"
      "learning_family_rate,dropout_primary,chapters_count --tier district",
      1 },
    { "sample-plan.csv",
      "plan " SAMPLE " -i learning_family_rate,party_member_share_in_assoc,"
      "universal_commune_rate_primary_3 --to 2027 --lang vi",
      1 },
    { "sample-plan-rules.csv",
      "plan " SAMPLE " -i learning_family_rate,clc_ict_rate --compare-rules",
      1 },
    { "table-trend.csv",
      "trend --table tests/golden/table-trend.csv --material 0.02", 0 },
    { "help-trend-vi.txt", "trend --help --lang vi", 0 },
    { "help.txt", "--help", 0 },
    { "help-run-vi.txt", "run --help --lang vi", 0 },
};

static void compare(const struct golden *golden)
{
    char path[256];
    struct program_run run = program_run(golden->words);
    snprintf(path, sizeof path, "tests/golden/expected/%s", golden->name);
    if (getenv("BLESS") != NULL) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        fwrite(run.out, 1, run.out_length, file);
        fclose(file);
    } else {
        char *wanted = NULL;
        size_t length = 0;
        FILE *file = fopen(path, "rb");
        assert_non_null(file);
        wanted = malloc(run.out_length + 2);
        length = fread(wanted, 1, run.out_length + 1, file);
        wanted[length] = '\0';
        fclose(file);
        if (length != run.out_length || memcmp(wanted, run.out, length) != 0) {
            print_error("hoctap %s differs from %s\n%s", golden->words, path,
                        run.err);
            fail();
        }
        free(wanted);
    }
    if (run.status != golden->status)
        print_error("hoctap %s: %s", golden->words, run.err);
    assert_int_equal(run.status, golden->status);
    program_free(&run);
}

static void golden_runs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        compare(&cases[i]);
}

/* The same input gives the same bytes in every file of a run. */
static void same_bytes_twice(void **state)
{
    char words[512];
    (void)state;
    snprintf(words, sizeof words, "run " SAMPLE " -o %s", test_path("one"));
    struct program_run one = program_run(words);
    snprintf(words, sizeof words, "run " SAMPLE " -o %s", test_path("two"));
    struct program_run two =
        program_run_with("LC_ALL=C TZ=Asia/Ho_Chi_Minh", words);
    assert_int_equal(one.status, 1);
    assert_int_equal(two.status, 1);
    snprintf(words, sizeof words, "diff -r %s %s", test_path("one"),
             test_path("two"));
    assert_int_equal(system(words), 0);
    program_free(&one);
    program_free(&two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_runs),
        cmocka_unit_test(same_bytes_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
