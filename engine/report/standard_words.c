/*
 * standard_words.c - a standard and what came of it, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/standard_words.h"

#include <stdio.h>
#include <string.h>

static const char *in_language(const struct study *study, const char *vi,
                               const char *en)
{
    bool english = strcmp(study_language(study), "en") == 0;
    const char *first = english ? en : vi, *second = english ? vi : en;
    return first != NULL ? first : second;
}

const char *standard_unverified(const struct study *study, size_t level)
{
    const struct standard_level *l = &study->standards.items[level];
    const char *words = in_language(study, l->unverified, l->unverified_en);
    return words == NULL ? "" : words;
}

void standard_name_add(struct text *out, const struct study *study,
                       size_t level)
{
    const struct standard_level *l = &study->standards.items[level];
    const char *name = in_language(study, l->name, l->name_en);
    char number[16];
    snprintf(number, sizeof number, "%u", l->level);
    if (l->level == 0)
        text_add(out, name);
    else
        message_add(out, &study->messages, "standard.level", "name", name,
                    "level", number, NULL);
}

void standard_reason_add(struct text *out, const struct study *study,
                         const struct standard_outcome *outcome)
{
    const char *missing = standard_unverified(study, outcome->level);
    char units[16], unknown[16];
    if (outcome->reason == NULL)
        return;
    struct text about = text_new();
    standard_name_add(&about, study, outcome->about);
    snprintf(units, sizeof units, "%u", outcome->units);
    snprintf(unknown, sizeof unknown, "%u", outcome->unknown);
    message_add(
        out, &study->messages, outcome->reason, "indicator",
        outcome->indicator == NO_INDEX
            ? ""
            : indicator_name(&study->catalogue.items[outcome->indicator],
                             study_language(study)),
        "standard", about.bytes, "units", units, "unknown", unknown, "missing",
        missing, NULL);
    text_free(&about);
}
