/*
 * page_build.c - the page of an area, and the one that leads to all of them.
 *
 *  (1) In the order in which one asks: what is there to say, where does the
 *      area stand, its figures, its trends, what it lacks in people, its
 *      quotas, its data. A part with nothing in it is left out.
 *  (2) A spine shows where the others lie; the public sees none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/report/build.h"
#include "engine/report/chapters.h"
#include "engine/report/page_parts.h"
#include "engine/report/tabulate.h"
#include "engine/report/views.h"

/* --- pictures ----------------------------------------------------------------
 */

/* Slugs must differ between pages; a code need not be one. */
static const char *slug(const struct page *page, const char *what)
{
    return arena_format(page->input->arena, "a%u-%s", page->area, what);
}

static bool has_span(const struct page *page)
{
    for (size_t row = 0; row < page->pages->count; row++)
        if (page->pages->ranges[row].shown && page_result(page, row) != NULL)
            return true;
    return false;
}

/* (2) */
static bool spine_of(struct figure *figure, const struct page *page)
{
    struct fault ignored = { 0 };
    const struct figure_request request = {
        .kind = "spine",
        .name = slug(page, "spine"),
        .indicators = page->pages->indicators,
        .indicator_count = page->pages->count,
        .area = page->area,
        .ranges = page->pages->ranges,
    };
    figure->indicator = NO_INDEX;
    return page->pages->open && has_span(page) &&
           figure_build(&figure->spec, &request, page->input, &ignored);
}

static bool trend_of(struct figure *figure, const struct page *page, size_t row)
{
    struct fault ignored = { 0 };
    const struct report_input *input = page->input;
    uint16_t index = page->pages->indicators[row];
    const struct figure_request request = {
        .kind = "trend",
        .name = slug(page, input_indicator(input, index)->id),
        .indicators = &index,
        .indicator_count = 1,
        .area = page->area,
    };
    figure->indicator = index;
    return view_filled(view_series(input, index, page->area)) > 1 &&
           figure_build(&figure->spec, &request, input, &ignored);
}

size_t page_figures(struct figure **out, const struct page *page)
{
    size_t count = 0;
    *out = arena_array(page->input->arena, page->pages->key_count + 1,
                       struct figure);
    count += spine_of(&(*out)[count], page);
    for (size_t k = 0; k < page->pages->key_count; k++)
        count += trend_of(&(*out)[count], page, page->pages->keys[k]);
    return count;
}

/* --- the page (1) -----------------------------------------------------------
 */

/* A chapter whose blocks [fill] adds; none when it adds none. */
static void part(struct report *report, const struct page *page, const char *id,
                 const char *title,
                 void (*fill)(struct report *report, const struct page *page))
{
    size_t before = report->count;
    block_chapter(report, id, say(page->input, title, NULL));
    fill(report, page);
    if (report->count == before + 1)
        report->count = before;
}

static void add_summary(struct report *report, const struct page *page)
{
    const char **items =
        arena_array(page->input->arena, PAGE_SUMMARY_MOST, const char *);
    size_t count = page_summary(items, page);
    block_list(report, items, count);
    if (count == 0)
        block_note(report, say(page->input, "report.no_data", NULL));
}

static void add_places(struct report *report, const struct page *page)
{
    const struct pages *pages = page->pages;
    const char **items =
        arena_array(page->input->arena, pages->key_count + 1, const char *);
    size_t count = 0;
    for (size_t k = 0; k < pages->key_count; k++) {
        items[count] = page_place(page, pages->keys[k]);
        count += items[count] != NULL;
    }
    block_list(report, items, count);
}

static bool same_group(const struct page *page, size_t row, size_t other)
{
    const uint16_t *indicators = page->pages->indicators;
    const char *a = input_indicator(page->input, indicators[row])->group;
    const char *b = input_indicator(page->input, indicators[other])->group;
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

static void add_results(struct report *report, const struct page *page)
{
    size_t count = page->pages->count;
    if (count > 0)
        block_paragraph(report, say(page->input, "page.results_note", NULL));
    for (size_t at = 0, end; at < count; at = end) {
        end = at + 1;
        while (end < count && same_group(page, at, end))
            end++;
        page_table_results(report, page, at, end);
    }
}

static void add_people(struct report *report, const struct page *page)
{
    const char **items = arena_array(page->input->arena, 1, const char *);
    size_t count = 0, reached = 0;
    for (size_t row = 0; row < page->pages->count; row++) {
        const struct evenness_level *level = page_level(page, row);
        reached += level != NULL && !(level->needed > 0);
    }
    page_table_levels(report, page);
    if (reached > 0)
        items[count++] = say(page->input, "page.reached", "count",
                             say_whole(page->input, reached), NULL);
    block_list(report, items, count);
}

static void add_findings(struct report *report, const struct page *page)
{
    const char **items;
    size_t missing = page_missing(&items, page);
    page_table_findings(report, page);
    if (missing == 0)
        return;
    block_heading(report, say(page->input, "page.missing", NULL));
    block_list(report, items, missing);
}

static void add_figures(struct report *report, const struct page *page,
                        struct drawn_figures drawn, bool trends)
{
    for (size_t i = 0; i < drawn.count; i++)
        if ((drawn.items[i].indicator != NO_INDEX) == trends)
            chapter_figure(report, page->input, &drawn.items[i].spec,
                           drawn.folder);
}

static void add_trends(struct report *report, const struct page *page,
                       struct drawn_figures drawn)
{
    bool any = false;
    for (size_t i = 0; i < drawn.count; i++)
        any = any || drawn.items[i].indicator != NO_INDEX;
    if (!any)
        return;
    block_chapter(report, "trends", say(page->input, "page.trends", NULL));
    add_figures(report, page, drawn, true);
}

static const char *method_of(const struct page *page)
{
    const struct report_input *input = page->input;
    return say(input, page->pages->open ? "page.method" : "page.method_public",
               "whole", say_area(input, input->study->project.root), NULL);
}

/* Of a workbook: how it is to be read. */
static void add_guide(struct report *report, const struct report_input *input,
                      const char *method)
{
    report->guide = arena_array(input->arena, 2, const char *);
    report->guide[report->guide_count++] = say(input, "guide.numbers", NULL);
    report->guide[report->guide_count++] = method;
    report->guide_title = say(input, "guide.title", NULL);
}

struct report *page_build(const struct page *page,
                          const struct figure figures[], size_t count,
                          const char *folder)
{
    const struct report_input *input = page->input;
    struct drawn_figures drawn = { figures, count, folder };
    struct report *report =
        report_front(input, say(input, "page.title", "area",
                                say_area(input, page->area), NULL));
    const char *method = method_of(page);
    block_note(report, say_either(input, input->study->project.note,
                                  input->study->project.note_en));
    part(report, page, "summary", "summary.title", add_summary);
    part(report, page, "place", "page.place_title", add_places);
    add_figures(report, page, drawn, false);
    part(report, page, "results", "page.results", add_results);
    add_trends(report, page, drawn);
    part(report, page, "people", "page.people", add_people);
    part(report, page, "plan", "page.quotas", page_table_quotas);
    part(report, page, "data", "page.data", add_findings);
    block_note(report, method);
    add_guide(report, input, method);
    return report;
}

/* --- all of them ------------------------------------------------------------
 */

static void index_heads(struct tabulation *t, const struct pages *pages,
                        const struct page_files *files)
{
    static const char *const counted[] = { "page.better_head",
                                           "page.worse_head",
                                           "page.missing_head",
                                           "page.findings_head" };
    const struct report_input *input = t->input;
    tabulate_head(t, say(input, "table.area", NULL), ALIGN_LEFT);
    for (size_t s = 1; s < files->sort_count; s++)
        tabulate_head(t, files->sorts[s], ALIGN_CENTRE);
    for (size_t i = 0; i < 4 && pages->open; i++)
        tabulate_head(t, say(input, counted[i], NULL), ALIGN_RIGHT);
}

static void index_row(struct tabulation *t, const struct page *page,
                      const struct page_files *files)
{
    const struct page_findings *of = page->pages->findings;
    struct page_counts counts = page_count_standings(page);
    size_t found = of->first[page->number + 1] - of->first[page->number];
    const size_t counted[] = { counts.better, counts.worse, counts.missing,
                               found };
    const char *const *own = files->files + page->number * files->sort_count;
    tabulate_link(t, say_area(page->input, page->area), own[0]);
    for (size_t s = 1; s < files->sort_count; s++)
        tabulate_link(t, files->sorts[s], own[s]);
    for (size_t i = 0; i < 4 && page->pages->open; i++)
        tabulate_number(t, say_whole(page->input, counted[i]),
                        (double)counted[i]);
}

struct report *pages_index(const struct pages *pages,
                           const struct report_input *input,
                           const struct page_files *files)
{
    const char *tier = say_tier(input, input->study->project.tier, true);
    struct report *report =
        report_front(input, say(input, "page.index_title", "tier", tier, NULL));
    struct tabulation t = tabulate_start(input, files->sort_count + 4);
    block_chapter(report, "areas",
                  say(input, "page.index_areas", "tier", tier, NULL));
    index_heads(&t, pages, files);
    for (size_t p = 0; p < pages->page_count; p++) {
        struct page page = pages_page(pages, input, p);
        index_row(&t, &page, files);
    }
    tabulate_finish(&t, report, say(input, "page.index_caption", NULL), NULL);
    return report;
}
