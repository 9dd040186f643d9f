/*
 * progress.c - results against their targets; the numbers are those of the
 * header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/progress/progress.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/indicator/naming.h"
#include "engine/compute/progress/progress_goal.h"
#include "engine/compute/progress/progress_returns.h"
#include "engine/compute/tails.h"

static const double LIKELY = 0.75, UNLIKELY = 0.25, SLACK = 1e-12;

/* What is the same for all rows; which targets were told of already. */
struct progress {
    const struct study *study;
    const struct goals *goals;
    bool *told;
};

/* Is it a fact: a period that is over, everybody counted, nothing estimated? */
static bool is_closed(const struct result *r, const struct indicator *in,
                      const struct study *study)
{
    date reported = study->project.report_date;

    if (reported != DATE_OPEN && period_end(r->period) > reported)
        return false;
    if (in->sample || r->completeness < 1)
        return false;
    return r->status == STATUS_OK || r->status == STATUS_ZERO ||
           r->status == STATUS_BREAK;
}

bool progress_meets(double value, double goal, enum target_operator comparison)
{
    double slack = SLACK * fmax(1, fabs(goal));

    switch (comparison) {
    case TARGET_AT_LEAST:
        return value >= goal - slack;
    case TARGET_AT_MOST:
        return value <= goal + slack;
    case TARGET_EQUAL:
        break;
    }
    return fabs(value - goal) <= slack;
}

/*
 * The probability that the underlying value reaches [x]: Jeffreys' beta for
 * proportions, the gamma with the same start for rates.
 */
static double beyond(const struct result *r, const struct indicator *in,
                     double wanted)
{
    double effect = in->noise == NOISE_CLUSTERED && in->design_effect > 0
                        ? in->design_effect
                        : 1;
    double x = r->numerator / effect, n = r->denominator / effect;
    double at = wanted / in->scale;

    if (!has_value(x) || !has_value(n) || x < 0 || !(n > 0))
        return NO_VALUE;
    if (in->noise == NOISE_POISSON)
        return tail_of((struct curve){ x + 0.5, HUGE_VAL }, at * n, SIDE_ABOVE);
    if (x > n)
        return NO_VALUE;
    return tail_of((struct curve){ x + 0.5, n - x + 0.5 }, at, SIDE_ABOVE);
}

static double probability(const struct result *r, const struct indicator *in,
                          const struct goal *goal)
{
    double p;

    if (indicator_chance(in) == NOISE_NONE ||
        indicator_chance(in) == NOISE_PROCESS ||
        goal->comparison == TARGET_EQUAL)
        return NO_VALUE;
    p = beyond(r, in, goal->value);
    if (has_value(p) && goal->comparison == TARGET_AT_MOST)
        p = 1 - p;
    return p;
}

/* (2) */
static void judge_due(struct result *r, const struct indicator *in,
                      const struct goal *goal, const struct study *study,
                      const struct results *results)
{
    if (r->status == STATUS_INVALID) {
        r->verdict = VERDICT_NOT_ASSESSABLE;
        r->note = "target.invalid";
        return;
    }
    if (is_closed(r, in, study)) {
        r->verdict = progress_meets(r->value, goal->value, goal->comparison)
                         ? VERDICT_MET
                         : VERDICT_NOT_MET;
        return;
    }
    r->probability = r->completeness < 1
                         ? returns_chance(r, goal, results, study)
                         : probability(r, in, goal);
    if (!has_value(r->probability) ||
        (r->probability < LIKELY && r->probability > UNLIKELY))
        r->verdict = VERDICT_UNCERTAIN;
    else
        r->verdict = r->probability >= LIKELY ? VERDICT_LIKELY_MET
                                              : VERDICT_LIKELY_NOT_MET;
    if (!r->note)
        r->note = in->sample ? "target.sample" : "target.open";
}

/* "tỉnh, thành phố" for province; another word as it is written. */
static const char *unit_words(const struct study *study, const char *unit)
{
    char id[48];

    snprintf(id, sizeof id, "tier.%s.many", unit);
    return message_known(&study->messages, id)
               ? message_text(&study->messages, id)
               : unit;
}

static void tell_unit(struct findings *findings, const struct result *r,
                      const struct target *target, const struct study *study)
{
    struct finding_place place = { .file = target->file,
                                   .line = target->line,
                                   .value = target->unit_counted };

    finding_add(findings, FINDING_target_unit, place, "indicator",
                naming_indicator(study, r->indicator), "unit_counted",
                unit_words(study, target->unit_counted), "area",
                naming_area(study, r->area), NULL);
}

/* (4) One finding for one target, however many periods it meets. */
static void refuse_unit(struct result *r, const struct target *target,
                        bool told[], const struct study *study,
                        struct findings *findings)
{
    size_t at = (size_t)(target - study->targets.items);

    r->verdict = VERDICT_NOT_ASSESSABLE;
    r->target_index = (uint32_t)at;
    r->note = "target.unit";
    if (findings && !told[at])
        tell_unit(findings, r, target, study);
    told[at] = true;
}

/* Not due: where the result stands on the way. */
static const char *way_note(enum goal_sort sort)
{
    if (sort == GOAL_MILESTONE)
        return "target.milestone";
    return sort == GOAL_NEW_FRAME ? "target.new_frame" : "target.future";
}

/* (6) */
static void set_plan(struct result *r, const struct goals *goals)
{
    r->plan = goal_plan(r, goals);
    if (has_value(r->plan) && has_value(r->value) && fabs(r->plan) > 0)
        r->plan_rate = r->value / r->plan;
}

static void judge(struct result *r, const struct results *results,
                  const struct study *study, const struct goals *goals,
                  bool told[], struct findings *findings)
{
    const struct indicator *in = &study->catalogue.items[r->indicator];
    struct goal goal = goal_of(r, goals);

    set_plan(r, goals);
    if (goal.sort == GOAL_NONE)
        return;
    if (goal.sort == GOAL_CLASS_UNKNOWN) {
        r->verdict = VERDICT_NOT_ASSESSABLE;
        r->note = "target.class";
        return;
    }
    if (goal.sort == GOAL_OTHER_UNIT) {
        refuse_unit(r, goal.target, told, study, findings);
        return;
    }
    r->target = goal.value;
    r->target_index = (uint32_t)(goal.target - study->targets.items);
    if (!has_value(r->value) || !has_value(goal.value)) { /* (5) */
        r->verdict = VERDICT_NOT_ASSESSABLE;
        return;
    }
    r->gap = r->value - goal.value;
    if (goal.sort == GOAL_DUE)
        judge_due(r, in, &goal, study, results);
    else
        r->note = way_note(goal.sort);
}

struct progress *progress_new(const struct study *study, uint32_t root,
                              struct arena *arena)
{
    struct progress *progress = arena_new_of(arena, struct progress);

    *progress =
        (struct progress){ study, goals_new(study, root, arena),
                           arena_array(arena, study->targets.count, bool) };
    return progress;
}

void progress_judge_rows(struct results *results, struct results_span rows,
                         struct progress *progress, struct findings *findings)
{
    for (size_t i = rows.first; i < rows.end; i++)
        if (results->items[i].breakdown.dimension == NO_INDEX)
            judge(&results->items[i], results, progress->study, progress->goals,
                  progress->told, findings);
}

void progress_judge(struct results *results, const struct study *study,
                    uint32_t root, struct findings *findings)
{
    struct arena *scratch = arena_new();

    progress_judge_rows(results, (struct results_span){ 0, results->count },
                        progress_new(study, root, scratch), findings);
    arena_free(scratch);
}
