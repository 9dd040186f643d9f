/*
 * unit_power.c - powers of ten between two figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/unit_power.h"

#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/compute/indicator/naming.h"

int unit_power(double log10)
{
    static const int powers[] = { 0, 1, 2, 3, 6 };
    int nearest = 0;

    for (size_t i = 1; i < sizeof powers / sizeof *powers; i++)
        if (fabs(fabs(log10) - powers[i]) < fabs(fabs(log10) - nearest))
            nearest = powers[i];
    return log10 < 0 ? -nearest : nearest;
}

bool unit_large_enough(const struct quantity *quantity, double one,
                       double other, int power)
{
    double larger = fmax(one, other);

    power = abs(power);
    if (quantity->over_areas == OVER_AREAS_NONE)
        return power >= 2 && larger >= 10;
    return larger >= (power == 1 ? 300 : power == 2 ? 1000 : 2000);
}

const char *unit_factor(const struct study *study, int power,
                        struct arena *arena)
{
    const char *size = naming_number(study, pow(10, abs(power)), arena);

    return power < 0 ? arena_format(arena, "1/%s", size) : size;
}
