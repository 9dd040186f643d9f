/*
 * study_shapes.c - tests of shapes.geojson and tiles.csv.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/study_fixture.h"

#include "engine/model/shapes.h"

#define SHAPES "project/shapes.geojson"
#define TILES "project/tiles.csv"

/* A feature with properties [p] and a square ring at [x],[y] of 0.1 degrees. */
#define RING(x, y)                                                             \
    "[[" x "0," y "0],[" x "9," y "0],[" x "9," y "9],[" x "0," y "9],[" x     \
    "0," y "0]]"
#define FEATURE(p, coordinates)                                                \
    "{\"type\":\"Feature\",\"properties\":{" p "},\"geometry\":"               \
    "{\"type\":\"Polygon\",\"coordinates\":[" coordinates "]}}"
#define FILE_OF(features)                                                      \
    "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"
#define CODE(code) "\"code\":" code
#define NAME(name) "\"name\":\"" name "\""

static void take_away(void)
{
    unlink(test_path(SHAPES));
    unlink(test_path(TILES));
    folder_reset();
}

static const struct shape *shape_of(const struct study *study, const char *code)
{
    uint32_t area = area_by_code(&study->areas, code, DATE_OPEN, TIER_NONE);
    return shape_find(&study->shapes, &study->areas.items[area]);
}

/* The study with that file, and what was found in it. */
static struct study *with_shapes(const char *text, struct findings **findings)
{
    struct study *study;
    take_away();
    test_write(SHAPES, text);
    *findings = findings_new(arena);
    if (!folder_load(&study, arena, *findings, &fault))
        fail_msg("%s: %s", fault.message, fault.arguments);
    return study;
}

/* One without a count when there is none. */
static const struct finding *finding_of(const struct findings *findings,
                                        enum finding_rule rule)
{
    for (size_t i = 0; i < findings->count; i++)
        if (findings->items[i].rule == rule)
            return &findings->items[i];
    static const struct finding none = { .header = "", .value = "" };
    return &none;
}

static void codes_tell_areas(void **state)
{
    (void)state;
    struct findings *findings;
    const struct study *study = with_shapes(
        FILE_OF(FEATURE(
            CODE("342") ",\"size\":339",
            RING("106.1",
                 "20.1")) "," FEATURE(CODE("\"339\"") ",\"size\":7",
                                      RING("106.2", "20.1") "," RING(
                                          "106.25",
                                          "20.15")) "," FEATURE(CODE("342"),
                                                                RING("106.3",
                                                                     "20.1"))),
        &findings);
    assert_int_equal(findings->count, 0);
    const struct shape *tien_hai = shape_of(study, "342");
    assert_int_equal(tien_hai->count, 2); /* of two features */
    assert_int_equal(tien_hai->rings[0].count, 4);
    assert_near(tien_hai->rings[0].points[1].east, 106.19, 0);
    assert_near(tien_hai->rings[0].points[2].north, 20.19, 0);
    const struct shape *hung_ha = shape_of(study, "339");
    assert_int_equal(hung_ha->count, 2);
    assert_false(hung_ha->rings[0].hole);
    assert_true(hung_ha->rings[1].hole);
    assert_null(shape_of(study, "34"));
}

static void names_tell_areas(void **state)
{
    (void)state;
    struct findings *findings;
    const struct study *study = with_shapes(
        FILE_OF(
            FEATURE(NAME("huyện TIỀN HẢI"), RING("106.1", "20.1")) "," FEATURE(
                NAME("Hung Ha"), RING("106.2", "20.1"))),
        &findings);
    assert_int_equal(findings->count, 0);
    assert_non_null(shape_of(study, "342"));
    assert_non_null(shape_of(study, "339"));
    take_away();
    test_write("project/aliases.csv",
               "written,code,tier,source\nVùng biển,342,district,\n");
    test_write(
        SHAPES,
        FILE_OF(FEATURE(NAME("Vùng biển"), RING("106.1", "20.1")) "," FEATURE(
            NAME("Hưng Hà"), RING("106.2", "20.1"))));
    assert_non_null(shape_of(folder_study(arena), "342"));
}

/* One name of a map of the whole country is no proof: the codes count. */
static void a_chance_name_is_no_key(void **state)
{
    (void)state;
    struct findings *findings;
    const struct study *study = with_shapes(
        FILE_OF(
            FEATURE(CODE("34") "," NAME("Thái Bình"), RING("106.1", "20.1")) "," FEATURE(
                CODE("22") "," NAME("Quảng Ninh"),
                RING("107.2", "21.1")) "," FEATURE(CODE("97") "," NAME("Hà"),
                                                   RING("105.2", "21.1"))),
        &findings);
    assert_non_null(shape_of(study, "34"));
    const struct finding *unknown = finding_of(findings, FINDING_shape_unknown);
    assert_int_equal(unknown->count, 2);
    assert_string_equal(unknown->value, "22, 97");
    assert_string_equal(unknown->header, "code");
    assert_string_equal(unknown->file, "shapes.geojson");
    assert_int_equal(finding_of(findings, FINDING_shape_missing)->count, 0);
}

static void areas_without_polygon_are_found(void **state)
{
    (void)state;
    struct findings *findings;
    with_shapes(FILE_OF(FEATURE(CODE("342"), RING("106.1", "20.1"))),
                &findings);
    const struct finding *missing = finding_of(findings, FINDING_shape_missing);
    assert_int_equal(missing->count, 1);
    assert_string_equal(missing->value, "Hưng Hà");
}

/* A name that two communes have, told apart by the district beside it. */
static void the_area_above_settles(void **state)
{
    (void)state;
    struct findings *findings;
    take_away();
    static const char register_of_two[] =
        "code,tier,parent,name\n34,province,,Thái Bình\n"
        "342,district,34,Tiền Hải\n339,district,34,Hưng Hà\n"
        "1,commune,342,Tây Sơn\n2,commune,339,Tây Sơn\n3,commune,339,Bắc Sơn\n";
    static const char project[] = "title: x\nperiod: 2023\ntier: commune\n";
    static const char *const files[] = {
        FILE_OF(FEATURE(
            NAME("Xã Tây Sơn") ",\"huyen\":\"Hưng Hà\"",
            RING("106.1",
                 "20.1")) "," FEATURE(NAME("Tây Sơn") ",\"huyen\":\"342\"",
                                      RING("106.2",
                                           "20.1")) "," FEATURE(NAME("Bắc Sơn"),
                                                                RING("106.3",
                                                                     "20.1"))),
        FILE_OF(FEATURE(NAME("Xã Tây Sơn"), RING("106.1", "20.1")) "," FEATURE(
            NAME("Bắc Sơn"), RING("106.3", "20.1"))),
    };
    for (size_t i = 0; i < 2; i++) {
        struct study *study;
        test_write("project/areas.csv", register_of_two);
        test_write("project/project.yaml", project);
        test_write(SHAPES, files[i]);
        findings = findings_new(arena);
        assert_true(folder_load(&study, arena, findings, &fault));
        const struct finding *several =
            finding_of(findings, FINDING_shape_ambiguous);
        if (i == 0) {
            assert_int_equal(several->count, 0);
            assert_near(shape_of(study, "2")->rings[0].points[0].east, 106.1,
                        1e-12);
            assert_near(shape_of(study, "1")->rings[0].points[0].east, 106.2,
                        1e-12);
        } else {
            assert_string_equal(several->value, "Xã Tây Sơn");
        }
    }
}

static void the_key_can_be_said(void **state)
{
    (void)state;
    static const char file[] =
        FILE_OF(FEATURE("\"a\":\"342\",\"ma\":339", RING("106.1", "20.1")));
    static const char project[] =
        "title: x\nroot: 34\ntier: district\nperiod: 2023\n";
    char text[300];
    take_away();
    test_write("project/map.json", file);
    snprintf(text, sizeof text, "%sshapes: {file: map.json, key: ma}\n",
             project);
    test_write("project/project.yaml", text);
    assert_non_null(shape_of(folder_study(arena), "339"));
    struct study *study;
    snprintf(text, sizeof text, "%sshapes: {file: map.json, key: mb}\n",
             project);
    test_write("project/project.yaml", text);
    assert_false(folder_load(&study, arena, NULL, &fault));
    assert_fault(&fault, "shapes.unknown_key_near");
    assert_string_equal(fault_argument(&fault, "near"), "ma");
    assert_int_equal(fault.line, 5);
    snprintf(text, sizeof text, "%sshapes: {file: other.json}\n", project);
    test_write("project/project.yaml", text);
    assert_false(folder_load(&study, arena, NULL, &fault));
    assert_fault(&fault, "shapes.missing");
    assert_int_equal(fault.line, 5);
}

static void what_is_no_map_is_a_fault(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
        unsigned line;
        const char *key, *argument;
    } cases[] = {
        { "{\"type\":\n\"FeatureCollection\",\n\"features\":[}",
          "shapes.bad_json", 3, NULL, NULL },
        { "", "shapes.bad_json", 0, NULL, NULL },
        { "[1]", "shapes.not_geojson", 0, "type", "?" },
        { "{\"type\":\"Topology\",\"objects\":{}}", "shapes.not_geojson", 0,
          "type", "Topology" },
        { "{\"type\":\"FeatureCollection\",\"features\":{}}",
          "shapes.not_geojson", 0, NULL, NULL },
        /* Metres of VN-2000, and latitude before longitude. */
        { FILE_OF(FEATURE(CODE("342"), RING("58612", "226112"))),
          "shapes.not_degrees", 0, "feature", "features[0]" },
        { FILE_OF(FEATURE(CODE("342"), RING("20.1", "106.1"))),
          "shapes.not_degrees", 0, "point", "20.1, 106.1" },
        { FILE_OF(FEATURE(CODE("342"), "[[1e300,2],[3,4],[5,6]]")),
          "shapes.not_degrees", 0, NULL, NULL },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct study *study;
        take_away();
        test_write(SHAPES, cases[i].text);
        assert_false(folder_load(&study, arena, NULL, &fault));
        assert_fault(&fault, cases[i].message);
        assert_non_null(strstr(fault.where, "shapes.geojson"));
        assert_true(cases[i].line == 0 || fault.line == cases[i].line);
        if (cases[i].key != NULL)
            assert_string_equal(fault_argument(&fault, cases[i].key),
                                cases[i].argument);
    }
}

#define OTHER(type, coordinates)                                               \
    "{\"type\":\"Feature\",\"properties\":{\"code\":\"342\"},\"geometry\":"    \
    "{\"type\":\"" type "\",\"coordinates\":" coordinates "}}"

/* Each is left out, with its place; the good one beside it stays. */
static void broken_features_are_left_out(void **state)
{
    (void)state;
    static const char *const broken[] = {
        OTHER("Point", "[106,20]"),
        OTHER("LineString", "[[106,20],[107,20]]"),
        OTHER("MultiPolygon", "[]"),
        OTHER("Polygon", "[]"),
        OTHER("Polygon", "[[]]"),
        OTHER("Polygon", "[[[106,20],[107,20],[106,20]]]"),
        OTHER("Polygon", "[[[106,20],[107,\"20\"],[106,21]]]"),
        OTHER("Polygon", "[[[106,20],[107],[106,21]]]"),
        OTHER("Polygon", "[[[106,20],[107,20],[106,21],[106,20]],[[1,1]]]"),
        OTHER("Polygon", "7"),
        "{\"type\":\"Feature\",\"properties\":null,\"geometry\":null}",
        "7",
    };
    for (size_t i = 0; i < COUNT(broken); i++) {
        struct findings *findings;
        char text[1000];
        snprintf(text, sizeof text,
                 FILE_OF(FEATURE(CODE("339"), RING("106.1", "20.1")) ",%s"),
                 broken[i]);
        const struct study *study = with_shapes(text, &findings);
        assert_non_null(shape_of(study, "339"));
        assert_null(shape_of(study, "342"));
        const struct finding *left =
            finding_of(findings, FINDING_shape_unusable);
        assert_string_equal(left->header, "features[1]");
    }
}

static void open_rings_are_closed(void **state)
{
    (void)state;
    struct findings *findings;
    const struct study *study = with_shapes(
        FILE_OF(FEATURE(CODE("339"), "[[106,20],[106,20],[107,20],[107,21]]")),
        &findings);
    assert_int_equal(shape_of(study, "339")->rings[0].count, 3);
    assert_int_equal(finding_of(findings, FINDING_shape_open)->count, 1);
}

static void tiles_are_read(void **state)
{
    (void)state;
    take_away();
    test_write(TILES, "code,column,row\n342,2,1\n339,1,3\n12501,1,3\n");
    const struct study *study = folder_study(arena);
    uint32_t area = area_by_code(&study->areas, "339", DATE_OPEN, TIER_NONE);
    const struct tile *tile =
        tile_find(&study->tiles, &study->areas.items[area]);
    assert_int_equal(tile->column, 1);
    assert_int_equal(tile->row, 3);
    assert_int_equal(study->tiles.count, 3);
    struct findings *findings = findings_new(arena);
    struct study *with;
    test_write(TILES, "code,column,row\n342,2,1\n");
    assert_true(folder_load(&with, arena, findings, &fault));
    assert_string_equal(finding_of(findings, FINDING_tile_missing)->value,
                        "339");
}

static void wrong_tiles(void **state)
{
    (void)state;
    static const struct spoiled all[] = {
        { TILES, "code,column\n", "sheet.missing_column", 1, 0, "row" },
        { TILES, "code,column,row,colour\n", "sheet.unknown_column", 1, 4,
          NULL },
        { TILES, "code,column,row\n343,1,1\n", "study.unknown_area_near", 2, 1,
          NULL },
        { TILES, "code,column,row\n342,0,1\n", "tiles.bad_place", 2, 2, "0" },
        { TILES, "code,column,row\n342,1,201\n", "tiles.bad_place", 2, 3,
          "201" },
        { TILES, "code,column,row\n342,1,\n", "tiles.bad_place", 2, 3, "" },
        { TILES, "code,column,row\n342,1,1.5\n", "tiles.bad_place", 2, 3,
          "1.5" },
        { TILES, "code,column,row\n342,1,1\n339,1,1\n", "tiles.taken", 3, 1,
          NULL },
        { TILES, "code,column,row\n342,1,1\n342,2,1\n", "tiles.twice", 3, 1,
          NULL },
    };
    unlink(test_path(SHAPES));
    folder_expect_all(all, COUNT(all));
    unlink(test_path(TILES));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(codes_tell_areas),
        TEST(names_tell_areas),
        TEST(a_chance_name_is_no_key),
        TEST(areas_without_polygon_are_found),
        TEST(the_area_above_settles),
        TEST(the_key_can_be_said),
        TEST(what_is_no_map_is_a_fault),
        TEST(broken_features_are_left_out),
        TEST(open_rings_are_closed),
        TEST(tiles_are_read),
        TEST(wrong_tiles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
