/*
 * draft_words.c - codes of dimensions in heads and cells.
 *
 *  (1) A word is a code when it is its name in either language or the initials
 *      of its Vietnamese name (THCS, GDTX); of two languages in one cell
 *      ("Nữ - Female") one is enough. Ages are bands: "6-10", "60+", "5 tuổi",
 *      "15 tuổi trở lên".
 *  (2) A head speaks of a code when the name stands in it as words of their
 *      own; the longest name goes first, and a dimension that two names claim
 *      is left open ("Nam, nữ").
 *  (3) A code may imply another by an attribute that is named like a dimension:
 *      grade 1 is primary. Ages imply nothing: grade 1 is not only age 6.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/pattern.h"
#include "importers/draft_state.h"
#include "importers/words.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

bool draft_is_all(struct draft *draft, const char *word)
{
    static const char *const words[] = {
        "tổng số",         "tổng cộng",    "tổng",  "chung", "cộng",
        "tất cả",          "cả hai giới",  "total", "all",   "both sexes",
        "tổng số - total", "chung - total"
    };
    const char *folded = words_fold(draft->arena, word);
    for (size_t i = 0; i < COUNT(words); i++)
        if (strcmp(folded, words[i]) == 0)
            return true;
    return false;
}

/* "trung học cơ sở" -> "thcs"; "" for names of less than three words. */
static const char *initials(struct draft *draft, const char *folded)
{
    struct text letters = text_new();
    text_add(&letters, "");
    for (const char *at = folded; *at != '\0';) {
        unsigned point;
        text_add_bytes(&letters, at, text_decode(at, strlen(at), &point));
        at += strcspn(at, " ");
        at += strspn(at, " ");
    }
    const char *copy =
        text_length(letters.bytes) < 3
            ? ""
            : arena_copy(draft->arena, letters.bytes, letters.length);
    text_free(&letters);
    return copy;
}

/* The names of a code, folded; empty ones are skipped by the caller. */
enum { NAMES = 3 };
static void code_names(struct draft *draft, const struct code *code,
                       const char *names[NAMES])
{
    struct arena *arena = draft->arena;
    names[0] = code->name != NULL ? words_fold(arena, code->name) : "";
    names[1] = code->name_en != NULL ? words_fold(arena, code->name_en) : "";
    names[2] = initials(draft, names[0]);
}

/* --- ages ------------------------------------------------------------------
 */

static const struct pattern *age_pattern(struct draft *draft, size_t at)
{
    static const char *const sources[DRAFT_AGES] = {
        ("(?<low>\\d{1,3}) ?(?:-|\xE2\x80\x93|đến|\\.\\.) ?(?<high>\\d{1,3}) "
         "(?:tuổi|years)"),
        "(?<low>\\d{1,3}) (?:tuổi|years)(?: old)? (?:trở lên|and over)",
        "(?<low>\\d{1,3})\\+(?: tuổi)?",
        "(?<low>\\d{1,3}) tuổi",
    };
    struct fault fault;
    if (draft->ages[at] == NULL &&
        !pattern_compile(&draft->ages[at], sources[at], NO_PLACE, draft->arena,
                         &fault))
        return NULL;
    return draft->ages[at];
}

/* The band of ages that the text is, or speaks of; NULL when none. */
static const char *age_in(struct draft *draft, const char *folded, bool whole)
{
    static const char *const joints[DRAFT_AGES] = { "..", "..", "..", "" };
    for (size_t i = 0; i < DRAFT_AGES; i++) {
        const struct pattern *pattern = age_pattern(draft, i);
        const char *ages[2] = { NULL, NULL };
        struct band band;
        if (pattern == NULL ||
            !pattern_match(pattern, folded, whole, ages, 2, draft->arena))
            continue;
        const char *code =
            arena_format(draft->arena, "%s%s%s", ages[0], joints[i],
                         ages[1] != NULL ? ages[1] : "");
        return band_parse(code, &band) ? code : NULL;
    }
    return NULL;
}

/* --- whole words (1) -------------------------------------------------------
 */

static bool code_named(struct draft *draft, const char *folded,
                       uint16_t dimension, struct draft_code *out)
{
    const struct dimension *asked =
        &draft->reading->study->codebook.dimensions[dimension];
    *out = (struct draft_code){ dimension, NULL };
    if (asked->ages) {
        out->code = age_in(draft, folded, true);
        return out->code != NULL;
    }
    for (size_t i = 0; i < asked->count && out->code == NULL; i++) {
        const char *names[NAMES];
        code_names(draft, &asked->codes[i], names);
        for (size_t k = 0; k < NAMES; k++)
            if (names[k][0] != '\0' && strcmp(names[k], folded) == 0)
                out->code = asked->codes[i].id;
    }
    return out->code != NULL;
}

/* [folded] as a whole, then its halves in two languages. */
static bool code_in_halves(struct draft *draft, const char *folded,
                           uint16_t dimension, struct draft_code *out)
{
    if (code_named(draft, folded, dimension, out))
        return true;
    const char *cut = strstr(folded, " - ");
    return cut != NULL &&
           (code_named(draft,
                       arena_copy(draft->arena, folded, (size_t)(cut - folded)),
                       dimension, out) ||
            code_named(draft, cut + 3, dimension, out));
}

bool draft_code(struct draft *draft, const char *word, uint16_t dimension,
                struct draft_code *out)
{
    const struct codebook *book = &draft->reading->study->codebook;
    const char *folded = words_fold(draft->arena, word);
    static const char *const before[] = { "trong đó:", "trong đó",
                                          "of which:", "of which" };
    for (size_t i = 0; i < COUNT(before); i++)
        if (text_starts(folded, before[i]))
            folded = text_trim(draft->arena, folded + strlen(before[i]));
    if (dimension != NO_INDEX)
        return code_in_halves(draft, folded, dimension, out);
    for (size_t i = 0; i < book->dimension_count; i++)
        if (code_in_halves(draft, folded, (uint16_t)i, out))
            return true;
    return false;
}

bool draft_names(struct draft *draft, const char *head, uint16_t dimension)
{
    const struct dimension *asked =
        &draft->reading->study->codebook.dimensions[dimension];
    const char *folded = words_fold(draft->arena, head);
    const char *names[] = { asked->name, asked->name_en, asked->id };
    for (size_t i = 0; i < COUNT(names); i++)
        if (names[i] != NULL &&
            draft_has_words(folded, words_fold(draft->arena, names[i])))
            return true;
    return false;
}

/* --- words in a head (2) ---------------------------------------------------
 */

static bool is_letter(unsigned point)
{
    return point >= 0x80 || (point >= 'a' && point <= 'z') ||
           (point >= '0' && point <= '9');
}

bool draft_has_words(const char *folded, const char *words)
{
    size_t length = strlen(words);
    if (length == 0)
        return false;
    for (const char *at = strstr(folded, words); at != NULL;
         at = strstr(at + 1, words))
        if ((at == folded || !is_letter((unsigned char)at[-1])) &&
            !is_letter((unsigned char)at[length]))
            return true;
    return false;
}

/* Words that hold the name of a code and mean something else. */
static const char *without_lookalikes(struct draft *draft, const char *head)
{
    static const char *const lookalikes[] = {
        "việt nam",    "miền nam", "phía nam", "đông nam",
        "tây nam",     "kinh phí", "kinh tế",  "kinh doanh",
        "kinh nghiệm", "phụ nữ",   "other",    "others"
    };
    char *folded = words_fold(draft->arena, head);
    for (size_t i = 0; i < COUNT(lookalikes); i++)
        for (char *at; (at = strstr(folded, lookalikes[i])) != NULL;)
            memset(at, '.', strlen(lookalikes[i]));
    return folded;
}

/* Of a listed dimension: the code with the longest name in the head, or NULL;
 * also when names of two codes stand side by side. */
static const struct code *code_spoken(struct draft *draft, const char *folded,
                                      const struct dimension *dimension,
                                      const char **name)
{
    const struct code *best = NULL;
    size_t longest = 0;
    bool rival = false;
    for (size_t i = 0; i < dimension->count; i++) {
        const char *names[NAMES];
        code_names(draft, &dimension->codes[i], names);
        for (size_t k = 0; k < NAMES; k++) {
            if (!draft_has_words(folded, names[k]))
                continue;
            bool inside = best != NULL && strstr(names[k], *name) != NULL;
            bool within = best != NULL && strstr(*name, names[k]) != NULL;
            rival = rival || (best != NULL && best != &dimension->codes[i] &&
                              !inside && !within);
            if (strlen(names[k]) > longest) {
                longest = strlen(names[k]);
                best = &dimension->codes[i];
                *name = names[k];
            }
        }
    }
    return rival ? NULL : best;
}

static void add_code(struct draft_codes *codes, uint16_t dimension,
                     const char *code)
{
    for (size_t i = 0; i < codes->count; i++)
        if (codes->items[i].dimension == dimension)
            return;
    if (codes->count < DRAFT_CODES_MOST)
        codes->items[codes->count++] = (struct draft_code){ dimension, code };
}

/* (3) */
static void add_implied(struct draft *draft, const struct code *code,
                        struct draft_codes *out)
{
    const struct codebook *book = &draft->reading->study->codebook;
    for (size_t i = 0; i < code->attribute_count; i++) {
        uint16_t other = dimension_find(book, code->attributes[i].key);
        if (other != NO_INDEX && !book->dimensions[other].ages &&
            code_find(&book->dimensions[other], code->attributes[i].value) !=
                NO_INDEX)
            add_code(out, other, code->attributes[i].value);
    }
}

void draft_codes(struct draft *draft, const char *head, struct draft_codes *out)
{
    const struct codebook *book = &draft->reading->study->codebook;
    const char *folded = without_lookalikes(draft, head);
    out->count = 0;
    for (size_t i = 0; i < book->dimension_count; i++) {
        const struct dimension *dimension = &book->dimensions[i];
        const char *name = "";
        if (dimension->ages) {
            const char *band = age_in(draft, folded, false);
            if (band != NULL)
                add_code(out, (uint16_t)i, band);
            continue;
        }
        const struct code *code = code_spoken(draft, folded, dimension, &name);
        if (code == NULL)
            continue;
        add_code(out, (uint16_t)i, code->id);
        add_implied(draft, code, out);
    }
}
