/*
 * cube_sum.h - private to cube_*.c: the parts of a total, added up and set
 * against it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_CUBE_SUM_H
#define HOCTAP_COMPUTE_CUBE_SUM_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/area.h"
#include "engine/model/cube.h"
#include "engine/model/finding.h"

struct arena;
struct study;

struct parts {
    double sum, largest;
    size_t count, absent, reported; /* na is reported: it brings nothing */
    int exponent;        /* of the last place that all of them fill */
    struct fact **facts; /* the list of them, NULL for one absent; or none */
};

/* [room] for a list of the parts that will be added; may be NULL. */
struct parts parts_none(struct fact **room);
/* NULL is a part that is absent. */
void parts_add(struct parts *parts, struct fact *fact);
/* More than the rounding of printed figures explains. */
bool parts_differ(const struct parts *parts, double total);
/* The finding total_mismatch; [tier] is that of the parts. */
void parts_tell(const struct parts *parts, const struct fact *total,
                enum tier tier, const struct cube *cube,
                const struct study *study, struct findings *findings,
                struct arena *scratch);

#endif
