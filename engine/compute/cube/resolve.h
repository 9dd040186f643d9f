/*
 * resolve.h - private to the room: what areas say themselves about a term.
 *
 * A term asks for a quantity with certain codes; the facts of an area may hold
 * it as one number or as parts that make it up:
 *
 *  (1) A dimension that is not picked: the fact for all of it; else the sum of
 *      its codes. Of a closed dimension every code must be there. Of an open
 *      one every code that areas of the same tier report in that period, and
 *      at least two: a single part is no whole.
 *  (2) Picked codes: each must be there. All codes of a closed dimension are
 *      the whole of it.
 *  (3) Picked ages: the band itself; else bands that make it up without gap or
 *      overlap, as few as possible.
 *  (4) When several ways lead to a number, one with complete parts goes before
 *      one over an open dimension, and of two such the larger.
 *
 *  (5) Codes that lie in codes of another dimension (resolve_nest.h): grade 1
 * of the primary level is grade 1, grades 1 to 5 are the primary level.
 *
 * A part that makes no sense for the area (na) is left out of a sum.
 *
 * resolve.c reads single cells and opens these doors, resolve_parts.c puts
 * parts together, resolve_nest.c knows which codes go together, resolve_way.c
 * finds the bands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_RESOLVE_H
#define HOCTAP_COMPUTE_RESOLVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/period.h"
#include "engine/compute/expr/expr.h"
#include "engine/model/cube.h"
#include "engine/model/study.h"

struct arena;

struct own {
    double value;   /* NO_VALUE when the area does not say */
    uint8_t status; /* enum status; with no value: why */
    uint32_t row;   /* the first observation behind it; NO_ROW without */
};

/* The facts behind a number. */
struct recorder {
    const struct fact **facts;
    size_t count, room;
    struct arena *arena;
};

/* Fills own[area] for every area of the register, at the period as it is. */
void resolve_term(struct own own[], const struct term *term, period p,
                  const struct cube *cube, const struct study *study,
                  struct arena *scratch);

/* The facts from which resolve_term took the area's number. */
void resolve_record(struct recorder *recorder, uint32_t area,
                    const struct term *term, period p, const struct cube *cube,
                    const struct study *study, struct arena *scratch);

/* The more doubtful of two statuses of numbers. */
uint8_t resolve_doubt(uint8_t left, uint8_t right);

#endif
