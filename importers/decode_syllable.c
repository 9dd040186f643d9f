/*
 * decode_syllable.c - is this text made of Vietnamese syllables?
 *
 * Used to tell old alphabets apart: bytes read by the wrong one give words that
 * the language cannot form.
 *
 *  (1) A syllable is onset, vowels, coda, with at most one tone mark.
 *  (2) Vowels and codas are closed lists; which of them go together is not
 *      checked, for the question is only whether the alphabet was right.
 *  (3) Only words with a letter beyond ASCII speak: the others read the same
 *      in every alphabet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/decode.h"

/* Longer ones before those they begin with. */
static const char *const onsets[] = { "ngh", "ng", "nh", "gh", "gi", "kh", "ph",
                                      "th",  "tr", "ch", "qu", "b",  "c",  "d",
                                      "đ",   "g",  "h",  "k",  "l",  "m",  "n",
                                      "p",   "r",  "s",  "t",  "v",  "x" };

static const char *const vowels[] = {
    "a",   "ă",   "â",   "e",   "ê",   "i",   "o",   "ô",   "ơ",   "u",
    "ư",   "y",   "ai",  "ao",  "au",  "ay",  "âu",  "ây",  "eo",  "êu",
    "ia",  "iê",  "iu",  "oa",  "oă",  "oe",  "oi",  "oo",  "ôi",  "ơi",
    "ua",  "uâ",  "ue",  "uê",  "ui",  "uô",  "uơ",  "uy",  "ưa",  "ưi",
    "ươ",  "ưu",  "yê",  "ya",  "iêu", "yêu", "oai", "oao", "oay", "oeo",
    "uây", "uôi", "uya", "uyê", "uyu", "ươi", "ươu", "uao", "uai", "uă"
};

static const char *const codas[] = { "ch", "ng", "nh", "c", "m",
                                     "n",  "p",  "t",  "" };

/* A vowel letter and its five toned forms. */
static const char *const toned[][6] = {
    { "a", "à", "á", "ả", "ã", "ạ" }, { "ă", "ằ", "ắ", "ẳ", "ẵ", "ặ" },
    { "â", "ầ", "ấ", "ẩ", "ẫ", "ậ" }, { "e", "è", "é", "ẻ", "ẽ", "ẹ" },
    { "ê", "ề", "ế", "ể", "ễ", "ệ" }, { "i", "ì", "í", "ỉ", "ĩ", "ị" },
    { "o", "ò", "ó", "ỏ", "õ", "ọ" }, { "ô", "ồ", "ố", "ổ", "ỗ", "ộ" },
    { "ơ", "ờ", "ớ", "ở", "ỡ", "ợ" }, { "u", "ù", "ú", "ủ", "ũ", "ụ" },
    { "ư", "ừ", "ứ", "ử", "ữ", "ự" }, { "y", "ỳ", "ý", "ỷ", "ỹ", "ỵ" }
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { LONGEST = 32 };

/* The letter without its tone, or NULL when it bears none. */
static const char *untoned(const char *letter, size_t length)
{
    for (size_t v = 0; v < COUNT(toned); v++)
        for (size_t tone = 1; tone < COUNT(toned[0]); tone++)
            if (strlen(toned[v][tone]) == length &&
                memcmp(toned[v][tone], letter, length) == 0)
                return toned[v][0];
    return NULL;
}

/* Takes the tone marks off; returns how many there were. */
static unsigned strip_tones(const char *word, char room[LONGEST])
{
    unsigned tones = 0, point;
    size_t left = strlen(word), used = 0, taken;
    for (; (taken = text_decode(word, left, &point)) > 0;
         word += taken, left -= taken) {
        const char *plain = taken > 1 ? untoned(word, taken) : NULL;
        tones += plain != NULL;
        if (plain == NULL)
            memcpy(room + used, word, taken);
        else
            memcpy(room + used, plain, strlen(plain));
        used += plain != NULL ? strlen(plain) : taken;
    }
    room[used] = '\0';
    return tones;
}

static bool is_vowels(const char *text, size_t length)
{
    for (size_t i = 0; i < COUNT(vowels); i++)
        if (strlen(vowels[i]) == length && memcmp(vowels[i], text, length) == 0)
            return true;
    return false;
}

/* What stands after the onset. */
static bool is_rhyme(const char *rest)
{
    size_t whole = strlen(rest);
    for (size_t i = 0; i < COUNT(codas); i++) {
        size_t tail = strlen(codas[i]);
        if (whole > tail && strcmp(rest + whole - tail, codas[i]) == 0 &&
            is_vowels(rest, whole - tail))
            return true;
    }
    return false;
}

bool decode_syllable(const char *word)
{
    char plain[LONGEST];
    if (strlen(word) >= LONGEST / 2 || strip_tones(word, plain) > 1)
        return false;
    if (is_rhyme(plain))
        return true;
    for (size_t i = 0; i < COUNT(onsets); i++) {
        size_t length = strlen(onsets[i]);
        if (strncmp(plain, onsets[i], length) == 0 && is_rhyme(plain + length))
            return true;
    }
    return false;
}

/* Everything beyond ASCII is part of a word but spaces, quotes and dashes. */
static bool in_word(unsigned point)
{
    if (point < 0x80)
        return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
    return point != 0xA0 && point != 0xAB && point != 0xBB &&
           !(point >= 0x2010 && point <= 0x205E);
}

void decode_weigh(const char *text, unsigned *known, unsigned *odd,
                  struct arena *arena)
{
    struct arena_mark mark = arena_mark(arena);
    const char *folded = text_fold(arena, text), *start = folded;
    bool beyond = false;
    unsigned point = 0;
    size_t taken, left = strlen(folded);
    *known = *odd = 0;
    do {
        taken = text_decode(folded, left, &point);
        if (taken > 0 && in_word(point)) {
            beyond = beyond || taken > 1;
        } else {
            if (beyond) {
                bool good = decode_syllable(
                    arena_copy(arena, start, (size_t)(folded - start)));
                *(good ? known : odd) += 1;
            }
            start = folded + taken;
            beyond = false;
        }
        folded += taken;
        left -= taken;
    } while (taken > 0);
    arena_rewind(arena, mark);
}
