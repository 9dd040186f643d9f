/*
 * page_parts.h - what the pages of areas have looked up, and their parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_PAGE_PARTS_H
#define HOCTAP_REPORT_PAGE_PARTS_H

#include "engine/report/blocks.h"
#include "engine/report/page_findings.h"
#include "engine/report/pages.h"

/* Grids are read at [row * page_count + page]. */
struct pages {
    const struct report_input *input;
    bool open; /* other areas may be named */
    const uint32_t *areas;
    size_t page_count;
    /* The plan's indicators with figures, each once, in its order. */
    uint16_t *indicators;
    struct figure_range *ranges;
    unsigned *ranked; /* how many areas have a rank */
    size_t count;
    size_t *keys; /* of these, the ones that are drawn and told in words */
    size_t key_count;
    const struct comparison **comparisons; /* a row an indicator */
    const struct evenness_level **levels;  /* a row an indicator */
    const struct plan_step **steps; /* a row a course: the area's first */
    struct page_findings *findings;
};

/* The area's result in the report's period, of the indicator in that row; NULL
 * when there is none. */
const struct result *page_result(const struct page *page, size_t row);
/* Its rank and limits, or NULL. */
const struct comparison *page_rank(const struct page *page, size_t row);
/* How many more it takes to the goal, or NULL. */
const struct evenness_level *page_level(const struct page *page, size_t row);
/* "1.204 hộ" */
char *page_needed(const struct page *page, const struct evenness_level *level);

/* How the area's figures stand to those of the whole. */
struct page_counts {
    size_t better, similar, worse, missing;
};
struct page_counts page_count_standings(const struct page *page);

/* --- words ---------------------------------------------------------------- */

/* The sentences that a leader reads; in [items], which has room for
 * PAGE_SUMMARY_MOST. Returns how many. */
enum { PAGE_SUMMARY_MOST = 10 };
size_t page_summary(const char *items[], const struct page *page);
/* "Tỷ lệ hội viên: 33,7%, mức chung 31,2%; hạng 3 trong 8 huyện (khoảng
 * 2–5); tốt hơn mức chung."; NULL without a value. */
char *page_place(const struct page *page, size_t row);
/* "Tỷ lệ hội viên: chưa có số liệu" for all that the area lacks. */
size_t page_missing(const char ***items, const struct page *page);

/* --- tables; each adds none when it would be empty -------------------------
 */

/* What offices know, of the indicators in rows [from, end), one group. */
void page_table_results(struct report *report, const struct page *page,
                        size_t from, size_t end);
void page_table_levels(struct report *report, const struct page *page);
void page_table_quotas(struct report *report, const struct page *page);
void page_table_findings(struct report *report, const struct page *page);

#endif
