/*
 * study.c - tests of a whole study: project, overriding, plan, style,
 * messages, and that the shipped data load.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/study_fixture.h"

#include "engine/base/number.h"

static void a_project(void **state)
{
    (void)state;
    const struct study *study = folder_study(arena);
    const struct project *project = &study->project;
    assert_string_equal(project->title, "Thử nghiệm");
    assert_string_equal(project->title_en, "A trial");
    assert_string_equal(project->language, "vi");
    assert_string_equal(project->issuer, "Hội Khuyến học");
    assert_string_equal(project->note, "ghi");
    assert_null(project->note_en);
    assert_int_equal(project->tier, TIER_DISTRICT);
    assert_int_equal(project->period, period_of_year(2023));
    assert_int_equal(project->report_date, 20240115);
    assert_int_equal(project->audience, AUDIENCE_INTERNAL);
    assert_int_equal(project->form, FORM_PARTY);
    assert_near(project->hide_below, 0, 0);
    assert_string_equal(study->areas.items[project->root].code, "34");
    assert_string_equal(study->messages.language, "vi");
    assert_string_equal(message_text(&study->messages, "hello"), "Chào {name}");
    assert_string_equal(study_root_name(study), "Thái Bình");
    assert_null(study->report_plan);
}

static void sources(void **state)
{
    (void)state;
    const struct project *project = &folder_study(arena)->project;
    assert_int_equal(project->source_count, 2);
    const struct source_plan *first = &project->sources[0];
    assert_string_equal(first->name, "association");
    assert_int_equal(first->file_count, 1);
    assert_string_equal(first->files[0], "exports/a-*.csv");
    assert_string_equal(first->layout, "plain");
    assert_string_equal(first->quantity, "members");
    assert_int_equal(first->set_count, 1);
    assert_string_equal(first->set[0].dimension, "sex");
    assert_string_equal(first->set[0].code, "F");
    assert_near(first->scale, 1000, 0);
    assert_int_equal(first->period, period_of_year(2022));
    assert_int_equal(first->cutoff, 20221231);
    assert_int_equal(first->line, 15);
    const struct source_plan *second = &project->sources[1];
    assert_int_equal(second->file_count, 2);
    assert_string_equal(second->files[1], "exports/c.csv");
    assert_string_equal(second->layout, "auto");
    assert_null(second->quantity);
    assert_near(second->scale, 1, 0);
    assert_int_equal(second->period, NO_PERIOD);
    assert_int_equal(second->cutoff, DATE_OPEN);
}

static void what_is_not_said(void **state)
{
    (void)state;
    test_write("project/project.yaml", "title: T\nperiod: 2021-2022\n");
    const struct study *study = folder_study(arena);
    const struct project *project = &study->project;
    assert_string_equal(study->messages.language, "en");
    assert_null(project->language);
    assert_string_equal(study->areas.items[project->root].code, "34");
    assert_int_equal(project->tier, TIER_DISTRICT);
    assert_int_equal(period_kind(project->period), PERIOD_SCHOOL_START);
    assert_int_equal(period_year(project->period), 2021);
    assert_int_equal(project->audience, AUDIENCE_INTERNAL);
    assert_int_equal(project->form, FORM_STATE);
    assert_int_equal(project->source_count, 0);
}

static void without_a_project(void **state)
{
    (void)state;
    struct study *study;
    struct study_request request = { NULL, test_path("data"), NULL };
    assert_true(study_load(&study, &request, arena, NULL, &fault));
    assert_string_equal(study->project.folder, "");
    assert_int_equal(study->areas.count, 0);
    assert_int_equal(study->project.root, NO_AREA);
    assert_int_equal(study->catalogue.count, 4);
    assert_string_equal(study->messages.language, "en");
    request.language = "vi";
    assert_true(study_load(&study, &request, arena, NULL, &fault));
    assert_string_equal(study->messages.language, "vi");
    request.language = "fr";
    assert_false(study_load(&study, &request, arena, NULL, &fault));
    assert_fault(&fault, "study.unknown_language");
    assert_int_equal(fault.code, FAULT_USAGE);
}

static void folders_that_are_not_there(void **state)
{
    (void)state;
    struct study *study;
    struct study_request request = { NULL, test_path("nowhere"), NULL };
    assert_false(study_load(&study, &request, arena, NULL, &fault));
    assert_fault(&fault, "study.no_data_folder");
    assert_int_equal(fault.code, FAULT_FILE);
    request =
        (struct study_request){ test_path("none"), test_path("data"), NULL };
    assert_false(study_load(&study, &request, arena, NULL, &fault));
    assert_fault(&fault, "study.no_project_folder");
}

static void wrong_projects(void **state)
{
    (void)state;
    static const char name[] = "project/project.yaml";
    static const struct spoiled all[] = {
        { name, NULL, "project.missing", 0, 0, NULL },
        { name, "title: T\n", "yaml.missing_key", 1, 1, NULL },
        { name, "title: T\nperiod: 23\n", "study.bad_period", 2, 9, "23" },
        { name, "title: T\nperiod: 2023\nperoid: 1\n", "yaml.unknown_key_near",
          3, 1, "period" },
        { name, "title: T\nperiod: 2023\ntier: distric\n",
          "yaml.unknown_word_near", 3, 7, "district" },
        { name, "title: T\nperiod: 2023\ntier: province\nroot: 34\n",
          "project.tier_not_below", 0, 0, NULL },
        { name, "title: T\nperiod: 2023\nboundaries: stabel\n",
          "project.bad_boundaries", 3, 13, "stabel" },
        { name, "title: T\nperiod: 2023\nlanguage: fr\n", "yaml.unknown_word",
          3, 11, "fr" },
        { name, "title: T\nperiod: 2023\nreport_date: 2024-02-30\n",
          "study.bad_date", 3, 14, "2024-02-30" },
        { name, "title: T\nperiod: 2023\nhide_below: -1\n",
          "project.bad_hide_below", 3, 13, "-1" },
        { name, "title: T\nperiod: 2023\nhide_below: -5\n",
          "project.bad_hide_below", 3, 13, "-5" },
        { name, "title: T\nperiod: 2023\naudience: publik\n",
          "yaml.unknown_word_near", 3, 11, "public" },
        { name, "title: T\nperiod: 2023\nroot: 35\n", "study.unknown_area_near",
          3, 7, "34" },
        { name, "title: T\nperiod: 2023\nroot: Tiền Hải\n",
          "study.unknown_area_near", 3, 7, "342" },
        { name, "title: T\nperiod: 2026\nroot: 34\n", "project.root_ended", 3,
          7, NULL },
        { name, "title: [T]\nperiod: 2023\n", "yaml.not_text", 1, 8, NULL },
        { name, "title: T\nperiod: 2023\nsources: {a: b}\n", "yaml.not_a_list",
          3, 10, NULL },
        { name, "title: T\nperiod: 2023\nsources:\n  - {name: a}\n",
          "yaml.missing_key", 4, 5, NULL },
        { name,
          "title: T\nperiod: 2023\nsources:\n  - {files: a, name: a}\n"
          "  - {files: b, name: a}\n",
          "project.source_twice", 5, 5, NULL },
        { name, "title: T\nperiod: 2023\nsources:\n  - {files: [], name: a}\n",
          "project.no_files", 4, 13, NULL },
        { name,
          "title: T\nperiod: 2023\nsources:\n"
          "  - {files: a, name: a, layout: plan}\n",
          "study.unknown_layout_near", 4, 33, "plain" },
        { name,
          "title: T\nperiod: 2023\nsources:\n"
          "  - {files: a, name: a, quantity: member}\n",
          "study.unknown_quantity_near", 4, 35, "members" },
        { name,
          "title: T\nperiod: 2023\nsources:\n"
          "  - {files: a, name: a, set: {sx: F}}\n",
          "study.unknown_dimension_near", 4, 31, "sex" },
        { name,
          "title: T\nperiod: 2023\nsources:\n"
          "  - {files: a, name: a, set: {sex: X}}\n",
          "study.unknown_code_near", 4, 36, "F" },
        { name,
          "title: T\nperiod: 2023\nsources:\n"
          "  - {files: a, name: a, set: {age: old}}\n",
          "study.bad_ages", 4, 36, "old" },
        { name,
          "title: T\nperiod: 2023\nsources:\n"
          "  - {files: a, name: a, scale: 0}\n",
          "study.scale_not_positive", 4, 32, NULL },
        { name,
          "title: T\nperiod: 2023\nsources:\n"
          "  - {files: a, name: a, cutoff: May}\n",
          "study.bad_date", 4, 33, "May" },
    };
    folder_expect_all(all, COUNT(all));
}

static void no_single_root(void **state)
{
    (void)state;
    static const struct spoiled two = { "project/project.yaml",
                                        "title: T\nperiod: 2023\n",
                                        "project.several_roots",
                                        0,
                                        0,
                                        NULL };
    folder_reset();
    test_write("project/areas.csv",
               "code,tier,name,parent\n34,province,A,\n35,province,B,\n");
    struct study *study;
    test_write(two.name, two.text);
    assert_false(folder_load(&study, arena, NULL, &fault));
    assert_fault(&fault, two.message);
    assert_string_equal(fault_argument(&fault, "first"), "34");
    assert_string_equal(fault_argument(&fault, "second"), "35");
    test_write("project/areas.csv",
               "code,tier,name,valid_to,parent\n34,province,A,2020-01-01,\n");
    assert_false(folder_load(&study, arena, NULL, &fault));
    assert_fault(&fault, "project.no_root");
}

static void a_project_overrides_and_adds(void **state)
{
    (void)state;
    test_write(
        "project/codes.yaml",
        "school_level:\n  codes:\n    lower: {name: cấp hai, ages: 11..14}\n"
        "    night: {name: ban đêm}\nzone: {codes: {a: A}}\n");
    test_write("project/quantities.yaml",
               "members: {name: Khác, over_areas: none, over_time: sum}\n"
               "books: {name: Sách, over_areas: sum, over_time: last,\n"
               "  dimensions: [zone]}\n");
    test_write("project/indicators/p.yaml",
               "ner_lower: {name: Riêng, kind: count, numerator: members,\n"
               "  noise: none, material: 0}\n"
               "books: {name: Sách, kind: count, numerator: books,\n"
               "  noise: none, material: 0}\n");
    test_write("project/layouts/p.yaml",
               "plain:\n  columns: [{head: X, field: area}]\n"
               "other:\n  columns: [{head: Y, field: area}]\n");
    const struct study *study = folder_study(arena);
    const struct codebook *book = &study->codebook;
    const struct dimension *level =
        &book->dimensions[dimension_find(book, "school_level")];
    assert_string_equal(level->name, "Cấp học");
    assert_int_equal(level->count, 4);
    assert_string_equal(level->codes[1].name, "cấp hai");
    assert_string_equal(level->codes[2].id, "tertiary");
    assert_string_equal(level->codes[3].id, "night");
    assert_int_equal(dimension_find(book, "zone"), 3);
    assert_int_equal(quantity_find(book, "members"), 1);
    assert_string_equal(book->quantities[1].name, "Khác");
    assert_int_equal(book->quantities[1].over_areas, OVER_AREAS_NONE);
    assert_int_equal(book->quantities[1].dimension_count, 0);
    assert_int_equal(book->quantity_count, 4);
    const struct catalogue *catalogue = &study->catalogue;
    assert_int_equal(catalogue->count, 5);
    assert_string_equal(catalogue->items[2].id, "ner_lower");
    assert_string_equal(catalogue->items[2].name, "Riêng");
    assert_string_equal(catalogue->items[4].id, "books");
    assert_int_equal(study->layout_count, 5); /* three are always there */
    assert_string_equal(study->layouts[3].id, "plain");
    assert_int_equal(study->layouts[3].column_count, 1);
    assert_string_equal(study->layouts[4].id, "other");
}

static void a_report_plan(void **state)
{
    (void)state;
    test_write("data/reports/annual.yaml",
               "title: {vi: Báo cáo, en: Report}\n"
               "chapters:\n"
               "  - id: one\n"
               "    clause: 2\n"
               "    title: Một\n"
               "    title_en: One\n"
               "    intro: Lời\n"
               "    indicators: [member_rate, ner_lower]\n"
               "    charts:\n"
               "      - {kind: league, indicator: ner_lower}\n"
               "      - {kind: tartan}\n"
               "    equity: [member_rate]\n"
               "  - {id: two, title: Hai}\n");
    const struct report_plan *plan = folder_study(arena)->report_plan;
    assert_string_equal(plan->title, "Báo cáo");
    assert_string_equal(plan->title_en, "Report");
    assert_int_equal(plan->chapter_count, 2);
    const struct chapter_plan *one = &plan->chapters[0];
    assert_int_equal(one->clause, 2);
    assert_string_equal(one->title_en, "One");
    assert_string_equal(one->intro, "Lời");
    assert_null(one->intro_en);
    assert_int_equal(one->indicator_count, 2);
    assert_int_equal(one->indicators[1], 2);
    assert_int_equal(one->chart_count, 2);
    assert_string_equal(one->charts[0].kind, "league");
    assert_int_equal(one->charts[0].indicator, 2);
    assert_int_equal(one->charts[1].indicator, NO_INDEX);
    assert_int_equal(one->equity[0], 0);
    assert_int_equal(plan->chapters[1].indicator_count, 0);

    test_write("project/reports/annual.yaml",
               "title: Riêng\ntitle_en: Own\nchapters: []\n");
    plan = folder_study(arena)->report_plan;
    assert_string_equal(plan->title, "Riêng");
    assert_string_equal(plan->title_en, "Own");
    assert_int_equal(plan->chapter_count, 0);
}

static void wrong_report_plans(void **state)
{
    (void)state;
    static const char name[] = "data/reports/annual.yaml";
    static const struct spoiled all[] = {
        { name,
          "title: T\nchapters:\n  - {id: a, title: A, indicators: "
          "[member_rat]}\n",
          "study.unknown_indicator_near", 3, 36, "member_rate" },
        { name,
          "title: T\nchapters:\n  - {id: a, title: A, equity: "
          "[member_rate, member_rate]}\n",
          "report_plan.indicator_twice", 3, 45, "member_rate" },
        { name, "title: T\nchapters: [{id: a, title: A}, {id: a, title: B}]\n",
          "report_plan.chapter_twice", 2, 31, NULL },
        { name, "title: T\nchapters: [{id: a, title: A, clause: 6}]\n",
          "indicator.bad_clause", 2, 38, NULL },
        { name, "title: T\nchapters: [{id: a, title: A, chart: []}]\n",
          "yaml.unknown_key_near", 2, 30, "charts" },
        { name,
          "title: T\nchapters: [{id: a, title: A, charts: "
          "[{indicator: member_rate}]}]\n",
          "yaml.missing_key", 2, 39, NULL },
        { name, "title: {de: T}\nchapters: []\n", "yaml.unknown_key", 1, 9,
          NULL },
        { name, "title: T\n", "yaml.missing_key", 1, 1, NULL },
    };
    folder_expect_all(all, COUNT(all));
}

static void a_style(void **state)
{
    (void)state;
    const struct chart_style *style = &folder_study(arena)->style;
    assert_string_equal(style->font, "Arimo");
    assert_string_equal(style->font_fallback, "Arimo, sans-serif");
    assert_near(style->font_size, 13.5, 0);
    assert_int_equal(style->width, 800);
    assert_int_equal(style->better, 0x08519C);
    assert_int_equal(style->main_series, 0x08519C); /* small letters */
    assert_int_equal(style->worse, 0xE8833A);
    assert_int_equal(style->sequential[3], 0x3182BD);
    assert_int_equal(style->groups[5], 0x56B4E9);
}

static void wrong_styles(void **state)
{
    (void)state;
    static const char name[] = "data/charts/style.yaml";
    const char *good = NULL;
    for (size_t i = 0; i < COUNT(folder_files); i++)
        if (strcmp(folder_files[i].name, name) == 0)
            good = folder_files[i].text;
    static const struct {
        const char *from, *to, *message;
    } changes[] = {
        { "#E8833A", "#E8833G", "style.bad_colour" },
        { "#E8833A", "E8833A", "style.bad_colour" },
        { "#E8833A", "#E883", "style.bad_colour" },
        { "\"#DBE9F6\", ", "", "style.palette_size" },
        { "width: 800", "width: 80", "style.bad_sizes" },
        { "title_size: 17", "title_size: 0", "style.bad_sizes" },
        { "muted:", "mute:", "yaml.unknown_key_near" },
        { "muted: \"#5F6672\"\n", "", "yaml.missing_key" },
        { "width: 800", "width: wide", "yaml.not_whole" },
    };
    for (size_t i = 0; i < COUNT(changes); i++) {
        const char *at = strstr(good, changes[i].from);
        assert_non_null(at);
        struct text text = text_new();
        text_add_bytes(&text, good, (size_t)(at - good));
        text_add(&text, changes[i].to);
        text_add(&text, at + strlen(changes[i].from));
        struct spoiled spoiled = { name, text.bytes, changes[i].message,
                                   0,    0,          NULL };
        folder_expect(&spoiled);
        text_free(&text);
    }
}

static void messages(void **state)
{
    (void)state;
    struct messages said;
    const char *data = test_path("data");
    assert_true(messages_load(&said, data, "en", arena, &fault));
    assert_int_equal(said.count, 3);
    assert_string_equal(said.language, "en");
    assert_string_equal(message_text(&said, "finding.short_row"), "Short");
    assert_string_equal(message_text(&said, "finding.a.b"), "deep");
    assert_false(messages_load(&said, data, "EN", arena, &fault));
    assert_fault(&fault, "study.unknown_language_near");
    test_write("data/messages/en.yaml", "a.b: x\na: {b: y}\n");
    assert_false(messages_load(&said, data, "en", arena, &fault));
    assert_fault(&fault, "yaml.duplicate_key");
    assert_string_equal(fault_argument(&fault, "key"), "a.b");
    test_write("data/messages/en.yaml", "a: [x]\n");
    assert_false(messages_load(&said, data, "en", arena, &fault));
    assert_fault(&fault, "yaml.not_a_map");
    unlink(test_path("data/messages/en.yaml"));
    assert_false(messages_load(&said, data, "en", arena, &fault));
    assert_fault(&fault, "file.missing");
    assert_int_equal(fault.code, FAULT_FILE);
}

/* Tests run from the project's top folder. */
static void the_shipped_data_load(void **state)
{
    (void)state;
    static const char *const projects[] = { NULL, "data/sample/thai-binh",
                                            "tests/real/vietnam" };
    for (size_t i = 0; i < COUNT(projects); i++) {
        struct study_request request = { projects[i], "data", NULL };
        struct findings *findings = findings_new(arena);
        struct study *study;
        if (!study_load(&study, &request, arena, findings, &fault))
            fail_msg("%s:%u:%u: %s", fault.where, fault.line, fault.column,
                     fault.message);
        assert_non_null(study->report_plan);
        assert_int_equal(findings_standing(findings, WEIGHT_DOUBT), 0);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_project),
        TEST(sources),
        TEST(what_is_not_said),
        TEST(without_a_project),
        TEST(folders_that_are_not_there),
        TEST(wrong_projects),
        TEST(no_single_root),
        TEST(a_project_overrides_and_adds),
        TEST(a_report_plan),
        TEST(wrong_report_plans),
        TEST(a_style),
        TEST(wrong_styles),
        TEST(messages),
        TEST(the_shipped_data_load),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
