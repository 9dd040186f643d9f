/*
 * rows.h - a table of cells, printed as CSV, as JSON or for the eye.
 *
 * A door for all results: the caller names the columns once, then gives cell
 * after cell; a row is full when every column has its cell. Text is quoted as
 * its format asks. Numbers are empty (CSV), null (JSON) or blank (table) when
 * absent.
 *
 * ROWS_CSV_EXCEL is CSV for Vietnamese spreadsheets: BOM, semicolons, decimal
 * comma, and text that would start a formula guarded by an apostrophe.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_ROWS_H
#define HOCTAP_BASE_ROWS_H

#include <stdbool.h>
#include <stddef.h>

struct text;
struct rows;

enum rows_format { ROWS_CSV, ROWS_CSV_EXCEL, ROWS_JSON, ROWS_TABLE };

/* [columns] must outlive the rows. Output is added to [out]. */
struct rows *rows_new(enum rows_format format, const char *const columns[],
                      size_t count, struct text *out);
/* CSV without the row of heads: more rows of a list that has it. */
struct rows *rows_continue(enum rows_format format, const char *const columns[],
                           size_t count, struct text *out);
void rows_text(struct rows *rows, const char *text); /* NULL = empty */
void rows_number(struct rows *rows, double value);   /* 12 digits */
void rows_exact(struct rows *rows, double value);    /* shortest */
void rows_whole(struct rows *rows, long value);
/* The same for whoever keeps cells himself: the columns' names come first, then
 * cell after cell; numbers as text of 12 digits, NULL and absent as "". */
struct rows_sink {
    void (*cell)(void *context, const char *text, bool number);
    void *context;
};
struct rows *rows_into(struct rows_sink sink, const char *const columns[],
                       size_t count);
/* Writes what is still held (JSON's bracket, the table's widths), and frees. */
void rows_finish(struct rows *rows);

/* One CSV cell with its quoting, for those who write a line themselves. */
void csv_add_cell(struct text *out, const char *cell, char delimiter);

#endif
