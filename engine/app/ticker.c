/*
 * ticker.c - how far the reading has come.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/ticker.h"

#include <stdio.h>
#include <unistd.h>

enum { PERCENT = 100 };

static void tick(void *to, size_t done, size_t all)
{
    struct ticker *ticker = to;
    struct timespec now;
    char words[16];
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (now.tv_sec - ticker->start.tv_sec < 1 || all == 0)
        return;
    int percent = (int)(done * PERCENT / all);
    if (ticker->shown && percent == ticker->percent)
        return;
    struct text line = text_new();
    snprintf(words, sizeof words, "%d", percent);
    message_add(&line, &ticker->session->messages, "progress.reading",
                "percent", words, NULL);
    fprintf(stderr, "\r%s\033[K", line.bytes);
    text_free(&line);
    ticker->shown = true;
    ticker->percent = percent;
}

struct import_progress ticker_start(struct ticker *ticker,
                                    const struct session *session)
{
    *ticker = (struct ticker){ .session = session };
    clock_gettime(CLOCK_MONOTONIC, &ticker->start);
    return (struct import_progress){ isatty(STDERR_FILENO) ? tick : NULL,
                                     ticker };
}

void ticker_stop(struct ticker *ticker)
{
    if (ticker->shown)
        fputs("\r\033[K", stderr);
    ticker->shown = false;
}
