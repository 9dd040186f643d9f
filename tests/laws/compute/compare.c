/*
 * compare.c - what must be true of every comparison, shown on many families of
 * unlike areas.
 *
 *   unit         a scale of 100: every figure follows, places and words stay
 *   order        the order of the areas does not matter
 *   complement   counting those who have not, and turning what is better, turns
 *                the signs and the funnel over and leaves p, ranks and words
 *   size         ten times as many of everything: narrower limits, less shrunk
 *   family       what stands beside a family does not change a word in it
 *   sanity       limits hold their figure, nothing is infinite or no number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_errno.h>
#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/compare/compare.h"
#include "tests/house.h"

enum { FAMILIES = 60, MOST = 90 };

struct trial {
    size_t count;
    double x[MOST], n[MOST];
    struct indicator indicator;
    struct comparison rows[MOST];
    struct dispersion dispersion;
    double whole;
};

/* A generator of our own: the same families on every machine. */
static double next_share(uint64_t *seed)
{
    *seed =
        *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (double)(*seed >> 11) / 9007199254740992.0;
}

/* From 2 to 90 areas of 5 to 5,000, some quite alike, some far apart. */
static void trial_make(struct trial *t, unsigned number)
{
    uint64_t seed = number + 1;
    double centre, width;

    memset(t, 0, sizeof *t);
    for (int i = 0; i < 8; i++)
        next_share(&seed);
    t->count = 2 + (size_t)(next_share(&seed) * (MOST - 2));
    centre = 0.05 + 0.9 * next_share(&seed);
    width = number % 3 == 0 ? 0 : next_share(&seed) * 0.3;
    for (size_t i = 0; i < t->count; i++) {
        double p = centre + width * (next_share(&seed) - 0.5);
        t->n[i] = floor(5 * pow(1000, next_share(&seed)));
        p += 2 * (next_share(&seed) - 0.5) * sqrt(0.25 / t->n[i]);
        t->x[i] = floor(fmin(fmax(p, 0), 1) * t->n[i] + 0.5);
    }
    t->indicator = (struct indicator){ .scale = 1,
                                       .design_effect = 3,
                                       .kind = KIND_PROPORTION,
                                       .noise = NOISE_BINOMIAL,
                                       .better = BETTER_HIGHER };
    if (number % 4 == 1)
        t->indicator.noise = NOISE_POISSON, t->indicator.kind = KIND_RATE;
    if (number % 4 == 2)
        t->indicator.noise = NOISE_CLUSTERED;
}

static void trial_run(struct trial *t)
{
    struct arena *arena = arena_new();
    struct comparisons *list = comparisons_new(arena);
    struct compare_family f = { .indicator = &t->indicator,
                                .confidence = 0.95 };

    for (size_t i = 0; i < t->count; i++) {
        struct comparison *row = comparisons_add(list);
        row->numerator = t->x[i];
        row->denominator = t->n[i];
        row->value = t->indicator.scale * t->x[i] / t->n[i];
        row->usable = true;
    }
    f.rows = list->items;
    f.count = list->count;
    compare_add_up(&f);
    t->dispersion = compare_family(&f, arena);
    t->whole = f.whole;
    memcpy(t->rows, f.rows, f.count * sizeof *f.rows);
    arena_free(arena);
}

static void near_or_none(double got, double wanted, double tolerance)
{
    assert_int_equal(has_value(got), has_value(wanted));
    if (has_value(got))
        assert_near(got, wanted, tolerance);
}

static void same_words(const struct comparison *a, const struct comparison *b)
{
    assert_int_equal(a->verdict, b->verdict);
    assert_int_equal(a->rank, b->rank);
    assert_int_equal(a->rank_lower, b->rank_lower);
    assert_int_equal(a->rank_upper, b->rank_upper);
    near_or_none(a->p_value, b->p_value, 1e-11);
    near_or_none(a->adjusted_p, b->adjusted_p, 1e-11);
    near_or_none(a->weight, b->weight, 1e-9);
}

static void unit(void **state)
{
    (void)state;
    for (unsigned k = 0; k < FAMILIES; k++) {
        struct trial one, hundred;
        trial_make(&one, k);
        hundred = one;
        one.indicator.material = 0.02;
        hundred.indicator.material = 2;
        hundred.indicator.scale = 100;
        trial_run(&one);
        trial_run(&hundred);
        near_or_none(hundred.dispersion.phi, one.dispersion.phi, 1e-11);
        near_or_none(hundred.dispersion.tau2, 1e4 * one.dispersion.tau2, 1e-9);
        near_or_none(hundred.dispersion.upper, 1e4 * one.dispersion.upper,
                     1e-9);
        for (size_t i = 0; i < one.count; i++) {
            const struct comparison *a = &one.rows[i], *b = &hundred.rows[i];
            same_words(a, b);
            assert_int_equal(a->funnel, b->funnel);
            near_or_none(b->difference, 100 * a->difference, 1e-11);
            near_or_none(b->difference_upper, 100 * a->difference_upper, 1e-11);
            near_or_none(b->shrunk, 100 * a->shrunk, 1e-9);
            near_or_none(b->shrunk_lower, 100 * a->shrunk_lower, 1e-9);
        }
    }
}

static void order(void **state)
{
    (void)state;
    for (unsigned k = 0; k < FAMILIES; k++) {
        struct trial t, turned;
        trial_make(&t, k);
        turned = t;
        for (size_t i = 0; i < t.count; i++) {
            turned.x[i] = t.x[t.count - 1 - i];
            turned.n[i] = t.n[t.count - 1 - i];
        }
        trial_run(&t);
        trial_run(&turned);
        for (size_t i = 0; i < t.count; i++) {
            const struct comparison *a = &t.rows[i];
            const struct comparison *b = &turned.rows[t.count - 1 - i];
            same_words(a, b);
            assert_int_equal(a->funnel, b->funnel);
            near_or_none(b->shrunk_upper, a->shrunk_upper, 1e-10);
        }
    }
}

static enum funnel turned_over(enum funnel place)
{
    static const enum funnel other[FUNNEL_COUNT] = {
        [FUNNEL_NONE] = FUNNEL_NONE,
        [FUNNEL_WITHIN] = FUNNEL_WITHIN,
        [FUNNEL_ABOVE_95] = FUNNEL_BELOW_95,
        [FUNNEL_ABOVE_998] = FUNNEL_BELOW_998,
        [FUNNEL_BELOW_95] = FUNNEL_ABOVE_95,
        [FUNNEL_BELOW_998] = FUNNEL_ABOVE_998,
    };
    return other[place];
}

static void complement(void **state)
{
    (void)state;
    for (unsigned k = 0; k < FAMILIES; k++) {
        struct trial have, lack;
        trial_make(&have, k);
        if (have.indicator.noise == NOISE_POISSON)
            continue; /* a rate has no complement */
        lack = have;
        lack.indicator.better = BETTER_LOWER;
        for (size_t i = 0; i < have.count; i++)
            lack.x[i] = have.n[i] - have.x[i];
        trial_run(&have);
        trial_run(&lack);
        near_or_none(have.dispersion.tau2, lack.dispersion.tau2, 1e-9);
        for (size_t i = 0; i < have.count; i++) {
            const struct comparison *a = &have.rows[i], *b = &lack.rows[i];
            same_words(a, b);
            assert_int_equal(b->funnel, turned_over(a->funnel));
            near_or_none(b->difference, -a->difference, 1e-11);
            near_or_none(b->shrunk_lower, 1 - a->shrunk_upper, 1e-10);
        }
    }
}

/* Areas that truly differ: with more persons that shows more plainly. */
static void size(void **state)
{
    (void)state;
    for (unsigned k = 0; k < FAMILIES; k++) {
        struct trial t, large;
        trial_make(&t, k);
        large = t;
        for (size_t i = 0; i < t.count; i++) {
            large.x[i] *= 10;
            large.n[i] *= 10;
        }
        trial_run(&t);
        trial_run(&large);
        for (size_t i = 0; i < t.count; i++) {
            const struct comparison *a = &t.rows[i], *b = &large.rows[i];
            assert_true(b->difference_upper - b->difference_lower <
                        a->difference_upper - a->difference_lower);
            assert_true(b->weight >= a->weight);
        }
    }
}

static void within(double low, double value, double high)
{
    double slack = 1e-12 * fmax(1, fabs(value));

    assert_true(has_value(low) && has_value(value) && has_value(high));
    assert_true(low <= value + slack && value <= high + slack);
}

static void sanity(void **state)
{
    (void)state;
    for (unsigned k = 0; k < FAMILIES; k++) {
        struct trial t;
        trial_make(&t, k);
        trial_run(&t);
        within(t.dispersion.lower, t.dispersion.tau2, t.dispersion.upper);
        for (size_t i = 0; i < t.count; i++) {
            const struct comparison *r = &t.rows[i];
            within(r->difference_lower, r->difference, r->difference_upper);
            within(r->shrunk_lower, r->shrunk, r->shrunk_upper);
            within(fmin(r->value, t.whole), r->shrunk, fmax(r->value, t.whole));
            within(0, r->p_value, r->adjusted_p);
            within(0, r->adjusted_p, 1);
            within(0, r->weight, 1);
            assert_true(1 <= r->rank_lower && r->rank_lower <= r->rank);
            assert_true(r->rank <= r->rank_upper && r->rank_upper <= t.count);
            assert_int_equal(r->funnel == FUNNEL_NONE, t.count < 12);
            assert_true(r->verdict != STANDING_NONE);
        }
    }
}

/* The results of one indicator, alone and among others that are all apart. */
static void family(void **state)
{
    enum { AREAS = 13 };
    static struct area areas[AREAS + 1];
    static struct indicator indicators[3];
    struct arena *arena = arena_new();
    struct study study = { .areas = { .items = areas, .count = AREAS + 1 },
                           .catalogue = { indicators, 3 } };
    enum standing alone[AREAS + 1];
    struct trial t;

    (void)state;
    trial_make(&t, 19); /* binomial, spread, more than thirteen areas */
    assert_true(t.count >= AREAS);
    areas[0] = (struct area){ .code = "0", .tier = TIER_PROVINCE };
    for (unsigned a = 1; a <= AREAS; a++)
        areas[a] = (struct area){ .code = "1", .tier = TIER_DISTRICT };
    for (unsigned many = 0; many < 2; many++) {
        struct results *results = results_new(arena);
        for (uint16_t i = 0; i < (many ? 3 : 1); i++) {
            double x = 0, n = 0;
            indicators[i] = t.indicator;
            for (uint32_t a = 1; a <= AREAS + 1; a++) {
                struct result *r = results_add(results);
                bool whole = a > AREAS;
                r->indicator = i;
                r->area = whole ? 0 : a;
                r->period = period_of_year(2023);
                r->denominator = whole ? n : t.n[a - 1] * (1 + 9 * i);
                r->numerator = whole   ? x
                               : i > 0 ? (a % 2) * r->denominator
                                       : t.x[a - 1];
                r->value = r->numerator / r->denominator;
                r->status = STATUS_OK;
                r->completeness = 1;
                x += whole ? 0 : r->numerator;
                n += whole ? 0 : r->denominator;
            }
        }
        compare_standings(results, 0, &study, arena);
        for (uint32_t a = 0; a < AREAS; a++) {
            if (!many)
                alone[a] = results->items[a].standing;
            assert_int_equal(results->items[a].standing, alone[a]);
            assert_true(alone[a] != STANDING_NONE);
        }
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unit),       cmocka_unit_test(order),
        cmocka_unit_test(complement), cmocka_unit_test(size),
        cmocka_unit_test(family),     cmocka_unit_test(sanity),
    };

    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
