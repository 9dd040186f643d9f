/*
 * even_areas.c - the areas that are usable in a year.
 *
 *  (1) Usable: sound and complete. A forecast is no figure yet.
 *  (2) Weighted by the denominators when every area has one above 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/equity/weighted.h"
#include "engine/compute/even/even_parts.h"

enum even_noise even_noise_of(const struct indicator *in)
{
    switch (indicator_chance(in)) {
    case NOISE_NONE:
        return EVEN_FACT;
    case NOISE_BINOMIAL:
    case NOISE_CLUSTERED:
    case NOISE_POISSON:
        return EVEN_KNOWN;
    case NOISE_PROCESS:
    case NOISE_COUNT:
        break;
    }
    return EVEN_UNKNOWN;
}

double even_sigma(const struct indicator *in, double x, double n)
{
    double effect = in->noise == NOISE_CLUSTERED && in->design_effect > 0
                        ? in->design_effect
                        : 1;
    double q = (x + 1) / (n + 2);

    if (even_noise_of(in) != EVEN_KNOWN || !(n > 0) || !(x >= 0))
        return NO_VALUE;
    if (in->noise == NOISE_POISSON)
        return in->scale * sqrt(x + 1) / n;
    return q < 1 ? in->scale * sqrt(effect * q * (1 - q) / n) : NO_VALUE;
}

/* (1) */
bool even_usable(const struct result *r)
{
    return result_is_whole(r) && r->status != STATUS_FORECAST;
}

static bool is_candidate(const struct even_job *job, const struct result *r,
                         period p)
{
    return r->period == p && r->breakdown.dimension == NO_INDEX &&
           job->study->areas.items[r->area].tier == job->request->tier;
}

static void take(struct even_areas *areas, const struct even_job *job,
                 const struct result *r)
{
    size_t i = areas->count++;

    areas->row[i] = r;
    areas->value[i] = r->value;
    areas->weight[i] = r->denominator;
    areas->sigma[i] = even_sigma(job->in, r->numerator, r->denominator);
    if (!(r->denominator > 0)) /* (2) */
        areas->unweighted = true;
    if (!has_value(areas->sigma[i]) && areas->noise == EVEN_KNOWN)
        areas->noise = EVEN_UNKNOWN;
}

struct even_areas even_areas_of(const struct even_job *job, period p)
{
    size_t room = job->count + 1;
    struct arena *a = job->scratch;
    struct even_areas areas = { .row =
                                    arena_array(a, room, const struct result *),
                                .value = arena_array(a, room, double),
                                .weight = arena_array(a, room, double),
                                .sigma = arena_array(a, room, double),
                                .share = arena_array(a, room, double),
                                .noise = even_noise_of(job->in) };

    for (size_t i = 0; i < job->count; i++)
        if (is_candidate(job, job->rows[i], p)) {
            if (even_usable(job->rows[i]))
                take(&areas, job, job->rows[i]);
            else
                areas.left_out++;
        }
    for (size_t i = 0; areas.unweighted && i < areas.count; i++)
        areas.weight[i] = 1;
    double total = weighted_sum(areas.weight, areas.count);
    for (size_t i = 0; i < areas.count; i++)
        areas.share[i] = areas.weight[i] / total;
    areas.mean = weighted_mean(areas.value, areas.weight, areas.count);
    return areas;
}

const char *even_note(const struct even_areas *areas)
{
    if (areas->count == 0)
        return "equity.no_areas";
    if (areas->count == 1)
        return "equity.one_area";
    if (areas->left_out > 0)
        return "equity.rows_left_out";
    return areas->unweighted ? "equity.unweighted" : NULL;
}
