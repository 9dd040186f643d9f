/*
 * rows_part.c - rows about a part of the row above: "Trong đó: Nữ".
 *
 *  (1) The whole is the last row that is no part itself. A part says only what
 *      differs: its empty cells left of the figures are the whole's, and so is
 *      the cell that holds its label.
 *  (2) An opening (part_mark) begins a block; in it a bare word is a part, too,
 *      unless it is an area's name or a word of its own column. The first row
 *      that is no part ends the block.
 *  (3) A mark before an area's name marks nothing: "Trong đó: TP Thái Bình" is
 *      that town's row.
 *  (4) A word that is no part and no area is a finding, and the row is rejected
 *      when it holds figures. So is a part of nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/message.h"
#include "importers/parts.h"
#include "importers/rows_state.h"
#include "importers/words.h"

/* The label of a row that may be a part. */
struct part {
    size_t column;
    const char *word; /* behind its marks, folded; "" when nothing is left */
    enum part_mark mark;
};

static bool holds_labels(enum role role)
{
    return role == ROLE_AREA || role == ROLE_DIMENSION ||
           role == ROLE_QUANTITY || role == ROLE_NONE;
}

static size_t first_figure(const struct columns *columns)
{
    size_t at = 0;
    while (at < columns->count && columns->items[at].role != ROLE_FIGURE)
        at++;
    return at;
}

/* The first cell left of the figures that begins with a mark; in an open block
 * else the first that holds a label. */
static bool find_label(struct rows *rows, const struct record *record,
                       struct part *part)
{
    const struct columns *columns = rows->columns;
    size_t end = first_figure(columns);
    bool found = false;
    *part = (struct part){ NO_HEAD, "", PART_PLAIN };
    for (size_t i = 0; i < end && part->mark == PART_PLAIN; i++) {
        const char *cell = record_cell(record, i);
        enum role role = columns->items[i].role;
        if (cell[0] == '\0' || !holds_labels(role))
            continue;
        const char *rest;
        enum part_mark mark =
            part_mark(words_fold(rows->above.arena, cell), &rest);
        bool bare = rows->above.open && !found && role != ROLE_NONE;
        if (mark == PART_PLAIN && !bare)
            continue;
        *part = (struct part){ i, rest, mark };
        found = true;
    }
    return found;
}

/* "Trong đó:" alone has its word in a cell beside it. */
static void take_word_beside(struct rows *rows, const struct record *record,
                             struct part *part)
{
    const struct columns *columns = rows->columns;
    size_t end = first_figure(columns);
    for (size_t i = part->column + 1; i < end && part->word[0] == '\0'; i++) {
        if (!holds_labels(columns->items[i].role) ||
            record_cell(record, i)[0] == '\0')
            continue;
        part->column = i;
        (void)part_mark(words_fold(rows->above.arena, record_cell(record, i)),
                        &part->word);
    }
}

static bool names_area(struct rows *rows, const char *word)
{
    struct reading *reading = rows->reading;
    const struct columns *columns = rows->columns;
    if (columns->area == NO_HEAD || !reading_has_register(reading))
        return false;
    struct place_question question = { word, columns->items[columns->area].tier,
                                       NO_AREA,
                                       places_day(reading, reading->period),
                                       false };
    enum place_outcome outcome = places_find(rows->places, question)->outcome;
    return outcome == PLACE_FOUND || outcome == PLACE_AMBIGUOUS;
}

/* A code, or a quantity, of the column that the label stands in? */
static bool is_own_word(struct rows *rows, const struct part *part)
{
    const struct column *column = &rows->columns->items[part->column];
    const struct value_map *own =
        column->by != NULL ? &column->by->values : NULL;
    uint8_t code;
    if (column->role == ROLE_QUANTITY)
        return words_in(own, part->word) != NULL ||
               quantity_find(&rows->reading->study->codebook, part->word) !=
                   NO_INDEX;
    return column->role == ROLE_DIMENSION &&
           words_code(rows->reading, column->dimension, own, part->word, &code);
}

/* (1) The whole's cells where the part says nothing of its own. */
static const struct record *merge(struct rows *rows,
                                  const struct record *record, size_t label)
{
    struct arena *arena = rows->above.arena;
    const struct above *above = &rows->above;
    size_t end = first_figure(rows->columns);
    size_t count = record->count > end ? record->count : end;
    const char **cells = arena_array(arena, count, const char *);
    for (size_t i = 0; i < count; i++) {
        bool named = i == label || i == rows->columns->area;
        cells[i] = record_cell(record, i);
        if (i < end && i < above->count && (cells[i][0] == '\0' || named))
            cells[i] = above->cells[i];
    }
    struct record *merged = arena_new_of(arena, struct record);
    *merged = *record;
    merged->cells = cells;
    merged->count = count;
    return merged;
}

/* (3) The same row without its mark. */
static const struct record *unmarked(struct rows *rows,
                                     const struct record *record,
                                     const struct part *part)
{
    struct arena *arena = rows->above.arena;
    const char **cells = arena_array(arena, record->count, const char *);
    memcpy(cells, record->cells, record->count * sizeof *cells);
    cells[part->column] = part->word;
    struct record *copy = arena_new_of(arena, struct record);
    *copy = *record;
    copy->cells = cells;
    return copy;
}

/* (4) */
static enum part_fate refuse(struct rows *rows, const struct row *row,
                             const struct part *part, enum part_sense sense)
{
    struct reading *reading = rows->reading;
    if (!rows_has_figure(rows, row->record))
        return PART_DONE;
    struct finding_place place =
        reading_place(reading, row->record->line, part->column,
                      record_cell(row->record, part->column));
    const char *reason = sense == PART_AMBIGUOUS ? "import.part_ambiguous"
                         : sense == PART_CODES   ? "import.part_of_nothing"
                                                 : "import.part_unknown";
    if (sense == PART_UNKNOWN)
        place.suggestion = part_nearest(reading, rows->columns, part->word);
    finding_add(reading->findings, FINDING_unknown_part, place, "reason",
                message_text(&reading->study->messages, reason), (char *)NULL);
    rows->fates[row->index] |= FATE_REJECTED;
    return PART_DONE;
}

enum part_fate rows_part(struct rows *rows, struct row *row)
{
    struct part part;
    struct picks picks = { .count = 0 };
    if (!rows->marked || !find_label(rows, row->record, &part))
        return PART_NONE;
    take_word_beside(rows, row->record, &part);
    if (part.mark == PART_PLAIN && is_own_word(rows, &part))
        return PART_NONE; /* (2) */
    rows->above.open = rows->above.open || part.mark == PART_OPENS;
    enum part_sense sense =
        part_read(rows->reading, rows->columns, part.word, &picks);
    if (sense != PART_CODES && names_area(rows, part.word)) { /* (3) */
        row->record = unmarked(rows, row->record, &part);
        return PART_NONE;
    }
    if (sense == PART_UNKNOWN && part.mark != PART_OPENS && !rows->above.open &&
        !reading_has_register(rows->reading))
        return PART_NONE; /* a dash before any name */
    if (part.mark == PART_PLAIN && sense != PART_CODES)
        return PART_NONE;
    if (sense != PART_CODES || rows->above.count == 0)
        return refuse(rows, row, &part, sense);
    row->picks = picks;
    row->record = merge(rows, row->record, part.column);
    return PART_READ;
}

void rows_part_whole(struct rows *rows, const struct row *row)
{
    const struct record *record = row->record;
    struct above *above = &rows->above;
    if (!rows->marked)
        return;
    /* The row, and the record too, may lie in the old arena. */
    struct arena *arena = arena_new();
    size_t count = record->count;
    const char **cells = arena_array(arena, count, const char *);
    for (size_t i = 0; i < count; i++)
        cells[i] = arena_string(arena, record->cells[i]);
    arena_free(above->arena);
    *above = (struct above){ arena, cells, count, false };
}
