/*
 * equity_curve.c - points and indexes of curves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/equity/equity_curve.h"
#include "tests/unit/compute/lab.h"

static struct lab *lab;
static struct results *results;
static struct indicator indicator;

static int start(void **state)
{
    (void)state;
    lab = lab_open();
    results = results_new(lab->arena);
    indicator =
        (struct indicator){ .id = "x", .kind = KIND_PROPORTION, .scale = 100 };
    lab->study.catalogue = (struct catalogue){ &indicator, 1 };
    return 0;
}

static int end(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

static struct result *put(const char *area, double x, double n)
{
    struct result *r = results_add(results);
    r->indicator = 0;
    r->area = lab_area(lab, area);
    r->period = period_of_year(2023);
    r->numerator = x;
    r->denominator = n;
    r->value = 100 * x / n;
    r->status = STATUS_OK;
    return r;
}

static void order(const char *area, const char *text)
{
    lab->study.areas.items[lab_area(lab, area)].attributes[0] = text;
}

static const struct equity_curve *curve_by(const char *attribute)
{
    struct equity_curves *curves = equity_curves_new(lab->arena);
    struct equity_curve_request request = { 0, period_of_year(2023),
                                            TIER_DISTRICT, attribute };
    results_sort(results, &lab->study);
    if (!equity_curve(curves, results, &request, &lab->study, lab->arena))
        return NULL;
    const struct equity_curve *found = equity_curves_find(
        curves, 0, period_of_year(2023), TIER_DISTRICT, attribute != NULL);
    assert_non_null(found);
    return found;
}

static void assert_points(const struct equity_curve *curve,
                          const double wanted[][2], size_t count)
{
    assert_int_equal(curve->count, count);
    for (size_t i = 0; i < count; i++) {
        assert_near(curve->base[i], wanted[i][0], 1e-12);
        assert_near(curve->total[i], wanted[i][1], 1e-12);
    }
}

static void three_districts(void)
{
    put("336", 120, 300);
    put("338", 40, 400);
    put("339", 60, 300);
}

/* 10 %, 20 %, 40 %: twice the surface between curve and diagonal is
 * 1 - (.4 x 40 + .3 x 140 + .3 x 320) / 220 = .3 */
static void lorenz_by_hand(void **state)
{
    (void)state;
    const double wanted[][2] = {
        { 0, 0 }, { 0.4, 40.0 / 220 }, { 0.7, 100.0 / 220 }, { 1, 1 }
    };
    three_districts();
    put("34", 220, 1000); /* of another tier */
    const struct equity_curve *curve = curve_by(NULL);
    assert_points(curve, wanted, 4);
    assert_near(curve->index, 0.3, 1e-12);
}

/* Most of it first: 338 with 9, then the other two with 5 at once:
 * 1 - (.4 x 40 + .6 x 260) / 220 = 12/55. */
static void concentration_by_hand(void **state)
{
    (void)state;
    const double wanted[][2] = { { 0, 0 }, { 0.4, 40.0 / 220 }, { 1, 1 } };
    three_districts();
    order("336", "5.0");
    order("338", "9");
    order("339", "5");
    const struct equity_curve *curve = curve_by("commune_class");
    assert_points(curve, wanted, 3);
    assert_near(curve->index, 12.0 / 55, 1e-12);
}

/* A part greater than its whole is out of the Gini, and so of the curve. */
static void impossible_areas_are_out(void **state)
{
    (void)state;
    three_districts();
    results->items[0].numerator = 310;
    const double wanted[][2] = { { 0, 0 }, { 4.0 / 7, 0.4 }, { 1, 1 } };
    assert_points(curve_by(NULL), wanted, 3);
    results->items[1].status = STATUS_SUPPRESSED;
    assert_null(curve_by(NULL));
}

static void which_attribute_orders(void **state)
{
    (void)state;
    assert_null(equity_curve_attribute(&lab->study, TIER_DISTRICT));
    order("336", "5");
    order("338", "5");
    assert_null(equity_curve_attribute(&lab->study, TIER_DISTRICT));
    order("338", "7.5");
    assert_string_equal(equity_curve_attribute(&lab->study, TIER_DISTRICT),
                        "commune_class");
    order("339", "hard"); /* not a number */
    assert_null(equity_curve_attribute(&lab->study, TIER_DISTRICT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lorenz_by_hand, start, end),
        cmocka_unit_test_setup_teardown(concentration_by_hand, start, end),
        cmocka_unit_test_setup_teardown(impossible_areas_are_out, start, end),
        cmocka_unit_test_setup_teardown(which_attribute_orders, start, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
