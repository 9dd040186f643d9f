/*
 * quality_copy.c - figures that repeat others.
 *
 * Only telling figures count: those of 100 or more, and those with decimals.
 * One centre in each commune is no copy.
 *
 *  (1) copied_year: of what a file gives for a year and what was known for the
 *      year before, at least eight figures are telling and nine of ten of them
 *      are the same, in at least two areas. A published total is not counted.
 *  (2) copied_area: two areas of one file and year have the same figures
 *      throughout, at least three of them telling. It is told of the later.
 *  (3) no_variation: a quantity has one and the same figure in at least five
 *      areas of a tier and two years, ten figures or more: telling ones, or a
 *      rate.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/indicator/naming.h"
#include "engine/compute/quality/quality_rules.h"

static const double TELLING = 100, MOST = 0.9;
enum {
    OF_A_FILE = 8,
    AREAS_OF_A_FILE = 2,
    OF_AN_AREA = 3,
    AREAS_ALIKE = 5,
    YEARS_ALIKE = 2,
    ALIKE = 10
};

/* A fact with its file; [count] of them in a list. */
struct entry {
    const struct fact *fact;
    uint32_t source;
};

struct entries {
    struct entry *items;
    size_t count;
};

static bool is_telling(double value)
{
    return value >= TELLING || (value > 0 && value != round(value));
}

static struct entries gather(const struct quality *q)
{
    struct entries all = {
        arena_array(q->scratch, q->cube->count + 1, struct entry), 0
    };

    for (size_t i = 0; i < q->cube->count; i++)
        if (quality_sound(&q->cube->facts[i]))
            all.items[all.count++] =
                (struct entry){ &q->cube->facts[i],
                                q->cube->table->source[q->cube->facts[i].row] };
    return all;
}

/* File, period, area, quantity, cell. */
static int by_file(const void *left, const void *right)
{
    const struct entry *l = left, *r = right;

    if (l->source != r->source)
        return l->source < r->source ? -1 : 1;
    if (l->fact->period != r->fact->period)
        return l->fact->period < r->fact->period ? -1 : 1;
    if (l->fact->area != r->fact->area)
        return l->fact->area < r->fact->area ? -1 : 1;
    if (l->fact->quantity != r->fact->quantity)
        return l->fact->quantity < r->fact->quantity ? -1 : 1;
    return (l->fact->cell > r->fact->cell) - (l->fact->cell < r->fact->cell);
}

/* --- (1) --------------------------------------------------------------------
 */

static void tell_year(const struct quality *q, const struct fact *first,
                      size_t same, size_t known)
{
    struct finding *told = finding_add(
        q->findings, FINDING_copied_year, quality_place(q, first), "period",
        naming_period(first->period, q->scratch), "against",
        naming_period(period_shift(first->period, -1), q->scratch), "same",
        arena_format(q->scratch, "%zu", same), "known",
        arena_format(q->scratch, "%zu", known), "area", quality_area(q, first),
        "quantity", quality_quantity(q, first), NULL);

    told->count = (unsigned)same;
}

static void check_year(const struct quality *q, const struct entry entries[],
                       size_t count)
{
    const struct fact *first = NULL;
    uint32_t last = NO_AREA;
    size_t same = 0, known = 0, areas = 0;

    for (size_t i = 0; i < count; i++) {
        const struct fact *now = entries[i].fact;
        const struct fact *before =
            cube_find(q->cube, now->quantity, period_shift(now->period, -1),
                      now->area, now->cell);
        if (!before || !has_value(before->value) || !is_telling(now->value))
            continue;
        known++;
        if (before->value != now->value)
            continue;
        first = first ? first : now;
        areas += now->area != last;
        last = now->area;
        same++;
    }
    if (known >= OF_A_FILE && areas >= AREAS_OF_A_FILE &&
        (double)same >= MOST * (double)known)
        tell_year(q, first, same, known);
}

/* --- (2) --------------------------------------------------------------------
 */

static bool alike(const struct entry a[], const struct entry b[], size_t count)
{
    size_t telling = 0;

    for (size_t i = 0; i < count; i++) {
        if (a[i].fact->quantity != b[i].fact->quantity ||
            a[i].fact->cell != b[i].fact->cell ||
            a[i].fact->value != b[i].fact->value)
            return false;
        telling += is_telling(a[i].fact->value);
    }
    return telling >= OF_AN_AREA;
}

/* The figures of one area, as a list and as a number to sort by. */
struct return_of {
    const struct entry *entries;
    size_t count;
    double sum;
};

static int by_figures(const void *left, const void *right)
{
    const struct return_of *l = left, *r = right;

    if (l->count != r->count)
        return l->count < r->count ? -1 : 1;
    if (l->sum != r->sum)
        return l->sum < r->sum ? -1 : 1;
    return (l->entries > r->entries) - (l->entries < r->entries);
}

static void tell_area(const struct quality *q, const struct return_of *first,
                      const struct return_of *copy)
{
    const struct fact *fact = copy->entries->fact;
    struct finding *told = finding_add(
        q->findings, FINDING_copied_area, quality_place(q, fact), "area",
        quality_area(q, fact), "other", quality_area(q, first->entries->fact),
        "period", naming_period(fact->period, q->scratch), "same",
        arena_format(q->scratch, "%zu", copy->count), NULL);

    told->count = (unsigned)copy->count;
}

static void check_areas(const struct quality *q, const struct entry entries[],
                        size_t count)
{
    struct return_of *all = arena_array(q->scratch, count, struct return_of);
    size_t n = 0;

    for (size_t first = 0, end; first < count; first = end) {
        struct return_of *r = &all[n++];
        r->entries = &entries[first];
        for (end = first; end < count &&
                          entries[end].fact->area == entries[first].fact->area;
             end++)
            r->sum += entries[end].fact->value;
        r->count = end - first;
    }
    qsort(all, n, sizeof *all, by_figures);
    for (size_t i = 1; i < n; i++)
        if (all[i].count == all[i - 1].count &&
            alike(all[i - 1].entries, all[i].entries, all[i].count))
            tell_area(q, &all[i - 1], &all[i]);
}

static void check_files(const struct quality *q, struct entries all)
{
    for (size_t first = 0, end; first < all.count; first = end) {
        for (end = first + 1; end < all.count; end++)
            if (all.items[end].source != all.items[first].source ||
                all.items[end].fact->period != all.items[first].fact->period)
                break;
        check_year(q, all.items + first, end - first);
        check_areas(q, all.items + first, end - first);
    }
}

/* --- (3) --------------------------------------------------------------------
 */

struct sameness {
    const struct fact *first;
    size_t figures, areas, years;
    bool varies;
};

/* Of one quantity, cell and tier; years are in order. */
static struct sameness sameness_of(const struct quality *q,
                                   const struct entry entries[], size_t count)
{
    struct sameness s = { .first = entries[0].fact, .varies = count == 0 };
    bool *seen = arena_array(q->scratch, q->study->areas.count, bool);
    period last = NO_PERIOD;

    for (size_t i = 0; i < count && !s.varies; i++) {
        const struct fact *fact = entries[i].fact;
        s.varies = fact->value != s.first->value;
        s.figures++;
        s.areas += !seen[fact->area];
        s.years += fact->period != last;
        seen[fact->area] = true;
        last = fact->period;
    }
    return s;
}

static void check_sameness(const struct quality *q,
                           const struct entry entries[], size_t count)
{
    struct arena_mark mark = arena_mark(q->scratch);
    struct sameness s = sameness_of(q, entries, count);
    bool rate = q->study->codebook.quantities[s.first->quantity].over_areas ==
                OVER_AREAS_NONE;

    if (!s.varies && s.figures >= ALIKE && s.areas >= AREAS_ALIKE &&
        s.years >= YEARS_ALIKE &&
        (is_telling(s.first->value) || (rate && s.first->value > 0)))
        finding_add(q->findings, FINDING_no_variation,
                    quality_place(q, s.first), "quantity",
                    quality_quantity(q, s.first), "reported",
                    naming_number(q->study, s.first->value, q->scratch),
                    "areas", arena_format(q->scratch, "%zu", s.areas), "years",
                    arena_format(q->scratch, "%zu", s.years), NULL)
            ->count = (unsigned)s.figures;
    arena_rewind(q->scratch, mark);
}

/* Quantity, cell, period: the facts as the cube has them, but cells go before
 * periods. */
static int by_quantity(const void *left, const void *right)
{
    const struct entry *l = left, *r = right;

    if (l->fact->quantity != r->fact->quantity)
        return l->fact->quantity < r->fact->quantity ? -1 : 1;
    if (l->fact->cell != r->fact->cell)
        return l->fact->cell < r->fact->cell ? -1 : 1;
    return (l->fact > r->fact) - (l->fact < r->fact);
}

static void check_quantity(const struct quality *q,
                           const struct entry entries[], size_t count)
{
    struct entry *tier = arena_array(q->scratch, count, struct entry);

    for (int t = TIER_COUNTRY; t < TIER_COUNT; t++) {
        size_t n = 0;
        for (size_t i = 0; i < count; i++)
            if ((int)q->study->areas.items[entries[i].fact->area].tier == t)
                tier[n++] = entries[i];
        if (n >= ALIKE)
            check_sameness(q, tier, n);
    }
}

static void check_quantities(const struct quality *q, struct entries all)
{
    for (size_t first = 0, end; first < all.count; first = end) {
        struct arena_mark mark = arena_mark(q->scratch);
        for (end = first + 1; end < all.count; end++)
            if (all.items[end].fact->quantity !=
                    all.items[first].fact->quantity ||
                all.items[end].fact->cell != all.items[first].fact->cell)
                break;
        check_quantity(q, all.items + first, end - first);
        arena_rewind(q->scratch, mark);
    }
}

void quality_copies(const struct quality *q)
{
    struct entries all = gather(q);

    if (all.count < 2)
        return;
    qsort(all.items, all.count, sizeof *all.items, by_file);
    check_files(q, all);
    qsort(all.items, all.count, sizeof *all.items, by_quantity);
    check_quantities(q, all);
}
