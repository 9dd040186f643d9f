/*
 * evenness_words_people.c - one part of the people against another, and how
 * many more it would take for all areas to reach a goal.
 *
 *  (1) A gap whose interval holds 0 may be chance, and is said to be so; one
 *      below the material difference is not worth a word.
 *  (2) What chance alone would make is said beside what was found, wherever the
 *      goal is taken from the figures themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/evenness_words.h"

enum { NAMED = 3 };

/* --- parity --------------------------------------------------------------- */

/* " (khoảng −1,2 đến +0,4)" or "". */
static char *said_limits(const struct report_input *input,
                         const struct evenness_parity *row)
{
    const struct indicator *in = input_indicator(input, row->indicator);

    if (!has_value(row->gap.lower))
        return arena_string(input->arena, "");
    return say(input, "evenness.gap_limits", "lower",
               say_signed(input, in, row->gap.lower), "upper",
               say_signed(input, in, row->gap.upper), NULL);
}

/* (1) */
static const char *parity_id(const struct evenness_parity *row)
{
    switch (row->drift) {
    case DRIFT_APART:
        return row->gap.value > 0 ? "evenness.parity_higher"
                                  : "evenness.parity_lower";
    case DRIFT_UNCLEAR:
        return "evenness.parity_unclear";
    case DRIFT_STEADY:
        return "evenness.parity_alike";
    case DRIFT_NONE:
    case DRIFT_CLOSER:
    case DRIFT_COUNT:
        break;
    }
    return "evenness.parity_plain";
}

char *evenness_words_parity(const struct report_input *input,
                            const struct evenness_parity *row)
{
    const struct indicator *in = input_indicator(input, row->indicator);
    const struct code *codes =
        input->study->codebook.dimensions[row->dimension].codes;

    return say(input, parity_id(row), "area", say_side(input, row->area),
               "name", say_indicator(input, row->indicator), "period",
               say_when(input, row->period), "group",
               say_code(input, &codes[row->code]), "other",
               say_code(input, &codes[row->other]), "value",
               say_with_unit(input, in, row->value), "other_value",
               say_with_unit(input, in, row->other_value), "gap",
               say_difference(input, in, row->gap.value), "limits",
               said_limits(input, row), NULL);
}

/* --- levelling up --------------------------------------------------------- */

const char *evenness_words_goal_name(const struct report_input *input,
                                     const struct evenness_level *row)
{
    static const char *const ids[LEVEL_GOAL_COUNT] = {
        [LEVEL_TARGET] = "evenness.goal_target",
        [LEVEL_TOP] = "evenness.goal_top",
        [LEVEL_WHOLE] = "evenness.goal_whole",
    };

    if (row->goal_period != NO_PERIOD)
        return say(input, "evenness.goal_target_of", "period",
                   say_period(input, row->goal_period), NULL);
    return message_text(&input->study->messages, ids[row->goal]);
}

/* "chỉ tiêu (70%)"; without a number where areas have several. */
static char *said_goal(const struct report_input *input,
                       const struct evenness_level *row)
{
    const char *name = evenness_words_goal_name(input, row);

    if (!has_value(row->goal_value))
        return arena_string(input->arena, name);
    return arena_format(input->arena, "%s (%s)", name,
                        say_with_unit(input,
                                      input_indicator(input, row->indicator),
                                      row->goal_value));
}

static bool of_one_goal(const struct evenness_level *a,
                        const struct evenness_level *b)
{
    return a->indicator == b->indicator && a->period == b->period &&
           a->goal == b->goal;
}

/* Among the rows that stand behind that of all areas. */
static const struct evenness_level *
next_largest(const struct evenness *evenness,
             const struct evenness_level *whole,
             const struct evenness_level *const named[], size_t count)
{
    const struct evenness_level *best = NULL;

    for (const struct evenness_level *row = whole + 1;
         row < evenness->levels.items + evenness->levels.count &&
         of_one_goal(row, whole);
         row++) {
        bool told = !(row->needed > 0);
        for (size_t k = 0; k < count && !told; k++)
            told = named[k] == row;
        if (!told && (best == NULL || row->needed > best->needed))
            best = row;
    }
    return best;
}

char *evenness_words_most(const struct report_input *input,
                          const struct evenness_level *whole)
{
    const struct evenness_level *named[NAMED] = { NULL };
    char *pieces[NAMED] = { NULL };

    for (size_t k = 0; k < NAMED; k++) {
        named[k] = next_largest(input->evenness, whole, named, k);
        if (named[k] == NULL)
            break;
        pieces[k] = arena_format(input->arena, "%s (%s)",
                                 say_area(input, named[k]->area),
                                 say_count(input, named[k]->needed));
    }
    return say_joined(input, pieces, NAMED, ", ");
}

const char *evenness_words_unit(const struct report_input *input,
                                const struct evenness_level *row)
{
    const struct quantity *q;

    if (row->quantity == NO_INDEX)
        return message_text(&input->study->messages, "evenness.units");
    q = &input->study->codebook.quantities[row->quantity];
    return say_either(input, q->unit, q->unit_en ? q->unit_en : q->unit);
}

static bool is_fewer(const struct evenness_level *row)
{
    return row->reached < row->value;
}

/* (2) */
static char *said_by_chance(const struct report_input *input,
                            const struct evenness_level *row)
{
    if (!has_value(row->chance_needed))
        return NULL;
    return say(input,
               row->chance_needed < row->needed ? "evenness.level_by_chance"
                                                : "evenness.level_chance_alone",
               "tier", say_tier(input, (enum tier)row->tier, true), "count",
               say_count(input, row->chance_needed), "unit",
               evenness_words_unit(input, row), NULL);
}

char *evenness_words_levelled(const struct report_input *input,
                              const struct evenness_level *row)
{
    const struct indicator *in = input_indicator(input, row->indicator);
    const char *tier = say_tier(input, (enum tier)row->tier, true);
    char *pieces[2] = { NULL, said_by_chance(input, row) };

    if (!(row->needed > 0))
        return say(input, "evenness.level_reached", "tier", tier, "goal",
                   said_goal(input, row), NULL);
    pieces[0] = say(
        input, is_fewer(row) ? "evenness.level_fewer" : "evenness.level_more",
        "tier", tier, "goal", said_goal(input, row), "needed",
        say_count(input, row->needed), "unit", evenness_words_unit(input, row),
        "short", say_whole(input, row->short_of), "count",
        say_whole(input, row->count), "areas", evenness_words_most(input, row),
        "reached", say_with_unit(input, in, row->reached), NULL);
    return say_joined(input, pieces, 2, " ");
}

char *evenness_words_level(const struct report_input *input,
                           const struct evenness_level *row)
{
    const struct indicator *in = input_indicator(input, row->indicator);
    const char *id = "evenness.area_reached";

    if (row->area == input->study->project.root)
        return say(input, "evenness.named_in", "name",
                   say_indicator(input, row->indicator), "period",
                   say_when(input, row->period), "sentence",
                   evenness_words_levelled(input, row), NULL);
    if (row->needed > 0)
        id = row->value > row->goal_value ? "evenness.area_fewer"
                                          : "evenness.area_more";
    return say(input, id, "area", say_area(input, row->area), "name",
               say_indicator(input, row->indicator), "period",
               say_when(input, row->period), "value",
               say_with_unit(input, in, row->value), "goal",
               said_goal(input, row), "needed", say_count(input, row->needed),
               "unit", evenness_words_unit(input, row), NULL);
}

const struct evenness_level *
evenness_words_goal(const struct report_input *input, uint16_t indicator)
{
    const struct evenness_level *found = NULL;

    if (input->evenness == NULL)
        return NULL;
    for (size_t i = 0; i < input->evenness->levels.count; i++) {
        const struct evenness_level *row = &input->evenness->levels.items[i];
        if (row->indicator == indicator &&
            row->area == input->study->project.root && row->goal <= LEVEL_TOP &&
            (found == NULL || row->goal < found->goal))
            found = row;
    }
    return found;
}
