/*
 * chapter_summary.c - the page leaders read.
 *
 *  (1) Targets first: met, not met, still ahead, in that order of urgency.
 *  (2) Then what rose and fell by more than the material difference.
 *  (3) Then how evenly, and how sound the data are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/model/finding.h"
#include "engine/report/chapters.h"
#include "engine/report/narrative.h"
#include "engine/report/views.h"

enum { ITEMS_MOST = 12 };

struct item_list {
    const char *items[ITEMS_MOST];
    size_t count, more;
};

static void add_item(struct item_list *list, const char *item)
{
    if (item == NULL)
        return;
    if (list->count < ITEMS_MOST)
        list->items[list->count++] = item;
    else
        list->more++;
}

static void add_list(struct report *report, const struct report_input *input,
                     const char *message, const struct item_list *list)
{
    if (list->count == 0)
        return;
    block_add(report, BLOCK_HEADING, say(input, message, NULL))->level = 2;
    struct block *block = block_add(report, BLOCK_LIST, NULL);
    block->items = arena_array(input->arena, list->count + 1, const char *);
    for (size_t i = 0; i < list->count; i++)
        block->items[block->item_count++] = list->items[i];
    if (list->more > 0)
        block->items[block->item_count++] =
            say(input, "summary.more", "count", say_whole(input, list->more),
                NULL);
}

static char *line_of(const struct report_input *input, const struct result *r,
                     const char *rest)
{
    const struct indicator *indicator =
        &input->study->catalogue.items[r->indicator];
    return say(input, "summary.line", "name",
               say_indicator(input, r->indicator), "value",
               say_with_unit(input, indicator, r->value), "rest", rest, NULL);
}

static void add_targets(struct report *report, const struct report_input *input)
{
    struct item_list lists[3] = { 0 };
    static const char *const heads[] = { "summary.not_met", "summary.ahead",
                                         "summary.met" };
    for (uint16_t i = 0; i < input->study->catalogue.count; i++) {
        const struct result *r = view_root(input, i);
        if (r == NULL || !has_value(r->value) || !has_value(r->target))
            continue;
        bool lower =
            input->study->catalogue.items[i].better == BETTER_LOWER;
        bool reached = lower ? r->gap <= 0 : r->gap >= 0;
        size_t which = r->verdict == VERDICT_NOT_MET ? 0 : reached ? 2 : 1;
        const char *rest = sentence_target(input, r);
        if (rest != NULL)
            add_item(&lists[which], line_of(input, r, rest));
    }
    for (size_t k = 0; k < 3; k++)
        add_list(report, input, heads[k], &lists[k]);
}

static void add_changes(struct report *report, const struct report_input *input)
{
    struct item_list better = { 0 }, worse = { 0 };
    for (uint16_t i = 0; i < input->study->catalogue.count; i++) {
        const struct indicator *indicator = &input->study->catalogue.items[i];
        const struct result *r = view_root(input, i);
        if (r == NULL || !has_value(r->change) || !(indicator->material > 0) ||
            fabs(r->change) < indicator->material ||
            indicator->better == BETTER_NONE)
            continue;
        bool good = (r->change > 0) == (indicator->better == BETTER_HIGHER);
        const char *rest =
            say(input, r->change > 0 ? "sentence.risen" : "sentence.fallen",
                "change", say_difference(input, indicator, r->change), "period",
                say_period(input, period_shift(r->period, -1)), "previous",
                say_with_unit(input, indicator, r->previous), "signed",
                say_signed(input, indicator, r->change), NULL);
        add_item(good ? &better : &worse, line_of(input, r, rest));
    }
    add_list(report, input, "summary.better", &better);
    add_list(report, input, "summary.worse", &worse);
}

static void add_evenness(struct report *report,
                         const struct report_input *input)
{
    const struct report_plan *plan = input->study->report_plan;
    struct item_list list = { 0 };
    for (size_t c = 0; c < plan->chapter_count; c++)
        for (size_t i = 0; i < plan->chapters[c].equity_count; i++) {
            uint16_t index = plan->chapters[c].equity[i];
            char *sentence = sentence_equity(input, index);
            if (sentence != NULL)
                add_item(&list, arena_format(input->arena, "%s: %s",
                                             say_indicator(input, index),
                                             sentence));
        }
    add_list(report, input, "summary.evenness", &list);
}

static void add_quality(struct report *report, const struct report_input *input)
{
    size_t weights[WEIGHT_COUNT] = { 0 };
    for (size_t i = 0; i < input->findings->count; i++)
        weights[finding_weight(input->findings->items[i].rule)]++;
    block_add(report, BLOCK_HEADING, say(input, "summary.quality", NULL))
        ->level = 2;
    block_sentence(report, BLOCK_PARAGRAPH,
                   say(input, "summary.quality_line", "reject",
                       say_whole(input, weights[WEIGHT_REJECT]), "doubt",
                       say_whole(input, weights[WEIGHT_DOUBT]), "note",
                       say_whole(input, weights[WEIGHT_NOTE]), NULL));
}

void chapter_summary(struct report *report, const struct report_input *input)
{
    block_add(report, BLOCK_CHAPTER, say(input, "summary.title", NULL))->id =
        "summary";
    add_targets(report, input);
    add_changes(report, input);
    add_evenness(report, input);
    add_quality(report, input);
}
