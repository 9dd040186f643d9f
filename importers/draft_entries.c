/*
 * draft_entries.c - the columns of a drafted layout, and the words they need.
 *
 *  (1) A column that is left out is a comment that says why.
 *  (2) Areas above are not needed beside codes.
 *  (3) Words of which each is like a quantity's name, beside a single column of
 *      figures, may say what a row counts; how that is written is proposed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/symbol.h"
#include "engine/base/yaml.h"
#include "importers/draft.h"
#include "importers/draft_state.h"

/* --- columns ---------------------------------------------------------------
 */

static void open_column(struct draft *draft, const struct draft_column *column)
{
    text_add(draft->out, "    - {head: ");
    yaml_add_scalar(draft->out, column->head);
}

static void add_area(struct draft *draft, const struct draft_column *column,
                     const char *field)
{
    open_column(draft, column);
    text_addf(draft->out, ", field: %s", field);
    if (column->tier != TIER_NONE)
        text_addf(draft->out, ", tier: %s", tier_names[column->tier]);
    text_add(draft->out, "}");
    if (column->named > 0)
        draft_comment(draft, "draft.area_known", "known",
                      draft_number(draft, column->known), "named",
                      draft_number(draft, column->named), (char *)NULL);
    else
        draft_comment(draft,
                      column->tier != TIER_NONE ? "draft.area_by_head"
                                                : "draft.area_without_tier",
                      (char *)NULL);
}

static void add_left_out(struct draft *draft, const struct draft_column *column,
                         size_t at)
{
    static const char *const reasons[] = {
        [DRAFT_NUMBERING] = "draft.numbering",
        [DRAFT_NOTE] = "draft.note",
        [DRAFT_WORDS] = "draft.words",
        [DRAFT_NAMELESS] = "draft.nameless",
        [DRAFT_TWICE] = "draft.twice",
    };
    draft_comment(draft, reasons[column->role], "column",
                  draft_number(draft, at + 1), "header", column->head,
                  (char *)NULL);
}

/* (3) "{head: Chỉ tiêu, field: quantity, values: {Chi hội: chapters}}" */
static bool add_names(struct draft *draft, const struct draft_column *column,
                      struct text *out)
{
    const struct codebook *book = &draft->reading->study->codebook;
    uint16_t nearest[DRAFT_NEAREST];
    uint32_t count = symbols_count(column->words);
    text_add(out, "{head: ");
    yaml_add_scalar(out, column->head);
    text_add(out, ", field: quantity, values: {");
    for (uint32_t i = 0; i < count; i++) {
        const char *word = symbol_text(column->words, i);
        if (draft_is_area(draft, word) ||
            draft_quantities(draft, word, nearest) == 0)
            return false;
        text_add(out, i > 0 ? ", " : "");
        yaml_add_scalar(out, word);
        text_addf(out, ": %s", book->quantities[nearest[0]].id);
    }
    text_add(out, "}}");
    return count > 1 && count < DRAFT_WORDS_MOST;
}

static bool propose_quantities(struct draft *draft, size_t at)
{
    const struct draft_column *column = &draft->columns[at];
    struct text entry = text_new();
    size_t figures = 0;
    for (size_t i = 0; i < draft->count; i++)
        figures += draft->columns[i].role == DRAFT_FIGURE;
    bool proposed = column->role == DRAFT_WORDS && figures == 1 &&
                    add_names(draft, column, &entry);
    if (proposed)
        draft_comment(draft, "draft.words_quantities", "column",
                      draft_number(draft, at + 1), "header", column->head,
                      "entry", entry.bytes, (char *)NULL);
    text_free(&entry);
    return proposed;
}

static void add_column(struct draft *draft, size_t at)
{
    const struct draft_column *column = &draft->columns[at];
    const struct codebook *book = &draft->reading->study->codebook;
    switch (column->role) {
    case DRAFT_EMPTY:
    case DRAFT_PERIOD: /* named by `period` */
        break;
    case DRAFT_NUMBERING:
    case DRAFT_NOTE:
    case DRAFT_WORDS:
    case DRAFT_NAMELESS:
    case DRAFT_TWICE:
        if (!propose_quantities(draft, at))
            add_left_out(draft, column, at);
        break;
    case DRAFT_AREA:
        add_area(draft, column, "area");
        break;
    case DRAFT_PARENT:
        if (draft->columns[draft->area].coded)
            draft_comment(draft, "draft.parent_not_needed", "column",
                          draft_number(draft, at + 1), "header", column->head,
                          (char *)NULL);
        else
            add_area(draft, column, "parent");
        break;
    case DRAFT_CODES:
        open_column(draft, column);
        text_addf(draft->out, ", field: %s}\n",
                  book->dimensions[column->dimension].id);
        break;
    case DRAFT_FIGURE:
        if (column->taken)
            break;
        open_column(draft, column);
        draft_figure(draft, column->head, column);
        break;
    }
}

static void add_columns(struct draft *draft,
                        const struct draft_families *families)
{
    text_add(draft->out, "  columns:\n");
    draft->indent = "    ";
    if (draft->area == NO_HEAD)
        draft_comment(draft, "draft.no_area", (char *)NULL);
    for (size_t i = 0; i < draft->count; i++)
        add_column(draft, i);
    draft_families_write(draft, families);
}

/* "Nữ học sinh": what a title says of all columns is only proposed. */
static void add_title_codes(struct draft *draft)
{
    const struct codebook *book = &draft->reading->study->codebook;
    struct draft_codes codes = { .count = 0 };
    if (draft->title != NULL)
        draft_codes(draft, draft->title, &codes);
    for (size_t i = 0; i < codes.count; i++) {
        const struct dimension *dimension =
            &book->dimensions[codes.items[i].dimension];
        if (dimension->closed)
            draft_comment(draft, "draft.title_says", "set",
                          arena_format(draft->arena, "set: {%s: %s}",
                                       dimension->id, codes.items[i].code),
                          (char *)NULL);
    }
}

/* --- words into codes ------------------------------------------------------
 */

static void add_dimension(struct draft *draft, const char *id,
                          const struct draft_values *values)
{
    size_t known = 0;
    for (uint32_t i = 0; i < symbols_count(values->words); i++)
        known += strcmp(values->codes[i], "?") != 0;
    if (known > 0)
        text_addf(draft->out, "    %s: {", id);
    for (uint32_t i = 0, written = 0; i < symbols_count(values->words); i++) {
        if (strcmp(values->codes[i], "?") == 0)
            continue;
        text_add(draft->out, written++ > 0 ? ", " : "");
        yaml_add_scalar(draft->out, symbol_text(values->words, i));
        text_add(draft->out, ": ");
        yaml_add_scalar(draft->out, values->codes[i]);
    }
    text_add(draft->out, known > 0 ? "}\n" : "");
    for (uint32_t i = 0; i < symbols_count(values->words); i++)
        if (strcmp(values->codes[i], "?") == 0)
            draft_comment(draft, "draft.unknown_word", "value",
                          symbol_text(values->words, i), "dimension", id,
                          (char *)NULL);
}

static void add_values(struct draft *draft,
                       const struct draft_families *families)
{
    const struct codebook *book = &draft->reading->study->codebook;
    bool any = false;
    for (size_t i = 0; i < book->dimension_count; i++) {
        struct draft_values values = { NULL, NULL };
        for (size_t k = 0; k < draft->count; k++) {
            const struct draft_column *column = &draft->columns[k];
            for (uint32_t w = 0;
                 column->role == DRAFT_CODES && column->dimension == i &&
                 w < symbols_count(column->words);
                 w++)
                draft_values_add(draft, &values, symbol_text(column->words, w),
                                 (uint16_t)i);
        }
        draft_families_values(draft, families, (uint16_t)i, &values);
        if (values.words == NULL || symbols_count(values.words) == 0)
            continue;
        text_add(draft->out, any ? "" : "  values:\n");
        any = true;
        add_dimension(draft, book->dimensions[i].id, &values);
    }
}

void draft_entries(struct draft *draft, const struct draft_families *families)
{
    add_title_codes(draft);
    add_columns(draft, families);
    add_values(draft, families);
}
