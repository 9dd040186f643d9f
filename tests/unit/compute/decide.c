/*
 * decide.c - better, similar or worse.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_errno.h>

#include "engine/compute/decide.h"
#include "tests/unit/compute/lab.h"

static void one_decision(void **state)
{
    struct indicator in = { .better = BETTER_HIGHER, .material = 2 };

    (void)state;
    assert_int_equal(decide(2, NO_VALUE, &in), STANDING_BETTER);
    assert_int_equal(decide(-2, NO_VALUE, &in), STANDING_WORSE);
    assert_int_equal(decide(1.99, NO_VALUE, &in), STANDING_SIMILAR);
    assert_int_equal(decide(NO_VALUE, NO_VALUE, &in), STANDING_NONE);
    in.better = BETTER_LOWER;
    assert_int_equal(decide(2, NO_VALUE, &in), STANDING_WORSE);
    in.better = BETTER_NONE;
    assert_int_equal(decide(2, NO_VALUE, &in), STANDING_NONE);
    /* With noise both are needed: large enough, and not chance. */
    in.better = BETTER_HIGHER;
    in.noise = NOISE_BINOMIAL;
    assert_int_equal(decide(5, 0.049, &in), STANDING_BETTER);
    assert_int_equal(decide(5, 0.05, &in), STANDING_SIMILAR);
    assert_int_equal(decide(1, 1e-9, &in), STANDING_SIMILAR);
    assert_int_equal(decide(5, NO_VALUE, &in), STANDING_NONE);
    in.noise = NOISE_NONE, in.material = 0;
    assert_int_equal(decide(0, NO_VALUE, &in), STANDING_SIMILAR);
    assert_int_equal(decide(0.001, NO_VALUE, &in), STANDING_BETTER);
}

static void p_values(void **state)
{
    struct indicator in = { .noise = NOISE_POISSON };
    struct result area = { .numerator = 20, .denominator = 100 };
    struct result whole = { .numerator = 100, .denominator = 1000 };
    struct arena *arena = arena_new();
    double p[] = { 0.01, NO_VALUE, 0.04, 0.03, 0.5 };

    (void)state;
    /* z = .1 / sqrt(.1 (1/100 - 1/1000)) = 3.33333 */
    assert_near(decide_p(&area, &whole, &in), 0.00085812066639, 1e-11);
    in.noise = NOISE_CLUSTERED, in.design_effect = 1;
    double binomial = decide_p(&area, &whole, &in);
    in.noise = NOISE_BINOMIAL;
    assert_near(decide_p(&area, &whole, &in), binomial, 1e-15);
    in.noise = NOISE_CLUSTERED, in.design_effect = 4;
    assert_true(decide_p(&area, &whole, &in) > 10 * binomial);
    in.noise = NOISE_NONE;
    assert_false(has_value(decide_p(&area, &whole, &in)));
    in.noise = NOISE_PROCESS;
    assert_false(has_value(decide_p(&area, &whole, &in)));
    in.noise = NOISE_BINOMIAL;
    assert_false(has_value(decide_p(&whole, &whole, &in)));
    whole.numerator = 1000; /* everybody: no chance left */
    assert_false(has_value(decide_p(&area, &whole, &in)));
    decide_adjust(p, 5, arena); /* of four tests */
    assert_near(p[0], 0.04, 1e-15);
    assert_false(has_value(p[1]));
    assert_near(p[2], 0.16 / 3, 1e-15);
    assert_near(p[3], 0.16 / 3, 1e-15);
    assert_near(p[4], 0.5, 1e-15);
    arena_free(arena);
}

static enum standing standing(struct lab *lab, const char *indicator,
                              const char *area)
{
    return lab_result(lab, indicator, area, "2023")->standing;
}

static void whole_study(void **state)
{
    struct lab *lab = lab_open();
    static const char *by[] = { "sex" };
    struct breakdown women = { SEX, 0 };
    struct indicator *in;

    (void)state;
    in = lab_indicator(lab, "fact", KIND_PROPORTION, "members", "population");
    in->by = by, in->by_count = 1;
    lab_indicator(lab, "chance", KIND_PROPORTION, "members", "population")
        ->noise = NOISE_BINOMIAL;
    lab_say(lab, "336", "2023", "members", "", 52);
    lab_say(lab, "338", "2023", "members", "", 40000);
    lab_say(lab, "339", "2023", "members", "", 301);
    lab_say(lab, "336", "2023", "population", "", 100);
    lab_say(lab, "338", "2023", "population", "", 90000);
    lab_say(lab, "339", "2023", "population", "", 300);
    lab_say(lab, "34", "2023", "members", "", 50000);
    lab_say(lab, "34", "2023", "population", "", 100000);
    lab_say(lab, "338", "2023", "members", "sex=F", 30);
    lab_say(lab, "338", "2023", "population", "sex=F", 100);
    lab_say(lab, "34", "2023", "members", "sex=F", 20);
    lab_say(lab, "34", "2023", "population", "sex=F", 100);
    lab_run(lab);
    decide_results(lab->results, lab_area(lab, "34"), &lab->study,
                   lab->scratch);
    assert_int_equal(standing(lab, "fact", "336"), STANDING_BETTER);
    assert_int_equal(standing(lab, "fact", "338"), STANDING_WORSE);
    assert_int_equal(standing(lab, "fact", "339"), STANDING_NONE); /* invalid */
    assert_int_equal(standing(lab, "fact", "34"), STANDING_NONE);
    /* 52 of 100 against a half is chance; 40,000 of 90,000 is not. */
    assert_int_equal(standing(lab, "chance", "336"), STANDING_SIMILAR);
    assert_int_equal(standing(lab, "chance", "338"), STANDING_WORSE);
    /* Women against women. */
    assert_int_equal(lab_by(lab, "fact", "338", "2023", women)->standing,
                     STANDING_BETTER);
    /* Without the root there is nothing to stand against. */
    decide_results(lab->results, lab_area(lab, "101"), &lab->study,
                   lab->scratch);
    assert_int_equal(standing(lab, "fact", "338"), STANDING_NONE);
    lab_close(lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_decision),
        cmocka_unit_test(p_values),
        cmocka_unit_test(whole_study),
    };

    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
