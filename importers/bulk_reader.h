/*
 * bulk_reader.h - a file in pieces that end where records end.
 *
 * Any number of threads ask for the next piece; under the lock it is read and
 * cut behind its last record, and what is left over begins the next one. So
 * memory does not grow with the file, and pieces need nothing of one another.
 *
 * A line end within quotes ends no record. Reading quickly, the reader counts
 * quotes: after an even number a cell is closed. That is true as long as no
 * quote stands astray; who reads the records finds those, and then the file has
 * to be read again carefully: by one thread, which hands back what it did not
 * use. Both ways give the same on files where both are right.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_BULK_READER_H
#define HOCTAP_IMPORTERS_BULK_READER_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/fault.h"
#include "importers/import.h"

struct bulk_reader {
    const char *path;
    int handle;
    size_t piece_size;
    bool careful;
    bool by_record;  /* no line is taken for a plain one */
    atomic_bool ill; /* quotes stand astray: read again carefully */
    bool failed;     /* the fault says why */
    bool ended;      /* all bytes are read */
    struct fault fault;
    char *ahead; /* read, but in no piece yet */
    size_t ahead_length, ahead_at, ahead_room;
    char *rest; /* of the last piece */
    size_t rest_length, rest_room;
    uint32_t piece_count;
    uint32_t *lines; /* of each piece */
    size_t line_room;
    struct import_progress progress;
    size_t done, all; /* bytes, over all files */
    pthread_mutex_t lock;
};

struct bulk_piece {
    char *text; /* with BULK_PAD bytes behind it */
    size_t length, room;
    uint32_t number; /* from 0 */
    bool last;
};

/* Opens a regular file and reads its beginning into [ahead], a mark left out.
 */
bool bulk_reader_open(struct bulk_reader *reader, const char *path)
    __attribute__((warn_unused_result));
void bulk_reader_close(struct bulk_reader *reader);

/* False: no more, or ill, or failed. The piece's memory is used again. */
bool bulk_reader_next(struct bulk_reader *reader, struct bulk_piece *piece);

/* The piece had so many lines in the [used] bytes that were looked at. Less
 * than all may be used only when reading carefully. */
void bulk_reader_done(struct bulk_reader *reader, struct bulk_piece *piece,
                      size_t used, size_t lines);

#endif
