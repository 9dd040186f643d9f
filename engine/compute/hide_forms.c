/*
 * hide_forms.c - the figures of a quantity that the catalogue asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/hide_forms.h"

#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/compute/evaluation.h"

/* Is every code of [part] one of [all]? No pick is all codes. */
static bool pick_holds(const struct pick *all, const struct pick *part)
{
    if (all->count == 0)
        return true;
    for (size_t i = 0; i < part->count; i++) {
        bool found = false;
        for (size_t k = 0; k < all->count && !found; k++)
            found = part->codes ? all->codes && part->codes[i] == all->codes[k]
                                : all->bands &&
                                      part->bands[i].low >= all->bands[k].low &&
                                      part->bands[i].high <= all->bands[k].high;
        if (!found)
            return false;
    }
    return part->count > 0;
}

bool hide_form_holds(const struct hide_form *all, const struct hide_form *part,
                     size_t slots)
{
    for (size_t slot = 0; slot < slots; slot++)
        if (!pick_holds(&all->term.picks[slot], &part->term.picks[slot]))
            return false;
    return true;
}

static size_t form_of(struct hide_quantity *q, const struct term *term,
                      size_t slots)
{
    struct hide_form form = { .term = *term };

    for (size_t i = 0; i < q->count; i++)
        if (hide_form_holds(&q->forms[i], &form, slots) &&
            hide_form_holds(&form, &q->forms[i], slots))
            return i;
    grow(q->forms, q->count, q->room);
    q->forms[q->count] = form;
    return q->count++;
}

/* The one term that an expression is, or NO_TERM. */
enum { NO_TERM = -1 };

static int only_term(const struct expr *expr)
{
    return expr->count == 1 && expr->steps[0].op == EXPR_TERM
               ? (int)expr->steps[0].term
               : NO_TERM;
}

struct gathering {
    struct hide_forms *forms;
    const struct formulas *formulas;
    const struct cube *cube;
    const struct study *study;
    struct arena *arena;
};

static void gather_term(struct gathering *g, uint16_t indicator,
                        const struct evaluation *e, size_t k)
{
    const struct indicator *in = &g->study->catalogue.items[indicator];
    const struct term *term = &e->terms[k];
    struct hide_quantity *q = &g->forms->quantities[term->quantity];
    struct hide_uses *uses = &g->forms->uses[indicator];
    const struct quantity *known =
        &g->study->codebook.quantities[term->quantity];
    int part = only_term(&e->formula->numerator);
    int base = only_term(&e->formula->denominator);
    size_t form = form_of(q, term, known->dimension_count);

    if (in->kind == KIND_PROPORTION && part == (int)k && base >= 0 &&
        q->forms[form].base == NULL) {
        q->forms[form].base = &e->terms[base];
        q->forms[form].base_lag = e->terms[base].lag - term->lag;
    }
    grow(uses->items, uses->count, uses->room);
    uses->items[uses->count++] =
        (struct hide_use){ e->breakdown, k, term->quantity, term->lag, form };
}

static void gather(struct gathering *g, uint16_t indicator,
                   struct breakdown breakdown)
{
    const struct formula *formula = &g->formulas->items[indicator];
    struct evaluation e;

    if (!evaluation_start(&e, formula, breakdown, g->cube, g->study, g->arena))
        return;
    for (size_t k = 0; k < formula->terms.count; k++)
        gather_term(g, indicator, &e, k);
}

static void gather_parts(struct gathering *g, uint16_t indicator,
                         const char *id)
{
    uint16_t at = dimension_find(&g->study->codebook, id);

    if (at == NO_INDEX || g->study->codebook.dimensions[at].ages)
        return;
    for (size_t c = 0; c < g->study->codebook.dimensions[at].count; c++)
        gather(g, indicator, (struct breakdown){ at, (uint16_t)c });
}

/* The threshold of every quantity of persons, and its total as form 0. */
static void start_quantities(struct gathering *g)
{
    const struct study *study = g->study;

    for (size_t q = 0; q < study->codebook.quantity_count; q++) {
        struct term total = { .quantity = (uint16_t)q };
        arena_defer(g->arena, grow_release, &g->forms->quantities[q].forms);
        form_of(&g->forms->quantities[q], &total, 0);
    }
    for (size_t i = 0; i < study->catalogue.count; i++) {
        const struct terms *terms = &g->formulas->items[i].terms;
        double below = study_hide_below(study, &study->catalogue.items[i]);
        arena_defer(g->arena, grow_release, &g->forms->uses[i].items);
        for (size_t k = 0; k < terms->count; k++) {
            uint16_t at = terms->items[k].quantity;
            const struct quantity *known = &study->codebook.quantities[at];
            struct hide_quantity *q = &g->forms->quantities[at];
            if (!known->things && known->over_areas == OVER_AREAS_SUM)
                q->below = fmax(q->below, below);
        }
    }
}

struct hide_forms hide_forms_of(const struct formulas *formulas,
                                const struct cube *cube,
                                const struct study *study, struct arena *arena)
{
    struct hide_forms forms = {
        arena_array(arena, study->codebook.quantity_count,
                    struct hide_quantity),
        arena_array(arena, study->catalogue.count, struct hide_uses),
    };
    struct gathering g = { &forms, formulas, cube, study, arena };

    start_quantities(&g);
    for (uint16_t i = 0; i < study->catalogue.count; i++) {
        const struct indicator *in = &study->catalogue.items[i];
        gather(&g, i, WHOLE);
        for (size_t k = 0; k < in->by_count; k++)
            gather_parts(&g, i, in->by[k]);
    }
    return forms;
}
