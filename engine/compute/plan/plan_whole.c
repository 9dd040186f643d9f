/*
 * plan_whole.c - the course of the whole.
 *
 *  (1) The whole is the sum of the areas that start, so that the total of a
 *      table is the sum of its rows. Where the root's own figure differs (some
 *      are counted in no area) the difference is said, and is not shared out;
 *      where small counts are hidden it is not said, for it may be one of them.
 *  (2) The pace wanted is the way left over the years left; the pace made, the
 *      year of reaching and the probabilities are those of the root's own
 *      series.
 *  (3) Where nothing can be counted the milestones are those of the value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/plan/plan_whole.h"

#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"

enum { YEARS_AHEAD = 50 };

static struct plan_course *course_of(struct plans *into)
{
    return &into->courses[into->course_count - 1];
}

static struct plan_line *line_of(const struct plan_work *work,
                                 struct plans *into)
{
    return &into->lines[work->whole.line];
}

static void begin(struct plan_work *work, struct plans *into)
{
    struct plan_course *course = plans_add_course(into);
    struct plan_line *line = plans_add_line(into);

    course->indicator = work->index;
    course->rule = work->request->rule;
    course->path = work->request->path;
    course->line = work->whole.line = (uint32_t)(into->line_count - 1);
    line->indicator = work->index;
    line->area = work->whole.area;
    line->whole = true;
}

/* The step that says why there are no others. */
static void say_why(const struct plan_work *work, struct plans *into)
{
    struct plan_step *step = plans_add_step(into);

    step->line = work->whole.line;
    step->period = period_of_year(work->start + 1);
    step->notes = work->whole.notes;
    plan_whole_close(into);
}

/* The latest comparable figure of the root itself, whatever it is made of. */
static const struct result *last_figure(const struct plan_series *series,
                                        const struct plan_work *work)
{
    for (size_t i = series->count; i-- > 0;) {
        const struct result *r = series->items[i];
        if (period_year(r->period) < work->start && plan_parted(r, work))
            return NULL;
        if (result_is_sound(r))
            return r;
    }
    return NULL;
}

/* Is every quantity of the expression counted anywhere? */
static bool is_counted(const struct plan_work *work, const struct expr *expr)
{
    for (size_t i = 0; i < expr->count; i++) {
        const struct expr_step *step = &expr->steps[i];
        if (step->op == EXPR_TERM &&
            !cube_has(work->ground->cube,
                      work->formula->terms.items[step->term].quantity))
            return false;
    }
    return expr->count > 0;
}

/* Counted, but of what? */
static bool lacks_base(const struct plan_work *work)
{
    return work->ground->cube && !work->counted &&
           is_counted(work, &work->formula->numerator) &&
           !is_counted(work, &work->formula->denominator);
}

bool plan_whole_start(struct plan_work *work, struct plans *into,
                      const struct plan_series series[], bool by_name)
{
    struct plan_area *whole = &work->whole;
    uint32_t root = work->ground->study->project.root;
    const struct result *r = last_figure(&series[root], work);
    bool ahead;

    whole->area = root;
    whole->base[0] = r ? r->denominator : NO_VALUE;
    ahead = plan_legs(work, &whole->notes);
    if (!r)
        whole->notes |= lacks_base(work) ? 1u << PLAN_NOTE_no_base
                                         : 1u << PLAN_NOTE_no_data;
    if (whole->notes & 1u << PLAN_NOTE_other_unit)
        whole->notes &= ~(1u << PLAN_NOTE_no_target);
    if (!by_name && !(ahead && r) &&
        !(r && whole->notes & 1u << PLAN_NOTE_other_unit))
        return false;
    begin(work, into);
    if (!ahead || !r) {
        say_why(work, into);
        return false;
    }
    whole->from = period_year(r->period);
    line_of(work, into)->from = whole->from;
    line_of(work, into)->value = r->value;
    line_of(work, into)->level = r->numerator;
    line_of(work, into)->base = work->counted ? NO_VALUE : r->denominator;
    plan_past(&whole->past, &series[root], work);
    return true;
}

/* (2) */
static void set_pace(struct plan_work *work, struct plans *into)
{
    const struct plan_leg *leg = &work->legs[work->leg_count - 1];
    const struct plan_past *past = &work->whole.past;
    struct plan_course *course = course_of(into);
    struct plan_line *line = line_of(work, into);

    course->target = leg->target;
    course->goal = leg->goal;
    course->due = period_of_year(work->start + leg->last);
    course->pace_wanted = (leg->goal - line->value) / leg->last;
    line->pace = past->pace;
    line->best = past->best;
    line->median = past->median;
    if (past->walks) {
        struct trend_attainment at =
            trend_walk_reaches(&past->walk, leg->goal,
                               work->way < 0 ? TARGET_AT_MOST : TARGET_AT_LEAST,
                               YEARS_AHEAD, work->tables);
        course->year = at.year;
        course->earliest = at.earliest;
    }
    if (work->way * (line->value - leg->goal) >= 0)
        work->whole.notes |= 1u << PLAN_NOTE_reached;
}

/* (3) */
static double value_alone(const struct plan_work *work,
                          const struct plan_leg *leg, double from, int year,
                          double base)
{
    if (work->way * (from - leg->goal) >= 0)
        return from; /* reached: it is kept */
    return plan_milestone(work->request->path, from, leg->goal,
                          year - leg->first, leg->last - leg->first, work,
                          base);
}

void plan_whole_alone(struct plan_work *work, struct plans *into,
                      enum plan_note why)
{
    const struct plan_line line = *line_of(work, into);
    const struct plan_leg *leg = work->legs;
    double from = line.value, base = has_value(line.base) ? line.base : 0;

    set_pace(work, into);
    for (int year = 1; year <= work->printed; year++) {
        struct plan_step *step = plans_add_step(into);
        step->line = work->whole.line;
        step->period = period_of_year(work->start + year);
        step->value = value_alone(work, leg, from, year, base);
        step->notes = work->whole.notes | 1u << why;
        if (year == work->printed && !(step->notes & 1u << PLAN_NOTE_reached))
            step->notes |= 1u << PLAN_NOTE_pace;
        if (year == leg->last) {
            from = step->value;
            leg++;
        }
    }
    plan_whole_close(into);
}

/* (1) */
void plan_whole_sum(struct plan_work *work, struct plans *into)
{
    struct plan_area *whole = &work->whole;
    struct plan_line *line = line_of(work, into);
    double own = line->level, sum = 0;

    for (int year = 0; year <= work->years && !work->counted; year++) {
        whole->base[year] = 0;
        for (size_t i = 0; i < work->count; i++)
            whole->base[year] += work->areas[i].base[year];
    }
    for (size_t i = 0; i < work->count; i++)
        sum += work->areas[i].level[0];
    whole->level[0] = sum;
    if (work->life > 0)
        whole->grant =
            arena_array(work->scratch, (size_t)work->life + 1, double);
    for (int back = 0; back <= work->life && work->life > 0; back++)
        for (size_t i = 0; i < work->count; i++)
            whole->grant[back] += work->areas[i].grant[back];
    bool hides = study_hide_below(work->ground->study, work->indicator) > 0;
    if (!hides && whole->from == work->start && fabs(round(own) - sum) >= 1) {
        course_of(into)->outside = round(own) - sum;
        whole->notes |= 1u << PLAN_NOTE_outside;
    }
    for (size_t i = 0; i < work->count; i++)
        whole->notes |= work->areas[i].notes & 1u << PLAN_NOTE_estimate;
    if (whole->from < work->start)
        whole->notes |= 1u << PLAN_NOTE_earlier;
    line->level = sum;
    line->base = work->counted ? NO_VALUE : whole->base[0];
    line->value = plan_value(work, whole, 0);
}

void plan_whole_judge(struct plan_work *work, struct plans *into)
{
    struct plan_course *course = course_of(into);
    struct plan_area *whole = &work->whole;
    int last = work->printed;

    set_pace(work, into);
    if (!(whole->notes & 1u << PLAN_NOTE_reached))
        whole->step_notes[last] |= 1u << PLAN_NOTE_pace;
    if (work->is_short) {
        course->feasible = plan_value(work, whole, last);
        course->by_limit = work->limited;
        whole->step_notes[last] |= 1u << PLAN_NOTE_short;
    }
}

void plan_whole_close(struct plans *into)
{
    struct plan_course *course = course_of(into);

    course->count = into->step_count - course->first;
}
