/*
 * label_spread.c - moves labels apart by pooling adjacent violators.
 *
 *  (1) z_i = wanted_i - sum of the gaps before i: clear means z not falling.
 *  (2) The best not-falling z within bounds is the unbounded one, clipped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/label_spread.h"
#include "engine/base/arena.h"

/* By insertion: a chart has few labels, and equal ones stay in order. */
static void sort_places(size_t order[], const struct label_place places[],
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t j = i;
        for (; j > 0 && places[order[j - 1]].centre > places[i].centre; j--)
            order[j] = order[j - 1];
        order[j] = i;
    }
}

/* Replaces z by the nearest sequence that does not fall. */
static void pool(double z[], size_t count, struct arena *scratch)
{
    double *mean = arena_array(scratch, count, double);
    size_t *size = arena_array(scratch, count, size_t);
    size_t blocks = 0;
    for (size_t i = 0; i < count; i++) {
        mean[blocks] = z[i];
        size[blocks++] = 1;
        while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
            double left = (double)size[blocks - 2];
            double right = (double)size[blocks - 1];
            mean[blocks - 2] =
                (mean[blocks - 2] * left + mean[blocks - 1] * right) /
                (left + right);
            size[blocks - 2] += size[blocks - 1];
            blocks--;
        }
    }
    size_t at = 0;
    for (size_t b = 0; b < blocks; b++)
        for (size_t k = 0; k < size[b]; k++)
            z[at++] = mean[b];
}

void label_spread(struct label_place places[], size_t count, double low,
                  double high, struct arena *scratch)
{
    if (count == 0)
        return;
    size_t *order = arena_array(scratch, count, size_t);
    double *z = arena_array(scratch, count, double);
    double *before = arena_array(scratch, count, double);
    sort_places(order, places, count);
    double total = 0;
    for (size_t i = 0; i < count; i++)
        total += places[i].length;
    double scale = total > high - low ? (high - low) / total : 1;
    double first = places[order[0]].length * scale / 2;
    for (size_t i = 0; i < count; i++) {
        const struct label_place *place = &places[order[i]];
        if (i > 0)
            before[i] =
                before[i - 1] +
                (places[order[i - 1]].length + place->length) * scale / 2;
        z[i] = place->centre - before[i];
    }
    pool(z, count, scratch);
    double last = places[order[count - 1]].length * scale / 2;
    double least = low + first, most = high - last - before[count - 1];
    for (size_t i = 0; i < count; i++) {
        double clipped = z[i] > most ? most : z[i];
        clipped = clipped < least ? least : clipped;
        places[order[i]].centre = clipped + before[i];
    }
}
