/*
 * bulk.h - the bulk job: tidy files of any size, added up by some columns.
 *
 * Rows are added as they stand: no register, no layout but the heads, no twins;
 * an empty word is a group of its own, and quantities that should not be added
 * are added. What a row must be is told in bulk_walk.h, what a value in
 * bulk_amount.h. Files add up together and may have their columns in different
 * orders.
 *
 * The sums are exact before they are rounded once to a double; so they do not
 * depend on the number of threads nor on the order of rows. Memory grows with
 * the groups, not with the files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_BULK_H
#define HOCTAP_IMPORTERS_BULK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/fault.h"
#include "importers/bulk_heads.h"
#include "importers/bulk_walk.h"
#include "importers/import.h"

struct arena;
struct findings;

/* How the work is cut up; 0 = what is best here. */
struct bulk_request {
    const char *const *paths;
    size_t path_count;
    struct bulk_names by;
    size_t threads, piece_size;
    bool by_record; /* all lines by records.h: slower, and the same */
    struct import_progress progress;
};

/* Sorted by the words' bytes, column after column. */
struct bulk_sums {
    size_t count, columns;
    const char **texts[BULK_COLUMNS]; /* a column's words, sorted */
    struct bulk_group **groups;       /* their words: places in texts */
    double *values;                   /* NO_VALUE: no row had a number */
    struct bulk_counts counts;
};

/* Faults: a file that cannot be read, a column that is not there. What is wrong
 * with single rows are findings. Memory is the arena's. */
bool bulk_add_up(struct bulk_sums *out, const struct bulk_request *request,
                 struct arena *arena, struct findings *findings,
                 struct fault *fault) __attribute__((warn_unused_result));

/* For bulk.c: joins what the threads have; the workers must outlive it. */
void bulk_join(struct bulk_sums *out, struct bulk_worker *const workers[],
               size_t count, struct arena *arena);

#endif
