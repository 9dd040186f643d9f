/*
 * plan.c - what must hold of every plan, whatever the figures.
 *
 * Provinces are drawn at random (districts of any size, some nearly done, some
 * hardly begun), with a fixed seed, and planned by every rule and path.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/compute/plan_lab.h"

enum { TRIALS = 40, LAST = 2028 };

static unsigned seed = 677;

static int draw(int below)
{
    seed = seed * 1664525u + 1013904223u;
    return (int)((seed >> 8) % (unsigned)below);
}

static struct lab *draw_lab(void)
{
    struct lab *lab = plan_lab_open();

    for (int i = 0; i < 3; i++) {
        double base = 5 + draw(draw(2) ? 40 : 90000);
        plan_say(lab, plan_codes[i], 2023, floor(base * draw(101) / 100), base);
    }
    return lab;
}

static double today(struct lab *lab, const struct plans *plans,
                    const char *code)
{
    const struct plan_step *step = plan_step(lab, plans, code, 2024);

    return plans->lines[step->line].level;
}

/* The whole is the sum of its areas, each level is whole, never below what was
 * reached before nor beyond the base, and the last year reaches the target. */
static void check_sums(struct lab *lab, const struct plans *plans, double goal)
{
    for (int year = 2024; year <= LAST; year++) {
        double level = 0, fresh = 0;
        const struct plan_step *whole = plan_step(lab, plans, "34", year);
        for (int i = 0; i < 3; i++) {
            const struct plan_step *step =
                plan_step(lab, plans, plan_codes[i], year);
            double before =
                year > 2024
                    ? plan_step(lab, plans, plan_codes[i], year - 1)->level
                    : today(lab, plans, plan_codes[i]);
            assert_near(step->level, floor(step->level), 0);
            assert_true(step->level >= before);
            assert_true(step->level <= step->base);
            assert_near(step->fresh, step->level - before, 0);
            level += step->level;
            fresh += step->fresh;
        }
        assert_near(whole->level, level, 0);
        assert_near(whole->fresh, fresh, 0);
    }
    assert_true(plan_step(lab, plans, "34", LAST)->value >= goal - 1e-9);
}

static void exact_sums(void **state)
{
    (void)state;
    for (int trial = 0; trial < TRIALS; trial++) {
        struct lab *lab = draw_lab();
        double goal = 1 + draw(100);
        plan_target(lab, LAST, goal);
        for (int rule = 0; rule < RULE_FIXED; rule++)
            for (int path = 0; path < PATH_COUNT; path++)
                check_sums(lab,
                           plan_make(lab,
                                     &(struct plan_request){
                                         .rule = (enum plan_rule)rule,
                                         .path = (enum plan_path)path }),
                           goal);
        lab_close(lab);
    }
}

/* Targets of the areas' own hold under every rule, and nothing else gives way
 * but the milestone of the whole. */
static void floors_hold(void **state)
{
    (void)state;
    for (int trial = 0; trial < TRIALS; trial++) {
        struct lab *lab = draw_lab();
        double goal = 1 + draw(100), least = 1 + draw(100);
        plan_target(lab, LAST, goal);
        plan_target(lab, LAST - 1, least)->applies = APPLIES_EACH;
        for (int rule = 0; rule < RULE_FIXED; rule++) {
            struct plans *plans = plan_make(
                lab,
                &(struct plan_request){ .rule = (enum plan_rule)rule,
                                        .path = (enum plan_path)(trial % 3) });
            check_sums(lab, plans, goal);
            for (int i = 0; i < 6; i++)
                assert_true(
                    plan_step(lab, plans, plan_codes[i % 3], LAST - i / 3)
                        ->value >= least - 1e-9);
        }
        lab_close(lab);
    }
}

/* A higher target lowers no area's level in any year. */
static void higher_targets(void **state)
{
    (void)state;
    for (int trial = 0; trial < TRIALS; trial++) {
        struct lab *lab = draw_lab();
        struct target *target = plan_target(lab, LAST, 0);
        for (int rule = 0; rule < RULE_FIXED; rule++) {
            struct plan_request request = { .rule = (enum plan_rule)rule,
                                            .path =
                                                (enum plan_path)(trial % 3) };
            struct plans *lower = NULL;
            for (double goal = 5; goal <= 100; goal += 9.5) {
                target->value = goal;
                struct plans *plans = plan_make(lab, &request);
                for (int i = 0; i < 15 && lower; i++) {
                    const char *code = plan_codes[i % 3];
                    int year = 2024 + i / 3;
                    assert_true(plan_step(lab, plans, code, year)->level >=
                                plan_step(lab, lower, code, year)->level);
                }
                lower = plans;
            }
        }
        lab_close(lab);
    }
}

/* What is done already is kept, and nothing is asked of it by close_gap. */
static void above_stay(void **state)
{
    struct lab *lab = plan_lab_open();

    (void)state;
    plan_say(lab, "336", 2023, 95, 100);
    plan_say(lab, "338", 2023, 40, 100);
    plan_say(lab, "339", 2023, 30, 100);
    plan_target(lab, LAST, 70);
    struct plans *plans =
        plan_make(lab, &(struct plan_request){ .rule = RULE_CLOSE_GAP });
    for (int year = 2024; year <= LAST; year++)
        assert_near(plan_step(lab, plans, "336", year)->level, 95, 0);
    assert_near(plan_step(lab, plans, "338", LAST)->level, 58, 0);
    assert_near(plan_step(lab, plans, "339", LAST)->level, 57, 0);
    lab_close(lab);
}

/* Equal areas differ by one at most. */
static void equals_alike(void **state)
{
    (void)state;
    for (double goal = 31; goal <= 100; goal += 3) {
        struct lab *lab = plan_lab_open();
        plan_say(lab, "336", 2023, 23, 77);
        plan_say(lab, "338", 2023, 23, 77);
        plan_say(lab, "339", 2023, 23, 77);
        plan_target(lab, LAST, goal);
        for (int rule = 0; rule < RULE_FIXED; rule++) {
            struct plans *plans = plan_make(
                lab, &(struct plan_request){ .rule = (enum plan_rule)rule });
            for (int year = 2024; year <= LAST; year++)
                for (int i = 1; i < 3; i++)
                    assert_true(
                        fabs(plan_step(lab, plans, plan_codes[i], year)->level -
                             plan_step(lab, plans, "336", year)->level) <= 1);
        }
        lab_close(lab);
    }
}

static double lowest(struct lab *lab, const struct plans *plans, int year)
{
    double low = (double)INFINITY;

    for (int i = 0; i < 3; i++)
        low = fmin(low, plan_step(lab, plans, plan_codes[i], year)->value);
    return low;
}

/* No rule leaves the lowest higher than close_gap does. */
static void smallest_gap(void **state)
{
    (void)state;
    for (int trial = 0; trial < TRIALS; trial++) {
        struct lab *lab = draw_lab();
        plan_target(lab, LAST, 40 + draw(61));
        struct plans *best =
            plan_make(lab, &(struct plan_request){ .rule = RULE_CLOSE_GAP });
        for (int rule = 0; rule < RULE_CLOSE_GAP; rule++) {
            struct plans *other = plan_make(
                lab, &(struct plan_request){ .rule = (enum plan_rule)rule });
            for (int year = 2024; year <= LAST; year++)
                assert_true(lowest(lab, best, year) >=
                            lowest(lab, other, year) - 1e-12);
        }
        lab_close(lab);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_sums),   cmocka_unit_test(higher_targets),
        cmocka_unit_test(above_stay),   cmocka_unit_test(equals_alike),
        cmocka_unit_test(smallest_gap), cmocka_unit_test(floors_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
