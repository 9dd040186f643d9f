/*
 * progress.h - results against their targets.
 *
 *  (1) The target of an area: approved ones only; one for that very area goes
 *      before one for its class of areas, that before one for all; then legal,
 *      provincial, internal. But what is due in the very period goes before
 *      all that is due later, and of a legal and a provincial one due in the
 *      same period the stricter counts. `root` targets are the root's alone,
 *      `each` the areas' below it.
 *  (2) In the target's own year a closed whole count meets it or does not: a
 *      fact, on the unrounded value. Where the figure is not closed or whole
 *      (a sample, estimated, forecast, after the report's date) and carries
 *      noise, or where returns are missing, there is a probability: likely_met
 *      from .75, likely_not_met to .25, else uncertain.
 *  (3) Between two target years the goal is interpolated (note
 *      target.milestone), but not across a change of definition (note
 *      target.new_frame); before the first it is the first (note
 *      target.future). None is due, so there is a gap and no verdict.
 *  (4) A target that counts other things than the indicator's base (provinces)
 *      cannot be judged: not_assessable and a finding. Nor can a target by
 *      class of area where the area's class is not known (target.class).
 *  (5) Where there is no figure there is nothing to judge: not_assessable.
 *  (6) `plan` is the internal target of the very period, `plan_rate` the value
 *      over it, as a fraction.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_PROGRESS_H
#define HOCTAP_COMPUTE_PROGRESS_H

#include "engine/model/finding.h"
#include "engine/model/results.h"
#include "engine/model/study.h"

/* Does the value reach the goal? Rounding of the last digits is forgiven. */
bool progress_meets(double value, double goal, enum target_operator comparison);

/* Fills plan, plan_rate, target, gap, probability, verdict, target_index and
 * notes. Targets for `root` are those of [root]. [findings] may be NULL. */
void progress_judge(struct results *results, const struct study *study,
                    uint32_t root, struct findings *findings);

/* The same of some rows at a time. What a row is judged by and what is told of
 * it is its indicator's own: rows of several indicators may be judged at once.
 */
struct arena;
struct progress;
struct progress *progress_new(const struct study *study, uint32_t root,
                              struct arena *arena);
void progress_judge_rows(struct results *results, struct results_span rows,
                         struct progress *progress, struct findings *findings);

#endif
