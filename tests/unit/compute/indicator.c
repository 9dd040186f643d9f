/*
 * indicator.c - values over the hierarchy: own figures, sums, like for like,
 * breakdowns, the year before, and what is said of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_errno.h>

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

static void say_all(const char *quantity, const char *when, double a, double b,
                    double c)
{
    lab_say(lab, "336", when, quantity, "", a);
    lab_say(lab, "338", when, quantity, "", b);
    lab_say(lab, "339", when, quantity, "", c);
}

/* An own figure counts; a province without one is the sum of its districts. */
static void hierarchy(void **state)
{
    const struct result *r;

    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    say_all("members", "2023", 18221, 41275, 33017);
    say_all("population", "2023", 61333, 98117, 87902);
    lab_say(lab, "34", "2023", "members", "", 92513);
    lab_run(lab);
    assert_near(lab_value(lab, "rate", "338", "2023"), 100 * 41275.0 / 98117,
                1e-12);
    r = lab_result(lab, "rate", "34", "2023");
    assert_near(r->value, 100 * 92513.0 / (61333 + 98117 + 87902), 1e-12);
    assert_near(r->numerator, 92513, 0);
    assert_near(r->completeness, 1, 0);
    assert_int_equal(r->reported, 3);
    assert_int_equal(r->expected, 3);
    assert_int_equal(r->status, STATUS_OK);
    assert_false(has_value(r->lower));
    assert_null(r->note);
    r = lab_result(lab, "rate", "338", "2023");
    assert_int_equal(r->expected, 0);
    r = lab_result(lab, "count", "339", "2023");
    assert_near(r->value, 33017, 0);
    assert_false(has_value(r->denominator));
    /* No commune says anything: the tier has no rows. */
    assert_false(lab_has(lab, "rate", "201", "2023"));
    assert_int_equal(lab->results->count, 8);
    assert_int_equal(lab->findings->count, 0);
}

static void communes(void **state)
{
    const struct result *r;

    (void)state;
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    lab_say(lab, "101", "2021", "members", "", 100);
    lab_say(lab, "102", "2021", "members", "", 20);
    lab_say(lab, "103", "2021", "members", "", 3);
    lab_say(lab, "338", "2021", "members", "", 1000);
    lab_say(lab, "339", "2021", "members", "", 5000);
    lab_run(lab);
    assert_near(lab_value(lab, "count", "336", "2021"), 123, 0);
    assert_near(lab_value(lab, "count", "34", "2021"), 6123, 0);
    r = lab_result(lab, "count", "34", "2021");
    assert_int_equal(r->reported, 5); /* three communes and two districts */
    assert_int_equal(r->expected, 5);
    /* Communes that did not report stand there, those not yet born do not. */
    assert_int_equal(lab_result(lab, "count", "201", "2021")->status,
                     STATUS_MISSING);
    assert_false(lab_has(lab, "count", "104", "2021"));
    assert_int_equal(lab->findings->count, 0);
}

/* Numerator and denominator over the same areas, and the count of them. */
static void like_for_like(void **state)
{
    const struct result *r;

    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_say(lab, "336", "2023", "members", "", 300);
    lab_say(lab, "338", "2023", "members", "", 500);
    lab_add(lab, "339", "2023", "members", "", NO_VALUE, STATUS_MISSING, false);
    say_all("population", "2023", 1000, 2000, 4000);
    lab_run(lab);
    r = lab_result(lab, "rate", "34", "2023");
    assert_near(r->value, 100 * 800.0 / 3000, 1e-12);
    assert_near(r->denominator, 3000, 0);
    assert_near(r->completeness, 2.0 / 3, 1e-12);
    assert_int_equal(r->reported, 2);
    assert_int_equal(r->expected, 3);
    assert_int_equal(r->status, STATUS_OK);
    assert_string_equal(r->note, "value.incomplete");
    assert_int_equal(lab_result(lab, "rate", "339", "2023")->status,
                     STATUS_MISSING);
    const struct finding *f = lab_finding(lab, FINDING_incomplete);
    assert_string_equal(lab_argument(f, "reported"), "2");
    assert_string_equal(lab_argument(f, "expected"), "3");
    assert_string_equal(lab_argument(f, "share"), "67");
    assert_string_equal(lab_argument(f, "area"), "Area 34");
    assert_int_equal(lab->findings->count, 1);
}

/* Count and share have one basis: the lowest areas that are expected. */
static void share_of_areas(void **state)
{
    const struct result *r;

    (void)state;
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    lab_say(lab, "101", "2023", "members", "", 10);
    lab_say(lab, "102", "2023", "members", "", 10);
    lab_say(lab, "338", "2023", "members", "", 10);
    lab_say(lab, "339", "2023", "members", "", 10);
    lab_run(lab);
    r = lab_result(lab, "count", "34", "2023");
    assert_int_equal(r->reported, 4);
    assert_int_equal(r->expected, 5);
    assert_near(r->completeness, 0.8, 1e-12);
    assert_near(lab_result(lab, "count", "336", "2023")->completeness, 2.0 / 3,
                1e-12);
}

/* A proportion has the bounds of its whole, declared or not. */
static void undeclared_bounds(void **state)
{
    struct indicator *in;
    const struct finding *f;

    (void)state;
    in = lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    in->bound_low = (double)-INFINITY;
    in->bound_high = (double)INFINITY;
    lab_say(lab, "338", "2023", "members", "", 103);
    lab_say(lab, "338", "2023", "population", "", 100);
    lab_say(lab, "339", "2023", "members", "", 100);
    lab_say(lab, "339", "2023", "population", "", 110);
    lab_run(lab);
    assert_int_equal(lab_found(lab, FINDING_out_of_bounds), 1);
    f = lab_finding(lab, FINDING_out_of_bounds);
    assert_string_equal(lab_argument(f, "low"), "0");
    assert_string_equal(lab_argument(f, "high"), "100");
}

/* A whole that only the province prints cannot be divided by some districts. */
static void no_common_areas(void **state)
{
    const struct result *r;

    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_say(lab, "34", "2023", "members", "", 900);
    lab_say(lab, "336", "2023", "population", "", 1000);
    lab_say(lab, "338", "2023", "population", "", 2000);
    lab_run(lab);
    assert_false(lab_has(lab, "rate", "34", "2023"));
    /* One district with both: that district alone. */
    lab_close(lab);
    lab = lab_open();
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_say(lab, "34", "2023", "members", "", 900);
    lab_say(lab, "336", "2023", "members", "", 250);
    lab_say(lab, "336", "2023", "population", "", 1000);
    lab_say(lab, "338", "2023", "population", "", 2000);
    lab_run(lab);
    r = lab_result(lab, "rate", "34", "2023");
    assert_near(r->value, 25, 1e-12);
    assert_near(r->completeness, 1.0 / 3, 1e-12);
}

/* What makes no sense for an area is not expected of it; 0 is a number. */
static void not_applicable(void **state)
{
    const struct result *r;

    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_say(lab, "336", "2023", "members", "", 300);
    lab_add(lab, "338", "2023", "members", "", 0, STATUS_ZERO, false);
    lab_add(lab, "339", "2023", "members", "", NO_VALUE, STATUS_NA, false);
    say_all("population", "2023", 1000, 2000, 4000);
    lab_run(lab);
    r = lab_result(lab, "rate", "34", "2023");
    assert_near(r->value, 10, 1e-12);
    assert_near(r->completeness, 1, 0);
    assert_int_equal(lab_result(lab, "rate", "339", "2023")->status, STATUS_NA);
    r = lab_result(lab, "rate", "338", "2023");
    assert_near(r->value, 0, 0);
    assert_int_equal(r->status, STATUS_OK);
}

static void suppressed(void **state)
{
    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_say(lab, "336", "2023", "members", "", 300);
    lab_say(lab, "338", "2023", "members", "", 500);
    lab_add(lab, "339", "2023", "members", "", NO_VALUE, STATUS_SUPPRESSED,
            false);
    say_all("population", "2023", 1000, 2000, 4000);
    lab_run(lab);
    assert_int_equal(lab_result(lab, "rate", "339", "2023")->status,
                     STATUS_SUPPRESSED);
}

/* Quantities that do not add up are never summed. */
static void not_addable(void **state)
{
    (void)state;
    lab_indicator(lab, "index", KIND_INDEX, "share", NULL);
    lab_indicator(lab, "mixed", KIND_RATIO, "members * share", "population");
    say_all("share", "2023", 10, 20, 30);
    say_all("members", "2023", 1, 2, 3);
    say_all("population", "2023", 10, 10, 10);
    lab_say(lab, "34", "2022", "share", "", 17);
    lab_run(lab);
    assert_near(lab_value(lab, "index", "338", "2023"), 20, 0);
    assert_false(lab_has(lab, "index", "34", "2023"));
    assert_near(lab_value(lab, "index", "34", "2022"), 17, 0);
    assert_near(lab_value(lab, "mixed", "338", "2023"), 4, 1e-15);
    assert_false(lab_has(lab, "mixed", "34", "2023"));
}

/* (1) of resolve.h: all of it, else its codes. */
static void dimensions(void **state)
{
    (void)state;
    lab_indicator(lab, "members", KIND_COUNT, "members", NULL);
    lab_indicator(lab, "women", KIND_COUNT, "members[sex=F]", NULL);
    lab_indicator(lab, "both", KIND_COUNT, "members[sex=F|M]", NULL);
    lab_indicator(lab, "bodies", KIND_COUNT, "bodies", NULL);
    lab_say(lab, "336", "2023", "members", "sex=F", 10);
    lab_say(lab, "336", "2023", "members", "sex=M", 20);
    lab_say(lab, "338", "2023", "members", "sex=F", 11);
    lab_say(lab, "339", "2023", "members", "", 50);
    lab_say(lab, "339", "2023", "members", "sex=F", 25);
    /* An open dimension: as many codes as the tier reports. */
    lab_say(lab, "336", "2023", "bodies", "sector=public", 3);
    lab_say(lab, "336", "2023", "bodies", "sector=private", 4);
    lab_say(lab, "338", "2023", "bodies", "sector=public", 5);
    lab_say(lab, "34", "2023", "bodies", "sector=public", 8);
    lab_run(lab);
    assert_near(lab_value(lab, "members", "336", "2023"), 30, 0);
    assert_false(has_value(lab_value(lab, "members", "338", "2023")));
    assert_near(lab_value(lab, "members", "339", "2023"), 50, 0);
    assert_near(lab_value(lab, "women", "34", "2023"), 46, 0);
    assert_near(lab_value(lab, "both", "336", "2023"), 30, 0);
    assert_near(lab_value(lab, "both", "339", "2023"), 50, 0);
    assert_near(lab_value(lab, "bodies", "336", "2023"), 7, 0);
    assert_false(has_value(lab_value(lab, "bodies", "338", "2023")));
    /* One code alone is no whole: the province takes its districts. */
    assert_near(lab_value(lab, "bodies", "34", "2023"), 7, 0);
}

/* (3) Ages from the bands that make them up. */
static void ages(void **state)
{
    (void)state;
    lab_indicator(lab, "band", KIND_COUNT, "population[age=6..10]", NULL);
    lab_indicator(lab, "old", KIND_COUNT, "population[age=15..]", NULL);
    lab_indicator(lab, "all", KIND_COUNT, "population", NULL);
    lab_indicator(lab, "girls", KIND_COUNT, "population[age=6..10,sex=F]",
                  NULL);
    /* As it is, and beside it single years that say something else. */
    lab_say(lab, "336", "2023", "population", "age=6..10", 100);
    for (int age = 6; age <= 10; age++)
        lab_say(lab, "336", "2023", "population",
                arena_format(lab->arena, "age=%d", age), 21);
    /* The first band that fits leads nowhere: 6..8, 9 has no one. */
    lab_say(lab, "338", "2023", "population", "age=6..8", 60);
    lab_say(lab, "338", "2023", "population", "age=6..7", 40);
    lab_say(lab, "338", "2023", "population", "age=8..10", 33);
    lab_say(lab, "338", "2023", "population", "age=10", 7);
    lab_say(lab, "338", "2023", "population", "age=0..5", 55);
    lab_say(lab, "338", "2023", "population", "age=11..14", 44);
    lab_say(lab, "338", "2023", "population", "age=15..", 500);
    /* A year is missing; girls and boys make up the rest. */
    for (int age = 6; age <= 9; age++)
        lab_say(lab, "339", "2023", "population",
                arena_format(lab->arena, "age=%d", age), 9);
    lab_say(lab, "339", "2023", "population", "age=6..10,sex=F", 12);
    lab_run(lab);
    assert_near(lab_value(lab, "band", "336", "2023"), 100, 0);
    assert_near(lab_value(lab, "band", "338", "2023"), 73, 0);
    assert_near(lab_value(lab, "old", "338", "2023"), 500, 0);
    assert_near(lab_value(lab, "all", "338", "2023"), 55 + 73 + 44 + 500, 0);
    assert_false(has_value(lab_value(lab, "band", "339", "2023")));
    assert_near(lab_value(lab, "girls", "339", "2023"), 12, 0);
    assert_near(lab_result(lab, "band", "34", "2023")->completeness, 2.0 / 3,
                1e-12);
}

/* (4) Of two ways over open dimensions the larger; a lone code never. */
static void ways(void **state)
{
    (void)state;
    lab_indicator(lab, "pupils", KIND_COUNT, "enrolled", NULL);
    lab_indicator(lab, "primary", KIND_COUNT, "enrolled[level=primary]", NULL);
    /* Grades 1 and 2 are not all pupils, the levels are. */
    lab_say(lab, "336", "2023", "enrolled", "grade=1", 10);
    lab_say(lab, "336", "2023", "enrolled", "grade=2", 11);
    lab_say(lab, "336", "2023", "enrolled", "level=primary", 50);
    lab_say(lab, "336", "2023", "enrolled", "level=lower", 40);
    lab_say(lab, "336", "2023", "enrolled", "level=upper,sex=F", 10);
    lab_say(lab, "336", "2023", "enrolled", "level=upper,sex=M", 12);
    lab_say(lab, "338", "2023", "enrolled", "grade=1", 10);
    lab_run(lab);
    assert_near(lab_value(lab, "pupils", "336", "2023"), 112, 0);
    assert_false(has_value(lab_value(lab, "pupils", "338", "2023")));
    assert_near(lab_value(lab, "primary", "336", "2023"), 50, 0);
}

/* Doubt is inherited, the heavier of two. */
static void statuses(void **state)
{
    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_add(lab, "336", "2023", "members", "", 10, STATUS_PROVISIONAL, false);
    lab_add(lab, "336", "2023", "population", "", 100, STATUS_OK, false);
    lab_add(lab, "338", "2023", "members", "", 10, STATUS_FORECAST, false);
    lab_add(lab, "338", "2023", "population", "", 100, STATUS_ESTIMATED, false);
    lab_add(lab, "339", "2023", "members", "", 10, STATUS_OK, false);
    lab_add(lab, "339", "2023", "population", "", 100, STATUS_ZERO, false);
    lab_run(lab);
    assert_int_equal(lab_result(lab, "rate", "336", "2023")->status,
                     STATUS_PROVISIONAL);
    assert_int_equal(lab_result(lab, "rate", "338", "2023")->status,
                     STATUS_FORECAST);
    assert_int_equal(lab_result(lab, "rate", "339", "2023")->status, STATUS_OK);
    assert_int_equal(lab_result(lab, "rate", "34", "2023")->status,
                     STATUS_FORECAST);
}

/* Nothing to divide by; more than the whole; out of bounds. */
static void odd_values(void **state)
{
    const struct result *r;

    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_indicator(lab, "ratio", KIND_RATIO, "members", "population")
        ->bound_high = 1;
    say_all("members", "2023", 10, 206, 0);
    say_all("population", "2023", 100, 200, 0);
    lab_run(lab);
    r = lab_result(lab, "rate", "338", "2023");
    assert_near(r->value, 103, 1e-12); /* kept, never clipped */
    assert_int_equal(r->status, STATUS_INVALID);
    r = lab_result(lab, "rate", "339", "2023");
    assert_false(has_value(r->value));
    assert_int_equal(r->status, STATUS_NA);
    assert_near(r->denominator, 0, 0);
    assert_near(lab_value(lab, "rate", "34", "2023"), 72, 1e-12);
    /* A gross ratio may pass its whole: told, not invalid. */
    r = lab_result(lab, "ratio", "338", "2023");
    assert_near(r->value, 1.03, 1e-12);
    assert_int_equal(r->status, STATUS_OK);
    assert_int_equal(lab_found(lab, FINDING_out_of_bounds), 2);
    assert_int_equal(lab_found(lab, FINDING_zero_denominator), 2);
    const struct finding *f = lab_finding(lab, FINDING_out_of_bounds);
    assert_string_equal(lab_argument(f, "value"), "103");
    assert_string_equal(lab_argument(f, "high"), "100");
    assert_string_equal(f->file, "a.csv");
    assert_int_equal(f->line, 3);
    f = &lab->findings->items[lab->findings->count - 2];
    assert_string_equal(lab_argument(f, "low"), "−∞");
}

static void negative_part(void **state)
{
    const struct result *r;

    (void)state;
    lab_indicator(lab, "out", KIND_PROPORTION, "population - members",
                  "population");
    say_all("members", "2023", 90, 206, 100);
    say_all("population", "2023", 100, 200, 100);
    lab_run(lab);
    r = lab_result(lab, "out", "338", "2023");
    assert_near(r->value, -3, 1e-12);
    assert_int_equal(r->status, STATUS_INVALID);
    assert_near(lab_value(lab, "out", "339", "2023"), 0, 0);
}

static void intervals(void **state)
{
    struct indicator *in;
    const struct result *r;

    (void)state;
    lab_indicator(lab, "fact", KIND_PROPORTION, "members", "population");
    in = lab_indicator(lab, "chance", KIND_PROPORTION, "members", "population");
    in->noise = NOISE_BINOMIAL;
    in = lab_indicator(lab, "rare", KIND_RATE, "members", "population");
    in->noise = NOISE_POISSON, in->scale = 1000;
    in =
        lab_indicator(lab, "cluster", KIND_PROPORTION, "members", "population");
    in->noise = NOISE_CLUSTERED, in->design_effect = 3;
    in =
        lab_indicator(lab, "process", KIND_PROPORTION, "members", "population");
    in->noise = NOISE_PROCESS;
    lab_indicator(lab, "parity", KIND_PARITY, "members", "population");
    say_all("members", "2023", 81, 5, 37);
    say_all("population", "2023", 263, 1000, 789);
    lab_run(lab);
    assert_false(has_value(lab_result(lab, "fact", "336", "2023")->lower));
    r = lab_result(lab, "chance", "336", "2023");
    assert_near(r->lower, 25.528851987827, 1e-11);
    assert_near(r->upper, 36.62095769828, 1e-11);
    r = lab_result(lab, "rare", "338", "2023"); /* exact below ten */
    assert_near(r->lower, 1.6234863901184, 1e-11);
    assert_near(r->upper, 11.668332079323, 1e-11);
    r = lab_result(lab, "rare", "339", "2023"); /* Byar from ten on */
    assert_near(r->lower, 1000 * 26.047964514407 / 789, 1e-11);
    assert_near(r->upper, 1000 * 51.001096593265 / 789, 1e-11);
    r = lab_result(lab, "cluster", "339", "2023"); /* Wilson of 37/3, 789/3 */
    double x = 37.0 / 3, n = 263, z = 1.959963984540054, p = x / n;
    double middle = (x + z * z / 2) / (n + z * z);
    double reach =
        z * sqrt(n) / (n + z * z) * sqrt(p * (1 - p) + z * z / (4 * n));
    assert_near(r->lower, 100 * (middle - reach), 1e-11);
    assert_near(r->upper, 100 * (middle + reach), 1e-11);
    assert_false(has_value(lab_result(lab, "process", "336", "2023")->lower));
    assert_false(has_value(lab_result(lab, "parity", "336", "2023")->lower));
}

/* A parity of counts is one binomial, one of rates two: women 189 of 11034, men
 * 104 of 11037, as in tests/known. */
static void parities(void **state)
{
    static const char above[] = "members[sex=F] / population[sex=F]";
    static const char below[] = "members[sex=M] / population[sex=M]";
    struct indicator *in;
    const struct result *r;

    (void)state;
    in = lab_indicator(lab, "counts", KIND_PARITY, "members[sex=F]",
                       "members[sex=M]");
    in->noise = NOISE_BINOMIAL;
    in = lab_indicator(lab, "rates", KIND_PARITY, above, below);
    in->noise = NOISE_BINOMIAL;
    in = lab_indicator(lab, "symmetric", KIND_PARITY, above, below);
    in->noise = NOISE_BINOMIAL, in->adjusted = true;
    lab_say(lab, "338", "2023", "members", "sex=F", 189);
    lab_say(lab, "338", "2023", "members", "sex=M", 104);
    lab_say(lab, "338", "2023", "population", "sex=F", 11034);
    lab_say(lab, "338", "2023", "population", "sex=M", 11037);
    lab_run(lab);
    r = lab_result(lab, "counts", "338", "2023");
    assert_near(r->value, 189.0 / 104, 1e-12);
    assert_near(r->lower, 1.4313642665935453, 1e-12);
    assert_near(r->upper, 2.3073143053797702, 1e-12);
    r = lab_result(lab, "rates", "338", "2023");
    assert_near(r->lower, 1.4330309030505628, 1e-12);
    assert_near(r->upper, 2.3058842324224456, 1e-12);
    r = lab_result(lab, "symmetric", "338", "2023");
    assert_near(r->value, 2 - 1 / 1.8178017944535074, 1e-12);
    assert_near(r->lower, 2 - 1 / 1.4330309030505628, 1e-12);
    assert_near(r->upper, 2 - 1 / 2.3058842324224456, 1e-12);
    /* Neither x nor n is a count of persons any more. */
    assert_int_equal(indicator_chance(in), NOISE_PROCESS);
}

static void breakdowns(void **state)
{
    static const char *by[] = { "sex", "sector", "age", "nonsense" };
    struct breakdown women = { SEX, 0 }, men = { SEX, 1 };
    struct indicator *in =
        lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");

    (void)state;
    in->by = by, in->by_count = 4;
    in = lab_indicator(lab, "women", KIND_COUNT, "members[sex=F]", NULL);
    in->by = by, in->by_count = 1;
    lab_say(lab, "338", "2023", "members", "", 30);
    lab_say(lab, "338", "2023", "members", "sex=F", 20);
    lab_say(lab, "338", "2023", "members", "sex=M", 10);
    lab_say(lab, "338", "2023", "population", "sex=F", 80);
    lab_say(lab, "338", "2023", "population", "sex=M", 40);
    lab_say(lab, "339", "2023", "members", "", 5);
    lab_say(lab, "339", "2023", "population", "", 50);
    lab_run(lab);
    assert_near(lab_value(lab, "rate", "338", "2023"), 25, 1e-12);
    assert_near(lab_by(lab, "rate", "338", "2023", women)->value, 25, 1e-12);
    assert_near(lab_by(lab, "rate", "338", "2023", men)->denominator, 40, 0);
    /* Rows only where the figures carry it; a picked code is not split. */
    assert_null(lab_look(lab, "rate", "339", "2023", women));
    assert_non_null(lab_look(lab, "rate", "34", "2023", women));
    assert_null(lab_look(lab, "women", "338", "2023", women));
}

/* The year before, and the change, over the same areas. */
static void previous(void **state)
{
    const struct result *r;

    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    say_all("population", "2021", 100, 200, 300);
    say_all("population", "2022", 100, 200, 300);
    say_all("population", "2023", 100, 200, 300);
    say_all("members", "2021", 10, 20, 30);
    say_all("members", "2022", 20, 50, 90);
    lab_say(lab, "336", "2023", "members", "", 30);
    lab_say(lab, "338", "2023", "members", "", 100);
    lab_run(lab);
    r = lab_result(lab, "rate", "338", "2022");
    assert_near(r->previous, 10, 1e-12);
    assert_near(r->change, 15, 1e-12);
    r = lab_result(lab, "rate", "34", "2022");
    assert_near(r->previous, 10, 1e-12);
    assert_near(r->change, 100 * 160.0 / 600 - 10, 1e-12);
    assert_null(r->note);
    /* 339 is missing in 2023: the year before without it, too. */
    r = lab_result(lab, "rate", "34", "2023");
    assert_near(r->value, 100 * 130.0 / 300, 1e-12);
    assert_near(r->previous, 100 * 70.0 / 300, 1e-12);
    assert_near(r->change, 20, 1e-12);
    assert_string_equal(r->note, "change.like_for_like");
    assert_false(has_value(lab_result(lab, "rate", "34", "2021")->previous));
}

static void breaks(void **state)
{
    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    for (int year = 2020; year <= 2023; year++) {
        const char *when = arena_format(lab->arena, "%d", year);
        say_all("population", when, 100, 200, 300);
        say_all("members", when, 10 + year - 2020, 20, 30);
    }
    /* One for all in 2021; one for the province, and so its parts, in 2023. */
    lab->breaks[0] = (struct series_break){ .indicator = NO_INDEX,
                                            .area = NO_AREA,
                                            .period = period_of_year(2021) };
    lab->breaks[1] = (struct series_break){ .indicator = 0,
                                            .area = lab_area(lab, "34"),
                                            .period = period_of_year(2023) };
    lab->study.breaks.count = 2;
    lab_run(lab);
    const struct result *r = lab_result(lab, "rate", "336", "2021");
    assert_false(has_value(r->previous) || has_value(r->change));
    assert_string_equal(r->note, "change.break");
    r = lab_result(lab, "rate", "336", "2022");
    assert_near(r->change, 1, 1e-12);
    r = lab_result(lab, "rate", "336", "2023");
    assert_false(has_value(r->change));
}

/* Bodies begin anew when the map changes, people do not. */
static void map_changes(void **state)
{
    (void)state;
    lab_indicator(lab, "bodies", KIND_COUNT, "bodies", NULL);
    lab_indicator(lab, "members", KIND_COUNT, "members", NULL);
    say_all("bodies", "2021", 30, 40, 50);
    say_all("bodies", "2022", 20, 41, 50);
    say_all("bodies", "2023", 21, 42, 50);
    say_all("members", "2021", 30, 40, 50);
    say_all("members", "2022", 31, 41, 50);
    lab->crossing = (struct crossing){ .day = 20221101,
                                       .from = lab_area(lab, "103"),
                                       .to = lab_area(lab, "104"),
                                       .weight = 1 };
    lab->study.crosswalk = (struct crosswalk){ &lab->crossing, 1 };
    lab_run(lab);
    assert_false(has_value(lab_result(lab, "bodies", "336", "2022")->previous));
    assert_false(has_value(lab_result(lab, "bodies", "34", "2022")->previous));
    assert_near(lab_result(lab, "bodies", "338", "2022")->change, 1, 0);
    assert_near(lab_result(lab, "bodies", "336", "2023")->change, 1, 0);
    assert_near(lab_result(lab, "members", "336", "2022")->change, 1, 0);
}

/* A lag looks at the register of its own year. */
static void lags(void **state)
{
    (void)state;
    lab_indicator(lab, "growth", KIND_RATIO, "members - members@-1",
                  "members@-1");
    lab_say(lab, "101", "2021", "members", "", 10);
    lab_say(lab, "102", "2021", "members", "", 20);
    lab_say(lab, "103", "2021", "members", "", 30);
    lab_say(lab, "101", "2022", "members", "", 15);
    lab_say(lab, "102", "2022", "members", "", 20);
    lab_say(lab, "104", "2022", "members", "", 40);
    lab_run(lab);
    assert_near(lab_value(lab, "growth", "336", "2022"), 0.25, 1e-12);
    assert_near(lab_value(lab, "growth", "101", "2022"), 0.5, 1e-12);
    assert_false(has_value(lab_value(lab, "growth", "104", "2022")));
}

static void is_parted(const char *indicator, const char *area, const char *when)
{
    const struct result *r = lab_result(lab, indicator, area, when);

    assert_false(has_value(r->value) || has_value(r->numerator));
    assert_int_equal(r->status, STATUS_BREAK);
    assert_string_equal(r->note, "value.break");
}

/* Growth over a break is no growth; nor is its change, one year further. */
static void lags_over_breaks(void **state)
{
    const struct result *r;

    (void)state;
    lab_indicator(lab, "growth", KIND_RATIO, "members - members@-1",
                  "members@-1");
    lab_indicator(lab, "bodies", KIND_RATIO, "bodies", "bodies@-2");
    for (int year = 2019; year <= 2024; year++) {
        const char *when = arena_format(lab->arena, "%d", year);
        say_all("members", when, 100 * (year - 2015), 200, 300);
        say_all("bodies", when, 10, 20, 30);
    }
    lab->breaks[0] = (struct series_break){ .indicator = 0,
                                            .area = NO_AREA,
                                            .period = period_of_year(2021) };
    lab->study.breaks.count = 1;
    lab->crossing = (struct crossing){ .day = 20221101,
                                       .from = lab_area(lab, "103"),
                                       .to = lab_area(lab, "104"),
                                       .weight = 1 };
    lab->study.crosswalk = (struct crosswalk){ &lab->crossing, 1 };
    lab_run(lab);
    assert_near(lab_value(lab, "growth", "336", "2020"), 0.25, 1e-12);
    is_parted("growth", "336", "2021");
    r = lab_result(lab, "growth", "336", "2022");
    assert_near(r->value, 1. / 6, 1e-12);
    assert_false(has_value(r->previous));
    assert_string_equal(r->note, "change.break");
    r = lab_result(lab, "growth", "336", "2023");
    assert_near(r->previous, 1. / 6, 1e-12);
    /* The map of 336 changed late in 2022, that of 338 did not. */
    assert_near(lab_value(lab, "bodies", "336", "2021"), 1, 0);
    is_parted("bodies", "336", "2022");
    is_parted("bodies", "34", "2023");
    assert_near(lab_value(lab, "bodies", "336", "2024"), 1, 0);
    assert_false(has_value(lab_result(lab, "bodies", "336", "2024")->previous));
    assert_near(lab_value(lab, "bodies", "338", "2022"), 1, 0);
}

/* What was asked for: a root, tiers, periods. */
static void requests(void **state)
{
    period one = period_of_year(2023);
    struct compute_request request = { .periods = &one,
                                       .period_count = 1,
                                       .root = lab_area(lab, "338"),
                                       .tiers = 1u << TIER_COMMUNE,
                                       .confidence = 0.95 };

    (void)state;
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    lab_say(lab, "101", "2023", "members", "", 10);
    lab_say(lab, "201", "2023", "members", "", 10);
    lab_say(lab, "201", "2022", "members", "", 10);
    lab_say(lab, "202", "2023", "members", "", 20);
    lab_run(lab);
    lab->results = results_new(lab->arena);
    indicator_compute(lab->results, 0, lab->formulas, lab->cube, &lab->study,
                      &request, lab->scratch, NULL);
    assert_int_equal(lab->results->count, 2);
    assert_near(lab_value(lab, "count", "202", "2023"), 20, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_lab, close_lab)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(hierarchy),
        TEST(communes),
        TEST(share_of_areas),
        TEST(undeclared_bounds),
        TEST(like_for_like),
        TEST(no_common_areas),
        TEST(not_applicable),
        TEST(suppressed),
        TEST(not_addable),
        TEST(dimensions),
        TEST(ages),
        TEST(ways),
        TEST(statuses),
        TEST(odd_values),
        TEST(negative_part),
        TEST(intervals),
        TEST(parities),
        TEST(breakdowns),
        TEST(previous),
        TEST(breaks),
        TEST(map_changes),
        TEST(lags),
        TEST(lags_over_breaks),
        TEST(requests),
    };

    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
