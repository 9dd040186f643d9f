/*
 * change.c - two years of every area, and the one decision about them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/change.h"
#include "tests/unit/compute/lab.h"

static struct lab *lab;
static struct results *results;
static struct trends *trends;
static struct indicator indicator;

static int start(void **state)
{
    (void)state;
    lab = lab_open();
    results = results_new(lab->arena);
    trends = trends_new(lab->arena);
    indicator = (struct indicator){ .id = "x",
                                    .kind = KIND_PROPORTION,
                                    .scale = 100,
                                    .better = BETTER_HIGHER,
                                    .noise = NOISE_BINOMIAL,
                                    .material = 2 };
    lab->study.catalogue = (struct catalogue){ &indicator, 1 };
    lab->study.project.tier = TIER_DISTRICT;
    lab->study.project.root = lab_area(lab, "34");
    return 0;
}

static int end(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

static void put(const char *area, int year, double x, double n)
{
    struct result *r = results_add(results);
    r->indicator = 0;
    r->area = lab_area(lab, area);
    r->period = period_of_year(year);
    r->numerator = x;
    r->denominator = n;
    r->value = 100 * x / n;
    r->status = STATUS_OK;
}

static void stretch(const char *area, int from, int to)
{
    struct trend *t = trends_add(trends);
    t->indicator = 0;
    t->area = lab_area(lab, area);
    t->from = period_of_year(from);
    t->to = period_of_year(to);
}

static struct changes *compared(void)
{
    struct changes *all = changes_new(lab->arena);
    results_sort(results, &lab->study);
    changes_compute(all, results, trends, period_of_year(2023), &lab->study,
                    lab->scratch);
    return all;
}

static const struct change *change_of(const struct changes *all,
                                      const char *area)
{
    return changes_find(all, 0, lab_area(lab, area));
}

/* 400 then 480 of 1000: pooled .44, z = .08 / sqrt(.44 x .56 x 2/1000) =
 * 3.60375, p = .000313659 (R: 2 * pnorm(-z)). The other p is .651, so this one
 * is adjusted to twice itself. */
static const double P_RISE = 0.000313658945255813;

static void a_rise_beyond_chance(void **state)
{
    (void)state;
    put("336", 2020, 400, 1000);
    put("336", 2023, 480, 1000);
    put("338", 2020, 410, 1000);
    put("338", 2023, 420, 1000);
    stretch("336", 2020, 2023);
    stretch("338", 2020, 2023);
    struct changes *all = compared();
    const struct change *up = change_of(all, "336");
    assert_int_equal(all->count, 2);
    assert_near(up->before, 40, 1e-12);
    assert_near(up->after, 48, 1e-12);
    assert_near(up->p_value, P_RISE, 1e-9);
    assert_near(up->adjusted_p, 2 * P_RISE, 1e-9);
    assert_int_equal(up->standing, STANDING_BETTER);
    assert_int_equal(change_of(all, "338")->standing, STANDING_SIMILAR);
    assert_int_equal(up->from, period_of_year(2020));
}

static void less_is_better_and_facts_need_no_test(void **state)
{
    (void)state;
    indicator.better = BETTER_LOWER;
    indicator.noise = NOISE_NONE;
    put("336", 2020, 4, 10);
    put("336", 2023, 5, 10);
    put("338", 2020, 5, 10);
    put("338", 2023, 4, 10);
    stretch("336", 2020, 2023);
    stretch("338", 2020, 2023);
    struct changes *all = compared();
    assert_int_equal(change_of(all, "336")->standing, STANDING_WORSE);
    assert_int_equal(change_of(all, "338")->standing, STANDING_BETTER);
    assert_false(has_value(change_of(all, "336")->p_value));
}

/* Two stretches begin in 2020, one in 2022: that area has no line. The root
 * does not decide the year, and is compared over it. */
static void the_year_of_most(void **state)
{
    (void)state;
    for (int year = 2020; year <= 2023; year++) {
        put("34", year, 1200, 3000);
        put("336", year, 400, 1000);
        put("338", year, 400, 1000);
        put("339", year, 400, 1000);
    }
    stretch("34", 2018, 2023);
    stretch("336", 2020, 2023);
    stretch("338", 2020, 2023);
    stretch("339", 2022, 2023);
    struct changes *all = compared();
    assert_int_equal(all->count, 3);
    assert_null(change_of(all, "339"));
    assert_int_equal(change_of(all, "34")->from, period_of_year(2020));
}

static void an_impossible_year_is_not_compared(void **state)
{
    (void)state;
    put("336", 2020, 400, 1000);
    put("336", 2023, 1100, 1000);
    results->items[1].status = STATUS_INVALID;
    put("338", 2020, 410, 1000);
    put("338", 2022, 420, 1000); /* ends before the year reported on */
    stretch("336", 2020, 2023);
    stretch("338", 2020, 2022);
    assert_int_equal(compared()->count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_rise_beyond_chance, start, end),
        cmocka_unit_test_setup_teardown(less_is_better_and_facts_need_no_test,
                                        start, end),
        cmocka_unit_test_setup_teardown(the_year_of_most, start, end),
        cmocka_unit_test_setup_teardown(an_impossible_year_is_not_compared,
                                        start, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
