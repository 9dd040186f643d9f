/*
 * draft_heads.c - where the heads of an unknown table are.
 *
 *  (1) The table begins at the first row with figures: two cells or more, one
 *      of them a number, a tick or a sign for a missing figure. A row whose
 *      numbers are all years, or count up one by one, is a head when no row of
 *      words stands above it. Below a row of words, one that begins with an
 *      area, or a number and an area, has figures, be they words and blanks; a
 *      second row of heads begins with an empty cell.
 *  (2) The last row of heads is the nearest above it with two cells or more; so
 *      the heading of a first section is passed over.
 *  (3) A row above it belongs to the heads when it names a column that has no
 *      name yet, tells apart columns of the same name, or is nearly full.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/symbol.h"
#include "importers/draft_state.h"
#include "importers/words.h"

static size_t filled_cells(const struct top_row *row)
{
    size_t filled = 0;
    for (size_t i = 0; i < row->count; i++)
        filled += row->cells[i][0] != '\0';
    return filled;
}

static bool is_figure(const struct draft *draft, const char *cell)
{
    struct number number;
    enum status status;
    return cell[0] != '\0' &&
           (number_scan(&number, cell, draft->arena) || words_tick(cell) ||
            words_missing(draft->reading, cell, &status) == MARK_USUAL);
}

/* 1 2 3 4 …, or years from left to right. */
static bool counts_up(const struct top_row *row)
{
    size_t numbers = 0;
    long before = 0;
    for (size_t i = 0; i < row->count; i++) {
        const char *cell = row->cells[i];
        size_t digits = strspn(cell, "0123456789");
        if (digits == 0 || cell[digits] != '\0' || digits > 4)
            continue;
        long number = strtol(cell, NULL, 10);
        if (numbers > 0 && number != before + 1)
            return false;
        before = number;
        numbers++;
    }
    return numbers >= 3;
}

/* (1) */
static bool has_figures(const struct draft *draft, const struct top_row *row,
                        bool words_above)
{
    size_t figures = 0, years = 0;
    for (size_t i = 0; i < row->count; i++) {
        bool year = draft_is_year(row->cells[i]);
        years += year;
        figures += !year && is_figure(draft, row->cells[i]);
    }
    if (figures + years == 0 || filled_cells(row) < 2 ||
        heads_numbered(row->cells, row->count))
        return false;
    if (words_above)
        return figures > 0 || years == 1 || draft_is_year(row->cells[0]);
    return figures > 0 && !counts_up(row);
}

static bool begins_with_area(struct draft *draft, const struct top_row *row)
{
    if (filled_cells(row) < 2 || row->cells[0][0] == '\0')
        return false;
    bool numbered = row->cells[0][strspn(row->cells[0], "0123456789")] == '\0';
    return draft_is_area(draft, row->cells[0]) ||
           (numbered && row->cells[1][0] != '\0' &&
            draft_is_area(draft, row->cells[1]));
}

static size_t first_data(struct draft *draft)
{
    const struct top *top = &draft->reading->detected.top;
    bool words_above = false;
    for (size_t i = 0; i < top->count; i++) {
        if (has_figures(draft, &top->rows[i], words_above) ||
            (words_above && begins_with_area(draft, &top->rows[i])))
            return i;
        words_above = words_above || filled_cells(&top->rows[i]) >= 2;
    }
    return top->count;
}

/* The merged heads of a place, folded. */
static void merge(const struct draft *draft, size_t first, size_t last,
                  struct heads *out)
{
    struct head_rows rows = { first, last + 1 - first,
                              draft->reading->layout->header_join, NULL, 0 };
    heads_merge(out, &draft->reading->detected.top, rows, false, draft->arena);
}

/* Has the column a head of its own in rows first to last? */
static bool is_named(const struct top *top, size_t first, size_t last,
                     size_t column)
{
    for (size_t i = first; i <= last; i++)
        if (column < top->rows[i].count &&
            top->rows[i].cells[column][0] != '\0')
            return true;
    return false;
}

static bool has_repeats(const struct draft *draft, const struct heads *heads)
{
    struct symbols *seen = symbols_new(draft->arena);
    uint32_t named = 0;
    for (size_t i = 0; i < heads->count; i++) {
        if (heads->folded[i][0] == '\0')
            continue;
        symbol_intern(seen, heads->folded[i], strlen(heads->folded[i]));
        named++;
    }
    return symbols_count(seen) < named;
}

/* (3) */
static bool belongs(const struct draft *draft, size_t above, size_t last)
{
    const struct top *top = &draft->reading->detected.top;
    const struct top_row *row = &top->rows[above];
    size_t filled = filled_cells(row), width = top->rows[last].count, named = 0;
    struct heads heads;
    for (size_t i = 0; i < row->count; i++) {
        bool before = is_named(top, above + 1, last, i);
        named += before;
        if (before || row->cells[i][0] == '\0')
            continue;
        /* A lone line over a column of running numbers is a title. */
        const char *below =
            draft->data < top->count && i < top->rows[draft->data].count
                ? top->rows[draft->data].cells[i]
                : "";
        if (filled >= 2 || (below[0] != '\0' && !is_figure(draft, below)))
            return true;
    }
    if (filled < 2)
        return false;
    if (width > 0 && filled * 2 >= named && filled * 2 >= width)
        return true;
    merge(draft, above + 1, last, &heads);
    return has_repeats(draft, &heads);
}

bool draft_heads(struct draft *draft)
{
    struct detected *detected = &draft->reading->detected;
    const struct top *top = &detected->top;
    draft->data = first_data(draft);
    size_t last = draft->data;
    while (
        last > 0 && /* (2) */
        (filled_cells(&top->rows[last - 1]) < 2 ||
         heads_numbered(top->rows[last - 1].cells, top->rows[last - 1].count)))
        last--;
    if (last == 0)
        return false;
    size_t first = --last;
    while (first > 0 && last - first + 1 < HEADS_ROWS &&
           belongs(draft, first - 1, last))
        first--;
    if (first >= HEADS_START)
        return false;
    merge(draft, first, last, &detected->heads);
    draft->count = detected->heads.count;
    return true;
}
