/*
 * quality_rate.c - a printed rate against the count and the base it is of.
 *
 *  (1) A quantity that names an indicator as its rate_of is that indicator as
 *      an office printed it. The count over the printed rate is the base that
 *      the office divided by. It must be the base in use within 0.5 %, and what
 *      the last places of the printed rate and of a rounded count leave open.
 *  (2) Areas of one file that differ in a period are one finding, at the first
 *      of them; it names the others.
 *  (3) A value that rests on some of the areas only, or on a figure in a wrong
 *      unit, is not compared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/indicator/indicator.h"
#include "engine/compute/indicator/naming.h"
#include "engine/compute/quality/quality_rules.h"

static const double NEAR = 0.005;
enum { AREAS_NAMED = 6 };

/* The finding in hand. */
struct mismatch {
    const struct quality *q;
    uint16_t indicator;
    const struct fact *first;
    const struct result *result;
    const char *areas;
    unsigned count;
};

static double implied_base(const struct mismatch *m, const struct result *r,
                           const struct fact *printed)
{
    double scale = m->q->study->catalogue.items[m->indicator].scale;

    return scale * r->numerator / printed->value;
}

/* (1) A rate fills its last place; a count that ends in zeros may not. */
static double tolerance(const struct result *r, const struct fact *printed)
{
    double rate = printed->value, count = r->numerator;
    double count_place = quality_last_place(count, count / 100);

    return NEAR + quality_last_place(rate, fmax(1, rate / 1000)) / 2 / rate +
           (count_place >= 1000 ? count_place / 2 / count : 0);
}

static bool disagrees(const struct mismatch *m, const struct result *r,
                      const struct fact *printed)
{
    if (!r || !has_value(r->value) || !(r->denominator > 0) ||
        !(r->numerator > 0) || r->completeness < 1 ||
        r->status == STATUS_UNRELIABLE) /* (3) */
        return false;
    return fabs(implied_base(m, r, printed) / r->denominator - 1) >
           tolerance(r, printed);
}

static const char *base_name(const struct mismatch *m)
{
    const struct formula *f = &m->q->formulas->items[m->indicator];

    for (size_t i = 0; i < f->denominator.count; i++)
        if (f->denominator.steps[i].op == EXPR_TERM)
            return naming_quantity(
                m->q->study, &m->q->cube->table->bands,
                f->terms.items[f->denominator.steps[i].term].quantity, 0,
                m->q->scratch);
    return "";
}

static void tell(struct mismatch *m)
{
    const struct quality *q = m->q;
    const struct fact *f = m->first;
    struct finding_place place;
    struct finding *told;

    if (m->count == 0)
        return;
    place = quality_place(q, f);
    place.suggestion = naming_number(
        q->study, round(100 * m->result->value) / 100, q->scratch);
    told = finding_add(
        q->findings, FINDING_base_mismatch, place, "area", quality_area(q, f),
        "quantity", quality_quantity(q, f), "period",
        naming_period(f->period, q->scratch), "reported",
        naming_number(q->study, f->value, q->scratch), "counted",
        naming_number(q->study, m->result->numerator, q->scratch), "implied",
        naming_number(q->study, round(implied_base(m, m->result, f)),
                      q->scratch),
        "base", base_name(m), "whole",
        naming_number(q->study, m->result->denominator, q->scratch), "areas",
        m->areas, NULL);
    told->count = m->count;
    m->count = 0;
}

/* (2) */
static void enter(struct mismatch *m, const struct fact *fact,
                  const struct result *result)
{
    const uint32_t *source = m->q->cube->table->source;
    const char *name = quality_area(m->q, fact);

    if (m->count > 0 && (m->first->period != fact->period ||
                         source[m->first->row] != source[fact->row]))
        tell(m);
    if (m->count++ == 0) {
        m->first = fact;
        m->result = result;
        m->areas = name;
    } else if (m->count <= AREAS_NAMED) {
        m->areas = arena_format(m->q->scratch, "%s, %s", m->areas, name);
    } else if (m->count == AREAS_NAMED + 1) {
        m->areas = arena_format(m->q->scratch, "%s, …", m->areas);
    }
}

static void check_quantity(const struct quality *q, uint16_t quantity,
                           uint16_t indicator)
{
    struct compute_request request = { .root = NO_AREA, .confidence = 0.95 };
    struct arena *own = arena_new(); /* computing rewinds the scratch */
    struct results *results = results_new(own);
    struct mismatch m = { .q = q, .indicator = indicator };

    /* Computed here: the facts are on the map they were reported on. */
    indicator_compute(results, indicator, q->formulas, q->cube, q->study,
                      &request, q->scratch, NULL);
    results_sort(results, q->study);
    for (size_t i = 0; i < q->cube->count; i++) {
        const struct fact *fact = &q->cube->facts[i];
        if (fact->quantity != quantity || fact->cell != 0 ||
            !has_value(fact->value) || !(fact->value > 0))
            continue;
        const struct result *r =
            results_find(results, indicator, fact->area, fact->period, WHOLE);
        if (disagrees(&m, r, fact))
            enter(&m, fact, r);
    }
    tell(&m);
    arena_free(own);
}

void quality_rates(const struct quality *q)
{
    const struct codebook *book = &q->study->codebook;

    for (size_t i = 0; i < book->quantity_count; i++) {
        const char *rate_of = book->quantities[i].rate_of;
        uint16_t indicator =
            rate_of ? indicator_find(&q->study->catalogue, rate_of) : NO_INDEX;
        if (indicator != NO_INDEX && cube_has(q->cube, (uint16_t)i))
            check_quantity(q, (uint16_t)i, indicator);
    }
}
