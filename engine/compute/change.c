/*
 * change.c - two years of every area.
 *
 *  (1) The year to begin with is the one in which the most stretches begin; of
 *      two such years the earlier one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/change.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/decide.h"

/* Is it a stretch of an area compared that leads to the year? */
static bool is_wanted(const struct trend *t, period to,
                      const struct study *study)
{
    return t->breakdown.dimension == NO_INDEX && t->to == to &&
           t->from < t->to &&
           study->areas.items[t->area].tier == study->project.tier;
}

/* (1) Trends of one indicator, [count] of them; NO_PERIOD when none leads to
 * the year. */
static period first_year(const struct trend trends[], size_t count, period to,
                         const struct study *study)
{
    period best = NO_PERIOD;
    size_t most = 0;

    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        if (!is_wanted(&trends[i], to, study))
            continue;
        for (size_t k = 0; k < count; k++)
            same += is_wanted(&trends[k], to, study) &&
                    trends[k].from == trends[i].from;
        if (same > most || (same == most && trends[i].from < best)) {
            most = same;
            best = trends[i].from;
        }
    }
    return best;
}

static double chance_of(const struct indicator *in, const struct result *before,
                        const struct result *after)
{
    enum noise noise = indicator_chance(in);
    bool rate = noise == NOISE_POISSON;
    double effect = noise == NOISE_CLUSTERED ? fmax(in->design_effect, 1) : 1;
    double n = before->denominator, m = after->denominator;
    double pooled = (before->numerator + after->numerator) / (n + m);
    double variance = rate ? pooled : pooled * (1 - pooled);

    if ((!rate && noise != NOISE_BINOMIAL && noise != NOISE_CLUSTERED) ||
        !(n > 0) || !(m > 0) || !(variance > 0))
        return NO_VALUE;
    double apart = after->numerator / m - before->numerator / n;
    double error = sqrt(variance * effect * (1 / n + 1 / m));
    return 2 * gsl_cdf_ugaussian_Q(fabs(apart) / error);
}

static void add_area(struct changes *into, const struct results *results,
                     const struct trend *t, period from,
                     const struct study *study)
{
    const struct result *before =
        results_find(results, t->indicator, t->area, from, WHOLE);
    const struct result *after =
        results_find(results, t->indicator, t->area, t->to, WHOLE);

    if (t->from > from || before == NULL || after == NULL ||
        !result_is_sound(before) || !result_is_sound(after))
        return;
    struct change *line = changes_add(into);
    line->indicator = t->indicator;
    line->area = t->area;
    line->from = from;
    line->to = t->to;
    line->before = before->value;
    line->after = after->value;
    line->p_value =
        chance_of(&study->catalogue.items[t->indicator], before, after);
}

/* The root is not of the family: it is what the areas add up to. */
static void judge(struct change lines[], size_t count,
                  const struct study *study, struct arena *scratch)
{
    double *p = arena_array(scratch, count, double);

    for (size_t i = 0; i < count; i++)
        p[i] =
            lines[i].area == study->project.root ? NO_VALUE : lines[i].p_value;
    decide_adjust(p, count, scratch);
    for (size_t i = 0; i < count; i++) {
        bool root = lines[i].area == study->project.root;
        lines[i].adjusted_p = root ? lines[i].p_value : p[i];
        lines[i].standing =
            decide(lines[i].after - lines[i].before, lines[i].adjusted_p,
                   &study->catalogue.items[lines[i].indicator]);
    }
}

void changes_compute(struct changes *into, const struct results *results,
                     const struct trends *trends, period to,
                     const struct study *study, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);

    for (size_t i = 0, end; i < trends->count; i = end) {
        uint16_t indicator = trends->items[i].indicator;
        size_t first = into->count;
        for (end = i; end < trends->count; end++)
            if (trends->items[end].indicator != indicator)
                break;
        period from = first_year(&trends->items[i], end - i, to, study);
        if (from == NO_PERIOD)
            continue;
        for (size_t k = i; k < end; k++) {
            const struct trend *t = &trends->items[k];
            bool root = t->area == study->project.root &&
                        t->breakdown.dimension == NO_INDEX && t->to == to;
            if (root || is_wanted(t, to, study))
                add_area(into, results, t, from, study);
        }
        judge(into->items + first, into->count - first, study, scratch);
    }
    arena_rewind(scratch, mark);
}
