/*
 * unknown.c - the fault about a word nobody knows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/text.h"
#include "importers/unknown.h"

bool unknown_word(struct fault *fault, struct place place, const char *message,
                  const char *word, const char *nearest)
{
    if (nearest == NULL)
        return fault_set(fault, FAULT_USAGE, place, message, "value", word,
                         (char *)NULL);
    char near[sizeof fault->message];
    snprintf(near, sizeof near, "%s_near", message);
    return fault_set(fault, FAULT_USAGE, place, near, "value", word, "near",
                     nearest, (char *)NULL);
}

bool unknown_choice(struct fault *fault, struct place place,
                    const char *message, const char *word,
                    const char *const known[], size_t count)
{
    const char *nearest = text_nearest(word, known, count);
    if (nearest != NULL)
        return unknown_word(fault, place, message, word, nearest);
    struct text all = text_new();
    for (size_t i = 0; i < count; i++)
        text_addf(&all, "%s%s", i > 0 ? ", " : "", known[i]);
    fault_set(fault, FAULT_USAGE, place, message, "value", word, "known",
              all.bytes, (char *)NULL);
    text_free(&all);
    return false;
}
