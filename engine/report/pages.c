/*
 * pages.c - what the pages of areas have in common, looked up once.
 *
 *  (1) Indicators are those of the report plan that have figures, each once, in
 *      its order. The first few that it draws over the years are drawn on every
 *      page, or, when there are none, the first whose evenness it measures.
 *  (2) The goal is the target; else, of what the plan measures the evenness of,
 *      the best fifth. Of the best the public does not learn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/pages.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/page_parts.h"
#include "engine/report/views.h"

enum { KEYS_MOST = 4 };

size_t pages_areas(uint32_t **out, const struct report_input *input)
{
    const struct study *study = input->study;
    date day = period_end(study->project.period);
    size_t count = 0;
    *out = arena_array(input->arena, study->areas.count + 1, uint32_t);
    for (uint32_t a = 0; a < study->areas.count; a++)
        if (study->areas.items[a].tier == study->project.tier &&
            area_lives(&study->areas, a, day) &&
            area_is_in(&study->areas, a, study->project.root))
            (*out)[count++] = a;
    return count;
}

/* --- indicators (1) --------------------------------------------------------
 */

static void add_indicators(struct pages *pages)
{
    const struct report_input *input = pages->input;
    const struct report_plan *plan = input->study->report_plan;
    size_t room = input->study->catalogue.count + 1;
    bool *seen = arena_array(input->arena, room, bool);
    pages->indicators = arena_array(input->arena, room, uint16_t);
    pages->ranges = arena_array(input->arena, room, struct figure_range);
    pages->ranked = arena_array(input->arena, room, unsigned);
    for (size_t c = 0; c < plan->chapter_count; c++)
        for (size_t i = 0; i < plan->chapters[c].indicator_count; i++) {
            uint16_t index = plan->chapters[c].indicators[i];
            if (seen[index] || !view_has_data(input, index))
                continue;
            seen[index] = true;
            pages->ranges[pages->count] = figure_range(input, index);
            pages->indicators[pages->count++] = index;
        }
}

static void add_key(struct pages *pages, uint16_t index)
{
    const struct report_input *input = pages->input;
    size_t row = 0;
    while (row < pages->count && pages->indicators[row] != index)
        row++;
    bool fits =
        row < pages->count && pages->key_count < KEYS_MOST &&
        view_filled(view_series(input, index, input->study->project.root)) > 1;
    for (size_t k = 0; k < pages->key_count && fits; k++)
        fits = pages->keys[k] != row;
    if (fits)
        pages->keys[pages->key_count++] = row;
}

static bool is_over_years(const struct chart_plan *chart)
{
    return chart->indicator != NO_INDEX && (strcmp(chart->kind, "trend") == 0 ||
                                            strcmp(chart->kind, "path") == 0);
}

static void add_keys(struct pages *pages)
{
    const struct report_plan *plan = pages->input->study->report_plan;
    pages->keys = arena_array(pages->input->arena, KEYS_MOST, size_t);
    for (size_t c = 0; c < plan->chapter_count; c++)
        for (size_t i = 0; i < plan->chapters[c].chart_count; i++)
            if (is_over_years(&plan->chapters[c].charts[i]))
                add_key(pages, plan->chapters[c].charts[i].indicator);
    bool none = pages->key_count == 0;
    for (size_t c = 0; c < plan->chapter_count && none; c++)
        for (size_t i = 0; i < plan->chapters[c].equity_count; i++)
            add_key(pages, plan->chapters[c].equity[i]);
}

/* --- grids ------------------------------------------------------------------
 */

/* By area: its page. */
static int32_t *pages_by_area(const struct pages *pages)
{
    const struct areas *areas = &pages->input->study->areas;
    int32_t *page_of =
        arena_array(pages->input->arena, areas->count + 1, int32_t);
    for (uint32_t a = 0; a < areas->count; a++)
        page_of[a] = NO_PAGE;
    for (size_t p = 0; p < pages->page_count; p++)
        page_of[pages->areas[p]] = (int32_t)p;
    return page_of;
}

/* By indicator: its row; [count] for one that is not shown. */
static size_t *rows_by_indicator(const struct pages *pages)
{
    size_t known = pages->input->study->catalogue.count;
    size_t *row_of = arena_array(pages->input->arena, known + 1, size_t);
    for (size_t i = 0; i < known; i++)
        row_of[i] = pages->count;
    for (size_t row = 0; row < pages->count; row++)
        row_of[pages->indicators[row]] = row;
    return row_of;
}

static void add_comparisons(struct pages *pages, const size_t row_of[],
                            const int32_t page_of[])
{
    const struct study *study = pages->input->study;
    const struct comparisons *all = pages->input->comparisons;
    pages->comparisons =
        arena_array(pages->input->arena, pages->count * pages->page_count + 1,
                    const struct comparison *);
    for (size_t i = 0; all != NULL && i < all->count; i++) {
        const struct comparison *c = &all->items[i];
        size_t row = row_of[c->indicator];
        if (row == pages->count || c->period != study->project.period ||
            c->breakdown.dimension != NO_INDEX || c->rank == 0 ||
            study->areas.items[c->area].tier != study->project.tier)
            continue;
        pages->ranked[row]++;
        if (page_of[c->area] != NO_PAGE)
            pages->comparisons[row * pages->page_count +
                               (size_t)page_of[c->area]] = c;
    }
}

/* By indicator: does the plan measure its evenness? */
static bool *measured(const struct pages *pages)
{
    const struct study *study = pages->input->study;
    const struct report_plan *plan = study->report_plan;
    bool *out =
        arena_array(pages->input->arena, study->catalogue.count + 1, bool);
    for (size_t c = 0; c < plan->chapter_count; c++)
        for (size_t i = 0; i < plan->chapters[c].equity_count; i++)
            out[plan->chapters[c].equity[i]] = true;
    return out;
}

/* (2) */
static void add_levels(struct pages *pages, const size_t row_of[],
                       const int32_t page_of[])
{
    const struct study *study = pages->input->study;
    const struct evenness *all = pages->input->evenness;
    const bool *even = measured(pages);
    pages->levels =
        arena_array(pages->input->arena, pages->count * pages->page_count + 1,
                    const struct evenness_level *);
    for (size_t i = 0; all != NULL && i < all->levels.count; i++) {
        const struct evenness_level *level = &all->levels.items[i];
        size_t row = row_of[level->indicator];
        enum level_goal last =
            pages->open && even[level->indicator] ? LEVEL_TOP : LEVEL_TARGET;
        if (row == pages->count || level->period != study->project.period ||
            level->tier != (int)study->project.tier || level->goal > last ||
            page_of[level->area] == NO_PAGE)
            continue;
        const struct evenness_level **place =
            &pages->levels[row * pages->page_count +
                           (size_t)page_of[level->area]];
        if (*place == NULL || level->goal < (*place)->goal)
            *place = level;
    }
}

/* The steps of an area are neighbours, by year. */
static void add_steps(struct pages *pages, const int32_t page_of[])
{
    const struct plans *plans = pages->input->plans;
    size_t courses = plans == NULL ? 0 : plans->course_count;
    pages->steps =
        arena_array(pages->input->arena, courses * pages->page_count + 1,
                    const struct plan_step *);
    for (size_t c = 0; c < courses; c++)
        for (size_t i = plans->courses[c].count; i-- > 0;) {
            const struct plan_step *step =
                &plans->steps[plans->courses[c].first + i];
            const struct plan_line *line = &plans->lines[step->line];
            if (!line->whole && page_of[line->area] != NO_PAGE)
                pages->steps[c * pages->page_count +
                             (size_t)page_of[line->area]] = step;
        }
}

/* An area below that of a page belongs to it. Parents stand first. */
static void add_parts(int32_t page_of[], const struct areas *areas)
{
    for (uint32_t a = 0; a < areas->count; a++) {
        uint32_t above = areas->items[a].parent;
        if (page_of[a] == NO_PAGE && above != NO_AREA)
            page_of[a] = page_of[above];
    }
}

struct pages *pages_new(const struct report_input *input,
                        const uint32_t areas[], size_t count)
{
    struct pages *pages = arena_new_of(input->arena, struct pages);
    pages->input = input;
    pages->open = input->study->project.audience != AUDIENCE_PUBLIC;
    pages->areas = areas;
    pages->page_count = count;
    add_indicators(pages);
    add_keys(pages);
    int32_t *page_of = pages_by_area(pages);
    size_t *row_of = rows_by_indicator(pages);
    add_comparisons(pages, row_of, page_of);
    add_levels(pages, row_of, page_of);
    add_steps(pages, page_of);
    add_parts(page_of, &input->study->areas);
    pages->findings = page_findings_new(input, page_of, count);
    return pages;
}

/* --- of one page ------------------------------------------------------------
 */

struct page pages_page(const struct pages *pages,
                       const struct report_input *input, size_t number)
{
    return (struct page){ pages, input, number, pages->areas[number] };
}

const struct result *page_result(const struct page *page, size_t row)
{
    const struct report_input *input = page->input;
    return results_find(input->results, page->pages->indicators[row],
                        page->area, input->study->project.period, WHOLE);
}

const struct comparison *page_rank(const struct page *page, size_t row)
{
    const struct pages *pages = page->pages;
    const struct comparison *found =
        pages->comparisons[row * pages->page_count + page->number];
    return result_shown(page_result(page, row)) ? found : NULL;
}

const struct evenness_level *page_level(const struct page *page, size_t row)
{
    const struct pages *pages = page->pages;
    const struct evenness_level *found =
        pages->levels[row * pages->page_count + page->number];
    bool known = found != NULL && has_value(found->needed) &&
                 result_shown(page_result(page, row));
    return known ? found : NULL;
}

struct page_counts page_count_standings(const struct page *page)
{
    struct page_counts counts = { 0 };
    for (size_t row = 0; row < page->pages->count; row++) {
        const struct result *r = page_result(page, row);
        if (!result_shown(r)) {
            counts.missing += result_status(r) == STATUS_MISSING;
            continue;
        }
        counts.better += r->standing == STANDING_BETTER;
        counts.similar += r->standing == STANDING_SIMILAR;
        counts.worse += r->standing == STANDING_WORSE;
    }
    return counts;
}
