/*
 * sheet_cells.c - finding columns and reading cells by type.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "importers/sheet.h"
#include "importers/unknown.h"

enum { NUMBER_ROOM = 64 };

size_t sheet_column(const struct sheet *sheet, const char *head)
{
    struct arena *scratch = arena_new();
    const char *key = text_fold(scratch, head);
    size_t found = NO_COLUMN;
    for (size_t i = 0; i < sheet->head_count && found == NO_COLUMN; i++)
        if (key[0] != '\0' && text_same(sheet->keys[i], key))
            found = i;
    arena_free(scratch);
    return found;
}

const char *sheet_cell(const struct sheet *sheet, size_t row, size_t column)
{
    assert(row < sheet->row_count);
    if (column == NO_COLUMN)
        return "";
    assert(column < sheet->head_count);
    return sheet->cells[row * sheet->head_count + column];
}

struct place sheet_place(const struct sheet *sheet, size_t row, size_t column)
{
    unsigned cell = column == NO_COLUMN ? 0 : (unsigned)column + 1;
    return (struct place){ sheet->path, sheet->lines[row], cell };
}

bool sheet_needs(const struct sheet *sheet, const char *head, size_t *column,
                 struct fault *fault)
{
    *column = sheet_column(sheet, head);
    if (*column != NO_COLUMN)
        return true;
    struct place place = { sheet->path, sheet->head_line, 0 };
    return unknown_word(fault, place, "sheet.missing_column", head,
                        text_nearest(head, sheet->heads, sheet->head_count));
}

bool sheet_only(const struct sheet *sheet, const char *const known[],
                size_t count, struct fault *fault)
{
    struct arena *scratch = arena_new();
    bool *found = arena_array(scratch, sheet->head_count, bool);
    for (size_t k = 0; k < count; k++) {
        size_t column = sheet_column(sheet, known[k]);
        if (column != NO_COLUMN)
            found[column] = true;
    }
    bool sound = true;
    for (size_t i = 0; i < sheet->head_count && sound; i++) {
        if (found[i] || sheet->keys[i][0] == '\0')
            continue;
        struct place place = { sheet->path, sheet->head_line, (unsigned)i + 1 };
        sound =
            unknown_word(fault, place, "sheet.unknown_column", sheet->heads[i],
                         text_nearest(sheet->heads[i], known, count));
    }
    arena_free(scratch);
    return sound;
}

static bool bad_cell(const struct sheet *sheet, size_t row, size_t column,
                     const char *message, struct fault *fault)
{
    return fault_set(fault, FAULT_USAGE, sheet_place(sheet, row, column),
                     message, "head",
                     column == NO_COLUMN ? "" : sheet->heads[column], "value",
                     sheet_cell(sheet, row, column), (char *)NULL);
}

bool sheet_number(const struct sheet *sheet, size_t row, size_t column,
                  double *out, struct fault *fault)
{
    const char *cell = sheet_cell(sheet, row, column);
    if (cell[0] == '\0')
        return true;
    char plain[NUMBER_ROOM];
    size_t length = strlen(cell);
    bool fits = length < sizeof plain;
    if (fits && sheet->decimal == ',') {
        /* One convention a sheet: see contract in sheet.h. */
        fits = strchr(cell, '.') == NULL;
        memcpy(plain, cell, length + 1);
        char *comma = strchr(plain, ',');
        if (comma != NULL)
            *comma = '.';
        cell = plain;
    }
    if (fits && number_parse(cell, out))
        return true;
    return bad_cell(sheet, row, column, "sheet.bad_number", fault);
}

bool sheet_date(const struct sheet *sheet, size_t row, size_t column, date *out,
                struct fault *fault)
{
    const char *cell = sheet_cell(sheet, row, column);
    return cell[0] == '\0' || date_parse(cell, out) ||
           bad_cell(sheet, row, column, "sheet.bad_date", fault);
}

bool sheet_choice(const struct sheet *sheet, size_t row, size_t column,
                  struct sheet_words words, int *out, struct fault *fault)
{
    const char *cell = sheet_cell(sheet, row, column);
    if (cell[0] == '\0')
        return true;
    for (size_t i = 0; i < words.count; i++) {
        if (!text_same(cell, words.items[i]))
            continue;
        *out = (int)i;
        return true;
    }
    return unknown_choice(fault, sheet_place(sheet, row, column),
                          "sheet.unknown_choice", cell, words.items,
                          words.count);
}

bool sheet_filled(const struct sheet *sheet, size_t row, size_t column,
                  struct fault *fault)
{
    return sheet_cell(sheet, row, column)[0] != '\0' ||
           bad_cell(sheet, row, column, "sheet.empty_cell", fault);
}
