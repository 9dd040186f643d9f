/*
 * trend.c - what must be true of every trend, shown on many unlike series.
 *
 *   mirror       years read backwards: the slope turns its sign, p stays
 *   unit         a scale of 100: figures follow, p and direction stay
 *   gap          a year that is missing from a straight line moves no slope
 *   flat         a constant series is steady, p is 1 and the slope 0
 *   sanity       limits hold their figure, p is from 0 to 1, shares stay shares
 *
 * Each for all three noises, with and without ties, as a stock and not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_errno.h>
#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/trend/trend.h"
#include "tests/house.h"

enum { SERIES = 240, MOST = 14, LAST = 2100 };

struct trial {
    struct indicator indicator;
    struct trend_rule rule;
    size_t count;
    struct trend_point points[MOST];
};

/* A generator of our own: the same series on every machine. */
static double next_share(uint64_t *seed)
{
    *seed =
        *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (double)(*seed >> 11) / 9007199254740992.0;
}

static void set(struct trial *t, size_t i, int year, double x, double n)
{
    t->points[i] =
        (struct trend_point){ period_of_year(year), t->indicator.scale * x / n,
                              x, n, NO_VALUE };
}

static void trial_make(struct trial *t, unsigned number)
{
    static const enum noise noises[] = { NOISE_NONE, NOISE_BINOMIAL,
                                         NOISE_POISSON };
    uint64_t seed = number + 1;
    int year = 2000;
    double p, n, drift;

    for (int i = 0; i < 8; i++)
        next_share(&seed);
    memset(t, 0, sizeof *t);
    t->indicator = (struct indicator){ .kind = KIND_PROPORTION,
                                       .scale = 1,
                                       .noise = noises[number % 3],
                                       .design_effect = 1,
                                       .bound_low = -HUGE_VAL,
                                       .bound_high = HUGE_VAL };
    if (t->indicator.noise == NOISE_POISSON)
        t->indicator.kind = KIND_RATE;
    t->indicator.material = number % 5 == 0 ? 0 : 0.05 * next_share(&seed);
    t->rule = (struct trend_rule){ &t->indicator, number % 2 == 0 };
    t->count = 4 + (size_t)(next_share(&seed) * (MOST - 4));
    p = 0.2 + 0.6 * next_share(&seed);
    n = floor(10 * pow(1000, next_share(&seed)));
    drift = (next_share(&seed) - 0.5) * 0.06;
    for (size_t i = 0; i < t->count; i++) {
        p = fmin(fmax(p + drift + 0.04 * (next_share(&seed) - 0.5), 0), 1);
        set(t, i, year, floor(p * n + 0.5), n);
        year += next_share(&seed) < 0.2 ? 2 : 1;
    }
}

static struct trend judged(const struct trial *t)
{
    struct arena *arena = arena_new();
    struct trends *list = trends_new(arena);
    struct trend line;

    trend_judge(trends_add(list), t->points, t->count, &t->rule, NO_PERIOD,
                trend_tables_new(.95, arena));
    line = list->items[0];
    arena_free(arena);
    return line;
}

static void same(double got, double wanted)
{
    assert_int_equal(has_value(got), has_value(wanted));
    if (has_value(wanted))
        assert_near(got, wanted, 1e-9);
}

static void mirror(void **state)
{
    struct trial t, back;

    (void)state;
    for (unsigned k = 0; k < SERIES; k++) {
        struct trend one, other;
        trial_make(&t, k);
        back = t;
        for (size_t i = 0; i < t.count; i++) {
            const struct trend_point *p = &t.points[t.count - 1 - i];
            set(&back, i, LAST - period_year(p->period), p->numerator,
                p->denominator);
        }
        one = judged(&t);
        other = judged(&back);
        same(other.slope, -one.slope);
        same(other.slope_lower, -one.slope_upper);
        same(other.slope_upper, -one.slope_lower);
        same(other.p_value, one.p_value);
        assert_int_equal(other.direction,
                         one.direction == DIRECTION_RISING ? DIRECTION_FALLING
                         : one.direction == DIRECTION_FALLING ? DIRECTION_RISING
                                                              : one.direction);
    }
}

static void unit(void **state)
{
    struct trial t, large;

    (void)state;
    for (unsigned k = 0; k < SERIES; k++) {
        struct trend one, other;
        trial_make(&t, k);
        large = t;
        large.rule.indicator = &large.indicator;
        large.indicator.scale = 100;
        large.indicator.material *= 100;
        for (size_t i = 0; i < t.count; i++)
            large.points[i].value *= 100;
        t.rule.indicator = &t.indicator;
        one = judged(&t);
        other = judged(&large);
        same(other.slope, 100 * one.slope);
        same(other.slope_upper, 100 * one.slope_upper);
        same(other.forecast, 100 * one.forecast);
        same(other.forecast_lower, 100 * one.forecast_lower);
        same(other.p_value, one.p_value);
        assert_int_equal(other.direction, one.direction);
    }
}

static void gap(void **state)
{
    struct trial t;
    struct trend line;

    (void)state;
    for (unsigned left = 1; left < 9; left++) {
        trial_make(&t, 0);
        t.rule = (struct trend_rule){ &t.indicator, left % 2 == 0 };
        t.count = 0;
        for (int year = 0; year < 10; year++)
            if (year != (int)left)
                set(&t, t.count++, 2010 + year, 300 + 20 * year, 1000);
        line = judged(&t);
        assert_near(line.slope, 0.02, 1e-12);
        assert_int_equal(line.count, 9);
        assert_int_equal(line.direction, DIRECTION_RISING);
    }
}

static void flat(void **state)
{
    struct trial t;

    (void)state;
    for (unsigned k = 0; k < SERIES; k++) {
        struct trend line;
        trial_make(&t, k);
        for (size_t i = 0; i < t.count; i++) /* unlike bases, one share */
            set(&t, i, period_year(t.points[i].period),
                (double)(100 + 7 * i) * 3, (double)(100 + 7 * i) * 10);
        line = judged(&t);
        assert_near(line.slope, 0, 1e-12);
        assert_near(line.p_value, 1, 1e-12);
        assert_int_equal(line.direction, DIRECTION_STEADY);
    }
}

static void sanity(void **state)
{
    struct trial t;
    unsigned words[DIRECTION_COUNT] = { 0 };

    (void)state;
    for (unsigned k = 0; k < SERIES; k++) {
        struct trend line;
        trial_make(&t, k);
        line = judged(&t);
        words[line.direction]++;
        assert_true(line.p_value >= 0 && line.p_value <= 1);
        assert_true(has_value(line.slope));
        if (has_value(line.slope_lower))
            assert_true(line.slope_lower <= line.slope &&
                        line.slope <= line.slope_upper);
        if (has_value(line.forecast_lower))
            assert_true(line.forecast_lower <= line.forecast &&
                        line.forecast <= line.forecast_upper);
        if (t.indicator.kind == KIND_PROPORTION)
            assert_true(line.forecast >= 0 && line.forecast <= 1 &&
                        !(line.forecast_lower < 0) &&
                        !(line.forecast_upper > 1));
        else
            assert_false(line.forecast_lower < 0);
    }
    for (int d = DIRECTION_UNCLEAR; d < DIRECTION_COUNT; d++)
        assert_true(words[d] > 0); /* or nothing was shown */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mirror), cmocka_unit_test(unit),
        cmocka_unit_test(gap),    cmocka_unit_test(flat),
        cmocka_unit_test(sanity),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
