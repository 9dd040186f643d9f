/*
 * draft_areas.c - which column of an unknown table names the areas.
 *
 *  (1) With a register, cells are looked up tier by tier; a column belongs to
 *      the tier where most of its names are found, and needs most of them.
 *  (2) The column of the lowest tier names the areas; of two for one tier the
 *      one with codes, then the one further left. The next tier above is the
 *      parent.
 *  (3) Without a register, or where it knows too few of the names, the heads
 *      say it: xã before huyện before tỉnh; then any head for a place; then the
 *      first column of words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/symbol.h"
#include "importers/draft_state.h"
#include "importers/words.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static struct place_answer look_up(struct draft *draft, const char *word,
                                   enum tier tier)
{
    struct place_question question = { word, tier, NO_AREA, DATE_OPEN, false };
    return *places_find(draft->places, question);
}

bool draft_is_area(struct draft *draft, const char *word)
{
    if (!reading_has_register(draft->reading))
        return false;
    struct place_answer answer = look_up(draft, word, TIER_NONE);
    return (answer.outcome == PLACE_FOUND && !answer.repaired) ||
           answer.outcome == PLACE_AMBIGUOUS;
}

/* Is the name one of that tier, of one area or of several? */
static bool is_of_tier(struct draft *draft, const char *word, enum tier tier,
                       bool *coded)
{
    const struct areas *areas = &draft->reading->study->areas;
    struct place_answer answer = look_up(draft, word, tier);
    *coded = word[strspn(word, "0123456789.")] == '\0';
    if (answer.outcome == PLACE_FOUND)
        return areas->items[answer.area].tier == tier;
    return answer.outcome == PLACE_AMBIGUOUS && answer.candidate_count > 0 &&
           areas->items[answer.candidates[0]].tier == tier;
}

/* (1) Names that begin like totals are not asked for. */
static void settle_tier(struct draft *draft, struct draft_column *column)
{
    for (int tier = TIER_COUNTRY; tier < TIER_COUNT; tier++) {
        size_t known = 0, named = 0, codes = 0;
        for (uint32_t i = 0; i < symbols_count(column->words); i++) {
            const char *word = symbol_text(column->words, i);
            bool coded = false;
            if (draft_is_all(draft, word))
                continue;
            named++;
            if (!is_of_tier(draft, word, (enum tier)tier, &coded))
                continue;
            known++;
            codes += coded;
        }
        if (known <= column->known)
            continue;
        column->known = known;
        column->named = named;
        column->tier = (enum tier)tier;
        column->coded = codes * 2 > known;
    }
}

static bool says_code(struct draft *draft, const char *head)
{
    const char *folded = words_fold(draft->arena, head);
    return draft_has_words(folded, "mã") || draft_has_words(folded, "code");
}

/* May the column name areas at all? Numbers only under a head that says so. */
static bool is_candidate(struct draft *draft, const struct draft_column *column)
{
    if (column->filled == 0 || column->folded[0] == '\0' ||
        column->role != DRAFT_WORDS)
        return false;
    return column->numbers * 2 < column->filled ||
           says_code(draft, column->head);
}

/* (2) Is [a] the better column for areas? */
static bool is_better(const struct draft_column *a,
                      const struct draft_column *b)
{
    if (a->tier != b->tier)
        return a->tier > b->tier;
    return a->coded && !b->coded;
}

static void by_register(struct draft *draft)
{
    struct draft_column *columns = draft->columns;
    for (size_t i = 0; i < draft->count; i++) {
        struct draft_column *column = &columns[i];
        if (!is_candidate(draft, column))
            continue;
        settle_tier(draft, column);
        if (column->known * 2 <= column->named)
            continue;
        if (draft->area == NO_HEAD || is_better(column, &columns[draft->area]))
            draft->area = i;
    }
    for (size_t i = 0; i < draft->count && draft->area != NO_HEAD; i++) {
        const struct draft_column *column = &columns[i];
        if (i == draft->area || column->known * 2 <= column->named ||
            column->named == 0 || column->tier >= columns[draft->area].tier ||
            (draft->parent != NO_HEAD &&
             column->tier <= columns[draft->parent].tier))
            continue;
        draft->parent = i;
    }
}

/* --- by heads (3) ----------------------------------------------------------
 */

static const struct {
    const char *word;
    enum tier tier;
} place_words[] = {
    { "xã", TIER_COMMUNE },         { "phường", TIER_COMMUNE },
    { "commune", TIER_COMMUNE },    { "communes", TIER_COMMUNE },
    { "ward", TIER_COMMUNE },       { "huyện", TIER_DISTRICT },
    { "quận", TIER_DISTRICT },      { "thị xã", TIER_DISTRICT },
    { "district", TIER_DISTRICT },  { "districts", TIER_DISTRICT },
    { "tỉnh", TIER_PROVINCE },      { "province", TIER_PROVINCE },
    { "provinces", TIER_PROVINCE }, { "provincies", TIER_PROVINCE },
    { "địa phương", TIER_NONE },    { "địa bàn", TIER_NONE },
    { "tên đơn vị", TIER_NONE },    { "đơn vị", TIER_NONE },
    { "area", TIER_NONE },          { "khu vực", TIER_NONE }
};

/* The place in the list of the head's first word for a place. */
static size_t place_word(struct draft *draft, const char *head)
{
    const char *folded = words_fold(draft->arena, head);
    for (size_t i = 0; i < COUNT(place_words); i++)
        if (draft_has_words(folded, place_words[i].word))
            return i;
    return COUNT(place_words);
}

bool draft_is_place(struct draft *draft, const char *head)
{
    return place_word(draft, head) < COUNT(place_words);
}

/* The tier that most names carry in front: Xã, H. … */
static enum tier tier_of_names(struct draft *draft,
                               const struct draft_column *column)
{
    size_t votes[TIER_COUNT] = { 0 }, best = TIER_NONE;
    for (uint32_t i = 0; i < symbols_count(column->words); i++) {
        enum tier implied = TIER_NONE;
        area_name_key(draft->arena, symbol_text(column->words, i), &implied);
        votes[implied]++;
    }
    for (size_t tier = TIER_COUNTRY; tier < TIER_COUNT; tier++)
        if (votes[tier] > votes[best] || (best == TIER_NONE && votes[tier] > 0))
            best = tier;
    return votes[best] * 2 > symbols_count(column->words) ? (enum tier)best
                                                          : TIER_NONE;
}

static void by_heads(struct draft *draft)
{
    size_t best = COUNT(place_words) + 1;
    for (size_t i = 0; i < draft->count; i++) {
        struct draft_column *column = &draft->columns[i];
        size_t word = place_word(draft, column->head);
        bool empty = column->filled == 0 && word < COUNT(place_words);
        if ((!is_candidate(draft, column) && !empty) || word >= best)
            continue;
        if (draft->area != NO_HEAD && best < COUNT(place_words) &&
            place_words[best].tier != TIER_NONE)
            draft->parent = draft->area;
        draft->area = i;
        best = word;
        column->tier = tier_of_names(draft, column);
        if (column->tier == TIER_NONE && word < COUNT(place_words))
            column->tier = place_words[word].tier;
    }
    for (size_t i = 0; i < draft->count && best < COUNT(place_words); i++) {
        struct draft_column *column = &draft->columns[i];
        size_t word = place_word(draft, column->head);
        if (draft->parent != NO_HEAD || i == draft->area ||
            word >= COUNT(place_words) || !is_candidate(draft, column) ||
            place_words[word].tier == TIER_NONE ||
            place_words[word].tier >= draft->columns[draft->area].tier)
            continue;
        column->tier = place_words[word].tier;
        draft->parent = i;
    }
}

void draft_areas(struct draft *draft)
{
    draft->area = draft->parent = NO_HEAD;
    if (reading_has_register(draft->reading))
        by_register(draft);
    if (draft->area == NO_HEAD)
        by_heads(draft);
    if (draft->area != NO_HEAD)
        draft->columns[draft->area].role = DRAFT_AREA;
    if (draft->parent != NO_HEAD)
        draft->columns[draft->parent].role = DRAFT_PARENT;
}
