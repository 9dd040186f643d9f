/*
 * origin.c - where a report's figures come from: as of which day, who has not
 * sent any, from when on they do not compare, and by which sums the files can
 * be told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/table.h"
#include "engine/report/build.h"
#include "engine/report/chapter_tables.h"
#include "tests/unit/report/lab.h"

static struct report_plan plan = { .title = "Báo cáo", .title_en = "Report" };

static const char *subtitle(void)
{
    struct report *report;
    struct fault fault = { 0 };
    lab.project.title = "Xã hội học tập";
    lab.report_plan = &plan;
    assert_true(report_build(&report, &lab_input, NULL, 0, "charts", &fault));
    return report->subtitle;
}

/* A file as of that day, with one figure of the period. */
static void put_source(date cutoff, int year)
{
    uint32_t at = table_add_source(
        lab_table,
        (struct source){ .name = "a.csv", .group = "g", .cutoff = cutoff });
    struct observation o = { .area = EAST,
                             .period = period_of_year(year),
                             .value = 1,
                             .source = at,
                             .line = 2 };
    table_add(lab_table, o);
}

static void the_day_of_the_figures(void **state)
{
    (void)state;
    /* No figures, no day in the file: the end of the period. */
    assert_string_equal(subtitle(),
                        "Xã hội học tập, năm 2023 (số liệu đến ngày "
                        "31/12/2023)");
    put_source(20211231, 2021); /* another year's file */
    put_source(20231130, 2023);
    assert_string_equal(subtitle(),
                        "Xã hội học tập, năm 2023 (số liệu đến ngày "
                        "30/11/2023)");
    put_source(DATE_OPEN, 2023);
    assert_string_equal(subtitle(),
                        "Xã hội học tập, năm 2023 (số liệu đến ngày "
                        "30/11/2023 đến 31/12/2023, tùy nguồn)");
    lab_speak("en");
    assert_string_equal(subtitle(), "Xã hội học tập, 2023 (figures as of 30 "
                                    "November 2023 to 31 December 2023, by "
                                    "source)");
}

static const struct report_table *only_table(const struct report *report)
{
    if (report->count != 1 || report->blocks[0].table == NULL)
        fail_msg("%zu blocks", report->count);
    return report->blocks[0].table;
}

static void check_row(const struct report_table *table, size_t row,
                      const char *const wanted[])
{
    assert_true(row < table->rows);
    for (size_t c = 0; c < table->columns; c++)
        assert_string_equal(table->cells[row * table->columns + c].text,
                            wanted[c]);
}

static void who_has_not_reported(void **state)
{
    (void)state;
    struct submission lines[] = {
        /* On time; late; missing; of another year; not yet due. */
        { "g", false, EAST, period_of_year(2023), 20240105, 20240105, 1, 2 },
        { "g", false, WEST, period_of_year(2023), 20240105, 20240111, 1, 3 },
        { "g", false, SOUTH, period_of_year(2023), 20240105, DATE_OPEN, 0, 4 },
        { "g", false, SOUTH, period_of_year(2022), 20230105, DATE_OPEN, 0, 5 },
        { "h", false, SOUTH, period_of_year(2023), 20240201, DATE_OPEN, 0, 6 },
    };
    struct report *report = blocks_new(&lab_input);
    lab.project.report_date = 20240115;
    chapter_table_submissions(report, &lab_input);
    assert_int_equal(report->count, 0);
    lab.submissions = lines;
    lab.submission_count = sizeof lines / sizeof *lines;
    chapter_table_submissions(report, &lab_input);
    const struct report_table *table = only_table(report);
    assert_int_equal(table->rows, 2);
    check_row(
        table, 0,
        (const char *const[]){ "Tiền Hải", "g", "05/01/2024", "", "chưa nộp" });
    check_row(table, 1,
              (const char *const[]){ "Hưng Hà", "g", "05/01/2024", "11/01/2024",
                                     "nộp muộn" });
    /* A figure of it is there: it has come, whatever the list says. */
    put_source(DATE_OPEN, 2023);
    lab_table->area[0] = COMMUNE; /* of SOUTH */
    report = blocks_new(&lab_input);
    chapter_table_submissions(report, &lab_input);
    assert_int_equal(only_table(report)->rows, 1);
}

static void since_when_nothing_compares(void **state)
{
    (void)state;
    struct series_break breaks[] = {
        { .indicator = MEMBERS,
          .area = NO_AREA,
          .period = period_of_year(2022),
          .kind = BREAK_DEFINITION,
          .reason = "tiêu chí mới" },
        { .indicator = NO_INDEX,
          .area = EAST,
          .period = period_of_year(2020),
          .kind = BREAK_BOUNDARY },
        { .indicator = MEMBERS,
          .area = NO_AREA,
          .period = period_of_year(2024), /* after the report */
          .kind = BREAK_SOURCE },
        { .indicator = LIBRARY, /* no figures */
          .area = NO_AREA,
          .period = period_of_year(2022),
          .kind = BREAK_SOURCE },
    };
    struct report *report = blocks_new(&lab_input);
    lab.breaks = (struct breaks){ breaks, 4 };
    lab_share(MEMBERS, ROOT, 2023, 35, 100);
    chapter_table_breaks(report, &lab_input);
    const struct report_table *table = only_table(report);
    assert_int_equal(table->rows, 2);
    check_row(table, 0,
              (const char *const[]){ "2022", "Tỷ lệ hội viên", "tất cả",
                                     "đổi định nghĩa", "tiêu chí mới" });
    check_row(table, 1,
              (const char *const[]){ "2020", "tất cả", "Quỳnh Phụ",
                                     "đổi địa giới", "" });
}

/* FIPS 180-4's own example: "abc". */
static void the_sums_of_the_files(void **state)
{
    (void)state;
    struct report *report = blocks_new(&lab_input);
    lab.project.folder = test_folder();
    test_write("project.yaml", "abc");
    put_source(DATE_OPEN, 2023);
    lab_table->sources[0].path =
        arena_string(lab_arena, test_write("a.csv", "abc"));
    put_source(DATE_OPEN, 2023);
    lab_table->sources[1].path = arena_string(lab_arena, test_path("gone.csv"));
    chapter_table_checksums(report, &lab_input);
    const struct report_table *table = only_table(report);
    static const char sum[] = "ba7816bf8f01cfea414140de5dae2223"
                              "b00361a396177a9cb410ff61f20015ad";
    assert_int_equal(table->rows, 2);
    check_row(table, 0, (const char *const[]){ "a.csv", "3", sum });
    check_row(table, 1, (const char *const[]){ "project.yaml", "3", sum });
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(the_day_of_the_figures),
        LAB_TEST(who_has_not_reported),
        LAB_TEST(since_when_nothing_compares),
        LAB_TEST(the_sums_of_the_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
