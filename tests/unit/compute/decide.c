/*
 * decide.c - better, similar or worse.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/decide.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "tests/house.h"

static void one_decision(void **state)
{
    struct indicator in = { .better = BETTER_HIGHER, .material = 2 };

    (void)state;
    assert_int_equal(decide(2, NO_VALUE, &in), STANDING_BETTER);
    assert_int_equal(decide(-2, NO_VALUE, &in), STANDING_WORSE);
    assert_int_equal(decide(1.99, NO_VALUE, &in), STANDING_SIMILAR);
    assert_int_equal(decide(NO_VALUE, NO_VALUE, &in), STANDING_NONE);
    in.better = BETTER_LOWER;
    assert_int_equal(decide(2, NO_VALUE, &in), STANDING_WORSE);
    in.better = BETTER_NONE;
    assert_int_equal(decide(2, NO_VALUE, &in), STANDING_NONE);
    /* With noise both are needed: large enough, and not chance. */
    in.better = BETTER_HIGHER;
    in.noise = NOISE_BINOMIAL;
    assert_int_equal(decide(5, 0.049, &in), STANDING_BETTER);
    assert_int_equal(decide(5, 0.05, &in), STANDING_SIMILAR);
    assert_int_equal(decide(1, 1e-9, &in), STANDING_SIMILAR);
    assert_int_equal(decide(5, NO_VALUE, &in), STANDING_NONE);
    in.noise = NOISE_NONE, in.material = 0;
    assert_int_equal(decide(0, NO_VALUE, &in), STANDING_SIMILAR);
    assert_int_equal(decide(0.001, NO_VALUE, &in), STANDING_BETTER);
    /* In whatever unit: a rate per one may differ by a billionth. */
    assert_int_equal(decide(1e-10, NO_VALUE, &in), STANDING_BETTER);
    /* 32.3 - 30.3 is a hair below 2 in binary. */
    in.material = 2;
    assert_int_equal(decide(32.3 - 30.3, NO_VALUE, &in), STANDING_BETTER);
}

static void adjusted(void **state)
{
    struct arena *arena = arena_new();
    double p[] = { 0.01, NO_VALUE, 0.04, 0.03, 0.5 };

    (void)state;
    decide_adjust(p, 5, arena); /* of four tests */
    assert_near(p[0], 0.04, 1e-15);
    assert_false(has_value(p[1]));
    assert_near(p[2], 0.16 / 3, 1e-15);
    assert_near(p[3], 0.16 / 3, 1e-15);
    assert_near(p[4], 0.5, 1e-15);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_decision),
        cmocka_unit_test(adjusted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
