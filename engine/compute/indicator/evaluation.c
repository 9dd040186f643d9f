/*
 * evaluation.c - a formula's terms for all areas in one period.
 *
 * A year is asked for twice: for itself, and as the year before the next. So
 * columns are kept while the indicator is computed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/indicator/evaluation.h"

#include <string.h>

#include "engine/base/arena.h"

struct kept_column {
    size_t term;
    period period;
    struct column column;
    struct kept_column *next;
};

/* The breakdown's code becomes one more pick of every term. */
static bool narrow(struct evaluation *e, struct breakdown breakdown)
{
    uint16_t *code = arena_array(e->arena, 1, uint16_t);

    *code = breakdown.code;
    for (size_t i = 0; i < e->formula->terms.count; i++) {
        const struct quantity *q =
            &e->study->codebook.quantities[e->terms[i].quantity];
        uint16_t slot = quantity_slot(q, breakdown.dimension);
        if (slot == NO_INDEX || e->terms[i].picks[slot].count > 0)
            return false;
        e->terms[i].picks[slot] = (struct pick){ .count = 1, .codes = code };
    }
    return true;
}

bool evaluation_start(struct evaluation *out, const struct formula *formula,
                      struct breakdown breakdown, const struct cube *cube,
                      const struct study *study, struct arena *arena)
{
    size_t count = formula->terms.count;

    *out = (struct evaluation){ .formula = formula,
                                .terms = arena_array(arena, count, struct term),
                                .cube = cube,
                                .study = study,
                                .arena = arena,
                                .breakdown = breakdown };
    if (count > 0) /* what is derived has no terms */
        memcpy(out->terms, formula->terms.items, count * sizeof *out->terms);
    return breakdown.dimension == NO_INDEX || narrow(out, breakdown);
}

period evaluation_period(const struct evaluation *e, size_t term, period p)
{
    return period_shift(p, e->terms[term].lag);
}

/* Does any fact of the run carry the breakdown's code? */
static bool carried(const struct evaluation *e, const struct quantity *q,
                    const struct fact *run, size_t count)
{
    uint16_t slot;

    if (e->breakdown.dimension == NO_INDEX)
        return count > 0;
    slot = quantity_slot(q, e->breakdown.dimension);
    for (size_t i = 0; i < count; i++)
        if (cell_get(run[i].cell, slot) == e->breakdown.code + 1)
            return true;
    return false;
}

bool evaluation_possible(const struct evaluation *e, period p)
{
    for (size_t i = 0; i < e->formula->terms.count; i++) {
        uint16_t quantity = e->terms[i].quantity;
        size_t count;
        const struct fact *run =
            cube_run(e->cube, quantity, evaluation_period(e, i, p), &count);
        if (!carried(e, &e->study->codebook.quantities[quantity], run, count))
            return false;
    }
    return true;
}

static const struct column *column_at(struct evaluation *e, size_t term,
                                      period p)
{
    const struct areas *areas = &e->study->areas;
    const struct quantity *q =
        &e->study->codebook.quantities[e->terms[term].quantity];
    struct kept_column *kept;
    struct own *own;

    for (kept = e->kept; kept; kept = kept->next)
        if (kept->term == term && kept->period == p)
            return &kept->column;
    kept = arena_new_of(e->arena, struct kept_column);
    own = arena_array(e->arena, areas->count, struct own);
    resolve_term(own, &e->terms[term], p, e->cube, e->study, e->arena);
    rollup_term(&kept->column, own, q->over_areas == OVER_AREAS_SUM,
                period_end(p), areas, e->arena);
    kept->term = term;
    kept->period = p;
    kept->next = e->kept;
    e->kept = kept;
    return &kept->column;
}

void evaluation_columns(struct evaluation *e, const struct column *columns[],
                        period p)
{
    for (size_t i = 0; i < e->formula->terms.count; i++)
        columns[i] = column_at(e, i, evaluation_period(e, i, p));
}
