/*
 * league.c - areas in a row: who stands where, without over-reading the order.
 *
 *  (1) Rows come in the order in which they are to be read. From 71 on they
 *      stand in two columns, from 161 on in three, all on one scale.
 *  (2) Where the axis begins at zero, or values stand on both sides of it, a
 *      row is a bar from zero; else a dot, since a bar's length would lie.
 *  (3) The interval is a whisker; the number stands beyond both ends of it and
 *      of the bar, and the scale leaves room for it.
 *  (4) The whole and the target are lines through all rows, named above.
 *  (5) Colour, sign and number say the same thing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/axis.h"
#include "charts/colour.h"
#include "charts/line_words.h"
#include "charts/look.h"
#include "charts/page.h"
#include "engine/base/arena.h"
#include "engine/base/fault.h"
#include "engine/base/number.h"
#include "engine/base/text.h"

#define LABEL_GAP 8.0 /* between a label and the scale */
#define VALUE_GAP 6.0 /* between a row's end and its number */
#define DOT_RADIUS 6.0
#define COLUMN_GAP 28.0
#define TICK_ROOM 22.0
#define LABEL_SHARE .36        /* of a column, at most, for labels, */
#define LABEL_SHARE_NARROW .46 /* and of one of several */

enum { MOST_COLUMNS = 3 };

struct league {
    struct page page;
    const struct chart_spec *spec;
    size_t columns, rows; /* rows of the longest column */
    double row_height, column_width, label_width, words_room, axis_room;
    double value_gap;
    struct text_face face;
    struct axis axis;
    double from, to; /* px of the scale's ends, from a column's left */
    bool bars, coloured;
    const char **texts;         /* numbers with their signs */
    double *widths;             /* and how wide they are */
    struct line_words words[2]; /* of the whole and the target */
};

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    for (size_t i = 0; i < spec->row_count; i++)
        if (look_shown(spec->rows[i].status, spec->rows[i].value))
            return true;
    return fault_set(fault, FAULT_USAGE, NO_PLACE, "chart.nothing_to_draw",
                     "kind", spec->kind, "chart", spec->name, NULL);
}

/* --- the plan ---------------------------------------------------------------
 */

static double row_height(size_t rows)
{
    if (rows <= 14)
        return 30;
    if (rows <= 24)
        return 24;
    return rows <= 40 ? 20 : 17;
}

static double dot_radius(double height)
{
    return fmin(DOT_RADIUS, height * .3);
}

static unsigned standings(const struct chart_spec *spec)
{
    unsigned bits = 0;
    for (size_t i = 0; i < spec->row_count; i++)
        if (look_shown(spec->rows[i].status, spec->rows[i].value))
            bits |= 1u << spec->rows[i].standing;
    return bits & ~(1u << STANDING_NONE);
}

static void widen(double *least, double *most, double value)
{
    if (!has_value(value))
        return;
    *least = fmin(*least, value);
    *most = fmax(*most, value);
}

/* (2) */
static void plan_axis(struct league *l)
{
    const struct chart_spec *spec = l->spec;
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (size_t i = 0; i < spec->row_count; i++) {
        const struct chart_row *row = &spec->rows[i];
        if (!look_shown(row->status, row->value))
            continue;
        widen(&least, &most, row->value);
        widen(&least, &most, row->lower);
        widen(&least, &most, row->upper);
    }
    widen(&least, &most, spec->whole.value);
    widen(&least, &most, spec->target.value);
    l->bars = spec->proportion || (least < 0 && most > 0);
    l->axis = axis_values((struct axis_wish){
        least, most, spec->low, spec->high, l->bars, l->columns > 1 ? 3 : 6 });
}

/* The ends of what is drawn of a row, as shares of the scale. */
static void row_ends(const struct league *l, const struct chart_row *row,
                     double *low, double *high)
{
    double least = row->value, most = row->value;
    widen(&least, &most, row->lower);
    widen(&least, &most, row->upper);
    if (l->bars)
        widen(&least, &most, 0);
    *low = axis_place(&l->axis, least, 0, 1);
    *high = axis_place(&l->axis, most, 0, 1);
}

static bool is_left(const struct league *l, const struct chart_row *row)
{
    return l->bars && row->value < 0;
}

/* (3) Draws the scale's ends in until every number fits. */
static void plan_scale(struct league *l)
{
    double left = l->label_width > 0 ? l->label_width + LABEL_GAP : 0;
    l->from = left + (l->bars ? 0 : dot_radius(l->row_height) + 4);
    l->to = l->column_width - 2;
    for (int round = 0; round < 3; round++)
        for (size_t i = 0; i < l->spec->row_count; i++) {
            const struct chart_row *row = &l->spec->rows[i];
            double low, high, need = l->value_gap + l->widths[i];
            if (!look_shown(row->status, row->value))
                continue;
            row_ends(l, row, &low, &high);
            double length = l->to - l->from;
            if (is_left(l, row) && l->from + low * length - need < left + 6)
                l->from = fmax(l->from, (left + 6 + need - low * l->to) /
                                            fmax(1 - low, .25));
            else if (l->from + high * length + need > l->column_width &&
                     high > 0)
                l->to = fmin(
                    l->to, l->from + (l->column_width - need - l->from) / high);
        }
    /* Hostile numbers may want all the room there is. */
    l->to = fmax(l->to, l->from + 40);
}

static void plan_words(struct league *l)
{
    const struct chart_line *lines[] = { &l->spec->whole, &l->spec->target };
    double x[2] = { -1e6, 1e6 };
    bool any = false;
    for (size_t i = 0; i < 2; i++) {
        if (!has_value(lines[i]->value))
            continue;
        any = true;
        x[i] = axis_place(&l->axis, lines[i]->value, l->from, l->to);
        l->words[i].text = text_width_wrap(l->page.arena, lines[i]->label,
                                           l->page.label, l->column_width, 1);
    }
    line_words_part(l->words, x, l->column_width);
    l->words_room = any ? page_line(l->page.label) * (1 + l->words[1].row) : 4;
}

static double label_room(const struct league *l)
{
    return l->column_width *
           (l->columns > 1 ? LABEL_SHARE_NARROW : LABEL_SHARE);
}

static void plan_texts(struct league *l)
{
    const struct chart_spec *spec = l->spec;
    struct arena *arena = l->page.arena;
    l->texts = arena_array(arena, spec->row_count, const char *);
    l->widths = arena_array(arena, spec->row_count, double);
    for (size_t i = 0; i < spec->row_count; i++) {
        const struct chart_row *row = &spec->rows[i];
        struct text_lines label =
            text_width_wrap(arena, row->label, l->face, label_room(l),
                            l->row_height >= 30 ? 2 : 1);
        l->label_width = fmax(l->label_width, label.widest);
        bool shown = look_shown(row->status, row->value);
        const char *text = page_signed(
            arena, shown ? row->standing : STANDING_NONE, row->text);
        /* A number that fills half the picture is cut, visibly. */
        struct text_lines fitted =
            text_width_wrap(arena, text, l->face, l->column_width / 3, 1);
        l->texts[i] = fitted.count > 0 ? fitted.lines[0] : "";
        l->widths[i] = fitted.widest;
    }
}

static void plan(struct league *l, const struct chart_spec *spec,
                 struct arena *arena)
{
    *l = (struct league){ .spec = spec };
    unsigned width = spec->width > 0 ? spec->width : spec->style->width;
    unsigned bits = standings(spec);
    page_plan(&l->page, spec, width, bits, arena);
    l->coloured = bits != 0;
    l->columns = spec->row_count <= 70 ? 1 : spec->row_count <= 160 ? 2 : 3;
    l->rows = (spec->row_count + l->columns - 1) / l->columns;
    l->row_height = row_height(l->rows);
    l->face = (struct text_face){ fmin(l->page.label.size, l->row_height * .7),
                                  false };
    l->column_width =
        (l->page.right - l->page.left - COLUMN_GAP * (double)(l->columns - 1)) /
        (double)l->columns;
    plan_axis(l);
    l->value_gap = VALUE_GAP + (l->bars ? 0 : dot_radius(l->row_height));
    plan_texts(l);
    plan_scale(l);
    plan_words(l);
    l->axis_room = TICK_ROOM;
    if (spec->axis != NULL && *spec->axis != '\0')
        l->axis_room += page_line(l->page.label);
}

static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct league l;
    plan(&l, spec, arena);
    *width = spec->width > 0 ? spec->width : spec->style->width;
    *height = page_height(&l.page, l.words_room + l.axis_room +
                                       (double)l.rows * l.row_height);
    arena_free(arena);
}

/* --- drawing ----------------------------------------------------------------
 */

struct drawn_column {
    const struct league *l;
    struct canvas *canvas;
    double left, top, bottom; /* top and bottom of the rows */
    double row_height;
    size_t first, end; /* rows of the spec */
};

static double place(const struct drawn_column *c, double value)
{
    return c->left + axis_place(&c->l->axis, value, c->l->from, c->l->to);
}

static double row_middle(const struct drawn_column *c, size_t row)
{
    return c->top + ((double)(row - c->first) + .5) * c->row_height;
}

static void draw_scale(const struct drawn_column *c)
{
    const struct league *l = c->l;
    const struct chart_style *style = l->page.style;
    struct arena *arena = l->page.arena;
    for (size_t i = 0; i < l->axis.ticks; i++) {
        double x = place(c, axis_tick(&l->axis, i));
        bool zero = l->bars && axis_tick(&l->axis, i) == 0;
        canvas_line(c->canvas, (struct canvas_point){ x, c->top },
                    (struct canvas_point){ x, c->bottom },
                    (struct canvas_stroke){ 1, zero ? style->axis : style->grid,
                                            CANVAS_SOLID });
        canvas_words(c->canvas, (struct canvas_point){ x, c->bottom + 11 },
                     axis_text(arena, &l->axis, i, l->spec->language),
                     page_letters(l->page.small, style->muted, CANVAS_CENTRE));
    }
    struct text_lines words = text_width_wrap(
        arena, l->spec->axis, l->page.label, l->column_width, 1);
    double x = c->left + (l->from + l->to) / 2;
    double edge = c->left + l->column_width - words.widest / 2;
    canvas_lines(c->canvas,
                 (struct canvas_point){ fmin(x, edge),
                                        c->bottom + TICK_ROOM +
                                            page_line(l->page.label) / 2 },
                 page_line(l->page.label), &words,
                 page_letters(l->page.label, style->muted, CANVAS_CENTRE));
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
    double radius = dot_radius(c->row_height);
    struct canvas_point at = { place(c, row->value), y };
    canvas_mark(c->canvas, at, CANVAS_DISC, radius + 1.2, paint.edge);
    canvas_mark(c->canvas, at, CANVAS_DISC, radius, paint.fill);
}

static struct look_paint paint_of(const struct league *l,
                                  const struct chart_row *row)
{
    const struct chart_style *style = l->page.style;
    uint32_t colour =
        l->coloured ? page_fill(style, row->standing) : style->main_series;
    return look_paint(style, colour, row->status);
}

static void draw_shapes(const struct drawn_column *c, bool bars)
{
    for (size_t i = c->first; i < c->end; i++) {
        const struct chart_row *row = &c->l->spec->rows[i];
        if (!look_shown(row->status, row->value))
            continue;
        struct look_paint paint = paint_of(c->l, row);
        if (bars)
            draw_bar(c, row, row_middle(c, i), paint);
        else
            draw_dot(c, row, row_middle(c, i), paint);
    }
}

static void draw_whiskers(const struct drawn_column *c)
{
    struct canvas_stroke stroke = { 1.3, c->l->page.style->text, CANVAS_SOLID };
    double cap = fmin(4, c->row_height * .2);
    for (size_t i = c->first; i < c->end; i++) {
        const struct chart_row *row = &c->l->spec->rows[i];
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

/* (4) */
static void draw_reference(const struct drawn_column *c, size_t which,
                           struct canvas_stroke stroke)
{
    const struct league *l = c->l;
    const struct chart_line *line =
        which == 0 ? &l->spec->whole : &l->spec->target;
    const struct line_words *words = &l->words[which];
    if (!has_value(line->value))
        return;
    double height = page_line(l->page.label);
    double y = c->top - l->words_room + height * (words->row + .5);
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
                 page_letters(l->page.label, stroke.colour, CANVAS_LEFT));
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

/* Where a row's number begins, ends and stands. */
struct number_place {
    double x, start, end, y;
    bool left; /* it stands to the left of [x] */
};

static struct number_place number_place(const struct drawn_column *c, size_t i)
{
    const struct league *l = c->l;
    const struct chart_row *row = &l->spec->rows[i];
    bool shown = look_shown(row->status, row->value);
    double low = 0, high = 0, length = l->to - l->from;
    if (shown)
        row_ends(l, row, &low, &high);
    else if (l->bars)
        high = axis_place(&l->axis, 0, 0, 1);
    struct number_place at = { .y = row_middle(c, i),
                               .left = shown && is_left(l, row) };
    at.x =
        c->left + l->from +
        (at.left ? low * length - l->value_gap : high * length + l->value_gap);
    at.start = at.left ? at.x - l->widths[i] : at.x;
    at.end = at.start + l->widths[i];
    return at;
}

/* Paper for a number where a line would run through it. */
static void draw_paper(const struct drawn_column *c, size_t i)
{
    struct number_place at = number_place(c, i);
    double half = c->row_height * (c->row_height < 20 ? .5 : .36);
    if (crosses(c, &c->l->spec->whole, at.start, at.end) ||
        crosses(c, &c->l->spec->target, at.start, at.end))
        canvas_rectangle(
            c->canvas, (struct canvas_point){ at.start - 2, at.y - half },
            (struct canvas_point){ at.end + 2, at.y + half }, COLOUR_WHITE);
}

/* (5) */
static void draw_number(const struct drawn_column *c, size_t i)
{
    const struct chart_row *row = &c->l->spec->rows[i];
    const struct chart_style *style = c->l->page.style;
    struct number_place at = number_place(c, i);
    bool shown = look_shown(row->status, row->value);
    canvas_words(c->canvas, (struct canvas_point){ at.x, at.y }, c->l->texts[i],
                 page_letters(c->l->face, shown ? style->text : style->muted,
                              at.left ? CANVAS_RIGHT : CANVAS_LEFT));
}

static void draw_label(const struct drawn_column *c, size_t i)
{
    const struct league *l = c->l;
    struct text_lines lines =
        text_width_wrap(l->page.arena, l->spec->rows[i].label, l->face,
                        label_room(l), l->row_height >= 30 ? 2 : 1);
    double line = ceil(l->face.size * 1.12);
    double y = row_middle(c, i) - line * (double)(lines.count - 1) / 2;
    bool shown = look_shown(l->spec->rows[i].status, l->spec->rows[i].value);
    canvas_lines(
        c->canvas, (struct canvas_point){ c->left + l->label_width, y }, line,
        &lines,
        page_letters(l->face,
                     shown ? l->page.style->text : l->page.style->muted,
                     CANVAS_RIGHT));
}

static void draw_column(const struct drawn_column *c)
{
    const struct chart_style *style = c->l->page.style;
    draw_scale(c);
    canvas_level(c->canvas);
    if (c->l->bars)
        draw_shapes(c, true);
    canvas_level(c->canvas);
    draw_reference(c, 0,
                   (struct canvas_stroke){ 1.3, style->text, CANVAS_DASHED });
    draw_reference(c, 1,
                   (struct canvas_stroke){ 1.6, style->target, CANVAS_SOLID });
    for (size_t i = c->first; i < c->end; i++)
        draw_paper(c, i);
    draw_whiskers(c);
    canvas_level(c->canvas);
    if (!c->l->bars)
        draw_shapes(c, false);
    canvas_level(c->canvas);
    for (size_t i = c->first; i < c->end; i++) {
        draw_number(c, i);
        draw_label(c, i);
    }
    canvas_level(c->canvas);
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct league l;
    plan(&l, spec, scratch);
    struct canvas *canvas = page_canvas(&l.page, spec->height);
    double top = l.page.top + l.words_room;
    double bottom = spec->height - l.page.foot - l.axis_room;
    for (size_t k = 0; k < l.columns; k++) {
        size_t first = k * l.rows, end = first + l.rows;
        struct drawn_column column = {
            .l = &l,
            .canvas = canvas,
            .left = l.page.left + (double)k * (l.column_width + COLUMN_GAP),
            .top = top,
            .bottom = bottom,
            .row_height = (bottom - top) / (double)l.rows,
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
