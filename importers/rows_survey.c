/*
 * rows_survey.c - the first walk: how does each column write its numbers?
 *
 *  (1) The layout's word settles it. Else the cells vote (numbers.h).
 *  (2) A column whose numbers contradict one another is refused with the
 *      addresses of two cells that do.
 *  (3) A column of nothing but ticks and blanks is refused unless the layout
 *      says what a tick is: blank may mean no, or nobody asked.
 *  (4) A column in two readings waits for the end of the file, where totals
 *      may decide (rows_pending.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/rows_state.h"
#include "importers/words.h"

/* Do the column's own words say what this cell is? */
static bool has_word(const struct rows *rows, const struct column *column,
                     const char *cell)
{
    if (column->by->values.count == 0)
        return false;
    struct arena *arena = rows->reading->arena;
    struct arena_mark mark = arena_mark(arena);
    bool found = words_in(&column->by->values, words_fold(arena, cell)) != NULL;
    arena_rewind(arena, mark);
    return found;
}

static void survey_cell(struct rows *rows, struct column *column,
                        const char *cell, unsigned line)
{
    struct number number;
    enum status status;
    if (cell[0] == '\0' || has_word(rows, column, cell))
        return;
    if (number_scan(&number, cell, rows->reading->arena)) {
        number_vote_add(&column->vote, &number, cell, line);
    } else if (words_missing(rows->reading, cell, &status) != MARK_NONE) {
        return;
    } else if (words_tick(cell)) {
        if (column->ticks++ == 0) {
            column->tick_line = line;
            column->tick = arena_string(rows->reading->arena, cell);
        }
    } else {
        column->others++;
    }
}

/* (2) */
static void refuse_mixed(struct rows *rows, size_t at,
                         const enum number_shape clash[2])
{
    struct reading *reading = rows->reading;
    struct column *column = &rows->columns->items[at];
    const struct number_vote *vote = &column->vote;
    unsigned count = 0;
    for (int shape = NUMBER_WHOLE; shape < NUMBER_SHAPES; shape++)
        count += (unsigned)vote->counts[shape];
    const char *other =
        arena_format(reading->arena, "%s (%s:%u)", vote->cells[clash[1]],
                     reading->name, vote->lines[clash[1]]);
    finding_add(reading->findings, FINDING_mixed_numbers,
                reading_place(reading, vote->lines[clash[0]], at,
                              vote->cells[clash[0]]),
                "other", other, (char *)NULL)
        ->count = count;
    column->refused = column->mixed = true;
}

static void settle(struct rows *rows, size_t at)
{
    struct reading *reading = rows->reading;
    struct column *column = &rows->columns->items[at];
    enum number_shape clash[2];
    size_t numbers = 0;
    for (int shape = NUMBER_WHOLE; shape < NUMBER_SHAPES; shape++)
        numbers += column->vote.counts[shape];
    if (column->ticks > 0 && numbers == 0 && column->others == 0) { /* (3) */
        finding_add(reading->findings, FINDING_ticks,
                    reading_place(reading, column->tick_line, at, column->tick),
                    (char *)NULL)
            ->count = (unsigned)column->ticks;
        column->refused = true;
    }
    if (column->decimal != DECIMAL_AUTO || column->refused)
        return; /* (1) */
    switch (number_verdict(&column->vote, clash)) {
    case VERDICT_ANY:
        break;
    case VERDICT_COMMA:
        column->decimal = DECIMAL_COMMA;
        break;
    case VERDICT_POINT:
        column->decimal = DECIMAL_POINT;
        break;
    case VERDICT_OPEN:
        column->pending = true;
        break;
    case VERDICT_MIXED:
        refuse_mixed(rows, at, clash);
        break;
    }
}

void rows_survey(struct rows *rows)
{
    struct columns *columns = rows->columns;
    struct records *records;
    struct record record;
    bool more = rows_begin(rows, &records, &record);
    for (; more; more = records_next(records, &record)) {
        rows->count++;
        if (record.nul || rows_ignored(rows, &record))
            continue;
        rows_survey_map(rows, &record);
        for (size_t i = 0; i < columns->count; i++)
            if (columns->items[i].role == ROLE_FIGURE)
                survey_cell(rows, &columns->items[i], record_cell(&record, i),
                            record.line);
    }
    rows->count = 0;
    rows_tell_maps(rows);
    rows_survey_parents(rows);
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].role == ROLE_FIGURE)
            settle(rows, i);
}
