/*
 * chapter_plan.c - one chapter of the report plan.
 *
 *  (1) The main table is the one offices know: indicator, unit, base, value,
 *      year before, change, target, judgement.
 *  (2) The areas stand in a table of their own, coloured by their standing, the
 *      same decision as in every picture; in order of their codes.
 *  (3) Of the measures of evenness four are printed; equity.csv has all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/chapters.h"
#include "engine/report/narrative.h"
#include "engine/report/views.h"

enum { AREA_TABLE_COLUMNS = 7, AREA_TABLE_ROWS = 300 };

static const char *head(const struct report_input *input, const char *name)
{
    char id[64];
    snprintf(id, sizeof id, "table.%s", name);
    return say(input, id, NULL);
}

/* --- the main table (1) --------------------------------------------------- */

static char *counts(const struct report_input *input,
                    const struct indicator *indicator, const struct result *r)
{
    if (indicator->kind == KIND_COUNT || !has_value(r->denominator) ||
        !has_value(r->value))
        return arena_string(input->arena, "");
    unsigned decimals = indicator->kind == KIND_PROPORTION ? 0 : 0;
    return arena_format(input->arena, "%s/%s",
                        say_number(input, r->numerator, decimals),
                        say_number(input, r->denominator, decimals));
}

/* The unrounded value decides; when rounding would hide it, more is shown. */
static char *telling_value(const struct report_input *input,
                           const struct indicator *indicator,
                           const struct result *r)
{
    unsigned decimals = indicator_decimals(indicator);
    char *text = say_result(input, r);
    if (!has_value(r->value) || !has_value(r->target) || r->gap == 0)
        return text;
    while (decimals < 6 && strcmp(say_number(input, r->value, decimals),
                                  say_number(input, r->target, decimals)) == 0)
        decimals++;
    if (decimals == indicator_decimals(indicator))
        return text;
    return say_number(input, r->value, decimals);
}

static const char *verdict_words(const struct report_input *input,
                                 const struct result *r)
{
    char id[48];
    if (r->verdict == VERDICT_NONE)
        return "";
    snprintf(id, sizeof id, "verdict.%s", verdict_names[r->verdict]);
    return say(input, id, NULL);
}

static char *target_words(const struct report_input *input,
                          const struct indicator *indicator,
                          const struct result *r)
{
    const struct target *target = view_target(input, r);
    if (target == NULL || !has_value(r->target))
        return arena_string(input->arena, "");
    return say(input, "table.target_by", "value",
               say_value(input, indicator, r->target), "period",
               say_period(input, target->period), NULL);
}

static void main_row(struct table_builder *table,
                     const struct report_input *input, uint16_t index)
{
    const struct indicator *indicator = &input->study->catalogue.items[index];
    const struct result *r = view_root(input, index);
    table_text(table, say_indicator(input, index));
    table_text(table, indicator_unit(indicator, input_language(input)));
    if (r == NULL) {
        for (int i = 0; i < 6; i++)
            table_text(table, i == 1 ? "…" : "");
        return;
    }
    table_text(table, counts(input, indicator, r));
    table_number(table, telling_value(input, indicator, r), r->value);
    table_number(table,
                 has_value(r->previous)
                     ? say_value(input, indicator, r->previous)
                     : "",
                 r->previous);
    table_number(table, say_signed(input, indicator, r->change), r->change);
    table_text(table, target_words(input, indicator, r));
    table_text(table, verdict_words(input, r));
}

static void main_table(struct report *report, const struct report_input *input,
                       const uint16_t indicators[], size_t count,
                       const char *caption)
{
    period now = input->study->project.period;
    struct table_builder table = table_start(input, 8);
    table_head(&table, head(input, "indicator"), ALIGN_LEFT);
    table_head(&table, head(input, "unit"), ALIGN_LEFT);
    table_head(&table, head(input, "counts"), ALIGN_RIGHT);
    table_head(&table,
               say(input, "table.value", "period", say_period(input, now),
                   NULL),
               ALIGN_RIGHT);
    table_head(&table,
               say(input, "table.previous", "period",
                   say_period(input, period_shift(now, -1)), NULL),
               ALIGN_RIGHT);
    table_head(&table, head(input, "change"), ALIGN_RIGHT);
    table_head(&table, head(input, "target"), ALIGN_RIGHT);
    table_head(&table, head(input, "verdict"), ALIGN_LEFT);
    for (size_t i = 0; i < count; i++)
        main_row(&table, input, indicators[i]);
    table_finish(&table, report, caption, head(input, "main_note"));
}

/* --- the areas (2) -------------------------------------------------------- */

static char *marked(const struct report_input *input, const struct result *r)
{
    const char *mark = r->standing == STANDING_BETTER  ? "▲ "
                       : r->standing == STANDING_WORSE ? "▼ "
                                                       : "";
    return arena_format(input->arena, "%s%s", mark, say_result(input, r));
}

/* The indicators of a chapter that are compared: with a better way and at
 * least two areas. */
static size_t compared(const struct report_input *input,
                       const uint16_t indicators[], size_t count,
                       uint16_t out[])
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        if (input->study->catalogue.items[indicators[i]].better !=
                BETTER_NONE &&
            view_filled(view_areas(input, indicators[i])) > 1)
            out[found++] = indicators[i];
    return found;
}

static void area_row(struct table_builder *table,
                     const struct report_input *input, uint32_t area,
                     const uint16_t indicators[], size_t count)
{
    period now = input->study->project.period;
    table_text(table, say_area(input, area));
    for (size_t i = 0; i < count; i++) {
        const struct result *r =
            results_find(input->results, indicators[i], area, now, WHOLE);
        if (r == NULL)
            table_text(table, "…");
        else
            table_standing(table, marked(input, r), r->value, r->standing);
    }
}

static void area_table(struct report *report, const struct report_input *input,
                       const uint16_t indicators[], size_t count,
                       const char *title)
{
    struct result_list longest = { 0 };
    for (size_t i = 0; i < count; i++) {
        struct result_list list = view_areas(input, indicators[i]);
        if (list.count > longest.count)
            longest = list;
    }
    if (longest.count > AREA_TABLE_ROWS) {
        block_sentence(report, BLOCK_PARAGRAPH,
                       say(input, "report.areas_in_csv", "count",
                           say_whole(input, longest.count), NULL));
        return;
    }
    struct table_builder table = table_start(input, count + 1);
    table_head(&table, say_tier(input, input->study->project.tier, false),
               ALIGN_LEFT);
    for (size_t i = 0; i < count; i++)
        table_head(&table,
                   arena_format(input->arena, "%s%s%s%s",
                                say_indicator(input, indicators[i]), " (",
                                indicator_unit(&input->study->catalogue
                                                    .items[indicators[i]],
                                               input_language(input)),
                                ")"),
                   ALIGN_RIGHT);
    for (size_t i = 0; i < longest.count; i++)
        area_row(&table, input, longest.items[i]->area, indicators, count);
    area_row(&table, input, input->study->project.root, indicators, count);
    table_finish(&table, report,
                 say(input, "table.areas_caption", "title", title, "period",
                     say_period(input, input->study->project.period), NULL),
                 head(input, "areas_note"));
}

static void area_tables(struct report *report, const struct report_input *input,
                        const uint16_t indicators[], size_t count,
                        const char *title)
{
    uint16_t *found = arena_array(input->arena, count + 1, uint16_t);
    size_t left = compared(input, indicators, count, found);
    for (size_t at = 0; at < left; at += AREA_TABLE_COLUMNS) {
        size_t width = left - at < AREA_TABLE_COLUMNS ? left - at
                                                      : AREA_TABLE_COLUMNS;
        area_table(report, input, found + at, width, title);
    }
}

/* --- evenness (3) --------------------------------------------------------- */

static const char *const printed_measures[] = {
    "difference", "coefficient_of_variation", "gini", "theil"
};
enum { PRINTED = sizeof printed_measures / sizeof *printed_measures };

static void equity_row(struct table_builder *table,
                       const struct report_input *input, uint16_t index)
{
    const struct indicator *indicator = &input->study->catalogue.items[index];
    table_text(table, say_indicator(input, index));
    for (size_t m = 0; m < PRINTED; m++) {
        const struct equity_result *r =
            view_equity(input, index, printed_measures[m]);
        if (r == NULL || !has_value(r->estimate))
            table_text(table, "x");
        else if (m == 0)
            table_number(table,
                         say_difference(input, indicator, r->estimate),
                         r->estimate);
        else
            table_number(table, say_number(input, r->estimate, m == 1 ? 1 : 4),
                         r->estimate);
    }
}

static void equity_table(struct report *report,
                         const struct report_input *input,
                         const struct chapter_plan *chapter)
{
    struct table_builder table = table_start(input, PRINTED + 1);
    table_head(&table, head(input, "indicator"), ALIGN_LEFT);
    for (size_t m = 0; m < PRINTED; m++) {
        char id[64];
        snprintf(id, sizeof id, "measure.%s.title", printed_measures[m]);
        table_head(&table, say(input, id, NULL), ALIGN_RIGHT);
    }
    for (size_t i = 0; i < chapter->equity_count; i++) {
        block_sentence(report, BLOCK_PARAGRAPH,
                       sentence_equity(input, chapter->equity[i]));
        if (view_equity(input, chapter->equity[i], "difference") != NULL)
            equity_row(&table, input, chapter->equity[i]);
    }
    table_finish(&table, report,
                 say(input, "table.equity_caption", "tier",
                     say_tier(input, input->study->project.tier, true), NULL),
                 head(input, "equity_note"));
}

/* --- the chapter ---------------------------------------------------------- */

static void add_figures(struct report *report, const struct report_input *input,
                        size_t chapter, const struct figure figures[],
                        size_t count, const char *folder)
{
    for (size_t i = 0; i < count; i++) {
        if (figures[i].chapter != chapter)
            continue;
        const struct chart_spec *spec = &figures[i].spec;
        struct report_figure *figure =
            arena_new_of(input->arena, struct report_figure);
        figure->name = arena_format(input->arena, "%s.svg", spec->name);
        figure->path =
            arena_format(input->arena, "%s/%s", folder, figure->name);
        figure->caption = spec->title;
        figure->description = spec->description;
        block_add(report, BLOCK_FIGURE, NULL)->figure = figure;
    }
}

static const char *group_title(const struct report_input *input,
                               const char *group)
{
    char id[64];
    snprintf(id, sizeof id, "group.%s", group);
    return message_known(&input->study->messages, id) ? say(input, id, NULL)
                                                      : group;
}

/* Indicators of one group stand together: sentences, table, areas. */
static void add_group(struct report *report, const struct report_input *input,
                      const uint16_t indicators[], size_t count, bool heading,
                      const char *chapter_title)
{
    const struct indicator *first = &input->study->catalogue.items[*indicators];
    const char *title =
        heading ? group_title(input, first->group) : chapter_title;
    if (heading)
        block_add(report, BLOCK_HEADING, title)->level = 2;
    for (size_t i = 0; i < count; i++) {
        char *value = sentence_value(input, indicators[i]);
        char *areas = sentence_areas(input, indicators[i]);
        if (value == NULL)
            continue;
        block_sentence(report, BLOCK_PARAGRAPH,
                       areas == NULL ? value
                                     : arena_format(input->arena, "%s %s",
                                                    value, areas));
    }
    main_table(report, input, indicators, count, title);
    area_tables(report, input, indicators, count, title);
}

static bool same_group(const struct report_input *input, uint16_t left,
                       uint16_t right)
{
    const struct indicator *items = input->study->catalogue.items;
    return strcmp(items[left].group, items[right].group) == 0;
}

static void add_groups(struct report *report, const struct report_input *input,
                       const uint16_t found[], size_t count, const char *title)
{
    bool several = false;
    for (size_t i = 1; i < count; i++)
        several = several || !same_group(input, found[0], found[i]);
    for (size_t at = 0, end; at < count; at = end) {
        for (end = at + 1; end < count; end++)
            if (!same_group(input, found[at], found[end]))
                break;
        add_group(report, input, found + at, end - at, several, title);
    }
}

void chapter_of_plan(struct report *report, const struct report_input *input,
                     size_t index, const struct figure figures[],
                     size_t figure_count, const char *folder)
{
    const struct chapter_plan *chapter =
        &input->study->report_plan->chapters[index];
    bool vietnamese = strcmp(input_language(input), "vi") == 0;
    const char *title = vietnamese ? chapter->title : chapter->title_en;
    uint16_t *found =
        arena_array(input->arena, chapter->indicator_count + 1, uint16_t);
    size_t count = 0;
    for (size_t i = 0; i < chapter->indicator_count; i++)
        if (view_has_data(input, chapter->indicators[i]))
            found[count++] = chapter->indicators[i];
    block_add(report, BLOCK_CHAPTER, title)->id = chapter->id;
    block_sentence(report, BLOCK_PARAGRAPH,
                   vietnamese ? chapter->intro : chapter->intro_en);
    if (count == 0) {
        block_sentence(report, BLOCK_NOTE,
                       say(input, "report.no_data", NULL));
        return;
    }
    add_groups(report, input, found, count, title);
    equity_table(report, input, chapter);
    add_figures(report, input, index, figures, figure_count, folder);
}
