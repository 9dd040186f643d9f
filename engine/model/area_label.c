/*
 * area_label.c - names that tell areas apart.
 *
 *  (1) An area may be taken for one above it of the same name, or for one of
 * its own tier whose life overlaps. Areas below it do not matter: a reader of
 *      districts does not think of communes.
 *  (2) The type in front comes first; the area above in brackets only where an
 *      area of the same tier and type has the name, too.
 *  (3) Areas of one name in one language are chained, so that a register of ten
 *      thousand costs no more than its homonyms, and of these only as many as
 *      it takes to know.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/area_index.h"

enum likeness { ALIKE_NONE, ALIKE_NAME, ALIKE_TYPE };

static bool lives_meet(const struct area *a, const struct area *b)
{
    return (a->to == DATE_OPEN || b->from == DATE_OPEN || b->from < a->to) &&
           (b->to == DATE_OPEN || a->from == DATE_OPEN || a->from < b->to);
}

static bool same_type(const struct area *a, const struct area *b)
{
    return a->type != NULL && b->type != NULL && strcmp(a->type, b->type) == 0;
}

static enum likeness likeness(const struct areas *areas, uint32_t area,
                              uint32_t other, const char *language)
{
    const struct area *a = &areas->items[area], *b = &areas->items[other];
    bool above = b->tier < a->tier && area_is_in(areas, area, other); /* (1) */
    if (area == other || !(above || a->tier == b->tier) || !lives_meet(a, b) ||
        strcmp(area_name(areas, area, language),
               area_name(areas, other, language)) != 0)
        return ALIKE_NONE;
    return a->tier == b->tier && same_type(a, b) ? ALIKE_TYPE : ALIKE_NAME;
}

/* (3) */
struct namesakes {
    const struct areas *areas;
    const char *language;
    size_t mask;
    uint32_t *first, *next; /* NO_AREA: the end */
};

static struct namesakes chain_names(const struct areas *areas,
                                    const char *language, struct arena *arena)
{
    size_t slots = 64;
    while (slots < areas->count)
        slots *= 2;
    struct namesakes same = { areas, language, slots - 1,
                              arena_array(arena, slots, uint32_t),
                              arena_array(arena, areas->count, uint32_t) };
    for (size_t i = 0; i < slots; i++)
        same.first[i] = NO_AREA;
    for (uint32_t i = 0; i < areas->count; i++) {
        size_t slot =
            area_hash(area_name(areas, i, language), false) & same.mask;
        same.next[i] = same.first[slot];
        same.first[slot] = i;
    }
    return same;
}

static const char *label_of(const struct namesakes *same, uint32_t area,
                            struct arena *arena)
{
    const struct areas *areas = same->areas;
    const struct area *a = &areas->items[area];
    const char *name = area_name(areas, area, same->language);
    bool typed = a->type != NULL && *a->type != '\0';
    enum likeness most = ALIKE_NONE, enough = typed ? ALIKE_TYPE : ALIKE_NAME;
    for (uint32_t i = same->first[area_hash(name, false) & same->mask];
         i != NO_AREA && most < enough; i = same->next[i]) {
        enum likeness found = likeness(areas, area, i, same->language);
        most = found > most ? found : most;
    }
    if (most == ALIKE_NAME && typed)
        return arena_format(arena, "%s %s", a->type, name);
    if (most != ALIKE_NONE && a->parent != NO_AREA) /* (2) */
        return arena_format(arena, "%s (%s)", name,
                            area_name(areas, a->parent, same->language));
    return name;
}

void area_labels_build(struct areas *areas, struct arena *arena)
{
    struct arena *scratch = arena_new();
    struct namesakes vi = chain_names(areas, "vi", scratch),
                     en = chain_names(areas, "en", scratch);
    for (uint32_t i = 0; i < areas->count; i++) {
        areas->items[i].label = label_of(&vi, i, arena);
        areas->items[i].label_en = label_of(&en, i, arena);
    }
    arena_free(scratch);
}

const char *area_label(const struct areas *areas, uint32_t area,
                       const char *language)
{
    const struct area *a = &areas->items[area];
    return text_same(language, "vi") ? a->label : a->label_en;
}
