/*
 * passing.h - a folder for files on their way: pictures that go into a page, a
 * page that goes to stdout, all files of a run until every one is whole.
 *
 * What is not kept is removed. An interrupt in between waits until then, so
 * that nothing is left behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_PASSING_H
#define HOCTAP_APP_PASSING_H

#include <stdbool.h>

#include "engine/base/fault.h"
#include "engine/base/interrupt.h"

struct passing {
    char folder[512];
    struct interrupt interrupt;
};

/* Below [above]; NULL = $TMPDIR or /tmp. */
bool passing_open(struct passing *passing, const char *above,
                  struct fault *fault);

/*
 * Moves all files, and those one folder below, into [folder], which lies on the
 * same disk. Nothing is moved when one of them meets a folder of its name.
 */
bool passing_keep(const struct passing *passing, const char *folder,
                  struct fault *fault);

void passing_close(struct passing *passing);

#endif
