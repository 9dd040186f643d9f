/*
 * finding_words.c - a finding as a report prints it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/finding_words.h"

#include <stdio.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"

const char *finding_words_rule(const struct report_input *input,
                               enum finding_rule rule)
{
    char id[64];
    snprintf(id, sizeof id, "rule.%s", finding_rule_name(rule));
    return say(input, id, NULL);
}

const char *finding_words_weight(const struct report_input *input,
                                 enum finding_weight weight)
{
    char id[32];
    snprintf(id, sizeof id, "weight.%s", weight_names[weight]);
    return say(input, id, NULL);
}

char *finding_words_place(const struct report_input *input,
                          const struct finding *f)
{
    if (f->file == NULL)
        return NULL;
    if (f->line == 0)
        return arena_string(input->arena, f->file);
    if (f->column == 0)
        return arena_format(input->arena, "%s:%u", f->file, f->line);
    return arena_format(input->arena, "%s:%u:%u", f->file, f->line, f->column);
}

char *finding_words_sentence(const struct report_input *input,
                             const struct finding *f)
{
    struct text out = text_new();
    message_add_finding(&out, &input->study->messages, f);
    message_add_suggestion(&out, &input->study->messages, f);
    char *kept = arena_copy(input->arena, out.bytes, out.length);
    text_free(&out);
    return kept;
}
