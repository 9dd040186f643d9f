/*
 * interval.c - limits of proportions and rates against the literature and
 * against R (reference.R beside this file).
 *
 * Printed tables: Newcombe, Stat Med 17 (1998) 857, methods 3 (score), 5
 * (exact) and 6 (mid-p); Garwood, Biometrika 28 (1936) 437, for the Poisson.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_errno.h>
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/interval/interval.h"
#include "tests/house.h"

struct limits {
    double x, n, lower, upper;
};

static void check(enum interval_method method, const struct limits cases[],
                  size_t count, double tolerance)
{
    for (size_t i = 0; i < count; i++) {
        const struct limits *c = &cases[i];
        struct interval out;
        assert_true(interval_of(&out, method, c->x, c->n, 0.95));
        assert_near(out.value, c->x / c->n, 1e-15);
        assert_near(out.lower, c->lower, tolerance);
        assert_near(out.upper, c->upper, tolerance);
    }
}
#define CHECK(method, cases, tolerance)                                        \
    check((method), (cases), sizeof(cases) / sizeof *(cases), (tolerance))

/* Four decimals, as printed. */
static void newcombe(void **state)
{
    static const struct limits wilson[] = { { 81, 263, 0.2553, 0.3662 },
                                            { 15, 148, 0.0624, 0.1605 },
                                            { 0, 20, 0, 0.1611 },
                                            { 1, 29, 0.0061, 0.1718 } };
    static const struct limits exact[] = { { 81, 263, 0.2527, 0.3676 },
                                           { 15, 148, 0.0578, 0.1617 },
                                           { 0, 20, 0, 0.1684 },
                                           { 1, 29, 0.0009, 0.1776 } };
    static const struct limits mid[] = { { 81, 263, 0.2544, 0.3658 },
                                         { 15, 148, 0.0601, 0.1581 },
                                         { 0, 20, 0, 0.1391 },
                                         { 1, 29, 0.0017, 0.1585 } };

    (void)state;
    CHECK(INTERVAL_WILSON, wilson, 0.5001e-4);
    CHECK(INTERVAL_CLOPPER_PEARSON, exact, 0.5001e-4);
    CHECK(INTERVAL_MID_P, mid, 0.5001e-4);
}

static void wilson_by_r(void **state)
{
    static const struct limits cases[] = {
        { 81, 263, 0.25528851987827, 0.3662095769828 },
        { 15, 148, 0.062386399530736, 0.16048724172331 },
        { 0, 20, 0, 0.16112515805282 },
        { 1, 29, 0.0061132142927627, 0.1717552187932 },
        { 29, 29, 0.88303020150026, 1 },
        { 3711, 70013, 0.051369286362999, 0.054688646330067 },
    };
    struct interval out;

    (void)state;
    CHECK(INTERVAL_WILSON, cases, 1e-12);
    assert_true(interval_of(&out, INTERVAL_WILSON, 81, 263, 0.998));
    assert_near(out.lower, 0.228035740242, 1e-12);
    assert_near(out.upper, 0.40138942190937, 1e-12);
}

static void clopper_pearson_by_r(void **state)
{
    static const struct limits cases[] = {
        { 81, 263, 0.25273674558527, 0.36762192260135 },
        { 15, 148, 0.057844010083449, 0.16165049034948 },
        { 0, 20, 0, 0.16843347098309 },
        { 1, 29, 0.00087264688357992, 0.17764429548872 },
        { 29, 29, 0.8805551309305, 1 },
        { 3711, 70013, 0.051356307447261, 0.054689743626203 },
    };
    struct interval out;

    (void)state;
    CHECK(INTERVAL_CLOPPER_PEARSON, cases, 1e-12);
    assert_true(interval_of(&out, INTERVAL_CLOPPER_PEARSON, 15, 148, 0.998));
    assert_near(out.lower, 0.040284445034105, 1e-12);
    assert_near(out.upper, 0.19965703734292, 1e-12);
}

static void jeffreys_by_r(void **state)
{
    static const struct limits cases[] = {
        { 81, 263, 0.25452193499102, 0.36564749917408 },
        { 15, 148, 0.060448517009296, 0.15764314347874 },
        { 0, 20, 0, 0.11663898290488 },
        { 1, 29, 0.0037461736490571, 0.15007768600223 },
        { 29, 29, 0.91771351707618, 1 },
        { 3711, 70013, 0.051363343144934, 0.054682496860929 },
    };

    (void)state;
    CHECK(INTERVAL_JEFFREYS, cases, 1e-12);
}

static void mid_p_by_r(void **state)
{
    static const struct limits cases[] = {
        { 81, 263, 0.25440210494552, 0.36577347425778 },
        { 15, 148, 0.060063602665532, 0.15812173305061 },
        { 0, 20, 0, 0.13910834066827 },
        { 1, 29, 0.0017247701147051, 0.15853738368147 },
        { 29, 29, 0.90185537232271, 1 },
        { 3711, 70013, 0.051363284556052, 0.054682556310137 },
    };

    (void)state;
    CHECK(INTERVAL_MID_P, cases, 1e-11);
}

/* Garwood's table, three decimals; then R's digits, over a base of 1. */
static void exact_poisson(void **state)
{
    static const struct limits printed[] = {
        { 0, 1, 0, 3.689 },       { 1, 1, 0.0253, 5.572 },
        { 3, 1, 0.619, 8.767 },   { 5, 1, 1.623, 11.668 },
        { 10, 1, 4.795, 18.390 }, { 20, 1, 12.217, 30.888 },
    };
    static const struct limits digits[] = {
        { 0, 1, 0, 3.6888794541139 },
        { 1, 1, 0.02531780798429, 5.5716433909389 },
        { 3, 1, 0.6186721228956, 8.7672730697423 },
        { 9, 1, 4.1153730973783, 17.084803451419 },
        { 100, 1, 81.363991250923, 121.62679379243 },
    };

    (void)state;
    CHECK(INTERVAL_EXACT, printed, 0.6e-3);
    CHECK(INTERVAL_EXACT, digits, 1e-12);
}

/* Large counts, where functions of the library lose their way: R's qgamma and
 * qbeta, compared relative to the limit itself. */
static void relative(enum interval_method method, const struct limits cases[],
                     size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct limits *c = &cases[i];
        struct interval out;
        assert_true(interval_of(&out, method, c->x, c->n, 0.95));
        assert_near(out.lower / c->lower, 1, 1e-9);
        assert_near(out.upper / c->upper, 1, 1e-9);
    }
}

static void large_counts(void **state)
{
    static const struct limits rate[] = {
        { 16051, 32102, 0.49229442676786, 0.50779597359463 },
        { 321147, 1e9, 0.00032003723913447, 0.00032225965690026 },
        { 1e9, 1e12, 0.00099993802144393, 0.0010000619814504 },
    };
    static const struct limits share[] = {
        { 5e6, 1e7, 0.499690052521371, 0.500309947478629 },
        { 10, 1e12, 4.79538869614251e-12, 1.83903560419406e-11 },
        { 1e12 - 3, 1e12, 0.999999999991233, 0.999999999999381 },
        { 3e11, 1e12, 0.299999101831747, 0.300000898169411 },
    };
    static const struct limits by_jeffreys[] = {
        { 5e6, 1e7, 0.499690102521357, 0.500309897478643 },
        { 10, 1e12, 5.14144889127264e-12, 1.77394379527905e-11 },
        { 1e12 - 3, 1e12, 0.999999999991994, 0.999999999999155 },
        { 3e11, 1e12, 0.299999101832247, 0.300000898168911 },
    };

    (void)state;
    relative(INTERVAL_EXACT, rate, 3);
    relative(INTERVAL_CLOPPER_PEARSON, share, 4);
    relative(INTERVAL_JEFFREYS, by_jeffreys, 4);
}

static void byar(void **state)
{
    static const struct limits cases[] = {
        { 10, 1, 4.7874499139676, 18.391458605756 },
        { 37, 1, 26.047964514407, 51.001096593265 },
        { 412, 1, 373.17169032493, 453.77036561556 },
        { 37, 8219, 26.047964514407 / 8219, 51.001096593265 / 8219 },
    };

    (void)state;
    CHECK(INTERVAL_BYAR, cases, 1e-12);
}

/* Girls over boys: 1206 girls of 2523 by (1), limits 0.4585594 and 0.4975124,
 * as odds. */
static void parity_of_counts(void **state)
{
    struct interval out;

    (void)state;
    assert_true(interval_of_counts(&out, 1206, 1317, 0.95));
    assert_near(out.value, 1206.0 / 1317, 1e-15);
    assert_near(out.lower, 0.8469246843665029, 1e-12);
    assert_near(out.upper, 0.9900982086034792, 1e-12);
    assert_true(interval_of_counts(&out, 0, 20, 0.95));
    assert_near(out.lower, 0, 0);
    assert_near(out.upper, 0.16112515805282 / (1 - 0.16112515805282), 1e-12);
    assert_false(interval_of_counts(&out, 20, 0, 0.95));
    assert_false(has_value(out.value));
}

/* The Physicians' Health Study as in Agresti, Categorical Data Analysis (2002),
 * section 3.1: infarctions 189 of 11034 on placebo, 104 of 11037 on aspirin,
 * relative risk 1.82, its logarithm 0.598 with standard error 0.121. */
static void parity_of_shares(void **state)
{
    static const struct interval_share placebo = { 189, 11034 };
    static const struct interval_share aspirin = { 104, 11037 };
    static const struct interval_share none = { 0, 50 }, over = { 51, 50 };
    struct interval out;

    (void)state;
    assert_true(interval_of_shares(&out, &placebo, &aspirin, 0.95));
    assert_near(out.value, 1.82, 0.005);
    assert_near(log(out.value), 0.598, 0.0005);
    assert_near(log(out.upper / out.lower) / (2 * 1.959964), 0.121, 0.0005);
    assert_near(out.lower, 1.4330309030505628, 1e-12);
    assert_near(out.upper, 2.3058842324224456, 1e-12);
    assert_false(interval_of_shares(&out, &none, &aspirin, 0.95));
    assert_near(out.value, 0, 0);
    assert_false(interval_of_shares(&out, &aspirin, &none, 0.95));
    assert_false(has_value(out.value));
    assert_false(interval_of_shares(&out, &over, &aspirin, 0.95));
    assert_true(has_value(out.value) && !has_value(out.upper));
}

/* As far from 1 as its inverse; never above 2. */
static void adjusted(void **state)
{
    (void)state;
    assert_near(interval_adjusted(0.8), 0.8, 0);
    assert_near(interval_adjusted(1), 1, 0);
    assert_near(interval_adjusted(1.25), 1.2, 1e-15);
    for (double parity = 1.1; parity < 1e6; parity *= 3)
        assert_near(interval_adjusted(parity) - 1,
                    1 - interval_adjusted(1 / parity), 1e-12);
    assert_true(interval_adjusted(1e300) <= 2);
}

/* Down's syndrome among fifth and later children, Michigan 1950-1964, by the
 * mother's age: Fay and Feuer, Stat Med 16 (1997) 791, table II. The limits are
 * the formula of Dobson worked out in python3. */
static void standardised(void **state)
{
    static const struct interval_stratum ages[] = {
        { 0, 327, 319933 },      { 8, 30666, 931318 },
        { 63, 123419, 786511 },  { 112, 149919, 488235 },
        { 262, 104088, 237863 }, { 295, 34392, 61313 },
    };
    struct interval out;

    (void)state;
    assert_true(interval_of_strata(&out, ages, 6, INTERVAL_BYAR, 0.95));
    assert_near(1e5 * out.value, 75.52900744525678, 1e-10);
    assert_near(1e5 * out.lower, 67.63274312268956, 1e-10);
    assert_near(1e5 * out.upper, 83.86710870854243, 1e-10);
}

/* A population that is its own standard has its crude rate, and the limits of
 * that; without events there is a value alone, without a base none. */
static void its_own_standard(void **state)
{
    static const struct interval_stratum own[] = { { 2, 100, 10 },
                                                   { 7, 300, 30 } };
    static const struct interval_stratum none[] = { { 0, 100, 10 } };
    static const struct interval_stratum gap[] = { { 2, 100, 10 },
                                                   { 7, 0, 30 } };
    struct interval out;

    (void)state;
    assert_true(interval_of_strata(&out, own, 2, INTERVAL_EXACT, 0.95));
    assert_near(out.value, 9.0 / 400, 1e-15);
    assert_near(out.lower, 4.1153730973783 / 400, 1e-13);
    assert_near(out.upper, 17.084803451419 / 400, 1e-13);
    assert_false(interval_of_strata(&out, none, 1, INTERVAL_EXACT, 0.95));
    assert_near(out.value, 0, 0);
    assert_false(interval_of_strata(&out, gap, 2, INTERVAL_EXACT, 0.95));
    assert_false(has_value(out.value));
}

/* Levels from a half to almost sure, for counts at both ends: what is surer is
 * wider, and the value lies inside. */
static void levels(void **state)
{
    static const double level[] = { 0.5, 0.8, 0.95, 0.998, 0.999 };
    static const double cases[][2] = {
        { 0, 13 }, { 13, 13 }, { 7, 13 }, { 1, 70013 }, { 70012, 70013 }
    };

    (void)state;
    for (int m = 0; m < INTERVAL_METHOD_COUNT; m++)
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            struct interval inner = { 0, 2, -1 }, out;
            for (size_t k = 0; k < 5; k++, inner = out) {
                assert_true(interval_of(&out, (enum interval_method)m,
                                        cases[i][0], cases[i][1], level[k]));
                assert_true(out.lower <= out.value && out.value <= out.upper);
                assert_true(out.lower <= inner.lower &&
                            out.upper >= inner.upper);
            }
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(newcombe),
        cmocka_unit_test(wilson_by_r),
        cmocka_unit_test(clopper_pearson_by_r),
        cmocka_unit_test(jeffreys_by_r),
        cmocka_unit_test(mid_p_by_r),
        cmocka_unit_test(exact_poisson),
        cmocka_unit_test(large_counts),
        cmocka_unit_test(byar),
        cmocka_unit_test(parity_of_counts),
        cmocka_unit_test(parity_of_shares),
        cmocka_unit_test(adjusted),
        cmocka_unit_test(standardised),
        cmocka_unit_test(its_own_standard),
        cmocka_unit_test(levels),
    };

    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
