/*
 * row_frame.c - plans and draws what stands around the field.
 *
 *  (1) Labels take what they need, up to a share of the width.
 *  (2) A column is as wide as its widest number or its head's widest line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/row_frame.h"
#include "engine/base/arena.h"

#define GAP 12.0
#define LABEL_SHARE .32
#define NUMBER_SHARE .14 /* of the width, at most, for a column */
#define HEAD_WIDTH 70.0
#define TICK_ROOM 22.0
#define TICK_WIDTH 84.0

enum { HEAD_LINES = 3, LABEL_LINES = 3 };

static double row_height(size_t rows)
{
    if (rows <= 14)
        return 30;
    if (rows <= 24)
        return 25;
    return rows <= 40 ? 20 : 17;
}

static double label_line(const struct row_frame *f)
{
    return ceil(f->face.size * 1.12);
}

/* (1) */
static void plan_labels(struct row_frame *f)
{
    double widest = 0, line = label_line(f);
    f->edges = arena_array(f->page.arena, f->count + 1, double);
    f->label_lines = arena_array(f->page.arena, f->count, struct text_lines);
    for (size_t i = 0; i < f->count; i++) {
        f->label_lines[i] =
            text_width_wrap(f->page.arena, f->labels[i], f->face,
                            f->page.width * LABEL_SHARE, LABEL_LINES);
        double needed = (double)f->label_lines[i].count * line + 6;
        f->edges[i + 1] = f->edges[i] + fmax(f->row_height, needed);
        widest = fmax(widest, f->label_lines[i].widest);
    }
    f->label_right = f->page.left + widest;
}

/* (2) */
static void plan_column(struct row_frame *f, struct row_column *column)
{
    double most = f->page.width * NUMBER_SHARE;
    column->head_lines =
        text_width_wrap(f->page.arena, column->head, f->page.small,
                        fmin(most, HEAD_WIDTH), HEAD_LINES);
    column->width = column->head_lines.widest;
    column->fitted = arena_array(f->page.arena, f->count, const char *);
    for (size_t i = 0; i < f->count; i++) {
        struct text_lines text =
            text_width_wrap(f->page.arena, column->texts[i], f->face, most, 1);
        column->fitted[i] = text.count > 0 ? text.lines[0] : "";
        column->width = fmax(column->width, text.widest);
    }
}

static void plan_columns(struct row_frame *f)
{
    double left = f->label_right, right = f->page.right;
    for (size_t i = 0; i < f->column_count; i++) {
        struct row_column *column = &f->columns[i];
        plan_column(f, column);
        double heads =
            (double)column->head_lines.count * page_line(f->page.small) + 6;
        f->heads_height = fmax(f->heads_height, heads);
        if (column->before)
            column->right = left += GAP + column->width;
    }
    for (size_t i = f->column_count; i-- > 0;)
        if (!f->columns[i].before) {
            f->columns[i].right = right;
            right -= f->columns[i].width + GAP;
        }
    f->left = left + GAP;
    f->right = fmax(right, f->left + 20);
}

void row_frame_plan(struct row_frame *f, const struct chart_spec *spec,
                    unsigned width, struct arena *arena)
{
    page_plan(&f->page, spec, width, f->standings, arena);
    f->row_height = row_height(f->count);
    f->face = (struct text_face){ fmin(f->page.label.size, f->row_height * .7),
                                  false };
    f->heads_height = f->head_room;
    plan_labels(f);
    plan_columns(f);
    if (f->scaled) {
        f->axis_words = text_width_wrap(arena, spec->axis, f->page.label,
                                        f->right - f->left, 1);
        f->foot_room = TICK_ROOM;
        if (f->axis_words.count > 0)
            f->foot_room += page_line(f->page.label);
    }
}

unsigned row_frame_height(const struct row_frame *f)
{
    return page_height(&f->page,
                       f->heads_height + f->foot_room + f->edges[f->count]);
}

void row_frame_place(struct row_frame *f, unsigned height)
{
    f->top = f->page.top + f->heads_height;
    f->bottom = fmax(height - f->page.foot - f->foot_room, f->top + 1);
    double scale = (f->bottom - f->top) / f->edges[f->count];
    f->row_height *= scale;
    for (size_t i = 0; i <= f->count; i++)
        f->edges[i] *= scale;
}

double row_frame_middle(const struct row_frame *f, size_t row)
{
    return f->top + (f->edges[row] + f->edges[row + 1]) / 2;
}

size_t row_frame_ticks(const struct row_frame *f)
{
    return (size_t)fmax(2, (f->right - f->left) / TICK_WIDTH);
}

void row_frame_draw_scale(const struct row_frame *f, struct canvas *canvas,
                          const struct axis *axis)
{
    const struct chart_style *style = f->page.style;
    for (size_t i = 0; i < axis->ticks; i++) {
        double value = axis_tick(axis, i);
        double x = axis_place(axis, value, f->left, f->right);
        canvas_line(
            canvas, (struct canvas_point){ x, f->top },
            (struct canvas_point){ x, f->bottom },
            (struct canvas_stroke){ 1, value == 0 ? style->axis : style->grid,
                                    CANVAS_SOLID });
        canvas_words(canvas, (struct canvas_point){ x, f->bottom + 11 },
                     axis_text(f->page.arena, axis, i, f->page.spec->language),
                     page_letters(f->page.small, style->muted, CANVAS_CENTRE));
    }
    double line = page_line(f->page.label);
    canvas_lines(canvas,
                 (struct canvas_point){ (f->left + f->right) / 2,
                                        f->bottom + TICK_ROOM + line / 2 },
                 line, &f->axis_words,
                 page_letters(f->page.label, style->muted, CANVAS_CENTRE));
    canvas_level(canvas);
}

static void draw_heads(const struct row_frame *f, struct canvas *canvas)
{
    double line = page_line(f->page.small);
    for (size_t i = 0; i < f->column_count; i++) {
        const struct row_column *column = &f->columns[i];
        double up = ((double)column->head_lines.count - .5) * line + 4;
        canvas_lines(
            canvas, (struct canvas_point){ column->right, f->top - up }, line,
            &column->head_lines,
            page_letters(f->page.small, f->page.style->muted, CANVAS_RIGHT));
    }
}

void row_frame_draw_words(const struct row_frame *f, struct canvas *canvas)
{
    const struct chart_style *style = f->page.style;
    double line = label_line(f);
    for (size_t i = 0; i < f->count; i++) {
        bool faint = f->faint != NULL && f->faint[i];
        struct canvas_letters letters = page_letters(
            f->face, faint ? style->muted : style->text, CANVAS_RIGHT);
        double y = row_frame_middle(f, i);
        double up = (double)f->label_lines[i].count - 1;
        canvas_lines(
            canvas,
            (struct canvas_point){ f->label_right, y - fmax(up, 0) * line / 2 },
            line, &f->label_lines[i], letters);
        for (size_t k = 0; k < f->column_count; k++)
            canvas_words(canvas,
                         (struct canvas_point){ f->columns[k].right, y },
                         f->columns[k].fitted[i], letters);
    }
    draw_heads(f, canvas);
}
