/*
 * rows.h - records into observations.
 *
 * The data records are walked twice: once to see how each column writes its
 * numbers (rows_survey), once to read them. A record ends as used (at least one
 * observation came of it), rejected (none came, and a finding says why) or
 * ignored by a rule: a blank or column-number row, a repeated head, a row the
 * layout skips, a heading or a footer without figures.
 *
 * A row whose area or first word fits the layout's totals, and a row whose area
 * stands above the column's tier, is a published total of that area.
 *
 * Outlines: when the first rows are areas above the column's tier, each of them
 * heads the rows below it, and a name that occurs several times is looked for
 * there first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_ROWS_H
#define HOCTAP_IMPORTERS_ROWS_H

#include "importers/columns.h"
#include "importers/reading.h"

/* Reads all records below the heads into reading->into, and fills in the
 * source's counts. [columns] gets its votes and conventions on the way. */
void rows_read(struct reading *reading, struct columns *columns);

#endif
