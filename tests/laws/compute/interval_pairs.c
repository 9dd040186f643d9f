/*
 * interval_pairs.c - what must be true of the limits of every mean and of every
 * difference of two proportions.
 *
 *   swap        the two groups the other way round mirror the interval
 *   complement  so does counting those who have not
 *   bounds      the value lies between its limits, they between -1 and 1
 *   level       what is surer is wider
 *   size        ten times as many of everything: narrower
 *   unit        a mean in another unit, from another zero: the limits follow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/interval/interval.h"
#include "tests/house.h"

enum { TRIALS = 2000 };

static uint64_t seed = 7;

/* A generator of our own: the same pairs on every machine. */
static double next_share(void)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (double)(seed >> 11) / 9007199254740992.0;
}

/* From 1 to 5,000 persons; often none of them, often all. */
static struct interval_share next_group(void)
{
    double n = floor(pow(5000, next_share()));
    double share = fmin(fmax(1.4 * next_share() - 0.2, 0), 1);

    return (struct interval_share){ floor(share * n + 0.5), n };
}

static struct interval difference(struct interval_share first,
                                  struct interval_share second, double level)
{
    struct interval out;

    assert_true(interval_of_difference(&out, &first, &second, level));
    return out;
}

static struct interval_share without(struct interval_share group)
{
    return (struct interval_share){ group.n - group.x, group.n };
}

static struct interval_share tenfold(struct interval_share group)
{
    return (struct interval_share){ 10 * group.x, 10 * group.n };
}

static void assert_mirrored(struct interval a, struct interval b)
{
    assert_near(a.value, -b.value, 1e-14);
    assert_near(a.lower, -b.upper, 1e-14);
    assert_near(a.upper, -b.lower, 1e-14);
}

static void differences(void **state)
{
    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        struct interval_share p = next_group(), q = next_group();
        struct interval out = difference(p, q, 0.95);
        struct interval surer = difference(p, q, 0.998);
        struct interval larger = difference(tenfold(p), tenfold(q), 0.95);

        assert_mirrored(difference(q, p, 0.95), out);
        assert_mirrored(difference(without(p), without(q), 0.95), out);
        assert_true(out.lower <= out.value && out.value <= out.upper);
        assert_true(-1 <= out.lower && out.upper <= 1);
        assert_true(surer.lower <= out.lower && out.upper <= surer.upper);
        assert_true(larger.upper - larger.lower < out.upper - out.lower);
    }
}

static void means(void **state)
{
    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        double mean = 200 * next_share() - 100, s = 30 * next_share();
        double n = 2 + floor(pow(5000, next_share()));
        struct interval out, surer, larger, other;

        assert_true(interval_of_mean(&out, mean, s, n, 0.95));
        assert_true(interval_of_mean(&surer, mean, s, n, 0.998));
        assert_true(interval_of_mean(&larger, mean, s, 10 * n, 0.95));
        assert_true(
            interval_of_mean(&other, 32 + 1.8 * mean, 1.8 * s, n, 0.95));
        assert_near(other.lower, 32 + 1.8 * out.lower, 1e-10);
        assert_near(other.upper, 32 + 1.8 * out.upper, 1e-10);
        assert_near(out.upper - out.value, out.value - out.lower, 1e-11);
        assert_true(surer.lower < out.lower && out.upper < surer.upper);
        assert_true(larger.upper - larger.lower < out.upper - out.lower);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(differences),
        cmocka_unit_test(means),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
