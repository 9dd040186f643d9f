/*
 * accept.h - suggestions for names that no area has, into aliases.csv.
 *
 * Without --accept-suggestions nothing is written and one line says how many
 * could be. With it every alias that was written is said, and every name that
 * was not, with the reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_ACCEPT_H
#define HOCTAP_APP_ACCEPT_H

#include <stdbool.h>

struct session;

/* Needs a project. Faults when aliases.csv cannot be written. */
bool accept_suggestions(struct session *session);

#endif
