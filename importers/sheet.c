/*
 * sheet.c - CSV bytes into a sheet.
 *
 *  (1) libcsv counts no lines, so it is fed one physical line at a time. It
 *      runs in strict mode, where a quote is either a bracket around a cell or
 *      doubled inside one: the number of quotes so far being odd means that a
 *      cell is still open, and the line that made it odd opened it.
 *  (2) A cell open over fifty lines or 64 KB was never meant: without this
 *      bound one lost quote swallows the rest of the file.
 *  (3) Blank records vanish; the first that is not blank holds the heads.
 *  (4) Short rows are filled up, so a few bytes a row can ask for cells without
 *      end: they are counted before they are made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <csv.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/grow.h"
#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "importers/sheet.h"

enum { OPEN_LINES = 50, OPEN_BYTES = 64 << 10, MOST_CELLS = 16 << 20 };

struct reader {
    struct sheet *sheet;
    struct arena *arena;
    struct fault *fault;
    bool failed;
    const char **record; /* the cells of the record being read */
    size_t record_count, record_room;
    unsigned record_line;
    const char **cells;
    size_t cell_count, cell_room;
    unsigned *lines;
    size_t line_count, line_room;
    unsigned quote_line; /* where the open cell was opened; 0 = none is */
    size_t quote_bytes;
};

static bool sheet_fault(struct reader *reader, unsigned line, size_t column,
                        const char *message, const char *key, const char *value)
{
    struct place place = { reader->sheet->path, line, (unsigned)column };
    reader->failed = true;
    return fault_set(reader->fault, FAULT_USAGE, place, message, key, value,
                     (char *)NULL);
}

static bool record_is_blank(const struct reader *reader)
{
    for (size_t i = 0; i < reader->record_count; i++)
        if (reader->record[i][0] != '\0')
            return false;
    return true;
}

static void take_heads(struct reader *reader)
{
    struct sheet *sheet = reader->sheet;
    struct symbols *seen = symbols_new(reader->arena);
    size_t count = reader->record_count;
    sheet->heads = arena_array(reader->arena, count, const char *);
    sheet->keys = arena_array(reader->arena, count, const char *);
    sheet->head_line = reader->record_line;
    for (size_t i = 0; i < count; i++) {
        sheet->heads[i] = reader->record[i];
        sheet->keys[i] = text_fold(reader->arena, reader->record[i]);
        const char *key = sheet->keys[i];
        uint32_t before = symbols_count(seen);
        if (key[0] != '\0' && symbol_intern(seen, key, strlen(key)) < before) {
            sheet_fault(reader, reader->record_line, i + 1,
                        "sheet.duplicate_head", "head", sheet->heads[i]);
            return;
        }
        sheet->head_count = i + 1;
    }
}

/* (4) False, with a fault: there is no room for so many cells more. */
static bool room_for(struct reader *reader, size_t more)
{
    if (more <= MOST_CELLS - reader->cell_count)
        return true;
    sheet_fault(reader, reader->record_line, 0, "sheet.too_large", NULL, NULL);
    return false;
}

static void take_row(struct reader *reader)
{
    size_t wanted = reader->sheet->head_count;
    if (!room_for(reader, wanted))
        return;
    for (size_t i = wanted; i < reader->record_count; i++) {
        if (reader->record[i][0] == '\0')
            continue;
        sheet_fault(reader, reader->record_line, i + 1, "sheet.long_row",
                    "value", reader->record[i]);
        return;
    }
    for (size_t i = 0; i < wanted; i++) {
        grow(reader->cells, reader->cell_count, reader->cell_room);
        reader->cells[reader->cell_count++] =
            i < reader->record_count ? reader->record[i] : "";
    }
    grow(reader->lines, reader->line_count, reader->line_room);
    reader->lines[reader->line_count++] = reader->record_line;
}

static void on_cell(void *bytes, size_t length, void *context)
{
    struct reader *reader = context;
    if (reader->failed || !room_for(reader, reader->record_count + 1))
        return;
    const char *cell = "";
    if (length > 0)
        cell =
            text_trim(reader->arena, arena_copy(reader->arena, bytes, length));
    grow(reader->record, reader->record_count, reader->record_room);
    reader->record[reader->record_count++] = cell;
}

static void on_record(int end, void *context)
{
    (void)end;
    struct reader *reader = context;
    if (!reader->failed && !record_is_blank(reader)) {
        if (reader->sheet->head_count == 0)
            take_heads(reader);
        else
            take_row(reader);
    }
    reader->record_count = 0;
}

/* The bytes up to and with the line's end: LF, CRLF or CR. */
static size_t line_length(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\n')
            return i + 1;
        if (bytes[i] == '\r')
            return i + 1 < length && bytes[i + 1] == '\n' ? i + 2 : i + 1;
    }
    return length;
}

/* Contracts 1 and 2. */
static bool watch_quotes(struct reader *reader, const char *bytes,
                         size_t length, unsigned line)
{
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] != '"')
            continue;
        reader->quote_line = reader->quote_line == 0 ? line : 0;
        reader->quote_bytes = 0;
    }
    if (reader->quote_line == 0)
        return true;
    reader->quote_bytes += length;
    if (line - reader->quote_line < OPEN_LINES &&
        reader->quote_bytes < OPEN_BYTES)
        return true;
    return sheet_fault(reader, reader->quote_line, 0, "sheet.open_quote", NULL,
                       NULL);
}

static bool feed(struct reader *reader, struct csv_parser *parser,
                 const char *bytes, size_t length)
{
    unsigned line = 1;
    for (size_t at = 0; at < length; line++) {
        size_t step = line_length(bytes + at, length - at);
        if (reader->quote_line == 0)
            reader->record_line = line;
        if (!watch_quotes(reader, bytes + at, step, line))
            return false;
        size_t done =
            csv_parse(parser, bytes + at, step, on_cell, on_record, reader);
        if (reader->failed)
            return false;
        if (done != step && csv_error(parser) == CSV_EPARSE)
            return sheet_fault(reader, line, reader->record_count + 1,
                               "sheet.bad_quote", NULL, NULL);
        if (done != step)
            out_of_memory(step);
        at += step;
    }
    if (reader->quote_line != 0)
        return sheet_fault(reader, reader->quote_line, 0, "sheet.open_quote",
                           NULL, NULL);
    if (csv_fini(parser, on_cell, on_record, reader) != 0)
        return sheet_fault(reader, line, 0, "sheet.bad_quote", NULL, NULL);
    return !reader->failed;
}

static unsigned line_of(const char *bytes, size_t offset)
{
    unsigned line = 1;
    for (size_t at = 0;; line++) {
        at += line_length(bytes + at, offset - at);
        if (at >= offset)
            break;
    }
    bool past_end =
        offset > 0 && (bytes[offset - 1] == '\n' || bytes[offset - 1] == '\r');
    return past_end ? line + 1 : line;
}

/* The delimiter the head row has more of; a comma when it has neither. */
static char find_delimiter(const char *bytes, size_t length)
{
    size_t commas = 0, semicolons = 0;
    bool quoted = false, text = false;
    for (size_t i = 0; i < length; i++) {
        char byte = bytes[i];
        if ((byte == '\n' || byte == '\r') && !quoted && text)
            break;
        if (byte == '"')
            quoted = !quoted;
        if (!quoted && byte == ',')
            commas++;
        if (!quoted && byte == ';')
            semicolons++;
        /* A row of nothing but delimiters is blank (contract 3). */
        text = text || strchr(" \t\r\n,;\"", byte) == NULL;
    }
    return semicolons > commas ? ';' : ',';
}

/* 12,5 somewhere in a sheet with semicolons: its decimal mark is a comma. */
static bool is_comma_number(const char *cell)
{
    const char *at = cell + (cell[0] == '-' || cell[0] == '+');
    size_t whole = strspn(at, "0123456789");
    size_t part = at[whole] == ',' ? strspn(at + whole + 1, "0123456789") : 0;
    return whole > 0 && part > 0 && at[whole + 1 + part] == '\0';
}

static void keep(struct reader *reader)
{
    struct sheet *sheet = reader->sheet;
    sheet->row_count = reader->line_count;
    sheet->cells = arena_array(reader->arena, reader->cell_count, const char *);
    sheet->lines = arena_array(reader->arena, reader->line_count, unsigned);
    sheet->decimal = '.';
    for (size_t i = 0; i < reader->cell_count; i++) {
        sheet->cells[i] = reader->cells[i];
        if (sheet->delimiter == ';' && is_comma_number(sheet->cells[i]))
            sheet->decimal = ',';
    }
    for (size_t i = 0; i < reader->line_count; i++)
        sheet->lines[i] = reader->lines[i];
}

static bool check_bytes(struct reader *reader, const char *bytes, size_t length)
{
    const char *nul = length == 0 ? NULL : memchr(bytes, '\0', length);
    if (nul != NULL)
        return sheet_fault(reader, line_of(bytes, (size_t)(nul - bytes)), 0,
                           "sheet.nul", NULL, NULL);
    size_t bad;
    if (!text_is_utf8(bytes, length, &bad))
        return sheet_fault(reader, line_of(bytes, bad), 0, "sheet.not_utf8",
                           NULL, NULL);
    return true;
}

bool sheet_parse(struct sheet *out, const char *path, const char *bytes,
                 size_t length, struct arena *arena, struct fault *fault)
{
    *out = (struct sheet){ .path = arena_string(arena, path) };
    struct reader reader = { .sheet = out, .arena = arena, .fault = fault };
    static const char mark[] = "\xEF\xBB\xBF";
    if (length >= 3 && memcmp(bytes, mark, 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    if (!check_bytes(&reader, bytes, length))
        return false;
    const char *text = text_nfc(arena, arena_copy(arena, bytes, length));
    length = strlen(text);
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        out_of_memory(sizeof parser);
    out->delimiter = find_delimiter(text, length);
    csv_set_delim(&parser, (unsigned char)out->delimiter);
    bool read = feed(&reader, &parser, text, length);
    csv_free(&parser);
    if (read && out->head_count == 0)
        read = sheet_fault(&reader, 0, 0, "sheet.empty", NULL, NULL);
    if (read)
        keep(&reader);
    free(reader.record);
    free(reader.cells);
    free(reader.lines);
    return read;
}

/* Standard input and pipes come piece by piece: their size is not known. */
static bool read_stream(struct text *into, FILE *stream, const char *path,
                        struct fault *fault)
{
    char piece[16384];
    size_t got;
    while ((got = fread(piece, 1, sizeof piece, stream)) > 0) {
        text_add_bytes(into, piece, got);
        if (into->length > FILE_DEFINITION_LIMIT)
            return fault_set(fault, FAULT_FILE, PLACE_FILE(path),
                             "sheet.too_large", (char *)NULL);
    }
    return ferror(stream) ? fault_errno(fault, path, "sheet.stdin") : true;
}

static bool is_pipe(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISFIFO(status.st_mode);
}

bool sheet_read(struct sheet *out, const char *path, struct arena *arena,
                struct fault *fault)
{
    bool standard = text_same(path, "-");
    if (standard || is_pipe(path)) {
        struct text all = text_new();
        FILE *stream = standard ? stdin : fopen(path, "rb");
        bool read = stream != NULL
                        ? read_stream(&all, stream, path, fault)
                        : fault_errno(fault, path, "file.unreadable");
        read =
            read && sheet_parse(out, path, all.bytes, all.length, arena, fault);
        if (stream != NULL && !standard)
            fclose(stream);
        text_free(&all);
        return read;
    }
    char *bytes;
    size_t length;
    return file_read(&bytes, &length, path, FILE_DEFINITION_LIMIT, arena,
                     fault) &&
           sheet_parse(out, path, bytes, length, arena, fault);
}
