/*
 * pages.h - one page per area: its figures against the whole, its place, its
 * trends, how many people it lacks, its quotas, what is wrong with its data.
 *
 * What all pages share (who is ranked how, where the areas lie on an indicator,
 * which finding concerns whom) is looked up once, in `pages`; a page then
 * reads no rows but its own, so that the work grows with the number of areas
 * and no faster. All pages show the same indicators and the same trends.
 *
 * For the public a page names no other area and shows no figure of one: there
 * is no spine, no goal taken from the best, and findings are told by their sort
 * alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_PAGES_H
#define HOCTAP_REPORT_PAGES_H

#include "engine/model/report_model.h"
#include "engine/report/figures.h"

struct pages;

/* The areas of the compared tier, below the root, that live at the end of the
 * report's period; by code. Returns how many. */
size_t pages_areas(uint32_t **out, const struct report_input *input);

/* Of areas of the compared tier. All lives in the input's arena. */
struct pages *pages_new(const struct report_input *input,
                        const uint32_t areas[], size_t count);

/* The page of areas[number]; what is made for it lives in [input]'s arena,
 * which else is the input of the pages. */
struct page {
    const struct pages *pages;
    const struct report_input *input;
    size_t number;
    uint32_t area;
};
struct page pages_page(const struct pages *pages,
                       const struct report_input *input, size_t number);

/* Returns how many; none when there is nothing to draw. */
size_t page_figures(struct figure **out, const struct page *page);
/* [figures] are those of page_figures that were drawn, into [folder]. */
struct report *page_build(const struct page *page,
                          const struct figure figures[], size_t count,
                          const char *folder);

/* What leads to the pages: files[page * sort_count + sort] is the file beside
 * it in the format of that sort: "html", "docx". */
struct page_files {
    const char *const *files, *const *sorts;
    size_t sort_count;
};
struct report *pages_index(const struct pages *pages,
                           const struct report_input *input,
                           const struct page_files *files);

#endif
