/*
 * docx_table.c - tables on paper.
 *
 *  (1) Heads are repeated on every page, rows are not parted between two.
 *  (2) Widths are shared out as the columns ask; letters are smaller where the
 *      columns ask for more than there is.
 *  (3) Word has at most 63 columns, and paper fewer: more of them are dealt out
 *      over several tables, each with the first column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/report/column_width.h"
#include "engine/report/docx.h"

enum {
    COLUMNS_UPRIGHT = 8, /* the most that fit on an upright page */
    COLUMNS_ACROSS = 13,
    MARGINS = 140,   /* of a cell, both together */
    SIZE_USUAL = 22, /* of letters, in half points */
    SIZE_SMALL = 19,
    SIZE_LEAST = 17,  /* where the numbers alone are too wide */
    LETTER_WIDTH = 52 /* in hundredths of its size, of digits and bold ones */
};

/* Columns [from, to) behind the first. */
struct slice {
    const struct report_table *table;
    size_t from, to;
    int width;           /* of the page */
    unsigned size;       /* of the letters */
    double least, asked; /* by all its columns, in twentieths of a point */
};

bool docx_table_is_wide(const struct report_table *table)
{
    return table->columns > COLUMNS_UPRIGHT;
}

static size_t next_column(const struct slice *slice, size_t c)
{
    return c == 0 ? slice->from : c + 1;
}

static double letters(const struct slice *slice, double count)
{
    return count * slice->size * 10 * LETTER_WIDTH / 100 + MARGINS;
}

static double least_of(const struct slice *slice, size_t c)
{
    return letters(slice, column_least(slice->table, c));
}

/* What the column would take beyond its least. */
static double wish_of(const struct slice *slice, size_t c)
{
    double wish =
        letters(slice, column_width(slice->table, c)) - least_of(slice, c);
    return wish > 1 ? wish : 1;
}

static void measure(struct slice *slice, unsigned size)
{
    slice->size = size;
    slice->least = slice->asked = 0;
    for (size_t c = 0; c < slice->to; c = next_column(slice, c)) {
        slice->least += least_of(slice, c);
        slice->asked += wish_of(slice, c);
    }
}

/* (2) Words stay whole as long as they fit at all. */
static int width_of(const struct slice *slice, size_t c)
{
    double spare = slice->width - slice->least;
    if (spare < 0)
        return (int)(least_of(slice, c) / slice->least * slice->width);
    return (int)(least_of(slice, c) + spare * wish_of(slice, c) / slice->asked);
}

static void add_cell(struct docx *docx, const struct slice *slice, size_t c,
                     const struct table_cell *cell, const char *place)
{
    struct text *out = &docx->body;
    uint32_t ground = docx->report->colours[cell->standing];
    bool coloured =
        cell->standing == STANDING_BETTER || cell->standing == STANDING_WORSE;
    char looks[96];
    text_addf(out, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>",
              width_of(slice, c));
    if (coloured)
        text_addf(out,
                  "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%06X\"/>",
                  ground);
    text_addf(out, "</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>",
              cell->header ? "TableHead" : "TableText", place);
    snprintf(looks, sizeof looks, "%s<w:sz w:val=\"%u\"/>",
             cell->standing == STANDING_BETTER ? "<w:color w:val=\"FFFFFF\"/>"
                                               : "",
             slice->size);
    docx_run(out, looks, cell->text);
    text_add(out, "</w:p></w:tc>\n");
}

/* (1) */
static void add_heads(struct docx *docx, const struct slice *slice)
{
    text_add(&docx->body,
             "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (size_t c = 0; c < slice->to; c = next_column(slice, c)) {
        struct table_cell cell = { .text = slice->table->heads[c],
                                   .header = true };
        add_cell(docx, slice, c, &cell, "");
    }
    text_add(&docx->body, "</w:tr>\n");
}

static void add_row(struct docx *docx, const struct slice *slice, size_t r)
{
    static const char *const places[] = { "", "<w:jc w:val=\"right\"/>",
                                          "<w:jc w:val=\"center\"/>" };
    const struct report_table *table = slice->table;
    text_add(&docx->body, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    for (size_t c = 0; c < slice->to; c = next_column(slice, c))
        add_cell(docx, slice, c, &table->cells[r * table->columns + c],
                 places[table->aligns[c]]);
    text_add(&docx->body, "</w:tr>\n");
}

static void add_slice(struct docx *docx, const struct slice *slice)
{
    struct text *out = &docx->body;
    text_addf(out,
              "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/>"
              "<w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>"
              "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
              slice->width);
    for (size_t c = 0; c < slice->to; c = next_column(slice, c))
        text_addf(out, "<w:gridCol w:w=\"%d\"/>", width_of(slice, c));
    text_add(out, "</w:tblGrid>\n");
    add_heads(docx, slice);
    for (size_t r = 0; r < slice->table->rows; r++)
        add_row(docx, slice, r);
    text_add(out, "</w:tbl>\n");
}

void docx_table(struct docx *docx, const struct report_table *table)
{
    size_t most = docx->across ? COLUMNS_ACROSS : COLUMNS_UPRIGHT;
    size_t rest = table->columns - 1;
    size_t parts = (rest + most - 2) / (most - 1); /* (3) */
    docx_caption(docx, "TableCaption", docx->report->letter.table,
                 ++docx->tables, table->caption);
    for (size_t part = 0; part < parts || part == 0; part++) {
        struct slice slice = { .table = table, .from = 1, .to = 1 };
        if (parts > 0) {
            slice.from = 1 + rest * part / parts;
            slice.to = 1 + rest * (part + 1) / parts;
        }
        slice.width = docx->across ? WIDTH_ACROSS : WIDTH_UPRIGHT;
        measure(&slice, SIZE_USUAL);
        if (slice.least + slice.asked / 2 > slice.width)
            measure(&slice, SIZE_SMALL);
        if (slice.least > slice.width)
            measure(&slice, SIZE_LEAST);
        if (part > 0)
            docx_paragraph(docx, "TableNote", "\u00a0"); /* parts them */
        add_slice(docx, &slice);
    }
    docx_paragraph(docx, "TableNote",
                   table->note != NULL && *table->note != '\0' ? table->note
                                                               : "\u00a0");
}
