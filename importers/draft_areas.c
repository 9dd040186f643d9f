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

/* --- heads -----------------------------------------------------------------
 */

/* "Thị xã" is a district, though a commune is called xã: it goes first. */
static const struct {
    const char *word;
    enum tier tier;
} place_words[] = {
    { "thị xã", TIER_DISTRICT },    { "xã", TIER_COMMUNE },
    { "phường", TIER_COMMUNE },     { "commune", TIER_COMMUNE },
    { "communes", TIER_COMMUNE },   { "ward", TIER_COMMUNE },
    { "huyện", TIER_DISTRICT },     { "quận", TIER_DISTRICT },
    { "district", TIER_DISTRICT },  { "districts", TIER_DISTRICT },
    { "tỉnh", TIER_PROVINCE },      { "province", TIER_PROVINCE },
    { "provinces", TIER_PROVINCE }, { "provincies", TIER_PROVINCE },
    { "địa phương", TIER_NONE },    { "địa bàn", TIER_NONE },
    { "đơn vị", TIER_NONE },        { "khu vực", TIER_NONE },
    { "area", TIER_NONE }
};

bool draft_is_place(struct draft *draft, const char *head, enum tier *tier)
{
    const char *folded = words_fold(draft->arena, head);
    for (size_t i = 0; i < COUNT(place_words); i++)
        if (draft_has_words(folded, place_words[i].word)) {
            *tier = place_words[i].tier;
            return true;
        }
    *tier = TIER_NONE;
    return false;
}

/* (1) The tier that the head names is enough when it has most of the names. */
static void settle_tier(struct draft *draft, struct draft_column *column)
{
    enum tier said;
    draft_is_place(draft, column->head, &said);
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
        bool better = known > column->known ||
                      ((enum tier)tier == said && known * 2 > named);
        if (!better || (column->tier == said && said != TIER_NONE &&
                        column->known * 2 > column->named))
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

/* The tier that most names carry in front: Xã, H. … */
static enum tier tier_of_names(struct draft *draft,
                               const struct draft_column *column)
{
    size_t votes[TIER_COUNT] = { 0 };
    for (uint32_t i = 0; i < symbols_count(column->words); i++) {
        enum tier implied = TIER_NONE;
        area_name_key(draft->arena, symbol_text(column->words, i), &implied);
        votes[implied]++;
    }
    for (int tier = TIER_COUNTRY; tier < TIER_COUNT; tier++)
        if (votes[tier] * 2 > symbols_count(column->words))
            return (enum tier)tier;
    return TIER_NONE;
}

/* How well a column's head and names speak of places: 0 not at all, 1 it holds
 * words, 2 a place, more the lower its tier. */
static int place_rank(struct draft *draft, struct draft_column *column)
{
    enum tier tier;
    bool place = draft_is_place(draft, column->head, &tier);
    if (!is_candidate(draft, column) && !(place && column->filled == 0))
        return 0;
    column->tier = tier_of_names(draft, column);
    if (column->tier == TIER_NONE)
        column->tier = tier;
    return 1 + place + (place ? (int)column->tier : 0);
}

static void by_heads(struct draft *draft)
{
    int best = 0;
    for (size_t i = 0; i < draft->count; i++) {
        int rank = place_rank(draft, &draft->columns[i]);
        if (rank <= best)
            continue;
        best = rank;
        draft->area = i;
    }
    for (size_t i = 0; i < draft->count && best > 2; i++)
        if (place_rank(draft, &draft->columns[i]) > 2 &&
            draft->columns[i].tier < draft->columns[draft->area].tier)
            draft->parent = i;
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
