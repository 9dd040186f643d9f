/*
 * explain_plan.h - what the plan asks of an area in a year to come.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_EXPLAIN_PLAN_H
#define HOCTAP_APP_EXPLAIN_PLAN_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/base/period.h"
#include "engine/base/text.h"

struct session;

/* Adds nothing where the plan has no step for the year. False with a fault of
 * the session. */
bool explain_plan(struct text *out, struct session *session, uint16_t indicator,
                  uint32_t area, period when);

#endif
