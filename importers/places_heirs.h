/*
 * places_heirs.h - what became of an area that is no more, and what one was
 * that is not yet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_PLACES_HEIRS_H
#define HOCTAP_IMPORTERS_PLACES_HEIRS_H

#include <stddef.h>
#include <stdint.h>

#include "engine/model/study.h"

/*
 * The areas living on [day] that the crosswalk leads to from [area], forwards
 * when its life is over by then and backwards when it has not begun. What the
 * crosswalk does not name goes the way of its parts: a district is followed by
 * what its communes became, or by the areas of its own tier when these stand
 * above all of them. Returns how many there are, in the register's order; at
 * most [room] are put into [found].
 */
size_t place_heirs(const struct study *study, uint32_t area, date day,
                   uint32_t found[], size_t room);

/* The day on which the last area of that tier ended, when none lives on [day];
 * else DATE_OPEN. */
date place_tier_end(const struct areas *areas, enum tier tier, date day);

#endif
