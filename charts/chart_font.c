/*
 * chart_font.c - is the font there? A missing one is no error to gnuplot: it
 * takes another, whose letters may be wider or lack Vietnamese marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>
#include <unistd.h>

#include "charts/chart.h"
#include "engine/base/child.h"
#include "engine/base/text.h"

enum { PATIENCE = 10 };

/* All it says, while it says something. */
static void read_all(const struct child *child, struct text *out)
{
    struct pollfd end = { .fd = child->out, .events = POLLIN };
    while (poll(&end, 1, PATIENCE * 1000) > 0) {
        char buffer[512];
        ssize_t got = read(child->out, buffer, sizeof buffer);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            return;
        if (got > 0)
            text_add_bytes(out, buffer, (size_t)got);
    }
}

bool chart_font_found(const char *font)
{
    const char *const arguments[] = { "fc-match", "-f", "%{family}\n",
                                      "--",       font, NULL };
    struct child child;
    if (child_start(&child, arguments, NULL, STDOUT_FILENO) != 0)
        return true;
    struct text answer = text_new();
    child_finish_input(&child);
    read_all(&child, &answer);
    int status = child_end(&child, PATIENCE);
    bool asked = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    /* "Arimo" or "Arimo,Arimo Medium": a family and its other names. */
    bool found = false;
    for (char *rest = answer.bytes, *name;
         !found && (name = strsep(&rest, ",\n")) != NULL;)
        found = strcasecmp(name, font) == 0;
    text_free(&answer);
    return found || !asked;
}
