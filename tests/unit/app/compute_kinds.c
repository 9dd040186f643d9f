/*
 * compute_kinds.c - compute --table --kind mean and --kind difference as a user
 * meets them. The figures are those of tests/known/compute/interval_pairs.c and
 * of R's qt.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "tests/house.h"
#include "tests/program.h"

#define MEANS "subgroup,mean,sd,n\n"
#define PAIRS "subgroup,numerator,denominator,numerator_2,denominator_2\n"

static struct program_run table_run(const char *rows, const char *options)
{
    char words[1024];
    snprintf(words, sizeof words, "compute --table %s --lang en %s",
             test_write("table.csv", rows), options);
    return program_run(words);
}

/* The whole output, part of what is said, and the status. */
static void expect(const char *rows, const char *options, const char *out,
                   const char *said, int status)
{
    struct program_run run = table_run(rows, options);
    assert_string_equal(run.out, out);
    if (*said == '\0')
        assert_string_equal(run.err, "");
    else if (strstr(run.err, said) == NULL)
        fail_msg("“%s” is missing in: %s", said, run.err);
    assert_int_equal(run.status, status);
    program_free(&run);
}

static void means(void **state)
{
    (void)state;
    expect(MEANS "A,50,10,16\nBelow,-2.5,1.5,10\n", "--kind mean",
           "subgroup,value,lower,upper,method\n"
           "A,50,44.6713761361,55.3286238639,t\n"
           "Below,-2.5,-3.57303535896,-1.42696464104,t\n",
           "", 0);
    expect(MEANS "A,50,10,16\n",
           "--kind mean --method t --scale 10 --confidence 0.95,0.998",
           "subgroup,value,lower_95,upper_95,lower_99.8,upper_99.8,method\n"
           "A,500,446.713761361,553.286238639,406.679139367,593.320860633,t\n",
           "", 0);
    /* A level given twice is one, and one has no number in its heads. */
    expect(MEANS "A,50,10,16\n", "--kind mean --confidence 0.95,0.95",
           "subgroup,value,lower,upper,method\n"
           "A,50,44.6713761361,55.3286238639,t\n",
           "", 0);
    expect(MEANS "A,50,10,16\nOne,7,,1\n", "--kind mean --noise none",
           "subgroup,value,lower,upper,method\nA,50,,,\nOne,7,,,\n", "", 0);
}

static void means_of_few(void **state)
{
    static const char head[] = "subgroup,value,lower,upper,method\n";
    static const struct {
        const char *row, *out, *said;
    } cases[] = {
        { "One,7,2,1\n", "One,7,,,\n", "line 2, “One”: limits need" },
        { "Bare,7,,12\n", "Bare,7,,,\n", "line 2, “Bare”: limits need" },
        { "Uncounted,7,2,\n", "Uncounted,7,,,\n", "“Uncounted”: limits need" },
        { "Nobody,,,0\n", "Nobody,,,,\n", "line 2, “Nobody”: n is 0" },
        { "Nobody,3,1,0\n", "Nobody,,,,\n", "line 2, “Nobody”: n is 0" },
        { "Gap,,1,9\n", "Gap,,,,\n", "“Gap”: the mean is missing" },
        { "Less,3,1,-2\n", "Less,,,,\n", "“Less”: the mean is missing or n" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char rows[128], out[128];
        snprintf(rows, sizeof rows, "%s%s", MEANS, cases[i].row);
        snprintf(out, sizeof out, "%s%s", head, cases[i].out);
        expect(rows, "--kind mean", out, cases[i].said, 0);
    }
}

static void differences(void **state)
{
    (void)state;
    expect(PAIRS "A,56,70,48,80\nFull,10,10,0,10\n", "--kind difference",
           "subgroup,value,lower,upper,method\n"
           "A,0.2,0.0524314724024,0.333872654037,newcombe\n"
           "Full,1,0.607509350431,1,newcombe\n",
           "", 0);
    expect(PAIRS "A,56,70,48,80\n",
           "--kind difference --method newcombe --scale 100 "
           "--confidence 0.95,0.998",
           "subgroup,value,lower_95,upper_95,lower_99.8,upper_99.8,method\n"
           "A,20,5.24314724024,33.3872654037,-3.34872536424,40.1811764603,"
           "newcombe\n",
           "", 0);
    expect(PAIRS "A,56,70,48,80\n", "--kind difference --noise none",
           "subgroup,value,lower,upper,method\nA,0.2,,,\n", "", 0);
}

static void odd_differences(void **state)
{
    (void)state;
    expect(PAIRS "Zero,0,0,3,10\nA,0,10,0,10\n", "--kind difference",
           "subgroup,value,lower,upper,method\nZero,,,,\n"
           "A,0,-0.277532799863,0.277532799863,newcombe\n",
           "line 2, “Zero”: the denominator is 0", 0);
    expect(PAIRS "Zero,3,10,0,0\n", "--kind difference",
           "subgroup,value,lower,upper,method\nZero,,,,\n",
           "line 2, “Zero”: the denominator is 0", 0);
    expect(PAIRS "Gap,0,0,,10\n", "--kind difference",
           "subgroup,value,lower,upper,method\nGap,,,,\n",
           "line 2, “Gap”: a figure is missing", 0);
    expect(PAIRS "Above,3,10,11,10\n", "--kind difference",
           "subgroup,value,lower,upper,method\nAbove,-0.8,,,\n",
           "line 2, “Above”: the numerator is above the denominator", 1);
}

/* What does not go together is refused before anything is printed. */
static void refused(void **state)
{
    static const char mean[] = MEANS "A,50,10,16\n";
    static const char pair[] = PAIRS "A,56,70,48,80\n";

    (void)state;
    expect(MEANS "A,50,-1,16\n", "--kind mean", "", ":2:3: “-1” is below 0", 2);
    expect(mean, "--kind mean --method wilson", "", "wilson is not for a mean",
           2);
    expect(pair, "--kind difference --method byar", "",
           "byar is not for a difference", 2);
    expect(mean, "--kind mean --method newcombe", "", "“newcombe” is no value",
           2);
    expect(mean, "--kind mean --standard n", "", "--kind rate", 2);
    expect(pair, "--kind mean", "", "“mean” is missing", 2);
    expect("subgroup,numerator,denominator\nA,1,2\n", "--kind difference", "",
           "numerator_2", 2);
}

/* The other commands know counts alone. */
static void compute_alone(void **state)
{
    static const char *const commands[] = { "compare", "equity", "trend" };

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        char words[128];
        snprintf(words, sizeof words,
                 "%s --table tests/golden/table-counts.csv --kind mean",
                 commands[i]);
        struct program_run run = program_run(words);
        assert_non_null(strstr(run.err, "proportion, rate\n"));
        assert_int_equal(run.status, 2);
        program_free(&run);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(means),       cmocka_unit_test(means_of_few),
        cmocka_unit_test(differences), cmocka_unit_test(odd_differences),
        cmocka_unit_test(refused),     cmocka_unit_test(compute_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
