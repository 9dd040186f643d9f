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

static char *said_counts(const struct report_input *input,
                         const struct result *r)
{
    if (!result_shown(r) || !has_value(r->denominator))
        return NULL;
    return arena_format(input->arena, "%s/%s", say_count(input, r->numerator),
                        say_count(input, r->denominator));
}

static void add_row(struct tabulation *t, const struct report_input *input,
                    uint16_t index)
{
    /* Stands in for an indicator that only areas below the root have. */
    static const struct result absent = {
        .value = NO_VALUE,
        .previous = NO_VALUE,
        .change = NO_VALUE,
        .target = NO_VALUE,
        .gap = NO_VALUE,
        .status = STATUS_MISSING,
        .target_index = NO_AREA,
    };
    const struct indicator *indicator = input_indicator(input, index);
    const struct result *r = view_root(input, index);
    if (r == NULL)
        r = &absent;
    tabulate_text(t, say_indicator(input, index));
    tabulate_text(t, indicator_unit(indicator, input_language(input)));
    tabulate_text(t, said_counts(input, r));
    tabulate_result(t, r, false);
    tabulate_number(t,
                    has_value(r->previous)
                        ? say_value(input, indicator, r->previous)
                        : NULL,
                    r->previous);
    tabulate_number(t, say_signed(input, indicator, r->change), r->change);
    tabulate_text(t, judgement_target(input, r));
    tabulate_text(t, judgement_words(input, r));
}

void chapter_table_main(struct report *report, const struct report_input *input,
                        const uint16_t indicators[], size_t count,
                        const char *title)
{
    period now = input->study->project.period;
    const char *when = say_period(input, now);
    struct tabulation t = tabulate_start(input, 8);
    tabulate_head(&t, say(input, "table.indicator", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.unit", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.counts", NULL), ALIGN_RIGHT);
    tabulate_head(&t, say(input, "table.value", "period", when, NULL),
                  ALIGN_RIGHT);
    tabulate_head(&t,
                  say(input, "table.previous", "period",
                      say_period(input, period_shift(now, -1)), NULL),
                  ALIGN_RIGHT);
    tabulate_head(&t, say(input, "table.change", NULL), ALIGN_RIGHT);
    tabulate_head(&t, say(input, "table.target", NULL), ALIGN_RIGHT);
    tabulate_head(&t, say(input, "table.verdict", NULL), ALIGN_LEFT);
    for (size_t i = 0; i < count; i++)
        add_row(&t, input, indicators[i]);
    tabulate_finish(
        &t, report,
        say(input, "table.main_caption", "title", title, "period", when, NULL),
        NULL);
}
