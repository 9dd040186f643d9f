/*
 * ticker.h - how far the reading has come: a line on a terminal's stderr after
 * one second, in percent of the bytes, cleared at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_TICKER_H
#define HOCTAP_APP_TICKER_H

#include <stdbool.h>
#include <time.h>

#include "engine/app/session.h"
#include "importers/import.h"

struct ticker {
    const struct session *session;
    struct timespec start;
    bool shown;
    int percent;
};

/* The ticker must stay where it is until it is stopped. */
struct import_progress ticker_start(struct ticker *ticker,
                                    const struct session *session);
void ticker_stop(struct ticker *ticker);

#endif
