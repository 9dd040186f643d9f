/*
 * sample.c - the areas whose unevenness is measured.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/equity/sample.h"

#include <assert.h>
#include <math.h>

#include "engine/base/arena.h"
#include "engine/compute/equity/weighted.h"

/* Shares that miss a border by this much missed it by rounding. */
static const double TOUCH = 1e-12;

/* Values that differ by this part of the larger differ by rounding. */
static const double ROUNDING = 1e-12;

/* What sample_refresh writes; the sample shows it read-only. */
struct sample_room {
    double *ratio, *log_ratio, *reached, *held;
    struct ordering ordering;
};

static struct sample_room *room_new(size_t count, struct arena *arena)
{
    struct sample_room *room = arena_new_of(arena, struct sample_room);

    room->ratio = arena_array(arena, count, double);
    room->log_ratio = arena_array(arena, count, double);
    room->reached = arena_array(arena, count, double);
    room->held = arena_array(arena, count, double);
    room->ordering = ordering_new(count, arena);
    return room;
}

/* (2) Each area's part in the mean over those at [order]. */
static const double *end_of_order(const struct sample *s, double order,
                                  struct arena *arena)
{
    double *part = arena_array(arena, s->count, double), weight = 0;

    for (size_t i = 0; i < s->count; i++)
        if (s->order[i] <= order && s->order[i] >= order)
            weight += part[i] = s->weight[i];
    for (size_t i = 0; i < s->count; i++)
        part[i] /= weight;
    return part;
}

static void prepare_order(struct sample *s, struct arena *arena)
{
    double *rank = arena_array(arena, s->count, double);
    uint32_t *by_order = arena_array(arena, s->count, uint32_t);

    weighted_order(by_order, s->order, s->count);
    weighted_midranks(rank, s->order, s->weight, by_order, s->count);
    s->rank = rank;
    s->most_part = end_of_order(s, s->order[by_order[0]], arena);
    s->least_part = end_of_order(s, s->order[by_order[s->count - 1]], arena);
}

static double sum_of_products(const double a[], const double b[], size_t count)
{
    double sum = 0;

#pragma omp simd reduction(+ : sum)
    for (size_t i = 0; i < count; i++)
        sum += a[i] * b[i];
    return sum;
}

static void find_ends(struct sample *s)
{
    double low = HUGE_VAL, high = -HUGE_VAL;

    for (size_t i = 0; i < s->count; i++) {
        low = s->value[i] < low ? s->value[i] : low;
        high = s->value[i] > high ? s->value[i] : high;
    }
    s->low = low;
    s->high = high;
    s->alike = high - low <= ROUNDING * (high > -low ? high : -low);
    s->best = s->better == BETTER_LOWER ? low : high;
    s->least = s->most = NO_VALUE;
    if (!s->order)
        return;
    s->least = sum_of_products(s->least_part, s->value, s->count);
    s->most = sum_of_products(s->most_part, s->value, s->count);
}

static void divide_by_mean(struct sample *s)
{
    double over = 1 / s->mean, *ratio = s->room->ratio;
    double *log_ratio = s->room->log_ratio;

    s->ratio = s->log_ratio = NULL;
    if (!(s->mean > 0 && s->low >= 0))
        return;
    for (size_t i = 0; i < s->count; i++)
        ratio[i] = s->value[i] * over;
    for (size_t i = 0; i < s->count; i++)
        log_ratio[i] = ratio[i] > 0 ? log(ratio[i]) : -HUGE_VAL;
    s->ratio = ratio;
    s->log_ratio = log_ratio;
}

static void draw_lorenz(struct sample *s)
{
    struct sample_room *room = s->room;
    double reached = 0, held = 0;

    ordering_sort(&room->ordering, s->value, s->low, s->high);
    for (size_t k = 0; k < s->count; k++) {
        uint32_t i = room->ordering.order[k];
        room->reached[k] = reached += s->share[i];
        room->held[k] = held += s->share[i] * s->value[i];
    }
    room->reached[s->count - 1] = 1;
    s->ascending = room->ordering.order;
    s->reached = room->reached;
    s->held = room->held;
}

void sample_refresh(struct sample *s)
{
    s->mean = sum_of_products(s->share, s->value, s->count);
    find_ends(s);
    divide_by_mean(s);
    draw_lorenz(s);
}

void sample_prepare(struct sample *s, struct arena *arena)
{
    double *share = arena_array(arena, s->count, double);

    assert(s->count > 0);
    s->total = weighted_sum(s->weight, s->count);
    for (size_t i = 0; i < s->count; i++) {
        assert(s->weight[i] > 0 && has_value(s->value[i]));
        share[i] = s->weight[i] / s->total;
    }
    s->share = share;
    s->rank = s->least_part = s->most_part = NULL;
    if (s->order)
        prepare_order(s, arena);
    s->room = room_new(s->count, arena);
    sample_refresh(s);
}

void sample_twin(struct sample *twin, const struct sample *of, double **values,
                 struct arena *arena)
{
    *twin = *of;
    *values = arena_array(arena, of->count, double);
    twin->value = *values;
    twin->room = room_new(of->count, arena);
}

/* The first in ascending order at which the share [q] is reached. */
static size_t border(const struct sample *s, double q)
{
    size_t low = 0, high = s->count - 1;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (s->reached[middle] >= q)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

double sample_quantile(const struct sample *s, double q)
{
    return s->value[s->ascending[border(s, q - TOUCH)]];
}

double sample_held(const struct sample *s, double q)
{
    size_t k = border(s, q);
    double before = k > 0 ? s->reached[k - 1] : 0;
    double held = k > 0 ? s->held[k - 1] : 0;

    return held + (q - before) * s->value[s->ascending[k]];
}
