/*
 * chapter_table_breaks.c - from when on series cannot be compared, and why.
 *
 * Only breaks up to the report's period, of indicators that it has data for. A
 * break of every indicator or area has a line of its own that says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/chapter_tables.h"
#include "engine/report/tabulate.h"
#include "engine/report/views.h"

static void add_row(struct tabulation *t, const struct series_break *b)
{
    static const char *const kinds[] = { "break.definition", "break.boundary",
                                         "break.source", "break.frame" };
    const struct report_input *input = t->input;
    tabulate_text(t, say_period(input, b->period));
    tabulate_text(t, b->indicator == NO_INDEX
                         ? say(input, "table.all_indicators", NULL)
                         : say_indicator(input, b->indicator));
    tabulate_text(t, b->area == NO_AREA ? say(input, "table.all_areas", NULL)
                                        : say_area(input, b->area));
    tabulate_text(t, say(input, kinds[b->kind], NULL));
    tabulate_text(t, b->reason);
}

void chapter_table_breaks(struct report *report,
                          const struct report_input *input)
{
    static const char *const heads[] = { "table.since_period",
                                         "table.indicator", "table.area",
                                         "table.break_kind", "table.reason" };
    size_t width = sizeof heads / sizeof *heads;
    const struct study *study = input->study;
    struct tabulation t = tabulate_start(input, width);
    for (size_t i = 0; i < width; i++)
        tabulate_head(&t, say(input, heads[i], NULL), ALIGN_LEFT);
    for (size_t i = 0; i < study->breaks.count; i++) {
        const struct series_break *b = &study->breaks.items[i];
        if (period_end(b->period) <= period_end(study->project.period) &&
            (b->indicator == NO_INDEX || view_has_data(input, b->indicator)))
            add_row(&t, b);
    }
    tabulate_finish(&t, report, say(input, "table.breaks_caption", NULL), NULL);
}
