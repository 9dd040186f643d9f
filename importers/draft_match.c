/*
 * draft_match.c - patterns for families of heads.
 *
 *  (1) Words are quoted, so that no head can be a pattern; words of a dimension
 *      are listed one by one, so that a new one is left out and said rather
 *      than read as something else.
 *  (2) Years are any years: next year's column is read too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/symbol.h"
#include "engine/base/yaml.h"
#include "importers/draft_family.h"

/* Text as a pattern that matches it alone. */
static void add_literal(struct text *out, const char *words)
{
    for (; *words != '\0'; words++) {
        if (strchr("\\^$.[]|()?*+{}#", *words) != NULL)
            text_add_char(out, '\\');
        text_add_char(out, *words);
    }
}

/* The distinct words of a place among the members of a family. */
static struct symbols *words_of(struct draft *draft,
                                const struct draft_families *families,
                                size_t family, size_t slot)
{
    struct symbols *words = symbols_new(draft->arena);
    for (size_t i = 0; i < families->count; i++)
        if (families->members[i].family == family) {
            const char *word = families->members[i].words[slot];
            symbol_intern(words, word, strlen(word));
        }
    return words;
}

static void add_slot_pattern(struct draft *draft, struct text *out,
                             const struct draft_families *families,
                             const struct member *first, size_t slot)
{
    const struct codebook *book = &draft->reading->study->codebook;
    if (first->dimension[slot] == LITERAL) {
        add_literal(out, first->words[slot]);
        return;
    }
    struct symbols *words = words_of(draft, families, first->family, slot);
    text_addf(out, "(?<%s>", book->dimensions[first->dimension[slot]].id);
    for (uint32_t i = 0; i < symbols_count(words); i++) {
        text_add(out, i > 0 ? "|" : "");
        add_literal(out, symbol_text(words, i));
    }
    text_add(out, ")");
}

/* The words that stand before some years: (?:Sơ bộ Prel\. )?\d{4}. */
static void add_period_pattern(struct draft *draft, struct text *out,
                               const struct draft_families *families,
                               size_t family)
{
    struct symbols *leads = symbols_new(draft->arena);
    bool bare = false, school = false;
    for (size_t i = 0; i < families->count; i++) {
        const struct member *member = &families->members[i];
        if (member->family != family)
            continue;
        size_t lead = strcspn(member->period, "0123456789");
        if (lead > 0)
            symbol_intern(leads, member->period, lead);
        bare = bare || lead == 0;
        school = school || strlen(member->period + lead) > 4;
    }
    text_add(out, "(?<period>");
    for (uint32_t i = 0; i < symbols_count(leads); i++) {
        text_add(out, i > 0 ? "|" : "(?:");
        add_literal(out, symbol_text(leads, i));
    }
    if (symbols_count(leads) > 0)
        text_add(out, bare ? ")?" : ")");
    text_add(out,
             school ? "\\d{4}\\s*[-\xE2\x80\x93]\\s*\\d{2,4})" : "\\d{4})");
}

static const char *pattern_of(struct draft *draft,
                              const struct draft_families *families,
                              const struct member *first)
{
    struct text out = text_new();
    text_add(&out, "^");
    for (size_t slot = 0; slot < first->before; slot++) {
        add_slot_pattern(draft, &out, families, first, slot);
        add_literal(&out, first->glue[slot]);
    }
    add_period_pattern(draft, &out, families, first->family);
    for (size_t slot = first->before; slot < first->count; slot++) {
        add_literal(&out, first->glue[slot]);
        add_slot_pattern(draft, &out, families, first, slot);
    }
    text_add(&out, "$");
    const char *copy = arena_copy(draft->arena, out.bytes, out.length);
    text_free(&out);
    return copy;
}

/* What the words that stand for themselves say, and the title when they say
 * nothing. */
static const char *subject_of(struct draft *draft, const struct member *first)
{
    struct text out = text_new();
    text_add(&out, "");
    for (size_t slot = 0; slot < first->count; slot++)
        if (first->dimension[slot] == LITERAL &&
            !draft_is_all(draft, first->words[slot]))
            text_addf(&out, "%s ", first->words[slot]);
    const char *copy = arena_copy(draft->arena, out.bytes, out.length);
    text_free(&out);
    return copy;
}

void draft_families_write(struct draft *draft,
                          const struct draft_families *families)
{
    size_t next = 0;
    for (size_t i = 0; i < families->count; i++) {
        const struct member *first = &families->members[i];
        size_t columns = 0;
        if (first->family != next)
            continue;
        next++;
        for (size_t k = i; k < families->count; k++)
            columns += families->members[k].family == first->family;
        draft_comment(draft, "draft.family", "count",
                      draft_number(draft, columns), "first",
                      draft->columns[first->column].head, (char *)NULL);
        text_add(draft->out, "    - {match: ");
        yaml_add_scalar(draft->out, pattern_of(draft, families, first));
        draft_figure(draft, subject_of(draft, first),
                     &draft->columns[first->column]);
    }
}

void draft_families_values(struct draft *draft,
                           const struct draft_families *families,
                           uint16_t dimension, struct draft_values *values)
{
    for (size_t i = 0; i < families->count; i++) {
        const struct member *member = &families->members[i];
        for (size_t slot = 0; slot < member->count; slot++)
            if (member->dimension[slot] == dimension)
                draft_values_add(draft, values, member->words[slot], dimension);
    }
}
