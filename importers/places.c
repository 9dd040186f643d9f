/*
 * places.c - written areas into areas of the register.
 *
 *  (1) A code is exact for a day; it is believed before a name and before the
 *      parent's column.
 *  (2) A name is looked for in the column's tier; then, as a total among its
 *      parts, in the tiers above; then, word for word, among the register's
 *      aliases, which may end in a word that elsewhere is a type.
 *  (3) An alias is a user's decision about a name that fits no area or too
 *      many; so it is asked after the register, within the parent when there
 *      is one.
 *  (4) Spreadsheets make numbers of codes: 00001 becomes 1 or 1.0. But quarters
 *      and wards have numbers for names. So a cell of digits is asked for both;
 *      it is followed when one area alone fits.
 *  (5) An area below the column's tier is taken last, by its exact code or
 *      name: a unit outside the provinces in a table of provinces. But when an
 *      area of the column's tier had that name on another day, the row means
 *      that one.
 *  (6) Suggestions are the nearest names and never decide.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "importers/places_number.h"

struct places {
    struct reading *reading;
    const struct areas *areas;
    struct symbols *questions; /* as bytes: what was asked */
    struct place_answer *answers;
    size_t room;
};

struct places *places_new(struct reading *reading)
{
    struct places *places = arena_new_of(reading->arena, struct places);
    places->reading = reading;
    places->areas = &reading->study->areas;
    places->questions = symbols_new(reading->arena);
    arena_defer(reading->arena, grow_release, &places->answers);
    return places;
}

/* Does the source say period and date itself? */
static bool date_stands(const struct reading *reading)
{
    return reading->plan != NULL && reading->plan->period != NO_PERIOD &&
           reading->plan->cutoff != DATE_OPEN;
}

bool places_dated(const struct reading *reading, period p)
{
    enum { YEAR = 10000 }; /* of a date's number */
    return date_stands(reading) || (reading->cutoff >= period_start(p) &&
                                    reading->cutoff < period_end(p) + YEAR);
}

date places_day(const struct reading *reading, period p)
{
    if (date_stands(reading))
        return reading->cutoff;
    if (p == NO_PERIOD)
        return DATE_OPEN;
    return places_dated(reading, p) && reading->cutoff < period_end(p)
               ? reading->cutoff
               : period_end(p);
}

bool place_settle(struct place_answer *answer, uint32_t area, bool repaired)
{
    answer->outcome = PLACE_FOUND;
    answer->area = area;
    answer->repaired = repaired;
    return true;
}

void place_candidates(struct place_answer *answer, const uint32_t found[],
                      size_t count)
{
    answer->candidate_count =
        count < PLACE_CANDIDATES ? count : PLACE_CANDIDATES;
    memcpy(answer->candidates, found, answer->candidate_count * sizeof *found);
}

/* (1) In the column's own tier. */
static bool by_own_code(const struct areas *areas,
                        const struct place_question *question,
                        struct place_answer *answer)
{
    uint32_t area =
        area_by_code(areas, question->written, question->day, question->tier);
    return area != NO_AREA && place_settle(answer, area, false);
}

/* (1) There, or in a tier above. */
static bool by_code(const struct areas *areas, const char *code,
                    const struct place_question *question,
                    struct place_answer *answer)
{
    uint32_t area = area_by_code(areas, code, question->day, question->tier);
    if (area == NO_AREA && question->tier != TIER_NONE) {
        area = area_by_code(areas, code, question->day, TIER_NONE);
        if (area != NO_AREA && !place_is_above(areas, area, question->tier))
            area = NO_AREA;
    }
    return area != NO_AREA && place_settle(answer, area, false);
}

/* True: one area has that name. Several become candidates. */
static bool by_name(const struct areas *areas, const char *written,
                    struct area_scope scope, struct place_answer *answer)
{
    uint32_t found[PLACE_CANDIDATES];
    bool repaired = false;
    size_t count =
        areas_named(areas, written, scope, found, PLACE_CANDIDATES, &repaired);
    if (count == 1)
        return place_settle(answer, found[0], repaired);
    if (count > 1 && answer->candidate_count == 0)
        place_candidates(answer, found, count);
    return false;
}

/* A total stands above the parent in its row or is the parent itself. */
static bool related(const struct areas *areas,
                    const struct place_question *question, uint32_t area)
{
    return question->within == NO_AREA || question->heading ||
           area_is_in(areas, question->within, area) ||
           area_is_in(areas, area, question->within);
}

/* (2) Second half; the nearest tier above first. */
static bool by_higher_name(const struct areas *areas,
                           const struct place_question *question,
                           struct place_answer *answer)
{
    for (int tier = (int)question->tier - 1; tier > TIER_NONE; tier--) {
        struct area_scope scope = { question->day, (enum tier)tier, NO_AREA };
        struct place_answer trial = { .outcome = PLACE_UNKNOWN };
        if (by_name(areas, question->written, scope, &trial) &&
            !related(areas, question, trial.area))
            continue;
        *answer = trial;
        if (trial.outcome == PLACE_FOUND)
            return true;
        if (trial.candidate_count > 0)
            return false;
    }
    return false;
}

static bool names(const struct places *places,
                  const struct place_question *question,
                  struct place_answer *answer)
{
    const struct areas *areas = places->areas;
    uint32_t root = places->reading->study->project.root;
    struct area_scope scope = { question->day, question->tier,
                                question->within };
    if (scope.within == NO_AREA)
        scope.within = root;
    if (by_name(areas, question->written, scope, answer))
        return true;
    if (answer->candidate_count > 0)
        return false;
    if (question->within == NO_AREA && root != NO_AREA) {
        scope.within = NO_AREA;
        if (by_name(areas, question->written, scope, answer))
            return true;
        if (answer->candidate_count > 0)
            return false;
    }
    return by_higher_name(areas, question, answer);
}

/* (2) The last part: one living area alone has that alias. */
static bool word_for_word(const struct places *places,
                          const struct place_question *question,
                          struct place_answer *answer)
{
    const struct areas *areas = places->areas;
    struct arena *arena = places->reading->arena;
    const char *wanted = text_fold(arena, question->written);
    uint32_t found = NO_AREA;
    for (uint32_t i = 0; i < areas->count; i++) {
        const struct area *area = &areas->items[i];
        for (size_t k = 0; k < area->alias_count; k++) {
            if (strcmp(text_fold(arena, area->aliases[k]), wanted) != 0 ||
                !area_lives(areas, i, question->day))
                continue;
            if (found != NO_AREA && found != i)
                return false;
            found = i;
        }
    }
    return found != NO_AREA && place_settle(answer, found, false);
}

/* (3) */
static bool by_alias(const struct places *places,
                     const struct place_question *question,
                     struct place_answer *answer)
{
    const struct reading *reading = places->reading;
    const char *group = reading->plan != NULL ? reading->plan->name : "";
    const char *key = area_name_key(reading->arena, question->written, NULL);
    for (size_t i = 0; i < reading->study->alias_count; i++) {
        const struct area_alias *alias = &reading->study->aliases[i];
        if (strcmp(alias->written, key) != 0 ||
            (alias->source[0] != '\0' && strcmp(alias->source, group) != 0))
            continue;
        uint32_t area = area_by_code(places->areas, alias->code, question->day,
                                     alias->tier);
        if (area != NO_AREA &&
            (question->within == NO_AREA ||
             area_is_in(places->areas, area, question->within)))
            return place_settle(answer, area, false);
    }
    return false;
}

/* Of the areas of that name that do not live on the day, the one that lived
 * last before it, else the first. */
static uint32_t named_once(const struct places *places,
                           const struct place_question *question,
                           struct area_scope scope)
{
    const struct areas *areas = places->areas;
    uint32_t found[PLACE_CANDIDATES], best = NO_AREA;
    bool repaired;
    size_t count = areas_named(areas, question->written, scope, found,
                               PLACE_CANDIDATES, &repaired);
    if (repaired)
        return NO_AREA;
    for (size_t i = 0; i < count && i < PLACE_CANDIDATES; i++) {
        const struct area *area = &areas->items[found[i]];
        if (area_lives(areas, found[i], question->day))
            continue;
        if (best == NO_AREA ||
            (area->to != DATE_OPEN && area->to <= question->day &&
             area->to > areas->items[best].to))
            best = found[i];
    }
    return best;
}

/* Known by code or name on some other day, in the column's tier or above? */
static bool not_living(const struct places *places,
                       const struct place_question *question,
                       struct place_answer *answer)
{
    const struct areas *areas = places->areas;
    struct place_answer trial = { .outcome = PLACE_UNKNOWN };
    struct place_question any = *question;
    trial.area = NO_AREA;
    any.day = DATE_OPEN;
    if (question->day == DATE_OPEN)
        return false;
    (void)by_code(areas, question->written, &any, &trial);
    int tier = (int)question->tier;
    do {
        struct area_scope scope = { DATE_OPEN, (enum tier)tier,
                                    tier == (int)question->tier
                                        ? question->within
                                        : NO_AREA };
        if (trial.area == NO_AREA)
            trial.area = named_once(places, question, scope);
    } while (trial.area == NO_AREA && --tier > TIER_NONE);
    if (trial.area == NO_AREA)
        return false;
    answer->outcome = PLACE_NOT_LIVING;
    answer->area = trial.area;
    return true;
}

/* (5) */
static bool by_lower_tier(const struct places *places,
                          const struct place_question *question,
                          struct place_answer *answer)
{
    struct place_question any = *question;
    any.tier = TIER_NONE;
    if (question->tier == TIER_NONE)
        return false;
    if (by_code(places->areas, question->written, &any, answer))
        return true;
    struct area_scope scope = { question->day, TIER_NONE, question->within };
    return by_name(places->areas, question->written, scope, answer) &&
           !answer->repaired;
}

/* (6) First within the parent, then anywhere. */
static void suggest(const struct places *places,
                    const struct place_question *question,
                    struct place_answer *answer)
{
    uint32_t found[PLACE_CANDIDATES];
    struct area_scope scope = { question->day, question->tier,
                                question->within };
    bool repaired;
    size_t count = 0;
    if (question->within != NO_AREA) {
        struct area_scope all = { question->day, question->tier, NO_AREA };
        count = areas_named(places->areas, question->written, all, found,
                            PLACE_CANDIDATES, &repaired);
        place_candidates(answer, found, count);
        answer->elsewhere = count > 0;
        if (count > 0)
            return;
    }
    count = areas_near(places->areas, question->written, scope, found,
                       PLACE_CANDIDATES);
    if (count == 0 && question->within != NO_AREA) {
        scope.within = NO_AREA;
        count = areas_near(places->areas, question->written, scope, found,
                           PLACE_CANDIDATES);
    }
    place_candidates(answer, found, count);
}

/* A code of a tier above that surely lost no zeros. */
static bool by_whole_code(const struct areas *areas,
                          const struct place_question *question,
                          struct place_answer *answer)
{
    return question->written[0] == '0' &&
           by_code(areas, question->written, question, answer);
}

/* The answers that leave no room for another. */
static bool answered(const struct places *places,
                     const struct place_question *question,
                     struct place_answer *answer)
{
    if (question->written[0] == '\0' ||
        by_own_code(places->areas, question, answer) ||
        by_whole_code(places->areas, question, answer) ||
        place_by_number(places->reading, question, answer))
        return true;
    if (answer->candidate_count == 0 &&
        (by_code(places->areas, question->written, question, answer) ||
         names(places, question, answer)))
        return true;
    if (by_alias(places, question, answer))
        return true;
    return answer->candidate_count == 0 &&
           word_for_word(places, question, answer);
}

/* No area is called so; it is looked for twenty ways, so not in vain. */
enum { LONGEST_NAME = 1024 };

static void answer_question(const struct places *places,
                            const struct place_question *question,
                            struct place_answer *answer)
{
    *answer =
        (struct place_answer){ .outcome = PLACE_UNKNOWN, .area = NO_AREA };
    if (strnlen(question->written, LONGEST_NAME + 1) > LONGEST_NAME ||
        answered(places, question, answer))
        return;
    if (answer->candidate_count == 0 &&
        (not_living(places, question, answer) ||
         by_lower_tier(places, question, answer)))
        return;
    answer->outcome = PLACE_UNKNOWN;
    if (answer->candidate_count > 0)
        answer->outcome = PLACE_AMBIGUOUS;
    else
        suggest(places, question, answer);
}

struct place_answer *places_find(struct places *places,
                                 struct place_question question)
{
    char key[256];
    size_t length = strlen(question.written), used = 0;
    bool fits = length < sizeof key - 16;
    memcpy(key, &question.day, sizeof question.day);
    used += sizeof question.day;
    memcpy(key + used, &question.within, sizeof question.within);
    used += sizeof question.within;
    key[used++] = (char)(2 * (int)question.tier + question.heading);
    memcpy(key + used, question.written, fits ? length : sizeof key - 16);
    used += fits ? length : sizeof key - 16;
    uint32_t before = symbols_count(places->questions);
    uint32_t at = symbol_intern(places->questions, key, used);
    places->answers = grow_to(places->answers, &places->room, (size_t)at + 1,
                              sizeof *places->answers);
    struct place_answer *answer = &places->answers[at];
    if (at == before || !fits)
        answer_question(places, &question, answer);
    return answer;
}
