/*
 * build.c - the report as blocks: chapters, tables, what is left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/build.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/chapters.h"
#include "engine/report/tabulate.h"
#include "tests/unit/report/lab.h"

static uint16_t association[] = { MEMBERS, HEADS, LIBRARY };
static uint16_t schooling[] = { DROPOUT };
static uint16_t evenness[] = { MEMBERS };
static struct chapter_plan chapters[] = {
    { .id = "organisation",
      .title = "Tổ chức",
      .title_en = "Organisation",
      .intro = "Mở đầu.",
      .indicators = association,
      .indicator_count = 3,
      .equity = evenness,
      .equity_count = 1 },
    { .id = "schooling",
      .title = "Nhà trường",
      .indicators = schooling,
      .indicator_count = 1 },
};
static struct report_plan plan = { .title = "Báo cáo",
                                   .title_en = "Report",
                                   .chapters = chapters,
                                   .chapter_count = 2 };

static struct report *built(const struct figure figures[], size_t count)
{
    struct report *report;
    struct fault fault = { 0 };
    lab.report_plan = &plan;
    assert_true(
        report_build(&report, &lab_input, figures, count, "charts", &fault));
    return report;
}

/* Members, their number, libraries; three districts. */
static void some_results(void)
{
    lab_changed(lab_share(MEMBERS, ROOT, 2023, 663480, 1884051), 34.5);
    lab_share(MEMBERS, CITY, 2023, 91617, 213000)->standing = STANDING_BETTER;
    lab_share(MEMBERS, EAST, 2023, 80580, 245000)->standing = STANDING_WORSE;
    lab_share(MEMBERS, WEST, 2023, 99995, 250000)->status = STATUS_PROVISIONAL;
    lab_changed(lab_put(HEADS, ROOT, 2023, 663480), 648150);
    lab_put(HEADS, CITY, 2023, 91617);
    lab_put(HEADS, EAST, 2023, 80580);
    lab_put(LIBRARY, SOUTH, 2023, NO_VALUE)->status = STATUS_MISSING;
    lab_changed(lab_share(LIBRARY, ROOT, 2023, 78, 196), 37);
    lab_share(LIBRARY, CITY, 2023, 8, 17);
    lab_share(LIBRARY, EAST, 2023, 14, 32);
    lab_measure(MEMBERS, "difference", 10.1);
    lab_measure(MEMBERS, "gini", 0.0123);
    lab_measure(MEMBERS, "theil", 0.0000123);
}

static size_t count_of(const struct report *report, enum block_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < report->count; i++)
        count += report->blocks[i].kind == kind;
    return count;
}

/* The block of that kind with that number; it must be there. */
static const struct block *find(const struct report *report,
                                enum block_kind kind, size_t which)
{
    size_t at = 0;
    assert_true(which < count_of(report, kind));
    for (;; at++)
        if (report->blocks[at].kind == kind && which-- == 0)
            return &report->blocks[at];
}

/* The table whose caption holds these words; it must be there. */
static const struct report_table *table_of(const struct report *report,
                                           const char *words)
{
    size_t at = 0, count = count_of(report, BLOCK_TABLE);
    while (at < count &&
           strstr(find(report, BLOCK_TABLE, at)->table->caption, words) == NULL)
        at++;
    return find(report, BLOCK_TABLE, at)->table;
}

static const struct table_cell *cell(const struct report_table *table,
                                     size_t row, size_t column)
{
    assert_true(row < table->rows && column < table->columns);
    return &table->cells[row * table->columns + column];
}

static void check_row(const struct report_table *table, size_t row,
                      const char *const wanted[])
{
    for (size_t c = 0; c < table->columns; c++)
        assert_string_equal(cell(table, row, c)->text, wanted[c]);
}

static void the_frame(void **state)
{
    (void)state;
    lab.project.title = "Xã hội học tập";
    lab.project.issuer = "Hội Khuyến học";
    lab.project.note = "Số liệu minh họa.";
    lab.project.report_date = 20240115;
    struct report *report = built(NULL, 0);
    assert_string_equal(report->language, "vi");
    assert_string_equal(report->title, "Báo cáo");
    assert_non_null(strstr(report->subtitle, "Xã hội học tập"));
    assert_non_null(strstr(report->subtitle, "2023"));
    assert_non_null(strstr(report->date, "15/01/2024"));
    assert_string_equal(report->issuer, "Hội Khuyến học");
    assert_false(report->draft);
    assert_string_equal(find(report, BLOCK_NOTE, 0)->text, "Số liệu minh họa.");
    /* Summary, the plan's chapters, method, sources. */
    const char *ids[] = { "summary", "organisation", "schooling", "method",
                          "sources" };
    assert_int_equal(count_of(report, BLOCK_CHAPTER), 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(find(report, BLOCK_CHAPTER, i)->id, ids[i]);
}

static void a_draft_while_a_reject_stands(void **state)
{
    (void)state;
    struct finding *f =
        finding_add(lab_findings, FINDING_unknown_area,
                    (struct finding_place){ "a.csv", 5, 2, NULL, "X", NULL },
                    "value", "X", NULL);
    assert_true(built(NULL, 0)->draft);
    f->decided = 1;
    assert_false(built(NULL, 0)->draft);
}

static void no_plan_no_report(void **state)
{
    (void)state;
    struct report *report;
    struct fault fault = { 0 };
    assert_false(report_build(&report, &lab_input, NULL, 0, "", &fault));
    assert_fault(&fault, "report.no_plan");
}

/* --- chapters ---------------------------------------------------------------
 */

static void a_chapter_without_figures_says_so(void **state)
{
    (void)state;
    struct report *report = built(NULL, 0);
    assert_int_equal(count_of(report, BLOCK_TABLE), 0); /* no empty tables */
    assert_int_equal(count_of(report, BLOCK_NOTE), 2);
    some_results();
    report = built(NULL, 0);
    assert_int_equal(count_of(report, BLOCK_NOTE), 1); /* schooling only */
    for (size_t i = 0; i < count_of(report, BLOCK_TABLE); i++)
        assert_true(find(report, BLOCK_TABLE, i)->table->rows > 0);
    for (size_t i = 0; i < count_of(report, BLOCK_LIST); i++)
        assert_true(find(report, BLOCK_LIST, i)->item_count > 0);
}

static void groups_have_headings_when_there_are_several(void **state)
{
    (void)state;
    some_results();
    struct report *report = built(NULL, 0);
    bool found[2] = { false, false };
    for (size_t i = 0; i < count_of(report, BLOCK_HEADING); i++) {
        const char *text = find(report, BLOCK_HEADING, i)->text;
        found[0] |= !strcmp(text, say(&lab_input, "group.association", NULL));
        found[1] |= !strcmp(text, say(&lab_input, "group.institutions", NULL));
    }
    assert_true(found[0] && found[1]);
}

static void the_main_table(void **state)
{
    (void)state;
    some_results();
    const struct report_table *table =
        table_of(built(NULL, 0), say(&lab_input, "group.association", NULL));
    /* Nothing has a target: no columns for it. */
    assert_int_equal(table->columns, 9);
    static const char *const heads[] = {
        "Chỉ tiêu",           "Đơn vị tính",    "Kế hoạch năm 2023",
        "Thực hiện năm 2023", "TH/KH (%)",      "Cùng kỳ (năm 2022)",
        "Tăng, giảm",         "Số đạt (tử số)", "Tổng số (mẫu số)"
    };
    for (size_t i = 0; i < 9; i++)
        assert_string_equal(table->heads[i], heads[i]);
    assert_int_equal(table->rows, 2);
    check_row(table, 0,
              (const char *const[]){ "Tỷ lệ hội viên", "%", "–", "35,2", "",
                                     "34,5", "+0,7 điểm %", "663.480",
                                     "1.884.051" });
    check_row(table, 1,
              (const char *const[]){ "Số hội viên", "người", "–", "663.480", "",
                                     "648.150", "+2,4%", "", "" });
    assert_near(cell(table, 0, 7)->number, 663480, 0);
    assert_near(cell(table, 0, 3)->number, 100.0 * 663480 / 1884051, 1e-12);
    /* 15,330 of 648,150. */
    assert_near(cell(table, 1, 6)->number, 2.36519324231, 1e-9);
    assert_false(has_value(cell(table, 0, 0)->number));
    assert_string_equal(table->note, say(&lab_input, "table.main_note", NULL));
}

static void targets_get_their_columns(void **state)
{
    (void)state;
    some_results();
    lab_target(2025, 40);
    lab_judged(&lab_results->items[0], VERDICT_NONE);
    const struct report_table *table =
        table_of(built(NULL, 0), say(&lab_input, "group.association", NULL));
    assert_int_equal(table->columns, 11);
    assert_string_equal(cell(table, 0, 9)->text,
                        say(&lab_input, "table.target_by", "value", "40",
                            "period", "năm 2025", NULL));
    assert_string_equal(
        cell(table, 0, 10)->text,
        say(&lab_input, "table.target_ahead", "gap", "4,8", NULL));
    assert_string_equal(cell(table, 1, 9)->text, "");
}

static void the_table_of_areas(void **state)
{
    (void)state;
    some_results();
    char *caption = say(&lab_input, "table.areas_caption", "title",
                        say(&lab_input, "group.association", NULL), "period",
                        "năm 2023", NULL);
    const struct report_table *table = table_of(built(NULL, 0), caption);
    assert_int_equal(table->columns, 3); /* counts stand there, too */
    assert_int_equal(table->rows, 4);    /* three districts and the whole */
    assert_string_equal(table->heads[1], "Tỷ lệ hội viên (%)");
    assert_string_equal(table->heads[2], "Số hội viên (người)");
    check_row(table, 0,
              (const char *const[]){ "Thành phố", "▲ 43,0", "91.617" });
    check_row(table, 1,
              (const char *const[]){ "Quỳnh Phụ", "▼ 32,9", "80.580" });
    check_row(table, 2, (const char *const[]){ "Hưng Hà", "40,0 (p)", "…" });
    check_row(table, 3,
              (const char *const[]){ "Toàn tỉnh", "35,2", "663.480" });
    assert_int_equal(cell(table, 0, 1)->standing, STANDING_BETTER);
    assert_int_equal(cell(table, 3, 1)->standing, STANDING_NONE);
    /* The signs that occur are explained, no others. */
    assert_non_null(strstr(table->note, "(p) "));
    assert_non_null(strstr(table->note, "… "));
    assert_null(strstr(table->note, "(e)"));
}

static void many_columns_are_dealt_evenly(void **state)
{
    (void)state;
    struct indicator *nine = arena_array(lab_arena, 9, struct indicator);
    uint16_t indexes[9];
    for (uint16_t i = 0; i < 9; i++) {
        nine[i] = lab_indicators[MEMBERS];
        nine[i].name = arena_format(lab_arena, "Chỉ số %u", i);
        indexes[i] = i;
    }
    lab.catalogue.items = nine;
    lab.catalogue.count = 9;
    for (uint16_t i = 0; i < 9; i++)
        for (uint32_t a = CITY; a <= EAST; a++)
            lab_put(i, a, 2023, 40);
    struct report *report = blocks_new(&lab_input);
    chapter_table_areas(report, &lab_input, &chapters[0], indexes, 9, "Nhóm");
    assert_int_equal(report->count, 2);
    assert_int_equal(report->blocks[0].table->columns, 1 + 4);
    assert_int_equal(report->blocks[1].table->columns, 1 + 5);
    assert_string_equal(report->blocks[1].table->heads[1], "Chỉ số 4 (%)");
    assert_non_null(strstr(report->blocks[1].table->caption, "(2/2)"));
}

static void what_nobody_compares_stays_out_of_the_table_of_areas(void **state)
{
    (void)state;
    uint16_t parity[] = { PARITY };
    struct chapter_plan chapter = { .id = "x" };
    struct report *report = blocks_new(&lab_input);
    lab_put(PARITY, CITY, 2023, 0.9);
    lab_put(PARITY, EAST, 2023, 1.1);
    chapter_table_areas(report, &lab_input, &chapter, parity, 1, "Nhóm");
    assert_int_equal(report->count, 0);
    chapter.equity = parity; /* its evenness is measured */
    chapter.equity_count = 1;
    chapter_table_areas(report, &lab_input, &chapter, parity, 1, "Nhóm");
    assert_int_equal(report->count, 1);
    assert_string_equal(cell(report->blocks[0].table, 1, 1)->text, "1,100");
}

static void the_table_of_evenness(void **state)
{
    (void)state;
    some_results();
    const struct report_table *table = table_of(
        built(NULL, 0), say(&lab_input, "table.equity_caption", "tier",
                            say_tier(&lab_input, TIER_DISTRICT, true), NULL));
    assert_int_equal(table->rows, 1);
    /* No coefficient of variation; Theil is not printed as 0. */
    check_row(table, 0,
              (const char *const[]){ "Tỷ lệ hội viên", "10,1 điểm phần trăm",
                                     "x", "0,0123", "0,00001" });
}

static void figures_stand_in_their_chapter(void **state)
{
    (void)state;
    some_results();
    struct figure figures[2] = {
        { .chapter = 1,
          .indicator = DROPOUT,
          .spec = { .name = "a", .title = "A", .description = "Mô tả" } },
        { .chapter = 0,
          .indicator = MEMBERS,
          .spec = { .name = "b", .title = "B", .description = "Mô tả" } },
    };
    struct report *report = built(figures, 2);
    /* Schooling has no figures and so no pictures. */
    assert_int_equal(count_of(report, BLOCK_FIGURE), 1);
    const struct report_figure *figure = find(report, BLOCK_FIGURE, 0)->figure;
    assert_string_equal(figure->path, "charts/b.svg");
    assert_string_equal(figure->name, "b.svg");
    assert_string_equal(figure->caption, "B");
    assert_string_equal(figure->description, "Mô tả");
}

static void a_title_in_the_other_language_is_better_than_none(void **state)
{
    (void)state;
    lab_speak("en");
    struct report *report = built(NULL, 0);
    assert_string_equal(report->title, "Report");
    assert_string_equal(find(report, BLOCK_CHAPTER, 1)->text, "Organisation");
    assert_string_equal(find(report, BLOCK_CHAPTER, 2)->text, "Nhà trường");
}

/* --- summary ----------------------------------------------------------------
 */

/* The items of the list behind a heading; NULL when there is none. */
static const struct block *under(const struct report *report, const char *title)
{
    for (size_t i = 0; i + 1 < report->count; i++)
        if (report->blocks[i].kind == BLOCK_HEADING &&
            strcmp(report->blocks[i].text, title) == 0)
            return &report->blocks[i + 1];
    return NULL;
}

static const struct block *list_under(const struct report *report,
                                      const char *message)
{
    return under(report, say(&lab_input, message, NULL));
}

/* The only line of the list behind a heading. */
static const char *line_under(const struct report *report, const char *title)
{
    const struct block *list = under(report, title);
    if (list == NULL || list->item_count != 1)
        fail_msg("no line under %s", title);
    return list->items[0];
}

static void the_summary_sorts_targets(void **state)
{
    (void)state;
    const struct {
        enum verdict verdict;
        double value;
        const char *note, *heading;
    } cases[] = {
        { VERDICT_NOT_MET, 35, NULL, "summary.not_met" },
        { VERDICT_MET, 45, NULL, "summary.met" },
        { VERDICT_NONE, 35, NULL, "summary.ahead" },
        { VERDICT_NONE, 45, NULL, "summary.met" },
        { VERDICT_NONE, 39, "target.milestone", "summary.ahead" },
        /* Beyond the target itself: reached before its time. */
        { VERDICT_NONE, 45, "target.milestone", "summary.met" },
        { VERDICT_UNCERTAIN, 45, NULL, "summary.ahead" },
        { VERDICT_LIKELY_MET, 45, NULL, "summary.likely" },
        { VERDICT_LIKELY_NOT_MET, 35, NULL, "summary.at_risk" },
    };
    lab_target(2025, 40);
    struct result *r = lab_put(MEMBERS, ROOT, 2023, 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        r->value = cases[i].value;
        r->note = cases[i].note;
        lab_judged(r, cases[i].verdict);
        if (r->note != NULL) {
            r->target = 38;
            r->gap = r->value - 38;
        }
        struct report *report = built(NULL, 0);
        const struct block *list = list_under(report, cases[i].heading);
        assert_non_null(list);
        assert_int_equal(list->item_count, 1);
        assert_non_null(strstr(list->items[0], "Tỷ lệ hội viên"));
    }
    r->note = "target.unit";
    r->verdict = VERDICT_NOT_ASSESSABLE;
    assert_null(list_under(built(NULL, 0), "summary.ahead"));
}

/* 35 of 40 wanted two years on: 2.5 a year. */
static void the_pace_so_far_tells_what_is_likely(void **state)
{
    (void)state;
    const struct {
        double lower, upper;
        const char *heading;
    } cases[] = {
        { 2.5, 4, "summary.likely" }, /* the slower limit is enough */
        { 2.4, 4, "summary.ahead" },   { 1, 2.5, "summary.ahead" },
        { 1, 2.4, "summary.at_risk" }, /* the faster one is not */
        { -2, -1, "summary.at_risk" },
    };
    lab_target(2025, 40);
    lab_judged(lab_put(MEMBERS, ROOT, 2023, 35), VERDICT_NONE);
    struct trend *t = trends_add(lab_trends);
    t->indicator = MEMBERS;
    t->area = ROOT;
    t->from = period_of_year(2018);
    t->to = period_of_year(2023);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        t->slope_lower = cases[i].lower;
        t->slope_upper = cases[i].upper;
        const char *line =
            line_under(built(NULL, 0), say(&lab_input, cases[i].heading, NULL));
        if (i == 0)
            assert_string_equal(
                line,
                "Tỷ lệ hội viên: 35,0%; còn cách 5,0 điểm phần trăm so với chỉ "
                "tiêu 40% đặt ra đến năm 2025; cần +2,5 mỗi năm, giai đoạn "
                "2018–2023 mỗi năm +2,5 đến +4,0.");
    }
    t->to = period_of_year(2022); /* a trend that has ended tells nothing */
    assert_non_null(list_under(built(NULL, 0), "summary.ahead"));
}

static struct result *in_district(uint32_t area, double before, double now,
                                  enum standing standing)
{
    struct result *r = lab_changed(lab_put(LIBRARY, area, 2023, now), before);
    r->standing = standing;
    return r;
}

/* Five points are material for libraries; the province rose by four. */
static void the_summary_names_areas_that_were_told_apart(void **state)
{
    (void)state;
    in_district(ROOT, 40, 44, STANDING_NONE);
    in_district(CITY, 50, 59, STANDING_BETTER); /* five more than the whole */
    in_district(EAST, 40, 48.9, STANDING_SIMILAR);
    in_district(WEST, 41, 35, STANDING_WORSE);
    in_district(SOUTH, 40, 36, STANDING_SIMILAR); /* fell by less than five */
    struct report *report = built(NULL, 0);
    static const struct {
        const char *heading, *line;
    } named[] = {
        { "summary.areas_better", "Thành phố (1 chỉ số): Tỷ lệ thư viện." },
        { "summary.areas_worse", "Hưng Hà (1 chỉ số): Tỷ lệ thư viện." },
        { "summary.areas_improved", "Thành phố (1 chỉ số): Tỷ lệ thư viện." },
        { "summary.areas_declined", "Hưng Hà (1 chỉ số): Tỷ lệ thư viện." },
    };
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        assert_string_equal(line_under(report, say(&lab_input, named[i].heading,
                                                   "period", "năm 2022", NULL)),
                            named[i].line);
    lab.project.audience = AUDIENCE_PUBLIC;
    report = built(NULL, 0);
    assert_non_null(
        strstr(list_under(report, "summary.areas_worse")->text, "1"));
    for (size_t i = 0; i < report->count; i++) /* no sentence names one */
        assert_true(report->blocks[i].text == NULL ||
                    strstr(report->blocks[i].text, "Hưng Hà") == NULL);
}

static void where_nothing_tells_areas_apart_no_name_is_said(void **state)
{
    (void)state;
    in_district(ROOT, 40, 44, STANDING_NONE);
    in_district(CITY, 50, 54, STANDING_SIMILAR);
    in_district(EAST, 40, 44, STANDING_SIMILAR);
    struct report *report = built(NULL, 0);
    assert_null(list_under(report, "summary.areas_better"));
    assert_null(list_under(report, "summary.areas_worse"));
    assert_string_equal(list_under(report, "summary.areas")->text,
                        "Chưa đủ cơ sở để phân biệt các huyện, thành phố với "
                        "mức chung.");
}

static void the_summary_names_material_changes(void **state)
{
    (void)state;
    lab_changed(lab_put(MEMBERS, ROOT, 2023, 35), 34); /* too little */
    lab_changed(lab_put(HEADS, ROOT, 2023, 700),
                600); /* neither good nor bad */
    lab_changed(lab_put(LIBRARY, ROOT, 2023, 45), 39);
    lab_changed(lab_put(DROPOUT, ROOT, 2023, 2), 1);
    struct report *report = built(NULL, 0);
    const struct block *better = list_under(report, "summary.better");
    const struct block *worse = list_under(report, "summary.worse");
    assert_int_equal(better->item_count, 1);
    assert_non_null(strstr(better->items[0], "Tỷ lệ thư viện"));
    assert_int_equal(worse->item_count, 1);
    assert_non_null(strstr(worse->items[0], "Tỷ lệ bỏ học"));
}

static void evenness_is_summed_up_where_it_is_material(void **state)
{
    (void)state;
    some_results();
    assert_int_equal(list_under(built(NULL, 0), "summary.evenness")->item_count,
                     1);
    lab_equity->items[0].estimate = 1.9; /* two points are worth a word */
    assert_null(list_under(built(NULL, 0), "summary.evenness"));
}

/* --- sources and method ------------------------------------------------------
 */

static void every_file_with_its_counts(void **state)
{
    (void)state;
    struct layout layout = { .id = "members", .name = "Hội viên theo huyện" };
    lab.layouts = &layout;
    lab.layout_count = 1;
    table_add_source(lab_table, (struct source){ .name = "exports/a.csv",
                                                 .layout = "members",
                                                 .cutoff = 20230930,
                                                 .rows_read = 1200,
                                                 .rows_used = 1190,
                                                 .rows_ignored = 8,
                                                 .rows_rejected = 2 });
    table_add_source(lab_table, (struct source){ .name = "exports/b.csv",
                                                 .layout = "tidy",
                                                 .rows_read = 9,
                                                 .rows_used = 9 });
    const struct report_table *table = table_of(
        built(NULL, 0), say(&lab_input, "table.sources_caption", NULL));
    assert_int_equal(table->rows, 3);
    check_row(table, 2,
              (const char *const[]){ say(&lab_input, "table.all_files", NULL),
                                     "", "", "1.209", "1.199", "8", "2" });
    check_row(table, 0,
              (const char *const[]){ "exports/a.csv", "Hội viên theo huyện",
                                     "30/09/2023", "1.200", "1.190", "8",
                                     "2" });
    check_row(table, 1,
              (const char *const[]){ "exports/b.csv", "tidy", "", "9", "9", "0",
                                     "0" });
}

static void findings_by_rule_and_in_full(void **state)
{
    (void)state;
    struct finding_place place = { "a.csv", 5, 2, "Xã", "Quỳnh Hoàn", NULL };
    finding_add(lab_findings, FINDING_late_report, place, "area", "A", NULL);
    finding_add(lab_findings, FINDING_late_report, place, "area", "A", NULL);
    finding_add(lab_findings, FINDING_incomplete, (struct finding_place){ 0 },
                "area", "A", NULL);
    place.suggestion = "Quỳnh Hoàng";
    finding_add(lab_findings, FINDING_unknown_area, place, NULL);
    struct finding *decided =
        finding_add(lab_findings, FINDING_bad_number, place, NULL);
    decided->decided = 1;
    struct report *report = built(NULL, 0);
    const struct report_table *rules =
        table_of(report, say(&lab_input, "table.findings_caption", NULL));
    assert_int_equal(rules->rows, 4); /* the heaviest first; nothing hidden */
    assert_string_equal(cell(rules, 0, 0)->text,
                        say(&lab_input, "rule.unknown_area", NULL));
    assert_string_equal(cell(rules, 3, 0)->text,
                        say(&lab_input, "rule.late_report", NULL));
    assert_string_equal(cell(rules, 3, 2)->text, "2");
    const struct report_table *table =
        table_of(report, say(&lab_input, "table.finding_caption", NULL));
    assert_int_equal(table->rows, 2); /* no notes, nothing decided */
    assert_string_equal(cell(table, 0, 0)->text, "");
    assert_string_equal(cell(table, 1, 0)->text, "a.csv:5:2");
    assert_non_null(strstr(cell(table, 1, 2)->text, "Quỳnh Hoàn"));
    assert_non_null(strstr(cell(table, 1, 2)->text, "Quỳnh Hoàng"));
}

static void definitions_of_what_appears(void **state)
{
    (void)state;
    lab_put(MEMBERS, ROOT, 2023, 35);
    lab_put(DROPOUT, ROOT, 2023, 1);
    lab_put(HEADS, ROOT, 2023, 700);
    lab_put(LIBRARY, ROOT, 2023, 40);
    lab.catalogue.items[LIBRARY].denominator = "enrolled[grade=1]@-4";
    lab.catalogue.items[MEMBERS].source = "Thống kê hội";
    lab.catalogue.items[MEMBERS].notes = "Mọi lứa tuổi.";
    lab.catalogue.items[DROPOUT].notes_en = "Net of repeaters.";
    const struct report_table *table = table_of(
        built(NULL, 0), say(&lab_input, "table.definitions_caption", NULL));
    assert_int_equal(table->rows, 4);
    assert_string_equal(cell(table, 0, 1)->text, "members / population × 100");
    assert_string_equal(cell(table, 0, 3)->text, "2,0 điểm phần trăm");
    assert_string_equal(cell(table, 0, 4)->text, "Thống kê hội. Mọi lứa tuổi.");
    /* What is compound stands in parentheses; a lag is no subtraction. */
    assert_string_equal(cell(table, 1, 1)->text,
                        "leavers / (enrolled - repeaters@-1) × 100");
    assert_string_equal(cell(table, 1, 4)->text, "Net of repeaters.");
    assert_string_equal(cell(table, 2, 1)->text, "members");
    assert_string_equal(cell(table, 2, 3)->text, "");
    assert_string_equal(cell(table, 3, 1)->text,
                        "libraries / enrolled[grade=1]@-4 × 100");
}

/* Two of three figures of the period, and the one of 2022 does not count. */
static void what_is_withheld_and_how_much(void **state)
{
    (void)state;
    lab_put(MEMBERS, ROOT, 2023, 35);
    lab_put(MEMBERS, EAST, 2023, NO_VALUE)->status = STATUS_SUPPRESSED;
    lab_put(MEMBERS, WEST, 2023, NO_VALUE)->status = STATUS_SUPPRESSED2;
    lab_put(MEMBERS, WEST, 2022, NO_VALUE)->status = STATUS_SUPPRESSED2;
    lab.project.hide_below = 7;
    const char *words = say(&lab_input, "method.hidden", "below", "7",
                            "primary", "1", "secondary", "1", NULL);
    const struct report *report = built(NULL, 0);
    bool said = false;
    for (size_t b = 0; b < report->count; b++)
        for (size_t i = 0; report->blocks[b].kind == BLOCK_LIST &&
                           i < report->blocks[b].item_count;
             i++)
            said = said || strcmp(report->blocks[b].items[i], words) == 0;
    assert_true(said);
}

static void targets_with_their_documents(void **state)
{
    (void)state;
    lab_target(2025, 40);
    lab_target(2025, 30)->applies = APPLIES_EACH;
    lab.targets.items[1].attribute = "commune_class";
    lab.targets.items[1].attribute_value = "hard";
    lab_target(2030, 60); /* nothing was held against it */
    lab_put(MEMBERS, ROOT, 2023, 35)->target_index = 0;
    lab_put(MEMBERS, EAST, 2023, 35)->target_index = 1;
    lab_put(MEMBERS, ROOT, 2020, 35)->target_index = 2; /* another year */
    const struct report_table *table = table_of(
        built(NULL, 0), say(&lab_input, "table.targets_caption", NULL));
    assert_int_equal(table->rows, 2);
    check_row(table, 0,
              (const char *const[]){ "Tỷ lệ hội viên", "≥ 40%", "2025",
                                     "Thái Bình", "văn bản pháp luật",
                                     "Kế hoạch số 1" });
    assert_non_null(strstr(cell(table, 1, 3)->text, "(commune_class=hard)"));
}

/* A province's target that gave way to the law's, and a draft. */
static void targets_that_stand_beside(void **state)
{
    (void)state;
    lab_target(2025, 40);
    lab_target(2025, 35)->kind = TARGET_PROVINCIAL;
    lab_target(2026, 50)->draft = true;
    lab_target(2020, 20)->draft = true; /* past */
    lab_put(MEMBERS, ROOT, 2023, 35)->target_index = 0;
    const struct report_table *table = table_of(
        built(NULL, 0), say(&lab_input, "table.targets_caption", NULL));
    assert_int_equal(table->rows, 3);
    assert_string_equal(cell(table, 1, 4)->text, "tỉnh");
    assert_string_equal(cell(table, 2, 4)->text,
                        "văn bản pháp luật (dự thảo, không dùng để đánh giá)");
}

/* --- the builder of tables
 * ---------------------------------------------------- */

static void a_table_without_rows_is_none(void **state)
{
    (void)state;
    struct report *report = blocks_new(&lab_input);
    struct tabulation t = tabulate_start(&lab_input, 2);
    tabulate_head(&t, "a", ALIGN_LEFT);
    tabulate_head(&t, "b", ALIGN_RIGHT);
    tabulate_finish(&t, report, "c", NULL);
    assert_int_equal(report->count, 0);
    tabulate_text(&t, NULL);
    tabulate_number(&t, "1,5", 1.5);
    tabulate_finish(&t, report, "c", NULL);
    assert_int_equal(report->count, 1);
    const struct report_table *table = report->blocks[0].table;
    assert_int_equal(table->rows, 1);
    assert_string_equal(cell(table, 0, 0)->text, "");
    assert_near(cell(table, 0, 1)->number, 1.5, 0);
    block_paragraph(report, "");
    block_note(report, NULL);
    block_list(report, NULL, 0);
    assert_int_equal(report->count, 1);
}

static void a_hidden_number_is_not_in_the_cell(void **state)
{
    (void)state;
    struct tabulation t = tabulate_start(&lab_input, 1);
    struct report *report = blocks_new(&lab_input);
    struct result *r = lab_put(MEMBERS, ROOT, 2023, 35);
    r->status = STATUS_SUPPRESSED;
    r->standing = STANDING_WORSE;
    tabulate_head(&t, "a", ALIGN_RIGHT);
    tabulate_result(&t, r, true);
    tabulate_result(&t, NULL, true);
    tabulate_finish(&t, report, "c", "Ghi chú.");
    const struct report_table *table = report->blocks[0].table;
    assert_string_equal(cell(table, 0, 0)->text, "*");
    assert_false(has_value(cell(table, 0, 0)->number));
    assert_int_equal(cell(table, 0, 0)->standing, STANDING_NONE);
    assert_string_equal(cell(table, 1, 0)->text, "…");
    assert_string_equal(
        table->note,
        arena_format(lab_arena, "Ghi chú. … %s; * %s.",
                     message_text(&lab.messages, "status.missing"),
                     message_text(&lab.messages, "status.suppressed")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(the_frame),
        LAB_TEST(a_draft_while_a_reject_stands),
        LAB_TEST(no_plan_no_report),
        LAB_TEST(a_chapter_without_figures_says_so),
        LAB_TEST(groups_have_headings_when_there_are_several),
        LAB_TEST(the_main_table),
        LAB_TEST(targets_get_their_columns),
        LAB_TEST(the_table_of_areas),
        LAB_TEST(many_columns_are_dealt_evenly),
        LAB_TEST(what_nobody_compares_stays_out_of_the_table_of_areas),
        LAB_TEST(the_table_of_evenness),
        LAB_TEST(figures_stand_in_their_chapter),
        LAB_TEST(a_title_in_the_other_language_is_better_than_none),
        LAB_TEST(the_summary_sorts_targets),
        LAB_TEST(the_pace_so_far_tells_what_is_likely),
        LAB_TEST(the_summary_names_areas_that_were_told_apart),
        LAB_TEST(where_nothing_tells_areas_apart_no_name_is_said),
        LAB_TEST(the_summary_names_material_changes),
        LAB_TEST(evenness_is_summed_up_where_it_is_material),
        LAB_TEST(every_file_with_its_counts),
        LAB_TEST(findings_by_rule_and_in_full),
        LAB_TEST(definitions_of_what_appears),
        LAB_TEST(what_is_withheld_and_how_much),
        LAB_TEST(targets_with_their_documents),
        LAB_TEST(targets_that_stand_beside),
        LAB_TEST(a_table_without_rows_is_none),
        LAB_TEST(a_hidden_number_is_not_in_the_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
