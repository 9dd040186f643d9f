/*
 * chapter_table_revisions.c - figures that were published and are others now:
 * what was published, what it is now, why.
 *
 *  (1) The reason is that of the decision on it; without one the cause that can
 *      be read off the figures.
 *  (2) The largest tables go into revisions.csv; here the first rows stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/number.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/tabulate.h"

enum { ROWS_MOST = 60 };

static const char *reason_of(const struct report_input *input,
                             const struct revision *revision)
{
    char id[48];
    if (revision->reason != NULL && revision->reason[0] != '\0')
        return revision->reason;
    snprintf(id, sizeof id, "revision.%s",
             revision_cause_names[revision->cause]);
    return say(input, id, NULL);
}

/* "Nữ"; NULL of the whole. */
static const char *part_of(const struct report_input *input,
                           struct breakdown breakdown)
{
    if (breakdown.dimension == NO_INDEX)
        return NULL;
    const struct code *code =
        &input->study->codebook.dimensions[breakdown.dimension]
             .codes[breakdown.code];
    return say_either(input, code->name, code->name_en);
}

static void figure_cell(struct tabulation *t, const struct indicator *indicator,
                        double value)
{
    if (has_value(value))
        tabulate_number(
            t, say_number(t->input, value, indicator_decimals(indicator) + 1),
            value);
    else
        tabulate_text(t, "…");
}

static void revision_cells(struct tabulation *t,
                           const struct revision *revision)
{
    const struct report_input *input = t->input;
    const struct published_figure *was = revision->was;
    const struct indicator *indicator = input_indicator(input, was->indicator);
    tabulate_text(t, say_head(input, was->indicator));
    tabulate_text(t, say_area(input, was->area));
    tabulate_text(t, part_of(input, was->breakdown));
    tabulate_text(t, say_period(input, was->period));
    figure_cell(t, indicator, was->value);
    figure_cell(t, indicator,
                revision->now == NULL ? NO_VALUE : revision->now->value);
    tabulate_text(t, reason_of(input, revision));
}

void chapter_table_revisions(struct report *report,
                             const struct report_input *input)
{
    static const char *const heads[] = {
        "table.indicator", "table.area",    "table.part",   "table.year",
        "table.published", "table.revised", "table.reason",
    };
    enum { COLUMNS = sizeof heads / sizeof *heads };
    if (input->revisions == NULL || input->revisions->count == 0)
        return;
    size_t all = input->revisions->count,
           shown = all < ROWS_MOST ? all : ROWS_MOST;
    struct tabulation t = tabulate_start(input, COLUMNS);
    for (size_t i = 0; i < COLUMNS; i++)
        tabulate_head(&t, say(input, heads[i], NULL),
                      i == 4 || i == 5 ? ALIGN_RIGHT : ALIGN_LEFT);
    for (size_t i = 0; i < shown; i++)
        revision_cells(&t, &input->revisions->items[i]);
    tabulate_finish(&t, report, say(input, "table.revisions_caption", NULL),
                    say(input, "table.revisions_note", "shown",
                        say_whole(input, shown), "all", say_whole(input, all),
                        NULL)); /* (2) */
}
