/*
 * twins.h - the same figure twice.
 *
 * Two observations are twins when area, calendar period, quantity, cell and
 * kind (a published total or a part) are the same. A sign for a missing figure
 * gives way to a figure. Equal twins: the later one is dropped, with a note.
 * Else the one from the later version is kept (submissions.csv), with a note.
 * Else both are dropped and listed: nothing says which is right.
 *
 * The counts of the sources follow: a row all of whose observations are dropped
 * is no longer used, but ignored (equal, revised) or rejected (conflict).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_TWINS_H
#define HOCTAP_IMPORTERS_TWINS_H

struct arena;
struct findings;
struct study;
struct table;

void twins_settle(struct table *table, const struct study *study,
                  struct findings *findings, struct arena *scratch);

#endif
