/*
 * chapter_table_equity.c - how evenly the areas stand, in four measures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/number.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/tabulate.h"
#include "engine/report/views.h"

/* In the indicator's unit, in per cent, or a plain index. */
enum scale { SCALE_UNIT, SCALE_PERCENT, SCALE_INDEX };

static const struct {
    const char *id;
    enum scale scale;
} measures[] = {
    { "difference", SCALE_UNIT },
    { "coefficient_of_variation", SCALE_PERCENT },
    { "gini", SCALE_INDEX },
    { "theil", SCALE_INDEX },
};
enum { MEASURES = sizeof measures / sizeof *measures };

/* An index close to 0 gets so many decimals that it is not printed as 0. */
static char *said_index(const struct report_input *input, double value)
{
    unsigned decimals = 4;
    while (decimals < 8 && fabs(value) > 0 &&
           strcmp(say_number(input, value, decimals),
                  say_number(input, 0, decimals)) == 0)
        decimals++;
    return say_number(input, value, decimals);
}

static char *said_estimate(const struct report_input *input,
                           const struct equity_result *r, enum scale scale)
{
    switch (scale) {
    case SCALE_UNIT:
        return say_difference(input, input_indicator(input, r->indicator),
                              r->estimate);
    case SCALE_PERCENT:
        return say_number(input, r->estimate, 1);
    case SCALE_INDEX:
        break;
    }
    return said_index(input, r->estimate);
}

static void add_row(struct tabulation *t, const struct report_input *input,
                    uint16_t index)
{
    tabulate_text(t, say_indicator(input, index));
    for (size_t m = 0; m < MEASURES; m++) {
        const struct equity_result *r =
            view_equity(input, index, measures[m].id);
        if (r == NULL || !has_value(r->estimate))
            tabulate_text(t, "x");
        else
            tabulate_number(t, said_estimate(input, r, measures[m].scale),
                            r->estimate);
    }
}

static bool is_measured(const struct report_input *input, uint16_t index)
{
    for (size_t m = 0; m < MEASURES; m++) {
        const struct equity_result *r =
            view_equity(input, index, measures[m].id);
        if (r != NULL && has_value(r->estimate))
            return true;
    }
    return false;
}

void chapter_table_equity(struct report *report,
                          const struct report_input *input,
                          const uint16_t indicators[], size_t count)
{
    const char *tier = say_tier(input, input->study->project.tier, true);
    struct tabulation t = tabulate_start(input, MEASURES + 1);
    tabulate_head(&t, say(input, "table.indicator", NULL), ALIGN_LEFT);
    for (size_t m = 0; m < MEASURES; m++) {
        char id[64];
        snprintf(id, sizeof id, "measure.%s.title", measures[m].id);
        tabulate_head(&t, say(input, id, NULL), ALIGN_RIGHT);
    }
    for (size_t i = 0; i < count; i++)
        if (is_measured(input, indicators[i]))
            add_row(&t, input, indicators[i]);
    tabulate_finish(&t, report,
                    say(input, "table.equity_caption", "tier", tier, NULL),
                    say(input, "table.equity_note", NULL));
}
