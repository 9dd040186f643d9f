/*
 * cube_unit.c - figures in a wrong unit are told and marked; the numbers are
 * those of the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/cube_unit.h"

#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/cube/cube_unit_past.h"
#include "engine/compute/cube/unit_power.h"
#include "engine/compute/indicator/naming.h"
#include "engine/model/decision.h"
#include "engine/model/study.h"

/* (6) */
enum { AREAS_OF_A_FILE = 3 };
/* (7) How far a part may be above its whole: printed figures are rounded. */
static const double SLACK = 0.005;

struct teller {
    struct cube *cube;
    const struct study *study;
    struct unit_doubt *doubts;
    unsigned char *told; /* may be NULL */
    size_t *seen;        /* by area: the last group that counted it */
    size_t group;
    struct arena *scratch;
    struct findings *findings;
};

/* The doubts of one file with one power, in a run of one quantity and period.
 * Printed totals follow the areas they total. */
struct group {
    size_t first, end; /* the run */
    uint32_t source;
    int power;
    size_t areas, figures, tested;
};

bool cube_unit_doubted(const struct fact *fact)
{
    return fact->status == STATUS_UNRELIABLE || fact->accepted;
}

/* (8) */
void cube_unit_doubt(struct fact *fact, const struct finding *told,
                     const struct study *study, struct arena *scratch)
{
    const struct decision *decision = decision_on(study, told);

    if (decision && decision_accepts(decision, scratch))
        fact->accepted = true;
    else
        fact->status = STATUS_UNRELIABLE;
}

static uint32_t source_of(const struct teller *t, size_t fact)
{
    return t->cube->table->source[t->cube->facts[fact].row];
}

static bool belongs(const struct teller *t, const struct group *g, size_t fact)
{
    return t->doubts[fact].power == g->power &&
           !cube_unit_doubted(&t->cube->facts[fact]) &&
           source_of(t, fact) == g->source;
}

static void count_group(struct teller *t, struct group *g)
{
    t->group++;
    for (size_t i = g->first; i < g->end; i++) {
        const struct fact *fact = &t->cube->facts[i];
        if (fact->published || !t->doubts[i].tested ||
            source_of(t, i) != g->source)
            continue;
        g->tested++;
        if (!belongs(t, g, i))
            continue;
        g->figures++;
        g->areas += t->seen[fact->area] != t->group;
        t->seen[fact->area] = t->group;
    }
}

static const struct finding *tell(const struct teller *t, size_t at,
                                  const struct group *whole)
{
    const struct study *s = t->study;
    const struct table *table = t->cube->table;
    const struct fact *fact = &t->cube->facts[at];
    const struct unit_doubt *doubt = &t->doubts[at];
    struct arena *arena = t->scratch;
    struct finding_place place = table_place(table, fact->row);
    struct finding *told;

    place.value = naming_exact(fact->value, arena);
    place.suggestion =
        naming_number(s, fact->value / pow(10, doubt->power), arena);
    told =
        finding_add(t->findings, whole ? FINDING_unit_file : FINDING_unit_break,
                    place, "area", naming_area(s, fact->area), "quantity",
                    naming_quantity(s, &table->bands, fact->quantity,
                                    whole ? 0 : fact->cell, arena),
                    "period", naming_period(fact->period, arena), "reported",
                    naming_number(s, fact->value, arena), "factor",
                    unit_factor(s, doubt->power, arena), "other",
                    naming_number(s, doubt->other, arena), "against",
                    naming_period(doubt->against, arena), "areas",
                    arena_format(arena, "%zu", whole ? whole->areas : 1), NULL);
    if (whole)
        told->count = (unsigned)whole->figures;
    return told;
}

static void tell_group(struct teller *t, struct group *g)
{
    const struct finding *told = NULL;
    bool whole;

    count_group(t, g);
    whole = g->areas >= AREAS_OF_A_FILE && g->figures == g->tested;
    for (size_t i = g->first; i < g->end; i++) {
        if (!belongs(t, g, i))
            continue;
        if (!whole || !told)
            told = tell(t, i, whole ? g : NULL);
        cube_unit_doubt(&t->cube->facts[i], told, t->study, t->scratch);
        if (t->told)
            t->told[i] = 1;
    }
}

static void tell_run(struct teller *t, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        struct group g = { .first = first,
                           .end = end,
                           .power = t->doubts[i].power,
                           .source = source_of(t, i) };
        if (g.power != 0 && belongs(t, &g, i))
            tell_group(t, &g);
    }
}

static double corrected_of(const struct fact *fact, const struct cube *cube,
                           const struct unit_doubt doubts[])
{
    return doubts ? fact->value / pow(10, doubts[fact - cube->facts].power)
                  : fact->value;
}

bool cube_unit_above_whole(const struct fact *fact, double corrected,
                           const struct cube *cube,
                           const struct unit_doubt doubts[],
                           const struct quantity *q)
{
    for (size_t slot = 0; slot < q->dimension_count; slot++) {
        const struct fact *whole;
        if (cell_get(fact->cell, slot) == 0)
            continue;
        whole = cube_find(cube, fact->quantity, fact->period, fact->area,
                          cell_set(fact->cell, slot, 0));
        if (whole && has_value(whole->value) &&
            whole->status != STATUS_UNRELIABLE &&
            corrected > corrected_of(whole, cube, doubts) * (1 + SLACK))
            return true;
    }
    return false;
}

/* (7) A part that jumped by itself and stays below its whole is no mistake
 * that a unit explains. */
static void drop_impossible(struct teller *t)
{
    const struct cube *cube = t->cube;

    for (size_t i = 0; i < cube->count; i++) {
        const struct fact *fact = &cube->facts[i];
        const struct quantity *q =
            &t->study->codebook.quantities[fact->quantity];
        if (t->doubts[i].power < 0 &&
            cube_unit_above_whole(fact, corrected_of(fact, cube, t->doubts),
                                  cube, t->doubts, q))
            t->doubts[i].power = 0;
    }
}

void cube_unit(struct cube *cube, const struct study *study,
               unsigned char told[], struct arena *scratch,
               struct findings *findings)
{
    struct teller t = { .cube = cube,
                        .study = study,
                        .doubts = unit_doubts_of(cube, study, scratch),
                        .told = told,
                        .seen =
                            arena_array(scratch, study->areas.count, size_t),
                        .scratch = scratch,
                        .findings = findings };
    const struct fact *facts = cube->facts;

    drop_impossible(&t);
    for (size_t first = 0, end; first < cube->count; first = end) {
        for (end = first + 1; end < cube->count; end++)
            if (facts[first].quantity != facts[end].quantity ||
                facts[first].period != facts[end].period)
                break;
        tell_run(&t, first, end);
    }
}
