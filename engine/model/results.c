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
    arena_defer(arena, grow_release, &results->spans);
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
    free(results->spans);
    room = 0;
    results->spans = grow_to(NULL, &room, results->indicator_count + 1,
                             sizeof *results->spans);
    memset(results->spans, 0, room * sizeof *results->spans);
    for (size_t i = 0; i < wanted; i++)
        results->first[i] = NO_RESULT;
    for (size_t i = results->count; i-- > 0;) {
        const struct result *r = &results->items[i];
        struct results_span *span = &results->spans[r->indicator];
        results->first[r->indicator * areas + r->area] = (uint32_t)i;
        span->end = span->end == 0 ? i + 1 : span->end;
        span->first = i;
    }
}

struct results_span results_of(const struct results *results,
                               uint16_t indicator)
{
    if (results->indicator_count == 0)
        return (struct results_span){ 0, results->count };
    if (indicator >= results->indicator_count)
        return (struct results_span){ 0, 0 };
    return results->spans[indicator];
}

struct results_span results_at(const struct results *results,
                               uint16_t indicator, uint32_t area)
{
    if (results->indicator_count == 0)
        return (struct results_span){ 0, results->count };
    if (indicator >= results->indicator_count || area >= results->area_count)
        return (struct results_span){ 0, 0 };
    uint32_t first = results->first[indicator * results->area_count + area];
    if (first == NO_RESULT)
        return (struct results_span){ 0, 0 };
    size_t end = first;
    while (end < results->count && results->items[end].area == area &&
           results->items[end].indicator == indicator)
        end++;
    return (struct results_span){ first, end };
}

period *results_periods(const struct results *results, size_t *count,
                        struct arena *arena)
{
    period *periods = NULL;
    size_t room = 0;
    *count = 0;
    for (size_t i = 0; i < results->count; i++) {
        period p = results->items[i].period;
        size_t at = 0;
        while (at < *count && periods[at] != p)
            at++;
        if (at < *count)
            continue;
        grow(periods, *count, room);
        periods[(*count)++] = p;
    }
    period *kept = arena_array(arena, *count + 1, period);
    if (*count > 0)
        memcpy(kept, periods, *count * sizeof *kept);
    free(periods);
    return kept;
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

/* What rows are sorted by, and the rank of each area by its code. */
struct ranking {
    const struct study *study;
    const uint32_t *ranks;
    struct arena *scratch;
};

static struct ranking ranking_new(const struct study *study,
                                  struct arena *scratch)
{
    size_t areas = study->areas.count;
    uint32_t *sorted = arena_array(scratch, areas, uint32_t);
    uint32_t *ranks = arena_array(scratch, areas, uint32_t);
    for (uint32_t a = 0; a < areas; a++)
        sorted[a] = a;
    qsort_r(sorted, areas, sizeof *sorted, by_area, (void *)(uintptr_t)study);
    for (uint32_t i = 0; i < areas; i++)
        ranks[sorted[i]] = i;
    return (struct ranking){ study, ranks, scratch };
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
static void sort_rows(struct result items[], size_t count,
                      const struct ranking *ranking)
{
    struct study *knows = (struct study *)(uintptr_t)ranking->study;
    struct arena_mark mark = arena_mark(ranking->scratch);
    struct sorting s = sorting_new(count, ranking->scratch);
    for (size_t i = 0; i < count; i++)
        s.keys[i] = (uint32_t)items[i].breakdown.dimension << 16 |
                    items[i].breakdown.code;
    sorting_by_few(&s, by_breakdown, knows);
    for (size_t i = 0; i < count; i++)
        s.keys[i] = items[i].period;
    sorting_by_few(&s, by_period, knows);
    for (size_t i = 0; i < count; i++)
        s.keys[i] = ranking->ranks[items[i].area];
    sorting_by(&s, (uint32_t)ranking->study->areas.count);
    for (size_t i = 0; i < count; i++)
        s.keys[i] = items[i].indicator;
    sorting_by_few(&s, by_indicator, knows);
    put_in_order(items, s.order, count);
    arena_rewind(ranking->scratch, mark);
}

/* Of two rows of one indicator. */
static bool is_after(const struct result *a, const struct result *b,
                     const struct ranking *ranking)
{
    int order = 0;
    if (a->area != b->area)
        return ranking->ranks[a->area] > ranking->ranks[b->area];
    if (a->period != b->period)
        order = order_periods(a->period, b->period);
    if (order == 0)
        order = compare_breakdowns(a->breakdown, b->breakdown,
                                   &ranking->study->codebook);
    return order > 0;
}

/* One indicator's rows; [sorted]: they are in their order already. */
struct span_state {
    struct results_span span;
    bool sorted;
};

/* Looks at every row once: where each indicator's rows stand, in the order they
 * do. False when the rows of an indicator are no neighbours. */
static bool spans_fill(struct span_state spans[], size_t *count,
                       const struct results *results,
                       const struct ranking *ranking)
{
    const struct result *items = results->items;
    bool *seen =
        arena_array(ranking->scratch, ranking->study->catalogue.count, bool);
    *count = 0;
    for (size_t first = 0, end; first < results->count; first = end) {
        struct span_state *state = &spans[*count];
        uint16_t indicator = items[first].indicator;
        if (seen[indicator])
            return false;
        seen[indicator] = state->sorted = true;
        for (end = first + 1; end < results->count; end++) {
            if (items[end].indicator != indicator)
                break;
            if (state->sorted &&
                is_after(&items[end - 1], &items[end], ranking))
                state->sorted = false;
        }
        spans[(*count)++].span = (struct results_span){ first, end };
    }
    return true;
}

/* Where the rows of an indicator stand, and its id. */
struct placed {
    struct results_span span;
    const char *id;
};

static int by_id(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    return strcmp(a->id, b->id);
}

/* Takes the rows of [strays] aside, which then stand there one after the other.
 */
static struct result *hold_rows(const struct result items[],
                                struct placed strays[], size_t count)
{
    struct result *held = NULL;
    size_t rows = 0, room = 0;
    for (size_t i = 0; i < count; i++) {
        struct results_span span = strays[i].span;
        size_t more = span.end - span.first;
        held = grow_to(held, &room, rows + more, sizeof *held);
        memcpy(held + rows, items + span.first, more * sizeof *held);
        strays[i].span = (struct results_span){ rows, rows + more };
        rows += more;
    }
    return held;
}

/* The rows stand indicator by indicator, most where they belong: one with an id
 * before that of rows above it is a stray. Strays are taken aside, and from the
 * last row on every place is filled with what belongs there; the others only
 * ever move down, each once. */
static void arrange_spans(struct result items[], size_t rows,
                          const struct span_state spans[], size_t count,
                          const struct ranking *ranking)
{
    const struct indicator *known = ranking->study->catalogue.items;
    struct placed *kept = arena_array(ranking->scratch, count, struct placed);
    struct placed *strays = arena_array(ranking->scratch, count, struct placed);
    size_t kept_count = 0, stray_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct placed p = { spans[i].span,
                            known[items[spans[i].span.first].indicator].id };
        if (kept_count == 0 || by_id(&kept[kept_count - 1], &p) < 0)
            kept[kept_count++] = p;
        else
            strays[stray_count++] = p;
    }
    struct result *held = hold_rows(items, strays, stray_count);
    if (stray_count > 1)
        qsort(strays, stray_count, sizeof *strays, by_id);
    while (stray_count > 0) {
        bool stays = kept_count > 0 &&
                     by_id(&kept[kept_count - 1], &strays[stray_count - 1]) > 0;
        struct placed *last =
            stays ? &kept[--kept_count] : &strays[--stray_count];
        const struct result *from = stays ? items : held;
        size_t moved = last->span.end - last->span.first;
        rows -= moved;
        memmove(items + rows, from + last->span.first, moved * sizeof *items);
    }
    free(held);
}

/* (1) */
static void order_rows(struct results *results, const struct study *study)
{
    struct arena *scratch = arena_new();
    struct span_state *spans =
        arena_array(scratch, study->catalogue.count, struct span_state);
    struct ranking ranking = ranking_new(study, scratch);
    size_t count = 0;
    if (spans_fill(spans, &count, results, &ranking)) {
        for (size_t i = 0; i < count; i++)
            if (!spans[i].sorted)
                sort_rows(results->items + spans[i].span.first,
                          spans[i].span.end - spans[i].span.first, &ranking);
        arrange_spans(results->items, results->count, spans, count, &ranking);
    } else {
        sort_rows(results->items, results->count, &ranking);
    }
    arena_free(scratch);
}

void results_order(struct results *results, const struct study *study)
{
    order_rows(results, study);
    results->indicator_count = 0;
}

void results_sort(struct results *results, const struct study *study)
{
    order_rows(results, study);
    index_build(results, study);
}

/* --- equity -------------------------------------------------------------- */

struct equity_curves *equity_curves_new(struct arena *arena)
{
    struct equity_curves *curves = arena_new_of(arena, struct equity_curves);
    arena_defer(arena, grow_release, &curves->items);
    return curves;
}

struct equity_curve *equity_curves_add(struct equity_curves *curves)
{
    grow(curves->items, curves->count, curves->room);
    return &curves->items[curves->count++];
}

const struct equity_curve *
equity_curves_find(const struct equity_curves *curves, uint16_t indicator,
                   period p, int tier, bool by_attribute)
{
    for (size_t i = 0; curves != NULL && i < curves->count; i++) {
        const struct equity_curve *curve = &curves->items[i];
        if (curve->indicator == indicator && curve->period == p &&
            curve->tier == tier && (curve->attribute != NULL) == by_attribute)
            return curve;
    }
    return NULL;
}

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
