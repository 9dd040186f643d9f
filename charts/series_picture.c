/*
 * series_picture.c - plans and draws a picture of series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "charts/colour.h"
#include "charts/label_spread.h"
#include "charts/look.h"
#include "charts/page.h"
#include "charts/series_field.h"
#include "charts/series_picture.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"

#define FIELD_HEIGHT 300.0
#define TICK_ROOM 24.0
#define LABEL_GAP 14.0
#define LABEL_SHARE .26 /* of the width, at most, for names */
#define YEAR_WIDTH 44.0 /* that a year's number takes with its gap */

enum { MARK_ROWS = 12, NAME_LINES = 3 };

struct name {
    const struct chart_series *series;
    const struct chart_point *end; /* its last value */
    struct text_lines lines;
    uint32_t colour;
};

struct mark_words {
    struct text_lines text;
    double left;
    unsigned row;
};

struct series_picture {
    struct page page;
    const struct chart_spec *spec;
    struct series_field field;
    struct name *names;
    size_t name_count;
    double names_width;
    struct text_lines axis_words;
    struct mark_words *marks;
    double words_room;
};

bool series_picture_accept(const struct chart_spec *spec, struct fault *fault)
{
    for (size_t s = 0; s < spec->series_count; s++)
        for (size_t i = 0; i < spec->series[s].count; i++)
            if (series_shown(&spec->series[s].points[i]))
                return true;
    return look_nothing(spec, fault);
}

/* --- the plan ---------------------------------------------------------------
 */

/* (1) The name with the last value behind it. */
static void plan_name(struct series_picture *t,
                      const struct chart_series *series)
{
    const struct chart_point *end = series_end(series);
    if (end == NULL)
        return;
    struct text words = text_new();
    text_add(&words, text_width_printable(t->page.arena, series->label));
    text_add(&words, words.length > 0 ? ": " : "");
    number_add_local(&words, end->y, t->spec->decimals, t->spec->language);
    struct name *name = &t->names[t->name_count++];
    *name = (struct name){
        .series = series,
        .end = end,
        .lines = text_width_wrap(t->page.arena, words.bytes, t->page.label,
                                 t->page.width * LABEL_SHARE, NAME_LINES),
        .colour = series_field_colour(&t->field, series),
    };
    text_free(&words);
    t->names_width = fmax(t->names_width, name->lines.widest);
}

/* Width of the widest number on the value axis. */
static double ticks_width(const struct series_picture *t)
{
    double widest = 0;
    for (size_t i = 0; i < t->field.values.ticks; i++)
        widest =
            fmax(widest, text_width(axis_text(t->page.arena, &t->field.values,
                                              i, t->spec->language),
                                    t->page.small));
    return widest;
}

/* The first row in which the words touch nothing. */
static unsigned free_row(const struct series_picture *t, size_t count,
                         const struct mark_words *words)
{
    unsigned row = 0;
    double end = t->page.left + t->axis_words.widest + 12;
    if (t->axis_words.count > 0 && words->left < end)
        row = 1;
    for (size_t i = 0; i < count && row < MARK_ROWS; i++) {
        const struct mark_words *other = &t->marks[i];
        if (other->row == row &&
            words->left < other->left + other->text.widest + 12 &&
            other->left < words->left + words->text.widest + 12) {
            row++;
            i = (size_t)-1;
        }
    }
    return row;
}

/* (3) */
static void plan_marks(struct series_picture *t)
{
    unsigned rows = t->axis_words.count > 0 ? 1 : 0;
    t->marks =
        arena_array(t->page.arena, t->spec->mark_count + 1, struct mark_words);
    for (size_t i = 0; i < t->spec->mark_count; i++) {
        const struct chart_mark *mark = &t->spec->marks[i];
        struct mark_words *words = &t->marks[i];
        words->text = text_width_wrap(t->page.arena, mark->label, t->page.small,
                                      (t->field.right - t->field.left) * .8, 1);
        if (words->text.count == 0 || !has_value(mark->x))
            continue;
        double wide = words->text.widest;
        words->left = fmin(series_field_x(&t->field, mark->x) - wide / 2,
                           t->page.right - wide);
        words->left = fmax(words->left, t->page.left);
        words->row = free_row(t, i, words);
        rows = words->row + 1 > rows ? words->row + 1 : rows;
    }
    t->words_room = 12 + rows * page_line(t->page.small);
}

static void plan(struct series_picture *t, const struct chart_spec *spec,
                 unsigned width, struct arena *arena)
{
    struct series_range years, values;
    *t = (struct series_picture){ .spec = spec };
    page_plan(&t->page, spec, width, 0, arena);
    t->field = (struct series_field){ .spec = spec,
                                      .arena = arena,
                                      .face = t->page.label };
    series_ranges(spec, &years, &values);
    t->field.values =
        axis_values((struct axis_wish){ values.least, values.most, spec->low,
                                        spec->high, spec->proportion, 5 });
    t->names = arena_array(arena, spec->series_count, struct name);
    for (size_t s = 0; s < spec->series_count; s++)
        plan_name(t, &spec->series[s]);
    t->field.left = t->page.left + ticks_width(t) + 8;
    t->field.right = t->page.right - t->names_width - LABEL_GAP;
    double room = t->field.right - t->field.left - 2 * SERIES_FIELD_PADDING;
    t->field.years =
        axis_years(years.least, years.most, (size_t)(room / YEAR_WIDTH) + 1);
    t->axis_words =
        text_width_wrap(arena, spec->axis, t->page.small, width * .5, 1);
    plan_marks(t);
}

void series_picture_size(const struct chart_spec *spec, unsigned *width,
                         unsigned *height)
{
    struct arena *arena = arena_new();
    struct series_picture t;
    *width = spec->width > 0 ? spec->width : spec->style->width;
    plan(&t, spec, *width, arena);
    *height = page_height(&t.page, t.words_room + FIELD_HEIGHT + TICK_ROOM);
    arena_free(arena);
}

/* --- drawing ----------------------------------------------------------------
 */

static void draw_scale(const struct series_picture *t, struct canvas *canvas)
{
    const struct chart_style *style = t->page.style;
    struct arena *arena = t->page.arena;
    for (size_t i = 0; i < t->field.values.ticks; i++) {
        double y = series_field_y(&t->field, axis_tick(&t->field.values, i));
        bool zero = axis_tick(&t->field.values, i) == 0;
        canvas_line(canvas, (struct canvas_point){ t->field.left, y },
                    (struct canvas_point){ t->field.right, y },
                    (struct canvas_stroke){ 1, zero ? style->axis : style->grid,
                                            CANVAS_SOLID });
        canvas_words(canvas, (struct canvas_point){ t->field.left - 8, y },
                     axis_text(arena, &t->field.values, i, t->spec->language),
                     page_letters(t->page.small, style->muted, CANVAS_RIGHT));
    }
    canvas_line(canvas, (struct canvas_point){ t->field.left, t->field.bottom },
                (struct canvas_point){ t->field.right, t->field.bottom },
                (struct canvas_stroke){ 1, style->axis, CANVAS_SOLID });
    for (size_t i = 0; i < t->field.years.ticks; i++) {
        double x = series_field_x(&t->field, axis_tick(&t->field.years, i));
        canvas_line(canvas, (struct canvas_point){ x, t->field.bottom },
                    (struct canvas_point){ x, t->field.bottom + 4 },
                    (struct canvas_stroke){ 1, style->axis, CANVAS_SOLID });
        canvas_words(canvas, (struct canvas_point){ x, t->field.bottom + 14 },
                     axis_year_text(arena, &t->field.years, i),
                     page_letters(t->page.small, style->muted, CANVAS_CENTRE));
    }
    double line = page_line(t->page.small);
    canvas_lines(canvas,
                 (struct canvas_point){ t->page.left, t->page.top + line / 2 },
                 line, &t->axis_words,
                 page_letters(t->page.small, style->muted, CANVAS_LEFT));
}

/* (3) */
static void draw_marks(const struct series_picture *t, struct canvas *canvas)
{
    const struct chart_style *style = t->page.style;
    double line = page_line(t->page.small);
    for (size_t i = 0; i < t->spec->mark_count; i++) {
        const struct mark_words *words = &t->marks[i];
        if (!has_value(t->spec->marks[i].x))
            continue;
        double x = series_field_x(&t->field, t->spec->marks[i].x);
        double y = t->page.top + (words->row + .5) * line;
        double from = words->text.count > 0 ? y + line / 2 : t->field.top;
        canvas_line(canvas, (struct canvas_point){ x, from },
                    (struct canvas_point){ x, t->field.bottom },
                    (struct canvas_stroke){ 1, style->muted, CANVAS_DOTTED });
    }
    canvas_level(canvas);
    /* Words of an upper row's line pass under those of the rows below. */
    for (size_t i = 0; i < t->spec->mark_count; i++) {
        const struct mark_words *words = &t->marks[i];
        if (words->text.count == 0)
            continue;
        double y = t->page.top + (words->row + .5) * line;
        canvas_rectangle(
            canvas, (struct canvas_point){ words->left - 2, y - line / 2 + 1 },
            (struct canvas_point){ words->left + words->text.widest + 2,
                                   y + line / 2 - 1 },
            COLOUR_WHITE);
        canvas_lines(canvas, (struct canvas_point){ words->left, y }, line,
                     &words->text,
                     page_letters(t->page.small, style->muted, CANVAS_LEFT));
    }
    canvas_level(canvas);
}

/* (1) A line from the end of the series to its name, if that is away. */
static void draw_lead(const struct series_picture *t, struct canvas *canvas,
                      const struct name *name, double y)
{
    struct canvas_point from = { series_field_x(&t->field, name->end->x),
                                 series_field_y(&t->field, name->end->y) };
    struct canvas_stroke stroke = { 1,
                                    colour_mix(COLOUR_WHITE, name->colour, .5),
                                    CANVAS_DOTTED };
    double elbow = fmax(t->field.right - 2, from.x);
    from.x += 7;
    if (elbow - from.x > 4)
        canvas_line(canvas, from, (struct canvas_point){ elbow, from.y },
                    stroke);
    stroke.dash = CANVAS_SOLID;
    if (elbow - from.x > 4 || fabs(y - from.y) > 3)
        canvas_line(
            canvas, (struct canvas_point){ fmax(elbow, from.x), from.y },
            (struct canvas_point){ t->field.right + LABEL_GAP - 4, y }, stroke);
}

static void draw_names(const struct series_picture *t, struct canvas *canvas)
{
    double line = ceil(t->page.label.size * 1.2);
    struct label_place *places =
        arena_array(t->page.arena, t->name_count, struct label_place);
    for (size_t i = 0; i < t->name_count; i++)
        places[i] =
            (struct label_place){ series_field_y(&t->field, t->names[i].end->y),
                                  (double)t->names[i].lines.count * line + 4 };
    label_spread(places, t->name_count, t->field.top - 8, t->field.bottom + 8,
                 t->page.arena);
    for (size_t i = 0; i < t->name_count; i++) {
        const struct name *name = &t->names[i];
        double y = places[i].centre;
        draw_lead(t, canvas, name, y);
        y -= (double)(name->lines.count - 1) * line / 2;
        canvas_lines(
            canvas, (struct canvas_point){ t->field.right + LABEL_GAP, y },
            line, &name->lines,
            page_letters(t->page.label,
                         colour_readable(name->colour, t->page.style->text),
                         CANVAS_LEFT));
    }
    canvas_level(canvas);
}

/* Series of one role, lines below points. */
static void draw_role(const struct series_picture *t, struct canvas *canvas,
                      enum series_role role)
{
    for (size_t s = 0; s < t->spec->series_count; s++)
        if (t->spec->series[s].role == role)
            series_field_lines(&t->field, canvas, &t->spec->series[s]);
    canvas_level(canvas);
    for (size_t s = 0; s < t->spec->series_count; s++)
        if (t->spec->series[s].role == role && role != SERIES_WHOLE)
            series_field_points(&t->field, canvas, &t->spec->series[s]);
    canvas_level(canvas);
}

void series_picture_write(const struct chart_spec *spec, struct text *script,
                          struct arena *scratch)
{
    struct series_picture t;
    plan(&t, spec, spec->width, scratch);
    t.field.top = t.page.top + t.words_room;
    t.field.bottom = spec->height - t.page.foot - TICK_ROOM;
    struct canvas *canvas = page_canvas(&t.page, spec->height);
    for (size_t s = 0; s < spec->series_count; s++)
        if (spec->series[s].role == SERIES_MAIN ||
            spec->series[s].role == SERIES_FORECAST)
            series_field_bands(&t.field, canvas, &spec->series[s]);
    canvas_level(canvas);
    draw_scale(&t, canvas);
    draw_marks(&t, canvas);
    draw_names(&t, canvas);
    draw_role(&t, canvas, SERIES_WHOLE);
    draw_role(&t, canvas, SERIES_OTHER);
    draw_role(&t, canvas, SERIES_TARGET);
    draw_role(&t, canvas, SERIES_PLAN);
    draw_role(&t, canvas, SERIES_FORECAST);
    draw_role(&t, canvas, SERIES_MAIN);
    for (size_t s = 0; s < spec->series_count; s++)
        if (spec->series[s].role == SERIES_MAIN)
            series_field_absent(&t.field, canvas, &spec->series[s]);
    canvas_write(canvas, script);
}
