/*
 * xlsx.c - the workbook: its sheets, numbers that are numbers, words that are
 * words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/files.h"
#include "engine/base/rows.h"
#include "engine/report/blocks.h"
#include "engine/report/tabulate.h"
#include "engine/report/writer.h"
#include "tests/unit/report/lab.h"
#include "tests/unzipped.h"

static struct report *book(void)
{
    struct report *report = blocks_new(&lab_input);
    report->language = "vi";
    report->title = "Báo cáo";
    report->guide_title = "Ghi chú";
    report->contents_title = "Mục lục";
    report->generator = "hoctap";
    report->colours[STANDING_BETTER] = 0x08519C;
    report->colours[STANDING_SIMILAR] = 0xF0E6C8;
    report->colours[STANDING_WORSE] = 0xE8833A;
    return report;
}

static const char *written(const struct report *report)
{
    struct fault fault = { 0 };
    const char *path = arena_string(lab_arena, test_path("book.xlsx"));
    assert_true(report_writer_find("xlsx")->write(report, path, &fault));
    return path;
}

static const char *part(const struct report *report, const char *name)
{
    return unzipped(written(report), name, lab_arena);
}

/* The n-th sheet after the notes. */
static const char *sheet(const struct report *report, unsigned n)
{
    return part(report,
                arena_format(lab_arena, "xl/worksheets/sheet%u.xml", n + 1));
}

static void add_table(struct report *report)
{
    struct tabulation t = tabulate_start(&lab_input, 2);
    tabulate_head(&t, "Địa bàn", ALIGN_LEFT);
    tabulate_head(&t, "Giá trị", ALIGN_RIGHT);
    static const uint32_t areas[] = { CITY, EAST, WEST, SOUTH };
    static const double values[] = { 40.123456789012345, 30, 20, 10 };
    static const enum standing standings[] = {
        STANDING_BETTER, STANDING_SIMILAR, STANDING_SIMILAR, STANDING_WORSE
    };
    for (size_t i = 0; i < 4; i++) {
        struct result *r = lab_put(MEMBERS, areas[i], 2023, values[i]);
        r->standing = standings[i];
        tabulate_text(&t, lab_areas[areas[i]].name);
        tabulate_result(&t, r, true);
    }
    tabulate_text(&t, "=1+1");
    tabulate_number(&t, "33,7", 33.7);
    tabulate_finish(&t, report, "Bảng một", "Ghi chú");
}

static void a_sheet_for_each_chapter(void **state)
{
    (void)state;
    struct report *report = book();
    block_chapter(report, "a", "Tổ chức: mô hình học tập và cơ hội học tập");
    block_chapter(report, "b", "TỔ CHỨC: mô hình học tập và cơ hội học [x]");
    block_chapter(report, "c", "a/b\\c?*'d'");
    block_chapter(report, "d", "History");
    const char *workbook = part(report, "xl/workbook.xml");
    /* At most 31 characters, cut at a word; different whatever the case. */
    assert_non_null(strstr(workbook, "name=\"Ghi chú\""));
    assert_non_null(
        strstr(workbook, "name=\"Tổ chức mô hình học tập và cơ…\""));
    assert_non_null(strstr(workbook, "name=\"TỔ CHỨC mô hình học tập… 2\""));
    assert_non_null(strstr(workbook, "name=\"a b c ’d’\""));
    assert_non_null(strstr(workbook, "name=\"History 2\""));
}

static void numbers_are_numbers(void **state)
{
    (void)state;
    struct report *report = book();
    block_chapter(report, "a", "Một");
    add_table(report);
    const char *xml = sheet(report, 1);
    const char *styles = part(report, "xl/styles.xml");
    /* Twelve digits, as in the files. */
    assert_non_null(strstr(xml, "<v>40.123456789</v>"));
    assert_non_null(strstr(xml, "<v>33.7</v>"));
    assert_null(strstr(xml, "<f>"));
    assert_non_null(strstr(xml, ">=1+1<"));
    assert_non_null(strstr(styles, "[$-42A]&quot;▲ &quot;#,##0.0"));
    assert_non_null(strstr(styles, "FF08519C"));
    assert_non_null(strstr(styles, "FFF0E6C8"));
    assert_non_null(strstr(styles, "FFE8833A"));
}

static void a_sheet_can_be_used_and_printed(void **state)
{
    (void)state;
    struct report *report = book();
    block_chapter(report, "a", "Một");
    add_table(report);
    const char *xml = sheet(report, 1);
    assert_non_null(strstr(xml, "state=\"frozen\""));
    assert_non_null(strstr(xml, "<autoFilter ref=\"A4:B9\"/>"));
    assert_non_null(strstr(xml, "paperSize=\"9\""));
    assert_non_null(strstr(xml, "orientation=\"landscape\""));
    assert_non_null(strstr(xml, "fitToHeight=\"0\""));
    assert_non_null(strstr(xml, "&amp;P / &amp;N"));
    assert_non_null(
        strstr(part(report, "xl/workbook.xml"), "_xlnm.Print_Titles"));
    /* The notes lead there. */
    assert_non_null(strstr(part(report, "xl/worksheets/sheet1.xml"),
                           "location=\"'Một'!A1\""));
}

static void a_chart_only_of_whole_columns(void **state)
{
    (void)state;
    struct report *report = book();
    block_chapter(report, "a", "Một");
    add_table(report);
    const char *chart = part(report, "xl/charts/chart1.xml");
    assert_non_null(strstr(chart, "!$B$5:$B$9</c:f>"));
    assert_non_null(strstr(chart, "08519C"));
    /* A cell without a number would be drawn as 0. */
    report = book();
    block_chapter(report, "a", "Một");
    add_table(report);
    struct report_table *table = report->blocks[1].table;
    table->cells[3].number = NO_VALUE;
    table->cells[3].text = "…";
    struct fault fault = { 0 };
    const char *path = test_path("none.xlsx");
    assert_true(report_writer_find("xlsx")->write(report, path, &fault));
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    assert_true(zip_name_locate(zip, "xl/charts/chart1.xml", 0) < 0);
    zip_close(zip);
}

static const char *const columns[] = { "indicator", "value" };

static void tell_two(const struct report_annex *annex, struct rows *rows)
{
    (void)annex;
    rows_text(rows, "-1+1");
    rows_number(rows, 1.0 / 3);
    rows_text(rows, "b");
    rows_number(rows, NO_VALUE);
}

static void an_annex_is_told(void **state)
{
    (void)state;
    struct report *report = book();
    struct report_annex annex = { .title = "Số liệu",
                                  .note = "Các dòng",
                                  .columns = columns,
                                  .column_count = 2,
                                  .rows = 2,
                                  .tell = tell_two };
    report->annexes = &annex;
    report->annex_count = 1;
    const char *xml = sheet(report, 1);
    assert_non_null(strstr(xml, ">indicator<"));
    assert_non_null(strstr(xml, ">-1+1<"));
    assert_non_null(strstr(xml, "<c r=\"B3\""));
    assert_non_null(strstr(xml, "<v>0.333333333333</v>"));
    assert_null(strstr(xml, "<c r=\"B4\"")); /* absent is not 0 */
    assert_non_null(strstr(xml, "<autoFilter ref=\"A2:B4\"/>"));
}

/* A sheet has 1,048,576 rows: refused, and nothing is written. */
static void too_many_rows(void **state)
{
    (void)state;
    struct report *report = book();
    struct report_annex annex = { .title = "Số liệu",
                                  .columns = columns,
                                  .column_count = 2,
                                  .rows = 1048576,
                                  .tell = tell_two };
    struct fault fault = { 0 };
    const char *path = test_path("full.xlsx");
    report->annexes = &annex;
    report->annex_count = 1;
    assert_false(report_writer_find("xlsx")->write(report, path, &fault));
    assert_fault(&fault, "report.sheet_full");
    assert_string_equal(fault_argument(&fault, "rows"), "1048576");
    assert_false(file_exists(path));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(a_sheet_for_each_chapter),
        LAB_TEST(numbers_are_numbers),
        LAB_TEST(a_sheet_can_be_used_and_printed),
        LAB_TEST(a_chart_only_of_whole_columns),
        LAB_TEST(an_annex_is_told),
        LAB_TEST(too_many_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
