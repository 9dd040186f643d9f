/*
 * judgement.h - what is said of a result against its target: in a sentence, in
 * the two cells of a table.
 *
 * The judgement itself is the result's verdict; here it gets its words. A
 * result held against a point between two target years says so, and names the
 * target that was set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_JUDGEMENT_H
#define HOCTAP_REPORT_JUDGEMENT_H

#include "engine/report/words.h"

/* "chưa đạt chỉ tiêu năm 2025 (50,0%), còn cách 4,6 điểm phần trăm": a part of
 * a sentence, without its full stop; NULL without a target. */
char *judgement_sentence(const struct report_input *input,
                         const struct result *result);
/* "50,0 (năm 2025)"; "" without a target. */
char *judgement_target(const struct report_input *input,
                       const struct result *result);
/* "chưa đạt", "còn cách 4,6"; "" without a target. */
char *judgement_words(const struct report_input *input,
                      const struct result *result);

/* "50,0%": the target as its document sets it. */
char *judgement_assigned(const struct report_input *input,
                         const struct target *target);

#endif
