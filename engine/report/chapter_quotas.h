/*
 * chapter_quotas.h - the plan of the years to come, as the annex of a plan has
 * it. All of it adds nothing where nothing was planned.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_CHAPTER_QUOTAS_H
#define HOCTAP_REPORT_CHAPTER_QUOTAS_H

#include "engine/report/blocks.h"

/* The form offices know: TT, chỉ tiêu, ĐVT, TH of last year, KH and ước TH of
 * this year, KH of the next, and that over ước TH. */
void chapter_table_annex(struct report *report,
                         const struct report_input *input);
/* An area a row, a year a column; the last row is the exact total. */
void chapter_table_quota(struct report *report,
                         const struct report_input *input,
                         const struct plan_course *course);
/* What each rule costs and leaves behind; none where nothing is to be won. */
void chapter_table_rules(struct report *report,
                         const struct report_input *input,
                         const struct plan_course *course);
/* What became of the last plan, at the root and below. */
void chapter_table_review(struct report *report,
                          const struct report_input *input);

#endif
