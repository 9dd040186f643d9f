/*
 * equity.c - measures of inequality over areas, or over any table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/app/equity_show.h"
#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/app/table_mode.h"
#include "engine/compute/equity/measure.h"
#include "engine/report/listing.h"
#include "engine/report/listing_evenness.h"

static bool measure_listed(char *const words[], size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], id) == 0)
            return true;
    return count == 0;
}

/* Faults on a measure that does not exist. */
static bool asked_measures(struct session *session, struct equity_asked *asked)
{
    struct measure_choice choice;
    asked->count = option_list(&session->options, OPTION_MEASURE,
                               session->arena, &asked->measures);
    for (size_t i = 0; i < asked->count; i++) {
        const char *word = asked->measures[i];
        if (!measure_find(word, &choice) &&
            (asked->show <= EQUITY_WORDS || !equity_show_knows(word)))
            return fault_unknown(&session->fault, "usage.measure", word,
                                 measure_nearest(word));
    }
    return true;
}

/* As numbers, or read out. */
static bool print_measures(struct session *session,
                           const struct equity_asked *asked)
{
    size_t kept = 0;
    if (!session_equity(session, asked->selection->tier))
        return false;
    struct equity_results *results = session->equity;
    for (size_t i = 0; i < results->count; i++) {
        const struct equity_result *r = &results->items[i];
        if (selection_has_indicator(asked->selection, r->indicator) &&
            selection_has_period(asked->selection, r->period) &&
            measure_listed(asked->measures, asked->count, r->measure))
            results->items[kept++] = *r;
    }
    results->count = kept;
    const struct report_input input = session_report_input(session);
    struct text out = text_new();
    if (asked->show == EQUITY_WORDS)
        list_words(&out, asked->format, &input);
    else
        list_equity(&out, asked->format, results, session->study);
    bool printed = session_print(session, &out);
    text_free(&out);
    return printed;
}

static int run_equity(struct session *session)
{
    struct selection selection;
    struct equity_asked asked = { .show = EQUITY_MEASURES,
                                  .selection = &selection };
    if (option_given(&session->options, OPTION_TABLE))
        return table_equity(session);
    if (!only_project_words(session) ||
        !session_format(session, &asked.format) ||
        !equity_show(session, &asked.show) ||
        !asked_measures(session, &asked) ||
        !session_study(session, session_project(session)) ||
        !session_selection(session, &selection))
        return session_failed(session);
    bool done = asked.show <= EQUITY_WORDS ? print_measures(session, &asked)
                                           : equity_show_print(session, &asked);
    return done ? session_done(session) : session_failed(session);
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
               OPTION_SET(MEASURE) | OPTION_SET(SHOW) | OPTION_SET(BETTER) |
               OPTION_SET(TARGET) | OPTION_SET(DRAWS) | OPTION_SET(SEED) |
               OPTION_SET(STRICT),
    .most = 1,
    .facts_only = true,
    .run = run_equity,
};
