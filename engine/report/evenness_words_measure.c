/*
 * evenness_words_measure.c - a measure of equity.csv read out.
 *
 *  (1) With noise the reader is told whether chance alone could make as much:
 * by the p-value, else by limits that lie away from the value of equality.
 *      Where there is neither, that it cannot be told.
 *  (2) The median-unbiased figure, where there is one, goes before the
 * observed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/evenness_words.h"

static const double LEVEL = 0.05;
enum { DECIMALS = 4, DECIMALS_MOST = 8 };

static bool listed(const char *const ids[], size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(ids[i], id) == 0)
            return true;
    return false;
}

static bool in_unit(const char *id)
{
    static const char *const ids[] = {
        "difference",
        "absolute_concentration",
        "slope_index",
        "slope_index:logit",
        "between_group_sd",
        "mean_difference_mean",
        "mean_difference_mean_weighted",
        "mean_difference_best",
        "mean_difference_best_weighted",
        "mean_difference_reference",
        "mean_difference_reference_weighted",
        "percentile_gap",
        "population_attributable_risk",
    };
    return listed(ids, sizeof ids / sizeof *ids, id);
}

static bool is_percentage(const char *id)
{
    static const char *const ids[] = {
        "coefficient_of_variation",
        "index_of_disparity",
        "index_of_disparity_weighted",
        "population_attributable_fraction",
    };
    return listed(ids, sizeof ids / sizeof *ids, id);
}

/* Of which equality is 1. */
static bool is_ratio(const char *id)
{
    static const char *const ids[] = { "ratio", "relative_index",
                                       "relative_index:logit", "s80_s20",
                                       "percentile_ratio" };
    return listed(ids, sizeof ids / sizeof *ids, id);
}

static double equality(const char *id)
{
    if (strcmp(id, "palma") == 0)
        return 0.25;
    return is_ratio(id) ? 1 : 0;
}

static char *said_index(const struct report_input *input, double value)
{
    unsigned decimals = DECIMALS;

    while (decimals < DECIMALS_MOST && fabs(value) > 0 &&
           strcmp(say_number(input, fabs(value), decimals),
                  say_number(input, 0, decimals)) == 0)
        decimals++;
    return say_number(input, value, decimals);
}

static char *said_number(const struct report_input *input,
                         const struct equity_result *r, double value)
{
    const struct indicator *in = input_indicator(input, r->indicator);

    if (in_unit(r->measure))
        return arena_format(input->arena, "%s%s", value < 0 ? "−" : "",
                            say_difference(input, in, value));
    if (is_percentage(r->measure))
        return say_number(input, value, 1); /* the title says per cent */
    return said_index(input, value);
}

/* "atkinson:0.5" is Atkinson's measure, 0.5. */
static char *said_measure(const struct report_input *input, const char *measure)
{
    char id[80];
    const char *colon = strchr(measure, ':');

    snprintf(id, sizeof id, "measure.%s.title", measure);
    if (colon == NULL || message_known(&input->study->messages, id))
        return say(input, id, NULL);
    snprintf(id, sizeof id, "measure.%.*s.title", (int)(colon - measure),
             measure);
    return arena_format(input->arena, "%s (%s)", say(input, id, NULL),
                        colon + 1);
}

/* (1) */
static const char *chance_id(const struct report_input *input,
                             const struct equity_result *r)
{
    double equal = equality(r->measure);

    if (input_indicator(input, r->indicator)->noise == NOISE_NONE)
        return NULL;
    if (has_value(r->p_value))
        return r->p_value < LEVEL ? "evenness.beyond_chance"
                                  : "evenness.maybe_chance";
    if (has_value(r->lower) && has_value(r->upper))
        return r->lower > equal || r->upper < equal ? "evenness.beyond_chance"
                                                    : "evenness.maybe_chance";
    return "evenness.chance_unknown";
}

static char *said_limits(const struct report_input *input,
                         const struct equity_result *r)
{
    if (!has_value(r->lower) || !has_value(r->upper))
        return arena_string(input->arena, "");
    return say(input, "evenness.gap_limits", "lower",
               said_number(input, r, r->lower), "upper",
               said_number(input, r, r->upper), NULL);
}

char *evenness_words_measure(const struct report_input *input,
                             const struct equity_result *r)
{
    const char *name = say_indicator(input, r->indicator);
    const char *when = say_when(input, r->period);
    double value = has_value(r->corrected) ? r->corrected /* (2) */
                                           : r->estimate;
    const char *chance = chance_id(input, r);
    char *pieces[2] = { NULL, NULL };

    if (!has_value(r->estimate) || r->count < 2)
        return say(input, "evenness.measure_withheld", "name", name, "period",
                   when, "measure", said_measure(input, r->measure), "reason",
                   message_text(&input->study->messages,
                                r->note ? r->note : "equity.undefined"),
                   NULL);
    if (!(fabs(r->estimate - equality(r->measure)) > 0))
        return say(input, "evenness.alike", "name", name, "period", when,
                   "tier", say_tier(input, (enum tier)r->tier, true), NULL);
    pieces[0] = say(input, "evenness.measure", "name", name, "period", when,
                    "measure", said_measure(input, r->measure), "value",
                    said_number(input, r, value), "limits",
                    said_limits(input, r), NULL);
    if (chance != NULL)
        pieces[1] = say(input, chance, NULL);
    return say_joined(input, pieces, 2, " ");
}
