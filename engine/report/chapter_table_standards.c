/*
 * chapter_table_standards.c - who holds which standard.
 *
 *  (1) An area a row, a level a column; the levels that the chapter's
 *      indicators speak of and that somebody was judged by.
 *  (2) Why one does not hold or cannot be judged stands below for the root; for
 *      every area it stands in standards.csv.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/standard_words.h"
#include "engine/report/tabulate.h"
#include "engine/report/views.h"

static const struct standard_outcome *
outcome_now(const struct report_input *input, size_t level, uint32_t area)
{
    return standard_outcome_find(input->standards, level, area,
                                 input->study->project.period);
}

static bool speaks_of(const struct standard_level *level,
                      const struct chapter_plan *chapter)
{
    for (size_t i = 0; i < chapter->indicator_count; i++) {
        if (chapter->indicators[i] == level->holders)
            return true;
        for (size_t c = 0; c < level->condition_count; c++)
            if (chapter->indicators[i] == level->conditions[c].indicator)
                return true;
    }
    return false;
}

/* Was the root or an area of the compared tier judged by it? */
static bool is_judged(const struct report_input *input, size_t level)
{
    const struct study *study = input->study;
    for (size_t i = 0; i < input->standards->count; i++) {
        const struct standard_outcome *o = &input->standards->items[i];
        if (o->level == level && o->period == study->project.period &&
            (o->area == study->project.root ||
             study->areas.items[o->area].tier == study->project.tier))
            return true;
    }
    return false;
}

static char *words(const struct report_input *input, struct text *text)
{
    char *copy = arena_copy(input->arena, text->bytes, text->length);
    text_free(text);
    return copy;
}

static char *name_of(const struct report_input *input, size_t level)
{
    struct text text = text_new();
    standard_name_add(&text, input->study, level);
    return words(input, &text);
}

/* "đạt (96,5)" */
static void add_cell(struct tabulation *t, const struct report_input *input,
                     const struct standard_outcome *o)
{
    char id[48];
    if (o == NULL) {
        tabulate_text(t, NULL);
        return;
    }
    snprintf(id, sizeof id, "outcome.%s", outcome_names[o->outcome]);
    const char *outcome = say(input, id, NULL);
    tabulate_text(t,
                  has_value(o->reached)
                      ? say(input, "table.outcome", "outcome", outcome,
                            "reached", say_number(input, o->reached, 1), NULL)
                      : outcome);
}

static void add_row(struct tabulation *t, const struct report_input *input,
                    const size_t levels[], size_t count, uint32_t area)
{
    bool any = false;
    for (size_t i = 0; i < count; i++)
        any = any || outcome_now(input, levels[i], area) != NULL;
    if (!any)
        return;
    tabulate_text(t, say_side(input, area));
    for (size_t i = 0; i < count; i++)
        add_cell(t, input, outcome_now(input, levels[i], area));
}

/* (2) */
static void add_reasons(struct report *report, const struct report_input *input,
                        const size_t levels[], size_t count)
{
    const char **items = arena_array(input->arena, count + 1, const char *);
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        const struct standard_outcome *o =
            outcome_now(input, levels[i], input->study->project.root);
        if (o == NULL || o->reason == NULL)
            continue;
        struct text reason = text_new();
        standard_reason_add(&reason, input->study, o);
        items[found++] =
            say(input, "standard.line", "standard", name_of(input, levels[i]),
                "reason", words(input, &reason), NULL);
    }
    if (found > 0)
        block_list(report, items, found);
}

void chapter_table_standards(struct report *report,
                             const struct report_input *input,
                             const struct chapter_plan *chapter)
{
    const struct study *study = input->study;
    size_t *levels =
        arena_array(input->arena, study->standards.count + 1, size_t);
    size_t count = 0;
    for (size_t i = 0; i < study->standards.count; i++)
        if (input->standards != NULL &&
            speaks_of(&study->standards.items[i], chapter) &&
            is_judged(input, i))
            levels[count++] = i;
    if (count == 0)
        return;
    struct tabulation t = tabulate_start(input, count + 1);
    tabulate_head(&t, say(input, "table.area", NULL), ALIGN_LEFT);
    for (size_t i = 0; i < count; i++)
        tabulate_head(&t, name_of(input, levels[i]), ALIGN_LEFT);
    for (uint32_t a = 0; a < study->areas.count; a++)
        if (study->areas.items[a].tier == study->project.tier &&
            a != study->project.root)
            add_row(&t, input, levels, count, a);
    add_row(&t, input, levels, count, study->project.root);
    block_heading(report, say(input, "chapter.standards", NULL));
    tabulate_finish(&t, report,
                    say(input, "table.standards_caption", "period",
                        say_when(input, study->project.period), NULL),
                    say(input, "table.standards_note", NULL));
    add_reasons(report, input, levels, count);
}
