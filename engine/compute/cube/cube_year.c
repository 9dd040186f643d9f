/*
 * cube_year.c - a year made of its parts; the numbers are those of the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/cube_year.h"

#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/cube/cube_year_check.h"
#include "engine/compute/cube/year_map.h"
#include "engine/compute/cube/year_way.h"
#include "engine/compute/indicator/naming.h"
#include "engine/model/study.h"

enum { ALL_MONTHS = (1 << YEAR_MONTHS) - 1 };

/* Parts that make no year, with the same months missing. */
struct gap {
    unsigned missing; /* a bit a month */
    unsigned count;
    uint32_t row; /* of the first */
};

struct maker {
    struct cube *cube;
    const struct study *study;
    struct arena *arena;
    struct findings *findings;
    struct fact *made;
    size_t made_count, filled; /* filled: years that were there, but empty */
    /* Of the quantity and year in hand. */
    struct gap *gaps;
    size_t gap_count;
};

/* By quantity and year, then cell and area, then months, longer parts first. */
static int by_year(const void *left, const void *right)
{
    const struct year_part *l = left, *r = right;
    const struct fact *a = l->fact, *b = r->fact;
    int year_a = period_year(a->period), year_b = period_year(b->period);

    if (a->quantity != b->quantity)
        return a->quantity < b->quantity ? -1 : 1;
    if (year_a != year_b)
        return year_a < year_b ? -1 : 1;
    if (a->cell != b->cell)
        return a->cell < b->cell ? -1 : 1;
    if (a->area != b->area)
        return a->area < b->area ? -1 : 1;
    if (l->from != r->from)
        return l->from < r->from ? -1 : 1;
    if (l->end != r->end)
        return l->end > r->end ? -1 : 1;
    return (a->period > b->period) - (a->period < b->period);
}

static bool same_run(const struct year_part *a, const struct year_part *b)
{
    return a->fact->quantity == b->fact->quantity &&
           period_year(a->fact->period) == period_year(b->fact->period);
}

static bool same_year(const struct year_part *a, const struct year_part *b)
{
    return same_run(a, b) && a->fact->cell == b->fact->cell &&
           a->fact->area == b->fact->area;
}

/* (8) */
static struct year_part *gather(const struct maker *m, size_t *count)
{
    struct fact *carried;
    size_t moved =
        year_map_carry(&carried, m->cube, m->study, m->arena, m->findings);
    struct year_part *parts, part;
    size_t room = moved, n = 0;

    for (size_t i = 0; i < m->cube->count; i++)
        room += year_part_of(&m->cube->facts[i], &part);
    parts = arena_array(m->arena, room, struct year_part);
    for (size_t i = 0; i < m->cube->count; i++)
        if (year_part_of(&m->cube->facts[i], &part) &&
            !year_map_moves(part.fact, m->study))
            parts[n++] = part;
    for (size_t i = 0; i < moved; i++)
        if (year_part_of(&carried[i], &part))
            parts[n++] = part;
    if (n > 1)
        qsort(parts, n, sizeof *parts, by_year);
    *count = n;
    return parts;
}

static const struct quantity *quantity_of(const struct maker *m,
                                          const struct fact *fact)
{
    return &m->study->codebook.quantities[fact->quantity];
}

/* (4) */
static void set_parts(struct maker *m, struct fact *year,
                      const struct year_way ways[])
{
    bool mean = year_is_mean(quantity_of(m, year));
    struct fact_part *parts;
    uint32_t count = 0;

    if (ways[0].count < 2)
        return;
    for (unsigned month = 0; month < YEAR_MONTHS;
         month = ways[month].first->end)
        count += fact_part_count(ways[month].first->fact);
    parts = arena_array(m->arena, count, struct fact_part);
    year->parts = parts;
    year->part_count = count;
    for (unsigned month = 0; month < YEAR_MONTHS;
         month = ways[month].first->end) {
        const struct year_part *part = ways[month].first;
        double share = mean ? year_part_share(part, &YEAR_WHOLE) : 1;
        fact_part_put(parts, part->fact, share, share * part->fact->value);
        parts += fact_part_count(part->fact);
    }
}

/* The year of one area and cell; when there is none, the months it lacks. */
static unsigned find_year(struct maker *m, const struct year_part parts[],
                          size_t count, struct fact *year)
{
    const struct year_part *last = year_part_last(parts, count);
    struct year_way ways[YEAR_MONTHS + 1];
    struct parts sum;
    const struct quantity *q = quantity_of(m, parts->fact);
    unsigned missing = 0;

    if (!year_goes_on(q)) {
        year_way_lay(ways, &YEAR_WHOLE, parts, count);
        missing = year_way_left(ways, &YEAR_WHOLE);
        if (missing == 0) {
            *year = year_way_total(ways, &YEAR_WHOLE, q, &sum);
            set_parts(m, year, ways);
        }
    } else if (!last || last->end < YEAR_MONTHS) {
        missing = (unsigned)ALL_MONTHS << (last ? last->end : 0) & ALL_MONTHS;
    } else {
        *year = *last->fact;
    }
    year->period = period_of_year(period_year(parts->fact->period));
    return missing;
}

static void note_gap(struct maker *m, const struct year_part *part,
                     unsigned missing)
{
    for (size_t i = 0; i < m->gap_count; i++)
        if (m->gaps[i].missing == missing) {
            m->gaps[i].count++;
            return;
        }
    m->gaps[m->gap_count++] = (struct gap){ missing, 1, part->fact->row };
}

/* "2023-Q1, 2023-H2": months in the longest parts of a year they fill. */
static const char *missing_words(const struct maker *m, int year,
                                 unsigned missing)
{
    static const struct {
        enum period_kind kind;
        unsigned months;
    } lengths[] = { { PERIOD_HALF, 6 },
                    { PERIOD_QUARTER, 3 },
                    { PERIOD_MONTH, 1 } };
    const char *words = "";

    for (unsigned month = 0; month < YEAR_MONTHS;) {
        size_t k = 0;
        unsigned bits, months;
        for (;; k++) {
            months = lengths[k].months;
            bits = ((1u << months) - 1) << month;
            if (months == 1 ||
                (month % months == 0 && (missing & bits) == bits))
                break;
        }
        if (missing & 1u << month) {
            const char *name = naming_period(
                period_make(year, lengths[k].kind, (int)(month / months) + 1),
                m->arena);
            words =
                words[0] ? arena_format(m->arena, "%s, %s", words, name) : name;
        }
        month += months;
    }
    return words;
}

/* (5) */
static void tell_gaps(struct maker *m, const struct year_part *run)
{
    const struct table *table = m->cube->table;
    int year = period_year(run->fact->period);

    for (size_t i = 0; i < m->gap_count; i++) {
        const struct gap *gap = &m->gaps[i];
        finding_add(m->findings, FINDING_year_incomplete,
                    table_place(table, gap->row), "quantity",
                    naming_quantity(m->study, &table->bands,
                                    run->fact->quantity, 0, m->arena),
                    "period", naming_period(period_of_year(year), m->arena),
                    "missing", missing_words(m, year, gap->missing), NULL)
            ->count = gap->count;
    }
    m->gap_count = 0;
}

static void make_year(struct maker *m, const struct year_part parts[],
                      size_t count)
{
    const struct fact *first = parts->fact;
    period p = period_of_year(period_year(first->period));
    /* The cube is ours: what it finds may be written to. */
    struct fact *reported = (struct fact *)(uintptr_t)cube_find(
        m->cube, first->quantity, p, first->area, first->cell);
    struct fact year;
    unsigned missing;

    cube_year_check(reported, parts, count, m->cube, m->study, m->findings);
    if (!area_lives(&m->study->areas, first->area, period_end(p)) || /* (7) */
        (reported &&
         (has_value(reported->value) || reported->status != STATUS_MISSING)))
        return;
    missing = find_year(m, parts, count, &year);
    if (missing != 0) {
        note_gap(m, parts, missing);
    } else if (!reported) {
        m->made[m->made_count++] = year;
    } else {
        *reported = year;
        m->filled++;
    }
}

/* All areas and cells of one quantity and year. */
static void make_years(struct maker *m, const struct year_part run[],
                       size_t count)
{
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (!same_year(&run[first], &run[end]))
                break;
        make_year(m, run + first, end - first);
    }
    tell_gaps(m, run);
}

static void append(struct maker *m)
{
    struct cube *cube = m->cube;
    struct fact *facts =
        arena_array(m->arena, cube->count + m->made_count, struct fact);

    for (size_t i = 0; i < cube->count; i++)
        facts[i] = cube->facts[i];
    for (size_t i = 0; i < m->made_count; i++)
        facts[cube->count + i] = m->made[i];
    cube->facts = facts;
    cube->count += m->made_count;
}

bool cube_year(struct cube *cube, const struct study *study,
               struct arena *arena, struct findings *findings)
{
    struct maker m = {
        .cube = cube, .study = study, .arena = arena, .findings = findings
    };
    size_t count;
    struct year_part *parts = gather(&m, &count);

    if (count == 0)
        return false;
    m.made = arena_array(arena, count, struct fact);
    m.gaps = arena_array(arena, ALL_MONTHS + 1, struct gap);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (!same_run(&parts[first], &parts[end]))
                break;
        make_years(&m, parts + first, end - first);
    }
    if (m.made_count > 0)
        append(&m);
    return m.made_count + m.filled > 0;
}
