/*
 * trace.c - values walked back to the lines they came from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
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

static struct trace *trace(const char *area, const char *when)
{
    return trace_build(0, lab_area(lab, area), lab_period(when), 0.95,
                       lab->formulas, lab->cube, &lab->study, lab->arena);
}

static double sum_of(const struct trace_term *t)
{
    double sum = 0;

    for (size_t i = 0; i < t->count; i++) {
        sum += t->lines[i].value;
        /* The line is the observation's. */
        assert_near(lab->table->value[t->lines[i].row], t->lines[i].value, 0);
        assert_int_equal(lab->table->area[t->lines[i].row], t->lines[i].area);
    }
    return sum;
}

/* Every term's lines add up to what the formula used. */
static void check_sums(const struct trace *t)
{
    for (size_t k = 0; k < t->count; k++)
        assert_near(sum_of(&t->terms[k]), t->terms[k].value, 1e-12);
}

static void own_and_summed(void **state)
{
    struct trace *t;

    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members",
                  "population[age=6..10]");
    lab_say(lab, "34", "2021", "members", "", 50);
    lab_say(lab, "336", "2021", "members", "", 20);
    lab_say(lab, "336", "2021", "population", "age=6..10", 40);
    lab_say(lab, "338", "2021", "population", "age=6..8", 30);
    lab_say(lab, "338", "2021", "population", "age=9..10", 20);
    lab_say(lab, "338", "2021", "population", "age=9", 20); /* not used */
    lab_say(lab, "339", "2021", "population", "age=6..10,sex=F", 4);
    lab_say(lab, "339", "2021", "population", "age=6..10,sex=M", 6);
    lab_run(lab);
    t = trace("34", "2021");
    assert_non_null(t);
    assert_near(t->result.value, 50, 1e-12);
    assert_int_equal(t->count, 2);
    assert_string_equal(t->terms[1].text, "population[age=6..10]");
    assert_true(t->terms[0].in_numerator && !t->terms[0].in_denominator);
    assert_true(t->terms[1].in_denominator && !t->terms[1].in_numerator);
    assert_int_equal(t->terms[0].count, 1);
    assert_int_equal(t->terms[1].count, 5);
    assert_int_equal(t->terms[1].quantity, 0);
    check_sums(t);
    t = trace("338", "2021"); /* it did not say how many members */
    assert_non_null(t);
    assert_false(has_value(t->result.value));
    assert_int_equal(t->terms[1].count, 0);
    assert_null(trace("34", "2019"));
}

/* Like for like: only the areas that had every part. */
static void like_for_like(void **state)
{
    struct trace *t;

    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_say(lab, "101", "2023", "members", "", 10);
    lab_say(lab, "102", "2023", "members", "", 20);
    lab_say(lab, "104", "2023", "members", "", 30);
    lab_say(lab, "338", "2023", "members", "", 40);
    lab_say(lab, "336", "2023", "population", "", 100);
    lab_say(lab, "338", "2023", "population", "", 200);
    lab_say(lab, "339", "2023", "population", "", 300);
    lab_run(lab);
    t = trace("34", "2023");
    assert_near(t->result.value, 100 * 100.0 / 300, 1e-12);
    assert_int_equal(t->terms[0].count, 4);
    assert_int_equal(t->terms[1].count, 2);
    check_sums(t);
}

static void lags_and_codes(void **state)
{
    struct trace *t;

    (void)state;
    lab_indicator(lab, "change", KIND_RATIO, "bodies - bodies@-1", "bodies@-1");
    for (int i = 0; i < 10; i++) {
        const char *when = arena_format(lab->arena, "%d", 2014 + i);
        lab_say(lab, "338", when, "bodies", "sector=public", i + 1);
        lab_say(lab, "338", when, "bodies", "sector=private", 10);
    }
    lab_run(lab);
    t = trace("338", "2023");
    assert_near(t->result.value, 20.0 / 19 - 1, 1e-12);
    assert_int_equal(t->terms[1].period, period_of_year(2022));
    assert_true(t->terms[1].in_numerator && t->terms[1].in_denominator);
    assert_int_equal(t->terms[0].count, 2);
    check_sums(t);
}

/* More lines than the first room for them. */
static void many_lines(void **state)
{
    struct trace *t;

    (void)state;
    lab_indicator(lab, "all", KIND_COUNT, "population[age=0..59]", NULL);
    for (int age = 0; age < 60; age++)
        lab_say(lab, "338", "2023", "population",
                arena_format(lab->arena, "age=%d", age), 1 + age);
    lab_run(lab);
    t = trace("338", "2023");
    assert_int_equal(t->terms[0].count, 60);
    assert_near(t->result.value, 1830, 0);
    check_sums(t);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_lab, close_lab)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(own_and_summed),
        TEST(like_for_like),
        TEST(lags_and_codes),
        TEST(many_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
