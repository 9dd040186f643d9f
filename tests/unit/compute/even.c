/*
 * even.c - what goes beside the measures: the rows of a small study, by hand
 * and by tests/known/compute/even.R.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/even/even.h"
#include "tests/unit/compute/lab.h"

static void say(struct lab *lab, const char *area, const char *when, double x,
                double n)
{
    lab_say(lab, area, when, "members", "", x);
    lab_say(lab, area, when, "population", "", n);
}

/* Three districts in two years: 20, 40, 30 % and 30, 40, 50 %, of other
 * sizes. */
static struct lab *two_years(enum noise noise)
{
    struct lab *lab = lab_open();

    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population")
        ->noise = noise;
    say(lab, "336", "2020", 200, 1000);
    say(lab, "338", "2020", 400, 1000);
    say(lab, "339", "2020", 600, 2000);
    say(lab, "336", "2023", 300, 1000);
    say(lab, "338", "2023", 1200, 3000);
    say(lab, "339", "2023", 1000, 2000);
    return lab;
}

static struct evenness *evenness_of(struct lab *lab, enum tier tier,
                                    period from)
{
    struct evenness *out = evenness_new(lab->arena);
    struct even_request request = { .tier = tier,
                                    .root = lab_area(lab, "34"),
                                    .to = period_of_year(2023),
                                    .from = from,
                                    .confidence = 0.95 };

    if (!lab->formulas)
        lab_run(lab);
    even_results(out, lab->results, &request, lab->formulas, &lab->study,
                 lab->scratch);
    return out;
}

static struct evenness_change change_of(const struct evenness *e,
                                        const char *measure)
{
    for (size_t i = 0; i < e->changes.count; i++)
        if (strcmp(e->changes.items[i].measure, measure) == 0)
            return e->changes.items[i];
    fail_msg("no change of %s", measure);
    abort();
}

static void parts_of_a_change(void **state)
{
    struct lab *lab = two_years(NOISE_NONE);
    struct evenness *e = evenness_of(lab, TIER_DISTRICT, NO_PERIOD);
    struct evenness_change sd = change_of(e, "between_group_sd");
    struct evenness_change theil = change_of(e, "theil");

    (void)state;
    assert_int_equal(sd.from, period_of_year(2020));
    assert_int_equal(sd.count, 3);
    assert_near(sd.before, 7.071067811865, 1e-11);
    assert_near(sd.after, 6.871842709363, 1e-11);
    assert_near(sd.by_values, 0.319388474193, 1e-11);
    assert_near(sd.by_weights, -0.518613576696, 1e-11);
    assert_near(theil.by_values, -0.01061813982638, 1e-11);
    assert_near(theil.by_weights, -0.00378478899497, 1e-11);
    assert_false(has_value(sd.lower));
    lab_close(lab);
}

/* 0.2 points are no news where 2 are the least worth a word. */
static void direction_of_facts(void **state)
{
    struct lab *lab = two_years(NOISE_NONE);
    struct evenness *e = evenness_of(lab, TIER_DISTRICT, NO_PERIOD);

    (void)state;
    assert_int_equal(change_of(e, "between_group_sd").drift, DRIFT_STEADY);
    assert_int_equal(change_of(e, "theil").drift, DRIFT_NONE);
    lab->indicators[0].material = 0.39;
    e = evenness_of(lab, TIER_DISTRICT, NO_PERIOD);
    assert_int_equal(change_of(e, "between_group_sd").drift, DRIFT_CLOSER);
    assert_string_equal(change_of(e, "convergence").note,
                        "evenness.no_start_error");
    lab_close(lab);
}

/* With chance in it the same 0.2 points are not told from none. */
static void direction_with_noise(void **state)
{
    struct lab *lab = two_years(NOISE_BINOMIAL);
    struct evenness *e = evenness_of(lab, TIER_DISTRICT, NO_PERIOD);
    struct evenness_change spread = change_of(e, "spread_beyond_chance");

    (void)state;
    assert_int_equal(spread.drift, DRIFT_UNCLEAR);
    assert_true(spread.lower < 0 && spread.upper > 0);
    assert_true(spread.before < 7.07 && spread.before > 6.8);
    assert_int_equal(change_of(e, "between_group_sd").drift, DRIFT_NONE);
    assert_string_equal(change_of(e, "between_group_sd").note,
                        "evenness.observed");
    assert_true(has_value(change_of(e, "convergence").change));
    lab_close(lab);
}

static void no_model_no_word(void **state)
{
    struct lab *lab = two_years(NOISE_PROCESS);
    struct evenness *e = evenness_of(lab, TIER_DISTRICT, NO_PERIOD);

    (void)state;
    assert_int_equal(change_of(e, "spread_beyond_chance").drift, DRIFT_NONE);
    assert_string_equal(change_of(e, "spread_beyond_chance").note,
                        "evenness.no_model");
    lab_close(lab);
}

/* A break of one district takes it out of the pairs; one of all leaves none. */
static void breaks_part(void **state)
{
    struct lab *lab = two_years(NOISE_NONE);
    struct evenness_change sd;

    (void)state;
    lab->breaks[lab->study.breaks.count++] =
        (struct series_break){ .indicator = 0,
                               .area = lab_area(lab, "339"),
                               .period = period_of_year(2022) };
    sd = change_of(evenness_of(lab, TIER_DISTRICT, NO_PERIOD),
                   "between_group_sd");
    assert_int_equal(sd.count, 2);
    assert_int_equal(sd.left_out, 1);
    assert_near(sd.before, 10, 1e-12); /* 20 and 40, of equal size */
    lab->breaks[0].area = NO_AREA;
    sd = change_of(evenness_of(lab, TIER_DISTRICT, NO_PERIOD),
                   "between_group_sd");
    assert_int_equal(sd.count, 0);
    assert_string_equal(sd.note, "evenness.none_paired");
    assert_false(has_value(sd.change));
    lab_close(lab);
}

/* The earliest year that pairs as many areas as the year before does. */
static void earliest_year(void **state)
{
    struct lab *lab = two_years(NOISE_NONE);
    struct evenness *e;

    (void)state;
    say(lab, "336", "2019", 100, 1000); /* one alone */
    say(lab, "336", "2022", 250, 1000);
    say(lab, "338", "2022", 390, 1000);
    say(lab, "339", "2022", 700, 2000);
    e = evenness_of(lab, TIER_DISTRICT, NO_PERIOD);
    assert_int_equal(e->changes.items[0].from, period_of_year(2020));
    assert_int_equal(e->changes.items[e->changes.count - 1].from,
                     period_of_year(2022));
    e = evenness_of(lab, TIER_DISTRICT, period_of_year(2019));
    assert_int_equal(e->changes.items[0].from, period_of_year(2019));
    assert_string_equal(e->changes.items[0].note, "equity.one_area");
    lab_close(lab);
}

static struct evenness_share share_of(const struct lab *lab,
                                      const struct evenness *e,
                                      const char *measure, const char *area)
{
    for (size_t i = 0; i < e->shares.count; i++)
        if (strcmp(e->shares.items[i].measure, measure) == 0 &&
            e->shares.items[i].area == lab_area(lab, area))
            return e->shares.items[i];
    fail_msg("no share of %s in %s", area, measure);
    abort();
}

static void set_target(struct lab *lab, double target,
                       enum target_operator comparison)
{
    lab->targets[0] = (struct target){ .indicator = 0,
                                       .period = period_of_year(2023),
                                       .comparison = comparison,
                                       .value = target,
                                       .unit_counted = "" };
    lab->study.targets.count = 1;
    if (!lab->formulas)
        lab_run(lab);
    for (size_t i = 0; i < lab->results->count; i++)
        if (lab->results->items[i].area == lab_area(lab, "34")) {
            lab->results->items[i].target = target;
            lab->results->items[i].target_index = 0;
        }
}

/*
 * 2023: 30, 40, 50 % of 1000, 3000, 2000: the mean is 2500/6000, 41 2/3.
 * Variance x 6: 1 x 136.11 + 3 x 2.78 + 2 x 69.44 = 283.33, of which 336 has
 * 136.11: .480392. To 45 %: 15, 5 and 0 points, weighted 15 + 15 = 30 of 6:
 * half each.
 */
static void shares_by_hand(void **state)
{
    struct lab *lab = two_years(NOISE_NONE);
    struct evenness *e;

    (void)state;
    set_target(lab, 45, TARGET_AT_LEAST);
    e = evenness_of(lab, TIER_DISTRICT, NO_PERIOD);
    assert_near(share_of(lab, e, "between_group_variance", "34").amount,
                47.2222222222, 1e-10);
    assert_near(share_of(lab, e, "between_group_variance", "336").share,
                0.480392156863, 1e-10);
    assert_near(share_of(lab, e, "shortfall", "34").amount, 5, 1e-12);
    assert_near(share_of(lab, e, "shortfall", "336").share, 0.5, 1e-12);
    assert_near(share_of(lab, e, "shortfall", "338").share, 0.5, 1e-12);
    assert_near(share_of(lab, e, "shortfall", "339").share, 0, 1e-12);
    lab_close(lab);
}

/* Nothing is missing: no shares, and the note says so. */
static void nothing_missing(void **state)
{
    struct lab *lab = two_years(NOISE_NONE);
    struct evenness *e;

    (void)state;
    set_target(lab, 30, TARGET_AT_LEAST);
    e = evenness_of(lab, TIER_DISTRICT, NO_PERIOD);
    assert_false(has_value(share_of(lab, e, "shortfall", "336").share));
    assert_string_equal(share_of(lab, e, "shortfall", "34").note,
                        "evenness.nothing_to_share");
    lab_close(lab);
}

static struct evenness_level level_of(const struct lab *lab,
                                      const struct evenness *e,
                                      enum level_goal goal, const char *area)
{
    for (size_t i = 0; i < e->levels.count; i++)
        if (e->levels.items[i].goal == goal &&
            e->levels.items[i].area == lab_area(lab, area))
            return e->levels.items[i];
    fail_msg("no level of %s", area);
    abort();
}

/*
 * To 45 %: 450 - 300 = 150, 1350 - 1200 = 150, none. The best fifth of 6000 are
 * 1200 of the 2000 with 50 %. To the whole, 41 2/3 %: 416.67 - 300, so 117, and
 * 1250 - 1200 = 50.
 */
static void levels_by_hand(void **state)
{
    struct lab *lab = two_years(NOISE_NONE);
    struct evenness *e;

    (void)state;
    set_target(lab, 45, TARGET_AT_LEAST);
    e = evenness_of(lab, TIER_DISTRICT, NO_PERIOD);
    assert_near(level_of(lab, e, LEVEL_TARGET, "34").needed, 300, 0);
    assert_near(level_of(lab, e, LEVEL_TARGET, "336").needed, 150, 0);
    assert_near(level_of(lab, e, LEVEL_TARGET, "34").reached, 280 / 6.0, 1e-12);
    assert_int_equal(level_of(lab, e, LEVEL_TARGET, "34").short_of, 2);
    assert_near(level_of(lab, e, LEVEL_TOP, "34").goal_value, 50, 1e-12);
    assert_near(level_of(lab, e, LEVEL_TOP, "34").needed, 500, 0);
    assert_near(level_of(lab, e, LEVEL_WHOLE, "336").needed, 117, 0);
    assert_near(level_of(lab, e, LEVEL_WHOLE, "34").needed, 167, 0);
    assert_false(has_value(level_of(lab, e, LEVEL_TOP, "34").chance_needed));
    assert_int_equal(level_of(lab, e, LEVEL_TOP, "34").quantity,
                     quantity_find(&lab->study.codebook, "members"));
    lab_close(lab);
}

/* Lower is better: the best fifth is the lowest, and fewer are needed. Of 2000
 * to 30 %: 1000 - 600; of 3000: 1200 - 900. */
static void levels_from_above(void **state)
{
    struct lab *lab = two_years(NOISE_BINOMIAL);
    struct evenness *e;
    struct evenness_level top;

    (void)state;
    lab->indicators[0].better = BETTER_LOWER;
    set_target(lab, 30, TARGET_AT_MOST);
    e = evenness_of(lab, TIER_DISTRICT, NO_PERIOD);
    assert_near(level_of(lab, e, LEVEL_TARGET, "34").needed, 700, 0);
    assert_near(level_of(lab, e, LEVEL_TARGET, "336").needed, 0, 0);
    assert_near(level_of(lab, e, LEVEL_TARGET, "34").reached, 30, 1e-12);
    top = level_of(lab, e, LEVEL_TOP, "34");
    /* a fifth are 1200: all of 1000 with 30 %, and 200 of those with 40 % */
    assert_near(top.goal_value, (30 * 1000 + 40 * 200) / 1200.0, 1e-12);
    assert_true(top.chance_goal < 2500 / 60.0 && top.chance_goal > 39);
    assert_true(top.chance_needed > 0 && top.chance_needed < top.needed);
    lab_close(lab);
}

/* A sample's counts are not all people, a count has no goal. */
static void no_levels_of_samples(void **state)
{
    struct lab *lab = two_years(NOISE_BINOMIAL);

    (void)state;
    lab->indicators[0].sample = true;
    assert_int_equal(evenness_of(lab, TIER_DISTRICT, NO_PERIOD)->levels.count,
                     0);
    lab_close(lab);
}

/* Communes of two districts, 12, 31, 27 and 44, 18 % of 310, 190, 450 and 280,
 * 170. */
static struct lab *communes(void)
{
    static const struct {
        const char *area, *class;
        double value, size;
    } rows[] = { { "101", "hard", 12, 310 },
                 { "102", "hard", 31, 190 },
                 { "104", "hard", 27, 450 },
                 { "201", "ordinary", 44, 280 },
                 { "202", "ordinary", 18, 170 } };
    struct lab *lab = lab_open();

    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    for (size_t i = 0; i < 5; i++) {
        uint32_t area = lab_area(lab, rows[i].area);
        say(lab, rows[i].area, "2023", rows[i].value * rows[i].size / 100,
            rows[i].size);
        lab->study.areas.items[area].attributes[0] = rows[i].class;
    }
    return lab;
}

static void groups_by_hand(void **state)
{
    static const double known[3][3] = {
        { 0.0868883205086, 0.0680138868861, 0.0188744336225 },
        { 0.0947640933549, 0.0765470795440, 0.0182170138109 },
        { 0.0848339354881, 0.0651431092814, 0.0196908262067 }
    };
    struct lab *lab = communes();
    struct evenness *e = evenness_of(lab, TIER_COMMUNE, NO_PERIOD);

    (void)state;
    assert_int_equal(e->groups.count, 18); /* 2 ways x 3 measures x (1 + 2) */
    for (size_t i = 0; i < 18; i += 3) {
        const struct evenness_group *g = &e->groups.items[i];
        const double *row = known[i / 3 % 3];
        assert_null(g->group);
        assert_string_equal(g->by, i < 9 ? "district" : "commune_class");
        assert_near(g->inside, row[0], 1e-12);
        assert_near(g->within, row[1], 1e-12);
        assert_near(g->between, row[2], 1e-12);
        assert_near(g[1].share + g[2].share, 1, 1e-12);
        assert_string_equal(g[1].group, i < 9 ? "336" : "hard");
        assert_int_equal(g[1].count, 3);
    }
    lab_close(lab);
}

/* A column that one area leaves empty, or of numbers, groups nothing. */
static void no_group_without_words(void **state)
{
    struct lab *lab = communes();

    (void)state;
    lab->study.areas.items[lab_area(lab, "202")].attributes[0] = "";
    assert_int_equal(evenness_of(lab, TIER_COMMUNE, NO_PERIOD)->groups.count,
                     9);
    for (uint32_t a = 0; a < lab->study.areas.count; a++)
        lab->study.areas.items[a].attributes[0] = a % 2 ? "1.5" : "2";
    assert_int_equal(evenness_of(lab, TIER_COMMUNE, NO_PERIOD)->groups.count,
                     9);
    lab_close(lab);
}

static struct lab *sexes(enum noise noise)
{
    static struct code_attribute to_men[] = { { "parity_to", "M" } };
    struct lab *lab = lab_open();
    struct indicator *in =
        lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    static const char *by[] = { "sex" };

    lab_sexes[0].attributes = to_men;
    lab_sexes[0].attribute_count = 1;
    in->by = by;
    in->by_count = 1;
    in->noise = noise;
    lab_say(lab, "339", "2023", "members", "sex=F", 171);
    lab_say(lab, "339", "2023", "population", "sex=F", 212);
    lab_say(lab, "339", "2023", "members", "sex=M", 160);
    lab_say(lab, "339", "2023", "population", "sex=M", 231);
    return lab;
}

static struct evenness_parity parity_of(struct lab *lab)
{
    struct evenness *e = evenness_of(lab, TIER_DISTRICT, NO_PERIOD);

    for (size_t i = 0; i < e->parities.count; i++)
        if (e->parities.items[i].area == lab_area(lab, "339"))
            return e->parities.items[i];
    fail_msg("no parity");
    abort();
}

static void parity_with_noise(void **state)
{
    struct lab *lab = sexes(NOISE_BINOMIAL);
    struct evenness_parity p = parity_of(lab);

    (void)state;
    assert_int_equal(p.code, 0);
    assert_int_equal(p.other, 1);
    assert_near(p.index.value, 1.16453419811, 1e-10);
    assert_near(p.index.lower, 1.04502803897, 1e-10);
    assert_near(p.index.upper, 1.29770671025, 1e-10);
    assert_near(p.adjusted.value, 1.14128756234, 1e-10);
    assert_near(p.gap.value, 11.39630809442, 1e-10);
    assert_near(p.gap.lower, 3.30693620586, 1e-10);
    assert_near(p.gap.upper, 19.22728941578, 1e-10);
    assert_int_equal(p.drift, DRIFT_APART);
    lab_close(lab);
}

/* The same as facts: no limits, and the material difference alone decides. */
static void parity_of_facts(void **state)
{
    struct lab *lab = sexes(NOISE_NONE);
    struct evenness_parity p = parity_of(lab);

    (void)state;
    assert_false(has_value(p.index.lower));
    assert_false(has_value(p.gap.lower));
    assert_int_equal(p.drift, DRIFT_APART);
    lab->indicators[0].material = 12;
    assert_int_equal(parity_of(lab).drift, DRIFT_STEADY);
    lab_close(lab);
}

/* Women and all: men are what is left, 160 of 231, with the same limits. */
static void parity_with_the_rest(void **state)
{
    struct lab *lab = lab_open(), *two = sexes(NOISE_BINOMIAL);
    struct indicator *in =
        lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    struct evenness_parity p, whole = parity_of(two);

    (void)state;
    in->by = two->indicators[0].by;
    in->by_count = 1;
    in->noise = NOISE_BINOMIAL;
    lab_say(lab, "339", "2023", "members", "sex=F", 171);
    lab_say(lab, "339", "2023", "population", "sex=F", 212);
    lab_say(lab, "339", "2023", "members", "", 171 + 160);
    lab_say(lab, "339", "2023", "population", "", 212 + 231);
    p = parity_of(lab);
    assert_string_equal(p.note, "evenness.rest");
    assert_near(p.index.lower, whole.index.lower, 1e-12);
    assert_near(p.gap.lower, whole.gap.lower, 1e-12);
    assert_near(p.gap.upper, whole.gap.upper, 1e-12);
    /* a row that may not be used is no row that is not there */
    struct result *men =
        lab_by(two, "rate", "339", "2023", (struct breakdown){ SEX, 1 });
    men->status = STATUS_SUPPRESSED;
    assert_int_equal(evenness_of(two, TIER_DISTRICT, NO_PERIOD)->parities.count,
                     0);
    lab_close(lab);
    lab_close(two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_of_a_change),
        cmocka_unit_test(direction_of_facts),
        cmocka_unit_test(direction_with_noise),
        cmocka_unit_test(no_model_no_word),
        cmocka_unit_test(breaks_part),
        cmocka_unit_test(earliest_year),
        cmocka_unit_test(shares_by_hand),
        cmocka_unit_test(nothing_missing),
        cmocka_unit_test(levels_by_hand),
        cmocka_unit_test(levels_from_above),
        cmocka_unit_test(no_levels_of_samples),
        cmocka_unit_test(groups_by_hand),
        cmocka_unit_test(no_group_without_words),
        cmocka_unit_test(parity_with_noise),
        cmocka_unit_test(parity_of_facts),
        cmocka_unit_test(parity_with_the_rest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
