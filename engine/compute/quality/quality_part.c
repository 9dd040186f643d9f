/*
 * quality_part.c - a printed rate of a part against that of the whole.
 *
 *  (1) A rate of girls may exceed that of all pupils, so a part above its whole
 *      is no error as it is with counts. But the whole lies between its parts,
 *      and each part weighs something: a rate of one of n parts that is more
 *      than n + 1 times that of the whole would leave the part less than its
 *      fair share by far. Both rates are in points of a hundred, and the whole
 *      is taken with half of its last place on top.
 *  (2) Only dimensions whose codes together are the whole are looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/compute/indicator/naming.h"
#include "engine/compute/quality/quality_rules.h"

static void tell(const struct quality *q, const struct fact *part,
                 const struct fact *whole)
{
    const struct bands *bands = &q->cube->table->bands;

    finding_add(
        q->findings, FINDING_rate_of_part, quality_place(q, part), "area",
        quality_area(q, part), "quantity", quality_quantity(q, whole), "period",
        naming_period(part->period, q->scratch), "breakdown",
        naming_cell(q->study, bands, part->quantity, part->cell, q->scratch),
        "part", naming_number(q->study, part->value, q->scratch), "whole",
        naming_number(q->study, whole->value, q->scratch), NULL);
}

/* (1) */
static bool is_too_high(const struct fact *part, const struct fact *whole,
                        size_t codes)
{
    double place = quality_last_place(whole->value, 1);

    return part->value > (double)(codes + 1) * (whole->value + place / 2);
}

static void check(const struct quality *q, const struct fact *part)
{
    const struct codebook *book = &q->study->codebook;
    const struct quantity *quantity = &book->quantities[part->quantity];

    for (size_t slot = 0; slot < quantity->dimension_count; slot++) {
        const struct dimension *d =
            &book->dimensions[quantity->dimensions[slot]];
        const struct fact *whole;
        if (!d->closed || cell_get(part->cell, slot) == 0) /* (2) */
            continue;
        whole = cube_find(q->cube, part->quantity, part->period, part->area,
                          cell_set(part->cell, slot, 0));
        if (whole && quality_sound(whole) &&
            is_too_high(part, whole, d->count)) {
            tell(q, part, whole);
            return;
        }
    }
}

void quality_parts(const struct quality *q)
{
    for (size_t i = 0; i < q->cube->count; i++) {
        const struct fact *fact = &q->cube->facts[i];
        const struct quantity *quantity =
            &q->study->codebook.quantities[fact->quantity];
        if (quantity->over_areas == OVER_AREAS_NONE && quantity->unit &&
            strcmp(quantity->unit, "%") == 0 && fact->cell != 0 &&
            quality_sound(fact))
            check(q, fact);
    }
}
