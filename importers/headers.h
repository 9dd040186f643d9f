/*
 * headers.h - the rows above the figures: titles, and heads in several rows.
 *
 * The beginning of a file is held as a small grid of cells, as written and
 * folded. Heads are merged from one to four rows of it: in every row but the
 * last an empty cell takes the head to its left (a merged cell of the
 * spreadsheet), and the parts of a column are joined, empty parts and repeats
 * left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_HEADERS_H
#define HOCTAP_IMPORTERS_HEADERS_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/layout.h"

struct arena;

/*
 * Heads begin in one of the first HEADS_START records. Cells beyond the widest
 * sheet that spreadsheets know are no heads.
 */
enum { HEADS_START = 30, HEADS_ROWS = 4, TOP_ROWS = 60, MOST_COLUMNS = 16384 };

struct top_row {
    const char **cells, **folded;
    size_t count;
    unsigned line, row; /* row as a spreadsheet numbers them */
};

/* The beginning of a file. */
struct top {
    struct top_row rows[TOP_ROWS];
    size_t count;
};
void top_read(struct top *out, const char *text, size_t length, char delimiter,
              struct arena *arena);

/* Merged heads, one for each column. */
struct heads {
    size_t first, height; /* rows of the top; height 0: none */
    size_t count;         /* columns */
    const char **written; /* white space collapsed */
    const char **folded;
};

/* Which rows to merge, and what to put between the parts. */
struct head_rows {
    size_t first, height;
    const char *join;
    /* Rows that a layout names by number: others between them are no heads.
     * NULL = every row of the place. */
    const unsigned *only;
    size_t only_count;
};
/* The place as the layout wants it read. */
struct head_rows head_rows_of(const struct layout *layout, size_t first,
                              size_t height);
/* [folded_only]: leave [written] alone, for a trial. */
void heads_merge(struct heads *out, const struct top *top,
                 struct head_rows rows, bool folded_only, struct arena *arena);

/*
 * The rows that a layout's numbers name, as a place in the top that reaches
 * from the first to the last of them; false when one of them is blank or
 * beyond.
 */
bool heads_at_rows(const struct top *top, const struct layout *layout,
                   size_t *first, size_t *height);

/* Do the cells repeat a row of heads, as on a later page? Every cell that is
 * filled equals the head above it, and two or more are. */
bool heads_repeated(const struct top_row *head, const char *const cells[],
                    size_t count, struct arena *arena);

/* A row of column numbers right below the heads: (A) (B) (1) (2) … or 1 2 3 4
 * …, from 1 on, each one more than the one before. A number may say how its
 * column is made: (3)=(1)+(2), 3=2/1*100. */
bool heads_numbered(const char *const cells[], size_t count);

/* The column with that head, among alternatives a|b; NO_HEAD when none. */
#define NO_HEAD SIZE_MAX
size_t heads_find(const struct heads *heads, const char *alternatives);
/* Is the folded text one of the alternatives? */
bool head_is(const char *folded, const char *alternatives);

/* The layout's column for the head in place [at], or NULL. By its head before
 * by a pattern; the first in the layout's order. */
const struct layout_column *head_column(const struct layout *layout,
                                        const struct heads *heads, size_t at,
                                        struct arena *scratch);

/* Does one of the lines above row [first] fit the layout's title glob? */
bool title_fits(const struct top *top, size_t first, const char *glob,
                struct arena *scratch);
/* The non-empty cells of a row with spaces between. */
const char *top_line(const struct top_row *row, bool folded,
                     struct arena *arena);

#endif
