/*
 * area.c - the register of areas: order, parents, questions by code.
 *
 *  (1) Order: tier, code, first day. A parent is of a higher tier than its
 *      children, so it stands before them.
 *  (2) Two lives of one code and tier may touch but not overlap, so code, tier
 *      and day name at most one area.
 *  (3) A parent is the area of that code that lives on the child's first day
 *      (on its last one when the beginning is open), of the nearest tier above;
 *      else the latest one whose life overlaps the child's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/area_index.h"

const char *const tier_names[TIER_COUNT] = {
    [TIER_NONE] = "",
    [TIER_COUNTRY] = "country",
    [TIER_REGION] = "region",
    [TIER_PROVINCE] = "province",
    [TIER_DISTRICT] = "district",
    [TIER_COMMUNE] = "commune",
    [TIER_VILLAGE] = "village",
};

enum tier tier_find(const char *name)
{
    for (int tier = TIER_COUNTRY; tier < TIER_COUNT; tier++)
        if (strcmp(tier_names[tier], name) == 0)
            return (enum tier)tier;
    return TIER_NONE;
}

/* --- building ------------------------------------------------------------ */

static struct place place_of(const char *file, const struct area *area)
{
    return (struct place){ file, area->line, 0 };
}

static const char *date_text(struct arena *arena, date day)
{
    struct text text = text_new();
    date_add(&text, day);
    char *copy = arena_copy(arena, text.bytes, text.length);
    text_free(&text);
    return copy;
}

static bool check_area(const struct area *area, const char *file,
                       struct arena *arena, struct fault *fault)
{
    if (area->code == NULL || area->code[0] == '\0')
        return fault_set(fault, FAULT_USAGE, place_of(file, area),
                         "areas.code_missing", (char *)NULL);
    if (area->tier == TIER_NONE)
        return fault_set(fault, FAULT_USAGE, place_of(file, area),
                         "areas.tier_missing", "code", area->code,
                         (char *)NULL);
    if (area->from != DATE_OPEN && area->to != DATE_OPEN &&
        area->to <= area->from)
        return fault_set(fault, FAULT_USAGE, place_of(file, area),
                         "areas.life_empty", "code", area->code, "from",
                         date_text(arena, area->from), "to",
                         date_text(arena, area->to), (char *)NULL);
    return true;
}

static int compare_areas(const void *left, const void *right)
{
    const struct area *a = left, *b = right;
    if (a->tier != b->tier)
        return a->tier < b->tier ? -1 : 1;
    int order = strcmp(a->code, b->code);
    if (order != 0)
        return order;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

/* Rule (2), on neighbours in the register's order. */
static bool check_lives(const struct area *before, const struct area *after,
                        const char *file, struct fault *fault)
{
    if (before->tier != after->tier || strcmp(before->code, after->code) != 0)
        return true;
    if (before->to != DATE_OPEN && after->from >= before->to)
        return true;
    const struct area *here = after->line > before->line ? after : before;
    const struct area *other = here == after ? before : after;
    char line[16];
    snprintf(line, sizeof line, "%u", other->line);
    return fault_set(fault, FAULT_USAGE, place_of(file, here),
                     "areas.lives_overlap", "code", here->code, "tier",
                     tier_names[here->tier], "other", line, (char *)NULL);
}

static bool lives_meet(const struct area *a, const struct area *b)
{
    bool a_ends_first = a->to != DATE_OPEN && a->to <= b->from;
    bool b_ends_first = b->to != DATE_OPEN && b->to <= a->from;
    return !a_ends_first && !b_ends_first;
}

/* Does [above] live on the child's first day, or on its last? */
static bool lives_with(const struct area *above, const struct area *child)
{
    if (child->from != DATE_OPEN)
        return date_within(child->from, above->from, above->to);
    if (child->to != DATE_OPEN) /* the day before the end: above->to >= end */
        return above->from < child->to &&
               (above->to == DATE_OPEN || above->to >= child->to);
    return above->to == DATE_OPEN;
}

/* Chains are in the register's order: tiers downwards, lives forwards, so the
 * last one that fits is of the nearest tier and the latest. */
static uint32_t find_parent(const struct areas *areas, const struct area *child,
                            bool *known, enum tier *tier)
{
    const struct area_index *index = areas->index;
    uint32_t living = NO_AREA, meeting = NO_AREA;
    *known = false;
    size_t slot = area_hash(child->parent_code, false) & index->mask;
    for (int32_t i = index->by_code[slot]; i != NO_ENTRY;
         i = index->next_code[i]) {
        const struct area *above = &areas->items[i];
        if (strcmp(above->code, child->parent_code) != 0)
            continue;
        *known = true;
        *tier = above->tier;
        if (above->tier >= child->tier)
            break; /* all further ones are of the child's tier or below */
        if (lives_with(above, child))
            living = (uint32_t)i;
        if (lives_meet(above, child))
            meeting = (uint32_t)i;
    }
    return living != NO_AREA ? living : meeting;
}

static bool link_parent(const struct areas *areas, struct area *child,
                        const char *file, struct fault *fault)
{
    child->parent = child->first_child = child->next_sibling = NO_AREA;
    if (child->parent_code == NULL || child->parent_code[0] == '\0')
        return true;
    bool known;
    enum tier tier = TIER_NONE;
    child->parent = find_parent(areas, child, &known, &tier);
    if (child->parent != NO_AREA)
        return true;
    struct place place = place_of(file, child);
    if (!known)
        return fault_set(fault, FAULT_USAGE, place, "areas.parent_unknown",
                         "code", child->code, "parent", child->parent_code,
                         (char *)NULL);
    if (tier >= child->tier)
        return fault_set(fault, FAULT_USAGE, place, "areas.parent_tier", "code",
                         child->code, "tier", tier_names[child->tier], "parent",
                         child->parent_code, "parent_tier", tier_names[tier],
                         (char *)NULL);
    return fault_set(fault, FAULT_USAGE, place, "areas.parent_life", "code",
                     child->code, "parent", child->parent_code, (char *)NULL);
}

/* From the last to the first, so that siblings stand in the register's order.
 */
static void link_children(struct areas *areas)
{
    for (uint32_t i = areas->count; i-- > 0;) {
        struct area *child = &areas->items[i];
        if (child->parent == NO_AREA)
            continue;
        struct area *parent = &areas->items[child->parent];
        child->next_sibling = parent->first_child;
        parent->first_child = i;
    }
}

bool areas_build(struct areas *areas, const char *file, struct arena *arena,
                 struct fault *fault)
{
    for (uint32_t i = 0; i < areas->count; i++)
        if (!check_area(&areas->items[i], file, arena, fault))
            return false;
    if (areas->count > 1)
        qsort(areas->items, areas->count, sizeof *areas->items, compare_areas);
    for (uint32_t i = 1; i < areas->count; i++)
        if (!check_lives(&areas->items[i - 1], &areas->items[i], file, fault))
            return false;
    areas->index = area_index_build(areas, arena);
    for (uint32_t i = 0; i < areas->count; i++)
        if (!link_parent(areas, &areas->items[i], file, fault))
            return false;
    link_children(areas);
    area_labels_build(areas, arena);
    return true;
}

void areas_index_again(struct areas *areas, struct arena *arena)
{
    areas->index = area_index_build(areas, arena);
    for (uint32_t i = 0; i < areas->count; i++)
        areas->items[i].first_child = areas->items[i].next_sibling = NO_AREA;
    link_children(areas);
    area_labels_build(areas, arena);
}

/* --- questions ----------------------------------------------------------- */

bool area_lives(const struct areas *areas, uint32_t area, date day)
{
    return date_within(day, areas->items[area].from, areas->items[area].to);
}

bool area_is_in(const struct areas *areas, uint32_t area, uint32_t above)
{
    while (area != NO_AREA && area != above)
        area = areas->items[area].parent;
    return area != NO_AREA;
}

uint32_t area_common(const struct areas *areas, uint32_t left, uint32_t right)
{
    while (left != NO_AREA && !area_is_in(areas, right, left))
        left = areas->items[left].parent;
    return left;
}

uint32_t area_at_tier(const struct areas *areas, uint32_t area, enum tier tier)
{
    while (area != NO_AREA && areas->items[area].tier != tier)
        area = areas->items[area].parent;
    return area;
}

uint32_t area_by_code(const struct areas *areas, const char *code, date day,
                      enum tier tier)
{
    const struct area_index *index = areas->index;
    uint32_t found = NO_AREA;
    for (int32_t i = index->by_code[area_hash(code, false) & index->mask];
         i != NO_ENTRY; i = index->next_code[i]) {
        const struct area *area = &areas->items[i];
        if (strcmp(area->code, code) != 0 ||
            (tier != TIER_NONE && area->tier != tier) ||
            !area_lives(areas, (uint32_t)i, day))
            continue;
        if (found != NO_AREA && area->tier != areas->items[found].tier)
            break; /* the highest tier has been seen */
        found = (uint32_t)i;
    }
    return found;
}

static bool said(const char *text)
{
    return text != NULL && text[0] != '\0';
}

const char *area_name(const struct areas *areas, uint32_t area,
                      const char *language)
{
    const struct area *item = &areas->items[area];
    bool english = strcmp(language, "en") == 0;
    const char *wanted = english ? item->name_en : item->name;
    const char *other = english ? item->name : item->name_en;
    if (said(wanted))
        return wanted;
    return said(other) ? other : item->code;
}

const char *area_attribute(const struct areas *areas, uint32_t area,
                           const char *attribute)
{
    const struct area *item = &areas->items[area];
    for (size_t i = 0; i < areas->attribute_count; i++)
        if (strcmp(areas->attribute_names[i], attribute) == 0)
            return said(item->attributes[i]) ? item->attributes[i] : "";
    return "";
}
