/*
 * interval_pairs.c - limits of a mean and of a difference of two proportions
 * against the literature and against R (reference.R beside this file).
 *
 * Printed tables: Newcombe, Stat Med 17 (1998) 873, table II, method 10; Fisher
 * and Yates, Statistical Tables (1938), table III, for Student's t.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/interval/interval.h"
#include "tests/house.h"

/* Four decimals, as printed. */
static void newcombe(void **state)
{
    static const struct {
        struct interval_share first, second;
        double lower, upper;
    } printed[] = {
        { { 56, 70 }, { 48, 80 }, 0.0524, 0.3339 },
        { { 9, 10 }, { 3, 10 }, 0.1705, 0.8090 },
        { { 6, 7 }, { 2, 7 }, 0.0582, 0.8062 },
        { { 5, 56 }, { 0, 29 }, -0.0381, 0.1926 },
        { { 0, 10 }, { 0, 20 }, -0.1611, 0.2775 },
        { { 0, 10 }, { 0, 10 }, -0.2775, 0.2775 },
        { { 10, 10 }, { 0, 20 }, 0.6791, 1 },
        { { 10, 10 }, { 0, 10 }, 0.6075, 1 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof printed / sizeof *printed; i++) {
        const struct interval_share *p = &printed[i].first;
        const struct interval_share *q = &printed[i].second;
        struct interval out;
        assert_true(interval_of_difference(&out, p, q, 0.95));
        assert_near(out.value, p->x / p->n - q->x / q->n, 1e-15);
        assert_near(out.lower, printed[i].lower, 0.5001e-4);
        assert_near(out.upper, printed[i].upper, 0.5001e-4);
    }
}

/* The limits of R's prop.test put into the formula, and by python3. */
static void difference_digits(void **state)
{
    static const struct interval_share first = { 56, 70 }, second = { 48, 80 };
    struct interval out;

    (void)state;
    assert_true(interval_of_difference(&out, &first, &second, 0.95));
    assert_near(out.lower, 0.0524314724023649, 1e-13);
    assert_near(out.upper, 0.3338726540369059, 1e-13);
    assert_true(interval_of_difference(&out, &first, &second, 0.998));
    assert_near(out.lower, -0.03348725364244229, 1e-13);
    assert_near(out.upper, 0.4018117646026352, 1e-13);
}

static void difference_of_nothing(void **state)
{
    static const struct interval_share some = { 3, 10 }, over = { 11, 10 };
    static const struct interval_share empty = { 0, 0 }, gap = { NO_VALUE, 10 };
    struct interval out;

    (void)state;
    assert_false(interval_of_difference(&out, &some, &empty, 0.95));
    assert_false(has_value(out.value));
    assert_false(interval_of_difference(&out, &gap, &some, 0.95));
    assert_false(has_value(out.value));
    assert_false(interval_of_difference(&out, &some, &over, 0.95));
    assert_near(out.value, -0.8, 1e-15);
    assert_false(has_value(out.lower) || has_value(out.upper));
    assert_false(interval_of_difference(&out, &some, &some, 1));
    assert_near(out.value, 0, 0);
}

/* With s = sqrt n the reach is t itself: three decimals, as printed. */
static void student(void **state)
{
    static const struct {
        double freedom, confidence, t;
    } printed[] = {
        { 1, 0.95, 12.706 }, { 1, 0.99, 63.657 },  { 2, 0.95, 4.303 },
        { 9, 0.9, 1.833 },   { 9, 0.95, 2.262 },   { 9, 0.99, 3.250 },
        { 30, 0.95, 2.042 }, { 120, 0.95, 1.980 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof printed / sizeof *printed; i++) {
        double n = printed[i].freedom + 1;
        struct interval out;
        assert_true(
            interval_of_mean(&out, 100, sqrt(n), n, printed[i].confidence));
        assert_near(out.value, 100, 0);
        assert_near(out.upper - 100, printed[i].t, 0.5001e-3);
        assert_near(100 - out.lower, printed[i].t, 0.5001e-3);
    }
}

/* Student's own example (1908): the sleep ten patients gained by one drug over
 * the other, in hours. The limits are those of R's t.test. */
static void sleep_gained(void **state)
{
    static const double hours[] = {
        1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4
    };
    double sum = 0, squares = 0;
    struct interval out;

    (void)state;
    for (int i = 0; i < 10; i++)
        sum += hours[i];
    for (int i = 0; i < 10; i++)
        squares += pow(hours[i] - sum / 10, 2);
    assert_true(interval_of_mean(&out, sum / 10, sqrt(squares / 9), 10, 0.95));
    assert_near(out.value, 1.58, 1e-14);
    assert_near(out.lower, 0.70011423672302, 1e-11);
    assert_near(out.upper, 2.459885763277, 1e-11);
}

static void mean_of_few(void **state)
{
    struct interval out;

    (void)state;
    assert_false(interval_of_mean(&out, 7, 2, 1, 0.95));
    assert_near(out.value, 7, 0);
    assert_false(has_value(out.lower) || has_value(out.upper));
    assert_false(interval_of_mean(&out, 7, NO_VALUE, 12, 0.95));
    assert_near(out.value, 7, 0);
    assert_false(interval_of_mean(&out, 7, 2, NO_VALUE, 0.95));
    assert_near(out.value, 7, 0);
    assert_false(interval_of_mean(&out, 7, 2, 0, 0.95));
    assert_false(has_value(out.value));
    assert_false(interval_of_mean(&out, NO_VALUE, 2, 9, 0.95));
    assert_false(has_value(out.value));
    assert_true(interval_of_mean(&out, 7, 0, 2, 0.95));
    assert_near(out.lower, 7, 0);
    assert_near(out.upper, 7, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(newcombe),
        cmocka_unit_test(difference_digits),
        cmocka_unit_test(difference_of_nothing),
        cmocka_unit_test(student),
        cmocka_unit_test(sleep_gained),
        cmocka_unit_test(mean_of_few),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
