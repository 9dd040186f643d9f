/*
 * crosswalk_pieces.c - what stays one piece over the years, and what follows
 * what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/crosswalk.h"

static bool lives_during(const struct area *area, date from, date to)
{
    return area->from <= to && (area->to == DATE_OPEN || area->to > from);
}

/* Sets that grow together; the first area of a set is its root. */
static uint32_t root_of(uint32_t *sets, uint32_t a)
{
    while (sets[a] != a)
        a = sets[a] = sets[sets[a]];
    return a;
}

static void join(uint32_t *sets, uint32_t a, uint32_t b)
{
    a = root_of(sets, a);
    b = root_of(sets, b);
    if (a < b)
        sets[b] = a;
    else
        sets[a] = b;
}

static void join_all(uint32_t *sets, const struct areas *areas,
                     const struct crosswalk *crosswalk, date from, date to,
                     enum tier tier, const bool units[])
{
    for (uint32_t a = 0; a < areas->count; a++)
        sets[a] = a;
    for (size_t i = 0; i < crosswalk->count; i++) {
        const struct crossing *c = &crosswalk->items[i];
        if (c->day > from && c->day <= to && units[c->from] && units[c->to])
            join(sets, c->from, c->to);
    }
    for (uint32_t a = 0; a < areas->count; a++) {
        uint32_t above = area_at_tier(areas, a, tier);
        if (units[a] && above != NO_AREA &&
            lives_during(&areas->items[a], from, to) &&
            lives_during(&areas->items[above], from, to))
            join(sets, a, above);
    }
}

uint32_t *crosswalk_pieces(const struct areas *areas,
                           const struct crosswalk *crosswalk, date from,
                           date to, enum tier tier, struct arena *arena)
{
    uint32_t count = areas->count;
    uint32_t *sets = arena_array(arena, count, uint32_t);
    uint32_t *first = arena_array(arena, count, uint32_t);
    const bool *units = crosswalk_units(areas, crosswalk, arena);
    join_all(sets, areas, crosswalk, from, to, tier, units);
    for (uint32_t a = 0; a < count; a++)
        first[a] = NO_AREA;
    for (uint32_t a = 0; a < count; a++) {
        const struct area *area = &areas->items[a];
        uint32_t root = root_of(sets, a);
        if (area->tier == tier && lives_during(area, from, to) &&
            first[root] == NO_AREA)
            first[root] = a;
    }
    for (uint32_t a = 0; a < count; a++)
        sets[a] = root_of(sets, a);
    for (uint32_t a = 0; a < count; a++) {
        const struct area *area = &areas->items[a];
        bool part =
            (units[a] || area->tier == tier) && lives_during(area, from, to);
        sets[a] = part ? first[sets[a]] : NO_AREA;
    }
    return sets;
}

/* What the members of a piece are called together. */
struct joined {
    struct text code, name, name_en;
    size_t codes;
    uint32_t parent;
};

static void add_text(struct text *text, const char *between, const char *word)
{
    if (word != NULL && *word != '\0')
        text_addf(text, "%s%s", text->length > 0 ? between : "", word);
}

static void add_member(struct joined *j, const struct areas *areas,
                       const struct area *member)
{
    j->parent = j->codes++ == 0 ? member->parent
                                : area_common(areas, j->parent, member->parent);
    add_text(&j->code, "+", member->code);
    add_text(&j->name, " + ", member->name);
    add_text(&j->name_en, " + ", member->name_en);
}

static const char *kept(struct text *text, struct arena *arena)
{
    const char *copy = arena_string(arena, text->length > 0 ? text->bytes : "");
    text_free(text);
    return copy;
}

void crosswalk_piece_area(struct area *out, const struct areas *areas,
                          const uint32_t pieces[], uint32_t first,
                          struct arena *arena)
{
    struct joined j = { text_new(), text_new(), text_new(), 0, NO_AREA };
    uint32_t last = NO_AREA;
    for (uint32_t a = first; a < areas->count; a++) {
        const struct area *member = &areas->items[a];
        if (pieces[a] != first || member->tier != areas->items[first].tier)
            continue;
        if (last == NO_AREA ||
            !text_same(member->code, areas->items[last].code))
            add_member(&j, areas, member); /* lives of a code are neighbours */
        last = a;
    }
    *out = areas->items[last == NO_AREA || j.codes > 1 ? first : last];
    const char *code = kept(&j.code, arena), *name = kept(&j.name, arena);
    const char *name_en = kept(&j.name_en, arena);
    if (j.codes < 2)
        return;
    out->code = code;
    out->name = name;
    out->name_en = name_en;
    out->parent = j.parent;
    out->alias_count = 0;
    out->type = "";
    out->attributes = arena_array(arena, areas->attribute_count, const char *);
    for (size_t i = 0; i < areas->attribute_count; i++)
        out->attributes[i] = "";
}

/* How much of [area] the rows of its last day give to each area of its tier. */
static void tally(unsigned given[], const struct areas *areas,
                  const struct crosswalk *crosswalk, uint32_t area, bool itself)
{
    for (size_t i = 0; i < crosswalk->count; i++) {
        const struct crossing *c = &crosswalk->items[i];
        bool its = itself ? c->from == area : area_is_in(areas, c->from, area);
        uint32_t to = area_at_tier(areas, c->to, areas->items[area].tier);
        if (c->day == areas->items[area].to && its && to != NO_AREA &&
            area_lives(areas, to, c->day))
            given[to]++;
    }
}

uint32_t crosswalk_successor(const struct areas *areas,
                             const struct crosswalk *crosswalk, uint32_t area)
{
    uint32_t most = NO_AREA;
    struct arena *scratch = arena_new();
    unsigned *given = arena_array(scratch, areas->count, unsigned);
    tally(given, areas, crosswalk, area, true);
    tally(given, areas, crosswalk, area, false);
    for (uint32_t a = 0; a < areas->count; a++)
        if (given[a] > 0 && (most == NO_AREA || given[a] > given[most]))
            most = a;
    arena_free(scratch);
    return most;
}

/* The one area that [area] succeeds; NO_AREA when there are several or none.
 * Only those that a row of its first day leads from are asked. */
static uint32_t predecessor(const struct areas *areas,
                            const struct crosswalk *crosswalk, uint32_t area)
{
    enum tier tier = areas->items[area].tier;
    uint32_t found = NO_AREA;
    for (size_t i = 0; i < crosswalk->count; i++) {
        const struct crossing *c = &crosswalk->items[i];
        if (c->day != areas->items[area].from ||
            area_at_tier(areas, c->to, tier) != area)
            continue;
        uint32_t before = area_at_tier(areas, c->from, tier);
        if (before == NO_AREA || before == found ||
            areas->items[before].to != c->day ||
            crosswalk_successor(areas, crosswalk, before) != area)
            continue;
        if (found != NO_AREA)
            return NO_AREA;
        found = before;
    }
    return found;
}

uint32_t crosswalk_on_day(const struct areas *areas,
                          const struct crosswalk *crosswalk, uint32_t area,
                          date day)
{
    uint32_t at = area;
    while (at != NO_AREA && !area_lives(areas, at, day))
        at = day < areas->items[at].from
                 ? predecessor(areas, crosswalk, at)
                 : crosswalk_successor(areas, crosswalk, at);
    return at == NO_AREA ? area : at;
}
