/*
 * hide_forms.c - the figures of a quantity that the catalogue asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/hide/hide_forms.h"

#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/compute/hide/hide_domain.h"
#include "engine/compute/indicator/evaluation.h"

struct gathering {
    struct hide_forms *forms;
    const struct formulas *formulas;
    const struct cube *cube;
    const struct study *study;
    struct arena *arena;
};

static bool is_same(const struct term *left, const struct term *right,
                    const struct study *study)
{
    const struct codebook *book = &study->codebook;
    const struct quantity *known = &book->quantities[left->quantity];

    return left->quantity == right->quantity &&
           hide_term_holds(left, right, known, book) &&
           hide_term_holds(right, left, known, book);
}

static size_t form_of(struct gathering *g, const struct term *term)
{
    struct hide_quantity *q = &g->forms->quantities[term->quantity];

    for (size_t i = 0; i < q->count; i++)
        if (is_same(&q->forms[i].term, term, g->study))
            return i;
    grow(q->forms, q->count, q->room);
    q->forms[q->count] = (struct hide_form){ .term = *term };
    return q->count++;
}

static void add_pair(struct gathering *g, size_t at, const struct term *term,
                     struct hide_pair pair)
{
    struct hide_form *form = &g->forms->quantities[term->quantity].forms[at];

    for (size_t i = 0; i < form->count; i++)
        if (form->pairs[i].is_base == pair.is_base &&
            form->pairs[i].lag == pair.lag &&
            is_same(form->pairs[i].other, pair.other, g->study))
            return;
    grow(form->pairs, form->count, form->room);
    form->pairs[form->count++] = pair;
}

/* The one term that an expression is, or NO_TERM. */
enum { NO_TERM = -1 };

static int only_term(const struct expr *expr)
{
    return expr->count == 1 && expr->steps[0].op == EXPR_TERM
               ? (int)expr->steps[0].term
               : NO_TERM;
}

/* [k] is one of the two terms of a proportion. */
static void gather_pair(struct gathering *g, const struct evaluation *e,
                        size_t k, size_t form)
{
    int part = only_term(&e->formula->numerator);
    int base = only_term(&e->formula->denominator);
    const struct term *other;

    if (part < 0 || base < 0 || ((int)k != part && (int)k != base))
        return;
    other = &e->terms[(int)k == part ? base : part];
    add_pair(g, form, &e->terms[k],
             (struct hide_pair){ other, other->lag - e->terms[k].lag,
                                 (int)k == part });
}

static void gather_term(struct gathering *g, uint16_t indicator,
                        const struct evaluation *e, size_t k)
{
    const struct indicator *in = &g->study->catalogue.items[indicator];
    const struct term *term = &e->terms[k];
    struct hide_uses *uses = &g->forms->uses[indicator];
    size_t form = form_of(g, term);

    if (in->kind == KIND_PROPORTION)
        gather_pair(g, e, k, form);
    grow(uses->items, uses->count, uses->room);
    uses->items[uses->count++] =
        (struct hide_use){ e->breakdown, term->quantity, term->lag, form };
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

static void release_forms(void *quantity)
{
    struct hide_quantity *q = quantity;

    for (size_t i = 0; i < q->count; i++)
        free(q->forms[i].pairs);
    free(q->forms);
}

/* Does it count persons? What does not add up over areas is a rate. */
static bool counts_persons(const struct quantity *quantity)
{
    return !quantity->things && quantity->over_areas == OVER_AREAS_SUM;
}

/* The threshold of every quantity of persons, and its total as form 0. */
static void start_quantities(struct gathering *g)
{
    const struct study *study = g->study;
    const struct quantity *known = study->codebook.quantities;
    struct hide_quantity *quantities = g->forms->quantities;

    for (size_t q = 0; q < study->codebook.quantity_count; q++) {
        struct term total = { .quantity = (uint16_t)q };
        arena_defer(g->arena, release_forms, &quantities[q]);
        form_of(g, &total);
        if (counts_persons(&known[q]))
            quantities[q].below = study_hide_below(study, NULL);
    }
    for (size_t i = 0; i < study->catalogue.count; i++) {
        const struct terms *terms = &g->formulas->items[i].terms;
        double below = study_hide_below(study, &study->catalogue.items[i]);
        arena_defer(g->arena, grow_release, &g->forms->uses[i].items);
        for (size_t k = 0; k < terms->count; k++) {
            uint16_t q = terms->items[k].quantity;
            if (counts_persons(&known[q]))
                quantities[q].below = fmax(quantities[q].below, below);
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
    for (size_t q = 0; q < study->codebook.quantity_count; q++)
        if (forms.quantities[q].below > 0)
            hide_domains_set(&forms.quantities[q],
                             &study->codebook.quantities[q], &study->codebook,
                             arena);
    return forms;
}
