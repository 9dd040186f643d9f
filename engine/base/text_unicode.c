/*
 * text_unicode.c - code points, normal forms, folding, white space.
 *
 *  (1) Valid UTF-8 is the strict kind: no overlong form, no surrogate, nothing
 *      above U+10FFFF.
 *  (2) text_nfc is Unicode normal form C. Text of characters that are their own
 *      normal form and combine with nothing before them is copied without work,
 *      because most cells are: ASCII, and Vietnamese as it is usually typed.
 *  (3) White space is what Unicode calls separators (Z) and the controls from
 *      tab to carriage return and U+0085.
 *  (4) Stripping marks leaves đ as it is, since its stroke is no combining
 *      mark; it is mapped here. Đ is sometimes typed as Ð (U+00D0) or Ɖ
 *      (U+0189), whose small letters are ð and ɖ: same treatment.
 *  (5) Bytes that are no UTF-8 become U+FFFD: words from a command line come
 *      here unchecked, and a bad byte is no reason to stop.
 *  (6) A letter keeps its first thirty marks, as in the stream-safe text of
 *      UAX #15: utf8proc sorts them in quadratic time, and a file of nothing
 *      else would be sorted for hours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"

static size_t ascii_run(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length && (unsigned char)bytes[at] < 0x80)
        at++;
    return at;
}

size_t text_decode(const char *bytes, size_t length, unsigned *code_point)
{
    if (length == 0)
        return 0;
    utf8proc_int32_t found = 0;
    utf8proc_ssize_t taken =
        utf8proc_iterate((const utf8proc_uint8_t *)bytes,
                         length < 4 ? (utf8proc_ssize_t)length : 4, &found);
    if (taken <= 0) {
        *code_point = 0xFFFD;
        return 1;
    }
    *code_point = (unsigned)found;
    return (size_t)taken;
}

bool text_is_utf8(const char *bytes, size_t length, size_t *bad)
{
    size_t at = ascii_run(bytes, length);
    while (at < length) {
        unsigned code_point;
        size_t taken = text_decode(bytes + at, length - at, &code_point);
        /* U+FFFD itself is three bytes long. */
        if (taken == 1 && code_point == 0xFFFD) {
            if (bad != NULL)
                *bad = at;
            return false;
        }
        at += taken;
        at += ascii_run(bytes + at, length - at);
    }
    return true;
}

void text_encode(struct text *text, unsigned code_point)
{
    utf8proc_uint8_t bytes[4];
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000))
        code_point = 0xFFFD;
    utf8proc_ssize_t length =
        utf8proc_encode_char((utf8proc_int32_t)code_point, bytes);
    text_add_bytes(text, (const char *)bytes, (size_t)length);
}

size_t text_length(const char *string)
{
    size_t left = strlen(string), count = 0, taken;
    unsigned code_point;
    for (; (taken = text_decode(string, left, &code_point)) > 0; count++) {
        string += taken;
        left -= taken;
    }
    return count;
}

size_t text_columns(const char *string)
{
    size_t left = strlen(string), columns = 0, taken;
    unsigned code_point;
    while ((taken = text_decode(string, left, &code_point)) > 0) {
        int width = utf8proc_charwidth((utf8proc_int32_t)code_point);
        columns += width > 0 ? (size_t)width : 0;
        string += taken;
        left -= taken;
    }
    return columns;
}

char *text_repair(struct arena *arena, const char *string)
{
    struct text repaired = text_new();
    size_t left = strlen(string), taken;
    unsigned code_point;
    while ((taken = text_decode(string, left, &code_point)) > 0) {
        text_encode(&repaired, code_point);
        string += taken;
        left -= taken;
    }
    char *copy = arena_copy(arena, repaired.bytes, repaired.length);
    text_free(&repaired);
    return copy;
}

enum { MOST_MARKS = 30 };

/* How many marks stand in a row once [code_point] has followed [before]. */
static unsigned marks_after(unsigned before, unsigned code_point)
{
    if (code_point < 0x80)
        return 0;
    const utf8proc_property_t *property =
        utf8proc_get_property((utf8proc_int32_t)code_point);
    if (property->category >= UTF8PROC_CATEGORY_MN &&
        property->category <= UTF8PROC_CATEGORY_ME)
        return before + 1;
    return property->ignorable ? before : 0;
}

/* (6) The string itself, or a copy with fewer marks. */
static const char *few_marks(struct arena *arena, const char *string)
{
    struct text fewer = { NULL, 0, 0 };
    size_t left = strlen(string), taken;
    const char *from = string, *copy = string;
    unsigned code_point, marks = 0;
    for (; (taken = text_decode(from, left, &code_point)) > 0;
         from += taken, left -= taken) {
        marks = marks_after(marks, code_point);
        if (marks <= MOST_MARKS)
            continue;
        text_add_bytes(&fewer, copy, (size_t)(from - copy));
        copy = from + taken;
    }
    if (copy != string) {
        text_add(&fewer, copy);
        string = arena_copy(arena, fewer.bytes, fewer.length);
    }
    text_free(&fewer);
    return string;
}

/* [string] through utf8proc with these options, in the arena. */
static char *mapped(struct arena *arena, const char *string,
                    utf8proc_option_t options)
{
    utf8proc_uint8_t *bytes = NULL;
    string = few_marks(arena, string);
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)string, 0, &bytes,
                     (utf8proc_option_t)(UTF8PROC_NULLTERM | options));
    if (length == UTF8PROC_ERROR_INVALIDUTF8)
        return mapped(arena, text_repair(arena, string), options);
    if (length < 0)
        out_of_memory(strlen(string));
    char *copy = arena_copy(arena, (char *)bytes, (size_t)length);
    free(bytes);
    return copy;
}

/* (2) All below the combining marks; the letters with two marks (U+1E00 to
 * U+1EFF); dashes and quotes. Their NFC_QC is yes and they are all starters. */
static bool is_composed(const char *string, size_t left)
{
    unsigned point;
    for (size_t taken; (taken = text_decode(string, left, &point)) > 0;
         string += taken, left -= taken)
        if (!(point < 0x300 || (point >= 0x1E00 && point <= 0x1EFF) ||
              (point >= 0x2010 && point <= 0x2027)))
            return false;
    return true;
}

char *text_nfc(struct arena *arena, const char *string)
{
    size_t length = strlen(string);
    if (ascii_run(string, length) == length || is_composed(string, length))
        return arena_copy(arena, string, length);
    return mapped(arena, string, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

static bool white(unsigned code_point)
{
    if (code_point < 0x80)
        return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
    utf8proc_category_t category =
        utf8proc_category((utf8proc_int32_t)code_point);
    return code_point == 0x85 || category == UTF8PROC_CATEGORY_ZS ||
           category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

/* In place: white space becomes single spaces, none at the ends. */
static char *collapse(char *string)
{
    const char *from = string;
    char *to = string;
    size_t left = strlen(string), taken;
    unsigned code_point;
    bool gap = false;
    while ((taken = text_decode(from, left, &code_point)) > 0) {
        if (white(code_point)) {
            gap = true;
        } else {
            if (gap && to != string)
                *to++ = ' ';
            gap = false;
            memmove(to, from, taken);
            to += taken;
        }
        from += taken;
        left -= taken;
    }
    *to = '\0';
    return string;
}

char *text_fold(struct arena *arena, const char *string)
{
    size_t length = strlen(string);
    if (ascii_run(string, length) < length)
        return collapse(mapped(arena, string,
                               UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                   UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
    char *copy = arena_copy(arena, string, length);
    for (char *c = copy; *c != '\0'; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    return collapse(copy);
}

char *text_plain(struct arena *arena, const char *string)
{
    char *folded = text_fold(arena, string);
    size_t left = strlen(folded), taken;
    if (ascii_run(folded, left) == left)
        return folded;
    char *plain = mapped(
        arena, folded, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_STRIPMARK);
    const char *from = plain;
    char *to = plain;
    unsigned code_point;
    left = strlen(plain);
    while ((taken = text_decode(from, left, &code_point)) > 0) {
        if (code_point == 0x111 || code_point == 0xF0 || code_point == 0x256) {
            *to++ = 'd';
        } else {
            memmove(to, from, taken);
            to += taken;
        }
        from += taken;
        left -= taken;
    }
    *to = '\0';
    return plain;
}

char *text_trim(struct arena *arena, const char *string)
{
    size_t left = strlen(string), taken;
    const char *from = NULL, *end = string;
    unsigned code_point;
    for (; (taken = text_decode(string, left, &code_point)) > 0;
         string += taken, left -= taken) {
        if (white(code_point))
            continue;
        if (from == NULL)
            from = string;
        end = string + taken;
    }
    return from == NULL ? arena_copy(arena, "", 0)
                        : arena_copy(arena, from, (size_t)(end - from));
}

static bool is_control(unsigned code_point)
{
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
           (code_point & 0xFFFE) == 0xFFFE; /* no characters, says Unicode */
}

char *text_capital(struct arena *arena, const char *string)
{
    struct text capital = text_new();
    unsigned code_point = 0;
    size_t taken = text_decode(string, strlen(string), &code_point);
    if (taken > 0)
        text_encode(&capital,
                    (unsigned)utf8proc_toupper((utf8proc_int32_t)code_point));
    text_add(&capital, string + taken);
    char *copy = arena_copy(arena, capital.bytes, capital.length);
    text_free(&capital);
    return copy;
}

char *text_shown(struct arena *arena, const char *string, size_t most)
{
    struct text shown = text_new();
    size_t left = strlen(string), taken, count = 0;
    unsigned code_point;
    text_add(&shown, "");
    for (; (taken = text_decode(string, left, &code_point)) > 0;
         string += taken, left -= taken) {
        if (most > 0 && ++count > most) {
            text_add(&shown, "\u2026");
            break;
        }
        if (is_control(code_point))
            text_add_char(&shown, ' ');
        else
            text_add_bytes(&shown, string, taken);
    }
    char *copy = arena_copy(arena, shown.bytes, shown.length);
    text_free(&shown);
    return copy;
}
