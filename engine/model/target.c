/*
 * target.c - breaks between two periods.
 *
 *  (1) A break lies at the first day of its period. A figure stands after the
 *      break when its period ends on that day or later: the figure of 2023 is
 *      after a break in June 2023, because part of it was counted the new way.
 *  (2) Two figures are parted when one stands before the break and the other
 *      after it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/target.h"
#include "engine/model/area.h"
#include "engine/model/codebook.h"

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
