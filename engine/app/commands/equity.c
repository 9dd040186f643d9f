/*
 * equity.c - measures of inequality over areas, or over any table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/app/session.h"
#include "engine/app/table_mode.h"
#include "engine/compute/measure.h"
#include "engine/report/listing.h"

static bool measure_listed(char *const words[], size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], id) == 0)
            return true;
    return count == 0;
}

/* Faults on a measure that does not exist. */
static bool asked_measures(struct session *session, char ***words,
                           size_t *count)
{
    struct measure_choice choice;
    *count =
        option_list(&session->options, OPTION_MEASURE, session->arena, words);
    for (size_t i = 0; i < *count; i++)
        if (!measure_find((*words)[i], &choice))
            return fault_unknown(&session->fault, "usage.measure", (*words)[i],
                                 measure_nearest((*words)[i]));
    return true;
}

static int run_equity(struct session *session)
{
    struct selection selection;
    enum rows_format format;
    char **words;
    size_t count, kept = 0;
    if (option_given(&session->options, OPTION_TABLE))
        return table_equity(session);
    if (!only_project_words(session) || !session_format(session, &format) ||
        !asked_measures(session, &words, &count) ||
        !session_study(session, session_project(session)) ||
        !session_selection(session, &selection) ||
        !session_equity(session, selection.tier))
        return session_failed(session);
    struct equity_results *results = session->equity;
    for (size_t i = 0; i < results->count; i++) {
        const struct equity_result *r = &results->items[i];
        if (selection_has_indicator(&selection, r->indicator) &&
            selection_has_period(&selection, r->period) &&
            measure_listed(words, count, r->measure))
            results->items[kept++] = *r;
    }
    results->count = kept;
    struct text out = text_new();
    list_equity(&out, format, results, session->study);
    bool printed = session_print(session, &out);
    text_free(&out);
    return printed ? session_done(session) : session_failed(session);
}

const struct command command_equity = {
    .name = "equity",
    .order = 5,
    .accepts = OPTION_SET(ROOT) | OPTION_SET(BOUNDARIES) |
               OPTION_SET(AUDIENCE) | OPTION_SET(INDICATOR) |
               OPTION_SET(PERIOD) | OPTION_SET(TIER) | OPTION_SET(BY) |
               OPTION_SET(CONFIDENCE) | OPTION_SET(FORMAT) |
               OPTION_SET(CSV_STYLE) | OPTION_SET(OUT) | OPTION_SET(TABLE) |
               OPTION_SET(KIND) | OPTION_SET(SCALE) | OPTION_SET(NOISE) |
               OPTION_SET(MEASURE) | OPTION_SET(BETTER) | OPTION_SET(TARGET) |
               OPTION_SET(DRAWS) | OPTION_SET(SEED) | OPTION_SET(STRICT),
    .most = 1,
    .run = run_equity,
};
