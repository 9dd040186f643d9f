/*
 * places_number.h - cells of digits: codes that lost their zeros, and numbers
 * that are names. For places.c only, which puts the parts together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_PLACES_NUMBER_H
#define HOCTAP_IMPORTERS_PLACES_NUMBER_H

#include "importers/places.h"

/*
 * In the column's tier, then in those above it, the nearest first; in each tier
 * near (in the parent, or in the area reported on), then anywhere. True: one
 * area alone fits. False with candidates: several do; without: the cell is not
 * of digits, or nothing fits.
 */
bool place_by_number(const struct reading *reading,
                     const struct place_question *question,
                     struct place_answer *answer);

/* places.c: the answer is this area; it may be one of these. */
bool place_settle(struct place_answer *answer, uint32_t area, bool repaired);
void place_candidates(struct place_answer *answer, const uint32_t found[],
                      size_t count);

static inline bool place_is_above(const struct areas *areas, uint32_t area,
                                  enum tier tier)
{
    return tier != TIER_NONE && areas->items[area].tier < tier;
}

#endif
