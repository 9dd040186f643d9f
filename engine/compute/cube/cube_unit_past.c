/*
 * cube_unit_past.c - figures against their own past: (1) to (5) of cube_unit.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/cube_unit_past.h"

#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/cube/cube_unit_map.h"
#include "engine/compute/cube/unit_power.h"
#include "engine/model/study.h"

/* (2) In log10. With few steps the spread is not known so well. */
static const double APART = 7, NEAR = 5, NEAR_LEAST = 0.15, NEAR_MOST = 0.3,
                    SPREAD_LEAST = 0.013, SPREAD_OF_FEW = 0.1,
                    SIGMA_OF_MEDIAN = 1.4826;
enum { FEW = 5, THOUSAND = 3, TWO_POWERS = 2 };

struct watch {
    const struct cube *cube;
    const struct study *study;
    struct unit_map map;
    struct unit_doubt *doubts; /* by fact */
    struct arena *arena;
    /* The group in hand: one quantity and cell, one part of the year. */
    const struct quantity *quantity;
    double spread;
    int first_year;
    size_t starting, pairs;     /* series that start with it; of two figures */
    struct unit_doubt **starts; /* the doubts in their first years */
    size_t start_count, low_starts;
};

/* A figure of a series; fact is NULL for what the territory had before. */
struct point {
    const struct fact *fact;
    double value;
    period when;
    int level; /* powers of ten above the first */
};

/* Which part of the year: a quarter is set against quarters. */
static unsigned part_of(const struct fact *fact)
{
    return fact->period & 0xffff;
}

static int by_series(const void *left, const void *right)
{
    const struct fact *l = *(const struct fact *const *)left;
    const struct fact *r = *(const struct fact *const *)right;

    if (l->quantity != r->quantity)
        return l->quantity < r->quantity ? -1 : 1;
    if (part_of(l) != part_of(r))
        return part_of(l) < part_of(r) ? -1 : 1;
    if (l->cell != r->cell)
        return l->cell < r->cell ? -1 : 1;
    if (l->area != r->area)
        return l->area < r->area ? -1 : 1;
    return (l->period > r->period) - (l->period < r->period);
}

static bool same_group(const struct fact *a, const struct fact *b)
{
    return a->quantity == b->quantity && part_of(a) == part_of(b) &&
           a->cell == b->cell;
}

static const struct fact **gather(const struct watch *w, size_t *count)
{
    const struct fact **facts =
        arena_array(w->arena, w->cube->count, const struct fact *);
    size_t n = 0;

    for (size_t i = 0; i < w->cube->count; i++) {
        const struct fact *fact = &w->cube->facts[i];
        if (has_value(fact->value) && fact->value > 0 &&
            fact->status != STATUS_UNRELIABLE)
            facts[n++] = fact;
    }
    if (n > 1)
        qsort(facts, n, sizeof *facts, by_series);
    *count = n;
    return facts;
}

static int by_size(const void *left, const void *right)
{
    double l = *(const double *)left, r = *(const double *)right;

    return (l > r) - (l < r);
}

/* (2) */
static double spread_of(const struct watch *w, const struct fact *const facts[],
                        size_t count)
{
    struct arena_mark mark = arena_mark(w->arena);
    double *off = arena_array(w->arena, count, double), spread;
    size_t n = 0;

    for (size_t i = 1; i < count; i++) {
        double step;
        if (facts[i]->area != facts[i - 1]->area)
            continue;
        step = log10(facts[i]->value / facts[i - 1]->value);
        off[n++] = fabs(step - unit_power(step));
    }
    if (n > 1)
        qsort(off, n, sizeof *off, by_size);
    spread = n == 0 ? 0 : SIGMA_OF_MEDIAN * off[n / 2];
    arena_rewind(w->arena, mark);
    return fmax(spread, n < FEW ? SPREAD_OF_FEW : SPREAD_LEAST);
}

/* (2), (3) Does the step lead to another level? */
static bool is_jump(const struct watch *w, double one, double other, int power)
{
    double off = fabs(log10(other / one) - power);

    return abs(power) >= APART * w->spread &&
           off <= fmin(NEAR_MOST, fmax(NEAR_LEAST, NEAR * w->spread)) &&
           unit_large_enough(w->quantity, one, other, power);
}

/* (1) The level of most; of two, the earlier, or by a thousand the higher. */
static int right_level(const struct point points[], size_t count)
{
    size_t most = 0;
    int right = 0;

    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        for (size_t k = 0; k < count; k++)
            same += points[k].level == points[i].level;
        if (same > most ||
            (same == most && points[i].level - right >= THOUSAND)) {
            most = same;
            right = points[i].level;
        }
    }
    return right;
}

static const struct point *nearest_right(const struct point points[],
                                         size_t count, size_t at, int right)
{
    for (size_t away = 1;; away++) {
        if (away <= at && points[at - away].level == right)
            return &points[at - away];
        if (at + away < count && points[at + away].level == right)
            return &points[at + away];
    }
}

static struct unit_doubt *doubt_of(const struct watch *w,
                                   const struct point *point)
{
    return &w->doubts[point->fact - w->cube->facts];
}

/* (1) Points that are linked by steps. */
static void judge(const struct watch *w, const struct point points[],
                  size_t count)
{
    int right = right_level(points, count);

    for (size_t i = 0; count > 1 && i < count; i++) {
        struct unit_doubt *doubt;
        const struct point *other;
        if (!points[i].fact)
            continue;
        doubt = doubt_of(w, &points[i]);
        doubt->tested = true;
        if (points[i].level == right)
            continue;
        other = nearest_right(points, count, i, right);
        doubt->power = points[i].level - right;
        doubt->other = other->value;
        doubt->against = other->when;
    }
}

/* (5) Is the doubt about a figure that a low beginning explains? Of two figures
 * the later is doubted, though the first is the low one. */
static bool begins_low(const struct point points[], size_t count, size_t at,
                       int power)
{
    if (count == 2 && at == 1)
        return power > 0 && power <= TWO_POWERS;
    return power < 0 && power >= -TWO_POWERS &&
           (at == 0 || points[at].level >= points[at - 1].level);
}

/* (5) The first figures of a series that has no past. */
static void judge_start(struct watch *w, const struct point points[],
                        size_t count)
{
    bool late, low = false;

    if (!points[0].fact || count < 2)
        return;
    late = period_year(points[0].when) > w->first_year;
    for (size_t i = 0; i < count; i++) {
        struct unit_doubt *doubt = doubt_of(w, &points[i]);
        if (doubt->power == 0 && count == 2)
            continue;
        if (!begins_low(points, count, i, doubt->power))
            break;
        low = true;
        if (late)
            doubt->power = 0;
        else
            w->starts[w->start_count++] = doubt;
    }
    w->starting += !late;
    w->pairs += count == 2 && !late;
    w->low_starts += low && !late;
}

/* (5) Did half of the areas begin so? One alone with two figures is no
 * witness. */
static bool starts_are_low(const struct watch *w)
{
    return 2 * w->low_starts >= w->starting &&
           !(w->starting == 1 && w->pairs == 1);
}

/* Links the points; what is neither ordinary nor a jump cuts them apart. */
static void judge_points(struct watch *w, struct point points[], size_t count)
{
    size_t first = 0;

    for (size_t i = 1; i < count; i++) {
        double one = points[i - 1].value, other = points[i].value;
        int power = unit_power(log10(other / one));
        points[i].level = points[i - 1].level + power;
        if (power == 0 || is_jump(w, one, other, power))
            continue;
        judge(w, points + first, i - first);
        first = i;
    }
    judge(w, points + first, count - first);
    judge_start(w, points, count);
}

/* A series that no reform cuts, with what its territory had before. */
static void judge_series(struct watch *w, const struct fact *const facts[],
                         size_t count)
{
    struct arena_mark mark = arena_mark(w->arena);
    struct point *points = arena_array(w->arena, count + 1, struct point);
    period when = NO_PERIOD;
    double before = unit_map_heritage(&w->map, w->cube, facts[0], &when);
    size_t n = 0;

    if (has_value(before) && before > 0)
        points[n++] = (struct point){ NULL, before, when, 0 };
    for (size_t i = 0; i < count; i++)
        points[n++] =
            (struct point){ facts[i], facts[i]->value, facts[i]->period, 0 };
    judge_points(w, points, n);
    arena_rewind(w->arena, mark);
}

static void judge_group(struct watch *w, const struct fact *const facts[],
                        size_t count)
{
    struct arena_mark mark = arena_mark(w->arena);

    w->quantity = &w->study->codebook.quantities[facts[0]->quantity];
    w->spread = spread_of(w, facts, count);
    w->starts = arena_array(w->arena, count, struct unit_doubt *);
    w->starting = w->pairs = w->start_count = w->low_starts = 0;
    w->first_year = period_year(facts[0]->period);
    for (size_t i = 1; i < count; i++)
        if (period_year(facts[i]->period) < w->first_year)
            w->first_year = period_year(facts[i]->period);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (facts[end]->area != facts[first]->area ||
                unit_map_cuts(&w->map, facts[end - 1], facts[end]))
                break;
        judge_series(w, facts + first, end - first);
    }
    for (size_t i = 0; i < w->start_count && starts_are_low(w); i++)
        w->starts[i]->power = 0;
    arena_rewind(w->arena, mark);
}

struct unit_doubt *unit_doubts_of(const struct cube *cube,
                                  const struct study *study,
                                  struct arena *arena)
{
    struct watch w = { .cube = cube,
                       .study = study,
                       .map = unit_map_of(study, arena),
                       .doubts =
                           arena_array(arena, cube->count, struct unit_doubt),
                       .arena = arena };
    size_t count;
    const struct fact **facts = gather(&w, &count);

    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (!same_group(facts[first], facts[end]))
                break;
        judge_group(&w, facts + first, end - first);
    }
    return w.doubts;
}
