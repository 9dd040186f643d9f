/*
 * cube_inside.c - do the parts inside one area agree? The numbers are those of
 * cube_check.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/cube_inside.h"

#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/cube/cube_sum.h"
#include "engine/compute/cube/cube_unit.h"
#include "engine/compute/cube/resolve_way.h"
#include "engine/compute/indicator/naming.h"
#include "engine/model/study.h"

enum { BYTES = 256 };

static const struct band ALL_AGES = { 0, BAND_OPEN };

struct inside {
    struct cube *cube;
    const struct study *study;
    unsigned char *told;
    struct arena *scratch;
    struct findings *findings;
    /* The run in hand: one quantity and period. */
    const struct quantity *quantity;
    size_t ages;        /* the slot of the ages; NO_INDEX without */
    uint8_t met[BYTES]; /* bands that occur in the run */
    size_t met_count;
};

static bool exceeds(double part, double whole)
{
    return part > whole + 1e-9 * fmax(1, fabs(whole));
}

static struct fact *neighbour(const struct inside *c, const struct fact *fact,
                              size_t slot, uint8_t code)
{
    const struct fact *found =
        cube_find(c->cube, fact->quantity, fact->period, fact->area,
                  cell_set(fact->cell, slot, code));

    return found ? &c->cube->facts[found - c->cube->facts] : NULL;
}

/* Its finding says that it is in a wrong unit. */
static bool in_wrong_unit(const struct inside *c, const struct fact *fact)
{
    return fact->status == STATUS_UNRELIABLE &&
           c->told[fact - c->cube->facts] != 0;
}

static void tell_part(const struct inside *c, const struct fact *part,
                      const struct fact *whole)
{
    const struct study *s = c->study;
    const struct bands *bands = &c->cube->table->bands;
    struct finding_place place = table_place(c->cube->table, part->row);

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

static bool is_less(const struct inside *c, const struct fact *whole,
                    struct fact *part)
{
    if (!whole || !has_value(whole->value) ||
        !exceeds(part->value, whole->value))
        return false;
    tell_part(c, part, whole);
    if (!in_wrong_unit(c, whole))
        part->status = STATUS_INVALID;
    return true;
}

static bool lies_in(struct band part, struct band whole)
{
    return whole.low <= part.low && part.high <= whole.high &&
           (whole.low != part.low || whole.high != part.high);
}

static struct band band_of(const struct inside *c, uint8_t code)
{
    return code == 0 ? ALL_AGES : c->cube->table->bands.items[code];
}

/* (2) Against the same cell with one dimension less, or a wider band. */
static void check_part(const struct inside *c, struct fact *part)
{
    for (size_t slot = 0; slot < c->quantity->dimension_count; slot++) {
        uint8_t code = cell_get(part->cell, slot);
        if (code == 0)
            continue;
        if (is_less(c, neighbour(c, part, slot, 0), part))
            return;
        for (size_t i = 0; slot == c->ages && i < c->met_count; i++)
            if (lies_in(band_of(c, code), band_of(c, c->met[i])) &&
                is_less(c, neighbour(c, part, slot, c->met[i]), part))
                return;
    }
}

/* A part greater than the total has its finding in (2). */
static void conclude(const struct inside *c, struct fact *total,
                     const struct parts *parts)
{
    if (parts->count < 2 || parts->absent > 0 || !isfinite(parts->largest) ||
        !parts_differ(parts, total->value))
        return;
    if (!cube_unit_explains(parts, total, c->told, c->cube, c->study,
                            c->findings)) {
        if (exceeds(parts->largest, total->value))
            return;
        parts_tell(parts, total, c->study->areas.items[total->area].tier,
                   c->cube, c->study, c->findings, c->scratch);
    }
    c->told[total - c->cube->facts] = 1;
}

/* (3) All codes of a closed dimension. */
static void check_codes(const struct inside *c, struct fact *total, size_t slot,
                        const struct dimension *dimension)
{
    struct fact *room[BYTES];
    struct parts parts = parts_none(room);

    for (size_t code = 0; code < dimension->count && parts.absent == 0; code++)
        parts_add(&parts, neighbour(c, total, slot, (uint8_t)(code + 1)));
    conclude(c, total, &parts);
}

/* (3) Ages that make up a band, or all ages. */
static void check_ages(const struct inside *c, struct fact *total)
{
    struct band wanted = band_of(c, cell_get(total->cell, c->ages));
    struct fact *room[BYTES];
    struct parts parts = parts_none(room);
    uint8_t there[BYTES], way[BYTES];
    size_t known = 0, count;

    for (size_t i = 0; i < c->met_count; i++) {
        const struct fact *part;
        if (!lies_in(band_of(c, c->met[i]), wanted))
            continue;
        part = neighbour(c, total, c->ages, c->met[i]);
        if (part && (has_value(part->value) || part->status == STATUS_NA))
            there[known++] = c->met[i];
    }
    count = resolve_way(way, &c->cube->table->bands, there, known, wanted);
    for (size_t i = 0; i < count; i++)
        parts_add(&parts, neighbour(c, total, c->ages, way[i]));
    conclude(c, total, &parts);
}

static void check_total(const struct inside *c, struct fact *total)
{
    const unsigned char *told = &c->told[total - c->cube->facts];

    for (size_t slot = 0; slot < c->quantity->dimension_count && !*told;
         slot++) {
        const struct dimension *d =
            &c->study->codebook.dimensions[c->quantity->dimensions[slot]];
        if (slot == c->ages)
            check_ages(c, total);
        else if (d->closed && cell_get(total->cell, slot) == 0)
            check_codes(c, total, slot, d);
    }
}

static void start_run(struct inside *c, const struct fact *run, size_t count)
{
    bool met[BYTES] = { false };

    c->quantity = &c->study->codebook.quantities[run->quantity];
    c->ages = NO_INDEX;
    c->met_count = 0;
    for (size_t slot = 0; slot < c->quantity->dimension_count; slot++)
        if (c->study->codebook.dimensions[c->quantity->dimensions[slot]].ages)
            c->ages = slot;
    if (c->ages == NO_INDEX)
        return;
    for (size_t i = 0; i < count; i++)
        met[cell_get(run[i].cell, c->ages)] = true;
    for (unsigned code = 1; code < BYTES; code++)
        if (met[code])
            c->met[c->met_count++] = (uint8_t)code;
}

static void check_run(struct inside *c, struct fact *run, size_t count)
{
    start_run(c, run, count);
    /* A total in a wrong unit makes no part invalid, so totals go first. */
    for (size_t i = 0; i < count; i++)
        if (has_value(run[i].value))
            check_total(c, &run[i]);
    for (size_t i = 0; i < count; i++)
        if (run[i].cell != 0 && has_value(run[i].value))
            check_part(c, &run[i]);
}

void cube_inside(struct cube *cube, const struct study *study,
                 unsigned char told[], struct arena *scratch,
                 struct findings *findings)
{
    struct inside c = { .cube = cube,
                        .study = study,
                        .told = told,
                        .scratch = scratch,
                        .findings = findings };
    struct fact *facts = cube->facts;

    for (size_t first = 0, end; first < cube->count; first = end) {
        for (end = first + 1; end < cube->count; end++)
            if (facts[first].quantity != facts[end].quantity ||
                facts[first].period != facts[end].period)
                break;
        if (study->codebook.quantities[facts[first].quantity].over_areas ==
            OVER_AREAS_SUM)
            check_run(&c, facts + first, end - first);
    }
}
