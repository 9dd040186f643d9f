/*
 * docx.c - the report as an official document for Word.
 *
 *  (1) Its head and foot follow the project's form; the report's blocks stand
 *      between them.
 *  (2) A table that is too wide for an upright page turns the page; words turn
 *      it back, and a heading goes with what stands below it.
 *  (3) The same report gives the same bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/docx.h"
#include "engine/report/writer.h"

/* Ends the section when the page has to be turned. */
static void turn_page(struct docx *docx, bool across)
{
    if (docx->across == across)
        return;
    text_add(&docx->body, "<w:p><w:pPr><w:pStyle w:val=\"Rule\"/><w:pBdr>"
                          "<w:bottom w:val=\"nil\"/></w:pBdr>");
    docx_section(docx);
    text_add(&docx->body, "</w:pPr></w:p>\n");
    docx->across = across;
}

/* (2) */
static bool wants_across(const struct docx *docx, size_t i)
{
    const struct report *report = docx->report;
    while (i < report->count && (report->blocks[i].kind == BLOCK_CHAPTER ||
                                 report->blocks[i].kind == BLOCK_HEADING))
        i++;
    if (i == report->count || report->blocks[i].kind != BLOCK_TABLE)
        return false;
    return docx->across || docx_table_is_wide(report->blocks[i].table);
}

static bool add_block(struct docx *docx, const struct block *block,
                      struct fault *fault)
{
    switch (block->kind) {
    case BLOCK_CHAPTER:
        docx_paragraph(docx, "Heading1", block->text);
        return true;
    case BLOCK_HEADING:
        docx_paragraph(docx, "Heading2", block->text);
        return true;
    case BLOCK_PARAGRAPH:
        docx_paragraph(docx, "Body", block->text);
        return true;
    case BLOCK_NOTE:
        docx_paragraph(docx, "Note", block->text);
        return true;
    case BLOCK_LIST:
        for (size_t i = 0; i < block->item_count; i++)
            docx_paragraph(docx, "Bullet", block->items[i]);
        return true;
    case BLOCK_TABLE:
        docx_table(docx, block->table);
        return true;
    case BLOCK_FIGURE:
        return docx_figure(docx, block->figure, fault);
    }
    return true;
}

/* (1) */
static bool add_document(struct docx *docx, struct fault *fault)
{
    const struct report *report = docx->report;
    bool good = true;
    text_add(&docx->body,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:document "
             "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/"
             "2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/"
             "officeDocument/2006/relationships\" xmlns:wp=\"http://schemas."
             "openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
             "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/"
             "main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/"
             "2006/picture\"><w:body>\n");
    docx_head(docx);
    for (size_t i = 0; i < report->count && good; i++) {
        turn_page(docx, wants_across(docx, i));
        good = add_block(docx, &report->blocks[i], fault);
    }
    turn_page(docx, false);
    docx_foot(docx);
    docx_section(docx);
    text_add(&docx->body, "</w:body></w:document>\n");
    return good;
}

static bool write_docx(const struct report *report, const char *path,
                       struct fault *fault)
{
    struct docx docx = { .report = report,
                         .package = package_new(),
                         .body = text_new(),
                         .relations = text_new() };
    docx_begin(&docx);
    bool good = add_document(&docx, fault);
    if (good) {
        docx_parts(&docx);
        package_add(docx.package, "word/document.xml", docx.body.bytes,
                    docx.body.length, false);
        good = package_write(docx.package, path, fault); /* (3) */
    } else {
        package_free(docx.package);
    }
    text_free(&docx.body);
    text_free(&docx.relations);
    return good;
}

const struct report_writer writer_docx = {
    .id = "docx",
    .suffix = ".docx",
    .pictures = PICTURES_PNG,
    .write = write_docx,
};
