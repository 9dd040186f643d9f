/*
 * cube_build.c - observations become facts.
 *
 *  (1) Rows are put in the order of the cube; rows of one quantity, period,
 *      cell and area are neighbours then and become one fact.
 *  (2) A reported row goes before a printed total, a number before its
 *      absence.
 *  (3) Rows of one sort that contradict one another (a calendar year and the
 *      school year that falls on it) leave the fact without a value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/cube_build.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/sorting.h"
#include "engine/compute/cube/cube_check.h"
#include "engine/compute/cube/cube_unit.h"
#include "engine/compute/cube/cube_year.h"
#include "engine/compute/indicator/naming.h"
#include "engine/model/study.h"

struct builder {
    const struct table *table;
    const struct study *study;
    struct arena *arena, *scratch; /* scratch: as large as the facts */
    struct findings *findings;
    struct cube *cube;
    unsigned char *settled; /* by fact: it has its finding already */
};

static int by_place(const void *left, const void *right)
{
    const struct fact *l = left, *r = right;

    if (l->quantity != r->quantity)
        return l->quantity < r->quantity ? -1 : 1;
    if (l->period != r->period)
        return l->period < r->period ? -1 : 1;
    if (l->cell != r->cell)
        return l->cell < r->cell ? -1 : 1;
    if (l->area != r->area)
        return l->area < r->area ? -1 : 1;
    if (l->published != r->published)
        return l->published ? 1 : -1;
    return (l->row > r->row) - (l->row < r->row);
}

static bool same_fact(const struct fact *a, const struct fact *b)
{
    return a->quantity == b->quantity && a->period == b->period &&
           a->cell == b->cell && a->area == b->area;
}

static bool agree(double a, double b)
{
    return fabs(a - b) <= 1e-9 * fmax(1, fmax(fabs(a), fabs(b)));
}

static struct fact fact_of(const struct table *table, size_t row)
{
    struct fact fact = {
        .quantity = table->quantity[row],
        .period = period_calendar(table->period[row]),
        .cell = table->cell[row],
        .area = table->area[row],
        .value = table->value[row],
        .status = (enum status)table->state[row],
        .published = table->published[row] != 0,
        .row = (uint32_t)row,
    };

    if (fact.status == STATUS_ZERO && !has_value(fact.value))
        fact.value = 0;
    return fact;
}

/* (1) The order of by_place among rows: the least weighty first. */
static const uint32_t *order_of(const struct table *t, const uint32_t rows[],
                                size_t count, uint32_t areas,
                                struct arena *scratch)
{
    struct sorting s = sorting_new(count, scratch);

    for (size_t i = 0; i < count; i++)
        s.keys[i] = t->published[rows[i]] != 0;
    sorting_by_few(&s, NULL, NULL);
    for (size_t i = 0; i < count; i++)
        s.keys[i] = t->area[rows[i]];
    sorting_by(&s, areas);
    for (size_t i = 0; i < count; i++)
        s.keys[i] = (uint32_t)t->cell[rows[i]];
    sorting_by_few(&s, NULL, NULL);
    for (size_t i = 0; i < count; i++)
        s.keys[i] = (uint32_t)(t->cell[rows[i]] >> 32);
    sorting_by_few(&s, NULL, NULL);
    for (size_t i = 0; i < count; i++)
        s.keys[i] = period_calendar(t->period[rows[i]]);
    sorting_by_few(&s, NULL, NULL);
    for (size_t i = 0; i < count; i++)
        s.keys[i] = t->quantity[rows[i]];
    sorting_by_few(&s, NULL, NULL);
    return s.order;
}

/* Rows that name an area, a quantity and a period, in the order of the cube. */
static struct fact *gather(const struct builder *b, size_t *count)
{
    const struct table *t = b->table;
    struct fact *facts = arena_array(b->arena, t->count, struct fact);
    struct arena *scratch = arena_new();
    uint32_t *rows = arena_array(scratch, t->count, uint32_t);
    const uint32_t *order;
    size_t n = 0;

    for (size_t row = 0; row < t->count; row++)
        if (t->area[row] < b->study->areas.count &&
            t->quantity[row] < b->study->codebook.quantity_count &&
            t->period[row] != NO_PERIOD)
            rows[n++] = (uint32_t)row;
    order = order_of(t, rows, n, b->study->areas.count, scratch);
    for (size_t i = 0; i < n; i++)
        facts[i] = fact_of(t, rows[order[i]]);
    arena_free(scratch);
    *count = n;
    return facts;
}

static void tell_conflict(const struct builder *b, const struct fact *first,
                          const struct fact *other)
{
    const struct study *s = b->study;
    struct finding_place place = table_place(b->table, other->row);

    place.value = naming_exact(other->value, b->arena);
    finding_add(b->findings, FINDING_duplicate_conflict, place, "area",
                naming_area(s, first->area), "quantity",
                naming_quantity(s, &b->table->bands, first->quantity,
                                first->cell, b->arena),
                "period", naming_period(first->period, b->arena), "other",
                naming_source(b->table, first->row, b->arena), "reported",
                naming_number(s, other->value, b->arena), "others",
                naming_number(s, first->value, b->arena), NULL);
}

static void tell_total(const struct builder *b, const struct fact *own,
                       const struct fact *printed)
{
    const struct study *s = b->study;
    struct finding_place place = table_place(b->table, printed->row);

    place.value = naming_exact(printed->value, b->arena);
    finding_add(b->findings, FINDING_total_mismatch, place, "area",
                naming_area(s, own->area), "quantity",
                naming_quantity(s, &b->table->bands, own->quantity, own->cell,
                                b->arena),
                "period", naming_period(own->period, b->arena), "total",
                naming_number(s, printed->value, b->arena), "parts",
                naming_number(s, own->value, b->arena), "tier",
                tier_names[s->areas.items[own->area].tier], NULL);
}

/* (3) The one fact of rows of one sort. */
static struct fact settle(const struct builder *b, const struct fact rows[],
                          size_t count, bool *conflict)
{
    struct fact fact = rows[0];

    *conflict = false;
    for (size_t i = 1; i < count; i++) {
        if (!has_value(rows[i].value))
            continue;
        if (!has_value(fact.value)) {
            fact = rows[i];
        } else if (!agree(fact.value, rows[i].value)) {
            tell_conflict(b, &fact, &rows[i]);
            *conflict = true;
            break;
        }
    }
    if (*conflict) {
        fact.value = NO_VALUE;
        fact.status = STATUS_MISSING;
    }
    return fact;
}

/* (2) */
static void add_fact(struct builder *b, const struct fact rows[], size_t count)
{
    size_t own = 0, at = b->cube->count++;
    bool conflict = false, other = false;
    struct fact fact, printed;

    while (own < count && !rows[own].published)
        own++;
    fact = settle(b, rows, own > 0 ? own : count, &conflict);
    if (own > 0 && own < count) {
        printed = settle(b, rows + own, count - own, &other);
        if (!has_value(fact.value) && !conflict) {
            fact = has_value(printed.value) ? printed : fact;
        } else if (has_value(fact.value) && has_value(printed.value) &&
                   !agree(fact.value, printed.value)) {
            tell_total(b, &fact, &printed);
            conflict = true;
        }
    }
    b->cube->facts[at] = fact;
    b->settled[at] = conflict || other;
}

static int by_number(const void *left, const void *right)
{
    period l = *(const period *)left, r = *(const period *)right;

    return (l > r) - (l < r);
}

static bool starts_run(const struct cube *cube, size_t i)
{
    return i == 0 || cube->facts[i].period != cube->facts[i - 1].period;
}

static void list_periods(struct cube *cube, struct arena *arena)
{
    period *all;
    size_t runs = 0;

    cube->period_count = 0;
    for (size_t i = 0; i < cube->count; i++)
        runs += starts_run(cube, i);
    all = arena_array(arena, runs, period);
    runs = 0;
    for (size_t i = 0; i < cube->count; i++)
        if (starts_run(cube, i))
            all[runs++] = cube->facts[i].period;
    if (runs > 1)
        qsort(all, runs, sizeof *all, by_number);
    for (size_t i = 0; i < runs; i++)
        if (cube->period_count == 0 || all[cube->period_count - 1] != all[i])
            all[cube->period_count++] = all[i];
    cube->periods = all;
}

/* A wrong unit explains sums that do not agree, so it goes first. Years that
 * are made carry the doubts found in their parts, and have a past of their own.
 */
static void check(struct builder *b)
{
    struct cube *cube = b->cube;

    list_periods(cube, b->arena);
    cube_unit(cube, b->study, b->settled, b->scratch, b->findings);
    cube_check(cube, b->study, b->settled, b->scratch, b->findings);
    if (!cube_year(cube, b->study, b->arena, b->findings))
        return;
    qsort(cube->facts, cube->count, sizeof *cube->facts, by_place);
    list_periods(cube, b->arena);
    cube_unit(cube, b->study, NULL, b->scratch, b->findings);
}

bool cube_build(struct cube **out, const struct table *table,
                const struct study *study, struct arena *arena,
                struct findings *findings, struct fault *fault)
{
    struct builder b = { table, study, arena, NULL, findings, NULL, NULL };
    struct fact *rows;
    size_t count;

    if (table->written)
        return fault_set(fault, FAULT_INTERNAL, NO_PLACE, "cube.no_register",
                         NULL);
    b.scratch = arena_new();
    rows = gather(&b, &count);
    b.cube = arena_new_of(arena, struct cube);
    b.cube->table = table;
    b.cube->facts = rows; /* one fact never takes more room than its rows */
    b.settled = arena_array(b.scratch, count, unsigned char);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (!same_fact(&rows[first], &rows[end]))
                break;
        add_fact(&b, rows + first, end - first);
    }
    check(&b);
    arena_free(b.scratch);
    *out = b.cube;
    return true;
}
