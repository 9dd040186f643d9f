/*
 * bulk_walk.h - one thread of the bulk job: the rows of its pieces, added up.
 *
 * Lines that hold nothing but cells and delimiters are taken apart by
 * bulk_scan; every other line (quotes, zero bytes, a lone carriage return, too
 * many or too few cells, a value that is no number) is read by records.h and
 * judged as the tidy format judges it:
 *
 *  - A row is added, or ignored (nothing in it; the heads once more), or
 *    rejected with a finding; the counts say how many.
 *  - Rejected: a value that is no number, a row that ends before its value, a
 *    zero byte, bytes that are no UTF-8, an open quote that leaves the row with
 *    a wrong number of cells.
 *  - A missing value adds to the rows of its group and not to its sum.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_BULK_WALK_H
#define HOCTAP_IMPORTERS_BULK_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "importers/bulk_groups.h"
#include "importers/bulk_heads.h"
#include "importers/bulk_notes.h"
#include "importers/bulk_reader.h"
#include "importers/bulk_scan.h"
#include "importers/bulk_words.h"

struct bulk_counts {
    size_t read, added, ignored, rejected;
};

struct bulk_worker {
    struct arena *arena, *scratch, *arena_of_records;
    struct bulk_words
        *words[BULK_COLUMNS]; /* over all files, like the groups */
    struct bulk_groups groups;
    struct bulk_counts counts;
    const struct bulk_heads *heads; /* of the file being read */
    struct bulk_notes notes;        /* on it */
    struct bulk_piece piece;
    bool marked; /* the piece's zero bytes are */
    struct bulk_marks marks;
    struct bulk_batch plain, odd; /* rows of the two ways of reading */
};

struct bulk_worker *bulk_worker_new(size_t columns);
void bulk_worker_free(struct bulk_worker *worker);

/* Reads pieces until there are none. */
void bulk_walk(struct bulk_worker *worker, struct bulk_reader *reader);

#endif
