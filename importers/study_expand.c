/*
 * study_expand.c - filling the braces of a definition made for many codes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/study_expand.h"
#include "importers/unknown.h"

/* The attribute nearest to the missing one. */
static bool no_attribute(const struct expansion *expansion, const char *key,
                         struct place place, struct arena *arena,
                         struct fault *fault)
{
    const struct code *code = expansion->code;
    size_t count = 0;
    const char **known =
        arena_array(arena, code->attribute_count + 2, const char *);
    known[count++] = "name";
    known[count++] = "name_en";
    for (size_t i = 0; i < code->attribute_count; i++)
        known[count++] = code->attributes[i].key;
    const char *near = text_nearest(key, known, count);
    if (near == NULL)
        return fault_set(fault, FAULT_USAGE, place, "indicator.no_attribute",
                         "code", code->id, "value", key, (char *)NULL);
    return fault_set(fault, FAULT_USAGE, place, "indicator.no_attribute_near",
                     "code", code->id, "value", key, "near", near,
                     (char *)NULL);
}

/* The text that {word} stands for, or NULL with the fault filled. */
static const char *meaning(const struct expansion *expansion, const char *word,
                           struct place place, struct arena *arena,
                           struct fault *fault)
{
    const struct code *code = expansion->code;
    if (expansion->dimension == NULL) {
        unknown_word(fault, place, "indicator.unknown_brace", word, NULL);
        return NULL;
    }
    const char *id = expansion->dimension->id;
    size_t length = strlen(id);
    if (text_same(word, id))
        return code->id;
    if (strncmp(word, id, length) != 0 || word[length] != '.') {
        unknown_word(fault, place, "indicator.unknown_brace", word, id);
        return NULL;
    }
    const char *key = word + length + 1;
    if (text_same(key, "name"))
        return code->name;
    if (text_same(key, "name_en"))
        return code->name_en != NULL ? code->name_en : code->name;
    const char *value = code_attribute_find(code, key);
    if (value == NULL)
        no_attribute(expansion, key, place, arena, fault);
    return value;
}

static bool fill(const struct expansion *expansion, const char *text,
                 struct place place, struct text *filled, struct arena *arena,
                 struct fault *fault)
{
    for (;;) {
        size_t plain = strcspn(text, "{");
        text_add_bytes(filled, text, plain);
        text += plain;
        if (*text == '\0')
            return true;
        size_t length = strcspn(text, "}");
        if (text[length] == '\0')
            return fault_set(fault, FAULT_USAGE, place, "indicator.open_brace",
                             "value", text, (char *)NULL);
        const char *word = arena_copy(arena, text + 1, length - 1);
        const char *value = meaning(expansion, word, place, arena, fault);
        if (value == NULL)
            return false;
        text_add(filled, value);
        text += length + 1;
    }
}

bool study_expand(const struct expansion *expansion, const char *text,
                  struct place place, const char **out, struct arena *arena,
                  struct fault *fault)
{
    *out = text;
    if (strchr(text, '{') == NULL)
        return true;
    struct text filled = text_new();
    bool good = fill(expansion, text, place, &filled, arena, fault);
    *out = arena_string(arena, filled.bytes);
    text_free(&filled);
    return good;
}
