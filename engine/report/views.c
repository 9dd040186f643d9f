/*
 * views.c - picking results for a chapter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/views.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"

static bool is_whole(const struct result *result)
{
    return result->breakdown.dimension == NO_INDEX;
}

const struct result *view_root(const struct report_input *input,
                               uint16_t indicator)
{
    const struct project *project = &input->study->project;
    return results_find(input->results, indicator, project->root,
                        project->period, WHOLE);
}

struct result_list view_areas(const struct report_input *input,
                              uint16_t indicator)
{
    const struct study *study = input->study;
    const struct results *all = input->results;
    struct result_list list = { 0 };
    list.items = arena_array(input->arena, study->areas.count + 1,
                             const struct result *);
    for (size_t i = 0; i < all->count; i++) {
        const struct result *r = &all->items[i];
        if (r->indicator == indicator && is_whole(r) &&
            r->period == study->project.period &&
            study->areas.items[r->area].tier == study->project.tier &&
            list.count < study->areas.count)
            list.items[list.count++] = r;
    }
    return list;
}

struct ranking {
    const struct study *study;
    enum better better;
};

static int by_rank(const void *left, const void *right, void *context)
{
    const struct result *const *a = left, *const *b = right;
    const struct ranking *ranking = context;
    double x = (*a)->value, y = (*b)->value;
    if (has_value(x) != has_value(y))
        return has_value(x) ? -1 : 1;
    if (has_value(x) && x != y)
        return ((x > y) == (ranking->better != BETTER_LOWER)) ? -1 : 1;
    return strcmp(ranking->study->areas.items[(*a)->area].code,
                  ranking->study->areas.items[(*b)->area].code);
}

void view_rank(const struct report_input *input, struct result_list *list)
{
    if (list->count == 0)
        return;
    uint16_t indicator = list->items[0]->indicator;
    struct ranking ranking = {
        input->study, input->study->catalogue.items[indicator].better
    };
    qsort_r(list->items, list->count, sizeof *list->items, by_rank, &ranking);
}

static int by_period(const void *left, const void *right)
{
    const struct result *const *a = left, *const *b = right;
    return (*a)->period < (*b)->period ? -1 : (*a)->period > (*b)->period;
}

struct result_list view_series(const struct report_input *input,
                               uint16_t indicator, uint32_t area)
{
    const struct results *all = input->results;
    struct result_list list = { 0 };
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        count += all->items[i].indicator == indicator &&
                 all->items[i].area == area;
    list.items = arena_array(input->arena, count + 1, const struct result *);
    for (size_t i = 0; i < all->count; i++) {
        const struct result *r = &all->items[i];
        if (r->indicator == indicator && r->area == area && is_whole(r) &&
            r->period <= input->study->project.period)
            list.items[list.count++] = r;
    }
    qsort(list.items, list.count, sizeof *list.items, by_period);
    return list;
}

size_t view_filled(struct result_list list)
{
    size_t filled = 0;
    for (size_t i = 0; i < list.count; i++)
        filled += has_value(list.items[i]->value);
    return filled;
}

const struct target *view_target(const struct report_input *input,
                                 const struct result *result)
{
    const struct targets *targets = &input->study->targets;
    if (result == NULL || result->target_index >= targets->count)
        return NULL;
    return &targets->items[result->target_index];
}

bool view_has_data(const struct report_input *input, uint16_t indicator)
{
    const struct result *root = view_root(input, indicator);
    return (root != NULL && has_value(root->value)) ||
           view_filled(view_areas(input, indicator)) > 0;
}

const struct equity_result *view_equity(const struct report_input *input,
                                        uint16_t indicator,
                                        const char *measure)
{
    const struct equity_results *all = input->equity;
    for (size_t i = 0; i < all->count; i++) {
        const struct equity_result *r = &all->items[i];
        if (r->indicator == indicator &&
            r->period == input->study->project.period &&
            r->tier == (int)input->study->project.tier &&
            r->dimension == NO_INDEX && strcmp(r->measure, measure) == 0)
            return r;
    }
    return NULL;
}
