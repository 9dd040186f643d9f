/*
 * standards.c - which areas hold which standard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/standards.h"
#include "tests/unit/compute/lab.h"

enum { BASIC, FULL, LEVELS };

static struct lab *lab;
static struct condition entry[3];
static struct condition higher[1];
static size_t needs_basic[] = { BASIC };
static struct standard_level levels[LEVELS];
static struct standard_outcomes *outcomes;

/* Basic: 90 of a hundred, 80 in hard communes; full: 95 everywhere, and basic.
 * A district needs 50 % of its communes, the province all its districts. */
static int open_lab(void **state)
{
    (void)state;
    lab = lab_open();
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_indicator(lab, "published", KIND_PROPORTION, "bodies", "units");
    entry[0] = (struct condition){ 0, 90, "commune_class", "ordinary" };
    entry[1] = (struct condition){ 0, 80, "commune_class", "hard" };
    higher[0] = (struct condition){ 0, 95, NULL, NULL };
    for (size_t i = 0; i < LEVELS; i++) {
        levels[i] = (struct standard_level){ .standard = "test",
                                             .level = (unsigned)i + 1,
                                             .tier = TIER_COMMUNE,
                                             .holders = NO_INDEX };
        levels[i].rules[TIER_DISTRICT] = SHARE_LEAST;
        levels[i].shares[TIER_DISTRICT] = 50;
        levels[i].rules[TIER_PROVINCE] = SHARE_LEAST;
        levels[i].shares[TIER_PROVINCE] = 100;
    }
    levels[BASIC].conditions = entry;
    levels[BASIC].condition_count = 2;
    levels[FULL].conditions = higher;
    levels[FULL].condition_count = 1;
    levels[FULL].requires = needs_basic;
    levels[FULL].require_count = 1;
    lab->study.standards = (struct standards){ levels, LEVELS };
    return 0;
}

static int close_lab(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

static void class_of(const char *area, const char *class)
{
    lab->study.areas.items[lab_area(lab, area)].attributes[0] = class;
}

static void say(const char *area, double x, double n)
{
    lab_say(lab, area, "2023", "members", "", x);
    lab_say(lab, area, "2023", "population", "", n);
}

static void judge(void)
{
    if (lab->results->count == 0)
        lab_run(lab);
    outcomes = standard_outcomes_new(lab->arena);
    standards_judge(outcomes, lab->results, &lab->study, NO_AREA, lab->scratch);
}

static const struct standard_outcome *look(size_t level, const char *area)
{
    return standard_outcome_find(outcomes, level, lab_area(lab, area),
                                 lab_period("2023"));
}

static void check(size_t level, const char *area, enum outcome outcome,
                  const char *reason)
{
    const struct standard_outcome *o = look(level, area);

    if (!o)
        fail_msg("nothing is said of %s", area);
    if (o->outcome != outcome)
        fail_msg("%s: %s, wanted %s", area, outcome_names[o->outcome],
                 outcome_names[outcome]);
    if (!o->reason != !reason || (reason && strcmp(reason, o->reason) != 0))
        fail_msg("%s: %s, wanted %s", area, o->reason ? o->reason : "none",
                 reason ? reason : "none");
}

/* 85 is enough for a hard commune; 90 of 100 is enough, 89.9 is not. */
static void classes(void **state)
{
    (void)state;
    class_of("101", "hard");
    class_of("102", "ordinary");
    class_of("201", "ordinary");
    say("101", 85, 100);
    say("102", 899, 1000);
    say("104", 99, 100); /* of no known class */
    say("201", 90, 100);
    judge();
    check(BASIC, "101", OUTCOME_PASS, NULL);
    check(BASIC, "102", OUTCOME_FAIL, "standard.below");
    check(BASIC, "104", OUTCOME_NOT_ASSESSABLE, "standard.class");
    check(BASIC, "201", OUTCOME_PASS, NULL);
    assert_null(look(BASIC, "202")); /* no figure: nothing is said */
    assert_near(look(BASIC, "101")->reached, 85, 1e-12);
    assert_near(look(BASIC, "101")->required, 80, 0);
    assert_near(look(BASIC, "102")->reached, 89.9, 1e-12);
    assert_near(look(BASIC, "102")->required, 90, 0);
}

/* Who is below 95 fails the full level, whatever else is not known; who is
 * above needs the basic one too. */
static void levels_nest(void **state)
{
    (void)state;
    class_of("201", "ordinary");
    say("101", 94, 100);
    say("102", 96, 100);
    say("201", 96, 100);
    judge();
    check(FULL, "101", OUTCOME_FAIL, "standard.below");
    check(FULL, "102", OUTCOME_NOT_ASSESSABLE, "standard.required_unknown");
    check(FULL, "201", OUTCOME_PASS, NULL);
    assert_int_equal(look(FULL, "102")->about, BASIC);
    higher[0].least = 80;
    class_of("101", "ordinary");
    entry[0].least = 95;
    judge();
    check(FULL, "101", OUTCOME_FAIL, "standard.required_failed");
}

/* What is not a whole closed count cannot be assessed; unseen rules neither,
 * but what fails by the rules that were seen, fails. */
static void unfit_figures(void **state)
{
    (void)state;
    levels[FULL].unverified = "một nửa";
    lab_add(lab, "101", "2023", "members", "", 99, STATUS_ESTIMATED, false);
    lab_say(lab, "101", "2023", "population", "", 100);
    say("102", 103, 100);
    class_of("201", "ordinary");
    class_of("202", "ordinary");
    say("201", 99, 100);
    say("202", 70, 100);
    judge();
    check(FULL, "101", OUTCOME_NOT_ASSESSABLE, "standard.open");
    check(FULL, "102", OUTCOME_NOT_ASSESSABLE, "standard.invalid");
    check(FULL, "201", OUTCOME_NOT_ASSESSABLE, "standard.unverified");
    check(FULL, "202", OUTCOME_FAIL, "standard.below");
}

/* 338 has two communes. One holds it: 50 % suffices. With 60 % wanted and the
 * other unknown it may or may not; when the other fails it does not. */
static void shares(void **state)
{
    (void)state;
    class_of("201", "ordinary");
    say("201", 95, 100);
    say("202", 50, 100);
    judge();
    check(BASIC, "338", OUTCOME_PASS, NULL);
    assert_near(look(BASIC, "338")->reached, 50, 1e-12);
    levels[BASIC].shares[TIER_DISTRICT] = 60;
    judge();
    check(BASIC, "338", OUTCOME_NOT_ASSESSABLE, "standard.share_unknown");
    assert_int_equal(look(BASIC, "338")->unknown, 1);
    assert_int_equal(look(BASIC, "338")->units, 2);
    class_of("202", "ordinary");
    judge();
    check(BASIC, "338", OUTCOME_FAIL, "standard.share_below");
    /* One of three districts fails, so the province does. */
    check(BASIC, "34", OUTCOME_FAIL, "standard.share_below");
    levels[BASIC].rules[TIER_DISTRICT] = SHARE_UNVERIFIED;
    judge();
    check(BASIC, "338", OUTCOME_NOT_ASSESSABLE, "standard.share_unverified");
    check(BASIC, "34", OUTCOME_NOT_ASSESSABLE, "standard.share_unknown");
}

/* The share that was published goes before our count, and a province of three
 * districts that all hold it holds it. */
static void published(void **state)
{
    static const char *const districts[] = { "336", "338", "339" };

    (void)state;
    levels[BASIC].holders = 1;
    class_of("201", "ordinary");
    say("201", 10, 100);
    for (size_t i = 0; i < 3; i++) {
        lab_say(lab, districts[i], "2023", "bodies", "", 10 - (double)i);
        lab_say(lab, districts[i], "2023", "units", "", 10);
    }
    judge();
    check(BASIC, "338", OUTCOME_PASS, NULL);
    assert_near(look(BASIC, "338")->reached, 90, 1e-12);
    check(BASIC, "34", OUTCOME_PASS, NULL);
    levels[BASIC].shares[TIER_DISTRICT] = 85;
    judge();
    check(BASIC, "339", OUTCOME_FAIL, "standard.below");
    check(BASIC, "34", OUTCOME_FAIL, "standard.share_below");
}

/* Since 1-7-2025 provinces have no districts: no rule was seen. */
static void no_districts(void **state)
{
    struct areas *areas = &lab->study.areas;

    (void)state;
    for (uint32_t a = 0; a < areas->count; a++) {
        struct area *area = &areas->items[a];
        if (area->tier == TIER_COMMUNE)
            area->parent_code = "34";
        if (area->tier == TIER_DISTRICT)
            area->to = 20230701;
    }
    assert_true(areas_build(areas, "areas.csv", lab->arena, &lab->fault));
    lab->study.project.root = lab_area(lab, "34");
    class_of("201", "ordinary");
    say("201", 95, 100);
    judge();
    check(BASIC, "201", OUTCOME_PASS, NULL);
    check(BASIC, "34", OUTCOME_NOT_ASSESSABLE, "standard.no_units");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_lab, close_lab)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(classes), TEST(levels_nest), TEST(unfit_figures),
        TEST(shares),  TEST(published),   TEST(no_districts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
