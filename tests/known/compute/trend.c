/*
 * trend.c - trends against the literature and against R (trend.R beside this
 * file, which counts orders one by one and takes prop.trend.test, glm and lm).
 *
 * Printed: Kendall, Rank Correlation Methods, table of P(S >= s); Hollander and
 * Wolfe, Nonparametric Statistical Methods, 9.1 (cloud seeding: slope -.05625);
 * Sen, J Am Stat Assoc 63 (1968) 1379, his seven points (slope 4, between 26/7
 * and 35/8); Agresti, Categorical Data Analysis, 5.3.5 (malformations by
 * alcohol: trend 6.57 of 12.08 in all).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/trend/trend_walk.h"
#include "tests/house.h"

enum { MOST = KENDALL_MOST };
static struct trend_point points[MOST];

static void set(size_t i, int year, double value)
{
    points[i] = (struct trend_point){ period_of_year(year), value, NO_VALUE,
                                      NO_VALUE, NO_VALUE };
}

static void set_counts(size_t i, int year, double x, double n)
{
    points[i] =
        (struct trend_point){ period_of_year(year), x / n, x, n, NO_VALUE };
}

static size_t values(const double y[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        set(i, 2001 + (int)i, y[i]);
    return count;
}

/* --- the exact distribution ------------------------------------------------
 */

/* P(S >= s) for n things, as printed. */
static const struct {
    size_t n, s;
    double p;
} printed[] = { { 4, 2, .375 },   { 4, 4, .167 },   { 4, 6, .042 },
                { 5, 6, .117 },   { 5, 8, .042 },   { 5, 10, .0083 },
                { 6, 9, .068 },   { 6, 11, .028 },  { 6, 15, .0014 },
                { 7, 11, .068 },  { 7, 13, .035 },  { 8, 16, .031 },
                { 8, 20, .0071 }, { 9, 18, .038 },  { 9, 24, .0063 },
                { 10, 21, .036 }, { 10, 23, .023 }, { 10, 29, .0046 } };

static void kendalls_table(void **state)
{
    struct arena *arena = arena_new();
    struct trend_tables *tables = trend_tables_new(.95, arena);

    (void)state;
    for (size_t i = 0; i < sizeof printed / sizeof *printed; i++) {
        const struct kendall *k = tables_kendall(tables, printed[i].n);
        double p = k->at_most[(k->pairs - printed[i].s) / 2];
        assert_true(fabs(p - printed[i].p) <= .0005);
    }
    for (size_t n = 2; n <= KENDALL_MOST; n++) { /* a distribution, all of it */
        const struct kendall *k = tables_kendall(tables, n);
        assert_near(k->at_most[k->pairs], 1, 1e-12);
        assert_near(k->chance[0], 1 / tgamma((double)n + 1), 1e-13);
    }
    arena_free(arena);
}

static void whole_orders(void **state)
{
    static const double wanted[] = { 2. / 24, 2. / 120, 2. / 720 };
    static const double up[] = { 1, 2, 4, 4.5, 7, 11 };
    struct arena *arena = arena_new();
    struct trend_tables *tables = trend_tables_new(.95, arena);

    (void)state;
    for (size_t n = 4; n <= 6; n++) {
        struct trend_verdict v = trend_kendall(points, values(up, n), tables);
        assert_near(v.p_value, wanted[n - 4], 1e-14);
        assert_int_equal(v.sign, 1);
    }
    arena_free(arena);
}

static void ties(void **state)
{
    static const double tied[] = { 3, 5, 5, 8, 9, 9, 7 };
    struct arena *arena = arena_new();
    struct trend_tables *tables = trend_tables_new(.95, arena);

    (void)state;
    assert_near(trend_kendall(points, values(tied, 7), tables).p_value,
                0.0619047619047619, 1e-13);
    arena_free(arena);
}

/* 0 1 2 3 4 5 6 0 1 ... over forty years: S = 65. The chances are those of the
 * generating function [40]!/([6]!^5 [5]!^2), divided out in whole numbers of
 * any length by python3. Dividing doubles loses every digit here. */
static void many_ties(void **state)
{
    struct arena *arena = arena_new();
    struct trend_tables *tables = trend_tables_new(.95, arena);

    (void)state;
    for (size_t i = 0; i < MOST; i++)
        set(i, 1950 + (int)i, (double)(i % 7));
    assert_near(trend_kendall(points, MOST, tables).p_value, 0.4530449025295822,
                1e-12);
    arena_free(arena);
}

/* --- slopes ----------------------------------------------------------------
 */

static void cloud_seeding(void **state)
{
    static const double y[] = { 1.26, 1.27, 1.12, 1.16, 1.03 };
    struct arena *arena = arena_new();
    struct trend_tables *tables = trend_tables_new(.95, arena);
    struct trend_slope s = trend_sen(points, values(y, 5), tables);

    (void)state;
    assert_near(s.slope, -0.05625, 1e-13);
    assert_near(s.lower, -0.15, 1e-13);
    assert_near(s.upper, 0.04, 1e-13);
    assert_near(trend_kendall(points, 5, tables).p_value, 28. / 120, 1e-14);
    arena_free(arena);
}

static void sens_own(void **state)
{
    static const int years[] = { 2001, 2002, 2003, 2004, 2010, 2012, 2018 };
    static const double y[] = { 9, 15, 19, 20, 45, 55, 78 };
    struct arena *arena = arena_new();
    struct trend_tables *tables = trend_tables_new(.95, arena);
    struct trend_slope s;

    (void)state;
    for (size_t i = 0; i < 7; i++)
        set(i, years[i], y[i]);
    s = trend_sen(points, 7, tables);
    assert_near(s.slope, 4, 1e-14);
    assert_near(s.lower, 26. / 7, 1e-14);
    assert_near(s.upper, 35. / 8, 1e-14);
    arena_free(arena);
}

/* --- noise -----------------------------------------------------------------
 */

static void malformations(void **state)
{
    static const int twice[] = { 2000, 2001, 2003, 2008, 2014 };
    static const double x[] = { 48, 38, 5, 1, 1 };
    static const double n[] = { 17114, 14502, 793, 127, 38 };
    static const struct indicator binomial = { .noise = NOISE_BINOMIAL };
    struct arena *arena = arena_new();
    struct trend_tables *tables = trend_tables_new(.95, arena);
    struct trend_scatter scatter;

    (void)state;
    for (size_t i = 0; i < 5; i++)
        set_counts(i, twice[i], x[i], n[i]);
    trend_weighted(&scatter, points, 5, TREND_COCHRAN_ARMITAGE, &binomial,
                   tables);
    assert_near(scatter.along, 6.570133944705540, 1e-12);
    assert_near(scatter.about, 5.511920864553001, 1e-12);
    assert_near(scatter.dispersion, 5.511920864553001 / 3, 1e-12);
    arena_free(arena);
}

static void five_years(void **state)
{
    static const double x[] = { 410, 455, 430, 480, 500 };
    static const double r[] = { 12, 18, 15, 22, 30 };
    static const struct indicator binomial = { .noise = NOISE_BINOMIAL };
    static const struct indicator poisson = { .noise = NOISE_POISSON };
    struct arena *arena = arena_new();
    struct trend_tables *tables = trend_tables_new(.95, arena);
    struct trend_scatter scatter;
    struct trend_verdict v;

    (void)state;
    for (size_t i = 0; i < 5; i++)
        set_counts(i, 2001 + (int)i, x[i], 1000);
    v = trend_weighted(&scatter, points, 5, TREND_COCHRAN_ARMITAGE, &binomial,
                       tables);
    assert_near(scatter.along, 16.9472729105750339, 1e-12);
    assert_near(scatter.dispersion, 4.4258493799784517 / 3, 1e-12);
    assert_near(v.p_value, 0.0427963827488434, 1e-12);
    for (size_t i = 0; i < 5; i++)
        set_counts(i, 2001 + (int)i, r[i], 1000);
    v = trend_weighted(&scatter, points, 5, TREND_LOG_LINEAR, &poisson, tables);
    assert_near(scatter.along, 8.2474226804123667, 1e-12);
    assert_near(scatter.about, 1.8144329896907259, 1e-12);
    assert_near(v.p_value, 0.0639543860756227, 1e-12);
    arena_free(arena);
}

/* Bases from 400 to 40,000: the years share a variance of their own. The second
 * series has 3.54 degrees of freedom after Satterthwaite, 3.77 are taken; with
 * all 4 p would be .0429. */
static void uneven_years(void **state)
{
    static const double x[2][6] = { { 290, 5300, 14200, 410, 7600, 640 },
                                    { 29500, 640, 15010, 410, 7900, 690 } };
    static const double n[2][6] = { { 400, 7000, 20000, 520, 9800, 800 },
                                    { 40000, 800, 20000, 520, 9800, 800 } };
    static const double p[2] = { 0.108300978318812, 0.0461501057490424 };
    static const struct indicator binomial = { .noise = NOISE_BINOMIAL };
    struct arena *arena = arena_new();
    struct trend_tables *tables = trend_tables_new(.95, arena);
    struct trend_scatter scatter;

    (void)state;
    for (size_t k = 0; k < 2; k++) {
        for (size_t i = 0; i < 6; i++)
            set_counts(i, 2001 + (int)i, x[k][i], n[k][i]);
        assert_near(trend_weighted(&scatter, points, 6, TREND_COCHRAN_ARMITAGE,
                                   &binomial, tables)
                        .p_value,
                    p[k], 1e-8);
    }
    arena_free(arena);
}

/* --- walks -----------------------------------------------------------------
 */

static void walks(void **state)
{
    static const int years[] = { 2015, 2016, 2018, 2019, 2020 };
    static const double y[] = { 10, 12, 15, 19, 20 };
    static const double x[] = { 410, 455, 430, 480, 500 };
    static const struct indicator in = { .kind = KIND_PROPORTION,
                                         .scale = 1,
                                         .bound_low = -HUGE_VAL,
                                         .bound_high = HUGE_VAL };
    const struct trend_rule rule = { &in, false };
    struct arena *arena = arena_new();
    struct trend_tables *tables = trend_tables_new(.95, arena);
    struct trend_walk walk;
    struct trend_reach at;

    (void)state;
    for (size_t i = 0; i < 5; i++)
        set(i, years[i], y[i]);
    walk = trend_walk_of(points, 5, &rule);
    at = trend_walk_at(&walk, 2022, tables);
    assert_near(at.value, 24, 1e-14);
    assert_near(at.lower, 16.7895757617966, 1e-12);
    assert_near(at.upper, 31.2104242382034, 1e-12);
    for (size_t i = 0; i < 5; i++)
        set_counts(i, 2001 + (int)i, x[i], 1000);
    walk = trend_walk_of(points, 5, &rule);
    at = trend_walk_at(&walk, 2006, tables);
    assert_near(at.value, 0.522708972705082, 1e-12);
    assert_near(at.lower, 0.400560760208166, 1e-12);
    assert_near(at.upper, 0.642200090709079, 1e-12);
    arena_free(arena);
}

/* Two of 10,000 each year do not step, and are two by luck. */
static void noise_keeps_limits_apart(void **state)
{
    static const struct indicator in = { .kind = KIND_PROPORTION,
                                         .scale = 1,
                                         .noise = NOISE_BINOMIAL,
                                         .bound_low = 0,
                                         .bound_high = 1 };
    const struct trend_rule rule = { &in, false };
    struct arena *arena = arena_new();
    struct trend_tables *tables = trend_tables_new(.95, arena);
    struct trend_walk walk;
    struct trend_reach at;

    (void)state;
    for (size_t i = 0; i < 5; i++)
        set_counts(i, 2001 + (int)i, 2, 10000);
    walk = trend_walk_of(points, 5, &rule);
    at = trend_walk_at(&walk, 2008, tables);
    assert_near(at.value, 2.49975002499750e-04, 1e-14);
    assert_near(at.lower, 2.35984993179148e-05, 1e-14);
    assert_near(at.upper, 2.64220595151048e-03, 1e-14);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kendalls_table),
        cmocka_unit_test(whole_orders),
        cmocka_unit_test(ties),
        cmocka_unit_test(many_ties),
        cmocka_unit_test(cloud_seeding),
        cmocka_unit_test(sens_own),
        cmocka_unit_test(malformations),
        cmocka_unit_test(five_years),
        cmocka_unit_test(uneven_years),
        cmocka_unit_test(walks),
        cmocka_unit_test(noise_keeps_limits_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
