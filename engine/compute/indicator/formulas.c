/*
 * formulas.c - every indicator of the catalogue, ready to compute.
 *
 *  (1) An indicator divides by its denominator, or has none (a count, an
 *      index). A proportion, rate, ratio, mean or parity without one is a
 *      broken definition, and so is a count with one.
 *  (2) Survival is rebuilt from grades and repeaters (survival.h): its two
 *      expressions name the quantities and are not divided.
 *  (3) What is derived from other results (derived.h) has no terms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/indicator/formulas.h"

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/model/study.h"

static bool divides(enum indicator_kind kind)
{
    return kind == KIND_PROPORTION || kind == KIND_RATE || kind == KIND_RATIO ||
           kind == KIND_MEAN || kind == KIND_PARITY ||
           kind == KIND_COHORT_SURVIVAL || kind == KIND_DERIVED;
}

static bool sound(const struct indicator *in, struct fault *fault)
{
    if (!in->numerator)
        return fault_set(fault, FAULT_USAGE, in->place, "formula.no_numerator",
                         "indicator", in->id, NULL);
    if (divides(in->kind) && !in->denominator)
        return fault_set(fault, FAULT_USAGE, in->place,
                         "formula.no_denominator", "indicator", in->id, "kind",
                         kind_names[in->kind], NULL);
    if (in->kind == KIND_COUNT && in->denominator)
        return fault_set(fault, FAULT_USAGE, in->denominator_place,
                         "formula.count_divided", "indicator", in->id, NULL);
    return true;
}

static bool addable(const struct terms *terms, const struct codebook *book)
{
    for (size_t i = 0; i < terms->count; i++)
        if (book->quantities[terms->items[i].quantity].over_areas !=
            OVER_AREAS_SUM)
            return false;
    return true;
}

static bool parse_parts(struct formula *out, const struct indicator *in,
                        const struct codebook *book, struct arena *arena,
                        struct fault *fault)
{
    return expr_parse(&out->numerator, &out->terms, in->numerator,
                      in->numerator_place, book, arena, fault) &&
           (!in->denominator ||
            expr_parse(&out->denominator, &out->terms, in->denominator,
                       in->denominator_place, book, arena, fault));
}

static bool compile(struct formula *out, const struct indicator *in,
                    const struct study *study, struct arena *arena,
                    struct fault *fault)
{
    const struct codebook *book = &study->codebook;
    bool survives = in->kind == KIND_COHORT_SURVIVAL; /* (2) */

    if (!sound(in, fault))
        return false;
    if (in->kind == KIND_DERIVED) /* (3) */
        return derived_compile(&out->derived, in, study, fault);
    if (!(survives ? survival_compile(&out->survival, &out->terms, in, book,
                                      arena, fault)
                   : parse_parts(out, in, book, arena, fault)))
        return false;
    if (out->terms.count == 0)
        return fault_set(fault, FAULT_USAGE, in->numerator_place,
                         "formula.no_quantity", "indicator", in->id, NULL);
    out->addable = addable(&out->terms, book);
    return true;
}

void formula_parts(double *numerator, double *denominator,
                   const struct formula *formula, const double terms[])
{
    if (formula->survival.count > 0) {
        survival_parts(numerator, denominator, &formula->survival, terms);
        return;
    }
    *numerator = expr_value(&formula->numerator, terms);
    *denominator = formula->denominator.count > 0
                       ? expr_value(&formula->denominator, terms)
                       : NO_VALUE;
}

bool formula_restarts(const struct formula *formula,
                      const struct codebook *book)
{
    for (size_t i = 0; i < formula->terms.count; i++)
        if (book->quantities[formula->terms.items[i].quantity].over_map ==
            OVER_MAP_RESTART)
            return true;
    return false;
}

bool formulas_compile(struct formulas **out, const struct study *study,
                      struct arena *arena, struct fault *fault)
{
    const struct catalogue *catalogue = &study->catalogue;
    struct formulas *formulas = arena_new_of(arena, struct formulas);

    formulas->items = arena_array(arena, catalogue->count, struct formula);
    formulas->count = catalogue->count;
    for (size_t i = 0; i < catalogue->count; i++)
        if (!compile(&formulas->items[i], &catalogue->items[i], study, arena,
                     fault))
            return false;
    *out = formulas;
    return true;
}
