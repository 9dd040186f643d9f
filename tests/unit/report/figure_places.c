/*
 * figure_places.c - specs of map and tiles: rows, classes, words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/figures.h"
#include "tests/unit/report/lab.h"

/* The districts but the last have polygons, the first two squares. */
static void give_places(void)
{
    static struct shape shapes[] = { { .code = "336", .tier = TIER_DISTRICT },
                                     { .code = "338", .tier = TIER_DISTRICT },
                                     { .code = "339", .tier = TIER_DISTRICT },
                                     { .code = "342", .tier = TIER_COMMUNE } };
    static struct tile tiles[] = { { "336", TIER_DISTRICT, 2, 1 },
                                   { "338", TIER_DISTRICT, 3, 1 } };
    lab.shapes = (struct shapes){ shapes, 4 };
    lab.tiles = (struct tiles){ tiles, 2 };
}

static bool build(struct chart_spec *spec, const char *kind, bool by_standing,
                  struct fault *fault)
{
    static const uint16_t indicator = MEMBERS;
    struct figure_request request = { .kind = kind,
                                      .indicators = &indicator,
                                      .indicator_count = 1,
                                      .area = NO_AREA,
                                      .by_standing = by_standing };
    return figure_build(spec, &request, &lab_input, fault);
}

static struct chart_spec drawn(const char *kind, bool by_standing)
{
    struct chart_spec spec;
    struct fault fault = { 0 };
    assert_true(build(&spec, kind, by_standing, &fault));
    return spec;
}

static void members_of_all(void)
{
    lab_put(MEMBERS, ROOT, 2023, 35.2);
    lab_put(MEMBERS, CITY, 2023, 43.04)->standing = STANDING_BETTER;
    lab_put(MEMBERS, EAST, 2023, 32.9)->standing = STANDING_WORSE;
    lab_put(MEMBERS, WEST, 2023, 31)->status = STATUS_SUPPRESSED;
}

/* Also the area that has no result at all; ranges and counts by hand. */
static void a_map_of_every_area(void **state)
{
    (void)state;
    give_places();
    members_of_all();
    struct chart_spec spec = drawn("map", false);
    assert_int_equal(spec.row_count, 4);
    assert_string_equal(spec.rows[0].label, "Thành phố");
    assert_string_equal(spec.rows[0].text, "43,0");
    assert_int_equal(spec.rows[2].status, STATUS_SUPPRESSED);
    assert_string_equal(spec.rows[2].text, "*");
    assert_int_equal(spec.rows[3].status, STATUS_MISSING);
    assert_string_equal(spec.rows[3].text, "…");
    assert_ptr_equal(spec.places[0].shape, &lab.shapes.items[0]);
    assert_null(spec.places[3].shape); /* a commune's, of the same code */
    assert_int_equal(spec.class_count, 2);
    assert_string_equal(spec.classes[0], "32,9–39,9 (1)");
    assert_string_equal(spec.classes[1], "40,0–43,0 (1)");
    assert_int_equal(spec.places[0].class, 1);
    assert_int_equal(spec.places[1].class, 0);
    assert_string_equal(spec.legend[3],
                        "… chưa có số liệu; * không công bố (2)");
    assert_string_equal(spec.note, "số địa bàn không có trên hình: 1");
    assert_non_null(strstr(spec.title, "Tỷ lệ hội viên (%)"));
    assert_non_null(strstr(spec.description, "Quỳnh Phụ (32,9%)"));
    assert_non_null(strstr(spec.description, "Thành phố (43,0%)"));
    assert_non_null(strstr(spec.description, "32,9–39,9 (1); 40,0–43,0 (1)"));
}

static void tiles_by_standing(void **state)
{
    (void)state;
    give_places();
    members_of_all();
    lab_results->items[1].status = STATUS_PROVISIONAL;
    struct chart_spec spec = drawn("tiles", true);
    assert_int_equal(spec.class_count, 0);
    assert_int_equal(spec.places[1].column, 3);
    assert_int_equal(spec.places[2].column, 0);
    assert_string_equal(spec.legend[0], "tốt hơn mức chung (1)");
    assert_string_equal(spec.legend[1], "tương đương (0)");
    assert_string_equal(spec.note, "viền nét đứt: (p) sơ bộ; số địa bàn không "
                                   "có trên hình: 2");
    /* All of them are: no line tells one from the other. */
    lab_results->items[2].status = STATUS_PROVISIONAL;
    spec = drawn("tiles", true);
    assert_string_equal(spec.note, "(p) sơ bộ; số địa bàn không có trên hình: "
                                   "2");
}

static void what_lacks_is_said(void **state)
{
    (void)state;
    struct chart_spec spec;
    struct fault fault = { 0 };
    members_of_all();
    assert_false(build(&spec, "map", false, &fault));
    assert_fault(&fault, "figure.no_shapes");
    assert_false(build(&spec, "tiles", false, &fault));
    assert_fault(&fault, "figure.no_tiles");
    give_places();
    lab.shapes.count = 0;
    assert_false(build(&spec, "map", false, &fault));
    assert_fault(&fault, "figure.no_shapes_but_tiles");
    lab_results->items[1].standing = STANDING_NONE;
    lab_results->items[2].standing = STANDING_NONE;
    assert_false(build(&spec, "tiles", true, &fault));
    assert_fault(&fault, "figure.nothing"); /* nobody was judged */
    lab.project.period = period_of_year(2024);
    assert_false(build(&spec, "tiles", false, &fault));
    assert_fault(&fault, "figure.nothing_then");
    assert_string_equal(fault_argument(&fault, "periods"), "2023");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, lab_start, lab_end)
    const struct CMUnitTest tests[] = {
        TEST(a_map_of_every_area),
        TEST(tiles_by_standing),
        TEST(what_lacks_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
