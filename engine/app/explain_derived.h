/*
 * explain_derived.h - an indicator that is counted from the results of others,
 * walked back to their rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_EXPLAIN_DERIVED_H
#define HOCTAP_APP_EXPLAIN_DERIVED_H

#include "engine/base/rows.h"
#include "engine/base/text.h"
#include "engine/model/results.h"

struct session;

void explain_derived_words(struct text *out, struct session *session,
                           const struct result *row);
void explain_derived_rows(struct text *out, struct session *session,
                          const struct result *row, enum rows_format format);

#endif
