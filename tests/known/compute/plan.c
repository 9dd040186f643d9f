/*
 * plan.c - plans against numbers of another program:
 * tests/known/compute/plan.py (exact fractions, Simpson's rule), which says how
 * each was found. Members and population are those of the sample's province,
 * 2018 to 2023.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/compute/plan_lab.h"

#include "engine/compute/plan/plan_share.h"

static void share(double out[], const double weights[], const double low[],
                  size_t count, double total)
{
    struct arena *scratch = arena_new();
    struct share_claim *claims =
        arena_array(scratch, count, struct share_claim);

    for (size_t i = 0; i < count; i++)
        claims[i] = (struct share_claim){ low ? low[i] : 0, weights[i],
                                          low ? low[i] : 0, (double)INFINITY };
    assert_near(plan_share(out, claims, count, total, 0.5, scratch), total, 0);
    arena_free(scratch);
}

/* Balinski and Young's point: largest remainders would give 5, 5, 1. */
static void six_six_two(void **state)
{
    static const double weights[] = { 6, 6, 2 };
    double out[3];

    (void)state;
    share(out, weights, NULL, 3, 10);
    assert_true(out[0] == 4 && out[1] == 4 && out[2] == 2);
    share(out, weights, NULL, 3, 11);
    assert_true(out[0] == 5 && out[1] == 4 && out[2] == 2);
}

static void five_districts(void **state)
{
    static const double reached[] = { 53093, 51755, 48592, 49193, 47447 };
    static const double base[] = { 77246, 73954, 81246, 77466, 75806 };
    static const double wanted[2][5] = {
        { 54875, 53393, 51001, 51279, 49539 },
        { 56656, 55030, 53410, 53364, 51631 },
    };
    double left[5], out[5];

    (void)state;
    for (int i = 0; i < 5; i++)
        left[i] = base[i] - reached[i];
    for (int k = 0; k < 2; k++) {
        share(out, left, reached, 5, 250080 + (k == 0 ? 10007 : 20011));
        for (int i = 0; i < 5; i++)
            assert_near(out[i], wanted[k][i], 0);
    }
}

/* By a plan: what remains is 24, 275 and 23. Signposts at .3 give 68, 383, 32
 * of 80 %, at .7 they give 63, 333, 27 of 70 %. */
static void three_districts(void **state)
{
    static const double wanted[2][4] = { { 64, 332, 27, 423 },
                                         { 68, 384, 31, 483 } };
    struct lab *lab = plan_lab_open();
    struct target *target = plan_target(lab, 2024, 0);

    (void)state;
    plan_say(lab, "336", 2023, 53, 77);
    plan_say(lab, "338", 2023, 211, 486);
    plan_say(lab, "339", 2023, 17, 40);
    for (int k = 0; k < 2; k++) {
        target->value = 70 + 10 * k;
        plan_levels_are(lab, plan_make(lab, &(struct plan_request){ 0 }), 2024,
                        wanted[k]);
    }
    lab_close(lab);
}

static void three_paths(void **state)
{
    static const double wanted[PATH_COUNT][3] = {
        [PATH_LINEAR] = { 255061, 260042, 265022 },
        [PATH_LOGIT] = { 255212, 260246, 265179 },
        [PATH_GAP_HALVING] = { 260042, 265022, 267513 },
    };
    struct lab *lab = plan_lab_open();

    (void)state;
    plan_say(lab, "336", 2023, 250080, 385718);
    plan_target(lab, 2027, 70);
    for (int path = 0; path < PATH_COUNT; path++) {
        struct plans *plans = plan_make(
            lab, &(struct plan_request){ .path = (enum plan_path)path });
        for (int year = 0; year < 3; year++)
            assert_near(plan_step(lab, plans, "34", 2024 + year)->level,
                        wanted[path][year], 0);
        assert_near(plan_step(lab, plans, "34", 2027)->level, 270003, 0);
    }
    lab_close(lab);
}

static void chance_at_the_past_pace(void **state)
{
    static const double members[] = { 561240, 584910, 605330,
                                      632407, 648150, 663480 };
    static const double people[] = { 1855070, 1862239, 1869409,
                                     1876579, 1878540, 1884051 };
    struct plan_given items[] = {
        { GIVEN_BASE, NO_INDEX, NO_AREA, 2024, 1891314, 2 },
        { GIVEN_BASE, NO_INDEX, NO_AREA, 2025, 1898616, 3 },
        { GIVEN_LEVEL, NO_INDEX, NO_AREA, 2024, 692369, 4 },
        { GIVEN_LEVEL, NO_INDEX, NO_AREA, 2025, 721475, 5 },
    };
    struct plan_inputs inputs = { items, 4 };
    struct lab *lab = plan_lab_open();

    (void)state;
    for (int i = 0; i < 6; i++)
        plan_say(lab, "336", 2018 + i, members[i], people[i]);
    plan_target(lab, 2025, 38);
    struct plans *plans = plan_make(
        lab, &(struct plan_request){ .rule = RULE_FIXED, .inputs = &inputs });
    assert_near(plan_step(lab, plans, "336", 2024)->probability,
                0.15233233518060485, 1e-10);
    assert_near(plan_step(lab, plans, "336", 2025)->probability,
                0.10499865675225006, 1e-10);
    lab_close(lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(six_six_two),
        cmocka_unit_test(five_districts),
        cmocka_unit_test(three_districts),
        cmocka_unit_test(three_paths),
        cmocka_unit_test(chance_at_the_past_pace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
