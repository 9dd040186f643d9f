/*
 * finding_words.h - a finding as a report prints it. All texts live in the
 * input's arena.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_FINDING_WORDS_H
#define HOCTAP_REPORT_FINDING_WORDS_H

#include "engine/model/finding.h"
#include "engine/report/words.h"

/* "Báo cáo chậm": what was looked at. */
const char *finding_words_rule(const struct report_input *input,
                               enum finding_rule rule);
const char *finding_words_weight(const struct report_input *input,
                                 enum finding_weight weight);
/* "exports/hoi-2023.csv:12:4"; NULL when no file is meant. */
char *finding_words_place(const struct report_input *input,
                          const struct finding *finding);
/* What was found, and the nearest right thing. */
char *finding_words_sentence(const struct report_input *input,
                             const struct finding *finding);

#endif
