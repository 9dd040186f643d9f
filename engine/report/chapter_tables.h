/*
 * chapter_tables.h - the tables of a chapter, a file each.
 *
 * Each adds its block, or none when it would be empty. [title] is the heading
 * the table stands under.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_CHAPTER_TABLES_H
#define HOCTAP_REPORT_CHAPTER_TABLES_H

#include "engine/report/blocks.h"

/* The table offices know: an indicator a row; unit, plan, this year, done of
 * plan, the year before, change, counts; where one has a target, target and
 * judgement. */
void chapter_table_main(struct report *report, const struct report_input *input,
                        const uint16_t indicators[], size_t count,
                        const char *title);

/* What falls short of its target: the number still missing, the yearly change
 * wanted and the one made. */
void chapter_table_pace(struct report *report, const struct report_input *input,
                        const uint16_t indicators[], size_t count,
                        const char *title);

/* An area a row, an indicator a column, several tables where one would be too
 * wide; coloured by standing, the same decision as in every picture. Those that
 * people compare or add up: with a better way, counts, and what the chapter
 * measures the evenness of. */
void chapter_table_areas(struct report *report,
                         const struct report_input *input,
                         const struct chapter_plan *chapter,
                         const uint16_t indicators[], size_t count,
                         const char *title);

/* Who holds the standards that the chapter's indicators speak of. */
void chapter_table_standards(struct report *report,
                             const struct report_input *input,
                             const struct chapter_plan *chapter);

/* Four measures of evenness; equity.csv has them all. */
void chapter_table_equity(struct report *report,
                          const struct report_input *input,
                          const uint16_t indicators[], size_t count);

/* How many more it would take for all areas to reach the target, or the best
 * fifth. */
void chapter_table_levelling(struct report *report,
                             const struct report_input *input,
                             const uint16_t indicators[], size_t count);

/* What was decided about findings, by whom and why. */
void chapter_table_decisions(struct report *report,
                             const struct report_input *input);

/* Who has not reported for the period, and who was late. */
void chapter_table_submissions(struct report *report,
                               const struct report_input *input);

/* From when on series cannot be compared, and why. */
void chapter_table_breaks(struct report *report,
                          const struct report_input *input);

/* The sums of the files that were read. */
void chapter_table_checksums(struct report *report,
                             const struct report_input *input);

/* Published figures that are others now, and why. */
void chapter_table_revisions(struct report *report,
                             const struct report_input *input);

#endif
