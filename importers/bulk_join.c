/*
 * bulk_join.c - what the threads have added up, as one sorted table.
 *
 *  (1) Every column's words are sorted once, over all threads; then groups hold
 *      places in that order and are compared by numbers.
 *  (2) Groups are sorted by counting, from the last column to the first: each
 *      pass keeps the order of the one before.
 *  (3) Groups of the same words stand side by side then, and are added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/symbol.h"
#include "importers/bulk.h"

/* A word of a thread. */
struct word {
    const char *text;
    uint32_t *place; /* where its place is to be written */
};

static int by_text(const void *left, const void *right)
{
    const struct word *a = left, *b = right;
    return strcmp(a->text, b->text);
}

/* (1) The places of the thread's words in a column, by number. */
struct places {
    uint32_t *of[BULK_COLUMNS];
};

/* Returns how many different words the column has. */
static size_t sort_words(struct bulk_sums *out, size_t column,
                         struct bulk_worker *const workers[], size_t count,
                         struct places *places, struct arena *arena)
{
    struct arena *scratch = arena_new();
    size_t all = 0, found = 0;
    for (size_t w = 0; w < count; w++)
        all += symbols_count(bulk_words_texts(workers[w]->words[column]));
    struct word *words = arena_array(scratch, all, struct word), *to = words;
    for (size_t w = 0; w < count; w++) {
        const struct symbols *texts =
            bulk_words_texts(workers[w]->words[column]);
        for (uint32_t i = 0; i < symbols_count(texts); i++)
            *to++ = (struct word){ symbol_text(texts, i),
                                   &places[w].of[column][i] };
    }
    if (all > 1)
        qsort(words, all, sizeof *words, by_text);
    out->texts[column] = arena_array(arena, all, const char *);
    for (size_t i = 0; i < all; i++) {
        if (i == 0 || strcmp(words[i].text, words[i - 1].text) != 0)
            out->texts[column][found++] = words[i].text;
        *words[i].place = (uint32_t)found - 1;
    }
    arena_free(scratch);
    return found;
}

static void place_words(const struct bulk_groups *groups,
                        const struct places *places)
{
    for (size_t i = 0; i < groups->count; i++) {
        struct bulk_group *group = bulk_group_at(groups, i);
        for (size_t k = 0; k < groups->columns; k++)
            group->words[k] = places->of[k][group->words[k]];
    }
}

/* (2) One pass, from [from] into [to]. */
static void sort_by(struct bulk_group **to, struct bulk_group *const *from,
                    size_t count, size_t column, size_t different)
{
    size_t *next = calloc(different + 1, sizeof *next);
    if (next == NULL)
        out_of_memory(different * sizeof *next);
    for (size_t i = 0; i < count; i++)
        next[from[i]->words[column] + 1]++;
    for (size_t i = 1; i <= different; i++)
        next[i] += next[i - 1];
    for (size_t i = 0; i < count; i++)
        to[next[from[i]->words[column]]++] = from[i];
    free(next);
}

static void sort_groups(struct bulk_sums *out, const size_t *different)
{
    struct bulk_group **spare = calloc(out->count + 1, sizeof(void *));
    struct bulk_group **from = out->groups, **to = spare;
    if (spare == NULL)
        out_of_memory(out->count * sizeof(void *));
    for (size_t k = out->columns; k-- > 0;) {
        sort_by(to, from, out->count, k, different[k]);
        struct bulk_group **done = to;
        to = from;
        from = done;
    }
    if (from == spare && out->count > 0)
        memcpy(out->groups, spare, out->count * sizeof *spare);
    free(spare);
}

/* (3) */
static void add_equals(struct bulk_sums *out)
{
    size_t kept = 0, size = out->columns * sizeof(uint32_t);
    for (size_t i = 0; i < out->count; i++) {
        struct bulk_group *group = out->groups[i];
        if (kept == 0 ||
            memcmp(out->groups[kept - 1]->words, group->words, size) != 0) {
            out->groups[kept++] = group;
            continue;
        }
        struct bulk_group *before = out->groups[kept - 1];
        before->sum += group->sum;
        before->rows = (before->rows + group->rows) & (UINT64_MAX >> 1);
        before->numbered |= group->numbered;
    }
    out->count = kept;
}

/* --- wide numbers -------------------------------------------------------- */

static int compare_words(const struct bulk_group *a, const struct bulk_group *b,
                         size_t columns)
{
    for (size_t k = 0; k < columns; k++)
        if (a->words[k] != b->words[k])
            return a->words[k] < b->words[k] ? -1 : 1;
    return 0;
}

/* The row of a group's words. */
static uint32_t row_of(const struct bulk_sums *sums,
                       const struct bulk_group *group)
{
    size_t low = 0, high = sums->count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_words(sums->groups[middle], group, sums->columns) <= 0)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low;
}

static int by_row_and_place(const void *left, const void *right)
{
    const struct bulk_wide *a = left, *b = right;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

/* All threads' wide parts; their groups are rows now. */
static struct bulk_wide *gather_wides(const struct bulk_sums *sums,
                                      struct bulk_worker *const workers[],
                                      size_t count, size_t *all,
                                      struct arena *scratch)
{
    *all = 0;
    for (size_t w = 0; w < count; w++)
        *all += workers[w]->groups.wide_count;
    struct bulk_wide *wides = arena_array(scratch, *all, struct bulk_wide), *to;
    to = wides;
    for (size_t w = 0; w < count; w++) {
        const struct bulk_groups *groups = &workers[w]->groups;
        for (size_t i = 0; i < groups->wide_count; i++, to++) {
            *to = groups->wides[i];
            to->group = row_of(sums, bulk_group_at(groups, to->group));
        }
    }
    if (*all > 1)
        qsort(wides, *all, sizeof *wides, by_row_and_place);
    return wides;
}

static void add_wides(struct bulk_sums *out,
                      struct bulk_worker *const workers[], size_t count)
{
    struct arena *scratch = arena_new();
    size_t all, kept = 0, end;
    struct bulk_wide *wides = gather_wides(out, workers, count, &all, scratch);
    for (size_t i = 0; i < all; i++)
        if (kept > 0 && by_row_and_place(&wides[kept - 1], &wides[i]) == 0)
            wides[kept - 1].sum += wides[i].sum;
        else
            wides[kept++] = wides[i];
    for (size_t first = 0; first < kept; first = end) {
        for (end = first + 1;
             end < kept && wides[end].group == wides[first].group;)
            end++;
        out->values[wides[first].group] +=
            bulk_wide_value(wides + first, wides + end);
    }
    arena_free(scratch);
}

/* --- all of it ----------------------------------------------------------- */

static void gather_groups(struct bulk_sums *out,
                          struct bulk_worker *const workers[], size_t count,
                          struct arena *arena)
{
    out->count = 0;
    for (size_t w = 0; w < count; w++)
        out->count += workers[w]->groups.count;
    out->groups = arena_array(arena, out->count, struct bulk_group *);
    struct bulk_group **to = out->groups;
    for (size_t w = 0; w < count; w++)
        for (size_t i = 0; i < workers[w]->groups.count; i++)
            *to++ = bulk_group_at(&workers[w]->groups, i);
}

/* What found words and groups is in the way now: memory is at its highest. */
static void close_tables(struct bulk_worker *worker)
{
    bulk_index_free(&worker->groups.index);
    for (size_t k = 0; k < worker->groups.columns; k++)
        bulk_words_close(worker->words[k]);
}

void bulk_join(struct bulk_sums *out, struct bulk_worker *const workers[],
               size_t count, struct arena *arena)
{
    struct arena *scratch = arena_new();
    struct places *places = arena_array(scratch, count, struct places);
    size_t different[BULK_COLUMNS];
    out->columns = workers[0]->groups.columns;
    for (size_t w = 0; w < count; w++)
        close_tables(workers[w]);
    for (size_t k = 0; k < out->columns; k++) {
        for (size_t w = 0; w < count; w++)
            places[w].of[k] = arena_array(
                scratch, symbols_count(bulk_words_texts(workers[w]->words[k])),
                uint32_t);
        different[k] = sort_words(out, k, workers, count, places, arena);
    }
    for (size_t w = 0; w < count; w++)
        place_words(&workers[w]->groups, &places[w]);
    gather_groups(out, workers, count, arena);
    sort_groups(out, different);
    arena_free(scratch);
    add_equals(out);
    out->values = arena_array(arena, out->count, double);
    for (size_t i = 0; i < out->count; i++)
        out->values[i] = out->groups[i]->numbered
                             ? bulk_sum_value(out->groups[i]->sum)
                             : NO_VALUE;
    add_wides(out, workers, count);
}
