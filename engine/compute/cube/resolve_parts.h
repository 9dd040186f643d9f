/*
 * resolve_parts.h - private to resolve*.c: an area's facts put together, slot
 * after slot.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_RESOLVE_PARTS_H
#define HOCTAP_COMPUTE_RESOLVE_PARTS_H

#include "engine/compute/cube/resolve.h"

enum { BYTES = 256 };

/* How good a way to a number is. */
enum grade { GRADE_EXACT, GRADE_COMPLETE, GRADE_OPEN };

struct found {
    struct own own;
    enum grade grade;
};

struct resolver {
    const struct term *term;
    const struct quantity *quantity;
    const struct codebook *book;
    const struct bands *bands;
    const struct areas *areas;
    struct arena *scratch;
    const struct fact *run;
    size_t count;
    /* Codes that areas of a tier report: [tier][slot][byte]. */
    bool (*heard)[CELL_DIMENSIONS][BYTES];
    enum tier tier;                /* of the area in hand */
    uint8_t path[CELL_DIMENSIONS]; /* the byte each settled slot stands on */
    struct recorder *recorder;
};

/* Facts of one area. */
struct some {
    const struct fact **facts;
    size_t count;
};

/* A fact as an area's own number, or why it is none. */
struct own resolve_fact(const struct fact *fact);
/* Does the pick of a slot ask for all of its dimension? */
bool resolve_whole(const struct resolver *r, size_t slot);
/* What the facts say about the term from this slot on. */
struct found resolve_slots(struct resolver *r, struct some some, size_t slot);

#endif
