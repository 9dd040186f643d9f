/*
 * chapter_table_review.c - what was planned for this period, and what came.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/number.h"
#include "engine/report/chapter_quotas.h"
#include "engine/report/tabulate.h"

static const char *judgement(const struct report_input *input,
                             const struct review *r)
{
    char id[48];
    if (r->judgement == REVIEW_UNKNOWN)
        return r->note ? say(input, r->note, NULL) : NULL;
    snprintf(id, sizeof id, "review.%s", review_names[r->judgement]);
    return say(input, id, NULL);
}

static void add_value(struct tabulation *t, const struct indicator *indicator,
                      double value)
{
    tabulate_number(
        t, has_value(value) ? say_value(t->input, indicator, value) : NULL,
        value);
}

static void add_row(struct tabulation *t, const struct review *r)
{
    const struct report_input *input = t->input;
    const struct indicator *in = input_indicator(input, r->indicator);
    tabulate_text(t, say_indicator(input, r->indicator));
    tabulate_text(t, say_side(input, r->area));
    add_value(t, in, r->planned);
    add_value(t, in, r->achieved);
    tabulate_number(t, say_signed(input, in, r->difference), r->difference);
    tabulate_text(t, judgement(input, r));
    add_value(t, in, r->next_planned);
    add_value(t, in, r->next_revised);
}

void chapter_table_review(struct report *report,
                          const struct report_input *input)
{
    static const struct {
        const char *head;
        enum align align;
    } columns[] = {
        { "table.plan_item", ALIGN_LEFT },
        { "table.area", ALIGN_LEFT },
        { "table.review_planned", ALIGN_RIGHT },
        { "table.review_achieved", ALIGN_RIGHT },
        { "table.review_difference", ALIGN_RIGHT },
        { "table.remark", ALIGN_LEFT },
        { "table.review_next", ALIGN_RIGHT },
        { "table.review_revised", ALIGN_RIGHT },
    };
    size_t width = sizeof columns / sizeof *columns;
    struct tabulation t = tabulate_start(input, width);
    for (size_t i = 0; i < width; i++)
        tabulate_head(&t, say(input, columns[i].head, NULL), columns[i].align);
    for (size_t i = 0; i < input->reviews->count; i++)
        add_row(&t, &input->reviews->items[i]);
    tabulate_finish(&t, report,
                    say(input, "table.review_caption", "period",
                        say_when(input, input->study->project.period), NULL),
                    say(input, "table.review_note", NULL));
}
