/*
 * results.c - order and look-up of computed values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tests/house.h"

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/results.h"
#include "engine/model/study.h"

/* Numbered against the order of their ids, on purpose. */
static struct indicator indicators[] = { { .id = "ner" },
                                         { .id = "member_rate" } };
static struct area items[] = { { .code = "34" },
                               { .code = "336" },
                               { .code = "12433" } };
static struct code sexes[] = { { .id = "M" }, { .id = "F" } };
static struct code places[] = { { .id = "urban" }, { .id = "rural" } };
static struct dimension dimensions[] = {
    { .id = "sex", .codes = sexes, .count = 2 },
    { .id = "residence", .codes = places, .count = 2 },
};
static struct study study = {
    .catalogue = { indicators, 2 },
    .areas = { .items = items, .count = 3 },
    .codebook = { .dimensions = dimensions, .dimension_count = 2 },
};

static struct arena *arena;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void a_new_result_is_absent(void **state)
{
    (void)state;
    const struct result *r = results_add(results_new(arena));
    const double *numbers[] = {
        &r->numerator,   &r->denominator, &r->value,  &r->lower,
        &r->upper,       &r->previous,    &r->change, &r->plan,
        &r->plan_rate,   &r->target,      &r->gap,    &r->probability,
        &r->completeness
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        assert_true(isnan(*numbers[i]));
    assert_int_equal(r->status, STATUS_MISSING);
    assert_int_equal(r->verdict, VERDICT_NONE);
    assert_int_equal(r->standing, STANDING_NONE);
    assert_int_equal(r->breakdown.dimension, NO_INDEX);
    assert_int_equal(r->target_index, NO_AREA);
    assert_null(r->note);
}

static void put(struct results *results, uint16_t indicator, uint32_t area,
                period p, struct breakdown breakdown)
{
    struct result *result = results_add(results);
    result->indicator = indicator;
    result->area = area;
    result->period = p;
    result->breakdown = breakdown;
    result->value = (double)results->count;
}

static struct results *several(void)
{
    struct results *results = results_new(arena);
    period y2022 = period_of_year(2022), y2023 = period_of_year(2023);
    struct breakdown male = { 0, 0 }, female = { 0, 1 }, rural = { 1, 1 };
    put(results, 0, 0, y2023, WHOLE);  /* 1 */
    put(results, 1, 0, y2023, WHOLE);  /* 2 */
    put(results, 1, 1, y2023, male);   /* 3 */
    put(results, 1, 1, y2023, female); /* 4 */
    put(results, 1, 1, y2023, rural);  /* 5 */
    put(results, 1, 1, y2023, WHOLE);  /* 6 */
    put(results, 1, 1, y2022, WHOLE);  /* 7 */
    put(results, 1, 2, y2023, WHOLE);  /* 8 */
    put(results, 1, 1, period_make(2022, PERIOD_SCHOOL_END, 0), WHOLE);
    return results;
}

static void rows_stand_in_the_order_of_the_files(void **state)
{
    (void)state;
    struct results *results = several();
    results_sort(results, &study);
    /* Text order: 12433 < 336 < 34; 2021-2022 < 2022; residence < sex. */
    const int wanted[] = { 8, 9, 7, 6, 5, 4, 3, 2, 1 };
    assert_int_equal(results->count, 9);
    for (size_t i = 0; i < 9; i++)
        assert_int_equal((int)results->items[i].value, wanted[i]);
}

static void every_row_is_found(void **state)
{
    (void)state;
    struct results *results = several();
    for (int sorted = 0; sorted < 2; sorted++) {
        for (size_t i = 0; i < results->count; i++) {
            const struct result *r = &results->items[i];
            assert_ptr_equal(results_find(results, r->indicator, r->area,
                                          r->period, r->breakdown),
                             r);
        }
        assert_null(results_find(results, 0, 1, period_of_year(2023), WHOLE));
        assert_null(results_find(results, 0, 0, period_of_year(2023),
                                 (struct breakdown){ 0, 0 }));
        results_sort(results, &study);
    }
}

static void a_row_added_after_the_sort_is_found_too(void **state)
{
    (void)state;
    struct results *results = several();
    results_sort(results, &study);
    put(results, 0, 2, period_of_year(2024), WHOLE);
    assert_non_null(results_find(results, 0, 2, period_of_year(2024), WHOLE));
    results_sort(results, &study);
    assert_non_null(results_find(results, 0, 2, period_of_year(2024), WHOLE));
}

static void many_rows_are_found(void **state)
{
    (void)state;
    struct results *results = results_new(arena);
    for (int year = 1000; year < 4000; year++)
        for (uint32_t area = 0; area < 3; area++)
            put(results, (uint16_t)(year % 2), area, period_of_year(year),
                WHOLE);
    results_sort(results, &study);
    for (size_t i = 0; i < results->count; i++) {
        const struct result *r = &results->items[i];
        assert_ptr_equal(
            results_find(results, r->indicator, r->area, r->period, WHOLE), r);
        assert_null(results_find(results, (uint16_t)(1 - r->indicator), r->area,
                                 r->period, WHOLE));
    }
}

/* Indicator after indicator, in the wrong order of ids; the second time with
 * rows of one added apart from its others, which is another way to sort. */
static void blocks_are_sorted_like_single_rows(void **state)
{
    (void)state;
    const struct breakdown parts[] = { WHOLE, { 0, 0 }, { 0, 1 } };
    struct results *sorted[2];
    for (int apart = 0; apart < 2; apart++) {
        struct results *results = sorted[apart] = results_new(arena);
        for (size_t i = 0; i < 2 * 3 * 3 * 5; i++) {
            size_t k = apart ? i * 7 % 90 : i; /* 7 and 90 have no divisor */
            put(results, (uint16_t)(k / 45), (uint32_t)(k / 15 % 3),
                period_of_year(2020 + (int)(k % 5)), parts[k / 5 % 3]);
            results->items[i].value = (double)k;
        }
        results_sort(results, &study);
    }
    for (size_t i = 0; i < 90; i++)
        assert_int_equal((int)sorted[0]->items[i].value,
                         (int)sorted[1]->items[i].value);
    assert_int_equal(sorted[0]->items[0].indicator, 1); /* member_rate < ner */
    assert_int_equal(sorted[0]->items[0].area, 2);      /* 12433 */
}

/* Six indicators of one to six rows, in every order they can stand in. */
static void blocks_in_any_order(void **state)
{
    (void)state;
    struct indicator six[] = { { .id = "a" }, { .id = "b" }, { .id = "c" },
                               { .id = "d" }, { .id = "e" }, { .id = "f" } };
    struct study of_six = study;
    of_six.catalogue.items = six;
    of_six.catalogue.count = 6;
    for (unsigned order = 0; order < 720; order++) {
        struct results *results = results_new(arena);
        uint16_t left[] = { 0, 1, 2, 3, 4, 5 };
        for (unsigned n = 6, rest = order; n > 0; rest /= n, n--) {
            unsigned at = rest % n;
            for (int year = 0; year <= left[at]; year++)
                put(results, left[at], 0, period_of_year(2020 + year), WHOLE);
            left[at] = left[n - 1];
        }
        results_sort(results, &of_six);
        assert_int_equal(results->count, 21);
        size_t row = 0;
        for (uint16_t i = 0; i < 6; i++)
            for (int year = 0; year <= i; year++, row++) {
                assert_int_equal(results->items[row].indicator, i);
                assert_int_equal(results->items[row].period,
                                 period_of_year(2020 + year));
            }
    }
}

static void rows_of_an_indicator_and_periods(void **state)
{
    (void)state;
    struct results *results = several();
    size_t count;
    struct results_span all = results_of(results, 0);
    assert_int_equal(all.end - all.first, 9); /* not sorted: any row may be */
    results_sort(results, &study);
    struct results_span rates = results_of(results, 1);
    struct results_span ner = results_of(results, 0);
    assert_int_equal(rates.first, 0);
    assert_int_equal(rates.end, 8);
    assert_int_equal(ner.first, 8);
    assert_int_equal(ner.end, 9);
    assert_int_equal(results_of(results, 2).end, 0);
    const period *periods = results_periods(results, &count, arena);
    assert_int_equal(count, 3);
    assert_int_equal(periods[0], period_of_year(2023));
}

static void nothing_can_be_sorted_and_searched(void **state)
{
    (void)state;
    struct results *results = results_new(arena);
    results_sort(results, &study);
    assert_null(results_find(results, 0, 0, period_of_year(2023), WHOLE));
}

static void a_new_measure_is_absent(void **state)
{
    (void)state;
    struct equity_results *results = equity_results_new(arena);
    for (int i = 0; i < 100; i++) {
        const struct equity_result *r = equity_results_add(results, 1);
        assert_true(isnan(r->estimate) && isnan(r->se) && isnan(r->lower) &&
                    isnan(r->upper) && isnan(r->expected_if_equal) &&
                    isnan(r->p_value) && isnan(r->corrected));
        assert_int_equal(r->dimension, NO_INDEX);
    }
    assert_int_equal(results->count, 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_sorted_like_single_rows),
        cmocka_unit_test(blocks_in_any_order),
        cmocka_unit_test(rows_of_an_indicator_and_periods),
        cmocka_unit_test(a_new_result_is_absent),
        cmocka_unit_test(rows_stand_in_the_order_of_the_files),
        cmocka_unit_test(every_row_is_found),
        cmocka_unit_test(a_row_added_after_the_sort_is_found_too),
        cmocka_unit_test(many_rows_are_found),
        cmocka_unit_test(nothing_can_be_sorted_and_searched),
        cmocka_unit_test(a_new_measure_is_absent),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
