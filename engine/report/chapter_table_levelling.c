/*
 * chapter_table_levelling.c - how many more it would take for all areas to be
 * there: a row an indicator whose evenness the chapter measures.
 *
 * The goal is the target, where there is one, else the best-placed fifth;
 * shortfall.csv has every area and the other goals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/evenness_words.h"
#include "engine/report/tabulate.h"

static char *said_goal(const struct report_input *input,
                       const struct evenness_level *row)
{
    const char *name = evenness_words_goal_name(input, row);

    if (!has_value(row->goal_value))
        return arena_string(input->arena, name);
    return arena_format(
        input->arena, "%s (%s)", name,
        say_short(input, input_indicator(input, row->indicator),
                  row->goal_value,
                  target_decimals(input_indicator(input, row->indicator),
                                  row->goal_value)));
}

static void add_row(struct tabulation *t, const struct report_input *input,
                    const struct evenness_level *row)
{
    const struct indicator *in = input_indicator(input, row->indicator);

    tabulate_text(t, say_indicator(input, row->indicator));
    tabulate_text(t, said_goal(input, row));
    tabulate_number(t,
                    arena_format(input->arena, "%s %s",
                                 say_count(input, row->needed),
                                 evenness_words_unit(input, row)),
                    row->needed);
    tabulate_text(
        t, arena_format(input->arena, "%u/%u", row->short_of, row->count));
    tabulate_text(t, evenness_words_most(input, row));
    tabulate_number(t,
                    say_short(input, in, row->reached, indicator_decimals(in)),
                    row->reached);
}

void chapter_table_levelling(struct report *report,
                             const struct report_input *input,
                             const uint16_t indicators[], size_t count)
{
    const char *tier = say_tier(input, input->study->project.tier, true);
    struct tabulation t = tabulate_start(input, 6);

    tabulate_head(&t, say(input, "table.indicator", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.level_to_reach", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.needed", NULL), ALIGN_RIGHT);
    tabulate_head(&t, say(input, "table.areas_short", "tier", tier, NULL),
                  ALIGN_CENTRE);
    tabulate_head(&t, say(input, "table.most_needed", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.reached", NULL), ALIGN_RIGHT);
    for (size_t i = 0; i < count; i++) {
        const struct evenness_level *row =
            evenness_words_goal(input, indicators[i]);
        if (row != NULL)
            add_row(&t, input, row);
    }
    tabulate_finish(&t, report,
                    say(input, "chapter.levelling_caption", "tier", tier, NULL),
                    say(input, "table.levelling_note", NULL));
}
