/*
 * views.c - what the chapters look at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/views.h"
#include "tests/unit/report/lab.h"

static void the_compared_tier_in_the_report_s_period(void **state)
{
    (void)state;
    lab_put(MEMBERS, SOUTH, 2023, 24);
    lab_put(MEMBERS, CITY, 2023, 43);
    lab_put(MEMBERS, CITY, 2022, 42);
    lab_put(MEMBERS, ROOT, 2023, 35);
    lab_put(MEMBERS, COMMUNE, 2023, 30);
    lab_put(DROPOUT, EAST, 2023, 1);
    lab_put(MEMBERS, EAST, 2023, 12)->breakdown = (struct breakdown){ SEX, 0 };
    struct result_list list = view_areas(&lab_input, MEMBERS);
    assert_int_equal(list.count, 2); /* by code, though put otherwise */
    assert_int_equal(list.items[0]->area, CITY);
    assert_int_equal(list.items[1]->area, SOUTH);
    assert_near(view_root(&lab_input, MEMBERS)->value, 35, 0);
    assert_null(view_root(&lab_input, DROPOUT));
}

static void areas_of_any_indicator(void **state)
{
    (void)state;
    const uint16_t both[] = { MEMBERS, DROPOUT };
    uint32_t *areas;
    lab_put(MEMBERS, SOUTH, 2023, 24);
    lab_put(MEMBERS, WEST, 2023, 40);
    lab_put(DROPOUT, EAST, 2023, 1);
    lab_put(DROPOUT, WEST, 2023, 1);
    assert_int_equal(view_area_union(&areas, &lab_input, both, 2), 3);
    assert_int_equal(areas[0], EAST);
    assert_int_equal(areas[1], WEST);
    assert_int_equal(areas[2], SOUTH);
    assert_int_equal(view_area_union(&areas, &lab_input, both, 0), 0);
}

static void check_rank(uint16_t indicator, const uint32_t wanted[])
{
    struct result_list list = view_areas(&lab_input, indicator);
    view_rank(&lab_input, &list);
    assert_int_equal(list.count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(list.items[i]->area, wanted[i]);
}

static void ranking_with_ties_and_without_values(void **state)
{
    (void)state;
    const uint16_t indicators[] = { MEMBERS, DROPOUT, PARITY };
    for (size_t i = 0; i < 3; i++) {
        lab_put(indicators[i], CITY, 2023, 5);
        lab_put(indicators[i], EAST, 2023, NO_VALUE);
        lab_put(indicators[i], WEST, 2023, 7);
        lab_put(indicators[i], SOUTH, 2023, 5);
    }
    /* Ties by code, the absent last. */
    check_rank(MEMBERS, (const uint32_t[]){ WEST, CITY, SOUTH, EAST });
    /* Less is better. */
    check_rank(DROPOUT, (const uint32_t[]){ CITY, SOUTH, WEST, EAST });
    /* No better way: the highest first. */
    check_rank(PARITY, (const uint32_t[]){ WEST, CITY, SOUTH, EAST });
    struct result_list none = { 0 };
    view_rank(&lab_input, &none);
    assert_int_equal(view_filled(view_areas(&lab_input, MEMBERS)), 3);
}

static void hidden_and_invalid_values_are_not_sound(void **state)
{
    (void)state;
    lab_put(MEMBERS, CITY, 2023, 43);
    lab_put(MEMBERS, EAST, 2023, 103)->status = STATUS_INVALID;
    lab_put(MEMBERS, WEST, 2023, 41)->status = STATUS_SUPPRESSED;
    lab_put(MEMBERS, SOUTH, 2023, 40)->status = STATUS_PROVISIONAL;
    struct result_list list = view_areas(&lab_input, MEMBERS);
    assert_int_equal(view_filled(list), 3);
    view_keep_sound(&list);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.items[0]->area, CITY);
    assert_int_equal(list.items[1]->area, SOUTH);
}

static void a_series_holds_periods_of_one_sort(void **state)
{
    (void)state;
    lab_put(MEMBERS, ROOT, 2023, 35);
    lab_put(MEMBERS, ROOT, 2021, 33);
    lab_put(MEMBERS, ROOT, 2024, 36); /* after the report */
    lab_put(MEMBERS, ROOT, 2023, 34)->period =
        period_make(2023, PERIOD_HALF, 1);
    lab_put(MEMBERS, ROOT, 2022, 34)->period =
        period_make(2022, PERIOD_SCHOOL_START, 0);
    lab_put(MEMBERS, ROOT, 2022, 20)->breakdown = (struct breakdown){ SEX, 1 };
    lab_put(MEMBERS, CITY, 2022, 43);
    struct result_list list = view_series(&lab_input, MEMBERS, ROOT);
    assert_int_equal(list.count, 2);
    assert_near(list.items[0]->value, 33, 0);
    assert_near(list.items[1]->value, 35, 0);
}

static void what_has_data(void **state)
{
    (void)state;
    const uint16_t all[] = { LIBRARY, MEMBERS, DROPOUT, HEADS, FUND };
    uint16_t *found;
    lab_put(MEMBERS, ROOT, 2023, 35);
    lab_put(DROPOUT, ROOT, 2022, 1); /* another year */
    lab_put(HEADS, EAST, 2023, 100); /* only below */
    lab_put(FUND, ROOT, 2023, 1000)->status = STATUS_SUPPRESSED;
    assert_int_equal(view_with_data(&found, &lab_input, all, 5), 2);
    assert_int_equal(found[0], MEMBERS);
    assert_int_equal(found[1], HEADS);
}

static void a_measure_of_this_year_s_areas(void **state)
{
    (void)state;
    lab_measure(MEMBERS, "gini", 0.1)->period = period_of_year(2022);
    lab_measure(MEMBERS, "gini", 0.2)->tier = TIER_COMMUNE;
    lab_measure(MEMBERS, "gini", 0.3)->dimension = SEX;
    assert_null(view_equity(&lab_input, MEMBERS, "gini"));
    lab_measure(MEMBERS, "gini", 0.4);
    assert_near(view_equity(&lab_input, MEMBERS, "gini")->estimate, 0.4, 0);
    assert_null(view_equity(&lab_input, MEMBERS, "theil"));
}

/* Two results of 2022 and 2023, comparable as they are. */
static void two_years(uint32_t area, struct result *before, struct result *now)
{
    lab_put(MEMBERS, area, 2022, 33);
    lab_changed(lab_put(MEMBERS, area, 2023, 35), 33);
    *now = lab_results->items[lab_results->count - 1];
    *before = lab_results->items[lab_results->count - 2];
}

static void a_break_parts_its_area_and_those_below(void **state)
{
    (void)state;
    struct result before, now;
    enum break_kind kind = BREAK_FRAME;
    struct series_break one = { .indicator = MEMBERS,
                                .area = ROOT,
                                .period = period_of_year(2023),
                                .kind = BREAK_DEFINITION };
    two_years(SOUTH, &before, &now);
    assert_false(view_parted(&lab_input, &before, &now, &kind));
    lab.breaks = (struct breaks){ &one, 1 };
    assert_true(view_parted(&lab_input, &before, &now, &kind));
    assert_int_equal(kind, BREAK_DEFINITION);
    assert_true(view_parted(&lab_input, &before, &now, NULL));
    one.area = EAST; /* a neighbour's */
    assert_false(view_parted(&lab_input, &before, &now, NULL));
    one.area = NO_AREA;
    one.period = period_of_year(2022); /* before both */
    assert_false(view_parted(&lab_input, &before, &now, NULL));
    one.indicator = DROPOUT;
    one.period = period_of_year(2023);
    assert_false(view_parted(&lab_input, &before, &now, NULL));
}

static void years_without_a_change_are_parted(void **state)
{
    (void)state;
    struct result before, now;
    enum break_kind kind = BREAK_SOURCE;
    struct crossing crossing = { .day = 20230701,
                                 .from = COMMUNE,
                                 .to = COMMUNE };
    two_years(SOUTH, &before, &now);
    now.change = NO_VALUE;
    assert_true(view_parted(&lab_input, &before, &now, &kind));
    assert_int_equal(kind, BREAK_FRAME);
    lab.crosswalk = (struct crosswalk){ &crossing, 1 };
    assert_true(view_parted(&lab_input, &before, &now, &kind));
    assert_int_equal(kind, BREAK_BOUNDARY);
    crossing.from = crossing.to = EAST; /* elsewhere */
    assert_true(view_parted(&lab_input, &before, &now, &kind));
    assert_int_equal(kind, BREAK_FRAME);
    /* Years that are no neighbours have no change to miss. */
    before.period = period_of_year(2021);
    assert_false(view_parted(&lab_input, &before, &now, &kind));
}

static void short_of_a_target_by_its_operator(void **state)
{
    (void)state;
    const struct {
        enum target_operator comparison;
        double value;
        bool is_short;
    } cases[] = {
        { TARGET_AT_LEAST, 49, true },  { TARGET_AT_LEAST, 50, false },
        { TARGET_AT_LEAST, 51, false }, { TARGET_AT_MOST, 49, false },
        { TARGET_AT_MOST, 51, true },   { TARGET_EQUAL, 50, false },
        { TARGET_EQUAL, 49, true },     { TARGET_EQUAL, 51, true },
    };
    struct target *target = lab_target(2025, 50);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        target->comparison = cases[i].comparison;
        struct result *r = lab_put(MEMBERS, ROOT, 2023, cases[i].value);
        assert_false(view_short(&lab_input, r)); /* held against nothing */
        lab_judged(r, VERDICT_NONE);
        assert_int_equal(view_short(&lab_input, r), cases[i].is_short);
        r->verdict = VERDICT_MET; /* the judgement has the last word */
        assert_false(view_short(&lab_input, r));
    }
}

static void a_milestone_is_no_target(void **state)
{
    (void)state;
    lab_target(2020, 40);
    struct target *target = lab_target(2025, 50);
    struct result *r = lab_put(MEMBERS, ROOT, 2023, 45);
    assert_null(view_target(&lab_input, r));
    assert_false(has_value(view_assigned(&lab_input, r)));
    lab_judged(r, VERDICT_NONE);
    assert_ptr_equal(view_target(&lab_input, r), target);
    assert_false(view_is_milestone(&lab_input, r));
    r->target = 46;
    r->gap = -1;
    r->note = "target.milestone";
    assert_true(view_is_milestone(&lab_input, r));
    assert_near(view_assigned(&lab_input, r), 50, 0);
    /* Between two equal targets it is the target. */
    r->target = 50;
    assert_false(view_is_milestone(&lab_input, r));
    /* Persons of another year cannot be brought into per cent. */
    r->target = 46;
    target->unit = "persons";
    assert_false(has_value(view_assigned(&lab_input, r)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(the_compared_tier_in_the_report_s_period),
        LAB_TEST(areas_of_any_indicator),
        LAB_TEST(ranking_with_ties_and_without_values),
        LAB_TEST(hidden_and_invalid_values_are_not_sound),
        LAB_TEST(a_series_holds_periods_of_one_sort),
        LAB_TEST(what_has_data),
        LAB_TEST(a_measure_of_this_year_s_areas),
        LAB_TEST(a_break_parts_its_area_and_those_below),
        LAB_TEST(years_without_a_change_are_parted),
        LAB_TEST(short_of_a_target_by_its_operator),
        LAB_TEST(a_milestone_is_no_target),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
