/*
 * draft_values.c - words of an unknown table into codes.
 *
 * Words that are a code's id or name need no entry: the importer knows them. A
 * word that nobody knows gets one as a comment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/symbol.h"
#include "importers/draft_state.h"
#include "importers/words.h"

void draft_values_add(struct draft *draft, struct draft_values *values,
                      const char *word, uint16_t dimension)
{
    struct draft_code code = { dimension, NULL };
    uint8_t byte;
    if (values->words == NULL) {
        values->words = symbols_new(draft->arena);
        values->codes =
            arena_array(draft->arena, DRAFT_WORDS_MOST, const char *);
    }
    /* Folded words are compared, so two that fold alike are one. */
    const char *squeezed = text_trim(draft->arena, word);
    uint32_t before = symbols_count(values->words);
    if (before == DRAFT_WORDS_MOST ||
        words_code(draft->reading, dimension, NULL, word, &byte))
        return;
    for (uint32_t i = 0; i < before; i++)
        if (strcmp(text_fold(draft->arena, symbol_text(values->words, i)),
                   text_fold(draft->arena, word)) == 0)
            return;
    uint32_t at = symbol_intern(values->words, squeezed, strlen(squeezed));
    if (draft_is_all(draft, word))
        code.code = "all";
    else if (!draft_code(draft, word, dimension, &code))
        code.code = "?";
    values->codes[at] = code.code;
}
