/*
 * survival.c - survival to a grade: a table worked by hand, laws, and what
 * stands in its way.
 *
 * The figures were worked out apart from the program, in fractions: the share
 * of every way up with at most two repeated years, added up,
 *
 *     sum over (k1, k2, ...) with k1 + k2 + ... <= 2 of prod r(g)^kg p(g).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/indicator/survival.h"
#include "engine/compute/indicator/trace.h"
#include "tests/unit/compute/lab.h"

static struct lab *lab;

static int open_lab(void **state)
{
    (void)state;
    lab = lab_open();
    return 0;
}

static int close_lab(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

/* Five grades: pupils the year before, pupils, repeaters, in that order. */
enum { GRADES = 5 };
static const struct survival_grade ladder[GRADES] = { { "1", 0, 5, 10 },
                                                      { "2", 1, 6, 11 },
                                                      { "3", 2, 7, 12 },
                                                      { "4", 3, 8, 13 },
                                                      { "5", 4, 9, 14 } };
static const struct survival five = { ladder, GRADES };

static void five_grades(void **state)
{
    static const double terms[] = { 1042, 987, 1013, 964, 951, 1011, 1019, 975,
                                    1001, 948, 31,   17,  9,   12,   5 };
    static const double reached[] = { 1, 0.9910718253736451, 0.9869569868273383,
                                      0.972193571322211, 0.9629682143740764 };
    struct survival_rate rates[GRADES];
    double x, n;

    (void)state;
    survival_rates(rates, &five, terms);
    for (size_t g = 0; g < GRADES; g++)
        assert_near(rates[g].reached, reached[g], 1e-15);
    assert_near(rates[0].promotion, 1002.0 / 1042, 1e-15);
    assert_near(rates[0].repetition, 31.0 / 1042, 1e-15);
    assert_false(has_value(rates[4].promotion));
    survival_parts(&x, &n, &five, terms);
    assert_near(x, 1003.4128793777877, 1e-10);
    assert_near(n, 1042, 0);
}

/* Nobody repeats: the product of the promotions. Nobody is lost: all of them.
 * Three repeated years are one too many: 1/2 up and 1/2 again in one grade is
 * 1/2 + 1/4 + 1/8. */
static void laws(void **state)
{
    double none[15] = { 800, 400, 500, 250, 1, 0, 600, 300, 450, 200 };
    double kept[15] = { 731, 731, 731, 731, 731, 731, 731, 731, 731, 731 };
    double half[15] = { 64, 64, 64, 64, 64, 64, 32, 64, 64, 64, 32 };
    double x, n;

    (void)state;
    survival_parts(&x, &n, &five, none);
    assert_near(x / n,
                600.0 / 800 * (300.0 / 400) * (450.0 / 500) * (200.0 / 250),
                1e-15);
    survival_parts(&x, &n, &five, kept);
    assert_near(x / n, 1, 0);
    survival_parts(&x, &n, &five, half);
    assert_near(x / n, 0.875, 1e-15);
}

/* No pupils, more repeaters than pupils, a figure that is absent. */
static void no_rate(void **state)
{
    double terms[15] = { 100, 100, 100, 100, 100, 100, 100, 100, 100, 100 };
    struct survival_rate rates[GRADES];
    double x, n;

    (void)state;
    terms[2] = 0;
    survival_rates(rates, &five, terms);
    assert_near(rates[2].reached, 1, 0);
    assert_false(has_value(rates[3].reached));
    survival_parts(&x, &n, &five, terms);
    assert_false(has_value(x));
    terms[2] = 100, terms[12] = 101;
    survival_parts(&x, &n, &five, terms);
    assert_false(has_value(x));
    terms[12] = NO_VALUE;
    survival_parts(&x, &n, &five, terms);
    assert_false(has_value(x));
}

/* In the lab the level "upper" stands for those who repeat. */
static void say_year(const char *area, const char *when, const double pupils[3],
                     const double repeaters[3])
{
    static const char *grades[] = { "level=primary,grade=1",
                                    "level=primary,grade=2",
                                    "level=primary,grade=3" };
    static const char *again[] = { "level=upper,grade=1", "level=upper,grade=2",
                                   "level=upper,grade=3" };

    for (size_t g = 0; g < 3; g++) {
        lab_say(lab, area, when, "enrolled", grades[g], pupils[g]);
        if (has_value(repeaters[g]))
            lab_say(lab, area, when, "enrolled", again[g], repeaters[g]);
    }
}

static struct indicator *survival_3(void)
{
    struct indicator *in = lab_indicator(lab, "survival", KIND_COHORT_SURVIVAL,
                                         "enrolled[level=primary, grade=1..3]",
                                         "enrolled[level=upper, grade=1..3]");

    in->scale = 100;
    return in;
}

static void say_both(void)
{
    static const double none[] = { 0, 0, 0 };

    say_year("338", "2022", (double[]){ 211, 197, 190 }, none);
    say_year("338", "2023", (double[]){ 219, 203, 191 },
             (double[]){ 13, 11, 7 });
    say_year("339", "2022", (double[]){ 307, 289, 280 }, none);
    say_year("339", "2023", (double[]){ 311, 283, 271 },
             (double[]){ 5, 23, 3 });
}

static void of_areas(void **state)
{
    const struct result *r;
    struct trace *trace;

    (void)state;
    survival_3();
    say_both();
    lab_run(lab);
    r = lab_result(lab, "survival", "338", "2023");
    assert_near(r->denominator, 211, 0);
    assert_near(r->numerator, r->value / 100 * 211, 1e-10);
    assert_near(r->value, 95.85253454840554, 1e-11);
    assert_near(lab_value(lab, "survival", "339", "2023"), 86.68604004743474,
                1e-11);
    assert_near(lab_value(lab, "survival", "34", "2023"), 90.34411863188208,
                1e-11);
    assert_false(lab_has(lab, "survival", "34", "2022"));
    trace = trace_build(0, lab_area(lab, "338"), lab_period("2023"), 0.95,
                        lab->formulas, lab->cube, &lab->study, lab->arena);
    assert_non_null(trace);
    assert_int_equal(trace->count, 7);
    assert_string_equal(trace->terms[0].text,
                        "enrolled[level=primary, grade=1]@-1");
    assert_true(trace->terms[0].in_denominator);
    assert_true(trace->terms[1].in_numerator);
    assert_near(trace->rates[0].promotion, 192.0 / 211, 1e-15);
    assert_near(100 * trace->rates[2].reached, r->value, 1e-12);
}

/* Like for like: a district without its repeaters is not in the province's
 * cohort; what is not there is not 0. */
static void incomplete(void **state)
{
    static const double none[] = { 0, 0, 0 };
    const struct result *r;

    (void)state;
    survival_3();
    say_year("338", "2022", (double[]){ 211, 197, 190 }, none);
    say_year("338", "2023", (double[]){ 219, 203, 191 },
             (double[]){ 13, 11, 7 });
    say_year("339", "2022", (double[]){ 307, 289, 280 }, none);
    say_year("339", "2023", (double[]){ 311, 283, 271 },
             (double[]){ 5, NO_VALUE, 3 });
    lab_run(lab);
    assert_false(has_value(lab_value(lab, "survival", "339", "2023")));
    r = lab_result(lab, "survival", "34", "2023");
    assert_near(r->value, 95.85253454840554, 1e-11);
    assert_int_equal(r->reported, 1);
    assert_true(r->completeness < 1);
}

/* A break between the two years leaves no rates. */
static void broken(void **state)
{
    const struct result *r;

    (void)state;
    survival_3();
    lab->breaks[0] = (struct series_break){ .indicator = 0,
                                            .area = lab_area(lab, "338"),
                                            .period = lab_period("2023") };
    lab->study.breaks.count = 1;
    say_both();
    lab_run(lab);
    r = lab_result(lab, "survival", "338", "2023");
    assert_int_equal(r->status, STATUS_BREAK);
    assert_false(has_value(r->value));
    assert_true(has_value(lab_value(lab, "survival", "339", "2023")));
}

static void refused(const char *message, unsigned line)
{
    struct formulas *formulas;

    assert_false(
        formulas_compile(&formulas, &lab->study, lab->arena, &lab->fault));
    assert_fault(&lab->fault, message);
    assert_int_equal(lab->fault.line, line);
}

static void faults(void **state)
{
    struct indicator *in = survival_3(), sound = *in;

    (void)state;
    in->numerator = "enrolled[grade=1]";
    refused("formula.survival_part", 8);
    in->numerator = "enrolled[grade=1..3]@-1";
    refused("formula.survival_part", 8);
    in->numerator = "members";
    refused("formula.survival_part", 8);
    in->numerator = "enrolled[grade=1..3] + members";
    refused("formula.survival_part", 8);
    in->numerator = "enrolled[grade=1..xyzuvw]";
    refused("expr.unknown_code", 8);
    *in = sound, in->denominator = "enrolled[level=upper, grade=2..3]";
    refused("formula.survival_grades", 9);
    in->denominator = NULL;
    refused("formula.no_denominator", 7);
    *in = sound, in->noise = NOISE_BINOMIAL;
    refused("formula.survival_noise", 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(five_grades),
        cmocka_unit_test(laws),
        cmocka_unit_test(no_rate),
        cmocka_unit_test_setup_teardown(of_areas, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(incomplete, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(broken, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(faults, open_lab, close_lab),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
