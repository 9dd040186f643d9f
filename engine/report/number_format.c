/*
 * number_format.c - from a printed number to the format that prints it.
 *
 *  (1) What stands before and behind the digits is kept as quoted words.
 *  (2) A printed plus or minus asks for both signs: + and U+2212.
 *  (3) The format is the file's English one; its language makes programs that
 *      heed it show the marks of that language.
 *  (4) Text and number must agree to the last decimal shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/number_format.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/number.h"
#include "engine/base/text.h"

#define MINUS "\u2212"
static const char digits[] = "0123456789";

/* A text cut into what stands before, the number, and what stands behind. */
struct printed {
    const char *before, *from, *behind;
    size_t before_length;
    bool minus, plus;
    unsigned decimals;
    double value;
};

/* Reads digits with the marks of the language. */
static bool read_digits(struct printed *printed, char mark, char group)
{
    const char marks[] = { mark, group, '\0' };
    char plain[64];
    size_t length = 0;
    const char *at = printed->from;
    bool after_mark = false;
    for (; *at != '\0' && length < sizeof plain - 1; at++) {
        bool more = at[1] >= '0' && at[1] <= '9';
        if (strchr(marks, *at) != NULL && (!more || after_mark))
            break;
        if (*at == mark)
            after_mark = true;
        else if (*at != group && strchr(digits, *at) == NULL)
            break;
        else if (*at != group)
            printed->decimals += after_mark;
        if (*at != group)
            plain[length++] = *at == mark ? '.' : *at;
    }
    plain[length] = '\0';
    printed->behind = at;
    return number_parse(plain, &printed->value);
}

static bool read_printed(struct printed *printed, const char *text,
                         const char *language)
{
    bool english = strcmp(language, "en") == 0;
    size_t length = strcspn(text, digits);
    *printed = (struct printed){ .before = text, .from = text + length };
    if (text[length] == '\0' ||
        !read_digits(printed, english ? '.' : ',', english ? ',' : '.'))
        return false;
    size_t minus = strlen(MINUS);
    printed->plus = length >= 1 && text[length - 1] == '+';
    printed->minus =
        length >= minus && memcmp(text + length - minus, MINUS, minus) == 0;
    printed->before_length = length - (printed->plus    ? 1
                                       : printed->minus ? minus
                                                        : 0);
    return printed->behind[strcspn(printed->behind, digits)] == '\0';
}

/* (4) */
static bool agrees(const struct printed *printed, double number)
{
    double shown = printed->minus ? -printed->value : printed->value;
    return fabs(shown - number) <= 0.5000001 * pow(10, -(int)printed->decimals);
}

/* (1) A quote in the words cannot be quoted. */
static void add_words(struct text *out, const char *words, size_t length)
{
    if (length == 0)
        return;
    text_add_char(out, '"');
    for (size_t i = 0; i < length; i++)
        text_add_char(out, words[i] == '"' ? '\'' : words[i]);
    text_add_char(out, '"');
}

static void add_section(struct text *out, const struct printed *printed,
                        const char *sign)
{
    add_words(out, printed->before, printed->before_length);
    text_add(out, sign);
    text_add(out, "#,##0");
    for (unsigned i = 0; i < printed->decimals; i++)
        text_add(out, i == 0 ? ".0" : "0");
    add_words(out, printed->behind, strlen(printed->behind));
}

bool number_format(char format[NUMBER_FORMAT_ROOM], const char *text,
                   double number, const char *language)
{
    struct printed printed;
    if (!read_printed(&printed, text, language) || !agrees(&printed, number))
        return false;
    struct text out = text_new();
    text_add(&out, strcmp(language, "vi") == 0 ? "[$-42A]" : "[$-409]");
    if (printed.plus || printed.minus) { /* (2) */
        add_section(&out, &printed, "\"+\"");
        text_add(&out, ";");
        add_section(&out, &printed, "\"" MINUS "\"");
        text_add(&out, ";");
    }
    add_section(&out, &printed, "");
    bool fits = out.length < NUMBER_FORMAT_ROOM;
    snprintf(format, NUMBER_FORMAT_ROOM, "%s", out.bytes);
    text_free(&out);
    return fits;
}
