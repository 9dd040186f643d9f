/*
 * study_standards.c - the standards of the data folder and of the project.
 *
 *  (1) A file is a map of standards. One without `levels` is a single level and
 *      holds a level's keys itself. A project's standard of a known id takes
 *      the old one's place.
 *  (2) Levels stand from the lowest up, and each requires the one before it.
 *      What else is required stands earlier, so there is no circle.
 *  (3) A condition by class of area is `where: attribute=value`. An area whose
 *      class is not known cannot be assessed, so an attribute need not be
 * there. (4) A share of the units below that was not seen in the text is the
 * word `unverified`. Conditions that are not complete say so in words. (5) A
 * level that nothing decides would hold everywhere: a fault.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/files.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* What is written, before it is taken apart; and in which folder it stood. */
struct entry {
    const struct yaml *key, *map;
    unsigned pass;
};

struct reading {
    struct study_loader *loader;
    struct entry *entries;
    size_t entry_count, entry_room;
    unsigned pass;
    struct standard_level *items;
    size_t count, room;
};

static bool fail(const struct study_loader *loader, const struct yaml *node,
                 const char *message)
{
    return fault_set(loader->fault, FAULT_USAGE, yaml_place(node), message,
                     (char *)NULL);
}

/* --- one condition ---------------------------------------------------------
 */

/* (3) */
static bool read_where(const struct study_loader *loader,
                       const struct yaml *map, struct condition *condition)
{
    const char *where = NULL;
    if (!yaml_text(map, "where", &where, loader->fault) || where == NULL)
        return where == NULL;
    const char *equals = strchr(where, '=');
    if (equals == NULL || equals == where || equals[1] == '\0')
        return unknown_word(loader->fault, yaml_place(yaml_find(map, "where")),
                            "targets.bad_where", where, NULL);
    condition->attribute =
        text_trim(loader->arena,
                  arena_copy(loader->arena, where, (size_t)(equals - where)));
    condition->attribute_value = text_trim(loader->arena, equals + 1);
    return true;
}

static bool read_condition(const struct study_loader *loader,
                           const struct yaml *map, struct condition *condition)
{
    static const char *const known[] = { "indicator", "least", "where" };
    return yaml_expect(map, YAML_MAP, loader->fault) &&
           yaml_only_keys(map, known, COUNT(known), loader->fault) &&
           yaml_needs(map, "indicator", loader->fault) &&
           yaml_needs(map, "least", loader->fault) &&
           study_indicator_of(loader, yaml_find(map, "indicator"),
                              &condition->indicator) &&
           yaml_number(map, "least", &condition->least, loader->fault) &&
           read_where(loader, map, condition);
}

static bool read_conditions(const struct study_loader *loader,
                            const struct yaml *map,
                            struct standard_level *level)
{
    const struct yaml *list = yaml_find(map, "conditions");
    if (list == NULL)
        return true;
    if (!yaml_expect(list, YAML_LIST, loader->fault))
        return false;
    level->conditions =
        arena_array(loader->arena, list->count + 1, struct condition);
    for (; level->condition_count < list->count; level->condition_count++)
        if (!read_condition(loader, list->items[level->condition_count],
                            &level->conditions[level->condition_count]))
            return false;
    return true;
}

/* --- one level -------------------------------------------------------------
 */

static bool unknown_level(const struct reading *reading,
                          const struct yaml *node)
{
    const struct study_loader *loader = reading->loader;
    const char **ids =
        arena_array(loader->arena, reading->count + 1, const char *);
    for (size_t i = 0; i < reading->count; i++)
        ids[i] = reading->items[i].id;
    return unknown_word(loader->fault, yaml_place(node),
                        "standard.unknown_level", node->text,
                        text_nearest(node->text, ids, reading->count));
}

/* (2) */
static bool read_requires(const struct reading *reading, const struct yaml *map,
                          struct standard_level *level)
{
    const struct study_loader *loader = reading->loader;
    const struct standards before = { reading->items, reading->count };
    const struct yaml *list = yaml_find(map, "requires");
    size_t count = list == NULL ? 0 : list->count;
    if (list != NULL && !yaml_expect(list, YAML_LIST, loader->fault))
        return false;
    level->requires = arena_array(loader->arena, count + 1, size_t);
    if (before.count > 0 && level->level > 0 &&
        strcmp(before.items[before.count - 1].standard, level->standard) == 0)
    level->requires[level->require_count++] = before.count - 1;
    for (size_t i = 0; i < count; i++) {
        if (!yaml_expect(list->items[i], YAML_SCALAR, loader->fault))
            return false;
        size_t found = standard_level_find(&before, list->items[i]->text);
        if (found == before.count)
            return unknown_level(reading, list->items[i]);
        level->requires[level->require_count++] = found;
    }
    return true;
}

/* (4) */
static bool read_share(const struct study_loader *loader,
                       const struct yaml *shares, size_t at,
                       struct standard_level *level)
{
    const struct yaml *key = shares->keys[at], *value = shares->items[at];
    enum tier tier = tier_find(key->text);
    double least;
    if (tier == TIER_NONE || tier >= level->tier)
        return unknown_choice(loader->fault, yaml_place(key),
                              "standard.bad_tier", key->text, tier_names + 1,
                              (size_t)level->tier - 1);
    if (!yaml_expect(value, YAML_SCALAR, loader->fault))
        return false;
    if (strcmp(value->text, "unverified") == 0) {
        level->rules[tier] = SHARE_UNVERIFIED;
        return true;
    }
    if (!number_parse(value->text, &least) || !(least > 0) || least > 100)
        return unknown_word(loader->fault, yaml_place(value),
                            "standard.bad_share", value->text, NULL);
    level->rules[tier] = SHARE_LEAST;
    level->shares[tier] = least;
    return true;
}

static bool read_shares(const struct study_loader *loader,
                        const struct yaml *map, struct standard_level *level)
{
    const struct yaml *shares = yaml_find(map, "shares");
    const struct yaml *holders = yaml_find(map, "holders");
    for (size_t tier = 0; tier < TIER_COUNT; tier++)
        level->shares[tier] = NO_VALUE;
    level->holders = NO_INDEX;
    if (holders != NULL &&
        !study_indicator_of(loader, holders, &level->holders))
        return false;
    if (shares == NULL)
        return true;
    if (!yaml_expect(shares, YAML_MAP, loader->fault))
        return false;
    for (size_t i = 0; i < shares->count; i++)
        if (!read_share(loader, shares, i, level))
            return false;
    return true;
}

/* (5) */
static bool decides(const struct study_loader *loader, const struct yaml *map,
                    const struct standard_level *level)
{
    return level->condition_count > 0 || level->unverified != NULL ||
           fail(loader, map, "standard.no_conditions");
}

static bool read_tier(const struct study_loader *loader, const struct yaml *map,
                      struct standard_level *level)
{
    int tier = TIER_COMMUNE - 1;
    if (!yaml_choice(map, "tier", tier_names + 1, TIER_COUNT - 1, &tier,
                     loader->fault))
        return false;
    level->tier = (enum tier)(tier + 1);
    return true;
}

/* The keys of a level; [level] has its names. */
static bool read_level(struct reading *reading, const struct yaml *map,
                       struct standard_level level)
{
    const struct study_loader *loader = reading->loader;
    level.place = yaml_place(map);
    if (!read_tier(loader, map, &level) ||
        !yaml_text(map, "source", &level.source, loader->fault) ||
        !yaml_text(map, "unverified", &level.unverified, loader->fault) ||
        !yaml_text(map, "unverified_en", &level.unverified_en, loader->fault) ||
        !read_conditions(loader, map, &level) ||
        !read_requires(reading, map, &level) ||
        !read_shares(loader, map, &level) || !decides(loader, map, &level))
        return false;
    grow(reading->items, reading->count, reading->room);
    reading->items[reading->count++] = level;
    return true;
}

/* --- one standard ----------------------------------------------------------
 */

#define LEVEL_KEYS                                                             \
    "tier", "source", "unverified", "unverified_en", "conditions", "requires", \
        "holders", "shares"

static bool read_numbered(struct reading *reading, const struct yaml *key,
                          const struct yaml *map, struct standard_level level,
                          unsigned wanted)
{
    static const char *const known[] = { LEVEL_KEYS };
    const struct study_loader *loader = reading->loader;
    level.level = wanted;
    level.id = arena_format(loader->arena, "%s_%u", level.standard, wanted);
    if (strcmp(key->text, arena_format(loader->arena, "%u", wanted)) != 0)
        return unknown_word(loader->fault, yaml_place(key),
                            "standard.bad_level", key->text, NULL);
    return yaml_expect(map, YAML_MAP, loader->fault) &&
           yaml_only_keys(map, known, COUNT(known), loader->fault) &&
           read_level(reading, map, level);
}

static bool read_standard(struct reading *reading, const struct entry *entry)
{
    static const char *const whole[] = { "name", "name_en", LEVEL_KEYS };
    static const char *const outer[] = { "name", "name_en", "source",
                                         "levels" };
    const struct study_loader *loader = reading->loader;
    const struct yaml *map = entry->map, *levels = yaml_find(map, "levels");
    struct standard_level level = { .standard = entry->key->text,
                                    .id = entry->key->text,
                                    .source = "" };
    if (!yaml_needs(map, "name", loader->fault) ||
        !yaml_text(map, "name", &level.name, loader->fault) ||
        !yaml_text(map, "name_en", &level.name_en, loader->fault))
        return false;
    if (levels == NULL)
        return yaml_only_keys(map, whole, COUNT(whole), loader->fault) &&
               read_level(reading, map, level);
    if (!yaml_only_keys(map, outer, COUNT(outer), loader->fault) ||
        !yaml_text(map, "source", &level.source, loader->fault) ||
        !yaml_expect(levels, YAML_MAP, loader->fault))
        return false;
    for (size_t i = 0; i < levels->count; i++)
        if (!read_numbered(reading, levels->keys[i], levels->items[i], level,
                           (unsigned)i + 1))
            return false;
    return true;
}

/* --- all of them -----------------------------------------------------------
 */

/* (1) */
static bool add_entry(void *to, const struct yaml *key, const struct yaml *map)
{
    struct reading *reading = to;
    const struct study_loader *loader = reading->loader;
    struct entry *at = NULL;
    if (!study_good_id(key, loader->fault) ||
        !yaml_expect(map, YAML_MAP, loader->fault))
        return false;
    for (size_t i = 0; i < reading->entry_count && at == NULL; i++)
        if (strcmp(reading->entries[i].key->text, key->text) == 0)
            at = &reading->entries[i];
    if (at != NULL && at->pass == reading->pass)
        return fault_set(loader->fault, FAULT_USAGE, yaml_place(key),
                         "study.defined_twice", "id", key->text, "file",
                         at->key->file, (char *)NULL);
    if (at == NULL) {
        grow(reading->entries, reading->entry_count, reading->entry_room);
        at = &reading->entries[reading->entry_count++];
    }
    *at = (struct entry){ key, map, reading->pass };
    return true;
}

static bool read_folder(struct reading *reading, const char *folder)
{
    reading->pass++;
    return study_entries_in(reading->loader, folder, add_entry, reading);
}

bool study_load_standards(struct study_loader *loader)
{
    struct reading *reading = arena_new_of(loader->arena, struct reading);
    arena_defer(loader->arena, grow_release, &reading->entries);
    arena_defer(loader->arena, grow_release, &reading->items);
    reading->loader = loader;
    if (!read_folder(reading,
                     path_join(loader->arena, loader->data, "standards")) ||
        !read_folder(reading, study_own_folder(loader, "standards")))
        return false;
    for (size_t i = 0; i < reading->entry_count; i++)
        if (!read_standard(reading, &reading->entries[i]))
            return false;
    loader->study->standards =
        (struct standards){ reading->items, reading->count };
    return true;
}
