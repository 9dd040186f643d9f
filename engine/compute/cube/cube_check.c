/*
 * cube_check.c - do the facts agree with one another? Here (1) and (4) of the
 * header: an area and those below it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/cube_check.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/compute/cube/cube_inside.h"
#include "engine/compute/cube/cube_sum.h"
#include "engine/compute/cube/cube_unit.h"
#include "engine/compute/indicator/naming.h"
#include "engine/model/study.h"

/* Areas without a row, told already. */
struct absence {
    period period; /* of the area's total */
    const char *names;
    size_t finding;
    size_t before; /* of the same area, from 1; 0 = none */
};

struct checker {
    struct cube *cube;
    const struct study *study;
    unsigned char *told; /* facts whose total has its finding */
    struct arena *scratch;
    struct findings *findings;
    /* The slice in hand: one quantity, period and cell. */
    struct fact **at;    /* by area; NULL = none */
    struct fact **parts; /* room for the parts of a total */
    unsigned tiers;      /* bits of the tiers that have a fact */
    date day;
    struct absence *absences;
    size_t absence_count, absence_room;
    size_t *latest; /* by area, as [before] */
};

/* The areas of one tier below an area. */
static void add_tier(const struct checker *c, struct parts *parts,
                     uint32_t above, enum tier tier)
{
    const struct areas *areas = &c->study->areas;

    for (uint32_t a = areas->items[above].first_child; a != NO_AREA;
         a = areas->items[a].next_sibling) {
        if (!area_lives(areas, a, c->day))
            continue;
        if (areas->items[a].tier == tier)
            parts_add(parts, c->at[a]);
        else if (areas->items[a].tier < tier)
            add_tier(c, parts, a, tier);
    }
}

/* The areas that add_tier met without a fact. */
static void name_absent(const struct checker *c, struct text *names,
                        uint32_t above, enum tier tier)
{
    const struct areas *areas = &c->study->areas;

    for (uint32_t a = areas->items[above].first_child; a != NO_AREA;
         a = areas->items[a].next_sibling) {
        if (!area_lives(areas, a, c->day))
            continue;
        if (areas->items[a].tier < tier)
            name_absent(c, names, a, tier);
        else if (areas->items[a].tier == tier && !c->at[a])
            text_addf(names, "%s%s", names->length > 0 ? ", " : "",
                      naming_area(c->study, a));
    }
}

/* (4) */
static bool lacks_a_row(const struct parts *parts)
{
    size_t rows = 0;

    for (size_t i = 0; i < parts->count; i++)
        rows += parts->facts[i] != NULL;
    return rows < parts->count && parts->absent <= parts->reported;
}

/* (4) Does it speak for this total, too? */
static bool told_absent(struct checker *c, const struct fact *total,
                        const char *names)
{
    for (size_t i = c->latest[total->area]; i > 0;
         i = c->absences[i - 1].before) {
        const struct absence *a = &c->absences[i - 1];
        if (a->period == total->period && strcmp(a->names, names) == 0) {
            c->findings->items[a->finding].count++;
            return true;
        }
    }
    grow(c->absences, c->absence_count, c->absence_room);
    c->absences[c->absence_count] =
        (struct absence){ total->period, arena_string(c->scratch, names),
                          c->findings->count, c->latest[total->area] };
    c->latest[total->area] = ++c->absence_count;
    return false;
}

static void tell_absent(struct checker *c, const struct parts *parts,
                        const struct fact *total, enum tier tier)
{
    struct finding_place place = table_place(c->cube->table, total->row);
    struct text names = text_new();

    name_absent(c, &names, total->area, tier);
    place.value = naming_exact(total->value, c->scratch);
    if (!told_absent(c, total, names.bytes))
        finding_add(c->findings, FINDING_part_unreported, place, "area",
                    naming_area(c->study, total->area), "quantity",
                    naming_quantity(c->study, &c->cube->table->bands,
                                    total->quantity, total->cell, c->scratch),
                    "period", naming_period(total->period, c->scratch), "total",
                    naming_number(c->study, total->value, c->scratch), "parts",
                    naming_number(c->study, parts->sum, c->scratch), "reported",
                    arena_format(c->scratch, "%zu", parts->reported),
                    "expected", arena_format(c->scratch, "%zu", parts->count),
                    "areas", names.bytes, NULL);
    text_free(&names);
}

/* (1) The nearest tier below of which any area has a figure. */
static void check_total(struct checker *c, struct fact *fact)
{
    enum tier own = c->study->areas.items[fact->area].tier;

    for (int tier = (int)own + 1; tier < TIER_COUNT; tier++) {
        struct parts parts = parts_none(c->parts);
        if (!(c->tiers & 1u << tier))
            continue;
        add_tier(c, &parts, fact->area, (enum tier)tier);
        if (parts.reported == 0)
            continue;
        /* What is absent can only add to what was counted. */
        bool wrong = parts.absent == 0 || parts.sum > fact->value;
        if (wrong && parts_differ(&parts, fact->value) &&
            !cube_unit_explains(&parts, fact, c->told, c->cube, c->study,
                                c->findings)) {
            parts_tell(&parts, fact, (enum tier)tier, c->cube, c->study,
                       c->findings, c->scratch);
            c->told[fact - c->cube->facts] = 1;
        } else if (!wrong && parts_differ(&parts, fact->value) &&
                   lacks_a_row(&parts)) {
            tell_absent(c, &parts, fact, (enum tier)tier);
        }
        return;
    }
}

static void check_slice(struct checker *c, size_t first, size_t end)
{
    struct fact *facts = c->cube->facts;
    const struct areas *areas = &c->study->areas;

    c->tiers = 0;
    c->day = period_end(facts[first].period);
    for (size_t i = first; i < end; i++) {
        c->at[facts[i].area] = &facts[i];
        c->tiers |= 1u << areas->items[facts[i].area].tier;
    }
    for (size_t i = first; i < end; i++)
        if (has_value(facts[i].value) && !c->told[i] &&
            areas->items[facts[i].area].first_child != NO_AREA)
            check_total(c, &facts[i]);
    for (size_t i = first; i < end; i++)
        c->at[facts[i].area] = NULL;
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
                         .told =
                             arena_array(scratch, cube->count, unsigned char),
                         .scratch = scratch,
                         .findings = findings };

    if (skip && cube->count > 0)
        memcpy(c.told, skip, cube->count);
    c.at = arena_array(scratch, study->areas.count, struct fact *);
    c.parts = arena_array(scratch, study->areas.count, struct fact *);
    c.latest = arena_array(scratch, study->areas.count, size_t);
    for (size_t first = 0, end; first < cube->count; first = end) {
        for (end = first + 1; end < cube->count; end++)
            if (!same_slice(&cube->facts[first], &cube->facts[end]))
                break;
        if (adds_up(&c, &cube->facts[first]))
            check_slice(&c, first, end);
    }
    grow_release(&c.absences);
    cube_inside(cube, study, c.told, scratch, findings);
}
