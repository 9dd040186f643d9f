/*
 * docx_letter.c - head and foot of an official document.
 *
 *  (1) State and associations, after Decree 30/2020/ND-CP, annex I: on the left
 *      the body above in capitals and the issuer in bold ones over a rule of a
 *      third to a half of its line, then the number; on the right the nation
 *      (12 to 13 points, bold) and the motto (13 to 14, bold) over a rule as
 *      long as itself, then place and date in italics.
 *  (2) The Party, after Guide 36-HD/VPTW of 2018: on the left the issuer over a
 *      star, then the number; on the right the Party's name (15 points, bold)
 *      over a rule as long as itself, then place and date in italics.
 *  (3) The kind of document in bold capitals, what it is about in bold below,
 *      over a short rule.
 *  (4) At the foot the receivers on the left (their title in bold italics of 12
 *      points, they in 11), on the right who signs, with room for the hand.
 *  (5) A draft says so above its title.
 *
 *  (6) An issuer too long for its side is broken in the middle, between words.
 *
 * A rule is the lower border of an empty paragraph whose indents leave it as
 * long as it should be; the length of a line is reckoned from its letters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/report/docx.h"

enum { LEFT_SIDE = 3855, RIGHT_SIDE = WIDTH_UPRIGHT - LEFT_SIDE };

#define BOLD "<w:b/>"
#define ITALIC "<w:i/>"
#define CAPITALS "<w:caps/>"
#define SIZE(half_points) "<w:sz w:val=\"" #half_points "\"/>"

/* A centred line; none for no words. */
static void add_line(struct docx *docx, const char *looks, const char *words)
{
    if (words == NULL || *words == '\0')
        return;
    text_add(&docx->body, "<w:p><w:pPr><w:pStyle w:val=\"Line\"/></w:pPr>");
    docx_fields(docx, looks, words);
    text_add(&docx->body, "</w:p>\n");
}

/* How long a line of bold letters is: on the average capitals take 0.72 of
 * their size, others half of it, a space a quarter. */
static int line_length(const char *words, int half_points, bool capitals)
{
    double length = 0;
    for (; words != NULL && *words != '\0'; words++)
        if (((unsigned char)*words & 0xC0) != 0x80)
            length += *words == ' ' ? 0.25 : capitals ? 0.72 : 0.51;
    return (int)(length * half_points * 10);
}

/* (6) */
static size_t middle_space(const char *words)
{
    size_t length = strlen(words), half = length / 2, best = 0;
    for (size_t i = 1; i < length; i++) {
        size_t here = i > half ? i - half : half - i;
        size_t there = best > half ? best - half : half - best;
        if (words[i] == ' ' && (best == 0 || here < there))
            best = i;
    }
    return best;
}

static void add_issuer(struct docx *docx, const char *looks, const char *issuer,
                       int half_points)
{
    size_t at = issuer == NULL ? 0 : middle_space(issuer);
    if (at == 0 || line_length(issuer, half_points, true) <= LEFT_SIDE) {
        add_line(docx, looks, issuer);
        return;
    }
    struct text first = text_new();
    text_add_bytes(&first, issuer, at);
    add_line(docx, looks, first.bytes);
    add_line(docx, looks, issuer + at + 1);
    text_free(&first);
}

/* A rule in the middle of [room], at most as long as that. */
static void add_rule(struct docx *docx, int room, int length)
{
    int indent = length < room ? (room - length) / 2 : 0;
    text_addf(&docx->body,
              "<w:p><w:pPr><w:pStyle w:val=\"Rule\"/>"
              "<w:ind w:left=\"%d\" w:right=\"%d\"/></w:pPr></w:p>\n",
              indent, indent);
}

static void open_cell(struct docx *docx, int width)
{
    text_addf(&docx->body,
              "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>\n",
              width);
}

static void open_sides(struct docx *docx)
{
    text_addf(&docx->body,
              "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/>"
              "<w:tblLayout w:type=\"fixed\"/>"
              "<w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/>"
              "<w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
              "<w:tblGrid><w:gridCol w:w=\"%d\"/><w:gridCol w:w=\"%d\"/>"
              "</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>",
              WIDTH_UPRIGHT, LEFT_SIDE, RIGHT_SIDE);
    open_cell(docx, LEFT_SIDE);
}

static void turn_side(struct docx *docx)
{
    text_add(&docx->body, "</w:tc>");
    open_cell(docx, RIGHT_SIDE);
}

static void close_sides(struct docx *docx)
{
    text_add(&docx->body, "</w:tc></w:tr></w:tbl>\n");
}

/* A cell must hold a paragraph. */
static void add_gap(struct docx *docx)
{
    text_add(&docx->body,
             "<w:p><w:pPr><w:pStyle w:val=\"Line\"/></w:pPr></w:p>\n");
}

/* (1) */
static void add_state_head(struct docx *docx,
                           const struct report_letter *letter)
{
    const int issuer = line_length(letter->issuer, 26, true) * 2 / 5;
    open_sides(docx);
    add_line(docx, CAPITALS SIZE(26), letter->superior);
    add_issuer(docx, BOLD CAPITALS SIZE(26), letter->issuer, 26);
    add_rule(docx, LEFT_SIDE,
             issuer < LEFT_SIDE * 2 / 5 ? issuer : LEFT_SIDE * 2 / 5);
    add_line(docx, SIZE(26), letter->number);
    turn_side(docx);
    add_line(docx, BOLD SIZE(25), letter->nation);
    add_line(docx, BOLD SIZE(28), letter->motto);
    add_rule(docx, RIGHT_SIDE, line_length(letter->motto, 28, false));
    add_line(docx, ITALIC SIZE(28), letter->place_day);
    close_sides(docx);
}

/* (2) */
static void add_party_head(struct docx *docx,
                           const struct report_letter *letter)
{
    open_sides(docx);
    add_line(docx, CAPITALS SIZE(28), letter->superior);
    add_issuer(docx, BOLD CAPITALS SIZE(28), letter->issuer, 28);
    add_line(docx, SIZE(28), "*");
    add_line(docx, SIZE(28), letter->number);
    turn_side(docx);
    add_line(docx, BOLD SIZE(30), letter->nation);
    add_rule(docx, RIGHT_SIDE, line_length(letter->nation, 30, true));
    add_line(docx, ITALIC SIZE(28), letter->place_day);
    close_sides(docx);
}

void docx_head(struct docx *docx)
{
    const struct report *report = docx->report;
    const struct report_letter *letter = &report->letter;
    if (letter->form == FORM_PARTY)
        add_party_head(docx, letter);
    else
        add_state_head(docx, letter);
    add_gap(docx);
    if (report->draft) /* (5) */
        docx_paragraph(docx, "Draft", report->draft_text);
    docx_paragraph(docx, "Kind", letter->kind); /* (3) */
    docx_paragraph(docx, "Title", letter->about);
    docx_paragraph(docx, "Subtitle", report->subtitle);
    add_rule(docx, WIDTH_UPRIGHT, WIDTH_UPRIGHT / 5);
    add_gap(docx);
}

static void add_receiver(struct docx *docx, const char *words)
{
    text_add(&docx->body, "<w:p><w:pPr><w:pStyle w:val=\"Receiver\"/></w:pPr>");
    docx_fields(docx, NULL, words);
    text_add(&docx->body, "</w:p>\n");
}

/* (4) */
void docx_foot(struct docx *docx)
{
    enum { LINES_FOR_THE_HAND = 4 };
    const struct report_letter *letter = &docx->report->letter;
    if (letter->receivers_title == NULL)
        return;
    add_gap(docx);
    open_sides(docx);
    docx_paragraph(docx,
                   letter->form == FORM_PARTY ? "PartyReceivers" : "Receivers",
                   letter->receivers_title);
    add_receiver(docx, letter->receivers[0]);
    add_receiver(docx, letter->receivers[1]);
    turn_side(docx);
    add_line(docx, BOLD SIZE(28), letter->authority);
    for (int i = 0; i < LINES_FOR_THE_HAND; i++)
        add_gap(docx);
    add_line(docx, BOLD SIZE(28), letter->signer);
    close_sides(docx);
    add_gap(docx); /* a document may not end in a table */
}
