/*
 * sheet.c - a sheet of a workbook.
 *
 *  (1) Words run over merged cells, whose height is reckoned, since programs
 *      fit the height of single cells only.
 *  (2) A number is a number, shown as the report prints it, where its text is
 *      nothing but that number; else the text stands.
 *  (3) Text is always written as text, so that none becomes a formula.
 *  (4) The sheet's longest table gets the filter; a filter hides rows, and
 *      there can be only one.
 *  (5) A4 across, as wide as the page, the top line again on every page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/sheet.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/report/column_width.h"
#include "engine/report/number_format.h"
#include "engine/report/sheet_chart.h"

enum {
    PAPER_A4 = 9,
    WIDTH_OF_WORDS = 110, /* a line of words is at least so wide */
    WIDTH_USUAL = 9,
    LINE_POINTS = 15,
    POINTS_MOST = 400, /* a row cannot be higher than 409 */
    ROWS_FOR_FILTER = 5
};

/* (5) */
static void set_print(lxw_worksheet *page, lxw_row_t heads)
{
    worksheet_set_landscape(page);
    worksheet_set_paper(page, PAPER_A4);
    worksheet_set_margins(page, 0.6, 0.6, 0.75, 0.75);
    worksheet_fit_to_pages(page, 1, 0);
    worksheet_repeat_rows(page, 0, heads);
    worksheet_set_footer(page, "&L&A&C&P / &N");
}

/* Each column as wide as the widest table asks for it. */
static void set_widths(struct sheet *sheet, const struct block blocks[],
                       size_t count)
{
    lxw_col_t columns = 0;
    for (size_t i = 0; i < count; i++)
        if (blocks[i].kind == BLOCK_TABLE && blocks[i].table->columns > columns)
            columns = (lxw_col_t)blocks[i].table->columns;
    sheet->widths = arena_array(sheet->workbook->arena, columns + 1u, double);
    for (lxw_col_t c = 0; c < columns || sheet->width < WIDTH_OF_WORDS; c++) {
        double width = WIDTH_USUAL;
        for (size_t i = 0; i < count; i++) {
            const struct report_table *table = blocks[i].table;
            double room = table != NULL && c < table->columns
                              ? column_width(table, c)
                              : 0;
            width = room > width ? room : width;
        }
        worksheet_set_column(sheet->page, c, c, width, NULL);
        if (c < columns)
            sheet->widths[c] = width;
        if (sheet->width < WIDTH_OF_WORDS) {
            sheet->width += width;
            sheet->across = (lxw_col_t)(c + 1);
        }
    }
}

static const struct report_table *longest_of(const struct block blocks[],
                                             size_t count)
{
    const struct report_table *longest = NULL;
    for (size_t i = 0; i < count; i++)
        if (blocks[i].table != NULL &&
            (longest == NULL || blocks[i].table->rows > longest->rows))
            longest = blocks[i].table;
    return longest;
}

struct sheet sheet_new(struct workbook *workbook, const char *title,
                       const struct block blocks[], size_t count)
{
    struct sheet sheet = { .workbook = workbook };
    sheet.page = workbook_sheet(workbook, title);
    sheet.name = workbook->names[workbook->sheets - 1];
    sheet.longest = longest_of(blocks, count);
    set_print(sheet.page, 0);
    set_widths(&sheet, blocks, count);
    worksheet_freeze_panes(sheet.page, 1, 0);
    return sheet;
}

static double points(unsigned lines, double size)
{
    double height = lines * LINE_POINTS * size + 2;
    return height < POINTS_MOST ? height : POINTS_MOST;
}

/* (1) */
static double height_of(const struct sheet *sheet, enum look look,
                        const char *text)
{
    double size = look == LOOK_TITLE ? 1.5 : look == LOOK_HEADING ? 1.2 : 1;
    return points(column_lines(text, sheet->width / size), size);
}

void sheet_words(struct sheet *sheet, enum look look, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    const char *words = workbook_text(sheet->workbook, text);
    lxw_format *format =
        workbook_look(sheet->workbook, look, STANDING_NONE, NULL);
    worksheet_set_row(sheet->page, sheet->row, height_of(sheet, look, words),
                      NULL);
    worksheet_merge_range(sheet->page, sheet->row, 0, sheet->row,
                          (lxw_col_t)(sheet->across - 1), words, format);
    sheet->row++;
}

void sheet_link(struct sheet *sheet, const char *name)
{
    const char *place =
        arena_format(sheet->workbook->arena, "internal:'%s'!A1", name);
    worksheet_write_url_opt(
        sheet->page, sheet->row++, 0, place,
        workbook_look(sheet->workbook, LOOK_LINK, STANDING_NONE, NULL), name,
        NULL);
}

static enum look look_of(const struct report_table *table, size_t c)
{
    static const enum look looks[] = { LOOK_LEFT, LOOK_RIGHT, LOOK_CENTRE };
    return looks[table->aligns[c]];
}

/* (2) (3) */
static void put_cell(struct sheet *sheet, const struct report_table *table,
                     size_t r, size_t c)
{
    const struct table_cell *cell = &table->cells[r * table->columns + c];
    char shown[NUMBER_FORMAT_ROOM];
    bool number = has_value(cell->number) &&
                  number_format(shown, cell->text, cell->number,
                                sheet->workbook->report->language);
    lxw_format *format = workbook_look(sheet->workbook, look_of(table, c),
                                       cell->standing, number ? shown : NULL);
    if (number)
        worksheet_write_number(sheet->page, sheet->row, (lxw_col_t)c,
                               number_rounded(cell->number), format);
    else
        worksheet_write_string(sheet->page, sheet->row, (lxw_col_t)c,
                               workbook_text(sheet->workbook, cell->text),
                               format);
}

/* As high as its cells ask for. */
static void set_height(struct sheet *sheet, const struct report_table *table,
                       size_t r)
{
    unsigned most = 1;
    for (size_t c = 0; c < table->columns; c++) {
        const struct table_cell *cell = &table->cells[r * table->columns + c];
        unsigned lines = has_value(cell->number)
                             ? 1
                             : column_lines(cell->text, sheet->widths[c]);
        most = lines > most ? lines : most;
    }
    if (most > 1)
        worksheet_set_row(sheet->page, sheet->row, points(most, 1), NULL);
}

static void put_heads(struct sheet *sheet, const struct report_table *table)
{
    lxw_format *format =
        workbook_look(sheet->workbook, LOOK_HEAD, STANDING_NONE, NULL);
    unsigned most = 1;
    for (size_t c = 0; c < table->columns; c++) {
        /* Bold letters are wider, and a filter's button wants room. */
        unsigned lines = column_lines(table->heads[c], sheet->widths[c] * 0.85);
        most = lines > most ? lines : most;
    }
    worksheet_set_row(sheet->page, sheet->row, points(most, 1), NULL);
    for (size_t c = 0; c < table->columns; c++)
        worksheet_write_string(sheet->page, sheet->row, (lxw_col_t)c,
                               workbook_text(sheet->workbook, table->heads[c]),
                               format);
    sheet->row++;
}

static void put_table(struct sheet *sheet, const struct report_table *table)
{
    sheet->row++;
    sheet_words(sheet, LOOK_CAPTION, table->caption);
    lxw_row_t top = sheet->row;
    put_heads(sheet, table);
    for (size_t r = 0; r < table->rows; r++, sheet->row++) {
        set_height(sheet, table, r);
        for (size_t c = 0; c < table->columns; c++)
            put_cell(sheet, table, r, c);
    }
    if (table == sheet->longest && table->rows >= ROWS_FOR_FILTER) /* (4) */
        worksheet_autofilter(sheet->page, top, 0, sheet->row - 1,
                             (lxw_col_t)(table->columns - 1));
    sheet_words(sheet, LOOK_NOTE, table->note);
    sheet_chart(sheet, table, top);
    sheet->row++;
}

void sheet_block(struct sheet *sheet, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_CHAPTER:
        sheet_words(sheet, LOOK_TITLE, block->text);
        break;
    case BLOCK_HEADING:
        sheet->row++;
        sheet_words(sheet, LOOK_HEADING, block->text);
        break;
    case BLOCK_PARAGRAPH:
        sheet_words(sheet, LOOK_TEXT, block->text);
        break;
    case BLOCK_NOTE:
        sheet_words(sheet, LOOK_NOTE, block->text);
        break;
    case BLOCK_LIST:
        for (size_t i = 0; i < block->item_count; i++)
            sheet_words(
                sheet, LOOK_TEXT,
                arena_format(sheet->workbook->arena, "– %s", block->items[i]));
        break;
    case BLOCK_TABLE:
        put_table(sheet, block->table);
        break;
    case BLOCK_FIGURE:
        break;
    }
}
