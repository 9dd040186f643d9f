/*
 * yaml_read.c - taking a map apart, key by key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/base/yaml.h"

struct place yaml_place(const struct yaml *node)
{
    return (struct place){ node->file, node->line, node->column };
}

const struct yaml *yaml_find(const struct yaml *map, const char *key)
{
    if (map->kind != YAML_MAP)
        return NULL;
    for (size_t i = 0; i < map->count; i++)
        if (text_same(map->keys[i]->text, key))
            return map->items[i];
    return NULL;
}

bool yaml_expect(const struct yaml *node, enum yaml_kind kind,
                 struct fault *fault)
{
    static const char *const messages[] = { [YAML_SCALAR] = "yaml.not_text",
                                            [YAML_LIST] = "yaml.not_a_list",
                                            [YAML_MAP] = "yaml.not_a_map" };
    if (node->kind == kind)
        return true;
    return fault_set(fault, FAULT_USAGE, yaml_place(node), messages[kind],
                     (char *)NULL);
}

/*
 * A word nobody knows, with the nearest known one when there is one near. It is
 * a value of [key], or a key itself when that is NULL.
 */
static bool unknown_word(const struct yaml *node, const char *key,
                         const char *const words[], size_t count,
                         struct fault *fault)
{
    const char *near = text_nearest(node->text, words, count);
    const char *message =
        key == NULL ? "yaml.unknown_key" : "yaml.unknown_word";
    const char *named = key == NULL ? node->text : key;
    if (near == NULL)
        return fault_set(fault, FAULT_USAGE, yaml_place(node), message, "key",
                         named, "value", node->text, (char *)NULL);
    message = key == NULL ? "yaml.unknown_key_near" : "yaml.unknown_word_near";
    return fault_set(fault, FAULT_USAGE, yaml_place(node), message, "key",
                     named, "value", node->text, "near", near, (char *)NULL);
}

bool yaml_only_keys(const struct yaml *map, const char *const known[],
                    size_t count, struct fault *fault)
{
    if (!yaml_expect(map, YAML_MAP, fault))
        return false;
    for (size_t i = 0; i < map->count; i++) {
        const struct yaml *key = map->keys[i];
        size_t k = 0;
        while (k < count && !text_same(known[k], key->text))
            k++;
        if (k == count)
            return unknown_word(key, NULL, known, count, fault);
    }
    return true;
}

/*
 * The scalar of a key into [found], NULL when the key is absent. False only
 * when something else than a scalar stands there.
 */
static bool scalar_of(const struct yaml *map, const char *key,
                      const struct yaml **found, struct fault *fault)
{
    *found = yaml_find(map, key);
    return *found == NULL || yaml_expect(*found, YAML_SCALAR, fault);
}

static bool bad_value(const struct yaml *node, const char *message,
                      const char *key, struct fault *fault)
{
    return fault_set(fault, FAULT_USAGE, yaml_place(node), message, "key", key,
                     "value", node->text, (char *)NULL);
}

bool yaml_text(const struct yaml *map, const char *key, const char **out,
               struct fault *fault)
{
    const struct yaml *found;
    if (!scalar_of(map, key, &found, fault))
        return false;
    if (found != NULL)
        *out = found->text;
    return true;
}

bool yaml_number(const struct yaml *map, const char *key, double *out,
                 struct fault *fault)
{
    const struct yaml *found;
    if (!scalar_of(map, key, &found, fault))
        return false;
    return found == NULL || number_parse(found->text, out) ||
           bad_value(found, "yaml.not_a_number", key, fault);
}

bool yaml_whole(const struct yaml *map, const char *key, long *out,
                struct fault *fault)
{
    const struct yaml *found;
    if (!scalar_of(map, key, &found, fault))
        return false;
    return found == NULL || number_parse_whole(found->text, out) ||
           bad_value(found, "yaml.not_whole", key, fault);
}

bool yaml_flag(const struct yaml *map, const char *key, bool *out,
               struct fault *fault)
{
    static const char *const words[] = { "no", "yes", "false", "true" };
    const struct yaml *found;
    if (!scalar_of(map, key, &found, fault))
        return false;
    if (found == NULL)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (text_same(found->text, words[i])) {
            *out = i % 2 == 1;
            return true;
        }
    return bad_value(found, "yaml.not_a_flag", key, fault);
}

bool yaml_choice(const struct yaml *map, const char *key,
                 const char *const words[], size_t count, int *out,
                 struct fault *fault)
{
    const struct yaml *found;
    if (!scalar_of(map, key, &found, fault))
        return false;
    if (found == NULL)
        return true;
    for (size_t i = 0; i < count; i++)
        if (text_same(found->text, words[i])) {
            *out = (int)i;
            return true;
        }
    return unknown_word(found, key, words, count, fault);
}

bool yaml_texts(const struct yaml *map, const char *key, struct arena *arena,
                const char ***out, size_t *count, struct fault *fault)
{
    const struct yaml *found = yaml_find(map, key);
    if (found == NULL)
        return true;
    if (found->kind == YAML_MAP)
        return yaml_expect(found, YAML_LIST, fault);
    size_t wanted = found->kind == YAML_SCALAR ? 1 : found->count;
    const char **texts = arena_array(arena, wanted, const char *);
    for (size_t i = 0; i < wanted; i++) {
        const struct yaml *item =
            found->kind == YAML_SCALAR ? found : found->items[i];
        if (!yaml_expect(item, YAML_SCALAR, fault))
            return false;
        texts[i] = item->text;
    }
    *out = texts;
    *count = wanted;
    return true;
}

bool yaml_needs(const struct yaml *map, const char *key, struct fault *fault)
{
    if (!yaml_expect(map, YAML_MAP, fault))
        return false;
    return yaml_find(map, key) != NULL ||
           fault_set(fault, FAULT_USAGE, yaml_place(map), "yaml.missing_key",
                     "key", key, (char *)NULL);
}
