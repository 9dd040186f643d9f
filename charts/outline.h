/*
 * outline.h - polygons in degrees into polygons in pixels.
 *
 * Longitudes are shortened by the cosine of the middle latitude, so that what
 * is square on the ground is square in the picture; over a province or a
 * country of Vietnam's size nobody sees the difference to a better projection.
 *
 * Points are left out that move the border by no more than half a pixel, and
 * the others put on a grid of half a pixel: no gap between neighbours is wider
 * than the white line on it. What is left of an island smaller than a few
 * pixels is a speck, which is drawn as a dot: no part of an area is dropped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_OUTLINE_H
#define HOCTAP_CHARTS_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "charts/canvas.h"
#include "engine/model/shapes.h"

struct arena;

/* What a picture must show, in shortened degrees: width by height. */
struct outline_extent {
    double west, east, south, north; /* west > east: nothing yet */
    double shortening;               /* of longitudes, once all are in */
};

struct outline_extent outline_extent_none(void);
void outline_extent_add(struct outline_extent *extent,
                        const struct shape *shape);
void outline_extent_close(struct outline_extent *extent);
double outline_extent_width(const struct outline_extent *extent);
double outline_extent_height(const struct outline_extent *extent);

/* Where the extent comes to lie: as large as it can be, in the middle. */
struct outline_frame {
    double left, top, right, bottom;
};

struct outline_ring {
    struct canvas_point *points;
    size_t count; /* 1: a speck, where it is */
    bool hole;
    double size; /* square pixels */
};

struct outline {
    struct outline_ring *rings; /* holes follow the ring they are in */
    size_t count;
};

struct outline outline_draw(const struct shape *shape,
                            const struct outline_extent *extent,
                            struct outline_frame frame, struct arena *arena);

#endif
