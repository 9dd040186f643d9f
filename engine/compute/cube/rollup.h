/*
 * rollup.h - private to the room: terms added up from the areas below.
 *
 *  (1) A column holds one term for every area: its own number, else the sum of
 *      the areas below that lived on the day. Completeness is 1 for an own
 *      number and else `reported` over `expected`: the lowest areas with a
 *      number over those and the ones without any. What makes no sense for an
 *      area (na) is not expected of it, and leaves a gap.
 *  (2) A joint column holds all terms of a formula over the same areas: where
 *      each is complete without gaps, as it stands; else the sum over those
 *      areas below for which all could be had.
 *
 * Areas are numbered parents first, so both are one loop from the last area to
 * the first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_ROLLUP_H
#define HOCTAP_COMPUTE_ROLLUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/date.h"
#include "engine/compute/cube/resolve.h"
#include "engine/model/area.h"

struct arena;

struct column {
    double *value;    /* NO_VALUE where nothing is known */
    double *complete; /* 0 to 1 */
    uint8_t *status;
    uint32_t *reported, *expected; /* areas; 1 of 1 for an own number */
    bool *own;                     /* it is the area's own number */
    bool *gaps;    /* an area below was left out: it makes no sense there */
    uint32_t *row; /* of an own number; NO_ROW for a sum */
};

/* [own] is read only. Unless [addable] nothing is summed. */
void rollup_term(struct column *out, const struct own own[], bool addable,
                 date day, const struct areas *areas, struct arena *arena);

struct joint {
    size_t count;   /* terms */
    double *values; /* values[area * count + term] */
    double *complete;
    uint8_t *status;
    uint32_t *reported, *expected; /* 0 of 0 when every term is its own */
    bool *direct; /* every term is complete for the area as it stands */
};

void rollup_joint(struct joint *out, const struct column *const columns[],
                  size_t count, bool addable, date day,
                  const struct areas *areas, struct arena *arena);

#endif
