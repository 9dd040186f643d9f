/*
 * inversion.c - limits by the inversion of a test against what they are where
 * the distribution of the measure is known, and the closed forms of ordered
 * measures against perturbed fits (R: inversion.R beside this file).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_errno.h>

#include "engine/base/arena.h"
#include "engine/compute/equity/equity.h"
#include "tests/house.h"

enum { DRAWS = 100000, MOST = 13 };

static struct equity_row normal_row(double value, double error)
{
    return (struct equity_row){ .numerator = NO_VALUE,
                                .denominator = NO_VALUE,
                                .estimate = value,
                                .population = 1,
                                .se = error,
                                .order = NO_VALUE };
}

static struct equity_result
measured(const char *id, const struct equity_row rows[], size_t count,
         struct equity_request *request, struct arena *arena)
{
    struct equity_results *results = equity_results_new(arena);
    struct measure_choice choice;

    assert_true(measure_find(id, &choice));
    request->measures = &choice;
    request->measure_count = 1;
    struct arena *scratch =
        arena_new(); /* rewound, so not where results live */
    equity_table(results, rows, count, request, scratch);
    arena_free(scratch);
    assert_int_equal(results->count, 1);
    return results->items[0];
}

/* Noncentral chi-squared: the variance over 13 areas of one weight and error.
 */
static void variance_of_areas(void **state)
{
    static const double y[MOST] = { 71.2, 64.9, 77.3, 70.1, 74.8, 69.5, 72.6,
                                    66.0, 73.9, 75.5, 70.7, 68.2, 79.4 };
    static const double levels[] = { 0.95, 0.8 };
    struct arena *arena = arena_new();
    struct equity_request request = equity_request_plain();
    struct equity_row rows[MOST];

    (void)state;
    for (size_t i = 0; i < MOST; i++)
        rows[i] = normal_row(y[i], 2.5);
    request.draws = DRAWS;
    request.confidence = levels;
    request.levels = 2;
    struct equity_result r =
        measured("between_group_variance", rows, MOST, &request, arena);
    assert_near(r.estimate, 16.8978698225, 1e-11);
    assert_near(r.expected_if_equal / 5.76923076923, 1, 0.01);
    assert_near(r.p_value, 0.000443624653924, 0.0002);
    assert_near(r.lower, 3.19468960551, 0.2); /* of a width of 21 */
    assert_near(r.upper, 24.3352237245, 0.2);
    assert_near(r.more[0].lower, 5.59872759049, 0.15);
    assert_near(r.more[0].upper, 19.4488376881, 0.15);
    assert_near(r.corrected, 11.5790334862, 0.1);
    assert_false(has_value(r.se));
    assert_null(r.note);
    arena_free(arena);
}

/* Folded normal: the difference of two areas that nobody named. */
static void two_areas(void **state)
{
    struct arena *arena = arena_new();
    struct equity_request request = equity_request_plain();
    struct equity_row rows[] = { normal_row(61.3, 1.9), normal_row(68.8, 2.4) };

    (void)state;
    request.draws = DRAWS;
    struct equity_result r = measured("difference", rows, 2, &request, arena);
    assert_near(r.estimate, 7.5, 1e-12);
    assert_near(r.expected_if_equal / 2.44236100261, 1, 0.01);
    assert_near(r.p_value, 0.0142799409916, 0.0015);
    assert_near(r.lower, 1.12126648123, 0.15);
    assert_near(r.upper, 14.9994238476, 0.15);
    assert_near(r.corrected, 7.49999632861, 0.1);
    arena_free(arena);
}

static void forms_of_orders(void **state)
{
    static const double x[] = {
        738, 627, 1424, 344, 1252, 678, 480, 1087, 543
    };
    static const double n[] = {
        1203, 845, 2417, 391, 1688, 977, 512, 1350, 764
    };
    static const struct {
        const char *id;
        double estimate, se;
    } wanted[] = {
        { "relative_index", 1.33926998056, 0.0305247999 },
        { "slope_index:logit", 0.204436190866, 0.0154040364 },
        { "relative_index:logit", 1.34209218603, 0.0311811193 },
        { "population_attributable_risk", 0.00382453844713, 0.0157579795 },
        { "population_attributable_fraction", 0.541023164966, 2.22910359 },
    };
    struct arena *arena = arena_new();
    struct equity_request request = equity_request_plain();
    struct equity_row rows[9];

    (void)state;
    for (size_t i = 0; i < 9; i++)
        rows[i] = (struct equity_row){ .numerator = x[i],
                                       .denominator = n[i],
                                       .order = (double)i + 1 };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        struct equity_result r =
            measured(wanted[i].id, rows, 9, &request, arena);
        assert_near(r.estimate / wanted[i].estimate, 1, 1e-9);
        assert_near(r.se / wanted[i].se, 1, 1e-6); /* finite differences */
        assert_false(has_value(r.corrected));
        assert_null(r.note);
    }
    /* Cut at 0: the last is not better than the mean when lower is better. */
    request.better = BETTER_LOWER;
    struct equity_result cut =
        measured("population_attributable_risk", rows, 9, &request, arena);
    assert_near(cut.estimate, 0, 0);
    assert_near(cut.upper, 0, 0);
    assert_near(cut.lower, 0.00382453844713 - 1.959963984540054 * 0.0157579795,
                1e-8);
    assert_near(cut.p_value, 1, 0);
    /* The mean of a normal error cut at 0: se over the root of 2 pi. */
    assert_near(cut.expected_if_equal, -0.0157579795 / 2.50662827463, 1e-9);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(variance_of_areas),
        cmocka_unit_test(two_areas),
        cmocka_unit_test(forms_of_orders),
    };

    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
