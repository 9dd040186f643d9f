/*
 * bulk_groups.h - the sums of the bulk job: one for each combination of words.
 *
 * Rows come in batches. A batch is added in three walks, so that hundreds of
 * groups are on their way from memory at once: ask for the slots, look at the
 * slots and ask for the groups, add.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_BULK_GROUPS_H
#define HOCTAP_IMPORTERS_BULK_GROUPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "importers/bulk_amount.h"
#include "importers/bulk_index.h"

/* More than any dimension table has; a row's hash and group stay small. */
enum { BULK_COLUMNS = 32, BULK_BATCH = 512 };

/* Followed by the numbers of its words, one a column. */
struct bulk_group {
    bulk_sum sum;
    uint64_t rows : 63, numbered : 1; /* numbered: a row had a number */
    uint32_t words[];
};

/* What a group has of numbers that are no billionths: exact as well. Doubles
 * are added in units of 2^(32 * place). */
struct bulk_wide {
    bulk_sum sum;
    uint32_t group;
    int32_t place;
};

struct bulk_groups {
    size_t columns, stride; /* bytes from a group to the next */
    char *bytes;
    size_t count, room; /* room in bytes */
    struct bulk_index index;
    struct bulk_wide *wides;
    size_t wide_count, wide_room;
    struct bulk_index wide_index;
};

struct bulk_groups bulk_groups_new(size_t columns);
void bulk_groups_free(struct bulk_groups *groups);
static inline struct bulk_group *bulk_group_at(const struct bulk_groups *groups,
                                               size_t number)
{
    return (struct bulk_group *)(void *)(groups->bytes +
                                         number * groups->stride);
}

/* Rows on their way into the groups. */
struct bulk_batch {
    size_t count;
    uint32_t words[BULK_COLUMNS][BULK_BATCH];
    struct bulk_amount amounts[BULK_BATCH];
};
/* Adds the rows and empties the batch. */
void bulk_groups_add(struct bulk_groups *groups, struct bulk_batch *batch);

/* The double that the wide parts from [first] to before [end] sum up to; they
 * are of one group and their places rise. */
double bulk_wide_value(const struct bulk_wide *first,
                       const struct bulk_wide *end);

#endif
