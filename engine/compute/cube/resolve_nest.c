/*
 * resolve_nest.c - codes that lie in codes of another dimension; the numbers
 * are those of the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/resolve_nest.h"

#include <string.h>

static const struct dimension *dimension_at(const struct resolver *r,
                                            size_t slot)
{
    return &r->book->dimensions[r->quantity->dimensions[slot]];
}

/* Where a code lies in the other dimension; NULL when it does not say. */
static const char *home_of(const struct dimension *d, uint16_t code,
                           const struct dimension *other)
{
    return code_attribute_find(&d->codes[code], other->id);
}

/* (1) */
static bool fit(const struct dimension *d, uint16_t code,
                const struct dimension *other, uint16_t its)
{
    const char *home = home_of(d, code, other);
    const char *back = home_of(other, its, d);

    return (!home || strcmp(home, other->codes[its].id) == 0) &&
           (!back || strcmp(back, d->codes[code].id) == 0);
}

/* Is the other slot settled on a code, or picked and still to come? */
static bool has_say(const struct resolver *r, size_t slot, size_t other)
{
    bool settled = other < slot && r->path[other] > 0;
    bool picked = !resolve_whole(r, other);

    if (other == slot || dimension_at(r, other)->ages)
        return false;
    if (!resolve_whole(r, slot)) /* (3) */
        return settled && !picked;
    return settled || (other > slot && picked);
}

static bool fits_slot(const struct resolver *r, size_t slot, uint16_t code,
                      size_t other)
{
    const struct dimension *d = dimension_at(r, slot);
    const struct dimension *e = dimension_at(r, other);
    const struct pick *pick = &r->term->picks[other];

    if (other < slot)
        return fit(d, code, e, (uint16_t)(r->path[other] - 1));
    for (size_t i = 0; i < pick->count; i++)
        if (fit(d, code, e, pick->codes[i]))
            return true;
    return false;
}

bool resolve_nest_fits(const struct resolver *r, size_t slot, uint16_t code)
{
    for (size_t other = 0; other < r->quantity->dimension_count; other++)
        if (has_say(r, slot, other) && !fits_slot(r, slot, code, other))
            return false;
    return true;
}

/* (2) Some codes fit and some do not. */
bool resolve_nest_binds(const struct resolver *r, size_t slot)
{
    size_t fitting = 0, count = dimension_at(r, slot)->count;

    for (size_t code = 0; code < count; code++)
        fitting += resolve_nest_fits(r, slot, (uint16_t)code);
    return fitting > 0 && fitting < count;
}
