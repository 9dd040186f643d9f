/*
 * docx_styles.c - the looks of a document.
 *
 *  (1) Times New Roman of 14 points, lines 1.1 apart, the first of a paragraph
 *      set in by 1.27 cm, 6 points between paragraphs, both edges straight:
 *      within what Decree 30/2020/ND-CP, annex I, lets an office choose.
 *  (2) Headings have levels, so that Word's navigation knows them, and numbers
 *      of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/docx.h"

#include <string.h>

/* Name in Word, id, what it is based on, of the paragraph, of the letters. */
struct style {
    const char *name, *id, *base, *paragraph, *letters;
};

#define CENTRED "<w:jc w:val=\"center\"/>"
#define KEPT "<w:keepNext/>"
#define SPACE(before, after)                                                   \
    "<w:spacing w:before=\"" #before "\" w:after=\"" #after "\"/>"
#define LEVEL(n) "<w:outlineLvl w:val=\"" #n "\"/>"
#define NUMBERED(level, list)                                                  \
    "<w:numPr><w:ilvl w:val=\"" #level "\"/><w:numId w:val=\"" #list           \
    "\"/></w:numPr>"
#define FRAMED                                                                 \
    "<w:pBdr><w:top w:val=\"single\" w:sz=\"8\" w:space=\"2\" "                \
    "w:color=\"B42318\"/><w:left w:val=\"single\" w:sz=\"8\" w:space=\"4\" "   \
    "w:color=\"B42318\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"2\" " \
    "w:color=\"B42318\"/><w:right w:val=\"single\" w:sz=\"8\" w:space=\"4\" "  \
    "w:color=\"B42318\"/></w:pBdr>"

/* Word wants the children of a style in a fixed order. */
static const struct style styles[] = {
    { "Body Text", "Body", "Normal",
      "<w:spacing w:before=\"0\" w:after=\"120\" w:line=\"264\" "
      "w:lineRule=\"auto\"/><w:ind w:firstLine=\"720\"/>"
      "<w:jc w:val=\"both\"/>",
      "" },
    { "List Bullet", "Bullet", "Body", NUMBERED(0, 2), "" },
    { "heading 1", "Heading1", "Normal",
      KEPT "<w:keepLines/>" NUMBERED(0, 1)
          SPACE(240, 120) "<w:ind w:left=\"0\" w:firstLine=\"720\"/>" LEVEL(0),
      "<w:b/><w:caps/>" },
    { "heading 2", "Heading2", "Normal",
      KEPT "<w:keepLines/>" NUMBERED(1, 1)
          SPACE(180, 100) "<w:ind w:left=\"0\" w:firstLine=\"720\"/>" LEVEL(1),
      "<w:b/>" },
    { "Head Line", "Line", "Normal", CENTRED, "" },
    { "Head Rule", "Rule", "Normal",
      "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" "
      "w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"80\" "
      "w:line=\"40\" w:lineRule=\"exact\"/>",
      "<w:sz w:val=\"4\"/>" },
    { "Document Kind", "Kind", "Normal", KEPT SPACE(120, 0) CENTRED,
      "<w:b/><w:caps/><w:sz w:val=\"30\"/>" },
    { "Title", "Title", "Normal", KEPT CENTRED, "<w:b/>" },
    { "Subtitle", "Subtitle", "Normal", CENTRED, "<w:b/>" },
    { "Draft Mark", "Draft", "Normal",
      FRAMED SPACE(60, 120) "<w:ind w:left=\"3550\" w:right=\"3550\"/>" CENTRED,
      "<w:b/><w:color w:val=\"B42318\"/>" },
    { "Note", "Note", "Body",
      "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"8\" "
      "w:color=\"08519C\"/></w:pBdr><w:ind w:left=\"284\" w:firstLine=\"0\"/>",
      "<w:i/><w:sz w:val=\"26\"/>" },
    { "Table Caption", "TableCaption", "Normal",
      KEPT "<w:keepLines/>" SPACE(180, 80) CENTRED, "<w:i/>" },
    { "Figure Caption", "FigureCaption", "Normal", SPACE(40, 200) CENTRED,
      "<w:i/>" },
    { "Picture", "Picture", "Normal", KEPT SPACE(120, 0) CENTRED, "" },
    { "Table Text", "TableText", "Normal", SPACE(20, 20),
      "<w:sz w:val=\"22\"/>" },
    { "Table Head", "TableHead", "TableText", CENTRED, "<w:b/>" },
    { "Table Note", "TableNote", "Normal",
      SPACE(60, 160) "<w:jc w:val=\"both\"/>", "<w:i/><w:sz w:val=\"22\"/>" },
    { "Receivers Title", "Receivers", "Normal", "",
      "<w:b/><w:i/><w:sz w:val=\"24\"/>" },
    { "Party Receivers Title", "PartyReceivers", "Normal", "",
      "<w:u w:val=\"single\"/>" },
    { "Receiver", "Receiver", "Normal", "", "<w:sz w:val=\"22\"/>" },
};

/* (1) Letters of the East and of complex scripts are set alike. */
static void add_defaults(struct text *out, const char *tongue)
{
    text_addf(out,
              "<w:docDefaults><w:rPrDefault><w:rPr>"
              "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New "
              "Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New "
              "Roman\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"
              "<w:lang w:val=\"%s\" w:eastAsia=\"%s\" w:bidi=\"ar-SA\"/>"
              "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
              "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" "
              "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\n"
              "<w:style w:type=\"paragraph\" w:default=\"1\" "
              "w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>"
              "</w:style>\n",
              tongue, tongue);
}

static void add_grid(struct text *out)
{
    static const char *const edges[] = { "top",   "left",    "bottom",
                                         "right", "insideH", "insideV" };
    text_add(out, "<w:style w:type=\"table\" w:styleId=\"Grid\">"
                  "<w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>");
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        text_addf(out,
                  "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
                  "w:color=\"auto\"/>",
                  edges[i]);
    text_add(out, "</w:tblBorders><w:tblCellMar><w:left w:w=\"60\" "
                  "w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/>"
                  "</w:tblCellMar></w:tblPr></w:style>\n");
}

void docx_styles(const struct report *report, struct text *out)
{
    const char *tongue =
        strcmp(report->language, "vi") == 0 ? "vi-VN" : "en-US";
    text_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:styles "
                  "xmlns:w=\"http://schemas.openxmlformats.org/"
                  "wordprocessingml/2006/main\">\n");
    add_defaults(out, tongue);
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        text_addf(out,
                  "<w:style w:type=\"paragraph\" w:styleId=\"%s\">"
                  "<w:name w:val=\"%s\"/><w:basedOn w:val=\"%s\"/><w:qFormat/>"
                  "<w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>\n",
                  styles[i].id, styles[i].name, styles[i].base,
                  styles[i].paragraph, styles[i].letters);
    add_grid(out);
    text_add(out, "</w:styles>\n");
}
