/*
 * layout.c - tests of layouts: every key, and a fault with its place for every
 * way to write one wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/study_folder.h"

#include "engine/base/pattern.h"
#include "importers/layout.h"

static const struct layout *load(struct arena *arena, const char *id,
                                 const char *text)
{
    folder_reset();
    test_write("data/layouts/a.yaml", text);
    test_write("project/project.yaml", "title: T\nperiod: 2023\n");
    const struct study *study = folder_study(arena);
    const struct layout *layout =
        layout_find(study->layouts, study->layout_count, id);
    assert_non_null(layout);
    return layout;
}

static void everything_said(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct layout *layout =
        load(arena, "full",
             "full:\n"
             "  name: Đầy đủ\n"
             "  needs: [\"HUYỆN\\n  TP|Đơn vị\", Hội viên / Tổng số]\n"
             "  title: \"*HỘI  VIÊN*\"\n"
             "  encoding: windows-1258\n"
             "  delimiter: semicolon\n"
             "  header_rows: [3, 4]\n"
             "  header_join: \" > \"\n"
             "  decimal: comma\n"
             "  totals: [\"Tổng Cộng*\"]\n"
             "  skip_rows: \"Nguồn*\"\n"
             "  missing: {\"-\": zero, Đang cập nhật: missing}\n"
             "  school_year: end\n"
             "  period: {file: '(\\d{4})'}\n"
             "  columns:\n"
             "    - {head: Huyện  | ĐƠN VỊ, field: area, tier: district}\n"
             "    - {head: Tỉnh, field: parent, tier: province}\n"
             "    - {head: Ghi chú, field: note}\n"
             "    - {head: Giới, field: sex, values: {Nam|Trai: M, Nữ: F}}\n"
             "    - {head: Nữ, quantity: members, set: {sex: F}, scale: 1000}\n"
             "    - {head: Có, quantity: members, values: {x|✓: 1, Không: 0,\n"
             "       chưa: missing}}\n"
             "    - {match: '(?<period>\\d{4}) (?<school_level>.+)',\n"
             "       quantity: enrolled}\n"
             "  values:\n"
             "    school_level: {Tiểu học|Primary: primary, Tổng: all}\n"
             "    age: {6 đến 10: 6..10, trên 60: 60..}\n"
             "    status: {Sơ bộ: provisional}\n");
    assert_string_equal(layout->name, "Đầy đủ");
    assert_string_equal(layout->needs[0], "huyện tp|đơn vị");
    assert_int_equal(layout->needs_count, 2);
    assert_string_equal(layout->title, "*hội viên*");
    assert_int_equal(layout->encoding, ENCODING_WINDOWS_1258);
    assert_int_equal(layout->delimiter, ';');
    assert_int_equal(layout->header_row_count, 2);
    assert_int_equal(layout->header_rows[1], 4);
    assert_string_equal(layout->header_join, " > ");
    assert_int_equal(layout->decimal, DECIMAL_COMMA);
    assert_string_equal(layout->totals[0], "tổng cộng*");
    assert_string_equal(layout->skip_rows[0], "nguồn*");
    assert_int_equal(layout->missing_count, 2);
    assert_int_equal(layout->missing[0].status, STATUS_ZERO);
    assert_string_equal(layout->missing[1].mark, "đang cập nhật");
    assert_int_equal(layout->school_year, PERIOD_SCHOOL_END);
    assert_int_equal(layout->period_from, PERIOD_FROM_FILE);
    assert_non_null(layout->period_pattern);
    assert_int_equal(layout->line, 1);
    assert_non_null(strstr(layout->file, "data/layouts/a.yaml"));

    const struct layout_column *column = layout->columns;
    assert_int_equal(layout->column_count, 7);
    assert_string_equal(column[0].head, "huyện|đơn vị");
    assert_int_equal(column[0].field, COLUMN_AREA);
    assert_int_equal(column[0].tier, TIER_DISTRICT);
    assert_int_equal(column[0].line, 16);
    assert_int_equal(column[1].field, COLUMN_PARENT);
    assert_int_equal(column[2].field, COLUMN_NOTE);
    assert_int_equal(column[3].field, COLUMN_DIMENSION);
    assert_string_equal(column[3].dimension, "sex");
    assert_string_equal(column[3].values.name, "sex");
    assert_int_equal(column[3].values.count, 3);
    assert_string_equal(column[3].values.words[1].word, "trai");
    assert_string_equal(column[3].values.words[1].code, "M");
    assert_int_equal(column[4].field, COLUMN_QUANTITY);
    assert_string_equal(column[4].quantity, "members");
    assert_string_equal(column[4].set[0].code, "F");
    assert_true(column[4].scale > 999.9 && column[4].scale < 1000.1);
    assert_int_equal(column[5].values.count, 4);
    assert_string_equal(column[5].values.words[3].code, "missing");
    assert_null(column[6].head);
    assert_int_equal(pattern_group_count(column[6].match), 2);
    assert_string_equal(column[6].quantity, "enrolled");

    assert_int_equal(layout->value_count, 3);
    assert_string_equal(layout->values[0].name, "school_level");
    assert_int_equal(layout->values[0].count, 3);
    assert_string_equal(layout->values[0].words[1].word, "primary");
    assert_string_equal(layout->values[0].words[2].code, "all");
    assert_string_equal(layout->values[1].words[1].code, "60..");
    assert_string_equal(layout->values[2].words[0].code, "provisional");
    arena_free(arena);
}

static void nothing_said(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct layout *layout =
        load(arena, "bare",
             "bare: {columns: [{head: A, field: area}], header_rows: auto}\n");
    assert_string_equal(layout->name, "bare");
    assert_int_equal(layout->needs_count, 0);
    assert_null(layout->title);
    assert_int_equal(layout->encoding, ENCODING_AUTO);
    assert_int_equal(layout->delimiter, 0);
    assert_int_equal(layout->header_row_count, 0);
    assert_string_equal(layout->header_join, " / ");
    assert_int_equal(layout->decimal, DECIMAL_AUTO);
    assert_int_equal(layout->school_year, PERIOD_SCHOOL_START);
    assert_int_equal(layout->period_from, PERIOD_FROM_COLUMN);
    assert_null(layout->period_column);
    assert_int_equal(layout->columns[0].tier, TIER_NONE);
    assert_true(layout->columns[0].scale > 0.9);
    arena_free(arena);
}

static void where_periods_come_from(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum period_from from;
    } all[] = {
        { "{column: \" NĂM\"}", PERIOD_FROM_COLUMN },
        { "{title: 'năm (\\d{4})'}", PERIOD_FROM_TITLE },
        { "{head: true}", PERIOD_FROM_HEAD },
        { "{head: no}", PERIOD_FROM_COLUMN },
        { "{fixed: 2022-2023}", PERIOD_FIXED },
    };
    for (size_t i = 0; i < COUNT(all); i++) {
        struct arena *arena = arena_new();
        struct text text = text_new();
        text_addf(&text,
                  "x:\n  school_year: end\n  period: %s\n"
                  "  columns: [{head: A, field: area}]\n",
                  all[i].text);
        const struct layout *layout = load(arena, "x", text.bytes);
        assert_int_equal(layout->period_from, all[i].from);
        if (i == 0)
            assert_string_equal(layout->period_column, "năm");
        if (i == 4) {
            assert_int_equal(period_kind(layout->period_fixed),
                             PERIOD_SCHOOL_END);
            assert_int_equal(period_year(layout->period_fixed), 2023);
        }
        text_free(&text);
        arena_free(arena);
    }
}

static void the_two_that_are_always_there(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    folder_reset();
    const struct study *study = folder_study(arena);
    const struct layout *tidy =
        layout_find(study->layouts, study->layout_count, "tidy");
    assert_non_null(tidy);
    assert_int_equal(tidy->needs_count, 4);
    assert_int_equal(tidy->column_count, 6 + 3);
    unsigned seen = 0;
    for (size_t i = 0; i < tidy->column_count; i++)
        seen |= 1u << tidy->columns[i].field;
    assert_int_equal(seen, 1u << COLUMN_AREA | 1u << COLUMN_PERIOD |
                               1u << COLUMN_STATUS | 1u << COLUMN_NOTE |
                               1u << COLUMN_DIMENSION |
                               1u << COLUMN_QUANTITY_NAME | 1u << COLUMN_VALUE);
    const struct layout *results =
        layout_find(study->layouts, study->layout_count, "results");
    assert_non_null(results);
    assert_string_equal(results->columns[3].head, "indicator");
    assert_int_equal(results->columns[3].field, COLUMN_QUANTITY_NAME);
    assert_null(layout_find(study->layouts, study->layout_count, "tdy"));
    assert_string_equal(
        layout_nearest(study->layouts, study->layout_count, "tdy"), "tidy");
    arena_free(arena);
}

static const char name[] = "data/layouts/a.yaml";

static void wrong_keys(void **state)
{
    (void)state;
    static const struct spoiled all[] = {
        { name, "a b: {columns: [{head: A, field: area}]}\n", "study.bad_id", 1,
          1, NULL },
        { name, "a: [x]\n", "yaml.not_a_map", 1, 4, NULL },
        { name, "a: {name: x}\n", "yaml.missing_key", 1, 4, NULL },
        { name, "a: {colums: []}\n", "yaml.unknown_key_near", 1, 5, "columns" },
        { name, "a: {columns: []}\n", "layout.no_columns", 1, 14, NULL },
        { name, "a:\n  encoding: utf8\n  columns: [{head: A, field: area}]\n",
          "yaml.unknown_word_near", 2, 13, "utf-8" },
        { name, "a:\n  delimiter: ';'\n  columns: [{head: A, field: area}]\n",
          "yaml.unknown_word", 2, 14, ";" },
        { name, "a:\n  decimal: dot\n  columns: [{head: A, field: area}]\n",
          "yaml.unknown_word", 2, 12, "dot" },
        { name,
          "a:\n  header_rows: [4, 3]\n  columns: [{head: A, field: "
          "area}]\n",
          "layout.bad_header_rows", 2, 16, NULL },
        { name,
          "a:\n  header_rows: [1, 2, 3, 4, 5]\n  columns: [{head: A, "
          "field: area}]\n",
          "layout.bad_header_rows", 2, 16, NULL },
        { name,
          "a:\n  header_rows: [0]\n  columns: [{head: A, field: "
          "area}]\n",
          "layout.bad_header_rows", 2, 16, NULL },
        { name,
          "a:\n  missing: {x: mising}\n  columns: [{head: A, field: "
          "area}]\n",
          "layout.unknown_status_near", 2, 16, "missing" },
        { name,
          "a:\n  period: {fixed: soon}\n  columns: [{head: A, field: "
          "area}]\n",
          "study.bad_period", 2, 19, "soon" },
        { name,
          "a:\n  period: {fixed: 2023, head: true}\n  columns: [{head: "
          "A, field: area}]\n",
          "layout.one_period", 2, 11, NULL },
        { name,
          "a:\n  period: {file: '('}\n  columns: [{head: A, field: "
          "area}]\n",
          "pattern.bad", 2, 18, NULL },
        { name,
          "a:\n  period: {head: maybe}\n  columns: [{head: A, field: "
          "area}]\n",
          "yaml.not_a_flag", 2, 18, NULL },
        { name, "tidy: {columns: [{head: A}]}\n", "layout.field_or_quantity", 1,
          18, NULL },
    };
    folder_expect_all(all, COUNT(all));
}

static void wrong_columns(void **state)
{
    (void)state;
    static const struct spoiled all[] = {
        { name, "a: {columns: [{head: A, field: aera}]}\n",
          "layout.unknown_field_near", 1, 32, "area" },
        { name, "a: {columns: [{head: A, field: xxxxxxxx}]}\n",
          "layout.unknown_field", 1, 32, "xxxxxxxx" },
        { name, "a: {columns: [{head: A, quantity: member}]}\n",
          "study.unknown_quantity_near", 1, 35, "members" },
        { name, "a: {columns: [{head: A, field: area, quantity: members}]}\n",
          "layout.field_or_quantity", 1, 15, NULL },
        { name, "a: {columns: [{field: area}]}\n", "layout.head_or_match", 1,
          15, NULL },
        { name, "a: {columns: [{head: A, match: B, quantity: members}]}\n",
          "layout.head_or_match", 1, 15, NULL },
        { name, "a: {columns: [{match: 'A(', quantity: members}]}\n",
          "pattern.bad", 1, 23, NULL },
        { name, "a: {columns: [{match: '(?<sx>.)', quantity: members}]}\n",
          "layout.unknown_group_near", 1, 23, "sex" },
        { name, "a: {columns: [{match: '(?<age>.)', quantity: members}]}\n",
          "layout.not_carried", 1, 23, NULL },
        { name, "a: {columns: [{match: '(?<sex>.)', field: area}]}\n",
          "layout.match_needs_quantity", 1, 23, NULL },
        { name,
          "a: {columns: [{head: A, quantity: members, tier: "
          "district}]}\n",
          "layout.tier_without_area", 1, 50, NULL },
        { name, "a: {columns: [{head: A, field: area, tier: distrct}]}\n",
          "yaml.unknown_word_near", 1, 44, "district" },
        { name, "a: {columns: [{head: A, quantity: members, scale: 0}]}\n",
          "study.scale_not_positive", 1, 51, NULL },
        { name,
          "a: {columns: [{head: A, quantity: members, set: {age: "
          "6}}]}\n",
          "layout.not_carried", 1, 50, NULL },
        { name,
          "a: {columns: [{head: A, quantity: enrolled, set: {age: "
          "x}}]}\n",
          "study.bad_ages", 1, 56, "x" },
        { name,
          "a: {columns: [{head: A, quantity: members, set: {sex: "
          "W}}]}\n",
          "study.unknown_code_near", 1, 55, "F" },
    };
    folder_expect_all(all, COUNT(all));
}

static void wrong_words(void **state)
{
    (void)state;
    static const struct spoiled all[] = {
        { name, "a: {columns: [{head: A, field: area, values: {x: y}}]}\n",
          "layout.no_words_here", 1, 50, NULL },
        { name,
          "a: {columns: [{head: A, quantity: members, values: {x: "
          "one}}]}\n",
          "layout.not_a_number", 1, 56, "one" },
        { name, "a: {columns: [{head: A, field: sex, values: {Nam: m1}}]}\n",
          "study.unknown_code_near", 1, 51, "M" },
        { name,
          "a: {columns: [{head: A, field: sex, values: {Nam|NAM: M, "
          "nam: F}}]}\n",
          "layout.word_twice", 1, 58, "nam" },
        { name,
          "a:\n  columns: [{head: A, field: area}]\n  values: {sx: "
          "{Nam: M}}\n",
          "study.unknown_dimension_near", 3, 12, "sex" },
        { name,
          "a:\n  columns: [{head: A, field: area}]\n  values: {age: "
          "{x: y}}\n",
          "study.bad_ages", 3, 21, "y" },
        { name,
          "a:\n  columns: [{head: A, field: area}]\n  values: {status: "
          "{x: provisonal}}\n",
          "layout.unknown_status_near", 3, 24, "provisional" },
        { name,
          "a:\n  columns: [{head: A, field: period, values: {x: "
          "soon}}]\n",
          "study.bad_period", 2, 50, "soon" },
        { name,
          "a:\n  columns: [{head: A, field: quantity, values: {x: "
          "member}}]\n",
          "study.unknown_quantity_near", 2, 52, "members" },
        { name,
          "a:\n  columns: [{head: A, field: status, values: {x: "
          "lost}}]\n",
          "layout.unknown_status", 2, 50, "lost" },
    };
    folder_expect_all(all, COUNT(all));
}

static void one_id_twice_in_a_folder(void **state)
{
    (void)state;
    static const struct spoiled again = {
        "data/layouts/b.yaml",
        "plain: {columns: [{head: A, field: area}]}\n",
        "study.defined_twice",
        1,
        1,
        NULL
    };
    folder_expect(&again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_said),
        cmocka_unit_test(nothing_said),
        cmocka_unit_test(where_periods_come_from),
        cmocka_unit_test(the_two_that_are_always_there),
        cmocka_unit_test(wrong_keys),
        cmocka_unit_test(wrong_columns),
        cmocka_unit_test(wrong_words),
        cmocka_unit_test(one_id_twice_in_a_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
