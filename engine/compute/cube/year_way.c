/*
 * year_way.c - the parts of a year laid over its twelve months.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/year_way.h"

#include "engine/base/number.h"
#include "engine/compute/cube/resolve.h"

bool year_goes_on(const struct quantity *q)
{
    return q->over_time == OVER_TIME_LAST ||
           q->accumulates != ACCUMULATES_PERIOD;
}

bool year_is_mean(const struct quantity *q)
{
    return !year_goes_on(q) && q->over_time == OVER_TIME_MEAN;
}

bool year_part_of(struct fact *fact, struct year_part *out)
{
    unsigned part = (unsigned)period_part(fact->period);

    out->fact = fact;
    switch (period_kind(fact->period)) {
    case PERIOD_HALF:
        out->from = 6 * (part - 1);
        out->end = 6 * part;
        return true;
    case PERIOD_QUARTER:
        out->from = 3 * (part - 1);
        out->end = 3 * part;
        return true;
    case PERIOD_MONTHS:
        out->from = 0;
        out->end = part;
        return true;
    case PERIOD_MONTH:
        out->from = part - 1;
        out->end = part;
        return true;
    case PERIOD_NONE:
    case PERIOD_YEAR:
    case PERIOD_SCHOOL_START:
    case PERIOD_SCHOOL_END:
        break;
    }
    return false;
}

double year_part_share(const struct year_part *part,
                       const struct year_part *span)
{
    return (double)(part->end - part->from) / (span->end - span->from);
}

const struct year_part *year_part_last(const struct year_part parts[],
                                       size_t count)
{
    const struct year_part *last = NULL;

    for (size_t i = 0; i < count; i++)
        if (has_value(parts[i].fact->value) &&
            (!last || parts[i].end > last->end))
            last = &parts[i];
    return last;
}

const struct year_part YEAR_WHOLE = { NULL, 0, YEAR_MONTHS };

/* Of two figures for the same months the second is set against the first. */
static bool serves(const struct year_part *part, const struct year_part *span)
{
    unsigned length = part->end - part->from, whole = span->end - span->from;

    return has_value(part->fact->value) && part->from >= span->from &&
           part->end <= span->end &&
           (!span->fact || length < whole ||
            part->fact->period > span->fact->period);
}

void year_way_lay(struct year_way ways[YEAR_MONTHS + 1],
                  const struct year_part *span, const struct year_part parts[],
                  size_t count)
{
    ways[span->end] = (struct year_way){ 0, 0, NULL };
    for (unsigned month = span->end; month-- > span->from;) {
        struct year_way *best = &ways[month];
        *best = ways[month + 1];
        best->first = NULL;
        for (size_t i = 0; i < count; i++) {
            const struct year_way *rest;
            unsigned covered;
            if (parts[i].from != month || !serves(&parts[i], span))
                continue;
            rest = &ways[parts[i].end];
            covered = rest->covered + parts[i].end - parts[i].from;
            if (covered > best->covered ||
                (covered == best->covered && rest->count + 1 < best->count))
                *best =
                    (struct year_way){ covered, rest->count + 1, &parts[i] };
        }
    }
}

unsigned year_way_left(const struct year_way ways[],
                       const struct year_part *span)
{
    unsigned left = 0;

    for (unsigned month = span->from; month < span->end;) {
        if (ways[month].first) {
            month = ways[month].first->end;
        } else {
            left |= 1u << month;
            month++;
        }
    }
    return left;
}

struct fact year_way_total(const struct year_way ways[],
                           const struct year_part *span,
                           const struct quantity *quantity, struct parts *sum)
{
    bool mean = year_is_mean(quantity);
    struct fact whole = *ways[span->from].first->fact;

    *sum = parts_none(NULL);
    whole.value = 0;
    for (unsigned month = span->from; month < span->end;
         month = ways[month].first->end) {
        const struct year_part *part = ways[month].first;
        double share = mean ? year_part_share(part, span) : 1;
        whole.value += share * part->fact->value;
        whole.status = (enum status)resolve_doubt((uint8_t)whole.status,
                                                  (uint8_t)part->fact->status);
        whole.published = whole.published || part->fact->published;
        parts_add(sum, part->fact);
    }
    return whole;
}
