/*
 * chapter_table_rules.c - what each rule costs and leaves behind, side by side:
 * what an even spread asks of those who are behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/number.h"
#include "engine/report/chapter_quotas.h"
#include "engine/report/tabulate.h"

static void add_number(struct tabulation *t, double value, unsigned decimals)
{
    tabulate_number(
        t, has_value(value) ? say_number(t->input, value, decimals) : NULL,
        value);
}

static void add_row(struct tabulation *t, const struct plan_outcome *o)
{
    const struct report_input *input = t->input;
    unsigned decimals =
        indicator_decimals(input_indicator(input, o->indicator));
    char rule[48];
    snprintf(rule, sizeof rule, "plan.rule.%s", plan_rule_names[o->rule]);
    tabulate_text(t, o->today ? say(input, "plan.today", "period",
                                    say_period(input, o->period), NULL)
                              : say(input, rule, NULL));
    tabulate_number(t,
                    has_value(o->people) ? say_count(input, o->people) : NULL,
                    o->people);
    add_number(t, o->difference, decimals);
    add_number(t, o->variation, 1);
    add_number(t, o->lowest, decimals);
    add_number(t, (double)o->below, 0);
    tabulate_text(t, o->most_area != NO_AREA
                         ? say(input, "table.most_of", "area",
                               say_area(input, o->most_area), "number",
                               say_count(input, o->most), NULL)
                         : NULL);
    add_number(
        t, o->today ? NO_VALUE : (double)o->steps[FEASIBLE_UNPRECEDENTED], 0);
}

/* Is there anything to be shared? */
static bool is_won(const struct report_input *input,
                   const struct plan_course *course)
{
    const struct plans *plans = input->plans;
    for (size_t i = 0; i < plans->outcome_count; i++)
        if (plans->outcomes[i].indicator == course->indicator &&
            plans->outcomes[i].people > 0)
            return true;
    return false;
}

void chapter_table_rules(struct report *report,
                         const struct report_input *input,
                         const struct plan_course *course)
{
    static const struct {
        const char *head;
        enum align align;
    } columns[] = {
        { "table.plan_rule", ALIGN_LEFT },
        { "table.plan_people", ALIGN_RIGHT },
        { "table.spread", ALIGN_RIGHT },
        { "table.variation", ALIGN_RIGHT },
        { "table.lowest", ALIGN_RIGHT },
        { "table.below", ALIGN_RIGHT },
        { "table.most", ALIGN_LEFT },
        { "table.unprecedented", ALIGN_RIGHT },
    };
    size_t width = sizeof columns / sizeof *columns;
    if (!is_won(input, course))
        return;
    struct tabulation t = tabulate_start(input, width);
    for (size_t i = 0; i < width; i++)
        tabulate_head(&t, say(input, columns[i].head, NULL), columns[i].align);
    for (size_t i = 0; i < input->plans->outcome_count; i++)
        if (input->plans->outcomes[i].indicator == course->indicator)
            add_row(&t, &input->plans->outcomes[i]);
    tabulate_finish(&t, report,
                    say(input, "table.rules_caption", "indicator",
                        say_indicator(input, course->indicator), NULL),
                    say(input, "table.rules_note", NULL));
}
