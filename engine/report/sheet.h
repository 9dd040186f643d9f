/*
 * sheet.h - a sheet of a workbook: the blocks of a chapter one under the other,
 * or one long table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_SHEET_H
#define HOCTAP_REPORT_SHEET_H

#include "engine/report/workbook.h"

struct sheet {
    struct workbook *workbook;
    lxw_worksheet *page;
    lxw_row_t row;    /* the next free one */
    lxw_col_t across; /* so many columns carry a line of words, */
    double width;     /* so many characters wide */
    double *widths;   /* of the tables' columns */
    const char *name;
    const struct report_table *longest; /* of its tables; NULL = none */
    bool charted;
};

/* An empty sheet whose columns suit the tables among the blocks. */
struct sheet sheet_new(struct workbook *workbook, const char *title,
                       const struct block blocks[], size_t count);
/* Words over the width of the sheet; NULL and "" take no line. */
void sheet_words(struct sheet *sheet, enum look look, const char *text);
/* A line that leads to a sheet named so. */
void sheet_link(struct sheet *sheet, const char *name);
/* Figures are left out: what they show stands in the tables. */
void sheet_block(struct sheet *sheet, const struct block *block);

/* A sheet of its own for a table that is told. */
void sheet_annex(struct workbook *workbook, const struct report_annex *annex);

#endif
