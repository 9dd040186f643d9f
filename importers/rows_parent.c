/*
 * rows_parent.c - the area above the one a row is about.
 *
 *  (1) In a column of merged cells each parent is written on the first row of
 *      its block, and the rows below leave the cell empty. Then no parent
 *      begins twice in one period. Where one does, every row writes its own,
 *      and an empty cell says nothing: the area must do without.
 *  (2) Cells of totals are not merged: an empty one means the whole.
 *  (3) Whether the cells were merged is a reading; it is noted once a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/symbol.h"
#include "importers/rows_state.h"
#include "importers/words.h"

/* (1) */
void rows_survey_parents(struct rows *rows)
{
    const struct columns *columns = rows->columns;
    struct arena *arena = rows->reading->arena;
    struct symbols *begun = symbols_new(arena);
    struct records *records;
    struct record record;
    rows->merged = columns->parent != NO_HEAD;
    if (!rows->merged || !rows_begin(rows, &records, &record))
        return;
    do {
        const char *name, *parent = record_cell(&record, columns->parent);
        size_t column;
        if (record.nul || parent[0] == '\0' || rows_ignored(rows, &record) ||
            rows_label(rows, &record, &name, &column) != LABEL_PART)
            continue;
        const char *block = arena_format(
            arena, "%s\t%s",
            columns->period == NO_HEAD ? ""
                                       : record_cell(&record, columns->period),
            words_fold(arena, parent));
        uint32_t before = symbols_count(begun);
        if (symbol_intern(begun, block, strlen(block)) < before)
            rows->merged = false;
    } while (rows->merged && records_next(records, &record));
}

/* The parent as written or, in merged cells, above; NULL: nowhere. */
static const char *written_parent(struct rows *rows, const struct row *row)
{
    struct reading *reading = rows->reading;
    size_t at = rows->columns->parent;
    const char *word = record_cell(row->record, at);
    if (row->label == LABEL_TOTAL && /* (2) */
        (word[0] == '\0' || rows_total_word(reading, word)))
        return NULL;
    if (word[0] != '\0')
        return rows->parent = arena_string(reading->arena, word);
    if (!rows->merged || rows->parent == NULL)
        return NULL;
    if (rows->carried_count++ == 0)
        rows->carried =
            reading_place(reading, row->record->line, at, rows->parent);
    return rows->parent;
}

bool rows_parent(struct rows *rows, struct row *row)
{
    struct reading *reading = rows->reading;
    size_t at = rows->columns->parent;
    row->within = NO_AREA;
    if (at == NO_HEAD || !reading_has_register(reading))
        return true;
    const char *word = written_parent(rows, row);
    if (word == NULL)
        return true;
    struct place_question question = { word, rows->columns->items[at].tier,
                                       NO_AREA,
                                       places_day(reading, row->period),
                                       false };
    struct place_answer *answer = places_find(rows->places, question);
    row->within = answer->area;
    if (answer->outcome == PLACE_FOUND)
        return true;
    if (rows_has_figure(rows, row->record)) {
        places_report(reading, answer, question,
                      reading_place(reading, row->record->line, at, word), 1);
        rows->fates[row->index] |= FATE_REJECTED;
    }
    return false;
}

/* (3) */
void rows_note_parents(struct rows *rows)
{
    if (rows->carried_count > 0)
        finding_add(rows->reading->findings, FINDING_parent_carried,
                    rows->carried, (char *)NULL)
            ->count = rows->carried_count;
}
