/*
 * results.c - the columns of computed values, their order, and finding one.
 *
 *  (1) Rows are sorted by ids and codes as text, as the files print them, so
 *      the order does not depend on how the definitions were read.
 *  (2) Sorted rows of one indicator and area are neighbours, and the index says
 *      where they begin. Adding a row drops it: then a search walks all rows,
 *      which is right, but slow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/base/sorting.h"
#include "engine/model/order.h"
#include "engine/model/results.h"
#include "engine/model/study.h"

const char *const verdict_names[VERDICT_COUNT] = {
    [VERDICT_NONE] = "",
    [VERDICT_MET] = "met",
    [VERDICT_NOT_MET] = "not_met",
    [VERDICT_LIKELY_MET] = "likely_met",
    [VERDICT_UNCERTAIN] = "uncertain",
    [VERDICT_LIKELY_NOT_MET] = "likely_not_met",
    [VERDICT_NOT_ASSESSABLE] = "not_assessable",
};

const char *const standing_names[STANDING_COUNT] = {
    [STANDING_NONE] = "",
    [STANDING_BETTER] = "better",
    [STANDING_SIMILAR] = "similar",
    [STANDING_WORSE] = "worse",
};

#define NO_RESULT UINT32_MAX

struct results *results_new(struct arena *arena)
{
    struct results *results = arena_new_of(arena, struct results);
    arena_defer(arena, grow_release, &results->items);
    arena_defer(arena, grow_release, &results->first);
    return results;
}

struct result *results_add(struct results *results)
{
    results->indicator_count = 0;
    grow(results->items, results->count, results->room);
    struct result *result = &results->items[results->count++];
    *result = (struct result){
        .indicator = NO_INDEX,
        .area = NO_AREA,
        .breakdown = WHOLE,
        .numerator = NO_VALUE,
        .denominator = NO_VALUE,
        .value = NO_VALUE,
        .lower = NO_VALUE,
        .upper = NO_VALUE,
        .status = STATUS_MISSING,
        .previous = NO_VALUE,
        .change = NO_VALUE,
        .plan = NO_VALUE,
        .plan_rate = NO_VALUE,
        .target = NO_VALUE,
        .gap = NO_VALUE,
        .probability = NO_VALUE,
        .completeness = NO_VALUE,
        .target_index = NO_AREA,
    };
    return result;
}

void results_make_room(struct results *results, size_t more)
{
    results->items = grow_to(results->items, &results->room,
                             results->count + more, sizeof *results->items);
}

void results_join(struct results *results, const struct results *more)
{
    results->indicator_count = 0;
    results_make_room(results, more->count);
    if (more->count > 0)
        memcpy(results->items + results->count, more->items,
               more->count * sizeof *more->items);
    results->count += more->count;
}

bool result_is_sound(const struct result *result)
{
    return has_value(result->value) && result->status != STATUS_INVALID &&
           result->status != STATUS_SUPPRESSED &&
           result->status != STATUS_SUPPRESSED2 &&
           result->status != STATUS_UNRELIABLE;
}

bool result_is_whole(const struct result *result)
{
    return result_is_sound(result) && !(result->completeness < 1);
}

/* --- finding ------------------------------------------------------------- */

static bool result_is(const struct result *result, uint16_t indicator,
                      uint32_t area, period p, struct breakdown breakdown)
{
    return result->indicator == indicator && result->area == area &&
           result->period == p &&
           result->breakdown.dimension == breakdown.dimension &&
           result->breakdown.code == breakdown.code;
}

/* (2) */
static void index_build(struct results *results, const struct study *study)
{
    size_t areas = study->areas.count, room = 0;
    size_t wanted = study->catalogue.count * areas;
    free(results->first);
    results->first = grow_to(NULL, &room, wanted + 1, sizeof *results->first);
    results->indicator_count = study->catalogue.count;
    results->area_count = areas;
    for (size_t i = 0; i < wanted; i++)
        results->first[i] = NO_RESULT;
    for (size_t i = results->count; i-- > 0;) {
        const struct result *r = &results->items[i];
        results->first[r->indicator * areas + r->area] = (uint32_t)i;
    }
}

const struct result *results_find(const struct results *results,
                                  uint16_t indicator, uint32_t area, period p,
                                  struct breakdown breakdown)
{
    bool sorted = results->indicator_count > 0;
    size_t at = 0;
    if (sorted &&
        (indicator >= results->indicator_count || area >= results->area_count))
        return NULL;
    if (sorted)
        at = results->first[indicator * results->area_count + area];
    for (; at < results->count; at++) {
        const struct result *r = &results->items[at];
        if (result_is(r, indicator, area, p, breakdown))
            return r;
        if (sorted && (r->indicator != indicator || r->area != area))
            return NULL;
    }
    return NULL;
}

/* --- order --------------------------------------------------------------- */

/* The whole first; bands of ages, which have no list of codes, by their byte.
 */
static int compare_breakdowns(struct breakdown a, struct breakdown b,
                              const struct codebook *book)
{
    if (a.dimension == NO_INDEX || b.dimension == NO_INDEX)
        return (a.dimension != NO_INDEX) - (b.dimension != NO_INDEX);
    const struct dimension *left = &book->dimensions[a.dimension];
    const struct dimension *right = &book->dimensions[b.dimension];
    if (left != right)
        return strcmp(left->id, right->id);
    if (a.code < left->count && b.code < left->count)
        return strcmp(left->codes[a.code].id, left->codes[b.code].id);
    return (a.code > b.code) - (a.code < b.code);
}

static struct breakdown breakdown_of(uint32_t number)
{
    return (struct breakdown){ (uint16_t)(number >> 16), (uint16_t)number };
}

static int by_breakdown(const void *left, const void *right, void *study)
{
    return compare_breakdowns(breakdown_of(*(const uint32_t *)left),
                              breakdown_of(*(const uint32_t *)right),
                              &((const struct study *)study)->codebook);
}

static int by_period(const void *left, const void *right, void *study)
{
    (void)study;
    return order_periods(*(const period *)left, *(const period *)right);
}

static int by_area(const void *left, const void *right, void *study)
{
    const struct areas *areas = &((const struct study *)study)->areas;
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    int order = strcmp(areas->items[a].code, areas->items[b].code);
    return order != 0 ? order : (a > b) - (a < b);
}

static int by_indicator(const void *left, const void *right, void *study)
{
    const struct indicator *items =
        ((const struct study *)study)->catalogue.items;
    return strcmp(items[*(const uint32_t *)left].id,
                  items[*(const uint32_t *)right].id);
}

/* Puts row order[i] into place i, along the circles in which rows move. */
static void put_in_order(struct result items[], uint32_t order[], size_t count)
{
    for (uint32_t start = 0; start < count; start++) {
        struct result held = items[start];
        uint32_t at = start;
        while (order[at] != start) {
            uint32_t from = order[at];
            items[at] = items[from];
            order[at] = at;
            at = from;
        }
        items[at] = held;
        order[at] = at;
    }
}

/* (1) */
void results_sort(struct results *results, const struct study *study)
{
    struct study *knows = (struct study *)(uintptr_t)study;
    struct arena *scratch = arena_new();
    struct sorting s = sorting_new(results->count, scratch);
    const struct result *items = results->items;
    for (size_t i = 0; i < s.count; i++)
        s.keys[i] = (uint32_t)items[i].breakdown.dimension << 16 |
                    items[i].breakdown.code;
    sorting_by_few(&s, by_breakdown, knows);
    for (size_t i = 0; i < s.count; i++)
        s.keys[i] = items[i].period;
    sorting_by_few(&s, by_period, knows);
    for (size_t i = 0; i < s.count; i++)
        s.keys[i] = items[i].area;
    sorting_by_few(&s, by_area, knows);
    for (size_t i = 0; i < s.count; i++)
        s.keys[i] = items[i].indicator;
    sorting_by_few(&s, by_indicator, knows);
    put_in_order(results->items, s.order, s.count);
    arena_free(scratch);
    index_build(results, study);
}

/* --- equity -------------------------------------------------------------- */

struct equity_results *equity_results_new(struct arena *arena)
{
    struct equity_results *results = arena_new_of(arena, struct equity_results);
    results->arena = arena;
    arena_defer(arena, grow_release, &results->items);
    return results;
}

static struct equity_limits *limits_absent(size_t count, struct arena *arena)
{
    struct equity_limits *limits =
        arena_array(arena, count, struct equity_limits);
    for (size_t i = 0; i < count; i++)
        limits[i] = (struct equity_limits){ NO_VALUE, NO_VALUE };
    return limits;
}

struct equity_result *equity_results_add(struct equity_results *results,
                                         size_t levels)
{
    grow(results->items, results->count, results->room);
    struct equity_result *result = &results->items[results->count++];
    *result = (struct equity_result){
        .more = levels > 1 ? limits_absent(levels - 1, results->arena) : NULL,
        .indicator = NO_INDEX,
        .dimension = NO_INDEX,
        .estimate = NO_VALUE,
        .se = NO_VALUE,
        .lower = NO_VALUE,
        .upper = NO_VALUE,
        .expected_if_equal = NO_VALUE,
        .p_value = NO_VALUE,
        .corrected = NO_VALUE,
    };
    return result;
}
