/*
 * target.c - the way to a target in whole numbers; breaks between two periods.
 *
 *  (1) A break lies at the first day of its period. A figure stands after the
 *      break when its period ends on that day or later: the figure of 2023 is
 *      after a break in June 2023, because part of it was counted the new way.
 *  (2) Two figures are parted when one stands before the break and the other
 *      after it.
 *  (3) 7 % of 100 is 7 and not 8, although 0.07 x 100 is a little more in
 *      binary fractions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/target.h"

#include <math.h>

#include "engine/base/number.h"
#include "engine/model/area.h"
#include "engine/model/codebook.h"

double target_count_gap(const struct target *target, double wanted,
                        double counted, double base)
{
    double goal = wanted * base, slack = 1e-9 * fmax(1, fabs(goal)); /* (3) */
    if (!has_value(wanted) || !has_value(counted) || !(base > 0))
        return NO_VALUE;
    double more = ceil(goal - slack) - counted;
    double fewer = counted - floor(goal + slack);
    switch (target->comparison) {
    case TARGET_AT_LEAST:
        return fmax(0, more);
    case TARGET_AT_MOST:
        return fmax(0, fewer);
    case TARGET_EQUAL:
        break;
    }
    return fmax(0, fmax(more, fewer));
}

static int first_month(period p)
{
    int part = period_part(p);
    switch (period_kind(p)) {
    case PERIOD_HALF:
        return 6 * (part - 1) + 1;
    case PERIOD_QUARTER:
        return 3 * (part - 1) + 1;
    case PERIOD_MONTH:
        return part;
    case PERIOD_NONE:
    case PERIOD_YEAR:
    case PERIOD_SCHOOL_START:
    case PERIOD_SCHOOL_END:
    case PERIOD_MONTHS:
        return 1;
    }
    return 1;
}

static date first_day(period p)
{
    return period_year(p) * 10000 + first_month(p) * 100 + 1;
}

static bool stands_after(period p, date day)
{
    return period_end(period_calendar(p)) >= day;
}

bool breaks_between(const struct breaks *breaks, uint16_t indicator,
                    uint32_t area, period from, period to)
{
    for (size_t i = 0; i < breaks->count; i++) {
        const struct series_break *b = &breaks->items[i];
        if (b->indicator != NO_INDEX && b->indicator != indicator)
            continue;
        if (b->area != NO_AREA && b->area != area)
            continue;
        date day = first_day(period_calendar(b->period));
        if (stands_after(from, day) != stands_after(to, day))
            return true;
    }
    return false;
}
