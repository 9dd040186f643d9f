/*
 * plan_lost.c - how many are expected to be lost in each year, area by area.
 *
 *  (1) A file's row for an area, or for each, is what that area loses. A row
 * for the whole is the total: what the areas' own rows leave of it goes to the
 *      others by today's level, in whole numbers (plan_share.h).
 *  (2) Without a file's word, of a stock whose outflow is counted (the fund and
 *      what is spent of it) as many as in the mean of the last three years
 * known are lost every year. (3) What the whole loses is the sum of its areas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/plan/plan_parts.h"

enum { FLOW_YEARS = 3 };

/* (1) */
static void share_rest(struct plan_work *work, double rest, int year)
{
    struct arena_mark mark = arena_mark(work->scratch);
    struct share_claim *claims =
        arena_array(work->scratch, work->count, struct share_claim);
    double *share = arena_array(work->scratch, work->count, double);

    for (size_t i = 0; i < work->count; i++) {
        const struct plan_area *area = &work->areas[i];
        bool own = has_value(plan_given(work, GIVEN_LOSSES, area->area, year));
        claims[i] = (struct share_claim){ .slope = own ? 0 : area->level[0],
                                          .high = (double)INFINITY };
    }
    plan_share(share, claims, work->count, fmax(0, rest), 0.5, work->scratch);
    for (size_t i = 0; i < work->count; i++)
        work->areas[i].lost[year] += share[i];
    arena_rewind(work->scratch, mark);
}

/* (1) False when the file has no word about the year. */
static bool by_file(struct plan_work *work, int year)
{
    double total = plan_given(work, GIVEN_LOSSES, work->whole.area, year);
    double sum = 0;
    bool any = has_value(total);

    for (size_t i = 0; i < work->count; i++) {
        struct plan_area *area = &work->areas[i];
        double own = plan_given(work, GIVEN_LOSSES, area->area, year);
        any = any || has_value(own);
        area->lost[year] = has_value(own) ? round(own) : 0;
        sum += area->lost[year];
    }
    if (has_value(total))
        share_rest(work, round(total) - sum, year);
    return any;
}

/* The quantity that lowers the numerator; NO_INDEX without. */
static uint16_t outflow(const struct plan_work *work)
{
    const struct codebook *book = &work->ground->study->codebook;
    const struct expr *numerator = &work->formula->numerator;
    const struct quantity *stock;

    if (!work->ground->cube || work->way < 0 || numerator->count != 1 ||
        numerator->steps[0].op != EXPR_TERM)
        return NO_INDEX;
    stock =
        &book->quantities[work->formula->terms.items[numerator->steps[0].term]
                              .quantity];
    return stock->lowered_by ? quantity_find(book, stock->lowered_by)
                             : NO_INDEX;
}

/* (2) */
static double flow_of(const struct plan_work *work, uint16_t quantity,
                      uint32_t area)
{
    double sum = 0;
    int years = 0;

    for (int back = 0; back < FLOW_YEARS; back++) {
        double lost = plan_counted(work, quantity, area,
                                   period_of_year(work->start - back));
        sum += has_value(lost) ? lost : 0;
        years += has_value(lost);
    }
    return years > 0 ? round(sum / years) : 0;
}

void plan_lost(struct plan_work *work)
{
    uint16_t flow = outflow(work);
    size_t years = (size_t)work->years + 1;

    if (!work->request->inputs && flow == NO_INDEX)
        return;
    for (size_t i = 0; i < work->count; i++)
        work->areas[i].lost = arena_array(work->scratch, years, double);
    work->whole.lost = arena_array(work->scratch, years, double);
    for (int year = 1; year <= work->years; year++) {
        bool told = work->request->inputs && by_file(work, year);
        for (size_t i = 0; i < work->count; i++) {
            struct plan_area *area = &work->areas[i];
            if (!told && flow != NO_INDEX)
                area->lost[year] = flow_of(work, flow, area->area);
            work->whole.lost[year] += area->lost[year]; /* (3) */
        }
    }
}
