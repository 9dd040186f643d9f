/*
 * chapter_table_main.c - an indicator a row, as offices know it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/judgement.h"
#include "engine/report/tabulate.h"
#include "engine/report/views.h"

/* Stands in for an indicator that only areas below the root have. */
static const struct result absent = {
    .value = NO_VALUE,
    .denominator = NO_VALUE,
    .previous = NO_VALUE,
    .change = NO_VALUE,
    .target = NO_VALUE,
    .gap = NO_VALUE,
    .plan = NO_VALUE,
    .plan_rate = NO_VALUE,
    .status = STATUS_MISSING,
    .target_index = NO_AREA,
};

static const struct result *root_of(const struct report_input *input,
                                    uint16_t indicator)
{
    const struct result *r = view_root(input, indicator);
    return r == NULL ? &absent : r;
}

/* Which of the last columns there are. */
struct parts {
    bool planned, judged;
};

/* What the year's plan asked for, and how much of it was done: TH/KH. */
static void add_plan(struct tabulation *t, const struct report_input *input,
                     const struct result *r)
{
    const struct indicator *indicator = input_indicator(input, r->indicator);
    bool plan = has_value(r->plan), rate = has_value(r->plan_rate);
    tabulate_number(
        t,
        plan ? say_number(input, r->plan, target_decimals(indicator, r->plan))
             : NULL,
        r->plan);
    tabulate_number(t, rate ? say_number(input, 100 * r->plan_rate, 1) : NULL,
                    rate ? 100 * r->plan_rate : NO_VALUE);
}

static void add_row(struct tabulation *t, const struct report_input *input,
                    uint16_t index, struct parts parts)
{
    const struct indicator *indicator = input_indicator(input, index);
    const struct result *r = root_of(input, index);
    bool shown = result_shown(r), before = has_value(r->previous);
    bool whole = shown && has_value(r->denominator);
    tabulate_text(t, say_indicator(input, index));
    tabulate_text(t, indicator_unit(indicator, input_language(input)));
    tabulate_number(t, whole ? say_count(input, r->numerator) : NULL,
                    whole ? r->numerator : NO_VALUE);
    tabulate_number(t, whole ? say_count(input, r->denominator) : NULL,
                    whole ? r->denominator : NO_VALUE);
    tabulate_result(t, r, false);
    tabulate_number(t, before ? say_value(input, indicator, r->previous) : NULL,
                    r->previous);
    tabulate_number(t, say_signed(input, indicator, r->change), r->change);
    if (parts.planned)
        add_plan(t, input, r);
    if (!parts.judged)
        return;
    tabulate_text(t, judgement_target(input, r));
    tabulate_text(t, judgement_words(input, r));
}

static void add_heads(struct tabulation *t, const struct report_input *input,
                      struct parts parts)
{
    period now = input->study->project.period;
    tabulate_head(t, say(input, "table.indicator", NULL), ALIGN_LEFT);
    tabulate_head(t, say(input, "table.unit", NULL), ALIGN_LEFT);
    tabulate_head(t, say(input, "table.numerator", NULL), ALIGN_RIGHT);
    tabulate_head(t, say(input, "table.denominator", NULL), ALIGN_RIGHT);
    tabulate_head(
        t,
        say(input, "table.value", "period", say_when_first(input, now), NULL),
        ALIGN_RIGHT);
    tabulate_head(t,
                  say(input, "table.previous", "period",
                      say_when_first(input, period_shift(now, -1)), NULL),
                  ALIGN_RIGHT);
    tabulate_head(t, say(input, "table.change", NULL), ALIGN_RIGHT);
    if (parts.planned) {
        tabulate_head(t, say(input, "table.plan", NULL), ALIGN_RIGHT);
        tabulate_head(t, say(input, "table.plan_rate", NULL), ALIGN_RIGHT);
    }
    if (!parts.judged)
        return;
    tabulate_head(t, say(input, "table.target", NULL), ALIGN_LEFT);
    tabulate_head(t, say(input, "table.verdict", NULL), ALIGN_LEFT);
}

void chapter_table_main(struct report *report, const struct report_input *input,
                        const uint16_t indicators[], size_t count,
                        const char *title)
{
    struct parts parts = { false, false };
    for (size_t i = 0; i < count; i++) {
        const struct result *r = root_of(input, indicators[i]);
        parts.planned = parts.planned || has_value(r->plan);
        parts.judged = parts.judged || view_target(input, r) != NULL;
    }
    struct tabulation t = tabulate_start(input, 7u + (parts.planned ? 2 : 0) +
                                                    (parts.judged ? 2 : 0));
    add_heads(&t, input, parts);
    for (size_t i = 0; i < count; i++)
        add_row(&t, input, indicators[i], parts);
    tabulate_finish(&t, report,
                    say(input, "table.main_caption", "title", title, "period",
                        say_when(input, input->study->project.period), NULL),
                    NULL);
}
