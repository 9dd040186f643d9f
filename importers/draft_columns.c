/*
 * draft_columns.c - what each column of an unknown table is.
 *
 *  (1) Running numbers and notes by their heads; a first column that counts 1,
 *      2, 3 … too.
 *  (2) The period: the first column of nothing but periods that are no plain
 *      numbers, or whose head says "năm", "year".
 *  (3) Codes: the head names a dimension and its words are codes of it, or all
 *      its words are. Numbers are codes only under a short head without one:
 *      "Tuổi", not "Lớp 1", nor "Số trẻ trong độ tuổi".
 *  (4) Figures: numbers, ticks and signs, with few other words among them; and
 *      what is empty below a head. A column of codes of areas is no figure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/symbol.h"
#include "importers/columns.h"
#include "importers/draft_state.h"
#include "importers/words.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { SHORT_HEAD = 12 };

static bool one_of(const char *folded, const char *const words[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (draft_has_words(folded, words[i]))
            return true;
    return false;
}

/* (1) */
static bool is_numbering(const struct draft *draft, size_t at)
{
    const struct draft_column *column = &draft->columns[at];
    return (columns_plain_head(column->folded) && column->folded[0] != '\0') ||
           (at == 0 && column->counts && column->filled >= 3);
}

/* (2) */
static bool is_period(const struct draft *draft, size_t at)
{
    static const char *const heads[] = { "năm",    "year", "kỳ",
                                         "period", "quý",  "thời điểm" };
    const struct draft_column *column = &draft->columns[at];
    bool said = one_of(column->folded, heads, COUNT(heads));
    if (draft->period != NO_HEAD || column->folded[0] == '\0')
        return false;
    if (column->filled == 0)
        return said && text_length(column->folded) <= SHORT_HEAD;
    return column->periods == column->filled &&
           (said || column->years < column->filled);
}

/* Words of the column that are codes of the dimension, or all of it. */
static bool are_codes(struct draft *draft, const struct draft_column *column,
                      uint16_t dimension)
{
    size_t known = 0, count = symbols_count(column->words);
    for (uint32_t i = 0; i < count; i++) {
        const char *word = symbol_text(column->words, i);
        struct draft_code code;
        uint8_t byte;
        known += draft_is_all(draft, word) ||
                 words_code(draft->reading, dimension, NULL, word, &byte) ||
                 draft_code(draft, word, dimension, &code);
    }
    return count > 0 && known * 5 >= count * 4;
}

/* The first of two languages, or the whole head. */
static size_t head_length(const char *folded)
{
    const char *cut = strstr(folded, " - ");
    char start[SHORT_HEAD * 4] = "";
    size_t length = cut != NULL ? (size_t)(cut - folded) : strlen(folded);
    if (length >= sizeof start)
        return length;
    memcpy(start, folded, length);
    return text_length(start);
}

/* (3) */
static bool take_codes(struct draft *draft, struct draft_column *column)
{
    const struct codebook *book = &draft->reading->study->codebook;
    bool numbers = column->numbers > 0;
    if (column->filled == 0 || column->folded[0] == '\0' ||
        (numbers && (head_length(column->folded) > SHORT_HEAD ||
                     strpbrk(column->folded, "0123456789") != NULL)))
        return false;
    for (size_t i = 0; i < book->dimension_count; i++) {
        uint16_t dimension = (uint16_t)i;
        bool named = draft_names(draft, column->head, dimension);
        if ((!named && (numbers || book->dimensions[i].ages)) ||
            !are_codes(draft, column, dimension))
            continue;
        column->dimension = dimension;
        return true;
    }
    return false;
}

/* (4) */
static bool is_figure(struct draft *draft, const struct draft_column *column)
{
    static const char *const codes[] = { "mã", "code", "điện thoại" };
    size_t figures = column->numbers + column->signs + column->ticks;
    enum tier tier;
    if (one_of(column->folded, codes, COUNT(codes)))
        return false;
    if (column->filled == 0)
        return !draft_is_place(draft, column->head, &tier) || tier == TIER_NONE;
    return figures > 0 && column->others <= figures;
}

static enum draft_role role_of(struct draft *draft, size_t at)
{
    struct draft_column *column = &draft->columns[at];
    if (column->folded[0] == '\0' && column->filled == 0)
        return DRAFT_EMPTY;
    if (is_numbering(draft, at))
        return draft_has_words(column->folded, "ghi chú") ||
                       text_starts(column->folded, "note")
                   ? DRAFT_NOTE
                   : DRAFT_NUMBERING;
    if (column->folded[0] == '\0')
        return is_figure(draft, column) ? DRAFT_NAMELESS : DRAFT_WORDS;
    if (is_period(draft, at)) {
        draft->period = at;
        return DRAFT_PERIOD;
    }
    if (take_codes(draft, column))
        return DRAFT_CODES;
    return is_figure(draft, column) ? DRAFT_FIGURE : DRAFT_WORDS;
}

/* A layout names columns by their heads: of two alike only one can be meant. */
static void mark_repeats(struct draft *draft)
{
    struct symbols *seen = symbols_new(draft->arena);
    for (size_t i = 0; i < draft->count; i++) {
        struct draft_column *column = &draft->columns[i];
        size_t length = strlen(column->folded);
        if (column->role == DRAFT_FIGURE &&
            symbol_find(seen, column->folded, length) != NO_SYMBOL)
            column->role = DRAFT_TWICE;
        symbol_intern(seen, column->folded, length);
    }
}

void draft_columns(struct draft *draft)
{
    draft->period = NO_HEAD;
    for (size_t i = 0; i < draft->count; i++)
        draft->columns[i].role = role_of(draft, i);
    draft_areas(draft);
    mark_repeats(draft);
}
