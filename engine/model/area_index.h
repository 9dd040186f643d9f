/*
 * area_index.h - inside of the area register: names ready to be compared.
 *
 * Every name, English name and alias of every area is an entry. Entries are
 * chained in two hash tables: by key, and by key without the letter ư. Within a
 * chain areas stand in the register's order.
 *
 * Only area*.c use this.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_AREA_INDEX_H
#define HOCTAP_MODEL_AREA_INDEX_H

#include "engine/model/area.h"

enum { NO_ENTRY = -1 };

struct area_entry {
    const char *key, *bare; /* bare: the key without marks */
    uint32_t area;
    uint32_t length;  /* of bare, in code points */
    uint32_t letters; /* bit set of its letters */
    int32_t next, next_repaired;
};

struct area_index {
    struct area_entry *entries;
    size_t count;
    size_t mask;       /* the tables' size less one: a power of two */
    int32_t *by_key;   /* first entry of each chain, or NO_ENTRY */
    int32_t *repaired; /* the same by the key without ư */
    int32_t *by_code;  /* first area of each chain, or NO_ENTRY */
    int32_t *next_code;
};

/* A name read: its key and the tiers (bit 1 << tier) it may be of, 0 = any. */
struct area_reading {
    char *key;
    unsigned tiers;
};
struct area_reading area_read_name(struct arena *arena, const char *written);

/* A key without marks and without an unmarked type word, for suggestions. */
char *area_bare_key(struct arena *arena, const char *key);

/* Which of a to z a bare key holds, a bit each; one bit for all digits. */
uint32_t area_letters(const char *bare);

const struct area_index *area_index_build(const struct areas *areas,
                                          struct arena *arena);
/* Hash of a text; [skip] leaves the letter ư out. */
size_t area_hash(const char *text, bool skip);
/* Are the two the same, with every ư left out of both? */
bool area_same_repaired(const char *left, const char *right);

#endif
