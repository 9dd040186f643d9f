/*
 * even.c - evenness beside the measures, against even.R: the spread beyond
 * chance found by drawing, the limits of convergence by trying every slope.
 *
 *  (1) Drawn figures have a tolerance of 1.5 per cent: the draws' own error,
 *      and that of the three moments.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/even/even_spread.h"
#include "tests/house.h"

enum { AREAS = 7 };
static const double counted[2][AREAS] = {
    { 131, 240, 187, 93, 262, 170, 88 }, { 170, 236, 201, 122, 270, 176, 84 }
};
static const double base[2][AREAS] = { { 412, 497, 455, 310, 520, 380, 205 },
                                       { 420, 480, 470, 305, 540, 390, 190 } };

static double value[2][AREAS], sigma[2][AREAS];

static int fill(void **state)
{
    (void)state;
    for (int y = 0; y < 2; y++)
        for (int i = 0; i < AREAS; i++) {
            double x = counted[y][i], n = base[y][i], q = (x + 1) / (n + 2);
            value[y][i] = 100 * x / n;
            sigma[y][i] = 100 * sqrt(q * (1 - q) / n);
        }
    return 0;
}

static struct even_spread spread_in(int year)
{
    return even_spread_of(value[year], base[year], sigma[year], AREAS, 0.95);
}

/* (1) */
static void spread(void **state)
{
    struct even_spread a = spread_in(0), b = spread_in(1);
    struct even_spread change = even_spread_change(&a, &b);

    (void)state;
    assert_near(a.value, 6.97035935342, 0.015);
    assert_near(a.lower, 5.14824711349, 0.015);
    assert_near(a.upper, 8.77816624718, 0.015);
    assert_near(b.value, 3.168263903634, 0.015);
    assert_near(b.lower, 0.883971454448, 0.03);
    assert_near(b.upper, 5.142351140296, 0.015);
    assert_near(change.value, -3.80209544979, 0.015);
    assert_near(change.lower, -6.71519650511, 0.015);
    assert_near(change.upper, -1.11562686951, 0.03);
}

/* More alike than chance lets equal areas be: still no certainty. */
static void hardly_apart(void **state)
{
    static const double y[AREAS] = { 50, 51, 49.5, 50.4, 49, 50.2, 51.3 };
    struct even_spread s = even_spread_of(y, base[0], sigma[0], AREAS, 0.95);

    (void)state;
    assert_true(s.value <= 0 && s.lower <= 0);
    assert_near(s.upper, 3.31540902774, 0.015);
}

static void all_alike(void **state)
{
    static const double y[AREAS] = { 40, 40, 40, 40, 40, 40, 40 };
    struct even_spread s = even_spread_of(y, base[0], sigma[0], AREAS, 0.95);
    struct even_spread change = even_spread_change(&s, &s);

    (void)state;
    assert_true(s.value <= 0 && s.lower <= 0 && s.upper > 1);
    assert_true(change.lower < -1 && change.upper > 1);
}

/* Areas that cannot be told apart in the first year cannot draw together. */
static void no_claim_from_equality(void **state)
{
    struct even_spread equal = { 2.5, 0, 4 }, apart = { 1, 0.5, 1.2 };
    struct even_spread change = even_spread_change(&equal, &apart);

    (void)state;
    assert_near(change.value, -1.5, 1e-12);
    assert_near(change.upper, 1.2, 1e-12);
    assert_near(change.lower, -1.5 - hypot(0.5, 1.5), 1e-12);
}

static struct even_convergence convergence(double divide)
{
    double weight[AREAS], s[2][AREAS];
    struct even_years years = { value[0], value[1], weight, s[0], s[1], AREAS };

    for (int i = 0; i < AREAS; i++) {
        weight[i] = base[0][i] + base[1][i];
        s[0][i] = sigma[0][i] / divide;
        s[1][i] = sigma[1][i] / divide;
    }
    return even_converge(&years, 0.95);
}

static void converges(void **state)
{
    struct even_convergence c = convergence(1);

    (void)state;
    assert_near(c.value, -0.448167450701, 1e-10);
    assert_near(c.lower, -0.74728, 2e-5);
    assert_near(c.upper, 0.13053, 2e-5);
}

/* With so much error the starts cannot be told apart: nothing is given. */
static void convergence_withheld(void **state)
{
    (void)state;
    assert_false(has_value(convergence(0.4).value));
    assert_true(has_value(convergence(4).value));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spread),    cmocka_unit_test(hardly_apart),
        cmocka_unit_test(all_alike), cmocka_unit_test(no_claim_from_equality),
        cmocka_unit_test(converges), cmocka_unit_test(convergence_withheld),
    };

    return cmocka_run_group_tests(tests, fill, NULL);
}
