/*
 * restate.c - years carried onto one map.
 *
 *   34 (to 2025-07-02) + 338 + a1, a2          33 (from then) + X of a1, a2
 *                      + 336 + b1, b2, b3                     + Y of b1, b3
 *                      + 344 + c1, c2                         + Z of b2, c1
 *                                                             + W of c2
 *
 * Populations of 2024: a1 1000, a2 3000, b1 500, b2 1500, b3 500, c1 500.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/restate/restate.h"
#include "engine/compute/indicator/trace.h"
#include "engine/compute/restate/restate_facts.h"
#include "tests/unit/compute/lab.h"
#include "tests/unit/model/register.h"

enum { REFORM = 20250702 };

static const struct register_line lines[] = {
    { "34", NULL, TIER_PROVINCE, 0, REFORM },
    { "33", NULL, TIER_PROVINCE, REFORM, 0 },
    { "336", "34", TIER_DISTRICT, 0, REFORM },
    { "338", "34", TIER_DISTRICT, 0, REFORM },
    { "344", "34", TIER_DISTRICT, 0, REFORM },
    { "a1", "338", TIER_COMMUNE, 0, REFORM },
    { "a2", "338", TIER_COMMUNE, 0, REFORM },
    { "b1", "336", TIER_COMMUNE, 0, REFORM },
    { "b2", "336", TIER_COMMUNE, 0, REFORM },
    { "b3", "336", TIER_COMMUNE, 0, REFORM },
    { "c1", "344", TIER_COMMUNE, 0, REFORM },
    { "c2", "344", TIER_COMMUNE, 0, REFORM },
    { "X", "33", TIER_COMMUNE, REFORM, 0 },
    { "Y", "33", TIER_COMMUNE, REFORM, 0 },
    { "Z", "33", TIER_COMMUNE, REFORM, 0 },
    { "W", "33", TIER_COMMUNE, REFORM, 0 },
};
enum { LINES = sizeof lines / sizeof *lines };

static struct register_row rows[] = {
    { REFORM, "a1", "X", 0, false }, { REFORM, "a2", "X", 0, false },
    { REFORM, "b1", "Y", 0, false }, { REFORM, "b2", "Z", 0, false },
    { REFORM, "b3", "Y", 0, false }, { REFORM, "c1", "Z", 0, false },
    { REFORM, "c2", "W", 0, false },
};
enum { ROWS = sizeof rows / sizeof *rows };

static struct lab *lab;
static struct study *study; /* on the map */
static struct cube *cube;

static int open_lab(void **state)
{
    (void)state;
    lab = lab_open();
    register_build(&lab->study.areas, lines, LINES, lab->arena);
    register_cross(&lab->study.crosswalk, &lab->study.areas, rows, ROWS,
                   lab->arena);
    lab->study.project.root = lab_area(lab, "34");
    lab->study.project.tier = TIER_DISTRICT;
    return 0;
}

static int close_lab(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

static void say_populations(void)
{
    static const struct {
        const char *code;
        double people;
    } of[] = { { "a1", 1000 }, { "a2", 3000 }, { "b1", 500 }, { "b2", 1500 },
               { "b3", 500 },  { "c1", 500 },  { "c2", 900 } };
    for (size_t i = 0; i < sizeof of / sizeof *of; i++)
        lab_say(lab, of[i].code, "2024", "population", "", of[i].people);
}

/* Four figures of the new units in 2026. */
static void say_new(const char *quantity, double x, double y, double z,
                    double w)
{
    lab_say(lab, "X", "2026", quantity, "", x);
    lab_say(lab, "Y", "2026", quantity, "", y);
    lab_say(lab, "Z", "2026", quantity, "", z);
    lab_say(lab, "W", "2026", quantity, "", w);
}

/* day 0: stable. */
static void put_on_map(date day)
{
    struct compute_request request = { .root = NO_AREA, .confidence = 0.95 };
    struct project *project = &lab->study.project;
    project->boundaries = day == 0 ? BOUNDARIES_STABLE : BOUNDARIES_DAY;
    project->map_day = day;
    assert_true(cube_build(&lab->cube, lab->table, &lab->study, lab->arena,
                           lab->findings, &lab->fault));
    restate(&study, &cube, &lab->study, lab->cube, lab->arena, lab->findings);
    assert_true(
        formulas_compile(&lab->formulas, study, lab->arena, &lab->fault));
    lab->results->count = 0;
    for (size_t i = 0; i < study->catalogue.count; i++)
        indicator_compute(lab->results, (uint16_t)i, lab->formulas, cube, study,
                          &request, lab->scratch, NULL);
}

static const struct fact *fact(const char *quantity, const char *area,
                               const char *when)
{
    return cube_find(cube, quantity_find(&study->codebook, quantity),
                     lab_period(when), lab_area(lab, area), 0);
}

static void holds(const char *quantity, const char *area, const char *when,
                  double value, enum status status)
{
    const struct fact *f = fact(quantity, area, when);
    if (f == NULL) {
        fail_msg("no %s of %s", quantity, area);
        abort(); /* not reached: the test has ended */
    }
    if (has_value(value))
        assert_near(f->value, value, 0);
    else
        assert_false(has_value(f->value));
    assert_int_equal(f->status, status);
}

static void gives(const char *indicator, const char *area, double value,
                  enum status status)
{
    const struct result *r = lab_result(lab, indicator, area, "2026");
    assert_near(r->value, value, 0);
    assert_int_equal(r->status, status);
    assert_near(r->completeness, 1, 0);
}

/* 101 = 25.25 + 75.75; 77 = 38.5 + 38.5; 13 = 9.75 + 3.25. */
static void backward_by_population(void **state)
{
    (void)state;
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    say_populations();
    say_new("members", 101, 77, 13, 40);
    put_on_map(20250630);
    holds("members", "a1", "2026", 25, STATUS_ESTIMATED);
    holds("members", "a2", "2026", 76, STATUS_ESTIMATED);
    holds("members", "b1", "2026", 39, STATUS_ESTIMATED); /* lower code */
    holds("members", "b3", "2026", 38, STATUS_ESTIMATED);
    holds("members", "b2", "2026", 10, STATUS_ESTIMATED);
    holds("members", "c1", "2026", 3, STATUS_ESTIMATED);
    holds("members", "c2", "2026", 40, STATUS_OK);
    assert_null(fact("members", "X", "2026"));
    gives("count", "338", 101, STATUS_OK);
    gives("count", "336", 39 + 38 + 10, STATUS_ESTIMATED);
    gives("count", "344", 3 + 40, STATUS_ESTIMATED);
    gives("count", "34", 101 + 77 + 13 + 40, STATUS_OK);
    /* One for each unit that was divided. */
    assert_int_equal(lab_found(lab, FINDING_divided_by_population), 3);
    assert_int_equal(lab_found(lab, FINDING_divided_alike), 0);
    const struct finding *f = lab_finding(lab, FINDING_divided_by_population);
    assert_string_equal(lab_argument(f, "code"), "X");
    assert_string_equal(lab_argument(f, "parts"), "2");
    assert_string_equal(f->file, "crosswalk.csv");
    assert_int_equal(f->line, 2);
    /* Facts of 2024 stay as they are. */
    holds("population", "b2", "2024", 1500, STATUS_OK);
    assert_int_equal(fact("population", "b2", "2024")->part_count, 0);
}

/* Without populations: alike, and that is a doubt. */
static void backward_alike(void **state)
{
    (void)state;
    say_new("members", 100, 10, 10, 10);
    put_on_map(20250630);
    holds("members", "a1", "2026", 50, STATUS_ESTIMATED);
    assert_int_equal(lab_found(lab, FINDING_divided_alike), 3);
}

/* An attribute of the register stands in. */
static void backward_by_attribute(void **state)
{
    struct areas *areas = &lab->study.areas;
    static const char *names[] = { "population" };
    (void)state;
    areas->attribute_names = names;
    areas->attribute_count = 1;
    for (uint32_t a = 0; a < areas->count; a++) {
        areas->items[a].attributes = arena_array(lab->arena, 1, const char *);
        areas->items[a].attributes[0] =
            strcmp(areas->items[a].code, "a1") == 0 ? "900" : "100";
    }
    say_new("members", 100, 10, 10, 10);
    put_on_map(20250630);
    holds("members", "a1", "2026", 90, STATUS_ESTIMATED);
    assert_int_equal(lab_found(lab, FINDING_divided_by_population), 3);
}

static void forward(void **state)
{
    (void)state;
    lab->study.project.root = lab_area(lab, "33");
    say_populations();
    lab_say(lab, "a1", "2024", "members", "", 100); /* a2 did not report */
    lab_say(lab, "b1", "2024", "members", "", 7);
    lab_add(lab, "b3", "2024", "members", "", 8, STATUS_PROVISIONAL, false);
    lab_add(lab, "c2", "2024", "members", "", 0.5, STATUS_OK, false);
    lab_say(lab, "338", "2024", "units", "", 5);
    lab_say(lab, "34", "2024", "units", "", 50);
    put_on_map(20260101);
    holds("population", "X", "2024", 4000, STATUS_OK);
    holds("population", "Z", "2024", 2000, STATUS_OK);
    holds("members", "X", "2024", NO_VALUE, STATUS_MISSING);
    holds("members", "Y", "2024", 15, STATUS_PROVISIONAL);
    holds("members", "W", "2024", 0.5, STATUS_OK);
    assert_null(fact("members", "Z", "2024")); /* nobody said anything */
    /* The province is the same land under another code; the district is not on
     * the map. */
    holds("units", "33", "2024", 50, STATUS_OK);
    assert_null(fact("units", "X", "2024"));
    assert_int_equal(lab->findings->count, 1); /* said of the district */
    assert_int_equal(lab_found(lab, FINDING_not_carried), 1);
    const struct fact *f = fact("population", "X", "2024");
    assert_int_equal(f->part_count, 2);
    assert_int_equal(f->parts[1].area, lab_area(lab, "a2"));
    assert_near(f->parts[1].value, 3000, 0);
    assert_near(lab->table->value[f->parts[1].row], 3000, 0);
}

/* Rates go only where the land is the same; bodies are not divided, but add up
 * where they lie whole. */
static void what_is_not_divided(void **state)
{
    (void)state;
    lab_indicator(lab, "bodies", KIND_COUNT, "bodies", NULL);
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    lab_say(lab, "a1", "2024", "bodies", "", 1);
    lab_say(lab, "a2", "2024", "bodies", "", 2);
    lab_say(lab, "338", "2024", "members", "", 90);
    lab_say(lab, "338", "2025", "members", "", 95);
    say_populations();
    say_new("share", .25, .5, .75, .125);
    say_new("bodies", 5, 4, 3, 2);
    say_new("members", 101, 77, 13, 40);
    lab_say(lab, "X", "2025", "bodies", "", 4);
    lab_say(lab, "X", "2025", "members", "", 99);
    put_on_map(20250630);
    holds("share", "c2", "2026", .125, STATUS_OK);
    holds("share", "a1", "2026", NO_VALUE, STATUS_MISSING);
    assert_null(fact("share", "338", "2026"));
    holds("bodies", "a1", "2026", NO_VALUE, STATUS_MISSING);
    holds("bodies", "338", "2026", 5, STATUS_OK);
    holds("bodies", "c2", "2026", 2, STATUS_OK);
    assert_null(fact("bodies", "336", "2026"));
    /* No change of bodies over the reform, one of members. */
    const struct result *r = lab_result(lab, "bodies", "338", "2025");
    assert_near(r->value, 4, 0);
    assert_false(has_value(r->change));
    assert_string_equal(r->note, "change.break");
    assert_near(lab_result(lab, "bodies", "338", "2026")->change, 1, 0);
    assert_near(lab_result(lab, "count", "338", "2025")->change, 99 - 90, 0);
}

/* On its own map: 33 and 34 are not the same area, X is new. */
static void pieces(void **state)
{
    (void)state;
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    say_populations();
    say_new("members", 101, 77, 13, 40);
    lab_say(lab, "a1", "2024", "members", "", 10);
    lab_say(lab, "a2", "2024", "members", "", 20);
    lab_say(lab, "338", "2024", "members", "", 31); /* its own word counts */
    lab_say(lab, "336", "2024", "members", "", 40);
    lab_say(lab, "344", "2024", "members", "", 50);
    lab_say(lab, "34", "2024", "units", "", 1);
    lab_say(lab, "33", "2026", "units", "", 2);
    put_on_map(0);
    const struct area *piece = &study->areas.items[lab_area(lab, "336")];
    assert_string_equal(piece->code, "336+344");
    assert_string_equal(piece->name, "Area 336 + Area 344");
    assert_int_equal(
        area_by_code(&study->areas, "336+344", 20260101, TIER_NONE),
        lab_area(lab, "336"));
    holds("members", "336", "2026", 77 + 13 + 40, STATUS_OK);
    holds("members", "336", "2024", 90, STATUS_OK);
    holds("members", "338", "2024", 31, STATUS_OK);
    holds("members", "338", "2026", 101, STATUS_OK);
    holds("population", "338", "2024", 4000, STATUS_OK);
    assert_null(fact("members", "344", "2024"));
    holds("units", "34", "2024", 1, STATUS_OK);
    holds("units", "34", "2026", 2, STATUS_OK);
    gives("count", "34", 101 + 77 + 13 + 40, STATUS_OK);
    assert_int_equal(lab_found(lab, FINDING_divided_by_population), 0);
}

/* a1 went to X by a guess that stays in the province. */
static void guessed(void **state)
{
    (void)state;
    lab->study.crosswalk.items[0].inferred = true;
    say_populations();
    say_new("members", 101, 77, 13, 40);
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    put_on_map(20260101);
    holds("population", "X", "2024", 4000, STATUS_ESTIMATED);
    holds("population", "Y", "2024", 1000, STATUS_OK);
    put_on_map(20250630);
    gives("count", "338", 101, STATUS_ESTIMATED);
    gives("count", "34", 231, STATUS_OK);
}

/* Nothing says where c2 went. */
static void lost(void **state)
{
    (void)state;
    lab->study.crosswalk.count--;
    say_populations();
    put_on_map(20260101);
    assert_null(fact("population", "W", "2024"));
    holds("population", "Z", "2024", 2000, STATUS_OK);
    const struct finding *f = lab_finding(lab, FINDING_crosswalk_gap);
    assert_string_equal(lab_argument(f, "code"), "c2");
    assert_int_equal(f->count, 1);
}

/* On the map as reported a new unit has no past, and 33 that took over 34 has
 * none either; a district in which communes merged has one. */
static void territory(void **state)
{
    static const struct register_row inside[] = {
        { 20240402, "a1", "a2", 0, false },
        { 20240402, "b1", "c1", .5, false },
        { 20240402, "b1", "b1", .5, false },
    };
    (void)state;
    register_cross(&lab->study.crosswalk, &lab->study.areas, inside, 3,
                   lab->arena);
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    lab_indicator(lab, "bodies", KIND_COUNT, "bodies", NULL);
    for (int i = 0; i < LINES; i++)
        if (lines[i].to == REFORM) {
            lab_say(lab, lines[i].code, "2023", "members", "", 10);
            lab_say(lab, lines[i].code, "2024", "members", "", 12);
            lab_say(lab, lines[i].code, "2023", "bodies", "", 10);
            lab_say(lab, lines[i].code, "2024", "bodies", "", 12);
        }
    lab_run(lab);
    static const struct {
        const char *area;
        bool members, bodies; /* has a change */
    } wanted[] = {
        { "a1", false, false },  { "a2", false, false },
        { "338", true, false },  { "b1", false, false },
        { "336", false, false }, { "344", false, false },
        { "c1", false, false },  { "34", true, false },
        { "b2", true, true },
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        const struct result *r =
            lab_result(lab, "count", wanted[i].area, "2024");
        assert_int_equal(has_value(r->change), wanted[i].members);
        r = lab_result(lab, "bodies", wanted[i].area, "2024");
        assert_int_equal(has_value(r->change), wanted[i].bodies);
    }
}

static void explained(void **state)
{
    (void)state;
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    say_populations();
    say_new("members", 101, 77, 13, 40);
    put_on_map(20250630);
    struct trace *t = trace_build(0, lab_area(lab, "336"), lab_period("2026"),
                                  0.95, lab->formulas, cube, study, lab->arena);
    assert_non_null(t);
    assert_int_equal(t->terms[0].count, 2); /* b1 and b3 of Y, b2 of Z */
    assert_near(t->terms[0].lines[0].value, 39 + 38, 0);
    assert_near(t->terms[0].lines[0].share, 1, 1e-12);
    assert_int_equal(t->terms[0].lines[0].area, lab_area(lab, "Y"));
    assert_near(t->terms[0].lines[1].share, .75, 1e-12);
    assert_int_equal(t->terms[0].lines[1].area, lab_area(lab, "Z"));
}

/* A group that a user made: a row of the register like any other. */
static void own_groups(void **state)
{
    static const struct register_line grouped[] = {
        { "33", NULL, TIER_PROVINCE, REFORM, 0 },
        { "C1", "33", TIER_DISTRICT, REFORM, 0 },
        { "X", "C1", TIER_COMMUNE, REFORM, 0 },
        { "Y", "C1", TIER_COMMUNE, REFORM, 0 },
        { "Z", "33", TIER_COMMUNE, REFORM, 0 }, /* in no group */
        { "W", "33", TIER_COMMUNE, REFORM, 0 },
    };
    (void)state;
    register_build(&lab->study.areas, grouped, 6, lab->arena);
    lab->study.crosswalk.count = 0;
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    say_new("members", 101, 77, 13, 40);
    lab_run(lab);
    gives("count", "C1", 178, STATUS_OK);
    gives("count", "33", 231, STATUS_OK);
    assert_int_equal(lab_result(lab, "count", "33", "2026")->expected, 4);
}

/* A former district goes on as a group of the same land. */
static void district_into_group(void **state)
{
    struct register_line grouped[LINES + 1];
    (void)state;
    memcpy(grouped, lines, sizeof lines);
    grouped[LINES] =
        (struct register_line){ "C1", "33", TIER_DISTRICT, REFORM, 0 };
    for (int i = 0; i < LINES; i++)
        if (strcmp(grouped[i].code, "X") == 0)
            grouped[i].parent = "C1";
    register_build(&lab->study.areas, grouped, LINES + 1, lab->arena);
    register_cross(&lab->study.crosswalk, &lab->study.areas, rows, ROWS,
                   lab->arena);
    lab->study.project.root = lab_area(lab, "33");
    lab_say(lab, "338", "2024", "members", "", 100);
    lab_say(lab, "336", "2024", "members", "", 200);
    lab_say(lab, "344", "2024", "units", "", 7);
    put_on_map(20260101);
    holds("members", "C1", "2024", 100, STATUS_OK);
    /* 336 and 344 are whole nowhere: said, not forgotten. */
    const struct finding *f = lab_finding(lab, FINDING_not_carried);
    assert_int_equal(f->count, 2);
    assert_string_equal(lab_argument(f, "code"), "336");
    put_on_map(20250630);
    holds("members", "336", "2024", 200, STATUS_OK);
    assert_int_equal(lab_found(lab, FINDING_not_carried), 1);
}

/* A village goes with its commune only where that stays what it is. */
static void villages(void **state)
{
    struct register_line more[LINES + 1];
    (void)state;
    memcpy(more, lines, sizeof lines);
    more[LINES] = (struct register_line){ "v", "c2", TIER_VILLAGE, 0, 0 };
    register_build(&lab->study.areas, more, LINES + 1, lab->arena);
    register_cross(&lab->study.crosswalk, &lab->study.areas, rows, ROWS,
                   lab->arena);
    lab_say(lab, "v", "2024", "members", "", 6);
    put_on_map(20250101);
    holds("members", "v", "2024", 6, STATUS_OK);
    assert_int_equal(lab->findings->count, 0);
    put_on_map(20260101);
    assert_null(fact("members", "v", "2024"));
    assert_string_equal(
        lab_argument(lab_finding(lab, FINDING_not_carried), "code"), "v");
}

/* The facts of one period alone, for whoever has them. */
static void one_period(void **state)
{
    struct fact *out;
    size_t count, given;
    (void)state;
    say_populations();
    say_new("members", 101, 77, 13, 40);
    put_on_map(20250630);
    struct restating *r =
        restating_new(&lab->study, lab->cube, lab->arena, lab->findings);
    const struct fact *facts =
        cube_run(lab->cube, quantity_find(&lab->study.codebook, "members"),
                 lab_period("2026"), &given);
    count = restate_facts(&out, r, facts, given, 20261231, 20250630);
    /* Seven communes, and the district and province in which all is whole. */
    assert_int_equal(count, 9);
    for (size_t i = 0; i < count; i++) {
        const struct fact *same =
            cube_find(cube, out[i].quantity, out[i].period, out[i].area, 0);
        assert_near(out[i].value, same->value, 0);
    }
    /* Between days without a reform nothing happens. */
    assert_int_equal(restate_facts(&out, r, facts, given, 20261231, 20270101),
                     4);
    assert_near(out[0].value, facts[0].value, 0);
    assert_int_equal(out[0].part_count, 0);
}

static void divided_numbers(void **state)
{
    static const double thirds[] = { 1. / 3, 1. / 3, 1. / 3 };
    static const double uneven[] = { .5, .3, .2 };
    double parts[3];
    (void)state;
    facts_divide(parts, 100, thirds, 3);
    assert_near(parts[0], 34, 0);
    assert_near(parts[1], 33, 0);
    assert_near(parts[2], 33, 0);
    facts_divide(parts, 3, thirds, 3); /* 3 x 1/3 is one */
    assert_near(parts[2], 1, 0);
    facts_divide(parts, 7, uneven, 3); /* 3.5 2.1 1.4 */
    assert_near(parts[0], 4, 0);
    assert_near(parts[1], 2, 0);
    assert_near(parts[2], 1, 0);
    facts_divide(parts, -7, uneven, 3); /* -3.5 -2.1 -1.4 */
    assert_near(parts[0] + parts[1] + parts[2], -7, 0);
    facts_divide(parts, 1.5, uneven, 3);
    assert_near(parts[1], .45, 1e-12);
    facts_divide(parts, 1e12 + 1, thirds, 3);
    assert_near(parts[0] + parts[1] + parts[2], 1e12 + 1, 0);
}

/* Money: what a product may be off by grows with the number, up to whole ones.
 */
static void divided_money(void **state)
{
    static const double halves[] = { .5, .5 };
    static const double fifths[] = { .2, .2, .2, .2, .2 };
    double parts[100], shares[100], sum = 0;
    (void)state;
    facts_divide(parts, 1e15, halves, 2);
    assert_near(parts[0], 5e14, 0);
    assert_near(parts[1], 5e14, 0);
    facts_divide(parts, 9007199254740991, fifths, 5); /* 2^53 - 1 */
    for (int i = 0; i < 5; i++)
        assert_true(fabs(parts[i] - 1801439850948198.2) < 1.25);
    for (int i = 0; i < 5; i++)
        sum += parts[i];
    assert_near(sum, 9007199254740991, 0);
    /* A hundred parts of 9,999,999,999.99: all but one go up. */
    for (int i = 0; i < 100; i++)
        shares[i] = .01;
    facts_divide(parts, 1e12 - 1, shares, 100);
    sum = 0;
    for (int i = 0; i < 100; i++)
        sum += parts[i];
    assert_near(sum, 1e12 - 1, 0);
    assert_near(parts[0], 1e10, 0);
    assert_near(parts[99], 1e10 - 1, 0);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_lab, close_lab)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(backward_by_population),
        CASE(backward_alike),
        CASE(backward_by_attribute),
        CASE(forward),
        CASE(what_is_not_divided),
        CASE(pieces),
        CASE(guessed),
        CASE(lost),
        CASE(territory),
        CASE(explained),
        CASE(own_groups),
        CASE(district_into_group),
        CASE(villages),
        CASE(one_period),
        CASE(divided_numbers),
        CASE(divided_money),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
