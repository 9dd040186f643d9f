/*
 * study_areas.c - tests of areas.csv in both its forms, and of the crosswalk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/study_fixture.h"

#include "engine/base/number.h"

static const struct area *area_of(const struct areas *areas, const char *code,
                                  date day)
{
    uint32_t found = area_by_code(areas, code, day, TIER_NONE);
    assert_int_not_equal(found, NO_AREA);
    return &areas->items[found];
}

static void areas_of_a_project(void **state)
{
    (void)state;
    const struct areas *areas = &folder_study(arena)->areas;
    assert_int_equal(areas->count, 6);
    const struct area *area = area_of(areas, "342", DATE_OPEN);
    assert_string_equal(area->name, "Tiền Hải");
    assert_string_equal(area->name_en, "Tien Hai");
    assert_string_equal(area->type, "Huyện");
    assert_int_equal(area->tier, TIER_DISTRICT);
    assert_int_equal(area->from, DATE_OPEN);
    assert_int_equal(area->to, 20250701);
    assert_int_equal(area->line, 3);
    assert_int_equal(area->alias_count, 2);
    assert_string_equal(area->aliases[0], "TH");
    assert_string_equal(area->aliases[1], "T.Hải");
    assert_string_equal(areas->items[area->parent].code, "34");
    assert_int_equal(areas->attribute_count, 1);
    assert_string_equal(areas->attribute_names[0], "coast");
    assert_string_equal(area->attributes[0], "yes");
    assert_string_equal(area_of(areas, "34", DATE_OPEN)->attributes[0], "");
    assert_int_equal(area_of(areas, "12500", DATE_OPEN)->to, 20200401);
    assert_int_equal(area_by_code(areas, "12500", 20230101, TIER_NONE),
                     NO_AREA);
}

static void wrong_areas(void **state)
{
    (void)state;
    static const char name[] = "project/areas.csv";
    static const struct spoiled all[] = {
        { name, NULL, "areas.missing", 0, 0, NULL },
        { name, "", "sheet.empty", 0, 0, NULL },
        { name, "code,tier,paretn,name\n34,province,,A\n",
          "sheet.missing_column_near", 1, 0, "paretn" },
        { name, "code,teir,name\n34,province,A\n", "sheet.missing_column_near",
          1, 0, "teir" },
        { name, "code,tier,name,parent\n34,provincial,A,\n",
          "sheet.unknown_choice_near", 2, 2, "province" },
        { name, "code,tier,name,parent\n34,,A,\n", "sheet.empty_cell", 2, 2,
          NULL },
        { name, "code,tier,name,parent\n,province,A,\n", "sheet.empty_cell", 2,
          1, NULL },
        { name, "code,tier,name,parent\n34,province,,\n", "sheet.empty_cell", 2,
          3, NULL },
        { name, "code,tier,name,parent\n34,province,\x7F\u200B,\n",
          "sheet.empty_cell", 2, 3, NULL },
        { name, "code,tier,name,valid_from,parent\n34,province,A,1/7/2025,\n",
          "sheet.bad_date", 2, 4, NULL },
        { name,
          "code,tier,name,valid_from,valid_to,parent\n"
          "34,province,A,2024-01-01,2024-01-01,\n",
          "areas.life_empty", 2, 5, NULL },
        { name, "code,tier,name,parent\n34,province,A,\n342,district,B,35\n",
          "areas.parent_unknown", 3, 0, NULL },
        { name, "code,tier,name,parent\n34,province,A,\n34,province,B,\n",
          "areas.lives_overlap", 3, 0, NULL },
    };
    folder_expect_all(all, COUNT(all));
}

/* The heads and shape of the statistics office's export; the areas are few. */
static const char register_text[] =
    "\xEF\xBB\xBFMã,Tên,Tên Tiếng Anh,Cấp,Mã QH,Quận Huyện,Mã TP,"
    "Tỉnh / Thành Phố\n"
    "12433,Phường Lê Hồng Phong,,Phường,336,Thành phố Thái Bình,34,"
    "Tỉnh Thái Bình\n"
    "12436,Phường Bồ Xuyên,Bo Xuyen Ward,Phường,336,Thành phố Thái Bình,34,"
    "Tỉnh Thái Bình\n"
    "12970,Xã Nam Phú,,Xã,342,Huyện Tiền Hải,34,Tỉnh Thái Bình\n"
    ",,,,318,Huyện Bạch Long Vĩ,31,Thành phố Hải Phòng\n";

static void a_register_as_it_is(void **state)
{
    (void)state;
    test_write("project/areas.csv", register_text);
    const struct study *study = folder_study(arena);
    const struct areas *areas = &study->areas;
    assert_int_equal(areas->count, 2 + 3 + 3);
    assert_int_equal(areas->attribute_count, 0);
    const struct area *ward = area_of(areas, "12436", DATE_OPEN);
    assert_int_equal(ward->tier, TIER_COMMUNE);
    assert_string_equal(ward->type, "Phường");
    assert_string_equal(ward->name, "Phường Bồ Xuyên");
    assert_string_equal(ward->name_en, "Bo Xuyen Ward");
    assert_string_equal(areas->items[ward->parent].code, "336");
    const struct area *city = area_of(areas, "336", DATE_OPEN);
    assert_int_equal(city->tier, TIER_DISTRICT);
    assert_string_equal(city->type, "Thành phố");
    assert_string_equal(areas->items[city->parent].name, "Tỉnh Thái Bình");
    const struct area *island = area_of(areas, "318", DATE_OPEN);
    assert_string_equal(areas->items[island->parent].code, "31");
    assert_int_equal(island->first_child, NO_AREA);
    assert_int_equal(island->line, 5);
    assert_string_equal(study_root_name(study), "Tỉnh Thái Bình");
}

static void other_registers(void **state)
{
    (void)state;
    /* Districts alone. */
    test_write("project/areas.csv",
               "Mã,Tên,Tên Tiếng Anh,Cấp,Mã TP,Tỉnh / Thành Phố\n"
               "342,Huyện Tiền Hải,,Huyện,34,Tỉnh Thái Bình\n");
    const struct areas *areas = &folder_study(arena)->areas;
    assert_int_equal(areas->count, 2);
    assert_int_equal(area_of(areas, "342", DATE_OPEN)->tier, TIER_DISTRICT);
    /* Communes straight under provinces, as since July 2025. */
    test_write("project/areas.csv",
               "Mã,Tên,Cấp,Mã TP,Tỉnh / Thành Phố\n"
               "13225,Phường Thái Bình,Phường,34,Tỉnh Hưng Yên\n");
    areas = &folder_study(arena)->areas;
    assert_int_equal(area_of(areas, "13225", DATE_OPEN)->tier, TIER_COMMUNE);
    /* Provinces alone. */
    test_write("project/areas.csv", "Mã,Tên,Cấp\n34,Tỉnh Thái Bình,Tỉnh\n");
    areas = &folder_study(arena)->areas;
    assert_int_equal(area_of(areas, "34", DATE_OPEN)->tier, TIER_PROVINCE);
}

/* 00001 as a spreadsheet leaves it; the parents' codes, too. */
static void a_register_through_a_spreadsheet(void **state)
{
    (void)state;
    test_write("project/areas.csv",
               "Mã,Tên,Cấp,Mã QH,Quận Huyện,Mã TP,Tỉnh / Thành Phố\n"
               "1.0,Phường Phúc Xá,Phường,1,Quận Ba Đình,1,"
               "Thành phố Hà Nội\n"
               "4,Phường Trúc Bạch,Phường,001,Quận Ba Đình,01.0,"
               "Thành phố Hà Nội\n"
               "12433,Phường Lê Hồng Phong,Phường,336,Thành phố Thái Bình,34,"
               "Tỉnh Thái Bình\n");
    test_write("project/project.yaml", "title: T\nperiod: 2023\nroot: 01\n");
    struct findings *findings = findings_new(arena);
    struct study *study = NULL;
    struct study_request request = { test_path("project"), test_path("data"),
                                     NULL };
    if (!study_load(&study, &request, arena, findings, &fault))
        fail_msg("%s", fault.message);
    const struct areas *areas = &study->areas;
    assert_int_equal(areas->count, 2 + 2 + 3);
    const struct area *ward = area_of(areas, "00001", DATE_OPEN);
    assert_string_equal(areas->items[ward->parent].code, "001");
    assert_string_equal(areas->items[areas->items[ward->parent].parent].code,
                        "01");
    assert_string_equal(area_of(areas, "00004", DATE_OPEN)->name,
                        "Phường Trúc Bạch");
    /* 1 and 1 of Hà Nội and Ba Đình, 1.0; 01.0, 4: five cells. */
    assert_int_equal(findings->count, 1);
    assert_int_equal(findings->items[0].rule, FINDING_area_repaired);
    assert_int_equal(findings->items[0].line, 2);
    assert_int_equal(findings->items[0].count, 5);
}

static void wrong_registers(void **state)
{
    (void)state;
    static const char name[] = "project/areas.csv";
    static const struct spoiled all[] = {
        { name,
          "Mã,Tên,Cấp,Mã QH,Quận Huyện,Mã TP,Tỉnh / Thành Phố\n"
          "1,Xã A,Xã,342,Huyện B,34,Tỉnh C\n"
          "2,Xã D,Xã,342,Huyện E,34,Tỉnh C\n",
          "areas.register_conflict", 3, 0, NULL },
        { name,
          "Mã,Tên,Cấp,Mã QH,Quận Huyện,Mã TP,Tỉnh / Thành Phố\n"
          "1,Xã A,Xã,342,Huyện B,34,Tỉnh C\n"
          "2,Xã D,Xã,342,Huyện B,35,Tỉnh F\n",
          "areas.register_conflict", 3, 0, NULL },
        { name,
          "Mã,Tên,Cấp,Mã QH,Quận Huyện,Mã TP,Tỉnh / Thành Phố\n"
          "1,,Xã,342,Huyện B,34,Tỉnh C\n",
          "sheet.empty_cell", 2, 2, NULL },
        { name, "Mã,Tên,Cấp,Mã QH,Mã TP\n1,Xã A,Xã,342,34\n",
          "sheet.empty_cell", 2, 0, NULL },
        { name, "Mã,Tên,Cấp\n,Tỉnh C,Tỉnh\n", "sheet.empty_cell", 2, 1, NULL },
        { name,
          "long_province,long_district,long_ward,ward_level\n"
          "Thành phố Hà Nội,Quận Ba Đình,Phường Phúc Xá,Phường\n",
          "areas.no_codes", 1, 0, NULL },
    };
    folder_expect_all(all, COUNT(all));
}

static void a_crosswalk(void **state)
{
    (void)state;
    test_write("project/crosswalk.csv",
               "date,from_code,to_code,weight,basis\n"
               "2020-04-01,12500,12502,0.375,inferred\n"
               "2020-04-01,12500,12501,0.625,Nghị quyết 892\n"
               "2025-06-30,12501,12502,,resolution\n");
    struct findings *findings = findings_new(arena);
    struct study *study;
    assert_true(folder_load(&study, arena, findings, &fault));
    const struct crosswalk *crosswalk = &study->crosswalk;
    const struct areas *areas = &study->areas;
    assert_int_equal(crosswalk->count, 3);
    const struct crossing *first = &crosswalk->items[0];
    assert_int_equal(first->day, 20200401);
    assert_string_equal(areas->items[first->from].code, "12500");
    assert_string_equal(areas->items[first->to].code, "12501");
    assert_near(first->weight, 0.625, 0);
    assert_false(first->inferred);
    assert_int_equal(first->line, 3);
    assert_true(crosswalk->items[1].inferred);
    assert_false(has_value(crosswalk->items[2].weight));
    assert_int_equal(findings->count, 1);
    assert_int_equal(findings->items[0].rule, FINDING_crosswalk_inferred);
    assert_int_equal(findings->items[0].count, 1);
    assert_int_equal(findings->items[0].line, 2);
}

static void one_giver_all_of_it(void **state)
{
    (void)state;
    /* No column of weights at all; comma decimals; sums of thirds. */
    test_write("project/crosswalk.csv",
               "date,from_code,to_code\n2020-04-01,12500,12501\n");
    assert_int_equal(folder_study(arena)->crosswalk.count, 1);
    test_write("project/crosswalk.csv",
               "date;from_code;to_code;weight\n"
               "2020-04-01;12500;12501;0,1\n2020-04-01;12500;12502;0,9\n");
    const struct crosswalk *crosswalk = &folder_study(arena)->crosswalk;
    assert_near(crosswalk->items[1].weight, 0.9, 0);
}

static void wrong_crosswalks(void **state)
{
    (void)state;
    static const char name[] = "project/crosswalk.csv";
    static const struct spoiled all[] = {
        { name, "date,from,to_code\n", "sheet.unknown_column", 1, 2, "from" },
        { name, "date,from_code,to_code,wieght\n", "sheet.unknown_column_near",
          1, 4, "weight" },
        { name, "date,from_code,to_code\n2022-01-01,12501,12502\n",
          "crosswalk.lives_on", 2, 0, NULL },
        { name, "date,from_code,to_code\n2020-04-01,12500,\n",
          "sheet.empty_cell", 2, 3, NULL },
        { name, "date,from_code,to_code\n2020-13-01,12500,12501\n",
          "sheet.bad_date", 2, 1, NULL },
        { name, "date,from_code,to_code\n2020-04-01,12509,12501\n",
          "study.unknown_area_near", 2, 2, "12500" },
        /* The taker lives only from the day on, the giver only before. */
        { name, "date,from_code,to_code\n2020-03-31,12500,12501\n",
          "study.area_not_living", 2, 3, "12501" },
        { name, "date,from_code,to_code\n2020-04-02,12500,12501\n",
          "study.area_not_living", 2, 2, "12500" },
        { name,
          "date,from_code,to_code,weight\n"
          "2020-04-01,12500,12501,0.6\n2020-04-01,12500,12502,0.5\n",
          "crosswalk.bad_sum", 2, 0, NULL },
        { name, "date,from_code,to_code,weight\n2020-04-01,12500,12501,0.5\n",
          "crosswalk.bad_sum", 2, 0, NULL },
        { name,
          "date,from_code,to_code,weight\n"
          "2020-04-01,12500,12501,0.6\n2020-04-01,12500,12502,\n",
          "crosswalk.some_weights", 2, 0, NULL },
        { name, "date,from_code,to_code,weight\n2020-04-01,12500,12501,0\n",
          "crosswalk.bad_weight", 2, 4, "0" },
        { name, "date,from_code,to_code,weight\n2020-04-01,12500,12501,1.5\n",
          "crosswalk.bad_weight", 2, 4, "1.5" },
        { name, "date,from_code,to_code,weight\n2020-04-01,12500,12501,all\n",
          "sheet.bad_number", 2, 4, "all" },
        { name,
          "date,from_code,to_code\n2020-04-01,12500,12501\n"
          "2020-04-01,12500,12501\n",
          "crosswalk.row_twice", 3, 0, NULL },
        { name,
          "date,from_code,to_code,basis\n"
          "2020-04-01,12500,12501,infered\n",
          "sheet.unknown_choice_near", 2, 4, "inferred" },
    };
    folder_expect_all(all, COUNT(all));
}

/* The day before the first of March, and of January. */
static void the_day_before(void **state)
{
    (void)state;
    static const struct {
        const char *first, *last;
    } days[] = { { "2024-03-01", "2024-02-29" },
                 { "2023-03-01", "2023-02-28" },
                 { "2021-01-01", "2020-12-31" },
                 { "2021-05-31", "2021-05-30" } };
    for (size_t i = 0; i < COUNT(days); i++) {
        struct text text = text_new();
        /* The giver lives on the last day only. */
        text_addf(&text,
                  "code,tier,name,valid_from,valid_to,parent\n"
                  "34,province,A,,,\n"
                  "1,district,B,%s,%s,\n2,district,C,%s,,\n",
                  days[i].last, days[i].first, days[i].first);
        test_write("project/areas.csv", text.bytes);
        text_clear(&text);
        text_addf(&text, "date,from_code,to_code\n%s,1,2\n", days[i].first);
        test_write("project/crosswalk.csv", text.bytes);
        assert_int_equal(folder_study(arena)->crosswalk.count, 1);
        text_free(&text);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(areas_of_a_project),
        TEST(wrong_areas),
        TEST(a_register_as_it_is),
        TEST(other_registers),
        TEST(wrong_registers),
        TEST(a_crosswalk),
        TEST(a_register_through_a_spreadsheet),
        TEST(one_giver_all_of_it),
        TEST(wrong_crosswalks),
        TEST(the_day_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
