/*
 * rows.c - a table of cells, printed as CSV, as JSON or for the eye.
 *
 *  (1) CSV follows RFC 4180 with LF: a cell is quoted when it holds the
 *      delimiter, a quote or a line end. A row of one empty cell is written as
 *      "", since a blank line would be no row.
 *  (2) Numbers in JSON have the digits of the CSV; so they are written here,
 *      and jansson, which has digits of its own, only quotes text.
 *  (3) The table for the eye is held until all widths are known. Control
 *      characters become spaces, so that no cell can move the cursor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/base/rows.h"
#include "engine/base/text.h"

struct held {
    const char *text;
    bool number;
};

struct rows {
    enum rows_format format;
    struct rows_sink sink; /* if there is one, the format is of no account */
    const char *const *columns;
    size_t width;  /* columns in a row */
    size_t column; /* the next one to be given */
    size_t row;
    struct text *out;
    struct text number; /* the one being written */
    struct arena *arena;
    const char **keys;  /* JSON: the columns quoted */
    struct held *cells; /* for the eye: row after row */
    size_t count, room;
};

/* Also the end of the cell. */
static bool is_special(char c, char delimiter)
{
    return c == '\0' || c == delimiter || c == '"' || c == '\r' || c == '\n';
}

void csv_add_cell(struct text *out, const char *cell, char delimiter)
{
    size_t length = 0;
    while (!is_special(cell[length], delimiter))
        length++;
    if (cell[length] == '\0') {
        text_add_bytes(out, cell, length);
        return;
    }
    text_add_char(out, '"');
    for (; *cell != '\0'; cell++) {
        if (*cell == '"')
            text_add_char(out, '"');
        text_add_char(out, *cell);
    }
    text_add_char(out, '"');
}

/* What a spreadsheet would take for a formula, or pass on to one. */
static bool starts_formula(const char *cell)
{
    return cell[0] != '\0' && strchr("=+-@\t\r", cell[0]) != NULL;
}

static void next_cell(struct rows *rows)
{
    if (++rows->column == rows->width) {
        rows->column = 0;
        rows->row++;
    }
}

static void begin_csv(struct rows *rows)
{
    if (rows->column > 0)
        text_add_char(rows->out, rows->format == ROWS_CSV_EXCEL ? ';' : ',');
}

static void end_csv(struct rows *rows)
{
    next_cell(rows);
    if (rows->column == 0)
        text_add_char(rows->out, '\n');
}

static void add_csv(struct rows *rows, const char *cell, bool number)
{
    bool excel = rows->format == ROWS_CSV_EXCEL;
    if (rows->width == 1 && cell[0] == '\0') {
        text_add(rows->out, "\"\""); /* (1) */
        return;
    }
    if (!excel && number) {
        text_add(rows->out, cell); /* nothing in it needs quotes */
        return;
    }
    if (!excel || !(number || starts_formula(cell))) {
        csv_add_cell(rows->out, cell, excel ? ';' : ',');
        return;
    }
    struct arena_mark mark = arena_mark(rows->arena);
    char *copy = arena_format(rows->arena, "%s%s", number ? "" : "'", cell);
    char *point = number ? strchr(copy, '.') : NULL;
    if (point != NULL)
        *point = ',';
    csv_add_cell(rows->out, copy, ';');
    arena_rewind(rows->arena, mark);
}

static void add_json_text(struct rows *rows, struct text *out, const char *text)
{
    json_t *string = json_string(text);
    if (string == NULL)
        string = json_string(text_repair(rows->arena, text));
    char *quoted = json_dumps(string, JSON_ENCODE_ANY);
    json_decref(string);
    if (quoted == NULL)
        out_of_memory(strlen(text));
    text_add(out, quoted);
    free(quoted);
}

static void add_json(struct rows *rows, const char *cell, bool number)
{
    if (rows->column == 0)
        text_add(rows->out, rows->row == 0 ? "\n{" : ",\n{");
    else
        text_add(rows->out, ", ");
    text_add(rows->out, rows->keys[rows->column]);
    text_add(rows->out, ": ");
    if (cell == NULL || (number && cell[0] == '\0'))
        text_add(rows->out, "null");
    else if (number)
        text_add(rows->out, cell);
    else
        add_json_text(rows, rows->out, cell);
    if (rows->column + 1 == rows->width)
        text_add_char(rows->out, '}');
}

/* Control characters, the two-byte ones (U+0080 to U+009F) too: spaces. */
static char *harmless(struct arena *arena, const char *cell)
{
    char *copy = text_repair(arena, cell), *end = copy;
    for (char *c = copy; *c != '\0'; c++) {
        unsigned char byte = (unsigned char)*c, after = (unsigned char)c[1];
        if (byte == 0xC2 && after < 0xA0)
            *c = c[1] = ' ';
        else if (byte < ' ' || byte == 0x7F)
            *c = ' ';
        if (*c != ' ')
            end = c + 1;
    }
    *end = '\0'; /* no spaces at the end of a line */
    return copy;
}

static void hold(struct rows *rows, const char *cell, bool number)
{
    grow(rows->cells, rows->count, rows->room);
    rows->cells[rows->count++] =
        (struct held){ harmless(rows->arena, cell), number };
}

static void add_cell(struct rows *rows, const char *cell, bool number)
{
    struct arena_mark mark;
    if (rows->sink.cell != NULL) {
        rows->sink.cell(rows->sink.context, cell == NULL ? "" : cell, number);
        next_cell(rows);
        return;
    }
    switch (rows->format) {
    case ROWS_CSV:
    case ROWS_CSV_EXCEL:
        begin_csv(rows);
        add_csv(rows, cell == NULL ? "" : cell, number);
        end_csv(rows);
        return;
    case ROWS_JSON:
        mark = arena_mark(rows->arena);
        add_json(rows, cell, number);
        arena_rewind(rows->arena, mark);
        break;
    case ROWS_TABLE:
        hold(rows, cell == NULL ? "" : cell, number);
        break;
    }
    next_cell(rows);
}

/* The opening: JSON's bracket and keys, or the row of heads. */
static void open_rows(struct rows *rows)
{
    if (rows->format == ROWS_JSON) {
        rows->keys = arena_array(rows->arena, rows->width, const char *);
        for (size_t i = 0; i < rows->width; i++) {
            struct text key = text_new();
            add_json_text(rows, &key, rows->columns[i]);
            rows->keys[i] = arena_copy(rows->arena, key.bytes, key.length);
            text_free(&key);
        }
        text_add_char(rows->out, '[');
        return;
    }
    if (rows->format == ROWS_CSV_EXCEL)
        text_add(rows->out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < rows->width; i++)
        add_cell(rows, rows->columns[i], false);
    rows->row = 0;
}

static struct rows *rows_of(enum rows_format format,
                            const char *const columns[], size_t count,
                            struct text *out)
{
    assert(count > 0);
    struct arena *arena = arena_new();
    struct rows *rows = arena_new_of(arena, struct rows);
    rows->format = format;
    rows->columns = columns;
    rows->width = count;
    rows->out = out;
    rows->arena = arena;
    arena_defer(arena, grow_release, &rows->cells);
    rows->number = text_new();
    arena_defer(arena, grow_release, &rows->number.bytes);
    return rows;
}

struct rows *rows_into(struct rows_sink sink, const char *const columns[],
                       size_t count)
{
    struct rows *rows = rows_of(ROWS_TABLE, columns, count, NULL);
    rows->sink = sink;
    open_rows(rows);
    return rows;
}

struct rows *rows_continue(enum rows_format format, const char *const columns[],
                           size_t count, struct text *out)
{
    assert(format == ROWS_CSV || format == ROWS_CSV_EXCEL);
    return rows_of(format, columns, count, out);
}

struct rows *rows_new(enum rows_format format, const char *const columns[],
                      size_t count, struct text *out)
{
    struct rows *rows = rows_of(format, columns, count, out);
    open_rows(rows);
    return rows;
}

void rows_text(struct rows *rows, const char *text)
{
    add_cell(rows, text, false);
}

void rows_number(struct rows *rows, double value)
{
    if (rows->format == ROWS_CSV && rows->width > 1) { /* where most are */
        begin_csv(rows);
        number_add(rows->out, value);
        end_csv(rows);
        return;
    }
    text_clear(&rows->number);
    number_add(&rows->number, value);
    add_cell(rows, rows->number.bytes, true);
}

void rows_exact(struct rows *rows, double value)
{
    text_clear(&rows->number);
    number_add_exact(&rows->number, value);
    add_cell(rows, rows->number.bytes, true);
}

void rows_whole(struct rows *rows, long value)
{
    char number[32];
    snprintf(number, sizeof number, "%ld", value);
    add_cell(rows, number, true);
}

static void add_spaces(struct text *out, size_t count)
{
    for (; count > 0; count--)
        text_add_char(out, ' ');
}

/* A line of the table; spaces at its end are left out. */
static void add_line(const struct rows *rows, const struct held *cells,
                     const size_t *widths, const bool *right)
{
    size_t owed = 0; /* spaces to come, if anything follows them */
    for (size_t i = 0; i < rows->width; i++) {
        size_t gap = widths[i] - text_columns(cells[i].text);
        size_t before = right[i] ? gap : 0;
        if (cells[i].text[0] != '\0') {
            add_spaces(rows->out, owed + before);
            text_add(rows->out, cells[i].text);
            owed = gap - before + 2;
        } else {
            owed += widths[i] + 2;
        }
    }
    text_add_char(rows->out, '\n');
}

static void add_rule(const struct rows *rows, const size_t *widths)
{
    for (size_t i = 0; i < rows->width; i++) {
        add_spaces(rows->out, i == 0 ? 0 : 2);
        for (size_t k = 0; k < widths[i]; k++)
            text_add_char(rows->out, '-');
    }
    text_add_char(rows->out, '\n');
}

/* (3) A column with numbers is set to the right, its head too. */
static void print_table(struct rows *rows)
{
    size_t *widths = arena_array(rows->arena, rows->width, size_t);
    bool *right = arena_array(rows->arena, rows->width, bool);
    for (size_t i = 0; i < rows->count; i++) {
        size_t columns = text_columns(rows->cells[i].text);
        if (columns > widths[i % rows->width])
            widths[i % rows->width] = columns;
        if (rows->cells[i].number)
            right[i % rows->width] = true;
    }
    for (size_t i = 0; i + rows->width <= rows->count; i += rows->width) {
        add_line(rows, rows->cells + i, widths, right);
        if (i == 0)
            add_rule(rows, widths);
    }
}

void rows_finish(struct rows *rows)
{
    assert(rows->column == 0); /* the last row is full */
    if (rows->format == ROWS_JSON)
        text_add(rows->out, rows->row == 0 ? "]\n" : "\n]\n");
    else if (rows->format == ROWS_TABLE)
        print_table(rows);
    arena_free(rows->arena);
}
