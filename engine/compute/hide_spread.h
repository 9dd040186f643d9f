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
#include "engine/compute/hide_forms.h"
#include "engine/model/area.h"

struct arena;

/* A figure that is not sensitive moves in no domain. */
enum { HIDE_NOWHERE = UINT16_MAX };

/* A quantity in a period: forms by areas; form 0 is the total. */
struct hide_plane {
    const struct areas *areas;
    const struct hide_quantity *quantity;
    date day;       /* children are the areas below that live then */
    double *value;  /* [form * areas + area]; 0 where nothing is known */
    double *less;   /* by how much it could be less, for all that shows */
    double *more;   /* and more */
    double **rests; /* by form, for each of its pairs: what the base has beside
                       what is counted of it, by area */
    uint16_t *domain; /* of the sensitive ones, else HIDE_NOWHERE */
    uint8_t *hidden;  /* [domain * areas + area]: are its parts hidden? */
};

struct hide_plane hide_plane_new(const struct areas *areas,
                                 const struct hide_quantity *quantity,
                                 struct arena *arena);
/* Values in all, of forms and areas. */
static inline size_t hide_plane_cells(const struct hide_plane *p)
{
    return p->quantity->count * p->areas->count;
}
/* Of a form, or of a domain. */
static inline size_t hide_at(const struct hide_plane *p, size_t form,
                             uint32_t area)
{
    return form * p->areas->count + area;
}

void hide_spread(struct hide_plane *plane, struct arena *scratch);

#endif
