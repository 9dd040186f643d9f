/*
 * columns.c - what each column of the file at hand means.
 *
 *  (1) Codes come from the head (named groups of `match`), then from the
 *      column's `set`, then from the source's; the nearer word stands.
 *  (2) The source's quantity replaces the layout's when all figures of the
 *      layout are of one quantity; its scale fills in for a column without one.
 *  (3) A head whose year or word is not understood, or whose codes the quantity
 *      may not carry, is a finding once; its figures are rejected.
 *  (4) Columns left out are listed in one finding, but for running numbers,
 *      notes and empty heads.
 *  (5) Columns whose quantity is still TODO are refused; one finding for the
 *      file says where to write it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/pattern.h"
#include "engine/base/text.h"
#include "importers/columns.h"
#include "importers/layout.h"
#include "importers/words.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

bool picks_add(struct picks *picks, uint16_t dimension, uint8_t code)
{
    for (size_t i = 0; i < picks->count; i++) {
        if (picks->dimension[i] != dimension)
            continue;
        if (picks->code[i] == 0)
            picks->code[i] = code;
        return code == 0 || picks->code[i] == code;
    }
    if (picks->count == PICKS)
        return false;
    picks->dimension[picks->count] = dimension;
    picks->code[picks->count++] = code;
    return true;
}

void picks_fill(struct picks *picks, uint16_t dimension, uint8_t code)
{
    for (size_t i = 0; i < picks->count; i++)
        if (picks->dimension[i] == dimension)
            return;
    (void)picks_add(picks, dimension, code);
}

bool columns_cell(const struct quantity *quantity, const struct picks *picks,
                  uint64_t *cell, uint16_t *refused)
{
    for (size_t i = 0; i < picks->count; i++) {
        if (picks->code[i] == 0)
            continue;
        uint16_t slot = quantity_slot(quantity, picks->dimension[i]);
        *refused = picks->dimension[i];
        if (slot == NO_INDEX)
            return false;
        *cell = cell_set(*cell, slot, picks->code[i]);
    }
    return true;
}

bool columns_breakdown(struct reading *reading, const char *text,
                       struct picks *picks)
{
    const struct codebook *book = &reading->study->codebook;
    while (*text != '\0') {
        size_t length = strcspn(text, ";"), name = strcspn(text, "=");
        uint8_t code;
        if (name >= length)
            return false;
        uint16_t dimension =
            dimension_find(book, arena_copy(reading->arena, text, name));
        if (dimension == NO_INDEX ||
            !words_code(
                reading, dimension, NULL,
                arena_copy(reading->arena, text + name + 1, length - name - 1),
                &code) ||
            !picks_add(picks, dimension, code))
            return false;
        text += length + (text[length] == ';');
    }
    return true;
}

/* A finding about a head: its figures cannot be used. (3) */
static void refuse_head(struct reading *reading, struct column *column,
                        size_t at, enum finding_rule rule, const char *value,
                        const char *dimension)
{
    const struct codebook *book = &reading->study->codebook;
    const struct heads *heads = &reading->detected.heads;
    unsigned line =
        reading->detected.top.rows[heads->first + heads->height - 1].line;
    struct finding_place place = reading_place(reading, line, at, value);
    uint16_t known = dimension_find(book, dimension);
    column->refused = true;
    if (rule == FINDING_unknown_code && known != NO_INDEX)
        place.suggestion = words_nearest(reading, &known, 1, value);
    else if (rule == FINDING_unknown_quantity && value != NULL)
        place.suggestion = quantity_nearest(book, value);
    finding_add(
        reading->findings, rule, place, "dimension", dimension, "quantity",
        column->quantity == NO_INDEX ? ""
                                     : book->quantities[column->quantity].id,
        (char *)NULL);
}

/* One named group of a head. */
static void take_group(struct reading *reading, struct column *column,
                       size_t at, const char *name, const char *word)
{
    const struct codebook *book = &reading->study->codebook;
    enum status status;
    uint8_t code;
    if (strcmp(name, "period") == 0) {
        if (!words_period(reading, NULL, word, &column->period, &status))
            refuse_head(reading, column, at, FINDING_unknown_period, word, "");
        else if (status != STATUS_OK)
            column->status = status;
    } else if (strcmp(name, "status") == 0) {
        if (words_status(reading, NULL, word, &status))
            column->status = status;
        else
            refuse_head(reading, column, at, FINDING_unknown_code, word,
                        "status");
    } else {
        uint16_t dimension = dimension_find(book, name);
        if (dimension != NO_INDEX &&
            words_code(reading, dimension, NULL, word, &code))
            picks_fill(&column->picks, dimension, code);
        else
            refuse_head(reading, column, at, FINDING_unknown_code, word, name);
    }
}

static void take_groups(struct reading *reading, struct column *column,
                        size_t at)
{
    const struct pattern *match = column->by->match;
    size_t count = pattern_group_count(match);
    const char **groups = arena_array(reading->arena, count + 1, const char *);
    if (!pattern_match(match, column->head, true, groups, count,
                       reading->arena))
        return;
    for (size_t i = 0; i < count; i++)
        if (groups[i] != NULL && groups[i][0] != '\0')
            take_group(reading, column, at, pattern_group_name(match, i),
                       groups[i]);
}

static void fill_set(struct reading *reading, struct picks *picks,
                     const struct layout_set set[], size_t count)
{
    const struct codebook *book = &reading->study->codebook;
    for (size_t i = 0; i < count; i++) {
        uint16_t dimension = dimension_find(book, set[i].dimension);
        uint8_t code;
        if (dimension != NO_INDEX &&
            words_code(reading, dimension, NULL, set[i].code, &code))
            picks_fill(picks, dimension, code);
    }
}

/* (2) The one quantity of all the layout's figures, or NULL. */
static const char *only_quantity(const struct layout *layout)
{
    const char *only = NULL;
    for (size_t i = 0; i < layout->column_count; i++) {
        const char *quantity = layout->columns[i].quantity;
        if (quantity == NULL)
            continue;
        if (only != NULL && strcmp(only, quantity) != 0)
            return NULL;
        only = quantity;
    }
    return only;
}

static bool names_quantity(const struct layout *layout)
{
    for (size_t i = 0; i < layout->column_count; i++)
        if (layout->columns[i].field == COLUMN_QUANTITY_NAME)
            return true;
    return false;
}

static void build_figure(struct reading *reading, struct column *column,
                         size_t at)
{
    const struct source_plan *plan = reading->plan;
    const struct layout_column *by = column->by;
    const struct codebook *book = &reading->study->codebook;
    assert(by != NULL); /* only a layout makes figures of a column */
    const char *quantity = by->quantity;
    uint16_t refused;
    if (plan != NULL && plan->quantity != NULL &&
        (quantity == NULL || only_quantity(reading->layout) != NULL))
        quantity = plan->quantity;
    column->quantity =
        quantity == NULL ? (uint16_t)NO_INDEX : quantity_find(book, quantity);
    if (by->unfinished && column->quantity == NO_INDEX)
        column->refused = true; /* (5) */
    else if (column->quantity == NO_INDEX &&
             (quantity != NULL || !names_quantity(reading->layout)))
        refuse_head(reading, column, at, FINDING_unknown_quantity, quantity,
                    "");
    if (by->match != NULL)
        take_groups(reading, column, at);
    fill_set(reading, &column->picks, by->set, by->set_count);
    column->scale = by->scale;
    if (plan != NULL) {
        fill_set(reading, &column->picks, plan->set, plan->set_count);
        if (plan->scale > 0 && by->scale >= 1 && by->scale <= 1)
            column->scale = plan->scale;
    }
    if (column->quantity != NO_INDEX &&
        !columns_cell(&book->quantities[column->quantity], &column->picks,
                      &column->cell, &refused))
        refuse_head(reading, column, at, FINDING_dimension_refused, NULL,
                    book->dimensions[refused].id);
}

static void take_role(struct reading *reading, struct column *column)
{
    static const enum role roles[] = { [COLUMN_QUANTITY] = ROLE_FIGURE,
                                       [COLUMN_AREA] = ROLE_AREA,
                                       [COLUMN_PARENT] = ROLE_PARENT,
                                       [COLUMN_PERIOD] = ROLE_PERIOD,
                                       [COLUMN_STATUS] = ROLE_STATUS,
                                       [COLUMN_NOTE] = ROLE_NOTE,
                                       [COLUMN_DIMENSION] = ROLE_DIMENSION,
                                       [COLUMN_QUANTITY_NAME] = ROLE_QUANTITY,
                                       [COLUMN_VALUE] = ROLE_FIGURE };
    column->role = roles[column->by->field];
    column->tier = column->by->tier;
    if (column->role == ROLE_DIMENSION)
        column->dimension =
            dimension_find(&reading->study->codebook, column->by->dimension);
}

/* Heads that the layout does not list but that say what they are. */
static void take_known_head(struct reading *reading, struct column *column,
                            const char *folded)
{
    const struct layout *layout = reading->layout;
    if (layout->period_from == PERIOD_FROM_COLUMN &&
        layout->period_column != NULL &&
        head_is(folded, layout->period_column)) {
        column->role = ROLE_PERIOD;
        return;
    }
    if (!names_quantity(layout))
        return;
    uint16_t dimension = dimension_find(&reading->study->codebook, folded);
    if (dimension != NO_INDEX) {
        column->role = ROLE_DIMENSION;
        column->dimension = dimension;
    } else if (strcmp(folded, "published") == 0) {
        column->role = ROLE_PUBLISHED;
    } else if (strcmp(folded, "breakdown") == 0) {
        column->role = ROLE_BREAKDOWN;
    } else if (strcmp(folded, "school_year") == 0) {
        column->role = ROLE_SCHOOL_YEAR;
    }
}

/* Does one of the head's rows name the column itself? A column at the right
 * edge may have a head only by being merged with its neighbour. */
static bool has_own_head(const struct detected *detected, size_t at)
{
    const struct heads *heads = &detected->heads;
    for (size_t i = 0; i < heads->height; i++) {
        const struct top_row *row = &detected->top.rows[heads->first + i];
        if (at < row->count && row->cells[at][0] != '\0')
            return true;
    }
    return false;
}

/* (4) */
bool columns_plain_head(const char *folded)
{
    static const char *const plain[] = {
        "",  "stt",     "tt",   "số tt", "số thứ tự", "no",   "no.",
        "#", "ghi chú", "note", "notes", "file",      "line", "ghi chú - note"
    };
    for (size_t i = 0; i < COUNT(plain); i++)
        if (strcmp(plain[i], folded) == 0)
            return true;
    return false;
}

static void list_unmatched(struct reading *reading,
                           const struct columns *columns)
{
    const struct heads *heads = &reading->detected.heads;
    struct text list = text_new();
    unsigned count = 0;
    text_add(&list, "");
    for (size_t i = 0; i < columns->count; i++) {
        if (columns->items[i].role != ROLE_NONE ||
            columns_plain_head(heads->folded[i]) ||
            !has_own_head(&reading->detected, i))
            continue;
        text_add(&list, count++ > 0 ? ", " : "");
        text_add(&list, columns->items[i].head);
    }
    if (count > 0) {
        unsigned line =
            reading->detected.top.rows[heads->first + heads->height - 1].line;
        finding_add(reading->findings, FINDING_unmatched_columns,
                    reading_place(reading, line, NO_HEAD, NULL), "columns",
                    list.bytes, (char *)NULL)
            ->count = count;
    }
    text_free(&list);
}

static void note_place(struct columns *columns, enum role role, size_t at)
{
    size_t *const places[] = { [ROLE_AREA] = &columns->area,
                               [ROLE_PARENT] = &columns->parent,
                               [ROLE_PERIOD] = &columns->period,
                               [ROLE_STATUS] = &columns->status,
                               [ROLE_QUANTITY] = &columns->quantity,
                               [ROLE_PUBLISHED] = &columns->published,
                               [ROLE_BREAKDOWN] = &columns->breakdown,
                               [ROLE_SCHOOL_YEAR] = &columns->school_year };
    if (role < COUNT(places) && places[role] != NULL &&
        *places[role] == NO_HEAD)
        *places[role] = at;
    columns->figures = columns->figures || role == ROLE_FIGURE;
}

/* (5) A source that names its quantity has answered. */
static bool unfinished(const struct reading *reading,
                       const struct columns *columns)
{
    bool dated = reading->plan != NULL && reading->plan->period != NO_PERIOD;
    bool open = reading->layout->decimal_open ||
                (reading->layout->period_from == PERIOD_FIXED &&
                 reading->layout->period_fixed == NO_PERIOD && !dated);
    for (size_t i = 0; i < columns->count; i++) {
        const struct column *column = &columns->items[i];
        open = open || (column->role == ROLE_FIGURE && column->refused &&
                        column->by->unfinished);
    }
    return open;
}

void columns_build(struct columns *out, struct reading *reading)
{
    const struct heads *heads = &reading->detected.heads;
    *out = (struct columns){ .count = heads->count,
                             .area = NO_HEAD,
                             .parent = NO_HEAD,
                             .period = NO_HEAD,
                             .status = NO_HEAD,
                             .quantity = NO_HEAD,
                             .published = NO_HEAD,
                             .breakdown = NO_HEAD,
                             .school_year = NO_HEAD };
    out->items = arena_array(reading->arena, heads->count, struct column);
    for (size_t i = 0; i < heads->count; i++) {
        struct column *column = &out->items[i];
        column->head = heads->written[i];
        column->by = head_column(reading->layout, heads, i, reading->arena);
        column->dimension = column->quantity = NO_INDEX;
        column->scale = 1;
        column->decimal = reading->layout->decimal;
        if (column->by != NULL)
            take_role(reading, column);
        if (column->by == NULL || (column->role == ROLE_NOTE &&
                                   reading->layout->period_column != NULL))
            take_known_head(reading, column, heads->folded[i]);
        if (column->role == ROLE_FIGURE)
            build_figure(reading, column, i);
        note_place(out, column->role, i);
    }
    list_unmatched(reading, out);
    if (unfinished(reading, out))
        layout_unfinished(reading->findings, reading->layout,
                          reading_place(reading, 0, NO_HEAD, NULL));
}
