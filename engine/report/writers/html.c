/*
 * html.c - the report as one page that needs nothing else.
 *
 *  (1) Styles and pictures are inside; nothing is fetched, and a content policy
 *      says so to the browser.
 *  (2) It reads without script, prints on A4, and can be used with a keyboard
 *      and a screen reader: landmarks, captions, scopes, descriptions.
 *  (3) Where scripts run, the page's own one sorts and filters; no other may.
 *  (4) A table longer than people read on a page is left to the workbook, and
 *      its place says so.
 *  (5) All text goes through markup_add; the only markup taken from a file is
 *      the picture that our own charts wrote.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/report/markup.h"
#include "engine/report/page_script.h"
#include "engine/report/writer.h"

/* A short table is not parted between two pages of paper. */
enum {
    PICTURE_LIMIT = 16 << 20,
    ROWS_OF_A_SHORT_TABLE = 16,
    ROWS_ON_A_PAGE = 300
};

static const char style[] =
    ":root{--ink:#1f2328;--muted:#57606a;--line:#d0d7de;--soft:#f6f8fa;"
    "--accent:#08519c}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;color:var(--ink);background:#fff;font:16px/1.55 Arimo,"
    "Arial,'Liberation Sans','DejaVu Sans',sans-serif}\n"
    "header,main,nav,footer{max-width:70rem;margin:0 auto;padding:0 1.25rem}\n"
    "header{padding-top:2rem;padding-bottom:1rem;"
    "border-bottom:3px solid var(--accent)}\n"
    "h1{font-size:1.9rem;line-height:1.25;margin:.25rem 0}\n"
    "h2{font-size:1.4rem;line-height:1.3;margin:2.5rem 0 .75rem;"
    "padding-top:.75rem;border-top:1px solid var(--line)}\n"
    "h3{font-size:1.1rem;margin:1.75rem 0 .5rem}\n"
    "nav h2{border:0;margin:1rem 0 .5rem;font-size:1.1rem}\n"
    "nav ul{columns:2;column-gap:2rem;padding-left:1.2rem;margin:0}\n"
    "nav a,main a{color:var(--accent)}\n"
    "li{margin:0 0 .35rem}\n"
    ".issuer{text-transform:uppercase;letter-spacing:.03em;font-size:.85rem;"
    "color:var(--muted);margin:0}\n"
    ".subtitle,.date{color:var(--muted);margin:.15rem 0}\n"
    ".draft{display:inline-block;border:2px solid #b42318;color:#b42318;"
    "font-weight:700;padding:.1rem .6rem;margin:.5rem 0}\n"
    "figure{margin:1.5rem 0;break-inside:avoid}\n"
    "figure svg{display:block;max-width:100%;height:auto;min-width:34rem}\n"
    "figcaption{color:var(--muted);font-size:.9rem;margin-top:.4rem;"
    "max-width:50rem}\n"
    ".table{margin:1.25rem 0}\n"
    ".scroll{overflow-x:auto}\n"
    "table{border:solid var(--line);border-width:0 1px 1px 0;"
    "border-spacing:0;width:100%;font-size:.92rem;"
    "font-variant-numeric:tabular-nums}\n"
    "caption{font-weight:700;text-align:left;padding-bottom:.4rem}\n"
    "th,td{border:solid var(--line);border-width:1px 0 0 1px;padding:.32rem "
    ".55rem;"
    "vertical-align:top;min-width:4.5em;overflow-wrap:break-word;"
    "hyphens:auto}\n"
    "thead th{min-width:0;background:var(--soft);text-align:center;"
    "vertical-align:middle}\n"
    "tbody th{text-align:left;font-weight:400;min-width:13em;"
    "position:sticky;left:0;background:#fff}\n"
    "td:last-child{min-width:5.5em;overflow-wrap:anywhere}\n"
    /* Remarks come last, and want room where there are few columns. */
    "td:not(.r):last-child:not(:nth-child(n+8)){min-width:14em}\n"
    "td.r{text-align:right;white-space:nowrap;min-width:0}td.c{text-align:"
    "center}\n"
    "td.better{background:#08519c;color:#fff}"
    "td.worse{background:#e8833a;color:#222}\n"
    "thead button{all:unset;display:block;box-sizing:border-box;width:100%;"
    "cursor:pointer;text-align:inherit}\n"
    "thead button::after{content:'\\2195';color:var(--muted);"
    "padding-left:.25em;font-weight:400}\n"
    "[aria-sort=ascending] button::after{content:'\\2191';color:inherit}\n"
    "[aria-sort=descending] button::after{content:'\\2193';color:inherit}\n"
    "button:focus-visible,input:focus-visible,select:focus-visible,"
    "a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);"
    "outline-offset:1px}\n"
    "tr.total>*{font-weight:700}tr[hidden]{display:none}\n"
    "tr.chosen>*{background:#fff3bf;border-block:2px solid var(--ink)}\n"
    "tr.chosen th{font-weight:700;border-left:5px solid var(--ink)}\n"
    ".tools{margin:.75rem 0 .4rem;font-size:.9rem}"
    ".tools input,.tools select{font:inherit;padding:.2rem .4rem;"
    "max-width:100%}\n"
    ".note{color:var(--muted);font-size:.9rem;margin:.4rem 0}\n"
    "aside{background:var(--soft);border-left:4px solid var(--accent);"
    "padding:.6rem 1rem;margin:1rem 0}\n"
    "footer{color:var(--muted);font-size:.85rem;margin-top:3rem;"
    "padding-bottom:2rem;border-top:1px solid var(--line)}\n"
    "@media(max-width:40rem){nav ul{columns:1}h1{font-size:1.5rem}"
    "header,main,nav,footer{padding-left:.9rem;padding-right:.9rem}"
    "table{font-size:.85rem}tbody th{min-width:9em}}\n"
    "@media print{@page{size:A4;margin:20mm 15mm 20mm 30mm}"
    "body{font-size:10.5pt}header,main,footer{padding:0;max-width:none}"
    "nav,.tools,thead button::after{display:none}"
    /* A button would be left out of the heads of the next sheets. */
    "thead button{display:contents}"
    "tr[hidden]{display:table-row}h2,h3,caption{break-after:avoid}"
    "html{font-size:10.5pt}table{font-size:8pt}.note,figcaption{font-size:8."
    "5pt}"
    "th,td{padding:.15rem .25rem;min-width:3.6em}tbody th{min-width:9.5em;"
    "position:static}td:last-child{min-width:5em}tr,.short,aside{break-inside:"
    "avoid}"
    "thead{display:table-header-group}.scroll{overflow:visible}"
    "figure svg{min-width:0;max-height:225mm;margin:0 auto}"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}\n";

static void element(struct text *out, const char *open, const char *text,
                    const char *close)
{
    if (text == NULL || *text == '\0')
        return;
    text_add(out, open);
    markup_add(out, text);
    text_add(out, close);
}

static void add_cell(struct text *out, const struct table_cell *cell,
                     enum align align, bool header)
{
    static const char *const aligned[] = { "", "r", "c" };
    static const char *const standings[] = { "", "better", "similar", "worse" };
    const char *place = aligned[align], *colour = standings[cell->standing];
    const char *space = *place && *colour ? " " : "";
    text_add(out, header ? "<th scope=\"row\"" : "<td");
    if (!header && (*place || *colour))
        text_addf(out, " class=\"%s%s%s\"", place, space, colour);
    if (has_value(cell->number)) {
        text_add(out, " data-v=\"");
        number_add(out, cell->number);
        text_add(out, "\"");
    }
    text_add(out, ">");
    element(out, "<a href=\"", cell->link, "\">");
    markup_add(out, cell->text);
    text_add(out, cell->link != NULL ? "</a>" : "");
    text_add(out, header ? "</th>" : "</td>");
}

static void add_heads(struct text *out, const struct report_table *table)
{
    text_add(out, "<thead><tr>");
    for (size_t c = 0; c < table->columns; c++) {
        text_add(out, "<th scope=\"col\">");
        markup_add(out, table->heads[c]);
        text_add(out, "</th>");
    }
    text_add(out, "</tr></thead>\n");
}

/* What may be wider than the page scrolls in a box of its own, which can be
 * reached by keyboard. */
static void open_box(struct text *out, const char *label)
{
    text_add(out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
    element(out, " aria-label=\"", label, "\"");
    text_add(out, ">\n");
}

static void add_rows(struct text *out, const struct report_table *table)
{
    for (size_t r = 0; r < table->rows; r++) {
        bool total = r + table->totals >= table->rows;
        text_add(out, total ? "<tr class=\"total\">" : "<tr>");
        for (size_t c = 0; c < table->columns; c++)
            add_cell(out, &table->cells[r * table->columns + c],
                     table->aligns[c], c == 0 && table->first_is_header);
        text_add(out, "</tr>\n");
    }
}

static void add_table(struct text *out, const struct report *report,
                      const struct report_table *table)
{
    if (table->rows > ROWS_ON_A_PAGE) { /* (4) */
        element(out, "<p><strong>", table->caption, "</strong> ");
        element(out, "", report->page.long_table, "</p>\n");
        return;
    }
    text_addf(out, "<div class=\"table%s\">\n",
              table->rows <= ROWS_OF_A_SHORT_TABLE ? " short" : "");
    open_box(out, table->caption);
    text_addf(out, "<table%s>\n", table->areas ? " class=\"areas\"" : "");
    element(out, "<caption>", table->caption, "</caption>\n");
    add_heads(out, table);
    text_add(out, "<tbody>\n");
    add_rows(out, table);
    text_add(out, "</tbody>\n</table>\n</div>\n");
    element(out, "<p class=\"note\">", table->note, "</p>\n");
    text_add(out, "</div>\n");
}

/* The picture's own markup, from its <svg on. */
static bool add_picture(struct text *out, const char *path, struct fault *fault)
{
    struct arena *arena = arena_new();
    char *bytes;
    size_t length;
    bool done = file_read(&bytes, &length, path, PICTURE_LIMIT, arena, fault);
    const char *svg = done ? strstr(bytes, "<svg") : NULL;
    if (svg != NULL)
        text_add(out, svg);
    else if (done)
        done = fault_set(fault, FAULT_FILE, PLACE_FILE(path),
                         "report.no_picture", NULL);
    arena_free(arena);
    return done;
}

/* The picture bears its title; below stands what it shows. */
static bool add_figure(struct text *out, const struct report_figure *figure,
                       struct fault *fault)
{
    text_add(out, "<figure>\n");
    open_box(out, figure->caption);
    if (!add_picture(out, figure->path, fault))
        return false;
    text_add(out, "</div>\n");
    element(out, "<figcaption>", figure->description, "</figcaption>\n");
    text_add(out, "</figure>\n");
    return true;
}

static void add_list(struct text *out, const struct block *block)
{
    text_add(out, "<ul>\n");
    for (size_t i = 0; i < block->item_count; i++)
        element(out, "<li>", block->items[i], "</li>\n");
    text_add(out, "</ul>\n");
}

static bool add_block(struct text *out, const struct report *report,
                      const struct block *block, bool *open,
                      struct fault *fault)
{
    switch (block->kind) {
    case BLOCK_CHAPTER:
        if (*open)
            text_add(out, "</section>\n");
        *open = true;
        element(out, "<section id=\"", block->id, "\">\n");
        element(out, "<h2>", block->text, "</h2>\n");
        return true;
    case BLOCK_HEADING:
        element(out, "<h3>", block->text, "</h3>\n");
        return true;
    case BLOCK_PARAGRAPH:
        element(out, "<p>", block->text, "</p>\n");
        return true;
    case BLOCK_NOTE:
        element(out, "<aside>", block->text, "</aside>\n");
        return true;
    case BLOCK_LIST:
        add_list(out, block);
        return true;
    case BLOCK_TABLE:
        add_table(out, report, block->table);
        return true;
    case BLOCK_FIGURE:
        return add_figure(out, block->figure, fault);
    }
    return true;
}

static void add_head(struct text *out, const struct report *report)
{
    text_add(out, "<!DOCTYPE html>\n");
    element(out, "<html lang=\"", report->language, "\">\n");
    text_add(out, "<head>\n<meta charset=\"utf-8\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\""
                  "default-src 'none'; style-src 'unsafe-inline'; "
                  "img-src data:; base-uri 'none'; form-action 'none'; "
                  "script-src ");
    page_script_policy(out);
    text_add(out, "\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, "
                  "initial-scale=1\">\n");
    element(out, "<meta name=\"generator\" content=\"", report->generator,
            "\">\n");
    element(out, "<title>", report->title, "</title>\n");
    text_addf(out, "<style>\n%s</style>\n</head>\n<body>\n", style);
}

static void add_front(struct text *out, const struct report *report)
{
    text_add(out, "<header>\n");
    element(out, "<p class=\"issuer\">", report->issuer, "</p>\n");
    element(out, "<h1>", report->title, "</h1>\n");
    element(out, "<p class=\"subtitle\">", report->subtitle, "</p>\n");
    element(out, "<p class=\"date\">", report->date, "</p>\n");
    if (report->draft)
        element(out, "<p class=\"draft\">", report->draft_text, "</p>\n");
    text_add(out, "</header>\n");
    element(out, "<nav aria-label=\"", report->contents_title, "\">\n");
    element(out, "<h2>", report->contents_title, "</h2>\n<ul>\n");
    for (size_t i = 0; i < report->count; i++) {
        const struct block *block = &report->blocks[i];
        if (block->kind != BLOCK_CHAPTER)
            continue;
        element(out, "<li><a href=\"#", block->id, "\">");
        markup_add(out, block->text);
        text_add(out, "</a></li>\n");
    }
    text_add(out, "</ul>\n</nav>\n<main");
    element(out, " data-filter=\"", report->page.filter, "\"");
    element(out, " data-area=\"", report->page.area, "\"");
    element(out, " data-all=\"", report->page.all_areas, "\"");
    text_add(out, ">\n");
}

static bool write_html(const struct report *report, const char *path,
                       struct fault *fault)
{
    struct text out = text_new();
    bool open = false, good = true;
    add_head(&out, report);
    add_front(&out, report);
    for (size_t i = 0; i < report->count && good; i++)
        good = add_block(&out, report, &report->blocks[i], &open, fault);
    if (open)
        text_add(&out, "</section>\n");
    text_add(&out, "</main>\n<footer>\n");
    element(&out, "<p>", report->generator, "</p>\n");
    text_add(&out, "</footer>\n<script>");
    page_script_add(&out);
    text_add(&out, "</script>\n</body>\n</html>\n");
    good = good && file_write(path, out.bytes, out.length, fault);
    text_free(&out);
    return good;
}

const struct report_writer writer_html = {
    .id = "html",
    .suffix = ".html",
    .pictures = PICTURES_SVG,
    .write = write_html,
};
