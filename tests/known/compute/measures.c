/*
 * measures.c - every measure against R's numbers (reference.R beside this
 * file), over nine areas of unequal size, and again with one of them at 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/compute/equity/measure.h"
#include "tests/house.h"

enum { AREAS = 9 };

static const double even[AREAS] = { 61.37,  74.2, 58.913, 88.06, 74.2,
                                    69.441, 93.7, 80.555, 71.008 };
static const double zero[AREAS] = { 61.37,  74.2, 0,      88.06, 74.2,
                                    69.441, 93.7, 80.555, 71.008 };
static const double weight[AREAS] = { 1203, 845, 2417, 391, 1688,
                                      977,  512, 1350, 764 };
static const double order[AREAS] = { 1, 4, 2, 8, 5, 3, 9, 7, 5 };
static const uint32_t group[AREAS] = { 0, 0, 0, 1, 1, 1, 2, 2, 2 };

struct wanted {
    const char *id;
    double even, zero; /* NO_VALUE: must have none */
};

/* Without an order. The ratio of 0 and what divides by it have no value. */
static const struct wanted plain[] = {
    { "difference", 34.787, 93.7 },
    { "ratio", 1.5904808785837, NO_VALUE },
    { "between_group_variance", 97.858378093915, 1058.5434985459 },
    { "between_group_sd", 9.8923393640693, 32.535265459896 },
    { "coefficient_of_variation", 13.99149396455, 57.412266534286 },
    { "mean_difference_mean", 8.8768253671036, 23.983027003055 },
    { "mean_difference_mean_weighted", 8.0723000615501, 26.997195275241 },
    { "mean_difference_best", 19.094777777778, 25.640666666667 },
    { "mean_difference_best_weighted", 22.997476101311, 37.030463289642 },
    { "index_of_disparity", 12.55517466367, 42.320845369946 },
    { "index_of_disparity_weighted", 11.417272844626, 47.639696462008 },
    { "theil", 0.0096422216305494, 0.27844663406305 },
    { "mean_log_deviation", 0.009564771228263, NO_VALUE },
    { "generalised_entropy:2", 0.0097880951680014, 0.1648084174302 },
    { "generalised_entropy:-1", 0.0095517159084572, NO_VALUE },
    { "generalised_entropy:0.5", 0.0095952293017554, 0.51429683091043 },
    { "generalised_entropy:0", 0.009564771228263, NO_VALUE },
    { "generalised_entropy:1", 0.0096422216305494, 0.27844663406305 },
    { "atkinson:0.5", 0.0047918603742931, 0.24061708856243 },
    { "atkinson:1", 0.0095191742944843, 1 },
    { "atkinson:2", 0.018745331651818, 1 },
    { "atkinson:-1", NO_VALUE, NO_VALUE },
    { "gini", 0.077198528187024, 0.28495877431322 },
    { "hoover", 0.057086364223129, 0.23819848231004 },
    { "palma", 0.3705187978196, 0.87636516692047 },
    { "s80_s20", 1.4481920982811, NO_VALUE },
    { "percentile_gap", 21.642, 80.555 },
    { "percentile_ratio", 1.3673552526607, NO_VALUE },
    { "population_attributable_risk", 22.997476101311, 37.030463289642 },
    { "population_attributable_fraction", 32.527093564954, 65.344566832984 },
    { "theil_within", 0.0038164465223122, 0.18888960431056 },
    { "theil_between", 0.0058257751082372, 0.089557029752489 },
    { "mld_within", 0.0037111614990415, NO_VALUE },
    { "mld_between", 0.0058536097292215, NO_VALUE },
    { "shortfall_headcount", 0.77796393022568, 0.77796393022568 },
    { "shortfall_gap", 0.086444729148188, 0.27355122499261 },
    { "mean_difference_reference", 9.2973333333333, 15.843222222222 },
    { "mean_difference_reference_weighted", 8.1907816103282, 22.22376879866 },
};

static const struct wanted ordered[] = {
    { "absolute_concentration", 5.2393493829724, 12.602276730038 },
    { "relative_concentration", 0.074104135101032, 0.222381855607 },
    { "slope_index", 32.519077430319, 78.218569296848 },
    { "relative_index", 1.5973051867141, 5.4542964999008 },
    { "slope_index:logit", 32.207202333301, 71.467982974411 },
    { "relative_index:logit", 1.6098198135984, 4.9046217978039 },
    /* The ends of the order: the last of nine over the first. */
    { "difference", 93.7 - 61.37, 93.7 - 61.37 },
    { "ratio", 93.7 / 61.37, 93.7 / 61.37 },
};

static struct sample sample_of(const double value[], const double ranks[],
                               uint32_t reference, struct arena *arena)
{
    struct sample s = { .count = AREAS,
                        .value = value,
                        .weight = weight,
                        .order = ranks,
                        .group = group,
                        .group_count = 3,
                        .reference = reference,
                        .better = BETTER_HIGHER,
                        .target = 75,
                        .unit = 100 };

    sample_prepare(&s, arena);
    return s;
}

static void check(const struct wanted *w, const struct sample *s, double wanted,
                  struct arena *arena)
{
    struct measure_choice choice;
    double got;

    if (!measure_find(w->id, &choice))
        fail_msg("no measure %s", w->id);
    got = measure_value(&choice, s, arena);
    if (has_value(got) != has_value(wanted))
        fail_msg("%s is %g, wanted %g", w->id, got, wanted);
    if (has_value(wanted))
        assert_near_at(got, wanted, 1e-11, w->id, __FILE__, __LINE__);
}

static bool needs_reference(const char *id)
{
    return strstr(id, "reference") != NULL;
}

static void without_an_order(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        uint32_t reference = needs_reference(plain[i].id) ? 5 : SAMPLE_NONE;
        struct sample s = sample_of(even, NULL, reference, arena);
        check(&plain[i], &s, plain[i].even, arena);
        s = sample_of(zero, NULL, reference, arena);
        check(&plain[i], &s, plain[i].zero, arena);
    }
    arena_free(arena);
}

static void with_an_order(void **state)
{
    struct arena *arena = arena_new();
    struct sample e = sample_of(even, order, SAMPLE_NONE, arena);
    struct sample z = sample_of(zero, order, SAMPLE_NONE, arena);

    (void)state;
    for (size_t i = 0; i < sizeof ordered / sizeof *ordered; i++) {
        check(&ordered[i], &e, ordered[i].even, arena);
        check(&ordered[i], &z, ordered[i].zero, arena);
    }
    arena_free(arena);
}

/* Two areas share the fifth place, so they share a mid-rank. */
static void mid_ranks(void **state)
{
    static const double wanted[AREAS] = { 0.059278604513649, 0.49467823001872,
                                          0.23765645018232,  0.9302749581157,
                                          0.65714004139154,  0.40489799940869,
                                          0.97477086823692,  0.84448605499162,
                                          0.65714004139154 };
    struct arena *arena = arena_new();
    struct sample s = sample_of(even, order, SAMPLE_NONE, arena);

    (void)state;
    assert_near(s.mean, 70.702523898689, 1e-13);
    for (size_t i = 0; i < AREAS; i++)
        assert_near(s.rank[i], wanted[i], 1e-13);
    arena_free(arena);
}

/* A worked example small enough for paper: four areas, shares .1 .2 .3 .4. */
static void by_hand(void **state)
{
    static const double value[] = { 10, 20, 30, 40 };
    static const double people[] = { 1, 2, 3, 4 };
    static const struct wanted wanted[] = {
        { "difference", 30, 0 },
        { "ratio", 4, 0 },
        { "between_group_variance", 100, 0 }, /* .1*400+.2*100+0+.4*100 */
        { "between_group_sd", 10, 0 },
        { "coefficient_of_variation", 100.0 / 3, 0 },
        { "gini", 0.18, 0 }, /* pairs 2 x 5.4, over 2 x 30 */
        { "hoover", 2.0 / 15, 0 },
        { "percentile_gap", 30, 0 }, /* P10 is reached by the first area */
        { "percentile_ratio", 4, 0 },
        { "palma", 0.5, 0 }, /* .1 x 40 over .1 x 10 + .2 x 20 + .1 x 30 */
    };
    struct arena *arena = arena_new();
    struct sample s = { .count = 4,
                        .value = value,
                        .weight = people,
                        .reference = SAMPLE_NONE,
                        .better = BETTER_HIGHER,
                        .target = NO_VALUE,
                        .unit = NO_VALUE };

    (void)state;
    sample_prepare(&s, arena);
    assert_near(s.mean, 30, 1e-14);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        check(&wanted[i], &s, wanted[i].even, arena);
    arena_free(arena);
}

/*
 * Deaths under five per 1,000 births by wealth, India 1982 to 1992, and their
 * concentration index, -0.1694: O'Donnell, van Doorslaer, Wagstaff, Lindelow,
 * Analyzing Health Equity Using Household Survey Data (World Bank 2008), table
 * 8.1. The mean of the rates as printed is 118.9.
 */
static void under_five_deaths_in_india(void **state)
{
    static const double rate[] = { 154.7, 152.9, 119.5, 86.9, 54.3 };
    static const double births[] = { 29939, 28776, 26528, 24689, 19739 };
    static const double poorest_first[] = { 1, 2, 3, 4, 5 };
    struct arena *arena = arena_new();
    struct sample s = { .count = 5,
                        .value = rate,
                        .weight = births,
                        .order = poorest_first,
                        .reference = SAMPLE_NONE,
                        .better = BETTER_LOWER,
                        .target = NO_VALUE,
                        .unit = NO_VALUE };
    struct measure_choice index;

    (void)state;
    sample_prepare(&s, arena);
    assert_near(s.mean, 118.9, 0.05);
    assert_true(measure_find("relative_concentration", &index));
    assert_near(measure_value(&index, &s, arena), -0.1694, 0.00005);
    arena_free(arena);
}

/* Two persons in three have nothing, or have half of what the third has. */
static void three_persons(void **state)
{
    static const double nothing[] = { 0, 0, 3 }, half[] = { 1, 1, 2 };
    static const double one[] = { 1, 1, 1 };
    static const struct wanted wanted[] = {
        { "gini", 1.0 / 6, 2.0 / 3 }, /* pairs 2 x 2 x 1 and x 3, over 18 m */
        { "hoover", 1.0 / 6, 2.0 / 3 },
        /* r = 3/4, 3/4, 3/2: (1.5 ln .75 + 1.5 ln 1.5)/3; r = 0, 0, 3: ln 3 */
        { "theil", 0.058891517828191, 1.0986122886681098 },
        /* -(2 ln .75 + ln 1.5)/3 */
        { "mean_log_deviation", 0.05663301226513251, NO_VALUE },
        { "generalised_entropy:2", 1.0 / 16, 1 }, /* half of the squared CV */
        { "atkinson:2", 0.1, 1 }, /* harmonic mean 6/5 over 4/3 */
    };
    struct arena *arena = arena_new();
    struct sample s = { .count = 3,
                        .weight = one,
                        .reference = SAMPLE_NONE,
                        .better = BETTER_HIGHER,
                        .target = NO_VALUE,
                        .unit = NO_VALUE };

    (void)state;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        s.value = half;
        sample_prepare(&s, arena);
        check(&wanted[i], &s, wanted[i].even, arena);
        s.value = nothing;
        sample_prepare(&s, arena);
        check(&wanted[i], &s, wanted[i].zero, arena);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_an_order),
        cmocka_unit_test(with_an_order),
        cmocka_unit_test(mid_ranks),
        cmocka_unit_test(by_hand),
        cmocka_unit_test(under_five_deaths_in_india),
        cmocka_unit_test(three_persons),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
