/*
 * detect.c - which layout reads this text, with which delimiter and heads.
 *
 *  (1) A delimiter is judged by how many of the first records have the most
 *      frequent number of cells, two or more; then by that number; then a
 *      semicolon, a tab and a bar go before the comma, which decimals use.
 *  (2) For one layout the place that matches most columns is taken; then fewer
 *      rows of heads; then the higher place.
 *  (3) A layout that the source names is not asked for its title.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/detect.h"

static const char delimiters[] = { ';', '\t', '|', ',' };

enum { DELIMITERS = sizeof delimiters };

/* --- delimiters ---------------------------------------------------------- */

struct regularity {
    char delimiter;
    size_t records, cells, rank;
};

static struct regularity regularity_of(const struct top *top, char delimiter,
                                       size_t rank)
{
    struct regularity best = { delimiter, 0, 0, rank };
    for (size_t i = 0; i < top->count; i++) {
        size_t cells = top->rows[i].count, same = 0;
        for (size_t k = 0; k < top->count; k++)
            same += top->rows[k].count == cells;
        if (cells > 1 && (same > best.records ||
                          (same == best.records && cells > best.cells))) {
            best.records = same;
            best.cells = cells;
        }
    }
    return best;
}

static int regular_first(const void *left, const void *right)
{
    const struct regularity *a = left, *b = right;
    if (a->records != b->records)
        return a->records > b->records ? -1 : 1;
    if (a->cells != b->cells)
        return a->cells > b->cells ? -1 : 1;
    return a->rank < b->rank ? -1 : 1;
}

/* --- one layout ---------------------------------------------------------- */

/* The place where a layout fits. */
struct fit {
    const struct layout *layout; /* NULL: it does not */
    size_t first, height, columns;
};

static bool needs_met(const struct layout *layout, const struct heads *heads)
{
    for (size_t i = 0; i < layout->needs_count; i++)
        if (heads_find(heads, layout->needs[i]) == NO_HEAD)
            return false;
    return true;
}

static size_t columns_met(const struct layout *layout, const struct top *top,
                          size_t first, size_t height, struct arena *arena)
{
    struct heads heads;
    size_t met = 0;
    heads_merge(&heads, top, head_rows_of(layout, first, height), false, arena);
    for (size_t i = 0; i < heads.count; i++)
        met += head_column(layout, &heads, i, arena) != NULL;
    return met;
}

/* Heads merged for every place, for one way of joining. */
struct places_of_heads {
    const char *join;
    struct heads at[HEADS_START][HEADS_ROWS];
};

static void merge_all(struct places_of_heads *places, const struct top *top,
                      const char *join, struct arena *arena)
{
    if (places->join != NULL && strcmp(places->join, join) == 0)
        return;
    places->join = join;
    for (size_t first = 0; first < HEADS_START && first < top->count; first++)
        for (size_t rows = 1; rows <= HEADS_ROWS && first + rows <= top->count;
             rows++)
            heads_merge(&places->at[first][rows - 1], top,
                        (struct head_rows){ first, rows, join, NULL, 0 }, true,
                        arena);
}

/* (2) Keeps the better of two places. */
static void try_place(struct fit *best, const struct layout *layout,
                      const struct top *top, const struct heads *heads,
                      bool named, struct arena *arena)
{
    if (!needs_met(layout, heads) ||
        (!named && layout->title != NULL && /* (3) */
         !title_fits(top, heads->first, layout->title, arena)))
        return;
    size_t met = columns_met(layout, top, heads->first, heads->height, arena);
    if (met == 0 || (best->layout != NULL &&
                     (met < best->columns ||
                      (met == best->columns && heads->height >= best->height))))
        return;
    *best = (struct fit){ layout, heads->first, heads->height, met };
}

static struct fit fit_of(const struct layout *layout, const struct top *top,
                         struct places_of_heads *places, bool named,
                         struct arena *arena)
{
    struct fit best = { NULL, 0, 0, 0 };
    struct heads heads;
    size_t first, height;
    if (layout->header_row_count > 0) {
        if (!heads_at_rows(top, layout, &first, &height))
            return best;
        heads_merge(&heads, top, head_rows_of(layout, first, height), true,
                    arena);
        try_place(&best, layout, top, &heads, named, arena);
        return best;
    }
    merge_all(places, top, layout->header_join, arena);
    for (size_t rows = 1; rows <= HEADS_ROWS; rows++)
        for (first = 0; first < HEADS_START && first + rows <= top->count;
             first++)
            try_place(&best, layout, top, &places->at[first][rows - 1], named,
                      arena);
    return best;
}

/* --- all layouts --------------------------------------------------------- */

/* More than 0: [a] asked for more than [b]. */
static int asked_more(const struct layout *a, const struct layout *b)
{
    if ((a->title != NULL) != (b->title != NULL))
        return a->title != NULL ? 1 : -1;
    if (a->needs_count != b->needs_count)
        return a->needs_count > b->needs_count ? 1 : -1;
    return 0;
}

static bool may_read(const struct layout *layout,
                     const struct candidates *candidates, char delimiter)
{
    if (candidates->only != NULL && candidates->only != layout)
        return false;
    if (candidates->encoding != ENCODING_AUTO &&
        layout->encoding != candidates->encoding)
        return false;
    /* A layout that asks for nothing reads only what it is named for. */
    if (layout->needs_count == 0 && candidates->only == NULL)
        return false;
    return layout->delimiter == '\0' || layout->delimiter == delimiter;
}

static bool detect_with(struct detected *out, const struct top *top,
                        char delimiter, const struct candidates *candidates,
                        struct arena *arena)
{
    struct places_of_heads *places =
        arena_new_of(arena, struct places_of_heads);
    struct fit best = { NULL, 0, 0, 0 };
    const struct layout *rival = NULL;
    for (size_t i = 0; i < candidates->count; i++) {
        const struct layout *layout = &candidates->layouts[i];
        if (!may_read(layout, candidates, delimiter))
            continue;
        struct fit fit =
            fit_of(layout, top, places, candidates->only != NULL, arena);
        if (fit.layout == NULL)
            continue;
        int more = best.layout == NULL ? 1 : asked_more(layout, best.layout);
        if (more == 0)
            rival = rival != NULL ? rival : layout;
        if (more <= 0)
            continue;
        best = fit;
        rival = NULL;
    }
    if (best.layout == NULL)
        return false;
    out->outcome = rival != NULL ? DETECT_TIED : DETECT_FOUND;
    out->layout = best.layout;
    out->rival = rival;
    out->delimiter = delimiter;
    out->top = *top;
    heads_merge(&out->heads, &out->top,
                head_rows_of(best.layout, best.first, best.height), false,
                arena);
    return true;
}

/* The text read with each delimiter, the most regular reading first. */
static void read_tops(const char *text, size_t length, struct top tops[],
                      struct regularity order[], struct arena *arena)
{
    for (size_t i = 0; i < DELIMITERS; i++) {
        top_read(&tops[i], text, length, delimiters[i], arena);
        order[i] = regularity_of(&tops[i], delimiters[i], i);
    }
    qsort(order, DELIMITERS, sizeof order[0], regular_first);
}

void detect_delimiter(struct detected *out, const char *text, size_t length,
                      struct arena *arena)
{
    struct top *tops = arena_array(arena, DELIMITERS, struct top);
    struct regularity order[DELIMITERS];
    read_tops(text, length, tops, order, arena);
    *out = (struct detected){ .outcome = DETECT_NONE,
                              .delimiter = order[0].delimiter,
                              .top = tops[order[0].rank] };
}

void detect(struct detected *out, const char *text, size_t length,
            const struct candidates *candidates, struct arena *arena)
{
    struct top *tops = arena_array(arena, DELIMITERS, struct top);
    struct regularity order[DELIMITERS];
    read_tops(text, length, tops, order, arena);
    for (size_t i = 0; i < DELIMITERS; i++)
        if (detect_with(out, &tops[order[i].rank], order[i].delimiter,
                        candidates, arena))
            return;
    /* None: the most regular reading serves to say what is nearest. */
    char delimiter = order[0].delimiter;
    if (candidates->only != NULL && candidates->only->delimiter != '\0')
        delimiter = candidates->only->delimiter;
    for (size_t i = 0; i < DELIMITERS; i++)
        if (delimiters[i] == delimiter)
            out->top = tops[i];
    out->outcome = DETECT_NONE;
    out->layout = out->rival = NULL;
    out->delimiter = delimiter;
}

/* Keeps the place where most of the needed heads are. */
static void try_near(struct nearness *nearness, struct heads *best,
                     const struct layout *layout, const struct top *top,
                     struct head_rows rows, struct arena *arena)
{
    struct heads heads;
    size_t found = 0;
    heads_merge(&heads, top, rows, true, arena);
    for (size_t i = 0; i < layout->needs_count; i++)
        found += heads_find(&heads, layout->needs[i]) != NO_HEAD;
    if (found <= nearness->found)
        return;
    nearness->found = found;
    *best = heads;
}

struct nearness detect_nearness(const struct layout *layout,
                                const struct top *top, struct arena *arena)
{
    struct nearness nearness = { 0, NULL, 0, layout->title == NULL };
    struct heads best = { .count = 0 };
    struct head_rows at = head_rows_of(layout, 0, 0);
    if (layout->header_row_count > 0) {
        if (heads_at_rows(top, layout, &at.first, &at.height))
            try_near(&nearness, &best, layout, top, at, arena);
    } else {
        for (at.height = 1; at.height <= HEADS_ROWS; at.height++)
            for (at.first = 0;
                 at.first < HEADS_START && at.first + at.height <= top->count;
                 at.first++)
                try_near(&nearness, &best, layout, top, at, arena);
    }
    nearness.lacking = arena_array(arena, layout->needs_count, const char *);
    for (size_t i = 0; i < layout->needs_count; i++)
        if (heads_find(&best, layout->needs[i]) == NO_HEAD)
            nearness.lacking[nearness.lacking_count++] = layout->needs[i];
    nearness.title =
        nearness.title || title_fits(top, top->count, layout->title, arena);
    return nearness;
}
