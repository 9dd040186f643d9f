/*
 * draft_family.c - heads with a year in them: one pattern for many columns.
 *
 *  (1) A head is taken apart into the words before its period, the period with
 *      the words that belong to it ("Năm học", "Sơ bộ Prel."), and the words
 *      after it; parts of merged heads stay parts. Heads of the same build are
 *      a family.
 *  (2) Where the words of one place are codes of one dimension the pattern has
 *      a named group there; words that are none, or of another dimension, make
 *      a pattern of their own.
 *  (3) "So với năm 2022" compares with a year and is not about it. And one year
 *      in some heads says nothing: there must be two, or a year in every head.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/pattern.h"
#include "engine/base/symbol.h"
#include "importers/draft_family.h"
#include "importers/words.h"

/* --- taking apart (1) ------------------------------------------------------
 */

static void add_slot(struct draft *draft, struct member *member,
                     const char *start, size_t length, const char *glue)
{
    struct draft_code code = { LITERAL, NULL };
    size_t at = member->count;
    if (at == SLOTS)
        return;
    member->words[at] = arena_copy(draft->arena, start, length);
    member->glue[at] = glue;
    member->all[at] = draft_is_all(draft, member->words[at]);
    if (!member->all[at] &&
        !draft_code(draft, member->words[at], NO_INDEX, &code))
        code.dimension = LITERAL;
    member->code[at] = code.dimension;
    member->count++;
}

/* Parts before the period, each with the join behind it; the last with the
 * spaces that part it from the period. */
static void split_before(struct draft *draft, struct member *member,
                         const char *text)
{
    const char *join = draft->reading->layout->header_join;
    const char *cut;
    while ((cut = strstr(text, join)) != NULL) {
        add_slot(draft, member, text, (size_t)(cut - text), join);
        text = cut + strlen(join);
    }
    size_t length = strlen(text);
    size_t words = length;
    while (words > 0 && text[words - 1] == ' ')
        words--;
    if (words > 0)
        add_slot(draft, member, text, words,
                 arena_string(draft->arena, text + words));
    member->before = member->count;
}

static void split_after(struct draft *draft, struct member *member,
                        const char *text)
{
    const char *join = draft->reading->layout->header_join;
    while (*text != '\0') {
        bool joined = text_starts(text, join);
        const char *glue =
            joined ? join : arena_copy(draft->arena, text, strspn(text, " "));
        text += strlen(glue);
        const char *cut = strstr(text, join);
        size_t length = cut != NULL ? (size_t)(cut - text) : strlen(text);
        add_slot(draft, member, text, length, glue);
        text += length;
    }
}

/* How many bytes at the end of [before] belong to the period. */
static size_t lead_of(struct draft *draft, const char *before, const char *year)
{
    size_t length = strlen(before);
    for (size_t at = 0; at < length; at++)
        if ((at == 0 || before[at - 1] == ' ') && before[at] != ' ' &&
            draft_is_period(
                draft, arena_format(draft->arena, "%s%s", before + at, year)))
            return length - at;
    return 0;
}

static bool take_apart(struct draft *draft, struct member *member,
                       const char *head)
{
    static const char source[] =
        "(?<before>.*?)(?<![\\d/.,-])"
        "(?<period>(?:19|20)\\d\\d(?:\\s*[-\xE2\x80\x93]\\s*\\d{2,4})?)"
        "(?![\\d/.,])(?<after>.*)";
    struct pattern *pattern;
    struct fault fault;
    const char *groups[3] = { NULL };
    const char *folded = words_fold(draft->arena, head);
    if (draft_has_words(folded, "so với") || /* (3) */
        !pattern_compile(&pattern, source, NO_PLACE, draft->arena, &fault) ||
        !pattern_match(pattern, head, true, groups, 3, draft->arena) ||
        !draft_is_period(draft, groups[1]))
        return false;
    size_t keep = strlen(groups[0]) - lead_of(draft, groups[0], groups[1]);
    member->period =
        arena_format(draft->arena, "%s%s", groups[0] + keep, groups[1]);
    split_before(draft, member, arena_copy(draft->arena, groups[0], keep));
    split_after(draft, member, groups[2]);
    return true;
}

/* --- families (2) ----------------------------------------------------------
 */

static bool same_build(const struct member *a, const struct member *b)
{
    if (a->count != b->count || a->before != b->before)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->glue[i], b->glue[i]) != 0)
            return false;
    return true;
}

/* Do the words of this place differ among the member's family? */
static bool differs(const struct draft_families *families,
                    const struct member *member, size_t slot)
{
    for (size_t i = 0; i < families->count; i++)
        if (same_build(member, &families->members[i]) &&
            strcmp(member->words[slot], families->members[i].words[slot]) != 0)
            return true;
    return false;
}

/* The dimension that a word meaning "all" joins: the first of its place. */
static uint16_t first_dimension(const struct draft_families *families,
                                const struct member *member, size_t slot)
{
    for (size_t i = 0; i < families->count; i++)
        if (families->members[i].code[slot] != LITERAL &&
            same_build(member, &families->members[i]))
            return families->members[i].code[slot];
    return LITERAL;
}

static void settle_slots(const struct draft_families *families,
                         struct member *member)
{
    for (size_t slot = 0; slot < member->count; slot++) {
        uint16_t dimension = member->code[slot];
        member->dimension[slot] = LITERAL;
        if (!differs(families, member, slot))
            continue;
        if (member->all[slot])
            dimension = first_dimension(families, member, slot);
        for (size_t k = 0; k < slot; k++) /* a group's name serves once */
            if (member->dimension[k] == dimension)
                dimension = LITERAL;
        member->dimension[slot] = dimension;
    }
}

static bool same_family(const struct member *a, const struct member *b)
{
    if (!same_build(a, b))
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->dimension[i] != b->dimension[i] ||
            (a->dimension[i] == LITERAL &&
             strcmp(a->words[i], b->words[i]) != 0))
            return false;
    return true;
}

static void number_families(struct draft_families *families)
{
    for (size_t i = 0; i < families->count; i++) {
        struct member *member = &families->members[i];
        member->family = families->families;
        for (size_t k = 0; k < i; k++)
            if (same_family(member, &families->members[k])) {
                member->family = families->members[k].family;
                break;
            }
        families->families += member->family == families->families;
    }
}

/* (3) */
static bool worth_while(const struct draft *draft,
                        const struct draft_families *families)
{
    size_t figures = 0;
    for (size_t i = 0; i < draft->count; i++)
        figures += draft->columns[i].role == DRAFT_FIGURE;
    if (families->count == figures)
        return figures > 0;
    for (size_t i = 1; i < families->count; i++)
        if (strcmp(families->members[i].period, families->members[0].period) !=
            0)
            return true;
    return false;
}

struct draft_families *draft_families(struct draft *draft)
{
    struct draft_families *families =
        arena_new_of(draft->arena, struct draft_families);
    families->members = arena_array(draft->arena, draft->count, struct member);
    for (size_t i = 0; i < draft->count; i++) {
        struct member *member = &families->members[families->count];
        *member = (struct member){ .column = i };
        if (draft->columns[i].role == DRAFT_FIGURE &&
            take_apart(draft, member, draft->columns[i].head))
            families->count++;
    }
    if (!worth_while(draft, families))
        families->count = 0;
    for (size_t i = 0; i < families->count; i++) {
        struct member *member = &families->members[i];
        settle_slots(families, member);
        draft->columns[member->column].taken = true;
        draft->school_years =
            draft->school_years || strpbrk(member->period, "-\xE2") != NULL;
    }
    number_families(families);
    return families;
}

bool draft_families_all(const struct draft *draft)
{
    size_t figures = 0, taken = 0;
    for (size_t i = 0; i < draft->count; i++)
        if (draft->columns[i].role == DRAFT_FIGURE) {
            figures++;
            taken += draft->columns[i].taken;
        }
    return figures > 0 && taken == figures;
}
