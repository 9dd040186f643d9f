/*
 * say_findings.c - findings as lines: file:line:column: weight: sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/say_findings.h"

#include <stdio.h>

#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "engine/model/message.h"

static const char *const colors[WEIGHT_COUNT] = {
    [WEIGHT_NOTE] = "\033[2m",
    [WEIGHT_DOUBT] = "\033[33m",
    [WEIGHT_REJECT] = "\033[31m",
};

static const char *weight_word(const struct messages *messages,
                               enum finding_weight weight)
{
    char id[32];
    snprintf(id, sizeof id, "weight.%s", weight_names[weight]);
    return message_text(messages, id);
}

static void say_one(struct text *out, const struct finding *finding,
                    const struct messages *messages, bool color)
{
    enum finding_weight weight = finding_weight(finding->rule);
    text_add(out, "  ");
    if (finding->file != NULL) {
        text_add(out, finding->file);
        if (finding->line)
            text_addf(out, ":%u", finding->line);
        if (finding->line && finding->column)
            text_addf(out, ":%u", finding->column);
        text_add(out, ": ");
    }
    text_addf(out, "%s%s%s: ", color ? colors[weight] : "",
              weight_word(messages, weight), color ? "\033[0m" : "");
    message_add_finding(out, messages, finding);
    message_add_suggestion(out, messages, finding);
    if (finding->count > 1)
        text_addf(out, " (×%u)", finding->count);
    if (finding->decided) {
        text_add_char(out, ' ');
        text_add(out, message_text(messages, "finding.decided"));
    }
    text_add_char(out, '\n');
}

static void say_group(struct text *out, const struct findings *findings,
                      size_t first, size_t end, const struct messages *messages,
                      size_t most, bool color)
{
    char total[32], left[32];
    enum finding_rule rule = findings->items[first].rule;
    size_t shown = most && end - first > most ? most : end - first;
    snprintf(total, sizeof total, "%zu", end - first);
    message_add(out, messages, "findings.group", "rule",
                finding_rule_name(rule), "weight",
                weight_word(messages, finding_weight(rule)), "total", total,
                NULL);
    text_add_char(out, '\n');
    for (size_t i = first; i < first + shown; i++)
        say_one(out, &findings->items[i], messages, color);
    if (first + shown < end) {
        snprintf(left, sizeof left, "%zu", end - first - shown);
        text_add(out, "  ");
        message_add(out, messages, "findings.more", "count", left, NULL);
        text_add_char(out, '\n');
    }
}

void say_findings(struct text *out, const struct findings *findings,
                  const struct messages *messages, size_t most, bool color)
{
    size_t end;
    for (size_t first = 0; first < findings->count; first = end) {
        enum finding_rule rule = findings->items[first].rule;
        for (end = first; end < findings->count; end++)
            if (findings->items[end].rule != rule)
                break;
        say_group(out, findings, first, end, messages, most, color);
    }
}
