/*
 * bulk_notes.h - what the bulk job has to say about rows, while it still counts
 * lines from the beginning of a piece.
 *
 * Of each rule the first rows of the file are kept, the others counted: a
 * million bad cells are one mistake. As every thread takes its pieces in rising
 * order, the first rows of the file are among the first of each thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_BULK_NOTES_H
#define HOCTAP_IMPORTERS_BULK_NOTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/model/finding.h"

struct bulk_reader;
struct bulk_heads;

/* The last one kept stands for all that follow. */
enum { BULK_NOTES_KEPT = 20 };
#define BULK_NO_CELL UINT32_MAX

struct bulk_note {
    enum finding_rule rule;
    uint32_t piece, line; /* line: of the piece, from 0 */
    uint32_t cell;        /* from 0; BULK_NO_CELL = the row */
    size_t cells;         /* how many the row has */
    const char *value;    /* of the cell; NULL for the row */
};

struct bulk_notes {
    struct bulk_note *items;
    size_t count, room;
    struct arena *arena; /* of the values; NULL until there is one */
    size_t seen[FINDING_RULE_COUNT];
};

/* Are so many kept that one more is only counted? */
bool bulk_notes_full(const struct bulk_notes *notes, enum finding_rule rule);
/* The value is copied. */
void bulk_notes_add(struct bulk_notes *notes, struct bulk_note note);
void bulk_notes_clear(struct bulk_notes *notes); /* frees what it holds */

/* The notes of [count] threads on one file as findings. */
void bulk_notes_tell(const struct bulk_notes *const notes[], size_t count,
                     const struct bulk_reader *reader,
                     const struct bulk_heads *heads, struct findings *findings);

#endif
