/*
 * progress.c - results against their targets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_errno.h>

#include "engine/compute/progress/progress.h"
#include "tests/unit/compute/lab.h"

static struct lab *lab;
static struct indicator *rate;

static int open_lab(void **state)
{
    (void)state;
    lab = lab_open();
    rate = lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    return 0;
}

static int close_lab(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

static struct target *add_target(int year, double value)
{
    struct target *t = &lab->targets[lab->study.targets.count++];

    *t = (struct target){ .indicator = 0,
                          .applies = APPLIES_EACH,
                          .area = NO_AREA,
                          .period = period_of_year(year),
                          .value = value,
                          .unit = "percent",
                          .unit_counted = "",
                          .file = "targets.csv",
                          .line = (unsigned)lab->study.targets.count + 1 };
    return t;
}

static void say(const char *area, const char *when, double x, double n)
{
    lab_say(lab, area, when, "members", "", x);
    lab_say(lab, area, when, "population", "", n);
}

static void judge(void)
{
    lab_run(lab);
    progress_judge(lab->results, &lab->study, lab_area(lab, "34"),
                   lab->findings);
}

static void check(const char *area, const char *when, enum verdict verdict,
                  double target, const char *note)
{
    const struct result *r = lab_result(lab, "rate", area, when);

    if (r->verdict != verdict)
        fail_msg("%s %s: %s, wanted %s", area, when, verdict_names[r->verdict],
                 verdict_names[verdict]);
    assert_int_equal(has_value(r->target), has_value(target));
    if (has_value(target))
        assert_near(r->target, target, 1e-12);
    if (!r->note != !note || (note && strcmp(note, r->note) != 0))
        fail_msg("%s %s: note %s, wanted %s", area, when,
                 r->note ? r->note : "none", note ? note : "none");
}

/* A closed whole count is a fact, on the unrounded value. */
static void facts(void **state)
{
    const struct result *r;

    (void)state;
    add_target(2025, 95);
    say("336", "2025", 57, 60); /* 95 exactly */
    say("338", "2025", 94999, 100000);
    say("339", "2025", 30, 20); /* more than its whole */
    lab_add(lab, "201", "2025", "members", "", NO_VALUE, STATUS_MISSING, false);
    judge();
    check("336", "2025", VERDICT_MET, 95, NULL);
    check("338", "2025", VERDICT_NOT_MET, 95, NULL);
    check("339", "2025", VERDICT_NOT_ASSESSABLE, 95, "target.invalid");
    r = lab_result(lab, "rate", "338", "2025");
    assert_near(r->gap, -0.001, 1e-12);
    assert_false(has_value(r->probability));
    assert_int_equal(r->target_index, 0);
    /* The root is not one of the areas. */
    check("34", "2025", VERDICT_NONE, NO_VALUE, NULL);
}

/* No figure: nothing to judge, whether the target is due or lies ahead. */
static void no_figure(void **state)
{
    (void)state;
    add_target(2025, 95);
    say("336", "2025", 57, 60);
    say("336", "2024", 57, 60);
    lab_add(lab, "338", "2025", "members", "", NO_VALUE, STATUS_MISSING, false);
    lab_add(lab, "338", "2024", "members", "", NO_VALUE, STATUS_MISSING, false);
    judge();
    check("338", "2025", VERDICT_NOT_ASSESSABLE, 95, NULL);
    check("338", "2024", VERDICT_NOT_ASSESSABLE, 95, NULL);
    assert_false(has_value(lab_result(lab, "rate", "338", "2025")->gap));
}

/* What is due now goes before what is due later, of whatever kind. */
static void due_first(void **state)
{
    struct target *t;

    (void)state;
    add_target(2030, 60)->kind = TARGET_LEGAL;
    t = add_target(2025, 40);
    t->kind = TARGET_PROVINCIAL;
    add_target(2025, 45)->kind = TARGET_INTERNAL;
    t = add_target(2030, 70);
    t->area = lab_area(lab, "339");
    add_target(2025, 99)->draft = true;
    say("338", "2025", 42, 100);
    say("338", "2027", 42, 100);
    say("339", "2025", 42, 100);
    judge();
    check("338", "2025", VERDICT_MET, 40, NULL);
    check("338", "2027", VERDICT_NONE, 60, "target.future");
    check("339", "2025", VERDICT_MET, 40, NULL);
}

static void operators(void **state)
{
    struct target *t = add_target(2025, 2.5);

    (void)state;
    t->comparison = TARGET_AT_MOST;
    say("336", "2025", 25, 1000);
    say("338", "2025", 26, 1000);
    judge();
    check("336", "2025", VERDICT_MET, 2.5, NULL);
    check("338", "2025", VERDICT_NOT_MET, 2.5, NULL);
    t->comparison = TARGET_EQUAL;
    progress_judge(lab->results, &lab->study, lab_area(lab, "34"), NULL);
    check("336", "2025", VERDICT_MET, 2.5, NULL);
    check("338", "2025", VERDICT_NOT_MET, 2.5, NULL);
}

/* Between target years a milestone; before the first its goal; after, none. */
static void milestones(void **state)
{
    (void)state;
    add_target(2030, 60);
    add_target(2025, 40);
    say("338", "2023", 30, 100);
    say("338", "2025", 40, 100);
    say("338", "2027", 45, 100);
    say("338", "2031", 45, 100);
    say("338", "2025-Q2", 39, 100);
    judge();
    check("338", "2023", VERDICT_NONE, 40, "target.future");
    check("338", "2025", VERDICT_MET, 40, NULL);
    check("338", "2027", VERDICT_NONE, 48, "target.milestone");
    check("338", "2031", VERDICT_NONE, NO_VALUE, NULL);
    check("338", "2025-Q2", VERDICT_NONE, 40, "target.future");
    assert_near(lab_result(lab, "rate", "338", "2027")->gap, -3, 1e-12);
    assert_near(lab_result(lab, "rate", "338", "2023")->gap, -10, 1e-12);
}

/* The root's target is the root's; an area's own goes before all. */
static void whom_it_concerns(void **state)
{
    struct target *t;

    (void)state;
    add_target(2025, 50)->applies = APPLIES_ROOT;
    add_target(2025, 30);
    t = add_target(2025, 35);
    t->area = lab_area(lab, "338");
    t->kind = TARGET_PROVINCIAL;
    add_target(2025, 99)->draft = true;
    add_target(2025, 77)->kind = TARGET_INTERNAL;
    say("336", "2025", 31, 100);
    say("338", "2025", 31, 100);
    say("339", "2025", 31, 100);
    judge();
    check("34", "2025", VERDICT_NOT_MET, 50, NULL);
    check("336", "2025", VERDICT_MET, 30, NULL);
    check("338", "2025", VERDICT_NOT_MET, 35, NULL);
}

/* Hard communes have a lower threshold; without a class, no verdict. */
static void classes(void **state)
{
    struct target *t;

    (void)state;
    add_target(2025, 80);
    t = add_target(2025, 70);
    t->attribute = "commune_class";
    t->attribute_value = "hard";
    lab->study.areas.items[lab_area(lab, "101")].attributes[0] = "hard";
    lab->study.areas.items[lab_area(lab, "102")].attributes[0] = "ordinary";
    say("101", "2025", 75, 100);
    say("102", "2025", 75, 100);
    say("104", "2025", 75, 100);
    say("338", "2025", 75, 100);
    judge();
    check("101", "2025", VERDICT_MET, 70, NULL);
    check("102", "2025", VERDICT_NOT_MET, 80, NULL);
    check("104", "2025", VERDICT_NOT_ASSESSABLE, NO_VALUE, "target.class");
    /* Districts have no such class: the target for all is theirs. */
    check("338", "2025", VERDICT_NOT_MET, 80, NULL);
    /* Nobody's class is known: the attribute's name says whose it is. */
    lab->study.areas.items[lab_area(lab, "101")].attributes[0] = "";
    lab->study.areas.items[lab_area(lab, "102")].attributes[0] = "";
    for (size_t i = 0; i < lab->results->count; i++)
        lab->results->items[i].verdict = VERDICT_NONE;
    progress_judge(lab->results, &lab->study, lab_area(lab, "34"), NULL);
    check("338", "2025", VERDICT_NOT_MET, 80, NULL);
    assert_int_equal(lab_result(lab, "rate", "101", "2025")->verdict,
                     VERDICT_NOT_ASSESSABLE);
}

/* A share of provinces cannot be judged for one of them. */
static void other_units(void **state)
{
    struct target *t = add_target(2025, 70);

    (void)state;
    t->applies = APPLIES_ROOT;
    t->unit_counted = "province";
    say("34", "2024", 65, 100);
    say("34", "2025", 75, 100);
    judge();
    assert_int_equal(lab_result(lab, "rate", "34", "2025")->verdict,
                     VERDICT_NOT_ASSESSABLE);
    assert_string_equal(lab_result(lab, "rate", "34", "2025")->note,
                        "target.unit");
    assert_false(has_value(lab_result(lab, "rate", "34", "2025")->gap));
    assert_int_equal(lab_found(lab, FINDING_target_unit), 1);
    const struct finding *f = lab_finding(lab, FINDING_target_unit);
    assert_string_equal(lab_argument(f, "unit_counted"), "province");
    assert_string_equal(f->file, "targets.csv");
    assert_int_equal(f->line, 2);
    /* The indicator's own base is no other unit. */
    t->unit_counted = "population";
    progress_judge(lab->results, &lab->study, lab_area(lab, "34"), NULL);
    assert_int_equal(lab_result(lab, "rate", "34", "2025")->verdict,
                     VERDICT_MET);
}

/* A target in persons for a share. */
static void persons(void **state)
{
    struct target *t = add_target(2025, 500);

    (void)state;
    t->unit = "persons";
    say("338", "2025", 490, 2000);
    judge();
    check("338", "2025", VERDICT_NOT_MET, 25, NULL);
    assert_near(lab_result(lab, "rate", "338", "2025")->gap, -0.5, 1e-12);
}

/* It needs the base of the area; a share that came without one has none. */
static void persons_without_base(void **state)
{
    struct target *t = add_target(2025, 500);

    (void)state;
    t->unit = "count";
    say("336", "2025", 490, 2000);
    lab_say(lab, "338", "2025", "members", "", 490);
    judge();
    check("336", "2025", VERDICT_NOT_MET, 25, NULL);
    check("338", "2025", VERDICT_NOT_ASSESSABLE, NO_VALUE, NULL);
    rate->denominator = NULL;
    rate->unit = "%";
    progress_judge(lab->results, &lab->study, lab_area(lab, "34"), NULL);
    assert_int_equal(lab_result(lab, "rate", "336", "2025")->verdict,
                     VERDICT_NOT_ASSESSABLE);
}

static void probability_is(const char *area, double wanted)
{
    assert_near(lab_result(lab, "rate", area, "2025")->probability, wanted,
                1e-12);
}

/* Probability is for what is not closed or not whole, and carries noise. */
static void open_figures(void **state)
{
    (void)state;
    rate->noise = NOISE_BINOMIAL;
    add_target(2025, 90);
    lab_add(lab, "336", "2025", "members", "", 57, STATUS_ESTIMATED, false);
    lab_say(lab, "336", "2025", "population", "", 60);
    lab_add(lab, "338", "2025", "members", "", 40, STATUS_ESTIMATED, false);
    lab_say(lab, "338", "2025", "population", "", 60);
    lab_add(lab, "339", "2025", "members", "", 54, STATUS_FORECAST, false);
    lab_say(lab, "339", "2025", "population", "", 60);
    say("201", "2025", 57, 60);
    judge();
    check("336", "2025", VERDICT_LIKELY_MET, 90, "target.open");
    probability_is("336", 0.91114369615792);
    check("338", "2025", VERDICT_LIKELY_NOT_MET, 90, "target.open");
    check("339", "2025", VERDICT_UNCERTAIN, 90, "target.open");
    check("201", "2025", VERDICT_MET, 90, NULL); /* closed and whole */
    rate->noise = NOISE_NONE;
    lab_result(lab, "rate", "336", "2025")->probability = NO_VALUE;
    progress_judge(lab->results, &lab->study, lab_area(lab, "34"), NULL);
    check("336", "2025", VERDICT_UNCERTAIN, 90, "target.open");
    assert_false(
        has_value(lab_result(lab, "rate", "336", "2025")->probability));
}

/* A survey has asked 60: 57 of them are likely 90 %, and no fact. R:
 * pbeta(.9, 57.5, 3.5, lower = FALSE). */
static void samples(void **state)
{
    (void)state;
    rate->noise = NOISE_BINOMIAL;
    rate->sample = true;
    add_target(2025, 90);
    say("336", "2025", 57, 60);
    judge();
    check("336", "2025", VERDICT_LIKELY_MET, 90, "target.sample");
    probability_is("336", 0.91114369615792);
}

static void rates_and_reports(void **state)
{
    struct target *t = add_target(2025, 3);

    (void)state;
    t->comparison = TARGET_AT_MOST;
    rate->kind = KIND_RATE;
    rate->scale = 1000;
    rate->noise = NOISE_POISSON;
    rate->bound_high = (double)INFINITY;
    lab->study.project.report_date = 20251101; /* the year is not over */
    say("338", "2025", 12, 5000);
    say("339", "2025", 0, 5000);
    judge();
    check("338", "2025", VERDICT_LIKELY_MET, 3, "target.open");
    probability_is("338", 1 - 0.2242890048344);
    t->value = 0;
    progress_judge(lab->results, &lab->study, lab_area(lab, "34"), NULL);
    probability_is("338", 0);
    lab->study.project.report_date = 20260115;
    progress_judge(lab->results, &lab->study, lab_area(lab, "34"), NULL);
    assert_int_equal(lab_result(lab, "rate", "338", "2025")->verdict,
                     VERDICT_NOT_MET);
    assert_int_equal(lab_result(lab, "rate", "339", "2025")->verdict,
                     VERDICT_MET);
}

/* R: pbeta(.5, 5000474.5, 4999526.5, lower = FALSE), and pgamma alike. */
static void large_figures(void **state)
{
    (void)state;
    rate->noise = NOISE_BINOMIAL;
    add_target(2025, 50);
    lab_add(lab, "336", "2025", "members", "", 5000474, STATUS_ESTIMATED,
            false);
    lab_say(lab, "336", "2025", "population", "", 10000000);
    judge();
    check("336", "2025", VERDICT_UNCERTAIN, 50, "target.open");
    assert_near(lab_result(lab, "rate", "336", "2025")->probability,
                0.61782900920507, 1e-9);
    rate->noise = NOISE_POISSON;
    progress_judge(lab->results, &lab->study, lab_area(lab, "34"), NULL);
    assert_near(lab_result(lab, "rate", "336", "2025")->probability,
                0.58396615415304, 1e-9);
}

/*
 * Two of three districts have reported 30 and 45, together 40. For 30 the third
 * must bring (30 - 40 2/3) 3 = 10; the two have the mean 37.5 and the spread
 * 15/sqrt 2, so the third's has the error 15/sqrt 2 sqrt(1 + 1/2) = 12.990381.
 * With one degree of freedom the chance is 1/2 + atan(27.5/12.990381)/pi.
 */
static void incomplete(void **state)
{
    (void)state;
    add_target(2025, 30)->applies = APPLIES_ROOT;
    say("336", "2025", 300, 1000);
    say("338", "2025", 900, 2000);
    lab_say(lab, "339", "2025", "population", "", 3000);
    judge();
    const struct result *r = lab_result(lab, "rate", "34", "2025");
    assert_near(r->value, 40, 1e-12);
    assert_int_equal(r->verdict, VERDICT_LIKELY_MET);
    assert_near(r->probability, 0.859528, 1e-6);
    assert_string_equal(r->note, "value.incomplete");
    lab->targets[0].comparison = TARGET_AT_MOST;
    progress_judge(lab->results, &lab->study, lab_area(lab, "34"), NULL);
    assert_near(r->probability, 1 - 0.859528, 1e-6);
    assert_int_equal(r->verdict, VERDICT_LIKELY_NOT_MET);
}

/* Whatever the third brings, 26 is reached and 61 is not: 40 2/3 = 26.67, and
 * with 100 in the third it is 60. Two that are alike say nothing else. */
static void incomplete_bounds(void **state)
{
    struct target *t = add_target(2025, 26);
    const struct result *r;

    (void)state;
    t->applies = APPLIES_ROOT;
    say("336", "2025", 400, 1000);
    say("338", "2025", 800, 2000);
    lab_say(lab, "339", "2025", "population", "", 3000);
    judge();
    r = lab_result(lab, "rate", "34", "2025");
    assert_near(r->probability, 1, 0);
    t->value = 61;
    progress_judge(lab->results, &lab->study, lab_area(lab, "34"), NULL);
    assert_near(r->probability, 0, 0);
    t->value = 40;
    progress_judge(lab->results, &lab->study, lab_area(lab, "34"), NULL);
    assert_false(has_value(r->probability));
    assert_int_equal(r->verdict, VERDICT_UNCERTAIN);
}

/* The law asks 40, the province 50: 50. A laxer province lowers nothing. */
static void law_and_province(void **state)
{
    struct target *t;

    (void)state;
    add_target(2025, 40);
    add_target(2030, 60);
    t = add_target(2025, 50);
    t->kind = TARGET_PROVINCIAL;
    t = add_target(2025, 35);
    t->kind = TARGET_PROVINCIAL;
    t->area = lab_area(lab, "339");
    say("338", "2023", 45, 100);
    say("338", "2025", 45, 100);
    say("338", "2027", 45, 100);
    say("339", "2025", 38, 100);
    judge();
    check("338", "2023", VERDICT_NONE, 50, "target.future");
    check("338", "2025", VERDICT_NOT_MET, 50, NULL);
    check("338", "2027", VERDICT_NONE, 48, "target.milestone");
    check("339", "2025", VERDICT_NOT_MET, 40, NULL);
    assert_int_equal(lab_result(lab, "rate", "338", "2025")->target_index, 2);
}

/* An area's own target holds though its class is not known. */
static void own_before_class(void **state)
{
    struct target *t = add_target(2025, 70);

    (void)state;
    t->attribute = "commune_class";
    t->attribute_value = "hard";
    add_target(2025, 60)->area = lab_area(lab, "104");
    say("104", "2025", 65, 100);
    say("101", "2025", 65, 100);
    judge();
    check("104", "2025", VERDICT_MET, 60, NULL);
    check("101", "2025", VERDICT_NOT_ASSESSABLE, NO_VALUE, "target.class");
}

/* No line from the old frame's 70 to the new one's 80; one across a map. */
static void new_frame(void **state)
{
    struct series_break *b = &lab->breaks[0];

    (void)state;
    add_target(2020, 70);
    add_target(2025, 80);
    *b = (struct series_break){ .indicator = 0,
                                .area = lab_area(lab, "34"),
                                .period = period_of_year(2022),
                                .kind = BREAK_FRAME };
    lab->study.breaks.count = 1;
    say("338", "2023", 75, 100);
    judge();
    check("338", "2023", VERDICT_NONE, 80, "target.new_frame");
    b->kind = BREAK_BOUNDARY;
    progress_judge(lab->results, &lab->study, lab_area(lab, "34"), NULL);
    check("338", "2023", VERDICT_NONE, 76, "target.milestone");
}

/* The year's own plan stands beside the law's target; a draft is none. */
static void plans(void **state)
{
    const struct result *r;

    (void)state;
    add_target(2025, 50);
    add_target(2025, 40)->kind = TARGET_INTERNAL;
    add_target(2024, 35)->kind = TARGET_INTERNAL;
    lab->targets[2].draft = true;
    say("338", "2025", 30, 100);
    say("338", "2024", 30, 100);
    judge();
    check("338", "2025", VERDICT_NOT_MET, 50, NULL);
    r = lab_result(lab, "rate", "338", "2025");
    assert_near(r->plan, 40, 0);
    assert_near(r->plan_rate, 0.75, 1e-12);
    assert_false(has_value(lab_result(lab, "rate", "338", "2024")->plan));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_lab, close_lab)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(facts),         TEST(no_figure),
        TEST(due_first),     TEST(operators),
        TEST(milestones),    TEST(whom_it_concerns),
        TEST(classes),       TEST(other_units),
        TEST(persons),       TEST(persons_without_base),
        TEST(open_figures),  TEST(rates_and_reports),
        TEST(large_figures), TEST(incomplete),
        TEST(plans),         TEST(incomplete_bounds),
        TEST(new_frame),     TEST(law_and_province),
        TEST(samples),       TEST(own_before_class),
    };

    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
