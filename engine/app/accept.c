/*
 * accept.c - suggestions for names that no area has, into aliases.csv.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/accept.h"

#include <stdio.h>

#include "engine/app/session.h"
#include "importers/proposals.h"

static const char *const verdict_messages[PROPOSAL_VERDICTS] = {
    [PROPOSAL_CLEAR] = "accept.written",
    [PROPOSAL_NONE_NEAR] = "accept.none_near",
    [PROPOSAL_FAR] = "accept.far",
    [PROPOSAL_SEVERAL] = "accept.several",
    [PROPOSAL_ELSEWHERE] = "accept.elsewhere",
    [PROPOSAL_CONFLICT] = "accept.conflict",
    [PROPOSAL_STANDS] = "accept.stands",
};

static void say_proposal(const struct session *session,
                         const struct proposal *proposal)
{
    const struct areas *areas = &session->study->areas;
    bool near = proposal->area != NO_AREA;
    struct text place = text_new();
    text_addf(&place, "%s:%u", proposal->file, proposal->line);
    session_say(session, verdict_messages[proposal->verdict], "written",
                proposal->written, "place", place.bytes, "area",
                near ? areas->items[proposal->area].name : "", "code",
                near ? areas->items[proposal->area].code : "", "tier",
                near ? tier_names[areas->items[proposal->area].tier] : "",
                "source", proposal->source, NULL);
    text_free(&place);
}

static void say_count(const struct session *session, const char *message,
                      size_t clear, size_t all)
{
    char words[2][24];
    snprintf(words[0], sizeof words[0], "%zu", clear);
    snprintf(words[1], sizeof words[1], "%zu", all);
    session_say(session, message, "count", words[0], "all", words[1], NULL);
}

bool accept_suggestions(struct session *session)
{
    const struct proposals *proposals = session->proposals;
    size_t clear = proposals == NULL ? 0 : proposals_clear(proposals);
    bool asked = option_given(&session->options, OPTION_ACCEPT_SUGGESTIONS);
    if (asked && session->study->project.folder[0] == '\0')
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "usage.accept_project", NULL);
    if (!asked) {
        if (clear > 0)
            say_count(session, "accept.possible", clear, proposals->count);
        return true;
    }
    if (clear > 0 && !proposals_write(proposals, session->study,
                                      session->scratch, &session->fault))
        return false;
    for (size_t i = 0; proposals != NULL && i < proposals->count; i++)
        say_proposal(session, &proposals->items[i]);
    say_count(session, clear > 0 ? "accept.done" : "accept.nothing", clear,
              proposals == NULL ? 0 : proposals->count);
    return true;
}
