/*
 * records.h - text into records, by libcsv, with true line numbers.
 *
 * A reader walks a text and gives one record after another. libcsv counts no
 * lines, drops blank ones and swallows the rest of a file after a quote that
 * never closes; so it is fed one physical line at a time, and a quoted cell
 * that grows past any sense is given up: its first line is read again without
 * quoting and the reader goes on with the line after it.
 *
 * Lines are physical (a text editor's), rows are a spreadsheet's: a quoted
 * newline starts a line but no row, a blank line is both. Lines end in LF, CRLF
 * or CR.
 *
 * Cells are trimmed of all white space, also the spaces that no keyboard types
 * (U+00A0, U+202F, U+3000), inside quotes too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_RECORDS_H
#define HOCTAP_IMPORTERS_RECORDS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct records;

/* A quoted cell past either is an open quote. */
enum { RECORDS_CELL_LIMIT = 64 << 10, RECORDS_LINE_LIMIT = 50 };

/* Valid until the next call. */
struct record {
    const char *const *cells;
    size_t count;
    unsigned line, row; /* where it starts, both from 1 */
    bool stray_quote;   /* a quote inside a cell, kept as it stands */
    bool open_quote;    /* a quote that never closes: read without quoting */
    bool nul;           /* it held a zero byte */
};

/* [text] must outlive the reader; the reader dies with the arena. */
struct records *records_new(const char *text, size_t length, char delimiter,
                            struct arena *arena);

/* False at the end. */
bool records_next(struct records *records, struct record *out);

/* How many bytes have been read. */
size_t records_at(const struct records *records);

/* The cell, or "" when the record is too short. */
const char *record_cell(const struct record *record, size_t column);
/* Are all its cells empty? */
bool record_empty(const struct record *record);

#endif
