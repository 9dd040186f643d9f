/*
 * bulk_words.c - the words of one column, as numbers.
 *
 *  (1) A cell's first and last eight bytes are two whole words, which for most
 *      cells are all there is: comparing them takes two instructions. Shorter
 *      cells are filled with zeros, which no cell holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "importers/bulk_index.h"
#include "importers/bulk_words.h"

enum { WORD = sizeof(uint64_t) };

/* (1) */
struct key {
    uint64_t first, last;
};

struct written {
    struct key key;
    const char *bytes; /* of more than two words */
    uint32_t length, number;
};

struct bulk_words {
    struct arena *arena, *scratch;
    struct bulk_index index;
    struct written *items;
    size_t count, room;
    struct symbols *texts;
};

void bulk_words_close(struct bulk_words *words)
{
    bulk_index_free(&words->index);
    free(words->items);
    words->items = NULL;
}

static void words_release(void *thing)
{
    struct bulk_words *words = thing;
    bulk_words_close(words);
    arena_free(words->scratch);
}

struct bulk_words *bulk_words_new(struct arena *arena)
{
    struct bulk_words *words = arena_new_of(arena, struct bulk_words);
    words->arena = arena;
    words->scratch = arena_new();
    words->index = bulk_index_new();
    words->texts = symbols_new(arena);
    arena_defer(arena, words_release, words);
    return words;
}

const struct symbols *bulk_words_texts(const struct bulk_words *words)
{
    return words->texts;
}

static inline struct key key_of(const char *cell, size_t length)
{
    struct key key = { 0, 0 };
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    memcpy(&key.first, cell, WORD);
    if (length < WORD)
        key.first &= (UINT64_C(1) << 8 * length) - 1;
#else
    memcpy(&key.first, cell, length < WORD ? length : WORD);
#endif
    if (length > WORD)
        memcpy(&key.last, cell + length - WORD, WORD);
    return key;
}

static uint32_t number_of_text(struct bulk_words *words, const char *cell,
                               size_t length)
{
    struct arena_mark mark = arena_mark(words->scratch);
    if (!text_is_utf8(cell, length, NULL))
        return BULK_NO_WORD;
    const char *copy = arena_copy(words->scratch, cell, length);
    const char *text =
        text_nfc(words->scratch, text_trim(words->scratch, copy));
    uint32_t number = symbol_intern(words->texts, text, strlen(text));
    arena_rewind(words->scratch, mark);
    return number;
}

static uint32_t add(struct bulk_words *words, const char *cell, size_t length,
                    struct key key, uint32_t hash)
{
    struct written item = { key, NULL, (uint32_t)length,
                            number_of_text(words, cell, length) };
    if (length > 2 * WORD)
        item.bytes = arena_copy(words->arena, cell, length);
    grow(words->items, words->count, words->room);
    bulk_index_add(&words->index, hash, (uint32_t)words->count);
    words->items[words->count++] = item;
    return item.number;
}

static inline __attribute__((always_inline)) uint32_t
number_of(struct bulk_words *words, const char *cell, size_t length)
{
    struct key key = key_of(cell, length);
    uint32_t hash = bulk_hash(key.first, key.last), at;
    size_t slot = bulk_index_start(&words->index, hash);
    while ((at = bulk_index_next(&words->index, hash, &slot)) != BULK_NONE) {
        const struct written *item = &words->items[at];
        if (item->key.first == key.first && item->key.last == key.last &&
            item->length == length &&
            (length <= 2 * WORD || memcmp(item->bytes, cell, length) == 0))
            return item->number;
    }
    return add(words, cell, length, key, hash);
}

uint32_t bulk_words_number(struct bulk_words *words, const char *cell,
                           size_t length)
{
    char filled[WORD] = { 0 };
    if (length >= WORD)
        return number_of(words, cell, length);
    memcpy(filled, cell, length);
    return number_of(words, filled, length);
}

bool bulk_words_numbers(struct bulk_words *words,
                        const struct bulk_cells *cells, uint32_t *numbers)
{
    bool bad = false;
    for (size_t i = 0; i < cells->count; i++) {
        size_t length;
        const char *cell = bulk_cell(cells, i, &length);
        numbers[i] = number_of(words, cell, length);
        bad = bad || numbers[i] == BULK_NO_WORD;
    }
    return bad;
}
