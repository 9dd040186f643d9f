/*
 * say_findings.h - findings for the eye: grouped by rule, the heaviest first,
 * with the total always shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_SAY_FINDINGS_H
#define HOCTAP_APP_SAY_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

struct findings;
struct messages;
struct text;

/* At most [most] of each rule (0 = all); the rest is counted. */
void say_findings(struct text *out, const struct findings *findings,
                  const struct messages *messages, size_t most, bool color);

#endif
