/*
 * places.c - where things go: labels moved apart, ticks, words over lines,
 * colours of words, runs of a series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/house.h"

#include "charts/axis.h"
#include "charts/colour.h"
#include "charts/label_spread.h"
#include "charts/line_words.h"
#include "charts/series.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"

static struct arena *arena;

/* --- labels -----------------------------------------------------------------
 */

static void labels_apart_stay(void **state)
{
    (void)state;
    struct label_place places[] = { { 80, 10 }, { 20, 10 }, { 50, 10 } };
    label_spread(places, 3, 0, 100, arena);
    assert_near(places[0].centre, 80, 1e-9);
    assert_near(places[1].centre, 20, 1e-9);
    assert_near(places[2].centre, 50, 1e-9);
}

/* Two at one place part evenly; a third one in reach is pushed along: by hand,
 * z = 50, 41, 34 (less 0, 10, 20) pools to 41.67. */
static void labels_part_evenly(void **state)
{
    (void)state;
    struct label_place two[] = { { 50, 10 }, { 50, 10 } };
    label_spread(two, 2, 0, 100, arena);
    assert_near(two[0].centre, 45, 1e-9);
    assert_near(two[1].centre, 55, 1e-9);
    struct label_place three[] = { { 50, 10 }, { 51, 10 }, { 54, 10 } };
    label_spread(three, 3, 0, 100, arena);
    assert_near(three[0].centre, 125.0 / 3, 1e-9);
    assert_near(three[1].centre, 155.0 / 3, 1e-9);
    assert_near(three[2].centre, 185.0 / 3, 1e-9);
}

static void labels_keep_the_bounds(void **state)
{
    (void)state;
    struct label_place places[] = { { 99, 10 }, { 98, 20 }, { -7, 10 } };
    label_spread(places, 3, 0, 100, arena);
    assert_near(places[2].centre, 5, 1e-9);
    assert_near(places[1].centre, 80, 1e-9);
    assert_near(places[0].centre, 95, 1e-9);
    /* Forty in the room of thirty: pressed together, in order. */
    struct label_place many[4];
    for (size_t i = 0; i < 4; i++)
        many[i] = (struct label_place){ 3 - (double)i, 10 };
    label_spread(many, 4, 0, 30, arena);
    assert_near(many[3].centre, 3.75, 1e-9);
    assert_near(many[0].centre, 26.25, 1e-9);
}

/* Sum of squared moves of any other lawful arrangement is no smaller. */
static void labels_move_least(void **state)
{
    (void)state;
    static const double wanted[] = { 12, 13, 15, 40, 41, 44 };
    struct label_place places[6];
    for (size_t i = 0; i < 6; i++)
        places[i] = (struct label_place){ wanted[i], 6 };
    label_spread(places, 6, 0, 60, arena);
    double best = 0;
    for (size_t i = 0; i < 6; i++)
        best += pow(places[i].centre - wanted[i], 2);
    /* Nudge each label, and each pair, where the gaps allow it. */
    for (size_t i = 0; i < 6; i++)
        for (int way = -1; way <= 1; way += 2)
            for (size_t length = 1; i + length <= 6; length++) {
                double sum = 0, last = -6;
                bool lawful = true;
                for (size_t k = 0; k < 6; k++) {
                    double at = places[k].centre +
                                (k >= i && k < i + length ? way * .05 : 0);
                    lawful = lawful && at - last >= 6 - 1e-9;
                    last = at;
                    sum += pow(at - wanted[k], 2);
                }
                assert_true(!lawful || sum >= best - 1e-9);
            }
}

/* --- axes -------------------------------------------------------------------
 */

static void ticks_are_round(void **state)
{
    (void)state;
    static const struct {
        struct axis_wish wish;
        double low, high, step;
        unsigned decimals;
    } cases[] = {
        { { 21, 61.8, NO_VALUE, NO_VALUE, true, 6 }, 0, 70, 10, 0 },
        { { .93, 1.08, NO_VALUE, NO_VALUE, false, 6 }, .92, 1.08, .02, 2 },
        { { 70, 130, 0, 100, true, 6 }, 0, 140, 20, 0 },
        { { 88, 99.5, 0, 100, false, 6 }, 88, 100, 2, 0 },
        { { -15, 15, NO_VALUE, NO_VALUE, false, 6 }, -15, 15, 5, 0 },
        { { 0, 0, 0, 100, true, 5 }, 0, 1, .2, 1 },
        { { 50, 50, NO_VALUE, NO_VALUE, false, 5 }, 44, 56, 2, 0 },
        { { 1234567, 2345678, NO_VALUE, NO_VALUE, true, 5 },
          0,
          2500000,
          500000,
          0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct axis axis = axis_values(cases[i].wish);
        assert_near(axis.step, cases[i].step, 1e-12);
        assert_near(axis.low, cases[i].low, 1e-9);
        assert_near(axis.high, cases[i].high, 1e-9);
        assert_int_equal(axis.decimals, cases[i].decimals);
        assert_true(axis_tick(&axis, axis.ticks - 1) <= axis.high + 1e-9);
        assert_true(axis_tick(&axis, axis.ticks) > axis.high);
    }
}

static void ticks_speak_the_language(void **state)
{
    (void)state;
    struct axis axis = axis_values(
        (struct axis_wish){ -1500, 1500, NO_VALUE, NO_VALUE, false, 4 });
    assert_string_equal(axis_text(arena, &axis, 0, "vi"), "−2.000");
    assert_string_equal(axis_text(arena, &axis, 0, "en"), "−2,000");
    assert_near(axis_place(&axis, 0, 100, 300), 200, 1e-12);
    assert_near(axis_place(&axis, 2000, 300, 100), 100, 1e-12);
}

static void axes_survive_anything(void **state)
{
    (void)state;
    static const double values[] = { 0,      1e-320,   1e-9,     .1,    1,
                                     1e9,    1e15,     1e300,    -1e-9, -1,
                                     -1e300, HUGE_VAL, -HUGE_VAL };
    size_t count = sizeof values / sizeof values[0];
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++)
            for (int zero = 0; zero < 2; zero++) {
                struct axis axis = axis_values((struct axis_wish){
                    values[i], values[k], 0, 100, zero, 5 });
                assert_true(isfinite(axis.low) && isfinite(axis.high));
                assert_true(axis.high > axis.low);
                assert_true(axis.ticks >= 1 && axis.ticks <= 100);
            }
}

static void years_are_whole(void **state)
{
    (void)state;
    struct axis axis = axis_years(1995, 2016, 12);
    assert_near(axis_tick(&axis, 0), 1996, 0);
    assert_near(axis.step, 2, 0);
    assert_int_equal(axis.ticks, 11);
    axis = axis_years(2018, 2023, 12);
    assert_int_equal(axis.ticks, 6);
    assert_string_equal(axis_year_text(arena, &axis, 5), "2023");
    axis = axis_years(2022.5, 2023.5, 12);
    assert_int_equal(axis.ticks, 1);
    assert_string_equal(axis_year_text(arena, &axis, 0), "2023");
    axis = axis_years(2018, 2030, 1);
    assert_int_equal(axis.ticks, 1);
}

/* --- words over lines, colours ----------------------------------------------
 */

static void words_over_lines_part(void **state)
{
    (void)state;
    struct line_words words[2] = { { { NULL, 1, 60, false }, 0, 0 },
                                   { { NULL, 1, 80, false }, 0, 0 } };
    const double apart[] = { 100, 300 }, close[] = { 150, 160 },
                 edge[] = { 30, 40 }, swapped[] = { 170, 150 };
    line_words_part(words, apart, 400);
    assert_near(words[0].left, 70, 1e-9);
    assert_near(words[1].left, 260, 1e-9);
    line_words_part(words, close, 400);
    assert_int_equal(words[1].row, 0);
    assert_true(words[0].left + 60 + 10 <= words[1].left + 1e-9);
    line_words_part(words, swapped, 400);
    assert_true(words[1].left + 80 + 10 <= words[0].left + 1e-9);
    line_words_part(words, edge, 400);
    assert_int_equal(words[1].row, 1);
    assert_true(words[0].left >= 0 && words[1].left >= 0);
}

/* Ratios as the WCAG's own examples give them. */
/* Every fill of the shipped palettes that bears words, white or dark ones. */
static void words_are_read_on_every_fill(void **state)
{
    (void)state;
    static const char *const fills[] = { "better:", "similar:", "worse:",
                                         "none:", "sequential:" };
    FILE *file = fopen("data/charts/style.yaml", "r");
    char line[256];
    size_t met = 0;
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        const char *at = line + strspn(line, " ");
        bool fill = false;
        for (size_t i = 0; i < sizeof fills / sizeof *fills; i++)
            fill = fill || strncmp(at, fills[i], strlen(fills[i])) == 0;
        while (fill && (at = strchr(at, '#')) != NULL) {
            uint32_t colour = (uint32_t)strtoul(++at, NULL, 16);
            if (colour_contrast(colour, colour_on(colour, 0x222222)) < 4.5)
                fail_msg("#%06X bears no words", (unsigned)colour);
            met++;
        }
    }
    fclose(file);
    assert_int_equal(met, 2 * (4 + 5));
}

static void contrast_is_computed(void **state)
{
    (void)state;
    assert_near(colour_contrast(0x000000, 0xFFFFFF), 21, 1e-9);
    assert_near(colour_contrast(0x777777, 0xFFFFFF), 4.48, .002);
    assert_near(colour_contrast(0xFFFFFF, 0x767676), 4.54, .002);
    assert_int_equal(colour_on(0x08519C, 0x222222), 0xFFFFFF);
    assert_int_equal(colour_on(0xE8833A, 0x222222), 0x222222);
    assert_int_equal(colour_mix(0x000000, 0xFF8040, .5), 0x804020);
    uint32_t readable = colour_readable(0x56B4E9, 0x222222);
    assert_true(colour_contrast(readable, 0xFFFFFF) >= 4.5);
    assert_int_equal(colour_readable(0x08519C, 0x222222), 0x08519C);
}

/* --- series -----------------------------------------------------------------
 */

static struct chart_point point(double x, double y)
{
    return (struct chart_point){ x, y, NO_VALUE, NO_VALUE, STATUS_OK, false };
}

static void runs_end_at_gaps_and_breaks(void **state)
{
    (void)state;
    struct chart_point points[] = {
        point(2010, 1), point(2011, 2), point(2013, 3), point(2014, NO_VALUE),
        point(2015, 4), point(2016, 5), point(2017, 6),
    };
    points[5].cut_before = true;
    struct chart_series series = {
        .label = "x", .role = SERIES_MAIN, .points = points, .count = 7
    };
    static const size_t wanted[][2] = {
        { 0, 2 }, { 2, 3 }, { 4, 5 }, { 5, 7 }
    };
    struct series_run run = { 0, 0 };
    assert_near(series_step(&series), 1, 0);
    for (size_t i = 0; i < 4; i++) {
        assert_true(series_next(&series, 1, &run));
        assert_int_equal(run.first, wanted[i][0]);
        assert_int_equal(run.end, wanted[i][1]);
    }
    assert_false(series_next(&series, 1, &run));
    run = (struct series_run){ 0, 0 };
    assert_true(series_next(&series, HUGE_VAL, &run));
    assert_int_equal(run.end, 3);
    points[6].status = STATUS_SUPPRESSED;
    assert_ptr_equal(series_end(&series), &points[5]);
    /* Every second year is no gap when no year between is ever there. */
    struct chart_point biennial[] = { point(2010, 1), point(2012, 2),
                                      point(2014, 3) };
    series = (struct chart_series){
        .label = "y", .role = SERIES_MAIN, .points = biennial, .count = 3
    };
    run = (struct series_run){ 0, 0 };
    assert_true(series_next(&series, series_step(&series), &run));
    assert_int_equal(run.end, 3);
}

static int begin(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_apart_stay),
        cmocka_unit_test(labels_part_evenly),
        cmocka_unit_test(labels_keep_the_bounds),
        cmocka_unit_test(labels_move_least),
        cmocka_unit_test(ticks_are_round),
        cmocka_unit_test(ticks_speak_the_language),
        cmocka_unit_test(axes_survive_anything),
        cmocka_unit_test(years_are_whole),
        cmocka_unit_test(words_over_lines_part),
        cmocka_unit_test(words_are_read_on_every_fill),
        cmocka_unit_test(contrast_is_computed),
        cmocka_unit_test(runs_end_at_gaps_and_breaks),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
