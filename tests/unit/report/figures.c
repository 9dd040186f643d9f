/*
 * figures.c - chart specs from results.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/figures.h"
#include "tests/unit/report/lab.h"

static struct chart_spec drawn(const char *kind, uint16_t indicator,
                               uint32_t area)
{
    struct chart_spec spec;
    struct fault fault = { 0 };
    struct figure_request request = { .kind = kind,
                                      .indicators = &indicator,
                                      .indicator_count = 1,
                                      .area = area };
    assert_true(figure_build(&spec, &request, &lab_input, &fault));
    return spec;
}

static void refused(const char *kind, uint16_t indicator, const char *message)
{
    struct chart_spec spec;
    struct fault fault = { 0 };
    struct figure_request request = { .kind = kind,
                                      .indicators = &indicator,
                                      .indicator_count = 1,
                                      .area = NO_AREA };
    assert_false(figure_build(&spec, &request, &lab_input, &fault));
    assert_int_equal(fault.code, FAULT_USAGE);
    assert_fault(&fault, message);
}

/* --- league -----------------------------------------------------------------
 */

static void members_of_all(void)
{
    lab_put(MEMBERS, ROOT, 2023, 35.2);
    lab_put(MEMBERS, CITY, 2023, 43)->standing = STANDING_BETTER;
    lab_put(MEMBERS, EAST, 2023, 32.9)->standing = STANDING_WORSE;
    lab_put(MEMBERS, WEST, 2023, 31)->status = STATUS_SUPPRESSED;
    lab_put(MEMBERS, SOUTH, 2023, NO_VALUE)->status = STATUS_MISSING;
}

static void a_league_in_order(void **state)
{
    (void)state;
    members_of_all();
    struct result *east = &lab_results->items[2];
    east->lower = 32.5;
    east->upper = 33.3;
    east->status = STATUS_PROVISIONAL;
    struct chart_spec spec = drawn("league", MEMBERS, NO_AREA);
    assert_string_equal(spec.name, "league-member_rate");
    assert_int_equal(spec.row_count, 4);
    assert_string_equal(spec.rows[0].label, "Thành phố");
    assert_string_equal(spec.rows[0].text, "43,0");
    assert_int_equal(spec.rows[0].standing, STANDING_BETTER);
    assert_string_equal(spec.rows[1].text, "32,9 (p)");
    assert_near(spec.rows[1].lower, 32.5, 0);
    assert_near(spec.rows[1].upper, 33.3, 0);
    /* What is withheld is not in the picture either. */
    assert_string_equal(spec.rows[2].text, "*");
    assert_false(has_value(spec.rows[2].value));
    assert_int_equal(spec.rows[2].standing, STANDING_NONE);
    assert_string_equal(spec.rows[3].text, "…");
    assert_near(spec.whole.value, 35.2, 0);
    assert_non_null(strstr(spec.whole.label, "35,2"));
    assert_false(has_value(spec.target.value));
    assert_true(spec.proportion);
    assert_int_equal(spec.decimals, 1);
    assert_string_equal(spec.axis, "%");
    assert_non_null(strstr(spec.description, "Thành phố (43,0%)"));
    assert_non_null(strstr(spec.description, "Quỳnh Phụ (32,9%)"));
}

static void less_is_better_stands_first(void **state)
{
    (void)state;
    lab_put(DROPOUT, CITY, 2023, 0.9);
    lab_put(DROPOUT, EAST, 2023, 0.3);
    struct chart_spec spec = drawn("league", DROPOUT, NO_AREA);
    assert_string_equal(spec.rows[0].label, "Quỳnh Phụ");
    assert_string_equal(spec.rows[0].text, "0,30");
}

static void a_count_has_no_line_of_the_whole(void **state)
{
    (void)state;
    lab_target(2025, 700000)->indicator = HEADS;
    lab_judged(lab_put(HEADS, ROOT, 2023, 663480), VERDICT_NONE);
    lab_put(HEADS, CITY, 2023, 91617);
    lab_put(HEADS, EAST, 2023, 80580);
    struct chart_spec spec = drawn("league", HEADS, NO_AREA);
    assert_false(has_value(spec.whole.value));
    assert_false(has_value(spec.target.value));
    assert_string_equal(spec.rows[0].text, "91.617");
}

static void whose_target_the_line_is(void **state)
{
    (void)state;
    members_of_all();
    lab_target(2025, 50);
    struct result *root = &lab_results->items[0];
    lab_judged(root, VERDICT_NONE);
    /* The province's own target is named as the province's. */
    struct chart_spec spec = drawn("league", MEMBERS, NO_AREA);
    assert_near(spec.target.value, 50, 0);
    assert_non_null(strstr(spec.target.label, "Toàn tỉnh"));
    assert_non_null(strstr(spec.target.label, "50"));
    /* A milestone draws the target itself. */
    root->target = 44;
    root->note = "target.milestone";
    spec = drawn("league", MEMBERS, NO_AREA);
    assert_near(spec.target.value, 50, 0);
    /* A target set for every district is theirs. */
    lab_target(2025, 40)->applies = APPLIES_EACH;
    for (size_t i = 1; i < 5; i++)
        lab_judged(&lab_results->items[i], VERDICT_NONE);
    spec = drawn("league", MEMBERS, NO_AREA);
    assert_near(spec.target.value, 40, 0);
    assert_null(strstr(spec.target.label, "Thái Bình"));
    /* Some have another: there is no one line. */
    lab_target(2025, 30);
    lab_judged(&lab_results->items[1], VERDICT_NONE);
    spec = drawn("league", MEMBERS, NO_AREA);
    assert_near(spec.target.value, 50, 0);
}

/* --- tartan -----------------------------------------------------------------
 */

static void a_tartan_of_what_can_be_coloured(void **state)
{
    (void)state;
    const uint16_t asked[] = { MEMBERS, PARITY, LIBRARY, DROPOUT };
    struct figure_request request = { .kind = "tartan",
                                      .name = "tartan-x",
                                      .indicators = asked,
                                      .indicator_count = 4,
                                      .area = NO_AREA };
    struct chart_spec spec;
    struct fault fault = { 0 };
    members_of_all();
    lab_put(PARITY, CITY, 2023, 0.9); /* no better way */
    lab_put(PARITY, EAST, 2023, 0.9);
    lab_put(LIBRARY, CITY, 2023, 50); /* one area alone */
    lab_put(DROPOUT, CITY, 2023, 0.5)->standing = STANDING_SIMILAR;
    lab_put(DROPOUT, EAST, 2023, 0.9)->standing = STANDING_WORSE;
    assert_true(figure_build(&spec, &request, &lab_input, &fault));
    const struct chart_grid *grid = &spec.grid;
    assert_string_equal(spec.name, "tartan-x");
    assert_int_equal(grid->rows, 2);
    assert_int_equal(grid->columns, 4); /* all that MEMBERS has rows for */
    assert_string_equal(grid->row_labels[0], "Tỷ lệ hội viên (%)");
    assert_string_equal(grid->row_labels[1], "Tỷ lệ bỏ học (%)");
    assert_string_equal(grid->column_labels[1], "Quỳnh Phụ");
    const struct chart_cell *worse = &grid->cells[4 + 1];
    assert_string_equal(worse->text, "0,90");
    assert_int_equal(worse->standing, STANDING_WORSE);
    assert_string_equal(grid->cells[2].text, "*");
    assert_int_equal(grid->cells[2].status, STATUS_SUPPRESSED);
    assert_string_equal(grid->cells[3].text, "…");
    assert_string_equal(spec.legend[3], "… chưa có số liệu; * không công bố");
    /* No row for this area at all. */
    assert_string_equal(grid->cells[4 + 2].text, "–");
    assert_int_equal(grid->cells[4 + 2].status, STATUS_MISSING);
}

/* --- trend ------------------------------------------------------------------
 */

/* 2018 to 2023, no figure of 2020, a break in 2022. */
static void six_years(uint32_t area)
{
    const double values[] = { 30, 31, NO_VALUE, 33, 28, 30 };
    for (int i = 0; i < 6; i++) {
        struct result *r = lab_put(MEMBERS, area, 2018 + i, values[i]);
        if (i != 0 && i != 4 && has_value(values[i]))
            r->change = 1;
    }
}

static struct series_break redefined = { .indicator = MEMBERS,
                                         .area = NO_AREA,
                                         .kind = BREAK_DEFINITION };

static void a_trend_with_gap_break_and_target(void **state)
{
    (void)state;
    six_years(ROOT);
    redefined.period = period_of_year(2022);
    lab.breaks = (struct breaks){ &redefined, 1 };
    lab_target(2030, 60); /* not in the order of the years */
    lab_target(2020, 25); /* gone by */
    lab_target(2025, 40)->draft = true;
    lab_target(2025, 45)->applies = APPLIES_EACH;
    lab_target(2027, 55)->kind = TARGET_PROVINCIAL;
    lab_target(2025, 50);
    lab_judged(&lab_results->items[5], VERDICT_NONE);
    struct chart_spec spec = drawn("trend", MEMBERS, NO_AREA);
    assert_int_equal(spec.series_count, 2);
    const struct chart_series *main_line = &spec.series[0];
    const bool cuts[] = { false, false, false, false, true, false };
    assert_int_equal(main_line->count, 6);
    assert_string_equal(main_line->label, "Toàn tỉnh");
    for (size_t i = 0; i < 6; i++) {
        assert_near(main_line->points[i].x, 2018.0 + (double)i, 0);
        assert_int_equal(main_line->points[i].cut_before, cuts[i]);
    }
    assert_false(has_value(main_line->points[2].y));
    assert_int_equal(spec.mark_count, 1);
    assert_near(spec.marks[0].x, 2021.5, 0);
    assert_string_equal(spec.marks[0].label,
                        message_text(&lab.messages, "break.definition"));
    /* From the last value over the targets that lie ahead. */
    const struct chart_series *path = &spec.series[1];
    const double wanted[][2] = { { 2023, 30 }, { 2025, 50 }, { 2030, 60 } };
    assert_int_equal(path->role, SERIES_TARGET);
    assert_int_equal(path->count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_near(path->points[i].x, wanted[i][0], 0);
        assert_near(path->points[i].y, wanted[i][1], 0);
        assert_int_equal(path->points[i].status,
                         i == 0 ? STATUS_ESTIMATED : STATUS_OK);
    }
    assert_string_equal(path->label,
                        say(&lab_input, "figure.path", "period", "2030", NULL));
}

static void a_break_in_a_gap_still_parts(void **state)
{
    (void)state;
    six_years(ROOT);
    redefined.period = period_of_year(2020); /* the year without a figure */
    lab.breaks = (struct breaks){ &redefined, 1 };
    lab_results->items[4].change = 1;
    struct chart_spec spec = drawn("trend", MEMBERS, NO_AREA);
    assert_true(spec.series[0].points[3].cut_before);
    assert_int_equal(spec.mark_count, 1);
    assert_near(spec.marks[0].x, 2020, 0);
}

static void a_year_without_a_figure_at_the_end(void **state)
{
    (void)state;
    lab_put(MEMBERS, ROOT, 2021, 33);
    struct result *r = lab_changed(lab_put(MEMBERS, ROOT, 2022, 34), 33);
    lab_target(2025, 50);
    lab_judged(r, VERDICT_NONE);
    lab_put(MEMBERS, ROOT, 2023, NO_VALUE)->status = STATUS_MISSING;
    struct chart_spec spec = drawn("trend", MEMBERS, NO_AREA);
    assert_int_equal(spec.series_count, 2);
    assert_near(spec.series[1].points[0].x, 2022, 0);
    assert_near(spec.series[1].points[0].y, 34, 0);
    assert_non_null(strstr(spec.description, "34,0%"));
}

static void a_target_of_this_year_stands_beside_the_value(void **state)
{
    (void)state;
    lab_put(MEMBERS, ROOT, 2022, 34);
    lab_target(2023, 50);
    lab_judged(lab_changed(lab_put(MEMBERS, ROOT, 2023, 35), 34),
               VERDICT_NOT_MET);
    struct chart_spec spec = drawn("trend", MEMBERS, NO_AREA);
    assert_int_equal(spec.series[1].count, 1);
    assert_near(spec.series[1].points[0].x, 2023, 0);
    assert_near(spec.series[1].points[0].y, 50, 0);
}

static void an_area_beside_the_whole(void **state)
{
    (void)state;
    six_years(ROOT);
    six_years(SOUTH);
    struct chart_spec spec = drawn("trend", MEMBERS, SOUTH);
    assert_string_equal(spec.name, "trend-member_rate-342");
    assert_int_equal(spec.series_count, 2);
    assert_int_equal(spec.series[0].role, SERIES_MAIN);
    assert_string_equal(spec.series[0].label, "Tiền Hải");
    assert_int_equal(spec.series[1].role, SERIES_WHOLE);
    assert_string_equal(spec.series[1].label, "Toàn tỉnh");
    /* A count stands alone. */
    lab_put(HEADS, ROOT, 2022, 600);
    lab_put(HEADS, ROOT, 2023, 700);
    lab_put(HEADS, SOUTH, 2022, 60);
    lab_put(HEADS, SOUTH, 2023, 70);
    assert_int_equal(drawn("trend", HEADS, SOUTH).series_count, 1);
}

/* --- Lorenz curve ------------------------------------------------------------
 */

/*
 * By hand: bases 400, 300, 300; shares .1, .2, .4 of them = 40, 60, 120 of 220.
 * In the order of the shares: (.4, 40/220), (.7, 100/220), (1, 1).
 */
/* Points are the curve's own (tests/unit/compute/equity_curve.c). */
static void a_lorenz_curve(void **state)
{
    (void)state;
    double base[] = { 0, 0.4, 1 }, total[] = { 0, 0.2, 1 };
    struct equity_curves *curves = equity_curves_new(lab_arena);
    *equity_curves_add(curves) = (struct equity_curve){
        MEMBERS, lab.project.period, TIER_DISTRICT, NULL, base, total, 3, 0.2
    };
    lab_input.curves = curves;
    refused("lorenz", MEMBERS, "figure.nothing"); /* no index */
    lab_measure(MEMBERS, "gini", 0.2);
    struct chart_spec spec = drawn("lorenz", MEMBERS, NO_AREA);
    assert_int_equal(spec.curve_count, 3);
    assert_near(spec.curve[1].x, 0.4, 0);
    assert_near(spec.curve[1].y, 0.2, 0);
    assert_non_null(strstr(spec.curve_words, "0,200"));
    refused("concentration", MEMBERS, "figure.no_order");
    *equity_curves_add(curves) = (struct equity_curve){ MEMBERS,
                                                        lab.project.period,
                                                        TIER_DISTRICT,
                                                        "poverty_rate",
                                                        base,
                                                        total,
                                                        3,
                                                        -0.12 };
    spec = drawn("concentration", MEMBERS, NO_AREA);
    assert_non_null(strstr(spec.curve_words, "−0,120"));
    assert_non_null(strstr(spec.axis_x, "tỷ lệ hộ nghèo"));
    assert_non_null(strstr(spec.title, "tỷ lệ hộ nghèo"));
    assert_string_equal(say_attribute(&lab_input, "ward_age"), "ward age");
    assert_non_null(strstr(spec.description, "trị số cao"));
}

/* --- what cannot be drawn ----------------------------------------------------
 */

static void nothing_to_draw_is_said(void **state)
{
    (void)state;
    refused("pie", MEMBERS, "chart.unknown_kind");
    refused("league", MEMBERS, "figure.nothing");
    refused("tartan", MEMBERS, "figure.nothing");
    refused("trend", MEMBERS, "figure.nothing");
    refused("lorenz", MEMBERS, "figure.nothing");
    lab_share(MEMBERS, CITY, 2023, 1, 3);
    refused("league", MEMBERS, "figure.nothing"); /* one area */
    lab_share(MEMBERS, EAST, 2023, 1, 3);
    lab_put(MEMBERS, ROOT, 2023, 30);
    refused("trend", MEMBERS, "figure.nothing"); /* one year */
    assert_true(figure_kind_known("lorenz"));
    assert_false(figure_kind_known("pie"));
}

static void the_plan_s_figures_each_once(void **state)
{
    (void)state;
    uint16_t all[] = { MEMBERS, DROPOUT };
    struct chart_plan charts[] = {
        { "league", MEMBERS },
        { "league", MEMBERS },
        { "trend", MEMBERS },
        { "tartan", NO_INDEX },
    };
    struct chapter_plan chapter = { .id = "three",
                                    .indicators = all,
                                    .indicator_count = 2,
                                    .charts = charts,
                                    .chart_count = 4 };
    struct report_plan plan = { .chapters = &chapter, .chapter_count = 1 };
    struct figure *figures;
    struct fault fault = { 0 };
    size_t count = 9;
    assert_true(figures_of_report(&figures, &count, &lab_input, &fault));
    assert_int_equal(count, 0); /* no plan */
    lab.report_plan = &plan;
    members_of_all();
    assert_true(figures_of_report(&figures, &count, &lab_input, &fault));
    assert_int_equal(count, 1); /* no trend of one year, no rug of one row */
    lab_put(DROPOUT, CITY, 2023, 0.5);
    lab_put(DROPOUT, EAST, 2023, 0.9);
    assert_true(figures_of_report(&figures, &count, &lab_input, &fault));
    assert_int_equal(count, 2);
    assert_string_equal(figures[0].spec.name, "league-member_rate");
    assert_string_equal(figures[1].spec.name, "tartan-three");
    assert_int_equal(figures[1].indicator, NO_INDEX);
    charts[2].kind = "leage";
    assert_false(figures_of_report(&figures, &count, &lab_input, &fault));
    assert_fault(&fault, "report.unknown_chart");
    assert_string_equal(fault_argument(&fault, "kind"), "leage");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(a_league_in_order),
        LAB_TEST(less_is_better_stands_first),
        LAB_TEST(a_count_has_no_line_of_the_whole),
        LAB_TEST(whose_target_the_line_is),
        LAB_TEST(a_tartan_of_what_can_be_coloured),
        LAB_TEST(a_trend_with_gap_break_and_target),
        LAB_TEST(a_break_in_a_gap_still_parts),
        LAB_TEST(a_year_without_a_figure_at_the_end),
        LAB_TEST(a_target_of_this_year_stands_beside_the_value),
        LAB_TEST(an_area_beside_the_whole),
        LAB_TEST(a_lorenz_curve),
        LAB_TEST(nothing_to_draw_is_said),
        LAB_TEST(the_plan_s_figures_each_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
