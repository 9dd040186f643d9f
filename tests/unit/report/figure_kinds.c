/*
 * figure_kinds.c - the specs of the kinds that compare groups, years, targets
 * and sizes: texts, order, statuses.
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
    results_sort(lab_results, &lab);
    if (!figure_build(&spec, &request, &lab_input, &fault))
        fail_msg("%s: %s", kind, fault.message);
    assert_string_equal(spec.kind, kind);
    assert_non_null(spec.title);
    assert_non_null(spec.description);
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

static bool says(const char *text, const char *part)
{
    return text != NULL && strstr(text, part) != NULL;
}

/* --- groups -----------------------------------------------------------------
 */

static struct result *of_sex(uint32_t area, uint16_t code, double value)
{
    struct result *r = lab_put(MEMBERS, area, 2023, value);
    r->breakdown = (struct breakdown){ SEX, code };
    return r;
}

static void a_gap_in_order(void **state)
{
    (void)state;
    refused("gap", MEMBERS, "figure.no_pair");
    of_sex(ROOT, 0, 40);
    of_sex(ROOT, 1, 38);
    of_sex(CITY, 0, 44.5);
    of_sex(CITY, 1, 43.2);
    of_sex(EAST, 0, 30)->status = STATUS_ESTIMATED;
    of_sex(EAST, 1, 35.1);
    of_sex(WEST, 0, 31);
    of_sex(WEST, 1, 3)->status = STATUS_SUPPRESSED;
    lab_put(MEMBERS, SOUTH, 2023, 33); /* by sex nothing is known */
    struct chart_spec spec = drawn("gap", MEMBERS, NO_AREA);
    /* The whole, then the widest gap; without a gap last, by code. */
    static const char *const labels[] = { "Toàn tỉnh", "Quỳnh Phụ", "Thành phố",
                                          "Hưng Hà", "Tiền Hải" };
    static const char *const gaps[] = { "+2,0", "−5,1", "+1,3", "*", "…" };
    assert_int_equal(spec.grid.rows, 5);
    assert_int_equal(spec.grid.columns, 2);
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(spec.grid.row_labels[i], labels[i]);
        assert_string_equal(spec.rows[i].text, gaps[i]);
    }
    assert_string_equal(spec.grid.column_labels[0], "F");
    assert_near(spec.grid.cells[2].value, 30, 0);
    assert_int_equal(spec.grid.cells[2].status, STATUS_ESTIMATED);
    /* What is hidden has no place, the other group keeps its own. */
    assert_near(spec.grid.cells[6].value, 31, 0);
    assert_false(has_value(spec.grid.cells[7].value));
    assert_true(says(spec.note, "* không công bố"));
    assert_true(says(spec.note, "(e)"));
    assert_true(says(spec.description, "Quỳnh Phụ, −5,1 điểm phần trăm"));
    spec = drawn("equiplot", MEMBERS, NO_AREA);
    assert_int_equal(spec.grid.columns, 2);
}

/* --- one area among all ------------------------------------------------------
 */

static void a_spine_by_hand(void **state)
{
    (void)state;
    const uint16_t asked[] = { MEMBERS, DROPOUT, HEADS, PARITY };
    const double members[] = { 35.2, 43, 32.9, 31, 36 };
    const double dropout[] = { 0.5, 0.9, 0.3, 0.4, 0.6 };
    struct figure_request request = {
        .kind = "spine", .indicators = asked, .indicator_count = 4, .area = EAST
    };
    struct chart_spec spec;
    struct fault fault = { 0 };
    for (uint32_t a = ROOT; a <= SOUTH; a++) {
        lab_put(MEMBERS, a, 2023, members[a]);
        lab_put(DROPOUT, a, 2023, dropout[a]);
        lab_put(HEADS, a, 2023, 100); /* a count grows with the area */
        lab_put(PARITY, a, 2023, 1);  /* no better way */
    }
    lab_results->items[8].standing = STANDING_WORSE;
    results_sort(lab_results, &lab);
    assert_true(figure_build(&spec, &request, &lab_input, &fault));
    assert_int_equal(spec.span_count, 2);
    const struct chart_span *span = &spec.spans[0];
    assert_string_equal(span->label, "Tỷ lệ hội viên (%)");
    assert_string_equal(span->texts[0], "32,9");
    assert_string_equal(span->texts[1], "35,2");
    assert_string_equal(span->texts[2], "31,0");
    assert_string_equal(span->texts[3], "43,0");
    /* 31; 32,9; 36; 43: a quarter of three steps is three quarters of one. */
    assert_near(span->worse_quarter, 31 + .75 * 1.9, 1e-12);
    assert_near(span->better_quarter, 36 + .25 * 7, 1e-12);
    /* Less is better: the ends change places. */
    span = &spec.spans[1];
    assert_near(span->worst, 0.9, 0);
    assert_near(span->best, 0.3, 0);
    assert_near(span->worse_quarter, 0.6 + .25 * .3, 1e-12);
    assert_string_equal(spec.heads[0], "Quỳnh Phụ");
    request.area = NO_AREA; /* the whole has nothing to stand among */
    assert_false(figure_build(&spec, &request, &lab_input, &fault));
    assert_fault(&fault, "figure.spine_area");
}

/* --- years ------------------------------------------------------------------
 */

static void multiples_in_order_of_the_league(void **state)
{
    (void)state;
    for (int year = 2021; year <= 2023; year++) {
        lab_put(MEMBERS, ROOT, year, 35);
        lab_put(MEMBERS, EAST, year, 30 + year - 2021);
        lab_put(MEMBERS, CITY, year, 42);
    }
    lab_put(MEMBERS, WEST, 2021, 28);
    lab_put(MEMBERS, WEST, 2023, NO_VALUE)->status = STATUS_MISSING;
    struct chart_spec spec = drawn("multiples", MEMBERS, NO_AREA);
    static const char *const labels[] = { "Toàn tỉnh", "Thành phố", "Quỳnh Phụ",
                                          "Hưng Hà" };
    assert_int_equal(spec.series_count, 4);
    assert_int_equal(spec.series[0].role, SERIES_WHOLE);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(spec.series[i].label, labels[i]);
    assert_near(spec.series[2].points[2].y, 32, 0);
    assert_int_equal(spec.series[3].points[1].status, STATUS_MISSING);
    assert_true(says(spec.note, "… chưa có số liệu"));
}

static void heat_begins_with_who_fell_silent(void **state)
{
    (void)state;
    lab_put(MEMBERS, CITY, 2022, 40);
    lab_put(MEMBERS, CITY, 2023, 41)->status = STATUS_PROVISIONAL;
    lab_put(MEMBERS, EAST, 2021, 30);
    lab_put(MEMBERS, EAST, 2022, NO_VALUE)->status = STATUS_MISSING;
    lab_put(MEMBERS, WEST, 2022, 35);
    lab_put(MEMBERS, WEST, 2023, 2)->status = STATUS_SUPPRESSED;
    struct chart_spec spec = drawn("heat", MEMBERS, NO_AREA);
    assert_int_equal(spec.grid.rows, 3);
    assert_int_equal(spec.grid.columns, 3);
    assert_string_equal(spec.grid.column_labels[0], "2021");
    assert_string_equal(spec.grid.row_labels[0], "Quỳnh Phụ");
    assert_string_equal(spec.grid.row_labels[1], "Hưng Hà");
    assert_string_equal(spec.grid.row_labels[2], "Thành phố");
    assert_string_equal(spec.grid.cells[2].text, "…");
    assert_string_equal(spec.grid.cells[5].text, "*");
    assert_false(has_value(spec.grid.cells[5].value));
    assert_string_equal(spec.grid.cells[8].text, "41,0 (p)");
    assert_string_equal(spec.legend[3], "… chưa có số liệu; * không công bố");
    assert_true(says(spec.description, "2 nơi chưa có số liệu kỳ cuối"));
    assert_true(says(spec.description, "Quỳnh Phụ, Hưng Hà"));
}

static void change(uint32_t area, double before, double after,
                   enum standing standing)
{
    struct changes *all = (struct changes *)(uintptr_t)lab_input.changes;
    if (all == NULL)
        lab_input.changes = all = changes_new(lab_arena);
    *changes_add(all) = (struct change){ .indicator = MEMBERS,
                                         .area = area,
                                         .from = period_of_year(2020),
                                         .to = period_of_year(2023),
                                         .before = before,
                                         .after = after,
                                         .standing = standing };
    lab_share(MEMBERS, area, 2020, before, 100);
    lab_share(MEMBERS, area, 2023, after, 100);
}

static void a_slope_names_who_changed(void **state)
{
    (void)state;
    refused("slope", MEMBERS, "figure.no_change");
    change(ROOT, 34, 36, STANDING_BETTER);
    change(CITY, 40, 40.5, STANDING_SIMILAR);
    change(EAST, 33, 30, STANDING_WORSE);
    change(SOUTH, 30, 38, STANDING_BETTER);
    struct chart_spec spec = drawn("slope", MEMBERS, NO_AREA);
    assert_int_equal(spec.series_count, 3); /* without the whole */
    assert_string_equal(spec.series[0].label, "Tiền Hải");
    assert_string_equal(spec.series[0].texts[0], "30,0");
    assert_string_equal(spec.series[0].texts[1], "38,0");
    assert_int_equal(spec.series[0].standing, STANDING_BETTER);
    assert_string_equal(spec.series[1].label, "Quỳnh Phụ");
    assert_int_equal(spec.series[1].standing, STANDING_WORSE);
    assert_string_equal(spec.series[2].label, "Thành phố");
    assert_string_equal(spec.heads[0], "2020");
    assert_string_equal(spec.heads[1], "2023");
    assert_true(says(spec.description, "1 nơi tốt lên (Tiền Hải)"));
    assert_true(says(spec.description, "1 nơi kém đi (Quỳnh Phụ)"));
}

/* The whole is 36 and rose by 2: East is lower and fell. West is lower too but
 * rose more, South is higher. */
static void a_quadrant_shades_the_low(void **state)
{
    (void)state;
    change(ROOT, 34, 36, STANDING_BETTER);
    change(EAST, 33, 32, STANDING_SIMILAR);
    change(WEST, 28, 34, STANDING_BETTER);
    change(SOUTH, 40, 41, STANDING_SIMILAR);
    struct chart_spec spec = drawn("quadrant", MEMBERS, NO_AREA);
    assert_int_equal(spec.dot_count, 3);
    assert_string_equal(spec.dots[0].label, "Quỳnh Phụ");
    assert_int_equal(spec.dots[0].standing, STANDING_WORSE);
    assert_near(spec.dots[0].x, 32, 0);
    assert_near(spec.dots[0].y, -1, 0);
    for (size_t i = 1; i < 3; i++)
        assert_int_equal(spec.dots[i].standing, STANDING_NONE);
    assert_near(spec.whole.value, 36, 0);
    assert_near(spec.whole_y.value, 2, 0);
    assert_string_equal(spec.whole_y.label, "Toàn tỉnh +2,0");
    assert_true(says(spec.axis_y, "điểm phần trăm"));
    assert_false(spec.better_low);
    refused("quadrant", PARITY, "figure.no_better");
}

/* Without a change of the whole: 33 and 28 of 100 each, then 32 and 34. */
static void a_quadrant_adds_up_who_can_be_compared(void **state)
{
    (void)state;
    change(EAST, 33, 32, STANDING_SIMILAR);
    change(WEST, 28, 34, STANDING_BETTER);
    struct chart_spec spec = drawn("quadrant", MEMBERS, NO_AREA);
    assert_near(spec.whole.value, 33, 1e-12);
    assert_near(spec.whole_y.value, 2.5, 1e-12);
    assert_true(says(spec.whole.label, "so được"));
}

/* --- targets ----------------------------------------------------------------
 */

/* 60 % of 300, 400 and 500 are 180, 240 and 300. */
static void a_shortfall_in_people(void **state)
{
    (void)state;
    refused("shortfall", MEMBERS, "figure.no_target");
    lab_target(2025, 60);
    lab_judged(lab_share(MEMBERS, ROOT, 2023, 480, 1200), VERDICT_NONE);
    lab_share(MEMBERS, CITY, 2023, 150, 300);
    lab_share(MEMBERS, EAST, 2023, 90, 400)->status = STATUS_PROVISIONAL;
    lab_share(MEMBERS, WEST, 2023, 310, 500);
    lab_put(MEMBERS, SOUTH, 2023, NO_VALUE)->status = STATUS_MISSING;
    struct chart_spec spec = drawn("shortfall", MEMBERS, NO_AREA);
    assert_int_equal(spec.row_count, 3);
    assert_string_equal(spec.rows[0].label, "Quỳnh Phụ");
    assert_string_equal(spec.rows[0].text, "150 (p)");
    assert_string_equal(spec.grid.cells[0].text, "83%"); /* of 180 */
    assert_string_equal(spec.rows[1].text, "30");
    assert_string_equal(spec.grid.cells[1].text, "100%");
    assert_string_equal(spec.rows[2].text, "…");
    assert_int_equal(spec.rows[2].status, STATUS_MISSING);
    assert_true(says(spec.note, "Tổng cộng còn thiếu 180"));
    assert_true(says(spec.note, "1 ")); /* West has reached it */
    assert_true(says(spec.title, "60% năm 2025"));
    for (size_t i = 0; i < lab_results->count; i++)
        if (lab_results->items[i].area == CITY ||
            lab_results->items[i].area == EAST)
            lab_results->items[i].numerator = 400;
    refused("shortfall", MEMBERS, "figure.all_reached");
}

/* From 30 to 50 in two years: ten a year. */
static void a_path_with_pace_and_forecast(void **state)
{
    (void)state;
    lab_put(MEMBERS, ROOT, 2022, 28);
    refused("path", MEMBERS, "figure.path_nothing");
    lab_target(2025, 50);
    struct result *r = lab_changed(lab_put(MEMBERS, ROOT, 2023, 30), 28);
    lab_judged(r, VERDICT_NONE);
    r->target = 44;
    r->note = "target.milestone";
    struct trend *t = trends_add(lab_trends);
    t->indicator = MEMBERS;
    t->area = ROOT;
    t->to = period_of_year(2023);
    t->forecast_period = period_of_year(2025);
    t->forecast = 34;
    t->forecast_lower = 31;
    t->forecast_upper = 37;
    struct chart_spec spec = drawn("path", MEMBERS, NO_AREA);
    assert_int_equal(spec.series_count, 4);
    assert_int_equal(spec.series[0].role, SERIES_MAIN);
    const struct chart_series *steps = &spec.series[1];
    assert_int_equal(steps->count, 1);
    assert_near(steps->points[0].y, 44, 0);
    const struct chart_series *way = &spec.series[2];
    assert_int_equal(way->role, SERIES_TARGET);
    assert_near(way->points[1].y, 50, 0);
    const struct chart_series *ahead = &spec.series[3];
    assert_int_equal(ahead->role, SERIES_FORECAST);
    assert_near(ahead->points[0].y, 30, 0);
    assert_near(ahead->points[1].x, 2025, 0);
    assert_near(ahead->points[1].lower, 31, 0);
    assert_int_equal(ahead->points[1].status, STATUS_FORECAST);
    assert_true(says(spec.note, "mỗi năm cần +10,0 điểm phần trăm"));
    assert_true(says(spec.note, "không phải chỉ tiêu được giao"));
}

/* Held against the target itself: there are no milestones to draw. */
static void a_path_without_milestones(void **state)
{
    (void)state;
    lab_put(MEMBERS, ROOT, 2022, 28);
    lab_target(2025, 50);
    lab_judged(lab_changed(lab_put(MEMBERS, ROOT, 2023, 30), 28), VERDICT_NONE);
    struct chart_spec spec = drawn("path", MEMBERS, NO_AREA);
    assert_int_equal(spec.series_count, 2);
    assert_int_equal(spec.series[1].role, SERIES_TARGET);
    assert_int_equal(spec.series[1].count, 2);
    assert_near(spec.series[1].points[0].x, 2023, 0);
    assert_near(spec.series[1].points[1].x, 2025, 0);
}

/* --- sizes ------------------------------------------------------------------
 */

static void compared(struct comparisons *all, uint32_t area, double x, double n,
                     enum funnel place)
{
    size_t row = lab_results->count;
    lab_share(DROPOUT, area, 2023, x, n);
    struct comparison *c = comparisons_add(all);
    c->indicator = DROPOUT;
    c->area = area;
    c->period = lab.project.period;
    c->row = row;
    c->denominator = n;
    c->value = 100 * x / n;
    c->difference = c->value - 5;
    c->funnel = place;
}

static void a_funnel_names_who_is_outside(void **state)
{
    (void)state;
    refused("funnel", MEMBERS, "figure.funnel_fact");
    refused("funnel", DROPOUT, "figure.funnel_few");
    struct comparisons *all = comparisons_new(lab_arena);
    lab_input.comparisons = all;
    struct funnel_limits *limits = comparisons_add_limits(all);
    limits->indicator = DROPOUT;
    limits->period = lab.project.period;
    limits->tier = TIER_DISTRICT;
    for (size_t i = 0; i < LIMIT_SIZES; i++) {
        limits->base[i] = 100 + (double)i;
        for (int k = 0; k < LIMIT_COUNT; k++)
            limits->values[k][i] = k;
    }
    compared(all, CITY, 5, 100, FUNNEL_WITHIN);
    compared(all, EAST, 60, 400, FUNNEL_ABOVE_95);
    compared(all, WEST, 90, 400, FUNNEL_ABOVE_998);
    compared(all, SOUTH, 1, 0.5, FUNNEL_NONE); /* left out of the family */
    struct chart_spec spec;
    struct fault fault = { 0 };
    uint16_t indicator = DROPOUT;
    struct figure_request request = { .kind = "funnel",
                                      .indicators = &indicator,
                                      .indicator_count = 1,
                                      .area = NO_AREA };
    assert_true(figure_build(&spec, &request, &lab_input, &fault));
    assert_int_equal(spec.dot_count, 3);
    /* The furthest first; above is worse where less is better. */
    assert_string_equal(spec.dots[0].label, "Hưng Hà");
    assert_int_equal(spec.dots[0].standing, STANDING_WORSE);
    assert_near(spec.dots[0].x, 400, 0);
    assert_near(spec.dots[0].y, 22.5, 1e-12);
    assert_string_equal(spec.dots[1].label, "Quỳnh Phụ");
    assert_true(spec.dots[1].named);
    assert_false(spec.dots[2].named);
    assert_int_equal(spec.dots[2].standing, STANDING_SIMILAR);
    assert_int_equal(spec.series_count, LIMIT_COUNT);
    assert_true(says(spec.series[LIMIT_ABOVE_998].label, "99,8%"));
    assert_near(spec.series[LIMIT_ABOVE_95].points[3].y, LIMIT_ABOVE_95, 0);
    assert_true(says(spec.note, "1 "));
    assert_true(says(spec.description, "Hưng Hà, Quỳnh Phụ"));
}

/* --- ages and sexes ---------------------------------------------------------
 */

enum { AGE_SLOT, SEX_SLOT, LEVEL_SLOT };

static struct quantity counted[] = {
    { .id = "population",
      .name = "Dân số",
      .dimensions = { 0, 1 },
      .dimension_count = 2 },
    { .id = "pupils",
      .name = "Học sinh",
      .dimensions = { 0, 1, 2 },
      .dimension_count = 3 },
};

/* A fact of a district: [level] 0 = of all. */
static void fact(struct cube *cube, uint16_t quantity, uint32_t area,
                 const char *ages, uint8_t sex, uint8_t level, double value)
{
    struct band band;
    assert_true(band_parse(ages, &band));
    uint64_t cell = cell_set(0, AGE_SLOT, band_intern(&lab_table->bands, band));
    cell = cell_set(cell, SEX_SLOT, sex);
    if (quantity == 1)
        cell = cell_set(cell, LEVEL_SLOT, level);
    cube->facts[cube->count++] = (struct fact){ .quantity = quantity,
                                                .status = STATUS_OK,
                                                .period = lab.project.period,
                                                .area = area,
                                                .cell = cell,
                                                .value = value };
}

static void open_codebook(void)
{
    static struct code sexes[] = { { .id = "F", .name = "Nữ" },
                                   { .id = "M", .name = "Nam" } };
    static struct code levels[] = { { .id = "low" }, { .id = "high" } };
    static struct dimension dimensions[] = {
        { .id = "age", .ages = true },
        { .id = "sex", .codes = sexes, .count = 2 },
        { .id = "level", .codes = levels, .count = 2 },
    };
    lab.codebook = (struct codebook){ dimensions, 3, counted, 2 };
    lab.catalogue.items[LIBRARY].numerator = "pupils[level=low|high]";
    lab.catalogue.items[LIBRARY].denominator = "population";
}

/* Two districts: 6..10 of 300 + 100 boys, of whom 6 to 10 years old 120 + 60 in
 * the lower level and 80 + 20 in the higher; 280 of 400 = 70 %. The total of
 * the boys of 6..14 is none of the rows. */
static void a_pyramid_adds_up_bands_and_areas(void **state)
{
    (void)state;
    struct fact facts[16];
    struct cube cube = { .facts = facts, .table = lab_table };
    open_codebook();
    lab_input.cube = &cube;
    fact(&cube, 0, CITY, "6..10", 1, 0, 90);
    fact(&cube, 0, CITY, "6..10", 2, 0, 300);
    fact(&cube, 0, CITY, "6..14", 2, 0, 999);
    fact(&cube, 0, EAST, "6..10", 2, 0, 100);
    fact(&cube, 1, CITY, "6", 2, 1, 120);
    fact(&cube, 1, CITY, "10", 2, 2, 80);
    fact(&cube, 1, EAST, "6", 2, 1, 60);
    fact(&cube, 1, EAST, "7", 2, 2, 20);
    fact(&cube, 1, EAST, "7", 2, 0, 500); /* of all levels: not picked */
    struct chart_spec spec = drawn("pyramid", LIBRARY, NO_AREA);
    assert_int_equal(spec.grid.rows, 1);
    assert_string_equal(spec.grid.row_labels[0], "6–10");
    assert_string_equal(spec.grid.column_labels[0], "Nam: Dân số");
    assert_near(spec.grid.cells[0].value, 400, 0);
    assert_near(spec.grid.cells[1].value, 280, 0);
    assert_string_equal(spec.grid.cells[1].text, "70,0%");
    /* Nothing is known of girls at school. */
    assert_near(spec.grid.cells[2].value, 90, 0);
    assert_int_equal(spec.grid.cells[3].status, STATUS_MISSING);
    assert_string_equal(spec.grid.cells[3].text, "…");
    lab.project.hide_below = 150; /* 120 boys are not in school */
    refused("pyramid", LIBRARY, "figure.hidden_small");
    lab.catalogue.items[LIBRARY].denominator = "population[age=6..10]";
    refused("pyramid", LIBRARY, "figure.pyramid_parts");
}

static void what_each_kind_asks_for(void **state)
{
    (void)state;
    assert_int_equal(figure_needs("league"), 0);
    assert_int_equal(figure_needs("pie"), 0);
    assert_true(figure_needs("funnel") & FIGURE_NEEDS_COMPARISONS);
    assert_true(figure_needs("slope") & FIGURE_NEEDS_CHANGES);
    assert_true(figure_needs("path") & FIGURE_NEEDS_TRENDS);
    assert_true(figure_needs("spine") & FIGURE_OF_MANY);
    refused("pyramid", MEMBERS, "figure.pyramid_parts");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(a_gap_in_order),
        LAB_TEST(a_spine_by_hand),
        LAB_TEST(multiples_in_order_of_the_league),
        LAB_TEST(heat_begins_with_who_fell_silent),
        LAB_TEST(a_slope_names_who_changed),
        LAB_TEST(a_quadrant_shades_the_low),
        LAB_TEST(a_quadrant_adds_up_who_can_be_compared),
        LAB_TEST(a_shortfall_in_people),
        LAB_TEST(a_path_with_pace_and_forecast),
        LAB_TEST(a_path_without_milestones),
        LAB_TEST(a_funnel_names_who_is_outside),
        LAB_TEST(a_pyramid_adds_up_bands_and_areas),
        LAB_TEST(what_each_kind_asks_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
