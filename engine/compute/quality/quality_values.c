/*
 * quality_values.c - values of indicators that are too good.
 *
 *  (1) on_target: in one period at least five areas of a tier have a target of
 *      their own year, and the value of each of them is that target to the last
 *      digit: the plan was copied, not the result. A target of 100 says
 *      nothing, for many reach it.
 *  (2) all_complete: a share is 100 % in at least five areas of a tier and two
 *      years, in ten values or more and in all there are. It is a note: some
 *      things are done everywhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/indicator/naming.h"
#include "engine/compute/quality/quality_rules.h"

static const double WHOLLY = 100, SAME = 1e-9;
enum { AREAS = 5, YEARS = 2, VALUES = 10 };

struct watch {
    const struct results *results;
    const struct study *study;
    struct arena *scratch;
    struct findings *findings;
};

static bool equal(double a, double b)
{
    return fabs(a - b) <= SAME * fmax(1, fabs(b));
}

static bool is_counted(const struct result *r)
{
    return r->breakdown.dimension == NO_INDEX && has_value(r->value) &&
           (r->status == STATUS_OK || r->status == STATUS_PROVISIONAL);
}

static int tier_of(const struct watch *w, const struct result *r)
{
    return (int)w->study->areas.items[r->area].tier;
}

/* (1) Of one period and tier; the results of one indicator. */
static void check_target(const struct watch *w, size_t first, size_t end,
                         period p, int tier)
{
    const struct result *one = NULL;
    size_t areas = 0, same = 0;

    for (size_t i = first; i < end; i++) {
        const struct result *r = &w->results->items[i];
        if (r->period != p || tier_of(w, r) != tier || !is_counted(r) ||
            r->target_index == NO_AREA || !has_value(r->target) ||
            equal(r->target, WHOLLY))
            continue;
        one = r;
        areas++;
        same += equal(r->value, r->target);
    }
    if (areas < AREAS || same < areas)
        return;
    const struct target *t = &w->study->targets.items[one->target_index];
    struct finding_place place = { .file = t->file, .line = t->line };
    finding_add(w->findings, FINDING_on_target, place, "indicator",
                naming_indicator(w->study, one->indicator), "period",
                naming_period(p, w->scratch), "areas",
                arena_format(w->scratch, "%zu", areas), NULL)
        ->count = (unsigned)areas;
}

/* (2) */
static void check_complete(const struct watch *w, size_t first, size_t end,
                           int tier)
{
    struct arena_mark mark = arena_mark(w->scratch);
    bool *seen = arena_array(w->scratch, w->study->areas.count, bool);
    int low = 0, high = 0;
    size_t values = 0, areas = 0;

    for (size_t i = first; i < end; i++) {
        const struct result *r = &w->results->items[i];
        if (tier_of(w, r) != tier || !is_counted(r))
            continue;
        if (!equal(r->value, WHOLLY)) {
            values = 0;
            break;
        }
        int year = period_year(r->period);
        low = values == 0 || year < low ? year : low;
        high = values == 0 || year > high ? year : high;
        values++;
        areas += !seen[r->area];
        seen[r->area] = true;
    }
    if (values >= VALUES && areas >= AREAS && high - low + 1 >= YEARS)
        finding_add(
            w->findings, FINDING_all_complete, (struct finding_place){ 0 },
            "indicator",
            naming_indicator(w->study, w->results->items[first].indicator),
            "areas", arena_format(w->scratch, "%zu", areas), "values",
            arena_format(w->scratch, "%zu", values), NULL)
            ->count = (unsigned)values;
    arena_rewind(w->scratch, mark);
}

/* The periods and tiers of the results that have a target, each once. */
struct slices {
    struct slice {
        period period;
        int tier;
    } * items;
    size_t count;
};

static void add_slice(struct slices *slices, period p, int tier)
{
    for (size_t i = 0; i < slices->count; i++)
        if (slices->items[i].period == p && slices->items[i].tier == tier)
            return;
    slices->items[slices->count++] = (struct slice){ p, tier };
}

static void check_targets(const struct watch *w, size_t first, size_t end)
{
    struct slices slices = { arena_array(w->scratch, end - first, struct slice),
                             0 };

    for (size_t i = first; i < end; i++)
        if (w->results->items[i].target_index != NO_AREA)
            add_slice(&slices, w->results->items[i].period,
                      tier_of(w, &w->results->items[i]));
    for (size_t i = 0; i < slices.count; i++)
        check_target(w, first, end, slices.items[i].period,
                     slices.items[i].tier);
}

static void check_indicator(const struct watch *w, size_t first, size_t end)
{
    struct arena_mark mark = arena_mark(w->scratch);
    const struct indicator *in =
        &w->study->catalogue.items[w->results->items[first].indicator];
    bool share = in->kind == KIND_PROPORTION && equal(in->scale, WHOLLY);

    check_targets(w, first, end);
    for (int tier = TIER_COUNTRY; share && tier < TIER_COUNT; tier++)
        check_complete(w, first, end, tier);
    arena_rewind(w->scratch, mark);
}

void quality_results(const struct results *results, const struct study *study,
                     struct arena *scratch, struct findings *findings)
{
    struct arena_mark mark = arena_mark(scratch);
    struct watch w = { results, study, scratch, findings };

    for (size_t first = 0, end; first < results->count; first = end) {
        for (end = first + 1; end < results->count; end++)
            if (results->items[end].indicator !=
                results->items[first].indicator)
                break;
        check_indicator(&w, first, end);
    }
    quality_bunches(results, study, scratch, findings);
    arena_rewind(scratch, mark);
}
