/*
 * chapter_table_quota.c - the quotas of one indicator, an area a row.
 *
 *  (1) For each year how many are new; then the level and the value of the last
 *      year. The total is the row of the whole, and the sum of the others.
 *  (2) The last column is the heaviest of the area's steps.
 *  (3) What is fewer where fewer is better is said by the caption's note.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/chapter_quotas.h"
#include "engine/report/plan_words.h"
#include "engine/report/tabulate.h"

static const char *feasibility_words(const struct report_input *input,
                                     enum plan_feasibility feasibility)
{
    char id[48];
    if (feasibility == FEASIBLE_UNSAID)
        return NULL;
    snprintf(id, sizeof id, "feasible.%s", plan_feasibility_names[feasibility]);
    return say(input, id, NULL);
}

/* One line's steps, from [at]; returns where the next line's begin. */
static size_t add_row(struct tabulation *t, const struct plan_course *course,
                      size_t at, size_t end)
{
    const struct report_input *input = t->input;
    const struct plans *plans = input->plans;
    const struct plan_step *first = &plans->steps[at], *last = first;
    const struct plan_line *line = &plans->lines[first->line];
    const struct indicator *in = input_indicator(input, course->indicator);
    enum plan_feasibility worst = FEASIBLE_UNSAID;
    tabulate_text(t, line->whole ? say_side(input, line->area)
                                 : say_area(input, line->area));
    tabulate_number(t, say_value(input, in, line->value), line->value);
    for (; at < end && plans->steps[at].line == first->line; at++) {
        last = &plans->steps[at];
        tabulate_number(t, say_count(input, last->fresh), last->fresh);
        if (last->feasibility > worst) /* (2) */
            worst = last->feasibility;
    }
    tabulate_number(t, say_count(input, last->level), last->level);
    tabulate_number(t, say_value(input, in, last->value), last->value);
    tabulate_text(t, feasibility_words(input, worst));
    return at;
}

static size_t line_end(const struct plans *plans, size_t at, size_t end)
{
    uint32_t line = plans->steps[at].line;
    while (at < end && plans->steps[at].line == line)
        at++;
    return at;
}

static void add_heads(struct tabulation *t, const struct plan_course *course,
                      size_t at, size_t end)
{
    const struct report_input *input = t->input;
    const struct plans *plans = input->plans;
    const char *last = "";
    tabulate_head(t, say(input, "table.area", NULL), ALIGN_LEFT);
    tabulate_head(t,
                  say(input, "table.plan_from", "period",
                      say_period(input, input->study->project.period), NULL),
                  ALIGN_RIGHT);
    for (; at < end; at++) {
        last = say_period(input, plans->steps[at].period);
        tabulate_head(t, say(input, "table.plan_new", "period", last, NULL),
                      ALIGN_RIGHT);
    }
    tabulate_head(t, say(input, "table.plan_level", "period", last, NULL),
                  ALIGN_RIGHT);
    tabulate_head(t,
                  say(input, "table.plan_value", "period", last, "unit",
                      indicator_unit(input_indicator(input, course->indicator),
                                     input_language(input)),
                      NULL),
                  ALIGN_RIGHT);
    tabulate_head(t, say(input, "table.feasible", NULL), ALIGN_LEFT);
}

void chapter_table_quota(struct report *report,
                         const struct report_input *input,
                         const struct plan_course *course)
{
    const struct plans *plans = input->plans;
    size_t end = course->first + course->count, whole = end;
    char rule[48];
    for (size_t at = course->first; at < end && whole == end; at++)
        if (plans->steps[at].line == course->line &&
            has_value(plans->steps[at].level))
            whole = at;
    if (whole == end)
        return;
    size_t years = line_end(plans, whole, end) - whole;
    struct tabulation t = tabulate_start(input, years + 5);
    add_heads(&t, course, whole, whole + years);
    for (size_t at = course->first; at < end;)
        if (at == whole || !has_value(plans->steps[at].level))
            at = line_end(plans, at, end);
        else
            at = add_row(&t, course, at, end);
    add_row(&t, course, whole, end); /* (1) */
    snprintf(rule, sizeof rule, "plan.rule.%s", plan_rule_names[course->rule]);
    tabulate_finish(&t, report,
                    say(input, "table.quota_caption", "indicator",
                        say_indicator(input, course->indicator), "rule",
                        say(input, rule, NULL), NULL),
                    NULL);
}
