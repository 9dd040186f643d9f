/*
 * bulk_odd.h - the lines of the bulk job that are read record by record.
 *
 * For bulk_walk.c: the rest of a piece from the beginning of a window, and the
 * two ways of reading in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_BULK_ODD_H
#define HOCTAP_IMPORTERS_BULK_ODD_H

#include "engine/base/arena.h"
#include "importers/bulk_walk.h"
#include "importers/records.h"

struct bulk_walk {
    struct bulk_worker *worker;
    struct bulk_reader *reader;
    const char *text; /* from the window on */
    size_t length;    /* to the end of the piece */
    size_t lines;     /* of the piece before the window */
    bool odd;         /* not all its lines end in one line feed each */
    bool stopped;     /* the piece ends before it can be said what comes */
    struct records *records; /* one after another, from [from] on */
    size_t from;
    struct arena_mark mark;
};

/* Reads one record at [at], or more until a line feed has been passed; returns
 * where the next record begins. */
size_t bulk_odd_lines(struct bulk_walk *walk, size_t at);

/* Reads the one record that begins at [at], which is known to be whole. */
void bulk_odd_row(struct bulk_walk *walk, size_t at);

/* Gives the memory back. */
void bulk_odd_end(struct bulk_walk *walk);

#endif
