/*
 * cube.c - observations into facts, and whether they agree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/cube.h"
#include "engine/base/symbol.h"
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

static const struct fact *fact(const char *quantity, const char *area,
                               const char *when, const char *cell)
{
    uint16_t q = quantity_find(&lab->study.codebook, quantity);

    return cube_find(lab->cube, q, period_calendar(lab_period(when)),
                     lab_area(lab, area), lab_cell(lab, q, cell));
}

static void empty(void **state)
{
    (void)state;
    lab_run(lab);
    assert_int_equal(lab->cube->count, 0);
    assert_int_equal(lab->cube->period_count, 0);
    assert_int_equal(lab->findings->count, 0);
}

static void without_a_register(void **state)
{
    struct cube *cube;

    (void)state;
    lab->table->written = symbols_new(lab->arena);
    assert_false(cube_build(&cube, lab->table, &lab->study, lab->arena,
                            lab->findings, &lab->fault));
    assert_fault(&lab->fault, "cube.no_register");
}

static void facts(void **state)
{
    (void)state;
    lab_say(lab, "338", "2022", "members", "", 41275);
    lab_say(lab, "336", "2021-2022", "members", "sex=F", 18220);
    lab_add(lab, "339", "2022", "members", "", NO_VALUE, STATUS_MISSING, false);
    lab_add(lab, "101", "2022", "members", "", NO_VALUE, STATUS_ZERO, false);
    lab_run(lab);
    assert_int_equal(lab->cube->count, 4);
    assert_near(fact("members", "338", "2022", "")->value, 41275, 0);
    /* A school year stands at its calendar year. */
    assert_near(fact("members", "336", "2021", "sex=F")->value, 18220, 0);
    assert_int_equal(lab->cube->period_count, 2);
    assert_int_equal(lab->cube->periods[0], period_of_year(2021));
    assert_false(has_value(fact("members", "339", "2022", "")->value));
    /* The sign for "none" is a zero. */
    assert_near(fact("members", "101", "2022", "")->value, 0, 0);
    assert_null(fact("members", "338", "2022", "sex=F"));
    assert_int_equal(lab->findings->count, 0);
}

/* A reported row goes before a printed total, a number before its absence. */
static void own_and_printed(void **state)
{
    (void)state;
    lab_print_total(lab, "34", "2020", "members", 900);
    lab_say(lab, "34", "2020", "members", "", 900);
    lab_print_total(lab, "34", "2021", "members", 950);
    lab_say(lab, "34", "2021", "members", "", 947);
    lab_print_total(lab, "34", "2022", "members", 990);
    lab_add(lab, "34", "2022", "members", "", NO_VALUE, STATUS_MISSING, false);
    lab_print_total(lab, "34", "2023", "members", 999);
    lab_run(lab);
    assert_near(fact("members", "34", "2020", "")->value, 900, 0);
    assert_false(fact("members", "34", "2020", "")->published);
    assert_near(fact("members", "34", "2021", "")->value, 947, 0);
    assert_near(fact("members", "34", "2022", "")->value, 990, 0);
    assert_true(fact("members", "34", "2022", "")->published);
    assert_near(fact("members", "34", "2023", "")->value, 999, 0);
    assert_int_equal(lab->findings->count, 1);
    const struct finding *f = lab_finding(lab, FINDING_total_mismatch);
    assert_string_equal(lab_argument(f, "total"), "950");
    assert_string_equal(lab_argument(f, "parts"), "947");
    assert_string_equal(lab_argument(f, "tier"), "province");
    assert_string_equal(f->file, "a.csv");
    assert_int_equal(f->line, 4);
    assert_string_equal(f->value, "950");
}

/* A calendar and a school year that fall together and contradict. */
static void conflicts(void **state)
{
    (void)state;
    lab_say(lab, "338", "2022", "members", "", 100);
    lab_say(lab, "338", "2022-2023", "members", "", 100);
    lab_say(lab, "339", "2022", "members", "", 1234);
    lab_say(lab, "339", "2022-2023", "members", "", 1243);
    lab_say(lab, "336", "2022", "members", "", NO_VALUE);
    lab_say(lab, "336", "2022-2023", "members", "", 77);
    lab_run(lab);
    assert_near(fact("members", "338", "2022", "")->value, 100, 0);
    assert_near(fact("members", "336", "2022", "")->value, 77, 0);
    assert_false(has_value(fact("members", "339", "2022", "")->value));
    assert_int_equal(lab->findings->count, 1);
    const struct finding *f = lab_finding(lab, FINDING_duplicate_conflict);
    assert_string_equal(lab_argument(f, "reported"), "1,243");
    assert_string_equal(lab_argument(f, "others"), "1,234");
    assert_string_equal(lab_argument(f, "other"), "a.csv:4");
    assert_int_equal(f->line, 5);
}

static void say_districts(const char *when, double a, double b, double c)
{
    lab_say(lab, "336", when, "members", "", a);
    lab_say(lab, "338", when, "members", "", b);
    lab_say(lab, "339", when, "members", "", c);
}

/* One finding for one total, printed or reported. */
static void totals(void **state)
{
    (void)state;
    say_districts("2020", 4477, 5779, 8201);
    lab_print_total(lab, "34", "2020", "members", 18457);
    say_districts("2021", 5040, 4684, 6802);
    lab_print_total(lab, "34", "2021", "members", 16527);
    say_districts("2022", 2357, 2515, 3652);
    lab_say(lab, "34", "2022", "members", "", 9524);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 2);
    const struct finding *f = lab_finding(lab, FINDING_total_mismatch);
    assert_string_equal(lab_argument(f, "area"), "Area 34");
    assert_string_equal(lab_argument(f, "quantity"), "Members");
    assert_string_equal(lab_argument(f, "period"), "2021");
    assert_string_equal(lab_argument(f, "total"), "16,527");
    assert_string_equal(lab_argument(f, "parts"), "16,526");
    assert_string_equal(lab_argument(f, "tier"), "district");
    assert_int_equal(f->line, 9);
}

/* No sum is called wrong while a part is missing; it is said whose row is not
 * there, once for all totals that lack it, unless it says so itself. */
static void totals_of_some(void **state)
{
    const struct finding *f;

    (void)state;
    lab_say(lab, "336", "2020", "members", "", 10);
    lab_say(lab, "338", "2020", "members", "", 20);
    lab_say(lab, "34", "2020", "members", "", 100);
    lab_say(lab, "336", "2020", "units", "", 4);
    lab_say(lab, "338", "2020", "units", "", 5);
    lab_say(lab, "34", "2020", "units", "", 11);
    lab_say(lab, "336", "2021", "units", "", 4); /* most are not there */
    lab_say(lab, "34", "2021", "units", "", 11);
    lab_add(lab, "339", "2021", "members", "", NO_VALUE, STATUS_MISSING, false);
    lab_say(lab, "336", "2021", "members", "", 10);
    lab_say(lab, "338", "2021", "members", "", 20);
    lab_say(lab, "34", "2021", "members", "", 100);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 1);
    f = lab_finding(lab, FINDING_part_unreported);
    assert_int_equal(f->count, 2);
    assert_int_equal(f->line, 4);
    assert_string_equal(lab_argument(f, "areas"), "Area 339");
    assert_string_equal(lab_argument(f, "reported"), "2");
    assert_string_equal(lab_argument(f, "expected"), "3");
    assert_string_equal(lab_argument(f, "total"), "100");
    assert_string_equal(lab_argument(f, "parts"), "30");
    /* But what is missing cannot make up for too much. */
    lab_close(lab);
    lab = lab_open();
    lab_say(lab, "336", "2020", "members", "", 73);
    lab_say(lab, "338", "2020", "members", "", 41);
    lab_say(lab, "34", "2020", "members", "", 107);
    lab_run(lab);
    assert_int_equal(lab_found(lab, FINDING_total_mismatch), 1);
    /* What makes no sense there is not missing. */
    lab_close(lab);
    lab = lab_open();
    lab_add(lab, "339", "2021", "members", "", NO_VALUE, STATUS_NA, false);
    lab_say(lab, "336", "2021", "members", "", 10);
    lab_say(lab, "338", "2021", "members", "", 20);
    lab_say(lab, "34", "2021", "members", "", 100);
    lab_run(lab);
    assert_int_equal(lab_found(lab, FINDING_total_mismatch), 1);
}

/* The areas of the day: 103 before November 2022, 104 after. */
static void totals_of_the_day(void **state)
{
    (void)state;
    lab_say(lab, "336", "2021", "members", "", 600);
    lab_say(lab, "101", "2021", "members", "", 100);
    lab_say(lab, "102", "2021", "members", "", 200);
    lab_say(lab, "103", "2021", "members", "", 300);
    lab_say(lab, "336", "2022", "members", "", 650);
    lab_say(lab, "101", "2022", "members", "", 100);
    lab_say(lab, "102", "2022", "members", "", 200);
    lab_say(lab, "104", "2022", "members", "", 345);
    /* The nearest tier below that says anything: communes, for a province. */
    lab_say(lab, "34", "2021", "units", "", 9);
    lab_say(lab, "101", "2021", "units", "", 1);
    lab_say(lab, "102", "2021", "units", "", 1);
    lab_say(lab, "103", "2021", "units", "", 1);
    lab_say(lab, "201", "2021", "units", "", 1);
    lab_say(lab, "202", "2021", "units", "", 1);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 2);
    const struct finding *f = lab_finding(lab, FINDING_total_mismatch);
    assert_string_equal(lab_argument(f, "parts"), "645");
    assert_string_equal(lab_argument(f, "tier"), "commune");
    f = &lab->findings->items[1];
    assert_string_equal(lab_argument(f, "quantity"), "Units");
    assert_string_equal(lab_argument(f, "parts"), "5");
}

/* Rounded figures may differ by half of their last place, each. */
static void rounding(void **state)
{
    (void)state;
    say_districts("2020", 12.3, 45.6, 78.9);
    lab_say(lab, "34", "2020", "members", "", 136.9); /* 136.8 */
    say_districts("2021", 12.3, 45.6, 78.9);
    lab_say(lab, "34", "2021", "members", "", 137.1);
    /* A table in thousands with one decimal. */
    say_districts("2022", 213400, 187900, 245200);
    lab_say(lab, "34", "2022", "members", "", 646600); /* 646,500 */
    say_districts("2023", 213400, 187900, 245200);
    lab_say(lab, "34", "2023", "members", "", 646700);
    /* Round by chance: too few figures to hint at rounding. */
    lab_say(lab, "336", "2024", "units", "", 100);
    lab_say(lab, "338", "2024", "units", "", 200);
    lab_say(lab, "339", "2024", "units", "", 300);
    lab_say(lab, "34", "2024", "units", "", 700);
    say_districts("2025", 0, 0, 0);
    lab_say(lab, "34", "2025", "members", "", 0);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 3);
    assert_string_equal(lab_argument(&lab->findings->items[0], "period"),
                        "2021");
    assert_string_equal(lab_argument(&lab->findings->items[0], "parts"),
                        "136.8");
    assert_string_equal(lab_argument(&lab->findings->items[1], "period"),
                        "2023");
    assert_string_equal(lab_argument(&lab->findings->items[2], "period"),
                        "2024");
}

/* Rates do not add up, and are not asked to. */
static void rates(void **state)
{
    (void)state;
    lab_say(lab, "34", "2020", "share", "", 13.1);
    lab_say(lab, "336", "2020", "share", "", 20);
    lab_say(lab, "338", "2020", "share", "", 21);
    lab_say(lab, "339", "2020", "share", "", 22);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 0);
}

static void parts(void **state)
{
    (void)state;
    lab_say(lab, "338", "2020", "enrolled", "level=primary", 700);
    lab_say(lab, "338", "2020", "enrolled", "level=primary,sex=F", 701);
    lab_say(lab, "338", "2020", "enrolled", "level=primary,sex=M,age=6..10",
            900);
    lab_say(lab, "339", "2020", "enrolled", "level=primary", 700);
    lab_say(lab, "339", "2020", "enrolled", "level=primary,sex=F", 700);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 1);
    const struct finding *f = lab_finding(lab, FINDING_part_exceeds_whole);
    assert_string_equal(lab_argument(f, "part"), "701");
    assert_string_equal(lab_argument(f, "whole"), "700");
    assert_string_equal(lab_argument(f, "quantity"), "Enrolled (primary)");
    assert_string_equal(lab_argument(f, "breakdown"), "primary, female");
    assert_int_equal(f->line, 3);
    assert_int_equal(
        fact("enrolled", "338", "2020", "level=primary,sex=F")->status,
        STATUS_INVALID);
    assert_int_equal(fact("enrolled", "338", "2020", "level=primary")->status,
                     STATUS_OK);
}

/* All sexes or ages are there, and do not add up to the whole. */
static void parts_inside(void **state)
{
    (void)state;
    lab_say(lab, "338", "2020", "members", "", 100);
    lab_say(lab, "338", "2020", "members", "sex=F", 40);
    lab_say(lab, "338", "2020", "members", "sex=M", 59);
    lab_say(lab, "339", "2020", "members", "", 100);
    lab_say(lab, "339", "2020", "members", "sex=F", 41);
    lab_say(lab, "339", "2020", "members", "sex=M", 59);
    lab_say(lab, "336", "2020", "members", "", 100);
    lab_say(lab, "336", "2020", "members", "sex=F", 41);
    /* An open dimension may have codes nobody listed. */
    lab_say(lab, "338", "2020", "bodies", "", 10);
    lab_say(lab, "338", "2020", "bodies", "sector=public", 4);
    lab_say(lab, "338", "2020", "bodies", "sector=private", 4);
    /* Rounded: each may be off by half of the last decimal. */
    lab_say(lab, "338", "2021", "members", "", 10.3);
    lab_say(lab, "338", "2021", "members", "sex=F", 5.2);
    lab_say(lab, "338", "2021", "members", "sex=M", 5.2);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 1);
    const struct finding *f = lab_finding(lab, FINDING_total_mismatch);
    assert_string_equal(lab_argument(f, "area"), "Area 338");
    assert_string_equal(lab_argument(f, "total"), "100");
    assert_string_equal(lab_argument(f, "parts"), "99");
    assert_int_equal(f->line, 2);
}

static void ages_inside(void **state)
{
    (void)state;
    lab_say(lab, "338", "2020", "population", "age=6..10", 100);
    lab_say(lab, "338", "2020", "population", "age=6..7", 30);
    lab_say(lab, "338", "2020", "population", "age=8..10", 60);
    lab_say(lab, "338", "2020", "population", "age=8", 20);
    lab_say(lab, "338", "2020", "population", "age=9", 20);
    lab_say(lab, "338", "2020", "population", "age=10", 20);
    /* A gap: nothing to add up. */
    lab_say(lab, "339", "2020", "population", "age=6..10", 100);
    lab_say(lab, "339", "2020", "population", "age=6..7", 30);
    lab_say(lab, "339", "2020", "population", "age=9..10", 30);
    /* All ages. */
    lab_say(lab, "336", "2020", "population", "", 100);
    lab_say(lab, "336", "2020", "population", "age=0..14", 30);
    lab_say(lab, "336", "2020", "population", "age=15..", 71);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 2);
    const struct finding *f = &lab->findings->items[0];
    assert_int_equal(f->rule, FINDING_total_mismatch);
    assert_string_equal(lab_argument(f, "area"), "Area 336");
    assert_string_equal(lab_argument(f, "parts"), "101");
    f = &lab->findings->items[1];
    assert_string_equal(lab_argument(f, "area"), "Area 338");
    assert_string_equal(lab_argument(f, "total"), "100");
    assert_string_equal(lab_argument(f, "parts"), "90");
}

/* An age or a band greater than a band it lies in: said once. */
static void ages_exceed(void **state)
{
    (void)state;
    lab_say(lab, "338", "2020", "population", "age=6..10", 100);
    lab_say(lab, "338", "2020", "population", "age=6..14", 300);
    lab_say(lab, "338", "2020", "population", "age=7", 101);
    lab_say(lab, "339", "2020", "population", "age=6..10", 100);
    lab_say(lab, "339", "2020", "population", "age=6..7", 120);
    lab_say(lab, "339", "2020", "population", "age=8..10", 50);
    lab_say(lab, "336", "2020", "population", "age=10..14", 100);
    lab_say(lab, "336", "2020", "population", "age=6..10", 100.5);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 2);
    assert_int_equal(lab_found(lab, FINDING_part_exceeds_whole), 2);
    assert_int_equal(fact("population", "338", "2020", "age=7")->status,
                     STATUS_INVALID);
    assert_int_equal(fact("population", "339", "2020", "age=6..7")->status,
                     STATUS_INVALID);
}

/* Words of findings follow the study's language. */
static void words(void **state)
{
    (void)state;
    lab->study.messages.language = "vi";
    lab_quantities[1].name = "Hội viên";
    say_districts("2020", 1000.5, 2000.25, 3000);
    lab_say(lab, "34", "2020", "members", "", 6001.375);
    lab_run(lab);
    lab_quantities[1].name = NULL;
    const struct finding *f = lab_finding(lab, FINDING_total_mismatch);
    assert_string_equal(lab_argument(f, "quantity"), "Hội viên");
    assert_string_equal(lab_argument(f, "parts"), "6.000,75");
    assert_string_equal(lab_argument(f, "total"), "6.001,375");
    assert_string_equal(f->value, "6001.375");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_lab, close_lab)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(empty),          TEST(without_a_register),
        TEST(facts),          TEST(own_and_printed),
        TEST(conflicts),      TEST(totals),
        TEST(totals_of_some), TEST(totals_of_the_day),
        TEST(rounding),       TEST(rates),
        TEST(parts),          TEST(words),
        TEST(parts_inside),   TEST(ages_inside),
        TEST(ages_exceed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
