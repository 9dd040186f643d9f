/*
 * numbers.c - numbers as people write them.
 *
 *  (1) Two equal marks, or more, stand between thousands; of two different
 *      marks the last is the decimal one.
 *  (2) One mark is decimal unless exactly three digits follow it; with three it
 *      is still decimal after 0, after more than three digits, or when spaces
 *      part the thousands. Else it is open: thousands or decimals.
 *  (3) A column is decided when the votes agree. An open cell does not vote;
 *      but where it would be read with decimals, some other cell of the column
 *      must surely have them: 2.500.000 beside 37,176 is a contradiction.
 *  (4) A power of ten, from the column's scale or from a word, goes into the
 *      text as an exponent, so that 1163.4 thousand is 1163400 to the last bit.
 *  (5) Digits, point and comma as wide as an ideograph (U+FF0C to U+FF19) are
 *      what they look like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "importers/numbers.h"

struct word {
    const char *word; /* folded */
    int value;
};

static const struct word scales[] = { { "nghìn", 3 },    { "ngàn", 3 },
                                      { "vạn", 4 },      { "triệu", 6 },
                                      { "tỷ", 9 },       { "tỉ", 9 },
                                      { "thousand", 3 }, { "million", 6 },
                                      { "billion", 9 } };

/* Units that may follow and change nothing. */
static const struct word units[] = { { "đồng", 0 },  { "vnđ", 0 }, { "vnd", 0 },
                                     { "người", 0 }, { "đ", 0 },   { "%", 0 } };

int number_power(const char *unit, struct arena *scratch)
{
    const char *folded = text_fold(scratch, unit);
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        size_t length = strlen(scales[i].word);
        const char *rest = folded + length;
        if (text_starts(folded, scales[i].word) &&
            (*rest == '\0' || *rest == ' ') && !text_starts(rest, " lệ") &&
            !text_starts(rest, " suất") && !text_starts(rest, " trọng"))
            return scales[i].value;
    }
    return 0;
}

static const struct word before[] = {
    { "ước thực hiện", STATUS_FORECAST }, { "ước tính", STATUS_FORECAST },
    { "ước", STATUS_FORECAST },           { "sơ bộ", STATUS_PROVISIONAL },
    { "prel.", STATUS_PROVISIONAL },      { "prel", STATUS_PROVISIONAL }
};

static const struct word after[] = { { "(*)", STATUS_PROVISIONAL },
                                     { "(p)", STATUS_PROVISIONAL },
                                     { "*", STATUS_PROVISIONAL } };

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Takes one of [words] off the end of [text]; -1 when there is none. */
static int take_last(char *text, const struct word words[], size_t count)
{
    size_t length = strlen(text);
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(words[i].word);
        if (size >= length || strcmp(text + length - size, words[i].word) != 0)
            continue;
        length -= size;
        while (length > 0 && text[length - 1] == ' ')
            length--;
        text[length] = '\0';
        return words[i].value;
    }
    return -1;
}

static int take_first(char **text, const struct word words[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_starts(*text, words[i].word)) {
            *text += strlen(words[i].word);
            *text += strspn(*text, " :");
            return words[i].value;
        }
    return -1;
}

/* A sign or parentheses around the digits. */
static char *take_sign(struct number *out, char *text)
{
    size_t length = strlen(text);
    if (length > 2 && text[0] == '(' && text[length - 1] == ')') {
        text[length - 1] = '\0';
        out->negative = true;
        return text + 1;
    }
    size_t minus = text_starts(text, "-")              ? 1
                   : text_starts(text, "\xE2\x88\x92") ? 3 /* U+2212 */
                                                       : 0;
    out->negative = minus > 0;
    text += minus > 0 ? minus : text[0] == '+';
    return text + strspn(text, " ");
}

/*
 * Digits and marks are copied; a space must stand before three digits and
 * behind no mark: 0,5 000 is two numbers.
 */
static bool take_digits(struct number *out, const char *text, bool *spaced)
{
    size_t used = 0;
    bool marked = false;
    for (; *text != '\0'; text++) {
        bool digit = *text >= '0' && *text <= '9';
        marked = marked || *text == '.' || *text == ',';
        if (*text == ' ') {
            size_t run = strspn(text + 1, "0123456789");
            if (run != 3 || used == 0 || marked || (used > 3 && !*spaced))
                return false;
            *spaced = true;
        } else if ((!digit && *text != '.' && *text != ',') ||
                   used + 1 == NUMBER_DIGITS) {
            return false;
        } else {
            out->digits[used++] = *text;
        }
    }
    out->digits[used] = '\0';
    return strpbrk(out->digits, "0123456789") != NULL;
}

/* Does [mark] part groups of three before [end]? */
static bool grouped(const char *digits, const char *end, char mark)
{
    const char *at = digits;
    while (at < end && *at != mark)
        at++;
    if (at == digits || at - digits > 3)
        return false;
    while (at < end) {
        if (*at != mark || strspn(at + 1, "0123456789") != 3)
            return false;
        at += 4;
    }
    return at == end;
}

static size_t marks(const char *digits, char mark)
{
    size_t count = 0;
    for (; *digits != '\0'; digits++)
        count += *digits == mark;
    return count;
}

/* One mark only: (2). */
static enum number_shape shape_of_one(const char *digits, char mark,
                                      bool spaced, bool *decimals)
{
    const char *at = strchr(digits, mark);
    size_t ahead = (size_t)(at - digits), behind = strlen(at + 1);
    if (behind == 0)
        return NUMBER_NONE;
    *decimals =
        behind != 3 || ahead == 0 || ahead > 3 || digits[0] == '0' || spaced;
    if (*decimals)
        return mark == ',' ? NUMBER_COMMA : NUMBER_POINT;
    return mark == ',' ? NUMBER_OPEN_COMMA : NUMBER_OPEN_POINT;
}

/* (1) */
static enum number_shape shape_of(const char *digits, bool spaced,
                                  bool *decimals)
{
    size_t points = marks(digits, '.'), commas = marks(digits, ',');
    const char *end = digits + strlen(digits);
    if (points + commas == 0)
        return NUMBER_WHOLE;
    if (points + commas == 1)
        return shape_of_one(digits, points == 1 ? '.' : ',', spaced, decimals);
    if (spaced)
        return NUMBER_NONE;
    if (points == 0)
        return grouped(digits, end, ',') ? NUMBER_POINT : NUMBER_NONE;
    if (commas == 0)
        return grouped(digits, end, '.') ? NUMBER_COMMA : NUMBER_NONE;
    const char *point = strrchr(digits, '.'), *comma = strrchr(digits, ',');
    *decimals = true;
    if (comma > point && commas == 1 && comma[1] != '\0')
        return grouped(digits, comma, '.') ? NUMBER_COMMA : NUMBER_NONE;
    if (point > comma && points == 1 && point[1] != '\0')
        return grouped(digits, point, ',') ? NUMBER_POINT : NUMBER_NONE;
    return NUMBER_NONE;
}

/* Everything but the digits and their marks. */
static char *take_words(struct number *out, char *text)
{
    int found = take_first(&text, before, COUNT(before));
    if (found >= 0)
        out->status = (enum status)found;
    while ((found = take_last(text, after, COUNT(after))) >= 0)
        out->status = (enum status)found;
    while (take_last(text, units, COUNT(units)) >= 0)
        ;
    while ((found = take_last(text, scales, COUNT(scales))) >= 0)
        out->power += found;
    return take_sign(out, text);
}

/* (5) In place. */
static char *narrow(char *text)
{
    char *to = text;
    for (const char *at = text; *at != '\0'; at++) {
        bool wide = text_starts(at, "\xEF\xBC") &&
                    strchr("\x8C\x8E\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99",
                           at[2]) != NULL &&
                    at[2] != '\0';
        *to++ = wide ? (char)((unsigned char)at[2] - 0x60) : *at;
        at += wide ? 2 : 0;
    }
    *to = '\0';
    return text;
}

/* The common case: nothing but digits. */
static bool take_whole(struct number *out, const char *cell)
{
    size_t length = 0;
    for (; cell[length] >= '0' && cell[length] <= '9'; length++)
        if (length + 1 == NUMBER_DIGITS)
            return false;
    if (length == 0 || cell[length] != '\0')
        return false;
    memcpy(out->digits, cell, length + 1);
    out->shape = NUMBER_WHOLE;
    return true;
}

bool number_scan(struct number *out, const char *cell, struct arena *scratch)
{
    *out = (struct number){ .shape = NUMBER_NONE, .status = STATUS_OK };
    bool spaced = false;
    if (strnlen(cell, NUMBER_LONGEST + 1) > NUMBER_LONGEST)
        return false;
    if (take_whole(out, cell))
        return true;
    if (cell[strspn(cell, "0123456789.,")] == '\0') {
        if (cell[0] == '\0' || !take_digits(out, cell, &spaced))
            return false;
    } else {
        struct arena_mark mark = arena_mark(scratch);
        char *text = take_words(out, narrow(text_fold(scratch, cell)));
        bool good = take_digits(out, text, &spaced);
        arena_rewind(scratch, mark);
        if (!good)
            return false;
    }
    out->shape = shape_of(out->digits, spaced, &out->decimals);
    return out->shape != NUMBER_NONE;
}

static bool reads_as(enum number_shape shape, enum decimal decimal)
{
    switch (shape) {
    case NUMBER_WHOLE:
        return true;
    case NUMBER_COMMA:
        return decimal == DECIMAL_COMMA;
    case NUMBER_POINT:
        return decimal == DECIMAL_POINT;
    case NUMBER_OPEN_COMMA:
    case NUMBER_OPEN_POINT:
        return decimal != DECIMAL_AUTO;
    case NUMBER_NONE:
    case NUMBER_SHAPES:
        break;
    }
    return false;
}

/* The power of ten that [scale] is, if it is one. */
static bool power_of_ten(double scale, int *power)
{
    static const double powers[] = { 1,   1e1, 1e2, 1e3,  1e4,  1e5, 1e6,
                                     1e7, 1e8, 1e9, 1e10, 1e11, 1e12 };
    for (int i = 0; i < (int)COUNT(powers); i++)
        if (scale >= powers[i] && scale <= powers[i]) {
            *power = i;
            return true;
        }
    return false;
}

double number_value(const struct number *number, enum decimal decimal,
                    double scale)
{
    char text[NUMBER_DIGITS + 16];
    size_t used = 0;
    int power = number->power;
    double value;
    if (!reads_as(number->shape, decimal))
        return NO_VALUE;
    bool tens = power != 0 || power_of_ten(scale, &power);
    if (number->negative)
        text[used++] = '-';
    if (number->digits[0] == '.' || number->digits[0] == ',')
        text[used++] = '0';
    for (const char *c = number->digits; *c != '\0'; c++) {
        bool mark = *c == '.' || *c == ',';
        if (mark && (*c == ',') == (decimal == DECIMAL_COMMA))
            text[used++] = '.';
        else if (!mark)
            text[used++] = *c;
    }
    text[used] = '\0';
    if (power != 0)
        snprintf(text + used, sizeof text - used, "e%d", power);
    if (!number_parse(text, &value))
        return NO_VALUE;
    return tens ? value : value * scale;
}

void number_vote_add(struct number_vote *vote, const struct number *number,
                     const char *cell, unsigned line)
{
    vote->decimals += number->decimals;
    vote->counts[number->shape]++;
    if (vote->lines[number->shape] != 0)
        return;
    vote->lines[number->shape] = line;
    snprintf(vote->cells[number->shape], sizeof vote->cells[0], "%s", cell);
}

enum number_verdict number_verdict(const struct number_vote *vote,
                                   enum number_shape clash[2])
{
    bool comma = vote->counts[NUMBER_COMMA] > 0;
    bool point = vote->counts[NUMBER_POINT] > 0;
    bool open_comma = vote->counts[NUMBER_OPEN_COMMA] > 0;
    bool open_point = vote->counts[NUMBER_OPEN_POINT] > 0;
    clash[0] = comma ? NUMBER_COMMA : NUMBER_OPEN_COMMA;
    clash[1] = point ? NUMBER_POINT : NUMBER_OPEN_POINT;
    if (comma && point)
        return VERDICT_MIXED;
    if (!comma && !point)
        return open_comma || open_point ? VERDICT_OPEN : VERDICT_ANY;
    /* (3) */
    clash[comma ? 1 : 0] = comma ? NUMBER_OPEN_COMMA : NUMBER_OPEN_POINT;
    if (vote->decimals == 0 && (comma ? open_comma : open_point))
        return VERDICT_MIXED;
    return comma ? VERDICT_COMMA : VERDICT_POINT;
}
