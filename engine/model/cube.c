/*
 * cube.c - looking facts up.
 *
 * Facts are sorted by quantity, period, cell, area; every look-up is a binary
 * search for the first fact that is not before the one wanted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/cube.h"

/* Is the fact before quantity [q], period [p]? */
static bool before_run(const struct fact *fact, uint16_t q, period p)
{
    if (fact->quantity != q)
        return fact->quantity < q;
    return fact->period < p;
}

static size_t first_of_run(const struct cube *cube, uint16_t q, period p)
{
    size_t low = 0, high = cube->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (before_run(&cube->facts[middle], q, p))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct fact *cube_run(const struct cube *cube, uint16_t quantity,
                            period p, size_t *count)
{
    size_t from = first_of_run(cube, quantity, p);
    size_t to =
        p == UINT32_MAX ? cube->count : first_of_run(cube, quantity, p + 1);
    *count = to - from;
    return *count == 0 ? NULL : &cube->facts[from];
}

const struct fact *cube_find(const struct cube *cube, uint16_t quantity,
                             period p, uint32_t area, uint64_t cell)
{
    size_t count;
    const struct fact *run = cube_run(cube, quantity, p, &count);
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct fact *fact = &run[middle];
        if (fact->cell < cell || (fact->cell == cell && fact->area < area))
            low = middle + 1;
        else
            high = middle;
    }
    if (low < count && run[low].cell == cell && run[low].area == area)
        return &run[low];
    return NULL;
}

bool cube_has(const struct cube *cube, uint16_t quantity)
{
    size_t at = first_of_run(cube, quantity, NO_PERIOD);
    return at < cube->count && cube->facts[at].quantity == quantity;
}

uint32_t fact_part_count(const struct fact *fact)
{
    return fact->part_count > 0 ? fact->part_count : 1;
}

void fact_part_put(struct fact_part out[], const struct fact *fact,
                   double share, double value)
{
    if (fact->part_count == 0)
        out[0] = (struct fact_part){ fact->row, fact->area, share, value };
    for (uint32_t i = 0; i < fact->part_count; i++) {
        const struct fact_part *part = &fact->parts[i];
        out[i] = (struct fact_part){ part->row, part->area, share * part->share,
                                     share * part->value };
    }
}
