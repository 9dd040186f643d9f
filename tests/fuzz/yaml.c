/*
 * yaml.c - definition files of random bytes. A tree that is read can be written
 * and read again as the same tree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include "engine/base/yaml.h"

/* Everything but letters as a number, so that nothing has a meaning. */
static void write_text(struct text *out, const char *text)
{
    size_t left = strlen(text), taken;
    unsigned point;
    text_add_char(out, '"');
    for (; (taken = text_decode(text, left, &point)) > 0;
         text += taken, left -= taken) {
        if ((point >= 'a' && point <= 'z') || (point >= '0' && point <= '9'))
            text_add_char(out, (char)point);
        else
            text_addf(out, "\\U%08X", point);
    }
    text_add_char(out, '"');
}

static void write_node(struct text *out, const struct yaml *node)
{
    if (node->kind == YAML_SCALAR) {
        write_text(out, node->text);
        return;
    }
    text_add_char(out, node->kind == YAML_LIST ? '[' : '{');
    for (size_t i = 0; i < node->count; i++) {
        if (i > 0)
            text_add_char(out, ',');
        if (node->kind == YAML_MAP) {
            text_add(out, "? ");
            write_text(out, node->keys[i]->text);
            text_add(out, " : ");
        }
        write_node(out, node->items[i]);
    }
    text_add_char(out, node->kind == YAML_LIST ? ']' : '}');
}

/* Every key can be asked for every type: it has one or there is a fault. */
static void check_readers(const struct yaml *map, const char *key,
                          struct arena *arena)
{
    static const char *const words[] = { "auto", "comma" };
    struct fault fault = { .code = FAULT_NONE };
    const char *text = NULL, **texts = NULL;
    double number = 0;
    long whole = 0;
    bool flag = false;
    int choice = 0;
    size_t count = 0;
    if (yaml_text(map, key, &text, &fault))
        must(text_same(text, yaml_find(map, key)->text));
    else
        fuzz_must_say(&fault);
    if (yaml_whole(map, key, &whole, &fault))
        must(yaml_number(map, key, &number, &fault));
    else
        fuzz_must_say(&fault);
    if (!yaml_number(map, key, &number, &fault) ||
        !yaml_flag(map, key, &flag, &fault))
        fuzz_must_say(&fault);
    if (yaml_choice(map, key, words, COUNT(words), &choice, &fault))
        must(choice >= 0 && choice < (int)COUNT(words));
    else
        fuzz_must_say(&fault);
    if (!yaml_texts(map, key, arena, &texts, &count, &fault))
        fuzz_must_say(&fault);
    for (size_t i = 0; i < count; i++)
        must(text_is_utf8(texts[i], strlen(texts[i]), NULL));
    if (!yaml_only_keys(map, &key, 1, &fault))
        fuzz_must_say(&fault);
}

static void check_same(const struct yaml *a, const struct yaml *b,
                       struct arena *arena)
{
    must(a->kind == b->kind && a->count == b->count);
    must(text_same(a->text, b->text));
    must(a->line > 0 && a->column > 0);
    for (size_t i = 0; i < a->count; i++) {
        check_same(a->items[i], b->items[i], arena);
        if (a->kind != YAML_MAP)
            continue;
        check_same(a->keys[i], b->keys[i], arena);
        must(yaml_find(a, a->keys[i]->text) == a->items[i]);
        check_readers(a, a->keys[i]->text, arena);
    }
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    struct arena *arena = arena_new();
    struct fault fault = { .code = FAULT_NONE };
    struct yaml *tree, *again;
    if (yaml_parse(&tree, "fuzz", (const char *)bytes, size, arena, &fault)) {
        struct text out = text_new();
        write_node(&out, tree);
        must(yaml_parse(&again, "again", out.bytes, out.length, arena, &fault));
        check_same(tree, again, arena);
        text_free(&out);
    } else {
        fuzz_must_say(&fault);
    }
    arena_free(arena);
    return 0;
}
