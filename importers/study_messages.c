/*
 * study_messages.c - messages/vi.yaml and messages/en.yaml: all sentences of
 * the program in one language.
 *
 *  (1) Maps nest: finding: {short_row: …} is the message finding.short_row. An
 *      id may also be written whole, with its points.
 *  (2) The list is sorted by the bytes of the ids, so that look-ups can halve
 *      it. An id that comes about in two ways is a fault.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/files.h"
#include "engine/base/text.h"
#include "importers/study.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* A message on its way into the list, with its place for faults. */
struct found {
    struct message message;
    const struct yaml *node;
};

struct gathering {
    struct found *items;
    size_t count;
    struct arena *arena;
    struct fault *fault;
};

static size_t leaves(const struct yaml *node)
{
    if (node->kind == YAML_SCALAR)
        return 1;
    size_t count = 0;
    for (size_t i = 0; i < node->count; i++)
        count += leaves(node->items[i]);
    return count;
}

/* Contract 1. [prefix] is "" or ends in a point. yaml_load bounds the depth. */
static bool gather(struct gathering *into, const char *prefix,
                   const struct yaml *map)
{
    if (!yaml_expect(map, YAML_MAP, into->fault))
        return false;
    for (size_t i = 0; i < map->count; i++) {
        const struct yaml *node = map->items[i];
        const char *key = map->keys[i]->text;
        if (node->kind == YAML_SCALAR) {
            const char *id = arena_format(into->arena, "%s%s", prefix, key);
            into->items[into->count++] =
                (struct found){ { id, node->text }, node };
        } else if (!gather(into,
                           arena_format(into->arena, "%s%s.", prefix, key),
                           node)) {
            return false;
        }
    }
    return true;
}

static int by_id(const void *left, const void *right)
{
    const struct found *a = left, *b = right;
    return strcmp(a->message.id, b->message.id);
}

/* Contract 2. */
static bool sort(struct messages *out, struct gathering *all)
{
    if (all->count > 1)
        qsort(all->items, all->count, sizeof all->items[0], by_id);
    out->items = arena_array(all->arena, all->count, struct message);
    out->count = all->count;
    for (size_t i = 0; i < all->count; i++) {
        out->items[i] = all->items[i].message;
        if (i > 0 && text_same(out->items[i - 1].id, out->items[i].id))
            return fault_set(
                all->fault, FAULT_USAGE, yaml_place(all->items[i].node),
                "yaml.duplicate_key", "key", out->items[i].id, (char *)NULL);
    }
    return true;
}

bool messages_load(struct messages *out, const char *data_folder,
                   const char *language, struct arena *arena,
                   struct fault *fault)
{
    static const char *const languages[] = { "vi", "en" };
    const char *known = NULL;
    for (size_t i = 0; i < COUNT(languages); i++)
        if (text_same(language, languages[i]))
            known = languages[i];
    if (known == NULL)
        return unknown_choice(fault, NO_PLACE, "study.unknown_language",
                              language, languages, COUNT(languages));
    struct gathering all = { .arena = arena, .fault = fault };
    struct yaml *map;
    if (!yaml_load(&map,
                   path_join(arena, data_folder,
                             arena_format(arena, "messages/%s.yaml", known)),
                   arena, fault))
        return false;
    all.items = arena_array(arena, leaves(map), struct found);
    *out = (struct messages){ .language = known };
    return gather(&all, "", map) && sort(out, &all);
}

bool study_load_messages(struct study_loader *loader)
{
    const char *language = loader->language;
    if (language == NULL)
        language = loader->study->project.language;
    if (language == NULL)
        language = "en";
    return messages_load(&loader->study->messages, loader->data, language,
                         loader->arena, loader->fault);
}
