/*
 * study.c - names in the study's language, and the words of the definitions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "tests/house.h"

#include "engine/model/results.h"
#include "engine/model/study.h"

static struct area items[] = {
    { .code = "34",
      .name = "Thái Bình",
      .name_en = "Thai Binh",
      .parent = NO_AREA },
    { .code = "336", .name = "TP Thái Bình", .parent = 0 },
};

static struct study study_of(const char *said, const char *project,
                             uint32_t root)
{
    struct study study = { .areas = { .items = items, .count = 2 } };
    study.messages.language = said;
    study.project.language = project;
    study.project.root = root;
    return study;
}

static void the_language_of_the_run_wins(void **state)
{
    (void)state;
    struct study study = study_of("vi", "en", NO_AREA);
    assert_string_equal(study_language(&study), "vi");
    study = study_of(NULL, "vi", NO_AREA);
    assert_string_equal(study_language(&study), "vi");
    study = study_of(NULL, NULL, NO_AREA);
    assert_string_equal(study_language(&study), "en");
}

static void the_root_is_named_or_the_only_one(void **state)
{
    (void)state;
    struct study study = study_of("vi", NULL, NO_AREA);
    assert_string_equal(study_root_name(&study), "Thái Bình");
    study = study_of("en", NULL, NO_AREA);
    assert_string_equal(study_root_name(&study), "Thai Binh");
    study = study_of("en", NULL, 1);
    assert_string_equal(study_root_name(&study), "TP Thái Bình");
    items[1].parent = NO_AREA; /* two without a parent: none is the root */
    study = study_of("vi", NULL, NO_AREA);
    assert_string_equal(study_root_name(&study), "");
    items[1].parent = 0;
    study.areas.count = 0;
    assert_string_equal(study_root_name(&study), "");
}

static void indicators_are_found_and_named(void **state)
{
    (void)state;
    struct indicator list[] = {
        { .id = "member_rate",
          .name = "Tỷ lệ",
          .name_en = "Rate",
          .unit = "người",
          .unit_en = "persons" },
        { .id = "ner_primary", .name = "", .unit = "%" },
    };
    struct catalogue catalogue = { list, 2 };
    assert_int_equal(indicator_find(&catalogue, "ner_primary"), 1);
    assert_int_equal(indicator_find(&catalogue, "ner"), NO_INDEX);
    assert_string_equal(indicator_nearest(&catalogue, "member_rates"),
                        "member_rate");
    assert_null(indicator_nearest(&catalogue, "zzz"));
    assert_string_equal(indicator_name(&list[0], "vi"), "Tỷ lệ");
    assert_string_equal(indicator_name(&list[0], "en"), "Rate");
    assert_string_equal(indicator_name(&list[1], "en"), "ner_primary");
    assert_string_equal(indicator_unit(&list[0], "en"), "persons");
    assert_string_equal(indicator_unit(&list[0], "vi"), "người");
    assert_string_equal(indicator_unit(&list[1], "en"), "%");
}

static void check_words(const char *const words[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_non_null(words[i]);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(words[i], words[k]);
    }
}

static void every_word_is_there_once(void **state)
{
    (void)state;
    check_words(kind_names, KIND_COUNT_OF);
    check_words(better_names, BETTER_COUNT);
    check_words(noise_names, NOISE_COUNT);
    check_words(encoding_names, ENCODING_COUNT);
    check_words(decimal_names, DECIMAL_COUNT);
    check_words(verdict_names, VERDICT_COUNT);
    check_words(standing_names, STANDING_COUNT);
    check_words(status_names, STATUS_COUNT);
    check_words(tier_names, TIER_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_language_of_the_run_wins),
        cmocka_unit_test(the_root_is_named_or_the_only_one),
        cmocka_unit_test(indicators_are_found_and_named),
        cmocka_unit_test(every_word_is_there_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
