/*
 * yaml_read.c - tests of the readers of one key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/yaml.h"

static struct arena *arena;
static const struct yaml *tree;

static const char source[] = "title: Xã hội học tập\n"
                             "scale: 100.5\n"
                             "clause: 3\n"
                             "yes: yes\n"
                             "off: \"false\"\n"
                             "better: higher\n"
                             "by: [sex, residence]\n"
                             "one: sex\n"
                             "none: []\n"
                             "empty:\n"
                             "nested: {a: 1}\n"
                             "mixed: [a, [b]]\n";

static int begin(void **state)
{
    (void)state;
    struct yaml *read = NULL;
    struct fault fault;
    arena = arena_new();
    if (!yaml_parse(&read, "x.yaml", source, sizeof source - 1, arena, &fault))
        return -1;
    tree = read;
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void assert_at(const struct fault *fault, const char *message,
                      unsigned line)
{
    assert_fault(fault, message);
    assert_string_equal(fault->where, "x.yaml");
    assert_int_equal(fault->line, line);
    assert_int_equal(fault->code, FAULT_USAGE);
}

static void values_are_read(void **state)
{
    (void)state;
    struct fault fault;
    const char *text = "kept";
    double number = 0;
    long whole = 0;
    bool flag = false;
    assert_true(yaml_text(tree, "title", &text, &fault));
    assert_string_equal(text, "Xã hội học tập");
    assert_true(yaml_text(tree, "empty", &text, &fault));
    assert_string_equal(text, "");
    assert_true(yaml_number(tree, "scale", &number, &fault));
    assert_near(number, 100.5, 0);
    assert_true(yaml_whole(tree, "clause", &whole, &fault));
    assert_int_equal(whole, 3);
    assert_true(yaml_flag(tree, "yes", &flag, &fault));
    assert_true(flag);
    assert_true(yaml_flag(tree, "off", &flag, &fault));
    assert_false(flag);
}

static void what_is_absent_is_left_alone(void **state)
{
    (void)state;
    struct fault fault;
    const char *text = "kept", **texts = NULL;
    double number = 41.5;
    long whole = 7;
    bool flag = true;
    int choice = 9;
    size_t count = 5;
    assert_true(yaml_text(tree, "x", &text, &fault));
    assert_true(yaml_number(tree, "x", &number, &fault));
    assert_true(yaml_whole(tree, "x", &whole, &fault));
    assert_true(yaml_flag(tree, "x", &flag, &fault));
    assert_true(yaml_choice(tree, "x", NULL, 0, &choice, &fault));
    assert_true(yaml_texts(tree, "x", arena, &texts, &count, &fault));
    assert_string_equal(text, "kept");
    assert_near(number, 41.5, 0);
    assert_true(whole == 7 && flag && choice == 9 && count == 5);
    assert_null(texts);
}

static void wrong_shapes_are_faults(void **state)
{
    (void)state;
    struct fault fault;
    const char *text = "kept", **texts = NULL;
    double number;
    long whole;
    bool flag;
    int choice;
    size_t count;
    assert_false(yaml_text(tree, "by", &text, &fault));
    assert_at(&fault, "yaml.not_text", 7);
    assert_string_equal(text, "kept");
    assert_false(yaml_number(tree, "nested", &number, &fault));
    assert_at(&fault, "yaml.not_text", 11);
    assert_false(yaml_whole(tree, "nested", &whole, &fault));
    assert_false(yaml_flag(tree, "nested", &flag, &fault));
    assert_false(yaml_choice(tree, "nested", NULL, 0, &choice, &fault));
    assert_false(yaml_texts(tree, "nested", arena, &texts, &count, &fault));
    assert_at(&fault, "yaml.not_a_list", 11);
    assert_false(yaml_texts(tree, "mixed", arena, &texts, &count, &fault));
    assert_at(&fault, "yaml.not_text", 12);
    assert_null(texts);
    assert_false(yaml_expect(yaml_find(tree, "one"), YAML_MAP, &fault));
    assert_at(&fault, "yaml.not_a_map", 8);
}

static void wrong_values_name_key_and_value(void **state)
{
    (void)state;
    struct fault fault;
    double number;
    long whole;
    bool flag;
    assert_false(yaml_number(tree, "title", &number, &fault));
    assert_at(&fault, "yaml.not_a_number", 1);
    assert_string_equal(fault_argument(&fault, "key"), "title");
    assert_string_equal(fault_argument(&fault, "value"), "Xã hội học tập");
    assert_false(yaml_number(tree, "empty", &number, &fault));
    assert_at(&fault, "yaml.not_a_number", 10);
    assert_false(yaml_whole(tree, "scale", &whole, &fault));
    assert_at(&fault, "yaml.not_whole", 2);
    assert_false(yaml_flag(tree, "clause", &flag, &fault));
    assert_at(&fault, "yaml.not_a_flag", 3);
}

static void choices(void **state)
{
    (void)state;
    static const char *const words[] = { "none", "lower", "higher" };
    static const char *const close[] = { "hihger", "lower" };
    static const char *const far[] = { "percent", "persons" };
    struct fault fault;
    int choice = -1;
    assert_true(yaml_choice(tree, "better", words, 3, &choice, &fault));
    assert_int_equal(choice, 2);
    assert_false(yaml_choice(tree, "better", close, 2, &choice, &fault));
    assert_at(&fault, "yaml.unknown_word_near", 6);
    assert_string_equal(fault_argument(&fault, "near"), "hihger");
    assert_string_equal(fault_argument(&fault, "value"), "higher");
    assert_string_equal(fault_argument(&fault, "key"), "better");
    assert_false(yaml_choice(tree, "better", far, 2, &choice, &fault));
    assert_at(&fault, "yaml.unknown_word", 6);
    assert_int_equal(choice, 2);
}

static void lists_of_texts(void **state)
{
    (void)state;
    struct fault fault;
    const char **texts = NULL;
    size_t count = 99;
    assert_true(yaml_texts(tree, "by", arena, &texts, &count, &fault));
    assert_int_equal(count, 2);
    assert_string_equal(texts[0], "sex");
    assert_string_equal(texts[1], "residence");
    assert_true(yaml_texts(tree, "one", arena, &texts, &count, &fault));
    assert_int_equal(count, 1);
    assert_string_equal(texts[0], "sex");
    assert_true(yaml_texts(tree, "none", arena, &texts, &count, &fault));
    assert_int_equal(count, 0);
}

static void only_known_keys(void **state)
{
    (void)state;
    static const char *const all[] = { "title", "scale",  "clause", "yes",
                                       "off",   "better", "by",     "one",
                                       "none",  "empty",  "nested", "mixed" };
    static const char *const near[] = { "titel", "scale" };
    static const char *const far[] = { "indicator" };
    struct fault fault;
    assert_true(yaml_only_keys(tree, all, 12, &fault));
    assert_false(yaml_only_keys(tree, near, 2, &fault));
    assert_at(&fault, "yaml.unknown_key_near", 1);
    assert_string_equal(fault_argument(&fault, "key"), "title");
    assert_string_equal(fault_argument(&fault, "near"), "titel");
    assert_false(yaml_only_keys(tree, far, 1, &fault));
    assert_at(&fault, "yaml.unknown_key", 1);
    assert_false(yaml_only_keys(yaml_find(tree, "by"), all, 12, &fault));
    assert_at(&fault, "yaml.not_a_map", 7);
}

static void needed_keys(void **state)
{
    (void)state;
    struct fault fault;
    assert_true(yaml_needs(tree, "empty", &fault));
    assert_false(yaml_needs(yaml_find(tree, "nested"), "b", &fault));
    assert_at(&fault, "yaml.missing_key", 11);
    assert_string_equal(fault_argument(&fault, "key"), "b");
    assert_false(yaml_needs(yaml_find(tree, "one"), "b", &fault));
    assert_at(&fault, "yaml.not_a_map", 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_read),
        cmocka_unit_test(what_is_absent_is_left_alone),
        cmocka_unit_test(wrong_shapes_are_faults),
        cmocka_unit_test(wrong_values_name_key_and_value),
        cmocka_unit_test(choices),
        cmocka_unit_test(lists_of_texts),
        cmocka_unit_test(only_known_keys),
        cmocka_unit_test(needed_keys),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
