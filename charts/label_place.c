/*
 * label_place.c - tries places on a fine grid, and takes the most central one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/label_place.h"

#include <math.h>

#define STEP 3.0 /* px between places that are tried */
#define ANCHOR 3.0

static const struct outline_ring *largest(const struct outline *outline)
{
    const struct outline_ring *ring = &outline->rings[0];
    for (size_t r = 1; r < outline->count; r++)
        if (!outline->rings[r].hole && outline->rings[r].size > ring->size)
            ring = &outline->rings[r];
    return ring;
}

static struct label_box bounds(const struct outline_ring *ring)
{
    struct label_box box = { ring->points[0], ring->points[0] };
    for (size_t i = 1; i < ring->count; i++) {
        box.one.x = fmin(box.one.x, ring->points[i].x);
        box.one.y = fmin(box.one.y, ring->points[i].y);
        box.other.x = fmax(box.other.x, ring->points[i].x);
        box.other.y = fmax(box.other.y, ring->points[i].y);
    }
    return box;
}

/* The centre of gravity; it may lie outside. */
static struct canvas_point centre(const struct outline_ring *ring)
{
    struct canvas_point sum = { 0, 0 }, start = ring->points[0];
    double twice = 0;
    for (size_t i = 0; i < ring->count; i++) {
        struct canvas_point a = ring->points[i];
        struct canvas_point b = ring->points[(i + 1) % ring->count];
        double turn = (a.x - start.x) * (b.y - start.y) -
                      (b.x - start.x) * (a.y - start.y);
        twice += turn;
        sum.x += turn * (a.x + b.x + start.x);
        sum.y += turn * (a.y + b.y + start.y);
    }
    if (fabs(twice) < 1e-9)
        return start;
    return (struct canvas_point){ sum.x / twice / 3, sum.y / twice / 3 };
}

/* The part of a line from a to b, by its share, that lies between two bounds.
 */
static bool cut(double a, double b, double low, double high, double share[2])
{
    double step = b - a;
    if (fabs(step) < 1e-12)
        return a > low && a < high;
    double enter = (low - a) / step, leave = (high - a) / step;
    share[0] = fmax(share[0], fmin(enter, leave));
    share[1] = fmin(share[1], fmax(enter, leave));
    return share[0] < share[1];
}

static bool crosses(struct canvas_point a, struct canvas_point b,
                    struct label_box box)
{
    double share[2] = { 0, 1 };
    return cut(a.x, b.x, box.one.x, box.other.x, share) &&
           cut(a.y, b.y, box.one.y, box.other.y, share);
}

/* Inside by the number of borders on the way out, and touched by none. */
static bool is_clear(const struct outline *outline, struct label_box box)
{
    double x = (box.one.x + box.other.x) / 2;
    double y = (box.one.y + box.other.y) / 2 + .01;
    bool inside = false;
    for (size_t r = 0; r < outline->count; r++) {
        const struct outline_ring *ring = &outline->rings[r];
        for (size_t i = 0; i < ring->count && ring->count > 1; i++) {
            struct canvas_point a = ring->points[i];
            struct canvas_point b = ring->points[(i + 1) % ring->count];
            if (crosses(a, b, box))
                return false;
            if ((a.y > y) != (b.y > y) &&
                x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
                inside = !inside;
        }
    }
    return inside;
}

/* The most central place for a box of that size. */
static bool find_place(const struct outline *outline, double width,
                       double height, struct canvas_point *middle)
{
    const struct outline_ring *ring = largest(outline);
    struct label_box all = bounds(ring);
    struct canvas_point wish = centre(ring);
    double best = HUGE_VAL;
    double columns = floor((all.other.x - all.one.x - width) / STEP);
    double rows = floor((all.other.y - all.one.y - height) / STEP);
    for (double row = 0; row <= rows; row++)
        for (double column = 0; column <= columns; column++) {
            struct label_box box = {
                { all.one.x + column * STEP, all.one.y + row * STEP }, { 0, 0 }
            };
            box.other.x = box.one.x + width;
            box.other.y = box.one.y + height;
            struct canvas_point at = { box.one.x + width / 2,
                                       box.one.y + height / 2 };
            double away = hypot(at.x - wish.x, at.y - wish.y);
            if (away >= best || !is_clear(outline, box))
                continue;
            best = away;
            *middle = at;
        }
    return best < HUGE_VAL;
}

bool label_place_inside(const struct outline *outline, double width,
                        double height, struct canvas_point *middle)
{
    static const double airs[] = { 40, 24, 12, 4 };
    for (size_t i = 0; i < sizeof airs / sizeof *airs; i++)
        if (find_place(outline, width + airs[i], height + airs[i], middle))
            return true;
    return false;
}

struct canvas_point label_place_anchor(const struct outline *outline)
{
    const struct outline_ring *ring = largest(outline);
    struct canvas_point middle = ring->points[0];
    if (!find_place(outline, ANCHOR, ANCHOR, &middle) && ring->count > 1) {
        struct label_box all = bounds(ring);
        middle = (struct canvas_point){ (all.one.x + all.other.x) / 2,
                                        (all.one.y + all.other.y) / 2 };
    }
    return middle;
}
