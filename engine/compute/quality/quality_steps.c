/*
 * quality_steps.c - the figures of a series, two and two.
 *
 * A series is one quantity, part of the year, cell and area. A step leads from
 * one figure to the next that is there, and none leads over a reform or a
 * break. Both ends are above 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/compute/quality/quality_rules.h"

/* A fact with what it is sorted by. */
struct point {
    const struct fact *fact;
    unsigned part;
    enum tier tier;
};

static int by_series(const void *left, const void *right)
{
    const struct point *l = left, *r = right;

    if (l->fact->quantity != r->fact->quantity)
        return l->fact->quantity < r->fact->quantity ? -1 : 1;
    if (l->part != r->part)
        return l->part < r->part ? -1 : 1;
    if (l->fact->cell != r->fact->cell)
        return l->fact->cell < r->fact->cell ? -1 : 1;
    if (l->tier != r->tier)
        return l->tier < r->tier ? -1 : 1;
    if (l->fact->area != r->fact->area)
        return l->fact->area < r->fact->area ? -1 : 1;
    return (l->fact->period > r->fact->period) -
           (l->fact->period < r->fact->period);
}

static struct point *gather(const struct quality *q, size_t *count)
{
    struct point *points =
        arena_array(q->scratch, q->cube->count + 1, struct point);
    size_t n = 0;

    for (size_t i = 0; i < q->cube->count; i++) {
        const struct fact *fact = &q->cube->facts[i];
        if (quality_sound(fact) && fact->value > 0 && !fact->accepted)
            points[n++] =
                (struct point){ fact, fact->period & 0xffff,
                                q->study->areas.items[fact->area].tier };
    }
    if (n > 1)
        qsort(points, n, sizeof *points, by_series);
    *count = n;
    return points;
}

static bool follow(const struct point *a, const struct point *b)
{
    return a->fact->quantity == b->fact->quantity && a->part == b->part &&
           a->fact->cell == b->fact->cell && a->fact->area == b->fact->area;
}

/* Does the indicator of the break count the quantity? */
static bool concerns(const struct quality *q, const struct series_break *b,
                     uint16_t quantity)
{
    return b->indicator == NO_INDEX ||
           quality_uses(&q->formulas->items[b->indicator], false, quantity);
}

static bool is_broken(const struct quality *q, const struct fact *before,
                      const struct fact *after)
{
    const struct breaks *breaks = &q->study->breaks;

    for (size_t i = 0; i < breaks->count; i++) {
        const struct breaks one = { &breaks->items[i], 1 };
        uint32_t area = breaks->items[i].area;
        if (concerns(q, &breaks->items[i], after->quantity) &&
            (area == NO_AREA ||
             area_is_in(&q->study->areas, after->area, area)) &&
            breaks_between(&one, breaks->items[i].indicator, area,
                           before->period, after->period))
            return true;
    }
    return false;
}

struct quality_step *quality_steps(const struct quality *q, size_t *count)
{
    size_t points_count, n = 0;
    struct quality_step *steps =
        arena_array(q->scratch, q->cube->count + 1, struct quality_step);
    struct arena_mark mark = arena_mark(q->scratch);
    struct point *points = gather(q, &points_count);

    for (size_t i = 1; i < points_count; i++) {
        const struct fact *before = points[i - 1].fact;
        const struct fact *after = points[i].fact;
        if (!follow(&points[i - 1], &points[i]) ||
            unit_map_cuts(&q->map, before, after) ||
            is_broken(q, before, after))
            continue;
        steps[n++] = (struct quality_step){
            .before = before,
            .after = after,
            .years = period_year(after->period) - period_year(before->period),
            .change = log(after->value / before->value),
        };
    }
    arena_rewind(q->scratch, mark);
    *count = n;
    return steps;
}
