/*
 * bulk_words.h - the words of one column of the bulk job, as numbers.
 *
 * Cells are compared as they stand in the file, bytes with bytes, and each
 * different way of writing is looked at once: trimmed, brought into normal form
 * C, and given the number of the word it turns out to be. " F" and "F" are one
 * word. Numbers count up from 0 in order of first sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_BULK_WORDS_H
#define HOCTAP_IMPORTERS_BULK_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct bulk_words;
struct symbols;

/* Instead of a word: bytes that are no UTF-8. */
#define BULK_NO_WORD UINT32_MAX

/* All memory is the arena's. */
struct bulk_words *bulk_words_new(struct arena *arena);

uint32_t bulk_words_number(struct bulk_words *words, const char *cell,
                           size_t length);

/* The cells of one column in some lines, as bulk_scan has found them. */
struct bulk_cells {
    const char *text; /* with its pad: eight bytes of a cell can be read */
    const uint32_t *ends;
    const uint32_t *lines; /* where each line begins in the ends */
    size_t count;          /* lines */
    size_t column;
    bool last; /* of its line: a carriage return at its end is not its own */
};
static inline const char *bulk_cell(const struct bulk_cells *cells, size_t line,
                                    size_t *length)
{
    const uint32_t *end = cells->ends + cells->lines[line] + cells->column;
    uint32_t from = end[0] + 1, to = end[1];
    if (cells->last && to > from && cells->text[to - 1] == '\r')
        to--;
    *length = to - from;
    return cells->text + from;
}
/* Their numbers, one a line. True: BULK_NO_WORD is among them. */
bool bulk_words_numbers(struct bulk_words *words,
                        const struct bulk_cells *cells, uint32_t *numbers);

/* No cell will be asked about any more: gives back all but the texts. */
void bulk_words_close(struct bulk_words *words);

/* The texts behind the numbers. */
const struct symbols *bulk_words_texts(const struct bulk_words *words);

#endif
