/*
 * bulk_heads.h - which columns of a file the bulk job adds up.
 *
 * Heads are compared as everywhere (folded, white space collapsed). They stand
 * in the record among the first thirty that names most of the columns asked
 * for, so titles above them do no harm; the delimiter is the one with which it
 * does. Faults: a column missing (the nearest head is named), a column twice,
 * bytes there that are no UTF-8 text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_BULK_HEADS_H
#define HOCTAP_IMPORTERS_BULK_HEADS_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/fault.h"
#include "importers/bulk_groups.h"

struct arena;

struct bulk_heads {
    char delimiter;
    const char **written, **folded; /* all heads of the file */
    size_t width;                   /* how many */
    size_t columns[BULK_COLUMNS];   /* places of the columns to add up by */
    size_t count;
    size_t value; /* place of the column of values */
    size_t data;  /* bytes before the first row */
    size_t lines; /* and lines */
};

/* What is asked for: the columns to add up by. */
struct bulk_names {
    const char *const *items;
    size_t count;
};

/* [text]: the beginning of the file, without a mark, ending in a zero. */
bool bulk_heads_read(struct bulk_heads *out, const char *path, const char *text,
                     size_t length, struct bulk_names names,
                     struct arena *arena, struct fault *fault)
    __attribute__((warn_unused_result));

#endif
