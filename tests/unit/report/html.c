/*
 * html.c - the page: whole tables, nothing fetched, parts that can be reached.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/digest.h"
#include "engine/base/files.h"
#include "engine/report/blocks.h"
#include "engine/report/tabulate.h"
#include "engine/report/writer.h"
#include "tests/unit/report/lab.h"

static size_t occurrences(const char *text, const char *word)
{
    size_t count = 0;
    for (; (text = strstr(text, word)) != NULL; text++)
        count++;
    return count;
}

static struct report *page(void)
{
    struct report *report = blocks_new(&lab_input);
    report->language = "vi";
    report->title = "Báo cáo";
    report->contents_title = "Mục lục";
    report->generator = "hoctap";
    return report;
}

static char *written(const struct report *report)
{
    struct fault fault = { 0 };
    char *bytes;
    size_t length;
    const char *path = test_path("page.html");
    assert_true(report_writer_find("html")->write(report, path, &fault));
    assert_true(file_read(&bytes, &length, path, 0, lab_arena, &fault));
    return bytes;
}

/* Two columns; rows with an empty head, an empty cell, a coloured cell. */
static void add_table(struct report *report, size_t more_rows)
{
    struct tabulation t = tabulate_start(&lab_input, 2);
    tabulate_head(&t, "Địa bàn", ALIGN_LEFT);
    tabulate_head(&t, "Giá trị", ALIGN_RIGHT);
    tabulate_text(&t, "");
    tabulate_text(&t, NULL);
    tabulate_text(&t, "Hưng Hà");
    struct result *r = lab_put(MEMBERS, WEST, 2023, 40);
    r->standing = STANDING_BETTER;
    tabulate_result(&t, r, true);
    for (size_t i = 0; i < more_rows; i++) {
        tabulate_text(&t, "x");
        tabulate_text(&t, "y");
    }
    tabulate_finish(&t, report, "Bảng một", "Ghi chú");
}

static void every_row_has_all_its_cells(void **state)
{
    (void)state;
    struct report *report = page();
    add_table(report, 0);
    const char *html = written(report);
    assert_non_null(strstr(html, "<tr><th scope=\"row\"></th>"
                                 "<td class=\"r\"></td></tr>"));
    assert_non_null(strstr(html, "<tr><th scope=\"row\">Hưng Hà</th>"
                                 "<td class=\"r better\" data-v=\"40\">"
                                 "▲ 40,0</td></tr>"));
    assert_int_equal(occurrences(html, "<th scope=\"col\">"), 2);
    assert_int_equal(occurrences(html, "<caption>Bảng một</caption>"), 1);
    assert_non_null(strstr(html, "<p class=\"note\">Ghi chú</p>"));
}

static void only_short_tables_are_kept_on_one_sheet(void **state)
{
    (void)state;
    struct report *report = page();
    add_table(report, 0);
    add_table(report, 30);
    const char *html = written(report);
    assert_int_equal(occurrences(html, "<div class=\"table short\">"), 1);
    assert_int_equal(occurrences(html, "<div class=\"table\">"), 1);
}

static void nothing_is_fetched(void **state)
{
    (void)state;
    struct report *report = page();
    add_table(report, 0);
    const char *html = written(report);
    assert_non_null(strstr(html, "default-src 'none'"));
    assert_null(strstr(html, "http://"));
    assert_null(strstr(html, "https://"));
    /* One script, the page's own, and the policy lets no other run. */
    assert_int_equal(occurrences(html, "<script"), 1);
    assert_null(strstr(html, "src="));
    assert_non_null(strstr(html, "script-src 'sha256-"));
    assert_null(strstr(html, "<link"));
    assert_null(strstr(html, "url("));
    assert_null(strstr(html, "@import"));
}

/* A policy's source is the sum of the script's bytes; this one is known from
 * FIPS 180-4: of no bytes it is 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=.
 * Here it is worked out again from the page, and put into base 64 by hand. */
static void the_policy_names_the_script(void **state)
{
    (void)state;
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop"
                                  "qrstuvwxyz0123456789+/";
    const char *html = written(page());
    const char *from = strstr(html, "<script>") + strlen("<script>");
    const char *policy = strstr(html, "'sha256-") + strlen("'sha256-");
    char digits[DIGEST_LENGTH + 1];
    digest_of(digits, from, (size_t)(strstr(from, "</script>") - from));
    assert_int_equal(strcspn(policy, "'"), 44);
    assert_int_equal(policy[43], '=');
    /* Bit by bit: four of a digit, six of a letter. */
    for (size_t bit = 0; bit < 256; bit++) {
        char digit[] = { digits[bit / 4], 0 };
        long four = strtol(digit, NULL, 16);
        long six = strchr(letters, policy[bit / 6]) - letters;
        assert_int_equal(four >> (3 - bit % 4) & 1, six >> (5 - bit % 6) & 1);
    }
}

static void a_long_table_is_left_to_the_workbook(void **state)
{
    (void)state;
    struct report *report = page();
    report->page.long_table = "Xem sổ tính.";
    add_table(report, 298); /* 300 rows */
    const char *html = written(report);
    assert_int_equal(occurrences(html, "<tr>"), 301);
    assert_null(strstr(html, "Xem sổ tính."));
    report = page();
    report->page.long_table = "Xem sổ tính.";
    add_table(report, 299);
    html = written(report);
    assert_int_equal(occurrences(html, "<tr>"), 0);
    assert_non_null(
        strstr(html, "<p><strong>Bảng một</strong> Xem sổ tính.</p>"));
}

static void the_whole_is_marked_and_so_are_areas(void **state)
{
    (void)state;
    struct report *report = page();
    add_table(report, 1);
    report->blocks[0].table->areas = true;
    report->blocks[0].table->totals = 1;
    const char *html = written(report);
    assert_int_equal(occurrences(html, "<table class=\"areas\">"), 1);
    assert_non_null(strstr(html, "<tr class=\"total\"><th scope=\"row\">x</th>"
                                 "<td class=\"r\">y</td></tr>\n</tbody>"));
    assert_int_equal(occurrences(html, "class=\"total\""), 1);
}

static void the_contents_lead_to_the_chapters(void **state)
{
    (void)state;
    struct report *report = page();
    block_chapter(report, "one", "Một");
    block_heading(report, "Nhỏ");
    block_paragraph(report, "Câu.");
    block_note(report, "Lưu ý.");
    block_chapter(report, "two", "Hai");
    const char *html = written(report);
    assert_non_null(strstr(html, "<a href=\"#one\">Một</a>"));
    assert_non_null(strstr(html, "<section id=\"one\">\n<h2>Một</h2>"));
    assert_non_null(strstr(html, "<h3>Nhỏ</h3>"));
    assert_non_null(strstr(html, "<p>Câu.</p>"));
    assert_non_null(strstr(html, "<aside>Lưu ý.</aside>"));
    assert_int_equal(occurrences(html, "<section"), 2);
    assert_int_equal(occurrences(html, "</section>"), 2);
    assert_int_equal(occurrences(html, "<main>"), 1);
    assert_non_null(strstr(html, "<html lang=\"vi\">"));
}

static void a_picture_stands_in_the_page(void **state)
{
    (void)state;
    struct report *report = page();
    struct report_figure figure = {
        .caption = "Tên",
        .path = test_write("a.svg", "<?xml version=\"1.0\"?>\n"
                                    "<svg id=\"a\"><title>Tên</title></svg>"),
        .name = "a.svg",
        .description = "Từ thấp đến cao.",
    };
    block_add(report, BLOCK_FIGURE)->figure = &figure;
    const char *html = written(report);
    assert_null(strstr(html, "<?xml"));
    assert_non_null(strstr(html, "<svg id=\"a\">"));
    assert_non_null(strstr(html, "<figcaption>Từ thấp đến cao.</figcaption>"));
}

static void a_file_without_a_picture_is_a_fault(void **state)
{
    (void)state;
    struct report *report = page();
    struct fault fault = { 0 };
    struct report_figure figure = { .caption = "Tên",
                                    .path = test_write("b.svg", "nothing"),
                                    .name = "b.svg" };
    block_add(report, BLOCK_FIGURE)->figure = &figure;
    const char *path = test_path("none.html");
    assert_false(report_writer_find("html")->write(report, path, &fault));
    assert_fault(&fault, "report.no_picture");
    assert_false(file_exists(path));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(every_row_has_all_its_cells),
        LAB_TEST(only_short_tables_are_kept_on_one_sheet),
        LAB_TEST(nothing_is_fetched),
        LAB_TEST(the_policy_names_the_script),
        LAB_TEST(a_long_table_is_left_to_the_workbook),
        LAB_TEST(the_whole_is_marked_and_so_are_areas),
        LAB_TEST(the_contents_lead_to_the_chapters),
        LAB_TEST(a_picture_stands_in_the_page),
        LAB_TEST(a_file_without_a_picture_is_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
