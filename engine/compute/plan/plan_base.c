/*
 * plan_base.c - of how many a share will be: population, households, clans in
 * the years to come.
 *
 *  (1) A base that is given for the year holds.
 *  (2) Else the last known one grows by the median of the yearly changes (as
 *      ratios) of at most five years on one map. The median, for a base that
 *      was once counted otherwise jumps once, and one jump must not be carried
 *      on. A break of the indicator does not break its base.
 *  (3) With fewer than two changes it stays as it is.
 *  (4) It is whole, and where the base is a ceiling, never below the level that
 *      was reached at the start.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/plan/plan_parts.h"

enum { YEARS_BACK = 5, LEAST_CHANGES = 2 };

struct growth {
    double last;   /* the base known last */
    double yearly; /* ratio; 1 when nothing is known */
    int from, to;
};

static bool is_usable(const struct result *r)
{
    return r->denominator > 0 && !(r->completeness < 1) &&
           r->status != STATUS_SUPPRESSED && r->status != STATUS_SUPPRESSED2;
}

static double median(double values[], size_t count)
{
    for (size_t i = 1; i < count; i++) /* five at most */
        for (size_t k = i; k > 0 && values[k - 1] > values[k]; k--) {
            double kept = values[k];
            values[k] = values[k - 1];
            values[k - 1] = kept;
        }
    return count % 2 ? values[count / 2]
                     : (values[count / 2 - 1] + values[count / 2]) / 2;
}

/* (2) */
static struct growth growth_of(const struct plan_series *series,
                               const struct plan_work *work)
{
    struct growth g = { NO_VALUE, 1, 0, 0 };
    const struct result *after = NULL;
    double changes[YEARS_BACK];
    size_t count = 0;

    for (size_t i = series->count; i-- > 0;) {
        const struct result *r = series->items[i];
        int year = period_year(r->period);
        if (!is_usable(r))
            continue;
        if (!after) {
            g.last = r->denominator;
            g.to = g.from = year;
            after = r;
            continue;
        }
        if (g.to - year > YEARS_BACK ||
            stretch_map_changed(work->map, r->area, period_end(r->period),
                                period_end(after->period), false))
            break;
        changes[count++] = log(after->denominator / r->denominator) /
                           (period_year(after->period) - year);
        g.from = year;
        after = r;
    }
    if (count >= LEAST_CHANGES)
        g.yearly = exp(median(changes, count));
    else
        g.from = g.to; /* (3) */
    return g;
}

void plan_base(struct plan_area *area, struct plan_line *line,
               const struct plan_series *series, const struct plan_work *work)
{
    struct growth g = growth_of(series, work);
    double floor_of = work->bounded ? area->level[0] : 0, next, given;
    bool carried = false, was_given = false;

    if (!has_value(g.last)) {
        g.last = line->base;
        g.from = g.to = line->from;
    }
    next = g.last * pow(g.yearly, work->start - g.to);
    for (int year = 0; year <= work->years; year++, next *= g.yearly) {
        double base = round(next);
        given = year == 0 ? NO_VALUE
                          : plan_given(work, GIVEN_BASE, area->area, year);
        if (has_value(given)) /* (1) */
            base = round(given);
        was_given = was_given || has_value(given);
        carried = carried || (year > 0 && !has_value(given));
        area->base[year] = fmax(fmax(base, floor_of), 1); /* (4) */
    }
    if (line->from == work->start)
        area->base[0] = line->base;
    line->base_from = g.from;
    line->base_to = g.to;
    if (was_given)
        area->notes |= 1u << PLAN_NOTE_base_given;
    if (carried)
        area->notes |= g.from < g.to ? 1u << PLAN_NOTE_base_trend
                                     : 1u << PLAN_NOTE_base_held;
}
