/*
 * cube_year.c - a year made of its parts; the numbers are those of the header.
 *
 * The parts of one quantity, year, cell and area are laid over the twelve
 * months: from the last month back, the best way from a month on begins with a
 * part that starts there and goes on with the best way from the month after
 * its end, or leaves the month out. Best is what covers most months, then what
 * takes fewest parts; what it leaves out is what is missing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube_year.h"

#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/cube_sum.h"
#include "engine/compute/naming.h"
#include "engine/compute/resolve.h"
#include "engine/model/study.h"

enum { MONTHS = 12, ALL_MONTHS = 0xfff };

/* How far the mean of the parts may lie from a reported one. */
static const double MEAN_SLACK = 0.005;

/* A figure for a part of a year: its months, from 0 to before [end]. */
struct part {
    struct fact *fact;
    unsigned from, end;
};

/* The way from a month to the end of the year. */
struct way {
    unsigned covered, count;
    const struct part *first; /* NULL: the month is left out */
};

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
    size_t made_count;
    /* Of the quantity and year in hand. */
    struct gap *gaps;
    size_t gap_count;
};

static bool months_of(period p, unsigned *from, unsigned *end)
{
    unsigned part = (unsigned)period_part(p);

    switch (period_kind(p)) {
    case PERIOD_HALF:
        *from = 6 * (part - 1);
        *end = 6 * part;
        return true;
    case PERIOD_QUARTER:
        *from = 3 * (part - 1);
        *end = 3 * part;
        return true;
    case PERIOD_MONTHS:
        *from = 0;
        *end = part;
        return true;
    case PERIOD_MONTH:
        *from = part - 1;
        *end = part;
        return true;
    case PERIOD_NONE:
    case PERIOD_YEAR:
    case PERIOD_SCHOOL_START:
    case PERIOD_SCHOOL_END:
        break;
    }
    return false;
}

/* By quantity and year, then cell and area, then months, longer parts first. */
static int by_year(const void *left, const void *right)
{
    const struct part *l = left, *r = right;
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

static bool same_run(const struct part *a, const struct part *b)
{
    return a->fact->quantity == b->fact->quantity &&
           period_year(a->fact->period) == period_year(b->fact->period);
}

static bool same_year(const struct part *a, const struct part *b)
{
    return same_run(a, b) && a->fact->cell == b->fact->cell &&
           a->fact->area == b->fact->area;
}

static struct part *gather(const struct maker *m, size_t *count)
{
    struct part *parts = arena_array(m->arena, m->cube->count, struct part);
    size_t n = 0;

    for (size_t i = 0; i < m->cube->count; i++) {
        struct part part = { .fact = &m->cube->facts[i] };
        if (months_of(part.fact->period, &part.from, &part.end))
            parts[n++] = part;
    }
    if (n > 1)
        qsort(parts, n, sizeof *parts, by_year);
    *count = n;
    return parts;
}

/* The year itself, which every part lies in. */
static const struct part WHOLE_YEAR = { NULL, 0, MONTHS };

/* Does a part have a figure and lie within another, shorter than it? */
static bool serves(const struct part *part, const struct part *span)
{
    return has_value(part->fact->value) && part->from >= span->from &&
           part->end <= span->end &&
           (!span->fact || part->end - part->from < span->end - span->from);
}

/* (2), (3) Fills the way from every month of the span on. */
static void lay(struct way ways[MONTHS + 1], const struct part *span,
                const struct part parts[], size_t count)
{
    ways[span->end] = (struct way){ 0, 0, NULL };
    for (unsigned month = span->end; month-- > span->from;) {
        struct way *best = &ways[month];
        *best = ways[month + 1];
        best->first = NULL;
        for (size_t i = 0; i < count; i++) {
            const struct way *rest;
            unsigned covered;
            if (parts[i].from != month || !serves(&parts[i], span))
                continue;
            rest = &ways[parts[i].end];
            covered = rest->covered + parts[i].end - parts[i].from;
            if (covered > best->covered ||
                (covered == best->covered && rest->count + 1 < best->count))
                *best = (struct way){ covered, rest->count + 1, &parts[i] };
        }
    }
}

/* The months that no part of the way covers. */
static unsigned months_left(const struct way ways[], const struct part *span)
{
    unsigned left = 0;

    for (unsigned month = span->from; month < span->end;) {
        if (ways[month].first) {
            month = ways[month].first->end;
        } else {
            left |= 1u << month;
            month++;
        }
    }
    return left;
}

/* (1) The last part with a figure; the longest of those that end together. */
static const struct part *last_of(const struct part parts[], size_t count)
{
    const struct part *last = NULL;

    for (size_t i = 0; i < count; i++)
        if (has_value(parts[i].fact->value) &&
            (!last || parts[i].end > last->end))
            last = &parts[i];
    return last;
}

static const struct quantity *quantity_of(const struct maker *m,
                                          const struct fact *fact)
{
    return &m->study->codebook.quantities[fact->quantity];
}

/* Is the year what its last part says? */
static bool goes_on(const struct quantity *q)
{
    return q->over_time == OVER_TIME_LAST ||
           q->accumulates != ACCUMULATES_PERIOD;
}

static double share_of(const struct part *part, const struct part *span)
{
    return (double)(part->end - part->from) / (span->end - span->from);
}

static bool is_mean(const struct quantity *q)
{
    return !goes_on(q) && q->over_time == OVER_TIME_MEAN;
}

/* (2), (3), (4) The parts of a way without gaps, put together. */
static struct fact put_together(const struct maker *m, const struct way ways[],
                                const struct part *span, struct parts *sum)
{
    bool mean = is_mean(quantity_of(m, ways[span->from].first->fact));
    struct fact whole = *ways[span->from].first->fact;

    *sum = parts_none(NULL);
    whole.value = 0;
    /* What was counted in an earlier part on the map of its day belongs on the
     * map of the span's last day: parts are restated here, before the sum. */
    for (unsigned month = span->from; month < span->end;
         month = ways[month].first->end) {
        const struct part *part = ways[month].first;
        double share = mean ? share_of(part, span) : 1;
        whole.value += share * part->fact->value;
        whole.status = (enum status)resolve_doubt((uint8_t)whole.status,
                                                  (uint8_t)part->fact->status);
        whole.published = whole.published || part->fact->published;
        parts_add(sum, part->fact);
    }
    return whole;
}

/* (4) */
static void set_origins(struct maker *m, struct fact *year,
                        const struct way ways[])
{
    struct cube *cube = m->cube;
    bool mean = is_mean(quantity_of(m, year));

    if (ways[0].count < 2)
        return;
    year->first_origin = (uint32_t)cube->origin_count;
    year->origin_count = ways[0].count;
    for (unsigned month = 0; month < MONTHS; month = ways[month].first->end) {
        const struct part *part = ways[month].first;
        cube->origins[cube->origin_count++] =
            (struct origin){ part->fact->row,
                             mean ? share_of(part, &WHOLE_YEAR) : 1 };
    }
}

static bool is_sure(const struct fact *fact)
{
    return has_value(fact->value) &&
           (fact->status == STATUS_OK || fact->status == STATUS_ZERO);
}

static bool contradicts(const struct maker *m, const struct fact *reported,
                        const struct fact *made, const struct parts *sum)
{
    if (!is_sure(reported) || !is_sure(made))
        return false;
    if (is_mean(quantity_of(m, made)))
        return fabs(made->value - reported->value) >
               MEAN_SLACK * fabs(reported->value);
    return parts_differ(sum, reported->value);
}

/* (6) */
static void tell_mismatch(const struct maker *m, const struct fact *reported,
                          const struct fact *made)
{
    const struct study *s = m->study;
    const struct table *table = m->cube->table;
    struct finding_place place = naming_place(table, reported->row);

    place.value = naming_exact(reported->value, m->arena);
    finding_add(m->findings, FINDING_year_mismatch, place, "area",
                naming_area(s, reported->area), "quantity",
                naming_quantity(s, &table->bands, reported->quantity,
                                reported->cell, m->arena),
                "period", naming_period(reported->period, m->arena), "reported",
                naming_number(s, reported->value, m->arena), "parts",
                naming_number(s, made->value, m->arena), "other",
                naming_source(table, made->row, m->arena), NULL);
}

/* (6) A figure against the shorter ones that make up its months. */
static void check_span(const struct maker *m, const struct part *span,
                       const struct part parts[], size_t count)
{
    struct way ways[MONTHS + 1];
    struct parts sum;
    struct fact made;

    if (!has_value(span->fact->value))
        return;
    lay(ways, span, parts, count);
    if (months_left(ways, span) != 0)
        return;
    made = put_together(m, ways, span, &sum);
    if (contradicts(m, span->fact, &made, &sum))
        tell_mismatch(m, span->fact, &made);
}

/* (6) A figure for the year's end against the one the year is taken from. */
static void check_end(const struct maker *m, const struct fact *other,
                      struct fact *taken)
{
    struct parts one = parts_none(NULL);

    parts_add(&one, taken);
    if (other != taken && contradicts(m, other, taken, &one))
        tell_mismatch(m, other, taken);
}

static void check_parts(const struct maker *m, struct fact *reported,
                        const struct part parts[], size_t count)
{
    const struct part year = { reported, 0, MONTHS };
    const struct part *last = last_of(parts, count);

    if (!goes_on(quantity_of(m, parts->fact))) {
        if (reported)
            check_span(m, &year, parts, count);
        for (size_t i = 0; i < count; i++)
            check_span(m, &parts[i], parts, count);
        return;
    }
    if (!last || last->end < MONTHS)
        return;
    if (reported)
        check_end(m, reported, last->fact);
    for (size_t i = 0; i < count; i++)
        if (parts[i].end == MONTHS)
            check_end(m, parts[i].fact, last->fact);
}

/* The year of one area and cell; when there is none, the months it lacks. */
static unsigned find_year(struct maker *m, const struct part parts[],
                          size_t count, struct fact *year)
{
    const struct part *last = last_of(parts, count);
    struct way ways[MONTHS + 1];
    struct parts sum;
    unsigned missing = 0;

    if (!goes_on(quantity_of(m, parts->fact))) {
        lay(ways, &WHOLE_YEAR, parts, count);
        missing = months_left(ways, &WHOLE_YEAR);
        if (missing == 0) {
            *year = put_together(m, ways, &WHOLE_YEAR, &sum);
            set_origins(m, year, ways);
        }
    } else if (!last || last->end < MONTHS) {
        missing = (unsigned)ALL_MONTHS << (last ? last->end : 0) & ALL_MONTHS;
    } else {
        *year = *last->fact;
    }
    year->period = period_of_year(period_year(parts->fact->period));
    return missing;
}

static void note_gap(struct maker *m, const struct part *part, unsigned missing)
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

    for (unsigned month = 0; month < MONTHS;) {
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
static void tell_gaps(struct maker *m, const struct part *run)
{
    const struct table *table = m->cube->table;
    int year = period_year(run->fact->period);

    for (size_t i = 0; i < m->gap_count; i++) {
        const struct gap *gap = &m->gaps[i];
        finding_add(m->findings, FINDING_year_incomplete,
                    naming_place(table, gap->row), "quantity",
                    naming_quantity(m->study, &table->bands,
                                    run->fact->quantity, 0, m->arena),
                    "period", naming_period(period_of_year(year), m->arena),
                    "missing", missing_words(m, year, gap->missing), NULL)
            ->count = gap->count;
    }
    m->gap_count = 0;
}

static void make_year(struct maker *m, const struct part parts[], size_t count)
{
    const struct fact *first = parts->fact;
    period p = period_of_year(period_year(first->period));
    /* The cube is ours: what it finds may be written to. */
    struct fact *reported = (struct fact *)(uintptr_t)cube_find(
        m->cube, first->quantity, p, first->area, first->cell);
    struct fact year;
    unsigned missing;

    check_parts(m, reported, parts, count);
    if (!area_lives(&m->study->areas, first->area, period_end(p)) || /* (7) */
        (reported &&
         (has_value(reported->value) || reported->status != STATUS_MISSING)))
        return;
    missing = find_year(m, parts, count, &year);
    if (missing != 0)
        note_gap(m, parts, missing);
    else if (reported)
        *reported = year;
    else
        m->made[m->made_count++] = year;
}

/* All areas and cells of one quantity and year. */
static void make_years(struct maker *m, const struct part run[], size_t count)
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
    struct part *parts = gather(&m, &count);

    if (count == 0)
        return false;
    m.made = arena_array(arena, count, struct fact);
    m.gaps = arena_array(arena, ALL_MONTHS + 1, struct gap);
    cube->origins = arena_array(arena, count, struct origin);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (!same_run(&parts[first], &parts[end]))
                break;
        make_years(&m, parts + first, end - first);
    }
    if (m.made_count == 0)
        return false;
    append(&m);
    return true;
}
