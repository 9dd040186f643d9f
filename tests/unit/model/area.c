/*
 * area.c - the register: order, parents, lives, look-ups.
 *
 * The small register below tells the story of one reform: a city and its ward
 * end in the middle of 2025 and another ward takes up the city's name; a code
 * (343) lives twice. Names are real, the pairs of look-alikes are made up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "tests/house.h"

#include "engine/base/arena.h"
#include "engine/model/area.h"

static struct arena *arena;
static struct areas areas;

struct line {
    const char *code, *name, *name_en;
    enum tier tier;
    const char *parent;
    date from, to;
};

enum { REFORM = 20250701 };

static const struct line story[] = {
    { "12433", "Phường Lê Hồng Phong", NULL, TIER_COMMUNE, "336", 0, REFORM },
    { "343", "Kiến Xương", NULL, TIER_DISTRICT, "34", 19690601, 19900101 },
    { "343", "Huyện Kiến Xương", "Kien Xuong", TIER_DISTRICT, "34", 19900101,
      REFORM },
    { "34", "Tỉnh Thái Bình", "Thai Binh", TIER_PROVINCE, "VN", 0, REFORM },
    { "33", "Tỉnh Hưng Yên", "Hung Yen", TIER_PROVINCE, "VN", 0, 0 },
    { "13225", "Phường Thái Bình", NULL, TIER_COMMUNE, "33", REFORM, 0 },
    { "VN", "Việt Nam", "Viet Nam", TIER_COUNTRY, NULL, 0, 0 },
    { "336", "Thành phố Thái Bình", NULL, TIER_DISTRICT, "34", 0, REFORM },
    { "339", "Huyện Hưng Hà", NULL, TIER_DISTRICT, "34", 0, REFORM },
    { "12613", "Thị trấn Hưng Hà", NULL, TIER_COMMUNE, "339", 0, REFORM },
    { "13100", "Xã Vũ Quý", NULL, TIER_COMMUNE, "343", 20000101, REFORM },
    { "12700", "Xã Minh Hòa", NULL, TIER_COMMUNE, "339", 0, REFORM },
    { "13001", "Xã Minh Hòa", NULL, TIER_COMMUNE, "343", 0, REFORM },
    { "12701", "Xã Minh Hưng", NULL, TIER_COMMUNE, "343", 0, 19800101 },
};
enum { STORY = sizeof story / sizeof *story };

static void fill(struct areas *out, const struct line *lines, size_t count)
{
    *out = (struct areas){ .count = (uint32_t)count };
    out->items = arena_array(arena, count, struct area);
    for (size_t i = 0; i < count; i++)
        out->items[i] = (struct area){
            .code = lines[i].code,
            .name = lines[i].name,
            .name_en = lines[i].name_en,
            .tier = lines[i].tier,
            .parent_code = lines[i].parent,
            .from = lines[i].from,
            .to = lines[i].to,
            .line = (unsigned)i + 2,
        };
}

static int build(void **state)
{
    (void)state;
    static const char *aliases[] = { "HK Hưng Hà", "Hưng Hà" };
    struct fault fault;
    arena = arena_new();
    fill(&areas, story, STORY);
    areas.items[8].aliases = aliases;
    areas.items[8].alias_count = 2;
    return areas_build(&areas, "areas.csv", arena, &fault) ? 0 : -1;
}

static int release(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static uint32_t code(const char *text, date day)
{
    return area_by_code(&areas, text, day, TIER_NONE);
}

static void parents_stand_before_children(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < areas.count; i++)
        if (areas.items[i].parent != NO_AREA)
            assert_true(areas.items[i].parent < i);
    assert_string_equal(areas.items[0].code, "VN");
    assert_int_equal(areas.items[0].parent, NO_AREA);
}

static void children_are_linked_in_order(void **state)
{
    (void)state;
    uint32_t province = code("34", 20200101);
    const char *wanted[] = { "336", "339", "343", "343" };
    uint32_t child = areas.items[province].first_child;
    for (size_t i = 0; i < 4; i++) {
        assert_int_not_equal(child, NO_AREA);
        assert_string_equal(areas.items[child].code, wanted[i]);
        assert_int_equal(areas.items[child].parent, province);
        child = areas.items[child].next_sibling;
    }
    assert_int_equal(child, NO_AREA);
}

static void a_parent_is_the_one_of_the_day(void **state)
{
    (void)state;
    uint32_t old = code("343", 19800101), late = code("343", 20000101);
    assert_int_not_equal(old, late);
    assert_int_equal(areas.items[old].from, 19690601);
    /* on the first day */
    assert_int_equal(areas.items[code("13100", 20100101)].parent, late);
    /* on the last day, when the beginning is open */
    assert_int_equal(areas.items[code("13001", 20100101)].parent, late);
    assert_int_equal(areas.items[code("12701", 19750101)].parent, old);
}

static void a_code_is_looked_up_on_a_day(void **state)
{
    (void)state;
    assert_int_equal(code("343", REFORM), NO_AREA); /* the end is exclusive */
    assert_int_not_equal(code("343", 20250630), NO_AREA);
    assert_int_equal(code("343", 19600101), NO_AREA);
    assert_int_equal(areas.items[code("343", DATE_OPEN)].to, REFORM);
    assert_int_equal(code("999", DATE_OPEN), NO_AREA);
    assert_int_equal(area_by_code(&areas, "343", 20200101, TIER_COMMUNE),
                     NO_AREA);
    assert_int_not_equal(area_by_code(&areas, "343", 20200101, TIER_DISTRICT),
                         NO_AREA);
}

static void within_climbs(void **state)
{
    (void)state;
    uint32_t ward = code("12433", 20200101);
    assert_true(area_is_in(&areas, ward, code("336", 20200101)));
    assert_true(area_is_in(&areas, ward, code("VN", 20200101)));
    assert_true(area_is_in(&areas, ward, ward));
    assert_false(area_is_in(&areas, ward, code("33", 20200101)));
    assert_false(area_is_in(&areas, code("VN", 0), ward));
}

/* The codes found, joined by a space; "~" in front after a repair. */
static const char *named(const char *written, date day, enum tier tier,
                         uint32_t within)
{
    static char room[256];
    uint32_t found[8];
    bool repaired = true;
    size_t count =
        areas_named(&areas, written, (struct area_scope){ day, tier, within },
                    found, 8, &repaired);
    room[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        strcat(room, i > 0 ? " " : repaired ? "~" : "");
        strcat(room, areas.items[found[i]].code);
    }
    return room;
}

static void a_name_is_found_in_its_scope(void **state)
{
    (void)state;
    date day = 20231231;
    assert_string_equal(named("Hưng Hà", day, TIER_DISTRICT, NO_AREA), "339");
    assert_string_equal(named("Hưng Hà", day, TIER_COMMUNE, NO_AREA), "12613");
    assert_string_equal(named("Hưng Hà", day, TIER_NONE, NO_AREA), "339 12613");
    assert_string_equal(named("hưng  HÀ", day, TIER_DISTRICT, NO_AREA), "339");
    assert_string_equal(named("HK Hưng Hà", day, TIER_NONE, NO_AREA), "339");
    assert_string_equal(named("Kien Xuong", day, TIER_NONE, NO_AREA), "343");
    assert_string_equal(named("Minh Hoà", day, TIER_NONE, NO_AREA),
                        "12700 13001");
    assert_string_equal(named("Minh Hoà", day, TIER_NONE, code("343", day)),
                        "13001");
    assert_string_equal(named("Vũ Quí", day, TIER_COMMUNE, NO_AREA), "13100");
    assert_string_equal(named("Hùng Hà", day, TIER_NONE, NO_AREA), "");
    assert_string_equal(named("", day, TIER_NONE, NO_AREA), "");
    assert_string_equal(named("Huyện", day, TIER_NONE, NO_AREA), "");
}

static void the_type_in_front_narrows_and_must_agree(void **state)
{
    (void)state;
    date day = 20231231;
    assert_string_equal(named("Huyện Hưng Hà", day, TIER_NONE, NO_AREA), "339");
    assert_string_equal(named("TT Hưng Hà", day, TIER_NONE, NO_AREA), "12613");
    assert_string_equal(named("Huyện Hưng Hà", day, TIER_COMMUNE, NO_AREA), "");
    assert_string_equal(named("Thành phố Thái Bình", day, TIER_NONE, NO_AREA),
                        "336");
    assert_string_equal(named("TP Thái Bình", day, TIER_DISTRICT, NO_AREA),
                        "336");
    assert_string_equal(named("Tỉnh Thái Bình", day, TIER_NONE, NO_AREA), "34");
}

static void the_type_tells_two_of_one_name_apart(void **state)
{
    (void)state;
    struct area list[] = {
        { .code = "1", .tier = TIER_DISTRICT, .name = "Huyện Kỳ Anh" },
        { .code = "2",
          .tier = TIER_DISTRICT,
          .name = "Kỳ Anh",
          .type = "Thị xã" },
        { .code = "3", .tier = TIER_DISTRICT, .name = "Vĩnh Hưng" },
    };
    struct areas few = { .items = list, .count = 3 };
    struct fault fault;
    struct area_scope scope = { DATE_OPEN, TIER_DISTRICT, NO_AREA };
    uint32_t found[4];
    assert_true(areas_build(&few, "areas.csv", arena, &fault));
    assert_int_equal(areas_named(&few, "Kỳ Anh", scope, found, 4, NULL), 2);
    assert_int_equal(areas_named(&few, "H. Kì Anh", scope, found, 4, NULL), 1);
    assert_int_equal(found[0], 0);
    assert_int_equal(areas_named(&few, "TX Kỳ Anh", scope, found, 4, NULL), 1);
    assert_int_equal(found[0], 1);
    assert_int_equal(areas_named(&few, "Ky Anh Town", scope, found, 4, NULL),
                     0); /* marks decide */
    /* No city of that name: any of the tier may be meant. */
    assert_int_equal(areas_named(&few, "TP Kỳ Anh", scope, found, 4, NULL), 2);
    /* A repair looks at types, too. */
    bool repaired;
    assert_int_equal(
        areas_named(&few, "Huyện Vĩnh Hng", scope, found, 4, &repaired), 1);
    assert_int_equal(found[0], 2);
    assert_true(repaired);
}

static void lives_decide_who_bears_a_name(void **state)
{
    (void)state;
    assert_string_equal(named("Thái Bình", 20240101, TIER_NONE, NO_AREA),
                        "34 336");
    assert_string_equal(named("Thái Bình", 20260101, TIER_NONE, NO_AREA),
                        "13225");
    assert_string_equal(named("Kiến Xương", DATE_OPEN, TIER_NONE, NO_AREA),
                        "343 343");
}

static void a_lost_letter_is_repaired_and_said(void **state)
{
    (void)state;
    date day = 20231231;
    assert_string_equal(named("Kiến Xơng", day, TIER_DISTRICT, NO_AREA),
                        "~343");
    assert_string_equal(named("Hng Hà", day, TIER_DISTRICT, NO_AREA), "~339");
    /* Two fit: no repair. */
    assert_string_equal(named("Hng Hà", day, TIER_NONE, NO_AREA), "");
    /* The type narrows here, too. */
    assert_string_equal(named("H. Hng Hà", day, TIER_NONE, NO_AREA), "~339");
    /* Another letter is no repair. */
    assert_string_equal(named("Kiến Xuơng", day, TIER_DISTRICT, NO_AREA), "");
}

static void more_are_counted_than_fit(void **state)
{
    (void)state;
    uint32_t found[1];
    struct area_scope scope = { 20231231, TIER_NONE, NO_AREA };
    assert_int_equal(areas_named(&areas, "Minh Hòa", scope, found, 1, NULL), 2);
    assert_string_equal(areas.items[found[0]].code, "12700");
}

static void near_names_come_nearest_first(void **state)
{
    (void)state;
    uint32_t found[3];
    struct area_scope scope = { 20231231, TIER_NONE, NO_AREA };
    /* Hưng Yên is three changes away, more than a third of seven letters. */
    assert_int_equal(areas_near(&areas, "Hùng Hà", scope, found, 3), 2);
    assert_string_equal(areas.items[found[0]].code, "12613"); /* by code */
    assert_string_equal(areas.items[found[1]].code, "339");
    assert_int_equal(areas_near(&areas, "Hưng Yê", scope, found, 3), 3);
    assert_string_equal(areas.items[found[0]].code, "33");
    assert_int_equal(areas_near(&areas, "Minh Hò", scope, found, 2), 2);
    assert_string_equal(areas.items[found[0]].code, "12700");
    assert_string_equal(areas.items[found[1]].code, "13001");
    assert_int_equal(areas_near(&areas, "huyen kien xuong", scope, found, 1),
                     1);
    assert_string_equal(areas.items[found[0]].code, "343");
    scope.tier = TIER_PROVINCE;
    assert_int_equal(areas_near(&areas, "Thái Binh", scope, found, 3), 1);
    assert_string_equal(areas.items[found[0]].code, "34");
    assert_int_equal(areas_near(&areas, "Quảng Ngãi", scope, found, 3), 0);
    assert_int_equal(areas_near(&areas, "", scope, found, 3), 0);
    assert_int_equal(areas_near(&areas, "Thái Bình", scope, found, 0), 0);
}

static void names_and_attributes_fall_back(void **state)
{
    (void)state;
    uint32_t province = code("34", 20200101), city = code("336", 20200101);
    assert_string_equal(area_name(&areas, province, "vi"), "Tỉnh Thái Bình");
    assert_string_equal(area_name(&areas, province, "en"), "Thai Binh");
    assert_string_equal(area_name(&areas, city, "en"), "Thành phố Thái Bình");
    assert_string_equal(area_attribute(&areas, city, "poverty_rate"), "");

    const char *names[] = { "residence", "poverty_rate" };
    const char *values[] = { "urban", NULL };
    struct area one = { .code = "1", .tier = TIER_PROVINCE };
    one.attributes = values;
    struct areas few = { .items = &one,
                         .count = 1,
                         .attribute_names = names,
                         .attribute_count = 2 };
    assert_string_equal(area_attribute(&few, 0, "residence"), "urban");
    assert_string_equal(area_attribute(&few, 0, "poverty_rate"), "");
    assert_string_equal(area_name(&few, 0, "vi"), "1");
}

static void tiers_have_names(void **state)
{
    (void)state;
    assert_int_equal(tier_find("district"), TIER_DISTRICT);
    assert_int_equal(tier_find("District"), TIER_NONE);
    assert_int_equal(tier_find(""), TIER_NONE);
}

/* --- faults -------------------------------------------------------------- */

static void refuse(const struct line *lines, size_t count, const char *message,
                   unsigned line)
{
    struct areas few;
    struct fault fault;
    fill(&few, lines, count);
    assert_false(areas_build(&few, "areas.csv", arena, &fault));
    assert_fault(&fault, message);
    assert_string_equal(fault.where, "areas.csv");
    assert_int_equal(fault.line, line);
    assert_int_equal(fault.code, FAULT_USAGE);
}

static void a_broken_register_is_refused(void **state)
{
    (void)state;
    const struct line no_code[] = { { "", "A", NULL, TIER_PROVINCE, "", 0,
                                      0 } };
    refuse(no_code, 1, "areas.code_missing", 2);
    const struct line no_tier[] = { { "1", "A", NULL, TIER_NONE, "", 0, 0 } };
    refuse(no_tier, 1, "areas.tier_missing", 2);
    const struct line backwards[] = { { "1", "A", NULL, TIER_PROVINCE, "",
                                        20200101, 20200101 } };
    refuse(backwards, 1, "areas.life_empty", 2);
    const struct line stranger[] = { { "1", "A", NULL, TIER_PROVINCE, "9", 0,
                                       0 } };
    refuse(stranger, 1, "areas.parent_unknown", 2);
    const struct line circle[] = {
        { "1", "A", NULL, TIER_DISTRICT, "2", 0, 0 },
        { "2", "B", NULL, TIER_DISTRICT, "1", 0, 0 },
    };
    refuse(circle, 2, "areas.parent_tier", 2);
    const struct line itself[] = { { "1", "A", NULL, TIER_DISTRICT, "1", 0,
                                     0 } };
    refuse(itself, 1, "areas.parent_tier", 2);
    const struct line never_met[] = {
        { "1", "A", NULL, TIER_PROVINCE, "", 0, 19900101 },
        { "2", "B", NULL, TIER_DISTRICT, "1", 19900101, 0 },
    };
    refuse(never_met, 2, "areas.parent_life", 3);
}

static void overlapping_lives_are_refused(void **state)
{
    (void)state;
    const struct line overlap[] = {
        { "1", "A", NULL, TIER_PROVINCE, "", 20000101, 0 },
        { "1", "B", NULL, TIER_PROVINCE, "", 0, 20000102 },
    };
    refuse(overlap, 2, "areas.lives_overlap", 3);
    const struct line twice[] = {
        { "1", "A", NULL, TIER_PROVINCE, "", 0, 0 },
        { "1", "A", NULL, TIER_PROVINCE, "", 0, 0 },
    };
    refuse(twice, 2, "areas.lives_overlap", 3);

    const struct line touching[] = {
        { "1", "A", NULL, TIER_PROVINCE, "", 20000101, 0 },
        { "1", "B", NULL, TIER_PROVINCE, "", 0, 20000101 },
        { "1", "C", NULL, TIER_DISTRICT, "1", 0, 0 }, /* another tier */
    };
    struct areas few;
    struct fault fault;
    fill(&few, touching, 3);
    assert_true(areas_build(&few, "areas.csv", arena, &fault));
    assert_string_equal(few.items[few.items[2].parent].name, "A");
}

static void an_overlap_is_enough_for_a_parent(void **state)
{
    (void)state;
    /* Younger than the child on its first day, but they lived together. */
    const struct line lines[] = {
        { "1", "A", NULL, TIER_PROVINCE, "", 20050101, 0 },
        { "2", "B", NULL, TIER_DISTRICT, "1", 20000101, 0 },
    };
    struct areas few;
    struct fault fault;
    fill(&few, lines, 2);
    assert_true(areas_build(&few, "areas.csv", arena, &fault));
    assert_int_equal(few.items[1].parent, 0);
}

/* Time of the processor, which grows with the square where chains are walked
 * from end to end for every area: minutes. */
static void many_of_one_name_are_quick(void **state)
{
    (void)state;
    enum { MANY = 100000 };
    clock_t start = clock();
    struct fault fault;
    uint32_t found[2];
    struct area_scope scope = { DATE_OPEN, TIER_VILLAGE, NO_AREA };
    struct line *lines = arena_array(arena, MANY, struct line);
    for (unsigned i = 0; i < MANY; i++)
        lines[i] = (struct line){ .code = arena_format(arena, "%06u", i),
                                  .name = "Thôn Đông",
                                  .tier = TIER_VILLAGE,
                                  .parent = i > 0 ? "P" : NULL };
    lines[0] = (struct line){ "P", "Xã Đông", NULL, TIER_COMMUNE, NULL, 0, 0 };
    struct areas many;
    fill(&many, lines, MANY);
    assert_true(areas_build(&many, "areas.csv", arena, &fault));
    assert_int_equal(areas_named(&many, "thôn đông", scope, found, 2, NULL),
                     MANY - 1);
    assert_int_equal(found[0], 1);
    assert_int_equal(found[1], 2);
    assert_string_equal(area_label(&many, MANY - 1, "vi"),
                        "Thôn Đông (Xã Đông)");
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 30);
}

static void no_areas_are_a_register_too(void **state)
{
    (void)state;
    struct areas none = { .count = 0 };
    struct fault fault;
    uint32_t found[2];
    struct area_scope scope = { DATE_OPEN, TIER_NONE, NO_AREA };
    assert_true(areas_build(&none, "areas.csv", arena, &fault));
    assert_int_equal(area_by_code(&none, "1", DATE_OPEN, TIER_NONE), NO_AREA);
    assert_int_equal(areas_named(&none, "A", scope, found, 2, NULL), 0);
    assert_int_equal(areas_near(&none, "A", scope, found, 2), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parents_stand_before_children),
        cmocka_unit_test(children_are_linked_in_order),
        cmocka_unit_test(a_parent_is_the_one_of_the_day),
        cmocka_unit_test(a_code_is_looked_up_on_a_day),
        cmocka_unit_test(within_climbs),
        cmocka_unit_test(a_name_is_found_in_its_scope),
        cmocka_unit_test(the_type_in_front_narrows_and_must_agree),
        cmocka_unit_test(the_type_tells_two_of_one_name_apart),
        cmocka_unit_test(lives_decide_who_bears_a_name),
        cmocka_unit_test(a_lost_letter_is_repaired_and_said),
        cmocka_unit_test(more_are_counted_than_fit),
        cmocka_unit_test(near_names_come_nearest_first),
        cmocka_unit_test(names_and_attributes_fall_back),
        cmocka_unit_test(tiers_have_names),
        cmocka_unit_test(a_broken_register_is_refused),
        cmocka_unit_test(overlapping_lives_are_refused),
        cmocka_unit_test(an_overlap_is_enough_for_a_parent),
        cmocka_unit_test(many_of_one_name_are_quick),
        cmocka_unit_test(no_areas_are_a_register_too),
    };
    return cmocka_run_group_tests(tests, build, release);
}
