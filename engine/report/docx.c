/*
 * docx.c - runs and paragraphs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/docx.h"

#include <string.h>

#include "engine/report/markup.h"

static void add_run(struct text *out, const char *looks, const char *words,
                    size_t length)
{
    if (length == 0)
        return;
    struct text part = text_new();
    text_add_bytes(&part, words, length);
    text_add(out, "<w:r>");
    if (looks != NULL)
        text_addf(out, "<w:rPr>%s</w:rPr>", looks);
    text_add(out, "<w:t xml:space=\"preserve\">");
    markup_add(out, part.bytes);
    text_add(out, "</w:t></w:r>");
    text_free(&part);
}

void docx_run(struct text *out, const char *looks, const char *words)
{
    if (words != NULL)
        add_run(out, looks, words, strlen(words));
}

/* A content control that shows what belongs there until somebody types; what is
 * typed looks the same. */
static void add_field(struct docx *docx, const char *looks, const char *words,
                      size_t length)
{
    text_add(&docx->body, "<w:sdt><w:sdtPr>");
    if (looks != NULL)
        text_addf(&docx->body, "<w:rPr>%s</w:rPr>", looks);
    text_addf(&docx->body,
              "<w:id w:val=\"%u\"/><w:showingPlcHdr/><w:text/></w:sdtPr>"
              "<w:sdtContent>",
              1000 + docx->fields++);
    add_run(&docx->body, looks, words, length);
    text_add(&docx->body, "</w:sdtContent></w:sdt>");
}

void docx_fields(struct docx *docx, const char *looks, const char *words)
{
    while (words != NULL && *words != '\0') {
        size_t before = strcspn(words, "[");
        size_t inside = strcspn(words + before, "]");
        add_run(&docx->body, looks, words, before);
        words += before;
        if (*words == '\0')
            return;
        inside += words[inside] == ']';
        add_field(docx, looks, words, inside);
        words += inside;
    }
}

void docx_paragraph(struct docx *docx, const char *style, const char *words)
{
    if (words == NULL || *words == '\0')
        return;
    text_addf(&docx->body, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>",
              style);
    docx_run(&docx->body, NULL, words);
    text_add(&docx->body, "</w:p>\n");
}

void docx_caption(struct docx *docx, const char *style, const char *label,
                  unsigned number, const char *caption)
{
    struct text *out = &docx->body;
    text_addf(out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
    docx_run(out, NULL, label);
    text_add(out, "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"
                  "<w:fldSimple w:instr=\" SEQ ");
    markup_add(out, label);
    text_addf(out,
              " \\* ARABIC \"><w:r><w:t>%u</w:t></w:r></w:fldSimple>"
              "<w:r><w:t xml:space=\"preserve\">. </w:t></w:r>",
              number);
    docx_run(out, NULL, caption);
    text_add(out, "</w:p>\n");
}
