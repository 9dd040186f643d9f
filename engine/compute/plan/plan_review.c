/*
 * plan_review.c - what was planned for this period, and what came.
 *
 *  (1) A row of the last plan meets the result of its indicator, area and
 *      period; rows of other periods are not due.
 *  (2) The difference is a fact. It is worth a word when it reaches what is
 *      material for the indicator; where the figure carries noise, only if the
 *      planned value lies outside its interval as well.
 *  (3) Across a break, and where nothing was counted, nothing is judged.
 *  (4) The revised step is that of the plan made now for the next year, beside
 *      the one the last plan had for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/plan/plan.h"
#include "engine/compute/progress/progress.h"

static const double PRINTED = 1e-11;

/* The plan made now, and where in it each area's steps of one indicator begin.
 */
struct steps_now {
    const struct plans *plans;
    const struct plan_course *course;
    uint16_t indicator;
    size_t *first; /* by area; [course->count] where there are none */
};

static void turn_to(struct steps_now *now, uint16_t indicator, size_t areas)
{
    if (now->indicator == indicator)
        return;
    now->indicator = indicator;
    now->course = plans_course(now->plans, indicator);
    if (!now->course)
        return;
    for (size_t a = 0; a < areas; a++)
        now->first[a] = now->course->count;
    for (size_t i = now->course->count; i-- > 0;) {
        const struct plan_step *step =
            &now->plans->steps[now->course->first + i];
        now->first[now->plans->lines[step->line].area] = i;
    }
}

static const struct plan_step *step_now(const struct steps_now *now,
                                        uint32_t area, int year)
{
    const struct plan_course *course = now->course;

    for (size_t i = course ? now->first[area] : 0; course && i < course->count;
         i++) {
        const struct plan_step *step = &now->plans->steps[course->first + i];
        if (now->plans->lines[step->line].area != area)
            break;
        if (period_year(step->period) == year)
            return step;
    }
    return NULL;
}

/* Rows are sorted: the next year's is the next of the same area. */
static const struct planned *planned_after(const struct planned_list *last,
                                           const struct planned *row)
{
    const struct planned *next = row + 1;

    return next < last->items + last->count &&
                   next->indicator == row->indicator &&
                   next->area == row->area &&
                   period_year(next->period) == period_year(row->period) + 1
               ? next
               : NULL;
}

/* (3) */
static const char *why_not(const struct result *r, const struct study *study)
{
    if (!r || !result_is_sound(r))
        return "review.no_figure";
    for (uint32_t a = r->area; a != NO_AREA; a = study->areas.items[a].parent)
        if (breaks_between(&study->breaks, r->indicator, a,
                           period_shift(r->period, -1), r->period))
            return "review.break";
    return r->completeness < 1 ? "review.partial" : NULL;
}

/* (2) */
static enum review_judgement judge(const struct review *review,
                                   const struct result *r,
                                   const struct indicator *in)
{
    double better =
        in->better == BETTER_LOWER ? -review->difference : review->difference;
    bool by_chance = has_value(r->lower) && has_value(r->upper) &&
                     review->planned >= r->lower && review->planned <= r->upper;

    if (fabs(better) < in->material || by_chance)
        return REVIEW_AS_PLANNED;
    return better > 0 ? REVIEW_AHEAD : REVIEW_BEHIND;
}

static void compare(struct review *review, const struct result *r,
                    const struct study *study)
{
    const struct indicator *in = &study->catalogue.items[review->indicator];

    review->note = why_not(r, study);
    if (!r || !result_is_sound(r))
        return;
    review->achieved = r->value;
    review->counted = r->numerator;
    review->difference = r->value - review->planned;
    if (fabs(review->difference) < PRINTED * fabs(r->value))
        review->difference = 0; /* a file has twelve digits */
    if (review->note || !has_value(review->difference))
        return;
    review->reached = progress_meets(
        r->value, review->planned,
        in->better == BETTER_LOWER ? TARGET_AT_MOST : TARGET_AT_LEAST);
    review->judgement = judge(review, r, in);
}

static void look_ahead(struct review *review, const struct planned *then,
                       const struct steps_now *now)
{
    int next = period_year(review->period) + 1;
    const struct plan_step *step = step_now(now, review->area, next);

    review->next = period_of_year(next);
    if (then)
        review->next_planned = then->value;
    if (step) {
        review->next_revised = step->value;
        review->next_fresh = step->fresh;
    }
}

/* As all files are: by indicator id, then area code. */
static int by_names(const void *left, const void *right, void *context)
{
    const struct study *study = context;
    const struct review *l = left, *r = right;
    int order = strcmp(study->catalogue.items[l->indicator].id,
                       study->catalogue.items[r->indicator].id);

    return order != 0 ? order
                      : strcmp(study->areas.items[l->area].code,
                               study->areas.items[r->area].code);
}

void plan_review(struct reviews *into, const struct planned_list *last,
                 const struct plans *plans, const struct plan_ground *ground,
                 struct arena *scratch)
{
    struct study study = *ground->study; /* the sort's context is no constant */
    struct arena_mark mark = arena_mark(scratch);
    struct steps_now now = {
        .plans = plans,
        .indicator = NO_INDEX,
        .first = arena_array(scratch, study.areas.count + 1, size_t),
    };

    for (size_t i = 0; i < last->count; i++) {
        const struct planned *row = &last->items[i];
        if (row->period != period_calendar(study.project.period))
            continue; /* (1) */
        struct review *review = reviews_add(into);
        review->indicator = row->indicator;
        review->area = row->area;
        review->period = row->period;
        review->planned = row->value;
        review->planned_level = row->level;
        compare(review,
                results_find(ground->results, row->indicator, row->area,
                             row->period, WHOLE),
                ground->study);
        turn_to(&now, row->indicator, study.areas.count);
        look_ahead(review, planned_after(last, row), &now);
    }
    if (into->count > 1)
        qsort_r(into->items, into->count, sizeof *into->items, by_names,
                &study);
    arena_rewind(scratch, mark);
}
