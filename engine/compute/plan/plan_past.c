/*
 * plan_past.c - what an area has won in its comparable years.
 *
 *  (1) Gains are those of the numerator from one figure to the next, per year
 *      where a year is missing between them, towards the better side.
 *  (2) The pace is the mean yearly change of the value over the stretch.
 *  (3) From four years on there is a walk, and with it a forecast.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>

#include "engine/base/number.h"
#include "engine/compute/plan/plan_parts.h"

static int by_size(const void *left, const void *right)
{
    double l = *(const double *)left, r = *(const double *)right;

    return (l > r) - (l < r);
}

/* (1) */
static void gains_of(struct plan_past *past, const struct stretch *stretch,
                     const struct plan_work *work)
{
    size_t count = stretch->count - 1;
    double *gains = tables_room(work->tables, count);

    for (size_t i = 0; i < count; i++) {
        const struct trend_point *from = &stretch->points[i], *to = from + 1;
        gains[i] = work->way * (to->numerator - from->numerator) /
                   (trend_time(to) - trend_time(from));
        if (!has_value(gains[i]))
            return;
    }
    qsort(gains, count, sizeof *gains, by_size);
    past->best = gains[count - 1];
    past->median = count % 2 ? gains[count / 2]
                             : (gains[count / 2 - 1] + gains[count / 2]) / 2;
    past->known = count >= 2;
}

void plan_past(struct plan_past *past, const struct plan_series *series,
               const struct plan_work *work)
{
    const struct codebook *book = &work->ground->study->codebook;
    struct trend_rule rule = { work->indicator,
                               trend_is_stock(work->formula, book) };
    struct stretch stretch =
        stretch_of(series->items, series->count, work->points,
                   formula_restarts(work->formula, book), work->map);
    const struct trend_point *first = stretch.points;
    const struct trend_point *last = first + stretch.count - 1;

    *past = (struct plan_past){ .best = NO_VALUE,
                                .median = NO_VALUE,
                                .pace = NO_VALUE };
    if (stretch.count < 2)
        return;
    gains_of(past, &stretch, work);
    past->pace = (last->value - first->value) /
                 (trend_time(last) - trend_time(first)); /* (2) */
    past->walks = stretch.count >= TREND_LEAST;          /* (3) */
    if (past->walks)
        past->walk = trend_walk_of(stretch.points, stretch.count, &rule);
}
