/*
 * plan_outcome.c - what a rule leaves behind in the last year.
 *
 *  (1) Planned levels are facts of the plan, so the measures of inequality
 *      stand without an interval.
 *  (2) Areas weigh by their base of that year; of counts each weighs the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/equity/equity.h"
#include "engine/compute/plan/plan_parts.h"

static void measure(struct plan_outcome *out, const struct plan_work *work,
                    int year)
{
    static const char *const ids[] = { "difference", "coefficient_of_variation",
                                       "gini" };
    double *const into[] = { &out->difference, &out->variation, &out->gini };
    struct equity_request request = equity_request_plain();
    struct measure_choice choices[3];
    struct equity_row *rows =
        arena_array(work->scratch, work->count, struct equity_row);
    struct equity_results *found = equity_results_new(work->scratch);

    for (size_t i = 0; i < work->count; i++)
        rows[i] = (struct equity_row){
            .numerator = NO_VALUE,
            .denominator = NO_VALUE,
            .estimate = plan_value(work, &work->areas[i], year),
            .population =
                work->counted ? NO_VALUE : work->areas[i].base[year], /* (2) */
            .se = NO_VALUE,
            .order = NO_VALUE,
        };
    request.measures = choices;
    for (size_t m = 0; m < 3; m++)
        request.measure_count += measure_find(ids[m], &choices[m]);
    request.noise = NOISE_NONE; /* (1) */
    request.better = work->way > 0 ? BETTER_HIGHER : BETTER_LOWER;
    equity_table(found, rows, work->count, &request, work->scratch);
    for (size_t m = 0; m < found->count && m < 3; m++)
        *into[m] = found->items[m].estimate;
}

static const double ROUNDING = 1e-9;

static void count_areas(struct plan_outcome *out, const struct plan_work *work,
                        int last)
{
    double goal = work->legs[work->leg_count - 1].goal, chance;

    for (size_t i = 0; i < work->count; i++) {
        const struct plan_area *area = &work->areas[i];
        double value = work->way * plan_value(work, area, last);
        out->below += value < work->way * goal - ROUNDING * fabs(goal);
        if (!(work->way * out->lowest <= value))
            out->lowest = work->way * value;
        double fresh = 0;
        for (int year = 1; year <= last; year++) {
            fresh += plan_fresh(work, area, year);
            out->steps[plan_feasible(work, area, year, &chance)]++;
        }
        if (last > 0 && !(out->most >= fresh)) {
            out->most = fresh;
            out->most_area = area->area;
        }
    }
}

static struct plan_outcome *add(struct plans *into,
                                const struct plan_work *work, int year)
{
    struct arena_mark mark = arena_mark(work->scratch);
    struct plan_outcome *out = plans_add_outcome(into);

    out->indicator = work->index;
    out->period = period_of_year(work->start + year);
    measure(out, work, year);
    count_areas(out, work, year);
    arena_rewind(work->scratch, mark);
    return out;
}

void plan_outcome_today(struct plans *into, const struct plan_work *work)
{
    add(into, work, 0)->today = true;
}

/* What the rule leaves one area, or the whole, with; returns what is won. */
static double keep_end(struct plans *into, const struct plan_work *work,
                       const struct plan_area *area, enum plan_rule rule)
{
    struct plan_line *line = &into->lines[area->line];

    line->left[rule] = plan_value(work, area, work->printed);
    line->won[rule] = 0;
    for (int year = 1; year <= work->printed; year++)
        line->won[rule] += plan_fresh(work, area, year);
    return line->won[rule];
}

void plan_outcome_add(struct plans *into, const struct plan_work *work,
                      enum plan_rule rule)
{
    struct plan_outcome *out = add(into, work, work->printed);

    out->rule = rule;
    out->people = keep_end(into, work, &work->whole, rule);
    for (size_t i = 0; i < work->count; i++)
        keep_end(into, work, &work->areas[i], rule);
}
