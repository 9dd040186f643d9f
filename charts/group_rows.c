/*
 * group_rows.c - rows of groups.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/colour.h"
#include "charts/group_rows.h"
#include "charts/label_spread.h"
#include "charts/look.h"
#include "charts/row_frame.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"

#define HEAD_GAP 12.0
#define HEAD_LEAD 14.0 /* from the names down to the rows */

enum { GROUPS = 6, HEAD_LINES = 2 };

struct group_rows {
    struct row_frame frame;
    const struct chart_spec *spec;
    struct axis axis;
    struct text_lines *heads;
    double head_lines;
};

static bool cell_drawn(const struct chart_cell *cell)
{
    return look_shown(cell->status, cell->value);
}

bool group_rows_accept(const struct chart_spec *spec, struct fault *fault)
{
    const struct chart_grid *grid = &spec->grid;
    for (size_t i = 0; i < grid->rows * grid->columns; i++)
        if (cell_drawn(&grid->cells[i]))
            return true;
    return look_nothing(spec, fault);
}

static const struct chart_cell *cell_at(const struct group_rows *g, size_t row,
                                        size_t column)
{
    return &g->spec->grid.cells[row * g->spec->grid.columns + column];
}

static struct axis plan_axis(const struct group_rows *g)
{
    const struct chart_grid *grid = &g->spec->grid;
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (size_t i = 0; i < grid->rows * grid->columns; i++)
        if (cell_drawn(&grid->cells[i])) {
            least = fmin(least, grid->cells[i].value);
            most = fmax(most, grid->cells[i].value);
        }
    return axis_values((struct axis_wish){ least, most, g->spec->low,
                                           g->spec->high, false,
                                           row_frame_ticks(&g->frame) });
}

/* Names share the field's width evenly; who needs less leaves it to others. */
static void plan_heads(struct group_rows *g)
{
    const struct chart_grid *grid = &g->spec->grid;
    struct arena *arena = g->frame.page.arena;
    double room = g->frame.right - g->frame.left;
    double share = room / (double)grid->columns - HEAD_GAP;
    g->heads = arena_array(arena, grid->columns, struct text_lines);
    for (size_t c = 0; c < grid->columns; c++) {
        g->heads[c] = text_width_wrap(arena, grid->column_labels[c],
                                      g->frame.page.label, share, HEAD_LINES);
        g->head_lines = fmax(g->head_lines, (double)g->heads[c].count);
    }
}

static void plan(struct group_rows *g, const struct chart_spec *spec,
                 unsigned width, struct arena *arena)
{
    const struct chart_grid *grid = &spec->grid;
    *g = (struct group_rows){ .spec = spec };
    struct row_frame *frame = &g->frame;
    const char **gaps = arena_array(arena, grid->rows, const char *);
    bool *faint = arena_array(arena, grid->rows, bool);
    for (size_t r = 0; r < grid->rows; r++) {
        gaps[r] = r < spec->row_count ? spec->rows[r].text : "";
        faint[r] = true;
        for (size_t c = 0; c < grid->columns; c++)
            faint[r] = faint[r] && !cell_drawn(cell_at(g, r, c));
    }
    frame->count = grid->rows;
    frame->labels = grid->row_labels;
    frame->faint = faint;
    frame->scaled = true;
    frame->columns[0] =
        (struct row_column){ .head = spec->heads[0], .texts = gaps };
    frame->column_count = 1;
    row_frame_plan(frame, spec, width, arena);
    plan_heads(g);
    frame->heads_height =
        fmax(frame->heads_height,
             g->head_lines * page_line(frame->page.label) + HEAD_LEAD);
    g->axis = plan_axis(g);
}

void group_rows_size(const struct chart_spec *spec, unsigned *width,
                     unsigned *height)
{
    struct arena *arena = arena_new();
    struct group_rows g;
    *width = spec->width > 0 ? spec->width : spec->style->width;
    plan(&g, spec, *width, arena);
    *height = row_frame_height(&g.frame);
    arena_free(arena);
}

/* --- drawing ----------------------------------------------------------------
 */

static struct canvas_point place(const struct group_rows *g, size_t row,
                                 double value)
{
    return (struct canvas_point){ axis_place(&g->axis, value, g->frame.left,
                                             g->frame.right),
                                  row_frame_middle(&g->frame, row) };
}

static double radius(const struct group_rows *g)
{
    return fmin(6, fmax(g->frame.row_height * .28, 2));
}

/* (2) */
static void draw_link(const struct group_rows *g, struct canvas *canvas,
                      size_t row)
{
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (size_t c = 0; c < g->spec->grid.columns; c++)
        if (cell_drawn(cell_at(g, row, c))) {
            least = fmin(least, cell_at(g, row, c)->value);
            most = fmax(most, cell_at(g, row, c)->value);
        }
    if (most > least)
        canvas_line(canvas, place(g, row, least), place(g, row, most),
                    (struct canvas_stroke){
                        radius(g) * .7,
                        colour_mix(COLOUR_WHITE, g->frame.page.style->axis, .8),
                        CANVAS_SOLID });
}

/* (1) */
static void draw_dot(const struct group_rows *g, struct canvas *canvas,
                     size_t row, size_t column)
{
    const struct chart_cell *cell = cell_at(g, row, column);
    const struct chart_style *style = g->frame.page.style;
    if (!cell_drawn(cell))
        return;
    uint32_t colour = style->groups[column % GROUPS];
    enum canvas_shape shape = (enum canvas_shape)(column % GROUPS);
    struct look_paint paint = look_paint(style, colour, cell->status);
    struct canvas_point at = place(g, row, cell->value);
    canvas_mark(canvas, at, shape, radius(g) + 1.4, COLOUR_WHITE);
    canvas_mark(canvas, at, shape, radius(g), paint.edge);
    if (look_hollow(cell->status))
        canvas_mark(canvas, at, shape, radius(g) - 1.5, COLOUR_WHITE);
    else if (paint.fill != paint.edge)
        canvas_mark(canvas, at, shape, radius(g), paint.fill);
}

/* Where a group's name wants to stand: over its dot of the first row that has
 * one. */
static double head_wish(const struct group_rows *g, size_t column)
{
    for (size_t r = 0; r < g->spec->grid.rows; r++)
        if (cell_drawn(cell_at(g, r, column)))
            return place(g, r, cell_at(g, r, column)->value).x;
    return (g->frame.left + g->frame.right) / 2;
}

/* A group that nobody has a figure of is not named. */
static bool head_needed(const struct group_rows *g, size_t column)
{
    for (size_t r = 0; r < g->spec->grid.rows; r++)
        if (cell_drawn(cell_at(g, r, column)))
            return true;
    return false;
}

static void draw_lead(const struct group_rows *g, struct canvas *canvas,
                      size_t column, double x)
{
    const struct chart_cell *cell = cell_at(g, 0, column);
    uint32_t colour = g->frame.page.style->groups[column % GROUPS];
    if (!cell_drawn(cell))
        return;
    struct canvas_point to = place(g, 0, cell->value);
    to.y -= radius(g) + 2;
    canvas_line(canvas,
                (struct canvas_point){ x, g->frame.top - HEAD_LEAD + 3 }, to,
                (struct canvas_stroke){ 1, colour_mix(COLOUR_WHITE, colour, .6),
                                        CANVAS_SOLID });
}

static void draw_heads(const struct group_rows *g, struct canvas *canvas)
{
    const struct chart_style *style = g->frame.page.style;
    size_t columns = g->spec->grid.columns, count = 0;
    double line = page_line(g->frame.page.label);
    struct label_place *places =
        arena_array(g->frame.page.arena, columns, struct label_place);
    size_t *named = arena_array(g->frame.page.arena, columns, size_t);
    for (size_t c = 0; c < columns; c++)
        if (head_needed(g, c)) {
            places[count] =
                (struct label_place){ head_wish(g, c),
                                      g->heads[c].widest + HEAD_GAP };
            named[count++] = c;
        }
    label_spread(places, count, g->frame.left - HEAD_GAP / 2,
                 g->frame.right + HEAD_GAP / 2, g->frame.page.arena);
    for (size_t i = 0; i < count; i++) {
        size_t c = named[i];
        double up = ((double)g->heads[c].count - .5) * line + HEAD_LEAD;
        draw_lead(g, canvas, c, places[i].centre);
        canvas_lines(
            canvas,
            (struct canvas_point){ places[i].centre, g->frame.top - up }, line,
            &g->heads[c],
            page_letters(
                g->frame.page.label,
                colour_readable(style->groups[c % GROUPS], style->text),
                CANVAS_CENTRE));
    }
}

void group_rows_write(const struct chart_spec *spec, struct text *script,
                      struct arena *scratch)
{
    struct group_rows g;
    plan(&g, spec, spec->width, scratch);
    row_frame_place(&g.frame, spec->height);
    struct canvas *canvas = page_canvas(&g.frame.page, spec->height);
    row_frame_draw_scale(&g.frame, canvas, &g.axis);
    draw_heads(&g, canvas);
    row_frame_draw_words(&g.frame, canvas);
    canvas_level(canvas);
    for (size_t r = 0; r < spec->grid.rows; r++)
        draw_link(&g, canvas, r);
    for (size_t c = 0; c < spec->grid.columns; c++) {
        canvas_level(canvas);
        for (size_t r = 0; r < spec->grid.rows; r++)
            draw_dot(&g, canvas, r, c);
    }
    canvas_write(canvas, script);
}
