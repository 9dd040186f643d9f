/*
 * rows_filter.c - records that are no data: what offices write between them.
 *
 *  (1) A head row that stands again on a later page (headers.h).
 *  (2) A row of column numbers right below the heads (headers.h).
 *  (3) Rows the layout skips, by their label or their first cell.
 *      A second block (rows_block.c) goes the same way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/pattern.h"
#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "importers/parts.h"
#include "importers/rows_state.h"
#include "importers/words.h"

/* (1) */
static bool repeats_heads(const struct rows *rows, const struct record *record)
{
    const struct detected *detected = &rows->reading->detected;
    struct arena_mark mark = arena_mark(rows->reading->arena);
    bool found = false;
    for (size_t i = 0; i < detected->heads.height && !found; i++)
        found =
            heads_repeated(&detected->top.rows[detected->heads.first + i],
                           record->cells, record->count, rows->reading->arena);
    arena_rewind(rows->reading->arena, mark);
    return found;
}

static bool fits_any(const char *folded, const char *const globs[],
                     size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (glob_match(globs[i], folded))
            return true;
    return false;
}

static enum label label_kind(const struct layout *layout, const char *folded)
{
    if (fits_any(folded, layout->skip_rows, layout->skip_count))
        return LABEL_SKIP;
    if (fits_any(folded, layout->totals, layout->total_count))
        return LABEL_TOTAL;
    return rows_block_label(folded) ? LABEL_BLOCK : LABEL_PART;
}

bool rows_total_word(const struct reading *reading, const char *word)
{
    struct arena_mark mark = arena_mark(reading->arena);
    bool total =
        fits_any(words_fold(reading->arena, word), reading->layout->totals,
                 reading->layout->total_count);
    arena_rewind(reading->arena, mark);
    return total;
}

/* Each label is folded and compared once per file. */
static enum label kind_of(struct rows *rows, const char *label)
{
    uint32_t before = symbols_count(rows->labels);
    uint32_t at = symbol_intern(rows->labels, label, strlen(label));
    rows->label_kinds =
        grow_to(rows->label_kinds, &rows->label_room, (size_t)at + 1, 1);
    if (at == before) {
        struct arena *arena = rows->reading->arena;
        struct arena_mark mark = arena_mark(arena);
        const char *folded = words_fold(arena, label), *rest;
        rows->label_kinds[at] =
            (uint8_t)label_kind(rows->reading->layout, folded);
        rows->marked = rows->marked || part_mark(folded, &rest) != PART_PLAIN;
        arena_rewind(arena, mark);
    }
    return (enum label)rows->label_kinds[at];
}

/*
 * May a total stand in this cell instead of the area's? Beside a named area
 * only in a column the layout does not know (running numbers): a word like
 * "total" among ages or sexes is a code there.
 */
static bool may_label(const struct rows *rows, size_t at, bool named)
{
    switch (rows->columns->items[at].role) {
    case ROLE_NONE:
        return true;
    case ROLE_PARENT:
    case ROLE_PERIOD:
    case ROLE_DIMENSION:
        return !named;
    case ROLE_AREA:
    case ROLE_NOTE:
    case ROLE_STATUS:
    case ROLE_FIGURE:
    case ROLE_QUANTITY:
    case ROLE_PUBLISHED:
    case ROLE_BREAKDOWN:
    case ROLE_SCHOOL_YEAR:
        break;
    }
    return false;
}

/* Does the label head a second block? Not beside a named area, and not when it
 * is a word of its own column. */
static bool may_head_block(const struct rows *rows, size_t at, const char *word,
                           bool named)
{
    const struct column *column = &rows->columns->items[at];
    uint8_t code;
    return !named &&
           (column->role != ROLE_DIMENSION ||
            !words_code(rows->reading, column->dimension,
                        column->by != NULL ? &column->by->values : NULL, word,
                        &code));
}

/* The first cell left of the figures that says more than "a part". */
static enum label other_label(struct rows *rows, const struct record *record,
                              bool named, size_t *column)
{
    const struct columns *columns = rows->columns;
    for (size_t i = 0; i < record->count && i < columns->count &&
                       columns->items[i].role != ROLE_FIGURE;
         i++) {
        if (record->cells[i][0] == '\0')
            continue;
        if (!named && columns->items[i].role == ROLE_QUANTITY)
            (void)kind_of(rows, record->cells[i]); /* for the marks of parts */
        if (!may_label(rows, i, named))
            continue;
        enum label kind = kind_of(rows, record->cells[i]);
        *column = i;
        if (kind != LABEL_PART &&
            (kind != LABEL_BLOCK ||
             may_head_block(rows, i, record->cells[i], named)))
            return kind;
    }
    return LABEL_PART;
}

static bool starts_skipped(struct rows *rows, const struct record *record)
{
    size_t at = 0;
    while (at < record->count && record->cells[at][0] == '\0')
        at++;
    return at < record->count &&
           kind_of(rows, record->cells[at]) == LABEL_SKIP; /* (3) */
}

enum label rows_label(struct rows *rows, const struct record *record,
                      const char **name, size_t *column)
{
    size_t area = rows->columns->area, other = area;
    *column = area;
    *name = area == NO_HEAD ? "" : record_cell(record, area);
    bool named = **name != '\0';
    enum label kind = named ? kind_of(rows, *name) : LABEL_PART;
    if (kind != LABEL_PART)
        return kind;
    kind = other_label(rows, record, named, &other);
    if (kind == LABEL_TOTAL && !named) {
        *name = record->cells[other];
        *column = other;
    }
    return kind == LABEL_PART && starts_skipped(rows, record) ? LABEL_SKIP
                                                              : kind;
}

bool rows_has_figure(const struct rows *rows, const struct record *record)
{
    struct number number;
    enum status status;
    for (size_t i = 0; i < rows->columns->count; i++) {
        const char *cell = record_cell(record, i);
        if (rows->columns->items[i].role != ROLE_FIGURE || cell[0] == '\0')
            continue;
        if (number_scan(&number, cell, rows->reading->arena) ||
            words_tick(cell) ||
            words_missing(rows->reading, cell, &status) != MARK_NONE)
            return true;
    }
    return false;
}

bool rows_ignored(struct rows *rows, const struct record *record)
{
    const char *name;
    size_t column;
    if (record_empty(record) || repeats_heads(rows, record))
        return true;
    if (rows->count <= 2 && /* (2) */
        heads_numbered(record->cells, record->count))
        return true;
    enum label label = rows_label(rows, record, &name, &column);
    return label == LABEL_SKIP || rows_block(rows, record, label);
}
