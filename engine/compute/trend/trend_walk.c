/*
 * trend_walk.c - a random walk with drift; the formulas are those of the
 * header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/trend/trend_walk.h"

#include <assert.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "engine/base/number.h"

/* Below this share of the largest figure a scatter is rounding. */
static const double ROUNDING = 1e-12;

static enum walk_scale scale_of(const struct trend_point points[], size_t count,
                                const struct trend_rule *rule)
{
    const struct indicator *in = rule->indicator;
    bool parts = in->kind == KIND_PROPORTION, above = in->kind == KIND_COUNT;
    bool counted = in->noise == NOISE_POISSON && !parts && !above;

    for (size_t i = 0; i < count; i++) {
        double x = points[i].numerator, n = points[i].denominator;
        bool known = has_value(x) && n > 0 && x >= 0;
        parts = parts && known && x <= n;
        counted = counted && known;
        above = above && points[i].value > 0;
    }
    return parts ? WALK_LOGIT : above || counted ? WALK_LOG : WALK_PLAIN;
}

/* A point on the walk's scale. */
static double walk_place(const struct trend_walk *walk,
                         const struct trend_point *point)
{
    double x = point->numerator, n = point->denominator;

    switch (walk->scale) {
    case WALK_LOGIT:
        return log((x + 0.5) / (n - x + 0.5));
    case WALK_LOG:
        return n > 0 ? log((x + 0.5) / n) : log(point->value);
    case WALK_PLAIN:
        break;
    }
    return point->value;
}

/* And back into the unit. */
static double walk_value(const struct trend_walk *walk, double place)
{
    double value = place;

    if (walk->scale == WALK_LOGIT)
        value = walk->unit / (1 + exp(-place));
    else if (walk->scale == WALK_LOG)
        value = walk->unit * exp(place);
    return fmin(fmax(value, walk->low), walk->high);
}

/* The sampling variance of a point on the walk's scale. */
static double walk_noise(const struct trend_walk *walk,
                         const struct trend_point *point,
                         const struct indicator *in)
{
    double x = point->numerator, n = point->denominator, effect = 1;

    if (in->noise == NOISE_NONE || in->noise == NOISE_PROCESS)
        return 0;
    if (in->noise == NOISE_CLUSTERED && in->design_effect > 1)
        effect = in->design_effect;
    if (walk->scale == WALK_LOGIT)
        return effect * (1 / (x + 0.5) + 1 / (n - x + 0.5));
    if (walk->scale == WALK_LOG)
        return has_value(x) ? effect / (x + 0.5) : 0;
    return has_value(point->se) ? point->se * point->se : 0;
}

static void fit(struct trend_walk *walk, const struct trend_point points[],
                size_t count)
{
    double first = walk_place(walk, &points[0]), before, largest, sum = 0;

    walk->time = trend_time(&points[count - 1]);
    walk->last = walk_place(walk, &points[count - 1]);
    walk->span = walk->time - trend_time(&points[0]);
    walk->drift = (walk->last - first) / walk->span;
    walk->degrees = count - 2;
    before = first;
    largest = fabs(first);
    for (size_t i = 1; i < count; i++) {
        double now = walk_place(walk, &points[i]);
        double gap = trend_time(&points[i]) - trend_time(&points[i - 1]);
        double off = now - before - walk->drift * gap;
        sum += off * off / gap;
        largest = fmax(largest, fabs(now));
        before = now;
    }
    walk->step = sqrt(sum / (double)walk->degrees);
    if (walk->step <= ROUNDING * largest)
        walk->step = 0;
}

static struct trend_walk walk_on(enum walk_scale scale,
                                 const struct trend_point points[],
                                 size_t count, const struct indicator *in)
{
    bool of_counts =
        scale == WALK_LOGIT || (scale == WALK_LOG && points[0].denominator > 0);
    struct trend_walk walk = { .scale = scale,
                               .unit = of_counts ? in->scale : 1,
                               .low = in->bound_low,
                               .high = in->bound_high };

    assert(count >= 3);
    fit(&walk, points, count);
    walk.first_noise = walk_noise(&walk, &points[0], in);
    walk.last_noise = walk_noise(&walk, &points[count - 1], in);
    return walk;
}

struct trend_walk trend_walk_of(const struct trend_point points[], size_t count,
                                const struct trend_rule *rule)
{
    return walk_on(scale_of(points, count, rule), points, count,
                   rule->indicator);
}

struct trend_walk trend_walk_plain(const struct trend_point points[],
                                   size_t count, const struct indicator *in)
{
    return walk_on(WALK_PLAIN, points, count, in);
}

/* What the steps to come and the drift add, and what sampling does. */
static double stepped_of(const struct trend_walk *walk, double ahead)
{
    return walk->step * sqrt(ahead + ahead * (ahead / walk->span));
}

static double drawn_of(const struct trend_walk *walk, double ahead)
{
    double lean = ahead / walk->span;

    return sqrt(walk->last_noise * (1 + lean) * (1 + lean) +
                walk->first_noise * lean * lean);
}

/* How far the limits are from the forecast, on the walk's scale. */
static double reach_of(const struct trend_walk *walk, double ahead,
                       struct trend_tables *tables)
{
    return fmax(tables_student(tables, walk->degrees) * stepped_of(walk, ahead),
                tables_normal(tables) * drawn_of(walk, ahead));
}

struct trend_reach trend_walk_at(const struct trend_walk *walk, int year,
                                 struct trend_tables *tables)
{
    double ahead = year - walk->time, reach = reach_of(walk, ahead, tables);
    double place = walk->last + ahead * walk->drift;
    struct trend_reach out = { walk_value(walk, place), NO_VALUE, NO_VALUE };

    if (walk->step > 0 || walk->last_noise > 0) {
        out.lower = walk_value(walk, place - reach);
        out.upper = walk_value(walk, place + reach);
    }
    return out;
}

struct trend_verdict trend_walk_test(const struct trend_walk *walk)
{
    double t;

    if (!(fabs(walk->drift) * walk->span > ROUNDING * fabs(walk->last)))
        return (struct trend_verdict){ 1, 0 };
    t = fabs(walk->drift) / (walk->step / sqrt(walk->span));
    return (struct trend_verdict){
        walk->step > 0 ? 2 * gsl_cdf_tdist_Q(t, (double)walk->degrees) : 0,
        walk->drift > 0 ? 1 : -1
    };
}

struct trend_slope trend_walk_slope(const struct trend_walk *walk,
                                    struct trend_tables *tables)
{
    double reach =
        tables_student(tables, walk->degrees) * walk->step / sqrt(walk->span);

    return (struct trend_slope){ walk->drift, walk->drift - reach,
                                 walk->drift + reach };
}

static bool reaches(double value, double goal, enum target_operator comparison)
{
    double slack = ROUNDING * fmax(1, fabs(goal));

    return comparison == TARGET_AT_MOST ? value <= goal + slack
                                        : value >= goal - slack;
}

struct trend_attainment trend_walk_reaches(const struct trend_walk *walk,
                                           double goal,
                                           enum target_operator comparison,
                                           int most,
                                           struct trend_tables *tables)
{
    struct trend_attainment out = { 0, 0, 0 };
    bool lower_is_better = comparison == TARGET_AT_MOST;

    for (int ahead = 0; ahead <= most; ahead++) {
        int year = (int)walk->time + ahead;
        struct trend_reach at = trend_walk_at(walk, year, tables);
        double better = lower_is_better ? at.lower : at.upper;
        double worse = lower_is_better ? at.upper : at.lower;
        if (out.year == 0 && reaches(at.value, goal, comparison))
            out.year = year;
        if (out.earliest == 0 && reaches(better, goal, comparison))
            out.earliest = year;
        if (out.latest == 0 && reaches(worse, goal, comparison))
            out.latest = year;
    }
    return out;
}

/*
 * Student's distribution below t for whole degrees, by the finite sums of
 * Abramowitz and Stegun 26.7.3 and 26.7.4: a plan asks for it millions of
 * times, with as few degrees as a series has years.
 */
static double student_below(double t, size_t degrees)
{
    static const double FAR = 1e12; /* its square is no overflow yet */
    double bounded = fmin(fmax(t, -FAR), FAR), root = sqrt((double)degrees);
    double side = sqrt((double)degrees + bounded * bounded);
    double cosine = root / side, sine = bounded / side,
           square = cosine * cosine;
    double term = degrees % 2 ? cosine : 1, sum = degrees == 1 ? 0 : term;

    for (size_t k = degrees % 2 ? 3 : 2; k + 2 <= degrees; k += 2) {
        term *= square * (double)(k - 1) / (double)k;
        sum += term;
    }
    sum *= sine;
    return 0.5 + (degrees % 2 ? (atan(t / root) + sum) / M_PI : sum / 2);
}

double trend_walk_chance(const struct trend_walk *walk,
                         const struct trend_point *goal,
                         enum target_operator comparison)
{
    double ahead = trend_time(goal) - walk->time;
    double above = walk->last + ahead * walk->drift - walk_place(walk, goal);
    double stepped = stepped_of(walk, ahead), drawn = drawn_of(walk, ahead);
    double by_steps = NO_VALUE, by_draws = NO_VALUE, chance;

    if (comparison == TARGET_AT_MOST)
        above = -above;
    if (stepped > 0)
        by_steps = student_below(above / stepped, walk->degrees);
    if (drawn > 0)
        by_draws = gsl_cdf_ugaussian_P(above / drawn);
    chance = has_value(by_steps) ? by_steps : by_draws;
    return has_value(by_draws) && fabs(by_draws - 0.5) < fabs(chance - 0.5)
               ? by_draws
               : chance;
}
