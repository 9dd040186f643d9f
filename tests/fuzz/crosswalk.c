/*
 * crosswalk.c - areas.csv and crosswalk.csv of a project. What loads can be
 * relied on: parents above their children, every area found by its code and its
 * name, every crossing between areas that live, all of an area handed over.
 * Then the walk between days that occur, the pieces and the successors, which
 * crosswalk.h promises something of, and numbers in the parts that come out.
 *
 * A line of three dashes parts the two files; without one all of it is
 * crosswalk.csv, for the sample's areas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/files.h"
#include "engine/base/number.h"
#include "engine/compute/restate/restate_facts.h"
#include "engine/model/crosswalk.h"
#include "importers/study_loader.h"

static char folder[] = "/tmp/hoctap-fuzz-XXXXXX";

static void remove_folder(void)
{
    static const char *const names[] = { "areas.csv", "crosswalk.csv" };
    char path[64];
    for (size_t i = 0; i < COUNT(names); i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        (void)unlink(path);
    }
    (void)rmdir(folder);
}

static void put(const char *name, const char *bytes, size_t size)
{
    static bool made;
    char path[64];
    if (!made) {
        must(mkdtemp(folder) != NULL);
        atexit(remove_folder);
        made = true;
    }
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    must(file != NULL && fwrite(bytes, 1, size, file) == size);
    must(fclose(file) == 0);
}

static void check_areas(const struct areas *areas, struct arena *arena)
{
    for (uint32_t i = 0; i < areas->count; i++) {
        const struct area *area = &areas->items[i];
        uint32_t found;
        enum tier implied;
        struct area_scope scope = { area->from, area->tier, NO_AREA };
        must(area->tier > TIER_NONE && area->tier < TIER_COUNT);
        must(area->to == DATE_OPEN || area->from < area->to);
        must(
            area->parent == NO_AREA ||
            (area->parent < i && areas->items[area->parent].tier < area->tier));
        must(area->from == DATE_OPEN ||
             area_by_code(areas, area->code, area->from, area->tier) == i);
        /* A district called X. Bình says that it is a commune. */
        (void)area_name_key(arena, area->name, &implied);
        must((implied != TIER_NONE && implied != area->tier) ||
             areas_named(areas, area->name, scope, &found, 1, NULL) > 0);
        must(area_label(areas, i, "vi")[0] != '\0');
    }
}

/* Is the sum of one area's weights on one day 1, or are there none? */
static void check_group(const struct crossing *items, size_t count)
{
    double sum = 0;
    size_t given = 0;
    for (size_t i = 0; i < count; i++) {
        must(i == 0 || items[i - 1].to < items[i].to);
        if (!has_value(items[i].weight))
            continue;
        must(items[i].weight > 0 && items[i].weight <= 1);
        sum += items[i].weight;
        given++;
    }
    must(given == 0 || (given == count && fabs(sum - 1) <= 1e-6));
}

static void check_crosswalk(const struct crosswalk *crosswalk,
                            const struct areas *areas)
{
    size_t start = 0;
    for (size_t i = 0; i < crosswalk->count; i++) {
        const struct crossing *now = &crosswalk->items[i];
        const struct crossing *first = &crosswalk->items[start];
        must(now->from < areas->count && now->to < areas->count);
        must(area_lives(areas, now->to, now->day));
        must(areas->items[now->from].from < now->day);
        must(first->day <= now->day);
        if (first->day == now->day && first->from == now->from)
            continue;
        must(first->day < now->day || first->from < now->from);
        check_group(first, i - start);
        start = i;
    }
    check_group(crosswalk->items + start, crosswalk->count - start);
}

/* --- the walk --------------------------------------------------------------
 */

/* More areas times rows than this are not walked: an input is to be quick. */
enum { MOST_WORK = 20000, WALKS = 4, ASKED = 6, MOST_PARTS = 64 };

struct walker {
    const struct areas *areas;
    const struct crosswalk *crosswalk;
    const bool *units;
    bool even; /* no row leads from a unit to what is none, or back */
    struct arena *arena;
    uint64_t dice;
};

static uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t x = (a ^ b) * UINT64_C(0x9e3779b97f4a7c15);
    return x ^ (x >> 29);
}

static uint32_t roll(struct walker *w, size_t sides)
{
    w->dice = mix(w->dice, 88172645463325252u);
    return (uint32_t)((w->dice >> 16) % sides);
}

/* Sizes out of the numbers, as far apart as a hamlet and a country. */
static bool know_sizes(void *context, date day, uint32_t whole,
                       const uint32_t parts[], size_t count, bool before,
                       double sizes[])
{
    uint64_t hash = mix(*(const uint64_t *)context, mix((uint64_t)day, whole));
    for (size_t i = 0; i < count; i++) {
        uint64_t own = mix(mix(hash, before), parts[i]);
        sizes[i] = (double)(1 + own % 97) * (own >> 40 & 1 ? 1 : 1e6);
    }
    return hash % 5 != 0;
}

/* A day on which something begins or ends, or the one before. */
static date pick_day(struct walker *w)
{
    const struct area *area = &w->areas->items[roll(w, w->areas->count)];
    unsigned kind = roll(w, 6);
    date day = kind == 0   ? area->from
               : kind == 1 ? area->to
               : w->crosswalk->count > 0
                   ? w->crosswalk->items[roll(w, w->crosswalk->count)].day
                   : 20250701;
    if (day == DATE_OPEN)
        day = 20250701;
    return roll(w, 2) == 0 ? day : date_before(day);
}

/* No unit lies in another; what a row names is one, or has one below. */
static void check_units(struct walker *w)
{
    const struct areas *areas = w->areas;
    bool *holds = arena_array(w->arena, areas->count, bool);
    for (uint32_t a = areas->count; a-- > 0;) {
        must(!w->units[a] || !holds[a]);
        holds[a] = holds[a] || w->units[a];
        if (holds[a] && areas->items[a].parent != NO_AREA)
            holds[areas->items[a].parent] = true;
    }
    w->even = true;
    for (size_t i = 0; i < w->crosswalk->count; i++) {
        const struct crossing *c = &w->crosswalk->items[i];
        uint32_t above = areas->items[c->from].parent;
        while (above != NO_AREA && !w->units[above])
            above = areas->items[above].parent;
        must(holds[c->from] || above != NO_AREA);
        w->even = w->even && w->units[c->from] == w->units[c->to];
    }
}

static void check_division(struct walker *w, const struct shares *shares)
{
    double exact[MOST_PARTS], parts[MOST_PARTS], sum = 0;
    double value = (double)((w->dice >> 10) >> roll(w, 54));
    if (shares->count > MOST_PARTS)
        return;
    if (value >= 9007199254740992. || roll(w, 8) == 0)
        value = -floor(value / 2);
    for (size_t i = 0; i < shares->count; i++)
        exact[i] = shares->items[i].part;
    facts_divide(parts, value, exact, shares->count);
    for (size_t i = 0; i < shares->count; i++) {
        double slack = fmin(1e-9 + 1e-14 * fabs(value), .5);
        must(!(fabs(parts[i] - round(parts[i])) > 0));
        must(fabs(parts[i] - value * exact[i]) < 1 + slack);
        sum += parts[i];
    }
    must(!(fabs(sum - value) > 0));
}

static void check_shares(struct walker *w, uint32_t unit,
                         const struct shares *shares, date from, date to)
{
    double sum = 0;
    if (shares->count == 0)
        return;
    must(w->units[unit] && area_lives(w->areas, unit, from));
    for (size_t i = 0; i < shares->count; i++) {
        const struct share *share = &shares->items[i];
        must(i == 0 || share[-1].area < share->area);
        must(share->area < w->areas->count);
        must(area_lives(w->areas, share->area, to));
        must(!w->even || w->units[share->area]);
        must(share->part > 0 && share->part <= 1);
        sum += share->part;
    }
    must(fabs(sum - 1) <= 1e-9);
    must(shares->count > 1 || shares->items[0].part >= 1);
    must(shares->inferred || shares->within == NO_AREA);
    check_division(w, shares);
}

static void check_walk(struct walker *w, const struct passages *passages)
{
    for (int i = 0; i < WALKS; i++) {
        date from = pick_day(w), to = i == 0 ? from : pick_day(w);
        struct shares *all =
            crosswalk_walk(w->areas, w->units, passages, from, to, w->arena);
        for (uint32_t a = 0; a < w->areas->count; a++) {
            check_shares(w, a, &all[a], from, to);
            if (from == to && w->units[a] && area_lives(w->areas, a, from))
                must(all[a].count == 1 && all[a].items[0].area == a);
        }
    }
}

static void check_passages(struct walker *w, struct size_source sizes)
{
    struct passages p;
    passages_build(&p, w->areas, w->crosswalk, sizes, w->arena);
    must(p.count >= w->crosswalk->count);
    for (size_t i = 0; i < p.count; i++) {
        const struct passage *row = &p.items[i];
        must(p.by_to[i] < p.count);
        must(row->forward > 0 && row->forward <= 1);
        must(row->backward >= 0 && row->backward <= 1);
        must(area_lives(w->areas, row->from, date_before(row->day)));
        must(area_lives(w->areas, row->to, row->day));
    }
    check_walk(w, &p);
}

/* The first member of each piece tells it, and a piece can be named. */
static void check_pieces(struct walker *w, enum tier tier)
{
    const struct areas *areas = w->areas;
    date one = pick_day(w), other = pick_day(w);
    date from = one < other ? one : other, to = one < other ? other : one;
    const uint32_t *pieces =
        crosswalk_pieces(areas, w->crosswalk, from, to, tier, w->arena);
    for (uint32_t a = 0; a < areas->count; a++) {
        uint32_t first = pieces[a];
        if (first == NO_AREA)
            continue;
        struct area whole;
        must(pieces[first] == first && areas->items[first].tier == tier);
        must(areas->items[a].tier != tier || first <= a);
        if (first != a)
            continue;
        crosswalk_piece_area(&whole, areas, pieces, a, w->arena);
        must(whole.tier == tier && whole.code[0] != '\0');
        must(whole.parent == NO_AREA || areas->items[whole.parent].tier < tier);
    }
    for (size_t i = 0; i < w->crosswalk->count; i++) {
        const struct crossing *c = &w->crosswalk->items[i];
        if (c->day > from && c->day <= to && w->units[c->from] &&
            w->units[c->to])
            must(pieces[c->from] == pieces[c->to]);
    }
}

static void check_successors(struct walker *w)
{
    const struct areas *areas = w->areas;
    for (int i = 0; i < ASKED; i++) {
        uint32_t area = roll(w, areas->count);
        if (w->crosswalk->count > 0 && i % 2 == 0)
            area = w->crosswalk->items[roll(w, w->crosswalk->count)].from;
        const struct area *asked = &areas->items[area];
        date day = pick_day(w);
        uint32_t next = crosswalk_successor(areas, w->crosswalk, area);
        uint32_t then = crosswalk_on_day(areas, w->crosswalk, area, day);
        must(next == NO_AREA ||
             (next != area && areas->items[next].tier == asked->tier &&
              area_lives(areas, next, asked->to)));
        must(then == area ||
             (areas->items[then].tier == asked->tier &&
              area_lives(areas, then, day) && !area_lives(areas, area, day)));
    }
}

static void check_reforms(const struct study *study, struct arena *arena,
                          uint64_t seed)
{
    struct walker w = { &study->areas, &study->crosswalk, NULL, true, arena,
                        seed };
    if (w.areas->count == 0 ||
        w.areas->count * (w.crosswalk->count + 1) > MOST_WORK)
        return;
    w.units = crosswalk_units(w.areas, w.crosswalk, arena);
    check_units(&w);
    check_passages(&w, (struct size_source){ NULL, NULL });
    check_passages(&w, (struct size_source){ know_sizes, &seed });
    for (uint32_t a = 0; a < w.areas->count; a++) /* sorted by tier */
        if (a == 0 || w.areas->items[a - 1].tier != w.areas->items[a].tier)
            check_pieces(&w, w.areas->items[a].tier);
    check_successors(&w);
}

/* FNV-1a: walks depend on the bytes alone. */
static uint64_t hash_of(const unsigned char *bytes, size_t size)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ bytes[i]) * UINT64_C(0x100000001b3);
    return hash;
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    static const char part[] = "\n---\n";
    struct arena *arena = arena_new();
    struct fault fault = { .code = FAULT_NONE };
    struct study study = { .data_folder = "data" };
    struct study_loader loader = { .study = &study,
                                   .arena = arena,
                                   .fault = &fault,
                                   .data = "data",
                                   .project = folder };
    const char *text = (const char *)bytes;
    const char *line = memmem(text, size, part, sizeof part - 1);
    const char *crossings = line == NULL ? text : line + sizeof part - 1;
    put("areas.csv", text, line == NULL ? 0 : (size_t)(line - text));
    put("crosswalk.csv", crossings, size - (size_t)(crossings - text));
    if (line == NULL)
        study.areas = fuzz_sample()->areas;
    else if (study_load_areas(&loader))
        check_areas(&study.areas, arena);
    else
        fuzz_must_say(&fault);
    if (fault.code == FAULT_NONE && study_load_crosswalk(&loader)) {
        check_crosswalk(&study.crosswalk, &study.areas);
        check_reforms(&study, arena, hash_of(bytes, size));
    } else {
        fuzz_must_say(&fault);
    }
    arena_free(arena);
    return 0;
}
