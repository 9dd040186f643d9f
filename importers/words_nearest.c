/*
 * words_nearest.c - the word that an unknown word was meant to be.
 *
 * For suggestions only: the layout's words, then the names of the codes. One
 * letter is like any other, and suggests nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/words.h"

struct nearest {
    const char *word; /* the unknown one */
    const char *best, *dimension, *code;
};

static void consider(struct nearest *nearest, const char *word,
                     const char *dimension, const char *code)
{
    const char *const pair[] = { nearest->best, word };
    bool first = nearest->best == NULL;
    if (word == NULL || text_length(word) < 2 ||
        text_distance(nearest->word, word, 0) == 0)
        return; /* the very word was not taken for another reason */
    const char *winner =
        text_nearest(nearest->word, pair + first, first ? 1 : 2);
    if (winner != NULL && winner != nearest->best)
        *nearest = (struct nearest){ nearest->word, winner, dimension, code };
}

static void consider_layout(const struct layout *layout, const char *dimension,
                            struct nearest *nearest)
{
    for (size_t i = 0; i < layout->value_count; i++) {
        const struct value_map *map = &layout->values[i];
        for (size_t k = 0; k < map->count; k++)
            if (text_same(map->name, dimension))
                consider(nearest, map->words[k].word, dimension,
                         map->words[k].code);
    }
}

const char *words_nearest(const struct reading *reading,
                          const uint16_t dimensions[], size_t count,
                          const char *word)
{
    const struct codebook *book = &reading->study->codebook;
    struct nearest nearest = { .word = word };
    if (text_length(word) < 2)
        return NULL;
    for (size_t d = 0; d < count; d++) {
        const struct dimension *dimension = &book->dimensions[dimensions[d]];
        consider_layout(reading->layout, dimension->id, &nearest);
        for (size_t i = 0; i < dimension->count; i++) {
            const struct code *code = &dimension->codes[i];
            consider(&nearest, code->name, dimension->id, code->id);
            consider(&nearest, code->name_en, dimension->id, code->id);
            consider(&nearest, code->id, dimension->id, code->id);
        }
    }
    if (nearest.best == NULL)
        return NULL;
    return arena_format(reading->arena, "%s (%s=%s)", nearest.best,
                        nearest.dimension, nearest.code);
}
