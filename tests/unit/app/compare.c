/*
 * compare.c - compare as a user meets it: a table in, rows and a line of
 * dispersion out, the same from `run`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/house.h"
#include "tests/program.h"

#define SAMPLE "data/sample/thai-binh"
#define HEAD                                                                   \
    "subgroup,value,lower,upper,whole,difference,difference_lower,"            \
    "difference_upper,p_value,adjusted_p,funnel,shrunk,shrunk_lower,"          \
    "shrunk_upper,weight,rank,rank_lower,rank_upper,verdict\n"

static struct program_run table_run(const char *rows, const char *options)
{
    char words[1024];
    snprintf(words, sizeof words, "compare --table %s --lang en %s",
             test_write("table.csv", rows), options);
    return program_run(words);
}

/* Every NULL-ended text must stand in the output. */
static void said(const char *all, const char *part)
{
    if (strstr(all, part) == NULL) {
        print_error("“%s” is missing in:\n%s\n", part, all);
        fail();
    }
}

static void nowhere(const struct program_run *run, const char *word)
{
    assert_null(strstr(run->out, word));
    assert_null(strstr(run->err, word));
}

/* Nothing to divide by, above the base, and no figure at all: the rows stay,
 * and nothing is said of them. Only what is above its base counts in the whole:
 * 280/520. */
static void odd_rows(void **state)
{
    static const char sound[] = "subgroup,numerator,denominator\n"
                                "A,60,100\nB,190,400\n";
    static const char odd[] = "subgroup,numerator,denominator\n"
                              "A,60,100\nNone,0,0\nB,190,400\nEmpty,,30\n";
    static const char above[] = "subgroup,numerator,denominator\n"
                                "A,60,100\nB,190,400\nAbove,30,20\n";
    struct program_run one = table_run(sound, "");
    struct program_run two = table_run(odd, "");
    struct program_run three = table_run(above, "");

    (void)state;
    assert_int_equal(one.status, 0);
    assert_int_equal(strncmp(one.out, HEAD, strlen(HEAD)), 0);
    /* z = sqrt 5: see tests/unit/compute/compare.c */
    said(one.out, "\nA,0.6,0.502002586791,0.690598713568,0.5,0.1,");
    said(one.out, ",0.0253473186775,0.0253473186775,,");
    said(one.out, ",1,1,2,better\n");
    assert_int_equal(two.status, 0);
    said(two.out, "\nNone,,,,,,,,,,,,,,,,,,\n");
    said(two.out, "\nEmpty,,,,,,,,,,,,,,,,,,\n");
    said(two.err, "“None”");
    said(two.err, "denominator is 0");
    said(two.err, "“Empty”");
    assert_int_equal(three.status, 1);
    said(three.out, "\nAbove,1.5,,,,,,,,,,,,,,,,,\n");
    said(three.err, "“Above”");
    said(three.out, "\nA,0.6,0.502002586791,0.690598713568,0.538461538462,"
                    "0.0615384615385,");
    nowhere(&two, "nan");
    nowhere(&three, "nan");
    program_free(&one);
    program_free(&two);
    program_free(&three);
}

static void dispersion_line(void **state)
{
    struct program_run run =
        program_run("compare --table tests/golden/table-compare.csv");
    struct program_run facts = program_run(
        "compare --table tests/golden/table-compare.csv --noise none");
    struct program_run alone =
        table_run("subgroup,numerator,denominator\nA,3,10\n", "");

    (void)state;
    assert_string_equal(run.err, "phi=8.07837423999 tau2=0.0247140482008 "
                                 "tau2_lower=0.0106668757465 "
                                 "tau2_upper=0.0779023633233\n");
    assert_string_equal(facts.err, "phi= tau2= tau2_lower= tau2_upper=\n");
    said(alone.err, "nothing to compare");
    said(alone.out, "\nA,0.3,0.107791267406,0.603221852539,0.3,0,,");
    assert_int_equal(alone.status, 0);
    nowhere(&alone, "nan");
    program_free(&run);
    program_free(&facts);
    program_free(&alone);
}

static void options(void **state)
{
    static const char rows[] = "subgroup;numerator;denominator\n"
                               "A;60;100\nB;190;400\n";
    static const struct {
        const char *options;
        int status;
        const char *out, *err;
    } cases[] = {
        { "", 0, "better\n", NULL },
        { "--better lower", 0, ",2,1,2,worse\n", NULL },
        { "--material 0.1", 0, "better\n", NULL },
        { "--material 0.11", 0, "similar\n", NULL },
        { "--material 9.9 --scale 100", 0, "60,50.2", NULL },
        { "--method clopper_pearson", 0, "A,0.6,0.497209150422", NULL },
        { "--kind rate --scale 1000", 0, "\nA,600,457.", NULL },
        { "--seed 7 --draws 10 --threads 3", 0, "better\n", NULL },
        { "--material -1", 2, NULL, "“-1”" },
        { "--material x", 2, NULL, "--material" },
        { "--draws many", 2, NULL, "--draws" },
        { "--confidence 0.9,0.95", 2, NULL, "confidence" },
        { "--method byar", 2, NULL, "byar" },
        { "--better both", 2, NULL, "higher, lower" },
        { "-p 2023", 2, NULL, "--period" },
        { "--target 3", 2, NULL, "--target" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct program_run run = table_run(rows, cases[i].options);
        if (run.status != cases[i].status)
            print_error("%s: %s", cases[i].options, run.err);
        assert_int_equal(run.status, cases[i].status);
        if (cases[i].out != NULL)
            said(run.out, cases[i].out);
        if (cases[i].err != NULL)
            said(run.err, cases[i].err);
        program_free(&run);
    }
}

/* One area asked for says what it says among all. */
static void selection(void **state)
{
    struct program_run all = program_run(
        "compare " SAMPLE " -i ner_primary -p 2023 --tier district");
    struct program_run one = program_run(
        "compare " SAMPLE " -i ner_primary -p 2023 --tier district -a 339");

    (void)state;
    assert_int_equal(all.status, 1); /* the sample has findings */
    said(all.out, "indicator,area,area_name,period,breakdown,value,lower,");
    const char *row = strstr(one.out, "\nner_primary,339,");
    assert_non_null(row);
    said(all.out, row);
    assert_null(strstr(one.out, "ner_primary,340"));
    program_free(&all);
    program_free(&one);
    one = program_run("compare " SAMPLE " --material 3");
    assert_int_equal(one.status, 2);
    said(one.err, "--material");
    program_free(&one);
}

/* comparison.csv is what the command prints for the report's year. */
static void file_of_run(void **state)
{
    char words[512];

    (void)state;
    snprintf(words, sizeof words, "run " SAMPLE " -o %s", test_path("out"));
    struct program_run run = program_run(words);
    struct program_run printed = program_run("compare " SAMPLE " -p 2023");
    assert_int_equal(run.status, 1);
    const char *path =
        test_write_bytes("printed.csv", printed.out, printed.out_length);
    snprintf(words, sizeof words, "cmp %s %s/comparison.csv", path,
             test_path("out"));
    assert_int_equal(system(words), 0);
    program_free(&run);
    program_free(&printed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(odd_rows),    cmocka_unit_test(dispersion_line),
        cmocka_unit_test(options),     cmocka_unit_test(selection),
        cmocka_unit_test(file_of_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
