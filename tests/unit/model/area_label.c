/*
 * area_label.c - names that tell areas apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/model/area.h"
#include "tests/house.h"

static const struct area register_of_names[] = {
    { .code = "34",
      .tier = TIER_PROVINCE,
      .name = "Thái Bình",
      .name_en = "Thai Binh",
      .type = "Tỉnh" },
    { .code = "336",
      .tier = TIER_DISTRICT,
      .name = "Thái Bình",
      .name_en = "Thai Binh City",
      .type = "Thành phố",
      .parent_code = "34" },
    { .code = "339",
      .tier = TIER_DISTRICT,
      .name = "Hưng Hà",
      .name_en = "",
      .type = "Huyện",
      .parent_code = "34" },
    { .code = "343",
      .tier = TIER_DISTRICT,
      .name = "Kiến Xương",
      .name_en = "",
      .type = "Huyện",
      .parent_code = "34" },
    { .code = "12445",
      .tier = TIER_COMMUNE,
      .name = "Quang Trung",
      .name_en = "",
      .type = "Phường",
      .parent_code = "336" },
    { .code = "12586",
      .tier = TIER_COMMUNE,
      .name = "Hưng Hà",
      .name_en = "",
      .type = "Thị trấn",
      .parent_code = "339" },
    { .code = "12589",
      .tier = TIER_COMMUNE,
      .name = "Quang Trung",
      .name_en = "",
      .type = "Xã",
      .parent_code = "339" },
    { .code = "13120",
      .tier = TIER_COMMUNE,
      .name = "Nam Cao",
      .name_en = "",
      .type = "Xã",
      .to = 20241101,
      .parent_code = "343" },
    { .code = "13165",
      .tier = TIER_COMMUNE,
      .name = "Quang Trung",
      .name_en = "",
      .type = "Xã",
      .parent_code = "343" },
    { .code = "99999",
      .tier = TIER_COMMUNE,
      .name = "Nam Cao",
      .name_en = "",
      .type = "Xã",
      .from = 20241101,
      .parent_code = "343" },
};

static const struct {
    const char *code, *label;
} wanted[] = {
    { "34", "Thái Bình" },
    { "336", "Thành phố Thái Bình" }, /* the province has its name */
    { "339", "Hưng Hà" },             /* a commune's twin below is no matter */
    { "12586", "Thị trấn Hưng Hà" },
    { "12445", "Phường Quang Trung" }, /* its type is enough */
    { "12589", "Quang Trung (Hưng Hà)" },
    { "13165", "Quang Trung (Kiến Xương)" },
    { "13120", "Nam Cao" }, /* their lives do not meet */
    { "99999", "Nam Cao" },
};

static void labels(void **state)
{
    struct arena *arena = arena_new();
    struct fault fault = { 0 };
    struct areas areas = { 0 };
    (void)state;
    areas.count = sizeof register_of_names / sizeof *register_of_names;
    areas.items = arena_array(arena, areas.count, struct area);
    for (uint32_t i = 0; i < areas.count; i++)
        areas.items[i] = register_of_names[i];
    assert_true(areas_build(&areas, "areas.csv", arena, &fault));
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        uint32_t area =
            area_by_code(&areas, wanted[i].code, DATE_OPEN, TIER_NONE);
        assert_string_equal(area_label(&areas, area, "vi"), wanted[i].label);
    }
    /* In English the names differ, so nothing is added. */
    assert_string_equal(
        area_label(&areas, area_by_code(&areas, "336", 0, TIER_NONE), "en"),
        "Thai Binh City");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(labels) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
