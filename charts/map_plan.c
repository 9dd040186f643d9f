/*
 * map_plan.c - outlines first, words into them, and again with less room when
 * words must stand beside.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/map_plan.h"

#include <math.h>

#include "charts/area_fill.h"
#include "charts/label_spread.h"
#include "engine/base/arena.h"

#define LOWEST 260.0 /* body */
#define HIGHEST 600.0
#define HIGHEST_MANY 1000.0 /* of many areas, that their words find room */
#define SMALL_LETTERS 9.5   /* of labels among many areas */
#define BESIDE_SHARE .5     /* of the width, at most, for words at both sides */
#define NAME_WIDEST 120.0   /* of a name inside */

enum { MOST_BESIDE = 14, MANY_AREAS = 30, NAME_LINES = 3, PASSES = 4 };

bool map_plan_lies(const struct chart_place *place)
{
    return place->shape != NULL;
}

/* --- inside (1) -----------------------------------------------------------
 */

static bool fits_inside(struct map_plan *m, size_t row)
{
    struct map_label *label = &m->labels[row];
    label->width = fmax(label->name.widest, text_width(label->value, m->bold));
    label->height = m->line * (double)(label->name.count + 1);
    bool fits = label_place_inside(&m->outlines[row], label->width,
                                   label->height, &label->middle);
    label->at = fits ? MAP_INSIDE : MAP_NOWHERE;
    return fits;
}

/* The name on as few lines as it takes to fit. */
static bool name_inside(struct map_plan *m, size_t row)
{
    struct map_label *label = &m->labels[row];
    const char *name = m->spec->rows[row].label;
    double wide = text_width(name, m->face);
    double word = text_width_widest_word(m->page.arena, name, m->face);
    for (size_t lines = 1; lines <= NAME_LINES; lines++) {
        double room = fmax(wide / (double)lines * 1.3, word) + 1;
        label->name = text_width_wrap(m->page.arena, name, m->face,
                                      fmin(room, NAME_WIDEST), lines);
        if (!label->name.cut && fits_inside(m, row))
            return true;
    }
    return false;
}

/* (3) */
static void value_inside(struct map_plan *m, size_t row)
{
    struct map_label *label = &m->labels[row];
    if (fits_inside(m, row))
        return;
    label->value = area_fill_sign(m->spec, row);
    if (*label->value != '\0')
        fits_inside(m, row);
}

/* --- beside (2) -----------------------------------------------------------
 */

/* How many words a line from the area to that side would cross. */
static size_t crossed(const struct map_plan *m, struct canvas_point from,
                      enum map_side side)
{
    size_t count = 0;
    for (size_t i = 0; i < m->spec->row_count; i++) {
        const struct map_label *label = &m->labels[i];
        bool there = side == MAP_LEFT ? label->middle.x < from.x
                                      : label->middle.x > from.x;
        count +=
            label->at == MAP_INSIDE && there &&
            fabs(label->middle.y - from.y) < label->height / 2 + m->line / 2;
    }
    return count;
}

static void put_beside(struct map_plan *m, size_t row)
{
    struct map_label *label = &m->labels[row];
    double centre = (m->frame.left + m->frame.right) / 2;
    label->at = MAP_BESIDE;
    label->middle = label_place_anchor(&m->outlines[row]);
    size_t left = crossed(m, label->middle, MAP_LEFT);
    size_t right = crossed(m, label->middle, MAP_RIGHT);
    bool nearer_left = label->middle.x < centre;
    label->side =
        left < right || (left == right && nearer_left) ? MAP_LEFT : MAP_RIGHT;
}

static double beside_width(const struct map_plan *m, size_t row)
{
    return text_width(m->spec->rows[row].label, m->face) + MAP_VALUE_GAP +
           text_width(m->labels[row].value, m->bold) + MAP_BESIDE_GAP;
}

/* Words at one side, from above, apart from one another. */
static void spread_beside(struct map_plan *m, enum map_side side)
{
    struct arena *arena = m->page.arena;
    size_t *rows = arena_array(arena, m->spec->row_count, size_t), count = 0;
    for (size_t i = 0; i < m->spec->row_count; i++)
        if (m->labels[i].at == MAP_BESIDE && m->labels[i].side == side)
            rows[count++] = i;
    struct label_place *places = arena_array(arena, count, struct label_place);
    for (size_t i = 0; i < count; i++)
        places[i] =
            (struct label_place){ m->labels[rows[i]].middle.y, m->line + 2 };
    label_spread(places, count, m->frame.top, m->frame.bottom, arena);
    for (size_t i = 0; i < count; i++)
        m->labels[rows[i]].y = places[i].centre;
}

/* --- all words ------------------------------------------------------------
 */

static void place_labels(struct map_plan *m)
{
    size_t outside = 0;
    for (size_t i = 0; i < m->spec->row_count; i++) {
        m->labels[i] = (struct map_label){ .at = MAP_NOWHERE };
        if (m->outlines[i].count == 0)
            continue;
        m->labels[i].value = area_fill_words(m->page.arena, m->spec, i);
        outside += !name_inside(m, i);
    }
    bool few = m->beside && outside <= MOST_BESIDE &&
               (double)outside * (m->line + 2) < m->frame.bottom - m->frame.top;
    for (size_t i = 0; i < m->spec->row_count; i++) {
        if (m->outlines[i].count == 0 || m->labels[i].at == MAP_INSIDE)
            continue;
        m->labels[i].name = (struct text_lines){ 0 };
        if (few)
            put_beside(m, i);
        else
            value_inside(m, i);
    }
}

static void draw_outlines(struct map_plan *m)
{
    for (size_t i = 0; i < m->spec->row_count; i++)
        if (map_plan_lies(&m->spec->places[i]))
            m->outlines[i] = outline_draw(m->spec->places[i].shape, &m->extent,
                                          m->frame, m->page.arena);
}

static void forgo_beside(struct map_plan *m)
{
    m->beside = false;
    m->margins[MAP_LEFT] = m->margins[MAP_RIGHT] = 0;
}

/* Do the words beside need wider margins than they have? Where they need too
 * much, none may stand there. */
static bool change_margins(struct map_plan *m)
{
    bool wider = false;
    for (size_t i = 0; i < m->spec->row_count; i++) {
        if (m->labels[i].at != MAP_BESIDE)
            continue;
        double *margin = &m->margins[m->labels[i].side];
        double needed = beside_width(m, i);
        wider = wider || needed > *margin;
        *margin = fmax(*margin, needed);
    }
    if (m->margins[MAP_LEFT] + m->margins[MAP_RIGHT] >
        m->page.width * BESIDE_SHARE)
        forgo_beside(m);
    return wider;
}

void map_plan_lay_out(struct map_plan *m, double height)
{
    m->beside = true;
    for (int pass = 0; pass < PASSES; pass++) {
        if (pass == PASSES - 1) /* it does not come to rest */
            forgo_beside(m);
        m->frame = (struct outline_frame){
            m->page.left + m->margins[MAP_LEFT] + 1, m->page.top + 1,
            m->page.right - m->margins[MAP_RIGHT] - 1, m->page.top + height - 1
        };
        draw_outlines(m);
        place_labels(m);
        if (!change_margins(m))
            break;
    }
    spread_beside(m, MAP_LEFT);
    spread_beside(m, MAP_RIGHT);
}

/* --- the page -------------------------------------------------------------
 */

void map_plan_page(struct map_plan *m, const struct chart_spec *spec,
                   unsigned width, struct arena *arena)
{
    *m = (struct map_plan){ .spec = spec, .extent = outline_extent_none() };
    page_plan(&m->page, spec, width, area_fill_standings(spec, map_plan_lies),
              arena);
    m->face = m->page.small;
    if (spec->row_count > MANY_AREAS)
        m->face.size = SMALL_LETTERS;
    m->bold = (struct text_face){ m->face.size, true };
    m->line = ceil(m->face.size * 1.2);
    for (size_t i = 0; i < spec->row_count; i++)
        if (map_plan_lies(&spec->places[i]))
            outline_extent_add(&m->extent, spec->places[i].shape);
    outline_extent_close(&m->extent);
    m->outlines = arena_array(arena, spec->row_count, struct outline);
    m->labels = arena_array(arena, spec->row_count, struct map_label);
}

double map_plan_height(const struct map_plan *m)
{
    double room = m->page.right - m->page.left;
    double height = room * outline_extent_height(&m->extent) /
                    outline_extent_width(&m->extent);
    return fmin(fmax(height, LOWEST),
                m->spec->row_count > MANY_AREAS ? HIGHEST_MANY : HIGHEST);
}
