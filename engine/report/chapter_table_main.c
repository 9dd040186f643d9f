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
    .status = STATUS_MISSING,
    .target_index = NO_AREA,
};

static const struct result *root_of(const struct report_input *input,
                                    uint16_t indicator)
{
    const struct result *r = view_root(input, indicator);
    return r == NULL ? &absent : r;
}

static void add_row(struct tabulation *t, const struct report_input *input,
                    uint16_t index, bool judged)
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
    if (!judged)
        return;
    tabulate_text(t, judgement_target(input, r));
    tabulate_text(t, judgement_words(input, r));
}

static void add_heads(struct tabulation *t, const struct report_input *input,
                      bool judged)
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
    if (!judged)
        return;
    tabulate_head(t, say(input, "table.target", NULL), ALIGN_LEFT);
    tabulate_head(t, say(input, "table.verdict", NULL), ALIGN_LEFT);
}

void chapter_table_main(struct report *report, const struct report_input *input,
                        const uint16_t indicators[], size_t count,
                        const char *title)
{
    bool judged = false;
    for (size_t i = 0; i < count; i++)
        judged =
            judged || view_target(input, root_of(input, indicators[i])) != NULL;
    struct tabulation t = tabulate_start(input, judged ? 9 : 7);
    add_heads(&t, input, judged);
    for (size_t i = 0; i < count; i++)
        add_row(&t, input, indicators[i], judged);
    tabulate_finish(&t, report,
                    say(input, "table.main_caption", "title", title, "period",
                        say_when(input, input->study->project.period), NULL),
                    NULL);
}
