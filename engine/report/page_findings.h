/*
 * page_findings.h - which findings concern which area.
 *
 * A finding knows its file and line and its sentence, no area. It concerns
 *
 *  (1) the areas whose observations stand in that line; of several of them
 *      those that its sentence names, if it names any;
 *  (2) of a line of submissions.csv, the area that was late, or all that did
 *      not report;
 *  (3) else the only area of the name in its sentence;
 *
 * and the areas with a page that these lie in. Others concern no page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_PAGE_FINDINGS_H
#define HOCTAP_REPORT_PAGE_FINDINGS_H

#include "engine/report/words.h"

/* Those of page p are items[first[p]] to items[first[p + 1]], each an index
 * into the findings, in their order. */
struct page_findings {
    uint32_t *items;
    size_t *first;
};

enum { NO_PAGE = -1 };
/* [page_of] an area: the page it lies in, or NO_PAGE. */
struct page_findings *page_findings_new(const struct report_input *input,
                                        const int32_t page_of[],
                                        size_t page_count);

#endif
