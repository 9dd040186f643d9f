/*
 * bulk_walk.c - the plain lines of a piece, and which lines are not plain.
 *
 *  (1) A line is plain when as many cells end in it as there are heads and
 *      nothing odd stands in it. The places of all ends and of the line feeds
 *      are known, so one comparison tells.
 *  (2) Plain lines are read column by column, a batch at a time: the words of
 *      one column stay near, and nothing waits for the row before.
 *  (3) A plain line whose value is more than digits and a point, whose words
 *      are no UTF-8, or which has nothing in it, is read again as an odd one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/symbol.h"
#include "importers/bulk_odd.h"

struct bulk_worker *bulk_worker_new(size_t columns)
{
    struct bulk_worker *worker = calloc(1, sizeof *worker);
    if (worker == NULL)
        out_of_memory(sizeof *worker);
    worker->arena = arena_new();
    worker->scratch = arena_new();
    worker->arena_of_records = arena_new();
    worker->groups = bulk_groups_new(columns);
    for (size_t k = 0; k < columns; k++)
        worker->words[k] = bulk_words_new(worker->arena);
    return worker;
}

void bulk_worker_free(struct bulk_worker *worker)
{
    bulk_groups_free(&worker->groups);
    bulk_notes_clear(&worker->notes);
    free(worker->piece.text);
    arena_free(worker->arena_of_records);
    arena_free(worker->scratch);
    arena_free(worker->arena);
    free(worker);
}

/* Where the walk through a window of a piece is. */
struct window {
    struct bulk_walk walk;
    const struct bulk_marks *marks;
    size_t line, end, odd; /* the next of the marks' lines, ends and odd */
    uint32_t starts[BULK_BATCH]; /* of the plain lines gathered, in the ends */
};

static struct bulk_cells cells_of(const struct window *window, size_t count,
                                  size_t column)
{
    return (struct bulk_cells){ .text = window->walk.text,
                                .ends = window->marks->ends,
                                .lines = window->starts,
                                .count = count,
                                .column = column,
                                .last = column + 1 ==
                                        window->walk.worker->heads->width };
}

/* Are all words of a row of the batch empty? */
static bool nothing_in(const struct bulk_worker *worker, size_t row)
{
    const struct bulk_batch *batch = &worker->plain;
    for (size_t k = 0; k < worker->heads->count; k++) {
        uint32_t word = batch->words[k][row];
        if (word != BULK_NO_WORD &&
            symbol_text(bulk_words_texts(worker->words[k]), word)[0] != '\0')
            return false;
    }
    return true;
}

/* (3) False: the line is to be read again. */
static bool read_amount(struct bulk_worker *worker, size_t row,
                        const char *cell, size_t length)
{
    struct bulk_amount *amount = &worker->plain.amounts[row];
    if (bulk_amount_digits(amount, cell, length) ||
        bulk_amount_plain(amount, cell, length))
        return true;
    *amount = (struct bulk_amount){ 0, BULK_ABSENT };
    return length == 0 && !nothing_in(worker, row);
}

/* (3) Takes the lines to be read again out of the batch. */
static void read_again(struct window *window, const bool again[])
{
    struct bulk_worker *worker = window->walk.worker;
    struct bulk_batch *batch = &worker->plain;
    size_t kept = 0;
    for (size_t i = 0; i < batch->count; i++) {
        if (again[i]) {
            bulk_odd_row(&window->walk,
                         window->marks->ends[window->starts[i]] + 1);
            continue;
        }
        batch->amounts[kept] = batch->amounts[i];
        for (size_t k = 0; k < worker->heads->count; k++)
            batch->words[k][kept] = batch->words[k][i];
        kept++;
    }
    batch->count = kept;
}

/* (2) */
static void flush(struct window *window)
{
    struct bulk_worker *worker = window->walk.worker;
    const struct bulk_heads *heads = worker->heads;
    struct bulk_batch *batch = &worker->plain;
    bool again[BULK_BATCH] = { false }, any = false;
    for (size_t k = 0; k < heads->count; k++) {
        struct bulk_cells cells =
            cells_of(window, batch->count, heads->columns[k]);
        if (!bulk_words_numbers(worker->words[k], &cells, batch->words[k]))
            continue;
        any = true;
        for (size_t i = 0; i < batch->count; i++)
            again[i] = again[i] || batch->words[k][i] == BULK_NO_WORD;
    }
    struct bulk_cells values = cells_of(window, batch->count, heads->value);
    for (size_t i = 0; i < batch->count; i++) {
        size_t length;
        const char *cell = bulk_cell(&values, i, &length);
        if (!read_amount(worker, i, cell, length))
            any = again[i] = true;
    }
    if (any)
        read_again(window, again);
    worker->counts.read += batch->count;
    worker->counts.added += batch->count;
    bulk_groups_add(&worker->groups, batch);
}

/* (1) */
static bool next_is_plain(struct window *window, size_t width)
{
    const struct bulk_marks *marks = window->marks;
    uint32_t feed = marks->lines[window->line];
    uint32_t start = marks->ends[window->end] + 1;
    while (window->odd < marks->odd_count && marks->odd[window->odd] < start)
        window->odd++;
    if (window->odd < marks->odd_count && marks->odd[window->odd] < feed)
        return false;
    return window->end + width < marks->end_count &&
           marks->ends[window->end + width] == feed;
}

/* Odd lines were read up to [at]; false when that is beyond the window. */
static bool go_on_at(struct window *window, size_t at)
{
    const struct bulk_marks *marks = window->marks;
    while (window->line < marks->line_count && marks->lines[window->line] < at)
        window->line++;
    while (window->end < marks->end_count && marks->ends[window->end] + 1 < at)
        window->end++;
    return window->end < marks->end_count;
}

/* The lines that end in the window; returns the bytes they have. */
static size_t walk_window(struct window *window)
{
    struct bulk_worker *worker = window->walk.worker;
    const struct bulk_marks *marks = window->marks;
    size_t width = worker->heads->width, used = 0;
    while (window->line < marks->line_count) {
        if (!window->walk.reader->by_record && next_is_plain(window, width)) {
            window->starts[worker->plain.count++] = (uint32_t)window->end;
            used = marks->lines[window->line++] + 1;
            window->end += width;
            if (worker->plain.count == BULK_BATCH)
                flush(window);
            continue;
        }
        used = bulk_odd_lines(&window->walk, used);
        if (window->walk.stopped || !go_on_at(window, used))
            break;
    }
    if (worker->plain.count > 0)
        flush(window);
    return used;
}

/* Returns how many bytes were used. */
static size_t walk_piece(struct bulk_worker *worker, struct bulk_reader *reader,
                         size_t *lines)
{
    const struct bulk_piece *piece = &worker->piece;
    struct window window = { .marks = &worker->marks };
    size_t at = 0;
    *lines = 0;
    worker->marked = false;
    while (at < piece->length && !window.walk.stopped && !reader->ill) {
        size_t left = piece->length - at;
        size_t length = left < BULK_WINDOW ? left : BULK_WINDOW;
        bulk_scan(&worker->marks, piece->text + at, length,
                  worker->heads->delimiter);
        window.line = window.end = window.odd = 0;
        window.walk = (struct bulk_walk){ .worker = worker,
                                          .reader = reader,
                                          .text = piece->text + at,
                                          .length = left,
                                          .lines = *lines };
        size_t used = worker->marks.line_count > 0
                          ? walk_window(&window)
                          : bulk_odd_lines(&window.walk, 0);
        bulk_odd_end(&window.walk);
        *lines +=
            window.walk.odd ? bulk_lines(piece->text + at, used) : window.line;
        at += used;
    }
    return at;
}

void bulk_walk(struct bulk_worker *worker, struct bulk_reader *reader)
{
    while (bulk_reader_next(reader, &worker->piece)) {
        size_t lines, used = walk_piece(worker, reader, &lines);
        if (worker->odd.count > 0)
            bulk_groups_add(&worker->groups, &worker->odd);
        bulk_reader_done(reader, &worker->piece, used, lines);
    }
}
