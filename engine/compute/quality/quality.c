/*
 * quality.c - what the rules on believable figures share, and their order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/quality/quality.h"

#include <math.h>

#include <gsl/gsl_sf_gamma.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/indicator/naming.h"
#include "engine/compute/quality/quality_rules.h"

bool quality_sound(const struct fact *fact)
{
    return has_value(fact->value) && !fact->published &&
           (fact->status == STATUS_OK || fact->status == STATUS_PROVISIONAL);
}

bool quality_uses(const struct formula *formula, bool denominator,
                  uint16_t quantity)
{
    const struct expr *expr =
        denominator ? &formula->denominator : &formula->numerator;

    for (size_t i = 0; i < expr->count; i++)
        if (expr->steps[i].op == EXPR_TERM &&
            formula->terms.items[expr->steps[i].term].quantity == quantity)
            return true;
    return false;
}

double quality_last_place(double value, double most)
{
    enum { DECIMALS = 6, ZEROS = 9 };
    double place = pow(10, -DECIMALS);

    for (int k = 1 - DECIMALS; k <= ZEROS && pow(10, k) <= most; k++) {
        double units = value / pow(10, k);
        if (fabs(units - round(units)) > 1e-9 * fmax(1, fabs(units)))
            break;
        place = pow(10, k);
    }
    return place;
}

/* Added up from the far end, the smallest first. */
double quality_binomial(size_t hits, size_t count, double p)
{
    double sum = 0;

    for (size_t k = count + 1; k-- > hits;)
        sum += exp(gsl_sf_lnchoose((unsigned)count, (unsigned)k) +
                   (double)k * log(p) + (double)(count - k) * log1p(-p));
    return fmin(1, sum);
}

const char *quality_area(const struct quality *q, const struct fact *fact)
{
    return naming_area(q->study, fact->area);
}

const char *quality_quantity(const struct quality *q, const struct fact *fact)
{
    return naming_quantity(q->study, &q->cube->table->bands, fact->quantity,
                           fact->cell, q->scratch);
}

struct finding_place quality_place(const struct quality *q,
                                   const struct fact *fact)
{
    struct finding_place place = table_place(q->cube->table, fact->row);

    place.value = naming_exact(fact->value, q->scratch);
    return place;
}

void quality_check(const struct cube *cube, const struct study *study,
                   const struct formulas *formulas, struct arena *scratch,
                   struct findings *findings)
{
    static void (*const rules[])(const struct quality *) = {
        quality_jumps, quality_rates,  quality_parts,
        quality_flows, quality_copies, quality_round,
    };
    struct arena_mark mark = arena_mark(scratch);
    struct quality q = { .cube = cube,
                         .study = study,
                         .formulas = formulas,
                         .map = unit_map_of(study, scratch),
                         .scratch = scratch,
                         .findings = findings };

    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct arena_mark rule = arena_mark(scratch);
        rules[i](&q);
        arena_rewind(scratch, rule);
    }
    arena_rewind(scratch, mark);
}
