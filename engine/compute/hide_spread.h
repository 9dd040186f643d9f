/*
 * hide_spread.h - private to hide*.c: what else must be hidden so that nothing
 * follows from the areas above and beside; contract (4) of hide.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_HIDE_SPREAD_H
#define HOCTAP_COMPUTE_HIDE_SPREAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/date.h"
#include "engine/model/area.h"

struct arena;

/* Of a quantity, a period and an area. */
enum hide_state { HIDE_NOTHING, HIDE_PARTS, HIDE_ALL };

/* A quantity in a period: forms by areas; form 0 is the total. */
struct hide_plane {
    const struct areas *areas;
    date day; /* children are the areas below that live then */
    size_t forms;
    double below;
    double *value; /* [form * areas + area]; 0 where nothing is known */
    double *less;  /* by how much it could be less, for all that shows */
    double *more;  /* and more: no more than the part it is not */
    uint8_t *sensitive;
    uint8_t *state; /* enum hide_state, by area */
};

struct hide_plane hide_plane_new(const struct areas *areas, size_t forms,
                                 struct arena *arena);
static inline size_t hide_at(const struct hide_plane *p, size_t form,
                             uint32_t area)
{
    return form * p->areas->count + area;
}

void hide_spread(struct hide_plane *plane, struct arena *scratch);

#endif
