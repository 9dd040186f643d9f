/*
 * outline.c - polygons into pixels, words into polygons, and hatching.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tests/house.h"

#include "charts/canvas.h"
#include "charts/hatch.h"
#include "charts/label_place.h"
#include "charts/outline.h"
#include "engine/base/arena.h"
#include "engine/base/text.h"

static struct arena *arena;

static const struct outline_frame frame = { 10, 20, 410, 420 };

/* A shape of one ring. */
static struct shape ring_shape(struct shape_point *points, size_t count)
{
    struct shape_ring *ring = arena_new_of(arena, struct shape_ring);
    *ring = (struct shape_ring){ points, count, false };
    return (struct shape){ .rings = ring, .count = 1 };
}

static struct outline drawn_alone(const struct shape *shape)
{
    struct outline_extent extent = outline_extent_none();
    outline_extent_add(&extent, shape);
    outline_extent_close(&extent);
    return outline_draw(shape, &extent, frame, arena);
}

/* At 60 degrees a degree of longitude is half as wide as one of latitude:
 * 4 by 1 degrees are 2 by 1, so 400 by 200 pixels in the middle of 400 by
 * 400. */
static void longitudes_are_shortened(void **state)
{
    (void)state;
    struct shape_point corners[] = {
        { 100, 59.5 }, { 104, 59.5 }, { 104, 60.5 }, { 100, 60.5 }
    };
    struct shape shape = ring_shape(corners, 4);
    struct outline outline = drawn_alone(&shape);
    assert_int_equal(outline.count, 1);
    const struct outline_ring *ring = &outline.rings[0];
    assert_int_equal(ring->count, 4);
    assert_near(ring->points[0].x, 10, 1e-9);
    assert_near(ring->points[0].y, 320, 1e-9);
    assert_near(ring->points[2].x, 410, 1e-9);
    assert_near(ring->points[2].y, 120, 1e-9);
    assert_near(ring->size, 400 * 200, 1e-9);
}

/* A circle of 20,000 points, 200 px wide: half a pixel off a circle of 200 px
 * a chord may be 2 sqrt(2 * 200 * .5) = 28 px long, so some 45 are enough; the
 * area stays within its circumference times a pixel. */
static void idle_points_are_left_out(void **state)
{
    (void)state;
    enum { POINTS = 20000 };
    double turn = 2 * acos(-1) / POINTS;
    struct shape_point *points = arena_array(arena, POINTS, struct shape_point);
    for (size_t i = 0; i < POINTS; i++)
        points[i] = (struct shape_point){ cos(turn * (double)i),
                                          sin(turn * (double)i) };
    struct shape shape = ring_shape(points, POINTS);
    struct outline outline = drawn_alone(&shape);
    assert_true(outline.rings[0].count < 150);
    assert_true(outline.rings[0].count > 20);
    assert_near(outline.rings[0].size, acos(-1) * 200 * 200, .011);
    for (size_t i = 0; i < outline.rings[0].count; i++) {
        struct canvas_point p = outline.rings[0].points[i];
        assert_true(fabs(hypot(p.x - 210, p.y - 220) - 200) < 1);
    }
}

static double away(struct canvas_point a, struct canvas_point b,
                   struct canvas_point c)
{
    double across = b.x - a.x, down = b.y - a.y;
    double length = across * across + down * down;
    double share =
        length > 0 ? ((c.x - a.x) * across + (c.y - a.y) * down) / length : 0;
    share = fmin(fmax(share, 0), 1);
    return hypot(c.x - a.x - share * across, c.y - a.y - share * down);
}

/* The border that two areas share is the same line to less than a pixel,
 * though their rings run along it in opposite ways. */
static void neighbours_do_not_part(void **state)
{
    (void)state;
    enum { BORDER = 400, ALL = BORDER + 2 };
    struct shape_point *left = arena_array(arena, ALL, struct shape_point);
    struct shape_point *right = arena_array(arena, ALL, struct shape_point);
    for (size_t i = 0; i < BORDER; i++) {
        double north = (double)i / (BORDER - 1);
        left[i] = (struct shape_point){
            .5 + .05 * sin(37 * north) + .01 * sin(411 * north), north
        };
        right[BORDER - 1 - i] = left[i];
    }
    left[BORDER] = (struct shape_point){ 0, 1 };
    left[BORDER + 1] = (struct shape_point){ 0, 0 };
    right[BORDER] = (struct shape_point){ 1, 0 };
    right[BORDER + 1] = (struct shape_point){ 1, 1 };
    struct shape shapes[] = { ring_shape(left, ALL), ring_shape(right, ALL) };
    struct outline_extent extent = outline_extent_none();
    outline_extent_add(&extent, &shapes[0]);
    outline_extent_add(&extent, &shapes[1]);
    outline_extent_close(&extent);
    struct outline a = outline_draw(&shapes[0], &extent, frame, arena);
    struct outline b = outline_draw(&shapes[1], &extent, frame, arena);
    size_t met = 0;
    for (size_t i = 0; i < b.rings[0].count; i++) {
        struct canvas_point p = b.rings[0].points[i];
        double least = HUGE_VAL;
        for (size_t k = 0; k < a.rings[0].count; k++)
            least = fmin(
                least, away(a.rings[0].points[k],
                            a.rings[0].points[(k + 1) % a.rings[0].count], p));
        if (p.x > 400) /* the corners of the right one alone */
            continue;
        met++;
        assert_true(least < 1);
    }
    assert_true(met > 30);
}

/* An island of half a pixel is a dot; one that lies on it is the same dot; a
 * hole of that size is none. */
static void islands_are_never_lost(void **state)
{
    (void)state;
    struct shape_point land[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 } };
    struct shape_point hole[] = {
        { 5, 5 }, { 5.01, 5 }, { 5.01, 5.01 }, { 5, 5.01 }
    };
    struct shape_point isle[] = { { 12, 3 }, { 12.01, 3 }, { 12, 3.01 } };
    struct shape_point same[] = { { 12, 3.02 }, { 12.01, 3 }, { 12, 3.01 } };
    struct shape_ring rings[] = { { land, 4, false },
                                  { hole, 4, true },
                                  { isle, 3, false },
                                  { same, 3, false } };
    struct shape shape = { .rings = rings, .count = 4 };
    struct outline outline = drawn_alone(&shape);
    assert_int_equal(outline.count, 2);
    assert_int_equal(outline.rings[0].count, 4);
    assert_int_equal(outline.rings[1].count, 1);
    assert_near(outline.rings[1].points[0].x, 410, .01);
}

/* --- words ----------------------------------------------------------------
 */

/* A horseshoe, open above, 300 wide with legs of 100. */
static struct canvas_point horseshoe[] = { { 0, 0 },     { 100, 0 },
                                           { 100, 200 }, { 200, 200 },
                                           { 200, 0 },   { 300, 0 },
                                           { 300, 300 }, { 0, 300 } };

static struct outline of_points(struct canvas_point *points, size_t count)
{
    struct outline_ring *ring = arena_new_of(arena, struct outline_ring);
    *ring = (struct outline_ring){ points, count, false, 70000 };
    return (struct outline){ ring, 1 };
}

static bool in_horseshoe(double x, double y)
{
    return x > 0 && x < 300 && y > 0 && y < 300 &&
           !(x > 100 && x < 200 && y < 200);
}

static void words_stay_inside(void **state)
{
    (void)state;
    struct outline outline = of_points(horseshoe, 8);
    static const double sizes[][2] = {
        { 250, 30 }, { 90, 90 }, { 60, 250 }, { 290, 90 }
    };
    for (size_t i = 0; i < 4; i++) {
        struct canvas_point at;
        double w = sizes[i][0] / 2, h = sizes[i][1] / 2;
        assert_true(label_place_inside(&outline, 2 * w, 2 * h, &at));
        for (double x = -1; x <= 1; x += .1)
            for (double y = -1; y <= 1; y += .1)
                assert_true(in_horseshoe(at.x + x * w, at.y + y * h));
    }
    struct canvas_point at;
    assert_false(label_place_inside(&outline, 250, 110, &at));
    assert_false(label_place_inside(&outline, 310, 10, &at));
    at = label_place_anchor(&outline);
    assert_true(in_horseshoe(at.x, at.y));
}

/* Nothing stands in a hole. */
static void words_keep_off_holes(void **state)
{
    (void)state;
    struct canvas_point field[] = {
        { 0, 0 }, { 90, 0 }, { 90, 90 }, { 0, 90 }
    };
    struct canvas_point gap[] = {
        { 30, 30 }, { 60, 30 }, { 60, 60 }, { 30, 60 }
    };
    struct outline_ring rings[] = { { field, 4, false, 8100 },
                                    { gap, 4, true, 900 } };
    struct outline outline = { rings, 2 };
    struct canvas_point at;
    assert_true(label_place_inside(&outline, 60, 20, &at));
    assert_true(at.y < 20 || at.y > 70);
    assert_false(label_place_inside(&outline, 40, 40, &at));
}

/* --- hatching -------------------------------------------------------------
 */

/* Every line of the script runs between borders: its middle is inside. */
static void hatching_stays_inside(void **state)
{
    (void)state;
    struct outline outline = of_points(horseshoe, 8);
    struct canvas *canvas = canvas_new(arena, 300, 300, "Arimo");
    struct text script = text_new();
    hatch_outline(canvas, &outline, 0x9AA1AC, arena);
    canvas_write(canvas, &script);
    const char *at = strchr(strstr(script.bytes, "$D1 <<"), '\n');
    size_t lines = 0;
    double x[2], y[2];
    while (sscanf(at, " %lf %lf %*s %lf %lf %*s", &x[0], &y[0], &x[1], &y[1]) ==
           4) {
        lines++;
        assert_true(in_horseshoe((x[0] + x[1]) / 2, (y[0] + y[1]) / 2));
        assert_near(x[0] + y[0], x[1] + y[1], 1e-3);
        at = strstr(at + 1, "\n\n");
        if (at == NULL)
            break;
    }
    /* 7 px apart over x + y = 0 … 600; those across the gap are two. */
    assert_true(lines > 600 / 7 && lines < 2 * 600 / 7);
    text_free(&script);
}

static int begin(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(longitudes_are_shortened),
        cmocka_unit_test(idle_points_are_left_out),
        cmocka_unit_test(neighbours_do_not_part),
        cmocka_unit_test(islands_are_never_lost),
        cmocka_unit_test(words_stay_inside),
        cmocka_unit_test(words_keep_off_holes),
        cmocka_unit_test(hatching_stays_inside),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
