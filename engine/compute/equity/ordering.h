/*
 * ordering.h - values in ascending order, again and again.
 *
 * The same areas are put in order for every draw. Few values are put in place
 * one by one, from the order of the last time; many are counted into place by
 * the top bits of where they lie between the smallest and the largest (two
 * passes), and the last bits are settled one by one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_ORDERING_H
#define HOCTAP_COMPUTE_ORDERING_H

#include <stddef.h>
#include <stdint.h>

struct arena;

struct ordering {
    size_t count;
    uint32_t *order; /* at first as they are */
    uint64_t *keys, *spare;
};

struct ordering ordering_new(size_t count, struct arena *arena);

/* Puts [order] in ascending order of [value], whose ends are given; equal
 * values stand in the order of their indexes. */
void ordering_sort(struct ordering *ordering, const double value[], double low,
                   double high);

#endif
