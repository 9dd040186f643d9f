/*
 * chapter_summary.c - the page leaders read.
 *
 *  (1) Targets first: those not met, those still open, those met.
 *  (2) Then what rose and fell by at least the material difference.
 *  (3) Then how evenly, and how sound the data are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/model/finding.h"
#include "engine/report/chapters.h"
#include "engine/report/judgement.h"
#include "engine/report/narrative.h"
#include "engine/report/views.h"

enum { ITEMS_MOST = 20, EVENNESS_MOST = 8 };

struct item_list {
    const char *items[ITEMS_MOST];
    size_t count, more;
};

static void add_item(struct item_list *list, const char *item, size_t most)
{
    if (list->count < most)
        list->items[list->count++] = item;
    else
        list->more++;
}

static void add_list(struct report *report, const struct report_input *input,
                     const char *message, const struct item_list *list)
{
    if (list->count == 0)
        return;
    const char **items =
        arena_array(input->arena, list->count + 1, const char *);
    size_t count = 0;
    for (; count < list->count; count++)
        items[count] = list->items[count];
    if (list->more > 0)
        items[count++] = say(input, "summary.more", "count",
                             say_whole(input, list->more), NULL);
    block_heading(report, say(input, message, NULL));
    block_list(report, items, count);
}

static char *line_of(const struct report_input *input, const struct result *r,
                     const char *rest)
{
    return say(input, "summary.line", "name",
               say_indicator(input, r->indicator), "value",
               say_amount(input, input_indicator(input, r->indicator), r->value,
                          result_decimals(input, r)),
               "rest", rest, NULL);
}

/* The indicators of the plan that have data, in its order, each once. */
static size_t planned(uint16_t **out, const struct report_input *input)
{
    const struct study *study = input->study;
    const struct report_plan *plan = study->report_plan;
    bool *seen = arena_array(input->arena, study->catalogue.count + 1, bool);
    size_t count = 0;
    *out = arena_array(input->arena, study->catalogue.count + 1, uint16_t);
    for (size_t c = 0; c < plan->chapter_count; c++)
        for (size_t i = 0; i < plan->chapters[c].indicator_count; i++) {
            uint16_t index = plan->chapters[c].indicators[i];
            if (!seen[index] && result_shown(view_root(input, index)))
                (*out)[count++] = index;
            seen[index] = true;
        }
    return count;
}

/* (1) A milestone reached is no target met. */
static void add_targets(struct report *report, const struct report_input *input,
                        const uint16_t indicators[], size_t count)
{
    struct item_list missed = { 0 }, open = { 0 }, met = { 0 };
    for (size_t i = 0; i < count; i++) {
        const struct result *r = view_root(input, indicators[i]);
        if (!has_value(r->gap) || r->verdict == VERDICT_NOT_ASSESSABLE)
            continue;
        bool early = r->verdict == VERDICT_NONE &&
                     !view_is_milestone(input, r) && !view_short(input, r);
        struct item_list *list = &open;
        if (r->verdict == VERDICT_NOT_MET)
            list = &missed;
        else if (r->verdict == VERDICT_MET || early)
            list = &met;
        add_item(list, line_of(input, r, judgement_sentence(input, r)),
                 ITEMS_MOST);
    }
    add_list(report, input, "summary.not_met", &missed);
    add_list(report, input, "summary.ahead", &open);
    add_list(report, input, "summary.met", &met);
}

/* (2) */
static void add_changes(struct report *report, const struct report_input *input,
                        const uint16_t indicators[], size_t count)
{
    struct item_list better = { 0 }, worse = { 0 };
    for (size_t i = 0; i < count; i++) {
        const struct indicator *indicator =
            input_indicator(input, indicators[i]);
        const struct result *r = view_root(input, indicators[i]);
        if (!has_value(r->change) || !(indicator->material > 0) ||
            fabs(r->change) < indicator->material ||
            indicator->better == BETTER_NONE)
            continue;
        bool good = (r->change > 0) == (indicator->better == BETTER_HIGHER);
        add_item(good ? &better : &worse,
                 line_of(input, r, sentence_change(input, r)), ITEMS_MOST);
    }
    add_list(report, input, "summary.better", &better);
    add_list(report, input, "summary.worse", &worse);
}

/* (3) Where the areas lie apart by at least the material difference. */
static void add_evenness(struct report *report,
                         const struct report_input *input)
{
    const struct report_plan *plan = input->study->report_plan;
    struct item_list list = { 0 };
    for (size_t c = 0; c < plan->chapter_count; c++)
        for (size_t i = 0; i < plan->chapters[c].equity_count; i++) {
            uint16_t index = plan->chapters[c].equity[i];
            const struct equity_result *gap =
                view_equity(input, index, "difference");
            const char *sentence = sentence_equity(input, index);
            if (sentence != NULL && gap != NULL &&
                !(gap->estimate < input_indicator(input, index)->material))
                add_item(&list, sentence, EVENNESS_MOST);
        }
    add_list(report, input, "summary.evenness", &list);
}

static void add_quality(struct report *report, const struct report_input *input)
{
    size_t weights[WEIGHT_COUNT] = { 0 };
    for (size_t i = 0; i < input->findings->count; i++)
        weights[finding_weight(input->findings->items[i].rule)]++;
    block_heading(report, say(input, "summary.quality", NULL));
    block_paragraph(report,
                    say(input, "summary.quality_line", "reject",
                        say_whole(input, weights[WEIGHT_REJECT]), "doubt",
                        say_whole(input, weights[WEIGHT_DOUBT]), "note",
                        say_whole(input, weights[WEIGHT_NOTE]), NULL));
}

void chapter_summary(struct report *report, const struct report_input *input)
{
    uint16_t *indicators;
    size_t count = planned(&indicators, input);
    block_chapter(report, "summary", say(input, "summary.title", NULL));
    add_targets(report, input, indicators, count);
    add_changes(report, input, indicators, count);
    add_evenness(report, input);
    add_quality(report, input);
}
