/*
 * headers.c - the rows above the figures: titles, and heads in several rows.
 *
 *  (1) Merging, as the header says. A part is a repeat when it equals, folded,
 *      an earlier part of the same column.
 *  (2) Rows that a layout names must follow one another among the records that
 *      are not blank, so that a merged head never skips a row of cells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/pattern.h"
#include "engine/base/text.h"
#include "importers/headers.h"
#include "importers/records.h"
#include "importers/words.h"

/* White space collapsed, as in a folded text, but nothing else changed. */
static const char *squeezed(struct arena *arena, const char *cell)
{
    if (strpbrk(cell, " \t\r\n\xC2\xE2\xE3") == NULL)
        return arena_string(arena, cell);
    struct text text = text_new();
    const char *word = text_trim(arena, cell);
    bool space = false;
    unsigned point;
    size_t taken, left = strlen(word);
    for (; (taken = text_decode(word, left, &point)) > 0;
         word += taken, left -= taken) {
        bool white = point == ' ' || (point >= '\t' && point <= '\r') ||
                     point == 0xA0 || (point >= 0x2000 && point <= 0x200A) ||
                     point == 0x202F || point == 0x3000;
        if (white && !space)
            text_add_char(&text, ' ');
        else if (!white)
            text_add_bytes(&text, word, taken);
        space = white;
    }
    const char *copy = arena_copy(arena, text.bytes, text.length);
    text_free(&text);
    return copy;
}

/* No head is that long: a file of one endless line is not walked for it. */
enum { LONGEST_HEAD = 4096 };

static void keep_row(struct top_row *row, const struct record *record,
                     struct arena *arena)
{
    row->count = record->count < MOST_COLUMNS ? record->count : MOST_COLUMNS;
    row->cells = arena_array(arena, row->count, const char *);
    row->folded = arena_array(arena, row->count, const char *);
    row->line = record->line;
    row->row = record->row;
    for (size_t i = 0; i < row->count; i++) {
        const char *cell = record->cells[i];
        if (strnlen(cell, LONGEST_HEAD + 1) > LONGEST_HEAD)
            cell = text_shown(arena, cell, LONGEST_HEAD);
        row->cells[i] = squeezed(arena, cell);
        row->folded[i] = words_fold(arena, cell);
    }
}

void top_read(struct top *out, const char *text, size_t length, char delimiter,
              struct arena *arena)
{
    struct records *records = records_new(text, length, delimiter, arena);
    struct record record;
    out->count = 0;
    while (out->count < TOP_ROWS && records_next(records, &record))
        keep_row(&out->rows[out->count++], &record, arena);
}

static bool is_repeat(const char *const parts[], size_t count, const char *part)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(parts[i], part) == 0)
            return true;
    return false;
}

/* The cell of a head row, or the one it is merged with. */
static size_t merged_cell(const struct top_row *row, size_t column, bool last)
{
    size_t at = column;
    while (!last && at > 0 && (at >= row->count || row->folded[at][0] == '\0'))
        at--;
    return at;
}

/* The parts of a column's head, joined both ways. */
struct joined {
    struct text key, written;
    const char *keys[HEADS_ROWS];
    size_t count;
};

static void join_part(struct joined *joined, const struct top_row *row,
                      size_t at, const char *join, const char *join_key)
{
    bool more = joined->count > 0;
    text_add(&joined->key, more ? join_key : "");
    text_add(&joined->key, row->folded[at]);
    text_add(&joined->written, more ? join : "");
    text_add(&joined->written, row->cells[at]);
    joined->keys[joined->count++] = row->folded[at];
}

struct head_rows head_rows_of(const struct layout *layout, size_t first,
                              size_t height)
{
    bool named = layout->header_row_count > 0;
    return (struct head_rows){ first, height, layout->header_join,
                               named ? layout->header_rows : NULL,
                               layout->header_row_count };
}

/* Does a row of the place hold heads? */
static bool is_head_row(const struct head_rows *rows, const struct top_row *row)
{
    for (size_t i = 0; i < rows->only_count; i++)
        if (rows->only[i] == row->row)
            return true;
    return rows->only == NULL;
}

static struct joined merge_column(const struct top *top, struct head_rows rows,
                                  size_t column, const char *join_key)
{
    struct joined joined = { text_new(), text_new(), { NULL }, 0 };
    for (size_t i = 0; i < rows.height; i++) {
        const struct top_row *row = &top->rows[rows.first + i];
        size_t at = merged_cell(row, column, i + 1 == rows.height);
        if (!is_head_row(&rows, row))
            continue;
        if (at < row->count && row->folded[at][0] != '\0' &&
            !is_repeat(joined.keys, joined.count, row->folded[at]))
            join_part(&joined, row, at, rows.join, join_key);
    }
    return joined;
}

void heads_merge(struct heads *out, const struct top *top,
                 struct head_rows rows, bool folded_only, struct arena *arena)
{
    *out = (struct heads){ .first = rows.first, .height = rows.height };
    if (rows.height == 1) { /* nothing to merge: the common case */
        out->count = top->rows[rows.first].count;
        out->folded = top->rows[rows.first].folded;
        out->written = top->rows[rows.first].cells;
        return;
    }
    for (size_t i = rows.first; i < rows.first + rows.height; i++)
        if (is_head_row(&rows, &top->rows[i]) &&
            top->rows[i].count > out->count)
            out->count = top->rows[i].count;
    out->folded = arena_array(arena, out->count, const char *);
    out->written = arena_array(arena, out->count, const char *);
    /* Folding trims, so the join is folded between two letters. */
    char *key = words_fold(arena, arena_format(arena, "x%sx", rows.join));
    key[strlen(key) - 1] = '\0';
    for (size_t column = 0; column < out->count; column++) {
        struct joined joined = merge_column(top, rows, column, key + 1);
        out->folded[column] =
            arena_copy(arena, joined.key.bytes, joined.key.length);
        if (!folded_only)
            out->written[column] =
                arena_copy(arena, joined.written.bytes, joined.written.length);
        text_free(&joined.key);
        text_free(&joined.written);
    }
}

bool heads_at_rows(const struct top *top, const struct layout *layout,
                   size_t *first, size_t *height)
{
    const unsigned *rows = layout->header_rows;
    size_t at = 0;
    for (size_t i = 0; i < layout->header_row_count; i++) {
        while (at < top->count && top->rows[at].row < rows[i])
            at++;
        if (at >= top->count || top->rows[at].row != rows[i]) /* (2) */
            return false;
        if (i == 0)
            *first = at;
    }
    *height = at + 1 - *first;
    return layout->header_row_count > 0;
}

/* A head that holds a bar itself, named whole: spaces around bars are no part
 * of the alternatives. */
static bool is_whole(const char *folded, const char *alternatives)
{
    while (*folded != '\0') {
        const char *bar = folded + strspn(folded, " ");
        if (*bar == '|')
            folded = bar;
        if (*folded != *alternatives)
            return false;
        alternatives++;
        folded += 1 + (*folded == '|' ? strspn(folded + 1, " ") : 0);
    }
    return *alternatives == '\0';
}

bool head_is(const char *folded, const char *alternatives)
{
    if (strchr(folded, '|') != NULL)
        return is_whole(folded, alternatives);
    size_t length = strlen(folded);
    for (const char *at = alternatives;; at++) {
        at += strspn(at, " ");
        size_t size = strcspn(at, "|"), used = size;
        while (used > 0 && at[used - 1] == ' ')
            used--;
        if (used == length && memcmp(at, folded, length) == 0)
            return true;
        at += size;
        if (*at == '\0')
            return false;
    }
}

size_t heads_find(const struct heads *heads, const char *alternatives)
{
    for (size_t i = 0; i < heads->count; i++)
        if (head_is(heads->folded[i], alternatives))
            return i;
    return NO_HEAD;
}

const struct layout_column *head_column(const struct layout *layout,
                                        const struct heads *heads, size_t at,
                                        struct arena *scratch)
{
    if (heads->folded[at][0] == '\0')
        return NULL;
    for (size_t i = 0; i < layout->column_count; i++)
        if (layout->columns[i].head != NULL &&
            head_is(heads->folded[at], layout->columns[i].head))
            return &layout->columns[i];
    for (size_t i = 0; i < layout->column_count; i++)
        if (layout->columns[i].match != NULL &&
            pattern_match(layout->columns[i].match, heads->written[at], true,
                          NULL, 0, scratch))
            return &layout->columns[i];
    return NULL;
}

/* Folding plain ASCII only makes its letters small: one that begins with
 * another character than the folded head needs no folding to be told apart. */
static bool begins_otherwise(const char *cell, const char *folded)
{
    unsigned char first = (unsigned char)cell[0],
                  wanted = (unsigned char)folded[0];
    if (first <= ' ' || first >= 0x80)
        return false;
    if (first >= 'A' && first <= 'Z')
        first = (unsigned char)(first - 'A' + 'a');
    return first != wanted && wanted < 0x80;
}

bool heads_repeated(const struct top_row *head, const char *const cells[],
                    size_t count, struct arena *arena)
{
    size_t same = 0;
    for (size_t i = 0; i < count; i++) {
        if (cells[i][0] == '\0')
            continue;
        if (i >= head->count || begins_otherwise(cells[i], head->folded[i]) ||
            strcmp(words_fold(arena, cells[i]), head->folded[i]) != 0)
            return false;
        same++;
    }
    return same >= 2;
}

/* Nothing, or how the column is made of others: "=2+3", " = (2)/(1)*100". */
static bool is_formula(const char *rest)
{
    rest += strspn(rest, " ");
    return rest[0] == '\0' ||
           (rest[0] == '=' && rest[1] != '\0' &&
            rest[1 + strspn(rest + 1, "0123456789()+-*/:x% ")] == '\0');
}

/* "(7)", "7", "7=5+6" and "(7=5+6)" are 7; anything else -1. */
static long column_number(const char *cell)
{
    bool bracket = cell[0] == '(';
    cell += bracket;
    size_t length = strspn(cell, "0123456789");
    const char *rest = cell + length;
    bool closed = bracket && *rest == ')';
    if (length == 0 || length > 3 || (bracket && !closed && *rest != '=') ||
        !is_formula(rest + closed))
        return -1;
    return strtol(cell, NULL, 10);
}

/* "A", "(B)", or empty. */
static bool column_letter(const char *cell)
{
    size_t length = strlen(cell);
    if (length == 3 && cell[0] == '(' && cell[2] == ')')
        cell++;
    else if (length > 1)
        return false;
    return length == 0 || (*cell >= 'A' && *cell <= 'Z') ||
           (*cell >= 'a' && *cell <= 'z');
}

bool heads_numbered(const char *const cells[], size_t count)
{
    long before = 0;
    bool marked = false; /* letters or brackets: surely no figures */
    for (size_t i = 0; i < count; i++) {
        const char *cell = cells[i];
        long number = column_number(cell);
        marked = marked || cell[0] == '(' || strchr(cell, '=') != NULL ||
                 (number < 0 && cell[0] != '\0');
        if (number < 0 ? before > 0 || !column_letter(cell)
                       : number != before + 1)
            return false;
        before = number < 0 ? before : number;
    }
    return before >= (marked ? 2 : 4);
}

const char *top_line(const struct top_row *row, bool folded,
                     struct arena *arena)
{
    struct text line = text_new();
    text_add(&line, "");
    for (size_t i = 0; i < row->count; i++) {
        const char *cell = folded ? row->folded[i] : row->cells[i];
        if (cell[0] == '\0')
            continue;
        text_add(&line, line.length > 0 ? " " : "");
        text_add(&line, cell);
    }
    const char *copy = arena_copy(arena, line.bytes, line.length);
    text_free(&line);
    return copy;
}

bool title_fits(const struct top *top, size_t first, const char *glob,
                struct arena *scratch)
{
    for (size_t i = 0; i < first; i++) {
        if (glob_match(glob, top_line(&top->rows[i], true, scratch)))
            return true;
        for (size_t k = 0; k < top->rows[i].count; k++)
            if (glob_match(glob, top->rows[i].folded[k]))
                return true;
    }
    return false;
}
