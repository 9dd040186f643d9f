/*
 * pages.c - the page of an area: its sentences, its place, its gap in people,
 * which findings are its own, and what the public is not told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/pages.h"
#include "engine/model/report_plan.h"
#include "engine/report/page_parts.h"
#include "tests/unit/report/lab.h"

static uint16_t planned[] = { MEMBERS, DROPOUT, LIBRARY };
static struct chart_plan charts[] = { { "trend", MEMBERS } };
static uint16_t even[] = { DROPOUT };
static struct chapter_plan chapters[] = { { .id = "organisation",
                                            .title = "Tổ chức",
                                            .indicators = planned,
                                            .indicator_count = 3,
                                            .charts = charts,
                                            .chart_count = 1,
                                            .equity = even,
                                            .equity_count = 1 } };
static struct report_plan plan = { .title = "Báo cáo",
                                   .chapters = chapters,
                                   .chapter_count = 1 };
static struct comparisons *comparisons;
static struct evenness *evenness;

static void put_rank(uint16_t indicator, uint32_t area, unsigned rank,
                     unsigned lower, unsigned upper)
{
    struct comparison *c = comparisons_add(comparisons);
    c->indicator = indicator;
    c->area = area;
    c->period = lab.project.period;
    c->breakdown = WHOLE;
    c->rank = rank;
    c->rank_lower = lower;
    c->rank_upper = upper;
}

static void put_level(uint16_t indicator, uint32_t area, enum level_goal goal,
                      double goal_value, double needed)
{
    struct evenness_level *level = evenness_level_add(evenness);
    const struct result *r =
        results_find(lab_results, indicator, area, lab.project.period, WHOLE);
    level->indicator = indicator;
    level->area = area;
    level->tier = TIER_DISTRICT;
    level->period = lab.project.period;
    level->goal = goal;
    level->goal_value = goal_value;
    level->value = r->value;
    level->denominator = r->denominator;
    level->needed = needed;
}

/* 80,580 of 245,000 are 32.89 %; half of them would be 41,920 more. */
static struct result *some_results(void)
{
    lab.report_plan = &plan;
    lab_input.comparisons = comparisons = comparisons_new(lab_arena);
    lab_input.evenness = evenness = evenness_new(lab_arena);
    lab_share(MEMBERS, ROOT, 2023, 663480, 1884051);
    lab_share(MEMBERS, ROOT, 2022, 640000, 1884051);
    lab_share(MEMBERS, CITY, 2023, 91617, 213000)->standing = STANDING_BETTER;
    lab_share(MEMBERS, WEST, 2023, 99995, 250000);
    lab_share(MEMBERS, EAST, 2022, 73500, 245000);
    lab_put(DROPOUT, ROOT, 2023, .5);
    lab_put(DROPOUT, CITY, 2023, .6);
    lab_put(DROPOUT, WEST, 2023, .3);
    lab_put(DROPOUT, EAST, 2023, .4)->standing = STANDING_SIMILAR;
    lab_put(LIBRARY, SOUTH, 2023, 40);
    lab_changed(lab_share(MEMBERS, EAST, 2023, 80580, 245000), 30)->standing =
        STANDING_WORSE;
    put_rank(MEMBERS, CITY, 1, 0, 0);
    put_rank(MEMBERS, WEST, 2, 0, 0);
    put_rank(MEMBERS, EAST, 3, 0, 0);
    put_rank(DROPOUT, WEST, 1, 1, 2);
    put_rank(DROPOUT, EAST, 2, 1, 3);
    put_rank(DROPOUT, CITY, 3, 2, 3);
    put_level(MEMBERS, EAST, LEVEL_TOP, 43, 24773);
    put_level(MEMBERS, EAST, LEVEL_TARGET, 50, 41920);
    put_level(DROPOUT, EAST, LEVEL_TOP, .3, 12);
    return &lab_results->items[lab_results->count - 1];
}

static struct page page_of(uint32_t area)
{
    uint32_t *areas;
    size_t count = pages_areas(&areas, &lab_input), number = 0;
    const struct pages *pages = pages_new(&lab_input, areas, count);
    assert_int_equal(count, 4);
    while (areas[number] != area)
        number++;
    return pages_page(pages, &lab_input, number);
}

static void assert_says(const struct page *page, const char *const said[],
                        size_t count)
{
    const char *items[PAGE_SUMMARY_MOST];
    assert_int_equal(page_summary(items, page), count);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(items[i], said[i]);
}

static void what_a_leader_reads(void **state)
{
    (void)state;
    static const char *const said[] = {
        "Năm 2023, Quỳnh Phụ có 2 chỉ số so được với mức chung của Thái Bình: "
        "0 tốt hơn, 1 chưa bằng, 1 tương đương.",
        "Chưa bằng mức chung: Tỷ lệ hội viên (32,9% so với 35,2%).",
        "Để đạt chỉ tiêu chung còn cần thêm: Tỷ lệ hội viên (41.920 đơn vị "
        "đếm).",
        "Chuyển biến tốt so với năm trước: Tỷ lệ hội viên (tăng 2,9 điểm phần "
        "trăm).",
        "Chưa có số liệu của 1 chỉ số.",
    };
    some_results();
    struct page page = page_of(EAST);
    assert_says(&page, said, 5);
}

/* A target of its own is judged, in people where that is known. */
static void its_own_target(void **state)
{
    (void)state;
    struct result *east = some_results();
    lab_target(2023, 50);
    lab_judged(east, VERDICT_NOT_MET);
    const char *items[PAGE_SUMMARY_MOST];
    struct page page = page_of(EAST);
    page_summary(items, &page);
    assert_string_equal(items[2], "Chưa đạt chỉ tiêu: Tỷ lệ hội viên (32,9%, "
                                  "còn thiếu 41.920 đơn vị đếm).");
    evenness->levels.items[1].needed = NO_VALUE; /* 50 - 32,9 */
    page = page_of(EAST);
    page_summary(items, &page);
    assert_string_equal(items[2], "Chưa đạt chỉ tiêu: Tỷ lệ hội viên (32,9%, "
                                  "còn thiếu 17,1 điểm phần trăm).");
}

/* Facts have a rank, noise gives it limits. */
static void a_place(void **state)
{
    (void)state;
    some_results();
    struct page page = page_of(EAST);
    assert_string_equal(page_place(&page, 0),
                        "Tỷ lệ hội viên: 32,9%; Thái Bình: 35,2%; hạng 3 "
                        "trong 3 huyện, thành phố; chưa bằng mức chung.");
    assert_string_equal(page_place(&page, 1),
                        "Tỷ lệ bỏ học: 0,40%; Thái Bình: 0,50%; hạng 2 trong 3 "
                        "huyện, thành phố (khoảng 1–3); tương đương mức "
                        "chung.");
    assert_null(page_place(&page, 2)); /* no library's figure */
}

/* --- the page ----------------------------------------------------------------
 */

static bool says(const char *text, const char *words)
{
    return text != NULL && strstr(text, words) != NULL;
}

/* Do the words stand anywhere in it? */
static bool mentions(const struct report *report, const char *words)
{
    bool found = says(report->title, words);
    for (size_t b = 0; b < report->count; b++) {
        const struct block *block = &report->blocks[b];
        found = found || says(block->text, words);
        for (size_t i = 0; i < block->item_count; i++)
            found = found || says(block->items[i], words);
        if (block->table == NULL)
            continue;
        const struct report_table *table = block->table;
        for (size_t i = 0; i < table->rows * table->columns; i++)
            found = found || says(table->cells[i].text, words);
        found = found || says(table->note, words);
    }
    return found;
}

static const struct report_table *table_in(const struct report *report,
                                           const char *chapter)
{
    size_t b = 0;
    while (b < report->count && (report->blocks[b].kind != BLOCK_CHAPTER ||
                                 strcmp(report->blocks[b].id, chapter) != 0))
        b++;
    while (b < report->count && report->blocks[b].kind != BLOCK_TABLE)
        b++;
    assert_true(b < report->count);
    return report->blocks[b].table;
}

static const char *cell(const struct report_table *table, size_t row,
                        size_t column)
{
    return table->cells[row * table->columns + column].text;
}

static struct report *built(struct page *page)
{
    struct figure *figures;
    size_t count = page_figures(&figures, page);
    return page_build(page, figures, count, "charts");
}

static void the_gap_in_people(void **state)
{
    (void)state;
    some_results();
    struct page page = page_of(EAST);
    const struct report_table *table = table_in(built(&page), "people");
    assert_int_equal(table->rows, 2); /* the target goes before the best */
    assert_string_equal(cell(table, 0, 3), "50,0");
    assert_string_equal(cell(table, 0, 4), "41.920 đơn vị đếm");
    assert_string_equal(cell(table, 1, 4), "12 đơn vị đếm");
    even[0] = LIBRARY; /* the evenness of dropping out is not measured */
    table = table_in(built((page = page_of(EAST), &page)), "people");
    even[0] = DROPOUT;
    assert_int_equal(table->rows, 1);
}

static void what_is_withheld_is_a_star(void **state)
{
    (void)state;
    some_results()->status = STATUS_SUPPRESSED;
    struct page page = page_of(EAST);
    struct report *report = built(&page);
    const struct report_table *table = table_in(report, "results");
    assert_string_equal(cell(table, 0, 2), "*");
    assert_string_equal(cell(table, 0, 6), "");
    assert_false(mentions(report, "32,9"));
    assert_false(mentions(report, "41.920"));
    table = table_in(report, "people"); /* of another indicator */
    assert_int_equal(table->rows, 1);
}

static void a_spine_and_a_trend(void **state)
{
    (void)state;
    struct figure *figures;
    some_results();
    struct page page = page_of(EAST);
    assert_int_equal(page_figures(&figures, &page), 2);
    assert_string_equal(figures[0].spec.kind, "spine");
    assert_int_equal(figures[0].spec.span_count, 2);
    assert_string_equal(figures[1].spec.kind, "trend");
    page = page_of(WEST); /* of one year only */
    assert_int_equal(page_figures(&figures, &page), 1);
    page = page_of(SOUTH);
    assert_int_equal(page_figures(&figures, &page), 0);
}

/* --- findings ----------------------------------------------------------------
 */

static void observe(uint32_t source, unsigned line, uint32_t area)
{
    table_add(lab_table,
              (struct observation){
                  .area = area, .source = source, .line = line, .value = 1 });
}

static struct finding_place at(const char *file, unsigned line)
{
    return (struct finding_place){ .file = file, .line = line };
}

static size_t found_on(uint32_t area)
{
    struct page page = page_of(area);
    const struct page_findings *of = page.pages->findings;
    return of->first[page.number + 1] - of->first[page.number];
}

static void whose_finding_it_is(void **state)
{
    (void)state;
    struct submission lines[] = {
        { .source = "members", .area = EAST, .received = DATE_OPEN, .line = 2 },
        { .source = "members", .area = WEST, .received = DATE_OPEN, .line = 3 },
        { .source = "members", .area = CITY, .received = 20240101, .line = 4 },
    };
    some_results();
    uint32_t a = table_add_source(lab_table, (struct source){ .name = "a" });
    uint32_t b = table_add_source(lab_table, (struct source){ .name = "b" });
    observe(a, 3, EAST);
    observe(a, 3, EAST); /* another column */
    observe(a, 4, COMMUNE);
    observe(b, 4, CITY);
    observe(b, 4, WEST);
    finding_add(lab_findings, FINDING_jump, at("a", 3), NULL);
    assert_int_equal(found_on(EAST), 1);
    finding_add(lab_findings, FINDING_jump, at("a", 4), NULL);
    assert_int_equal(found_on(SOUTH), 1); /* of its commune */
    finding_add(lab_findings, FINDING_jump, at("b", 4), "area", "Hưng Hà",
                NULL);
    assert_int_equal(found_on(WEST), 1);
    assert_int_equal(found_on(CITY), 0);
    lab.submissions = lines;
    lab.submission_count = 3;
    finding_add(lab_findings, FINDING_not_reported, at("submissions.csv", 2),
                "areas", "Quỳnh Phụ, Hưng Hà", NULL);
    finding_add(lab_findings, FINDING_late_report, at("submissions.csv", 4),
                NULL);
    finding_add(lab_findings, FINDING_revised, at(NULL, 0), "area", "Tiền Hải",
                NULL);
    finding_add(lab_findings, FINDING_no_layout, at("c", 0),
                NULL); /* of nobody */
    assert_int_equal(found_on(EAST), 2);
    assert_int_equal(found_on(WEST), 2);
    assert_int_equal(found_on(CITY), 1);
    assert_int_equal(found_on(SOUTH), 2);
}

/* --- the public --------------------------------------------------------------
 */

static void the_public_learns_of_no_other(void **state)
{
    (void)state;
    struct figure *figures;
    some_results();
    uint32_t a = table_add_source(lab_table, (struct source){ .name = "a" });
    observe(a, 3, EAST);
    finding_add(lab_findings, FINDING_copied_area, at("a", 3), "area",
                "Quỳnh Phụ", "other", "Hưng Hà", NULL);
    struct page page = page_of(EAST);
    assert_true(mentions(built(&page), "Hưng Hà"));
    lab.project.audience = AUDIENCE_PUBLIC;
    page = page_of(EAST);
    struct report *report = built(&page);
    assert_int_equal(page_figures(&figures, &page), 1); /* no spine */
    assert_string_equal(figures[0].spec.kind, "trend");
    assert_false(mentions(report, "Hưng Hà"));
    assert_true(mentions(report, say(&lab_input, "rule.copied_area", NULL)));
    /* The best fifth are others. */
    assert_int_equal(table_in(report, "people")->rows, 1);
    assert_true(mentions(report, "32,9"));
    assert_true(mentions(report, "35,2"));
    assert_false(mentions(report, "43,0"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(what_a_leader_reads),
        LAB_TEST(its_own_target),
        LAB_TEST(a_place),
        LAB_TEST(the_gap_in_people),
        LAB_TEST(what_is_withheld_is_a_star),
        LAB_TEST(a_spine_and_a_trend),
        LAB_TEST(whose_finding_it_is),
        LAB_TEST(the_public_learns_of_no_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
