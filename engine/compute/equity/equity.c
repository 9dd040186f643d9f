/*
 * equity.c - the driver of the measures.
 *
 *  (1) Closed forms have their limits on the measure's own scale: estimate +-
 *      z se, or exp(ln estimate +- z se) for ratios; the p-value is two-sided
 *      and goes with them. What is cut at 0 has limits cut alike, and p = 1
 *      where the cut took it.
 *  (2) All others come from one set of draws for the whole table (inversion.h).
 *  (3) Limits are given only where trials found that they hold.
 *  (4) A measure that sets one picked area (the best, the worst but for a
 *      reference) against others takes that area for true on the whole path.
 *      Its far limit is not nearer than z se of the same areas if they had been
 *      named, nor is the near one of a pair with a reference; without this they
 *      held in .84 to .87 of trials with five areas, and the largest over the
 *      smallest in .79 with 104.
 *  (5) No limit lies beyond what is possible: the bounds of the measure, and of
 *      proportions those of their whole. A corrected value lies between them.
 *  (6) Shortfalls have limits in a way of their own (measures/shortfall.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/equity/equity.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "engine/base/arena.h"
#include "engine/compute/equity/equity_board.h"
#include "engine/compute/equity/inversion.h"
#include "engine/compute/interval/interval.h"

struct equity_request equity_request_plain(void)
{
    static const double customary = 0.95;

    return (struct equity_request){
        .kind = KIND_PROPORTION,
        .scale = 1,
        .better = BETTER_HIGHER,
        .noise = NOISE_BINOMIAL,
        .design_effect = 1,
        .target = NO_VALUE,
        .confidence = &customary,
        .levels = 1,
        .seed = 1,
        .draws = EQUITY_DRAWS,
        .fewer = true,
    };
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
static bool lost_reference(const struct measure *m,
                           const struct equity_board *b)
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

static void set_limits(struct equity_result *row, size_t level, double lower,
                       double upper)
{
    if (level == 0)
        row->lower = lower, row->upper = upper;
    else if (row->more)
        row->more[level - 1] = (struct equity_limits){ lower, upper };
}

/* (1) What is worse than the mean by a cut measure is 0. */
static double cut(double value, const struct measure *m, const struct sample *s)
{
    if (!m->uncut)
        return value;
    return s->better == BETTER_LOWER ? fmin(value, 0) : fmax(value, 0);
}

static double p_of_form(const struct equity_result *row,
                        const struct measure *m, double centre, double se)
{
    double apart =
        m->log_scale ? log(row->estimate / m->equal) : centre - m->equal;

    if (m->uncut && !(fabs(row->estimate) > 0))
        return 1;
    return fmin(1, 2 * gsl_cdf_ugaussian_Q(fabs(apart) / se));
}

/* (1) False when no closed form holds. */
static bool by_closed_form(struct equity_result *row,
                           const struct measure_choice *choice,
                           const struct sample *s,
                           const struct equity_request *r)
{
    const struct measure *m = choice->measure;
    double variance =
        m->variance && s->sigma ? m->variance(s, choice->parameter) : NO_VALUE;
    double se = sqrt(variance), centre = row->estimate;

    if (!(se > 0)) /* an order that is the same for all leaves no error */
        return false;
    if (m->uncut)
        centre = m->uncut(s, choice->parameter);
    row->se = m->log_scale ? row->estimate * se : se;
    for (size_t l = 0; l < r->levels; l++) {
        double z = interval_z(r->confidence[l]);
        if (m->log_scale)
            set_limits(row, l, centre * exp(-z * se), centre * exp(z * se));
        else
            set_limits(row, l, cut(centre - z * se, m, s),
                       cut(centre + z * se, m, s));
    }
    row->p_value = p_of_form(row, m, centre, se);
    /* The mean of what is left of a normal error cut at 0. */
    row->expected_if_equal =
        m->uncut ? cut(s->better == BETTER_LOWER ? -se : se, m, s) *
                       (M_2_SQRTPI * M_SQRT1_2 / 2)
                 : m->equal;
    return true;
}

/* (2) Measures of a named order are never drawn: their form holds or nothing
 * does. */
static bool is_drawn(const struct measure *m, const struct sample *s)
{
    bool ordered =
        (m->needs & MEASURE_NEEDS_ORDER) || (s->order && (m->pair || m->uncut));

    return (m->laws & MEASURE_EQUAL) && !ordered;
}

/* (4) */
static struct inversion_limits widened(struct inversion_limits limits,
                                       const struct equity_result *row,
                                       const struct measure_choice *choice,
                                       const struct sample *s, double z)
{
    const struct measure *m = choice->measure;
    double variance = m->picked ? m->picked(s, choice->parameter) : NO_VALUE;
    double se = z * sqrt(variance), estimate = row->estimate;

    double below = m->log_scale ? estimate * exp(-se) : estimate - se;
    double above = m->log_scale ? estimate * exp(se) : estimate + se;
    bool both = m->pair && s->reference != SAMPLE_NONE; /* it is signed */

    if (!has_value(se) || !has_value(limits.lower))
        return limits;
    if (both || estimate < m->equal)
        limits.lower = fmin(limits.lower, below);
    if (both || !(estimate < m->equal))
        limits.upper = fmax(limits.upper, above);
    return limits;
}

/* (6) False when the measure has no such way. */
static bool by_own_way(struct equity_result *row,
                       const struct measure_choice *choice,
                       const struct equity_subject *subject,
                       struct arena *scratch)
{
    const struct equity_request *r = subject->request;

    if (!choice->measure->limits)
        return false;
    for (size_t l = 0; l < r->levels; l++) {
        struct measure_bounds limits = choice->measure->limits(
            subject->sample, subject->chance, r->confidence[l], scratch);
        /* Sums that are the same may differ by rounding. */
        set_limits(row, l, fmin(limits.low, row->estimate),
                   fmax(limits.high, row->estimate));
    }
    return true;
}

/* (5) */
static void keep_possible(struct equity_result *row, const struct measure *m,
                          const struct sample *s, size_t levels)
{
    struct measure_bounds can = measure_bounds(m, s);

    for (size_t l = 0; l < levels; l++) {
        double lower = l == 0 ? row->lower : row->more[l - 1].lower;
        double upper = l == 0 ? row->upper : row->more[l - 1].upper;
        if (!has_value(lower))
            continue;
        if (has_value(row->corrected)) {
            lower = fmin(lower, row->corrected);
            upper = fmax(upper, row->corrected);
        }
        set_limits(row, l, fmin(fmax(lower, can.low), can.high),
                   fmax(fmin(upper, can.high), can.low));
    }
}

static void take_outcome(struct equity_result *row,
                         const struct measure_choice *choice,
                         const struct inversion_outcome *o,
                         const struct equity_subject *subject)
{
    const struct equity_request *r = subject->request;

    row->expected_if_equal = o->expected;
    row->p_value = o->p_value;
    row->corrected = o->corrected;
    if (subject->sample->count < choice->measure->least_areas) /* (3) */
        return;
    for (size_t l = 0; l < r->levels; l++) {
        struct inversion_limits limits =
            widened(o->limits[l], row, choice, subject->sample,
                    interval_z(r->confidence[l]));
        set_limits(row, l, limits.lower, limits.upper);
    }
}

static bool draws_fewer(const struct equity_request *r, const struct sample *s)
{
    return r->fewer && r->draws > EQUITY_DRAWS_MANY && s->count > EQUITY_MANY;
}

/* (2) [rows] and [choices] are those that wait for draws. */
static void by_draws(struct equity_result *const rows[],
                     const struct measure_choice choices[], size_t count,
                     const struct equity_subject *subject,
                     struct arena *scratch)
{
    const struct equity_request *r = subject->request;
    struct inversion_outcome *outcomes =
        arena_array(scratch, count, struct inversion_outcome);
    struct inversion_request request = {
        .sample = subject->sample,
        .chance = subject->chance,
        .choices = choices,
        .count = count,
        .confidence = r->confidence,
        .levels = r->levels,
        .seed = r->seed,
        .draws = draws_fewer(r, subject->sample) ? EQUITY_DRAWS_MANY : r->draws,
        .threads = r->threads,
    };

    inversion_run(outcomes, &request, scratch);
    for (size_t i = 0; i < count; i++)
        take_outcome(rows[i], &choices[i], &outcomes[i], subject);
}

void equity_measure(struct equity_result *const rows[],
                    const struct measure_choice choices[], size_t count,
                    const struct equity_subject *subject, struct arena *scratch)
{
    const struct sample *s = subject->sample;
    struct equity_result **waiting =
        arena_array(scratch, count, struct equity_result *);
    struct measure_choice *drawn =
        arena_array(scratch, count, struct measure_choice);
    size_t wait = 0;

    for (size_t i = 0; i < count; i++) {
        rows[i]->estimate = measure_value(&choices[i], s, scratch);
        if (!has_value(rows[i]->estimate) || !s->sigma || s->count < 2 ||
            by_closed_form(rows[i], &choices[i], s, subject->request) ||
            by_own_way(rows[i], &choices[i], subject, scratch) ||
            !is_drawn(choices[i].measure, s))
            continue;
        waiting[wait] = rows[i];
        drawn[wait++] = choices[i];
    }
    if (wait > 0 && subject->request->draws > 0)
        by_draws(waiting, drawn, wait, subject, scratch);
    for (size_t i = 0; i < count; i++)
        keep_possible(rows[i], choices[i].measure, s, subject->request->levels);
}

/* Why there are no limits, or NULL when there are. */
static const char *limits_note(const struct equity_result *row,
                               const struct measure *m,
                               const struct equity_board *b,
                               const struct equity_request *r)
{
    if (has_value(row->lower))
        return is_drawn(m, &b->sample) && draws_fewer(r, &b->sample)
                   ? "equity.fewer_draws"
                   : NULL;
    if (r->noise == NOISE_NONE)
        return "equity.fact";
    if (!b->sample.sigma)
        return b->some_errors && !b->errors ? "equity.some_errors"
                                            : "equity.no_error";
    if (r->draws == 0 && is_drawn(m, &b->sample))
        return "equity.not_drawn";
    return b->sample.count < m->least_areas ? "equity.too_few_areas"
                                            : "equity.interval_withheld";
}

static const char *usable_note(const struct equity_result *row,
                               const struct measure *m,
                               const struct equity_board *b,
                               const struct equity_request *r)
{
    const char *limits = limits_note(row, m, b, r);

    if (!has_value(row->estimate))
        return undefined(m, &b->sample);
    if (b->sample.count == 1)
        return "equity.one_area";
    if (b->left_out)
        return "equity.rows_left_out";
    if (r->unweighted)
        return "equity.unweighted";
    return limits;
}

/* The note of a measure that cannot be taken, NULL when it can; *leave says
 * that it is not worth a row. */
static const char *hindrance(const struct measure *m,
                             const struct equity_board *b,
                             const struct equity_request *r, bool *leave)
{
    const struct sample *s = &b->sample;
    const char *lack = s->count > 0 ? lacking(m, s) : NULL;

    *leave = false;
    if (s->count == 0)
        return "equity.no_areas";
    if (lost_reference(m, b))
        return "equity.reference_empty";
    *leave = lack && !r->measures;
    return lack;
}

/* The rows of a table, those that can be measured first gathered by index:
 * adding rows moves them. */
static void table_measured(struct equity_results *into,
                           const struct measure_choice choices[], size_t list,
                           const struct equity_subject *subject,
                           const struct equity_board *b, struct arena *scratch)
{
    const struct equity_request *r = subject->request;
    struct measure_choice *able =
        arena_array(scratch, list, struct measure_choice);
    size_t *at = arena_array(scratch, list, size_t), count = 0;
    struct equity_result **rows =
        arena_array(scratch, list, struct equity_result *);

    for (size_t i = 0; i < list; i++) {
        bool leave;
        const char *note = hindrance(choices[i].measure, b, r, &leave);
        struct equity_result *row;
        if (leave)
            continue;
        row = equity_results_add(into, r->levels);
        row->measure = choices[i].id;
        row->count = (unsigned)b->sample.count;
        row->note = note;
        if (note)
            continue;
        at[count] = into->count - 1;
        able[count++] = choices[i];
    }
    for (size_t i = 0; i < count; i++)
        rows[i] = &into->items[at[i]];
    equity_measure(rows, able, count, subject, scratch);
    for (size_t i = 0; i < count; i++)
        rows[i]->note = usable_note(rows[i], able[i].measure, b, r);
}

void equity_table(struct equity_results *into, const struct equity_row rows[],
                  size_t count, const struct equity_request *request,
                  struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    const struct measure_choice *choices = request->measures;
    size_t list = request->measure_count;
    struct measure_choice *all;
    struct equity_board board;
    struct equity_subject subject = { &board.sample, &board.chance, request };

    if (!choices) {
        list = measures_list(&all, scratch);
        choices = all;
    }
    equity_board_build(&board, rows, count, request, scratch);
    table_measured(into, choices, list, &subject, &board, scratch);
    arena_rewind(scratch, mark);
}
