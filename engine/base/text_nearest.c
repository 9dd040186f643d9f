/*
 * text_nearest.c - the word the user may have meant.
 *
 *  (1) The distance is Damerau-Levenshtein in its restricted form (optimal
 *      string alignment): insert, delete, replace, swap two neighbours, each
 *      costs one and no part is changed twice. F. J. Damerau, "A technique for
 *      computer detection and correction of spelling errors", CACM 7(3), 1964.
 *  (2) Only cells within [limit] of the diagonal can hold a distance of at most
 *      [limit], so only those are computed.
 *  (3) Of two equally near words the first listed is suggested.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"

struct points {
    unsigned *items;
    size_t count;
};

static struct points points_of(struct arena *arena, const char *string)
{
    size_t left = strlen(string), taken;
    struct points points = { arena_array(arena, left + 1, unsigned), 0 };
    while ((taken = text_decode(string, left, &points.items[points.count]))) {
        points.count++;
        string += taken;
        left -= taken;
    }
    return points;
}

static unsigned smaller(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Row [i] of the table, from the two rows above it; returns its smallest. */
static unsigned fill_row(unsigned *row[3], size_t i, struct points a,
                         struct points b, unsigned limit)
{
    unsigned *above2 = row[(i + 1) % 3], *above = row[(i + 2) % 3];
    unsigned *now = row[i % 3], least = limit + 1;
    for (size_t j = 0; j <= b.count; j++)
        now[j] = limit + 1;
    if (i <= limit)
        now[0] = least = (unsigned)i;
    size_t from = i > limit ? i - limit : 1;
    size_t to = b.count < i + limit ? b.count : i + limit;
    for (size_t j = from; j <= to; j++) {
        bool same = a.items[i - 1] == b.items[j - 1];
        unsigned cost = above[j - 1] + (same ? 0 : 1);
        cost = smaller(cost, above[j] + 1);
        cost = smaller(cost, now[j - 1] + 1);
        if (i > 1 && j > 1 && a.items[i - 1] == b.items[j - 2] &&
            a.items[i - 2] == b.items[j - 1])
            cost = smaller(cost, above2[j - 2] + 1);
        now[j] = smaller(cost, limit + 1);
        least = smaller(least, now[j]);
    }
    return least;
}

static unsigned distance(struct arena *scratch, struct points a,
                         struct points b, unsigned limit)
{
    size_t longer = a.count > b.count ? a.count : b.count;
    if (longer - (a.count < b.count ? a.count : b.count) > limit)
        return limit + 1;
    if (limit > longer)
        limit = (unsigned)longer; /* no distance is greater */
    unsigned *row[3];
    for (int k = 0; k < 3; k++)
        row[k] = arena_array(scratch, b.count + 1, unsigned);
    for (size_t j = 0; j <= b.count; j++)
        row[0][j] = j <= limit ? (unsigned)j : limit + 1;
    for (size_t i = 1; i <= a.count; i++)
        if (fill_row(row, i, a, b, limit) > limit)
            return limit + 1;
    return row[a.count % 3][b.count];
}

unsigned text_distance(const char *left, const char *right, unsigned limit)
{
    struct arena *scratch = arena_new();
    unsigned result = distance(scratch, points_of(scratch, left),
                               points_of(scratch, right), limit);
    arena_free(scratch);
    return result;
}

const char *text_nearest(const char *word, const char *const words[],
                         size_t count)
{
    struct arena *scratch = arena_new();
    struct points wanted = points_of(scratch, text_fold(scratch, word));
    unsigned best = (unsigned)(wanted.count / 3) + 1; /* one above the limit */
    if (best < 2)
        best = 2;
    const char *nearest = NULL;
    for (size_t i = 0; i < count && best > 0; i++) {
        struct arena_mark mark = arena_mark(scratch);
        unsigned found = distance(
            scratch, wanted, points_of(scratch, text_fold(scratch, words[i])),
            best - 1);
        if (found < best) {
            best = found;
            nearest = words[i];
        }
        arena_rewind(scratch, mark);
    }
    arena_free(scratch);
    return nearest;
}
