/*
 * places_heirs.c - what became of an area that is no more.
 *
 *  (1) Crossings are followed from reform to later reform (backwards: to
 *      earlier ones) until an area lives on the day; so no chain is a circle.
 *  (2) An area that no crossing names is followed through the parts it had on
 *      its last day (its first one when it has not begun).
 *  (3) A province's communes became communes, but the province became a
 *      province: what is found through parts is lifted to the area's own tier
 *      when all of it has an area of that tier above.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/grow.h"
#include "importers/places_heirs.h"

struct search {
    const struct study *study;
    date day;
    bool back; /* to what was before */
    uint32_t *found;
    size_t count, room;
};

static void search_add(struct search *search, uint32_t area)
{
    for (size_t i = 0; i < search->count; i++)
        if (search->found[i] == area)
            return;
    grow(search->found, search->count, search->room);
    search->found[search->count++] = area;
}

static void follow(struct search *search, uint32_t area, date since);

/* (1) [since]: the reform that led here; DATE_OPEN = none yet. */
static bool follow_crossings(struct search *search, uint32_t area, date since)
{
    const struct crosswalk *crosswalk = &search->study->crosswalk;
    bool any = false;
    for (size_t i = 0; i < crosswalk->count; i++) {
        const struct crossing *crossing = &crosswalk->items[i];
        uint32_t here = search->back ? crossing->to : crossing->from;
        bool further =
            search->back ? crossing->day < since : crossing->day > since;
        if (here != area || (since != DATE_OPEN && !further))
            continue;
        any = true;
        follow(search, search->back ? crossing->from : crossing->to,
               crossing->day);
    }
    return any;
}

static void follow(struct search *search, uint32_t area, date since)
{
    const struct areas *areas = &search->study->areas;
    if (area_lives(areas, area, search->day)) {
        search_add(search, area);
        return;
    }
    if (follow_crossings(search, area, since))
        return;
    const struct area *item = &areas->items[area]; /* (2) */
    date last = search->back ? item->from : date_before(item->to);
    for (uint32_t i = item->first_child; i != NO_AREA;
         i = areas->items[i].next_sibling)
        if (area_lives(areas, i, last))
            follow(search, i, since);
}

static uint32_t above_of_tier(const struct areas *areas, uint32_t area,
                              enum tier tier)
{
    while (area != NO_AREA && areas->items[area].tier > tier)
        area = areas->items[area].parent;
    return area != NO_AREA && areas->items[area].tier == tier ? area : NO_AREA;
}

/* (3) */
static void lift(struct search *search, enum tier tier)
{
    const struct areas *areas = &search->study->areas;
    size_t count = search->count;
    for (size_t i = 0; i < count; i++)
        if (above_of_tier(areas, search->found[i], tier) == NO_AREA)
            return;
    search->count = 0;
    for (size_t i = 0; i < count; i++)
        search_add(search, above_of_tier(areas, search->found[i], tier));
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

size_t place_heirs(const struct study *study, uint32_t area, date day,
                   uint32_t found[], size_t room)
{
    const struct area *item = &study->areas.items[area];
    struct search search = { .study = study,
                             .day = day,
                             .back =
                                 item->from != DATE_OPEN && day < item->from };
    follow(&search, area, DATE_OPEN);
    lift(&search, item->tier);
    if (search.count > 1)
        qsort(search.found, search.count, sizeof *search.found, by_number);
    for (size_t i = 0; i < search.count && i < room; i++)
        found[i] = search.found[i];
    free(search.found);
    return search.count;
}

date place_tier_end(const struct areas *areas, enum tier tier, date day)
{
    date last = DATE_OPEN;
    for (uint32_t i = 0; i < areas->count; i++) {
        const struct area *area = &areas->items[i];
        if (area->tier != tier)
            continue;
        if (area_lives(areas, i, day))
            return DATE_OPEN;
        if (area->to != DATE_OPEN && area->to <= day && area->to > last)
            last = area->to;
    }
    return last;
}
