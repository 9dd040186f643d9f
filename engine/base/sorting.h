/*
 * sorting.h - the order of very many rows, by numbers of theirs.
 *
 * Rows are sorted by one number after the other, the least weighty first: each
 * pass keeps the order of rows whose numbers are the same. A pass counts (D. E.
 * Knuth, The Art of Computer Programming 3, 5.2), so that it is linear in the
 * rows; comparing is left for the few different numbers there are.
 *
 *     struct sorting s = sorting_new(count, arena);
 *     for (…) s.keys[row] = minor number of row;
 *     sorting_by_few(&s, NULL, NULL);
 *     for (…) s.keys[row] = major number of row;
 *     sorting_by(&s, bound);
 *     … s.order[0] is the first row, s.order[count - 1] the last …
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_SORTING_H
#define HOCTAP_BASE_SORTING_H

#include <stddef.h>
#include <stdint.h>

struct arena;

struct sorting {
    size_t count;
    uint32_t *order; /* rows; at first as they are */
    uint32_t *keys;  /* of each row, for the next pass */
    uint32_t *spare; /* private */
    struct arena *arena;
};

struct sorting sorting_new(size_t count, struct arena *arena);

/* By keys that are all below [bound]. */
void sorting_by(struct sorting *sorting, uint32_t bound);

/* By keys of which few are different; [compare] is that of qsort_r, of two
 * uint32_t, and NULL the order of numbers. */
typedef int sorting_compare(const void *left, const void *right, void *knows);
void sorting_by_few(struct sorting *sorting, sorting_compare *compare,
                    void *knows);

#endif
