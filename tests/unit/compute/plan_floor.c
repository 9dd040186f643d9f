/*
 * plan_floor.c - targets of the areas' own as floors of a plan, worked out by
 * hand; the figures are those of plan_lab.h.
 *
 * The whole is to reach 60 % in 2025: 1100, then 1200. What remains is 400, 500
 * and 100.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/compute/plan_lab.h"

static struct lab *lab;

static int open_lab(void **state)
{
    (void)state;
    lab = plan_lab_open();
    plan_say_three(lab);
    plan_target(lab, 2025, 60);
    return 0;
}

static int close_lab(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

static struct target *each(int year, double value)
{
    struct target *t = plan_target(lab, year, value);

    t->applies = APPLIES_EACH;
    return t;
}

static struct plans *make_given(struct plan_given *items, size_t count)
{
    struct plan_inputs inputs = { items, count };

    return plan_make(lab, &(struct plan_request){ .inputs = &inputs });
}

static struct plan_given most_of(const char *area, double value)
{
    return (struct plan_given){ .sort = GIVEN_MOST,
                                .indicator = NO_INDEX,
                                .area = lab_area(lab, area),
                                .value = value };
}

/* 55 % are 440 of 800, half-way 46.25 % or 370. Of the first 100 the other 30
 * go 4 to 1; of the 60 left in 2025, 48 and 12 beyond today. */
static void a_floor_raises(void **state)
{
    (void)state;
    each(2025, 55);
    struct plans *plans = plan_make(lab, &(struct plan_request){ .to = 0 });
    plan_levels_are(lab, plans, 2024, (double[]){ 624, 370, 106, 1100 });
    plan_levels_are(lab, plans, 2025, (double[]){ 648, 440, 112, 1200 });
    const struct plan_step *step = plan_step(lab, plans, "338", 2025);
    assert_true(PLAN_HAS(step, floor));
    assert_near(plans->lines[step->line].floor, 55, 0);
    assert_int_equal(plans->lines[step->line].floor_year, 2025);
    assert_false(PLAN_HAS(plan_step(lab, plans, "336", 2025), floor));
    assert_false(PLAN_HAS(plan_step(lab, plans, "34", 2025), floors));
}

/* For 339 alone 70 %: 120, then 140. The others share 80 as 4 to 5. */
static void a_floor_of_one(void **state)
{
    (void)state;
    plan_target(lab, 2025, 70)->area = lab_area(lab, "339");
    struct plans *plans = plan_make(lab, &(struct plan_request){ .to = 0 });
    plan_levels_are(lab, plans, 2024, (double[]){ 636, 344, 120, 1100 });
    plan_levels_are(lab, plans, 2025, (double[]){ 671, 389, 140, 1200 });
}

/* 80 % everywhere are 800, 640 and 160. */
static void floors_above_the_whole(void **state)
{
    (void)state;
    each(2025, 80);
    for (int rule = 0; rule < RULE_FIXED; rule++) {
        struct plans *plans = plan_make(
            lab, &(struct plan_request){ .rule = (enum plan_rule)rule });
        plan_levels_are(lab, plans, 2024, (double[]){ 700, 470, 130, 1300 });
        plan_levels_are(lab, plans, 2025, (double[]){ 800, 640, 160, 1600 });
        assert_true(PLAN_HAS(plan_step(lab, plans, "34", 2025), floors));
        assert_false(has_value(plans_course(plans, 0)->feasible));
    }
}

/* 35 a year at most leave 338 at 335 and 370; the others share 65 and 130. */
static void a_limit_is_stronger(void **state)
{
    (void)state;
    each(2025, 55);
    struct plan_given most = most_of("338", 35);
    struct plans *plans = make_given(&most, 1);
    plan_levels_are(lab, plans, 2024, (double[]){ 652, 335, 113, 1100 });
    plan_levels_are(lab, plans, 2025, (double[]){ 704, 370, 126, 1200 });
    assert_true(PLAN_HAS(plan_step(lab, plans, "338", 2025), floor_missed));
    assert_true(PLAN_HAS(plan_step(lab, plans, "338", 2025), limited));
}

/* The whole can win 50 a year: the floors of 700, 470 and 130 are ceilings, and
 * what there is goes 4 to 5 to 1. */
static void a_limit_of_the_whole(void **state)
{
    (void)state;
    each(2025, 80);
    struct plan_given most = most_of("34", 50);
    struct plans *plans = make_given(&most, 1);
    plan_levels_are(lab, plans, 2024, (double[]){ 620, 325, 105, 1050 });
    plan_levels_are(lab, plans, 2025, (double[]){ 640, 350, 110, 1100 });
    assert_true(PLAN_HAS(plan_step(lab, plans, "339", 2025), floor_missed));
    assert_true(PLAN_HAS(plan_step(lab, plans, "34", 2025), short));
    assert_near(plans_course(plans, 0)->feasible, 55, 1e-12);
    assert_true(plans_course(plans, 0)->by_limit);
}

/* A wish below the floor gives way to it. */
static void a_wish_below(void **state)
{
    struct plan_wish wish = { lab_area(lab, "338"), 45 };

    (void)state;
    each(2025, 55);
    struct plans *plans = plan_make(
        lab, &(struct plan_request){ .wishes = &wish, .wish_count = 1 });
    plan_levels_are(lab, plans, 2025, (double[]){ 648, 440, 112, 1200 });
    assert_true(PLAN_HAS(plan_step(lab, plans, "338", 2025), given_broken));
}

/* Fewer is better: 40 % of 2000 are 800, and 40 % of 336 400; of the others
 * nothing more is asked. */
static void floors_of_falling_levels(void **state)
{
    (void)state;
    lab->targets[0].period = period_of_year(2024);
    lab->targets[0].value = 40;
    lab->targets[0].comparison = TARGET_AT_MOST;
    struct target *t = plan_target(lab, 2024, 40);
    t->area = lab_area(lab, "336");
    t->comparison = TARGET_AT_MOST;
    struct plans *plans = plan_make(lab, &(struct plan_request){ .to = 0 });
    plan_levels_are(lab, plans, 2024, (double[]){ 400, 300, 100, 800 });
}

/* What is due after the plan's last year is no floor of it. */
static void due_later(void **state)
{
    (void)state;
    each(2026, 90);
    struct plans *plans = plan_make(lab, &(struct plan_request){ .to = 0 });
    plan_levels_are(lab, plans, 2025, (double[]){ 680, 400, 120, 1200 });
}

#define LAB_TEST(name)                                                         \
    cmocka_unit_test_setup_teardown(name, open_lab, close_lab)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(a_floor_raises),           LAB_TEST(a_floor_of_one),
        LAB_TEST(floors_above_the_whole),   LAB_TEST(a_limit_is_stronger),
        LAB_TEST(a_limit_of_the_whole),     LAB_TEST(a_wish_below),
        LAB_TEST(floors_of_falling_levels), LAB_TEST(due_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
