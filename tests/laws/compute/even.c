/*
 * even.c - what must be true of the rows about evenness, whatever the figures.
 *
 *  (1) The shares of the areas add up to the measure, and none is below 0;
 *      where all are alike there are none.
 *  (2) Within and between add up to the measure, and to the groups' own rows.
 *  (3) What the values did and what the weights did add up to the change.
 *  (4) What is needed is whole, adds up, is enough, and one less is not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/even/even.h"
#include "engine/compute/equity/measure.h"
#include "tests/unit/compute/lab.h"

enum { TRIALS = 100 };
static const char *const codes[] = { "101", "102", "104", "201", "202" };
enum { COMMUNES = sizeof codes / sizeof *codes };

static uint32_t seed = 1;

/* 1 to [most], the same every time. */
static double some(unsigned most)
{
    seed = seed * 1664525u + 1013904223u;
    return 1 + (seed >> 8) % most;
}

static struct lab *random_study(enum better better)
{
    struct lab *lab = lab_open();
    struct indicator *in =
        lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");

    in->better = better;
    in->noise = NOISE_BINOMIAL;
    for (size_t i = 0; i < COMMUNES; i++)
        for (int year = 0; year < 2; year++) {
            /* not so far apart that a wrong unit is suspected */
            double n = 300 + some(900), x = fmin(200 + some(800), n);
            const char *when = year ? "2024" : "2023";
            lab_say(lab, codes[i], when, "population", "", n);
            lab_say(lab, codes[i], when, "members", "", x);
        }
    lab_run(lab);
    return lab;
}

static struct evenness *evenness_of(struct lab *lab)
{
    struct evenness *out = evenness_new(lab->arena);
    struct even_request request = { .tier = TIER_COMMUNE,
                                    .root = lab_area(lab, "34"),
                                    .to = period_of_year(2024),
                                    .confidence = 0.95 };

    even_results(out, lab->results, &request, lab->formulas, &lab->study,
                 lab->scratch);
    return out;
}

static double measured(struct lab *lab, const char *id)
{
    double value[COMMUNES], weight[COMMUNES];
    struct measure_choice choice;
    struct sample sample = { .count = COMMUNES,
                             .value = value,
                             .weight = weight,
                             .reference = SAMPLE_NONE,
                             .target = NO_VALUE,
                             .unit = NO_VALUE };

    for (size_t i = 0; i < COMMUNES; i++) {
        const struct result *r = lab_result(lab, "rate", codes[i], "2024");
        value[i] = r->value;
        weight[i] = r->denominator;
    }
    assert_true(measure_find(id, &choice));
    sample_prepare(&sample, lab->arena);
    return measure_value(&choice, &sample, lab->arena);
}

/* (1) */
static void check_shares(struct lab *lab, const struct evenness *e)
{
    const struct evenness_shares *s = &e->shares;

    assert_int_equal(s->count, 3 * (COMMUNES + 1));
    for (size_t i = 0; i < s->count; i += COMMUNES + 1) {
        double sum = 0, share = 0;
        for (size_t k = i + 1; k <= i + COMMUNES; k++) {
            assert_true(s->items[k].amount >= 0);
            sum += s->items[k].amount;
            share += s->items[k].share;
        }
        assert_near(sum, measured(lab, s->items[i].measure), 1e-12);
        assert_near(s->items[i].amount, sum, 1e-12);
        if (sum > 1e-9)
            assert_near(share, 1, 1e-12);
        else
            assert_string_equal(s->items[i].note, "evenness.nothing_to_share");
    }
}

/* (2) */
static void check_groups(struct lab *lab, const struct evenness *e)
{
    const struct evenness_groups *g = &e->groups;

    assert_int_equal(g->count, 9);
    for (size_t i = 0; i < g->count; i += 3) {
        const struct evenness_group *whole = &g->items[i];
        assert_near(whole->within + whole->between,
                    measured(lab, whole->measure), 1e-12);
        assert_near(whole[1].within + whole[2].within, whole->within, 1e-12);
        assert_near(whole[1].between + whole[2].between, whole->between, 1e-12);
        assert_true(whole[1].between >= 0 && whole[2].between >= 0);
    }
}

/* (3) */
static void check_changes(const struct evenness *e)
{
    size_t checked = 0;

    for (size_t i = 0; i < e->changes.count; i++) {
        const struct evenness_change *c = &e->changes.items[i];
        if (!has_value(c->by_values))
            continue;
        checked++;
        assert_near(c->by_values + c->by_weights, c->change, 1e-12);
        assert_near(c->after - c->before, c->change, 1e-12);
    }
    assert_int_equal(checked, 4);
}

static bool reaches(const struct evenness_level *row, double needed, bool fewer)
{
    double x = row->numerator + (fewer ? -needed : needed);
    double goal = row->goal_value * row->denominator / 100;

    return fewer ? x <= goal * (1 + 1e-9) : x >= goal * (1 - 1e-9);
}

/* (4) */
static void check_levels(const struct evenness *e, bool fewer)
{
    const struct evenness_levels *l = &e->levels;

    assert_int_equal(l->count, 2 * (COMMUNES + 1));
    for (size_t i = 0; i < l->count; i += COMMUNES + 1) {
        double sum = 0;
        for (size_t k = i + 1; k <= i + COMMUNES; k++) {
            const struct evenness_level *row = &l->items[k];
            assert_true(row->needed >= 0);
            assert_near(row->needed, rint(row->needed), 0);
            assert_true(reaches(row, row->needed, fewer));
            assert_true(row->needed < 1 ||
                        !reaches(row, row->needed - 1, fewer));
            sum += row->needed;
        }
        assert_near(l->items[i].needed, sum, 0);
        assert_true(fewer ? l->items[i].reached <= l->items[i].value
                          : l->items[i].reached >= l->items[i].value);
    }
}

static void laws(void **state)
{
    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        bool fewer = i % 2 == 1;
        struct lab *lab = random_study(fewer ? BETTER_LOWER : BETTER_HIGHER);
        struct evenness *e = evenness_of(lab);
        check_shares(lab, e);
        check_groups(lab, e);
        check_changes(e);
        check_levels(e, fewer);
        lab_close(lab);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(laws) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
