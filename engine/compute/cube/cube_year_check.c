/*
 * cube_year_check.c - do the figures within a year agree? The numbers are those
 * of cube_year.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/cube_year_check.h"

#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/indicator/naming.h"
#include "engine/model/study.h"

/* How far the mean of the parts may lie from a reported one. */
static const double MEAN_SLACK = 0.005;

struct judge {
    const struct cube *cube;
    const struct study *study;
    const struct quantity *quantity;
    struct findings *findings;
};

static bool is_sure(const struct fact *fact)
{
    return has_value(fact->value) &&
           (fact->status == STATUS_OK || fact->status == STATUS_ZERO);
}

static bool contradicts(const struct judge *j, const struct fact *reported,
                        const struct fact *made, const struct parts *sum)
{
    if (!is_sure(reported) || !is_sure(made))
        return false;
    if (year_is_mean(j->quantity))
        return fabs(made->value - reported->value) >
               MEAN_SLACK * fabs(reported->value);
    return parts_differ(sum, reported->value);
}

/* (6) */
static void tell_mismatch(const struct judge *j, const struct fact *reported,
                          const struct fact *made)
{
    const struct study *s = j->study;
    const struct table *table = j->cube->table;
    struct arena *arena = j->findings->arena;
    struct finding_place place = table_place(table, reported->row);

    place.value = naming_exact(reported->value, arena);
    finding_add(j->findings, FINDING_year_mismatch, place, "area",
                naming_area(s, reported->area), "quantity",
                naming_quantity(s, &table->bands, reported->quantity,
                                reported->cell, arena),
                "period", naming_period(reported->period, arena), "reported",
                naming_number(s, reported->value, arena), "parts",
                naming_number(s, made->value, arena), "other",
                naming_source(table, made->row, arena), NULL);
}

/* (6) A figure against the shorter ones that make up its months. */
static void check_span(const struct judge *j, const struct year_part *span,
                       const struct year_part parts[], size_t count)
{
    struct year_way ways[YEAR_MONTHS + 1];
    struct parts sum;
    struct fact made;

    if (!has_value(span->fact->value))
        return;
    year_way_lay(ways, span, parts, count);
    if (year_way_left(ways, span) != 0)
        return;
    made = year_way_total(ways, span, j->quantity, &sum);
    if (contradicts(j, span->fact, &made, &sum))
        tell_mismatch(j, span->fact, &made);
}

/* (6) A figure for the year's end against the one the year is taken from. */
static void check_end(const struct judge *j, const struct fact *other,
                      struct fact *taken)
{
    struct parts one = parts_none(NULL);

    parts_add(&one, taken);
    if (other != taken && contradicts(j, other, taken, &one))
        tell_mismatch(j, other, taken);
}

void cube_year_check(struct fact *reported, const struct year_part parts[],
                     size_t count, const struct cube *cube,
                     const struct study *study, struct findings *findings)
{
    const struct judge judge = {
        cube, study, &study->codebook.quantities[parts->fact->quantity],
        findings
    };
    const struct judge *j = &judge;
    const struct year_part year = { reported, 0, YEAR_MONTHS };
    const struct year_part *last = year_part_last(parts, count);

    if (!year_goes_on(j->quantity)) {
        if (reported)
            check_span(j, &year, parts, count);
        for (size_t i = 0; i < count; i++)
            check_span(j, &parts[i], parts, count);
        return;
    }
    if (!last || last->end < YEAR_MONTHS)
        return;
    if (reported)
        check_end(j, reported, last->fact);
    for (size_t i = 0; i < count; i++)
        if (parts[i].end == YEAR_MONTHS)
            check_end(j, parts[i].fact, last->fact);
}
