/*
 * page_tables.c - the tables of an area's page.
 *
 *  (1) A rank stands with its limits where chance plays a part; counts, which
 *      grow with the area, have none.
 *  (2) The quotas of all indicators stand in one table, a column a year.
 *  (3) In full stand the findings that want a decision and have none; for the
 *      public there is only what was looked at, and how often.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/chapters.h"
#include "engine/report/evenness_words.h"
#include "engine/report/finding_words.h"
#include "engine/report/judgement.h"
#include "engine/report/page_parts.h"
#include "engine/report/tabulate.h"
#include "engine/report/views.h"

enum { YEARS_MOST = 10, FINDINGS_MOST = 40 };

/* --- figures ----------------------------------------------------------------
 */

/* Which columns there are beside the others. */
struct parts {
    bool planned, judged;
};

static struct parts parts_of(const struct page *page, size_t from, size_t end)
{
    struct parts parts = { false, false };
    for (size_t row = from; row < end; row++) {
        const struct result *r = page_result(page, row);
        if (r == NULL)
            continue;
        parts.planned = parts.planned || has_value(r->plan);
        parts.judged = parts.judged || view_target(page->input, r) != NULL;
    }
    return parts;
}

static void results_heads(struct tabulation *t, const struct page *page,
                          struct parts parts)
{
    const struct report_input *input = page->input;
    period now = input->study->project.period;
    tabulate_head(t, say(input, "table.indicator", NULL), ALIGN_LEFT);
    tabulate_head(t, say(input, "table.unit", NULL), ALIGN_LEFT);
    if (parts.planned)
        tabulate_head(
            t, say(input, "table.plan", "period", say_period(input, now), NULL),
            ALIGN_RIGHT);
    tabulate_head(
        t, say(input, "table.done", "period", say_period(input, now), NULL),
        ALIGN_RIGHT);
    if (parts.planned)
        tabulate_head(t, say(input, "table.plan_rate", NULL), ALIGN_RIGHT);
    tabulate_head(t,
                  say(input, "table.done", "period",
                      say_period(input, period_shift(now, -1)), NULL),
                  ALIGN_RIGHT);
    tabulate_head(t, say(input, "table.change", NULL), ALIGN_RIGHT);
    tabulate_head(t, say_area(input, input->study->project.root), ALIGN_RIGHT);
    tabulate_head(t, say(input, "page.rank_head", NULL), ALIGN_CENTRE);
    if (!parts.judged)
        return;
    tabulate_head(t, say(input, "table.target", NULL), ALIGN_LEFT);
    tabulate_head(t, say(input, "table.verdict", NULL), ALIGN_LEFT);
}

/* Of an area that has no row. */
static const struct result absent = {
    .value = NO_VALUE,
    .previous = NO_VALUE,
    .change = NO_VALUE,
    .target = NO_VALUE,
    .gap = NO_VALUE,
    .plan = NO_VALUE,
    .plan_rate = NO_VALUE,
    .status = STATUS_MISSING,
    .target_index = NO_AREA,
};

/* "3/8 (2–5)"; NULL without a rank. (1) */
static char *rank_words(const struct page *page, size_t row)
{
    struct arena *arena = page->input->arena;
    const struct comparison *c = page_rank(page, row);
    uint16_t index = page->pages->indicators[row];
    if (c == NULL || input_indicator(page->input, index)->kind == KIND_COUNT)
        return NULL;
    char *rank =
        arena_format(arena, "%u/%u", c->rank, page->pages->ranked[row]);
    return c->rank_lower == 0 ? rank
                              : arena_format(arena, "%s (%u–%u)", rank,
                                             c->rank_lower, c->rank_upper);
}

static void results_row(struct tabulation *t, const struct page *page,
                        size_t row, struct parts parts)
{
    const struct report_input *input = page->input;
    uint16_t index = page->pages->indicators[row];
    const struct indicator *indicator = input_indicator(input, index);
    const struct result *r = page_result(page, row);
    r = r == NULL ? &absent : r;
    bool plan = has_value(r->plan), rate = has_value(r->plan_rate);
    bool before = has_value(r->previous);
    tabulate_text(t, say_indicator(input, index));
    tabulate_text(t, indicator_unit(indicator, input_language(input)));
    if (parts.planned)
        tabulate_number(t,
                        plan ? say_number(input, r->plan,
                                          target_decimals(indicator, r->plan))
                             : NULL,
                        r->plan);
    tabulate_result(t, r, true);
    if (parts.planned)
        tabulate_number(t,
                        rate ? say_number(input, 100 * r->plan_rate, 1) : NULL,
                        rate ? 100 * r->plan_rate : NO_VALUE);
    tabulate_number(t, before ? say_value(input, indicator, r->previous) : NULL,
                    r->previous);
    tabulate_number(t, say_signed(input, indicator, r->change), r->change);
    tabulate_result(t, view_root(input, index), false);
    tabulate_text(t, rank_words(page, row));
    if (!parts.judged)
        return;
    tabulate_text(t, judgement_target(input, r));
    tabulate_text(t, judgement_words(input, r));
}

void page_table_results(struct report *report, const struct page *page,
                        size_t from, size_t end)
{
    const struct report_input *input = page->input;
    const struct indicator *first =
        input_indicator(input, page->pages->indicators[from]);
    struct parts parts = parts_of(page, from, end);
    struct tabulation t = tabulate_start(input, 11);
    results_heads(&t, page, parts);
    for (size_t row = from; row < end; row++)
        results_row(&t, page, row, parts);
    tabulate_finish(
        &t, report,
        first->group == NULL ? NULL : chapter_group_title(input, first->group),
        NULL);
}

/* --- people -----------------------------------------------------------------
 */

static void levels_row(struct tabulation *t, const struct page *page,
                       size_t row, const struct evenness_level *level)
{
    const struct report_input *input = page->input;
    uint16_t index = page->pages->indicators[row];
    const struct indicator *indicator = input_indicator(input, index);
    tabulate_text(t, say_head(input, index));
    tabulate_result(t, page_result(page, row), false);
    tabulate_text(t, evenness_words_goal_name(input, level));
    tabulate_number(t, say_value(input, indicator, level->goal_value),
                    level->goal_value);
    tabulate_number(t, page_needed(page, level), level->needed);
}

void page_table_levels(struct report *report, const struct page *page)
{
    const struct report_input *input = page->input;
    struct tabulation t = tabulate_start(input, 5);
    tabulate_head(&t, say(input, "table.indicator", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.now", NULL), ALIGN_RIGHT);
    tabulate_head(&t, say(input, "table.goal", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "page.goal_value", NULL), ALIGN_RIGHT);
    tabulate_head(&t, say(input, "table.needed", NULL), ALIGN_RIGHT);
    for (size_t row = 0; row < page->pages->count; row++) {
        const struct evenness_level *level = page_level(page, row);
        if (level != NULL && level->needed > 0)
            levels_row(&t, page, row, level);
    }
    tabulate_finish(
        &t, report, say(input, "page.levels_caption", NULL),
        say(input,
            page->pages->open ? "page.levels_note" : "page.levels_note_public",
            NULL));
}

/* --- quotas (2) -------------------------------------------------------------
 */

/* The area's steps of a course, by year; none where nothing is shared out. */
static size_t steps_of(const struct plan_step **first, const struct page *page,
                       size_t course)
{
    const struct plans *plans = page->input->plans;
    const struct plan_step *end = plans->steps + plans->step_count;
    *first =
        page->pages->steps[course * page->pages->page_count + page->number];
    size_t count = 0;
    if (*first == NULL || !has_value((*first)->level))
        return 0;
    while (*first + count < end && (*first)[count].line == (*first)->line)
        count++;
    return count;
}

/* The years of all courses: the first and how many columns. */
static size_t years_of(int *first, const struct page *page)
{
    int last = 0;
    *first = 0;
    for (size_t c = 0; c < page->input->plans->course_count; c++) {
        const struct plan_step *steps;
        size_t count = steps_of(&steps, page, c);
        if (count == 0)
            continue;
        int from = period_year(steps[0].period);
        int to = period_year(steps[count - 1].period);
        *first = *first == 0 || from < *first ? from : *first;
        last = to > last ? to : last;
    }
    size_t years = last == 0 ? 0 : (size_t)(last - *first) + 1;
    return years < YEARS_MOST ? years : YEARS_MOST;
}

static void quotas_row(struct tabulation *t, const struct page *page,
                       size_t course, int first_year, size_t years)
{
    const struct report_input *input = page->input;
    const struct plans *plans = input->plans;
    uint16_t index = plans->courses[course].indicator;
    const struct indicator *indicator = input_indicator(input, index);
    const struct plan_step *steps;
    size_t count = steps_of(&steps, page, course);
    if (count == 0)
        return;
    const struct plan_line *line = &plans->lines[steps->line];
    const struct plan_step *last = &steps[count - 1];
    tabulate_text(t, say_head(input, index));
    tabulate_number(t, say_value(input, indicator, line->value), line->value);
    for (size_t y = 0; y < years; y++) {
        const struct plan_step *step = NULL;
        for (size_t i = 0; i < count && step == NULL; i++)
            if (period_year(steps[i].period) == first_year + (int)y)
                step = &steps[i];
        bool known = step != NULL && has_value(step->fresh);
        tabulate_number(t, known ? say_count(input, step->fresh) : NULL,
                        known ? step->fresh : NO_VALUE);
    }
    tabulate_number(t, say_count(input, last->level), last->level);
    tabulate_text(t, say(input, "table.target_by", "value",
                         say_value(input, indicator, last->value), "period",
                         say_period(input, last->period), NULL));
}

void page_table_quotas(struct report *report, const struct page *page)
{
    const struct report_input *input = page->input;
    int first;
    size_t years = input->plans == NULL ? 0 : years_of(&first, page);
    if (years == 0)
        return;
    struct tabulation t = tabulate_start(input, years + 4);
    tabulate_head(&t, say(input, "table.plan_item", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.now", NULL), ALIGN_RIGHT);
    for (size_t y = 0; y < years; y++)
        tabulate_head(&t,
                      say(input, "table.plan_new", "period",
                          say_period(input, period_of_year(first + (int)y)),
                          NULL),
                      ALIGN_RIGHT);
    tabulate_head(&t, say(input, "page.level_head", NULL), ALIGN_RIGHT);
    tabulate_head(&t, say(input, "page.value_head", NULL), ALIGN_RIGHT);
    for (size_t c = 0; c < input->plans->course_count; c++)
        quotas_row(&t, page, c, first, years);
    tabulate_finish(&t, report, say(input, "page.quotas_caption", NULL),
                    say(input, "page.quotas_note", NULL));
}

/* --- findings (3) -----------------------------------------------------------
 */

static bool wants_decision(const struct finding *f)
{
    return finding_weight(f->rule) != WEIGHT_NOTE && !f->decided;
}

static void findings_in_full(struct report *report, const struct page *page)
{
    const struct report_input *input = page->input;
    const struct page_findings *of = page->pages->findings;
    struct tabulation t = tabulate_start(input, 3);
    size_t shown = 0, all = 0;
    tabulate_head(&t, say(input, "table.place", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.weight", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.sentence", NULL), ALIGN_LEFT);
    for (size_t i = of->first[page->number]; i < of->first[page->number + 1];
         i++) {
        const struct finding *f = &input->findings->items[of->items[i]];
        if (!wants_decision(f) || ++all > FINDINGS_MOST)
            continue;
        shown++;
        tabulate_text(&t, finding_words_place(input, f));
        tabulate_text(&t, finding_words_weight(input, finding_weight(f->rule)));
        tabulate_text(&t, finding_words_sentence(input, f));
    }
    tabulate_finish(&t, report, say(input, "table.finding_caption", NULL),
                    shown == all ? NULL
                                 : say(input, "table.finding_note", "shown",
                                       say_whole(input, shown), "all",
                                       say_whole(input, all), NULL));
}

static void findings_by_rule(struct report *report, const struct page *page)
{
    const struct report_input *input = page->input;
    const struct page_findings *of = page->pages->findings;
    size_t totals[FINDING_RULE_COUNT] = { 0 };
    struct tabulation t = tabulate_start(input, 3);
    for (size_t i = of->first[page->number]; i < of->first[page->number + 1];
         i++)
        totals[input->findings->items[of->items[i]].rule]++;
    tabulate_head(&t, say(input, "table.rule", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.weight", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.total", NULL), ALIGN_RIGHT);
    for (int r = 0; r < FINDING_RULE_COUNT; r++) {
        enum finding_rule rule = (enum finding_rule)r;
        if (totals[r] == 0)
            continue;
        tabulate_text(&t, finding_words_rule(input, rule));
        tabulate_text(&t, finding_words_weight(input, finding_weight(rule)));
        tabulate_number(&t, say_whole(input, totals[r]), (double)totals[r]);
    }
    tabulate_finish(&t, report, say(input, "table.findings_caption", NULL),
                    NULL);
}

void page_table_findings(struct report *report, const struct page *page)
{
    findings_by_rule(report, page);
    if (page->pages->open)
        findings_in_full(report, page);
}
