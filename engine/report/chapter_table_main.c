/*
 * chapter_table_main.c - an indicator a row, as offices know it: unit, plan,
 * done, done of plan, the year before, change, and the two counts of a rate.
 *
 *  (1) The columns are the same in every chapter; the two of the target stand
 *      only where one of the rows has a target.
 *  (2) A rate in per cent changes by points, an amount by per cent.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/judgement.h"
#include "engine/report/tabulate.h"
#include "engine/report/views.h"

/* (1) */
enum { PLAIN_COLUMNS = 9, MAIN_COLUMNS = 11 };

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

/* "2.790"; a dash where nobody was given a plan. */
static void add_plan(struct tabulation *t, const struct report_input *input,
                     const struct result *r)
{
    const struct indicator *indicator = input_indicator(input, r->indicator);
    if (has_value(r->plan))
        tabulate_number(
            t, say_number(input, r->plan, target_decimals(indicator, r->plan)),
            r->plan);
    else
        tabulate_text(t, say(input, "table.no_plan", NULL));
}

/* How much of the plan was done, in per cent: TH/KH. */
static void add_plan_rate(struct tabulation *t,
                          const struct report_input *input,
                          const struct result *r)
{
    bool rate = has_value(r->plan_rate);
    tabulate_number(t, rate ? say_number(input, 100 * r->plan_rate, 1) : NULL,
                    rate ? 100 * r->plan_rate : NO_VALUE);
}

/* (2) */
static void add_change(struct tabulation *t, const struct report_input *input,
                       const struct indicator *indicator,
                       const struct result *r)
{
    double percent = result_growth(input, r);
    if (has_value(percent))
        tabulate_number(t, say_growth(input, percent), percent);
    else
        tabulate_number(t, say_change(input, indicator, r->change), r->change);
}

static void add_counts(struct tabulation *t, const struct report_input *input,
                       const struct indicator *indicator,
                       const struct result *r)
{
    bool hidden =
        indicator->kind != KIND_COUNT &&
        (r->status == STATUS_SUPPRESSED || r->status == STATUS_SUPPRESSED2);
    const double counts[] = { r->numerator, r->denominator };
    bool whole = result_shown(r) && has_value(r->denominator);
    for (size_t i = 0; i < 2; i++)
        if (whole)
            tabulate_number(t, say_count(input, counts[i]), counts[i]);
        else
            tabulate_text(t, hidden ? say_sign(input, r->status) : NULL);
}

static void add_row(struct tabulation *t, const struct report_input *input,
                    uint16_t index, bool judged)
{
    const struct indicator *indicator = input_indicator(input, index);
    const struct result *r = root_of(input, index);
    bool before = has_value(r->previous);
    tabulate_text(t, say_indicator(input, index));
    tabulate_text(t, indicator_unit(indicator, input_language(input)));
    add_plan(t, input, r);
    tabulate_result(t, r, false);
    add_plan_rate(t, input, r);
    tabulate_number(t, before ? say_value(input, indicator, r->previous) : NULL,
                    r->previous);
    add_change(t, input, indicator, r);
    add_counts(t, input, indicator, r);
    if (!judged)
        return;
    tabulate_text(t, judgement_target(input, r));
    tabulate_text(t, judgement_words(input, r));
}

static void add_heads(struct tabulation *t, const struct report_input *input,
                      bool judged)
{
    static const struct {
        const char *head;
        enum align align;
    } columns[] = {
        { "table.item", ALIGN_LEFT },
        { "table.unit", ALIGN_LEFT },
        { "table.plan", ALIGN_RIGHT },
        { "table.value", ALIGN_RIGHT },
        { "table.plan_rate", ALIGN_RIGHT },
        { "table.previous", ALIGN_RIGHT },
        { "table.change", ALIGN_RIGHT },
        { "table.numerator", ALIGN_RIGHT },
        { "table.denominator", ALIGN_RIGHT },
        { "table.goal", ALIGN_LEFT },
        { "table.verdict", ALIGN_LEFT },
    };
    period now = input->study->project.period;
    for (size_t i = 0; i < (judged ? MAIN_COLUMNS : PLAIN_COLUMNS); i++)
        tabulate_head(t,
                      say(input, columns[i].head, "period",
                          say_when(input, now), "before",
                          say_when(input, period_shift(now, -1)), NULL),
                      columns[i].align);
}

void chapter_table_main(struct report *report, const struct report_input *input,
                        const uint16_t indicators[], size_t count,
                        const char *title)
{
    bool judged = false;
    for (size_t i = 0; i < count; i++)
        judged =
            judged || view_target(input, root_of(input, indicators[i])) != NULL;
    struct tabulation t =
        tabulate_start(input, judged ? MAIN_COLUMNS : PLAIN_COLUMNS);
    add_heads(&t, input, judged);
    for (size_t i = 0; i < count; i++)
        add_row(&t, input, indicators[i], judged);
    tabulate_finish(&t, report,
                    say(input, "table.main_caption", "title", title, "period",
                        say_when(input, input->study->project.period), NULL),
                    say(input, "table.main_note", NULL));
}
