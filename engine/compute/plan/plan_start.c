/*
 * plan_start.c - from where an area starts.
 *
 *  (1) The figure of the start's year, if it is one of the whole area: also an
 *      estimate of that year (forecast), which is what there is when a plan is
 *      written before the year is over.
 *  (2) Else the latest whole figure that can be compared: not one from before a
 *      break, nor from before a change of the area's territory.
 *  (3) Else an incomplete figure of the start's year.
 *  (4) Counts are whole: parts of persons that a crosswalk makes are rounded.
 *  (5) Of an estimate the file is named that its numerator stands in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/plan/plan_parts.h"

static bool has_parts(const struct result *r, const struct plan_work *work)
{
    return result_is_sound(r) && has_value(r->numerator) &&
           (work->counted || r->denominator > 0);
}

/* (2) */
bool plan_parted(const struct result *r, const struct plan_work *work)
{
    const struct study *study = work->ground->study;
    period start = period_of_year(work->start);

    if (stretch_map_changed(work->map, r->area, period_end(r->period),
                            period_end(start),
                            formula_restarts(work->formula, &study->codebook)))
        return true;
    for (uint32_t a = r->area; a != NO_AREA; a = study->areas.items[a].parent)
        if (breaks_between(&study->breaks, r->indicator, a, r->period, start))
            return true;
    return false;
}

static const struct result *find_start(const struct plan_series *series,
                                       const struct plan_work *work,
                                       uint32_t *notes)
{
    const struct result *partial = NULL;

    for (size_t i = series->count; i-- > 0;) {
        const struct result *r = series->items[i];
        bool now = period_year(r->period) == work->start;
        if (!has_parts(r, work))
            continue;
        if (now && !result_is_whole(r))
            partial = r;
        if (!result_is_whole(r) || (!now && r->status == STATUS_FORECAST))
            continue;
        if (!now && plan_parted(r, work))
            break;
        if (now && r->status == STATUS_FORECAST)
            *notes |= 1u << PLAN_NOTE_estimate;
        if (!now)
            *notes |= 1u << PLAN_NOTE_earlier;
        return r;
    }
    if (partial)
        *notes |= 1u << PLAN_NOTE_partial; /* (3) */
    return partial;
}

/* (5) NULL when it was worked out from several. */
static const char *file_of(const struct result *r, const struct plan_work *work)
{
    const struct cube *cube = work->ground->cube;
    const struct expr *numerator = &work->formula->numerator;

    for (size_t i = 0; cube && cube->table && i < numerator->count; i++) {
        const struct expr_step *step = &numerator->steps[i];
        if (step->op != EXPR_TERM)
            continue;
        const struct fact *fact =
            cube_find(cube, work->formula->terms.items[step->term].quantity,
                      r->period, r->area, 0);
        if (fact && !fact->parts)
            return table_place(cube->table, fact->row).file;
    }
    return NULL;
}

bool plan_start(struct plan_area *area, struct plan_line *line,
                const struct plan_series *series, const struct plan_work *work)
{
    const struct result *r = find_start(series, work, &area->notes);

    if (!r) {
        area->notes |= 1u << PLAN_NOTE_no_data;
        return false;
    }
    area->from = line->from = period_year(r->period);
    line->value = r->value;
    if (area->notes & 1u << PLAN_NOTE_estimate)
        line->source = file_of(r, work);
    line->level = area->level[0] = round(r->numerator); /* (4) */
    line->base = work->counted ? NO_VALUE : r->denominator;
    return true;
}
