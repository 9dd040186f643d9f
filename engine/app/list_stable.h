/*
 * list_stable.h - the finest areas that the maps of a span of time share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_LIST_STABLE_H
#define HOCTAP_APP_LIST_STABLE_H

#include <stdbool.h>

#include "engine/base/rows.h"

struct session;

/* Columns, the last one NULL. */
extern const char *const list_stable_columns[];

/*
 * For --stable FROM..TO, each a year or a day: one row a piece of the tier
 * asked for, else the project's. False with a fault when the span cannot be
 * read.
 */
bool list_stable(struct session *session, struct rows *rows);

#endif
