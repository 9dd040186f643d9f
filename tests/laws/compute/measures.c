/*
 * measures.c - what every measure of inequality owes us, by its existing: the
 * tests walk the register, so a new file in engine/compute/measures is tested
 * without a line here.
 *
 *  (1) the value it promises when all areas are alike
 *  (2) bounds
 *  (3) units: the figures times 100, and the estimate, the standard error and
 *      both limits follow
 *  (4) replication: every area split into equal ones changes nothing
 *  (5) transfer: taken from a poorer area and given to a richer one, never less
 *  (6) the same added to every area changes nothing
 *  (7) the order in which areas are listed does not matter
 *  (8) what it needs is asked for, and its absence is no crash
 *  (9) limits: the lower is not above the upper; both within the bounds, and of
 *      proportions within what their whole allows; with closed forms about the
 *      estimate; p between 0 and 1; a corrected value between the limits; what
 *      is expected of equal areas not below [equal]
 * (10) the same to the last bit by one, two and seven threads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/compute/equity/equity.h"
#include "engine/compute/equity/measure.h"
#include "tests/house.h"

enum { MOST = 40, ROUNDS = 25 };

/* A table of areas, and the sample made of it. */
struct field {
    size_t count;
    double value[MOST], weight[MOST], sigma[MOST], order[MOST];
    uint32_t group[MOST];
    uint32_t reference;
};

static uint64_t seed;

static double random_between(double low, double high)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return low + (high - low) * (double)(seed >> 11) / 9007199254740992.0;
}

static struct field random_areas(size_t count)
{
    struct field t = { .count = count };

    for (size_t i = 0; i < count; i++) {
        t.value[i] = random_between(13.7, 96.3);
        t.weight[i] = floor(random_between(61, 70000));
        t.sigma[i] = random_between(0.2, 4.1);
        t.order[i] = floor(random_between(1, 9)); /* ties happen */
        t.group[i] = (uint32_t)i % 3;
    }
    t.reference = (uint32_t)random_between(0, (double)count - 0.001);
    return t;
}

static struct sample sample_of(const struct field *t, const struct measure *m,
                               enum better better, double unit,
                               struct arena *arena)
{
    struct sample s = {
        .count = t->count,
        .value = t->value,
        .weight = t->weight,
        .sigma = t->sigma,
        .order = m->needs & MEASURE_NEEDS_ORDER ? t->order : NULL,
        .group = t->group,
        .group_count = 3,
        .reference =
            m->needs & MEASURE_NEEDS_REFERENCE ? t->reference : SAMPLE_NONE,
        .better = better,
        .target = 0.61 * unit,
        .unit = unit,
    };

    sample_prepare(&s, arena);
    return s;
}

static double value_of(const struct field *t, const struct measure_choice *c,
                       enum better better, double unit, struct arena *arena)
{
    struct arena_mark mark = arena_mark(arena);
    struct sample s = sample_of(t, c->measure, better, unit, arena);
    double value = measure_value(c, &s, arena);

    arena_rewind(arena, mark);
    return value;
}

struct context {
    struct arena *arena;
    struct measure_choice *all;
    size_t count;
};

static struct context context_open(void)
{
    struct context c = { .arena = arena_new() };

    c.count = measures_list(&c.all, c.arena);
    assert_true(c.count >= 6);
    seed = 20190510;
    return c;
}

static void check(const char *id, const char *law, bool holds, double got,
                  double wanted)
{
    if (!holds)
        fail_msg("%s: %s: %.17g against %.17g", id, law, got, wanted);
}

static bool near(double got, double wanted)
{
    if (!has_value(got) || !has_value(wanted))
        return has_value(got) == has_value(wanted);
    return fabs(got - wanted) <= 1e-9 * fmax(1, fabs(wanted));
}

/* (1) */
static void equal_areas(void **state)
{
    struct context c = context_open();

    (void)state;
    for (size_t i = 0; i < c.count; i++) {
        const struct measure *m = c.all[i].measure;
        struct field t = random_areas(13);
        if (!(m->laws & MEASURE_EQUAL))
            continue;
        for (size_t k = 0; k < t.count; k++) {
            t.value[k] = 87.3;
            t.order[k] = (double)k; /* so that a line has something to fit */
        }
        double got = value_of(&t, &c.all[i], BETTER_HIGHER, 100, c.arena);
        check(c.all[i].id, "equal", near(got, m->equal), got, m->equal);
    }
    arena_free(c.arena);
}

/* (2) Also with an area at 0, and when lower is better. */
static void bounds(void **state)
{
    struct context c = context_open();

    (void)state;
    for (size_t i = 0; i < c.count; i++)
        for (int round = 0; round < ROUNDS; round++) {
            const struct measure *m = c.all[i].measure;
            struct field t = random_areas(5 + (size_t)round);
            if (round % 3 == 2)
                t.value[round % 5] = 0;
            double got = value_of(&t, &c.all[i],
                                  round % 2 ? BETTER_LOWER : BETTER_HIGHER, 100,
                                  c.arena);
            check(c.all[i].id, "lower bound", !(got < m->low), got, m->low);
            check(c.all[i].id, "upper bound", !(got > m->high), got, m->high);
            /* A line may well cross 0, where its ratio has no value. */
            if (t.value[round % 5] > 0 && !strstr(c.all[i].id, "relative_i"))
                check(c.all[i].id, "has a value", has_value(got), got, 0);
        }
    arena_free(c.arena);
}

static double factor_of(const struct measure *m)
{
    if (m->laws & MEASURE_SCALE_FREE)
        return 1;
    assert_true(m->laws & (MEASURE_SCALES | MEASURE_SCALES_SQUARE));
    return m->laws & MEASURE_SCALES ? 100 : 10000;
}

static size_t draws = 200, threads = 1;

/* The row of one measure for a table of estimates with their errors. */
static struct equity_result row_of(const struct field *t, double times,
                                   const struct measure_choice *choice,
                                   struct arena *arena)
{
    const struct measure *m = choice->measure;
    struct equity_row rows[MOST];
    struct equity_results *results = equity_results_new(arena);
    struct equity_request request = equity_request_plain();

    for (size_t i = 0; i < t->count; i++)
        rows[i] = (struct equity_row){
            .numerator = NO_VALUE,
            .denominator = NO_VALUE,
            .estimate = times * t->value[i],
            .population = t->weight[i],
            .se = times * t->sigma[i],
            .order = (double)i + 1, /* named ends */
            .group = t->group[i] == 1 ? "a" : "b",
            .reference =
                m->needs & MEASURE_NEEDS_REFERENCE && i == t->reference,
        };
    request.measures = choice;
    request.measure_count = 1;
    request.scale = 100 * times;
    request.target = 61 * times;
    request.draws = draws;
    request.seed = 20190510;
    request.threads = threads;
    equity_table(results, rows, t->count, &request, arena);
    assert_int_equal(results->count, 1);
    return results->items[0];
}

/* (3) The mark that peers miss: an estimate x 1000 beside plain limits. */
static void units(void **state)
{
    struct context c = context_open();
    size_t with_limits = 0;

    (void)state;
    for (size_t i = 0; i < c.count; i++)
        for (int round = 0; round < ROUNDS; round++) {
            struct field t = random_areas(11);
            struct equity_result one = row_of(&t, 1, &c.all[i], c.arena);
            struct equity_result other = row_of(&t, 100, &c.all[i], c.arena);
            double factor = factor_of(c.all[i].measure);
            const char *id = c.all[i].id;
            check(id, "estimate", near(other.estimate, factor * one.estimate),
                  other.estimate, factor * one.estimate);
            assert_int_equal(has_value(one.se), has_value(other.se));
            assert_int_equal(has_value(one.lower), has_value(one.upper));
            check(id, "se", near(other.se, factor * one.se), other.se,
                  factor * one.se);
            check(id, "lower", near(other.lower, factor * one.lower),
                  other.lower, factor * one.lower);
            check(id, "upper", near(other.upper, factor * one.upper),
                  other.upper, factor * one.upper);
            check(id, "corrected",
                  near(other.corrected, factor * one.corrected),
                  other.corrected, factor * one.corrected);
            check(id, "expected",
                  near(other.expected_if_equal, factor * one.expected_if_equal),
                  other.expected_if_equal, factor * one.expected_if_equal);
            check(id, "p", near(other.p_value, one.p_value), other.p_value,
                  one.p_value);
            with_limits += has_value(one.lower);
        }
    assert_true(with_limits >= 28 * ROUNDS);
    arena_free(c.arena);
}

static bool within(double value, double low, double high)
{
    return !has_value(value) || (value >= low - 1e-9 && value <= high + 1e-9);
}

/* (9) */
static void limits(void **state)
{
    struct context c = context_open();

    (void)state;
    for (size_t i = 0; i < c.count; i++)
        for (int round = 0; round < ROUNDS; round++) {
            const struct measure *m = c.all[i].measure;
            struct field t = random_areas(4 + (size_t)round);
            struct equity_result r = row_of(&t, 1, &c.all[i], c.arena);
            const char *id = c.all[i].id;
            check(id, "p", within(r.p_value, 0, 1), r.p_value, 1);
            if (!has_value(r.lower))
                continue;
            check(id, "order", r.lower <= r.upper, r.lower, r.upper);
            check(id, "corrected", within(r.corrected, r.lower, r.upper),
                  r.corrected, r.lower);
            if (has_value(r.se)) {
                check(id, "inside", within(r.estimate, r.lower, r.upper),
                      r.estimate, r.lower);
                continue;
            }
            check(id, "bounds", within(r.lower, m->low, m->high), r.lower,
                  m->low);
            check(id, "bounds", within(r.upper, m->low, m->high), r.upper,
                  m->high);
            if (m->low >= m->equal)
                check(id, "expected",
                      within(r.expected_if_equal, m->equal, HUGE_VAL),
                      r.expected_if_equal, m->equal);
        }
    arena_free(c.arena);
}

/* (9) How far a measure of proportions may lie from 0, worked out by hand:
 * half of all at the whole and half at 0, or one area against the rest. */
static double widest_of(const char *id)
{
    static const struct {
        const char *id;
        double widest;
    } hand[] = {
        { "difference", 1 },
        { "absolute_concentration", 0.25 },
        { "slope_index:logit", 1 },
        { "relative_concentration", 1 },
        { "between_group_variance", 0.25 },
        { "between_group_sd", 0.5 },
        { "mean_difference_mean", 1 },
        { "mean_difference_mean_weighted", 0.5 },
        { "mean_difference_best", 1 },
        { "mean_difference_best_weighted", 1 },
        { "mean_difference_reference", 1 },
        { "mean_difference_reference_weighted", 1 },
        { "index_of_disparity_weighted", 200 },
        { "gini", 1 },
        { "hoover", 1 },
        { "percentile_gap", 1 },
        { "population_attributable_risk", 1 },
        { "shortfall_headcount", 1 },
    };

    for (size_t i = 0; i < sizeof hand / sizeof *hand; i++)
        if (strcmp(hand[i].id, id) == 0)
            return hand[i].widest;
    return HUGE_VAL;
}

/* Few persons, areas at 0 and at the whole. */
static struct equity_result row_of_counts(size_t count,
                                          const struct measure_choice *choice,
                                          struct arena *arena)
{
    unsigned needs = choice->measure->needs;
    struct equity_row rows[MOST];
    struct equity_results *results = equity_results_new(arena);
    struct equity_request request = equity_request_plain();

    for (size_t i = 0; i < count; i++) {
        double n = floor(random_between(3, 60)), end = random_between(0, 1);
        double x = floor(random_between(0, n + 0.999));
        rows[i] = (struct equity_row){
            .numerator = end < 0.2   ? 0
                         : end > 0.7 ? n
                                     : x,
            .denominator = n,
            .estimate = NO_VALUE,
            .population = NO_VALUE,
            .se = NO_VALUE,
            .order = needs & MEASURE_NEEDS_ORDER ? (double)i + 1 : NO_VALUE,
            .group = i % 2 ? "a" : "b",
            .reference = (needs & MEASURE_NEEDS_REFERENCE) && i == 1,
        };
    }
    request.measures = choice;
    request.measure_count = 1;
    request.target = 0.61;
    request.better = count % 2 ? BETTER_LOWER : BETTER_HIGHER;
    request.draws = draws;
    request.threads = 1;
    equity_table(results, rows, count, &request, arena);
    return results->items[0];
}

static void limits_of_counts(void **state)
{
    struct context c = context_open();
    size_t given = 0;

    (void)state;
    for (size_t i = 0; i < c.count; i++)
        for (size_t round = 0; round < 2 * ROUNDS; round++) {
            const struct measure *m = c.all[i].measure;
            const char *id = c.all[i].id;
            double widest = widest_of(id);
            struct equity_result r =
                row_of_counts(3 + round / 2, &c.all[i], c.arena);
            if (!has_value(r.lower))
                continue;
            check(id, "order", r.lower <= r.upper, r.lower, r.upper);
            check(id, "corrected", within(r.corrected, r.lower, r.upper),
                  r.corrected, r.lower);
            check(id, "lower", r.lower >= fmax(m->low, -widest), r.lower,
                  -widest);
            check(id, "upper", r.upper <= fmin(m->high, widest), r.upper,
                  widest);
            given++;
        }
    assert_true(given > 20 * ROUNDS);
    arena_free(c.arena);
}

/* (10) */
static void any_threads(void **state)
{
    struct context c = context_open();

    (void)state;
    for (size_t i = 0; i < c.count; i++) {
        struct field t = random_areas(9);
        struct equity_result one = row_of(&t, 1, &c.all[i], c.arena);
        for (threads = 2; threads <= 7; threads += 5) {
            struct equity_result more = row_of(&t, 1, &c.all[i], c.arena);
            assert_memory_equal(&one.lower, &more.lower, sizeof one.lower);
            assert_memory_equal(&one.upper, &more.upper, sizeof one.upper);
            assert_memory_equal(&one.corrected, &more.corrected,
                                sizeof one.corrected);
            assert_memory_equal(&one.expected_if_equal, &more.expected_if_equal,
                                sizeof one.expected_if_equal);
            assert_memory_equal(&one.p_value, &more.p_value,
                                sizeof one.p_value);
        }
        threads = 1;
    }
    arena_free(c.arena);
}

/* (4) */
static void replication(void **state)
{
    struct context c = context_open();

    (void)state;
    for (size_t i = 0; i < c.count; i++)
        for (int round = 0; round < ROUNDS; round++) {
            struct field t = random_areas(7), twice = t;
            if (!(c.all[i].measure->laws & MEASURE_REPLICATION))
                continue;
            for (size_t k = 0; k < t.count; k++) {
                size_t j = t.count + k;
                twice.weight[k] = twice.weight[j] = t.weight[k] / 2;
                twice.value[j] = t.value[k];
                twice.order[j] = t.order[k];
                twice.group[j] = t.group[k];
            }
            twice.count = 2 * t.count;
            double got =
                value_of(&twice, &c.all[i], BETTER_HIGHER, 100, c.arena);
            double was = value_of(&t, &c.all[i], BETTER_HIGHER, 100, c.arena);
            check(c.all[i].id, "replication", near(got, was), got, was);
        }
    arena_free(c.arena);
}

/* (5) The mean stays: what the poorer lose in all, the richer gain. */
static void transfer(void **state)
{
    struct context c = context_open();

    (void)state;
    for (size_t i = 0; i < c.count; i++)
        for (int round = 0; round < 4 * ROUNDS; round++) {
            enum better better = round % 2 ? BETTER_LOWER : BETTER_HIGHER;
            struct field t = random_areas(9), worse = t;
            size_t a = (size_t)random_between(0, 8.999);
            size_t b = (size_t)random_between(0, 8.999);
            if (!(c.all[i].measure->laws & MEASURE_TRANSFER) ||
                t.value[a] >= t.value[b])
                continue;
            double moved = random_between(0, 0.5) * t.value[a] * t.weight[a];
            worse.value[a] -= moved / t.weight[a];
            worse.value[b] += moved / t.weight[b];
            double got = value_of(&worse, &c.all[i], better, 100, c.arena);
            double was = value_of(&t, &c.all[i], better, 100, c.arena);
            check(c.all[i].id, "transfer",
                  fabs(got) >= fabs(was) - 1e-9 * fmax(1, fabs(was)), got, was);
        }
    arena_free(c.arena);
}

/* (6) */
static void shift(void **state)
{
    struct context c = context_open();

    (void)state;
    for (size_t i = 0; i < c.count; i++)
        for (int round = 0; round < ROUNDS; round++) {
            struct field t = random_areas(8), moved = t;
            if (!(c.all[i].measure->laws & MEASURE_SHIFT_FREE))
                continue;
            for (size_t k = 0; k < t.count; k++)
                moved.value[k] += 3.21;
            double got =
                value_of(&moved, &c.all[i], BETTER_HIGHER, 100, c.arena);
            double was = value_of(&t, &c.all[i], BETTER_HIGHER, 100, c.arena);
            check(c.all[i].id, "shift", near(got, was), got, was);
        }
    arena_free(c.arena);
}

/* (7) */
static void listing(void **state)
{
    struct context c = context_open();

    (void)state;
    for (size_t i = 0; i < c.count; i++)
        for (int round = 0; round < ROUNDS; round++) {
            struct field t = random_areas(10), turned = t;
            for (size_t k = 0; k < t.count; k++) {
                size_t j = t.count - 1 - k;
                turned.value[k] = t.value[j];
                turned.weight[k] = t.weight[j];
                turned.order[k] = t.order[j];
                turned.group[k] = t.group[j];
            }
            turned.reference = (uint32_t)t.count - 1 - t.reference;
            double got =
                value_of(&turned, &c.all[i], BETTER_HIGHER, 100, c.arena);
            double was = value_of(&t, &c.all[i], BETTER_HIGHER, 100, c.arena);
            check(c.all[i].id, "listing", near(got, was), got, was);
        }
    arena_free(c.arena);
}

/* (8) */
static void needs(void **state)
{
    struct context c = context_open();

    (void)state;
    for (size_t i = 0; i < c.count; i++) {
        const struct measure *m = c.all[i].measure;
        struct field t = random_areas(6);
        struct sample s = { .count = t.count,
                            .value = t.value,
                            .weight = t.weight,
                            .reference = SAMPLE_NONE,
                            .better = BETTER_NONE,
                            .target = NO_VALUE,
                            .unit = NO_VALUE };
        sample_prepare(&s, c.arena);
        bool bare = (m->needs & ~(unsigned)MEASURE_NEEDS_MEAN) == 0;
        assert_int_equal(measure_applies(m, &s), bare);
        assert_int_equal(has_value(measure_value(&c.all[i], &s, c.arena)),
                         bare);
    }
    arena_free(c.arena);
}

/* The ids are what users write: each is found, and stands once. */
static void names(void **state)
{
    struct context c = context_open();
    struct measure_choice found;

    (void)state;
    for (size_t i = 0; i < c.count; i++) {
        assert_true(measure_find(c.all[i].id, &found));
        assert_ptr_equal(found.measure, c.all[i].measure);
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(c.all[k].id, c.all[i].id);
            assert_true(c.all[k].measure->place <= c.all[i].measure->place);
            assert_true(c.all[k].measure == c.all[i].measure ||
                        c.all[k].measure->place != c.all[i].measure->place);
        }
    }
    assert_false(measure_find("gino", &found));
    assert_false(measure_find("atkinson", &found));
    assert_false(measure_find("atkinson:often", &found));
    assert_false(measure_find("gini:2", &found));
    assert_string_equal(measure_nearest("gino"), "gini");
    assert_string_equal(measure_nearest("atkinsons:2"), "atkinson:2");
    assert_null(measure_nearest("population density of Mars"));
    arena_free(c.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_areas), cmocka_unit_test(bounds),
        cmocka_unit_test(units),       cmocka_unit_test(replication),
        cmocka_unit_test(transfer),    cmocka_unit_test(shift),
        cmocka_unit_test(listing),     cmocka_unit_test(needs),
        cmocka_unit_test(names),       cmocka_unit_test(limits),
        cmocka_unit_test(any_threads), cmocka_unit_test(limits_of_counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
