/*
 * plan_years.c - what a plan carries on into its years: bases as they grew, and
 * losses; worked out by hand from the figures of plan_lab.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/compute/plan_lab.h"

static struct lab *lab;

static int open_lab(void **state)
{
    (void)state;
    lab = plan_lab_open();
    return 0;
}

static int close_lab(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

/* Changes of 1.0, 2.0, 2.9, 0 and 3.8 % in the last five years: their median is
 * 2.0, so 1100 becomes 1122. The year before them doubled: with it the median
 * would be 2.4 (1127), and without the first of the five 2.4 as well. */
static void five_years_back(void **state)
{
    static const double population[] = {
        505, 1000, 1010, 1030, 1060, 1060, 1100
    };

    (void)state;
    for (int i = 0; i < 7; i++)
        plan_say(lab, "336", 2017 + i, 300, population[i]);
    plan_target(lab, 2025, 60);
    struct plans *plans = plan_make(lab, &(struct plan_request){ .to = 0 });
    const struct plan_step *step = plan_step(lab, plans, "336", 2024);
    assert_near(step->base, 1122, 0);
    assert_int_equal(plans->lines[step->line].base_from, 2018);
    assert_int_equal(plans->lines[step->line].base_to, 2023);
}

/* 20 for the whole go by today's level, 600 to 300 to 100: 12, 6 and 2. With 5
 * of its own for 338 the other 15 are 12.9 and 2.1. The levels stay. */
static void losses_of_the_whole(void **state)
{
    uint32_t root = lab_area(lab, "34"), area = lab_area(lab, "338");
    struct plan_given items[] = {
        { GIVEN_LOSSES, NO_INDEX, root, 2024, 20, 2 },
        { GIVEN_LOSSES, NO_INDEX, root, 2025, 20, 3 },
        { GIVEN_LOSSES, NO_INDEX, area, 2025, 5, 4 },
    };
    static const double wanted[2][4] = { { 12, 6, 2, 20 }, { 13, 5, 2, 20 } };
    struct plan_inputs inputs = { items, 3 };

    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2025, 60);
    struct plans *plans =
        plan_make(lab, &(struct plan_request){ .inputs = &inputs });
    for (int i = 0; i < 8; i++) {
        const struct plan_step *step =
            plan_step(lab, plans, plan_codes[i % 4], 2024 + i / 4);
        assert_near(step->losses, wanted[i / 4][i % 4], 0);
    }
    plan_levels_are(lab, plans, 2025, (double[]){ 680, 400, 120, 1200 });
    assert_near(plan_step(lab, plans, "34", 2025)->fresh, 120, 0);
}

/* What leaves the stock of members is counted: 9, 6 and 3 in three years are 6
 * a year; 338 has one year, 339 none. A file's word goes before it. */
static void losses_by_their_flow(void **state)
{
    size_t members = quantity_find(&lab->study.codebook, "members");
    struct plan_given none = { GIVEN_LOSSES, NO_INDEX, NO_AREA, 2025, 0, 2 };
    struct plan_inputs inputs = { &none, 1 };

    (void)state;
    lab->study.codebook.quantities[members].lowered_by = "bodies";
    plan_say_three(lab);
    lab_say(lab, "336", "2021", "bodies", "", 9);
    lab_say(lab, "336", "2022", "bodies", "", 6);
    lab_say(lab, "336", "2023", "bodies", "", 3);
    lab_say(lab, "338", "2023", "bodies", "", 4);
    plan_target(lab, 2025, 60);
    struct plans *plans =
        plan_make(lab, &(struct plan_request){ .inputs = &inputs });
    assert_near(plan_step(lab, plans, "336", 2024)->losses, 6, 0);
    assert_near(plan_step(lab, plans, "338", 2024)->losses, 4, 0);
    assert_near(plan_step(lab, plans, "339", 2024)->losses, 0, 0);
    assert_near(plan_step(lab, plans, "34", 2024)->fresh, 110, 0);
    assert_near(plan_step(lab, plans, "34", 2025)->fresh, 100, 0);
}

#define LAB_TEST(name)                                                         \
    cmocka_unit_test_setup_teardown(name, open_lab, close_lab)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(five_years_back),
        LAB_TEST(losses_of_the_whole),
        LAB_TEST(losses_by_their_flow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
