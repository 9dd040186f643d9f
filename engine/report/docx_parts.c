/*
 * docx_parts.c - what a document has beside its text.
 *
 *  (1) The number of the page stands above it in the middle, from the second
 *      page on; a draft says so beside it, on every page.
 *  (2) The day of making is the report's; a report without a day has none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/report/docx.h"
#include "engine/report/markup.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OFFICE "http://schemas.openxmlformats.org/"
#define WORDS "xmlns:w=\"" OFFICE "wordprocessingml/2006/main\""
#define WORD_TYPE                                                              \
    "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define RELATION OFFICE "officeDocument/2006/relationships/"
#define RELATIONS                                                              \
    XML "<Relationships xmlns=\"" OFFICE "package/2006/relationships\">"

static const char types[] =
    XML "<Types xmlns=\"" OFFICE "package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd."
        "openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Default Extension=\"png\" ContentType=\"image/png\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE
        "document.main+xml\"/>"
        "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD_TYPE
        "styles+xml\"/>"
        "<Override PartName=\"/word/numbering.xml\" ContentType=\"" WORD_TYPE
        "numbering+xml\"/>"
        "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD_TYPE
        "settings+xml\"/>"
        "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD_TYPE
        "header+xml\"/>"
        "<Override PartName=\"/word/header2.xml\" ContentType=\"" WORD_TYPE
        "header+xml\"/>"
        "<Override PartName=\"/word/header3.xml\" ContentType=\"" WORD_TYPE
        "header+xml\"/>"
        "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/"
        "vnd.openxmlformats-package.core-properties+xml\"/>"
        "</Types>\n";

static const char package_relations[] =
    RELATIONS "<Relationship Id=\"document\" Type=\"" RELATION
              "officeDocument\" Target=\"word/document.xml\"/>"
              "<Relationship Id=\"core\" Type=\"" OFFICE
              "package/2006/relationships/metadata/core-properties\" "
              "Target=\"docProps/core.xml\"/></Relationships>\n";

static const char settings[] =
    XML "<w:settings " WORDS "><w:zoom w:percent=\"100\"/>"
        "<w:defaultTabStop w:val=\"720\"/><w:compat><w:compatSetting "
        "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/"
        "office/word\" w:val=\"15\"/></w:compat></w:settings>\n";

/* List 1: I., 1. of headings; list 2: the dashes of an office. */
static const char numbering[] =
    XML "<w:numbering " WORDS "><w:abstractNum w:abstractNumId=\"1\">"
        "<w:multiLevelType w:val=\"multilevel\"/>"
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
        "<w:numFmt w:val=\"upperRoman\"/><w:pStyle w:val=\"Heading1\"/>"
        "<w:suff w:val=\"space\"/><w:lvlText w:val=\"%1.\"/><w:lvlJc "
        "w:val=\"left\"/></w:lvl>"
        "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/>"
        "<w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Heading2\"/>"
        "<w:suff w:val=\"space\"/><w:lvlText w:val=\"%2.\"/><w:lvlJc "
        "w:val=\"left\"/></w:lvl></w:abstractNum>"
        "<w:abstractNum w:abstractNumId=\"2\">"
        "<w:multiLevelType w:val=\"singleLevel\"/>"
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>"
        "<w:pStyle w:val=\"Bullet\"/><w:suff w:val=\"space\"/>"
        "<w:lvlText w:val=\"-\"/><w:lvlJc w:val=\"left\"/>"
        "<w:pPr><w:ind w:left=\"0\" w:firstLine=\"720\"/></w:pPr></w:lvl>"
        "</w:abstractNum>"
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
        "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>"
        "</w:numbering>\n";

static void add_part(const struct docx *docx, const char *name,
                     const struct text *part)
{
    package_add(docx->package, name, part->bytes, part->length, false);
}

static void add_fixed(const struct docx *docx, const char *name,
                      const char *part)
{
    package_add(docx->package, name, part, strlen(part), false);
}

/* (1) */
static void add_header(const struct docx *docx, const char *name, int width,
                       bool numbered)
{
    struct text out = text_new();
    text_addf(&out,
              XML "<w:hdr " WORDS "><w:p><w:pPr><w:tabs><w:tab "
                  "w:val=\"center\" w:pos=\"%d\"/><w:tab w:val=\"right\" "
                  "w:pos=\"%d\"/></w:tabs></w:pPr><w:r><w:tab/></w:r>",
              width / 2, width);
    if (numbered)
        text_add(&out, "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t>"
                       "</w:r></w:fldSimple>");
    if (docx->report->draft && numbered) {
        text_add(&out, "<w:r><w:tab/></w:r>");
        docx_run(&out, "<w:b/><w:color w:val=\"B42318\"/>",
                 docx->report->draft_text);
    }
    text_add(&out, "</w:p></w:hdr>\n");
    add_part(docx, name, &out);
    text_free(&out);
}

static void add_property(struct text *out, const char *name, const char *words)
{
    if (words == NULL || *words == '\0')
        return;
    text_addf(out, "<%s>", name);
    markup_add(out, words);
    text_addf(out, "</%s>", name);
}

/* (2) */
static void add_core(const struct docx *docx)
{
    static const char *const days[] = { "created", "modified" };
    const struct report *report = docx->report;
    struct text out = text_new();
    text_add(&out,
             XML "<cp:coreProperties xmlns:cp=\"" OFFICE
                 "package/2006/metadata/core-properties\" "
                 "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                 "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                 "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
    add_property(&out, "dc:title", report->title);
    add_property(&out, "dc:subject", report->subtitle);
    add_property(&out, "dc:creator", report->issuer);
    add_property(&out, "dc:description", report->generator);
    add_property(&out, "dc:language", report->language);
    for (size_t i = 0; i < 2 && report->day != DATE_OPEN; i++) {
        text_addf(&out, "<dcterms:%s xsi:type=\"dcterms:W3CDTF\">", days[i]);
        date_add(&out, report->day);
        text_addf(&out, "T00:00:00Z</dcterms:%s>", days[i]);
    }
    text_add(&out, "</cp:coreProperties>\n");
    add_part(docx, "docProps/core.xml", &out);
    text_free(&out);
}

static void add_relations(const struct docx *docx)
{
    static const char *const parts[][2] = {
        { "styles", "styles.xml" },     { "numbering", "numbering.xml" },
        { "settings", "settings.xml" }, { "header", "header1.xml" },
        { "header", "header2.xml" },    { "header", "header3.xml" }
    };
    struct text out = text_new();
    text_add(&out, RELATIONS);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        text_addf(&out,
                  "<Relationship Id=\"part%zu\" Type=\"" RELATION
                  "%s\" Target=\"%s\"/>",
                  i + 1, parts[i][0], parts[i][1]);
    text_add(&out, docx->relations.bytes);
    text_add(&out, "</Relationships>\n");
    add_part(docx, "word/_rels/document.xml.rels", &out);
    text_free(&out);
}

void docx_section(struct docx *docx)
{
    struct text *out = &docx->body;
    text_add(out, "<w:sectPr>");
    text_addf(out,
              "<w:headerReference w:type=\"default\" r:id=\"part%d\"/>"
              "<w:headerReference w:type=\"first\" r:id=\"part6\"/>"
              "<w:pgSz w:w=\"%d\" w:h=\"%d\"%s/>"
              "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" "
              "w:left=\"%d\" w:header=\"567\" w:footer=\"567\" "
              "w:gutter=\"0\"/>",
              docx->across ? 5 : 4, docx->across ? PAGE_LONG : PAGE_SHORT,
              docx->across ? PAGE_SHORT : PAGE_LONG,
              docx->across ? " w:orient=\"landscape\"" : "", MARGIN_ABOVE,
              MARGIN_RIGHT, MARGIN_ABOVE, MARGIN_LEFT);
    if (!docx->settled)
        text_add(out, "<w:titlePg/>");
    text_add(out, "</w:sectPr>");
    docx->settled = true;
}

void docx_begin(const struct docx *docx)
{
    add_fixed(docx, "[Content_Types].xml", types);
}

void docx_parts(const struct docx *docx)
{
    struct text styles = text_new();
    docx_styles(docx->report, &styles);
    add_fixed(docx, "_rels/.rels", package_relations);
    add_core(docx);
    add_relations(docx);
    add_part(docx, "word/styles.xml", &styles);
    add_fixed(docx, "word/numbering.xml", numbering);
    add_fixed(docx, "word/settings.xml", settings);
    add_header(docx, "word/header1.xml", WIDTH_UPRIGHT, true);
    add_header(docx, "word/header2.xml", WIDTH_ACROSS, true);
    add_header(docx, "word/header3.xml", WIDTH_UPRIGHT, false);
    text_free(&styles);
}
