/*
 * quality.c - figures that nobody counted so are told, and growth is not. The
 * numbers in brackets are those of quality.h and of the file of each rule.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/quality/quality.h"
#include "tests/unit/compute/lab.h"

static struct lab *lab;
static struct quantity own_quantities[6];

static int open_lab(void **state)
{
    (void)state;
    lab = lab_open();
    memcpy(own_quantities, lab_quantities, sizeof own_quantities);
    lab->study.codebook.quantities = own_quantities;
    return 0;
}

static int close_lab(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

static struct quantity *quantity(const char *id)
{
    return &own_quantities[quantity_find(&lab->study.codebook, id)];
}

static void say_years(const char *area, const char *id, int first,
                      const double values[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char when[32];
        snprintf(when, sizeof when, "%d", first + (int)i);
        lab_say(lab, area, when, id, "", values[i]);
    }
}
#define SAY(area, id, first, ...)                                              \
    say_years(area, id, first, (const double[]){ __VA_ARGS__ },                \
              sizeof((double[]){ __VA_ARGS__ }) / sizeof(double))

static void run(void)
{
    lab_run(lab);
    quality_check(lab->cube, &lab->study, lab->formulas, lab->scratch,
                  lab->findings);
}

/* Three districts that grow by some per cent, one year of one of them doubled:
 * [at] as its index, or none. */
static void say_districts(int at)
{
    double one[] = { 50290, 51133, 51820, 53417, 54009 };
    double two[] = { 30110, 30997, 31408, 31977, 33012 };
    double three[] = { 70450, 71003, 73322, 74109, 75530 };

    if (at >= 0)
        two[at] *= 2;
    say_years("336", "members", 2018, one, 5);
    say_years("338", "members", 2018, two, 5);
    say_years("339", "members", 2018, three, 5);
}

static void growth(void **state) /* (2) of quality_jump.c */
{
    (void)state;
    lab_indicator(lab, "people", KIND_COUNT, "members", NULL);
    say_districts(-1);
    run();
    assert_int_equal(lab->findings->count, 0);
}

static void one_jump(void **state)
{
    const struct finding *f;

    (void)state;
    lab_indicator(lab, "people", KIND_COUNT, "members", NULL);
    say_districts(2);
    run();
    /* The way back in 2021 is not told once more. */
    assert_int_equal(lab_found(lab, FINDING_jump), 1);
    f = lab_finding(lab, FINDING_jump);
    assert_int_equal(f->line, 2 + 5 + 2);
    assert_string_equal(f->value, "62816");
    assert_string_equal(lab_argument(f, "area"), "Area 338");
    assert_string_equal(lab_argument(f, "other"), "30,997");
    /* 62,816 / 30,997 = 2.0265 */
    assert_string_equal(lab_argument(f, "change"), "+102.7");
}

static void broken_series(void **state)
{
    (void)state;
    lab_indicator(lab, "people", KIND_COUNT, "members", NULL);
    lab->breaks[0] = (struct series_break){ .indicator = 0,
                                            .area = lab_area(lab, "34"),
                                            .period = lab_period("2022") };
    lab->study.breaks.count = 1;
    say_districts(4);
    run();
    assert_int_equal(lab_found(lab, FINDING_jump), 0);
}

static void few_changes(void **state)
{
    (void)state;
    lab_indicator(lab, "people", KIND_COUNT, "members", NULL);
    SAY("336", "members", 2018, 50290, 51133, 51820, 53417, 54009, 108000);
    run();
    assert_int_equal(lab_found(lab, FINDING_jump), 0);
}

static void small_counts(void **state)
{
    (void)state;
    lab_indicator(lab, "people", KIND_COUNT, "members", NULL);
    SAY("336", "members", 2018, 20, 21, 20, 22, 21, 20, 48, 50);
    SAY("338", "members", 2018, 30, 31, 30, 32, 31, 30, 31, 32);
    run();
    assert_int_equal(lab_found(lab, FINDING_jump), 0);
}

/* 35,996 families in 2016, 30,466 in 2020: 15.4 % less, with 13 % allowed. */
static void moved_base(void **state)
{
    (void)state;
    quantity("units")->steady = 10;
    lab_say(lab, "336", "2016", "units", "", 35996);
    lab_say(lab, "336", "2020", "units", "", 30466);
    lab_say(lab, "338", "2016", "units", "", 35996);
    lab_say(lab, "338", "2020", "units", "", 31500); /* 12.5 % */
    run();
    assert_int_equal(lab_found(lab, FINDING_base_moved), 1);
    assert_string_equal(
        lab_argument(lab_finding(lab, FINDING_base_moved), "change"), "−15.4");
}

/* A reform explains it: 103 went into 104 on 1 November 2022. */
static void reformed_base(void **state)
{
    (void)state;
    quantity("units")->steady = 10;
    lab->crossing = (struct crossing){ .day = 20221101,
                                       .from = lab_area(lab, "103"),
                                       .to = lab_area(lab, "102"),
                                       .weight = 1 };
    lab->study.crosswalk.items = &lab->crossing;
    lab->study.crosswalk.count = 1;
    lab_say(lab, "102", "2021", "units", "", 500);
    lab_say(lab, "102", "2023", "units", "", 900);
    run();
    assert_int_equal(lab_found(lab, FINDING_base_moved), 0);
}

/* 24.17 % of 1,790,443 is 432,750. */
static void printed_rate(double population, size_t wanted)
{
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    quantity("share")->rate_of = "rate";
    lab_say(lab, "34", "2014", "members", "", 432750);
    lab_say(lab, "34", "2014", "share", "", 24.17);
    lab_say(lab, "34", "2014", "population", "", population);
    run();
    assert_int_equal(lab_found(lab, FINDING_base_mismatch), wanted);
}

static void same_base(void **state)
{
    (void)state;
    printed_rate(1790443 * 1.0045, 0);
}

static void other_base(void **state)
{
    (void)state;
    printed_rate(1790443 * 1.0065, 1);
}

static void stock_and_flow(void **state)
{
    const struct finding *f;

    (void)state;
    quantity("members")->raised_by = "population";
    quantity("members")->lowered_by = "bodies";
    SAY("336", "members", 2020, 182670.0, 197630.0, 200000.1);
    SAY("336", "population", 2021, 60420.0, 10000.2);
    SAY("336", "bodies", 2021, 45460.0, 7000.1);
    run();
    /* 182,670 + 60,420 - 45,460 = 197,630; 197,630 + 10,000.2 - 7,000.1 is
     * 200,630.1 */
    assert_int_equal(lab_found(lab, FINDING_stock_and_flow), 1);
    f = lab_finding(lab, FINDING_stock_and_flow);
    assert_string_equal(lab_argument(f, "period"), "2022");
    assert_string_equal(f->suggestion, "200,630.1");
}

/* Eight telling figures of two districts, nine tenths as the year before. */
static void copied_year(void **state)
{
    static const char *const cells[] = { "", "sex=F" };

    (void)state;
    for (int year = 2020; year <= 2021; year++) {
        char when[12];
        snprintf(when, sizeof when, "%d", year);
        for (int i = 0; i < 2; i++) {
            lab_say(lab, "336", when, "members", cells[i], 5017 - 2000 * i);
            lab_say(lab, "338", when, "members", cells[i], 6031 - 2000 * i);
            lab_say(lab, "339", when, "members", cells[i], 7043 - 2000 * i);
            lab_say(lab, "34", when, "members", cells[i], 18091 - 6000 * i);
        }
    }
    run();
    assert_int_equal(lab_found(lab, FINDING_copied_year), 1);
    assert_int_equal(lab_finding(lab, FINDING_copied_year)->count, 8);
    assert_int_equal(lab_found(lab, FINDING_copied_area), 0);
}

static void copied_area(void **state)
{
    static const char *const areas[] = { "336", "338", "339" };
    const struct finding *f;

    (void)state;
    for (int i = 0; i < 3; i++) {
        double more = i == 2 ? 17 : 0;
        lab_say(lab, areas[i], "2021", "members", "", 5017 + more);
        lab_say(lab, areas[i], "2021", "population", "", 20011);
        lab_say(lab, areas[i], "2021", "units", "", 140);
        lab_say(lab, areas[i], "2021", "bodies", "", 3);
    }
    run();
    assert_int_equal(lab_found(lab, FINDING_copied_area), 1);
    f = lab_finding(lab, FINDING_copied_area);
    assert_string_equal(lab_argument(f, "area"), "Area 338");
    assert_string_equal(lab_argument(f, "other"), "Area 336");
}

static const char *const communes[] = { "101", "102", "201", "202", "104" };

static void constant_rate(double last, size_t wanted)
{
    for (int year = 2023; year <= 2024; year++)
        for (int i = 0; i < 5; i++)
            lab_say(lab, communes[i], year == 2023 ? "2023" : "2024", "share",
                    "", i == 4 && year == 2024 ? last : 100);
    run();
    assert_int_equal(lab_found(lab, FINDING_no_variation), wanted);
}

static void always_the_same(void **state)
{
    (void)state;
    constant_rate(100, 1);
}

static void once_another(void **state)
{
    (void)state;
    constant_rate(99, 0);
}

/* Twenty-five counts of one file; all of them end in 0 or 5, or as they come.
 */
static void ages(double step, size_t wanted)
{
    for (int i = 0; i < 25; i++) {
        char cell[16];
        snprintf(cell, sizeof cell, "age=%d", i);
        lab_say(lab, "336", "2021", "population", cell, 1005 + step * i);
    }
    run();
    assert_int_equal(lab_found(lab, FINDING_round_values), wanted);
}

static void round_ones(void **state)
{
    (void)state;
    ages(5, 1);
}

static void counted_ones(void **state)
{
    (void)state;
    ages(13, 0);
}

/* A file in hundreds is not rounded: 100,500 + 1,300 i. */
static void in_hundreds(void **state)
{
    (void)state;
    for (int i = 0; i < 25; i++) {
        char cell[16];
        snprintf(cell, sizeof cell, "age=%d", i);
        lab_say(lab, "336", "2021", "population", cell, 100500 + 1300 * i);
    }
    run();
    assert_int_equal(lab_found(lab, FINDING_round_values), 0);
}

/* (2) of quality_heap.c, on results made by hand. Nine just above, one just
 * below: by the binomial (1 + 10) / 1024 = .011; six and two: 37 / 256 = .14 */
static void bunch(size_t above, size_t below, double base, size_t wanted)
{
    struct areas *areas = &lab->study.areas;
    struct area many[32] = { 0 };

    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab->targets[0].value = 70;
    lab->targets[0].unit_counted = "";
    lab->study.targets.count = 1;
    for (size_t i = 0; i < 32; i++)
        many[i] = (struct area){ .code = "", .tier = TIER_COMMUNE };
    areas->items = many;
    areas->count = 32;
    for (uint32_t i = 0; i < 24; i++) {
        struct result *r = results_add(lab->results);
        r->indicator = 0;
        r->area = i;
        r->period = lab_period("2021");
        r->denominator = base;
        r->status = STATUS_OK;
        r->value = i < above ? 70.1 : i < above + below ? 69.8 : 40 + (double)i;
    }
    quality_results(lab->results, &lab->study, lab->scratch, lab->findings);
    assert_int_equal(lab_found(lab, FINDING_bunched), wanted);
}

static void at_a_draft(void **state)
{
    (void)state;
    lab->targets[0].draft = true;
    bunch(9, 1, 5000, 0);
}

static void bunched(void **state)
{
    (void)state;
    bunch(9, 1, 5000, 1);
}

static void by_chance(void **state)
{
    (void)state;
    bunch(6, 2, 5000, 0);
}

static void coarse(void **state)
{
    (void)state;
    bunch(9, 1, 40, 0);
}

/* The values of five districts in 2021 and 2022, and their target, or none. */
static void values(const double is[10], double target)
{
    struct areas *areas = &lab->study.areas;
    struct area many[5] = { 0 };

    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab->targets[0] = (struct target){ .value = target, .unit_counted = "" };
    lab->study.targets.count = 1;
    for (size_t i = 0; i < 5; i++)
        many[i] = (struct area){ .code = "", .tier = TIER_DISTRICT };
    areas->items = many;
    areas->count = 5;
    for (uint32_t i = 0; i < 10; i++) {
        struct result *r = results_add(lab->results);
        r->indicator = 0;
        r->area = i % 5;
        r->period = lab_period(i < 5 ? "2021" : "2022");
        r->status = STATUS_OK;
        r->value = is[i];
        r->target = target;
        r->target_index = has_value(target) ? 0 : NO_AREA;
    }
    quality_results(lab->results, &lab->study, lab->scratch, lab->findings);
}

/* In 2021 all are the target, in 2022 one is not. */
static void the_plan_itself(void **state)
{
    (void)state;
    values((double[]){ 70, 70, 70, 70, 70, 70, 70, 70, 70, 70.2 }, 70);
    assert_int_equal(lab_found(lab, FINDING_on_target), 1);
    assert_string_equal(
        lab_argument(lab_finding(lab, FINDING_on_target), "period"), "2021");
    assert_int_equal(lab_found(lab, FINDING_all_complete), 0);
}

static void all_of_all(void **state)
{
    (void)state;
    values((double[]){ 100, 100, 100, 100, 100, 100, 100, 100, 100, 100 }, 100);
    assert_int_equal(lab_found(lab, FINDING_on_target), 0);
    assert_int_equal(lab_found(lab, FINDING_all_complete), 1);
}

static void all_but_one(void **state)
{
    (void)state;
    values((double[]){ 100, 100, 100, 100, 100, 100, 100, 100, 100, 99 },
           NO_VALUE);
    assert_int_equal(lab->findings->count, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_lab, close_lab)
    const struct CMUnitTest tests[] = {
        TEST(growth),          TEST(one_jump),     TEST(broken_series),
        TEST(few_changes),     TEST(small_counts), TEST(moved_base),
        TEST(reformed_base),   TEST(same_base),    TEST(other_base),
        TEST(stock_and_flow),  TEST(copied_year),  TEST(copied_area),
        TEST(always_the_same), TEST(once_another), TEST(round_ones),
        TEST(counted_ones),    TEST(in_hundreds),  TEST(bunched),
        TEST(by_chance),       TEST(coarse),       TEST(the_plan_itself),
        TEST(all_of_all),      TEST(all_but_one),  TEST(at_a_draft),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
