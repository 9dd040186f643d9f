/*
 * narrative.h - sentences from results.
 *
 * A sentence says what is known and no more: the value with its base, the
 * change like for like, the target and how far, and areas by name only where
 * the decision function told them apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_NARRATIVE_H
#define HOCTAP_REPORT_NARRATIVE_H

#include "engine/report/words.h"

/* "Tỷ lệ … năm 2023 là 33,7% (632.477/1.876.579); tăng 1,2 điểm phần trăm so
 * với năm 2022 (32,5%); …" NULL when the root has no value. */
char *sentence_value(const struct report_input *input, uint16_t indicator);

/* The same of any area, with its name in front; what is absent is said to be
 * so, with the reason. Never NULL. */
char *sentence_of_area(const struct report_input *input,
                       const struct result *result);

/* "tăng 1,2 điểm phần trăm so với năm 2022 (32,5%)": a part of a sentence;
 * NULL when there is nothing to compare with. */
char *sentence_change(const struct report_input *input,
                      const struct result *result);

/* "tăng bình quân 1,2 điểm phần trăm mỗi năm giai đoạn 2018–2023 (0,8–1,7)":
 * a part of a sentence; NULL when the root's trend is not clear. */
char *sentence_trend(const struct report_input *input, uint16_t indicator);

/* Which areas stand out from the whole, or that none does, and which have no
 * usable figure. NULL when there is nothing to say: fewer than two values, no
 * better way, no whole. */
char *sentence_areas(const struct report_input *input, uint16_t indicator);

/*
 * Is there anything about it that a reader should be told in words: a target, a
 * material change, no comparison, an area that stands out or has no usable
 * figure? All else stands in the tables.
 */
bool sentence_wanted(const struct report_input *input, uint16_t indicator);

/* How far the areas lie apart, beginning with the indicator's name; NULL when
 * it was not measured. */
char *sentence_equity(const struct report_input *input, uint16_t indicator);

/* The same, whether they drew together over the comparable years, and how many
 * more it would take for all to reach the target, where there is one. */
char *sentence_evenness(const struct report_input *input, uint16_t indicator);

#endif
