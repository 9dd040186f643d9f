/*
 * trend.c - the latest comparable stretch, the test that fits, the word, and
 * the year of a goal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/trend/trend_walk.h"
#include "tests/unit/compute/lab.h"

/* Members grow by ten a year from 100 on, of a population of 1000. */
static void say_years(struct lab *lab, const char *area, int from, int to)
{
    for (int year = from; year <= to; year++) {
        char when[12];
        snprintf(when, sizeof when, "%d", year);
        lab_say(lab, area, when, "members", "", 100 + 10 * (year - 2010));
        lab_say(lab, area, when, "population", "", 1000);
        lab_say(lab, area, when, "bodies", "", 3);
    }
}

static struct lab *lab_of_years(int from, int to)
{
    struct lab *lab = lab_open();

    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population")
        ->better = BETTER_HIGHER;
    lab_indicator(lab, "bodies", KIND_COUNT, "bodies", NULL);
    say_years(lab, "339", from, to);
    return lab;
}

static void lab_break(struct lab *lab, const char *area, int year)
{
    lab->breaks[lab->study.breaks.count++] = (struct series_break){
        .indicator = 0,
        .area = area ? lab_area(lab, area) : NO_AREA,
        .period = period_of_year(year),
    };
}

static struct trend trend_look(struct lab *lab, const char *indicator,
                               const char *area, struct trend_request request)
{
    struct trends *list = trends_new(lab->arena);
    uint16_t i = indicator_find(&lab->study.catalogue, indicator);

    request.confidence = 0.95;
    trend_results(list, lab->results, &request, lab->formulas, &lab->study,
                  lab->scratch);
    for (size_t k = 0; k < list->count; k++)
        if (list->items[k].indicator == i &&
            list->items[k].area == lab_area(lab, area))
            return list->items[k];
    fail_msg("no trend of %s for %s", indicator, area);
    abort();
}

static const struct trend_request OPEN = { 0 };

static void stretches_end_at_breaks(void **state)
{
    static const struct {
        const char *area; /* of the break */
        int year, from;
    } cases[] = {
        { NULL, 2014, 2014 },  /* of the indicator */
        { "339", 2013, 2013 }, /* of the area */
        { "34", 2015, 2015 },  /* of the area above */
        { "338", 2015, 2010 }, /* of another: no matter */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct lab *lab = lab_of_years(2010, 2018);
        struct trend line;
        lab_break(lab, cases[i].area, cases[i].year);
        lab_run(lab);
        line = trend_look(lab, "rate", "339", OPEN);
        assert_int_equal(period_year(line.from), cases[i].from);
        assert_int_equal(period_year(line.to), 2018);
        assert_int_equal(line.count, 2018 - cases[i].from + 1);
        line = trend_look(lab, "bodies", "339", OPEN);
        assert_int_equal(period_year(line.from), 2010);
        lab_close(lab);
    }
}

static void a_later_break_shortens(void **state)
{
    struct lab *lab = lab_of_years(2010, 2018);
    struct trend line;

    (void)state;
    lab_break(lab, NULL, 2012);
    lab_break(lab, NULL, 2017);
    lab_run(lab);
    line = trend_look(lab, "rate", "339", OPEN);
    assert_int_equal(period_year(line.from), 2017);
    assert_int_equal(line.direction, DIRECTION_TOO_SHORT);
    assert_string_equal(line.note, "trend.after_break");
    assert_false(has_value(line.forecast));
    assert_false(has_value(line.p_value));
    lab_close(lab);
}

/* Sorted, each indicator is a thing to do, by one thread or by three; the lines
 * stand in the order of the rows: "bodies" before "rate", though added after.
 */
static void threads(void **state)
{
    struct lab *lab = lab_of_years(2010, 2018);
    struct trends *list[2];

    (void)state;
    lab_run(lab);
    results_sort(lab->results, &lab->study);
    for (size_t k = 0; k < 2; k++) {
        struct trend_request request = { .confidence = 0.95,
                                         .threads = 1 + 2 * k };
        list[k] = trends_new(lab->arena);
        trend_results(list[k], lab->results, &request, lab->formulas,
                      &lab->study, lab->scratch);
    }
    assert_true(list[0]->count >= 2);
    assert_int_equal(list[0]->count, list[1]->count);
    assert_int_equal(list[0]->items[0].indicator, 1);
    assert_int_equal(list[0]->items[list[0]->count - 1].indicator, 0);
    for (size_t i = 0; i < list[0]->count; i++) {
        const struct trend *a = &list[0]->items[i], *b = &list[1]->items[i];
        assert_int_equal(a->indicator, b->indicator);
        assert_int_equal(a->area, b->area);
        assert_int_equal(a->direction, b->direction);
        assert_int_equal(a->count, b->count);
        if (a->count > 0)
            assert_near(a->slope, b->slope, 1e-15);
    }
    lab_close(lab);
}

/* Up to 2016 the second break does not matter yet. */
static void years_asked_for(void **state)
{
    struct lab *lab = lab_of_years(2010, 2018);
    struct trend line;

    (void)state;
    lab_break(lab, NULL, 2012);
    lab_break(lab, NULL, 2017);
    lab_run(lab);
    line = trend_look(lab, "rate", "339",
                      (struct trend_request){ .to = period_of_year(2016) });
    assert_int_equal(period_year(line.from), 2012);
    assert_int_equal(period_year(line.to), 2016);
    assert_int_equal(line.forecast_period, period_of_year(2017));
    line = trend_look(lab, "rate", "339",
                      (struct trend_request){ .from = period_of_year(2014),
                                              .to = period_of_year(2016) });
    assert_int_equal(line.count, 3);
    assert_string_equal(line.note, "trend.too_short");
    lab_close(lab);
}

/* 103 went into 104 on 1 November 2022, both below 336: for members that is
 * inside, for bodies, which begin anew, it is not. 338 is not touched. */
static void reforms_part(void **state)
{
    struct lab *lab = lab_of_years(2016, 2025);

    (void)state;
    say_years(lab, "336", 2016, 2025);
    say_years(lab, "338", 2016, 2025);
    lab->crossing = (struct crossing){ .day = 20221101,
                                       .from = lab_area(lab, "101"),
                                       .to = lab_area(lab, "102"),
                                       .weight = NO_VALUE };
    lab->study.crosswalk = (struct crosswalk){ &lab->crossing, 1 };
    lab_run(lab);
    assert_int_equal(period_year(trend_look(lab, "rate", "336", OPEN).from),
                     2016);
    assert_int_equal(period_year(trend_look(lab, "bodies", "336", OPEN).from),
                     2022);
    assert_int_equal(period_year(trend_look(lab, "bodies", "338", OPEN).from),
                     2016);
    lab->crossing.to = lab_area(lab, "201"); /* over the border */
    assert_int_equal(period_year(trend_look(lab, "rate", "336", OPEN).from),
                     2022);
    assert_int_equal(period_year(trend_look(lab, "rate", "338", OPEN).from),
                     2022);
    lab_close(lab);
}

/* Unreliable, invalid and forecast figures are gaps: their years go missing and
 * the slope of ten of a thousand a year stands. */
static void gaps(void **state)
{
    struct lab *lab = lab_of_years(2010, 2018);
    struct trend line;

    (void)state;
    lab_run(lab);
    lab_result(lab, "rate", "339", "2012")->status = STATUS_UNRELIABLE;
    lab_result(lab, "rate", "339", "2014")->status = STATUS_INVALID;
    lab_result(lab, "rate", "339", "2015")->status = STATUS_SUPPRESSED;
    lab_result(lab, "rate", "339", "2018")->status = STATUS_FORECAST;
    lab_result(lab, "rate", "339", "2013")->completeness = 0.5;
    line = trend_look(lab, "rate", "339", OPEN);
    assert_int_equal(line.count, 4); /* 2010 2011 2016 2017 */
    assert_int_equal(period_year(line.from), 2010);
    assert_int_equal(period_year(line.to), 2017);
    assert_near(line.slope, 1, 1e-12);
    lab_close(lab);
}

/* --- the test that fits ----------------------------------------------------
 */

static void tests_follow_the_noise(void **state)
{
    static const struct {
        enum noise noise;
        enum trend_test test;
    } cases[] = {
        { NOISE_NONE, TREND_YEARLY_CHANGES }, /* members are a stock */
        { NOISE_PROCESS, TREND_YEARLY_CHANGES },
        { NOISE_BINOMIAL, TREND_COCHRAN_ARMITAGE },
        { NOISE_CLUSTERED, TREND_COCHRAN_ARMITAGE },
        { NOISE_POISSON, TREND_LOG_LINEAR },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct lab *lab = lab_of_years(2010, 2018);
        lab->indicators[0].noise = cases[i].noise;
        lab_run(lab);
        assert_int_equal(trend_look(lab, "rate", "339", OPEN).test,
                         cases[i].test);
        lab_close(lab);
    }
}

/* Population is a mean of the year, no stock. */
static void flows_go_by_ranks(void **state)
{
    struct lab *lab = lab_open();

    (void)state;
    lab_indicator(lab, "people", KIND_COUNT, "population", NULL);
    say_years(lab, "339", 2010, 2018);
    lab_run(lab);
    assert_int_equal(trend_look(lab, "people", "339", OPEN).test,
                     TREND_MANN_KENDALL);
    lab_close(lab);
}

/* A share whose sampling is ten times as wild: chi-square / 10. */
static void clustered_noise_divides(void **state)
{
    static const double x[] = { 300, 330, 310, 350, 345 };
    struct indicator in = { .noise = NOISE_BINOMIAL };
    struct trend_point points[5];
    struct arena *arena = arena_new();
    struct trend_tables *tables = trend_tables_new(.95, arena);
    struct trend_scatter one, ten;

    (void)state;
    for (int i = 0; i < 5; i++)
        points[i] = (struct trend_point){ period_of_year(2001 + i), x[i] / 1000,
                                          x[i], 1000, NO_VALUE };
    trend_weighted(&one, points, 5, TREND_COCHRAN_ARMITAGE, &in, tables);
    in.noise = NOISE_CLUSTERED;
    in.design_effect = 10;
    trend_weighted(&ten, points, 5, TREND_COCHRAN_ARMITAGE, &in, tables);
    assert_near(ten.along, one.along / 10, 1e-12);
    assert_near(ten.dispersion, 1, 1e-12);
    arena_free(arena);
}

/* --- words -----------------------------------------------------------------
 */

static struct trend of_values(const double y[], size_t count, double material)
{
    struct arena *arena = arena_new();
    struct trends *list = trends_new(arena);
    struct indicator in = { .material = material,
                            .bound_low = -HUGE_VAL,
                            .bound_high = HUGE_VAL };
    struct trend_rule rule = { &in, false };
    struct trend_point points[16];
    struct trend line;

    for (size_t i = 0; i < count; i++)
        points[i] = (struct trend_point){ period_of_year(2001 + (int)i), y[i],
                                          NO_VALUE, NO_VALUE, NO_VALUE };
    trend_judge(trends_add(list), points, count, &rule, NO_PERIOD,
                trend_tables_new(.95, arena));
    line = list->items[0];
    arena_free(arena);
    return line;
}

static void words(void **state)
{
    static const double up[] = { 1, 2, 4, 5, 7.5 }, down[] = { 9, 7, 6, 4, 1 };
    static const double level[] = { 5, 5.1, 4.9, 5.05, 5, 4.95 };
    struct trend line = of_values(up, 5, 2);

    (void)state;
    assert_int_equal(line.direction, DIRECTION_RISING);
    assert_int_equal(of_values(down, 5, 2).direction, DIRECTION_FALLING);
    /* slope 1.5625 x 4 years = 6.25 */
    assert_int_equal(of_values(up, 5, 6.25).direction, DIRECTION_RISING);
    assert_int_equal(of_values(up, 5, 6.26).direction, DIRECTION_UNCLEAR);
    /* its limits, 1 and 2.5, reach 10 */
    assert_int_equal(of_values(up, 5, 10.1).direction, DIRECTION_STEADY);
    assert_int_equal(of_values(level, 6, 2).direction, DIRECTION_STEADY);
    assert_int_equal(of_values(level, 6, 0.1).direction, DIRECTION_UNCLEAR);
    line = of_values(up, 4, 1);
    assert_int_equal(line.direction, DIRECTION_UNCLEAR);
    assert_string_equal(line.note, "trend.four_years");
    line = of_values(up, 0, 1);
    assert_string_equal(line.note, "trend.no_figures");
    assert_int_equal(line.from, NO_PERIOD);
}

/* --- forecast and goal -----------------------------------------------------
 */

static void forecasts_look_at_the_target(void **state)
{
    struct lab *lab = lab_of_years(2010, 2018);
    struct trend line;

    (void)state;
    lab->targets[0] =
        (struct target){ .indicator = 0, .period = period_of_year(2025) };
    lab->study.targets.count = 1;
    lab_run(lab);
    assert_int_equal(trend_look(lab, "rate", "339", OPEN).forecast_period,
                     period_of_year(2019));
    lab_result(lab, "rate", "339", "2018")->target_index = 0;
    assert_int_equal(trend_look(lab, "rate", "339", OPEN).forecast_period,
                     period_of_year(2025));
    line = trend_look(lab, "rate", "339",
                      (struct trend_request){ .ahead = period_of_year(2030) });
    assert_int_equal(line.forecast_period, period_of_year(2030));
    line = trend_look(lab, "rate", "339",
                      (struct trend_request){ .ahead = period_of_year(2018) });
    assert_string_equal(line.note, "trend.not_ahead");
    assert_false(has_value(line.forecast));
    lab_close(lab);
}

/*
 * 10, 12, 13, 16, 18: drift 2, changes off by 0, -1, 1, 0, so s^2 = 2/3; from
 * 18 a goal of 24 is three years off: 2021. Limits at 90 %, t_3 = 2.3534,
 * h years on: 18 + 2h +- 1.9215 sqrt(h + h^2/4). Upper: h = 1 gives 22.15,
 * h = 2 25.33. Lower: h = 6 gives 22.56, h = 7 23.57, h = 8 24.59.
 */
static void years_of_a_goal(void **state)
{
    static const double y[] = { 10, 12, 13, 16, 18 };
    struct indicator in = { .bound_low = -HUGE_VAL, .bound_high = HUGE_VAL };
    struct trend_rule rule = { &in, false };
    struct arena *arena = arena_new();
    struct trend_tables *tables = trend_tables_new(.90, arena);
    struct trend_point points[5];
    struct trend_walk walk;
    struct trend_attainment at;

    (void)state;
    for (int i = 0; i < 5; i++)
        points[i] = (struct trend_point){ period_of_year(2014 + i), y[i],
                                          NO_VALUE, NO_VALUE, NO_VALUE };
    walk = trend_walk_of(points, 5, &rule);
    at = trend_walk_reaches(&walk, 24, TARGET_AT_LEAST, 50, tables);
    assert_int_equal(at.year, 2021);
    assert_int_equal(at.earliest, 2020);
    assert_int_equal(at.latest, 2026);
    at = trend_walk_reaches(&walk, 24, TARGET_AT_LEAST, 2, tables);
    assert_int_equal(at.year, 0);
    assert_int_equal(at.latest, 0);
    at = trend_walk_reaches(&walk, 10, TARGET_AT_MOST, 50, tables);
    assert_int_equal(at.year, 0); /* it goes the other way */
    at = trend_walk_reaches(&walk, 17, TARGET_AT_LEAST, 50, tables);
    assert_int_equal(at.year, 2018); /* reached already */
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stretches_end_at_breaks),
        cmocka_unit_test(a_later_break_shortens),
        cmocka_unit_test(years_asked_for),
        cmocka_unit_test(threads),
        cmocka_unit_test(reforms_part),
        cmocka_unit_test(gaps),
        cmocka_unit_test(tests_follow_the_noise),
        cmocka_unit_test(flows_go_by_ranks),
        cmocka_unit_test(clustered_noise_divides),
        cmocka_unit_test(words),
        cmocka_unit_test(forecasts_look_at_the_target),
        cmocka_unit_test(years_of_a_goal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
