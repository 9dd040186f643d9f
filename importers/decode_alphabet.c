/*
 * decode_alphabet.c - the old eight-bit alphabets.
 *
 *  (1) windows-1258, TCVN3, windows-1252 and ISO-8859-1 are the C library's
 *      business (iconv). Those it does not have are refused like a bad byte.
 *  (2) VNI writes a letter and then a byte for its marks; no library has it.
 *      Its bytes become combining marks, which normal form C joins later.
 *      Capitals stand 0x20 below the small forms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <iconv.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/decode.h"

static const char *const library_names[ENCODING_COUNT] = {
    [ENCODING_WINDOWS_1258] = "CP1258",
    [ENCODING_TCVN3] = "TCVN5712-1",
    [ENCODING_WINDOWS_1252] = "CP1252",
    [ENCODING_LATIN1] = "ISO-8859-1"
};

/* (2) By the small form's byte: the marks that follow a letter. */
static const struct {
    unsigned char byte;
    unsigned short first, second;
} vni_marks[] = {
    { 0xF8, 0x300, 0 },     { 0xF9, 0x301, 0 },     { 0xFB, 0x309, 0 },
    { 0xF5, 0x303, 0 },     { 0xEF, 0x323, 0 },     { 0xEA, 0x306, 0 },
    { 0xE9, 0x306, 0x301 }, { 0xE8, 0x306, 0x300 }, { 0xFA, 0x306, 0x309 },
    { 0xFC, 0x306, 0x303 }, { 0xEB, 0x306, 0x323 }, { 0xE2, 0x302, 0 },
    { 0xE1, 0x302, 0x301 }, { 0xE0, 0x302, 0x300 }, { 0xE5, 0x302, 0x309 },
    { 0xE3, 0x302, 0x303 }, { 0xE4, 0x302, 0x323 }
};

/* (2) Letters of their own: small, capital. */
static const struct {
    unsigned char byte;
    unsigned short small, capital;
} vni_letters[] = { { 0xF1, 0x111, 0x110 },  { 0xF4, 0x1A1, 0x1A0 },
                    { 0xF6, 0x1B0, 0x1AF },  { 0xEC, 0xEC, 0xCC },
                    { 0xED, 0xED, 0xCD },    { 0xE6, 0x1EC9, 0x1EC8 },
                    { 0xF3, 0x129, 0x128 },  { 0xF2, 0x1ECB, 0x1ECA },
                    { 0xEE, 0x1EF5, 0x1EF4 } };

static bool vni_add(struct text *out, unsigned char byte)
{
    unsigned char small = byte >= 0xE0 ? byte : (unsigned char)(byte + 0x20);
    if (byte < 0x80) {
        text_add_char(out, (char)byte);
        return true;
    }
    if (byte < 0xC0) {
        text_encode(out, byte); /* signs, as in ISO-8859-1 */
        return byte >= 0xA0;
    }
    for (size_t i = 0; i < sizeof vni_marks / sizeof vni_marks[0]; i++)
        if (vni_marks[i].byte == small) {
            text_encode(out, vni_marks[i].first);
            if (vni_marks[i].second != 0)
                text_encode(out, vni_marks[i].second);
            return true;
        }
    for (size_t i = 0; i < sizeof vni_letters / sizeof vni_letters[0]; i++)
        if (vni_letters[i].byte == small) {
            text_encode(out, small == byte ? vni_letters[i].small
                                           : vni_letters[i].capital);
            return true;
        }
    return false;
}

static bool from_vni(struct alphabet_text *out, const char *bytes,
                     size_t length, struct arena *arena)
{
    struct text text = text_new();
    while (out->bad < length && vni_add(&text, (unsigned char)bytes[out->bad]))
        out->bad++;
    out->text = arena_copy(arena, text.bytes, text.length);
    out->size = text.length;
    text_free(&text);
    return out->bad == length;
}

/* (1) A byte becomes at most one letter of three bytes. */
static bool from_library(struct alphabet_text *out, const char *bytes,
                         size_t length, const char *name, struct arena *arena)
{
    iconv_t way = name != NULL ? iconv_open("UTF-8", name) : (iconv_t)-1;
    if (way == (iconv_t)-1)
        return false;
    char *copy = arena_copy(arena, bytes, length), *from = copy;
    size_t left = length, room = 3 * length + 16;
    char *to = out->text = arena_array(arena, room + 1, char);
    bool good = iconv(way, &from, &left, &to, &room) != (size_t)-1 &&
                iconv(way, NULL, NULL, &to, &room) != (size_t)-1;
    out->bad = (size_t)(from - copy);
    out->size = (size_t)(to - out->text);
    iconv_close(way);
    return good;
}

bool decode_alphabet(struct alphabet_text *out, const char *bytes,
                     size_t length, enum encoding alphabet, struct arena *arena)
{
    *out = (struct alphabet_text){ NULL, 0, 0 };
    if (alphabet == ENCODING_VNI)
        return from_vni(out, bytes, length, arena);
    return from_library(out, bytes, length, library_names[alphabet], arena);
}
