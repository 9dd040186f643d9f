/*
 * compute.c - indicator values with their intervals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/session.h"
#include "engine/app/table_mode.h"
#include "engine/report/listing.h"

static void keep_selected(struct session *session,
                          const struct selection *selection)
{
    struct results *results = session->results;
    size_t kept = 0;
    for (size_t i = 0; i < results->count; i++)
        if (selection_has_result(selection, session->study, &results->items[i]))
            results->items[kept++] = results->items[i];
    results->count = kept;
}

static int run_compute(struct session *session)
{
    struct selection selection;
    enum rows_format format;
    if (option_given(&session->options, OPTION_TABLE))
        return table_compute(session);
    if (!only_project_words(session) || !session_format(session, &format) ||
        !session_study(session, session_project(session)) ||
        !session_selection(session, &selection))
        return session_failed(session);
    session->asked = &selection;
    if (!session_results(session))
        return session_failed(session);
    keep_selected(session, &selection);
    if (session->results->count == 0)
        session_say(session, "compute.nothing", NULL);
    struct results_list list = { format, session->results, session->study,
                                 session_threads(session) };
    return session_print_by(session, list_results_into, &list)
               ? session_done(session)
               : session_failed(session);
}

const struct command command_compute = {
    .name = "compute",
    .order = 4,
    .accepts = OPTION_SET(ROOT) | OPTION_SET(BOUNDARIES) |
               OPTION_SET(AUDIENCE) | OPTION_SET(INDICATOR) |
               OPTION_SET(PERIOD) | OPTION_SET(AREA) | OPTION_SET(TIER) |
               OPTION_SET(BY) | OPTION_SET(CONFIDENCE) | OPTION_SET(FORMAT) |
               OPTION_SET(CSV_STYLE) | OPTION_SET(OUT) | OPTION_SET(TABLE) |
               OPTION_SET(KIND) | OPTION_SET(SCALE) | OPTION_SET(METHOD) |
               OPTION_SET(STANDARD) | OPTION_SET(NOISE) | OPTION_SET(STRICT),
    .most = 1,
    .facts_only = true,
    .run = run_compute,
};
