/*
 * plan.c - plans worked out by hand; the figures are those of plan_lab.h.
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

static struct plans *make(enum plan_rule rule, enum plan_path path)
{
    return plan_make(lab, &(struct plan_request){ .rule = rule, .path = path });
}

/* 60 % of 2000 in two years: 1100, then 1200. What remains is 400, 500, 100. */
static void to_what_remains(void **state)
{
    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2025, 60);
    struct plans *plans = make(RULE_PROPORTIONAL, PATH_LINEAR);
    plan_levels_are(lab, plans, 2024, (double[]){ 640, 350, 110, 1100 });
    plan_levels_are(lab, plans, 2025, (double[]){ 680, 400, 120, 1200 });
    const struct plan_step *step = plan_step(lab, plans, "338", 2025);
    assert_near(step->fresh, 50, 0);
    assert_near(step->base, 800, 0);
    assert_near(step->value, 50, 1e-12);
    assert_true(PLAN_HAS(step, base_held));
    const struct plan_course *course = plans_course(plans, 0);
    assert_near(course->goal, 60, 0);
    assert_near(course->pace_wanted, 5, 1e-12);
    assert_false(has_value(course->feasible));
    assert_int_equal(course->count, 8);
    assert_int_equal(plans->lines[plans->steps[course->first].line].area,
                     lab_area(lab, "336")); /* by code: 34 comes last */
}

/* Ten points everywhere are 100, 80 and 20 members. */
static void equal_points(void **state)
{
    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2025, 60);
    struct plans *plans = make(RULE_EQUAL_GAIN, PATH_LINEAR);
    plan_levels_are(lab, plans, 2024, (double[]){ 650, 340, 110, 1100 });
    plan_levels_are(lab, plans, 2025, (double[]){ 700, 380, 120, 1200 });
}

/* 338 stands at 37.5 %: the first hundred lift it to the 50 % of 339, the next
 * lift both to 60 %. */
static void lowest_first(void **state)
{
    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2025, 60);
    struct plans *plans = make(RULE_CLOSE_GAP, PATH_LINEAR);
    plan_levels_are(lab, plans, 2024, (double[]){ 600, 400, 100, 1100 });
    plan_levels_are(lab, plans, 2025, (double[]){ 600, 480, 120, 1200 });
}

/* The whole's levels in three years; those of the logit path from python3. */
static void paths(void **state)
{
    static const double wanted[PATH_COUNT][3] = {
        [PATH_LINEAR] = { 1067, 1134, 1200 },
        [PATH_LOGIT] = { 1068, 1135, 1200 },
        [PATH_GAP_HALVING] = { 1100, 1150, 1200 },
    };

    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2026, 60);
    for (int path = 0; path < PATH_COUNT; path++) {
        struct plans *plans = make(RULE_PROPORTIONAL, (enum plan_path)path);
        for (int year = 0; year < 3; year++)
            assert_near(plan_step(lab, plans, "34", 2024 + year)->level,
                        wanted[path][year], 0);
    }
}

/* Two targets ahead: --to decides how far, each ends a leg. */
static void two_legs(void **state)
{
    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2024, 60);
    plan_target(lab, 2026, 80);
    struct plans *plans = make(RULE_PROPORTIONAL, PATH_LINEAR);
    assert_null(plan_look(lab, plans, "34", 2025));
    plans = plan_make(lab, &(struct plan_request){ .to = 2025 });
    assert_near(plan_step(lab, plans, "34", 2024)->level, 1200, 0);
    assert_near(plan_step(lab, plans, "34", 2025)->level, 1400, 0);
    assert_null(plan_look(lab, plans, "34", 2026));
    plans = plan_make(lab, &(struct plan_request){ .to = 2026 });
    assert_near(plan_step(lab, plans, "34", 2026)->level, 1600, 0);
}

/* 336 at 70 % is 700; the way there 650. The rest goes 5 to 1: of 50 those are
 * 41.7 and 8.3, of 100 83.3 and 16.7. */
static void what_if(void **state)
{
    struct plan_wish wish = { lab_area(lab, "336"), 70 };

    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2025, 60);
    struct plans *plans = plan_make(
        lab, &(struct plan_request){ .wishes = &wish, .wish_count = 1 });
    plan_levels_are(lab, plans, 2024, (double[]){ 650, 342, 108, 1100 });
    plan_levels_are(lab, plans, 2025, (double[]){ 700, 383, 117, 1200 });
    assert_true(PLAN_HAS(plan_step(lab, plans, "336", 2024), given));
    wish.value = 40; /* less than there is */
    plans = plan_make(
        lab, &(struct plan_request){ .wishes = &wish, .wish_count = 1 });
    assert_near(plan_step(lab, plans, "336", 2025)->level, 600, 0);
    assert_true(PLAN_HAS(plan_step(lab, plans, "336", 2025), given_broken));
}

static struct plan_inputs given(struct plan_given *items, size_t count)
{
    qsort(items, count, sizeof *items, given_order);
    return (struct plan_inputs){ items, count };
}

/* 338 can win 30 in 2024: the others take 70 as 56 and 14, and 2025 makes good
 * what was left. Five losses come on top of what it wins. */
static void limits_and_losses(void **state)
{
    uint32_t area = lab_area(lab, "338");
    struct plan_given items[] = {
        { GIVEN_MOST, 0, area, 2024, 35, 2 },
        { GIVEN_LOSSES, NO_INDEX, area, 2024, 5, 3 },
    };
    struct plan_inputs inputs = given(items, 2);

    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2025, 60);
    struct plans *plans =
        plan_make(lab, &(struct plan_request){ .inputs = &inputs });
    plan_levels_are(lab, plans, 2024, (double[]){ 656, 330, 114, 1100 });
    plan_levels_are(lab, plans, 2025, (double[]){ 680, 400, 120, 1200 });
    const struct plan_step *step = plan_step(lab, plans, "338", 2024);
    assert_near(step->fresh, 35, 0);
    assert_near(step->losses, 5, 0);
    assert_true(PLAN_HAS(step, limited));
    assert_true(PLAN_HAS(step, losses));
    assert_false(PLAN_HAS(plan_step(lab, plans, "336", 2024), limited));
    assert_near(plan_step(lab, plans, "34", 2024)->fresh, 105, 0);
}

/* 2,000 of money at 50 each are 40 new ones a year: 1,080 of 2,000 is 54 %. */
static void money_in_the_way(void **state)
{
    struct plan_given items[] = {
        { GIVEN_BUDGET, NO_INDEX, lab_area(lab, "34"), 0, 2000, 2 },
        { GIVEN_COST, NO_INDEX, lab_area(lab, "34"), 0, 50, 3 },
    };
    struct plan_inputs inputs = given(items, 2);

    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2025, 60);
    struct plans *plans =
        plan_make(lab, &(struct plan_request){ .inputs = &inputs });
    const struct plan_course *course = plans_course(plans, 0);
    assert_near(plan_step(lab, plans, "34", 2024)->level, 1040, 0);
    assert_near(plan_step(lab, plans, "34", 2025)->level, 1080, 0);
    assert_near(course->feasible, 54, 1e-12);
    assert_true(course->by_limit);
    assert_true(PLAN_HAS(plan_step(lab, plans, "34", 2025), short));
}

/* A file's levels: 336 at 630 and 660; the rest is shared 5 to 1. */
static void fixed_levels(void **state)
{
    uint32_t area = lab_area(lab, "336");
    struct plan_given items[] = {
        { GIVEN_LEVEL, 0, area, 2024, 630, 2 },
        { GIVEN_LEVEL, 0, area, 2025, 660, 3 },
    };
    struct plan_inputs inputs = given(items, 2);

    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2025, 60);
    struct plans *plans = plan_make(
        lab, &(struct plan_request){ .rule = RULE_FIXED, .inputs = &inputs });
    plan_levels_are(lab, plans, 2024, (double[]){ 630, 358, 112, 1100 });
    plan_levels_are(lab, plans, 2025, (double[]){ 660, 417, 123, 1200 });
}

/*
 * Titles of ten communes each that hold for three years after their own.
 *
 *   granted  2020 2021 2022 2023   valid
 *   336         1    2    1    0       4
 *   338         0    3    0    1       4
 *   339         2    0    2    0       4
 *
 * 40 % becomes 50 and 60 %: one more each year everywhere, and what was granted
 * in 2020 falls out in 2024, that of 2021 in 2025.
 */
static void titles_that_expire(void **state)
{
    static const double granted[3][4] = { { 1, 2, 1, 0 },
                                          { 0, 3, 0, 1 },
                                          { 2, 0, 2, 0 } };
    static const double fresh[3][2] = { { 2, 3 }, { 1, 4 }, { 3, 1 } };
    static const double expiring[3][2] = { { 1, 2 }, { 0, 3 }, { 2, 0 } };
    char when[12];

    (void)state;
    lab_indicator(lab, "valid", KIND_PROPORTION,
                  "bodies + bodies@-1 + bodies@-2 + bodies@-3", "units");
    for (int i = 0; i < 12; i++) {
        snprintf(when, sizeof when, "%d", 2020 + i % 4);
        lab_say(lab, plan_codes[i / 4], when, "bodies", "",
                granted[i / 4][i % 4]);
        lab_say(lab, plan_codes[i / 4], when, "units", "", 10);
    }
    plan_target(lab, 2025, 60)->indicator = 1;
    struct plans *plans = make(RULE_PROPORTIONAL, PATH_LINEAR);
    for (int i = 0; i < 6; i++) {
        const struct plan_step *step =
            plan_step(lab, plans, plan_codes[i / 2], 2024 + i % 2);
        assert_near(step->level, 5 + i % 2, 0);
        assert_near(step->fresh, fresh[i / 2][i % 2], 0);
        assert_near(step->expiring, expiring[i / 2][i % 2], 0);
    }
    assert_near(plan_step(lab, plans, "34", 2024)->fresh, 6, 0);
    assert_near(plan_step(lab, plans, "34", 2025)->expiring, 5, 0);
}

/*
 * Five yearly ratios of the population of 336, the median of which is
 * 1030/1010: 1100 becomes 1121.8 and 1144.0. The others are held.
 */
static void bases_go_on(void **state)
{
    static const double population[] = { 1000, 1010, 1030, 1060, 1060, 1100 };
    struct plan_given items[] = { { GIVEN_BASE, NO_INDEX, NO_AREA, 2025, 900,
                                    2 } };
    struct plan_inputs inputs = given(items, 1);

    (void)state;
    for (int i = 0; i < 6; i++)
        plan_say(lab, "336", 2018 + i, 300, population[i]);
    plan_say(lab, "338", 2023, 300, 800);
    plan_target(lab, 2025, 60);
    struct plans *plans = make(RULE_PROPORTIONAL, PATH_LINEAR);
    assert_near(plan_step(lab, plans, "336", 2024)->base, 1122, 0);
    assert_near(plan_step(lab, plans, "336", 2025)->base, 1144, 0);
    assert_near(plan_step(lab, plans, "34", 2025)->base, 1944, 0);
    assert_true(PLAN_HAS(plan_step(lab, plans, "336", 2024), base_trend));
    assert_true(PLAN_HAS(plan_step(lab, plans, "338", 2024), base_held));
    plans = plan_make(lab, &(struct plan_request){ .inputs = &inputs });
    assert_near(plan_step(lab, plans, "338", 2025)->base, 900, 0);
    assert_true(PLAN_HAS(plan_step(lab, plans, "338", 2025), base_given));
}

/*
 * Members of 336 grew by 10, 20, 30, 40: the median is 25, the best 40. It is
 * asked for 25, 40 and 100 in turn by a level from a file. 338 has two years.
 */
static void against_the_past(void **state)
{
    static const double members[] = { 500, 510, 530, 560, 600 };
    static const struct {
        double level;
        enum plan_feasibility wanted;
    } cases[] = { { 625, FEASIBLE_USUAL },
                  { 640, FEASIBLE_AMBITIOUS },
                  { 700, FEASIBLE_UNPRECEDENTED } };
    struct plan_given items[] = { { GIVEN_LEVEL, 0, lab_area(lab, "336"), 2024,
                                    0, 2 } };

    (void)state;
    for (int i = 0; i < 5; i++)
        plan_say(lab, "336", 2019 + i, members[i], 1000);
    plan_say(lab, "338", 2022, 290, 800);
    plan_say(lab, "338", 2023, 300, 800);
    plan_target(lab, 2024, 60);
    double before = 1;
    for (size_t i = 0; i < 3; i++) {
        items[0].value = cases[i].level;
        struct plan_inputs inputs = given(items, 1);
        struct plans *plans =
            plan_make(lab, &(struct plan_request){ .rule = RULE_FIXED,
                                                   .inputs = &inputs });
        const struct plan_step *step = plan_step(lab, plans, "336", 2024);
        assert_int_equal(step->feasibility, cases[i].wanted);
        assert_true(step->probability < before);
        before = step->probability;
        assert_near(plans->lines[step->line].median, 25, 0);
        assert_near(plans->lines[step->line].best, 40, 0);
        step = plan_step(lab, plans, "338", 2024);
        assert_int_equal(step->feasibility, FEASIBLE_NO_PAST);
        assert_false(has_value(step->probability));
        assert_true(PLAN_HAS(step, no_past));
    }
}

/* Three years tell two gains, 10 and 40, and no forecast. */
static void two_gains(void **state)
{
    struct plan_given items[] = { { GIVEN_LEVEL, 0, lab_area(lab, "336"), 2024,
                                    0, 2 } };
    static const enum plan_feasibility wanted[] = { FEASIBLE_AMBITIOUS,
                                                    FEASIBLE_UNPRECEDENTED };

    (void)state;
    plan_say(lab, "336", 2021, 550, 1000);
    plan_say(lab, "336", 2022, 560, 1000);
    plan_say(lab, "336", 2023, 600, 1000);
    plan_target(lab, 2024, 70);
    for (int i = 0; i < 2; i++) {
        items[0].value = 640 + i;
        struct plan_inputs inputs = given(items, 1);
        const struct plan_step *step = plan_step(
            lab,
            plan_make(lab, &(struct plan_request){ .rule = RULE_FIXED,
                                                   .inputs = &inputs }),
            "336", 2024);
        assert_int_equal(step->feasibility, wanted[i]);
        assert_false(has_value(step->probability));
    }
}

/* Only the root reports: there is nobody to share with. */
static void areas_all_silent(void **state)
{
    (void)state;
    plan_say(lab, "34", 2023, 1000, 2000);
    plan_target(lab, 2025, 60);
    struct plans *plans = make(RULE_PROPORTIONAL, PATH_LINEAR);
    assert_int_equal(plans->step_count, 2);
    assert_true(PLAN_HAS(&plans->steps[1], no_areas));
    assert_near(plans->steps[1].value, 60, 0);
}

/* Fewer is better: 50 % down to 40 %. What there is shrinks alike. */
static void fewer_is_better(void **state)
{
    (void)state;
    lab->indicators[0].better = BETTER_LOWER;
    plan_say_three(lab);
    plan_target(lab, 2025, 40)->comparison = TARGET_AT_MOST;
    struct plans *plans = make(RULE_PROPORTIONAL, PATH_LINEAR);
    plan_levels_are(lab, plans, 2024, (double[]){ 540, 270, 90, 900 });
    plan_levels_are(lab, plans, 2025, (double[]){ 480, 240, 80, 800 });
    assert_near(plan_step(lab, plans, "338", 2025)->fresh, 30, 0);
    plans = make(RULE_CLOSE_GAP, PATH_LINEAR); /* the highest first */
    plan_levels_are(lab, plans, 2024, (double[]){ 500, 300, 100, 900 });
}

/* --- what cannot be planned says so, and the rest is ---------------------- */

static void target_below_today(void **state)
{
    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2025, 45);
    struct plans *plans = make(RULE_PROPORTIONAL, PATH_LINEAR);
    plan_levels_are(lab, plans, 2025, (double[]){ 600, 300, 100, 1000 });
    assert_true(PLAN_HAS(plan_step(lab, plans, "34", 2025), reached));
    assert_near(plan_step(lab, plans, "34", 2025)->fresh, 0, 0);
}

static void area_without_data(void **state)
{
    (void)state;
    plan_say(lab, "336", 2023, 600, 1000);
    plan_say(lab, "338", 2023, 300, 800);
    plan_target(lab, 2025, 60);
    struct plans *plans = make(RULE_PROPORTIONAL, PATH_LINEAR);
    const struct plan_step *step = plan_step(lab, plans, "339", 2025);
    assert_true(PLAN_HAS(step, no_data));
    assert_false(has_value(step->level));
    assert_near(plan_step(lab, plans, "34", 2025)->level, 1080, 0);
}

static void figures_of_other_years(void **state)
{
    (void)state;
    plan_say(lab, "336", 2022, 600, 1000);
    plan_say(lab, "338", 2023, 300, 800);
    lab_add(lab, "339", "2023", "members", "", 100, STATUS_FORECAST, false);
    lab_say(lab, "339", "2023", "population", "", 200);
    plan_target(lab, 2025, 60);
    struct plans *plans = make(RULE_PROPORTIONAL, PATH_LINEAR);
    assert_true(PLAN_HAS(plan_step(lab, plans, "336", 2025), earlier));
    assert_true(PLAN_HAS(plan_step(lab, plans, "339", 2025), estimate));
    assert_near(plan_step(lab, plans, "34", 2025)->level, 1200, 0);
}

/* Nothing is carried over a break. */
static void figure_before_a_break(void **state)
{
    (void)state;
    plan_say(lab, "336", 2021, 600, 1000);
    plan_say(lab, "338", 2023, 300, 800);
    lab->breaks[lab->study.breaks.count++] = (struct series_break){
        .area = NO_AREA, .period = period_of_year(2022), .reason = ""
    };
    plan_target(lab, 2025, 60);
    struct plans *plans = make(RULE_PROPORTIONAL, PATH_LINEAR);
    assert_true(PLAN_HAS(plan_step(lab, plans, "336", 2025), no_data));
}

static void provinces_counted(void **state)
{
    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2025, 60)->unit_counted = "province";
    struct plans *plans = make(RULE_PROPORTIONAL, PATH_LINEAR);
    assert_int_equal(plans->step_count, 1);
    assert_true(PLAN_HAS(&plans->steps[0], other_unit));
}

static void no_target_by_name(void **state)
{
    uint16_t index = 0;

    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2020, 60);
    struct plans *plans = make(RULE_PROPORTIONAL, PATH_LINEAR);
    assert_int_equal(plans->course_count, 0);
    plans = plan_make(lab, &(struct plan_request){ .indicators = &index,
                                                   .indicator_count = 1 });
    assert_int_equal(plans->step_count, 1);
    assert_true(PLAN_HAS(&plans->steps[0], no_target));
}

static void base_unknown(void **state)
{
    uint16_t index = 0;

    (void)state;
    lab_say(lab, "336", "2023", "members", "", 600);
    plan_target(lab, 2025, 60);
    struct plans *plans =
        plan_make(lab, &(struct plan_request){ .indicators = &index,
                                               .indicator_count = 1 });
    assert_int_equal(plans->step_count, 1);
    assert_true(PLAN_HAS(&plans->steps[0], no_base));
}

/* A ratio without a better way is nothing to be won: milestones alone. */
static void whole_alone(void **state)
{
    (void)state;
    lab->indicators[0].kind = KIND_RATIO;
    lab->indicators[0].better = BETTER_NONE;
    plan_say_three(lab);
    plan_target(lab, 2025, 60);
    struct plans *plans = make(RULE_PROPORTIONAL, PATH_LINEAR);
    assert_int_equal(plans->step_count, 2);
    assert_near(plan_step(lab, plans, "34", 2024)->value, 55, 1e-12);
    assert_near(plan_step(lab, plans, "34", 2025)->value, 60, 0);
    assert_true(PLAN_HAS(plan_step(lab, plans, "34", 2025), whole_only));
    assert_false(has_value(plan_step(lab, plans, "34", 2025)->level));
}

/* --- what rules leave behind ----------------------------------------------
 */

/* Today 60 - 37.5; then 68 - 50, 70 - 47.5, and none. */
static void rules_side_by_side(void **state)
{
    static const double spread[] = { 22.5, 18, 22.5, 0 };

    (void)state;
    plan_say_three(lab);
    plan_target(lab, 2025, 60);
    struct plans *plans =
        plan_make(lab, &(struct plan_request){ .every_rule = true });
    assert_int_equal(plans->outcome_count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_near(plans->outcomes[i].difference, spread[i], 1e-9);
    assert_true(plans->outcomes[0].today);
    const struct plan_outcome *floor = &plans->outcomes[3];
    assert_int_equal(floor->rule, RULE_CLOSE_GAP);
    assert_near(floor->people, 200, 0);
    assert_int_equal(floor->below, 0);
    assert_int_equal(floor->most_area, lab_area(lab, "338"));
    assert_near(floor->most, 180, 0);
    plan_levels_are(lab, plans, 2025, (double[]){ 680, 400, 120, 1200 });
}

#define LAB_TEST(name)                                                         \
    cmocka_unit_test_setup_teardown(name, open_lab, close_lab)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(to_what_remains),
        LAB_TEST(equal_points),
        LAB_TEST(lowest_first),
        LAB_TEST(paths),
        LAB_TEST(two_legs),
        LAB_TEST(what_if),
        LAB_TEST(limits_and_losses),
        LAB_TEST(money_in_the_way),
        LAB_TEST(fixed_levels),
        LAB_TEST(titles_that_expire),
        LAB_TEST(bases_go_on),
        LAB_TEST(against_the_past),
        LAB_TEST(two_gains),
        LAB_TEST(areas_all_silent),
        LAB_TEST(fewer_is_better),
        LAB_TEST(target_below_today),
        LAB_TEST(area_without_data),
        LAB_TEST(figures_of_other_years),
        LAB_TEST(figure_before_a_break),
        LAB_TEST(provinces_counted),
        LAB_TEST(no_target_by_name),
        LAB_TEST(base_unknown),
        LAB_TEST(whole_alone),
        LAB_TEST(rules_side_by_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
