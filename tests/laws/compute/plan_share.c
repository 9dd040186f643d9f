/*
 * plan_share.c - what must hold of every sharing out, whatever the claims.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/plan/plan_share.h"

#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "tests/house.h"

enum { MOST = 12, TRIALS = 400 };
static const double WEBSTER = 0.5, ADAMS = 0;

static struct arena *scratch;
static unsigned seed = 20231231;

static int draw(int below)
{
    seed = seed * 1664525u + 1013904223u;
    return (int)((seed >> 8) % (unsigned)below);
}

static size_t draw_claims(struct share_claim claims[])
{
    size_t count = 1 + (size_t)draw(MOST);

    for (size_t i = 0; i < count; i++) {
        double base = draw(200), low = draw((int)base + 1);
        claims[i] = (struct share_claim){ low, base - low, low, base };
    }
    return count;
}

static double sum_of(const double share[], size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += share[i];
    return sum;
}

/* Exact, whole and within the bounds, up to what the bounds allow; and as the
 * total rises by one, one share rises by one and no other changes. */
static void exact_and_monotone(void **state)
{
    (void)state;
    for (int trial = 0; trial < TRIALS; trial++) {
        struct share_claim claims[MOST];
        double before[MOST], share[MOST], lows = 0, highs = 0;
        size_t count = draw_claims(claims);
        double signpost = trial % 2 ? WEBSTER : ADAMS;
        for (size_t i = 0; i < count; i++) {
            lows += claims[i].low;
            highs += claims[i].high;
        }
        plan_share(before, claims, count, lows, signpost, scratch);
        for (double total = lows; total <= highs; total++) {
            double sum =
                plan_share(share, claims, count, total, signpost, scratch);
            assert_near(sum, total, 0);
            assert_near(sum_of(share, count), total, 0);
            for (size_t i = 0; i < count; i++) {
                assert_near(share[i], floor(share[i]), 0);
                assert_true(share[i] >= claims[i].low);
                assert_true(share[i] <= claims[i].high);
                assert_true(share[i] >= before[i]);
                before[i] = share[i];
            }
        }
        assert_near(
            plan_share(share, claims, count, highs + 5, signpost, scratch),
            highs, 0);
        assert_near(
            plan_share(share, claims, count, lows - 5, signpost, scratch), lows,
            0);
    }
}

/* Webster's rule as it is written: each unit to the largest w / (2k + 1). */
static void as_the_divisors_say(void **state)
{
    (void)state;
    for (int trial = 0; trial < TRIALS; trial++) {
        struct share_claim claims[MOST];
        double share[MOST], given[MOST] = { 0 };
        size_t count = 1 + (size_t)draw(MOST);
        int total = draw(300);
        for (size_t i = 0; i < count; i++)
            claims[i] =
                (struct share_claim){ 0, 1009 + 7919 * (double)i + draw(1000),
                                      0, (double)INFINITY };
        for (int unit = 0; unit < total; unit++) {
            size_t best = 0;
            for (size_t i = 1; i < count; i++)
                if (claims[i].slope / (2 * given[i] + 1) >
                    claims[best].slope / (2 * given[best] + 1))
                    best = i;
            given[best]++;
        }
        plan_share(share, claims, count, total, WEBSTER, scratch);
        for (size_t i = 0; i < count; i++)
            assert_near(share[i], given[i], 0);
    }
}

/* Equal claims get shares at most one apart. */
static void equals_alike(void **state)
{
    struct share_claim claims[MOST];
    double share[MOST];

    (void)state;
    for (double total = 0; total < 300; total++) {
        for (size_t i = 0; i < MOST; i++)
            claims[i] = (struct share_claim){ 0, i < 5 ? 31 : 17, 0, 100 };
        plan_share(share, claims, MOST, total, WEBSTER, scratch);
        for (size_t i = 1; i < 5; i++)
            assert_true(fabs(share[i] - share[0]) <= 1);
        for (size_t i = 6; i < MOST; i++)
            assert_true(fabs(share[i] - share[5]) <= 1);
    }
}

/* At signpost 0 no way of sharing leaves the lowest higher: one more than the
 * smallest share per slope cannot be had by all for the same total. */
static void lowest_as_high_as_can_be(void **state)
{
    (void)state;
    for (int trial = 0; trial < TRIALS; trial++) {
        struct share_claim claims[MOST];
        double share[MOST], lows = 0, highs = 0, lowest = (double)INFINITY,
                            needed = 0;
        size_t count = 1 + (size_t)draw(MOST);
        for (size_t i = 0; i < count; i++) {
            double base = 20 + draw(200), low = draw((int)base);
            claims[i] = (struct share_claim){ 0, base, low, base };
            lows += low;
            highs += base;
        }
        double total = lows + floor((highs - lows) * draw(100) / 100);
        plan_share(share, claims, count, total, ADAMS, scratch);
        for (size_t i = 0; i < count; i++)
            lowest = fmin(lowest, share[i] / claims[i].slope);
        if (lowest >= 1)
            continue;
        for (size_t i = 0; i < count; i++) { /* to stand above that */
            double above = floor(lowest * claims[i].slope + 1e-9) + 1;
            needed += fmax(claims[i].low, above);
        }
        assert_true(needed > total);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_and_monotone),
        cmocka_unit_test(as_the_divisors_say),
        cmocka_unit_test(equals_alike),
        cmocka_unit_test(lowest_as_high_as_can_be),
    };
    scratch = arena_new();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(scratch);
    return failed;
}
