/*
 * chapter_annex.c - where the figures come from, what is wrong with them, and
 * how they were computed.
 *
 *  (1) Every file with its counts: read = used + ignored + rejected.
 *  (2) Findings grouped by rule with the total, then the weightiest in full.
 *  (3) A definition for each indicator that appears.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "engine/model/message.h"
#include "engine/model/table.h"
#include "engine/report/chapters.h"
#include "engine/report/views.h"

enum { FINDINGS_IN_FULL = 60 };

static void source_table(struct report *report,
                         const struct report_input *input)
{
    static const char *const heads[] = {
        "table.file",    "table.layout",  "table.rows_read",
        "table.rows_used", "table.rows_ignored", "table.rows_rejected"
    };
    struct table_builder table = table_start(input, 6);
    for (size_t i = 0; i < 6; i++)
        table_head(&table, say(input, heads[i], NULL),
                   i < 2 ? ALIGN_LEFT : ALIGN_RIGHT);
    for (size_t i = 0; i < input->table->source_count; i++) {
        const struct source *s = &input->table->sources[i];
        const size_t counts[] = { s->rows_read, s->rows_used, s->rows_ignored,
                                  s->rows_rejected };
        table_text(&table, s->name);
        table_text(&table, s->layout);
        for (size_t k = 0; k < 4; k++)
            table_number(&table, say_whole(input, counts[k]),
                         (double)counts[k]);
    }
    table_finish(&table, report, say(input, "table.sources_caption", NULL),
                 say(input, "table.sources_note", NULL));
}

static const char *rule_title(const struct report_input *input,
                              enum finding_rule rule)
{
    char id[64];
    snprintf(id, sizeof id, "rule.%s", finding_rule_name(rule));
    return message_known(&input->study->messages, id)
               ? say(input, id, NULL)
               : finding_rule_name(rule);
}

static const char *weight_title(const struct report_input *input,
                                enum finding_weight weight)
{
    char id[32];
    snprintf(id, sizeof id, "weight.%s", weight_names[weight]);
    return say(input, id, NULL);
}

static void rule_table(struct report *report, const struct report_input *input)
{
    size_t totals[FINDING_RULE_COUNT] = { 0 };
    struct table_builder table = table_start(input, 3);
    for (size_t i = 0; i < input->findings->count; i++)
        totals[input->findings->items[i].rule]++;
    table_head(&table, say(input, "table.rule", NULL), ALIGN_LEFT);
    table_head(&table, say(input, "table.weight", NULL), ALIGN_LEFT);
    table_head(&table, say(input, "table.total", NULL), ALIGN_RIGHT);
    for (int weight = WEIGHT_REJECT; weight >= WEIGHT_NOTE; weight--)
        for (int r = 0; r < FINDING_RULE_COUNT; r++) {
            if (totals[r] == 0 ||
                (int)finding_weight((enum finding_rule)r) != weight)
                continue;
            table_text(&table, rule_title(input, (enum finding_rule)r));
            table_text(&table,
                       weight_title(input, (enum finding_weight)weight));
            table_number(&table, say_whole(input, totals[r]),
                         (double)totals[r]);
        }
    table_finish(&table, report, say(input, "table.findings_caption", NULL),
                 NULL);
}

static char *finding_place_words(const struct report_input *input,
                                 const struct finding *f)
{
    if (f->file == NULL)
        return arena_string(input->arena, "");
    if (f->line == 0)
        return arena_string(input->arena, f->file);
    if (f->column == 0)
        return arena_format(input->arena, "%s:%u", f->file, f->line);
    return arena_format(input->arena, "%s:%u:%u", f->file, f->line, f->column);
}

static char *finding_words(const struct report_input *input,
                           const struct finding *f)
{
    struct text out = text_new();
    message_add_finding(&out, &input->study->messages, f);
    if (f->suggestion != NULL) {
        text_add_char(&out, ' ');
        message_add(&out, &input->study->messages, "finding.suggestion",
                    "suggestion", f->suggestion, NULL);
    }
    char *kept = arena_copy(input->arena, out.bytes, out.length);
    text_free(&out);
    return kept;
}

static void finding_table(struct report *report,
                          const struct report_input *input)
{
    struct table_builder table = table_start(input, 3);
    size_t shown = 0, all = 0;
    table_head(&table, say(input, "table.place", NULL), ALIGN_LEFT);
    table_head(&table, say(input, "table.weight", NULL), ALIGN_LEFT);
    table_head(&table, say(input, "table.sentence", NULL), ALIGN_LEFT);
    for (size_t i = 0; i < input->findings->count; i++) {
        const struct finding *f = &input->findings->items[i];
        enum finding_weight weight = finding_weight(f->rule);
        if (weight == WEIGHT_NOTE)
            continue;
        all++;
        if (shown == FINDINGS_IN_FULL)
            continue;
        shown++;
        table_text(&table, finding_place_words(input, f));
        table_text(&table, weight_title(input, weight));
        table_text(&table, finding_words(input, f));
    }
    table_finish(&table, report, say(input, "table.finding_caption", NULL),
                 say(input, "table.finding_note", "shown",
                     say_whole(input, shown), "all", say_whole(input, all),
                     NULL));
}

void chapter_sources(struct report *report, const struct report_input *input)
{
    block_add(report, BLOCK_CHAPTER, say(input, "sources.title", NULL))->id =
        "sources";
    block_sentence(report, BLOCK_PARAGRAPH, say(input, "sources.intro", NULL));
    source_table(report, input);
    rule_table(report, input);
    finding_table(report, input);
}

static char *formula_words(const struct report_input *input,
                           const struct indicator *indicator)
{
    if (indicator->denominator == NULL)
        return arena_string(input->arena, indicator->numerator);
    if (indicator->scale == 1)
        return arena_format(input->arena, "%s / %s", indicator->numerator,
                            indicator->denominator);
    return arena_format(input->arena, "%s / %s × %s", indicator->numerator,
                        indicator->denominator,
                        say_number(input, indicator->scale, 0));
}

static void definition_table(struct report *report,
                             const struct report_input *input)
{
    static const char *const heads[] = { "table.indicator", "table.formula",
                                         "table.noise", "table.material",
                                         "table.source" };
    bool vietnamese = strcmp(input_language(input), "vi") == 0;
    struct table_builder table = table_start(input, 5);
    for (size_t i = 0; i < 5; i++)
        table_head(&table, say(input, heads[i], NULL),
                   i == 3 ? ALIGN_RIGHT : ALIGN_LEFT);
    for (uint16_t i = 0; i < input->study->catalogue.count; i++) {
        const struct indicator *indicator = &input->study->catalogue.items[i];
        char id[48];
        const char *notes = vietnamese || indicator->notes_en == NULL
                                ? indicator->notes
                                : indicator->notes_en;
        if (!view_has_data(input, i))
            continue;
        snprintf(id, sizeof id, "noise.%s", noise_names[indicator->noise]);
        table_text(&table, say_indicator(input, i));
        table_text(&table, formula_words(input, indicator));
        table_text(&table, say(input, id, NULL));
        table_number(&table,
                     say_difference(input, indicator, indicator->material),
                     indicator->material);
        table_text(&table,
                   notes == NULL
                       ? indicator->source
                       : arena_format(input->arena, "%s%s%s",
                                      indicator->source ? indicator->source
                                                        : "",
                                      indicator->source ? ". " : "", notes));
    }
    table_finish(&table, report, say(input, "table.definitions_caption", NULL),
                 NULL);
}

void chapter_method(struct report *report, const struct report_input *input)
{
    block_add(report, BLOCK_CHAPTER, say(input, "method.title", NULL))->id =
        "method";
    struct block *list = block_add(report, BLOCK_LIST, NULL);
    static const char *const points[] = {
        "method.counts", "method.standing", "method.missing",
        "method.change", "method.target",   "method.equity",
        "method.interval",
    };
    list->items = arena_array(input->arena, sizeof points / sizeof *points,
                              const char *);
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        list->items[list->item_count++] = say(input, points[i], NULL);
    definition_table(report, input);
}
