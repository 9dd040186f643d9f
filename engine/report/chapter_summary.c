/*
 * chapter_summary.c - the page leaders read.
 *
 *  (1) What got better and worse by at least the material difference, borne out
 *      by its limits.
 *  (2) Where the gaps are: areas that stand out, indicators that lie apart.
 *  (3) How the targets stand: missed, at risk, open, likely, met.
 *  (4) How sound the data are.
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
#include "engine/report/outlook.h"
#include "engine/report/views.h"

enum { ITEMS_MOST = 20, EVENNESS_MOST = 5 };

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

/* (3) */
static void add_targets_line(struct report *report,
                             const struct report_input *input,
                             const struct item_list lists[OUTLOOK_COUNT])
{
    char *counts[OUTLOOK_COUNT];
    size_t all = 0;
    for (int o = OUTLOOK_MISSED; o < OUTLOOK_COUNT; o++) {
        counts[o] = say_whole(input, lists[o].count + lists[o].more);
        all += lists[o].count + lists[o].more;
    }
    if (all == 0)
        return;
    block_heading(report, say(input, "summary.targets", NULL));
    block_paragraph(
        report,
        say(input, "summary.targets_line", "count", say_whole(input, all),
            "met", counts[OUTLOOK_MET], "likely", counts[OUTLOOK_LIKELY],
            "open", counts[OUTLOOK_OPEN], "at_risk", counts[OUTLOOK_AT_RISK],
            "missed", counts[OUTLOOK_MISSED], NULL));
}

static void add_targets(struct report *report, const struct report_input *input,
                        const uint16_t indicators[], size_t count)
{
    static const char *const headings[OUTLOOK_COUNT] = {
        [OUTLOOK_MISSED] = "summary.not_met",
        [OUTLOOK_AT_RISK] = "summary.at_risk",
        [OUTLOOK_OPEN] = "summary.ahead",
        [OUTLOOK_LIKELY] = "summary.likely",
        [OUTLOOK_MET] = "summary.met",
    };
    struct item_list lists[OUTLOOK_COUNT] = { 0 };
    for (size_t i = 0; i < count; i++) {
        const struct result *r = view_root(input, indicators[i]);
        enum outlook outlook = outlook_of(input, r);
        char *rest[] = { judgement_sentence(input, r), outlook_pace(input, r) };
        if (outlook != OUTLOOK_NONE)
            add_item(&lists[outlook],
                     line_of(input, r, say_joined(input, rest, 2, "; ")),
                     ITEMS_MOST);
    }
    add_targets_line(report, input, lists);
    for (int o = OUTLOOK_MISSED; o < OUTLOOK_COUNT; o++)
        add_list(report, input, headings[o], &lists[o]);
}

/* (1) */
static void add_changes(struct report *report, const struct report_input *input,
                        const uint16_t indicators[], size_t count)
{
    struct item_list better = { 0 }, worse = { 0 };
    bool compared = false;
    for (size_t i = 0; i < count; i++) {
        const struct indicator *indicator =
            input_indicator(input, indicators[i]);
        const struct result *r = view_root(input, indicators[i]);
        compared = compared || has_value(r->change);
        if (!has_value(r->change) || !(indicator->material > 0) ||
            fabs(r->change) < indicator->material ||
            indicator->better == BETTER_NONE || !view_change_is_clear(input, r))
            continue;
        bool good = (r->change > 0) == (indicator->better == BETTER_HIGHER);
        add_item(good ? &better : &worse,
                 line_of(input, r, sentence_change(input, r)), ITEMS_MOST);
    }
    add_list(report, input, "summary.better", &better);
    add_list(report, input, "summary.worse", &worse);
    if (compared && better.count + worse.count == 0)
        block_paragraph(
            report,
            say(input, "summary.nothing_moved", "period",
                say_earlier(input,
                            period_shift(input->study->project.period, -1)),
                NULL));
}

/* (2) Where the areas lie apart by at least the material difference. */
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
    add_changes(report, input, indicators, count);
    chapter_summary_areas(report, input, indicators, count);
    add_evenness(report, input);
    add_targets(report, input, indicators, count);
    add_quality(report, input);
}
