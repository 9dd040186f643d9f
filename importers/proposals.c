/*
 * proposals.c - names that no area has, and the aliases that would settle them.
 *
 *  (1) What people put around a name is no part of it: "1. Tiền Hải",
 *      "Tiền Hải (1)", "Tiền Hải *".
 *  (2) Two lives of one area have one code and are one candidate.
 *  (3) One letter may differ only in a name of four letters or more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "engine/model/area_index.h"
#include "importers/proposals.h"

enum { LETTERS_TO_DIFFER = 4, FARTHEST = 9 };

struct proposals *proposals_new(struct arena *arena)
{
    struct proposals *proposals = arena_new_of(arena, struct proposals);
    proposals->arena = arena;
    proposals->names = symbols_new(arena);
    arena_defer(arena, grow_release, &proposals->items);
    return proposals;
}

/* (1) */
static const char *core(const char *written, struct arena *arena)
{
    static const char around[] = "0123456789.()[]* ";
    const char *start = written + strspn(written, around);
    size_t length = strlen(start);
    while (length > 0 && strchr(around, start[length - 1]) != NULL)
        length--;
    return arena_copy(arena, start, length);
}

static const char *bare(const char *name, struct arena *arena)
{
    return area_bare_key(arena, area_name_key(arena, name, NULL));
}

static unsigned distance_to(const struct areas *areas, uint32_t area,
                            const char *key, struct arena *arena)
{
    return text_distance(key, bare(areas->items[area].name, arena), FARTHEST);
}

/* (2) */
static bool same_area(const struct areas *areas, uint32_t a, uint32_t b)
{
    return areas->items[a].tier == areas->items[b].tier &&
           strcmp(areas->items[a].code, areas->items[b].code) == 0;
}

static enum proposal_verdict judge(const struct reading *reading,
                                   const struct place_answer *answer,
                                   const struct place_question *question)
{
    struct arena *arena = reading->arena;
    const struct areas *areas = &reading->study->areas;
    const uint32_t *found = answer->candidates;
    if (answer->candidate_count == 0)
        return PROPOSAL_NONE_NEAR;
    if (answer->outcome == PLACE_AMBIGUOUS)
        return PROPOSAL_SEVERAL;
    if (answer->elsewhere || (question->within != NO_AREA &&
                              !area_is_in(areas, found[0], question->within)))
        return PROPOSAL_ELSEWHERE;
    const char *key = bare(core(question->written, arena), arena);
    unsigned nearest = distance_to(areas, found[0], key, arena);
    for (size_t i = 1; i < answer->candidate_count; i++)
        if (!same_area(areas, found[0], found[i]) &&
            distance_to(areas, found[i], key, arena) <= nearest)
            return PROPOSAL_SEVERAL;
    unsigned most = text_length(key) >= LETTERS_TO_DIFFER; /* (3) */
    return nearest <= most ? PROPOSAL_CLEAR : PROPOSAL_FAR;
}

static bool stands(const struct study *study, const char *key,
                   const char *source)
{
    for (size_t i = 0; i < study->alias_count; i++) {
        const struct area_alias *alias = &study->aliases[i];
        if (strcmp(alias->written, key) == 0 &&
            (alias->source[0] == '\0' || strcmp(alias->source, source) == 0))
            return true;
    }
    return false;
}

/* The same name again: it may mean another area in another row. */
static void meet_again(struct proposal *old, const struct proposal *new,
                       const struct areas *areas)
{
    bool clear = old->verdict == PROPOSAL_CLEAR;
    if (clear != (new->verdict == PROPOSAL_CLEAR) ||
        (clear && !same_area(areas, old->area, new->area)))
        old->verdict = PROPOSAL_CONFLICT;
}

void proposals_add(const struct reading *reading,
                   const struct place_answer *answer,
                   const struct place_question *question,
                   struct finding_place place)
{
    struct proposals *proposals = reading->context->proposals;
    struct arena_mark mark = arena_mark(reading->arena);
    const struct study *study = reading->study;
    if (proposals == NULL || question->written[0] == '\0')
        return;
    const char *source = reading->plan != NULL ? reading->plan->name : "";
    const char *key = area_name_key(reading->arena, question->written, NULL);
    const char *name = arena_format(reading->arena, "%s\t%s", source, key);
    struct proposal new = {
        .line = place.line,
        .area = answer->candidate_count > 0 ? answer->candidates[0] : NO_AREA,
        .verdict = stands(study, key, source) ? PROPOSAL_STANDS
                                              : judge(reading, answer, question)
    };
    uint32_t at = symbol_intern(proposals->names, name, strlen(name));
    arena_rewind(reading->arena, mark);
    if (at < proposals->count) {
        meet_again(&proposals->items[at], &new, &study->areas);
        return;
    }
    new.written = text_shown(proposals->arena, question->written, 0);
    new.source = arena_string(proposals->arena, source);
    new.file = arena_string(proposals->arena, place.file);
    grow(proposals->items, proposals->count, proposals->room);
    proposals->items[proposals->count++] = new;
}

size_t proposals_clear(const struct proposals *proposals)
{
    size_t clear = 0;
    for (size_t i = 0; i < proposals->count; i++)
        clear += proposals->items[i].verdict == PROPOSAL_CLEAR;
    return clear;
}
