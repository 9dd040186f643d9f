/*
 * decode.c - bytes in any alphabet. What comes out is text in normal form C,
 * not much longer than the bytes, and whatever can be written in an alphabet is
 * read from it again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include <iconv.h>
#include <stdlib.h>

#include "importers/decode.h"

/* One byte of UTF-16 becomes at most a letter and a half; U+1D160 triples. */
enum { WIDEST = 5 };

static void check(const struct decoded *out, size_t size, struct arena *arena)
{
    must(strlen(out->text) == out->length);
    must(out->length <= WIDEST * size);
    must(text_is_utf8(out->text, out->length, NULL));
    must(text_same(text_nfc(arena, out->text), out->text));
}

static void check_refusal(const struct decoded *out, const char *bytes,
                          size_t size)
{
    unsigned lines = 1;
    for (size_t i = 0; i < size; i++)
        lines += bytes[i] == '\n' || bytes[i] == '\r';
    must(out->line >= 1 && out->line <= lines && out->column >= 1);
    must(out->bad[0] != '\0');
}

/* Decodes a copy of just that size, so that no byte behind it is read. */
static bool decode_copy(struct decoded *out, const char *bytes, size_t size,
                        enum encoding wanted, struct arena *arena)
{
    char *copy = malloc(size);
    if (size > 0)
        memcpy(copy, bytes, size);
    bool good = decode(out, copy, size, wanted, arena);
    if (good)
        check(out, size, arena);
    else
        check_refusal(out, copy, size);
    free(copy);
    return good;
}

static bool has_mark(const char *bytes, size_t size)
{
    return (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) ||
           (size >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0) ||
           (size >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0);
}

/* An alphabet of the C library, opened once: opening loads a module. */
struct way {
    const char *name, *mark; /* the mark goes in front */
    enum encoding wanted;
    iconv_t to;
};

static struct way ways[] = {
    { "UTF-8", "\xEF\xBB\xBF", ENCODING_AUTO, NULL },
    { "UTF-16LE", "\xFF\xFE", ENCODING_AUTO, NULL },
    { "UTF-16BE", "\xFE\xFF", ENCODING_AUTO, NULL },
    { "UTF-8", "", ENCODING_UTF8, NULL },
    { "CP1258", "", ENCODING_WINDOWS_1258, NULL },
    { "TCVN5712-1", "", ENCODING_TCVN3, NULL },
    { "CP1252", "", ENCODING_WINDOWS_1252, NULL },
};

/*
 * A second mark on a letter, which no Vietnamese word has: the C library reads
 * windows-1258's o, acute, tilde as o, tilde, acute.
 */
static bool has_two_marks(const char *text)
{
    return strstr(text, "\xCC") != NULL;
}

/* The text through the C library and back by decode. */
static void there_and_back(const struct decoded *text, struct way *way,
                           struct arena *arena)
{
    struct decoded again;
    if (way->wanted == ENCODING_WINDOWS_1258 && has_two_marks(text->text))
        return;
    char *from = arena_copy(arena, text->text, text->length);
    size_t left = text->length, room = 4 * left + 16;
    size_t used = strlen(way->mark);
    char *written = arena_alloc(arena, room + used, 1), *to = written + used;
    if (way->to == NULL)
        way->to = iconv_open(way->name, "UTF-8");
    must(way->to != (iconv_t)-1);
    memcpy(written, way->mark, used);
    bool writable = iconv(way->to, &from, &left, &to, &room) == 0 &&
                    iconv(way->to, NULL, NULL, &to, &room) == 0;
    (void)iconv(way->to, NULL, NULL, NULL, NULL); /* also after a failure */
    size_t size = (size_t)(to - written);
    if (!writable || (used == 0 && has_mark(written, size)))
        return;
    must(decode_copy(&again, written, size, way->wanted, arena));
    must(text_same(again.text, text->text));
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    struct arena *arena = arena_new();
    const char *from = (const char *)bytes;
    const char *before = "";
    for (int e = ENCODING_AUTO; e < ENCODING_COUNT; e++) {
        struct decoded out;
        if (!decode_copy(&out, from, size, (enum encoding)e, arena) ||
            text_same(out.text, before))
            continue;
        before = out.text;
        for (size_t i = 0; i < COUNT(ways); i++)
            there_and_back(&out, &ways[i], arena);
    }
    arena_free(arena);
    return 0;
}
