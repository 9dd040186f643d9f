/*
 * closed_forms.c - errors and limits of ordered measures, areas against the
 * whole, and the adjustment of many p-values, against R's numbers
 * (reference.R beside this file).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_errno.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/compute/compare/compare.h"
#include "engine/compute/equity/equity.h"
#include "tests/house.h"

enum { AREAS = 9 };
static const double x[AREAS] = {
    738, 627, 1424, 344, 1252, 678, 480, 1087, 543
};
static const double n[AREAS] = {
    1203, 845, 2417, 391, 1688, 977, 512, 1350, 764
};

struct wanted {
    const char *id;
    double estimate, se, lower, upper;
};

static void ordered_measures(void **state)
{
    static const double z = 1.959963984540054;
    static const struct wanted wanted[] = {
        { "difference", 9.7266650128605, 2.1599752523354, 5.4931913107854,
          13.960138714936 },
        { "ratio", 1.1585525475674, 0.037669403423101, 1.0870251783211,
          1.2347864909145 },
        { "absolute_concentration", 3.3347070168649, 0.25313736652486,
          2.8385668953349, 3.8308471383949 },
        { "relative_concentration", 0.047173110414231, 0.0036287040814107,
          0.040060981104113, 0.05428523972435 },
        { "slope_index", 20.504928176201, 1.5565276028911,
          20.504928176201 - z * 1.5565276028911,
          20.504928176201 + z * 1.5565276028911 },
    };
    struct arena *arena = arena_new();
    struct equity_results *results = equity_results_new(arena);
    struct equity_request request = equity_request_plain();
    struct measure_choice choices[5];
    struct equity_row rows[AREAS];

    (void)state;
    for (size_t i = 0; i < AREAS; i++)
        rows[i] = (struct equity_row){ .numerator = x[i],
                                       .denominator = n[i],
                                       .order = (double)i + 1 };
    for (size_t i = 0; i < 5; i++)
        assert_true(measure_find(wanted[i].id, &choices[i]));
    request.scale = 100;
    request.measures = choices;
    request.measure_count = 5;
    equity_table(results, rows, AREAS, &request, arena);
    assert_int_equal(results->count, 5);
    for (size_t i = 0; i < 5; i++) {
        const struct equity_result *r = &results->items[i];
        assert_string_equal(r->measure, wanted[i].id);
        assert_near(r->estimate, wanted[i].estimate, 1e-11);
        assert_near(r->se, wanted[i].se, 1e-11);
        assert_near(r->lower, wanted[i].lower, 1e-11);
        assert_near(r->upper, wanted[i].upper, 1e-11);
        assert_int_equal(r->count, AREAS);
        assert_null(r->note);
    }
    arena_free(arena);
}

/* Nine areas against the whole of which each is a part. */
static void against_the_whole(void **state)
{
    static const double plain[AREAS] = {
        3.3520415300954e-14, 0.019211792038212,   4.2964755148231e-48,
        1.8666169223199e-14, 0.00058163605400675, 0.3496583033544,
        6.015653942145e-32,  1.5965266287574e-17, 0.80915757111668
    };
    static const double adjusted[AREAS] = {
        6.0336747541717e-14, 0.024700875477701,   3.8668279633408e-47,
        4.1998880752199e-14, 0.00087245408101012, 0.3933655912737,
        2.7070442739653e-31, 4.7895798862721e-17, 0.80915757111668
    };
    struct arena *arena = arena_new();
    struct indicator in = { .noise = NOISE_BINOMIAL, .scale = 100 };
    struct comparisons *list = comparisons_new(arena);
    struct compare_family f = { .indicator = &in, .confidence = 0.95 };

    (void)state;
    for (size_t i = 0; i < AREAS; i++) {
        struct comparison *row = comparisons_add(list);
        row->numerator = x[i];
        row->denominator = n[i];
        row->value = 100 * x[i] / n[i];
        row->usable = true;
    }
    f.rows = list->items;
    f.count = list->count;
    compare_add_up(&f);
    compare_family(&f, arena);
    for (size_t i = 0; i < AREAS; i++) {
        assert_near(f.rows[i].p_value / plain[i], 1, 1e-9);
        assert_near(f.rows[i].adjusted_p / adjusted[i], 1, 1e-9);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ordered_measures),
        cmocka_unit_test(against_the_whole),
    };

    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
