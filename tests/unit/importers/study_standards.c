/*
 * study_standards.c - tests of the standards' loader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/study_fixture.h"

static const char data[] = "data/standards/a.yaml";

static const char good[] =
    "reading:\n"
    "  name: Biết đọc\n"
    "  name_en: Reading\n"
    "  conditions:\n"
    "    - {indicator: member_rate, least: 90, where: coast=yes}\n"
    "    - {indicator: ner_primary, least: 95.5}\n"
    "school:\n"
    "  name: Phổ cập\n"
    "  source: điều 14\n"
    "  levels:\n"
    "    1:\n"
    "      requires: [reading]\n"
    "      conditions: [{indicator: ner_lower, least: 80}]\n"
    "      holders: member_rate\n"
    "      shares: {district: 90, province: unverified}\n"
    "    2: {unverified: chưa rõ, unverified_en: not seen, source: điều 15}\n";

static void levels(void **state)
{
    (void)state;
    test_write(data, good);
    const struct standards *all = &folder_study(arena)->standards;
    assert_int_equal(all->count, 3);
    const struct standard_level *reading = &all->items[0];
    assert_string_equal(reading->id, "reading");
    assert_int_equal(reading->level, 0);
    assert_int_equal(reading->tier, TIER_COMMUNE);
    assert_int_equal(reading->condition_count, 2);
    assert_string_equal(reading->conditions[0].attribute, "coast");
    assert_string_equal(reading->conditions[0].attribute_value, "yes");
    assert_null(reading->conditions[1].attribute);
    assert_near(reading->conditions[1].least, 95.5, 0);
    assert_int_equal(reading->holders, NO_INDEX);
    const struct standard_level *first = &all->items[1];
    assert_string_equal(first->id, "school_1");
    assert_string_equal(first->source, "điều 14");
    assert_int_equal(first->require_count, 1);
    assert_int_equal(first->requires[0], 0);
    assert_int_equal(first->rules[TIER_DISTRICT], SHARE_LEAST);
    assert_near(first->shares[TIER_DISTRICT], 90, 0);
    assert_int_equal(first->rules[TIER_PROVINCE], SHARE_UNVERIFIED);
    assert_int_equal(first->rules[TIER_COUNTRY], SHARE_NOT_RULED);
    assert_int_equal(first->holders, 0);
    const struct standard_level *second = &all->items[2];
    assert_int_equal(second->require_count, 1); /* the level before it */
    assert_int_equal(second->requires[0], 1);
    assert_string_equal(second->unverified, "chưa rõ");
    assert_string_equal(second->source, "điều 15");
}

/* A project that has the text replaces the standard in its place. */
static void the_project_goes_first(void **state)
{
    (void)state;
    test_write(data, good);
    test_write("project/standards/p.yaml",
               "reading: {name: Đọc, tier: district,\n"
               "  conditions: [{indicator: member_rate, least: 50}]}\n");
    const struct standards *all = &folder_study(arena)->standards;
    assert_int_equal(all->count, 3);
    assert_string_equal(all->items[0].name, "Đọc");
    assert_int_equal(all->items[0].tier, TIER_DISTRICT);
    assert_near(all->items[0].conditions[0].least, 50, 0);
}

static void wrong_standards(void **state)
{
    (void)state;
    static const struct spoiled all[] = {
        { data, "a: {conditions: []}\n", "yaml.missing_key", 1, 0, NULL },
        { data, "a: {name: A}\n", "standard.no_conditions", 1, 0, NULL },
        { data, "a: {name: A, condition: []}\n", "yaml.unknown_key_near", 1, 0,
          NULL },
        { data,
          "a: {name: A, conditions: [{indicator: member_rat, least: 1}]}\n",
          "study.unknown_indicator_near", 1, 0, "member_rate" },
        { data, "a: {name: A, conditions: [{indicator: member_rate}]}\n",
          "yaml.missing_key", 1, 0, NULL },
        { data,
          "a: {name: A, conditions: [{indicator: member_rate, least: 1,\n"
          "  where: hard}]}\n",
          "targets.bad_where", 2, 0, "hard" },
        { data,
          "a: {name: A, unverified: b}\n"
          "c: {name: C, unverified: d, requires: [xyzzy]}\n",
          "standard.unknown_level", 2, 0, "xyzzy" },
        { data,
          "abc: {name: A, unverified: b}\n"
          "c: {name: C, unverified: d, requires: [abd]}\n",
          "standard.unknown_level_near", 2, 0, "abc" },
        { data, "a: {name: A, unverified: b, shares: {district: 101}}\n",
          "standard.bad_share", 1, 0, "101" },
        { data, "a: {name: A, unverified: b, shares: {distict: 90}}\n",
          "standard.bad_tier_near", 1, 0, "district" },
        { data, "a: {name: A, unverified: b, shares: {commune: 90}}\n",
          "standard.bad_tier", 1, 0, NULL },
        { data, "a: {name: A, levels: {2: {unverified: b}}}\n",
          "standard.bad_level", 1, 0, "2" },
        { data, "a: {name: A, unverified: b, tier: comune}\n",
          "yaml.unknown_word_near", 1, 0, NULL },
    };
    folder_expect_all(all, COUNT(all));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(levels),
        TEST(the_project_goes_first),
        TEST(wrong_standards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
