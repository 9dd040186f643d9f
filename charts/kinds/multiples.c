/*
 * multiples.c - the years of every area, a small field each.
 *
 *  (1) All fields have the same scales, so that heights can be compared.
 *  (2) The whole runs through every field in grey.
 *  (3) The last value is printed where the line ends.
 *  (4) Values stand at the left of each row of fields, the first and the last
 *      year under each column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/colour.h"
#include "charts/look.h"
#include "charts/page.h"
#include "charts/series_field.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"

#define FIELD_HEIGHT 84.0
#define ACROSS 12.0 /* between fields */
#define DOWN 10.0
#define YEARS_ROOM 20.0
#define NARROWEST 96.0 /* field with its last value */

enum { NAME_LINES = 3 };

struct multiples {
    struct page page;
    const struct chart_spec *spec;
    struct series_field field; /* of one; its place is set for each */
    const struct chart_series *whole;
    const struct chart_series **areas;
    size_t count, columns, rows;
    struct text_lines *names, axis_words;
    double ticks_width, value_width, name_height, words_room;
    double width, height; /* of a field's cell: with value, with name */
};

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    for (size_t s = 0; s < spec->series_count; s++)
        for (size_t i = 0; i < spec->series[s].count; i++)
            if (spec->series[s].role != SERIES_WHOLE &&
                series_shown(&spec->series[s].points[i]))
                return true;
    return look_nothing(spec, fault);
}

/* --- the plan ---------------------------------------------------------------
 */

static void part_series(struct multiples *m)
{
    const struct chart_spec *spec = m->spec;
    m->areas = arena_array(m->page.arena, spec->series_count,
                           const struct chart_series *);
    for (size_t s = 0; s < spec->series_count; s++)
        if (spec->series[s].role == SERIES_WHOLE)
            m->whole = &spec->series[s];
        else
            m->areas[m->count++] = &spec->series[s];
}

/* (3) */
static const char *value_text(const struct multiples *m, double value)
{
    struct text text = text_new();
    number_add_local(&text, value, m->spec->decimals, m->spec->language);
    const char *copy = arena_copy(m->page.arena, text.bytes, text.length);
    text_free(&text);
    return copy;
}

static struct text_lines last_value(const struct multiples *m, size_t area)
{
    const struct chart_point *end = series_end(m->areas[area]);
    return text_width_wrap(m->page.arena,
                           end == NULL ? "" : value_text(m, end->y),
                           m->page.small, m->page.width * .15, 1);
}

static void plan_widths(struct multiples *m)
{
    for (size_t i = 0; i < m->field.values.ticks; i++)
        m->ticks_width =
            fmax(m->ticks_width,
                 text_width(axis_text(m->page.arena, &m->field.values, i,
                                      m->spec->language),
                            m->page.small));
    m->ticks_width = fmin(m->ticks_width, m->page.width * .15);
    for (size_t a = 0; a < m->count; a++)
        m->value_width = fmax(m->value_width, last_value(m, a).widest);
}

/* As many columns as fit, and no row with one lonely field if it can be
 * helped. */
static void plan_grid(struct multiples *m)
{
    double room = m->page.right - m->page.left - m->ticks_width - 6;
    size_t most = (size_t)fmax(1, (room + ACROSS) /
                                      (NARROWEST + m->value_width + ACROSS));
    m->columns = m->count < most ? m->count : most;
    m->rows = (m->count + m->columns - 1) / m->columns;
    m->columns = (m->count + m->rows - 1) / m->rows;
    m->width = (room - ACROSS * (double)(m->columns - 1)) / (double)m->columns;
}

static void plan_names(struct multiples *m)
{
    struct text_face bold = { m->page.small.size, true };
    size_t lines = 1;
    m->names = arena_array(m->page.arena, m->count, struct text_lines);
    for (size_t a = 0; a < m->count; a++) {
        m->names[a] = text_width_wrap(m->page.arena, m->areas[a]->label, bold,
                                      m->width, NAME_LINES);
        lines = m->names[a].count > lines ? m->names[a].count : lines;
    }
    m->name_height = (double)lines * page_line(bold);
    m->height = m->name_height + FIELD_HEIGHT + DOWN;
}

static void plan(struct multiples *m, const struct chart_spec *spec,
                 unsigned width, struct arena *arena)
{
    struct series_range years, values;
    *m = (struct multiples){ .spec = spec };
    page_plan(&m->page, spec, width, 0, arena);
    m->field = (struct series_field){ .spec = spec,
                                      .arena = arena,
                                      .face = m->page.small };
    part_series(m);
    series_ranges(spec, &years, &values);
    m->field.values = axis_values((struct axis_wish){
        values.least, values.most, spec->low, spec->high, false, 3 });
    m->field.years = axis_years(years.least, years.most, 2);
    m->axis_words =
        text_width_wrap(arena, spec->axis, m->page.small, width * .5, 1);
    m->words_room = (double)m->axis_words.count * page_line(m->page.small) + 4;
    plan_widths(m);
    plan_grid(m);
    plan_names(m);
}

static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct multiples m;
    *width = spec->width > 0 ? spec->width : spec->style->width;
    plan(&m, spec, *width, arena);
    *height = page_height(&m.page, m.words_room + (double)m.rows * m.height +
                                       YEARS_ROOM);
    arena_free(arena);
}

/* --- drawing ----------------------------------------------------------------
 */

static void set_field(struct multiples *m, size_t area)
{
    size_t row = area / m->columns, column = area % m->columns;
    m->field.left = m->page.left + m->ticks_width + 6 +
                    (double)column * (m->width + ACROSS);
    m->field.right =
        fmax(m->field.left + m->width - m->value_width - 2, m->field.left + 26);
    m->field.top = m->page.top + m->words_room + (double)row * m->height +
                   m->name_height + 2;
    m->field.bottom = fmax(m->field.top + m->height - m->name_height - DOWN - 2,
                           m->field.top + 4);
}

/* (4) */
static void draw_scale(const struct multiples *m, struct canvas *canvas,
                       size_t area)
{
    const struct chart_style *style = m->page.style;
    const struct series_field *f = &m->field;
    for (size_t i = 0; i < f->values.ticks; i++) {
        double y = series_field_y(f, axis_tick(&f->values, i));
        canvas_line(canvas, (struct canvas_point){ f->left, y },
                    (struct canvas_point){ f->right, y },
                    (struct canvas_stroke){ 1, style->grid, CANVAS_SOLID });
        if (area % m->columns == 0)
            canvas_words(
                canvas, (struct canvas_point){ f->left - 5, y },
                axis_text(m->page.arena, &f->values, i, m->spec->language),
                page_letters(m->page.small, style->muted, CANVAS_RIGHT));
    }
    if (area + m->columns < m->count)
        return;
    double low = ceil(f->years.low), high = floor(f->years.high);
    double ends[] = { low, high };
    double wide = text_width("2000", m->page.small) + 6;
    bool both =
        high > low && series_field_x(f, high) - series_field_x(f, low) > wide;
    for (int i = both ? 0 : 1; i < 2; i++)
        canvas_words(
            canvas,
            (struct canvas_point){ series_field_x(f, ends[i]), f->bottom + 11 },
            arena_format(m->page.arena, "%.0f", ends[i]),
            page_letters(m->page.small, style->muted, CANVAS_CENTRE));
}

/* (3) The dot keeps the status of its value. */
static void draw_end(const struct multiples *m, struct canvas *canvas,
                     size_t area)
{
    const struct chart_point *end = series_end(m->areas[area]);
    if (end == NULL)
        return;
    struct text_lines words = last_value(m, area);
    struct chart_series lone = *m->areas[area];
    lone.points = arena_new_of(m->page.arena, struct chart_point);
    *lone.points = *end;
    lone.count = 1;
    lone.role = SERIES_MAIN;
    series_field_points(&m->field, canvas, &lone);
    canvas_level(canvas);
    struct canvas_point at = { series_field_x(&m->field, end->x) + 7,
                               series_field_y(&m->field, end->y) };
    /* Paper, where the line of the whole goes on behind the number. */
    canvas_rectangle(canvas, (struct canvas_point){ at.x - 1, at.y - 6 },
                     (struct canvas_point){ at.x + words.widest + 1, at.y + 6 },
                     COLOUR_WHITE);
    canvas_level(canvas);
    canvas_lines(
        canvas, at, 0, &words,
        page_letters(m->page.small, m->page.style->main_series, CANVAS_LEFT));
}

static void draw_field(struct multiples *m, struct canvas *canvas, size_t area)
{
    set_field(m, area);
    struct text_face bold = { m->page.small.size, true };
    double line = page_line(bold);
    double up = m->name_height - line / 2 + 2;
    canvas_lines(
        canvas, (struct canvas_point){ m->field.left, m->field.top - up }, line,
        &m->names[area], page_letters(bold, m->page.style->text, CANVAS_LEFT));
    draw_scale(m, canvas, area);
    canvas_level(canvas);
    if (m->whole != NULL) /* (2) */
        series_field_lines(&m->field, canvas, m->whole);
    canvas_level(canvas);
    struct chart_series own = *m->areas[area];
    own.role = SERIES_MAIN;
    series_field_lines(&m->field, canvas, &own);
    draw_end(m, canvas, area);
    if (own.count * 9 < (size_t)(m->field.right - m->field.left))
        series_field_absent(&m->field, canvas, &own);
    canvas_level(canvas);
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct multiples m;
    plan(&m, spec, spec->width, scratch);
    struct canvas *canvas = page_canvas(&m.page, spec->height);
    double line = page_line(m.page.small);
    double room =
        spec->height - m.page.top - m.page.foot - m.words_room - YEARS_ROOM;
    m.height = fmax(room / (double)m.rows, 8);
    canvas_lines(canvas,
                 (struct canvas_point){ m.page.left, m.page.top + line / 2 },
                 line, &m.axis_words,
                 page_letters(m.page.small, spec->style->muted, CANVAS_LEFT));
    for (size_t a = 0; a < m.count; a++)
        draw_field(&m, canvas, a);
    canvas_write(canvas, script);
}

const struct chart_kind chart_multiples = {
    .id = "multiples",
    .accept = accept,
    .write = draw,
    .size = size,
};
