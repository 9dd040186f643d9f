/*
 * hide_plane.h - private to hide*.c: the figures of a quantity in a period, by
 * form and area; which are sensitive, within which domain each moves, and how
 * far it may be moved; contract (2) and (3) of hide.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_HIDE_PLANE_H
#define HOCTAP_COMPUTE_HIDE_PLANE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/date.h"
#include "engine/base/period.h"
#include "engine/compute/hide/hide_forms.h"
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

/* Of what is sensitive the parts of its domain are hidden. */
struct hide_plane hide_plane_of(const struct hide_quantity *quantity, period p,
                                const struct cube *cube,
                                const struct study *study, struct arena *arena);
/* The same of what a running total added since an earlier cut-off. */
struct hide_plane hide_plane_grown(const struct hide_plane *from,
                                   const struct hide_plane *to,
                                   struct arena *arena);
/* One more that is sensitive, or another reason for it. */
void hide_plane_mark(struct hide_plane *plane, size_t form, uint32_t a,
                     size_t domain);
bool hide_plane_small(const struct hide_plane *plane, double value);

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

#endif
