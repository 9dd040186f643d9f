/*
 * draft_family.h - heads with a year in them, taken apart. For draft_family.c,
 * which makes families of them, and draft_match.c, which writes their patterns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_DRAFT_FAMILY_H
#define HOCTAP_IMPORTERS_DRAFT_FAMILY_H

#include "importers/draft_state.h"

enum { SLOTS = 8, LITERAL = NO_INDEX };

/* A head taken apart. A slot holds words; its glue stands between it and the
 * period, or the slot nearer to that. */
struct member {
    size_t column;
    const char *words[SLOTS], *glue[SLOTS];
    size_t before, count; /* slots before the period, slots in all */
    const char *period;   /* with the words that belong to it */
    /* What the words are by themselves, and what the family makes of them:
     * LITERAL, or a code of a dimension. */
    uint16_t code[SLOTS], dimension[SLOTS];
    bool all[SLOTS];
    size_t family;
};

struct draft_families {
    struct member *members;
    size_t count;    /* of members */
    size_t families; /* of patterns */
};

#endif
