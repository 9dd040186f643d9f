/*
 * slope.c - who rose and who fell between two years.
 *
 *  (1) Areas that changed for the better or the worse are coloured and signed;
 *      the rest is grey, darker where it is named.
 *  (2) Those that have a label are named at both ends; names that would touch
 *      are moved apart and led to by a thin line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/axis.h"
#include "charts/colour.h"
#include "charts/label_spread.h"
#include "charts/look.h"
#include "charts/page.h"
#include "charts/series.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"

#define LABEL_SHARE .38
#define LEAD 22.0 /* between a line's end and its name */
#define FIELD_HEIGHT 360.0
#define NAME_STEP 1.22 /* of the letters' size */

struct slope_name {
    const struct chart_series *series;
    struct text_lines lines;
    double value;
};

struct slope {
    struct page page;
    const struct chart_spec *spec;
    struct axis axis;
    struct slope_name *names[2];
    size_t name_count[2];
    double widths[2], head_room;
    double x[2], top, bottom;
};

static const struct chart_point *end_of(const struct chart_series *series,
                                        size_t side)
{
    return side < series->count && series_shown(&series->points[side])
               ? &series->points[side]
               : NULL;
}

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    for (size_t s = 0; s < spec->series_count; s++)
        if (end_of(&spec->series[s], 0) != NULL ||
            end_of(&spec->series[s], 1) != NULL)
            return true;
    return look_nothing(spec, fault);
}

/* --- the plan ---------------------------------------------------------------
 */

static unsigned standings(const struct chart_spec *spec)
{
    unsigned bits = 0;
    for (size_t s = 0; s < spec->series_count; s++)
        bits |= 1u << spec->series[s].standing;
    return bits & (1u << STANDING_BETTER | 1u << STANDING_WORSE);
}

/* "Hưng Hà 33,1" at the left, "▲ 36,4 Hưng Hà" at the right. A name that is
 * too long is cut, never the number. */
static struct text_lines
name_text(const struct slope *s, const struct chart_series *series, size_t side)
{
    struct arena *arena = s->page.arena;
    struct text_face face = s->page.label;
    double room = s->page.width * LABEL_SHARE;
    const char *number = series->texts[side];
    if (side == 1)
        number = page_signed(arena, series->standing, number);
    struct text_lines value = text_width_wrap(arena, number, face, room, 1);
    number = value.count > 0 ? value.lines[0] : "";
    struct text_lines label = text_width_wrap(
        arena, series->label, face,
        fmax(room - value.widest - 3 * text_width(" ", face), 0), 1);
    const char *name = label.count > 0 ? label.lines[0] : "";
    const char *words = side == 0 ? arena_format(arena, "%s %s", name, number)
                                  : arena_format(arena, "%s %s", number, name);
    return text_width_wrap(arena, words, face, room, 1);
}

static void plan_side(struct slope *s, size_t side)
{
    const struct chart_spec *spec = s->spec;
    struct arena *arena = s->page.arena;
    s->names[side] = arena_array(arena, spec->series_count, struct slope_name);
    for (size_t i = 0; i < spec->series_count; i++) {
        const struct chart_series *series = &spec->series[i];
        const struct chart_point *end = end_of(series, side);
        if (series->label == NULL || *series->label == '\0' || end == NULL)
            continue;
        struct slope_name *name = &s->names[side][s->name_count[side]++];
        *name = (struct slope_name){
            .series = series,
            .lines = name_text(s, series, side),
            .value = end->y,
        };
        s->widths[side] = fmax(s->widths[side], name->lines.widest);
    }
}

static void plan(struct slope *s, const struct chart_spec *spec, unsigned width,
                 struct arena *arena)
{
    *s = (struct slope){ .spec = spec };
    struct series_range values = { HUGE_VAL, -HUGE_VAL };
    page_plan(&s->page, spec, width, standings(spec), arena);
    for (size_t i = 0; i < spec->series_count; i++)
        for (size_t side = 0; side < 2; side++) {
            const struct chart_point *end = end_of(&spec->series[i], side);
            series_widen(&values, end == NULL ? NO_VALUE : end->y);
        }
    s->axis = axis_values((struct axis_wish){ values.least, values.most,
                                              NO_VALUE, NO_VALUE, false, 5 });
    /* No scale is drawn: the field ends where the values end. */
    if (values.most - values.least > s->axis.step * 1e-3) {
        s->axis.low = fmax(s->axis.low, values.least);
        s->axis.high = fmin(s->axis.high, values.most);
    }
    for (size_t side = 0; side < 2; side++)
        plan_side(s, side);
    s->head_room = page_line(s->page.label) + 12;
    s->x[0] = s->page.left + fmax(s->widths[0], 30) + LEAD;
    s->x[1] = fmax(s->page.right - fmax(s->widths[1], 30) - LEAD, s->x[0] + 20);
}

static double name_step(const struct slope *s)
{
    return ceil(s->page.label.size * NAME_STEP);
}

static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct slope s;
    *width = spec->width > 0 ? spec->width : spec->style->width;
    plan(&s, spec, *width, arena);
    double most = (double)(s.name_count[0] > s.name_count[1] ? s.name_count[0]
                                                             : s.name_count[1]);
    double field = fmax(FIELD_HEIGHT, most * name_step(&s) * 1.1);
    *height = page_height(&s.page, s.head_room + field + 14);
    arena_free(arena);
}

/* --- drawing ----------------------------------------------------------------
 */

static double place(const struct slope *s, double value)
{
    return axis_place(&s->axis, value, s->bottom, s->top);
}

static bool tells(const struct chart_series *series)
{
    return series->standing == STANDING_BETTER ||
           series->standing == STANDING_WORSE;
}

static bool is_named(const struct chart_series *series)
{
    return series->label != NULL && *series->label != '\0';
}

/* (1) */
static uint32_t colour_of(const struct slope *s,
                          const struct chart_series *series)
{
    const struct chart_style *style = s->page.style;
    if (tells(series))
        return page_fill(style, series->standing);
    return is_named(series) ? style->muted : style->axis;
}

static void draw_line(const struct slope *s, struct canvas *canvas,
                      const struct chart_series *series)
{
    const struct chart_point *from = end_of(series, 0), *to = end_of(series, 1);
    uint32_t colour = colour_of(s, series);
    if (from != NULL && to != NULL && !to->cut_before)
        canvas_line(canvas, (struct canvas_point){ s->x[0], place(s, from->y) },
                    (struct canvas_point){ s->x[1], place(s, to->y) },
                    (struct canvas_stroke){ tells(series) ? 2.2 : 1.2, colour,
                                            to->status == STATUS_PROVISIONAL
                                                ? CANVAS_DASHED
                                                : CANVAS_SOLID });
    for (size_t side = 0; side < 2; side++) {
        const struct chart_point *end = end_of(series, side);
        if (end == NULL)
            continue;
        struct canvas_point at = { s->x[side], place(s, end->y) };
        struct look_paint paint =
            look_paint(s->page.style, colour, end->status);
        double radius = tells(series) ? 4 : 3;
        canvas_mark(canvas, at, CANVAS_DISC, radius, paint.edge);
        if (look_hollow(end->status))
            canvas_mark(canvas, at, CANVAS_DISC, radius - 1.4, COLOUR_WHITE);
    }
}

/* (2) */
static void draw_side(const struct slope *s, struct canvas *canvas, size_t side)
{
    size_t count = s->name_count[side];
    double out = side == 0 ? -1 : 1, step = name_step(s);
    struct label_place *places =
        arena_array(s->page.arena, count, struct label_place);
    for (size_t i = 0; i < count; i++)
        places[i] =
            (struct label_place){ place(s, s->names[side][i].value), step };
    label_spread(places, count, s->top - 12, s->bottom + 12, s->page.arena);
    for (size_t i = 0; i < count; i++) {
        const struct slope_name *name = &s->names[side][i];
        double y = place(s, name->value);
        uint32_t colour = tells(name->series)
                              ? colour_readable(colour_of(s, name->series),
                                                s->page.style->text)
                              : s->page.style->muted;
        canvas_line(
            canvas, (struct canvas_point){ s->x[side] + out * 6, y },
            (struct canvas_point){ s->x[side] + out * (LEAD - 4),
                                   places[i].centre },
            (struct canvas_stroke){ 1, s->page.style->grid, CANVAS_SOLID });
        canvas_lines(
            canvas,
            (struct canvas_point){ s->x[side] + out * LEAD, places[i].centre },
            0, &name->lines,
            page_letters(s->page.label, colour,
                         side == 0 ? CANVAS_RIGHT : CANVAS_LEFT));
    }
}

static void draw_heads(const struct slope *s, struct canvas *canvas)
{
    struct text_face bold = { s->page.label.size, true };
    double y = s->page.top + page_line(bold) / 2;
    for (size_t side = 0; side < 2; side++) {
        struct text_lines head =
            text_width_wrap(s->page.arena, s->spec->heads[side], bold,
                            (s->page.right - s->page.left) / 2 - 10, 1);
        double x = fmin(fmax(s->x[side], s->page.left + head.widest / 2),
                        s->page.right - head.widest / 2);
        canvas_lines(canvas, (struct canvas_point){ x, y }, 0, &head,
                     page_letters(bold, s->page.style->text, CANVAS_CENTRE));
        canvas_line(
            canvas, (struct canvas_point){ s->x[side], s->top - 10 },
            (struct canvas_point){ s->x[side], s->bottom + 10 },
            (struct canvas_stroke){ 1, s->page.style->grid, CANVAS_SOLID });
    }
    canvas_level(canvas);
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct slope s;
    plan(&s, spec, spec->width, scratch);
    s.top = s.page.top + s.head_room;
    s.bottom = fmax(spec->height - s.page.foot - 14, s.top + 10);
    struct canvas *canvas = page_canvas(&s.page, spec->height);
    draw_heads(&s, canvas);
    for (int told = 0; told < 3; told++) {
        for (size_t i = 0; i < spec->series_count; i++)
            if (is_named(&spec->series[i]) + tells(&spec->series[i]) == told)
                draw_line(&s, canvas, &spec->series[i]);
        canvas_level(canvas);
    }
    for (size_t side = 0; side < 2; side++)
        draw_side(&s, canvas, side);
    canvas_write(canvas, script);
}

const struct chart_kind chart_slope = {
    .id = "slope",
    .accept = accept,
    .write = draw,
    .size = size,
};
