/*
 * equity.c - the driver of the measures.
 *
 *  (1) Sampling variance of a proportion: q(1 - q)/n at q = (x+1)/(n+2), so
 *      that an area at 0 or 100 % is not taken as certain; of a rate:
 *      (x+1)/n^2. Both times the design effect and the scale's square.
 *  (2) Limits on the measure's own scale: estimate +- z se, or exp(ln estimate
 *      +- z se) for ratios. Estimate, se and limits share one unit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/equity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/symbol.h"
#include "engine/compute/interval.h"
#include "engine/model/study.h"

/* The usable part of a table, and what is to be said of the rest. */
struct board {
    struct sample sample;
    bool left_out;   /* some rows were not usable */
    bool unweighted; /* every area counts the same */
    double *value, *weight, *sigma, *order;
    uint32_t *group;
    bool errors, grouped;  /* every row has one */
    bool some_errors;      /* one row at least has one */
    bool counted, ordered; /* the table gives counts, an order */
    bool reference_empty;  /* the reference row was not usable */
};

struct equity_request equity_request_plain(void)
{
    return (struct equity_request){
        .kind = KIND_PROPORTION,
        .scale = 1,
        .better = BETTER_HIGHER,
        .noise = NOISE_BINOMIAL,
        .design_effect = 1,
        .target = NO_VALUE,
        .confidence = 0.95,
    };
}

/* (1) NO_VALUE when the noise is of no such kind. */
static double sigma_of(double x, double n, const struct equity_request *r)
{
    double effect = has_value(r->design_effect) && r->design_effect > 0
                        ? r->design_effect
                        : 1;
    double q = (x + 1) / (n + 2);

    switch (r->noise) {
    case NOISE_BINOMIAL:
        return r->scale * sqrt(q * (1 - q) / n);
    case NOISE_CLUSTERED:
        return r->scale * sqrt(q * (1 - q) / n * effect);
    case NOISE_POISSON:
        return r->scale * sqrt(x + 1) / n;
    case NOISE_NONE:
    case NOISE_PROCESS:
    case NOISE_COUNT:
        break;
    }
    return NO_VALUE;
}

/* One row into the columns at [at]; false when it cannot be used. */
static bool take_row(struct board *b, size_t at, const struct equity_row *row,
                     const struct equity_request *r)
{
    double x = row->numerator, n = row->denominator;

    if (b->ordered && !has_value(row->order))
        return false;
    if (b->counted) {
        if (!has_value(x) || !(n > 0) ||
            (r->kind == KIND_PROPORTION && (x > n || x < 0)))
            return false;
        b->value[at] = r->scale * x / n;
        b->weight[at] = n;
        b->sigma[at] = x < 0 ? NO_VALUE : sigma_of(x, n, r);
    } else {
        if (!has_value(row->estimate) || !has_value(row->population) ||
            !(row->population > 0))
            return false;
        b->value[at] = row->estimate;
        b->weight[at] = row->population;
        b->sigma[at] = r->noise == NOISE_NONE ? NO_VALUE : row->se;
    }
    return has_value(b->value[at]);
}

/* Counts and an order, once given, are those of the whole table: a row without
 * them is not usable. */
static void look_over(struct board *b, const struct equity_row rows[],
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        b->counted = b->counted || has_value(rows[i].numerator) ||
                     has_value(rows[i].denominator);
        b->ordered = b->ordered || has_value(rows[i].order);
    }
}

static void take_rows(struct board *b, const struct equity_row rows[],
                      size_t count, const struct equity_request *r,
                      struct symbols *groups)
{
    size_t at = 0;

    b->sample.reference = SAMPLE_NONE;
    b->errors = b->grouped = true;
    for (size_t i = 0; i < count; i++) {
        if (!take_row(b, at, &rows[i], r)) {
            b->left_out = true;
            b->reference_empty = b->reference_empty || rows[i].reference;
            continue;
        }
        b->order[at] = rows[i].order;
        b->errors = b->errors && has_value(b->sigma[at]);
        b->some_errors = b->some_errors || has_value(b->sigma[at]);
        if (rows[i].group && rows[i].group[0])
            b->group[at] =
                symbol_intern(groups, rows[i].group, strlen(rows[i].group));
        else
            b->grouped = false;
        if (rows[i].reference && b->sample.reference == SAMPLE_NONE)
            b->sample.reference = (uint32_t)at;
        at++;
    }
    b->sample.count = at;
    if (b->sample.reference != SAMPLE_NONE)
        b->reference_empty = false;
}

static void board_build(struct board *b, const struct equity_row rows[],
                        size_t count, const struct equity_request *r,
                        struct arena *scratch)
{
    struct symbols *groups = symbols_new(scratch);
    struct sample *s = &b->sample;

    *b = (struct board){ .value = arena_array(scratch, count, double),
                         .weight = arena_array(scratch, count, double),
                         .sigma = arena_array(scratch, count, double),
                         .order = arena_array(scratch, count, double),
                         .group = arena_array(scratch, count, uint32_t) };
    look_over(b, rows, count);
    take_rows(b, rows, count, r, groups);
    s->value = b->value;
    s->weight = b->weight;
    s->sigma = b->errors ? b->sigma : NULL;
    s->order = b->ordered ? b->order : NULL;
    s->group = b->grouped ? b->group : NULL;
    s->group_count = b->grouped ? symbols_count(groups) : 0;
    s->better = r->better;
    s->target = r->target;
    s->unit = r->kind == KIND_PROPORTION ? r->scale : NO_VALUE;
    if (s->count > 0)
        sample_prepare(s, scratch);
}

/* What the figures lack that was to be given beside them, or NULL. */
static const char *lacking(const struct measure *m, const struct sample *s)
{
    if ((m->needs & MEASURE_NEEDS_ORDER) && !s->order)
        return "equity.needs_order";
    if ((m->needs & MEASURE_NEEDS_GROUP) && !s->group)
        return "equity.needs_group";
    if ((m->needs & MEASURE_NEEDS_REFERENCE) && s->reference == SAMPLE_NONE)
        return "equity.needs_reference";
    if ((m->needs & MEASURE_NEEDS_TARGET) && !has_value(s->target))
        return "equity.needs_target";
    if ((m->needs & MEASURE_NEEDS_BETTER) && s->better == BETTER_NONE)
        return "equity.needs_better";
    if ((m->needs & MEASURE_NEEDS_SHARES) && !has_value(s->unit))
        return "equity.needs_proportions";
    return NULL;
}

/* The table names a reference for this measure, which has no figure. */
static bool lost_reference(const struct measure *m, const struct board *b)
{
    if (!b->reference_empty)
        return false;
    return (m->needs & MEASURE_NEEDS_REFERENCE) ||
           (m->pair && !b->sample.order);
}

/* Why a measure whose needs are met has no value. */
static const char *undefined(const struct measure *m, const struct sample *s)
{
    if ((m->needs & MEASURE_NEEDS_MEAN) && s->low < 0)
        return "equity.negative";
    if ((m->needs & MEASURE_NEEDS_MEAN) && !(s->mean > 0))
        return "equity.zero_mean";
    if (s->low <= 0 && s->low >= 0)
        return "equity.zero_value";
    return "equity.undefined";
}

/* (2) False when no closed form holds. */
static bool set_limits(struct equity_result *row, const struct measure *m,
                       const struct sample *s, double parameter,
                       double confidence)
{
    double variance =
        m->variance && s->sigma ? m->variance(s, parameter) : NO_VALUE;
    double z, se;

    if (!has_value(variance))
        return false;
    z = interval_z(confidence);
    se = sqrt(variance);
    if (m->log_scale) {
        row->se = row->estimate * se;
        row->lower = row->estimate * exp(-z * se);
        row->upper = row->estimate * exp(z * se);
    } else {
        row->se = se;
        row->lower = row->estimate - z * se;
        row->upper = row->estimate + z * se;
    }
    return true;
}

static const char *usable_note(const struct board *b,
                               const struct equity_request *r, bool limits)
{
    if (b->sample.count == 1)
        return "equity.one_area";
    if (b->left_out)
        return "equity.rows_left_out";
    if (b->unweighted)
        return "equity.unweighted";
    if (limits)
        return NULL;
    if (r->noise == NOISE_NONE)
        return "equity.fact";
    if (b->sample.sigma)
        return "equity.interval_withheld";
    return b->some_errors ? "equity.some_errors" : "equity.no_error";
}

static void measure_row(struct equity_results *into,
                        const struct measure_choice *choice,
                        const struct board *b, const struct equity_request *r,
                        struct arena *scratch)
{
    const struct sample *s = &b->sample;
    const struct measure *m = choice->measure;
    const char *lack = s->count > 0 ? lacking(m, s) : NULL;
    bool lost = s->count > 0 && lost_reference(m, b);
    struct equity_result *row;
    bool limits;

    if (lack && !lost && !r->measures)
        return;
    if (lost)
        lack = "equity.reference_empty";
    row = equity_results_add(into);
    row->measure = choice->id;
    row->count = (unsigned)s->count;
    row->note = s->count == 0 ? "equity.no_areas" : lack;
    if (row->note)
        return;
    row->estimate = measure_value(choice, s, scratch);
    if (!has_value(row->estimate)) {
        row->note = undefined(m, s);
        return;
    }
    limits =
        s->count > 1 && set_limits(row, m, s, choice->parameter, r->confidence);
    row->note = usable_note(b, r, limits);
}

static void table_measured(struct equity_results *into,
                           const struct equity_row rows[], size_t count,
                           const struct equity_request *r, bool unweighted,
                           struct arena *scratch)
{
    struct measure_choice *all;
    size_t list = r->measure_count;
    const struct measure_choice *choices = r->measures;
    struct board board;

    if (!choices) {
        list = measures_list(&all, scratch);
        choices = all;
    }
    board_build(&board, rows, count, r, scratch);
    board.unweighted = unweighted;
    for (size_t i = 0; i < list; i++)
        measure_row(into, &choices[i], &board, r, scratch);
}

void equity_table(struct equity_results *into, const struct equity_row rows[],
                  size_t count, const struct equity_request *request,
                  struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);

    table_measured(into, rows, count, request, false, scratch);
    arena_rewind(scratch, mark);
}

/* The results that are measured: one indicator, the whole, one tier. */
static bool wanted(const struct result *r, uint16_t indicator, enum tier tier,
                   const struct study *study)
{
    return r->indicator == indicator && r->breakdown.dimension == NO_INDEX &&
           study->areas.items[r->area].tier == tier;
}

static struct equity_row row_of(const struct result *r)
{
    struct equity_row row = { .numerator = NO_VALUE,
                              .denominator = NO_VALUE,
                              .estimate = NO_VALUE,
                              .population = NO_VALUE,
                              .se = NO_VALUE,
                              .order = NO_VALUE };

    if (!has_value(r->value) || r->status == STATUS_INVALID)
        return row;
    if (has_value(r->denominator)) {
        row.numerator = r->numerator;
        row.denominator = r->denominator;
    } else {
        row.estimate = r->value;
        row.population = 1;
    }
    return row;
}

static int by_period(const void *left, const void *right)
{
    period l = *(const period *)left, r = *(const period *)right;

    return (l > r) - (l < r);
}

/* The periods in which some area has a value, sorted. */
static size_t periods_of(period out[], const struct results *from,
                         uint16_t indicator, enum tier tier,
                         const struct study *study)
{
    size_t count = 0, kept = 0;

    for (size_t i = 0; i < from->count; i++)
        if (wanted(&from->items[i], indicator, tier, study) &&
            has_value(from->items[i].value))
            out[count++] = from->items[i].period;
    qsort(out, count, sizeof *out, by_period);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || out[kept - 1] != out[i])
            out[kept++] = out[i];
    return kept;
}

static void measure_period(struct equity_results *into,
                           const struct results *from, uint16_t indicator,
                           enum tier tier, period p, const struct study *study,
                           struct arena *scratch)
{
    const struct indicator *in = &study->catalogue.items[indicator];
    struct equity_row *rows =
        arena_array(scratch, from->count, struct equity_row);
    struct equity_request request = equity_request_plain();
    size_t count = 0, first = into->count;

    for (size_t i = 0; i < from->count; i++)
        if (from->items[i].period == p &&
            wanted(&from->items[i], indicator, tier, study))
            rows[count++] = row_of(&from->items[i]);
    request.kind = in->kind;
    request.scale = in->scale;
    request.better = in->better;
    request.noise = indicator_chance(in);
    request.design_effect = in->design_effect;
    table_measured(into, rows, count, &request, !in->denominator, scratch);
    for (size_t i = first; i < into->count; i++) {
        into->items[i].indicator = indicator;
        into->items[i].period = p;
        into->items[i].tier = (int)tier;
    }
}

void equity_compute(struct equity_results *into, const struct results *from,
                    uint16_t indicator, enum tier tier,
                    const struct study *study, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch), each;
    period *periods = arena_array(scratch, from->count, period);
    size_t count = periods_of(periods, from, indicator, tier, study);

    for (size_t i = 0; i < count; i++) {
        each = arena_mark(scratch);
        measure_period(into, from, indicator, tier, periods[i], study, scratch);
        arena_rewind(scratch, each);
    }
    arena_rewind(scratch, mark);
}
