/*
 * plan_quota.c - how many have to be won in a year.
 *
 *  (1) A title holds for so many years after its own: a numerator that adds up
 *      the grants of this year and of the k before it, and nothing else. In a
 *      year those expire that were granted k + 1 years before; up to the start
 *      that is known, later it is the plan's own quota.
 *  (2) Grants of an area are its own, else those of the areas below it.
 *  (3) Losses are those of plan_lost.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/plan/plan_parts.h"

/* (1) */
int plan_life(const struct formula *formula, uint16_t *quantity)
{
    int years = 0;
    size_t found = 0;

    for (size_t i = 0; i < formula->numerator.count; i++) {
        const struct expr_step *step = &formula->numerator.steps[i];
        if (step->op == EXPR_ADD)
            continue;
        if (step->op != EXPR_TERM)
            return 0;
        const struct term *term = &formula->terms.items[step->term];
        if (found++ > 0 && term->quantity != *quantity)
            return 0;
        for (size_t slot = 0; slot < CELL_DIMENSIONS; slot++)
            if (term->picks[slot].count > 0)
                return 0;
        *quantity = term->quantity;
        years = -term->lag > years ? -term->lag : years;
    }
    return found == (size_t)years + 1 ? years : 0;
}

/* (2) */
double plan_counted(const struct plan_work *work, uint16_t quantity,
                    uint32_t area, period p)
{
    const struct areas *areas = &work->ground->study->areas;
    const struct fact *fact =
        cube_find(work->ground->cube, quantity, p, area, 0);
    double sum = NO_VALUE;

    if (fact && has_value(fact->value))
        return fact->value;
    for (uint32_t a = areas->items[area].first_child; a != NO_AREA;
         a = areas->items[a].next_sibling) {
        double part = plan_counted(work, quantity, a, p);
        if (has_value(part))
            sum = has_value(sum) ? sum + part : part;
    }
    return sum;
}

void plan_grants(struct plan_area *area, const struct plan_work *work)
{
    area->grant = arena_array(work->scratch, (size_t)work->life + 1, double);
    for (int back = 0; back <= work->life && work->ground->cube; back++) {
        double won = plan_counted(work, work->granted, area->area,
                                  period_of_year(work->start - back));
        area->grant[back] = has_value(won) ? round(won) : 0;
    }
}

double plan_expiring(const struct plan_work *work, const struct plan_area *area,
                     int year)
{
    int won = year - 1 - work->life;

    if (work->life == 0)
        return 0;
    return won > 0 ? plan_fresh(work, area, won) : area->grant[-won];
}

/* (3) */
double plan_losses(const struct plan_area *area, int year)
{
    return area->lost ? area->lost[year] : 0;
}

double plan_fresh(const struct plan_work *work, const struct plan_area *area,
                  int year)
{
    double gain = work->way * (area->level[year] - area->level[year - 1]);

    if (work->flow && work->way > 0)
        return area->level[year];
    return gain + plan_expiring(work, area, year) + plan_losses(area, year);
}
