/*
 * bulk_odd.c - the lines of the bulk job that are read record by record.
 *
 *  (1) A reader of records is kept while odd lines follow one another.
 *  (2) Reading carefully, a record is begun only when the piece holds all that
 *      it may reach for: a cell of the greatest length and the line it is in.
 *  (3) Zero bytes are marked as decode.h does it, so that records.h finds them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "importers/bulk_odd.h"
#include "importers/decode.h"
#include "importers/words.h"

/* A record being judged. */
struct row {
    struct bulk_worker *worker;
    const struct bulk_walk *walk;
    const struct record *record;
};

static void note(const struct row *row, enum finding_rule rule, uint32_t cell)
{
    const struct bulk_walk *walk = row->walk;
    struct bulk_notes *notes = &row->worker->notes;
    struct bulk_note note = { .rule = rule,
                              .piece = row->worker->piece.number,
                              .cell = cell,
                              .cells = row->record->count };
    if (!bulk_notes_full(notes, rule)) { /* lines are counted if wanted */
        size_t before = walk->lines + bulk_lines(walk->text, walk->from);
        note.line = (uint32_t)(before + row->record->line - 1);
        note.value = cell == BULK_NO_CELL ? NULL : row->record->cells[cell];
    }
    bulk_notes_add(notes, note);
}

static bool is_heads(const struct row *row)
{
    const struct bulk_heads *heads = row->worker->heads;
    struct arena *scratch = row->worker->scratch;
    struct arena_mark mark = arena_mark(scratch);
    bool same = row->record->count == heads->width;
    for (size_t i = 0; i < heads->width && same; i++)
        same = strcmp(words_fold(scratch, row->record->cells[i]),
                      heads->folded[i]) == 0;
    arena_rewind(scratch, mark);
    return same;
}

static uint32_t cell_with_quote(const struct record *record)
{
    uint32_t at = 0;
    while (at + 1 < record->count && strchr(record->cells[at], '"') == NULL)
        at++;
    return at;
}

/* False: the row cannot be used. */
static bool check_shape(const struct row *row)
{
    const struct record *record = row->record;
    const struct bulk_heads *heads = row->worker->heads;
    size_t cells = record->count, needed = 0;
    if (record->nul)
        note(row, FINDING_nul_byte, BULK_NO_CELL);
    if (record->open_quote)
        note(row, FINDING_open_quote, BULK_NO_CELL);
    if (record->nul || (record->open_quote && cells != heads->width))
        return false;
    if (cells <= heads->value) {
        note(row, FINDING_cut_row, BULK_NO_CELL);
        return false;
    }
    for (size_t k = 0; k < heads->count; k++)
        needed = heads->columns[k] >= needed ? heads->columns[k] + 1 : needed;
    if (cells < needed)
        note(row, FINDING_short_row, BULK_NO_CELL);
    while (cells > heads->width && record->cells[cells - 1][0] == '\0')
        cells--;
    if (cells > heads->width)
        note(row, FINDING_long_row, BULK_NO_CELL);
    if (record->stray_quote)
        note(row, FINDING_stray_quote, cell_with_quote(record));
    return true;
}

/* Into the batch of odd rows; false: the row cannot be used. */
static bool put_row(const struct row *row)
{
    struct bulk_worker *worker = row->worker;
    const struct bulk_heads *heads = worker->heads;
    struct bulk_batch *batch = &worker->odd;
    for (size_t k = 0; k < heads->count; k++) {
        const char *cell = record_cell(row->record, heads->columns[k]);
        uint32_t word = bulk_words_number(worker->words[k], cell, strlen(cell));
        batch->words[k][batch->count] = word;
        if (word != BULK_NO_WORD)
            continue;
        note(row, FINDING_undecodable, (uint32_t)heads->columns[k]);
        return false;
    }
    const char *value = row->record->cells[heads->value];
    switch (bulk_amount_read(&batch->amounts[batch->count], value,
                             strlen(value), worker->scratch)) {
    case BULK_NUMBER:
    case BULK_MISSING:
        break;
    case BULK_UNKNOWN_MARK:
        note(row, FINDING_unknown_mark, (uint32_t)heads->value);
        break;
    case BULK_BAD:
        note(row, FINDING_bad_number, (uint32_t)heads->value);
        return false;
    }
    if (++batch->count == BULK_BATCH)
        bulk_groups_add(&worker->groups, batch);
    return true;
}

static void take(struct bulk_walk *walk, const struct record *record)
{
    struct bulk_worker *worker = walk->worker;
    struct row row = { worker, walk, record };
    if (!walk->reader->careful && (record->stray_quote || record->open_quote)) {
        walk->reader->ill = true;
        return;
    }
    worker->counts.read++;
    if (!record->nul && (record_empty(record) || is_heads(&row)))
        worker->counts.ignored++;
    else if (check_shape(&row) && put_row(&row))
        worker->counts.added++;
    else
        worker->counts.rejected++;
}

/* (3) */
static void mark_zeros(char *text, size_t length)
{
    for (char *end = text + length;
         (text = memchr(text, '\0', (size_t)(end - text))) != NULL; text++)
        *text = DECODE_NUL_MARK;
}

static void start_records(struct bulk_walk *walk, size_t at)
{
    struct bulk_worker *worker = walk->worker;
    bulk_odd_end(walk);
    if (!worker->marked)
        mark_zeros(worker->piece.text, worker->piece.length);
    worker->marked = true;
    walk->from = at;
    walk->mark = arena_mark(worker->arena_of_records);
    walk->records =
        records_new(walk->text + at, walk->length - at,
                    worker->heads->delimiter, worker->arena_of_records);
}

/* (2) */
static bool is_whole(const struct bulk_walk *walk, size_t at)
{
    size_t reach = at + RECORDS_CELL_LIMIT;
    return !walk->reader->careful || walk->worker->piece.last ||
           (reach < walk->length &&
            memchr(walk->text + reach, '\n', walk->length - reach) != NULL);
}

size_t bulk_odd_lines(struct bulk_walk *walk, size_t at)
{
    struct record record;
    walk->odd = true;
    if (walk->records == NULL ||
        walk->from + records_at(walk->records) != at) /* (1) */
        start_records(walk, at);
    do {
        walk->stopped = !is_whole(walk, at);
        if (walk->stopped)
            return at;
        if (records_next(walk->records, &record))
            take(walk, &record);
        at = walk->from + records_at(walk->records);
    } while (at < walk->length && walk->text[at - 1] != '\n');
    return at;
}

void bulk_odd_row(struct bulk_walk *walk, size_t at)
{
    struct record record;
    start_records(walk, at);
    if (records_next(walk->records, &record))
        take(walk, &record);
}

void bulk_odd_end(struct bulk_walk *walk)
{
    if (walk->records != NULL)
        arena_rewind(walk->worker->arena_of_records, walk->mark);
    walk->records = NULL;
}
