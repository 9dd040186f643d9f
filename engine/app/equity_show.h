/*
 * equity_show.h - equity --show: what else is known of evenness.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_EQUITY_SHOW_H
#define HOCTAP_APP_EQUITY_SHOW_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/rows.h"

struct selection;
struct session;

enum equity_views {
    EQUITY_MEASURES,
    EQUITY_WORDS, /* the measures, read out */
    EQUITY_CHANGE,
    EQUITY_SHARES,
    EQUITY_GROUPS,
    EQUITY_PARITY,
    EQUITY_LEVELLING,
    EQUITY_VIEW_COUNT
};

/* What was asked for. */
struct equity_asked {
    int show; /* enum equity_views */
    enum rows_format format;
    const struct selection *selection;
    char **measures; /* none = all */
    size_t count;
};

/* The view asked for; *show stays when none is. */
bool equity_show(struct session *session, int *show);
/* A measure that stands in these lists alone. */
bool equity_show_knows(const char *measure);
/* The rows asked for. The year is the last of -p, without it the report's; of
 * several, the change runs from the first. */
bool equity_show_print(struct session *session,
                       const struct equity_asked *asked);

#endif
