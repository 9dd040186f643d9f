/*
 * compare.c - areas against the whole: difference, funnel, shrinkage, ranks.
 *
 *  (1) A selection chooses what is printed; a family is always all areas of its
 *      tier, so that the words for one area do not depend on what is asked.
 *  (2) Nothing is drawn at random: --seed and --draws are taken, so that
 * scripts need not know, and change nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/session.h"
#include "engine/app/table_mode.h"
#include "engine/report/listing.h"

/* (1) */
static void keep_selected(struct session *session,
                          const struct selection *selection)
{
    struct comparisons *list = session->comparisons;
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct result *r = &session->results->items[list->items[i].row];
        if (selection_has_result(selection, session->study, r))
            list->items[kept++] = list->items[i];
    }
    list->count = kept;
}

static int run_compare(struct session *session)
{
    struct selection selection;
    enum rows_format format;
    if (option_given(&session->options, OPTION_TABLE))
        return table_compare(session);
    if (!only_project_words(session) || !session_format(session, &format) ||
        !session_study(session, session_project(session)) ||
        !session_selection(session, &selection))
        return session_failed(session);
    session->asked = &selection;
    if (!session_comparisons(session, selection.period_count == 1
                                          ? selection.periods[0]
                                          : NO_PERIOD))
        return session_failed(session);
    keep_selected(session, &selection);
    if (session->comparisons->count == 0)
        session_say(session, "compute.nothing", NULL);
    struct text out = text_new();
    list_comparisons(&out, format, session->comparisons, session->study);
    bool printed = session_print(session, &out);
    text_free(&out);
    return printed ? session_done(session) : session_failed(session);
}

const struct command command_compare = {
    .name = "compare",
    .order = 5,
    .accepts = OPTION_SET(ROOT) | OPTION_SET(BOUNDARIES) |
               OPTION_SET(AUDIENCE) | OPTION_SET(INDICATOR) |
               OPTION_SET(PERIOD) | OPTION_SET(AREA) | OPTION_SET(TIER) |
               OPTION_SET(BY) | OPTION_SET(CONFIDENCE) | OPTION_SET(FORMAT) |
               OPTION_SET(CSV_STYLE) | OPTION_SET(OUT) | OPTION_SET(TABLE) |
               OPTION_SET(KIND) | OPTION_SET(SCALE) | OPTION_SET(METHOD) |
               OPTION_SET(NOISE) | OPTION_SET(BETTER) | OPTION_SET(MATERIAL) |
               OPTION_SET(DRAWS) | OPTION_SET(SEED) | OPTION_SET(STRICT),
    .most = 1,
    .facts_only = true,
    .run = run_compare,
};
