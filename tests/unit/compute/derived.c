/*
 * derived.c - targets met, completeness and breadth, counted from a handful of
 * results by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/indicator/derived.h"
#include "engine/compute/progress/progress.h"
#include "tests/unit/compute/lab.h"

static struct lab *lab;

static int open_lab(void **state)
{
    (void)state;
    lab = lab_open();
    return 0;
}

static int close_lab(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

static struct indicator *derived(const char *id, const char *numerator,
                                 const char *denominator, const char *of)
{
    struct indicator *in =
        lab_indicator(lab, id, KIND_DERIVED, numerator, denominator);

    in->scale = 100, in->of = of;
    return in;
}

static void aim(const char *indicator, enum target_applies applies,
                const char *when, double value)
{
    lab->targets[lab->study.targets.count++] = (struct target){
        .indicator = indicator_find(&lab->study.catalogue, indicator),
        .applies = applies,
        .area = NO_AREA,
        .period = lab_period(when),
        .comparison = TARGET_AT_LEAST,
        .value = value,
        .unit = "percent",
        .unit_counted = "",
        .source = "",
    };
}

static void say(const char *area, const char *when, double members,
                double population)
{
    lab_say(lab, area, when, "members", "", members);
    lab_say(lab, area, when, "population", "", population);
}

static void run(void)
{
    lab_run(lab);
    progress_judge(lab->results, &lab->study, lab->study.project.root, NULL);
    derived_compute(lab->results, lab->formulas, &lab->study, lab->scratch);
}

static void expect(const char *indicator, const char *area, const char *when,
                   double numerator, double denominator)
{
    const struct result *r = lab_result(lab, indicator, area, when);

    assert_near(r->numerator, numerator, 0);
    assert_near(r->denominator, denominator, 0);
    assert_near(r->value, 100 * numerator / denominator, 1e-12);
    assert_int_equal(r->status, numerator > 0 ? STATUS_OK : STATUS_ZERO);
}

/* Two targets are due for the province: one is met. What is due in 2025 is no
 * part of 2023, and a district without targets has no row. */
static void targets(void **state)
{
    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_indicator(lab, "units", KIND_COUNT, "units", NULL);
    lab_indicator(lab, "later", KIND_COUNT, "members", NULL);
    derived("met", "targets_met", "targets_set", NULL);
    aim("rate", APPLIES_ROOT, "2023", 30);
    aim("units", APPLIES_ROOT, "2023", 500);
    aim("later", APPLIES_ROOT, "2025", 1);
    for (int i = 0; i < 3; i++) {
        static const char *districts[] = { "336", "338", "339" };
        say(districts[i], "2023", 41 + i, 100);
        lab_say(lab, districts[i], "2023", "units", "", 7);
    }
    run();
    expect("met", "34", "2023", 1, 2);
    assert_false(lab_has(lab, "met", "338", "2023"));
}

/*
 * Districts 336, 338 and 339 are asked for members, population and units:
 *   336  all there                     rate, units            2 of 2
 *   338  no population: no rate        units                  1 of 2
 *   339  more members than people      units (rate invalid)   1 of 2
 * The province is the sum of three districts in both indicators; the rate has
 * two behind it (43 + 120 of 200), the units three: 5 of 6.
 */
static void cells(void **state)
{
    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_indicator(lab, "units", KIND_COUNT, "units", NULL);
    derived("complete", "cells_present", "cells_required", NULL);
    say("336", "2023", 43, 100);
    lab_say(lab, "338", "2023", "members", "", 51);
    say("339", "2023", 120, 100);
    lab_say(lab, "336", "2023", "units", "", 3);
    lab_say(lab, "338", "2023", "units", "", 0);
    lab_say(lab, "339", "2023", "units", "", 9);
    run();
    expect("complete", "336", "2023", 2, 2);
    expect("complete", "338", "2023", 1, 2);
    expect("complete", "339", "2023", 1, 2);
    expect("complete", "34", "2023", 5, 6);
}

/* 338 and 339 brought their count, and it is kept from print: 2 of 2. */
static void withheld(void **state)
{
    static const struct {
        const char *area;
        enum status status;
    } kept[] = { { "338", STATUS_SUPPRESSED }, { "339", STATUS_SUPPRESSED2 } };
    (void)state;
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    lab_indicator(lab, "units", KIND_COUNT, "units", NULL);
    derived("complete", "cells_present", "cells_required", NULL);
    for (size_t i = 0; i < 2; i++) {
        lab_say(lab, kept[i].area, "2023", "members", "", 3);
        lab_say(lab, kept[i].area, "2023", "units", "", 9);
    }
    lab_run(lab);
    for (size_t i = 0; i < 2; i++) {
        struct result *r = lab_result(lab, "count", kept[i].area, "2023");
        r->numerator = r->value = NO_VALUE;
        r->status = kept[i].status;
    }
    derived_compute(lab->results, lab->formulas, &lab->study, lab->scratch);
    expect("complete", "338", "2023", 2, 2);
    expect("complete", "339", "2023", 2, 2);
}

/* Nothing to divide by makes no sense, and is not asked for. */
static void senseless(void **state)
{
    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    derived("complete", "cells_present", "cells_required", NULL);
    say("338", "2023", 0, 0);
    run();
    assert_int_equal(lab_result(lab, "rate", "338", "2023")->status, STATUS_NA);
    expect("complete", "338", "2023", 1, 1);
}

/* The province aims at 40: 336 has 45 of 100, 338 exactly 80 of 200, 339 a
 * little less than 40 of 500. In 2022 nobody had it; a break lies between. */
static void breadth(void **state)
{
    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    derived("areas", "areas_at_target", "areas_compared", "rate");
    derived("people", "base_at_target", "base_compared", "rate");
    aim("rate", APPLIES_ROOT, "2023", 40);
    for (int year = 0; year < 2; year++) {
        const char *when = year ? "2023" : "2022";
        say("336", when, year ? 45 : 1, 100);
        say("338", when, year ? 80 : 2, 200);
        say("339", when, 199, 500);
    }
    run();
    expect("areas", "34", "2023", 2, 3);
    expect("people", "34", "2023", 300, 800);
    expect("areas", "34", "2022", 0, 3);
    assert_near(lab_result(lab, "people", "34", "2023")->change, 37.5, 1e-12);
    assert_false(lab_has(lab, "areas", "338", "2023"));
}

static void no_change_over_a_break(void **state)
{
    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    derived("areas", "areas_at_target", "areas_compared", "rate");
    aim("rate", APPLIES_ROOT, "2023", 40);
    lab->breaks[0] = (struct series_break){ .indicator = 0,
                                            .area = NO_AREA,
                                            .period = lab_period("2023") };
    lab->study.breaks.count = 1;
    say("338", "2022", 20, 100);
    say("338", "2023", 50, 100);
    run();
    expect("areas", "34", "2023", 1, 1);
    assert_false(has_value(lab_result(lab, "areas", "34", "2023")->change));
}

/* 338 stays at 50 of 100 while the goal goes from 40 to 60: it did not fall. */
static void no_change_over_a_new_goal(void **state)
{
    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    derived("areas", "areas_at_target", "areas_compared", "rate");
    aim("rate", APPLIES_ROOT, "2022", 40);
    aim("rate", APPLIES_ROOT, "2023", 60);
    say("338", "2022", 50, 100);
    say("338", "2023", 50, 100);
    run();
    expect("areas", "34", "2022", 1, 1);
    expect("areas", "34", "2023", 0, 1);
    assert_false(has_value(lab_result(lab, "areas", "34", "2023")->change));
    assert_false(has_value(lab_result(lab, "areas", "34", "2023")->previous));
}

static void refused(const char *message, unsigned line)
{
    struct formulas *formulas;

    assert_false(
        formulas_compile(&formulas, &lab->study, lab->arena, &lab->fault));
    assert_fault(&lab->fault, message);
    assert_int_equal(lab->fault.line, line);
}

static void faults(void **state)
{
    struct indicator *in;

    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    in = derived("met", "targets_mett", "targets_set", NULL);
    refused("formula.unknown_tally_near", 8);
    assert_string_equal(fault_argument(&lab->fault, "near"), "targets_met");
    in->numerator = "targets_met", in->denominator = "members";
    refused("formula.unknown_tally", 9);
    in->denominator = "areas_compared";
    refused("formula.derived_of", 7);
    in->of = "no_such";
    refused("formula.derived_of", 7);
    in->of = "met";
    refused("formula.derived_of", 7);
    in->of = "rate", in->denominator = "targets_set";
    refused("formula.derived_of", 7);
    in->denominator = NULL;
    refused("formula.no_denominator", 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(targets, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(cells, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(withheld, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(senseless, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(breadth, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(no_change_over_a_break, open_lab,
                                        close_lab),
        cmocka_unit_test_setup_teardown(no_change_over_a_new_goal, open_lab,
                                        close_lab),
        cmocka_unit_test_setup_teardown(faults, open_lab, close_lab),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
