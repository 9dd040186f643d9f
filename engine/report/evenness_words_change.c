/*
 * evenness_words_change.c - did the areas draw together?
 *
 *  (1) "Drawn together" and "drifted apart" are said where the row's direction
 *      says so, and nowhere else.
 *  (2) Of the other measures the numbers are read out.
 *  (3) Which part the values had in the change and which the sizes is said
 * where the sizes had a tenth of it or more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/evenness_words.h"

enum { DECIMALS = 4, DECIMALS_MOST = 8 };
static const double TENTH = 0.1;

static bool in_unit(const char *measure)
{
    return strcmp(measure, "between_group_sd") == 0 ||
           strcmp(measure, "spread_beyond_chance") == 0;
}

static bool is_zero(const struct report_input *input, double value,
                    unsigned decimals)
{
    return strcmp(say_number(input, value, decimals),
                  say_number(input, 0, decimals)) == 0;
}

/* So many that what is not 0 is not printed as 0, if that can be. */
static unsigned decimals_of(const struct report_input *input,
                            const struct evenness_change *row)
{
    double least = fmin(fabs(row->before), fabs(row->after));
    unsigned decimals =
        indicator_decimals(input_indicator(input, row->indicator));

    if (in_unit(row->measure))
        return decimals > 0 ? decimals + 1 : 0;
    decimals = DECIMALS;
    while (decimals < DECIMALS_MOST && least > 0 &&
           is_zero(input, least, decimals))
        decimals++;
    return decimals;
}

/* A size of the measure: "1,2 điểm phần trăm", "0,0123". */
static char *said_size(const struct report_input *input,
                       const struct evenness_change *row, double value)
{
    unsigned decimals = decimals_of(input, row);

    if (in_unit(row->measure))
        return say_distance(input, input_indicator(input, row->indicator),
                            value, decimals);
    return say_number(input, value, decimals);
}

/* "+0,31": with its sign, without the unit. */
static char *said_signed(const struct report_input *input,
                         const struct evenness_change *row, double value)
{
    unsigned decimals = decimals_of(input, row);
    char *number = say_number(input, value, decimals);

    return value > 0 && !is_zero(input, value, decimals)
               ? arena_format(input->arena, "+%s", number)
               : number;
}

static char *said_left_out(const struct report_input *input,
                           const struct evenness_change *row)
{
    if (row->left_out == 0)
        return NULL;
    return say(input, "evenness.left_out", "count",
               say_whole(input, row->left_out), "tier",
               say_tier(input, (enum tier)row->tier, row->left_out > 1), NULL);
}

/* (3) */
static char *said_parts(const struct report_input *input,
                        const struct evenness_change *row)
{
    double values = fabs(row->by_values), weights = fabs(row->by_weights);

    if (!has_value(row->by_values) || weights < TENTH * (values + weights) ||
        is_zero(input, row->by_weights, decimals_of(input, row)))
        return NULL;
    return say(input, "evenness.parts", "tier",
               say_tier(input, (enum tier)row->tier, true), "values",
               said_signed(input, row, row->by_values), "weights",
               said_signed(input, row, row->by_weights), NULL);
}

static const char *fact_id(const struct evenness_change *row)
{
    if (row->drift == DRIFT_CLOSER)
        return "evenness.closer";
    if (row->drift == DRIFT_APART)
        return "evenness.apart";
    return row->before <= 0 && row->after <= 0 ? "evenness.alike_both"
                                               : "evenness.steady";
}

static char *said_fact(const struct report_input *input,
                       const struct evenness_change *row)
{
    return say(input, fact_id(row), "from", say_period(input, row->from), "to",
               say_period(input, row->to), "tier",
               say_tier(input, (enum tier)row->tier, true), "before",
               said_size(input, row, row->before), "after",
               said_size(input, row, row->after), NULL);
}

static const char *chance_id(const struct evenness_change *row)
{
    switch (row->drift) {
    case DRIFT_CLOSER:
        return "evenness.closer_beyond_chance";
    case DRIFT_APART:
        return "evenness.apart_beyond_chance";
    case DRIFT_STEADY:
        return row->before > 0 || row->after > 0
                   ? "evenness.steady_beyond_chance"
                   : "evenness.alike_beyond_chance";
    case DRIFT_NONE:
    case DRIFT_UNCLEAR:
    case DRIFT_COUNT:
        break;
    }
    return row->before > 0 || row->after > 0 ? "evenness.unclear"
                                             : "evenness.alike_beyond_chance";
}

static char *said_chance(const struct report_input *input,
                         const struct evenness_change *row)
{
    return say(input, chance_id(row), "from", say_period(input, row->from),
               "to", say_period(input, row->to), "tier",
               say_tier(input, (enum tier)row->tier, true), "before",
               said_size(input, row, row->before), "after",
               said_size(input, row, row->after), "change",
               said_signed(input, row, row->change), "lower",
               said_signed(input, row, row->lower), "upper",
               said_signed(input, row, row->upper), NULL);
}

static char *said_numbers(const struct report_input *input,
                          const struct evenness_change *row)
{
    char id[64];

    snprintf(id, sizeof id, "measure.%s.title", row->measure);
    return say(input, "evenness.numbers", "measure", say(input, id, NULL),
               "from", say_period(input, row->from), "to",
               say_period(input, row->to), "before",
               said_size(input, row, row->before), "after",
               said_size(input, row, row->after), NULL);
}

static char *said_undefined(const struct report_input *input,
                            const struct evenness_change *row)
{
    char id[64];

    snprintf(id, sizeof id, "measure.%s.title", row->measure);
    return say(input, "evenness.measure_undefined", "measure",
               say(input, id, NULL), "from", say_period(input, row->from), "to",
               say_period(input, row->to), NULL);
}

/* What one unit of distance from the mean became: 1 + the slope. */
static char *said_convergence(const struct report_input *input,
                              const struct evenness_change *row)
{
    const char *id = row->upper < 0   ? "evenness.converged"
                     : row->lower > 0 ? "evenness.diverged"
                                      : "evenness.converging_unclear";

    return say(input, id, "from", say_period(input, row->from), "to",
               say_period(input, row->to), "tier",
               say_tier(input, (enum tier)row->tier, true), "left",
               say_number(input, 1 + row->change, 2), "lower",
               say_number(input, 1 + row->lower, 2), "upper",
               say_number(input, 1 + row->upper, 2), NULL);
}

static char *said_withheld(const struct report_input *input,
                           const struct evenness_change *row)
{
    const char *id = strcmp(row->measure, "convergence") == 0
                         ? "evenness.convergence_withheld"
                         : "evenness.change_withheld";

    if (strcmp(row->note, "equity.undefined") == 0)
        return said_undefined(input, row);
    return say(input, id, "from", say_period(input, row->from), "to",
               say_period(input, row->to), "tier",
               say_tier(input, (enum tier)row->tier, true), "reason",
               message_text(&input->study->messages, row->note), NULL);
}

char *evenness_words_moved(const struct report_input *input,
                           const struct evenness_change *row)
{
    char *pieces[3] = { NULL };

    if (!has_value(row->change))
        return said_withheld(input, row);
    if (strcmp(row->measure, "convergence") == 0)
        pieces[0] = said_convergence(input, row);
    else if (row->drift == DRIFT_NONE)
        pieces[0] = said_numbers(input, row);
    else if (has_value(row->lower))
        pieces[0] = said_chance(input, row);
    else
        pieces[0] = said_fact(input, row);
    pieces[1] = said_parts(input, row);
    pieces[2] = said_left_out(input, row);
    return say_joined(input, pieces, 3, " ");
}

char *evenness_words_change(const struct report_input *input,
                            const struct evenness_change *row)
{
    return say(input, "evenness.named", "name",
               say_indicator(input, row->indicator), "sentence",
               evenness_words_moved(input, row), NULL);
}

const struct evenness_change *
evenness_words_drift(const struct report_input *input, uint16_t indicator)
{
    if (input->evenness == NULL)
        return NULL;
    for (size_t i = 0; i < input->evenness->changes.count; i++)
        if (input->evenness->changes.items[i].indicator == indicator)
            return &input->evenness->changes.items[i];
    return NULL;
}
