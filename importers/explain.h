/*
 * explain.h - what the importer chose for a file, and why, in words.
 *
 * Lines are messages (data/messages, import.*) and go to the context's
 * explanation; where none is wanted nothing is done.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_EXPLAIN_H
#define HOCTAP_IMPORTERS_EXPLAIN_H

#include "importers/columns.h"
#include "importers/decode.h"
#include "importers/detect.h"
#include "importers/reading.h"

/* The file's name and how its bytes were read. */
void explain_text(const struct reading *reading, const struct decoded *decoded);

/* Which layouts were tried, which heads each found and lacked. */
void explain_layouts(const struct reading *reading,
                     const struct candidates *candidates);

/* The delimiter, the rows of heads and what each column was taken for. */
void explain_columns(const struct reading *reading,
                     const struct columns *columns);

/* The day of the figures, and who said it. */
void explain_cutoff(const struct reading *reading);

/* How each column's numbers are read, and what became of the rows. */
void explain_rows(const struct reading *reading, const struct columns *columns);

#endif
