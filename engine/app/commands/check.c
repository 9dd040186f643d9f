/*
 * check.c - is everything sound? Findings only; writes nothing, unless it is
 * asked to take its own suggestions down (--accept-suggestions).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/app/accept.h"
#include "engine/app/accounts.h"
#include "engine/app/say_findings.h"
#include "engine/app/session.h"
#include "engine/report/listing.h"

/* On a terminal the findings are for reading, else they are rows. */
static bool print_findings(struct session *session, enum rows_format format)
{
    const struct messages *messages = &session->study->messages;
    struct text out = text_new();
    findings_sort(session->findings);
    if (format == ROWS_TABLE)
        say_findings(&out, session->findings, messages, 0,
                     session->color && session->terminal_out);
    else
        list_findings(&out, format, session->findings, messages);
    bool printed = session_print(session, &out);
    text_free(&out);
    return printed;
}

static void say_totals(const struct session *session)
{
    char words[WEIGHT_COUNT][24];
    size_t totals[WEIGHT_COUNT] = { 0 };
    for (size_t i = 0; i < session->findings->count; i++)
        totals[finding_weight(session->findings->items[i].rule)]++;
    for (int w = 0; w < WEIGHT_COUNT; w++)
        snprintf(words[w], sizeof words[w], "%zu", totals[w]);
    session_say(session, "check.totals", "reject", words[WEIGHT_REJECT],
                "doubt", words[WEIGHT_DOUBT], "note", words[WEIGHT_NOTE], NULL);
}

static int run_check(struct session *session)
{
    enum rows_format format;
    if (!session_format(session, &format) ||
        !session_study(session, session_project(session)) ||
        !session_results(session) || !session_check_plan(session) ||
        !print_findings(session, format))
        return session_failed(session);
    accounts_say(session);
    say_totals(session);
    return accept_suggestions(session) ? session_status(session)
                                       : session_failed(session);
}

const struct command command_check = {
    .name = "check",
    .order = 2,
    .accepts = OPTION_SET(ROOT) | OPTION_SET(BOUNDARIES) |
               OPTION_SET(AUDIENCE) | OPTION_SET(FORMAT) |
               OPTION_SET(CSV_STYLE) | OPTION_SET(OUT) | OPTION_SET(STRICT) |
               OPTION_SET(CONFIDENCE) | OPTION_SET(ACCEPT_SUGGESTIONS),
    .most = 1,
    .run = run_check,
};
