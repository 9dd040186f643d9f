/*
 * hatch.c - lines x + y = const, from border to border.
 *
 * Lines stand at the same places in the whole picture, and a line enters an
 * area at every odd border that it meets and leaves it at every even one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/hatch.h"

#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"

#define APART 7.0 /* in x + y */
#define WIDTH .8

static int by_x(const void *left, const void *right)
{
    const struct canvas_point *a = left, *b = right;
    return (a->x > b->x) - (a->x < b->x);
}

/* Where x + y = sum meets the borders; returns how often. */
static size_t crossings(const struct outline *outline, double sum,
                        struct canvas_point *met)
{
    size_t count = 0;
    for (size_t r = 0; r < outline->count; r++) {
        const struct outline_ring *ring = &outline->rings[r];
        for (size_t i = 0; i < ring->count; i++) {
            struct canvas_point a = ring->points[i];
            struct canvas_point b = ring->points[(i + 1) % ring->count];
            double from = a.x + a.y - sum, to = b.x + b.y - sum;
            if ((from > 0) == (to > 0))
                continue;
            double share = from / (from - to);
            met[count++] = (struct canvas_point){ a.x + (b.x - a.x) * share,
                                                  a.y + (b.y - a.y) * share };
        }
    }
    qsort(met, count, sizeof *met, by_x);
    return count;
}

void hatch_outline(struct canvas *canvas, const struct outline *outline,
                   uint32_t colour, struct arena *scratch)
{
    struct canvas_stroke stroke = { WIDTH, colour, CANVAS_SOLID };
    double low = HUGE_VAL, high = -HUGE_VAL;
    size_t borders = 0;
    for (size_t r = 0; r < outline->count; r++)
        for (size_t i = 0; i < outline->rings[r].count; i++, borders++) {
            struct canvas_point p = outline->rings[r].points[i];
            low = fmin(low, p.x + p.y);
            high = fmax(high, p.x + p.y);
        }
    struct canvas_point *met =
        arena_array(scratch, borders + 1, struct canvas_point);
    for (double sum = ceil(low / APART) * APART; sum < high; sum += APART) {
        size_t count = crossings(outline, sum + .01, met);
        for (size_t i = 0; i + 1 < count; i += 2)
            canvas_line(canvas, met[i], met[i + 1], stroke);
    }
}

void hatch_field(struct canvas *canvas, struct canvas_point one,
                 struct canvas_point other, uint32_t colour,
                 struct arena *scratch)
{
    struct canvas_point corners[] = {
        one, { other.x, one.y }, other, { one.x, other.y }
    };
    struct outline_ring ring = { .points = corners, .count = 4 };
    hatch_outline(canvas, &(struct outline){ &ring, 1 }, colour, scratch);
}
