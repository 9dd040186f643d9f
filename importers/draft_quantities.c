/*
 * draft_quantities.c - the quantities whose names are nearest to a head.
 *
 *  (1) A head and a quantity's name (in either language) share words and pairs
 *      of neighbouring words. A pair counts more than its words: "hội viên" is
 *      not "hội" and "viên". What stands in few names counts more than what
 *      stands in many.
 *  (2) The shared weight is set against the weight of both texts, so that a
 *      short name that is wholly there goes before a long one that is half
 *      there.
 *  (3) Suggestions for a comment; they decide nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/symbol.h"
#include "importers/draft_state.h"
#include "importers/words.h"

enum { GRAMS_MOST = 64 };

/* The least likeness worth a word, and the part of the best one's. */
#define NEAR 0.15
#define FAR 0.6

/* Words and pairs of a text, each once, as numbers. */
struct grams {
    uint32_t items[GRAMS_MOST];
    size_t count;
};

struct draft_names {
    struct symbols *words;
    struct grams *names; /* two for each quantity */
    double *weights;     /* by word or pair */
    uint32_t weighed;
};

static void add_gram(struct symbols *words, struct grams *grams,
                     const char *bytes, size_t length)
{
    uint32_t gram = symbol_intern(words, bytes, length);
    for (size_t i = 0; i < grams->count; i++)
        if (grams->items[i] == gram)
            return;
    if (grams->count < GRAMS_MOST)
        grams->items[grams->count++] = gram;
}

static bool ends_word(char byte)
{
    return strchr(" ,.:;/()[]-+\"'", byte) != NULL;
}

/* Words that join others and say nothing. */
static bool is_small(const char *word, size_t length)
{
    static const char *const small[] = { "of", "by", "the", "and", "as",
                                         "in", "to", "at",  "và",  "theo" };
    for (size_t i = 0; i < sizeof small / sizeof small[0]; i++)
        if (strlen(small[i]) == length && memcmp(small[i], word, length) == 0)
            return true;
    return false;
}

static struct grams grams_of(struct draft *draft, struct symbols *words,
                             const char *text)
{
    struct grams grams = { .count = 0 };
    const char *before = NULL;
    const char *at = text != NULL ? words_fold(draft->arena, text) : "";
    while (*at != '\0') {
        size_t length = 0;
        while (!ends_word(at[length]))
            length++;
        if (length > 0 && !is_small(at, length)) {
            add_gram(words, &grams, at, length);
            if (before != NULL)
                add_gram(words, &grams, before, (size_t)(at + length - before));
        }
        before = length > 0 && at[length] == ' ' ? at : NULL;
        at += length + (at[length] != '\0');
    }
    return grams;
}

/* (1) How many quantities have the word or pair; pairs count double. */
static void weigh(struct draft *draft, struct draft_names *names)
{
    size_t count = draft->reading->study->codebook.quantity_count;
    names->weighed = symbols_count(names->words);
    names->weights = arena_array(draft->arena, names->weighed, double);
    for (size_t i = 0; i < 2 * count; i++)
        for (size_t k = 0; k < names->names[i].count; k++)
            names->weights[names->names[i].items[k]] += 1;
    for (uint32_t i = 0; i < names->weighed; i++) {
        bool pair = strchr(symbol_text(names->words, i), ' ') != NULL;
        names->weights[i] =
            (pair ? 2 : 1) * log(1 + 2 * (double)count / names->weights[i]);
    }
}

static const struct draft_names *names_of(struct draft *draft)
{
    const struct codebook *book = &draft->reading->study->codebook;
    if (draft->names != NULL)
        return draft->names;
    struct draft_names *names = arena_new_of(draft->arena, struct draft_names);
    names->words = symbols_new(draft->arena);
    names->names =
        arena_array(draft->arena, 2 * book->quantity_count, struct grams);
    for (size_t i = 0; i < book->quantity_count; i++) {
        const struct quantity *quantity = &book->quantities[i];
        names->names[2 * i] = grams_of(draft, names->words, quantity->name);
        names->names[2 * i + 1] =
            grams_of(draft, names->words, quantity->name_en);
    }
    weigh(draft, names);
    draft->names = names;
    return names;
}

static double weight_of(const struct draft_names *names, uint32_t gram)
{
    return gram < names->weighed ? names->weights[gram] : 0.5;
}

static double total_of(const struct draft_names *names,
                       const struct grams *grams)
{
    double total = 0;
    for (size_t i = 0; i < grams->count; i++)
        total += weight_of(names, grams->items[i]);
    return total;
}

/* (2) Between 0 and 1. */
static double likeness(const struct draft_names *names,
                       const struct grams *head, const struct grams *name)
{
    double shared = 0, all = total_of(names, head) + total_of(names, name);
    for (size_t i = 0; i < head->count; i++)
        for (size_t k = 0; k < name->count; k++)
            if (head->items[i] == name->items[k])
                shared += weight_of(names, head->items[i]);
    return all > 0 ? 2 * shared / all : 0;
}

size_t draft_quantities(struct draft *draft, const char *head,
                        uint16_t nearest[DRAFT_NEAREST])
{
    const struct codebook *book = &draft->reading->study->codebook;
    const struct draft_names *names = names_of(draft);
    struct grams grams = grams_of(draft, names->words, head);
    double scores[DRAFT_NEAREST] = { 0 };
    size_t count = 0;
    for (size_t i = 0; i < book->quantity_count; i++) {
        double score = fmax(likeness(names, &grams, &names->names[2 * i]),
                            likeness(names, &grams, &names->names[2 * i + 1]));
        size_t at = count;
        if (score < NEAR)
            continue;
        while (at > 0 && scores[at - 1] < score)
            at--;
        if (at == DRAFT_NEAREST)
            continue;
        count += count < DRAFT_NEAREST;
        for (size_t k = count - 1; k > at; k--) {
            scores[k] = scores[k - 1];
            nearest[k] = nearest[k - 1];
        }
        scores[at] = score;
        nearest[at] = (uint16_t)i;
    }
    while (count > 1 && scores[count - 1] < scores[0] * FAR)
        count--; /* a far third only distracts */
    return count;
}
