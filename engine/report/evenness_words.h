/*
 * evenness_words.h - the sentence that goes with a figure about evenness.
 *
 * Each says the direction, the size, whether chance alone could explain it, and
 * where it is asked what it would take; and no more than the interval allows.
 * What is withheld, undefined, of one area or all alike has a sentence too, so
 * none is ever NULL.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_EVENNESS_WORDS_H
#define HOCTAP_REPORT_EVENNESS_WORDS_H

#include "engine/model/evenness.h"
#include "engine/report/words.h"

/* How large a measure of equity.csv is, and whether it may be chance. */
char *evenness_words_measure(const struct report_input *input,
                             const struct equity_result *row);
/* Did the areas draw together? */
char *evenness_words_change(const struct report_input *input,
                            const struct evenness_change *row);
/* The same without the indicator's name. */
char *evenness_words_moved(const struct report_input *input,
                           const struct evenness_change *row);
/* What an area has of the unevenness, or of what is missing. */
char *evenness_words_share(const struct report_input *input,
                           const struct evenness_share *row);
/* How much of it lies inside groups and how much between them. */
char *evenness_words_group(const struct report_input *input,
                           const struct evenness_group *row);
/* How one part of the people stands against another. */
char *evenness_words_parity(const struct report_input *input,
                            const struct evenness_parity *row);
/* How many more it would take, and where. */
char *evenness_words_level(const struct report_input *input,
                           const struct evenness_level *row);
/* Of all areas, without the indicator's name. */
char *evenness_words_levelled(const struct report_input *input,
                              const struct evenness_level *row);

/* The row that answers for an indicator whether its areas drew together, of
 * the longest comparable years; NULL when there is none. */
const struct evenness_change *
evenness_words_drift(const struct report_input *input, uint16_t indicator);
/* The row of all areas for the default goal: the target, else the best fifth;
 * NULL when there is none. */
const struct evenness_level *
evenness_words_goal(const struct report_input *input, uint16_t indicator);
/* What is counted: "hộ"; "đơn vị đếm" where it is several things. */
const char *evenness_words_unit(const struct report_input *input,
                                const struct evenness_level *row);
/* "Quỳnh Phụ (1.204), Thái Thụy (873)": the areas that need most, of the row of
 * all of them; NULL when none needs any. */
char *evenness_words_most(const struct report_input *input,
                          const struct evenness_level *whole);
/* "chỉ tiêu năm 2025", "mức chung" … */
const char *evenness_words_goal_name(const struct report_input *input,
                                     const struct evenness_level *row);

/* What groups areas, and one of its groups: "thành thị", "Quỳnh Phụ". */
const char *evenness_words_by(const struct report_input *input, const char *by);
const char *evenness_words_of(const struct report_input *input,
                              const struct evenness_group *row);

#endif
