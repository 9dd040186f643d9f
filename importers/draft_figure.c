/*
 * draft_figure.c - the line of a column of figures in a drafted layout.
 *
 *  (1) The quantity is TODO; the nearest ones stand behind it, best first.
 *  (2) Codes that the head speaks of are written where the nearest quantity
 *      carries their dimension, or where the dimension is closed (a head that
 *      says "Nữ" means women, whatever is counted). Others are only proposed;
 *      and words that name the quantity itself ("Dòng họ") are no code.
 *  (3) A scale comes from a unit in the head's brackets, else from the table's
 *      unit; shares have none.
 *  (4) A column of ticks says that a tick is 1; a blank stays absent.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/symbol.h"
#include "engine/base/yaml.h"
#include "engine/model/message.h"
#include "importers/draft.h"
#include "importers/draft_state.h"
#include "importers/words.h"

struct near {
    uint16_t items[DRAFT_NEAREST];
    size_t count;
};

/* --- codes (2) -------------------------------------------------------------
 */

static const struct quantity *best_of(const struct draft *draft,
                                      const struct near *near)
{
    return near->count > 0
               ? &draft->reading->study->codebook.quantities[near->items[0]]
               : NULL;
}

static bool names_quantity(struct draft *draft, const struct draft_code *code,
                           const struct quantity *quantity)
{
    const struct dimension *dimension =
        &draft->reading->study->codebook.dimensions[code->dimension];
    uint16_t at = code_find(dimension, code->code);
    return !dimension->ages && at != NO_INDEX && quantity != NULL &&
           quantity->name != NULL && dimension->codes[at].name != NULL &&
           draft_has_words(words_fold(draft->arena, quantity->name),
                           words_fold(draft->arena, dimension->codes[at].name));
}

enum { CODE_DROPPED, CODE_PROPOSED, CODE_WRITTEN };

static int code_fate(struct draft *draft, const struct draft_code *code,
                     const struct quantity *best)
{
    const struct dimension *dimension =
        &draft->reading->study->codebook.dimensions[code->dimension];
    if (names_quantity(draft, code, best))
        return CODE_DROPPED;
    if (dimension->closed ||
        (best != NULL && quantity_slot(best, code->dimension) != NO_INDEX))
        return CODE_WRITTEN;
    return CODE_PROPOSED;
}

/* "set: {sex: F}" of the codes with that fate; false when there are none. */
static bool add_set(struct draft *draft, struct text *out,
                    const struct draft_codes *codes,
                    const struct quantity *best, int fate)
{
    const struct codebook *book = &draft->reading->study->codebook;
    bool any = false;
    for (size_t i = 0; i < codes->count; i++) {
        const struct draft_code *code = &codes->items[i];
        if (code_fate(draft, code, best) != fate)
            continue;
        text_add(out, any ? ", " : "set: {");
        text_add(out, book->dimensions[code->dimension].id);
        text_add(out, ": ");
        yaml_add_scalar(out, code->code);
        any = true;
    }
    text_add(out, any ? "}" : "");
    return any;
}

/* --- scale (3) -------------------------------------------------------------
 */

static int head_power(struct draft *draft, const char *head)
{
    const char *open = strrchr(head, '(');
    const char *close = open != NULL ? strchr(open, ')') : NULL;
    if (strchr(head, '%') != NULL)
        return 0;
    if (close == NULL)
        return draft->power;
    return number_power(
        arena_copy(draft->arena, open + 1, (size_t)(close - open - 1)),
        draft->arena);
}

static void add_scale(struct draft *draft, const char *head)
{
    int power = head_power(draft, head);
    if (power == 0)
        return;
    text_add(draft->out, ", scale: 1");
    while (power-- > 0)
        text_add_char(draft->out, '0');
}

/* --- ticks (4) -------------------------------------------------------------
 */

static void add_ticks(struct draft *draft, const struct draft_column *column)
{
    bool any = false;
    if (column->ticks == 0)
        return;
    text_add(draft->out, ", values: {");
    for (uint32_t i = 0; i < symbols_count(column->words); i++) {
        const char *word = symbol_text(column->words, i);
        if (!words_tick(word) || strcmp(word, "X") == 0)
            continue;
        text_add(draft->out, any ? "|" : "");
        yaml_add_scalar(draft->out, word);
        any = true;
    }
    text_add(draft->out, any ? ": 1}" : "x: 1}");
}

/* --- remarks ---------------------------------------------------------------
 */

static void add_remark(struct draft *draft, struct text *out,
                       const char *message, const char *key, const char *value)
{
    text_add(out, out->length > 0 ? "; " : "");
    message_add(out, &draft->reading->study->messages, message, key, value,
                (char *)NULL);
}

/* Numbers that the importer would refuse, and words among numbers. */
static void add_doubts(struct draft *draft, struct text *out,
                       const struct draft_column *column)
{
    enum number_shape clash[2];
    const struct number_vote *vote = &column->vote;
    if (number_verdict(vote, clash) == VERDICT_MIXED)
        add_remark(draft, out, "draft.mixed_numbers", "cells",
                   arena_format(draft->arena, "%s, %s",
                                draft_cell(draft, vote->cells[clash[0]],
                                           vote->lines[clash[0]]),
                                draft_cell(draft, vote->cells[clash[1]],
                                           vote->lines[clash[1]])));
    if (column->others > 0)
        add_remark(draft, out, "draft.other_words", "cell",
                   draft_cell(draft, column->other, column->other_line));
    if (column->ticks > 0)
        add_remark(draft, out, "draft.ticks", "value", column->tick);
}

/* "members (Hội viên khuyến học) | cadres (Cán bộ hội)" (1) */
static void add_nearest(struct draft *draft, struct text *out,
                        const struct near *near)
{
    const struct codebook *book = &draft->reading->study->codebook;
    bool english = strcmp(draft->reading->study->messages.language, "en") == 0;
    for (size_t i = 0; i < near->count; i++) {
        const struct quantity *quantity = &book->quantities[near->items[i]];
        const char *name = english && quantity->name_en != NULL
                               ? quantity->name_en
                               : quantity->name;
        text_addf(out, i > 0 ? " | %s" : "%s", quantity->id);
        if (name != NULL)
            text_addf(out, " (%s)", name);
    }
}

void draft_figure(struct draft *draft, const char *subject,
                  const struct draft_column *column)
{
    struct draft_codes codes;
    struct draft_code part; /* a head that only says which part */
    struct near near = { .count = 0 };
    struct text remark = text_new(), proposed = text_new();
    text_add(&remark, "");
    near.count = draft_quantities(draft, subject, near.items);
    if (near.count == 0 && draft->title != NULL &&
        (subject[0] == '\0' || draft_is_all(draft, subject) ||
         draft_code(draft, subject, NO_INDEX, &part)))
        near.count = draft_quantities(draft, draft->title, near.items);
    const struct quantity *best = best_of(draft, &near);
    draft_codes(draft, subject, &codes);
    text_add(draft->out, ", quantity: TODO");
    draft->result->figures++;
    draft->result->todo++;
    text_clear(&remark);
    if (add_set(draft, &remark, &codes, best, CODE_WRITTEN)) {
        text_add(draft->out, ", ");
        text_add(draft->out, remark.bytes);
    }
    add_scale(draft, column->head);
    add_ticks(draft, column);
    text_add(draft->out, "}");
    text_clear(&remark);
    add_nearest(draft, &remark, &near);
    if (add_set(draft, &proposed, &codes, best, CODE_PROPOSED))
        add_remark(draft, &remark, "draft.perhaps", "set", proposed.bytes);
    add_doubts(draft, &remark, column);
    if (remark.length > 0)
        draft_comment(draft, "draft.line", "line", remark.bytes, (char *)NULL);
    else
        text_add_char(draft->out, '\n');
    text_free(&proposed);
    text_free(&remark);
}
