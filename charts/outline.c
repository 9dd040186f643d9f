/*
 * outline.c - projection and simplification.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/outline.h"

#include <math.h>

#include "engine/base/arena.h"

#define TOLERANCE .5 /* px */
#define GRID 2.0     /* steps of a pixel */
#define SPECK 3.0    /* px; smaller in both directions is a dot */
#define LEAST_EXTENT 1e-6

struct outline_extent outline_extent_none(void)
{
    return (struct outline_extent){ 1, 0, 1, 0, 1 };
}

static void widen(double *low, double *high, double value, bool first)
{
    *low = first ? value : fmin(*low, value);
    *high = first ? value : fmax(*high, value);
}

void outline_extent_add(struct outline_extent *extent,
                        const struct shape *shape)
{
    for (size_t r = 0; r < shape->count; r++)
        for (size_t i = 0; i < shape->rings[r].count; i++) {
            struct shape_point point = shape->rings[r].points[i];
            bool first = extent->west > extent->east;
            widen(&extent->west, &extent->east, point.east, first);
            widen(&extent->south, &extent->north, point.north, first);
        }
}

void outline_extent_close(struct outline_extent *extent)
{
    double middle = (extent->south + extent->north) / 2;
    extent->shortening = fmax(cos(middle * acos(-1) / 180), .01);
}

double outline_extent_width(const struct outline_extent *extent)
{
    return fmax((extent->east - extent->west) * extent->shortening,
                LEAST_EXTENT);
}

double outline_extent_height(const struct outline_extent *extent)
{
    return fmax(extent->north - extent->south, LEAST_EXTENT);
}

/* From degrees to pixels. */
struct projection {
    double scale, left, top;
    const struct outline_extent *extent;
};

static struct projection project(const struct outline_extent *extent,
                                 struct outline_frame frame)
{
    double width = fmax(frame.right - frame.left, 1);
    double height = fmax(frame.bottom - frame.top, 1);
    double across = outline_extent_width(extent);
    double down = outline_extent_height(extent);
    double scale = fmin(width / across, height / down);
    return (struct projection){
        .scale = scale,
        .left = frame.left + (width - across * scale) / 2,
        .top = frame.top + (height - down * scale) / 2,
        .extent = extent,
    };
}

static struct canvas_point place(const struct projection *p,
                                 struct shape_point point)
{
    double x = (point.east - p->extent->west) * p->extent->shortening;
    double y = p->extent->north - point.north;
    return (struct canvas_point){ p->left + x * p->scale,
                                  p->top + y * p->scale };
}

/* How far [c] lies from the line a to b. */
static double aside(struct canvas_point a, struct canvas_point b,
                    struct canvas_point c)
{
    double across = b.x - a.x, down = b.y - a.y;
    double length = across * across + down * down, share = 0;
    if (length > 0)
        share = ((c.x - a.x) * across + (c.y - a.y) * down) / length;
    share = fmin(fmax(share, 0), 1);
    return hypot(c.x - a.x - share * across, c.y - a.y - share * down);
}

struct span {
    size_t from, to;
};

/* The point between that lies furthest aside; [from] when all are near. */
static size_t furthest(const struct canvas_point *points, size_t count,
                       struct span span)
{
    double most = TOLERANCE;
    size_t found = span.from;
    for (size_t i = span.from + 1; i < span.to; i++) {
        double away =
            aside(points[span.from], points[span.to % count], points[i]);
        if (away > most) {
            most = away;
            found = i;
        }
    }
    return found;
}

/*
 * Leaves out points that lie within the tolerance of the line between those
 * that stay (Douglas and Peucker, The Canadian Cartographer 10, 1973).
 */
static size_t simplify(struct canvas_point *points, size_t count,
                       struct arena *arena)
{
    bool *stays = arena_array(arena, count + 1, bool);
    struct span *open = arena_array(arena, count + 2, struct span);
    size_t spans = 0, kept = 0;
    stays[0] = true;
    open[spans++] = (struct span){ 0, count }; /* to the first point again */
    while (spans > 0) {
        struct span span = open[--spans];
        size_t at = furthest(points, count, span);
        if (at == span.from)
            continue;
        stays[at] = true;
        open[spans++] = (struct span){ span.from, at };
        open[spans++] = (struct span){ at, span.to };
    }
    for (size_t i = 0; i < count; i++)
        if (stays[i])
            points[kept++] = points[i];
    return kept;
}

/* On the grid, those that come to lie on the one before left out. */
static size_t put_on_grid(struct canvas_point *points, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        struct canvas_point p = { rint(points[i].x * GRID) / GRID,
                                  rint(points[i].y * GRID) / GRID };
        if (kept == 0 || fabs(p.x - points[kept - 1].x) > 0 ||
            fabs(p.y - points[kept - 1].y) > 0)
            points[kept++] = p;
    }
    return kept;
}

static double ring_size(const struct canvas_point *points, size_t count)
{
    double twice = 0;
    for (size_t i = 0; i < count; i++) {
        struct canvas_point a = points[i], b = points[(i + 1) % count];
        twice += a.x * b.y - b.x * a.y;
    }
    return fabs(twice) / 2;
}

static bool is_speck(const struct canvas_point *points, size_t count)
{
    double left = points[0].x, right = left, top = points[0].y, bottom = top;
    for (size_t i = 1; i < count; i++) {
        widen(&left, &right, points[i].x, false);
        widen(&top, &bottom, points[i].y, false);
    }
    return count < 3 || (right - left < SPECK && bottom - top < SPECK);
}

static struct outline_ring draw_ring(const struct shape_ring *from,
                                     const struct projection *p,
                                     struct arena *arena)
{
    struct outline_ring ring = { .hole = from->hole };
    ring.points = arena_array(arena, from->count, struct canvas_point);
    for (size_t i = 0; i < from->count; i++)
        ring.points[i] = place(p, from->points[i]);
    ring.count = simplify(ring.points, from->count, arena);
    ring.count = put_on_grid(ring.points, ring.count);
    ring.size = ring_size(ring.points, ring.count);
    if (is_speck(ring.points, ring.count))
        ring.count = 1;
    return ring;
}

/* A dot of it stands there already. */
static bool is_dotted(const struct outline *outline,
                      const struct outline_ring *speck)
{
    for (size_t r = 0; r < outline->count; r++) {
        const struct outline_ring *ring = &outline->rings[r];
        if (ring->count == 1 &&
            hypot(ring->points[0].x - speck->points[0].x,
                  ring->points[0].y - speck->points[0].y) < SPECK)
            return true;
    }
    return false;
}

struct outline outline_draw(const struct shape *shape,
                            const struct outline_extent *extent,
                            struct outline_frame frame, struct arena *arena)
{
    struct projection p = project(extent, frame);
    struct outline outline = { .rings = arena_array(arena, shape->count,
                                                    struct outline_ring) };
    for (size_t r = 0; r < shape->count; r++) {
        struct outline_ring ring = draw_ring(&shape->rings[r], &p, arena);
        if (ring.count > 1 || !(ring.hole || is_dotted(&outline, &ring)))
            outline.rings[outline.count++] = ring;
    }
    return outline;
}
