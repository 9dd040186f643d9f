/*
 * study_catalogue.c - tests of codes, quantities and indicators.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/study_fixture.h"

#include <math.h>

#include "engine/base/text.h"

static void dimensions(void **state)
{
    (void)state;
    const struct codebook *book = &folder_study(arena)->codebook;
    assert_int_equal(book->dimension_count, 3);
    const struct dimension *sex = &book->dimensions[0];
    assert_string_equal(sex->id, "sex");
    assert_string_equal(sex->name_en, "Sex");
    assert_true(sex->closed);
    assert_false(sex->ages);
    assert_int_equal(sex->count, 2);
    assert_string_equal(sex->codes[0].name_en, "Female");
    assert_string_equal(sex->codes[1].name, "Nam");
    assert_null(sex->codes[1].name_en);
    assert_true(book->dimensions[1].ages);
    const struct dimension *level = &book->dimensions[2];
    assert_false(level->closed);
    assert_string_equal(code_attribute_find(&level->codes[0], "ages"), "6..10");
    assert_int_equal(level->codes[0].attribute_count, 1);
}

static void quantities(void **state)
{
    (void)state;
    const struct codebook *book = &folder_study(arena)->codebook;
    const struct quantity *population = &book->quantities[0];
    assert_string_equal(population->unit, "người");
    assert_string_equal(population->unit_en, "persons");
    assert_int_equal(population->over_time, OVER_TIME_MEAN);
    assert_int_equal(population->accumulates, ACCUMULATES_PERIOD);
    assert_int_equal(population->over_map, OVER_MAP_SUM);
    assert_int_equal(population->dimension_count, 2);
    assert_int_equal(population->dimensions[0], 1); /* age comes second */
    const struct quantity *members = &book->quantities[1];
    assert_int_equal(members->accumulates, ACCUMULATES_YEAR_TO_DATE);
    assert_int_equal(members->over_map, OVER_MAP_RESTART);
    assert_string_equal(members->unit, "");
}

static void indicators(void **state)
{
    (void)state;
    const struct catalogue *catalogue = &folder_study(arena)->catalogue;
    assert_int_equal(catalogue->count, 4);
    const struct indicator *rate = &catalogue->items[0];
    assert_string_equal(rate->id, "member_rate");
    assert_int_equal(rate->clause, 3);
    assert_int_equal(rate->kind, KIND_PROPORTION);
    assert_int_equal(rate->better, BETTER_HIGHER);
    assert_int_equal(rate->noise, NOISE_CLUSTERED);
    assert_near(rate->design_effect, 1.73, 0);
    assert_near(rate->material, 2.25, 0);
    assert_near(rate->bound_low, 0, 0);
    assert_near(rate->bound_high, 100, 0);
    assert_near(rate->hide_below, 0, 0);
    assert_int_equal(rate->by_count, 1);
    assert_string_equal(rate->by[0], "sex");
    assert_int_equal(rate->place.line, 1);
    assert_int_equal(rate->numerator_place.line, 7);
    assert_int_equal(rate->numerator_place.column, 14);
    assert_int_equal(rate->denominator_place.line, 8);
    const struct indicator *count = &catalogue->items[3];
    assert_string_equal(count->id, "members_count");
    assert_null(count->denominator);
    assert_int_equal(count->better, BETTER_NONE);
    assert_int_equal(count->noise, NOISE_NONE);
    assert_near(count->scale, 1, 0);
    assert_near(count->design_effect, 1, 0);
    assert_true(isinf(count->bound_low) && count->bound_low < 0);
    assert_true(isinf(count->bound_high) && count->bound_high > 0);
}

static void families(void **state)
{
    (void)state;
    const struct catalogue *catalogue = &folder_study(arena)->catalogue;
    const struct indicator *first = &catalogue->items[1];
    const struct indicator *second = &catalogue->items[2];
    assert_string_equal(first->id, "ner_primary");
    assert_string_equal(first->name, "Đúng tuổi tiểu học");
    assert_string_equal(first->name_en, "Net rate, primary");
    assert_string_equal(first->numerator, "enrolled[school_level=primary]");
    assert_string_equal(first->denominator, "population[age=6..10]");
    assert_true(isinf(first->bound_high));
    assert_string_equal(second->id, "ner_lower");
    assert_string_equal(second->denominator, "population[age=11..14]");
    /* No English name: the name. */
    assert_string_equal(second->name_en, "Net rate, trung học cơ sở");
}

static void shortest_indicator(void **state)
{
    (void)state;
    folder_reset();
    test_write("data/indicators/c.yaml",
               "part:\n"
               "  for: {school_level: [primary]}\n"
               "  name: Tỷ lệ {school_level.name}\n"
               "  numerator: enrolled[school_level={school_level}]\n"
               "  denominator: population[age={school_level.ages}]\n"
               "plain: {name: A, numerator: members}\n");
    const struct catalogue *catalogue = &folder_study(arena)->catalogue;
    assert_int_equal(catalogue->count, 6);
    const struct indicator *part = &catalogue->items[4];
    assert_string_equal(part->id, "part_primary");
    assert_int_equal(part->kind, KIND_PROPORTION);
    assert_int_equal(part->noise, NOISE_NONE);
    assert_true(part->material == 0 && part->scale == 1);
    assert_int_equal(catalogue->items[5].kind, KIND_COUNT);
    folder_reset();
}

static void wrong_codes(void **state)
{
    (void)state;
    static const char name[] = "data/codes.yaml";
    static const struct spoiled all[] = {
        { name, NULL, "file.missing", 0, 0, NULL },
        { name, "sex: {nme: x}\n", "yaml.unknown_key_near", 1, 7, "name" },
        { name, "sex: {closed: perhaps}\n", "yaml.not_a_flag", 1, 15, NULL },
        { name, "sex: {kind: age}\n", "yaml.unknown_word_near", 1, 13, "ages" },
        { name, "age: {kind: ages, codes: {6: x}}\n", "codes.ages_have_none", 1,
          26, NULL },
        { name, "sex: {codes: [F]}\n", "yaml.not_a_map", 1, 14, NULL },
        { name, "sex: {codes: {F: [x]}}\n", "yaml.not_a_map", 1, 18, NULL },
        { name, "sex: {codes: {F: {ages: [x]}}}\n", "yaml.not_text", 1, 25,
          NULL },
        { name, "sex: {codes: {F 1: x}}\n", "study.bad_id", 1, 15, NULL },
        { name, "sex: {codes: {all: x}}\n", "codes.reserved", 1, 15, NULL },
        { name, "value: {codes: {a: x}}\n", "codes.reserved", 1, 1, NULL },
        { name, "sex: x\n", "yaml.not_a_map", 1, 6, NULL },
    };
    folder_expect_all(all, COUNT(all));
}

static void too_many_codes(void **state)
{
    (void)state;
    struct text text = text_new();
    text_add(&text, "sex:\n  codes:\n");
    for (int i = 0; i < 255; i++)
        text_addf(&text, "    c%d: x\n", i);
    struct spoiled many = {
        "data/codes.yaml", text.bytes, "codes.too_many", 3, 5, NULL
    };
    folder_expect(&many);
    text_free(&text);
}

static void wrong_quantities(void **state)
{
    (void)state;
    static const char name[] = "data/quantities.yaml";
    static const struct spoiled all[] = {
        { name, "a: {over_areas: sum, over_time: last}\n", "yaml.missing_key",
          1, 4, NULL },
        { name, "a: {name: A, over_time: last}\n", "yaml.missing_key", 1, 4,
          NULL },
        { name, "a: {name: A, over_areas: sum}\n", "yaml.missing_key", 1, 4,
          NULL },
        { name, "a: {name: A, over_areas: total, over_time: last}\n",
          "yaml.unknown_word", 1, 26, "total" },
        { name, "a: {name: A, over_areas: sum, over_tme: last}\n",
          "yaml.unknown_key_near", 1, 31, "over_time" },
        { name,
          "a: {name: A, over_areas: sum, over_time: last, accumulates: "
          "year_to_day}\n",
          "yaml.unknown_word_near", 1, 61, "year_to_date" },
        { name,
          "a: {name: A, over_areas: sum, over_time: last, dimensions: "
          "[sx]}\n",
          "study.unknown_dimension_near", 1, 61, "sex" },
        { name,
          "a: {name: A, over_areas: sum, over_time: last, dimensions: "
          "[sex, sex]}\n",
          "quantities.dimension_twice", 1, 66, NULL },
        { name,
          "a: {name: A, over_areas: sum, over_time: last, dimensions: "
          "[sex, sex, sex, sex, sex, sex, sex, sex, sex]}\n",
          "quantities.too_many_dimensions", 1, 60, NULL },
        { name, "a-ă: {name: A, over_areas: sum, over_time: last}\n",
          "study.bad_id", 1, 1, NULL },
        { "project/quantities.yaml",
          "a: {name: A, over_areas: sum, over_time: last, rate_of: "
          "member_rat}\n",
          "study.unknown_indicator_near", 1, 57, "member_rate" },
        { "project/quantities.yaml",
          "a: {name: A, over_areas: sum, over_time: last, raised_by: "
          "member}\n",
          "study.unknown_quantity_near", 1, 59, "members" },
    };
    folder_expect_all(all, COUNT(all));
}

static void wrong_indicators(void **state)
{
    (void)state;
    static const char name[] = "data/indicators/c.yaml";
    static const struct spoiled all[] = {
        { name, "a: {kind: count, numerator: members}\n", "yaml.missing_key", 1,
          4, NULL },
        { name, "a: {name: A, kind: count}\n", "yaml.missing_key", 1, 4, NULL },
        { name, "a: {name: A, kind: rate, numerator: members}\n",
          "yaml.missing_key", 1, 4, NULL },
        { name,
          "a: {name: A, kind: count, numerator: members, denominator: "
          "population}\n",
          "indicator.count_is_not_divided", 1, 60, NULL },
        { name, "a: {name: A, kind: cont, numerator: members}\n",
          "yaml.unknown_word_near", 1, 20, "count" },
        { name, "a: {name: A, kind: count, numerator: m, noise: binomal}\n",
          "yaml.unknown_word_near", 1, 48, "binomial" },
        { name, "a: {name: A, kind: count, numerator: m, bounds: 100..0}\n",
          "indicator.bad_bounds", 1, 49, "100..0" },
        { name, "a: {name: A, kind: count, numerator: m, bounds: 100}\n",
          "indicator.bad_bounds", 1, 49, "100" },
        { name, "a: {name: A, kind: count, numerator: m, bounds: x..9}\n",
          "indicator.bad_bounds", 1, 49, "x..9" },
        { name, "a: {name: A, kind: count, numerator: m, clause: 6}\n",
          "indicator.bad_clause", 1, 49, NULL },
        { name, "a: {name: A, kind: count, numerator: m, scale: 0}\n",
          "study.scale_not_positive", 1, 48, NULL },
        { name, "a: {name: A, kind: count, numerator: m, hide_below: -5}\n",
          "indicator.too_small", 1, 53, NULL },
        { name, "a: {name: A, kind: count, numerator: m, material: -1}\n",
          "indicator.too_small", 1, 51, NULL },
        { name,
          "a: {name: A, kind: count, numerator: m, design_effect: "
          "0.5}\n",
          "indicator.too_small", 1, 56, NULL },
        { name,
          "a: {name: A, kind: count, numerator: m, noise: none,\n"
          "  material: 0, sample: yes}\n",
          "indicator.sample_without_noise", 2, 24, NULL },
        { name, "a: {name: A, kind: count, numerator: m, by: [sx]}\n",
          "study.unknown_dimension_near", 1, 46, "sex" },
        { name, "a: {name: A, kind: count, numerator: m, by: sx}\n",
          "study.unknown_dimension_near", 1, 45, "sex" },
        { name, "a: {name: A, kind: count, numerater: m}\n",
          "yaml.unknown_key_near", 1, 27, "numerator" },
        { name, "a b: {name: A, kind: count, numerator: m}\n", "study.bad_id",
          1, 1, NULL },
        { name,
          "member_rate: {name: A, kind: count, numerator: m, noise: none,\n"
          "  material: 0}\n",
          "study.defined_twice", 1, 1, NULL },
        { name,
          "ner_lower: {name: A, kind: count, numerator: m, noise: none,\n"
          "  material: 0}\n",
          "study.defined_twice", 1, 1, NULL },
    };
    folder_expect_all(all, COUNT(all));
}

static void wrong_families(void **state)
{
    (void)state;
    static const char name[] = "data/indicators/c.yaml";
    static const struct spoiled all[] = {
        { name,
          "a: {for: {school_level: [primry]}, name: A, kind: count, "
          "numerator: m}\n",
          "study.unknown_code_near", 1, 26, "primary" },
        { name,
          "a: {for: {schoollevel: [primary]}, name: A, kind: count, "
          "numerator: m}\n",
          "study.unknown_dimension_near", 1, 11, "school_level" },
        { name,
          "a: {for: {sex: [F], school_level: [primary]}, name: A, "
          "kind: count, numerator: m}\n",
          "indicator.for_one_dimension", 1, 10, NULL },
        { name,
          "a: {for: {age: [6..10]}, name: A, kind: count, numerator: "
          "m}\n",
          "indicator.for_ages", 1, 16, NULL },
        { name, "a: {for: {sex: F}, name: A, kind: count, numerator: m}\n",
          "yaml.not_a_list", 1, 16, NULL },
        { name, "a: {name: 'A {foo.bar}', kind: count, numerator: m}\n",
          "indicator.unknown_brace", 1, 11, "foo.bar" },
        { name,
          "a: {for: {sex: [F]}, name: 'A {sx}', kind: count, "
          "numerator: m}\n",
          "indicator.unknown_brace_near", 1, 28, "sex" },
        { name,
          "a: {for: {sex: [F]}, name: 'A {sex', kind: count, "
          "numerator: m}\n",
          "indicator.open_brace", 1, 28, NULL },
        { name,
          "a: {for: {school_level: [tertiary]}, name: A, kind: count, "
          "numerator: 'm[age={school_level.ages}]'}\n",
          "indicator.no_attribute", 1, 71, "ages" },
        { name,
          "a: {for: {school_level: [primary]}, name: A, kind: count, "
          "numerator: 'm[age={school_level.age}]'}\n",
          "indicator.no_attribute_near", 1, 70, "ages" },
        { name, "a: {for: [sex], name: A, kind: count, numerator: m}\n",
          "yaml.not_a_map", 1, 10, NULL },
    };
    folder_expect_all(all, COUNT(all));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(dimensions),     TEST(quantities),         TEST(indicators),
        TEST(families),       TEST(shortest_indicator), TEST(wrong_codes),
        TEST(too_many_codes), TEST(wrong_quantities),   TEST(wrong_indicators),
        TEST(wrong_families),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
