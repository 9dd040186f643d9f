/*
 * map.c - where: the areas as they lie, filled by class or standing.
 *
 *  (1) Larger polygons are painted first and holes white, so that what lies in
 *      a hole is painted over it. No polygon is too small to be seen.
 *  (2) An area's name and value stand inside it where they have room. A few
 *      that have none stand beside the map, at the end of a line; of many, the
 *      value alone is tried.
 *  (3) The map gives way at the sides for the words beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>

#include "charts/area_fill.h"
#include "charts/colour.h"
#include "charts/hatch.h"
#include "charts/label_place.h"
#include "charts/label_spread.h"
#include "charts/outline.h"
#include "charts/page.h"
#include "engine/base/arena.h"

#define LOWEST 260.0 /* body */
#define HIGHEST 600.0
#define SMALL_LETTERS 9.5 /* of labels among many areas */
#define MARGIN_SHARE .24  /* of the width, at most, for words at one side */
#define NAME_WIDEST 120.0 /* of a name inside */
#define BESIDE_GAP 22.0   /* between the map and the words beside it */
#define SPECK_RADIUS 1.8

enum { MOST_BESIDE = 14, MANY_AREAS = 30, PASSES = 3 };

enum label_at { LABEL_NOWHERE, LABEL_INSIDE, LABEL_LEFT, LABEL_RIGHT };

struct map_label {
    enum label_at at;
    struct text_lines name; /* none: the value alone */
    const char *value;
    struct canvas_point middle; /* beside: of the anchor */
    double y;                   /* beside */
};

struct map {
    struct page page;
    const struct chart_spec *spec;
    struct outline_extent extent;
    struct outline_frame frame;
    double margins[2]; /* (3) left and right */
    struct outline *outlines;
    struct map_label *labels;
    struct text_face face, bold; /* of labels, */
    double line;                 /* and the height of their lines */
};

static bool lies(const struct chart_place *place)
{
    return place->shape != NULL;
}

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    return area_fill_accept(spec, lies, fault);
}

/* --- words ----------------------------------------------------------------
 */

static double label_height(const struct map *m, const struct map_label *label)
{
    return m->line * (double)(label->name.count + 1);
}

static bool fits_inside(struct map *m, size_t row, struct map_label *label)
{
    double width = fmax(label->name.widest, text_width(label->value, m->bold));
    label->at = label_place_inside(&m->outlines[row], width,
                                   label_height(m, label), &label->middle)
                    ? LABEL_INSIDE
                    : LABEL_NOWHERE;
    return label->at == LABEL_INSIDE;
}

/* The name on as few lines as it takes to fit. */
static bool name_inside(struct map *m, size_t row)
{
    struct map_label *label = &m->labels[row];
    const char *name = m->spec->rows[row].label;
    double wide = text_width(name, m->face);
    for (size_t lines = 1; lines <= 3; lines++) {
        double room = fmin(NAME_WIDEST,
                           lines == 1 ? wide + 1 : wide / (double)lines * 1.3);
        label->name =
            text_width_wrap(m->page.arena, name, m->face, room, lines);
        if (!label->name.cut && fits_inside(m, row, label))
            return true;
    }
    return false;
}

/* The value, else its sign, else nothing. */
static void value_inside(struct map *m, size_t row)
{
    struct map_label *label = &m->labels[row];
    if (fits_inside(m, row, label))
        return;
    label->value = area_fill_sign(m->spec, row);
    if (*label->value != '\0')
        fits_inside(m, row, label);
}

static double beside_width(const struct map *m, size_t row)
{
    return text_width(m->spec->rows[row].label, m->face) + 6 +
           text_width(m->labels[row].value, m->bold);
}

/* The side nearer to the area. */
static void put_beside(struct map *m, size_t row)
{
    struct map_label *label = &m->labels[row];
    double middle = (m->frame.left + m->frame.right) / 2;
    label->middle = label_place_anchor(&m->outlines[row]);
    label->at = label->middle.x < middle ? LABEL_LEFT : LABEL_RIGHT;
}

/* (2) */
static void place_labels(struct map *m)
{
    size_t outside = 0;
    for (size_t i = 0; i < m->spec->row_count; i++) {
        if (m->outlines[i].count == 0)
            continue;
        m->labels[i].value = area_fill_words(m->page.arena, m->spec, i);
        outside += !name_inside(m, i);
    }
    double room = m->frame.bottom - m->frame.top;
    bool few = outside <= MOST_BESIDE && (double)outside * m->line < room;
    for (size_t i = 0; i < m->spec->row_count; i++) {
        if (m->outlines[i].count == 0 || m->labels[i].at == LABEL_INSIDE)
            continue;
        m->labels[i].name = (struct text_lines){ 0 };
        if (few)
            put_beside(m, i);
        else
            value_inside(m, i);
    }
}

/* Words at one side, from above, apart from one another. */
static void spread_beside(struct map *m, enum label_at side)
{
    size_t count = 0,
           *rows = arena_array(m->page.arena, m->spec->row_count, size_t);
    for (size_t i = 0; i < m->spec->row_count; i++)
        if (m->labels[i].at == side)
            rows[count++] = i;
    struct label_place *places =
        arena_array(m->page.arena, count, struct label_place);
    for (size_t i = 0; i < count; i++)
        places[i] =
            (struct label_place){ m->labels[rows[i]].middle.y, m->line + 2 };
    label_spread(places, count, m->frame.top, m->frame.bottom, m->page.arena);
    for (size_t i = 0; i < count; i++)
        m->labels[rows[i]].y = places[i].centre;
}

/* --- the plan ---------------------------------------------------------------
 */

static void draw_outlines(struct map *m)
{
    for (size_t i = 0; i < m->spec->row_count; i++)
        if (lies(&m->spec->places[i]))
            m->outlines[i] = outline_draw(m->spec->places[i].shape, &m->extent,
                                          m->frame, m->page.arena);
}

/* (3) Do the words beside need more room than they have? */
static bool widen_margins(struct map *m)
{
    double most = m->page.width * MARGIN_SHARE;
    bool wider = false;
    for (size_t i = 0; i < m->spec->row_count; i++) {
        enum label_at at = m->labels[i].at;
        if (at != LABEL_LEFT && at != LABEL_RIGHT)
            continue;
        double needed = fmin(beside_width(m, i) + BESIDE_GAP, most);
        double *margin = &m->margins[at == LABEL_RIGHT];
        wider = wider || needed > *margin;
        *margin = fmax(*margin, needed);
    }
    return wider;
}

static void plan(struct map *m, const struct chart_spec *spec, unsigned width,
                 struct arena *arena)
{
    *m = (struct map){ .spec = spec, .extent = outline_extent_none() };
    page_plan(&m->page, spec, width, area_fill_standings(spec, lies), arena);
    m->face = m->page.small;
    if (spec->row_count > MANY_AREAS)
        m->face.size = SMALL_LETTERS;
    m->bold = (struct text_face){ m->face.size, true };
    m->line = ceil(m->face.size * 1.2);
    for (size_t i = 0; i < spec->row_count; i++)
        if (lies(&spec->places[i]))
            outline_extent_add(&m->extent, spec->places[i].shape);
    outline_extent_close(&m->extent);
    m->outlines = arena_array(arena, spec->row_count, struct outline);
    m->labels = arena_array(arena, spec->row_count, struct map_label);
}

static void lay_out(struct map *m, double height)
{
    for (int pass = 0; pass < PASSES; pass++) {
        m->frame = (struct outline_frame){ m->page.left + m->margins[0] + 1,
                                           m->page.top + 1,
                                           m->page.right - m->margins[1] - 1,
                                           m->page.top + height - 1 };
        draw_outlines(m);
        place_labels(m);
        if (!widen_margins(m))
            break;
    }
    spread_beside(m, LABEL_LEFT);
    spread_beside(m, LABEL_RIGHT);
}

static double wish_height(const struct map *m)
{
    double room = m->page.right - m->page.left;
    double height = room * outline_extent_height(&m->extent) /
                    outline_extent_width(&m->extent);
    return fmin(fmax(height, LOWEST), HIGHEST);
}

static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct map m;
    *width = spec->width > 0 ? spec->width : spec->style->width;
    plan(&m, spec, *width, arena);
    *height = page_height(&m.page, wish_height(&m));
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
static size_t gather_pieces(const struct map *m, struct piece **out)
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

static void paint_piece(const struct map *m, struct canvas *canvas,
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

static void draw_borders(const struct map *m, struct canvas *canvas,
                         const struct outline *outline,
                         struct canvas_stroke stroke)
{
    for (size_t r = 0; r < outline->count; r++) {
        const struct outline_ring *ring = &outline->rings[r];
        if (ring->count == 1)
            continue;
        struct canvas_point *path =
            arena_array(m->page.arena, ring->count + 1, struct canvas_point);
        for (size_t i = 0; i <= ring->count; i++)
            path[i] = ring->points[i % ring->count];
        canvas_path(canvas, path, ring->count + 1, stroke);
    }
}

/* (1) */
static void draw_areas(const struct map *m, struct canvas *canvas)
{
    struct piece *pieces;
    size_t count = gather_pieces(m, &pieces);
    double width = m->spec->row_count > 100 ? .6 : 1;
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
    for (size_t i = 0; i < m->spec->row_count; i++) {
        struct area_fill fill = area_fill(m->spec, i);
        if (fill.broken)
            draw_borders(m, canvas, &m->outlines[i],
                         (struct canvas_stroke){
                             1.1, colour_on(fill.colour, m->page.style->text),
                             CANVAS_DASHED });
    }
}

/* --- drawing ----------------------------------------------------------------
 */

static void draw_inside(const struct map *m, struct canvas *canvas, size_t row)
{
    const struct map_label *label = &m->labels[row];
    struct area_fill fill = area_fill(m->spec, row);
    uint32_t colour = colour_on(fill.colour, m->page.style->text);
    double high = label_height(m, label) / 2;
    struct canvas_point at = { label->middle.x,
                               label->middle.y - high + m->line / 2 };
    double wide =
        fmax(label->name.widest, text_width(label->value, m->bold)) / 2 + 1;
    if (fill.hatched)
        canvas_rectangle(
            canvas,
            (struct canvas_point){ at.x - wide, label->middle.y - high },
            (struct canvas_point){ at.x + wide, label->middle.y + high },
            fill.colour);
    canvas_lines(canvas, at, m->line, &label->name,
                 page_letters(m->face, colour, CANVAS_CENTRE));
    at.y += m->line * (double)label->name.count;
    canvas_words(canvas, at, label->value,
                 page_letters(m->bold, colour, CANVAS_CENTRE));
}

/* The name gives way, the value does not. */
static void draw_beside(const struct map *m, struct canvas *canvas, size_t row)
{
    const struct map_label *label = &m->labels[row];
    const struct chart_style *style = m->page.style;
    bool right = label->at == LABEL_RIGHT;
    double value = text_width(label->value, m->bold);
    double room = m->margins[right] - BESIDE_GAP - value - 6;
    struct text_lines name = text_width_wrap(
        m->page.arena, m->spec->rows[row].label, m->face, room, 1);
    double edge = right ? m->page.right - m->margins[1] + BESIDE_GAP - 4
                        : m->page.left + m->margins[0] - BESIDE_GAP + 4;
    struct canvas_point at = { edge, label->y };
    canvas_cased(canvas, label->middle, at,
                 (struct canvas_stroke){ .8, style->muted, CANVAS_SOLID });
    canvas_mark(canvas, label->middle, CANVAS_DISC, 2, style->text);
    at.x = right ? edge + 4 : m->page.left + m->margins[0] - BESIDE_GAP - value;
    if (!right)
        at.x -= name.widest + 6;
    canvas_lines(canvas, at, m->line, &name,
                 page_letters(m->face, style->text, CANVAS_LEFT));
    at.x += name.widest + 6;
    canvas_words(canvas, at, label->value,
                 page_letters(m->bold, style->text, CANVAS_LEFT));
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct map m;
    plan(&m, spec, spec->width, scratch);
    lay_out(&m, fmax(spec->height - m.page.top - m.page.foot, 1));
    struct canvas *canvas = page_canvas(&m.page, spec->height);
    draw_areas(&m, canvas);
    canvas_level(canvas);
    for (size_t i = 0; i < spec->row_count; i++)
        if (m.labels[i].at == LABEL_LEFT || m.labels[i].at == LABEL_RIGHT)
            draw_beside(&m, canvas, i);
    for (size_t i = 0; i < spec->row_count; i++)
        if (m.labels[i].at == LABEL_INSIDE)
            draw_inside(&m, canvas, i);
    canvas_write(canvas, script);
}

const struct chart_kind chart_map = {
    .id = "map",
    .accept = accept,
    .write = draw,
    .size = size,
};
