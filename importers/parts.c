/*
 * parts.c - the words for a part of a row's figures.
 *
 *  (1) Marks may follow one another: "- Trong đó: + Nữ".
 *  (2) A word that codes of two dimensions are called by says neither.
 *  (3) Of "Nữ - Female" the first half counts, and the second must not
 *      contradict it: translations are nobody's list.
 *  (4) Two codes in one word are of different dimensions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/parts.h"
#include "importers/words.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Folded. */
static const char *const openings[] = { "trong đó",  "tr.đó",    "tr. đó",
                                        "of which",  "in which", "chia ra",
                                        "chia theo", "phân theo" };
static const char *const dashes[] = { "-", "+", "\xE2\x80\x93", "\xE2\x80\x94",
                                      "\xE2\x80\xA2" };

static const char *after_signs(const char *text)
{
    return text + strspn(text, " :;,/");
}

/* Behind the opening, when it is a word of its own; else NULL. */
static const char *after_opening(const char *text)
{
    for (size_t i = 0; i < COUNT(openings); i++) {
        const char *rest = text + strlen(openings[i]);
        if (text_starts(text, openings[i]) &&
            (*rest == '\0' || strchr(" :;,/-", *rest) != NULL))
            return after_signs(rest);
    }
    return NULL;
}

/* Behind the dash, when it stands before a word and not before a number. */
static const char *after_dash(const char *text)
{
    for (size_t i = 0; i < COUNT(dashes); i++) {
        const char *rest = text + strlen(dashes[i]);
        if (!text_starts(text, dashes[i]))
            continue;
        rest += strspn(rest, " ");
        bool word =
            (unsigned char)*rest >= 0x80 || (*rest >= 'a' && *rest <= 'z');
        return word ? rest : NULL;
    }
    return NULL;
}

enum part_mark part_mark(const char *folded, const char **rest)
{
    enum part_mark mark = PART_PLAIN;
    const char *next;
    *rest = folded;
    for (;; *rest = next) { /* (1) */
        if ((next = after_opening(*rest)) != NULL) {
            mark = PART_OPENS;
        } else if ((next = after_dash(*rest)) != NULL) {
            if (mark == PART_PLAIN)
                mark = PART_DASH;
        } else {
            return mark;
        }
    }
}

/* --- words into codes ------------------------------------------------------
 */

/* May a figure of the file be split by it? */
static bool is_carried(const struct reading *reading,
                       const struct columns *columns, uint16_t dimension)
{
    const struct codebook *book = &reading->study->codebook;
    for (size_t i = 0; i < columns->count; i++) {
        const struct column *column = &columns->items[i];
        if (column->role == ROLE_FIGURE &&
            (column->quantity == NO_INDEX ||
             quantity_slot(&book->quantities[column->quantity], dimension) !=
                 NO_INDEX))
            return true;
    }
    return false;
}

/* One code of one dimension. (2) */
static enum part_sense read_one(struct reading *reading,
                                const struct columns *columns, const char *word,
                                struct picks *picks)
{
    size_t found = 0;
    uint16_t dimension = 0;
    uint8_t code = 0, seen;
    for (uint16_t i = 0; i < reading->study->codebook.dimension_count; i++) {
        if (!is_carried(reading, columns, i) ||
            !words_code(reading, i, NULL, word, &seen) || seen == 0)
            continue;
        dimension = i;
        code = seen;
        found++;
    }
    if (found != 1)
        return found == 0 ? PART_UNKNOWN : PART_AMBIGUOUS;
    return picks_add(picks, dimension, code) ? PART_CODES : PART_UNKNOWN;
}

/* (4) Split at the one space that leaves a code on either side. */
static enum part_sense read_two(struct reading *reading,
                                const struct columns *columns, const char *word,
                                struct picks *picks)
{
    enum part_sense sense = PART_UNKNOWN;
    for (const char *at = strchr(word, ' '); at != NULL;
         at = strchr(at + 1, ' ')) {
        struct picks both = { .count = 0 };
        const char *left =
            arena_copy(reading->arena, word, (size_t)(at - word));
        if (read_one(reading, columns, left, &both) != PART_CODES ||
            read_one(reading, columns, at + 1, &both) != PART_CODES ||
            both.count != 2)
            continue;
        if (sense != PART_UNKNOWN)
            return PART_AMBIGUOUS;
        sense = PART_CODES;
        *picks = both;
    }
    return sense;
}

static enum part_sense read_words(struct reading *reading,
                                  const struct columns *columns,
                                  const char *word, struct picks *picks)
{
    enum part_sense sense = read_one(reading, columns, word, picks);
    return sense != PART_UNKNOWN ? sense
                                 : read_two(reading, columns, word, picks);
}

static bool same_picks(const struct picks *a, const struct picks *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = a->dimension[i] == b->dimension[i] && a->code[i] == b->code[i];
    return same;
}

/* (3) Where the second half begins, or NULL. */
static const char *second_half(const char *word, size_t *first)
{
    static const char *const joins[] = { " - ", " \xE2\x80\x93 ", "/", " (" };
    for (size_t i = 0; i < COUNT(joins); i++) {
        const char *at = strstr(word, joins[i]);
        if (at == NULL || at == word)
            continue;
        *first = (size_t)(at - word);
        return at + strlen(joins[i]);
    }
    return NULL;
}

enum part_sense part_read(struct reading *reading,
                          const struct columns *columns, const char *word,
                          struct picks *picks)
{
    struct arena *arena = reading->arena;
    struct arena_mark mark = arena_mark(arena);
    const char *folded = words_fold(arena, word), *rest;
    struct picks own = { .count = 0 }, other = { .count = 0 };
    size_t first = strlen(folded);
    while (first > 0 && strchr(" :;,", folded[first - 1]) != NULL)
        first--;
    folded = arena_copy(arena, folded, first);
    enum part_sense sense = read_words(reading, columns, folded, &own);
    const char *second = second_half(folded, &first);
    if (sense == PART_UNKNOWN && second != NULL) {
        sense = read_words(reading, columns, arena_copy(arena, folded, first),
                           &own);
        (void)part_mark(arena_copy(arena, second, strcspn(second, ")")), &rest);
        if (sense == PART_CODES &&
            read_words(reading, columns, rest, &other) == PART_CODES &&
            !same_picks(&own, &other))
            sense = PART_AMBIGUOUS;
    }
    for (size_t i = 0; sense == PART_CODES && i < own.count; i++)
        if (!picks_add(picks, own.dimension[i], own.code[i]))
            sense = PART_UNKNOWN;
    arena_rewind(arena, mark);
    return sense;
}

/* --- suggestions -----------------------------------------------------------
 */

const char *part_nearest(struct reading *reading, const struct columns *columns,
                         const char *word)
{
    size_t all = reading->study->codebook.dimension_count, count = 0;
    uint16_t *carried = arena_array(reading->arena, all, uint16_t);
    for (uint16_t i = 0; i < all; i++)
        if (is_carried(reading, columns, i))
            carried[count++] = i;
    return words_nearest(reading, carried, count, word);
}
