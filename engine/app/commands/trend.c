/*
 * trend.c - which way each series goes, and where it may go next.
 *
 *  (1) -p says where the years end (the report's year without it), and with a
 *      range or a list also where they begin.
 *  (2) A selection chooses the series; a series is always all its years.
 *  (3) Nothing is drawn at random: --seed and --draws are taken and change
 *      nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/trend/trend.h"
#include "engine/app/session.h"
#include "engine/app/table_mode.h"
#include "engine/report/listing.h"

/* (1) */
static struct trend_request request_of(const struct session *session,
                                       const struct selection *selection,
                                       period ahead)
{
    struct trend_request request = { .to = session->study->project.period,
                                     .ahead = ahead };
    for (size_t i = 0; i < selection->period_count; i++) {
        period p = selection->periods[i];
        if (i == 0)
            request.from = request.to = p;
        request.from =
            period_year(p) < period_year(request.from) ? p : request.from;
        request.to = period_year(p) > period_year(request.to) ? p : request.to;
    }
    if (request.from == request.to)
        request.from = NO_PERIOD;
    return request;
}

/* (2) */
static void keep_selected(struct session *session, struct selection selection)
{
    struct trends *list = session->trends;
    size_t kept = 0;
    selection.period_count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct trend *line = &list->items[i];
        struct result series = { .indicator = line->indicator,
                                 .area = line->area,
                                 .breakdown = line->breakdown };
        if (selection_has_result(&selection, session->study, &series))
            list->items[kept++] = *line;
    }
    list->count = kept;
}

static int run_trend(struct session *session)
{
    struct selection selection;
    enum rows_format format;
    period ahead = NO_PERIOD;
    if (option_given(&session->options, OPTION_TABLE))
        return table_trend(session);
    if (!only_project_words(session) || !session_format(session, &format) ||
        !option_period(&session->options, OPTION_TO, &ahead, &session->fault) ||
        !session_study(session, session_project(session)) ||
        !session_selection(session, &selection))
        return session_failed(session);
    struct trend_request request = request_of(session, &selection, ahead);
    if (!session_trends(session, &request))
        return session_failed(session);
    keep_selected(session, selection);
    if (session->trends->count == 0)
        session_say(session, "compute.nothing", NULL);
    struct text out = text_new();
    list_trends(&out, format, session->trends, session->study);
    bool printed = session_print(session, &out);
    text_free(&out);
    return printed ? session_done(session) : session_failed(session);
}

const struct command command_trend = {
    .name = "trend",
    .order = 5,
    .accepts = OPTION_SET(INDICATOR) | OPTION_SET(PERIOD) | OPTION_SET(AREA) |
               OPTION_SET(TIER) | OPTION_SET(BY) | OPTION_SET(BOUNDARIES) |
               OPTION_SET(ROOT) | OPTION_SET(AUDIENCE) |
               OPTION_SET(CONFIDENCE) | OPTION_SET(TO) | OPTION_SET(FORMAT) |
               OPTION_SET(CSV_STYLE) | OPTION_SET(OUT) | OPTION_SET(TABLE) |
               OPTION_SET(KIND) | OPTION_SET(SCALE) | OPTION_SET(NOISE) |
               OPTION_SET(BETTER) | OPTION_SET(MATERIAL) | OPTION_SET(SEED) |
               OPTION_SET(DRAWS) | OPTION_SET(STRICT),
    .most = 1,
    .facts_only = true,
    .run = run_trend,
};
