/*
 * plan_whole.h - private to plan*.c: the course of the whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_PLAN_WHOLE_H
#define HOCTAP_COMPUTE_PLAN_WHOLE_H

#include "engine/compute/plan/plan_parts.h"

/* Begins a course with the root's own figure and the targets ahead of it.
 * False when there is nothing to plan; with [by_name], or where a target counts
 * other things, one step then says why. */
bool plan_whole_start(struct plan_work *work, struct plans *into,
                      const struct plan_series series[], bool by_name);
/* Milestones of the value alone, and the note that says why. */
void plan_whole_alone(struct plan_work *work, struct plans *into,
                      enum plan_note why);
/* The whole as the sum of its areas. */
void plan_whole_sum(struct plan_work *work, struct plans *into);
/* What its levels mean: reached, pace, how far it can get. */
void plan_whole_judge(struct plan_work *work, struct plans *into);
/* Counts the steps that were written since the course began. */
void plan_whole_close(struct plans *into);

#endif
