/*
 * sheet.h - a small table of cells: a CSV file with one row of heads.
 *
 * For the project's own tables (areas.csv, targets.csv …) and for --table, not
 * for the exports of offices: here the first row that is not blank holds the
 * heads, the bytes are UTF-8, and what cannot be read is a fault, not a
 * finding. Definition files are small; the whole sheet is held in memory.
 *
 *  - The delimiter is , or ; whichever the head row has more of.
 *  - A byte order mark is dropped; lines end in LF, CRLF or CR; text is brought
 *    into NFC; cells and heads are trimmed.
 *  - Lines are physical: those of a text editor, also after quoted newlines. A
 *    row's line is the one it begins in; a place's column is the cell's number.
 *  - Blank rows are left out. A short row is filled with empty cells; a cell
 *    beyond the last head is a fault unless it is empty.
 *  - In a sheet with ; a number may have a decimal comma; then no number of
 *    that sheet may have a point.
 *
 * Faults: no such file, empty, not UTF-8, a NUL byte, a quote that is not
 * closed or stands inside a cell undoubled, a head twice, more than 16 million
 * cells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_SHEET_H
#define HOCTAP_IMPORTERS_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/date.h"
#include "engine/base/fault.h"

struct arena;

#define NO_COLUMN SIZE_MAX

struct sheet {
    const char *path;   /* "-" for stdin */
    char delimiter;     /* , or ; */
    char decimal;       /* . or , */
    const char **heads; /* trimmed, as written; "" for an empty head */
    const char **keys;  /* the heads folded */
    size_t head_count;
    unsigned head_line;
    const char **cells; /* row after row, head_count each; never NULL */
    unsigned *lines;    /* of each row */
    size_t row_count;
};

/* All memory is the arena's. [path] "-" reads stdin. */
bool sheet_read(struct sheet *out, const char *path, struct arena *arena,
                struct fault *fault) __attribute__((warn_unused_result));
/* The same from memory; [path] is only a name. */
bool sheet_parse(struct sheet *out, const char *path, const char *bytes,
                 size_t length, struct arena *arena, struct fault *fault)
    __attribute__((warn_unused_result));

/* The column with that head, whatever its case; NO_COLUMN when none. */
size_t sheet_column(const struct sheet *sheet, const char *head);
/* "" when [column] is NO_COLUMN. */
const char *sheet_cell(const struct sheet *sheet, size_t row, size_t column);
/* Where the cell stands; NO_COLUMN: the row as a whole. */
struct place sheet_place(const struct sheet *sheet, size_t row, size_t column);

/* Faults unless there is such a column; names the nearest head. */
bool sheet_needs(const struct sheet *sheet, const char *head, size_t *column,
                 struct fault *fault) __attribute__((warn_unused_result));
/* Faults when a head is not one of [known]; names the nearest known one. */
bool sheet_only(const struct sheet *sheet, const char *const known[],
                size_t count, struct fault *fault)
    __attribute__((warn_unused_result));

/*
 * Cells read by type. An empty cell, or NO_COLUMN, leaves *out alone and is no
 * fault.
 */
bool sheet_number(const struct sheet *sheet, size_t row, size_t column,
                  double *out, struct fault *fault)
    __attribute__((warn_unused_result));
bool sheet_date(const struct sheet *sheet, size_t row, size_t column, date *out,
                struct fault *fault) __attribute__((warn_unused_result));
/* *out = index among the words; compared as they stand. */
struct sheet_words {
    const char *const *items;
    size_t count;
};
bool sheet_choice(const struct sheet *sheet, size_t row, size_t column,
                  struct sheet_words words, int *out, struct fault *fault)
    __attribute__((warn_unused_result));
/* Faults when the cell is empty. */
bool sheet_filled(const struct sheet *sheet, size_t row, size_t column,
                  struct fault *fault) __attribute__((warn_unused_result));

#endif
