/*
 * records.c - text into records. Every byte belongs to a record or a blank
 * line, lines are counted as a text editor does, and cells that are written as
 * CSV and read again are the same cells.
 *
 * The first byte chooses the delimiter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>

#include "engine/base/rows.h"
#include "importers/decode.h"
#include "importers/records.h"

/* Where a walk stands by a count of its own. */
struct walk {
    const char *text;
    size_t length, at;
    unsigned line, row;
};

/* Behind the end of the line at [at]: LF, CRLF or CR. */
static size_t line_end(const struct walk *walk, size_t at)
{
    while (at < walk->length && walk->text[at] != '\n' &&
           walk->text[at] != '\r')
        at++;
    if (at + 1 < walk->length && walk->text[at] == '\r' &&
        walk->text[at + 1] == '\n')
        at++;
    return at < walk->length ? at + 1 : at;
}

static bool blank(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r' &&
            text[i] != '\n')
            return false;
    return true;
}

static void pass_blank_lines(struct walk *walk)
{
    while (walk->at < walk->length) {
        size_t end = line_end(walk, walk->at);
        if (!blank(walk->text + walk->at, end - walk->at))
            return;
        walk->at = end;
        walk->line++;
        walk->row++;
    }
}

/* Steps over the record that ends at [end]; returns its lines. */
static unsigned pass_record(struct walk *walk, size_t end)
{
    unsigned lines = 0;
    must(end > walk->at && end <= walk->length);
    while (walk->at < end) {
        walk->at = line_end(walk, walk->at);
        lines++;
    }
    must(walk->at == end); /* records end where lines do */
    walk->line += lines;
    walk->row++;
    return lines;
}

/* Without a quote a delimiter is a delimiter. */
static void check_plain(const struct record *record, const char *text,
                        size_t length, char delimiter)
{
    size_t cells = 1;
    if (memchr(text, '"', length) != NULL)
        return;
    for (size_t i = 0; i < length; i++)
        cells += text[i] == delimiter;
    must(record->count == cells);
    must(!record->stray_quote && !record->open_quote);
}

static void check_again(const struct record *record, char delimiter)
{
    struct arena *arena = arena_new();
    struct text line = text_new();
    struct record again;
    for (size_t i = 0; i < record->count; i++) {
        if (i > 0)
            text_add_char(&line, delimiter);
        csv_add_cell(&line, record->cells[i], delimiter);
    }
    text_add_char(&line, '\n');
    if (!blank(line.bytes, line.length)) {
        struct records *records =
            records_new(line.bytes, line.length, delimiter, arena);
        must(records_next(records, &again));
        must(again.count == record->count);
        for (size_t i = 0; i < record->count; i++)
            must(text_same(again.cells[i], record->cells[i]));
        must(!again.stray_quote && !again.open_quote);
        must(!records_next(records, &again));
    }
    text_free(&line);
    arena_free(arena);
}

static void check_record(struct walk *walk, const struct record *record,
                         size_t end, char delimiter)
{
    const char *start = walk->text + walk->at;
    size_t length = end - walk->at;
    must(record->line == walk->line && record->row == walk->row);
    unsigned lines = pass_record(walk, end);
    must(record->count > 0);
    must(lines == 1 || !record->open_quote);
    must(record->nul == (memchr(start, DECODE_NUL_MARK, length) != NULL));
    check_plain(record, start, length, delimiter);
    check_again(record, delimiter);
}

/* What decode makes of the bytes: UTF-8, with zeros marked. */
static const char *text_of(const unsigned char *bytes, size_t size,
                           struct arena *arena)
{
    char *text = arena_copy(arena, (const char *)bytes, size);
    for (size_t i = 0; i < size; i++)
        if (text[i] == '\0')
            text[i] = DECODE_NUL_MARK;
    return text_nfc(arena, text);
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    static const char delimiters[] = { ',', ';', '\t', '|' };
    if (size == 0)
        return 0;
    struct arena *arena = arena_new();
    struct record record;
    char delimiter = delimiters[bytes[0] % sizeof delimiters];
    const char *decoded = text_of(bytes + 1, size - 1, arena);
    /* A copy of just that size, so that no byte behind it is read. */
    size_t length = strlen(decoded);
    char *text = malloc(length);
    if (length > 0)
        memcpy(text, decoded, length);
    struct records *records = records_new(text, length, delimiter, arena);
    struct walk walk = { text, length, 0, 1, 1 };
    pass_blank_lines(&walk);
    while (records_next(records, &record)) {
        check_record(&walk, &record, records_at(records), delimiter);
        pass_blank_lines(&walk);
    }
    must(records_at(records) == length && walk.at == length);
    arena_free(arena);
    free(text);
    return 0;
}
