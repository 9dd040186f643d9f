/*
 * records.c - text into records, by libcsv, with true line numbers.
 *
 *  (1) libcsv sees one physical line at a time. When a line has been given and
 *      no record came out, either the line is blank or a quoted cell goes on.
 *  (2) A record over several lines in which a quote is followed by text is an
 *      open quote as well: the next cell's quote was taken for the end of the
 *      first one's, so the lines between are not one cell.
 *  (3) Without quoting, libcsv's quote is a byte that no UTF-8 holds. The
 *      quotes around a cell are then taken off here.
 *  (4) At the end of the text libcsv is asked, in its strict mode, whether a
 *      quote is still open; elsewhere that mode would refuse stray quotes.
 *  (5) A line without any quote is a record by itself, and its cells lie
 *      between its delimiters: there libcsv has nothing to find out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <csv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "importers/decode.h"
#include "importers/records.h"

enum { NO_QUOTE = 0xFF }; /* (3) */

struct records {
    const char *text;
    size_t length, at; /* [at]: the next line to feed */
    unsigned line, row;
    char delimiter;
    struct csv_parser parser;
    bool done;   /* libcsv has ended the record */
    char *bytes; /* of the record's cells, each with a zero */
    size_t byte_count, byte_room;
    size_t *starts;
    size_t count, room;
    const char **cells;
    size_t cell_room;
};

static void take_cell(const void *bytes, size_t length, struct records *records)
{
    records->bytes = grow_to(records->bytes, &records->byte_room,
                             records->byte_count + length + 1, 1);
    grow(records->starts, records->count, records->room);
    records->starts[records->count++] = records->byte_count;
    if (length > 0)
        memcpy(records->bytes + records->byte_count, bytes, length);
    records->byte_count += length;
    records->bytes[records->byte_count++] = '\0';
}

static void take_parsed(void *bytes, size_t length, void *to)
{
    take_cell(bytes, length, to);
}

static void take_end(int ended_by, void *to)
{
    struct records *records = to;
    (void)ended_by;
    records->done = true;
}

static void records_release(void *thing)
{
    struct records *records = thing;
    csv_free(&records->parser);
    free(records->bytes);
    free(records->starts);
    free(records->cells);
}

static void parser_start(struct records *records, int quote)
{
    unsigned char options = CSV_EMPTY_IS_NULL;
    if (csv_init(&records->parser, options) != 0)
        out_of_memory(sizeof records->parser);
    csv_set_delim(&records->parser, (unsigned char)records->delimiter);
    csv_set_quote(&records->parser, (unsigned char)quote);
    records->done = false;
    records->count = records->byte_count = 0;
}

struct records *records_new(const char *text, size_t length, char delimiter,
                            struct arena *arena)
{
    struct records *records = arena_new_of(arena, struct records);
    records->text = text;
    records->length = length;
    records->delimiter = delimiter;
    records->line = records->row = 1;
    parser_start(records, CSV_QUOTE);
    arena_defer(arena, records_release, records);
    return records;
}

size_t records_at(const struct records *records)
{
    return records->at;
}

/*
 * The length of the line at [at], its end included. Looks through a window that
 * grows: in a file without LF each line would be searched for one to the end.
 */
static size_t line_length(const struct records *records, size_t at)
{
    const char *from = records->text + at;
    size_t left = records->length - at, window = 4096;
    for (;; window *= 2) {
        size_t seen = window < left ? window : left;
        const char *lf = memchr(from, '\n', seen);
        size_t length = lf != NULL ? (size_t)(lf - from) + 1 : seen;
        const char *cr = memchr(from, '\r', length);
        if (cr != NULL)
            length = (size_t)(cr - from) + 1;
        if (cr != NULL && length < left && from[length] == '\n')
            return length + 1;
        if (cr != NULL || lf != NULL || seen == left)
            return length;
    }
}

static void feed(struct records *records, size_t from, size_t length)
{
    if (csv_parse(&records->parser, records->text + from, length, take_parsed,
                  take_end, records) != length)
        out_of_memory(length);
}

/* (5) False: the line has a quote. Blanks around cells go with all others. */
static bool feed_plain(struct records *records, size_t from, size_t length)
{
    const char *cell = records->text + from, *end = cell + length, *stop;
    if (memchr(cell, '"', length) != NULL)
        return false;
    while (end > cell && (end[-1] == '\n' || end[-1] == '\r'))
        end--;
    while ((stop = memchr(cell, records->delimiter, (size_t)(end - cell)))) {
        take_cell(cell, (size_t)(stop - cell), records);
        cell = stop + 1;
    }
    take_cell(cell, (size_t)(end - cell), records);
    records->done = true;
    return true;
}

/* (4) False: the last cell's quote is open. */
static bool feed_end(struct records *records)
{
    csv_set_opts(&records->parser,
                 CSV_EMPTY_IS_NULL | CSV_STRICT | CSV_STRICT_FINI);
    return csv_fini(&records->parser, take_parsed, take_end, records) == 0;
}

static bool blank_line(const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (strchr(" \t\r\n", line[i]) == NULL || line[i] == '\0')
            return false;
    return true;
}

/* A raw record being walked, cell by cell. */
struct raw {
    const char *bytes;
    size_t length, at;
    char delimiter;
};

static bool raw_ends_cell(const struct raw *raw)
{
    if (raw->at >= raw->length)
        return true;
    char c = raw->bytes[raw->at];
    return c == raw->delimiter || c == '\n' || c == '\r';
}

static void raw_skip_blanks(struct raw *raw)
{
    while (raw->at < raw->length && !raw_ends_cell(raw) &&
           (raw->bytes[raw->at] == ' ' || raw->bytes[raw->at] == '\t'))
        raw->at++;
}

/* At an opening quote: goes behind the closing one, doubled ones passed. */
static void raw_skip_quoted(struct raw *raw)
{
    for (raw->at++; raw->at < raw->length; raw->at++) {
        if (raw->bytes[raw->at] != '"')
            continue;
        if (raw->at + 1 == raw->length || raw->bytes[raw->at + 1] != '"')
            break;
        raw->at++;
    }
    raw->at += raw->at < raw->length;
}

/*
 * Does a quote in the raw record stand where it neither opens nor closes a
 * cell? Called only when a cell holds one.
 */
static bool quote_astray(const char *bytes, size_t length, char delimiter)
{
    struct raw raw = { bytes, length, 0, delimiter };
    for (; raw.at < length; raw.at++) {
        raw_skip_blanks(&raw);
        if (raw.at < length && bytes[raw.at] == '"') {
            raw_skip_quoted(&raw);
            raw_skip_blanks(&raw);
            if (!raw_ends_cell(&raw))
                return true;
        }
        for (; !raw_ends_cell(&raw); raw.at++)
            if (bytes[raw.at] == '"')
                return true;
    }
    return false;
}

/* (3) Quotes at both ends of a cell, or at the beginning alone, go. */
static void strip_quotes(struct records *records)
{
    for (size_t i = 0; i < records->count; i++) {
        char *cell = records->bytes + records->starts[i];
        size_t length = strlen(cell);
        if (cell[0] != '"')
            continue;
        if (length > 1 && cell[length - 1] == '"')
            cell[--length] = '\0';
        memmove(cell, cell + 1, length);
    }
}

/* The bytes of the white space at the start (or end) of [cell], or 0. */
static size_t space_at(const char *cell, size_t length, bool end)
{
    static const char *const spaces[] = {
        " ",        "\t",           "\r",           "\n",
        "\xC2\xA0", "\xE2\x80\xAF", "\xE3\x80\x80", "\xE2\x80\x89"
    };
    for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++) {
        size_t size = strlen(spaces[i]);
        if (size <= length &&
            memcmp(end ? cell + length - size : cell, spaces[i], size) == 0)
            return size;
    }
    return 0;
}

static const char *trimmed(char *cell)
{
    unsigned char first = (unsigned char)cell[0];
    if (first == '\0')
        return cell;
    size_t length = strlen(cell), size;
    if (first > ' ' && first < 0x80 && cell[length - 1] > ' ')
        return cell; /* plain at both ends: the common case */
    while ((size = space_at(cell, length, true)) > 0)
        cell[length -= size] = '\0';
    while ((size = space_at(cell, length, false)) > 0) {
        cell += size;
        length -= size;
    }
    return cell;
}

static void give(struct records *records, size_t from, struct record *out)
{
    bool quote = memchr(records->bytes, '"', records->byte_count) != NULL;
    out->nul = memchr(records->text + from, DECODE_NUL_MARK,
                      records->at - from) != NULL;
    if (out->open_quote)
        strip_quotes(records);
    out->stray_quote = quote && !out->open_quote &&
                       quote_astray(records->text + from, records->at - from,
                                    records->delimiter);
    records->cells = grow_to(records->cells, &records->cell_room,
                             records->count, sizeof *records->cells);
    for (size_t i = 0; i < records->count; i++)
        records->cells[i] = trimmed(records->bytes + records->starts[i]);
    out->cells = records->cells;
    out->count = records->count;
    records->count = records->byte_count = 0;
    records->done = false;
}

/* Reads the record at [from] again, one line of it, without quoting. */
static void retry(struct records *records, size_t from, struct record *out)
{
    size_t length = line_length(records, from);
    csv_free(&records->parser);
    parser_start(records, NO_QUOTE);
    feed(records, from, length);
    (void)feed_end(records);
    records->at = from + length;
    records->line = out->line + 1;
    out->open_quote = true;
    give(records, from, out);
    csv_free(&records->parser);
    parser_start(records, CSV_QUOTE);
}

/*
 * Is the record, not yet whole, an open quote? (2) is asked whenever its lines
 * have doubled: where every row lacks a closing quote each would be read fifty
 * times.
 */
static bool given_up(const struct records *records, size_t from, unsigned lines)
{
    size_t length = records->at - from;
    return lines > RECORDS_LINE_LIMIT || length > RECORDS_CELL_LIMIT ||
           ((lines & (lines - 1)) == 0 &&
            quote_astray(records->text + from, length, records->delimiter));
}

/* (1) Feeds lines until a record is whole. False: its quote never closes. */
static bool feed_record(struct records *records, size_t from, unsigned first)
{
    while (!records->done) {
        if (records->at == records->length) {
            if (!feed_end(records))
                return false;
            break;
        }
        size_t length = line_length(records, records->at);
        if (records->at != from || !feed_plain(records, from, length))
            feed(records, records->at, length);
        records->at += length;
        records->line++;
        if (!records->done && records->at < records->length &&
            given_up(records, from, records->line - first))
            return false;
    }
    return records->line - first == 1 || /* (2) */
           !quote_astray(records->text + from, records->at - from,
                         records->delimiter);
}

bool records_next(struct records *records, struct record *out)
{
    while (records->at < records->length) {
        size_t length = line_length(records, records->at);
        if (!blank_line(records->text + records->at, length))
            break;
        records->at += length;
        records->line++;
        records->row++;
    }
    if (records->at == records->length)
        return false;
    *out = (struct record){ .line = records->line, .row = records->row++ };
    size_t from = records->at;
    if (feed_record(records, from, out->line))
        give(records, from, out);
    else
        retry(records, from, out);
    return true;
}

const char *record_cell(const struct record *record, size_t column)
{
    return column < record->count ? record->cells[column] : "";
}

bool record_empty(const struct record *record)
{
    for (size_t i = 0; i < record->count; i++)
        if (record->cells[i][0] != '\0')
            return false;
    return true;
}
