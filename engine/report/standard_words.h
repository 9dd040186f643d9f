/*
 * standard_words.h - a standard and what came of it, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_STANDARD_WORDS_H
#define HOCTAP_REPORT_STANDARD_WORDS_H

#include "engine/base/text.h"
#include "engine/model/standard.h"
#include "engine/model/study.h"

/* "Phổ cập giáo dục tiểu học mức độ 2" */
void standard_name_add(struct text *out, const struct study *study,
                       size_t level);
/* What was not seen of its conditions, or "". */
const char *standard_unverified(const struct study *study, size_t level);
/* Why it does not pass; nothing for a pass. */
void standard_reason_add(struct text *out, const struct study *study,
                         const struct standard_outcome *outcome);

#endif
