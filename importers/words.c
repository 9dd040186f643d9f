/*
 * words.c - what the words in cells and heads stand for.
 *
 *  (1) The column's words, then the layout's, then the codebook's: a user who
 *      says what a word means is believed before anybody's list.
 *  (2) A dash is missing and no zero unless the layout says so: yearbooks print
 *      it both for "none" and for "not applicable".
 *  (3) What is nothing but punctuation is taken as missing too, and doubted; so
 *      are KXĐ and N/A. "x" and other words that are no number are not taken
 *      for anything.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/words.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

char *words_fold(struct arena *arena, const char *text)
{
    static const char *const damaged[][2] = {
        { "\xC6\xA3", "\xC6\xB0" }, /* ƣ, ư */
        { "\xC3\xB0", "\xC4\x91" }, /* ð, đ */
        { "\xC9\x96", "\xC4\x91" }, /* ɖ, đ */
    };
    char *folded = text_fold(arena, text);
    for (size_t i = 0; i < COUNT(damaged); i++)
        for (char *at = folded; (at = strstr(at, damaged[i][0])) != NULL;)
            memcpy(at, damaged[i][1], 2);
    return folded;
}

const char *words_in(const struct value_map *map, const char *folded)
{
    for (size_t i = 0; map != NULL && i < map->count; i++)
        if (strcmp(map->words[i].word, folded) == 0)
            return map->words[i].code;
    return NULL;
}

static const struct value_map *layout_words(const struct reading *reading,
                                            const char *name)
{
    const struct layout *layout = reading->layout;
    for (size_t i = 0; i < layout->value_count; i++)
        if (strcmp(layout->values[i].name, name) == 0)
            return &layout->values[i];
    return NULL;
}

/* "6..10" and, as files write it, "6-10", "6–10", "60+". */
static bool band_of(const char *word, struct band *band, struct arena *arena)
{
    if (band_parse(word, band))
        return true;
    size_t low = strspn(word, "0123456789");
    const char *rest = word + low + strspn(word + low, " ");
    if (low == 0 || low > 3)
        return false;
    if (strcmp(rest, "+") == 0)
        return band_parse(arena_format(arena, "%.*s..", (int)low, word), band);
    if (text_starts(rest, "-"))
        rest += 1;
    else if (text_starts(rest, "\xE2\x80\x93")) /* en dash */
        rest += 3;
    else
        return false;
    rest += strspn(rest, " ");
    return rest[strspn(rest, "0123456789")] == '\0' &&
           band_parse(arena_format(arena, "%.*s..%s", (int)low, word, rest),
                      band);
}

/* Is the folded word one of the code's other words, nữ giới|women? */
static bool is_other_word(const struct code *code, const char *folded,
                          struct arena *arena)
{
    const char *words = code_attribute_find(code, "words");
    return words != NULL && head_is(folded, words_fold(arena, words));
}

/* By id, by either name, by other words for it; NO_INDEX when none. */
static uint16_t code_called(const struct dimension *dimension,
                            const char *folded, struct arena *arena)
{
    for (size_t i = 0; i < dimension->count; i++) {
        const struct code *code = &dimension->codes[i];
        if (strcmp(words_fold(arena, code->id), folded) == 0)
            return (uint16_t)i;
    }
    for (size_t i = 0; i < dimension->count; i++) {
        const struct code *code = &dimension->codes[i];
        if ((code->name != NULL &&
             strcmp(words_fold(arena, code->name), folded) == 0) ||
            (code->name_en != NULL &&
             strcmp(words_fold(arena, code->name_en), folded) == 0) ||
            is_other_word(code, folded, arena))
            return (uint16_t)i;
    }
    return NO_INDEX;
}

bool words_code(struct reading *reading, uint16_t index,
                const struct value_map *own, const char *word, uint8_t *code)
{
    const struct dimension *dimension =
        &reading->study->codebook.dimensions[index];
    const char *folded = words_fold(reading->arena, word);
    const char *id = words_in(own, folded);
    struct band band;
    if (id == NULL)
        id = words_in(layout_words(reading, dimension->id), folded);
    *code = 0;
    if (strcmp(id != NULL ? id : folded, "all") == 0)
        return true;
    if (dimension->ages) {
        if (!band_of(id != NULL ? id : folded, &band, reading->arena))
            return false;
        *code = band_intern(&reading->into->bands, band);
        return *code != 0;
    }
    uint16_t found = id != NULL
                         ? code_find(dimension, id)
                         : code_called(dimension, folded, reading->arena);
    if (found >= UINT8_MAX)
        return false;
    *code = (uint8_t)(found + 1);
    return true;
}

struct usual_word {
    const char *word; /* folded */
    enum status status;
};

static const struct usual_word usual_statuses[] = {
    { "sơ bộ prel.", STATUS_PROVISIONAL },
    { "sơ bộ - prel.", STATUS_PROVISIONAL },
    { "sơ bộ", STATUS_PROVISIONAL },
    { "prel.", STATUS_PROVISIONAL },
    { "prel", STATUS_PROVISIONAL },
    { "ước thực hiện", STATUS_FORECAST },
    { "ước tính", STATUS_FORECAST },
    { "ước", STATUS_FORECAST },
    { "est.", STATUS_FORECAST }
};

bool words_status(const struct reading *reading, const struct value_map *own,
                  const char *word, enum status *status)
{
    const char *folded = words_fold(reading->arena, word);
    const char *id = words_in(own, folded);
    if (id == NULL)
        id = words_in(layout_words(reading, "status"), folded);
    *status = status_find(id != NULL ? id : folded);
    for (size_t i = 0; i < COUNT(usual_statuses) && *status == STATUS_COUNT;
         i++)
        if (strcmp(usual_statuses[i].word, folded) == 0)
            *status = usual_statuses[i].status;
    return *status != STATUS_COUNT;
}

/* Words that may stand before a year and say nothing more. */
static const char *const year_words[] = { "năm học", "năm", "school year",
                                          "year" };

/* The length without brackets and stars at the end; a star is a mark, too. */
static size_t trimmed_end(const char *text, size_t length, enum status *status)
{
    for (; length > 0 && strchr(" ()*", text[length - 1]) != NULL; length--)
        if (text[length - 1] == '*')
            *status = STATUS_PROVISIONAL;
    return length;
}

/* A mark of a provisional figure taken from one end: sơ bộ 2022, 2022 (sơ bộ),
 * 2022*. */
static char *without_mark(struct arena *arena, const char *folded,
                          enum status *status)
{
    size_t length = trimmed_end(folded, strlen(folded), status);
    for (size_t i = 0; i < COUNT(usual_statuses); i++) {
        const char *mark = usual_statuses[i].word;
        size_t taken = strlen(mark);
        if (length <= taken)
            continue;
        bool before = text_starts(folded, mark);
        if (!before && memcmp(folded + length - taken, mark, taken) != 0)
            continue;
        *status = usual_statuses[i].status;
        folded += before ? taken : 0;
        length = trimmed_end(folded, length - taken, status);
        break;
    }
    return text_trim(arena, arena_copy(arena, folded, length));
}

/* A spreadsheet's number that was a year. */
static bool parse_number(const char *word, period *out)
{
    char year[] = "0000";
    size_t digits = strspn(word, "0123456789");
    if (digits != 4 || (word[4] != '.' && word[4] != ',') ||
        word[5 + strspn(word + 5, "0")] != '\0')
        return false;
    memcpy(year, word, 4);
    return period_parse(year, PERIOD_SCHOOL_START, out);
}

static bool read_period(const struct reading *reading,
                        const struct value_map *own, const char *word,
                        period *out, enum status *status)
{
    enum period_kind school = reading->layout->school_year != PERIOD_NONE
                                  ? reading->layout->school_year
                                  : PERIOD_SCHOOL_START;
    const char *trimmed = text_trim(reading->arena, word);
    if (period_parse(trimmed, school, out))
        return true;
    const char *folded = words_fold(reading->arena, word);
    const char *code = words_in(own, folded);
    if (code != NULL)
        return period_parse(code, school, out);
    folded = without_mark(reading->arena, folded, status);
    if (words_part_of_year(folded, out))
        return true;
    for (size_t i = 0; i < COUNT(year_words); i++)
        if (text_starts(folded, year_words[i])) {
            folded += strlen(year_words[i]);
            break;
        }
    folded = text_trim(reading->arena, folded);
    return period_parse(folded, school, out) || parse_number(folded, out);
}

bool words_period(const struct reading *reading, const struct value_map *own,
                  const char *word, period *out, enum status *status)
{
    enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 };
    period read;
    *status = STATUS_OK;
    if (!read_period(reading, own, word, &read, status) ||
        period_year(read) < FIRST_YEAR || period_year(read) > LAST_YEAR)
        return false;
    *out = read;
    return true;
}

/* Taken as missing, and doubted: in one office's forms they mean so. */
static const char *const doubtful_marks[] = { "kxđ", "không xác định", "n/a",
                                              "na" };

static const char *const usual_marks[] = {
    "", "-", "…", "...", "..", ":", "đang cập nhật"
};

/* (3) ASCII signs, and the block of dashes, dots and quotes. */
static bool only_punctuation(const char *cell)
{
    size_t left = strlen(cell), taken;
    unsigned point;
    if (strstr(cell, "##") != NULL) /* a column too narrow for its number */
        return false;
    for (; (taken = text_decode(cell, left, &point)) > 0;
         cell += taken, left -= taken) {
        bool sign = point < 0x80 ? strchr("-.:;,_/?~#!'=", (int)point) != NULL
                                 : (point >= 0x2010 && point <= 0x2027) ||
                                       point == 0x2212 || point == 0xB7;
        if (!sign)
            return false;
    }
    return true;
}

/* Does a declared mark begin with a digit? */
static bool digit_declared(const struct layout *layout)
{
    for (size_t i = 0; i < layout->missing_count; i++)
        if (layout->missing[i].mark[0] >= '0' &&
            layout->missing[i].mark[0] <= '9')
            return true;
    return false;
}

enum mark words_missing(const struct reading *reading, const char *cell,
                        enum status *status)
{
    const struct layout *layout = reading->layout;
    *status = STATUS_MISSING;
    if (cell[0] >= '0' && cell[0] <= '9' && !digit_declared(layout))
        return MARK_NONE; /* the common case */
    struct arena_mark mark = arena_mark(reading->arena);
    const char *folded = words_fold(reading->arena, cell);
    enum mark found = MARK_NONE;
    for (size_t i = 0; i < layout->missing_count && found == MARK_NONE; i++)
        if (strcmp(layout->missing[i].mark, folded) == 0) {
            *status = layout->missing[i].status;
            found = MARK_DECLARED;
        }
    for (size_t i = 0; i < COUNT(usual_marks) && found == MARK_NONE; i++)
        if (strcmp(usual_marks[i], folded) == 0)
            found = MARK_USUAL;
    for (size_t i = 0; i < COUNT(doubtful_marks) && found == MARK_NONE; i++)
        if (strcmp(doubtful_marks[i], folded) == 0)
            found = MARK_UNKNOWN;
    if (found == MARK_NONE && only_punctuation(folded))
        found = MARK_UNKNOWN;
    arena_rewind(reading->arena, mark);
    return found;
}

bool words_tick(const char *cell)
{
    static const char *const ticks[] = { "x", "X", "✓", "✔", "√", "×" };
    for (size_t i = 0; i < COUNT(ticks); i++)
        if (strcmp(ticks[i], cell) == 0)
            return true;
    return false;
}
