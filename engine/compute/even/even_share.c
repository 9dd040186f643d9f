/*
 * even_share.c - each area's part in a measure, and in what is missing to the
 * target; the parts are those of even.h (4).
 *
 *  (1) The parts are non-negative and add up to the measure, so each is a share
 *      of it.
 *  (2) Relative parts need a mean above 0 and no value below; the mean log
 *      deviation no value of 0 either.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/equity/weighted.h"
#include "engine/compute/even/even_parts.h"

/* Sums below this, of numbers about 1, are 0 but for rounding. */
static const double ROUNDING = 1e-14;

static double of_variance(double share, double value, double mean)
{
    return share * (value - mean) * (value - mean);
}

/* (2) */
static double of_theil(double share, double value, double mean)
{
    double r = value / mean;

    if (!(mean > 0) || r < 0)
        return NO_VALUE;
    return r > 0 ? share * (r * log(r) - r + 1) : share;
}

static double of_mld(double share, double value, double mean)
{
    double r = value / mean;

    return mean > 0 && r > 0 ? share * (r - 1 - log(r)) : NO_VALUE;
}

static const struct {
    const char *id;
    double (*part)(double share, double value, double mean);
} measures[] = {
    { "between_group_variance", of_variance },
    { "theil", of_theil },
    { "mean_log_deviation", of_mld },
};
enum { MEASURES = sizeof measures / sizeof *measures };

static double missing(const struct even_job *job, const struct result *r)
{
    struct even_goal goal = even_target_of(job, r);
    double below = goal.value - r->value;

    return goal.comparison == TARGET_AT_MOST ? fmax(-below, 0) : fmax(below, 0);
}

static struct evenness_share *add_row(const struct even_job *job,
                                      const struct even_areas *areas,
                                      uint32_t area, const char *measure)
{
    struct evenness_share *row = evenness_share_add(job->into);

    row->indicator = job->indicator;
    row->area = area;
    row->tier = (int)job->request->tier;
    row->period = job->request->to;
    row->measure = measure;
    row->count = (unsigned)areas->count;
    row->note = even_note(areas);
    return row;
}

/* (1) Parts that are all there, first their sum, then each. */
static void add_parts(const struct even_job *job,
                      const struct even_areas *areas, const char *measure,
                      const double parts[])
{
    double total = weighted_sum(parts, areas->count);
    double scale = fmax(1, areas->mean * areas->mean);
    bool none = has_value(total) && !(total > ROUNDING * scale);
    struct evenness_share *row =
        add_row(job, areas, job->request->root, measure);

    row->weight = 1;
    row->value = areas->mean;
    row->amount = total;
    row->share = none || !has_value(total) ? NO_VALUE : 1;
    if (none)
        row->note = "evenness.nothing_to_share";
    if (!has_value(total)) {
        row->note = "equity.undefined";
        return;
    }
    for (size_t i = 0; i < areas->count; i++) {
        row = add_row(job, areas, areas->row[i]->area, measure);
        row->weight = areas->share[i];
        row->value = areas->value[i];
        row->amount = parts[i];
        row->share = none ? NO_VALUE : parts[i] / total;
        if (none)
            row->note = "evenness.nothing_to_share";
    }
}

static void add_shortfall(const struct even_job *job,
                          const struct even_areas *areas, double parts[])
{
    for (size_t i = 0; i < areas->count; i++)
        if (!has_value(even_target_of(job, areas->row[i]).value))
            return;
    for (size_t i = 0; i < areas->count; i++)
        parts[i] = areas->share[i] * missing(job, areas->row[i]);
    add_parts(job, areas, "shortfall", parts);
}

void even_shares(const struct even_job *job)
{
    struct even_areas areas = even_areas_of(job, job->request->to);
    double *parts = arena_array(job->scratch, areas.count + 1, double);

    if (areas.count < 2)
        return;
    for (size_t m = 0; m < MEASURES; m++) {
        for (size_t i = 0; i < areas.count; i++)
            parts[i] =
                measures[m].part(areas.share[i], areas.value[i], areas.mean);
        add_parts(job, &areas, measures[m].id, parts);
    }
    if (job->in->better != BETTER_NONE)
        add_shortfall(job, &areas, parts);
}
