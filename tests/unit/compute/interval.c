/*
 * interval.c - the edges of the intervals, and weighted values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_errno.h>
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/equity/weighted.h"
#include "engine/compute/interval/interval.h"
#include "tests/house.h"

static const enum interval_method all[] = {
    INTERVAL_WILSON, INTERVAL_CLOPPER_PEARSON, INTERVAL_JEFFREYS,
    INTERVAL_MID_P,  INTERVAL_EXACT,           INTERVAL_BYAR,
};
enum { ALL = sizeof all / sizeof *all };

static void names(void **state)
{
    (void)state;
    for (size_t i = 0; i < ALL; i++)
        assert_int_equal(interval_method_find(interval_method_names[all[i]]),
                         all[i]);
    assert_int_equal(interval_method_find("wald"), INTERVAL_METHOD_COUNT);
    assert_int_equal(interval_for_rate(9.5), INTERVAL_EXACT);
    assert_int_equal(interval_for_rate(10), INTERVAL_BYAR);
    assert_true(interval_is_for_rates(INTERVAL_BYAR));
    assert_false(interval_is_for_rates(INTERVAL_MID_P));
    assert_near(interval_z(0.95), 1.959963984540054, 1e-12);
}

static void nothing_to_divide(void **state)
{
    static const double cases[][2] = { { 0, 0 },         { 3, 0 },
                                       { 3, -5 },        { -1, 10 },
                                       { NO_VALUE, 10 }, { 3, NO_VALUE } };
    struct interval out;

    (void)state;
    for (size_t m = 0; m < ALL; m++)
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            assert_false(
                interval_of(&out, all[m], cases[i][0], cases[i][1], 0.95));
            assert_false(has_value(out.value) || has_value(out.lower) ||
                         has_value(out.upper));
        }
}

/* A proportion above one keeps its value; a rate may be above one. */
static void more_than_the_whole(void **state)
{
    struct interval out;

    (void)state;
    for (size_t m = 0; m < ALL; m++) {
        bool rates = interval_is_for_rates(all[m]);
        assert_int_equal(interval_of(&out, all[m], 103, 100, 0.95), rates);
        assert_near(out.value, 1.03, 1e-15);
        assert_int_equal(has_value(out.lower), rates);
        assert_int_equal(has_value(out.upper), rates);
        assert_false(interval_of(&out, all[m], 3, 100, 1));
        assert_false(interval_of(&out, all[m], 3, 100, 0));
        assert_near(out.value, 0.03, 1e-15);
    }
}

/* None at all and all of them; and the value always lies inside. */
static void ends(void **state)
{
    struct interval out;

    (void)state;
    for (size_t m = 0; m < ALL; m++) {
        assert_true(interval_of(&out, all[m], 0, 17, 0.95));
        assert_near(out.lower, 0, 0);
        assert_true(out.upper > 0 && out.upper < 1);
        if (!interval_is_for_rates(all[m])) {
            assert_true(interval_of(&out, all[m], 17, 17, 0.95));
            assert_near(out.upper, 1, 0);
            assert_true(out.lower > 0.7 && out.lower < 1);
        }
        for (double x = 0; x <= 40; x += 0.7) { /* weighted counts */
            assert_true(interval_of(&out, all[m], x, 40, 0.9));
            assert_true(out.lower <= out.value && out.value <= out.upper);
            assert_true(out.lower >= 0);
        }
    }
}

/* Wider with confidence, narrower with numbers. */
static void order(void **state)
{
    struct interval a, b;

    (void)state;
    for (size_t m = 0; m < ALL; m++) {
        assert_true(interval_of(&a, all[m], 13, 61, 0.95));
        assert_true(interval_of(&b, all[m], 13, 61, 0.998));
        assert_true(b.lower < a.lower && a.upper < b.upper);
        assert_true(interval_of(&b, all[m], 1300, 6100, 0.95));
        assert_true(a.lower < b.lower && b.upper < a.upper);
    }
}

/* Whatever the size of the counts and the confidence: ordered, and shrinking
 * towards the value. */
static void around_the_value(void **state)
{
    static const double confidence[] = { 0.01, 0.5, 0.95, 0.9999 };
    static const double share[] = { 1e-9, 1e-3, 0.37, 0.5, 0.999, 1 };
    struct interval out, last;

    (void)state;
    for (size_t m = 0; m < ALL; m++)
        for (double n = 1; n <= 1e12; n *= 10)
            for (size_t s = 0; s < 6; s++)
                for (size_t c = 0; c < 4; c++) {
                    assert_true(interval_of(&out, all[m], share[s] * n, n,
                                            confidence[c]));
                    assert_true(out.lower <= out.value &&
                                out.value <= out.upper);
                    if (c > 0)
                        assert_true(out.lower <=
                                        last.lower * (1 + 1e-12) + 1e-15 &&
                                    out.upper >= last.upper * (1 - 1e-12));
                    last = out;
                }
}

static const double value[] = { 30, 10, 20, 10 };
static const double weight[] = { 3, 1, 4, 2 };

static void sums(void **state)
{
    static const double large[] = { 1e16, 1, -1e16, 1 };

    (void)state;
    assert_near(weighted_sum(large, 4), 2, 0);
    assert_near(weighted_mean(value, weight, 4), 20, 1e-15);
    assert_false(has_value(weighted_mean(value, weight, 0)));
}

static void ranks_and_quantiles(void **state)
{
    uint32_t o[4];
    double rank[4];

    (void)state;
    weighted_order(o, value, 4);
    assert_int_equal(o[0], 1);
    assert_int_equal(o[1], 3);
    assert_int_equal(o[2], 2);
    assert_int_equal(o[3], 0);
    assert_near(weighted_quantile(value, weight, o, 4, 0), 10, 0);
    assert_near(weighted_quantile(value, weight, o, 4, 0.3), 10, 0);
    assert_near(weighted_quantile(value, weight, o, 4, 0.31), 20, 0);
    assert_near(weighted_quantile(value, weight, o, 4, 0.7), 20, 0);
    assert_near(weighted_quantile(value, weight, o, 4, 1), 30, 0);
    assert_false(has_value(weighted_quantile(value, weight, o, 0, 0.5)));
    weighted_midranks(rank, value, weight, o, 4);
    assert_near(rank[1], 0.15, 1e-15);
    assert_near(rank[3], 0.15, 1e-15);
    assert_near(rank[2], 0.5, 1e-15);
    assert_near(rank[0], 0.85, 1e-15);
    assert_near(weighted_mean_between(value, weight, o, 4, 0, 0.4),
                (0.3 * 10 + 0.1 * 20) / 0.4, 1e-14);
    assert_near(weighted_mean_between(value, weight, o, 4, 0.9, 1), 30, 1e-14);
    assert_false(
        has_value(weighted_mean_between(value, weight, o, 4, 0.5, 0.5)));
    assert_false(has_value(weighted_mean_between(value, weight, o, 0, 0, 1)));
}

static void lorenz(void **state)
{
    static const double none[] = { 0, 0, 0, 0 };
    uint32_t o[4];
    double p[5], t[5];

    (void)state;
    weighted_order(o, value, 4);
    assert_int_equal(weighted_lorenz(p, t, value, weight, o, 4), 5);
    assert_near(p[0], 0, 0);
    assert_near(t[0], 0, 0);
    assert_near(p[2], 0.3, 1e-15);
    assert_near(t[2], 0.15, 1e-15);
    assert_near(p[3], 0.7, 1e-15);
    assert_near(t[3], 0.55, 1e-15);
    assert_near(p[4], 1, 0);
    assert_near(t[4], 1, 0);
    assert_int_equal(weighted_lorenz(p, t, none, weight, o, 4), 0);
    assert_int_equal(weighted_lorenz(p, t, value, weight, o, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names),
        cmocka_unit_test(nothing_to_divide),
        cmocka_unit_test(more_than_the_whole),
        cmocka_unit_test(ends),
        cmocka_unit_test(around_the_value),
        cmocka_unit_test(order),
        cmocka_unit_test(sums),
        cmocka_unit_test(ranks_and_quantiles),
        cmocka_unit_test(lorenz),
    };

    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
