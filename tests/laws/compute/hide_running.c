/*
 * hide_running.c - running totals against an attacker who takes one cut-off
 * from the next.
 *
 * Random provinces of districts and communes report a running total at three
 * cut-offs of a year; some of what is added between two of them is small. The
 * attacker knows all printed rows, and that a running total never falls.
 *
 *  (1) No two printed cut-offs of an area that follow one another differ by 1
 * to N - 1. (2) Where such a difference is hidden, what he can say of it leaves
 * room for N. Between two cut-offs the hidden communes below the nearest area
 * that is printed at both added together what that area added less the printed
 *      ones: each may have added nothing or all of it.
 *  (3) Where nothing small was added nothing is hidden; a quantity whose
 * periods stand for themselves has no such differences.
 *  (4) The cut-off with a small difference is hidden for its own sake.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/hide/hide.h"
#include "tests/unit/compute/lab.h"
#include "tests/unit/model/register.h"

enum { TRIES = 300, UNITS = 12, CUTS = 3, N = 5, MEMBERS = 1 };
static const char *const cuts[CUTS] = { "2023-Q1", "2023-Q2", "2023" };
static const char *const districts[] = { "D1", "D2", "D3" };

struct world {
    uint64_t dice;
    struct lab *lab;
    struct hidden hidden;
};

static unsigned roll(struct world *w, unsigned sides)
{
    w->dice ^= w->dice << 13;
    w->dice ^= w->dice >> 7;
    w->dice ^= w->dice << 17;
    return (unsigned)((w->dice >> 11) % sides);
}

static void make_areas(struct world *w)
{
    struct register_line lines[UNITS + 4] = { { "P", NULL, TIER_PROVINCE, 0,
                                                0 } };
    size_t count = 1;
    for (int i = 0; i < 3; i++)
        lines[count++] =
            (struct register_line){ districts[i], "P", TIER_DISTRICT, 0, 0 };
    for (int i = 0; i < UNITS; i++)
        lines[count++] =
            (struct register_line){ arena_format(w->lab->arena, "u%02d", i),
                                    districts[roll(w, 3)], TIER_COMMUNE, 0, 0 };
    register_build(&w->lab->study.areas, lines, count, w->lab->arena);
    w->lab->study.project.root = lab_area(w->lab, "P");
}

static void world_open(struct world *w, uint64_t seed, unsigned smalls,
                       enum accumulates accumulates)
{
    *w = (struct world){ .dice = 88172645463325252u ^ (seed * 7919),
                         .lab = lab_open() };
    lab_quantities[MEMBERS].accumulates = accumulates;
    make_areas(w);
    for (int u = 0; u < UNITS; u++) {
        double value = 2 * N + roll(w, 300);
        for (int c = 0; c < CUTS; c++) {
            lab_say(w->lab, arena_format(w->lab->arena, "u%02d", u), cuts[c],
                    "members", "", value);
            value += roll(w, 100) < smalls ? roll(w, N + 1) : N + roll(w, 90);
        }
    }
    lab_indicator(w->lab, "count", KIND_COUNT, "members", NULL);
    lab_run(w->lab);
}

static void world_close(struct world *w)
{
    lab_quantities[MEMBERS].accumulates = ACCUMULATES_PERIOD;
    lab_close(w->lab);
}

static void world_hide(struct world *w)
{
    struct lab *lab = w->lab;
    lab->study.project.hide_below = N;
    hide_results(&w->hidden, lab->results, lab->formulas, lab->cube,
                 &lab->study, lab->arena);
}

/* --- what is true, and what is printed ------------------------------------ */

static double truth(const struct world *w, uint32_t area, int cut)
{
    const struct table *t = w->lab->table;
    double sum = 0;
    for (size_t i = 0; i < t->count; i++)
        if (t->period[i] == lab_period(cuts[cut]) &&
            area_is_in(&w->lab->study.areas, t->area[i], area))
            sum += t->value[i];
    return sum;
}

static double added(const struct world *w, uint32_t area, int cut)
{
    return truth(w, area, cut) - truth(w, area, cut - 1);
}

static bool printed(const struct world *w, uint32_t area, int cut)
{
    const struct result *r =
        results_find(w->lab->results, 0, area, lab_period(cuts[cut]), WHOLE);
    assert_non_null(r);
    if (has_value(r->value))
        assert_near(r->value, truth(w, area, cut), 1e-12);
    return has_value(r->value);
}

static bool shown(const struct world *w, uint32_t area, int cut)
{
    return printed(w, area, cut) && printed(w, area, cut - 1);
}

/* What the hidden communes in the area added; printed areas hide nobody. */
static double unknown_in(const struct world *w, uint32_t area, int cut)
{
    const struct areas *areas = &w->lab->study.areas;
    double sum = 0;
    if (areas->items[area].first_child == NO_AREA)
        return added(w, area, cut);
    for (uint32_t a = areas->items[area].first_child; a != NO_AREA;
         a = areas->items[a].next_sibling)
        if (!shown(w, a, cut))
            sum += unknown_in(w, a, cut);
    return sum;
}

static bool is_small(double value)
{
    return value > 0 && value < N;
}

static size_t attack(const struct world *w, uint32_t area, int cut)
{
    const struct areas *areas = &w->lab->study.areas;
    uint32_t above = area;
    if (!is_small(added(w, area, cut)))
        return 0;
    const struct result *row =
        results_find(w->lab->results, 0, area, lab_period(cuts[cut]), WHOLE);
    assert_int_equal(row->status, STATUS_SUPPRESSED); /* (4) */
    if (shown(w, area, cut))
        fail_msg("%s added %g to %s", areas->items[area].code,
                 added(w, area, cut), cuts[cut - 1]);
    while (above != NO_AREA && !shown(w, above, cut))
        above = areas->items[above].parent;
    if (above != NO_AREA && unknown_in(w, above, cut) < N)
        fail_msg("%s added no more than %g to %s", areas->items[area].code,
                 unknown_in(w, above, cut), cuts[cut - 1]);
    return 1;
}

/* (1) (2) */
static void attacked(void **state)
{
    size_t attacks = 0, rows = 0, seen = 0;
    (void)state;
    for (uint64_t seed = 1; seed <= TRIES; seed++) {
        struct world w;
        world_open(&w, seed, seed % 3 == 0 ? 30 : 8, ACCUMULATES_YEAR_TO_DATE);
        world_hide(&w);
        for (uint32_t a = 0; a < w.lab->study.areas.count; a++)
            for (int cut = 1; cut < CUTS; cut++)
                attacks += attack(&w, a, cut);
        rows += w.lab->results->count;
        seen += w.lab->results->count - w.hidden.primary - w.hidden.secondary;
        world_close(&w);
    }
    print_message("%zu differences, %zu of %zu rows printed\n", attacks, seen,
                  rows);
    assert_true(attacks > 0 && 2 * seen > rows);
}

/* (3) */
static void untouched(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct world w;
        world_open(&w, seed, seed % 2 ? 0 : 30,
                   seed % 2 ? ACCUMULATES_YEAR_TO_DATE : ACCUMULATES_PERIOD);
        world_hide(&w);
        assert_int_equal(w.hidden.primary + w.hidden.secondary, 0);
        world_close(&w);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attacked),
        cmocka_unit_test(untouched),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
