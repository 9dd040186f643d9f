/*
 * quality_flow.c - a stock is what it was, plus what came in, minus what went
 * out.
 *
 *  (1) A quantity that names what raises it and what lowers it is compared with
 *      last year's figure of the area and the two flows of the year, all cells
 *      together. All four must be there and sound.
 *  (2) Each may be rounded to its last place, but to no more than a thousandth
 *      of itself; what half of the four places explains is no finding.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/compute/indicator/naming.h"
#include "engine/compute/quality/quality_rules.h"

static const double ROUNDED = 0.001;

static const struct fact *sound_fact(const struct quality *q, uint16_t quantity,
                                     period p, uint32_t area)
{
    const struct fact *fact = cube_find(q->cube, quantity, p, area, 0);

    return fact && quality_sound(fact) ? fact : NULL;
}

static double half_place(double value)
{
    return quality_last_place(value, fmax(1, fabs(value) * ROUNDED)) / 2;
}

static void tell(const struct quality *q, const struct fact *open,
                 const struct fact *in, const struct fact *out,
                 const struct fact *close)
{
    double makes = open->value + in->value - out->value;
    struct finding_place place = quality_place(q, close);

    place.suggestion = naming_number(q->study, makes, q->scratch);
    finding_add(q->findings, FINDING_stock_and_flow, place, "area",
                quality_area(q, close), "quantity", quality_quantity(q, close),
                "period", naming_period(close->period, q->scratch), "reported",
                naming_number(q->study, close->value, q->scratch), "open",
                naming_number(q->study, open->value, q->scratch), "in",
                naming_number(q->study, in->value, q->scratch), "out",
                naming_number(q->study, out->value, q->scratch), "makes",
                naming_number(q->study, makes, q->scratch), NULL);
}

static void check(const struct quality *q, const struct fact *close,
                  uint16_t raised_by, uint16_t lowered_by)
{
    const struct fact *in =
        sound_fact(q, raised_by, close->period, close->area);
    const struct fact *out =
        sound_fact(q, lowered_by, close->period, close->area);
    const struct fact *open = sound_fact(
        q, close->quantity, period_shift(close->period, -1), close->area);

    if (!in || !out || !open || unit_map_cuts(&q->map, open, close))
        return;
    if (fabs(open->value + in->value - out->value - close->value) >
        half_place(open->value) + half_place(in->value) +
            half_place(out->value) + half_place(close->value)) /* (2) */
        tell(q, open, in, out, close);
}

void quality_flows(const struct quality *q)
{
    for (size_t i = 0; i < q->cube->count; i++) {
        const struct fact *fact = &q->cube->facts[i];
        const struct quantity *quantity =
            &q->study->codebook.quantities[fact->quantity];
        if (quantity->raised_by && quantity->lowered_by && fact->cell == 0 &&
            quality_sound(fact))
            check(q, fact,
                  quantity_find(&q->study->codebook, quantity->raised_by),
                  quantity_find(&q->study->codebook, quantity->lowered_by));
    }
}
