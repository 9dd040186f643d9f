/*
 * plan_series.c - the yearly figures of every area, of one indicator.
 *
 *  (1) Whole years only, up to the start, without breakdowns: a quarter beside
 *      a year is no past.
 *  (2) Results are sorted by indicator, area and period, so that a series is a
 *      run of neighbours; of several results for one year the last one counts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/compute/plan/plan_parts.h"

static bool is_yearly(const struct result *r, int last)
{
    enum period_kind kind = period_kind(r->period);

    return r->breakdown.dimension == NO_INDEX &&
           (kind == PERIOD_YEAR || kind == PERIOD_SCHOOL_START ||
            kind == PERIOD_SCHOOL_END) &&
           period_year(r->period) <= last;
}

static void add_row(struct plan_series *series, const struct result *r)
{
    size_t n = series->count;

    if (n > 0 &&
        period_year(series->items[n - 1]->period) == period_year(r->period))
        series->items[n - 1] = r; /* (2) */
    else
        series->items[series->count++] = r;
}

void plan_series_all(struct plan_series out[], size_t areas,
                     struct plan_rows rows, int last, struct arena *arena)
{
    const struct result **room =
        arena_array(arena, rows.count + 1, const struct result *);

    for (size_t a = 0; a < areas; a++)
        out[a] = (struct plan_series){ NULL, 0 };
    for (size_t i = 0; i < rows.count; i++) {
        const struct result *r = &rows.items[i];
        if (!is_yearly(r, last))
            continue;
        struct plan_series *series = &out[r->area];
        if (!series->items)
            series->items = room + i;
        add_row(series, r);
    }
}
