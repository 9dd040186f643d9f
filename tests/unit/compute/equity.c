/*
 * equity.c - the driver of the measures: what it leaves out, what it says, and
 * that nothing makes it fall over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_errno.h>

#include "engine/compute/equity/equity.h"
#include "tests/unit/compute/lab.h"

static struct arena *arena, *scratch;
static struct equity_results *results;
static struct equity_request request;

static int start(void **state)
{
    (void)state;
    arena = arena_new();
    scratch = arena_new();
    results = equity_results_new(arena);
    request = equity_request_plain();
    request.scale = 100;
    return 0;
}

static int finish(void **state)
{
    (void)state;
    arena_free(scratch);
    arena_free(arena);
    return 0;
}

static struct equity_row counts(double x, double n)
{
    return (struct equity_row){ .numerator = x,
                                .denominator = n,
                                .estimate = NO_VALUE,
                                .population = NO_VALUE,
                                .se = NO_VALUE,
                                .order = NO_VALUE };
}

static struct equity_row estimate(double value, double population, double se)
{
    struct equity_row row = counts(NO_VALUE, NO_VALUE);

    row.estimate = value;
    row.population = population;
    row.se = se;
    return row;
}

static void measure(const struct equity_row rows[], size_t count)
{
    results->count = 0;
    equity_table(results, rows, count, &request, scratch);
}

static const struct equity_result *row_of(const char *id)
{
    static const struct equity_result none;

    for (size_t i = 0; i < results->count; i++)
        if (strcmp(results->items[i].measure, id) == 0)
            return &results->items[i];
    fail_msg("no row of %s", id);
    return &none;
}

static bool has_row(const char *id)
{
    for (size_t i = 0; i < results->count; i++)
        if (strcmp(results->items[i].measure, id) == 0)
            return true;
    return false;
}

static void check_note(const char *id, const char *note)
{
    const char *got = row_of(id)->note;

    if (!got != !note || (got && strcmp(got, note) != 0))
        fail_msg("%s: note %s, wanted %s", id, got ? got : "none",
                 note ? note : "none");
}

/* All that apply, in the order of the document, ids as written. */
static void list(void **state)
{
    struct equity_row rows[] = { counts(10, 100), counts(20, 90),
                                 counts(30, 80) };

    (void)state;
    measure(rows, 3);
    assert_string_equal(results->items[0].measure, "difference");
    assert_string_equal(results->items[1].measure, "ratio");
    assert_true(has_row("atkinson:0.5") && has_row("generalised_entropy:2"));
    assert_false(has_row("slope_index") || has_row("theil_within") ||
                 has_row("shortfall_gap") ||
                 has_row("mean_difference_reference"));
    check_note("gini", NULL);
    check_note("difference", NULL);
    assert_false(has_value(row_of("difference")->se)); /* it was drawn */
    assert_true(has_value(row_of("difference")->lower));
    request.target = 20;
    rows[1].reference = true;
    for (int i = 0; i < 3; i++) {
        rows[i].order = i;
        rows[i].group = i ? "rural" : "urban";
    }
    measure(rows, 3);
    assert_true(has_row("slope_index") && has_row("theil_within") &&
                has_row("shortfall_gap") &&
                has_row("mean_difference_reference"));
}

/* 13 equal areas: nothing but zeros and ones, however noisy. */
static void equal(void **state)
{
    struct equity_row rows[13];

    (void)state;
    for (int i = 0; i < 13; i++)
        rows[i] = counts(45, 60);
    measure(rows, 13);
    for (size_t i = 0; i < results->count; i++) {
        struct measure_choice c;
        assert_true(measure_find(results->items[i].measure, &c));
        assert_near(results->items[i].estimate, c.measure->equal, 1e-12);
    }
}

/* The same share of other bases: equal to the last bit. */
static void equal_but_for_rounding(void **state)
{
    struct equity_row rows[] = { counts(1, 3), counts(7, 21), counts(33, 99) };

    (void)state;
    request.scale = 1;
    for (int i = 0; i < 3; i++)
        rows[i].order = i + 1;
    measure(rows, 3);
    for (size_t i = 0; i < results->count; i++) {
        struct measure_choice c;
        assert_true(measure_find(results->items[i].measure, &c));
        assert_near(results->items[i].estimate, c.measure->equal, 0);
    }
}

/* Alike: no direction to go, but chance could have hidden so much. At 100 per
 * cent there is no chance to draw, and nothing is claimed. */
static void alike(void **state)
{
    struct equity_row rows[] = { counts(45, 60), counts(45, 60),
                                 counts(45, 60) };
    struct equity_row full[] = { counts(60, 60), counts(60, 60),
                                 counts(70, 70) };

    (void)state;
    request.draws = 4000;
    measure(rows, 3);
    assert_near(row_of("difference")->lower, 0, 0);
    assert_near(row_of("difference")->p_value, 1, 0);
    assert_near(row_of("difference")->corrected, 0, 0);
    /* R: qtukey(.975, 3, Inf) = 3.68 errors of 5.59 */
    assert_near(row_of("difference")->upper, 3.68 * 5.59, 2.5);
    check_note("difference", NULL);
    measure(full, 3);
    assert_near(row_of("gini")->estimate, 0, 0);
    assert_false(has_value(row_of("gini")->upper));
    assert_near(row_of("gini")->p_value, 1, 0);
    check_note("gini", "equity.interval_withheld");
}

/* One order for all: nothing can follow it, and no certainty either. */
static void one_order(void **state)
{
    struct equity_row rows[] = { counts(10, 60), counts(5, 60),
                                 counts(20, 70) };

    (void)state;
    for (int i = 0; i < 3; i++)
        rows[i].order = 1;
    measure(rows, 3);
    assert_near(row_of("absolute_concentration")->estimate, 0, 1e-12);
    assert_false(has_value(row_of("absolute_concentration")->se));
    assert_false(has_value(row_of("difference")->lower));
    check_note("slope_index", "equity.undefined");
}

static void no_aversion(void **state)
{
    struct equity_row rows[] = { counts(1, 10), counts(7, 21), counts(9, 10) };
    struct measure_choice choice;

    (void)state;
    assert_true(measure_find("atkinson:0", &choice));
    request.measures = &choice;
    request.measure_count = 1;
    measure(rows, 3);
    assert_near(row_of("atkinson:0")->estimate, 0, 0);
}

/* Counts in one row are counts for the table. */
static void both_forms(void **state)
{
    struct equity_row rows[] = { estimate(90, 1, NO_VALUE),
                                 estimate(50, 20, NO_VALUE),
                                 estimate(70, 20, NO_VALUE) };

    (void)state;
    rows[0].numerator = 5, rows[0].denominator = 100;
    rows[2].numerator = 10, rows[2].denominator = 100;
    measure(rows, 3);
    assert_int_equal(row_of("difference")->count, 2);
    assert_near(row_of("difference")->estimate, 5, 1e-12);
    check_note("difference", "equity.rows_left_out");
}

/* An order that some rows lack: those are left out, and it is said. */
static void gaps_in_the_order(void **state)
{
    struct equity_row rows[] = { counts(10, 100), counts(20, 100),
                                 counts(30, 100), counts(90, 100) };

    (void)state;
    for (int i = 0; i < 3; i++)
        rows[i].order = 3 - i;
    measure(rows, 4);
    assert_int_equal(row_of("difference")->count, 3);
    assert_near(row_of("difference")->estimate, -20, 1e-12);
    assert_true(has_row("slope_index"));
    check_note("difference", "equity.rows_left_out");
}

/* The reference has no figure: nothing runs against another in its place. */
static void reference_without_figure(void **state)
{
    static const char *const against[] = { "difference", "ratio",
                                           "mean_difference_reference" };
    struct equity_row rows[] = { estimate(10, 100, NO_VALUE),
                                 estimate(NO_VALUE, 300, NO_VALUE),
                                 estimate(45, 50, NO_VALUE) };

    (void)state;
    rows[1].reference = true;
    measure(rows, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_false(has_value(row_of(against[i])->estimate));
        check_note(against[i], "equity.reference_empty");
    }
    assert_true(has_value(row_of("gini")->estimate));
    /* An order needs no reference. */
    for (int i = 0; i < 3; i++)
        rows[i].order = i;
    measure(rows, 3);
    assert_near(row_of("difference")->estimate, 35, 1e-12);
    check_note("mean_difference_reference", "equity.reference_empty");
}

static void some_errors(void **state)
{
    struct equity_row rows[] = { estimate(10, 100, 1), estimate(20, 300, 2),
                                 estimate(45, 50, NO_VALUE) };

    (void)state;
    for (int i = 0; i < 3; i++)
        rows[i].order = i;
    measure(rows, 3);
    assert_false(has_value(row_of("difference")->se));
    check_note("difference", "equity.some_errors");
}

/* What rounding leaves of a zero is no divisor. */
static void rounded_zeros(void **state)
{
    struct equity_row shares[] = { estimate(0, 1, NO_VALUE),
                                   estimate(0, 1, NO_VALUE),
                                   estimate(5, 8, NO_VALUE) };
    struct equity_row line[7];

    (void)state;
    measure(shares, 3);
    assert_false(has_value(row_of("s80_s20")->estimate));
    /* The line through these goes through 0. */
    for (int i = 0; i < 7; i++) {
        line[i] = estimate(0.7 * (2 * i + 1), 10, NO_VALUE);
        line[i].order = i + 1;
    }
    measure(line, 7);
    assert_false(has_value(row_of("relative_index")->estimate));
    assert_near(row_of("slope_index")->estimate, 9.8, 1e-12);
    for (int i = 0; i < 7; i++)
        line[i].order = 7 - i;
    measure(line, 7);
    assert_near(row_of("relative_index")->estimate, 0, 0);
}

/* One missing, one with no weight, one with more than its whole. */
static void left_out(void **state)
{
    struct equity_row rows[] = { counts(10, 100), counts(NO_VALUE, 90),
                                 counts(30, 80),  counts(0, 0),
                                 counts(81, 80),  counts(-1, 50) };

    (void)state;
    measure(rows, 6);
    assert_int_equal(row_of("gini")->count, 2);
    assert_near(row_of("difference")->estimate, 27.5, 1e-12);
    check_note("difference", "equity.rows_left_out");
    /* A ratio may pass its whole. */
    request.kind = KIND_RATIO;
    measure(rows, 6);
    assert_int_equal(row_of("gini")->count, 4);
    assert_near(row_of("difference")->estimate, 101.25 + 2, 1e-12);
    check_note("theil", "equity.negative");
}

static void nothing(void **state)
{
    struct equity_row rows[] = { counts(NO_VALUE, 3), estimate(3, 0, 1) };

    (void)state;
    measure(rows, 0);
    assert_true(results->count > 0);
    check_note("gini", "equity.no_areas");
    assert_false(has_value(row_of("gini")->estimate));
    measure(rows, 2);
    check_note("theil", "equity.no_areas");
    assert_int_equal(row_of("theil")->count, 0);
}

static void one_area(void **state)
{
    struct equity_row rows[] = { counts(37, 100) };

    (void)state;
    rows[0].order = 1;
    rows[0].reference = true;
    measure(rows, 1);
    assert_near(row_of("difference")->estimate, 0, 0);
    assert_near(row_of("ratio")->estimate, 1, 0);
    check_note("difference", "equity.one_area");
    assert_false(has_value(row_of("difference")->se));
    check_note("slope_index", "equity.undefined");
    assert_near(row_of("mean_difference_reference")->estimate, 0, 0);
}

static void zeros(void **state)
{
    struct equity_row some[] = { counts(0, 100), counts(20, 90) };
    struct equity_row all[] = { counts(0, 100), counts(0, 90) };

    (void)state;
    measure(some, 2);
    check_note("ratio", "equity.zero_value");
    check_note("mean_log_deviation", "equity.zero_value");
    assert_near(row_of("difference")->estimate, 100 * 20.0 / 90, 1e-12);
    measure(all, 2);
    check_note("gini", "equity.zero_mean");
    assert_near(row_of("difference")->estimate, 0, 0);
    assert_near(row_of("between_group_variance")->estimate, 0, 0);
}

/* Named but not possible: empty, with the reason. */
static void needs(void **state)
{
    static const char *const ids[] = {
        "slope_index",   "theil_within",         "mean_difference_reference",
        "shortfall_gap", "mean_difference_best", "slope_index:logit"
    };
    static const char *const notes[] = {
        "equity.needs_order",     "equity.needs_group",
        "equity.needs_reference", "equity.needs_target",
        "equity.needs_better",    "equity.needs_proportions",
    };
    struct equity_row rows[] = { counts(10, 100), counts(20, 90) };
    struct measure_choice choices[6];

    (void)state;
    for (size_t i = 0; i < 6; i++)
        assert_true(measure_find(ids[i], &choices[i]));
    request.measures = choices;
    request.measure_count = 6;
    request.better = BETTER_NONE;
    measure(rows, 2);
    for (size_t i = 0; i < 5; i++)
        check_note(ids[i], notes[i]);
    rows[0].order = 1, rows[1].order = 2;
    request.kind = KIND_RATIO;
    measure(rows, 2);
    check_note(ids[5], notes[5]);
    check_note("slope_index", NULL);
}

/* Which pair, and in which direction. */
static void pairs(void **state)
{
    struct equity_row rows[] = { counts(50, 100), counts(20, 100),
                                 counts(90, 100), counts(30, 100) };

    (void)state;
    measure(rows, 4);
    assert_near(row_of("difference")->estimate, 70, 1e-12);
    assert_near(row_of("ratio")->estimate, 4.5, 1e-12);
    /* Ordered: least minus most disadvantaged. */
    for (int i = 0; i < 4; i++)
        rows[i].order = i + 1;
    measure(rows, 4);
    assert_near(row_of("difference")->estimate, -20, 1e-12);
    assert_near(row_of("ratio")->estimate, 0.6, 1e-12);
    assert_true(has_value(row_of("ratio")->lower));
    request.better = BETTER_LOWER;
    measure(rows, 4);
    assert_near(row_of("difference")->estimate, 20, 1e-12);
    /* Two share the last place: their mean, of half the variance each. */
    rows[2].order = 4;
    measure(rows, 4);
    assert_near(row_of("difference")->estimate, 50 - 60, 1e-12);
    check_note("difference", NULL);
    double first = 51 / 102.0, third = 91 / 102.0, fourth = 31 / 102.0;
    assert_near(row_of("difference")->se,
                100 * sqrt((first * (1 - first) + third * (1 - third) / 4 +
                            fourth * (1 - fourth) / 4) /
                           100),
                1e-12);
    /* A reference: against the worst of the rest. */
    for (int i = 0; i < 4; i++)
        rows[i].order = NO_VALUE;
    rows[0].reference = true;
    measure(rows, 4);
    assert_near(row_of("difference")->estimate, 40, 1e-12); /* 90 - 50 */
    check_note("difference", NULL);
    assert_false(has_value(row_of("difference")->corrected)); /* signed */
    assert_false(has_value(row_of("difference")->se));
    request.better = BETTER_HIGHER;
    measure(rows, 4);
    assert_near(row_of("difference")->estimate, 30, 1e-12); /* 50 - 20 */
    assert_near(row_of("ratio")->estimate, 2.5, 1e-12);
    /* With one other area the pair is named. */
    measure(rows, 2);
    check_note("difference", NULL);
    assert_near(row_of("difference")->estimate, 30, 1e-12);
}

/* Where the errors come from: counts, or the table, or nowhere. */
static void errors(void **state)
{
    struct equity_row rows[] = { estimate(40, 100, 3), estimate(60, 50, 4) };

    (void)state;
    rows[0].order = 1, rows[1].order = 2;
    measure(rows, 2);
    assert_near(row_of("difference")->se, 5, 1e-12);
    assert_near(row_of("difference")->lower, 20 - 5 * 1.959963984540054, 1e-11);
    rows[1].se = NO_VALUE;
    measure(rows, 2);
    check_note("difference", "equity.some_errors");
    rows[0].se = NO_VALUE;
    measure(rows, 2);
    check_note("difference", "equity.no_error");
    rows[0].se = 3;
    request.noise = NOISE_NONE;
    rows[1].se = 4;
    measure(rows, 2);
    check_note("difference", "equity.fact");
    assert_false(has_value(row_of("difference")->se));
    /* Counts: binomial, clustered, Poisson; the counts win. */
    rows[0] = counts(29, 98), rows[1] = counts(59, 98);
    rows[0].order = 1, rows[1].order = 2;
    rows[0].estimate = 1, rows[0].population = 1;
    request.noise = NOISE_BINOMIAL;
    measure(rows, 2);
    double binomial =
        100 * sqrt((0.3 * 0.7 + 0.6 * 0.4) / 98); /* at 30/100, 60/100 */
    assert_near(row_of("difference")->se, binomial, 1e-12);
    request.noise = NOISE_CLUSTERED;
    request.design_effect = 4;
    measure(rows, 2);
    /* As good as 24.5 persons each: 8.25/26.5 and 15.75/26.5. */
    double clustered =
        100 * sqrt((8.25 * 18.25 + 15.75 * 10.75) / (26.5 * 26.5) * 4 / 98);
    assert_near(row_of("difference")->se, clustered, 1e-12);
    request.noise = NOISE_POISSON;
    measure(rows, 2);
    assert_near(row_of("difference")->se, 100 * sqrt(30 + 60) / 98, 1e-12);
    request.noise = NOISE_PROCESS;
    measure(rows, 2);
    check_note("difference", "equity.no_error");
}

static void measure_tier(struct lab *lab, uint16_t indicator, enum tier tier)
{
    struct equity_scope scope = { .tier = tier,
                                  .dimension = NO_INDEX,
                                  .settings = &request };

    results->count = 0;
    equity_compute(results, lab->results, indicator, &scope, &lab->study,
                   scratch);
}

/* Over the districts of a study, a table for each year. */
static void over_areas(void **state)
{
    struct lab *lab = lab_open();
    const struct equity_result *r;

    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_indicator(lab, "index", KIND_INDEX, "share", NULL);
    lab_indicator(lab, "chance", KIND_PROPORTION, "members", "population")
        ->noise = NOISE_BINOMIAL;
    for (int year = 2021; year <= 2022; year++) {
        const char *when = arena_format(arena, "%d", year);
        lab_say(lab, "336", when, "members", "", 10);
        lab_say(lab, "338", when, "members", "", 50);
        lab_say(lab, "339", when, "members", "", year == 2021 ? 90 : 301);
        lab_say(lab, "336", when, "population", "", 100);
        lab_say(lab, "338", when, "population", "", 200);
        lab_say(lab, "339", when, "population", "", 300);
    }
    lab_say(lab, "336", "2022", "share", "", 10);
    lab_say(lab, "338", "2022", "share", "", 30);
    lab_run(lab);
    measure_tier(lab, 0, TIER_DISTRICT);
    r = &results->items[0];
    assert_string_equal(r->measure, "difference");
    assert_int_equal(r->indicator, 0);
    assert_int_equal(r->period, period_of_year(2021));
    assert_int_equal(r->tier, TIER_DISTRICT);
    assert_int_equal(r->count, 3);
    assert_near(r->estimate, 20, 1e-12);
    assert_string_equal(r->note, "equity.fact");
    assert_near(row_of("between_group_variance")->estimate, 50, 1e-10);
    /* 2022: one district claims more members than people. */
    r = &results->items[results->count / 2];
    assert_int_equal(r->period, period_of_year(2022));
    assert_int_equal(r->count, 2);
    assert_string_equal(r->note, "equity.rows_left_out");
    /* No denominator: every area counts the same. */
    measure_tier(lab, 1, TIER_DISTRICT);
    assert_near(row_of("between_group_variance")->estimate, 100, 1e-10);
    check_note("difference", "equity.rows_left_out"); /* 339 is missing */
    measure_tier(lab, 2, TIER_DISTRICT);
    check_note("theil", NULL);
    assert_true(has_value(row_of("theil")->lower));
    measure_tier(lab, 0, TIER_COMMUNE);
    assert_int_equal(results->count, 0);
    lab_close(lab);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(equal_but_for_rounding),
        TEST(no_aversion),
        TEST(alike),
        TEST(one_order),
        TEST(both_forms),
        TEST(gaps_in_the_order),
        TEST(reference_without_figure),
        TEST(some_errors),
        TEST(rounded_zeros),
        TEST(list),
        TEST(equal),
        TEST(left_out),
        TEST(nothing),
        TEST(one_area),
        TEST(zeros),
        TEST(needs),
        TEST(pairs),
        TEST(errors),
        TEST(over_areas),
    };

    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
