/*
 * study_plan.h - the files a plan is made with: what a planner knows of the
 * years to come, and the plan that was made before.
 *
 * Both are read after the study, by whoever plans. Nothing in the study
 * changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_STUDY_PLAN_H
#define HOCTAP_IMPORTERS_STUDY_PLAN_H

#include <stdbool.h>

#include "engine/base/fault.h"
#include "engine/model/finding.h"
#include "engine/model/plan_results.h"
#include "engine/model/study.h"

struct arena;

/*
 * `what,indicator,area,period,value`: base, level, losses, most, budget or cost
 * of a year. An empty indicator, area or period means all of them; the root's
 * code is the whole. Anything that cannot be meant is a fault with its place.
 */
bool study_plan_inputs(struct plan_inputs *out, const char *path,
                       struct study *study, struct arena *arena,
                       struct fault *fault) __attribute__((warn_unused_result));

/*
 * A plan.csv as `plan` writes it. A file that is no such table is a fault; a
 * row that says nothing to this study (an unknown indicator or area, a damaged
 * number) is the finding plan_row, and the others are read. [shown] is the
 * file's name in findings.
 */
bool study_plan_last(struct planned_list *out, const char *path,
                     const char *shown, struct study *study,
                     struct arena *arena, struct findings *findings,
                     struct fault *fault) __attribute__((warn_unused_result));

#endif
