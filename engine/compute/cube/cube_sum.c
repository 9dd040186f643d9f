/*
 * cube_sum.c - the parts of a total.
 *
 * Rounding: the last printed place is not kept with a number, so it is read off
 * the numbers compared: their decimals; or, when all of them end in zeros and
 * the total still has four figures before these, the zeros (a table in
 * thousands). Each part may then be off by half of that place. Whole counts
 * with nothing to suggest rounding must agree exactly.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/cube_sum.h"

#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/indicator/naming.h"
#include "engine/model/study.h"

enum { DECIMALS = 6, ZEROS = 9, FIGURES = 1000 };

/* The largest power of ten of which the value is a multiple. */
static int last_place(double value)
{
    double size = fabs(value);
    int exponent = 0;

    if (size < 1e-9)
        return ZEROS;
    while (exponent > -DECIMALS &&
           fabs(size - round(size)) > 1e-7 * fmax(1, size)) {
        size *= 10;
        exponent--;
    }
    while (exponent >= 0 && exponent < ZEROS &&
           fabs(fmod(round(size), 10)) < 0.5) {
        size /= 10;
        exponent++;
    }
    return exponent;
}

struct parts parts_none(struct fact **room)
{
    return (
        struct parts){ .largest = -HUGE_VAL, .exponent = ZEROS, .facts = room };
}

void parts_add(struct parts *parts, struct fact *fact)
{
    int place;

    if (parts->facts)
        parts->facts[parts->count] = fact;
    parts->count++;
    if (fact && fact->status == STATUS_NA) {
        parts->reported++;
        return;
    }
    if (!fact || !has_value(fact->value)) {
        parts->absent++;
        return;
    }
    parts->reported++;
    parts->sum += fact->value;
    parts->largest = fmax(parts->largest, fact->value);
    place = last_place(fact->value);
    if (place < parts->exponent)
        parts->exponent = place;
}

static double rounding_of(const struct parts *parts, double total)
{
    int place = last_place(total), exponent = parts->exponent;
    double unit;

    if (place < exponent)
        exponent = place;
    unit = pow(10, exponent);
    if (exponent == 0 || (exponent > 0 && fabs(total) < FIGURES * unit))
        unit = 0;
    return fmax(0.5 * (double)parts->count * unit,
                1e-9 * fmax(fabs(total), fabs(parts->sum))) *
           (1 + 1e-9);
}

bool parts_differ(const struct parts *parts, double total)
{
    return fabs(total - parts->sum) > rounding_of(parts, total);
}

void parts_tell(const struct parts *parts, const struct fact *total,
                enum tier tier, const struct cube *cube,
                const struct study *study, struct findings *findings,
                struct arena *scratch)
{
    struct finding_place place = table_place(cube->table, total->row);

    place.value = naming_exact(total->value, scratch);
    finding_add(findings, FINDING_total_mismatch, place, "area",
                naming_area(study, total->area), "quantity",
                naming_quantity(study, &cube->table->bands, total->quantity,
                                total->cell, scratch),
                "period", naming_period(total->period, scratch), "total",
                naming_number(study, total->value, scratch), "parts",
                naming_number(study, parts->sum, scratch), "tier",
                tier_names[tier], NULL);
}
