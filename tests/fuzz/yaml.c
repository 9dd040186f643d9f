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

static void check_same(const struct yaml *a, const struct yaml *b)
{
    must(a->kind == b->kind && a->count == b->count);
    must(text_same(a->text, b->text));
    must(a->line > 0 && a->column > 0);
    for (size_t i = 0; i < a->count; i++) {
        check_same(a->items[i], b->items[i]);
        if (a->kind != YAML_MAP)
            continue;
        check_same(a->keys[i], b->keys[i]);
        must(yaml_find(a, a->keys[i]->text) == a->items[i]);
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
        check_same(tree, again);
        text_free(&out);
    } else {
        fuzz_must_say(&fault);
    }
    arena_free(arena);
    return 0;
}
