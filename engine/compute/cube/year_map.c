/*
 * year_map.c - the parts of a year on one map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/year_map.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/compute/cube/year_way.h"
#include "engine/compute/restate/restate.h"

static date year_end(period p)
{
    return period_end(period_of_year(period_year(p)));
}

/* Does the map change after the period, but in its year? */
static bool map_changes(period p, const struct crosswalk *crosswalk)
{
    date from = period_end(p), to = year_end(p);

    for (size_t i = 0; from < to && i < crosswalk->count; i++)
        if (crosswalk->items[i].day > from && crosswalk->items[i].day <= to)
            return true;
    return false;
}

bool year_map_moves(const struct fact *fact, const struct study *study)
{
    return !year_goes_on(&study->codebook.quantities[fact->quantity]) &&
           map_changes(fact->period, &study->crosswalk);
}

/* The facts of the period that move, in the order of the cube. */
static size_t moving(struct fact out[], period p, const struct cube *cube,
                     const struct study *study)
{
    size_t count = 0;

    for (size_t i = 0; i < cube->count; i++)
        if (cube->facts[i].period == p &&
            year_map_moves(&cube->facts[i], study))
            out[count++] = cube->facts[i];
    return count;
}

size_t year_map_carry(struct fact **out, const struct cube *cube,
                      const struct study *study, struct arena *arena,
                      struct findings *findings)
{
    struct restating *restating = NULL;
    struct fact *here = NULL, *carried, *all;
    size_t count = 0;

    *out = NULL;
    for (size_t p = 0; p < cube->period_count; p++) {
        period part = cube->periods[p];
        size_t some;
        if (!map_changes(part, &study->crosswalk))
            continue;
        if (restating == NULL) {
            restating = restating_new(study, cube, arena, findings);
            here = arena_array(arena, cube->count, struct fact);
        }
        some = moving(here, part, cube, study);
        some = restate_facts(&carried, restating, here, some, period_end(part),
                             year_end(part));
        all = arena_array(arena, count + some, struct fact);
        if (count > 0)
            memcpy(all, *out, count * sizeof *all);
        if (some > 0)
            memcpy(all + count, carried, some * sizeof *all);
        *out = all;
        count += some;
    }
    return count;
}
