/*
 * plan_review.c - the last plan against what came.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/compute/plan_lab.h"

static struct lab *lab;
static struct reviews *reviews;

static int open_lab(void **state)
{
    (void)state;
    lab = plan_lab_open();
    plan_say_three(lab);
    plan_target(lab, 2025, 60);
    reviews = reviews_new(lab->arena);
    return 0;
}

static int close_lab(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

/* Planned values of 336 for years from 2023 on, and what is said of them. */
static const struct review *review(const double values[], int years)
{
    struct planned items[4];
    struct planned_list last = { items, (size_t)years };
    struct plans *plans = plan_make(lab, &(struct plan_request){ 0 });
    struct plan_ground ground = { lab->results, lab->formulas, lab->cube,
                                  &lab->study };

    for (int i = 0; i < years; i++)
        items[i] = (struct planned){ .area = lab_area(lab, "336"),
                                     .period = period_of_year(2023 + i),
                                     .value = values[i],
                                     .base = NO_VALUE,
                                     .level = NO_VALUE,
                                     .fresh = NO_VALUE };
    reviews->count = 0;
    plan_review(reviews, &last, plans, &ground, lab->scratch);
    assert_int_equal(reviews->count, 1); /* the other years are not due */
    return &reviews->items[0];
}

/* 600 of 1000 came. Two points are worth a word. */
static void a_whole_count(void **state)
{
    const struct review *r = review((double[]){ 62.5, 66 }, 2);

    (void)state;
    assert_int_equal(r->judgement, REVIEW_BEHIND);
    assert_near(r->difference, -2.5, 1e-12);
    assert_near(r->counted, 600, 0);
    assert_false(r->reached);
    assert_near(r->next_planned, 66, 0);
    assert_near(r->next_revised, 64, 1e-12); /* of the plan made now */
    assert_near(r->next_fresh, 40, 0);
    assert_int_equal(review((double[]){ 61.5 }, 1)->judgement,
                     REVIEW_AS_PLANNED);
    assert_int_equal(review((double[]){ 57 }, 1)->judgement, REVIEW_AHEAD);
    assert_true(review((double[]){ 57 }, 1)->reached);
    assert_false(has_value(review((double[]){ 57 }, 1)->next_planned));
}

/* Where chance plays a part, 60 % of 1000 is 56.9 to 63.0 (Wilson). */
static void with_noise(void **state)
{
    (void)state;
    lab->indicators[0].noise = NOISE_BINOMIAL;
    assert_int_equal(review((double[]){ 62.5 }, 1)->judgement,
                     REVIEW_AS_PLANNED);
    assert_int_equal(review((double[]){ 63.5 }, 1)->judgement, REVIEW_BEHIND);
}

static void fewer_is_better(void **state)
{
    (void)state;
    lab->indicators[0].better = BETTER_LOWER;
    assert_int_equal(review((double[]){ 63 }, 1)->judgement, REVIEW_AHEAD);
    assert_true(review((double[]){ 63 }, 1)->reached);
    assert_int_equal(review((double[]){ 57 }, 1)->judgement, REVIEW_BEHIND);
}

static void over_a_break(void **state)
{
    (void)state;
    lab->breaks[lab->study.breaks.count++] = (struct series_break){
        .area = NO_AREA, .period = period_of_year(2023), .reason = ""
    };
    const struct review *r = review((double[]){ 70 }, 1);
    assert_int_equal(r->judgement, REVIEW_UNKNOWN);
    assert_string_equal(r->note, "review.break");
    assert_near(r->achieved, 60, 1e-12);
}

#define LAB_TEST(name)                                                         \
    cmocka_unit_test_setup_teardown(name, open_lab, close_lab)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(a_whole_count),
        LAB_TEST(with_noise),
        LAB_TEST(fewer_is_better),
        LAB_TEST(over_a_break),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
