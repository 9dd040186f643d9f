/*
 * docx_figure.c - pictures on paper: PNG, since not every Word shows SVG.
 *
 *  (1) As wide as the text, unless that makes it higher than a page, or the
 *      picture is narrower than most: all letters are of one size.
 *  (2) What it shows is its description for those who cannot see it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/report/docx.h"
#include "engine/report/markup.h"

/* In the units of pictures, 360,000 a centimetre: 635 a twentieth of a point.
 */
enum {
    UNIT = 635,
    HEIGHT_MOST = 8200000,
    PICTURE_LIMIT = 16 << 20,
    PNG_HEAD = 24,
    USUAL_ACROSS = 1600 /* pixels of most pictures */
};

static unsigned long number_at(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return (unsigned long)b[0] << 24 | (unsigned long)b[1] << 16 |
           (unsigned long)b[2] << 8 | b[3];
}

/* Width and height stand at a fixed place of a PNG (RFC 2083). */
static bool picture_size(const char *bytes, size_t length, long size[2])
{
    if (length < PNG_HEAD || memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) != 0)
        return false;
    double across = (double)number_at(bytes + 16);
    double down = (double)number_at(bytes + 20);
    if (!(across > 0) || !(down > 0))
        return false;
    double share = fmin(across / USUAL_ACROSS, 1); /* (1) */
    double width = (double)WIDTH_UPRIGHT * UNIT * share;
    double height = width * down / across;
    if (height > HEIGHT_MOST) { /* (1) */
        width *= HEIGHT_MOST / height;
        height = HEIGHT_MOST;
    }
    size[0] = (long)width;
    size[1] = (long)height;
    return true;
}

static void add_drawing(struct docx *docx, const struct report_figure *figure,
                        const long size[2])
{
    struct text *out = &docx->body;
    unsigned n = docx->figures;
    text_addf(out,
              "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr><w:r>"
              "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" "
              "distR=\"0\"><wp:extent cx=\"%ld\" cy=\"%ld\"/>"
              "<wp:docPr id=\"%u\" name=\"picture %u\" descr=\"",
              size[0], size[1], n, n);
    markup_add(out, figure->description); /* (2) */
    text_addf(out,
              "\"/><a:graphic><a:graphicData uri=\"http://schemas."
              "openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
              "<pic:nvPicPr><pic:cNvPr id=\"%u\" name=\"picture %u\"/>"
              "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
              "<a:blip r:embed=\"picture%u\"/><a:stretch><a:fillRect/>"
              "</a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
              "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"%ld\" cy=\"%ld\"/></a:xfrm>"
              "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
              "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
              "</w:r></w:p>\n",
              n, n, n, size[0], size[1]);
}

/* The picture as a part of the document, and the way to it. */
static void add_part(struct docx *docx, const char *bytes, size_t length)
{
    char name[64];
    snprintf(name, sizeof name, "word/media/picture%u.png", docx->figures);
    package_add(docx->package, name, bytes, length, true);
    text_addf(&docx->relations,
              "<Relationship Id=\"picture%u\" Type=\"http://schemas."
              "openxmlformats.org/officeDocument/2006/relationships/image\" "
              "Target=\"media/picture%u.png\"/>",
              docx->figures, docx->figures);
}

bool docx_figure(struct docx *docx, const struct report_figure *figure,
                 struct fault *fault)
{
    struct arena *arena = arena_new();
    const char *path =
        figure->print_path == NULL ? figure->path : figure->print_path;
    char *bytes;
    size_t length;
    long size[2] = { 0, 0 };
    bool done = file_read(&bytes, &length, path, PICTURE_LIMIT, arena, fault);
    if (done && !picture_size(bytes, length, size))
        done = fault_set(fault, FAULT_FILE, PLACE_FILE(path),
                         "report.no_picture", NULL);
    if (done) {
        docx->figures++;
        add_part(docx, bytes, length);
        add_drawing(docx, figure, size);
        docx_caption(docx, "FigureCaption", docx->report->letter.figure,
                     docx->figures, figure->caption);
    }
    arena_free(arena);
    return done;
}
