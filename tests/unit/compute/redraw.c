/*
 * redraw.c - fresh figures are quantiles of the distributions they claim: the
 * library's distribution functions are asked what they should have been.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>

#include "engine/base/arena.h"
#include "engine/compute/equity/redraw.h"
#include "engine/compute/equity/stream.h"
#include "tests/house.h"

/* PIECE numbers that sweep from end to end. */
static void sweep(double even[], double normal[], unsigned step)
{
    for (unsigned d = 0; d < REDRAW_PIECE; d++) {
        even[d] = (d + (step + 0.5) / 64) / REDRAW_PIECE;
        normal[d] = gsl_cdf_ugaussian_Pinv(even[d]);
    }
}

static double reached(const struct chance *chance, double truth, double k)
{
    double n = chance->base[0], q = truth / chance->scale;

    if (k < 0)
        return 0;
    return chance->noise == NOISE_POISSON
               ? gsl_cdf_poisson_P((unsigned)k, n * q)
               : gsl_cdf_binomial_P((unsigned)k, q, (unsigned)n);
}

/* The share of draws that are not the exact quantile; one off is allowed. */
static double check_quantiles(enum noise noise, double n, double q)
{
    struct arena *arena = arena_new();
    struct chance chance = { .noise = noise,
                             .base = &n,
                             .scale = 100,
                             .design_effect = 1,
                             .low = 0,
                             .high = HUGE_VAL };
    double truth = 100 * q, even[REDRAW_PIECE], normal[REDRAW_PIECE];
    double values[REDRAW_PIECE], off = 0;
    struct redraw *plan = redraw_plan(&chance, &truth, 1, arena);

    for (unsigned step = 0; step < 64; step++) {
        sweep(even, normal, step);
        redraw_values(plan, even, normal, values);
        for (unsigned d = 0; d < REDRAW_PIECE; d++) {
            double k = round(values[d] * n / 100);
            bool exact = reached(&chance, truth, k) >= even[d] - 1e-9 &&
                         reached(&chance, truth, k - 1) < even[d] + 1e-9;
            assert_near(values[d] * n / 100, k, 1e-6);
            assert_true(exact || (reached(&chance, truth, k + 1) >= even[d] &&
                                  reached(&chance, truth, k - 2) < even[d]));
            off += !exact;
        }
    }
    arena_free(arena);
    return off / (64 * REDRAW_PIECE);
}

static void tables_are_exact(void **state)
{
    (void)state;
    assert_near(check_quantiles(NOISE_BINOMIAL, 60, 0.97), 0, 0);
    assert_near(check_quantiles(NOISE_BINOMIAL, 60, 0.03), 0, 0);
    assert_near(check_quantiles(NOISE_BINOMIAL, 1, 0.4), 0, 0);
    assert_near(check_quantiles(NOISE_BINOMIAL, 90, 0.5), 0, 0);
    assert_near(check_quantiles(NOISE_BINOMIAL, 60, 0), 0, 0);
    assert_near(check_quantiles(NOISE_BINOMIAL, 60, 1), 0, 0);
    assert_near(check_quantiles(NOISE_POISSON, 1000, 0.003), 0, 0);
    assert_near(check_quantiles(NOISE_POISSON, 1000, 0.02), 0, 0);
}

static void expansions_are_near(void **state)
{
    (void)state;
    assert_true(check_quantiles(NOISE_BINOMIAL, 120, 0.5) < 0.03);
    assert_true(check_quantiles(NOISE_BINOMIAL, 1000, 0.97) < 0.03);
    assert_true(check_quantiles(NOISE_BINOMIAL, 70000, 0.75) < 0.03);
    assert_true(check_quantiles(NOISE_POISSON, 1000, 0.03) < 0.03);
    assert_true(check_quantiles(NOISE_POISSON, 100000, 0.04) < 0.03);
}

/* Clustered: the mean is the truth, the variance q(1 - q)/n x effect, also
 * where n over the effect is no whole number. */
static void clusters(void **state)
{
    enum { ROUNDS = 4000 };
    struct arena *arena = arena_new();
    double n = 62, truth = 70, sum = 0, squares = 0;
    struct chance chance = { .noise = NOISE_CLUSTERED,
                             .base = &n,
                             .scale = 100,
                             .design_effect = 5,
                             .low = -HUGE_VAL,
                             .high = HUGE_VAL };
    struct redraw *plan = redraw_plan(&chance, &truth, 1, arena);
    double even[REDRAW_PIECE], normal[REDRAW_PIECE], values[REDRAW_PIECE];
    double wanted = 70 * 30 / n * 5, count = ROUNDS * REDRAW_PIECE;

    (void)state;
    for (unsigned round = 0; round < ROUNDS; round++) {
        struct stream stream = stream_of(5, round);
        for (unsigned d = 0; d < REDRAW_PIECE; d++) {
            even[d] = stream_next(&stream);
            normal[d] = gsl_cdf_ugaussian_Pinv(even[d]);
        }
        redraw_values(plan, even, normal, values);
        for (unsigned d = 0; d < REDRAW_PIECE; d++) {
            sum += values[d] - truth;
            squares += (values[d] - truth) * (values[d] - truth);
        }
    }
    assert_near(sum / count, 0, 5 * sqrt(wanted / count));
    assert_near(squares / count / wanted, 1, 0.03);
    arena_free(arena);
}

/* A draw is the same whoever makes it; other seeds and draws differ. */
static void streams(void **state)
{
    struct stream a = stream_of(1, 7), b = stream_of(1, 7);
    struct stream other = stream_of(1, 8), seeded = stream_of(2, 7);
    double sum = 0;

    (void)state;
    for (int i = 0; i < 10000; i++) {
        double next = stream_next(&a);
        assert_true(next > 0 && next < 1);
        assert_near(next, stream_next(&b), 0);
        assert_true(fabs(next - stream_next(&other)) > 0);
        assert_true(fabs(next - stream_next(&seeded)) > 0);
        sum += next;
    }
    assert_near(sum / 10000, 0.5, 5 * sqrt(1.0 / 12 / 10000));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_exact),
        cmocka_unit_test(expansions_are_near),
        cmocka_unit_test(clusters),
        cmocka_unit_test(streams),
    };

    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
