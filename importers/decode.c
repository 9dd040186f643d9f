/*
 * decode.c - bytes into text: which alphabet, and is it so throughout?
 *
 *  (1) A byte order mark decides. Then a layout's word; then zeros in every
 *      other byte (UTF-16); then validity (UTF-8).
 *  (2) Else each old alphabet reads the bytes and its words are weighed. The
 *      best one is taken when most of its words are syllables and no other
 *      reads a different text as well.
 *  (3) Half a character or a lone surrogate of UTF-16 is a bad byte.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/decode.h"

enum { SAMPLE = 1 << 16 };

/* (2) In the order of preference when two read the same text. */
static const enum encoding alphabets[] = { ENCODING_WINDOWS_1258,
                                           ENCODING_TCVN3, ENCODING_VNI,
                                           ENCODING_WINDOWS_1252 };

enum { ALPHABETS = sizeof alphabets / sizeof alphabets[0] };

static bool refuse(struct decoded *out, const char *bytes, size_t at,
                   size_t length)
{
    out->line = 1;
    out->column = 1;
    for (size_t i = 0; i < at; i++) {
        bool ends = bytes[i] == '\n' ||
                    (bytes[i] == '\r' && (i + 1 == at || bytes[i + 1] != '\n'));
        out->line += ends;
        out->column = ends ? 1 : out->column + 1;
    }
    snprintf(out->bad, sizeof out->bad, "\\x%02X",
             at < length ? (unsigned)(unsigned char)bytes[at] : 0u);
    return false;
}

/* The text in normal form; zeros, which would end it, are marked first. */
static char *normal(char *text, size_t length, struct arena *arena)
{
    for (char *zero = memchr(text, '\0', length); zero != NULL;
         zero = memchr(zero, '\0', length - (size_t)(zero - text)))
        *zero = DECODE_NUL_MARK;
    return text_nfc(arena, text);
}

static bool finish(struct decoded *out, char *text, size_t length,
                   enum encoding encoding, enum decode_reason reason,
                   struct arena *arena)
{
    out->text = normal(text, length, arena);
    out->length = strlen(out->text);
    out->encoding = encoding;
    out->reason = reason;
    return true;
}

static bool utf8(struct decoded *out, const char *bytes, size_t length,
                 enum decode_reason reason, struct arena *arena)
{
    size_t bad = 0;
    out->encoding = ENCODING_UTF8;
    if (!text_is_utf8(bytes, length, &bad))
        return refuse(out, bytes, bad, length);
    return finish(out, arena_copy(arena, bytes, length), length, ENCODING_UTF8,
                  reason, arena);
}

static unsigned unit_at(const unsigned char *bytes, size_t at, bool big)
{
    return big ? (unsigned)bytes[at] << 8 | bytes[at + 1]
               : (unsigned)bytes[at + 1] << 8 | bytes[at];
}

/* The place is counted in the text read so far: lines are the user's. */
static bool refuse16(struct decoded *out, struct text *text, unsigned unit)
{
    (void)refuse(out, text->bytes, text->length, 0);
    snprintf(out->bad, sizeof out->bad, "u+%04X", unit & 0xFFFFu);
    text_free(text);
    return false;
}

static bool utf16(struct decoded *out, const char *from, size_t length,
                  bool big, enum decode_reason reason, struct arena *arena)
{
    const unsigned char *bytes = (const unsigned char *)from;
    struct text text = text_new();
    out->encoding = ENCODING_UTF16;
    for (size_t at = 0; at < length; at += 2) {
        if (at + 1 == length)
            return refuse16(out, &text, bytes[at]); /* (3) */
        unsigned unit = unit_at(bytes, at, big);
        if (unit >= 0xD800 && unit < 0xE000) {
            unsigned low = at + 3 < length ? unit_at(bytes, at + 2, big) : 0;
            if (unit >= 0xDC00 || low < 0xDC00 || low >= 0xE000)
                return refuse16(out, &text, unit);
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        text_encode(&text, unit);
    }
    char *copy = arena_copy(arena, text.bytes, text.length);
    size_t size = text.length;
    text_free(&text);
    return finish(out, copy, size, ENCODING_UTF16, reason, arena);
}

/* (1) Are most bytes at even (big) or odd (little) places zero? */
static bool zeros_speak(const char *bytes, size_t length, bool *big)
{
    size_t even = 0, odd = 0, seen = length < 4096 ? length : 4096;
    for (size_t i = 0; i < seen; i++)
        if (bytes[i] == '\0')
            *(i % 2 == 0 ? &even : &odd) += 1;
    *big = even > odd;
    size_t more = *big ? even : odd, fewer = *big ? odd : even;
    return seen >= 4 && more >= seen / 5 && fewer <= seen / 50;
}

static bool alphabet(struct decoded *out, const char *bytes, size_t length,
                     enum encoding encoding, enum decode_reason reason,
                     struct arena *arena)
{
    struct alphabet_text read;
    out->encoding = encoding;
    if (!decode_alphabet(&read, bytes, length, encoding, arena))
        return refuse(out, bytes, read.bad, length);
    return finish(out, read.text, read.size, encoding, reason, arena);
}

/* What an alphabet makes of the beginning of the file. */
struct reading {
    const char *text; /* NULL: it has not all the bytes */
    unsigned known, odd;
};

static struct reading weigh(const char *bytes, size_t length,
                            enum encoding encoding, struct arena *arena)
{
    struct reading reading = { NULL, 0, 0 };
    struct alphabet_text read;
    if (!decode_alphabet(&read, bytes, length, encoding, arena))
        return reading;
    reading.text = normal(read.text, read.size, arena);
    decode_weigh(reading.text, &reading.known, &reading.odd, arena);
    return reading;
}

/* (2) The index of the alphabet that stands out, or ALPHABETS. */
static size_t outstanding(const struct reading readings[ALPHABETS])
{
    size_t best = ALPHABETS;
    for (size_t i = 0; i < ALPHABETS; i++)
        if (readings[i].text != NULL &&
            (best == ALPHABETS || readings[i].known > readings[best].known))
            best = i;
    if (best == ALPHABETS ||
        readings[best].known <= 4 * (size_t)readings[best].odd)
        return ALPHABETS;
    for (size_t i = 0; i < ALPHABETS; i++)
        if (i != best && readings[i].text != NULL &&
            strcmp(readings[i].text, readings[best].text) != 0 &&
            2 * readings[i].known > readings[best].known &&
            readings[i].known > 4 * (size_t)readings[i].odd)
            return ALPHABETS;
    return best;
}

static bool by_syllables(struct decoded *out, const char *bytes, size_t length,
                         struct arena *arena)
{
    struct reading readings[ALPHABETS];
    for (size_t i = 0; i < ALPHABETS; i++)
        readings[i] = weigh(bytes, length < SAMPLE ? length : SAMPLE,
                            alphabets[i], arena);
    size_t best = outstanding(readings), bad = 0;
    if (best == ALPHABETS) {
        (void)text_is_utf8(bytes, length, &bad);
        out->encoding = ENCODING_AUTO;
        return refuse(out, bytes, bad, length);
    }
    out->known = readings[best].known;
    out->odd = readings[best].odd;
    return alphabet(out, bytes, length, alphabets[best], DECODE_BY_SYLLABLES,
                    arena);
}

/* (1) A mark; returns false when there is none. */
static bool marked(const char *bytes, size_t length, size_t *skip, bool *wide,
                   bool *big)
{
    const unsigned char *b = (const unsigned char *)bytes;
    *wide = *big = false;
    *skip = 3;
    if (length >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF)
        return true;
    *skip = 2;
    *wide = true;
    *big = length >= 2 && b[0] == 0xFE && b[1] == 0xFF;
    return *big || (length >= 2 && b[0] == 0xFF && b[1] == 0xFE);
}

bool decode(struct decoded *out, const char *bytes, size_t length,
            enum encoding wanted, struct arena *arena)
{
    size_t skip;
    bool wide, big;
    *out = (struct decoded){ .encoding = wanted };
    if (marked(bytes, length, &skip, &wide, &big))
        return wide ? utf16(out, bytes + skip, length - skip, big,
                            DECODE_BY_MARK, arena)
                    : utf8(out, bytes + skip, length - skip, DECODE_BY_MARK,
                           arena);
    if (wanted == ENCODING_UTF16) {
        (void)zeros_speak(bytes, length, &big);
        return utf16(out, bytes, length, big, DECODE_BY_LAYOUT, arena);
    }
    if (wanted == ENCODING_UTF8)
        return utf8(out, bytes, length, DECODE_BY_LAYOUT, arena);
    if (wanted != ENCODING_AUTO)
        return alphabet(out, bytes, length, wanted, DECODE_BY_LAYOUT, arena);
    if (zeros_speak(bytes, length, &big))
        return utf16(out, bytes, length, big, DECODE_BY_ZEROS, arena);
    if (text_is_utf8(bytes, length, NULL))
        return utf8(out, bytes, length, DECODE_BY_VALIDITY, arena);
    return by_syllables(out, bytes, length, arena);
}
