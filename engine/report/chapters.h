/*
 * chapters.h - the parts of the report, each a function that adds its blocks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_CHAPTERS_H
#define HOCTAP_REPORT_CHAPTERS_H

#include "engine/report/blocks.h"
#include "engine/report/figures.h"

/* The page leaders read: changes, gaps, targets, what to mind. */
void chapter_summary(struct report *report, const struct report_input *input);

/* Which areas it names, and for what; one sentence where there is no ground to
 * tell them apart. */
void chapter_summary_areas(struct report *report,
                           const struct report_input *input,
                           const uint16_t indicators[], size_t count);

/* The pictures that were drawn, and the folder they lie in. */
struct drawn_figures {
    const struct figure *items;
    size_t count;
    const char *folder;
};

/* Of indicators that stand together; the group itself when it has no title. */
const char *chapter_group_title(const struct report_input *input,
                                const char *group);

/* A picture that was drawn into [folder]. */
void chapter_figure(struct report *report, const struct report_input *input,
                    const struct chart_spec *spec, const char *folder);

/* One chapter of the plan: sentences, tables, evenness, pictures. */
void chapter_of_plan(struct report *report, const struct report_input *input,
                     size_t chapter, struct drawn_figures figures);

/* The plan of the years to come, and what became of the last one. */
void chapter_quotas(struct report *report, const struct report_input *input,
                    struct drawn_figures figures);

/* Sources and findings; definitions, targets and method. */
void chapter_sources(struct report *report, const struct report_input *input);
void chapter_method(struct report *report, const struct report_input *input);

#endif
