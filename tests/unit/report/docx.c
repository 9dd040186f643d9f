/*
 * docx.c - the Word document: head and foot of the three forms, pages, tables,
 * pictures.
 *
 * Lengths are after Decree 30/2020/ND-CP, annex I: 20 mm are 1134 twentieths of
 * a point, 30 mm 1701, 15 mm 850.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/blocks.h"
#include "engine/report/letter.h"
#include "engine/report/tabulate.h"
#include "engine/report/writer.h"
#include "tests/unit/report/lab.h"
#include "tests/unzipped.h"

static struct report *paper(enum form form)
{
    struct report *report = blocks_new(&lab_input);
    lab.project.form = form;
    lab.project.issuer = "Hội Khuyến học tỉnh Thái Bình";
    lab.project.report_date = 20240105;
    report->language = "vi";
    report->title = "Báo cáo đánh giá";
    report->generator = "hoctap";
    report->day = 20240105;
    report->letter = letter_build(&lab_input, report->title);
    return report;
}

static const char *part(const struct report *report, const char *name)
{
    struct fault fault = { 0 };
    const char *path = arena_string(lab_arena, test_path("paper.docx"));
    assert_true(report_writer_find("docx")->write(report, path, &fault));
    return unzipped(path, name, lab_arena);
}

static const char *body(const struct report *report)
{
    return part(report, "word/document.xml");
}

static size_t occurrences(const char *text, const char *word)
{
    size_t count = 0;
    for (; (text = strstr(text, word)) != NULL; text++)
        count++;
    return count;
}

/* The words stand there in this order. */
static void assert_order(const char *text, const char *const words[])
{
    for (; *words != NULL; words++) {
        const char *found = strstr(text, *words);
        if (found == NULL)
            fail_msg("%s", *words);
        text = found + 1;
    }
}

static void the_state_head(void **state)
{
    (void)state;
    const char *xml = body(paper(FORM_STATE));
    static const char *const order[] = {
        ">Hội Khuyến học<",
        ">tỉnh Thái Bình<",
        ">Số: <",
        ">[số]<",
        ">/BC-<",
        ">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<",
        ">Độc lập - Tự do - Hạnh phúc<",
        ">Thái Bình, ngày 05 tháng 01 năm 2024<",
        ">Báo cáo<",
        ">Đánh giá<",
        ">Nơi nhận:<",
        "[QUYỀN HẠN, CHỨC VỤ]",
        "[Họ và tên]",
        NULL
    };
    assert_order(xml, order);
    assert_null(strstr(xml, "ĐẢNG CỘNG SẢN"));
    /* What the office fills in is a field. */
    assert_int_equal(occurrences(xml, "<w:showingPlcHdr/>"), 6);
}

static void the_party_head(void **state)
{
    (void)state;
    struct report *report = paper(FORM_PARTY);
    lab.project.issuer = "Tỉnh ủy Thái Bình / Ban Tuyên giáo";
    report->letter = letter_build(&lab_input, report->title);
    const char *xml = body(report);
    static const char *const order[] = {
        ">Tỉnh ủy Thái Bình<",
        ">Ban Tuyên giáo<",
        ">*<",
        ">Số <",
        ">-BC/<",
        ">ĐẢNG CỘNG SẢN VIỆT NAM<",
        "<w:i/>",
        ">Thái Bình, ngày 05 tháng 01 năm 2024<",
        "[T/M CẤP ỦY, CHỨC VỤ]",
        NULL
    };
    assert_order(xml, order);
    assert_null(strstr(xml, "CỘNG HÒA"));
}

static void the_association_head(void **state)
{
    (void)state;
    const char *xml = body(paper(FORM_ASSOCIATION));
    assert_non_null(strstr(xml, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    assert_non_null(strstr(xml, "[TM. BAN THƯỜNG VỤ, CHỨC VỤ]"));
}

/* Days below 10 and the first two months have two digits; none is open. */
static void days(void **state)
{
    (void)state;
    paper(FORM_STATE);
    lab.project.report_date = 20241231;
    assert_string_equal(letter_build(&lab_input, "x").place_day,
                        "Thái Bình, ngày 31 tháng 12 năm 2024");
    lab.project.report_date = 20240309;
    assert_string_equal(letter_build(&lab_input, "x").place_day,
                        "Thái Bình, ngày 09 tháng 3 năm 2024");
    lab.project.report_date = DATE_OPEN;
    assert_string_equal(letter_build(&lab_input, "x").place_day,
                        "Thái Bình, ngày […] tháng […] năm […]");
}

static void pages(void **state)
{
    (void)state;
    const char *xml = body(paper(FORM_STATE));
    assert_non_null(strstr(xml, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    assert_non_null(strstr(xml, "w:top=\"1134\" w:right=\"850\" "
                                "w:bottom=\"1134\" w:left=\"1701\""));
    /* Numbered in the middle above, but not on the first page. */
    assert_non_null(strstr(xml, "<w:titlePg/>"));
    const char *header = part(paper(FORM_STATE), "word/header1.xml");
    assert_non_null(strstr(header, "w:instr=\" PAGE \""));
    assert_non_null(strstr(header, "w:val=\"center\" w:pos=\"4677\""));
    assert_null(strstr(part(paper(FORM_STATE), "word/header3.xml"), "PAGE"));
    const char *styles = part(paper(FORM_STATE), "word/styles.xml");
    assert_non_null(strstr(styles, "w:ascii=\"Times New Roman\""));
    assert_non_null(strstr(styles, "<w:sz w:val=\"28\"/>")); /* 14 points */
    assert_non_null(strstr(styles, "<w:lang w:val=\"vi-VN\""));
    assert_non_null(strstr(styles, "<w:outlineLvl w:val=\"0\"/>"));
    assert_non_null(strstr(part(paper(FORM_STATE), "docProps/core.xml"),
                           ">2024-01-05T00:00:00Z<"));
}

static void a_draft_says_so(void **state)
{
    (void)state;
    struct report *report = paper(FORM_STATE);
    report->draft_text = "DỰ THẢO";
    assert_null(strstr(body(report), "DỰ THẢO"));
    report->draft = true;
    assert_non_null(strstr(body(report), "DỰ THẢO"));
    assert_non_null(strstr(part(report, "word/header1.xml"), "DỰ THẢO"));
}

static void add_table(struct report *report, size_t columns)
{
    struct tabulation t = tabulate_start(&lab_input, columns);
    for (size_t c = 0; c < columns; c++)
        tabulate_head(&t, "Đầu cột", ALIGN_RIGHT);
    for (size_t c = 0; c < columns; c++)
        tabulate_text(&t, arena_format(lab_arena, "ô %zu.", c));
    tabulate_finish(&t, report, "Bảng một", NULL);
}

static void tables(void **state)
{
    (void)state;
    struct report *report = paper(FORM_STATE);
    block_chapter(report, "a", "Một");
    add_table(report, 3);
    add_table(report, 4);
    const char *xml = body(report);
    assert_int_equal(occurrences(xml, "<w:tblHeader/>"), 2);
    assert_int_equal(occurrences(xml, "w:val=\"Grid\""), 2);
    assert_int_equal(occurrences(xml, " SEQ Bảng "), 2);
    assert_non_null(strstr(xml, "<w:t>2</w:t></w:r></w:fldSimple>"));
    assert_null(strstr(xml, "landscape"));
    /* Rows are not parted: head and row of each, and the letter's two. */
    assert_int_equal(occurrences(xml, "<w:cantSplit/>"), 6);
}

static void a_wide_table_turns_the_page(void **state)
{
    (void)state;
    struct report *report = paper(FORM_STATE);
    block_chapter(report, "a", "Một");
    block_paragraph(report, "Câu đầu.");
    block_heading(report, "Nhỏ");
    add_table(report, 10);
    block_paragraph(report, "Câu cuối.");
    static const char *const order[] = {
        "Câu đầu.",  "<w:sectPr>", "Nhỏ",           "ô 9.", "landscape",
        "Câu cuối.", "<w:sectPr>", "w:w=\"11906\"", NULL
    };
    assert_order(body(report), order);
    assert_int_equal(occurrences(body(report), "<w:titlePg/>"), 1);
}

/* Word has 63 columns at most: the first one goes along with every part. */
static void many_columns_are_dealt_out(void **state)
{
    (void)state;
    struct report *report = paper(FORM_STATE);
    add_table(report, 40);
    const char *xml = body(report);
    assert_int_equal(occurrences(xml, "w:val=\"Grid\""), 4);
    assert_int_equal(occurrences(xml, ">ô 0.<"), 4);
    assert_int_equal(occurrences(xml, ">ô 39.<"), 1);
}

/* 1600 by 800 pixels: as wide as the text (165 mm), half as high. One of 800
 * pixels is half as wide: its letters are as large as the other's. */
static void a_picture(void **state)
{
    (void)state;
    static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x06\x40"
                              "\0\0\x03\x20\x08\x02\0\0\0";
    struct report *report = paper(FORM_STATE);
    struct report_figure figure = {
        .caption = "Tên",
        .path = "none.svg",
        .print_path = test_write_bytes("a.png", png, sizeof png - 1),
        .description = "Từ <thấp> đến cao.",
    };
    block_add(report, BLOCK_FIGURE)->figure = &figure;
    const char *xml = body(report);
    assert_non_null(strstr(xml, "cx=\"5940425\" cy=\"2970212\""));
    assert_non_null(strstr(xml, "descr=\"Từ &lt;thấp&gt; đến cao.\""));
    assert_non_null(strstr(xml, "r:embed=\"picture1\""));
    assert_non_null(strstr(part(report, "word/_rels/document.xml.rels"),
                           "Id=\"picture1\""));
    assert_memory_equal(part(report, "word/media/picture1.png"), png, 8);
    static const char narrow[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03\x20"
                                 "\0\0\x03\x20\x08\x02\0\0\0";
    figure.print_path = test_write_bytes("n.png", narrow, sizeof narrow - 1);
    assert_non_null(strstr(body(report), "cx=\"2970212\" cy=\"2970212\""));
    figure.print_path = test_write("b.png", "nothing");
    struct fault fault = { 0 };
    assert_false(report_writer_find("docx")->write(
        report, test_path("none.docx"), &fault));
    assert_fault(&fault, "report.no_picture");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(the_state_head),
        LAB_TEST(the_party_head),
        LAB_TEST(the_association_head),
        LAB_TEST(days),
        LAB_TEST(pages),
        LAB_TEST(a_draft_says_so),
        LAB_TEST(tables),
        LAB_TEST(a_wide_table_turns_the_page),
        LAB_TEST(many_columns_are_dealt_out),
        LAB_TEST(a_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
