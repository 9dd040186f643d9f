/*
 * compare.c - families of areas: who is in them, against which whole, and what
 * is said where there is little to say it by.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_errno.h>

#include "engine/compute/compare/compare_parts.h"
#include "tests/unit/compute/lab.h"

enum { ROOM = 16 };

/* A family made by hand: counts in, its whole added up. */
struct trial {
    struct indicator indicator;
    struct comparison rows[ROOM];
    struct compare_family family;
    struct dispersion dispersion;
};

static void trial_start(struct trial *t, enum noise noise)
{
    *t = (struct trial){ .indicator = { .scale = 1,
                                        .noise = noise,
                                        .kind = noise == NOISE_POISSON
                                                    ? KIND_RATE
                                                    : KIND_PROPORTION,
                                        .better = BETTER_HIGHER } };
    t->family = (struct compare_family){ .indicator = &t->indicator,
                                         .confidence = 0.95,
                                         .rows = t->rows };
}

static void trial_add(struct trial *t, double x, double n)
{
    struct arena *arena = arena_new();
    struct comparisons *one = comparisons_new(arena);
    struct comparison *row = comparisons_add(one);

    row->numerator = x;
    row->denominator = n;
    row->value = t->indicator.scale * x / n;
    row->usable = true;
    t->rows[t->family.count++] = *row;
    arena_free(arena);
}

static void trial_run(struct trial *t)
{
    struct arena *arena = arena_new();

    compare_add_up(&t->family);
    t->dispersion = compare_family(&t->family, arena);
    arena_free(arena);
}

/* Worked by hand: p = 100/1000, se = sqrt(.1 (1/100 - 1/1000)) = .03,
 * z = .1/.03 = 3.3333, and 2 (1 - Phi(z)) from a table of the normal curve. */
static void rate_by_hand(void **state)
{
    struct trial t;

    (void)state;
    trial_start(&t, NOISE_POISSON);
    trial_add(&t, 20, 100);
    trial_add(&t, 80, 900);
    trial_run(&t);
    assert_near(t.rows[0].whole, 0.1, 1e-15);
    assert_near(t.rows[0].difference, 0.1, 1e-15);
    assert_near(t.rows[0].difference_lower, 0.1 - 1.959963984540054 * 0.03,
                1e-14);
    assert_near(t.rows[0].difference_upper, 0.1 + 1.959963984540054 * 0.03,
                1e-14);
    assert_near(t.rows[0].p_value, 0.00085812066639, 1e-12);
    /* The rest is as far from the whole in its own errors. */
    assert_near(t.rows[1].p_value, t.rows[0].p_value, 1e-12);
    assert_near(t.rows[1].adjusted_p, t.rows[0].p_value, 1e-12);
    assert_int_equal(t.rows[0].verdict, STANDING_BETTER);
    assert_int_equal(t.rows[1].verdict, STANDING_WORSE);
}

/* p = 1/2, se = sqrt(1/4 (1/100 - 1/500)) = .0447214; .1/se = sqrt 5. With a
 * design effect of 4 se is twice that, z = sqrt 5 / 2. */
static void proportion_by_hand(void **state)
{
    struct trial t;

    (void)state;
    trial_start(&t, NOISE_BINOMIAL);
    trial_add(&t, 60, 100);
    trial_add(&t, 190, 400);
    trial_run(&t);
    assert_near(t.rows[0].difference_upper - t.rows[0].difference,
                1.959963984540054 * sqrt(0.002), 1e-14);
    assert_near(t.rows[0].p_value, 0.025347318677468, 1e-12);
    trial_start(&t, NOISE_CLUSTERED);
    t.indicator.design_effect = 4;
    trial_add(&t, 60, 100);
    trial_add(&t, 190, 400);
    trial_run(&t);
    assert_near(t.rows[0].difference_upper - t.rows[0].difference,
                2 * 1.959963984540054 * sqrt(0.002), 1e-14);
    assert_near(t.rows[0].p_value, 0.263552477282973, 1e-12);
}

/* Three of four events in a tenth of the base: of the binomial (4, 1/10) three
 * have the chance 4 (1/10)^3 (9/10) = .0036, four .0001; p is twice half the
 * first and the second, .0038. Of a proportion, by R: d <- dhyper(3, 100, 900,
 * 4); 2 * (phyper(2, 100, 900, 4, lower.tail = FALSE) - d / 2). */
static void few_events(void **state)
{
    struct trial t;

    (void)state;
    trial_start(&t, NOISE_POISSON);
    trial_add(&t, 3, 100);
    trial_add(&t, 1, 900);
    trial_run(&t);
    assert_near(t.rows[0].p_value, 0.0038, 1e-13);
    /* Those without an event are the rare ones here: the same. */
    trial_start(&t, NOISE_BINOMIAL);
    trial_add(&t, 97, 100);
    trial_add(&t, 899, 900);
    trial_run(&t);
    assert_near(t.rows[0].p_value, 0.00370311678866602, 1e-13);
    assert_int_equal(t.rows[0].verdict, STANDING_WORSE);
}

static void no_events(void **state)
{
    struct trial t;

    (void)state;
    trial_start(&t, NOISE_BINOMIAL);
    for (int i = 0; i < 12; i++)
        trial_add(&t, 0, 10 + i);
    trial_run(&t);
    for (int i = 0; i < 12; i++) {
        assert_near(t.rows[i].difference, 0, 0);
        assert_true(t.rows[i].difference_upper > 0); /* no certainty */
        assert_near(t.rows[i].p_value, 1, 0);
        assert_int_equal(t.rows[i].funnel, FUNNEL_WITHIN);
        assert_int_equal(t.rows[i].rank, 1);
        assert_int_equal(t.rows[i].rank_lower, 1);
        assert_int_equal(t.rows[i].rank_upper, 12);
        assert_int_equal(t.rows[i].verdict, STANDING_SIMILAR);
        assert_near(t.rows[i].shrunk, 0, 0);
        assert_true(has_value(t.rows[i].shrunk_upper));
    }
    assert_near(t.dispersion.tau2, 0, 0);
    assert_near(t.dispersion.phi, 0, 0);
}

static void one_area(void **state)
{
    struct trial t;

    (void)state;
    trial_start(&t, NOISE_BINOMIAL);
    trial_add(&t, 3, 10);
    trial_run(&t);
    assert_near(t.rows[0].difference, 0, 0);
    assert_false(has_value(t.rows[0].p_value));
    assert_false(has_value(t.rows[0].difference_lower));
    assert_false(has_value(t.rows[0].shrunk));
    assert_int_equal(t.rows[0].rank, 1);
    assert_false(has_value(t.dispersion.tau2));
}

/* Nobody at all. */
static void no_area(void **state)
{
    struct trial t;

    (void)state;
    trial_start(&t, NOISE_BINOMIAL);
    trial_run(&t);
    assert_false(has_value(t.family.whole));
    assert_false(has_value(t.dispersion.phi));
}

/* A funnel from twelve areas on; eleven have none. */
static void twelve_areas(void **state)
{
    struct trial t;

    (void)state;
    trial_start(&t, NOISE_BINOMIAL);
    trial_add(&t, 20, 100);
    for (int i = 0; i < 10; i++)
        trial_add(&t, 50, 100);
    trial_run(&t);
    assert_int_equal(t.rows[0].funnel, FUNNEL_NONE);
    trial_add(&t, 50, 100);
    trial_run(&t);
    assert_int_equal(t.rows[0].funnel, FUNNEL_BELOW_998);
    assert_int_equal(t.rows[1].funnel, FUNNEL_WITHIN);
}

static void facts(void **state)
{
    struct trial t;

    (void)state;
    trial_start(&t, NOISE_NONE);
    t.indicator.material = 0.1;
    trial_add(&t, 60, 100);
    trial_add(&t, 30, 50); /* the same value */
    trial_add(&t, 35, 100);
    trial_add(&t, 0, 10);
    t.rows[3].usable = false;
    t.rows[3].value = NO_VALUE;
    trial_run(&t);
    assert_near(t.rows[0].whole, 0.5, 1e-15);
    assert_int_equal(t.rows[0].verdict, STANDING_BETTER);
    assert_int_equal(t.rows[2].verdict, STANDING_WORSE);
    assert_int_equal(t.rows[0].rank, 1);
    assert_int_equal(t.rows[1].rank, 1);
    assert_int_equal(t.rows[2].rank, 3);
    assert_int_equal(t.rows[0].rank_upper, 0);
    assert_false(has_value(t.rows[0].p_value));
    assert_false(has_value(t.rows[0].difference_lower));
    assert_false(has_value(t.rows[0].shrunk));
    assert_int_equal(t.rows[0].funnel, FUNNEL_NONE);
    assert_int_equal(t.rows[3].rank, 0);
    assert_false(has_value(t.rows[3].whole));
    assert_int_equal(t.rows[3].verdict, STANDING_NONE);
    t.indicator.better = BETTER_LOWER;
    trial_run(&t);
    assert_int_equal(t.rows[2].rank, 1);
    assert_int_equal(t.rows[2].verdict, STANDING_BETTER);
    t.rows[2].rank = 0;
    t.indicator.better = BETTER_NONE;
    trial_run(&t);
    assert_int_equal(t.rows[2].rank, 0);
    assert_int_equal(t.rows[2].verdict, STANDING_NONE);
    assert_near(t.rows[2].difference, -0.15, 1e-14);
}

/* Statistics keep it in totals: (60 + 190 + 30)/(100 + 400 + 20) = 7/13. */
static void impossible_row(void **state)
{
    struct trial t;

    (void)state;
    trial_start(&t, NOISE_BINOMIAL);
    trial_add(&t, 60, 100);
    trial_add(&t, 190, 400);
    trial_add(&t, 30, 20);
    t.rows[2].usable = false;
    trial_run(&t);
    assert_near(t.rows[0].whole, 7 / 13.0, 1e-15);
    assert_near(t.rows[0].difference, 0.6 - 7 / 13.0, 1e-15);
    assert_false(has_value(t.rows[2].whole));
    assert_int_equal(t.rows[2].rank, 0);
}

/* Pupils over population may pass the base though each could have gone
 * otherwise: everything is said, nothing is out of its bounds. */
static void above_the_base(void **state)
{
    struct trial t;

    (void)state;
    trial_start(&t, NOISE_BINOMIAL);
    t.indicator.kind = KIND_RATIO;
    trial_add(&t, 110, 100);
    trial_add(&t, 8, 7);
    for (int i = 0; i < 12; i++)
        trial_add(&t, 90, 100);
    trial_run(&t);
    assert_int_equal(t.rows[0].funnel, FUNNEL_ABOVE_998);
    assert_int_equal(t.rows[0].verdict, STANDING_BETTER);
    for (int i = 0; i < 14; i++) {
        assert_true(has_value(t.rows[i].p_value));
        assert_true(t.rows[i].shrunk_lower <= t.rows[i].shrunk);
        assert_true(t.rows[i].shrunk <= t.rows[i].shrunk_upper);
    }
}

/* What only rounding sets apart is no difference. */
static void rounded(void **state)
{
    static const enum noise noises[] = { NOISE_NONE, NOISE_BINOMIAL };
    struct trial t;

    (void)state;
    for (size_t k = 0; k < 2; k++) {
        trial_start(&t, noises[k]);
        /* Weighted counts; their sum is a hair above. */
        for (int i = 0; i < 3; i++)
            trial_add(&t, 0.1, 1);
        trial_run(&t);
        assert_true(t.rows[0].value < t.rows[0].whole);
        for (int i = 0; i < 3; i++) {
            assert_int_equal(t.rows[i].verdict, STANDING_SIMILAR);
            assert_int_equal(t.rows[i].rank, 1);
        }
    }
}

/* --- families of a study -------------------------------------------------- */

static enum standing standing(struct lab *lab, const char *indicator,
                              const char *area)
{
    return lab_result(lab, indicator, area, "2023")->standing;
}

/* 34 has figures of its own: 50,000 of 100,000. */
static struct lab *lab_of_three(void)
{
    struct lab *lab = lab_open();
    static const char *by[] = { "sex" };
    struct indicator *in;

    in = lab_indicator(lab, "fact", KIND_PROPORTION, "members", "population");
    in->by = by, in->by_count = 1;
    lab_indicator(lab, "chance", KIND_PROPORTION, "members", "population")
        ->noise = NOISE_BINOMIAL;
    lab_indicator(lab, "number", KIND_COUNT, "members", NULL);
    lab_say(lab, "336", "2023", "members", "", 52);
    lab_say(lab, "338", "2023", "members", "", 40000);
    lab_say(lab, "339", "2023", "members", "", 301);
    lab_say(lab, "336", "2023", "population", "", 100);
    lab_say(lab, "338", "2023", "population", "", 90000);
    lab_say(lab, "339", "2023", "population", "", 300);
    lab_say(lab, "34", "2023", "members", "", 50000);
    lab_say(lab, "34", "2023", "population", "", 100000);
    lab_say(lab, "338", "2023", "members", "sex=F", 30);
    lab_say(lab, "338", "2023", "population", "sex=F", 100);
    lab_say(lab, "34", "2023", "members", "sex=F", 20);
    lab_say(lab, "34", "2023", "population", "sex=F", 100);
    return lab;
}

static void standings(void **state)
{
    struct lab *lab = lab_of_three();
    struct breakdown women = { SEX, 0 };

    (void)state;
    lab_run(lab);
    compare_standings(lab->results, lab_area(lab, "34"), &lab->study,
                      lab->scratch);
    assert_int_equal(standing(lab, "fact", "336"), STANDING_BETTER);
    assert_int_equal(standing(lab, "fact", "338"), STANDING_WORSE);
    assert_int_equal(standing(lab, "fact", "339"), STANDING_NONE); /* invalid */
    assert_int_equal(standing(lab, "fact", "34"), STANDING_NONE);
    /* 52 of 100 against a half is chance; 40,000 of 90,000 is not. */
    assert_int_equal(standing(lab, "chance", "336"), STANDING_SIMILAR);
    assert_int_equal(standing(lab, "chance", "338"), STANDING_WORSE);
    /* A district has fewer members than its province; that says nothing. */
    assert_int_equal(standing(lab, "number", "338"), STANDING_NONE);
    /* Women against women. */
    assert_int_equal(lab_by(lab, "fact", "338", "2023", women)->standing,
                     STANDING_BETTER);
    /* Without the root there is nothing to stand against. */
    compare_standings(lab->results, lab_area(lab, "101"), &lab->study,
                      lab->scratch);
    assert_int_equal(standing(lab, "fact", "338"), STANDING_NONE);
    lab_close(lab);
}

static const struct comparison *line_of(const struct lab *lab,
                                        const struct comparisons *list,
                                        const char *indicator, const char *area)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct comparison *c = &list->items[i];
        const char *id = lab->study.catalogue.items[c->indicator].id;
        if (strcmp(id, indicator) == 0 && c->area == lab_area(lab, area) &&
            c->breakdown.dimension == NO_INDEX)
            return c;
    }
    return NULL;
}

/* The lines say what the results say, in the results' order. */
static void lines(void **state)
{
    struct lab *lab = lab_of_three();
    struct comparisons *list = comparisons_new(lab->arena);
    struct compare_request request = { .confidence = 0.95 };
    const struct comparison *c;

    (void)state;
    lab_run(lab);
    request.root = lab_area(lab, "34");
    compare_standings(lab->results, request.root, &lab->study, lab->scratch);
    compare_results(list, lab->results, &request, &lab->study, lab->scratch);
    for (size_t i = 0; i < list->count; i++) {
        assert_true(i == 0 || list->items[i].row > list->items[i - 1].row);
        assert_int_equal(lab->results->items[list->items[i].row].standing,
                         list->items[i].verdict);
    }
    assert_null(line_of(lab, list, "fact", "34"));
    c = line_of(lab, list, "chance", "336");
    assert_near(c->whole, 50, 1e-14);
    assert_near(c->difference, 2, 1e-12);
    /* An impossible figure has its line and its value, and no more. */
    c = line_of(lab, list, "chance", "339");
    assert_near(c->value, 100.0 * 301 / 300, 1e-12);
    assert_false(has_value(c->difference));
    assert_int_equal(c->rank, 0);
    /* A count has a place where more is better, and no whole. */
    c = line_of(lab, list, "number", "338");
    assert_false(has_value(c->whole));
    assert_int_equal(c->rank, 1);
    request.period = period_of_year(2022);
    list->count = 0;
    compare_results(list, lab->results, &request, &lab->study, lab->scratch);
    assert_int_equal(list->count, 0);
    lab_close(lab);
}

/* Sorted, every indicator is compared by itself: by one thread or by three. */
static void threads(void **state)
{
    struct lab *lab = lab_of_three();
    struct comparisons *list[2];
    struct compare_request request = { .confidence = 0.95, .limits = true };

    (void)state;
    lab_run(lab);
    results_sort(lab->results, &lab->study);
    request.root = lab_area(lab, "34");
    for (size_t k = 0; k < 2; k++) {
        list[k] = comparisons_new(lab->arena);
        request.threads = 1 + 2 * k;
        compare_results(list[k], lab->results, &request, &lab->study,
                        lab->scratch);
    }
    assert_int_equal(list[0]->count, list[1]->count);
    for (size_t i = 0; i < list[0]->count; i++) {
        assert_int_equal(list[0]->items[i].row, list[1]->items[i].row);
        assert_int_equal(list[0]->items[i].rank, list[1]->items[i].rank);
        assert_int_equal(list[0]->items[i].verdict, list[1]->items[i].verdict);
        assert_true(i == 0 ||
                    list[1]->items[i].row > list[1]->items[i - 1].row);
    }
    assert_near(line_of(lab, list[1], "chance", "336")->difference, 2, 1e-12);
    assert_int_equal(line_of(lab, list[1], "number", "338")->rank, 1);
    lab_close(lab);
}

/* Another year's standings are taken back and not made. */
static void standings_of_a_year(void **state)
{
    struct lab *lab = lab_of_three();
    struct compare_request request = { .confidence = 0.95 };
    struct results_span all;

    (void)state;
    lab_run(lab);
    all = (struct results_span){ 0, lab->results->count };
    request.root = lab_area(lab, "34");
    request.period = period_of_year(2023);
    compare_standings_rows(lab->results, all, &request, &lab->study,
                           lab->scratch);
    assert_int_equal(standing(lab, "fact", "338"), STANDING_WORSE);
    request.period = period_of_year(2022);
    compare_standings_rows(lab->results, all, &request, &lab->study,
                           lab->scratch);
    assert_int_equal(standing(lab, "fact", "338"), STANDING_NONE);
    lab_close(lab);
}

/* Of 336 one commune of two reported: it says nothing of 336. */
static void incomplete(void **state)
{
    struct lab *lab = lab_open();

    (void)state;
    lab_indicator(lab, "fact", KIND_PROPORTION, "members", "population");
    lab_say(lab, "101", "2023", "members", "", 10);
    lab_say(lab, "101", "2023", "population", "", 100);
    lab_say(lab, "338", "2023", "members", "", 60);
    lab_say(lab, "338", "2023", "population", "", 100);
    lab_run(lab);
    assert_true(lab_result(lab, "fact", "336", "2023")->completeness < 1);
    compare_standings(lab->results, lab_area(lab, "34"), &lab->study,
                      lab->scratch);
    assert_int_equal(standing(lab, "fact", "336"), STANDING_NONE);
    assert_int_equal(standing(lab, "fact", "338"), STANDING_BETTER);
    lab_close(lab);
}

/* Districts among districts, communes among communes. */
static void tiers(void **state)
{
    struct lab *lab = lab_open();
    struct comparisons *list = comparisons_new(lab->arena);
    struct compare_request request = { .confidence = 0.95 };
    static const char *const codes[] = { "101", "102", "104", "201", "202" };

    (void)state;
    lab_indicator(lab, "fact", KIND_PROPORTION, "members", "population");
    for (size_t i = 0; i < 5; i++) {
        lab_say(lab, codes[i], "2023", "members", "", 20 + 10 * (double)i);
        lab_say(lab, codes[i], "2023", "population", "", 100);
    }
    lab_run(lab);
    request.root = lab_area(lab, "34");
    compare_results(list, lab->results, &request, &lab->study, lab->scratch);
    assert_int_equal(line_of(lab, list, "fact", "202")->rank, 1);
    assert_int_equal(line_of(lab, list, "fact", "101")->rank, 5);
    assert_int_equal(line_of(lab, list, "fact", "338")->rank, 1);
    assert_int_equal(line_of(lab, list, "fact", "336")->rank, 2);
    lab_close(lab);
}

/* Twelve areas of 50 in 100. The counts beyond which 2.5 % and .1 % fall, by
 * the incomplete beta function continued between whole ones: R, uniroot of
 * pbeta(.5, x, 101 - x) - tail. At n = 100 the error is .05, so a tau of .05
 * makes the way from the centre longer by the root of 2. */
static void limits_by_hand(void **state)
{
    static const double wanted[LIMIT_COUNT] = { 1 - 0.65839852982994,
                                                0.397234221923238,
                                                0.602765778076762,
                                                0.65839852982994 };
    struct funnel_limits limits;
    struct trial t;

    (void)state;
    trial_start(&t, NOISE_BINOMIAL);
    for (size_t i = 0; i < 11; i++)
        trial_add(&t, 50, 100);
    trial_run(&t);
    assert_false(compare_funnel_limits(&limits, &t.family, 0));
    trial_add(&t, 50, 100);
    trial_run(&t);
    assert_true(compare_funnel_limits(&limits, &t.family, 0));
    for (int k = 0; k < LIMIT_COUNT; k++)
        assert_near(limits.values[k][0], wanted[k], 1e-9);
    assert_near(limits.base[LIMIT_SIZES - 1], 100, 1e-12);
    assert_true(compare_funnel_limits(&limits, &t.family, 0.0025));
    assert_near(limits.values[LIMIT_ABOVE_95][7],
                0.5 + 0.102765778076762 * sqrt(2), 1e-9);
    /* Wider than all there is: no line. */
    assert_true(compare_funnel_limits(&limits, &t.family, 1));
    assert_false(has_value(limits.values[LIMIT_ABOVE_95][0]));
    assert_false(has_value(limits.values[LIMIT_BELOW_998][0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rate_by_hand),   cmocka_unit_test(proportion_by_hand),
        cmocka_unit_test(few_events),     cmocka_unit_test(no_events),
        cmocka_unit_test(one_area),       cmocka_unit_test(no_area),
        cmocka_unit_test(twelve_areas),   cmocka_unit_test(facts),
        cmocka_unit_test(standings),      cmocka_unit_test(lines),
        cmocka_unit_test(incomplete),     cmocka_unit_test(rounded),
        cmocka_unit_test(impossible_row), cmocka_unit_test(above_the_base),
        cmocka_unit_test(tiers),          cmocka_unit_test(limits_by_hand),
        cmocka_unit_test(threads),        cmocka_unit_test(standings_of_a_year),
    };

    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
