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
    unsigned types;   /* of the name, else of the area's type; 0 = unknown */
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

/* What a type word says, a bit each: the kinds of areas there are. */
enum area_type {
    TYPE_PROVINCE = 1,  /* tỉnh */
    TYPE_CITY = 2,      /* thành phố: of a province's or a district's rank */
    TYPE_URBAN = 4,     /* quận */
    TYPE_RURAL = 8,     /* huyện */
    TYPE_TOWN = 16,     /* thị xã */
    TYPE_WARD = 32,     /* phường */
    TYPE_TOWNSHIP = 64, /* thị trấn */
    TYPE_COMMUNE = 128  /* xã */
};

/* A name read: its key and the types that its type word may mean, 0 = none. */
struct area_reading {
    char *key;
    unsigned types;
};
struct area_reading area_read_name(struct arena *arena, const char *written);
/* The types that a type column's text means: "Huyện", "Thành phố thuộc …". */
unsigned area_read_type(struct arena *arena, const char *written);
/* The tiers (bit 1 << tier) that areas of these types may have. */
unsigned area_tiers_of(unsigned types);

/* A key without marks and without an unmarked type word, for suggestions. */
char *area_bare_key(struct arena *arena, const char *key);

/* Which of a to z a bare key holds, a bit each; one bit for all digits. */
uint32_t area_letters(const char *bare);

const struct area_index *area_index_build(const struct areas *areas,
                                          struct arena *arena);
/* Fills label and label_en; needs the index and the parents. */
void area_labels_build(struct areas *areas, struct arena *arena);

/* Hash of a text; [skip] leaves the letter ư out. */
size_t area_hash(const char *text, bool skip);
/* Are the two the same, with every ư left out of both? */
bool area_same_repaired(const char *left, const char *right);

#endif
