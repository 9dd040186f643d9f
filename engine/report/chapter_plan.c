/*
 * chapter_plan.c - one chapter of the report plan.
 *
 *  (1) Indicators of one group stand together: sentences, the main table, the
 *      pace towards targets, the areas. A chapter with one group needs no
 * headings for it. (2) What there are no figures for is left out; a chapter
 * without any says so. (3) Sentences are for what changed, stands out or has a
 * target; all figures stand in the tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/chapters.h"
#include "engine/report/narrative.h"
#include "engine/report/views.h"

enum { CLAUSE_OF_REPORTING = 5 };

const char *chapter_group_title(const struct report_input *input,
                                const char *group)
{
    char id[64];
    snprintf(id, sizeof id, "group.%s", group);
    return message_known(&input->study->messages, id) ? say(input, id, NULL)
                                                      : group;
}

/* (3) */
static void add_sentences(struct report *report,
                          const struct report_input *input,
                          const uint16_t indicators[], size_t count)
{
    const char **items = arena_array(input->arena, count + 1, const char *);
    size_t found = 0, others = 0;
    for (size_t i = 0; i < count; i++) {
        char *pieces[] = { sentence_value(input, indicators[i]),
                           sentence_areas(input, indicators[i]) };
        if (pieces[0] == NULL)
            continue;
        if (sentence_wanted(input, indicators[i]))
            items[found++] = say_joined(input, pieces, 2, " ");
        else
            others++;
    }
    if (others > 0) {
        const char *id =
            found > 0 ? "sentence.others" : "sentence.nothing_stands_out";
        items[found++] =
            say(input, id, "count", say_whole(input, others), NULL);
    }
    block_list(report, items, found);
}

/* (1) */
static void add_group(struct report *report, const struct report_input *input,
                      const struct chapter_plan *chapter,
                      const uint16_t indicators[], size_t count,
                      const char *title)
{
    add_sentences(report, input, indicators, count);
    chapter_table_main(report, input, indicators, count, title);
    chapter_table_pace(report, input, indicators, count, title);
    chapter_table_areas(report, input, chapter, indicators, count, title);
}

static const char *group_of(const struct report_input *input, uint16_t index)
{
    const char *group = input_indicator(input, index)->group;
    return group == NULL ? "" : group;
}

/* The first indicator of another group than the one at [at]. */
static size_t group_end(const struct report_input *input,
                        const uint16_t indicators[], size_t count, size_t at)
{
    const char *group = group_of(input, indicators[at]);
    size_t end = at + 1;
    while (end < count && strcmp(group_of(input, indicators[end]), group) == 0)
        end++;
    return end;
}

static void add_groups(struct report *report, const struct report_input *input,
                       const struct chapter_plan *chapter,
                       const uint16_t indicators[], size_t count,
                       const char *title)
{
    bool several = group_end(input, indicators, count, 0) < count;
    for (size_t at = 0, end; at < count; at = end) {
        end = group_end(input, indicators, count, at);
        if (several) {
            title = chapter_group_title(input, group_of(input, indicators[at]));
            block_heading(report, title);
        }
        add_group(report, input, chapter, indicators + at, end - at, title);
    }
}

static void add_evenness(struct report *report,
                         const struct report_input *input,
                         const struct chapter_plan *chapter)
{
    const char **items =
        arena_array(input->arena, chapter->equity_count + 1, const char *);
    size_t found = 0;
    for (size_t i = 0; i < chapter->equity_count; i++) {
        items[found] = sentence_evenness(input, chapter->equity[i]);
        found += items[found] != NULL;
    }
    if (found == 0)
        return;
    block_heading(report,
                  say(input, "chapter.evenness", "tier",
                      say_tier(input, input->study->project.tier, true), NULL));
    block_list(report, items, found);
    chapter_table_equity(report, input, chapter->equity, chapter->equity_count);
    chapter_table_levelling(report, input, chapter->equity,
                            chapter->equity_count);
}

void chapter_figure(struct report *report, const struct report_input *input,
                    const struct chart_spec *spec, const char *folder)
{
    struct report_figure *figure =
        arena_new_of(input->arena, struct report_figure);
    figure->name = arena_format(input->arena, "%s.svg", spec->name);
    figure->path = arena_format(input->arena, "%s/%s", folder, figure->name);
    figure->print_path =
        arena_format(input->arena, "%s/%s.png", folder, spec->name);
    figure->caption = spec->title;
    figure->description = spec->description;
    block_add(report, BLOCK_FIGURE)->figure = figure;
}

static void add_figures(struct report *report, const struct report_input *input,
                        size_t chapter, struct drawn_figures figures)
{
    bool first = true;
    for (size_t i = 0; i < figures.count; i++) {
        if (figures.items[i].chapter != chapter)
            continue;
        if (first)
            block_heading(report, say(input, "chapter.figures", NULL));
        first = false;
        chapter_figure(report, input, &figures.items[i].spec, figures.folder);
    }
}

void chapter_of_plan(struct report *report, const struct report_input *input,
                     size_t index, struct drawn_figures figures)
{
    const struct chapter_plan *chapter =
        &input->study->report_plan->chapters[index];
    const char *title = say_either(input, chapter->title, chapter->title_en);
    uint16_t *found;
    size_t count = view_with_data(&found, input, chapter->indicators,
                                  chapter->indicator_count);
    block_chapter(report, chapter->id, title);
    block_paragraph(report,
                    say_either(input, chapter->intro, chapter->intro_en));
    if (chapter->clause == CLAUSE_OF_REPORTING) /* (4) */
        chapter_table_submissions(report, input);
    if (count == 0) { /* (2) */
        block_note(report, say(input, "report.no_data", NULL));
        return;
    }
    add_groups(report, input, chapter, found, count, title);
    chapter_table_standards(report, input, chapter);
    add_evenness(report, input, chapter);
    add_figures(report, input, index, figures);
}
