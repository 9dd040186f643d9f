/*
 * shortfall.c - where the gap is, in people: bars in order, and beside them how
 * much of the whole gap has been passed.
 *
 *  (1) The share that is passed has a field of its own: two scales in one field
 *      would be read against each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/look.h"
#include "charts/row_frame.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"

#define SHARE_WIDTH .3 /* of the field */
#define SHARE_GAP 60.0

struct shortfall {
    struct row_frame frame;
    const struct chart_spec *spec;
    struct axis axis;
    double split; /* bars end there */
};

static bool row_drawn(const struct chart_row *row)
{
    return look_shown(row->status, row->value);
}

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    for (size_t i = 0; i < spec->row_count; i++)
        if (row_drawn(&spec->rows[i]))
            return true;
    return look_nothing(spec, fault);
}

/* NULL when the spec gives no share for the row. */
static const struct chart_cell *share_of(const struct chart_spec *spec,
                                         size_t row)
{
    const struct chart_grid *grid = &spec->grid;
    if (row >= grid->rows || grid->columns == 0)
        return NULL;
    return &grid->cells[row * grid->columns];
}

static void plan(struct shortfall *s, const struct chart_spec *spec,
                 unsigned width, struct arena *arena)
{
    *s = (struct shortfall){ .spec = spec };
    size_t count = spec->row_count;
    const char **labels = arena_array(arena, count, const char *);
    const char **numbers = arena_array(arena, count, const char *);
    const char **shares = arena_array(arena, count, const char *);
    bool *faint = arena_array(arena, count, bool);
    double least = 0, most = 0;
    for (size_t i = 0; i < count; i++) {
        const struct chart_cell *share = share_of(spec, i);
        labels[i] = spec->rows[i].label;
        numbers[i] = spec->rows[i].text;
        shares[i] = share == NULL ? "" : share->text;
        faint[i] = !row_drawn(&spec->rows[i]);
        if (faint[i])
            continue;
        least = fmin(least, spec->rows[i].value);
        most = fmax(most, spec->rows[i].value);
    }
    struct row_frame *frame = &s->frame;
    frame->count = count;
    frame->labels = labels;
    frame->faint = faint;
    frame->scaled = true;
    frame->columns[0] = (struct row_column){ .head = spec->heads[0],
                                             .texts = numbers,
                                             .before = true };
    frame->columns[1] =
        (struct row_column){ .head = spec->heads[1], .texts = shares };
    frame->column_count = 2;
    row_frame_plan(frame, spec, width, arena);
    s->split = frame->right - (frame->right - frame->left) * SHARE_WIDTH;
    size_t ticks = (size_t)fmax(2, (double)row_frame_ticks(frame) * .7);
    s->axis = axis_values(
        (struct axis_wish){ least, most, NO_VALUE, NO_VALUE, true, ticks });
}

static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct shortfall s;
    *width = spec->width > 0 ? spec->width : spec->style->width;
    plan(&s, spec, *width, arena);
    *height = row_frame_height(&s.frame);
    arena_free(arena);
}

static void draw_bars(const struct shortfall *s, struct canvas *canvas)
{
    const struct row_frame *f = &s->frame;
    double right = s->split - SHARE_GAP / 2;
    double half = round(f->row_height * .36);
    for (size_t i = 0; i < f->count; i++) {
        const struct chart_row *row = &s->spec->rows[i];
        if (!row_drawn(row))
            continue;
        double y = row_frame_middle(f, i);
        struct look_paint paint =
            look_paint(f->page.style, f->page.style->main_series, row->status);
        look_field(
            canvas,
            (struct canvas_point){ axis_place(&s->axis, 0, f->left, right),
                                   y - half },
            (struct canvas_point){
                axis_place(&s->axis, row->value, f->left, right), y + half },
            paint, paint.edged ? 1.2 : 0);
    }
    canvas_level(canvas);
}

/* (1) Hair lines at none, half and all, and the line from row to row. */
static void draw_shares(const struct shortfall *s, struct canvas *canvas)
{
    const struct row_frame *f = &s->frame;
    const struct chart_style *style = f->page.style;
    double left = s->split + SHARE_GAP / 2;
    struct canvas_point *points =
        arena_array(f->page.arena, f->count, struct canvas_point);
    size_t count = 0;
    for (int half = 0; half <= 2; half++) {
        double x = left + (f->right - left) * half / 2;
        canvas_line(
            canvas, (struct canvas_point){ x, f->top },
            (struct canvas_point){ x, f->bottom },
            (struct canvas_stroke){ 1, half == 0 ? style->axis : style->grid,
                                    CANVAS_SOLID });
        canvas_words(canvas, (struct canvas_point){ x, f->bottom + 11 },
                     arena_format(f->page.arena, "%d%%", half * 50),
                     page_letters(f->page.small, style->muted, CANVAS_CENTRE));
    }
    for (size_t i = 0; i < f->count; i++) {
        const struct chart_cell *share = share_of(s->spec, i);
        if (share == NULL || !look_shown(share->status, share->value))
            continue;
        double part = fmin(fmax(share->value, 0), 1);
        points[count++] =
            (struct canvas_point){ left + (f->right - left) * part,
                                   row_frame_middle(f, i) };
    }
    canvas_level(canvas);
    canvas_path(canvas, points, count,
                (struct canvas_stroke){ 1.8, style->target, CANVAS_SOLID });
    for (size_t i = 0; i < count; i++)
        canvas_mark(canvas, points[i], CANVAS_DISC,
                    fmin(3.4, f->row_height * .2), style->target);
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct shortfall s;
    plan(&s, spec, spec->width, scratch);
    row_frame_place(&s.frame, spec->height);
    struct canvas *canvas = page_canvas(&s.frame.page, spec->height);
    struct row_frame bars = s.frame;
    bars.right = s.split - SHARE_GAP / 2;
    row_frame_draw_scale(&bars, canvas, &s.axis);
    draw_bars(&s, canvas);
    draw_shares(&s, canvas);
    row_frame_draw_words(&s.frame, canvas);
    canvas_write(canvas, script);
}

const struct chart_kind chart_shortfall = {
    .id = "shortfall",
    .accept = accept,
    .write = draw,
    .size = size,
};
