/*
 * even_results.c - all indicators of a run, one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/even/even_parts.h"

static int order_numbers(uint32_t left, uint32_t right)
{
    return (left > right) - (left < right);
}

/* By area, breakdown (the whole, NO_INDEX, first) and period. */
static int by_series(const void *left, const void *right)
{
    const struct result *l = *(const struct result *const *)left;
    const struct result *r = *(const struct result *const *)right;
    int order = order_numbers(l->area, r->area);

    if (order == 0)
        order = order_numbers((uint16_t)(l->breakdown.dimension + 1),
                              (uint16_t)(r->breakdown.dimension + 1));
    if (order == 0)
        order = order_numbers(l->breakdown.code, r->breakdown.code);
    return order != 0 ? order : order_numbers(l->period, r->period);
}

const struct result *even_row(const struct even_job *job, uint32_t area,
                              struct breakdown breakdown)
{
    struct result like = { .area = area,
                           .breakdown = breakdown,
                           .period = job->request->to };
    const struct result *key = &like;
    const struct result *const *found =
        bsearch(&key, job->rows, job->count, sizeof key, by_series);

    return found ? *found : NULL;
}

const struct result *even_figure(const struct even_job *job, uint32_t area,
                                 struct breakdown breakdown)
{
    const struct result *r = even_row(job, area, breakdown);

    return r && even_usable(r) ? r : NULL;
}

static bool has_target(const struct result *r, const struct targets *targets)
{
    return r && has_value(r->target) && r->verdict != VERDICT_NOT_ASSESSABLE &&
           r->target_index < targets->count;
}

/* Between two targets the row has a milestone, which nobody was set; one given
 * in persons is a share only in its own year. */
static double assigned(const struct result *r, const struct target *target)
{
    bool between = r->note && strcmp(r->note, "target.milestone") == 0;
    bool counted = target->unit && (strcmp(target->unit, "persons") == 0 ||
                                    strcmp(target->unit, "count") == 0);

    if (!between)
        return r->target;
    return counted ? NO_VALUE : target->value;
}

struct even_goal even_target_of(const struct even_job *job,
                                const struct result *result)
{
    const struct targets *targets = &job->study->targets;
    const struct result *r = result;
    struct even_goal goal = { NO_VALUE, NO_PERIOD, TARGET_AT_LEAST };

    if (!has_target(r, targets))
        r = even_row(job, job->request->root, WHOLE);
    if (!has_target(r, targets))
        return goal;
    const struct target *target = &targets->items[r->target_index];
    goal.value = assigned(r, target);
    goal.period = target->period;
    if (target->comparison == TARGET_AT_MOST ||
        (target->comparison == TARGET_EQUAL && job->in->better == BETTER_LOWER))
        goal.comparison = TARGET_AT_MOST;
    return goal;
}

/* Years up to the one asked for; of parts, that one alone. */
static bool wanted(const struct result *r, const struct even_request *request,
                   const struct areas *areas)
{
    bool whole = r->breakdown.dimension == NO_INDEX;

    return period_kind(r->period) == period_kind(request->to) &&
           r->period <= request->to && (whole || r->period == request->to) &&
           (r->area == request->root ||
            (areas->items[r->area].tier == request->tier &&
             area_is_in(areas, r->area, request->root)));
}

/* Puts the wanted rows together by indicator; those of i stand from first[i] to
 * before first[i + 1]. */
static size_t *sort_rows(const struct result **rows,
                         const struct results *results,
                         const struct even_request *request,
                         const struct study *study, struct arena *scratch)
{
    size_t known = study->catalogue.count;
    size_t *first = arena_array(scratch, known + 2, size_t);

    for (size_t i = 0; i < results->count; i++)
        if (wanted(&results->items[i], request, &study->areas))
            first[results->items[i].indicator + 2]++;
    for (size_t i = 2; i < known + 2; i++)
        first[i] += first[i - 1];
    for (size_t i = 0; i < results->count; i++)
        if (wanted(&results->items[i], request, &study->areas))
            rows[first[results->items[i].indicator + 1]++] = &results->items[i];
    return first;
}

static void add_rows(const struct even_job *job)
{
    if (job->in->kind == KIND_COUNT || job->count == 0)
        return;
    even_changes(job);
    even_shares(job);
    even_groups(job);
    even_parities(job);
    even_levels(job);
}

void even_results(struct evenness *into, const struct results *results,
                  const struct even_request *request,
                  const struct formulas *formulas, const struct study *study,
                  struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch), each;
    const struct result **rows =
        arena_array(scratch, results->count + 1, const struct result *);
    size_t *first = sort_rows(rows, results, request, study, scratch);
    struct even_job job = { .into = into,
                            .request = request,
                            .formulas = formulas,
                            .study = study,
                            .map = stretch_map_of(study, scratch),
                            .scratch = scratch };

    for (uint16_t i = 0; i < study->catalogue.count; i++) {
        each = arena_mark(scratch);
        job.indicator = i;
        job.in = &study->catalogue.items[i];
        job.rows = rows + first[i];
        job.count = first[i + 1] - first[i];
        if (job.count > 1)
            qsort(rows + first[i], job.count, sizeof *rows, by_series);
        add_rows(&job);
        arena_rewind(scratch, each);
    }
    arena_rewind(scratch, mark);
}
