/*
 * classes.c - values into classes: worked by hand, and what always holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/report/classes.h"

static struct arena *arena;

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static void expect(const struct classes *classes, size_t class, double low,
                   double high, size_t held)
{
    assert_true(class < classes->count);
    assert_near(classes->low[class], low, 1e-12);
    assert_near(classes->high[class], high, 1e-12);
    assert_int_equal(classes->held[class], held);
}

/* Steps of 10 cut at 20, 30, 40 and 50 and leave none of the five empty;
 * no other round step makes four or five classes: 5 makes ten, 20 makes three.
 */
static void round_bounds_where_they_serve(void **state)
{
    (void)state;
    static const double values[] = { 58.2, 12.4, 49.9, 18.1, 23,
                                     27.3, 31.6, 38,   44.4, 52.7 };
    struct classes classes = classes_make(values, COUNT(values), 1, arena);
    assert_int_equal(classes.count, 5);
    expect(&classes, 0, 12.4, 19.9, 2);
    expect(&classes, 1, 20, 29.9, 2);
    expect(&classes, 3, 40, 49.9, 2);
    expect(&classes, 4, 50, 58.2, 2);
    assert_int_equal(classes_find(&classes, 49.94, 1), 3);
    assert_int_equal(classes_find(&classes, 49.96, 1), 4);
}

/* Steps of 5 leave 25 to 30 empty, of 10 make three classes, of 2.5 seven. */
static void quantiles_where_they_do_not(void **state)
{
    (void)state;
    static const double values[] = { 24.3, 32.9, 34.2, 34.6,
                                     35.2, 36.7, 40.0, 43.0 };
    struct classes classes = classes_make(values, COUNT(values), 1, arena);
    assert_int_equal(classes.count, 4);
    expect(&classes, 0, 24.3, 34.1, 2);
    expect(&classes, 1, 34.2, 35.1, 2);
    expect(&classes, 2, 35.2, 39.9, 2);
    expect(&classes, 3, 40, 43, 2);
}

/* Values that print alike are in one class: 7.04 and 6.96 are both 7.0. */
static void equal_values_stay_together(void **state)
{
    (void)state;
    static const double values[] = { 7.04, 7, 6.96, 7.01, 7.02, 7, 7.03, 9.8 };
    struct classes classes = classes_make(values, COUNT(values), 1, arena);
    assert_int_equal(classes.count, 2);
    expect(&classes, 0, 7, 9.7, 7);
    expect(&classes, 1, 9.8, 9.8, 1);
    classes = classes_make(values, 7, 1, arena);
    assert_int_equal(classes.count, 1);
    expect(&classes, 0, 7, 7, 7);
    assert_int_equal(classes_make(values, 0, 1, arena).count, 0);
}

/* Ranges rise and meet, none is empty, and they hold every value. */
static void ranges_meet(void **state)
{
    (void)state;
    static const double spreads[] = { 1e-3, 1, 37.7, 1e6, 1e200 };
    unsigned seed = 20231;
    for (size_t trial = 0; trial < 2000; trial++) {
        double values[70];
        size_t count = 1 + trial % 70;
        unsigned decimals = (unsigned)(trial % 4);
        double unit = pow(10, -(double)decimals);
        for (size_t i = 0; i < count; i++) {
            seed = seed * 1103515245u + 12345u;
            double share = (double)(seed >> 8 & 0xFFFF) / 0xFFFF;
            values[i] =
                (share * share * share - .2) * spreads[trial % COUNT(spreads)];
        }
        struct classes classes = classes_make(values, count, decimals, arena);
        size_t held = 0;
        assert_true(classes.count >= 1 && classes.count <= CHART_CLASSES);
        for (size_t c = 0; c < classes.count; c++) {
            held += classes.held[c];
            assert_true(classes.held[c] > 0);
            assert_true(classes.low[c] <= classes.high[c]);
            if (c > 0)
                assert_near(classes.low[c] - classes.high[c - 1], unit,
                            fabs(classes.low[c]) * 1e-12 + 1e-9);
        }
        assert_int_equal(held, count);
    }
}

static int begin(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(round_bounds_where_they_serve),
        cmocka_unit_test(quantiles_where_they_do_not),
        cmocka_unit_test(equal_values_stay_together),
        cmocka_unit_test(ranges_meet),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
