/*
 * chapter_table_annex.c - the next year's plan in the form of an annex.
 *
 *  (1) KH of this year is the internal target of the very year; without one,
 *      what the last plan had for it.
 *  (2) The last column is the plan of the next year over this year's figure, in
 *      per cent.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/chapter_quotas.h"
#include "engine/report/tabulate.h"
#include "engine/report/views.h"

/* (1) */
static double plan_now(const struct report_input *input,
                       const struct result *now)
{
    const struct reviews *reviews = input->reviews;
    if (has_value(now->plan))
        return now->plan;
    for (size_t i = 0; reviews != NULL && i < reviews->count; i++)
        if (reviews->items[i].indicator == now->indicator &&
            reviews->items[i].area == now->area)
            return reviews->items[i].planned;
    return NO_VALUE;
}

static const struct plan_step *next_step(const struct report_input *input,
                                         const struct plan_course *course)
{
    const struct plans *plans = input->plans;
    int next = period_year(input->study->project.period) + 1;
    for (size_t i = 0; i < course->count; i++) {
        const struct plan_step *step = &plans->steps[course->first + i];
        if (plans->lines[step->line].whole && has_value(step->value) &&
            period_year(step->period) == next)
            return step;
    }
    return NULL;
}

static void add_value(struct tabulation *t, const struct indicator *indicator,
                      double value)
{
    tabulate_number(
        t, has_value(value) ? say_value(t->input, indicator, value) : NULL,
        value);
}

static void add_row(struct tabulation *t, const struct plan_course *course,
                    const struct plan_step *step, size_t number)
{
    const struct report_input *input = t->input;
    const struct indicator *in = input_indicator(input, course->indicator);
    const struct result *now = view_root(input, course->indicator);
    double value = input->plans->lines[course->line].value;
    double rate = value > 0 ? 100 * step->value / value : NO_VALUE; /* (2) */
    tabulate_text(t, say_whole(input, number));
    tabulate_text(t, say_indicator(input, course->indicator));
    tabulate_text(t, indicator_unit(in, input_language(input)));
    add_value(t, in, now ? now->previous : NO_VALUE);
    add_value(t, in, now ? plan_now(input, now) : NO_VALUE);
    add_value(t, in, value);
    add_value(t, in, step->value);
    tabulate_number(t, has_value(rate) ? say_number(input, rate, 1) : NULL,
                    rate);
}

void chapter_table_annex(struct report *report,
                         const struct report_input *input)
{
    period now = input->study->project.period;
    const char *years[] = { say_period(input, period_shift(now, -1)),
                            say_period(input, now),
                            say_period(input, period_shift(now, 1)) };
    struct tabulation t = tabulate_start(input, 8);
    size_t number = 0;
    char path[48];
    snprintf(path, sizeof path, "plan.path.%s",
             plan_path_names[input->plans->courses[0].path]);
    tabulate_head(&t, say(input, "table.number", NULL), ALIGN_RIGHT);
    tabulate_head(&t, say(input, "table.plan_item", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.unit_short", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.done", "period", years[0], NULL),
                  ALIGN_RIGHT);
    tabulate_head(&t, say(input, "table.planned", "period", years[1], NULL),
                  ALIGN_RIGHT);
    tabulate_head(&t, say(input, "table.expected", "period", years[1], NULL),
                  ALIGN_RIGHT);
    tabulate_head(&t, say(input, "table.planned", "period", years[2], NULL),
                  ALIGN_RIGHT);
    tabulate_head(
        &t,
        say(input, "table.plan_over", "next", years[2], "now", years[1], NULL),
        ALIGN_RIGHT);
    for (size_t i = 0; i < input->plans->course_count; i++) {
        const struct plan_course *course = &input->plans->courses[i];
        const struct plan_step *step = next_step(input, course);
        if (step != NULL)
            add_row(&t, course, step, ++number);
    }
    tabulate_finish(
        &t, report, say(input, "table.annex_caption", "period", years[2], NULL),
        say(input, "table.annex_note", "path", say(input, path, NULL), NULL));
}
