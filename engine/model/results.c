/*
 * results.c - the columns of computed values, their order, and finding one.
 *
 *  (1) Rows are sorted by ids and codes as text, as the files print them, so
 *      the order does not depend on how the definitions were read.
 *  (2) Sorting makes a hash index; adding a row drops it. Without the index a
 *      search walks all rows: right, but slow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
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

#define EMPTY_SLOT UINT32_MAX

struct results *results_new(struct arena *arena)
{
    struct results *results = arena_new_of(arena, struct results);
    arena_defer(arena, grow_release, &results->items);
    arena_defer(arena, grow_release, &results->slots);
    return results;
}

struct result *results_add(struct results *results)
{
    results->slot_count = 0;
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

static size_t hash_of(uint16_t indicator, uint32_t area, period p,
                      struct breakdown breakdown)
{
    uint64_t hash = ((uint64_t)area << 32 | p) * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= (uint64_t)indicator << 32 | (uint64_t)breakdown.dimension << 16 |
            breakdown.code;
    hash *= UINT64_C(0xd6e8feb86659fd93);
    return (size_t)(hash ^ hash >> 32);
}

/* Of equal rows the first stays in the index. */
static void index_add(struct results *results, uint32_t row)
{
    const struct result *r = &results->items[row];
    size_t slot = hash_of(r->indicator, r->area, r->period, r->breakdown);
    for (;; slot++) {
        uint32_t *held = &results->slots[slot & (results->slot_count - 1)];
        if (*held == EMPTY_SLOT) {
            *held = row;
            return;
        }
        if (result_is(&results->items[*held], r->indicator, r->area, r->period,
                      r->breakdown))
            return;
    }
}

static void index_build(struct results *results)
{
    size_t size = 16, room = 0;
    while (size < 2 * results->count)
        size *= 2;
    free(results->slots);
    results->slots = grow_to(NULL, &room, size, sizeof *results->slots);
    results->slot_count = size;
    for (size_t i = 0; i < size; i++)
        results->slots[i] = EMPTY_SLOT;
    for (size_t i = 0; i < results->count; i++)
        index_add(results, (uint32_t)i);
}

const struct result *results_find(const struct results *results,
                                  uint16_t indicator, uint32_t area, period p,
                                  struct breakdown breakdown)
{
    if (results->slot_count == 0) {
        for (size_t i = 0; i < results->count; i++)
            if (result_is(&results->items[i], indicator, area, p, breakdown))
                return &results->items[i];
        return NULL;
    }
    size_t slot = hash_of(indicator, area, p, breakdown);
    for (;; slot++) {
        uint32_t held = results->slots[slot & (results->slot_count - 1)];
        if (held == EMPTY_SLOT)
            return NULL;
        if (result_is(&results->items[held], indicator, area, p, breakdown))
            return &results->items[held];
    }
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

static int compare_results(const void *left, const void *right, void *knowledge)
{
    const struct result *a = left, *b = right;
    const struct study *study = knowledge;
    int order = 0;
    if (a->indicator != b->indicator)
        order = strcmp(study->catalogue.items[a->indicator].id,
                       study->catalogue.items[b->indicator].id);
    if (order == 0 && a->area != b->area)
        order = strcmp(study->areas.items[a->area].code,
                       study->areas.items[b->area].code);
    if (order == 0)
        order = (a->area > b->area) - (a->area < b->area);
    if (order == 0)
        order = order_periods(a->period, b->period);
    if (order == 0)
        order =
            compare_breakdowns(a->breakdown, b->breakdown, &study->codebook);
    return order;
}

void results_sort(struct results *results, const struct study *study)
{
    struct study *knowledge = (struct study *)(uintptr_t)study;
    if (results->count > 1)
        qsort_r(results->items, results->count, sizeof *results->items,
                compare_results, knowledge);
    index_build(results);
}

/* --- equity -------------------------------------------------------------- */

struct equity_results *equity_results_new(struct arena *arena)
{
    struct equity_results *results = arena_new_of(arena, struct equity_results);
    arena_defer(arena, grow_release, &results->items);
    return results;
}

struct equity_result *equity_results_add(struct equity_results *results)
{
    grow(results->items, results->count, results->room);
    struct equity_result *result = &results->items[results->count++];
    *result = (struct equity_result){
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
