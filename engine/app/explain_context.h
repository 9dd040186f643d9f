/*
 * explain_context.h - what `explain` says beside the value and its lines: how
 * it compares with last year, the target and the other areas, what is doubtful
 * in its cells, and the sentence to read aloud.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_EXPLAIN_CONTEXT_H
#define HOCTAP_APP_EXPLAIN_CONTEXT_H

#include <stdbool.h>

#include "engine/base/text.h"
#include "engine/compute/indicator/trace.h"

struct session;

/* " = (5000 + 300) / 61000 × 100": the formula with the terms' values in it. */
void explain_filled(struct text *out, const struct session *session,
                    const struct trace *trace);

/* After the inputs. Comparisons and the second language are loaded here. */
bool explain_context(struct text *out, struct session *session,
                     const struct trace *trace);

#endif
