/*
 * figure_plan.c - pictures of a plan: its milestones, what each area has to
 * win, and where each way of sharing leaves it.
 *
 * The plan is that of data/README.md, worked out there by hand: 60 % of 2000
 * in two years.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/figures.h"
#include "tests/unit/report/lab.h"

static struct plans *plans;

static bool draw(struct chart_spec *spec, const char *kind, struct fault *fault)
{
    uint16_t indicator = MEMBERS;
    struct figure_request request = { .kind = kind,
                                      .indicators = &indicator,
                                      .indicator_count = 1,
                                      .area = NO_AREA };
    results_sort(lab_results, &lab);
    return figure_build(spec, &request, &lab_input, fault);
}

static struct plan_line *add_line(uint32_t area, double base,
                                  const double levels[3], double even,
                                  double lowest)
{
    struct plan_line *line = plans_add_line(plans);
    line->indicator = MEMBERS;
    line->area = area;
    line->whole = area == ROOT;
    line->from = 2023;
    line->value = 100 * levels[0] / base;
    line->left[RULE_PROPORTIONAL] = 100 * levels[2] / base;
    line->left[RULE_EQUAL_GAIN] = 100 * even / base;
    line->left[RULE_CLOSE_GAP] = 100 * lowest / base;
    line->won[RULE_PROPORTIONAL] = levels[2] - levels[0];
    line->won[RULE_EQUAL_GAIN] = even - levels[0];
    line->won[RULE_CLOSE_GAP] = lowest - levels[0];
    for (int year = 1; year <= 2; year++) {
        struct plan_step *step = plans_add_step(plans);
        step->line = (uint32_t)(plans->line_count - 1);
        step->period = period_of_year(2023 + year);
        step->level = levels[year];
        step->value = 100 * levels[year] / base;
        step->fresh = levels[year] - levels[year - 1];
    }
    return line;
}

static void add_plan(void)
{
    plans = plans_new(lab_arena);
    struct plan_course *course = plans_add_course(plans);
    course->indicator = MEMBERS;
    course->rule = RULE_PROPORTIONAL;
    course->goal = 60;
    course->due = period_of_year(2025);
    add_line(CITY, 1000, (double[]){ 600, 640, 680 }, 700, 600);
    add_line(EAST, 800, (double[]){ 300, 350, 400 }, 380, 480);
    add_line(WEST, 200, (double[]){ 100, 110, 120 }, 120, 120);
    add_line(ROOT, 2000, (double[]){ 1000, 1100, 1200 }, 1200, 1200);
    course->count = plans->step_count;
    lab_input.plans = plans;
}

static void say_values(void)
{
    lab_share(MEMBERS, ROOT, 2022, 960, 2000);
    lab_share(MEMBERS, ROOT, 2023, 1000, 2000);
    lab_share(MEMBERS, CITY, 2023, 600, 1000);
    lab_share(MEMBERS, EAST, 2023, 300, 800);
    lab_share(MEMBERS, WEST, 2023, 100, 200);
}

static void milestones_of_the_plan(void **state)
{
    struct chart_spec spec;
    struct fault fault = { 0 };
    (void)state;
    add_plan();
    say_values();
    assert_true(draw(&spec, "path", &fault));
    assert_int_equal(spec.series_count, 2);
    const struct chart_series *steps = &spec.series[1];
    assert_int_equal(steps->role, SERIES_PLAN);
    assert_int_equal(steps->count, 3); /* from today on */
    assert_near(steps->points[0].x, 2023, 0);
    assert_near(steps->points[1].y, 55, 1e-12);
    assert_near(steps->points[2].y, 60, 1e-12);
    assert_non_null(strstr(spec.note, "đường thẳng"));
}

/* 100 by 338, 80 by 336 and 20 by 339 are 200: a half, nine tenths, all. */
static void quotas_in_order(void **state)
{
    static const char *const names[] = { "Quỳnh Phụ", "Thành phố", "Hưng Hà" };
    static const char *const quotas[] = { "100", "80", "20" };
    static const char *const shares[] = { "50%", "90%", "100%" };
    struct chart_spec spec;
    struct fault fault = { 0 };
    (void)state;
    add_plan();
    say_values();
    assert_true(draw(&spec, "shortfall", &fault));
    assert_int_equal(spec.row_count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(spec.rows[i].label, names[i]);
        assert_string_equal(spec.rows[i].text, quotas[i]);
        assert_string_equal(spec.grid.cells[i].text, shares[i]);
    }
    assert_non_null(strstr(spec.title, "60% năm 2025"));
}

/* East ends at 50, 47.5 or 60 %: 12.5 points apart, and wins 80 to 180; the
 * city at 68, 70 or 60. */
static void rules_side_by_side(void **state)
{
    struct chart_spec spec;
    struct fault fault = { 0 };
    (void)state;
    assert_false(draw(&spec, "rules", &fault));
    assert_fault(&fault, "figure.no_quotas");
    add_plan();
    say_values();
    assert_true(draw(&spec, "rules", &fault));
    assert_int_equal(spec.grid.rows, 4);
    assert_int_equal(spec.grid.columns, 4);
    assert_string_equal(spec.rows[0].text, "200"); /* under every rule */
    assert_string_equal(spec.rows[1].label, "Quỳnh Phụ");
    assert_string_equal(spec.rows[1].text, "80–180");
    assert_near(spec.grid.cells[4].value, 37.5, 1e-12);
    assert_near(spec.grid.cells[6].value, 47.5, 1e-12);
    assert_near(spec.grid.cells[7].value, 60, 1e-12);
    assert_string_equal(spec.rows[2].text, "0–100");
    assert_string_equal(spec.rows[3].label, "Hưng Hà");
    assert_string_equal(spec.rows[3].text, "20");
    for (size_t i = 0; i < plans->line_count; i++)
        for (int rule = 0; rule < RULE_FIXED; rule++)
            plans->lines[i].left[rule] = 60;
    fault = (struct fault){ 0 };
    assert_false(draw(&spec, "rules", &fault));
    assert_fault(&fault, "figure.rules_alike");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(milestones_of_the_plan),
        LAB_TEST(quotas_in_order),
        LAB_TEST(rules_side_by_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
