/*
 * passing.h - a folder for files that only pass through: pictures that go into
 * a page, a page that goes to stdout.
 *
 * It stands in $TMPDIR or /tmp and is removed with its files. An interrupt in
 * between waits until then, so that nothing is left behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_PASSING_H
#define HOCTAP_APP_PASSING_H

#include <stdbool.h>

#include "charts/interrupt.h"
#include "engine/base/fault.h"

struct passing {
    char folder[256];
    struct interrupt interrupt;
};

bool passing_open(struct passing *passing, struct fault *fault);
void passing_close(struct passing *passing);

#endif
