/*
 * cube_year.c - years made of halves, quarters and months. The numbers in
 * brackets are those of cube_year.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/cube_year.h"
#include "engine/compute/indicator/trace.h"
#include "tests/unit/compute/lab.h"

static struct lab *lab;

static struct quantity quantities[] = {
    { .id = "stock", .name_en = "Stock" },
    { .id = "flow", .name_en = "Flow", .over_time = OVER_TIME_SUM },
    { .id = "running",
      .name_en = "Running",
      .over_time = OVER_TIME_SUM,
      .accumulates = ACCUMULATES_YEAR_TO_DATE },
    { .id = "term",
      .name_en = "Term",
      .over_time = OVER_TIME_SUM,
      .accumulates = ACCUMULATES_TERM },
    { .id = "mean",
      .name_en = "Mean",
      .over_time = OVER_TIME_MEAN,
      .dimensions = { SEX },
      .dimension_count = 1 },
};

static int open_lab(void **state)
{
    (void)state;
    lab = lab_open();
    lab->study.codebook.quantities = quantities;
    lab->study.codebook.quantity_count = sizeof quantities / sizeof *quantities;
    return 0;
}

static int close_lab(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

static void say(const char *when, const char *quantity, double value)
{
    lab_say(lab, "339", when, quantity, "", value);
}

static const struct fact *fact(const char *quantity, const char *area,
                               const char *when)
{
    return cube_find(lab->cube, quantity_find(&lab->study.codebook, quantity),
                     lab_period(when), lab_area(lab, area), 0);
}

static double year(const char *quantity, const char *when)
{
    const struct fact *f = fact(quantity, "339", when);

    return f ? f->value : NO_VALUE;
}

/* (1) */
static void stocks(void **state)
{
    (void)state;
    say("2020-Q1", "stock", 41275);
    say("2020-Q4", "stock", 43919);
    say("2020-Q3", "stock", 42800);
    say("2021-H2", "stock", 44107);
    say("2022-12", "stock", 45233);
    say("2023-M12", "stock", 46018);
    say("2019-M09", "stock", 39011);
    lab_run(lab);
    assert_near(year("stock", "2020"), 43919, 0);
    assert_near(year("stock", "2021"), 44107, 0);
    assert_near(year("stock", "2022"), 45233, 0);
    assert_near(year("stock", "2023"), 46018, 0);
    /* Nine months are not the year's end. */
    assert_null(fact("stock", "339", "2019"));
    assert_int_equal(lab_found(lab, FINDING_year_incomplete), 1);
    assert_string_equal(
        lab_argument(lab_finding(lab, FINDING_year_incomplete), "missing"),
        "2019-Q4");
    /* The figure of the quarter is the year's as it stands. */
    assert_int_equal(fact("stock", "339", "2020")->part_count, 0);
    assert_int_equal(lab->table->line[fact("stock", "339", "2020")->row], 3);
    assert_int_equal(lab->findings->count, 1);
}

/* (1) Running totals are never summed. */
static void running_totals(void **state)
{
    (void)state;
    say("2021-Q1", "running", 1130);
    say("2021-Q2", "running", 2417);
    say("2021-Q3", "running", 3089);
    say("2021-Q4", "running", 4562);
    say("2022-H1", "running", 2511);
    say("2022-M09", "running", 3817);
    say("2022-M12", "running", 5029);
    say("2021-H2", "term", 17203);
    say("2022-H1", "term", 18911);
    lab_run(lab);
    assert_near(year("running", "2021"), 4562, 0);
    assert_near(year("running", "2022"), 5029, 0);
    assert_near(year("term", "2021"), 17203, 0);
    assert_null(fact("term", "339", "2022"));
    assert_string_equal(
        lab_argument(lab_finding(lab, FINDING_year_incomplete), "missing"),
        "2022-H2");
}

/* (2) 413 + 229 + 317 = 959; 641 + 187 = 828; 7 + 11 + … twelve months. */
static void flows(void **state)
{
    (void)state;
    say("2020-H1", "flow", 413);
    say("2020-Q3", "flow", 229);
    say("2020-Q4", "flow", 317);
    say("2021-M09", "flow", 641);
    say("2021-Q4", "flow", 187);
    for (int month = 1; month <= 12; month++) {
        char when[32];
        snprintf(when, sizeof when, "2022-%02d", month);
        say(when, "flow", 7 + 4 * (month - 1)); /* 12 x 7 + 4 x 66 = 348 */
    }
    say("2023-Q1", "flow", 51);
    say("2023-04", "flow", 19);
    say("2023-05", "flow", 23);
    say("2023-06", "flow", 29);
    say("2023-H2", "flow", 205); /* 51 + 19 + 23 + 29 + 205 = 327 */
    lab_run(lab);
    assert_near(year("flow", "2020"), 959, 0);
    assert_near(year("flow", "2021"), 828, 0);
    assert_near(year("flow", "2022"), 348, 0);
    assert_near(year("flow", "2023"), 327, 0);
    assert_int_equal(fact("flow", "339", "2023")->part_count, 5);
    assert_int_equal(lab->findings->count, 0);
}

/* (5) Never a smaller sum; one finding for what is missing alike. */
static void incomplete(void **state)
{
    const struct finding *f;

    (void)state;
    for (int i = 0; i < 3; i++) {
        static const char *areas[] = { "336", "338", "339" };
        lab_say(lab, areas[i], "2022-Q1", "flow", "", 311 + i);
        lab_say(lab, areas[i], "2022-Q3", "flow", "", 415 + i);
    }
    lab_say(lab, "34", "2022-H1", "flow", "", 1204);
    lab_add(lab, "34", "2022-H2", "flow", "", NO_VALUE, STATUS_MISSING, false);
    say("2023-M09", "flow", 100); /* July to September twice: no way */
    say("2023-H2", "flow", 200);
    lab_run(lab);
    assert_null(fact("flow", "336", "2022"));
    assert_null(fact("flow", "34", "2022"));
    assert_null(fact("flow", "339", "2023"));
    assert_int_equal(lab_found(lab, FINDING_year_incomplete), 3);
    f = lab_finding(lab, FINDING_year_incomplete);
    assert_string_equal(lab_argument(f, "missing"), "2022-H2");
    assert_int_equal(f[1].count, 3);
    assert_string_equal(lab_argument(&f[1], "missing"), "2022-Q2, 2022-Q4");
    assert_string_equal(lab_argument(&f[1], "quantity"), "Flow");
    assert_string_equal(lab_argument(&f[2], "missing"), "2023-Q4");
}

/* (3) 9/12 x 1200 + 3/12 x 1600 = 1300; (1000 + 1100) / 2 = 1050. */
static void means(void **state)
{
    struct trace *t;

    (void)state;
    lab_indicator(lab, "people", KIND_COUNT, "mean", NULL);
    say("2021-M09", "mean", 1200);
    say("2021-Q4", "mean", 1600);
    say("2022-H1", "mean", 1000);
    say("2022-H2", "mean", 1100);
    say("2023-Q4", "mean", 1150);
    lab_run(lab);
    assert_near(year("mean", "2021"), 1300, 1e-12);
    assert_near(year("mean", "2022"), 1050, 1e-12);
    assert_null(fact("mean", "339", "2023"));
    t = trace_build(0, lab_area(lab, "339"), lab_period("2021"), 0.95,
                    lab->formulas, lab->cube, &lab->study, lab->arena);
    assert_non_null(t);
    assert_int_equal(t->terms[0].count, 2);
    assert_near(t->terms[0].lines[0].value, 0.75 * 1200, 0);
    assert_near(t->terms[0].lines[0].share, 0.75, 0);
    assert_int_equal(lab->table->line[t->terms[0].lines[0].row], 2);
    assert_near(t->terms[0].lines[1].value, 0.25 * 1600, 0);
    assert_near(t->terms[0].lines[1].share, 0.25, 0);
}

/* (4) */
static void doubts(void **state)
{
    (void)state;
    lab_add(lab, "339", "2022-H1", "flow", "", 517, STATUS_ESTIMATED, false);
    lab_add(lab, "339", "2022-H2", "flow", "", 623, STATUS_PROVISIONAL, false);
    lab_add(lab, "339", "2022-Q4", "stock", "", 88, STATUS_FORECAST, false);
    lab_add(lab, "338", "2022-H1", "flow", "", 31, STATUS_OK, false);
    lab_add(lab, "338", "2022-H2", "flow", "", NO_VALUE, STATUS_ZERO, false);
    lab_run(lab);
    assert_near(year("flow", "2022"), 1140, 0);
    assert_int_equal(fact("flow", "339", "2022")->status, STATUS_ESTIMATED);
    assert_int_equal(fact("stock", "339", "2022")->status, STATUS_FORECAST);
    assert_near(fact("flow", "338", "2022")->value, 31, 0);
    assert_int_equal(fact("flow", "338", "2022")->status, STATUS_OK);
}

/* (6) */
static void contradictions(void **state)
{
    const struct finding *f;

    (void)state;
    say("2020", "flow", 950); /* 413 + 546 = 959 */
    say("2020-H1", "flow", 413);
    say("2020-H2", "flow", 546);
    say("2021", "flow", 1000); /* half of it is no contradiction */
    say("2021-H1", "flow", 300);
    say("2023", "flow", 610); /* all twelve months make 607 */
    say("2023-M12", "flow", 607);
    say("2022-Q1", "flow", 111); /* 111 + 120 = 231, not 240 */
    say("2022-Q2", "flow", 120);
    say("2022-H1", "flow", 240);
    say("2022-H2", "flow", 300);
    say("2020", "stock", 700);
    say("2020-Q4", "stock", 707);
    say("2021-H2", "stock", 800);
    say("2021-Q4", "stock", 811);
    say("2022", "stock", 900); /* what was forecast is corrected */
    lab_add(lab, "339", "2022-Q4", "stock", "", 880, STATUS_FORECAST, false);
    say("2020", "mean", 1000); /* (1000 + 1008) / 2 = 1004: within 0.5 % */
    say("2020-H1", "mean", 1000);
    say("2020-H2", "mean", 1008);
    say("2021", "mean", 1000); /* (1000 + 1012) / 2 = 1006: beyond it */
    say("2021-H1", "mean", 1000);
    say("2021-H2", "mean", 1012);
    lab_run(lab);
    assert_near(year("flow", "2020"), 950, 0);
    assert_near(year("flow", "2022"), 540, 0);
    assert_near(year("stock", "2020"), 700, 0);
    assert_near(year("stock", "2021"), 800, 0);
    assert_int_equal(lab_found(lab, FINDING_year_mismatch), 6);
    assert_int_equal(lab->findings->count, 6);
    f = lab->findings->items;
    assert_string_equal(lab_argument(&f[0], "parts"), "707");
    assert_int_equal(f[0].line, 13);
    assert_string_equal(lab_argument(&f[1], "period"), "2021-Q4");
    assert_string_equal(lab_argument(&f[1], "parts"), "800");
    assert_string_equal(lab_argument(&f[2], "reported"), "950");
    assert_string_equal(lab_argument(&f[2], "parts"), "959");
    assert_string_equal(lab_argument(&f[2], "other"), "a.csv:3");
    assert_string_equal(lab_argument(&f[3], "period"), "2022-H1");
    assert_string_equal(lab_argument(&f[3], "parts"), "231");
    assert_string_equal(lab_argument(&f[4], "parts"), "607");
    assert_string_equal(lab_argument(&f[5], "parts"), "1,006");
}

/* A year that is there without a number takes one; a hidden one does not. */
static void empty_years(void **state)
{
    (void)state;
    lab_add(lab, "339", "2022", "stock", "", NO_VALUE, STATUS_MISSING, false);
    say("2022-Q4", "stock", 612);
    lab_add(lab, "339", "2021", "stock", "", NO_VALUE, STATUS_SUPPRESSED,
            false);
    say("2021-Q4", "stock", 7);
    say("2018-H1", "stock", 500);
    lab_add(lab, "339", "2018", "stock", "", NO_VALUE, STATUS_MISSING, false);
    say("2019-2020", "stock", 580); /* a school year is its calendar year's */
    say("2019-H2", "stock", 580);
    lab_run(lab);
    assert_near(year("stock", "2022"), 612, 0);
    assert_false(has_value(year("stock", "2021")));
    assert_near(year("stock", "2019"), 580, 0);
    assert_false(has_value(year("stock", "2018")));
    assert_int_equal(lab->findings->count, 1);
}

/* (7) Commune 103 ended on 1 November 2022. */
static void areas_that_ended(void **state)
{
    (void)state;
    lab_say(lab, "103", "2022-H1", "flow", "", 10);
    lab_say(lab, "103", "2022-H2", "flow", "", 12);
    lab_say(lab, "104", "2022-H2", "flow", "", 20);
    lab_say(lab, "103", "2021-H1", "flow", "", 5);
    lab_say(lab, "103", "2021-H2", "flow", "", 6);
    lab_run(lab);
    assert_null(fact("flow", "103", "2022"));
    assert_null(fact("flow", "104", "2022"));
    assert_near(fact("flow", "103", "2021")->value, 11, 0);
}

/* The year is found among the others, and is a year to compute for. */
static void years_are_listed(void **state)
{
    (void)state;
    lab_indicator(lab, "places", KIND_COUNT, "flow", NULL);
    say("2021-H1", "flow", 120);
    say("2021-H2", "flow", 130);
    say("2022", "flow", 275);
    lab_run(lab);
    assert_int_equal(lab->cube->period_count, 4);
    assert_int_equal(lab->cube->periods[0], period_of_year(2021));
    assert_near(lab_value(lab, "places", "339", "2021"), 250, 0);
    assert_near(lab_result(lab, "places", "339", "2022")->change, 25, 0);
    assert_near(lab_value(lab, "places", "34", "2021"), 250, 0);
}

/* Like is set against like: a quarter against that of the year before. */
static void a_year_before(void **state)
{
    static const char *now[] = { "2023-H1", "2023-Q2", "2023-M09", "2023-07" };
    static const char *then[] = { "2022-H1", "2022-Q2", "2022-M09", "2022-07" };

    (void)state;
    lab_indicator(lab, "places", KIND_COUNT, "flow", NULL);
    for (int i = 0; i < 4; i++) {
        say(then[i], "flow", 100 + i);
        say(now[i], "flow", 117 + 2 * i);
    }
    lab_run(lab);
    for (int i = 0; i < 4; i++) {
        assert_near(lab_result(lab, "places", "339", now[i])->previous, 100 + i,
                    0);
        assert_near(lab_result(lab, "places", "339", now[i])->change, 17 + i,
                    0);
    }
}

/* (8) Commune 103 became 104 on 1 November 2022. */
static void over_a_reform(void **state)
{
    const struct trace *t;
    const struct fact *f;

    (void)state;
    lab_say(lab, "101", "2022-H1", "flow", "", 310);
    lab_say(lab, "103", "2022-H1", "flow", "", 240);
    lab_say(lab, "103", "2022-Q3", "flow", "", 130);
    lab_say(lab, "101", "2022-H2", "flow", "", 290);
    lab_say(lab, "104", "2022-Q4", "flow", "", 155);
    lab_say(lab, "102", "2022-H1", "flow", "", 77); /* and no more */
    lab_indicator(lab, "flow_count", KIND_COUNT, "flow", NULL);
    lab->crossing = (struct crossing){ .day = 20221101,
                                       .from = lab_area(lab, "103"),
                                       .to = lab_area(lab, "104"),
                                       .weight = NO_VALUE };
    lab->study.crosswalk = (struct crosswalk){ &lab->crossing, 1 };
    lab_run(lab);
    f = fact("flow", "104", "2022");
    assert_non_null(f);
    assert_near(f->value, 240 + 130 + 155, 0);
    assert_int_equal(f->status, STATUS_OK);
    assert_int_equal(f->part_count, 3);
    assert_int_equal(f->parts[0].area, lab_area(lab, "103"));
    assert_near(f->parts[0].value, 240, 0);
    assert_near(fact("flow", "101", "2022")->value, 600, 0);
    assert_null(fact("flow", "103", "2022"));
    assert_null(fact("flow", "102", "2022"));
    assert_int_equal(lab_found(lab, FINDING_year_incomplete), 1);
    t = trace_build(0, lab_area(lab, "104"), lab_period("2022"), 0.95,
                    lab->formulas, lab->cube, &lab->study, lab->arena);
    assert_non_null(t);
    assert_int_equal(t->terms[0].count, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(stocks, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(running_totals, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(flows, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(incomplete, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(means, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(doubts, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(contradictions, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(empty_years, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(areas_that_ended, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(over_a_reform, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(years_are_listed, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(a_year_before, open_lab, close_lab),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
