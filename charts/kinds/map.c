/*
 * map.c - where: the areas as they lie, filled by class or standing.
 *
 *  (1) Larger polygons are painted first and holes white, so that what lies in
 *      a hole is painted over it. No polygon is too small to be seen.
 *  (2) Where words stand is planned in map_plan.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>

#include "charts/area_fill.h"
#include "charts/colour.h"
#include "charts/hatch.h"
#include "charts/map_plan.h"
#include "engine/base/arena.h"

#define SMALL_ISLAND 60.0 /* px² */
#define SPECK_RADIUS 1.8
#define DASH 5.0 /* px, of a broken border */
#define GAP 4.0
#define HAIR 1e-6      /* px, no length */
#define FINE_BORDER .6 /* px, among many areas */

enum { MANY_AREAS = 100 };

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    return area_fill_accept(spec, map_plan_lies, fault);
}

static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct map_plan m;
    *width = spec->width > 0 ? spec->width : spec->style->width;
    map_plan_page(&m, spec, *width, arena);
    *height = page_height(&m.page, map_plan_height(&m));
    arena_free(arena);
}

/* --- polygons ---------------------------------------------------------------
 */

struct piece {
    const struct outline_ring *ring;
    const struct outline *outline;
    size_t row, number;
};

static int larger_first(const void *left, const void *right)
{
    const struct piece *a = left, *b = right;
    if (a->ring->size < b->ring->size || a->ring->size > b->ring->size)
        return a->ring->size > b->ring->size ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* Outer rings of all areas, the largest first. */
static size_t gather_pieces(const struct map_plan *m, struct piece **out)
{
    size_t room = 0, count = 0;
    for (size_t i = 0; i < m->spec->row_count; i++)
        room += m->outlines[i].count;
    *out = arena_array(m->page.arena, room, struct piece);
    for (size_t i = 0; i < m->spec->row_count; i++)
        for (size_t r = 0; r < m->outlines[i].count; r++)
            if (!m->outlines[i].rings[r].hole) {
                (*out)[count] = (struct piece){ &m->outlines[i].rings[r],
                                                &m->outlines[i], i, count };
                count++;
            }
    qsort(*out, count, sizeof **out, larger_first);
    return count;
}

static void paint_piece(const struct map_plan *m, struct canvas *canvas,
                        const struct piece *piece)
{
    uint32_t colour = area_fill(m->spec, piece->row).colour;
    const struct outline_ring *end =
        piece->outline->rings + piece->outline->count;
    if (piece->ring->count == 1) {
        canvas_mark(canvas, piece->ring->points[0], CANVAS_DISC,
                    SPECK_RADIUS + .8, m->page.style->axis);
        canvas_mark(canvas, piece->ring->points[0], CANVAS_DISC, SPECK_RADIUS,
                    colour);
        return;
    }
    canvas_polygon(canvas, piece->ring->points, piece->ring->count, colour);
    for (const struct outline_ring *hole = piece->ring + 1;
         hole < end && hole->hole; hole++)
        canvas_polygon(canvas, hole->points, hole->count, COLOUR_WHITE);
}

static void draw_borders(const struct map_plan *m, struct canvas *canvas,
                         const struct outline *outline,
                         struct canvas_stroke stroke)
{
    for (size_t r = 0; r < outline->count; r++) {
        const struct outline_ring *ring = &outline->rings[r];
        if (ring->size < SMALL_ISLAND) /* the line would eat it */
            continue;
        struct canvas_point *path =
            arena_array(m->page.arena, ring->count + 1, struct canvas_point);
        for (size_t i = 0; i <= ring->count; i++)
            path[i] = ring->points[i % ring->count];
        canvas_path(canvas, path, ring->count + 1, stroke);
    }
}

/* An edge of a broken line; [left] of the dash or gap that it begins in. */
static void break_edge(struct canvas *canvas, struct canvas_point from,
                       struct canvas_point to, struct canvas_stroke stroke,
                       double *left)
{
    double length = hypot(to.x - from.x, to.y - from.y), done = 0;
    while (done < length) {
        double end = fmin(done + fabs(*left), length);
        struct canvas_point ends[2] = { from, from };
        ends[0].x += (to.x - from.x) * done / length;
        ends[0].y += (to.y - from.y) * done / length;
        ends[1].x += (to.x - from.x) * end / length;
        ends[1].y += (to.y - from.y) * end / length;
        if (*left > 0)
            canvas_line(canvas, ends[0], ends[1], stroke);
        double rest = fabs(*left) - (end - done);
        *left = rest > HAIR ? copysign(rest, *left) : *left > 0 ? -GAP : DASH;
        done = end;
    }
}

/* gnuplot would begin its dashes anew at every point, and these lie closer
 * together than a dash is long. */
static void draw_broken(const struct map_plan *m, struct canvas *canvas,
                        size_t row, uint32_t colour)
{
    struct canvas_stroke stroke = { 1.1, colour, CANVAS_SOLID };
    const struct outline *outline = &m->outlines[row];
    for (size_t r = 0; r < outline->count; r++) {
        const struct outline_ring *ring = &outline->rings[r];
        double left = DASH;
        for (size_t i = 0; i < ring->count && ring->size >= SMALL_ISLAND; i++)
            break_edge(canvas, ring->points[i],
                       ring->points[(i + 1) % ring->count], stroke, &left);
    }
}

/* (1) */
static void draw_areas(const struct map_plan *m, struct canvas *canvas)
{
    struct piece *pieces;
    size_t count = gather_pieces(m, &pieces);
    double width = m->spec->row_count > MANY_AREAS ? FINE_BORDER : 1;
    for (size_t i = 0; i < count; i++)
        paint_piece(m, canvas, &pieces[i]);
    canvas_level(canvas);
    for (size_t i = 0; i < m->spec->row_count; i++)
        if (area_fill(m->spec, i).hatched)
            hatch_outline(canvas, &m->outlines[i], m->page.style->axis,
                          m->page.arena);
    canvas_level(canvas);
    for (size_t i = 0; i < m->spec->row_count; i++)
        draw_borders(
            m, canvas, &m->outlines[i],
            (struct canvas_stroke){ width, COLOUR_WHITE, CANVAS_SOLID });
    bool breaks = area_fill_breaks(m->spec, map_plan_lies);
    for (size_t i = 0; i < m->spec->row_count; i++) {
        struct area_fill fill = area_fill(m->spec, i);
        if (breaks && fill.broken)
            draw_broken(m, canvas, i,
                        colour_on(fill.colour, m->page.style->text));
    }
}

/* --- words ----------------------------------------------------------------
 */

/* Hatching gives way to words. */
static void clear_words(const struct map_plan *m, struct canvas *canvas,
                        size_t row)
{
    const struct map_label *label = &m->labels[row];
    struct canvas_point middle = label->middle;
    double wide = label->width / 2 + 1, high = label->height / 2;
    canvas_rectangle(canvas,
                     (struct canvas_point){ middle.x - wide, middle.y - high },
                     (struct canvas_point){ middle.x + wide, middle.y + high },
                     area_fill(m->spec, row).colour);
}

static void draw_inside(const struct map_plan *m, struct canvas *canvas,
                        size_t row)
{
    const struct map_label *label = &m->labels[row];
    uint32_t colour =
        colour_on(area_fill(m->spec, row).colour, m->page.style->text);
    struct canvas_point at = label->middle;
    at.y += (m->line - label->height) / 2;
    canvas_lines(canvas, at, m->line, &label->name,
                 page_letters(m->face, colour, CANVAS_CENTRE));
    at.y += m->line * (double)label->name.count;
    canvas_words(canvas, at, label->value,
                 page_letters(m->bold, colour, CANVAS_CENTRE));
}

/* A line from the area to its words. */
static void draw_beside(const struct map_plan *m, struct canvas *canvas,
                        size_t row)
{
    const struct map_label *label = &m->labels[row];
    const struct chart_style *style = m->page.style;
    const char *name = m->spec->rows[row].label;
    double left = m->page.left + m->margins[MAP_LEFT] - MAP_BESIDE_GAP;
    double right = m->page.right - m->margins[MAP_RIGHT] + MAP_BESIDE_GAP;
    double words = text_width(name, m->face) + MAP_VALUE_GAP;
    struct canvas_point at = { right, label->y };
    if (label->side == MAP_LEFT)
        at.x = left - words - text_width(label->value, m->bold);
    struct canvas_point end = { label->side == MAP_LEFT ? left + 4 : right - 4,
                                label->y };
    canvas_cased(canvas, label->middle, end,
                 (struct canvas_stroke){ .8, style->muted, CANVAS_SOLID });
    canvas_mark(canvas, label->middle, CANVAS_DISC, 2, style->text);
    canvas_words(canvas, at, name,
                 page_letters(m->face, style->text, CANVAS_LEFT));
    at.x += words;
    canvas_words(canvas, at, label->value,
                 page_letters(m->bold, style->text, CANVAS_LEFT));
}

static void draw_labels(const struct map_plan *m, struct canvas *canvas)
{
    for (size_t i = 0; i < m->spec->row_count; i++)
        if (m->labels[i].at == MAP_INSIDE && area_fill(m->spec, i).hatched)
            clear_words(m, canvas, i);
    for (size_t i = 0; i < m->spec->row_count; i++)
        if (m->labels[i].at == MAP_BESIDE)
            draw_beside(m, canvas, i);
        else if (m->labels[i].at == MAP_INSIDE)
            draw_inside(m, canvas, i);
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct map_plan m;
    map_plan_page(&m, spec, spec->width, scratch);
    map_plan_lay_out(&m, fmax(spec->height - m.page.top - m.page.foot, 1));
    struct canvas *canvas = page_canvas(&m.page, spec->height);
    draw_areas(&m, canvas);
    canvas_level(canvas);
    draw_labels(&m, canvas);
    canvas_write(canvas, script);
}

const struct chart_kind chart_map = {
    .id = "map",
    .accept = accept,
    .write = draw,
    .size = size,
};
