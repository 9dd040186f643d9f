/*
 * equity_show.c - the rows of the selection, of one of the lists about
 * evenness.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/equity_show.h"

#include <string.h>

#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/report/listing_evenness.h"

bool equity_show(struct session *session, int *show)
{
    static const char *const words[EQUITY_VIEW_COUNT] = {
        "measures", "words", "change", "shares", "groups", "parity", "levelling"
    };
    return option_choice(&session->options, OPTION_SHOW, words,
                         EQUITY_VIEW_COUNT, show, &session->fault);
}

bool equity_show_knows(const char *measure)
{
    static const char *const own[] = { "spread_beyond_chance", "convergence",
                                       "shortfall" };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (strcmp(measure, own[i]) == 0)
            return true;
    return false;
}

static bool keeps(const struct equity_asked *asked, uint16_t indicator,
                  const char *measure)
{
    bool listed = asked->count == 0 || measure == NULL;
    for (size_t i = 0; i < asked->count && !listed; i++)
        listed = strcmp(asked->measures[i], measure) == 0;
    return listed && selection_has_indicator(asked->selection, indicator);
}

#define KEEP(list, measure)                                                    \
    do {                                                                       \
        size_t kept = 0;                                                       \
        for (size_t i = 0; i < (list)->count; i++)                             \
            if (keeps(asked, (list)->items[i].indicator, measure))             \
                (list)->items[kept++] = (list)->items[i];                      \
        (list)->count = kept;                                                  \
    } while (0)

static void keep_selected(struct evenness *e, const struct equity_asked *asked)
{
    KEEP(&e->changes, e->changes.items[i].measure);
    KEEP(&e->shares, e->shares.items[i].measure);
    KEEP(&e->groups, e->groups.items[i].measure);
    KEEP(&e->parities, NULL);
    KEEP(&e->levels, NULL);
}

static void list_view(struct text *out, int show, enum rows_format format,
                      const struct report_input *input)
{
    static void (*const lists[EQUITY_VIEW_COUNT])(
        struct text *, enum rows_format, const struct report_input *) = {
        [EQUITY_CHANGE] = list_evenness,  [EQUITY_SHARES] = list_shares,
        [EQUITY_GROUPS] = list_groups,    [EQUITY_PARITY] = list_parities,
        [EQUITY_LEVELLING] = list_levels,
    };
    lists[show](out, format, input);
}

bool equity_show_print(struct session *session,
                       const struct equity_asked *asked)
{
    const struct selection *selection = asked->selection;
    period from = NO_PERIOD, to = session->study->project.period;
    if (selection->period_count > 0)
        to = selection->periods[selection->period_count - 1];
    if (selection->period_count > 1)
        from = selection->periods[0];
    if (!session_evenness(session, selection->tier, from, to))
        return false;
    keep_selected(session->evenness, asked);
    const struct report_input input = session_report_input(session);
    struct text out = text_new();
    list_view(&out, asked->show, asked->format, &input);
    bool printed = session_print(session, &out);
    text_free(&out);
    return printed;
}
