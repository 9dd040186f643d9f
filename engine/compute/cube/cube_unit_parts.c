/*
 * cube_unit_parts.c - a total and parts that differ by a unit: (7) of
 * cube_unit.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/cube/cube_unit.h"
#include "engine/compute/cube/cube_unit_past.h"
#include "engine/compute/cube/unit_power.h"
#include "engine/compute/indicator/naming.h"
#include "engine/model/study.h"

/* How near a figure must come to what it should be: printed figures are
 * rounded. */
static const double SLACK = 0.005;

/* The power of ten that makes [value] of [wanted]; 0 when none does. */
static int power_between(const struct quantity *q, double value, double wanted)
{
    int power;

    if (!(value > 0 && wanted > 0))
        return 0;
    power = unit_power(log10(value / wanted));
    if (power == 0 || fabs(value / wanted / pow(10, power) - 1) > SLACK ||
        !unit_large_enough(q, value, wanted, power))
        return 0;
    return power;
}

static bool mostly_doubted(const struct parts *parts)
{
    size_t count = 0;

    for (size_t i = 0; i < parts->count; i++)
        count += parts->facts[i] && cube_unit_doubted(parts->facts[i]);
    return 2 * count > parts->count;
}

/* The one part that would make the sum right if it were off by a power. */
static struct fact *odd_part(const struct parts *parts, double total,
                             const struct cube *cube, const struct quantity *q,
                             double *wanted)
{
    struct fact *odd = NULL;
    double nearest = HUGE_VAL;

    for (size_t i = 0; i < parts->count; i++) {
        struct fact *part = parts->facts[i];
        double should, off;
        if (!part || !has_value(part->value))
            continue;
        should = total - (parts->sum - part->value);
        if (power_between(q, part->value, should) == 0 ||
            cube_unit_above_whole(part, should, cube, NULL, q))
            continue;
        off = fabs(log10(part->value / should) -
                   power_between(q, part->value, should));
        if (off < nearest) {
            nearest = off;
            odd = part;
            *wanted = should;
        }
    }
    return odd;
}

static const struct finding *tell(const struct fact *fact, double wanted,
                                  int power, const struct cube *cube,
                                  const struct study *study,
                                  struct findings *findings)
{
    struct arena *arena = findings->arena;
    struct finding_place place = table_place(cube->table, fact->row);

    place.value = naming_exact(fact->value, arena);
    place.suggestion =
        naming_number(study, fact->value / pow(10, power), arena);
    return finding_add(findings, FINDING_unit_parts, place, "area",
                       naming_area(study, fact->area), "quantity",
                       naming_quantity(study, &cube->table->bands,
                                       fact->quantity, fact->cell, arena),
                       "period", naming_period(fact->period, arena), "reported",
                       naming_number(study, fact->value, arena), "factor",
                       unit_factor(study, power, arena), "other",
                       naming_number(study, wanted, arena), NULL);
}

bool cube_unit_explains(const struct parts *parts, struct fact *total,
                        unsigned char told[], const struct cube *cube,
                        const struct study *study, struct findings *findings)
{
    const struct quantity *q = &study->codebook.quantities[total->quantity];
    struct fact *odd = total;
    double wanted = parts->sum;

    if (parts->count < 2 || parts->absent > 0)
        return false;
    if (power_between(q, total->value, parts->sum) == 0 ||
        cube_unit_above_whole(total, parts->sum, cube, NULL, q))
        odd = odd_part(parts, total->value, cube, q, &wanted);
    else if (mostly_doubted(parts))
        return true;
    if (!odd)
        return false;
    if (!cube_unit_doubted(odd)) {
        cube_unit_doubt(odd,
                        tell(odd, wanted, power_between(q, odd->value, wanted),
                             cube, study, findings),
                        study, findings->arena);
        told[odd - cube->facts] = 1;
    }
    return true;
}
