/*
 * plan_words.h - what a plan has to say about its own numbers, in sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_PLAN_WORDS_H
#define HOCTAP_REPORT_PLAN_WORDS_H

#include "engine/model/plan_results.h"
#include "engine/report/words.h"

/* The notes of a step, parted by semicolons; "" when it has none. */
const char *plan_notes(const struct report_input *input,
                       const struct plans *plans,
                       const struct plan_course *course,
                       const struct plan_step *step);
/* One of them; the note must be the step's. */
const char *plan_note(const struct report_input *input,
                      const struct plans *plans,
                      const struct plan_course *course,
                      const struct plan_step *step, enum plan_note note);

#endif
