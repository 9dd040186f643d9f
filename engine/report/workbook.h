/*
 * workbook.h - an XLSX file in the making: looks of cells, names of sheets, and
 * the text that may stand in a cell.
 *
 * Rows are written to passing files as they come, so that a workbook of a
 * million rows takes little memory; a sheet's rows must come in order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_WORKBOOK_H
#define HOCTAP_REPORT_WORKBOOK_H

#include <stdbool.h>
#include <xlsxwriter.h>

#include "engine/model/report_model.h"

struct arena;

enum look {
    LOOK_TITLE,
    LOOK_HEADING,
    LOOK_TEXT,
    LOOK_NOTE,
    LOOK_MARK, /* the draft's */
    LOOK_LINK,
    LOOK_PLAIN, /* cells of a long table */
    LOOK_CAPTION,
    LOOK_HEAD,
    LOOK_LEFT, /* cells of a table, as their columns are aligned */
    LOOK_RIGHT,
    LOOK_CENTRE,
    LOOK_COUNT
};

struct workbook {
    const struct report *report;
    lxw_workbook *book;
    struct arena *arena;
    struct worn *worn; /* private: the formats made so far */
    size_t worn_count, worn_room;
    const char **names; /* of the sheets, as given and folded */
    const char **folded;
    size_t sheets, room;
};

/* Room for so many sheets; they go into [path]. */
struct workbook workbook_open(const struct report *report, const char *path,
                              size_t sheets, struct arena *arena);

/* Writes the file out. */
lxw_error workbook_end(struct workbook *workbook);

/* The format of a look, coloured by standing, with a number format or NULL. */
lxw_format *workbook_look(struct workbook *workbook, enum look look,
                          enum standing standing, const char *number);

/* A sheet whose name comes from [title]: legal, short enough, the only one. */
lxw_worksheet *workbook_sheet(struct workbook *workbook, const char *title);

/* What a cell can hold: no control characters, not too long. */
const char *workbook_text(struct workbook *workbook, const char *text);

#endif
