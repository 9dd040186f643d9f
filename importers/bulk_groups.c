/*
 * bulk_groups.c - the sums of the bulk job.
 *
 *  (1) The groups lie in the order of first sight, so that files whose rows
 *      repeat in the same order walk through them in order as well.
 *  (2) A group found by its hash alone is asked for early and compared late;
 *      rows before it in the batch may have added the very group.
 *  (3) A double is a whole number of 53 bits times a power of two. Shifted to
 *      the next lower multiple of 32 it fits into 85 bits, which leaves 42 bits
 *      for the number of rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/grow.h"
#include "importers/bulk_groups.h"

enum { MANTISSA_BITS = 53, PLACE_BITS = 32 };

struct bulk_groups bulk_groups_new(size_t columns)
{
    size_t size =
        offsetof(struct bulk_group, words) + columns * sizeof(uint32_t);
    size_t unit = _Alignof(struct bulk_group);
    return (struct bulk_groups){ .columns = columns,
                                 .stride = (size + unit - 1) / unit * unit,
                                 .index = bulk_index_new(),
                                 .wide_index = bulk_index_new() };
}

void bulk_groups_free(struct bulk_groups *groups)
{
    bulk_index_free(&groups->index);
    bulk_index_free(&groups->wide_index);
    free(groups->bytes);
    free(groups->wides);
}

/* --- wide numbers -------------------------------------------------------- */

static struct bulk_wide *wide_of(struct bulk_groups *groups, uint32_t group,
                                 int32_t place)
{
    uint32_t hash = bulk_hash(group, (uint32_t)place), at;
    size_t slot = bulk_index_start(&groups->wide_index, hash);
    while ((at = bulk_index_next(&groups->wide_index, hash, &slot)) !=
           BULK_NONE)
        if (groups->wides[at].group == group &&
            groups->wides[at].place == place)
            return &groups->wides[at];
    grow(groups->wides, groups->wide_count, groups->wide_room);
    bulk_index_add(&groups->wide_index, hash, (uint32_t)groups->wide_count);
    struct bulk_wide *wide = &groups->wides[groups->wide_count++];
    *wide = (struct bulk_wide){ 0, group, place };
    return wide;
}

/* (3) */
static void add_wide(struct bulk_groups *groups, uint32_t group, double value)
{
    int exponent;
    double fraction = frexp(value, &exponent);
    int64_t mantissa = (int64_t)ldexp(fraction, MANTISSA_BITS);
    exponent -= MANTISSA_BITS;
    int place = (exponent - (exponent < 0 ? PLACE_BITS - 1 : 0)) / PLACE_BITS;
    bulk_sum shifted =
        (bulk_sum)mantissa * ((int64_t)1 << (exponent - place * PLACE_BITS));
    wide_of(groups, group, place)->sum += shifted;
}

double bulk_wide_value(const struct bulk_wide *first,
                       const struct bulk_wide *end)
{
    double value = 0;
    while (end > first) {
        end--;
        value += ldexp((double)end->sum, end->place * PLACE_BITS);
    }
    return value;
}

/* --- groups -------------------------------------------------------------- */

static inline bool same_words(const struct bulk_groups *groups,
                              const struct bulk_group *group,
                              const struct bulk_batch *batch, size_t row)
{
    for (size_t k = 0; k < groups->columns; k++)
        if (group->words[k] != batch->words[k][row])
            return false;
    return true;
}

static uint32_t find_or_add(struct bulk_groups *groups,
                            const struct bulk_batch *batch, size_t row,
                            uint32_t hash)
{
    uint32_t at;
    size_t slot = bulk_index_start(&groups->index, hash);
    while ((at = bulk_index_next(&groups->index, hash, &slot)) != BULK_NONE)
        if (same_words(groups, bulk_group_at(groups, at), batch, row))
            return at;
    at = (uint32_t)groups->count;
    groups->bytes = grow_to(groups->bytes, &groups->room,
                            (groups->count + 1) * groups->stride, 1);
    bulk_index_add(&groups->index, hash, at);
    struct bulk_group *group = bulk_group_at(groups, groups->count++);
    *group = (struct bulk_group){ .sum = 0 };
    for (size_t k = 0; k < groups->columns; k++)
        group->words[k] = batch->words[k][row];
    return at;
}

/* First walk: hashes, and their slots asked for. */
static void ask_for_slots(const struct bulk_groups *groups,
                          const struct bulk_batch *batch, uint32_t *hashes)
{
    uint64_t mixed[BULK_BATCH] = { 0 };
    for (size_t k = 0; k < groups->columns; k++)
        for (size_t row = 0; row < batch->count; row++)
            mixed[row] = (mixed[row] + batch->words[k][row]) *
                         UINT64_C(0x9E3779B97F4A7C15);
    for (size_t row = 0; row < batch->count; row++) {
        hashes[row] = bulk_hash(mixed[row] ^ mixed[row] >> 32, 0);
        bulk_index_fetch(&groups->index, hashes[row]);
    }
}

/* Second walk (2). */
static void ask_for_groups(const struct bulk_groups *groups,
                           const struct bulk_batch *batch,
                           const uint32_t *hashes, uint32_t *likely)
{
    for (size_t row = 0; row < batch->count; row++) {
        size_t slot = bulk_index_start(&groups->index, hashes[row]);
        likely[row] = bulk_index_next(&groups->index, hashes[row], &slot);
        if (likely[row] == BULK_NONE)
            continue;
        const struct bulk_group *group = bulk_group_at(groups, likely[row]);
        __builtin_prefetch(group, 1);
        __builtin_prefetch(group->words + groups->columns - 1, 1);
    }
}

void bulk_groups_add(struct bulk_groups *groups, struct bulk_batch *batch)
{
    uint32_t hashes[BULK_BATCH], likely[BULK_BATCH];
    ask_for_slots(groups, batch, hashes);
    ask_for_groups(groups, batch, hashes, likely);
    for (size_t row = 0; row < batch->count; row++) {
        uint32_t at = likely[row];
        if (at == BULK_NONE ||
            !same_words(groups, bulk_group_at(groups, at), batch, row))
            at = find_or_add(groups, batch, row, hashes[row]);
        struct bulk_group *group = bulk_group_at(groups, at);
        struct bulk_amount amount = batch->amounts[row];
        group->rows++;
        if (amount.scale == BULK_ABSENT)
            continue;
        group->numbered = 1;
        if (amount.scale == BULK_WIDE)
            add_wide(groups, at, bulk_amount_wide(amount));
        else
            group->sum += bulk_amount_billionths(amount);
    }
    batch->count = 0;
}
