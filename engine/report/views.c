/*
 * views.c - picking results for a chapter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/views.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"

/* A difference this small, relative to the target, is that of the arithmetic.
 */
static const double SLACK = 1e-12;

/* --- one period ------------------------------------------------------------
 */

static const struct result *result_now(const struct report_input *input,
                                       uint16_t indicator, uint32_t area)
{
    return results_find(input->results, indicator, area,
                        input->study->project.period, WHOLE);
}

const struct result *view_root(const struct report_input *input,
                               uint16_t indicator)
{
    return result_now(input, indicator, input->study->project.root);
}

/* Areas stand by tier: the first of the compared one, and the end. */
static void tier_range(const struct study *study, uint32_t *first,
                       uint32_t *end)
{
    const struct areas *areas = &study->areas;
    uint32_t a = 0;
    while (a < areas->count && areas->items[a].tier != study->project.tier)
        a++;
    *first = a;
    while (a < areas->count && areas->items[a].tier == study->project.tier)
        a++;
    *end = a;
}

struct result_list view_areas(const struct report_input *input,
                              uint16_t indicator)
{
    struct result_list list = { 0 };
    uint32_t first, end;
    tier_range(input->study, &first, &end);
    list.items =
        arena_array(input->arena, end - first + 1, const struct result *);
    for (uint32_t a = first; a < end; a++) {
        const struct result *r = result_now(input, indicator, a);
        if (r != NULL)
            list.items[list.count++] = r;
    }
    return list;
}

size_t view_area_union(uint32_t **out, const struct report_input *input,
                       const uint16_t indicators[], size_t count)
{
    size_t found = 0;
    uint32_t first, end;
    tier_range(input->study, &first, &end);
    *out = arena_array(input->arena, end - first + 1, uint32_t);
    for (uint32_t a = first; a < end; a++) {
        bool any = false;
        for (size_t i = 0; i < count && !any; i++)
            any = result_now(input, indicators[i], a) != NULL;
        if (any)
            (*out)[found++] = a;
    }
    return found;
}

size_t view_filled(struct result_list list)
{
    size_t filled = 0;
    for (size_t i = 0; i < list.count; i++)
        filled += result_shown(list.items[i]);
    return filled;
}

void view_keep_sound(struct result_list *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (result_shown(list->items[i]) &&
            list->items[i]->status != STATUS_INVALID)
            list->items[kept++] = list->items[i];
    list->count = kept;
}

struct ranking {
    const struct study *study;
    enum better better;
};

static int by_rank(const void *left, const void *right, void *context)
{
    const struct result *a = *(const struct result *const *)left;
    const struct result *b = *(const struct result *const *)right;
    const struct ranking *ranking = context;
    if (result_shown(a) != result_shown(b))
        return result_shown(a) ? -1 : 1;
    if (result_shown(a) && (a->value < b->value || a->value > b->value))
        return ((a->value > b->value) == (ranking->better != BETTER_LOWER)) ? -1
                                                                            : 1;
    return strcmp(ranking->study->areas.items[a->area].code,
                  ranking->study->areas.items[b->area].code);
}

void view_rank(const struct report_input *input, struct result_list *list)
{
    if (list->count == 0)
        return;
    struct ranking ranking = {
        input->study, input_indicator(input, list->items[0]->indicator)->better
    };
    qsort_r(list->items, list->count, sizeof *list->items, by_rank, &ranking);
}

bool view_has_data(const struct report_input *input, uint16_t indicator)
{
    const struct result *root = view_root(input, indicator);
    return (root != NULL && result_shown(root)) ||
           view_filled(view_areas(input, indicator)) > 0;
}

size_t view_with_data(uint16_t **out, const struct report_input *input,
                      const uint16_t indicators[], size_t count)
{
    size_t found = 0;
    *out = arena_array(input->arena, count + 1, uint16_t);
    for (size_t i = 0; i < count; i++)
        if (view_has_data(input, indicators[i]))
            (*out)[found++] = indicators[i];
    return found;
}

const struct equity_result *view_equity(const struct report_input *input,
                                        uint16_t indicator, const char *measure)
{
    const struct equity_results *all = input->equity;
    for (size_t i = 0; i < all->count; i++) {
        const struct equity_result *r = &all->items[i];
        if (r->indicator == indicator &&
            r->period == input->study->project.period &&
            r->tier == (int)input->study->project.tier &&
            r->dimension == NO_INDEX && r->ordered_by == NULL &&
            strcmp(r->measure, measure) == 0)
            return r;
    }
    return NULL;
}

const struct trend *view_trend(const struct report_input *input,
                               uint16_t indicator)
{
    const struct project *project = &input->study->project;
    size_t count = input->trends ? input->trends->count : 0;
    for (size_t i = 0; i < count; i++) {
        const struct trend *t = &input->trends->items[i];
        if (t->indicator == indicator && t->area == project->root &&
            t->breakdown.dimension == NO_INDEX &&
            period_year(t->to) == period_year(project->period))
            return t;
    }
    return NULL;
}

/* --- over the years --------------------------------------------------------
 */

static bool in_series(const struct report_input *input, const struct result *r,
                      uint16_t indicator, uint32_t area)
{
    period last = input->study->project.period;
    return r->indicator == indicator && r->area == area &&
           r->breakdown.dimension == NO_INDEX && r->period <= last &&
           period_kind(r->period) == period_kind(last) &&
           period_part(r->period) == period_part(last);
}

static int by_period(const void *left, const void *right)
{
    const struct result *const *a = left, *const *b = right;
    return ((*a)->period > (*b)->period) - ((*a)->period < (*b)->period);
}

struct result_list view_series(const struct report_input *input,
                               uint16_t indicator, uint32_t area)
{
    const struct results *all = input->results;
    struct results_span span = results_at(all, indicator, area);
    struct result_list list = { 0 };
    size_t count = 0;
    for (size_t i = span.first; i < span.end; i++)
        count += in_series(input, &all->items[i], indicator, area);
    list.items = arena_array(input->arena, count + 1, const struct result *);
    for (size_t i = span.first; i < span.end; i++)
        if (in_series(input, &all->items[i], indicator, area))
            list.items[list.count++] = &all->items[i];
    if (list.count > 1)
        qsort(list.items, list.count, sizeof *list.items, by_period);
    return list;
}

/* The first break of the area, or of one it lies in, between the two. */
static const struct series_break *break_between(const struct study *study,
                                                const struct result *before,
                                                const struct result *now)
{
    for (uint32_t a = now->area; a != NO_AREA; a = study->areas.items[a].parent)
        for (size_t i = 0; i < study->breaks.count; i++) {
            const struct series_break *b = &study->breaks.items[i];
            struct breaks one = { &study->breaks.items[i], 1 };
            if (breaks_between(&one, now->indicator, a, before->period,
                               now->period))
                return b;
        }
    return NULL;
}

/* Did the map of the area change between the two? */
static bool map_changed(const struct study *study, const struct result *before,
                        const struct result *now)
{
    for (size_t i = 0; i < study->crosswalk.count; i++) {
        const struct crossing *c = &study->crosswalk.items[i];
        if (c->day > period_end(before->period) &&
            c->day <= period_end(now->period) &&
            (area_is_in(&study->areas, c->from, now->area) ||
             area_is_in(&study->areas, c->to, now->area)))
            return true;
    }
    return false;
}

bool view_parted(const struct report_input *input, const struct result *before,
                 const struct result *now, enum break_kind *kind)
{
    const struct series_break *b = break_between(input->study, before, now);
    bool neighbours = period_shift(before->period, 1) == now->period;
    if (b == NULL && (!neighbours || !result_shown(before) ||
                      !result_shown(now) || has_value(now->change)))
        return false;
    if (kind == NULL)
        return true;
    if (b != NULL)
        *kind = b->kind;
    else
        *kind = map_changed(input->study, before, now) ? BREAK_BOUNDARY
                                                       : BREAK_FRAME;
    return true;
}

/* --- targets ---------------------------------------------------------------
 */

bool view_change_is_clear(const struct report_input *input,
                          const struct result *result)
{
    const struct result *before =
        results_find(input->results, result->indicator, result->area,
                     period_shift(result->period, -1), result->breakdown);
    if (before == NULL || !has_value(result->lower) ||
        !has_value(result->upper) || !has_value(before->lower) ||
        !has_value(before->upper) ||
        input_indicator(input, result->indicator)->noise == NOISE_NONE)
        return true;
    double change = result->value - before->value;
    double down = change > 0 ? result->value - result->lower
                             : before->value - before->lower;
    double up = change > 0 ? before->upper - before->value
                           : result->upper - result->value;
    return fabs(change) > hypot(down, up);
}

const struct target *view_target(const struct report_input *input,
                                 const struct result *result)
{
    const struct targets *targets = &input->study->targets;
    if (result == NULL || result->target_index >= targets->count)
        return NULL;
    return &targets->items[result->target_index];
}

/* Does a value that lies [gap] from its target fall short of it? */
static bool falls_short(const struct target *target, double gap, double size)
{
    double slack = SLACK * fmax(1, fabs(size));
    switch (target->comparison) {
    case TARGET_AT_LEAST:
        return gap < -slack;
    case TARGET_AT_MOST:
        return gap > slack;
    case TARGET_EQUAL:
        break;
    }
    return fabs(gap) > slack;
}

bool view_short(const struct report_input *input, const struct result *result)
{
    const struct target *target = view_target(input, result);
    return target != NULL && has_value(result->gap) &&
           result->verdict != VERDICT_MET &&
           falls_short(target, result->gap, result->target);
}

/* Is the result held against a point between two target years? */
static bool is_between(const struct result *result, const struct target *target)
{
    return target != NULL && result->note != NULL &&
           strcmp(result->note, "target.milestone") == 0 &&
           fabs(result->target - target->value) > 0;
}

/* Is the target of a share given in persons or pieces? */
static bool is_counted(const struct report_input *input,
                       const struct result *result, const struct target *target)
{
    bool counted = strcmp(target->unit, "persons") == 0 ||
                   strcmp(target->unit, "count") == 0;
    return counted &&
           input_indicator(input, result->indicator)->denominator != NULL;
}

bool view_is_milestone(const struct report_input *input,
                       const struct result *result)
{
    const struct target *target = view_target(input, result);
    return is_between(result, target) &&
           (is_counted(input, result, target) ||
            falls_short(target, result->value - target->value, target->value));
}

bool view_behind(const struct report_input *input, const struct result *result)
{
    const struct target *target = view_target(input, result);
    double wanted = view_assigned(input, result);
    return target != NULL && has_value(wanted) && has_value(result->value) &&
           falls_short(target, result->value - wanted, wanted);
}

double view_assigned(const struct report_input *input,
                     const struct result *result)
{
    const struct target *target = view_target(input, result);
    if (target == NULL || !has_value(result->target))
        return NO_VALUE;
    if (!is_between(result, target))
        return result->target;
    return is_counted(input, result, target) ? NO_VALUE : target->value;
}
