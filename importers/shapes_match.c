/*
 * shapes_match.c - whose polygon is it?
 *
 *  (1) A property's value is a code that lives on the day (numbers may have
 *      lost their zeros), else a name as the register compares names, else an
 *      alias. Areas of the compared tier go before others.
 *  (2) A name that several areas have is settled by the feature's other
 *      properties, when one of them is an area that holds just one of these.
 *  (3) Without a key the property is taken that tells most areas of the
 *      compared tier, then most of any tier, then the first in the file. Names
 *      count only when they tell half of the compared areas: a map of all
 *      provinces has one of the name of a district, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "importers/shapes.h"
#include "importers/unknown.h"

enum { MOST_KEYS = 64, LONGEST_CODE = 8, SHOWN = 5 };

struct matcher {
    struct study_loader *loader;
    const struct features *features;
    const char *keys[MOST_KEYS]; /* that occur, in the file's order */
    size_t key_count;
    bool names; /* do they count, beside codes? (3) */
    date day;
};

/* The property as text; NULL when it is neither text nor a whole number. */
static const char *value_of(const struct matcher *matcher,
                            const struct feature *feature, const char *key)
{
    struct arena *arena = matcher->loader->arena;
    const json_t *value = json_object_get(feature->properties, key);
    if (json_is_integer(value))
        return arena_format(arena, "%lld",
                            (long long)json_integer_value(value));
    if (!json_is_string(value))
        return NULL;
    return text_trim(arena, text_nfc(arena, json_string_value(value)));
}

/* --- one value (1) --------------------------------------------------------
 */

static uint32_t by_code(const struct matcher *matcher, const char *value,
                        enum tier tier)
{
    const struct areas *areas = &matcher->loader->study->areas;
    char code[LONGEST_CODE + 1];
    size_t length = strlen(value);
    uint32_t found = area_by_code(areas, value, matcher->day, tier);
    if (length == 0 || value[strspn(value, "0123456789")] != '\0')
        return found;
    for (size_t width = length + 1; found == NO_AREA && width <= LONGEST_CODE;
         width++) {
        memset(code, '0', width - length);
        memcpy(code + width - length, value, length + 1);
        found = area_by_code(areas, code, matcher->day, tier);
    }
    return found;
}

static uint32_t by_alias(const struct matcher *matcher, const char *value)
{
    const struct study *study = matcher->loader->study;
    const char *key = area_name_key(matcher->loader->arena, value, NULL);
    for (size_t i = 0; i < study->alias_count; i++)
        if (study->aliases[i].source[0] == '\0' &&
            text_same(study->aliases[i].written, key))
            return area_by_code(&study->areas, study->aliases[i].code,
                                matcher->day, study->aliases[i].tier);
    return NO_AREA;
}

struct found {
    uint32_t area;
    bool several;
};

/* Of that tier; TIER_NONE = any. */
static struct found find_at(const struct matcher *matcher, const char *value,
                            enum tier tier, uint32_t within)
{
    const struct areas *areas = &matcher->loader->study->areas;
    struct area_scope scope = { matcher->day, tier, within };
    struct found found = { by_code(matcher, value, tier), false };
    if (found.area != NO_AREA || !matcher->names)
        return found;
    uint32_t named[2];
    size_t count = areas_named(areas, value, scope, named, 2, NULL);
    found.several = count > 1;
    if (count == 1)
        found.area = named[0];
    return found;
}

static struct found find(const struct matcher *matcher, const char *value,
                         uint32_t within)
{
    enum tier tier = matcher->loader->study->project.tier;
    struct found found = find_at(matcher, value, tier, within);
    if (found.area == NO_AREA && !found.several)
        found = find_at(matcher, value, TIER_NONE, within);
    if (found.area == NO_AREA && !found.several && matcher->names)
        found.area = by_alias(matcher, value);
    return found;
}

/* --- one feature ----------------------------------------------------------
 */

/* (2) */
static uint32_t settle(const struct matcher *matcher,
                       const struct feature *feature, const char *value,
                       const char *key)
{
    enum tier tier = matcher->loader->study->project.tier;
    for (size_t k = 0; k < matcher->key_count; k++) {
        const char *other = value_of(matcher, feature, matcher->keys[k]);
        if (text_same(matcher->keys[k], key) || other == NULL)
            continue;
        for (enum tier above = tier; --above > TIER_NONE;) {
            uint32_t holder = find_at(matcher, other, above, NO_AREA).area;
            struct found found = { NO_AREA, false };
            if (holder != NO_AREA)
                found = find_at(matcher, value, tier, holder);
            if (found.area != NO_AREA)
                return found.area;
        }
    }
    return NO_AREA;
}

static struct found area_of(const struct matcher *matcher,
                            const struct feature *feature, const char *key)
{
    const char *value = value_of(matcher, feature, key);
    struct found found = { NO_AREA, false };
    if (value == NULL || *value == '\0')
        return found;
    found = find(matcher, value, matcher->loader->study->project.root);
    if (found.several)
        found.area = settle(matcher, feature, value, key);
    return found;
}

/* --- the key (3) ----------------------------------------------------------
 */

static void add_key(struct matcher *matcher, const char *key)
{
    for (size_t i = 0; i < matcher->key_count; i++)
        if (text_same(matcher->keys[i], key))
            return;
    if (matcher->key_count < MOST_KEYS)
        matcher->keys[matcher->key_count++] = key;
}

static void gather_keys(struct matcher *matcher)
{
    for (size_t i = 0; i < matcher->features->count; i++) {
        const char *key;
        json_t *value;
        json_object_foreach(matcher->features->items[i].properties, key, value)
            add_key(matcher, key);
    }
}

struct score {
    size_t compared, any; /* areas that it tells */
};

static struct score score_of(const struct matcher *matcher, const char *key)
{
    const struct study *study = matcher->loader->study;
    struct arena_mark mark = arena_mark(matcher->loader->arena);
    bool *seen = arena_array(matcher->loader->arena, study->areas.count, bool);
    struct score score = { 0, 0 };
    for (size_t i = 0; i < matcher->features->count; i++) {
        struct found found =
            area_of(matcher, &matcher->features->items[i], key);
        uint32_t area = found.area;
        if (area == NO_AREA) {
            score.compared += found.several; /* it does name areas */
            continue;
        }
        if (seen[area])
            continue;
        seen[area] = true;
        score.any++;
        score.compared += study->areas.items[area].tier == study->project.tier;
    }
    arena_rewind(matcher->loader->arena, mark);
    return score;
}

/* NULL: none tells any area. */
static const char *best_of(const struct matcher *matcher, struct score *of)
{
    struct score best = { 0, 0 };
    const char *key = NULL;
    for (size_t k = 0; k < matcher->key_count; k++) {
        struct score score = score_of(matcher, matcher->keys[k]);
        if (score.compared > best.compared ||
            (score.compared == best.compared && score.any > best.any)) {
            best = score;
            key = matcher->keys[k];
        }
    }
    *of = best;
    return key;
}

static bool is_compared(const struct matcher *matcher, uint32_t area)
{
    const struct study *study = matcher->loader->study;
    return study->areas.items[area].tier == study->project.tier &&
           area_lives(&study->areas, area, matcher->day) &&
           area_is_in(&study->areas, area, study->project.root);
}

static const char *best_key(struct matcher *matcher)
{
    struct score score;
    size_t compared = 0;
    for (uint32_t a = 0; a < matcher->loader->study->areas.count; a++)
        compared += is_compared(matcher, a);
    matcher->names = true;
    const char *key = best_of(matcher, &score);
    if (score.compared * 2 >= compared)
        return key;
    matcher->names = false;
    return best_of(matcher, &score);
}

static bool known_key(const struct matcher *matcher, const struct yaml *key)
{
    for (size_t k = 0; k < matcher->key_count; k++)
        if (text_same(matcher->keys[k], key->text))
            return true;
    return unknown_word(
        matcher->loader->fault, yaml_place(key), "shapes.unknown_key",
        key->text, text_nearest(key->text, matcher->keys, matcher->key_count));
}

/* --- what remains ---------------------------------------------------------
 */

/* Some names, and how many there were. */
struct names {
    struct text text;
    unsigned count;
};

static void add_name(struct names *names, const char *name)
{
    if (names->count++ < SHOWN)
        text_addf(&names->text, "%s%s", names->count > 1 ? ", " : "", name);
    else if (names->count == SHOWN + 1)
        text_add(&names->text, ", …");
}

static void tell(const struct matcher *matcher, enum finding_rule rule,
                 const struct names *names, const char *key)
{
    struct finding_place place = { .file = matcher->features->shown,
                                   .header = key,
                                   .value = names->text.bytes };
    if (names->count > 0 && matcher->loader->findings != NULL)
        finding_add(matcher->loader->findings, rule, place, (char *)NULL)
            ->count = names->count;
}

static void match_all(struct matcher *matcher, const char *key)
{
    struct names unknown = { text_new(), 0 }, several = { text_new(), 0 };
    for (size_t i = 0; i < matcher->features->count; i++) {
        struct feature *feature = &matcher->features->items[i];
        struct found found = { NO_AREA, false };
        const char *value = NULL;
        if (key != NULL) {
            found = area_of(matcher, feature, key);
            value = value_of(matcher, feature, key);
        }
        feature->area = found.area;
        if (value == NULL)
            value = arena_format(matcher->loader->arena, "features[%u]",
                                 feature->number - 1);
        if (found.area == NO_AREA)
            add_name(found.several ? &several : &unknown, value);
    }
    tell(matcher, FINDING_shape_unknown, &unknown, key);
    tell(matcher, FINDING_shape_ambiguous, &several, key);
    text_free(&unknown.text);
    text_free(&several.text);
}

/* Areas of the compared tier without a polygon, where others have one. */
static void tell_missing(const struct matcher *matcher)
{
    const struct study *study = matcher->loader->study;
    bool *seen = arena_array(matcher->loader->arena, study->areas.count, bool);
    struct names missing = { text_new(), 0 };
    bool any = false;
    for (size_t i = 0; i < matcher->features->count; i++) {
        uint32_t area = matcher->features->items[i].area;
        if (area != NO_AREA)
            seen[area] = true;
    }
    for (uint32_t a = 0; a < study->areas.count; a++) {
        if (!is_compared(matcher, a))
            continue;
        any = any || seen[a];
        if (!seen[a])
            add_name(&missing,
                     area_label(&study->areas, a, study_language(study)));
    }
    if (any)
        tell(matcher, FINDING_shape_missing, &missing, NULL);
    text_free(&missing.text);
}

bool shapes_match(struct study_loader *loader, struct features *features,
                  const struct yaml *key)
{
    struct matcher matcher = { .loader = loader,
                               .features = features,
                               .names = true,
                               .day = study_map_day(loader) };
    gather_keys(&matcher);
    if (key != NULL && (!yaml_expect(key, YAML_SCALAR, loader->fault) ||
                        !known_key(&matcher, key)))
        return false;
    match_all(&matcher, key != NULL ? key->text : best_key(&matcher));
    tell_missing(&matcher);
    return true;
}
