/*
 * even_change.c - how evenness changed between two years.
 *
 *  (1) Paired: areas whose latest stretch of comparable years holds both
 *      (trend_parts.h), so that nothing crosses a break.
 *  (2) Of a measure m of values y and weights w, what the values did and what
 *      the weights did, each the mean of its two orders (Shapley 1953), so that
 *      they add up to the change:
 *          by_values  = [m(y2,w1) - m(y1,w1) + m(y2,w2) - m(y1,w2)] / 2
 *          by_weights = [m(y1,w2) - m(y1,w1) + m(y2,w2) - m(y2,w1)] / 2
 *  (3) The measures are the observed ones. Where the figures carry noise they
 *      hold it, and have no interval; the spread beyond chance has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/decide.h"
#include "engine/compute/equity/measure.h"
#include "engine/compute/even/even_parts.h"
#include "engine/compute/even/even_spread.h"

static const char *const measures[] = { "between_group_sd",
                                        "coefficient_of_variation", "theil",
                                        "gini" };
enum { MEASURES = sizeof measures / sizeof *measures };

/* The comparable years of one area. */
struct line {
    const struct trend_point *points;
    size_t count;
};

struct lines {
    struct line *items;
    size_t count;
    size_t expected; /* areas with any figure in the year asked for */
};

/* The figures of two years, area by area. */
struct pairs {
    period from;
    size_t count;
    double *value[2], *weight[2], *sigma[2];
    enum even_noise noise;
    bool unweighted;
};

/* (1) */
static struct lines lines_of(const struct even_job *job)
{
    struct lines lines = { arena_array(job->scratch, job->count, struct line),
                           0, 0 };
    struct trend_point *points =
        arena_array(job->scratch, job->count, struct trend_point);
    bool restarting = formula_restarts(&job->formulas->items[job->indicator],
                                       &job->study->codebook);

    for (size_t first = 0, end; first < job->count; first = end) {
        const struct result *r = job->rows[first];
        for (end = first; end < job->count; end++)
            if (job->rows[end]->area != r->area ||
                job->rows[end]->breakdown.dimension != NO_INDEX)
                break;
        if (end == first) { /* a breakdown */
            end++;
            continue;
        }
        if (job->study->areas.items[r->area].tier != job->request->tier)
            continue;
        lines.expected += job->rows[end - 1]->period == job->request->to;
        struct stretch s = stretch_of(job->rows + first, end - first,
                                      points + first, restarting, job->map);
        if (s.last && s.last->period == job->request->to)
            lines.items[lines.count++] = (struct line){ s.points, s.count };
    }
    return lines;
}

static const struct trend_point *point_in(const struct line *line, period p)
{
    for (size_t i = 0; i < line->count; i++)
        if (line->points[i].period == p)
            return &line->points[i];
    return NULL;
}

static size_t pairs_in(const struct lines *lines, period from)
{
    size_t count = 0;

    for (size_t i = 0; i < lines->count; i++)
        count += point_in(&lines->items[i], from) != NULL;
    return count;
}

/* The latest year before the one asked for that has a usable figure. */
static period year_before(const struct even_job *job)
{
    period latest = NO_PERIOD;

    for (size_t i = 0; i < job->count; i++) {
        const struct result *r = job->rows[i];
        if (r->period < job->request->to && r->area != job->request->root &&
            even_usable(r) && (latest == NO_PERIOD || r->period > latest))
            latest = r->period;
    }
    return latest;
}

/* The earliest that pairs as many areas. */
static period earliest_like(const struct even_job *job,
                            const struct lines *lines, period latest)
{
    size_t wanted = pairs_in(lines, latest);
    period first = latest, earliest = latest;

    for (size_t i = 0; i < job->count; i++)
        if (job->rows[i]->period < first)
            first = job->rows[i]->period;
    for (period p = latest; wanted > 0 && p > first;) {
        p = period_shift(p, -1);
        if (pairs_in(lines, p) >= wanted)
            earliest = p;
    }
    return earliest;
}

static void take(struct pairs *pairs, int year, const struct trend_point *p,
                 const struct indicator *in)
{
    size_t i = pairs->count;

    pairs->value[year][i] = p->value;
    pairs->weight[year][i] = p->denominator;
    pairs->sigma[year][i] = even_sigma(in, p->numerator, p->denominator);
    if (!(p->denominator > 0))
        pairs->unweighted = true;
    if (pairs->noise == EVEN_KNOWN && !has_value(pairs->sigma[year][i]))
        pairs->noise = EVEN_UNKNOWN;
}

static struct pairs pairs_of(const struct even_job *job,
                             const struct lines *lines, period from)
{
    struct pairs pairs = { .from = from, .noise = even_noise_of(job->in) };

    for (int year = 0; year < 2; year++) {
        pairs.value[year] = arena_array(job->scratch, lines->count, double);
        pairs.weight[year] = arena_array(job->scratch, lines->count, double);
        pairs.sigma[year] = arena_array(job->scratch, lines->count, double);
    }
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];
        const struct trend_point *start = point_in(line, from);
        if (!start)
            continue;
        take(&pairs, 0, start, job->in);
        take(&pairs, 1, point_in(line, job->request->to), job->in);
        pairs.count++;
    }
    for (size_t i = 0; pairs.unweighted && i < pairs.count; i++)
        pairs.weight[0][i] = pairs.weight[1][i] = 1;
    return pairs;
}

static struct evenness_change *add_row(const struct even_job *job,
                                       const struct lines *lines,
                                       const struct pairs *pairs,
                                       const char *measure)
{
    struct evenness_change *row = evenness_change_add(job->into);

    row->indicator = job->indicator;
    row->tier = (int)job->request->tier;
    row->from = pairs->from;
    row->to = job->request->to;
    row->measure = measure;
    row->count = (unsigned)pairs->count;
    row->left_out = (unsigned)(lines->expected - pairs->count);
    row->note = pairs->count == 0   ? "evenness.none_paired"
                : pairs->count == 1 ? "equity.one_area"
                                    : NULL;
    return row;
}

static double measured(const struct even_job *job, const struct pairs *pairs,
                       const char *id, int values, int weights)
{
    struct measure_choice choice;
    struct sample sample = { .count = pairs->count,
                             .value = pairs->value[values],
                             .weight = pairs->weight[weights],
                             .reference = SAMPLE_NONE,
                             .better = job->in->better,
                             .target = NO_VALUE,
                             .unit = NO_VALUE };

    if (!measure_find(id, &choice))
        return NO_VALUE;
    sample_prepare(&sample, job->scratch);
    if (!measure_applies(choice.measure, &sample))
        return NO_VALUE;
    return measure_value(&choice, &sample, job->scratch);
}

/* Two standard deviations lie between a typically low and a typically high
 * area: even.h (3). */
static enum drift drift_of(const struct evenness_change *row,
                           const struct indicator *in, bool noisy)
{
    double change = row->change;

    if (!has_value(change))
        return DRIFT_NONE;
    if (noisy && row->lower <= 0 && row->upper >= 0) {
        double most = fmax(-row->lower, row->upper);
        return in->material > 0 && 2 * most < in->material ? DRIFT_STEADY
                                                           : DRIFT_UNCLEAR;
    }
    if (!decide_is_material(2 * change, in->material))
        return DRIFT_STEADY;
    return change < 0 ? DRIFT_CLOSER : DRIFT_APART;
}

/* (2) */
static void add_measure(const struct even_job *job, const struct lines *lines,
                        const struct pairs *pairs, const char *id)
{
    struct evenness_change *row = add_row(job, lines, pairs, id);
    double m[2][2];

    if (row->note)
        return;
    for (int v = 0; v < 2; v++)
        for (int w = 0; w < 2; w++)
            m[v][w] = measured(job, pairs, id, v, w);
    row->before = m[0][0];
    row->after = m[1][1];
    row->change = row->after - row->before;
    row->by_values = (m[1][0] - m[0][0] + m[1][1] - m[0][1]) / 2;
    row->by_weights = (m[0][1] - m[0][0] + m[1][1] - m[1][0]) / 2;
    if (!has_value(row->change) || !has_value(row->by_values))
        row->note = "equity.undefined";
    else if (pairs->noise != EVEN_FACT) /* (3) */
        row->note = "evenness.observed";
    else
        row->note = pairs->unweighted ? "equity.unweighted" : "equity.fact";
    if (id == measures[0] && pairs->noise == EVEN_FACT)
        row->drift = drift_of(row, job->in, false);
}

static void add_spread(const struct even_job *job, const struct lines *lines,
                       const struct pairs *pairs)
{
    struct evenness_change *row =
        add_row(job, lines, pairs, "spread_beyond_chance");
    double confidence = job->request->confidence;
    struct even_spread year[2], change;

    if (row->note)
        return;
    if (pairs->noise != EVEN_KNOWN) {
        row->note = "evenness.no_model";
        return;
    }
    for (int y = 0; y < 2; y++)
        year[y] = even_spread_of(pairs->value[y], pairs->weight[y],
                                 pairs->sigma[y], pairs->count, confidence);
    change = even_spread_change(&year[0], &year[1]);
    row->before = year[0].value;
    row->after = year[1].value;
    row->change = change.value;
    row->lower = change.lower;
    row->upper = change.upper;
    row->drift = drift_of(row, job->in, true);
}

static void add_convergence(const struct even_job *job,
                            const struct lines *lines,
                            const struct pairs *pairs)
{
    struct evenness_change *row = add_row(job, lines, pairs, "convergence");
    struct even_years years = {
        pairs->value[0], pairs->value[1], NULL,
        pairs->sigma[0], pairs->sigma[1], pairs->count
    };
    double *weight = arena_array(job->scratch, pairs->count, double);
    struct even_convergence c;

    if (row->note)
        return;
    if (pairs->noise != EVEN_KNOWN) {
        row->note = pairs->noise == EVEN_FACT ? "evenness.no_start_error"
                                              : "evenness.no_model";
        return;
    }
    for (size_t i = 0; i < pairs->count; i++)
        weight[i] = (pairs->weight[0][i] + pairs->weight[1][i]) / 2;
    years.weight = weight;
    c = even_converge(&years, job->request->confidence);
    row->change = c.value;
    row->lower = c.lower;
    row->upper = c.upper;
    if (!has_value(c.value))
        row->note = "evenness.starts_alike";
}

static void add_years(const struct even_job *job, const struct lines *lines,
                      period from)
{
    struct pairs pairs = pairs_of(job, lines, from);

    if (pairs.noise != EVEN_FACT)
        add_spread(job, lines, &pairs);
    for (size_t i = 0; i < MEASURES; i++)
        add_measure(job, lines, &pairs, measures[i]);
    add_convergence(job, lines, &pairs);
}

void even_changes(const struct even_job *job)
{
    struct lines lines = lines_of(job);
    period from = job->request->from, first;

    if (lines.expected == 0)
        return;
    if (from != NO_PERIOD) {
        add_years(job, &lines, from);
        return;
    }
    from = year_before(job);
    if (from == NO_PERIOD)
        return;
    first = earliest_like(job, &lines, from);
    if (first != from)
        add_years(job, &lines, first);
    add_years(job, &lines, from);
}
