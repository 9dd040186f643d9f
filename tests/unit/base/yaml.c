/*
 * yaml.c - tests of the strict subset: what is read, what is refused and where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/base/yaml.h"

static struct arena *arena;

static int begin(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static const struct yaml *parsed(const char *string)
{
    struct yaml *tree = NULL;
    struct fault fault = { .code = FAULT_NONE };
    if (!yaml_parse(&tree, "t.yaml", string, strlen(string), arena, &fault))
        fail_msg("%s at %u:%u", fault.message, fault.line, fault.column);
    return tree;
}

static void assert_text(const struct yaml *node, const char *text)
{
    assert_non_null(node);
    assert_int_equal(node->kind, YAML_SCALAR);
    assert_string_equal(node->text, text);
}

static void a_tree_with_its_places(void **state)
{
    (void)state;
    const struct yaml *tree = parsed("# a comment\n"
                                     "root: 034\n"
                                     "flag: no\n"
                                     "empty:\n"
                                     "nothing: ~\n"
                                     "name: \"Th\\u00E1i\"\n"
                                     "list: [1, {a: b}, '']\n"
                                     "map:\n"
                                     "  khóa: 'it''s'\n"
                                     "  more:\n"
                                     "    - x\n"
                                     "    - [y]\n");
    assert_int_equal(tree->kind, YAML_MAP);
    assert_int_equal(tree->count, 7);
    assert_text(yaml_find(tree, "root"), "034");
    assert_text(yaml_find(tree, "flag"), "no");
    assert_text(yaml_find(tree, "empty"), "");
    assert_text(yaml_find(tree, "nothing"), "~");
    assert_text(yaml_find(tree, "name"), "Thái");
    assert_string_equal(tree->keys[6]->text, "map");
    const struct yaml *list = yaml_find(tree, "list");
    assert_int_equal(list->kind, YAML_LIST);
    assert_int_equal(list->count, 3);
    assert_text(list->items[0], "1");
    assert_text(yaml_find(list->items[1], "a"), "b");
    assert_text(list->items[2], "");
    const struct yaml *map = yaml_find(tree, "map");
    assert_text(yaml_find(map, "khóa"), "it's");
    const struct yaml *more = yaml_find(map, "more");
    assert_text(more->items[1]->items[0], "y");
    struct place place = yaml_place(more->items[1]->items[0]);
    assert_string_equal(place.file, "t.yaml");
    assert_int_equal(place.line, 12);
    assert_int_equal(place.column, 8);
    assert_int_equal(map->keys[1]->line, 10);
    assert_int_equal(map->keys[1]->column, 3);
    assert_null(yaml_find(tree, "Root"));
    assert_null(yaml_find(list, "a"));
}

static void columns_count_characters(void **state)
{
    (void)state;
    const struct yaml *tree = parsed("Tỷ lệ: {ở: 5}\n");
    assert_int_equal(yaml_find(tree->items[0], "ở")->column, 12);
}

static void text_is_brought_into_normal_form(void **state)
{
    (void)state;
    const struct yaml *tree = parsed("te\u0302n: Bi\u0300nh\n");
    assert_text(yaml_find(tree, "tên"), "Bình");
}

static void blocks_keep_or_fold_lines(void **state)
{
    (void)state;
    const struct yaml *tree = parsed("a: |\n  x\n  y\nb: >\n  x\n  y\n");
    assert_text(yaml_find(tree, "a"), "x\ny\n");
    assert_text(yaml_find(tree, "b"), "x y\n");
}

static void nothing_is_an_empty_map(void **state)
{
    (void)state;
    static const char *const files[] = { "", "\n\n", "# only a comment\n",
                                         "---\n", "\xEF\xBB\xBF" };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        const struct yaml *tree = parsed(files[i]);
        assert_int_equal(tree->kind, YAML_MAP);
        assert_int_equal(tree->count, 0);
        assert_string_equal(tree->file, "t.yaml");
        assert_in_range(tree->line, 1, 2);
        assert_null(yaml_find(tree, "a"));
    }
    assert_text(parsed("just text"), "just text");
    assert_text(yaml_find(parsed("\xEF\xBB\xBF"
                                 "a: 1"),
                          "a"),
                "1");
    assert_text(yaml_find(parsed("--- # start\na: 1\n...\n"), "a"), "1");
}

static void many_items_and_keys(void **state)
{
    (void)state;
    struct text text = text_new();
    for (int i = 0; i < 3000; i++)
        text_addf(&text, "key%d: [%d, %d]\n", i, i * 3, i * 5);
    const struct yaml *tree = parsed(text.bytes);
    assert_int_equal(tree->count, 3000);
    char wanted[20];
    for (size_t i = 0; i < 3000; i++) {
        snprintf(wanted, sizeof wanted, "key%zu", i);
        assert_text(tree->keys[i], wanted);
        snprintf(wanted, sizeof wanted, "%zu", i * 5);
        assert_text(tree->items[i]->items[1], wanted);
        assert_int_equal(tree->items[i]->line, i + 1);
    }
    text_free(&text);
}

/* Bytes that are refused: with which message, at which place. */
static void what_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *message;
        unsigned line, column;
    } cases[] = {
        { "a: 1\nb: 2\na: 3\n", "yaml.duplicate_key", 3, 1 },
        { "b:\n  x: 1\n  \"x\": 1\n", "yaml.duplicate_key", 3, 3 },
        { "ê: 1\ne\u0302: 2\n", "yaml.duplicate_key", 2, 1 },
        { "{a: 1, b: 2, a: 3, a: 4}", "yaml.duplicate_key", 1, 14 },
        { "a: &x 1\n", "yaml.anchor", 1, 4 },
        { "a: &x [1]\n", "yaml.anchor", 1, 4 },
        { "a: &x {}\n", "yaml.anchor", 1, 4 },
        { "a: *x\n", "yaml.alias", 1, 4 },
        { "*x : 1\n", "yaml.alias", 1, 1 },
        { "a: !!str 1\n", "yaml.tag", 1, 4 },
        { "a: ! 1\n", "yaml.tag", 1, 4 },
        { "a: !x [1]\n", "yaml.tag", 1, 4 },
        { "!m {a: 1}\n", "yaml.tag", 1, 1 },
        { "a: 1\n---\nb: 2\n", "yaml.second_document", 2, 1 },
        { "%YAML 1.1\n---\na: 1\n", "yaml.directive", 1, 1 },
        { "%TAG !e! tag:x,1:\n---\na: 1\n", "yaml.directive", 1, 1 },
        { "[1]: 2\n", "yaml.key_not_text", 1, 1 },
        { "? {a: b}\n: 2\n", "yaml.key_not_text", 1, 3 },
        { "a: \"x\\0y\"\n", "yaml.zero_byte", 1, 4 },
        { "a: 1\nbé: \xFF\n", "yaml.not_utf8", 2, 5 },
        { "a: \xC0\x80\n", "yaml.not_utf8", 1, 4 },
        { "a: [1, 2\n", "yaml.syntax", 2, 1 },
        { "a: 1\n b: 2\n", "yaml.syntax", 2, 3 },
        { "a: b: c\n", "yaml.syntax", 1, 5 },
        { "a: 'x\n", "yaml.syntax", 2, 1 },
        { "a:\n\t- 1\n", "yaml.syntax", 2, 1 },
        { "a: @x\n", "yaml.syntax", 1, 4 },
        { "a: 1\nb: \x01\n", "yaml.syntax", 2, 4 },
        { "a: 1\nnot a key\n", "yaml.syntax", 3, 1 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct yaml *tree = NULL;
        struct fault fault = { .code = FAULT_NONE };
        assert_false(yaml_parse(&tree, "t.yaml", cases[i].bytes,
                                strlen(cases[i].bytes), arena, &fault));
        assert_fault(&fault, cases[i].message);
        assert_string_equal(fault.where, "t.yaml");
        assert_int_equal(fault.code, FAULT_USAGE);
        if (fault.line != cases[i].line || fault.column != cases[i].column)
            fail_msg("case %zu: at %u:%u, wanted %u:%u", i, fault.line,
                     fault.column, cases[i].line, cases[i].column);
    }
    struct yaml *tree;
    struct fault fault;
    assert_false(
        yaml_parse(&tree, "t.yaml", "a: 1\nb\0: 2", 10, arena, &fault));
    assert_fault(&fault, "yaml.zero_byte");
    assert_int_equal(fault.line, 2);
    assert_int_equal(fault.column, 2);
    assert_false(yaml_parse(&tree, "t.yaml",
                            "\xFF\xFE"
                            "a\0",
                            4, arena, &fault));
    assert_fault(&fault, "yaml.zero_byte"); /* UTF-16 */
}

static void depth_has_a_bound(void **state)
{
    (void)state;
    struct yaml *tree;
    struct fault fault;
    char deep[300];
    for (size_t depth = 63; depth <= 66; depth++) {
        memset(deep, '[', depth);
        memset(deep + depth, ']', depth);
        bool good = yaml_parse(&tree, "t", deep, 2 * depth, arena, &fault);
        assert_int_equal(good, depth <= 64);
    }
    assert_fault(&fault, "yaml.too_deep");
    assert_int_equal(fault.column, 65);
    struct text text = text_new();
    for (int i = 0; i < 100000; i++)
        text_add(&text, "[");
    assert_false(
        yaml_parse(&tree, "t", text.bytes, text.length, arena, &fault));
    assert_fault(&fault, "yaml.too_deep");
    text_free(&text);
}

static void files_are_loaded(void **state)
{
    (void)state;
    struct yaml *tree = NULL;
    struct fault fault;
    assert_true(yaml_load(&tree, test_write("good.yaml", "a: Đông Hưng\n"),
                          arena, &fault));
    assert_text(yaml_find(tree, "a"), "Đông Hưng");
    assert_string_equal(tree->file, test_path("good.yaml"));
    assert_false(yaml_load(&tree, test_path("none.yaml"), arena, &fault));
    assert_fault(&fault, "file.missing");
    assert_int_equal(fault.code, FAULT_FILE);
    const char *bad = test_write("bad.yaml", "\n{");
    assert_false(yaml_load(&tree, bad, arena, &fault));
    assert_fault(&fault, "yaml.syntax");
    assert_string_equal(fault.where, bad);
    assert_true(strlen(fault_argument(&fault, "problem")) > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tree_with_its_places),
        cmocka_unit_test(columns_count_characters),
        cmocka_unit_test(text_is_brought_into_normal_form),
        cmocka_unit_test(blocks_keep_or_fold_lines),
        cmocka_unit_test(nothing_is_an_empty_map),
        cmocka_unit_test(many_items_and_keys),
        cmocka_unit_test(what_is_refused),
        cmocka_unit_test(depth_has_a_bound),
        cmocka_unit_test(files_are_loaded),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
