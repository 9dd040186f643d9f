/*
 * sheet_annex.c - a sheet for a table that is told cell by cell.
 *
 *  (1) Numbers are those of the CSV, digit for digit.
 *  (2) The first line says what the sheet is; the heads stay in sight.
 *  (3) Widths come from the first rows, since rows cannot be read twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/rows.h"
#include "engine/base/text.h"
#include "engine/report/column_width.h"
#include "engine/report/sheet.h"

enum { HEADS_ROW = 1, ROWS_MEASURED = 200 };

struct filling {
    struct sheet sheet;
    const struct report_annex *annex;
    size_t column;
    size_t *widths;
    lxw_format *head, *words, *number;
};

/* (3) */
static void measure(struct filling *filling, const char *text)
{
    size_t length = text_length(text) + 2;
    size_t *width = &filling->widths[filling->column];
    if (filling->sheet.row > HEADS_ROW + ROWS_MEASURED || length <= *width)
        return;
    *width = length < WIDTH_MOST ? length : WIDTH_MOST;
}

static void put(void *context, const char *text, bool is_number)
{
    struct filling *filling = context;
    struct sheet *sheet = &filling->sheet;
    struct arena_mark mark = arena_mark(sheet->workbook->arena);
    lxw_col_t column = (lxw_col_t)filling->column;
    bool head = sheet->row == HEADS_ROW;
    double number;
    measure(filling, text);
    if (is_number && number_parse(text, &number)) /* (1) */
        worksheet_write_number(sheet->page, sheet->row, column, number,
                               filling->number);
    else if (*text != '\0')
        worksheet_write_string(sheet->page, sheet->row, column,
                               workbook_text(sheet->workbook, text),
                               head ? filling->head : filling->words);
    arena_rewind(sheet->workbook->arena, mark);
    if (++filling->column == filling->annex->column_count) {
        filling->column = 0;
        sheet->row++;
    }
}

static void finish(const struct filling *filling)
{
    lxw_worksheet *page = filling->sheet.page;
    lxw_col_t columns = (lxw_col_t)filling->annex->column_count;
    for (lxw_col_t c = 0; c < columns; c++)
        worksheet_set_column(page, c, c, (double)filling->widths[c], NULL);
    worksheet_freeze_panes(page, HEADS_ROW + 1, 1);
    worksheet_repeat_rows(page, 0, HEADS_ROW);
    if (filling->annex->rows > 0)
        worksheet_autofilter(page, HEADS_ROW, 0, filling->sheet.row - 1,
                             (lxw_col_t)(columns - 1));
}

void sheet_annex(struct workbook *workbook, const struct report_annex *annex)
{
    struct filling filling = {
        .sheet = sheet_new(workbook, annex->title, NULL, 0),
        .annex = annex,
        .widths = arena_array(workbook->arena, annex->column_count, size_t),
        .head = workbook_look(workbook, LOOK_HEAD, STANDING_NONE, NULL),
        .words = workbook_look(workbook, LOOK_PLAIN, STANDING_NONE, NULL),
    };
    filling.number = filling.words;
    sheet_words(&filling.sheet, LOOK_NOTE, annex->note); /* (2) */
    filling.sheet.row = HEADS_ROW;
    struct rows_sink sink = { put, &filling };
    struct rows *rows = rows_into(sink, annex->columns, annex->column_count);
    annex->tell(annex, rows);
    rows_finish(rows);
    finish(&filling);
}
