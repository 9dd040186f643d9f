/*
 * even_level.c - how many more must be counted for every area to reach a goal:
 * even.h (7).
 *
 *  (1) Of proportions and rates that have a better way and whose counts are of
 *      all people, not of a sample.
 *  (2) Chance alone: had all areas the mean as their true value, some would
 *      still stand at the top and some below the mean. What that makes is the
 *      average of draws with the areas' own sampling errors, from one stream
 *      of fixed seed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/equity/weighted.h"
#include "engine/compute/even/even_parts.h"

enum { DRAWS_MOST = 200, DRAWS_LEAST = 20, AREAS_DRAWN = 20000 };
static const double FIFTH = 0.2, SLACK = 1e-9;

/* What every area is to reach. */
struct levelling {
    enum level_goal goal;
    const double *wanted; /* of each area, in the unit */
    period due;           /* of a target; NO_PERIOD when they have several */
    bool fewer;           /* reached from above */
    double chance_goal, chance_needed;
};

/* (1) */
static bool levels(const struct even_job *job, const struct even_areas *areas)
{
    const struct indicator *in = job->in;

    if ((in->kind != KIND_PROPORTION && in->kind != KIND_RATE) || in->sample ||
        in->better == BETTER_NONE || areas->unweighted || areas->count == 0)
        return false;
    for (size_t i = 0; i < areas->count; i++)
        if (!has_value(areas->row[i]->numerator))
            return false;
    return true;
}

/* What is counted above the line, when that is one thing. */
static uint16_t counted(const struct even_job *job)
{
    const struct formula *f = &job->formulas->items[job->indicator];
    uint16_t quantity = NO_INDEX;

    for (size_t i = 0; i < f->numerator.count; i++) {
        const struct expr_step *step = &f->numerator.steps[i];
        if (step->op == EXPR_ADD || step->op == EXPR_SUBTRACT)
            continue;
        if (step->op != EXPR_TERM)
            return NO_INDEX;
        uint16_t own = f->terms.items[step->term].quantity;
        if (quantity != NO_INDEX && quantity != own)
            return NO_INDEX;
        quantity = own;
    }
    return quantity;
}

static double needed_of(const struct result *r, double wanted, bool fewer,
                        double scale)
{
    struct target goal = { .comparison =
                               fewer ? TARGET_AT_MOST : TARGET_AT_LEAST };
    double gap =
        target_count_gap(&goal, wanted / scale, r->numerator, r->denominator);

    return ceil(gap - SLACK); /* a count made by weights is no whole one */
}

static struct evenness_level *add_row(const struct even_job *job,
                                      const struct even_areas *areas,
                                      const struct levelling *l, uint32_t area)
{
    struct evenness_level *row = evenness_level_add(job->into);

    row->indicator = job->indicator;
    row->area = area;
    row->tier = (int)job->request->tier;
    row->period = job->request->to;
    row->goal = l->goal;
    row->goal_period = l->due;
    row->quantity = counted(job);
    row->count = (unsigned)areas->count;
    row->note = even_note(areas);
    return row;
}

/* The one goal of all areas; NO_VALUE when they have several. */
static double common(const double wanted[], size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (fabs(wanted[i] - wanted[0]) > 0)
            return NO_VALUE;
    return wanted[0];
}

static void fill_whole(struct evenness_level *whole,
                       const struct even_areas *areas,
                       const struct levelling *l, double scale)
{
    double x = 0, n = 0;

    for (size_t i = 0; i < areas->count; i++) {
        double more = needed_of(areas->row[i], l->wanted[i], l->fewer, scale);
        x += areas->row[i]->numerator;
        n += areas->row[i]->denominator;
        whole->needed = i == 0 ? more : whole->needed + more;
        whole->short_of += more > 0;
    }
    whole->goal_value = common(l->wanted, areas->count);
    whole->value = scale * x / n;
    whole->numerator = x;
    whole->denominator = n;
    whole->share = whole->needed > 0 ? 1 : NO_VALUE;
    whole->reached =
        scale * (l->fewer ? x - whole->needed : x + whole->needed) / n;
    whole->chance_goal = l->chance_goal;
    whole->chance_needed = l->chance_needed;
}

static void add_levels(const struct even_job *job,
                       const struct even_areas *areas,
                       const struct levelling *l)
{
    double scale = job->in->scale, all;
    struct evenness_level *row = add_row(job, areas, l, job->request->root);

    fill_whole(row, areas, l, scale);
    all = row->needed;
    for (size_t i = 0; i < areas->count; i++) {
        const struct result *r = areas->row[i];
        row = add_row(job, areas, l, r->area);
        row->goal_value = l->wanted[i];
        row->value = r->value;
        row->numerator = r->numerator;
        row->denominator = r->denominator;
        row->needed = needed_of(r, l->wanted[i], l->fewer, scale);
        row->share = all > 0 ? row->needed / all : NO_VALUE;
        row->short_of = row->needed > 0;
    }
}

static double top_of(const double value[], const struct even_areas *areas,
                     bool fewer, uint32_t order[])
{
    weighted_order(order, value, areas->count);
    return weighted_mean_between(value, areas->weight, order, areas->count,
                                 fewer ? 0 : 1 - FIFTH, fewer ? FIFTH : 1);
}

static double missing(const double value[], const struct even_areas *areas,
                      double goal, bool fewer, double scale)
{
    double sum = 0;

    for (size_t i = 0; i < areas->count; i++) {
        double below = fewer ? value[i] - goal : goal - value[i];
        sum += fmax(below, 0) * areas->weight[i] / scale;
    }
    return sum;
}

static void draw(double value[], const struct even_areas *areas,
                 const struct indicator *in, gsl_rng *stream)
{
    double mean = areas->mean / in->scale;

    for (size_t i = 0; i < areas->count; i++) {
        double n = areas->weight[i];
        double y = areas->mean +
                   even_sigma(in, mean * n, n) * gsl_ran_ugaussian(stream);
        value[i] = fmax(y, 0);
        if (in->kind == KIND_PROPORTION)
            value[i] = fmin(value[i], in->scale);
    }
}

/* Many areas make a steady figure of few draws. */
static int draws_for(size_t areas)
{
    double draws = (double)AREAS_DRAWN / (double)areas;

    return (int)fmin(fmax(draws, DRAWS_LEAST), DRAWS_MOST);
}

/* (2) */
static void set_chance(struct levelling *l, const struct even_job *job,
                       const struct even_areas *areas)
{
    double *value = arena_array(job->scratch, areas->count, double);
    uint32_t *order = arena_array(job->scratch, areas->count, uint32_t);
    double goals = 0, needs = 0;
    int draws = draws_for(areas->count);

    if (areas->noise != EVEN_KNOWN)
        return;
    gsl_rng *stream = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(stream, 1);
    for (int i = 0; i < draws; i++) {
        double goal = areas->mean;
        draw(value, areas, job->in, stream);
        if (l->goal == LEVEL_TOP)
            goal = top_of(value, areas, l->fewer, order);
        goals += goal;
        needs += missing(value, areas, goal, l->fewer, job->in->scale);
    }
    gsl_rng_free(stream);
    l->chance_goal = goals / draws;
    l->chance_needed = round(needs / draws);
}

static void level_to(const struct even_job *job, const struct even_areas *areas,
                     enum level_goal goal, double value)
{
    double *wanted = arena_array(job->scratch, areas->count, double);
    struct levelling l = { .goal = goal,
                           .wanted = wanted,
                           .fewer = job->in->better == BETTER_LOWER,
                           .chance_goal = NO_VALUE,
                           .chance_needed = NO_VALUE };

    for (size_t i = 0; i < areas->count; i++)
        wanted[i] = value;
    set_chance(&l, job, areas);
    add_levels(job, areas, &l);
}

static void level_to_target(const struct even_job *job,
                            const struct even_areas *areas)
{
    double *wanted = arena_array(job->scratch, areas->count, double);
    struct levelling l = { .goal = LEVEL_TARGET,
                           .wanted = wanted,
                           .chance_goal = NO_VALUE,
                           .chance_needed = NO_VALUE };

    for (size_t i = 0; i < areas->count; i++) {
        struct even_goal goal = even_target_of(job, areas->row[i]);
        if (!has_value(goal.value))
            return;
        wanted[i] = goal.value;
        l.due = i == 0 || goal.period == l.due ? goal.period : NO_PERIOD;
        l.fewer = goal.comparison == TARGET_AT_MOST;
    }
    add_levels(job, areas, &l);
}

void even_levels(const struct even_job *job)
{
    struct even_areas areas = even_areas_of(job, job->request->to);
    const struct result *root = even_figure(job, job->request->root, WHOLE);

    if (!levels(job, &areas))
        return;
    level_to_target(job, &areas);
    if (areas.count < 2)
        return;
    uint32_t *order = arena_array(job->scratch, areas.count, uint32_t);
    bool fewer = job->in->better == BETTER_LOWER;
    level_to(job, &areas, LEVEL_TOP, top_of(areas.value, &areas, fewer, order));
    level_to(job, &areas, LEVEL_WHOLE, root ? root->value : areas.mean);
}
