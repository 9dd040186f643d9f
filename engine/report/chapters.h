/*
 * chapters.h - the parts of the report, each a function that adds its blocks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_CHAPTERS_H
#define HOCTAP_REPORT_CHAPTERS_H

#include "engine/report/blocks.h"
#include "engine/report/figures.h"

/* The page leaders read: targets, gaps, what stands in the way. */
void chapter_summary(struct report *report, const struct report_input *input);

/* One chapter of the plan: sentences, main table, areas, evenness, pictures. */
void chapter_of_plan(struct report *report, const struct report_input *input,
                     size_t chapter, const struct figure figures[],
                     size_t figure_count, const char *folder);

/* Sources, findings, definitions and method. */
void chapter_sources(struct report *report, const struct report_input *input);
void chapter_method(struct report *report, const struct report_input *input);

#endif
