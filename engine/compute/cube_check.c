/*
 * cube_check.c - do the facts agree with one another?
 *
 * Rounding, for (1) of the header. The last printed place is not kept with a
 * number, so it is read off the numbers compared: their decimals; or, when all
 * of them end in zeros and the total still has four figures before these, the
 * zeros (a table in thousands). Each part may then be off by half of that
 * place. Whole counts with nothing to suggest rounding must agree exactly.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube_check.h"

#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/naming.h"
#include "engine/model/study.h"

enum { DECIMALS = 6, ZEROS = 9, FIGURES = 1000 };

struct checker {
    struct cube *cube;
    const struct study *study;
    const unsigned char *skip;
    struct arena *scratch;
    struct findings *findings;
    /* The slice in hand: one quantity, period and cell. */
    const struct fact **at; /* by area; NULL = none */
    unsigned tiers;         /* bits of the tiers that have a fact */
    date day;
};

/* The areas of one tier below an area. */
struct parts {
    double sum;
    size_t count, absent, reported;
    int exponent; /* of the last place that all of them fill */
};

/* The largest power of ten of which the value is a multiple. */
static int last_place(double value)
{
    double size = fabs(value);
    int exponent = 0;

    if (size < 1e-9)
        return ZEROS;
    while (exponent > -DECIMALS &&
           fabs(size - round(size)) > 1e-7 * fmax(1, size)) {
        size *= 10;
        exponent--;
    }
    while (exponent >= 0 && exponent < ZEROS &&
           fabs(fmod(round(size), 10)) < 0.5) {
        size /= 10;
        exponent++;
    }
    return exponent;
}

static void add_part(struct parts *parts, const struct fact *fact)
{
    int place;

    parts->count++;
    if (fact && fact->status == STATUS_NA) {
        parts->reported++;
        return;
    }
    if (!fact || !has_value(fact->value)) {
        parts->absent++;
        return;
    }
    parts->reported++;
    parts->sum += fact->value;
    place = last_place(fact->value);
    if (place < parts->exponent)
        parts->exponent = place;
}

static void add_tier(const struct checker *c, struct parts *parts,
                     uint32_t above, enum tier tier)
{
    const struct areas *areas = &c->study->areas;

    for (uint32_t a = areas->items[above].first_child; a != NO_AREA;
         a = areas->items[a].next_sibling) {
        if (!area_lives(areas, a, c->day))
            continue;
        if (areas->items[a].tier == tier)
            add_part(parts, c->at[a]);
        else if (areas->items[a].tier < tier)
            add_tier(c, parts, a, tier);
    }
}

static double rounding_of(const struct parts *parts, double total)
{
    int place = last_place(total), exponent = parts->exponent;
    double unit;

    if (place < exponent)
        exponent = place;
    unit = pow(10, exponent);
    if (exponent == 0 || (exponent > 0 && fabs(total) < FIGURES * unit))
        unit = 0;
    return fmax(0.5 * (double)parts->count * unit,
                1e-9 * fmax(fabs(total), fabs(parts->sum))) *
           (1 + 1e-9);
}

static void tell_total(const struct checker *c, const struct fact *fact,
                       double sum, enum tier tier)
{
    const struct study *s = c->study;
    struct finding_place place = naming_place(c->cube->table, fact->row);

    place.value = naming_exact(fact->value, c->scratch);
    finding_add(c->findings, FINDING_total_mismatch, place, "area",
                naming_area(s, fact->area), "quantity",
                naming_quantity(s, &c->cube->table->bands, fact->quantity,
                                fact->cell, c->scratch),
                "period", naming_period(fact->period, c->scratch), "total",
                naming_number(s, fact->value, c->scratch), "parts",
                naming_number(s, sum, c->scratch), "tier", tier_names[tier],
                NULL);
}

/* (1) The nearest tier below of which any area has a figure. */
static void check_total(const struct checker *c, const struct fact *fact)
{
    enum tier own = c->study->areas.items[fact->area].tier;

    for (int tier = (int)own + 1; tier < TIER_COUNT; tier++) {
        struct parts parts = { .exponent = ZEROS };
        if (!(c->tiers & 1u << tier))
            continue;
        add_tier(c, &parts, fact->area, (enum tier)tier);
        if (parts.reported == 0)
            continue;
        if (parts.absent == 0 &&
            fabs(fact->value - parts.sum) > rounding_of(&parts, fact->value))
            tell_total(c, fact, parts.sum, (enum tier)tier);
        return;
    }
}

static void check_slice(struct checker *c, size_t first, size_t end)
{
    const struct fact *facts = c->cube->facts;
    const struct areas *areas = &c->study->areas;

    c->tiers = 0;
    c->day = period_end(facts[first].period);
    for (size_t i = first; i < end; i++) {
        c->at[facts[i].area] = &facts[i];
        c->tiers |= 1u << areas->items[facts[i].area].tier;
    }
    for (size_t i = first; i < end; i++)
        if (has_value(facts[i].value) && !(c->skip && c->skip[i]) &&
            areas->items[facts[i].area].first_child != NO_AREA)
            check_total(c, &facts[i]);
    for (size_t i = first; i < end; i++)
        c->at[facts[i].area] = NULL;
}

static void tell_part(const struct checker *c, const struct fact *part,
                      const struct fact *whole)
{
    const struct study *s = c->study;
    const struct bands *bands = &c->cube->table->bands;
    struct finding_place place = naming_place(c->cube->table, part->row);

    place.value = naming_exact(part->value, c->scratch);
    finding_add(
        c->findings, FINDING_part_exceeds_whole, place, "area",
        naming_area(s, part->area), "quantity",
        naming_quantity(s, bands, part->quantity, whole->cell, c->scratch),
        "period", naming_period(part->period, c->scratch), "part",
        naming_number(s, part->value, c->scratch), "whole",
        naming_number(s, whole->value, c->scratch), "breakdown",
        naming_cell(s, bands, part->quantity, part->cell, c->scratch), NULL);
}

/* (2) Against the same cell with one dimension less. */
static void check_part(const struct checker *c, struct fact *part)
{
    const struct quantity *q = &c->study->codebook.quantities[part->quantity];

    for (size_t slot = 0; slot < q->dimension_count; slot++) {
        const struct fact *whole;
        if (cell_get(part->cell, slot) == 0)
            continue;
        whole = cube_find(c->cube, part->quantity, part->period, part->area,
                          cell_set(part->cell, slot, 0));
        if (!whole || !has_value(whole->value) ||
            part->value <= whole->value + 1e-9 * fmax(1, fabs(whole->value)))
            continue;
        tell_part(c, part, whole);
        part->status = STATUS_INVALID;
        return;
    }
}

static bool same_slice(const struct fact *a, const struct fact *b)
{
    return a->quantity == b->quantity && a->period == b->period &&
           a->cell == b->cell;
}

static bool adds_up(const struct checker *c, const struct fact *fact)
{
    return c->study->codebook.quantities[fact->quantity].over_areas ==
           OVER_AREAS_SUM;
}

void cube_check(struct cube *cube, const struct study *study,
                const unsigned char skip[], struct arena *scratch,
                struct findings *findings)
{
    struct checker c = { .cube = cube,
                         .study = study,
                         .skip = skip,
                         .scratch = scratch,
                         .findings = findings };

    c.at = arena_array(scratch, study->areas.count, const struct fact *);
    for (size_t first = 0, end; first < cube->count; first = end) {
        for (end = first + 1; end < cube->count; end++)
            if (!same_slice(&cube->facts[first], &cube->facts[end]))
                break;
        if (adds_up(&c, &cube->facts[first]))
            check_slice(&c, first, end);
    }
    for (size_t i = 0; i < cube->count; i++)
        if (cube->facts[i].cell != 0 && has_value(cube->facts[i].value) &&
            adds_up(&c, &cube->facts[i]))
            check_part(&c, &cube->facts[i]);
}
