/*
 * targets.c - the year's plan, the pace towards a target, standards held.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/chapter_tables.h"
#include "engine/report/judgement.h"
#include "engine/report/listing.h"
#include "tests/unit/report/lab.h"

static const uint16_t members[] = { MEMBERS };

/* There must be one of that kind. */
static const struct block *only(const struct report *report,
                                enum block_kind kind)
{
    const struct block *found = NULL;
    for (size_t i = 0; i < report->count; i++)
        if (report->blocks[i].kind == kind) {
            assert_null(found);
            found = &report->blocks[i];
        }
    if (found == NULL) {
        fail_msg("no such block");
        abort(); /* not reached: the test has ended */
    }
    return found;
}

static void check_row(const struct report_table *table, size_t row,
                      const char *const wanted[])
{
    for (size_t c = 0; c < table->columns; c++) {
        const char *text = table->cells[row * table->columns + c].text;
        assert_string_equal(text == NULL ? "" : text, wanted[c]);
    }
}

static struct report *pace(void)
{
    struct report *report = blocks_new(&lab_input);
    results_sort(lab_results, &lab);
    chapter_table_pace(report, &lab_input, members, 1, "Hội viên");
    return report;
}

/* 33 of 100 in 2023, 40 by 2025: seven are missing, 3.5 points a year are
 * wanted; from 29 in 2021 it was 2 a year. */
static void the_pace(void **state)
{
    (void)state;
    lab_target(2025, 40);
    lab_share(MEMBERS, ROOT, 2021, 29, 100);
    lab_changed(lab_share(MEMBERS, ROOT, 2022, 31, 100), 29);
    lab_judged(lab_changed(lab_share(MEMBERS, ROOT, 2023, 33, 100), 31),
               VERDICT_NONE);
    const struct report_table *table = only(pace(), BLOCK_TABLE)->table;
    assert_int_equal(table->rows, 1);
    check_row(table, 0,
              (const char *const[]){ "Tỷ lệ hội viên (%)", "33,0",
                                     "40 (năm 2025)", "7", "+3,5",
                                     "+2,0 (từ 2021)", "chậm hơn mức cần" });
}

/* Nothing is measured across a break; what is due has no pace left. */
static void no_pace(void **state)
{
    static struct series_break frame = { .indicator = MEMBERS,
                                         .area = NO_AREA,
                                         .kind = BREAK_FRAME };
    (void)state;
    frame.period = period_of_year(2023);
    lab.breaks = (struct breaks){ &frame, 1 };
    lab_target(2025, 40);
    lab_share(MEMBERS, ROOT, 2022, 31, 100);
    lab_judged(lab_share(MEMBERS, ROOT, 2023, 33, 100), VERDICT_NONE);
    const struct report_table *table = only(pace(), BLOCK_TABLE)->table;
    assert_string_equal(table->cells[6].text, "chưa đủ số liệu để so nhịp độ");
    lab.targets.items[0].period = period_of_year(2023);
    table = only(pace(), BLOCK_TABLE)->table;
    assert_string_equal(table->cells[3].text, "7");
    assert_string_equal(table->cells[6].text, "đã đến hạn");
    lab.targets.items[0].value = 33; /* reached: no row, no table */
    lab_results->items[1].target = 33;
    lab_results->items[1].gap = 0;
    assert_int_equal(pace()->count, 0);
}

/* 33 of the planned 40 are 82.5 %: TH/KH. */
static void the_plan(void **state)
{
    struct report *report = blocks_new(&lab_input);
    (void)state;
    struct result *r = lab_share(MEMBERS, ROOT, 2023, 33, 100);
    r->plan = 40;
    r->plan_rate = 0.825;
    results_sort(lab_results, &lab);
    chapter_table_main(report, &lab_input, members, 1, "Hội viên");
    const struct report_table *table = only(report, BLOCK_TABLE)->table;
    assert_int_equal(table->columns, 9);
    assert_string_equal(table->heads[4], "TH/KH (%)");
    assert_string_equal(table->cells[2].text, "40");
    assert_string_equal(table->cells[4].text, "82,5");
}

/* --- standards -------------------------------------------------------------
 */

static struct standard_level level = {
    .standard = "reading",
    .level = 2,
    .id = "reading_2",
    .name = "Biết đọc",
    .name_en = "Reading",
    .tier = TIER_COMMUNE,
    .holders = MEMBERS,
    .unverified = "chưa thấy điều 3",
    .source = "điều 2",
};

static void put_outcome(struct standard_outcomes *all, uint32_t area,
                        enum outcome outcome, double reached,
                        const char *reason)
{
    *standard_outcomes_add(all) =
        (struct standard_outcome){ .area = area,
                                   .period = period_of_year(2023),
                                   .outcome = outcome,
                                   .reached = reached,
                                   .required = 90,
                                   .reason = reason,
                                   .indicator = NO_INDEX,
                                   .units = 4,
                                   .unknown = 3 };
}

static struct standard_outcomes *some_outcomes(void)
{
    struct standard_outcomes *all = standard_outcomes_new(lab_arena);
    lab.standards = (struct standards){ &level, 1 };
    put_outcome(all, ROOT, OUTCOME_NOT_ASSESSABLE, NO_VALUE,
                "standard.share_unknown");
    put_outcome(all, CITY, OUTCOME_PASS, 95.55, NULL);
    put_outcome(all, COMMUNE, OUTCOME_NOT_ASSESSABLE, NO_VALUE,
                "standard.unverified");
    lab_input.standards = all;
    return all;
}

static void the_table_of_standards(void **state)
{
    static uint16_t indicators[] = { MEMBERS };
    struct chapter_plan chapter = { .indicators = indicators,
                                    .indicator_count = 1 };
    struct report *report = blocks_new(&lab_input);
    (void)state;
    some_outcomes();
    chapter_table_standards(report, &lab_input, &chapter);
    const struct report_table *table = only(report, BLOCK_TABLE)->table;
    assert_int_equal(table->rows, 2);
    assert_string_equal(table->heads[1], "Biết đọc mức độ 2");
    check_row(table, 0, (const char *const[]){ "Thành phố", "đạt (95,6)" });
    check_row(table, 1,
              (const char *const[]){ "Toàn tỉnh", "không đánh giá được" });
    assert_string_equal(
        only(report, BLOCK_LIST)->items[0],
        "Biết đọc mức độ 2: chưa đánh giá được 3/4 đơn vị cấp dưới");
    indicators[0] = LIBRARY; /* a chapter about something else */
    report = blocks_new(&lab_input);
    chapter_table_standards(report, &lab_input, &chapter);
    assert_int_equal(report->count, 0);
}

static void outcomes_as_rows(void **state)
{
    (void)state;
    struct text out = text_new();
    list_outcomes(&out, ROWS_CSV, some_outcomes(), &lab);
    assert_string_equal(
        out.bytes,
        "standard,level,area,area_name,tier,period,outcome,reached,required,"
        "reason\n"
        "reading,2,34,Thái Bình,province,2023,not_assessable,,90,"
        "chưa đánh giá được 3/4 đơn vị cấp dưới\n"
        "reading,2,336,Thành phố,district,2023,pass,95.55,90,\n"
        "reading,2,12988,Đông Minh,commune,2023,not_assessable,,90,"
        "chưa thấy điều 3\n");
    text_free(&out);
}

/* 70 % of the provinces: for one province, does it hold the standard? */
static void a_share_of_provinces(void **state)
{
    (void)state;
    struct target *t = lab_target(2025, 70);
    t->unit_counted = "province";
    struct result *r = lab_share(MEMBERS, ROOT, 2023, 33, 100);
    r->target_index = 0;
    r->verdict = VERDICT_NOT_ASSESSABLE;
    r->note = "target.unit";
    some_outcomes()->items[0].outcome = OUTCOME_PASS;
    assert_string_equal(judgement_sentence(&lab_input, r),
                        "chỉ tiêu 70% của năm 2025 đếm theo số tỉnh; riêng địa "
                        "bàn này đạt chuẩn (Biết đọc mức độ 2)");
    lab_input.standards = NULL;
    assert_non_null(
        strstr(judgement_sentence(&lab_input, r), "không đánh giá được"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(the_pace),         LAB_TEST(no_pace),
        LAB_TEST(the_plan),         LAB_TEST(the_table_of_standards),
        LAB_TEST(outcomes_as_rows), LAB_TEST(a_share_of_provinces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
