/*
 * league.c - areas in a row: who stands where, without over-reading the order.
 *
 *  (1) Rows come in the order in which they are to be read.
 *  (2) The interval is a whisker: over a bar, and under a dot.
 *  (3) The whole and the target are lines through all rows, named above.
 *  (4) Colour, sign and number say the same thing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/colour.h"
#include "charts/league_plan.h"
#include "charts/look.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    for (size_t i = 0; i < spec->row_count; i++)
        if (look_shown(spec->rows[i].status, spec->rows[i].value))
            return true;
    return look_nothing(spec, fault);
}

static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct league_plan plan;
    league_plan(&plan, spec, arena);
    *width = league_plan_width(&plan);
    *height = league_plan_height(&plan);
    arena_free(arena);
}

/* --- drawing ----------------------------------------------------------------
 */

struct drawn_column {
    const struct league_plan *plan;
    struct canvas *canvas;
    double left, top, bottom; /* top and bottom of the rows */
    double row_height;
    size_t first, end; /* rows of the spec */
};

static double place(const struct drawn_column *c, double value)
{
    return c->left +
           axis_place(&c->plan->axis, value, c->plan->from, c->plan->to);
}

static double row_middle(const struct drawn_column *c, size_t row)
{
    return c->top + ((double)(row - c->first) + .5) * c->row_height;
}

static void draw_scale(const struct drawn_column *c)
{
    const struct league_plan *plan = c->plan;
    const struct chart_style *style = plan->page.style;
    struct arena *arena = plan->page.arena;
    for (size_t i = 0; i < plan->axis.ticks; i++) {
        double x = place(c, axis_tick(&plan->axis, i));
        bool zero = plan->bars && axis_tick(&plan->axis, i) == 0;
        canvas_line(c->canvas, (struct canvas_point){ x, c->top },
                    (struct canvas_point){ x, c->bottom },
                    (struct canvas_stroke){ 1, zero ? style->axis : style->grid,
                                            CANVAS_SOLID });
        canvas_words(
            c->canvas, (struct canvas_point){ x, c->bottom + 11 },
            axis_text(arena, &plan->axis, i, plan->spec->language),
            page_letters(plan->page.small, style->muted, CANVAS_CENTRE));
    }
    struct text_lines words = text_width_wrap(
        arena, plan->spec->axis, plan->page.label, plan->column_width, 1);
    double x = c->left + (plan->from + plan->to) / 2;
    double edge = c->left + plan->column_width - words.widest / 2;
    canvas_lines(c->canvas,
                 (struct canvas_point){ fmin(x, edge),
                                        c->bottom + LEAGUE_PLAN_TICK_ROOM +
                                            page_line(plan->page.label) / 2 },
                 page_line(plan->page.label), &words,
                 page_letters(plan->page.label, style->muted, CANVAS_CENTRE));
}

static void draw_bar(const struct drawn_column *c, const struct chart_row *row,
                     double y, struct look_paint paint)
{
    double half = round(c->row_height * .36);
    look_field(c->canvas, (struct canvas_point){ place(c, 0), y - half },
               (struct canvas_point){ place(c, row->value), y + half }, paint,
               paint.edged ? 1.2 : 0);
}

static void draw_dot(const struct drawn_column *c, const struct chart_row *row,
                     double y, struct look_paint paint)
{
    double radius = league_plan_radius(c->row_height);
    struct canvas_point at = { place(c, row->value), y };
    canvas_mark(c->canvas, at, CANVAS_DISC, radius + 1.2, paint.edge);
    canvas_mark(c->canvas, at, CANVAS_DISC, radius, paint.fill);
}

static struct look_paint paint_of(const struct league_plan *plan,
                                  const struct chart_row *row)
{
    const struct chart_style *style = plan->page.style;
    uint32_t colour =
        plan->coloured ? page_fill(style, row->standing) : style->main_series;
    return look_paint(style, colour, row->status);
}

static void draw_shapes(const struct drawn_column *c)
{
    for (size_t i = c->first; i < c->end; i++) {
        const struct chart_row *row = &c->plan->spec->rows[i];
        if (!look_shown(row->status, row->value))
            continue;
        struct look_paint paint = paint_of(c->plan, row);
        if (c->plan->bars)
            draw_bar(c, row, row_middle(c, i), paint);
        else
            draw_dot(c, row, row_middle(c, i), paint);
    }
}

/* (2) */
static void draw_whiskers(const struct drawn_column *c)
{
    struct canvas_stroke stroke = { 1.3, c->plan->page.style->text,
                                    CANVAS_SOLID };
    double cap = fmin(4, c->row_height * .2);
    for (size_t i = c->first; i < c->end; i++) {
        const struct chart_row *row = &c->plan->spec->rows[i];
        if (!look_shown(row->status, row->value) || !has_value(row->lower) ||
            !has_value(row->upper))
            continue;
        double y = row_middle(c, i);
        double ends[] = { place(c, row->lower), place(c, row->upper) };
        canvas_cased(c->canvas, (struct canvas_point){ ends[0], y },
                     (struct canvas_point){ ends[1], y }, stroke);
        for (size_t k = 0; k < 2; k++)
            canvas_cased(c->canvas, (struct canvas_point){ ends[k], y - cap },
                         (struct canvas_point){ ends[k], y + cap }, stroke);
    }
}

/* (3) */
static void draw_reference(const struct drawn_column *c, size_t which,
                           struct canvas_stroke stroke)
{
    const struct league_plan *plan = c->plan;
    const struct chart_line *line =
        which == 0 ? &plan->spec->whole : &plan->spec->target;
    const struct line_words *words = &plan->words[which];
    if (!has_value(line->value))
        return;
    double height = page_line(plan->page.label);
    double y = c->top - plan->words_room + height * (words->row + .5);
    double x = place(c, line->value);
    canvas_cased(c->canvas, (struct canvas_point){ x, y + height / 2 - 2 },
                 (struct canvas_point){ x, c->bottom }, stroke);
    canvas_level(c->canvas);
    double left = c->left + words->left;
    canvas_rectangle(c->canvas,
                     (struct canvas_point){ left - 2, y - height / 2 + 2 },
                     (struct canvas_point){ left + words->text.widest + 2,
                                            y + height / 2 - 2 },
                     COLOUR_WHITE);
    canvas_lines(c->canvas, (struct canvas_point){ left, y }, height,
                 &words->text,
                 page_letters(plan->page.label, stroke.colour, CANVAS_LEFT));
    canvas_level(c->canvas);
}

static bool crosses(const struct drawn_column *c, const struct chart_line *line,
                    double low, double high)
{
    if (!has_value(line->value))
        return false;
    double x = place(c, line->value);
    return x > low - 3 && x < high + 3;
}

/* Paper for a number where a line would run through it. */
static void draw_paper(const struct drawn_column *c, size_t i)
{
    struct league_number at = league_plan_number(c->plan, i, c->left);
    double y = row_middle(c, i);
    double half = c->row_height * (c->row_height < 20 ? .5 : .36);
    if (crosses(c, &c->plan->spec->whole, at.start, at.end) ||
        crosses(c, &c->plan->spec->target, at.start, at.end))
        canvas_rectangle(
            c->canvas, (struct canvas_point){ at.start - 2, y - half },
            (struct canvas_point){ at.end + 2, y + half }, COLOUR_WHITE);
}

/* (4) The label before a row, and the number after it. */
static void draw_words(const struct drawn_column *c, size_t i)
{
    const struct league_plan *plan = c->plan;
    const struct chart_row *row = &plan->spec->rows[i];
    const struct chart_style *style = plan->page.style;
    struct league_number at = league_plan_number(plan, i, c->left);
    uint32_t colour =
        look_shown(row->status, row->value) ? style->text : style->muted;
    canvas_words(c->canvas, (struct canvas_point){ at.x, row_middle(c, i) },
                 plan->texts[i],
                 page_letters(plan->face, colour,
                              at.before ? CANVAS_RIGHT : CANVAS_LEFT));
    const struct text_lines *label = &plan->labels[i];
    double line = ceil(plan->face.size * 1.12);
    double up = label->count > 0 ? line * (double)(label->count - 1) / 2 : 0;
    canvas_lines(c->canvas,
                 (struct canvas_point){ c->left + plan->label_width,
                                        row_middle(c, i) - up },
                 line, label, page_letters(plan->face, colour, CANVAS_RIGHT));
}

static void draw_column(const struct drawn_column *c)
{
    const struct chart_style *style = c->plan->page.style;
    draw_scale(c);
    canvas_level(c->canvas);
    if (c->plan->bars)
        draw_shapes(c);
    canvas_level(c->canvas);
    draw_reference(c, 0,
                   (struct canvas_stroke){ 1.3, style->text, CANVAS_DASHED });
    draw_reference(c, 1,
                   (struct canvas_stroke){ 1.6, style->target, CANVAS_SOLID });
    for (size_t i = c->first; i < c->end; i++)
        draw_paper(c, i);
    draw_whiskers(c);
    canvas_level(c->canvas);
    if (!c->plan->bars)
        draw_shapes(c);
    canvas_level(c->canvas);
    for (size_t i = c->first; i < c->end; i++)
        draw_words(c, i);
    canvas_level(c->canvas);
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct league_plan plan;
    league_plan(&plan, spec, scratch);
    struct canvas *canvas = page_canvas(&plan.page, spec->height);
    double top = plan.page.top + plan.words_room;
    double bottom = spec->height - plan.page.foot - plan.axis_room;
    for (size_t k = 0; k < plan.columns; k++) {
        size_t first = k * plan.rows, end = first + plan.rows;
        struct drawn_column column = {
            .plan = &plan,
            .canvas = canvas,
            .left = plan.page.left +
                    (double)k * (plan.column_width + LEAGUE_PLAN_COLUMN_GAP),
            .top = top,
            .bottom = bottom,
            .row_height = (bottom - top) / (double)plan.rows,
            .first = first,
            .end = end < spec->row_count ? end : spec->row_count,
        };
        draw_column(&column);
    }
    canvas_write(canvas, script);
}

const struct chart_kind chart_league = {
    .id = "league",
    .accept = accept,
    .write = draw,
    .size = size,
};
